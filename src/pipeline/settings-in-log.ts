// Settings are a file that people edit: that they changed goes into the log, with what they were and what they are now.
import { headLine } from '../review/chain.ts'
import { appendLine } from '../store/head-file.ts'
import { DEFAULT_SETTINGS_KEPT, settingOf, settingsThere, type KeptSettings, type Settings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { KeptWatch, WatchSettings } from '../store/watch-settings.ts'

const SUBJECT = 'settings file', WATCH_SUBJECT = 'watch file'

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

/** An entry of the log about what is watched. */
export interface WatchEntry {
  hash: string
  watch: WatchSettings
  changed: ChangedSetting[]
}

/** Appends the settings where they are others than the log last had (before the first: than those that come with Dateline). true: they were. `by`: who changed them, or who noticed it. */
export async function logSettings(store: Store, { settings, hash }: Pick<KeptSettings, 'settings' | 'hash'>, by: string): Promise<boolean> {
  let last: SettingsEntry = DEFAULT_SETTINGS_KEPT
  for await (const { body } of store.log({ about: [SUBJECT] })) last = body as SettingsEntry
  if (last.hash === hash) return false
  const body: SettingsEntry = { hash, settings, changed: changedBetween(last.settings, settings) }
  return append(store, SUBJECT, body, by, settings)
}

/** Appends what is watched where it is not what the log last had. true: it was appended. `by`: who noticed it. */
export async function logWatch(store: Store, { settings: watch, hash }: KeptWatch, by: string, settings: Settings): Promise<boolean> {
  let last: WatchEntry | null = null
  for await (const { body } of store.log({ about: [WATCH_SUBJECT] })) last = body as WatchEntry
  if (last?.hash === hash) return false
  return append(store, WATCH_SUBJECT, { hash, watch, changed: changedInWatch(last?.watch ?? null, watch) } satisfies WatchEntry, by, settings)
}

async function append(store: Store, subject: string, body: SettingsEntry | WatchEntry, by: string, { log }: Settings): Promise<boolean> {
  const appended = await store.append({ by, what: 'setting', body, basedOn: [{ subject, state: await store.stateOf(subject) }], subjects: [subject], shapes: false })
  if (appended.appended && log.head_file !== null) await appendLine(log.head_file, headLine(appended.entry, appended.entry.at))
  return appended.appended
}

function changedBetween(before: Settings, after: Settings): ChangedSetting[] {
  return settingsThere().flatMap(({ name }) => {
    const [from, to] = [settingOf(before, name) ?? null, settingOf(after, name) ?? null]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ name, from, to }]
  })
}

/** Sources that came, went or are asked otherwise, each by its address; null where it is not watched. */
function changedInWatch(before: WatchSettings | null, after: WatchSettings): ChangedSetting[] {
  const known = ({ sources }: WatchSettings) => new Map(sources.map(({ url, ...how }) => [url, how])), [was, is] = [before === null ? new Map<string, unknown>() : known(before), known(after)]
  const changed = [...new Set([...was.keys(), ...is.keys()])].map((url): ChangedSetting => ({ name: `watch ${url}`, from: was.get(url) ?? null, to: is.get(url) ?? null }))
  if (before !== null) changed.push({ name: 'watch pause_seconds', from: before.pause_seconds, to: after.pause_seconds })
  return changed.filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

/** When settings and what is watched changed, oldest first. */
export async function* settingsChanges(store: Store): AsyncGenerator<{ seq: number, at: string, by: string, changed: ChangedSetting[] }> {
  let last: Settings = DEFAULT_SETTINGS_KEPT.settings
  for await (const { seq, at, by, body } of store.log({ about: [SUBJECT, WATCH_SUBJECT] })) {
    if ('watch' in (body as object)) { yield { seq, at, by, changed: (body as WatchEntry).changed }; continue }
    const { settings, changed } = body as SettingsEntry
    yield { seq, at, by, changed: changed ?? changedBetween(last, settings) }
    last = settings
  }
}
