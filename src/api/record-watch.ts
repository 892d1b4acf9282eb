// Notices what this or another process added, and brings incidents and overview up to date.
import type { Store } from '../store/store.ts'
import type { Listeners } from './listeners.ts'
import { readOverview, type Overview } from './overview/overview.ts'

/** How often the store is asked whether it has changed; asking costs some microseconds. */
const ASK_MS = 200

export interface RecordWatch {
  overview(): Overview
  /** Looks at once, and resolves when the overview is that of the store. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Watches a store. `refresh` brings its incidents up to date. Resolves when the first overview is read. */
export async function watchRecord(store: Store, listeners: Listeners, refresh: () => Promise<void>, fault: (error: unknown) => void): Promise<RecordWatch> {
  await refresh()
  let overview = await readOverview(store), stopped = false
  let running: Promise<void> | null = null

  const update = async (): Promise<void> => {
    while (!stopped && await overview.stale()) {
      await refresh()
      overview = await overview.again()
      listeners.tell({ name: 'record', data: { revision: overview.revision } })
    }
  }
  const look = (): Promise<void> => running ??= update().finally(() => { running = null })
  let timer = setTimeout(tick, ASK_MS)
  function tick(): void {
    look().catch(fault).finally(() => { if (!stopped) timer = setTimeout(tick, ASK_MS) })
  }
  return {
    overview: () => overview,
    async settle() {
      await running
      await look()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running?.catch(() => undefined)
    },
  }
}
