// Settings are a file that people edit: that they changed goes into the log, with what they were and what they are now.
import { headLine } from '../review/chain.ts'
import { appendLine } from '../store/head-file.ts'
import { DEFAULT_SETTINGS_KEPT, settingOf, settingsThere, type KeptSettings, type Settings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

const SUBJECT = 'settings file'

/** One setting that changed. */
export interface ChangedSetting {
  name: string
  from: unknown
  to: unknown
}

/** An entry of the log about settings. */
export interface SettingsEntry {
  hash: string
  settings: Settings
  /** Absent in entries of before they were told. */
  changed?: ChangedSetting[]
}

/** Appends the settings where they are others than the log last had (before the first: than those that come with Dateline). true: they were. `by`: who changed them, or who noticed it. */
export async function logSettings(store: Store, { settings, hash }: Pick<KeptSettings, 'settings' | 'hash'>, by: string): Promise<boolean> {
  let last: SettingsEntry = DEFAULT_SETTINGS_KEPT
  for await (const { body } of store.log({ about: [SUBJECT] })) last = body as SettingsEntry
  if (last.hash === hash) return false
  const body: SettingsEntry = { hash, settings, changed: changedBetween(last.settings, settings) }
  const appended = await store.append({ by, what: 'setting', body, basedOn: [{ subject: SUBJECT, state: await store.stateOf(SUBJECT) }], subjects: [SUBJECT], shapes: false })
  if (appended.appended && settings.log.head_file !== null) await appendLine(settings.log.head_file, headLine(appended.entry, appended.entry.at))
  return appended.appended
}

function changedBetween(before: Settings, after: Settings): ChangedSetting[] {
  return settingsThere().flatMap(({ name }) => {
    const [from, to] = [settingOf(before, name) ?? null, settingOf(after, name) ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ name, from, to }]
  })
}

/** When settings changed, oldest first. */
export async function* settingsChanges(store: Store): AsyncGenerator<{ seq: number, at: string, by: string, changed: ChangedSetting[] }> {
  let last: Settings = DEFAULT_SETTINGS_KEPT.settings
  for await (const { seq, at, by, body } of store.log({ about: [SUBJECT] })) {
    const { settings, changed } = body as SettingsEntry
    yield { seq, at, by, changed: changed ?? changedBetween(last, settings) }
    last = settings
  }
}
