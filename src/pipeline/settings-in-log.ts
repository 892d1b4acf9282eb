// Settings are a file that people edit: that they changed is noticed, and goes into the log with what they are now.
import { headLine } from '../review/chain.ts'
import { appendLine } from '../store/head-file.ts'
import { DEFAULT_SETTINGS_KEPT, type KeptSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

const SUBJECT = 'settings file'

/** Appends the settings where they are others than the log last had (before the first: than those that come with Dateline). true: they were. `by`: who noticed it, not who changed it. */
export async function logSettings(store: Store, { settings, hash }: KeptSettings, by: string): Promise<boolean> {
  let last = DEFAULT_SETTINGS_KEPT.hash
  for await (const { body } of store.log({ about: [SUBJECT] })) last = (body as { hash: string }).hash
  if (last === hash) return false
  const appended = await store.append({ by, what: 'setting', body: { hash, settings }, basedOn: [{ subject: SUBJECT, state: await store.stateOf(SUBJECT) }], subjects: [SUBJECT], shapes: false })
  if (appended.appended && settings.log.head_file !== null) await appendLine(settings.log.head_file, headLine(appended.entry, appended.entry.at))
  return appended.appended
}
