// Settings while a desk is open: whoever edits the file finds the change in the log within a second, and before anything that is done under it.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { logSettings } from '../pipeline/settings-in-log.ts'
import { DEFAULT_SETTINGS, readSettings, SETTINGS_FILE, type Settings } from '../store/settings.ts'
import { StoreError, type Store } from '../store/store.ts'

/** How often the file is looked at: its size and time alone, where neither changed. */
const LOOK_MS = 500

export interface SettingsKeeper {
  /** The settings as they stand, those that changed logged. StoreError `settings` where the file cannot be used. */
  settings(): Promise<Settings>
  stop(): Promise<void>
}

/** Keeps the log up to date with the settings. `by`: who noticed. */
export function keepSettingsLogged(store: Store, { by, readOnly, fault }: { by: string, readOnly: boolean, fault: (error: unknown) => void }): SettingsKeeper {
  const { folder } = store
  if (folder === null) return { settings: async () => DEFAULT_SETTINGS, stop: async () => undefined }
  let logged: string | null = null, seen: string | null = null, stopped = false
  let running: Promise<unknown> = Promise.resolve()
  const look = async (): Promise<Settings> => {
    const kept = await readSettings(folder)
    if (!readOnly && kept.hash !== logged) {
      await logSettings(store, kept, by)
      logged = kept.hash
    }
    return kept.settings
  }
  /** One after the other, so that no change is logged twice. */
  const settings = (): Promise<Settings> => { const next = running.then(look, look); running = next.catch(() => undefined); return next }
  const tick = async (): Promise<void> => {
    const found = await stat(join(folder, SETTINGS_FILE)).then(({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`, () => 'none')
    if (found === seen) return
    await settings()
    seen = found
  }
  let timer: NodeJS.Timeout | undefined
  const again = (): void => {
    // what is no settings is told by what needs them, and what another process is writing waits
    tick().catch((error: unknown) => { if (!(error instanceof StoreError)) fault(error) }).finally(() => { if (!stopped) { timer = setTimeout(again, LOOK_MS); timer.unref() } })
  }
  if (!readOnly) again()
  return { settings, async stop() { stopped = true; clearTimeout(timer); await running } }
}
