// The settings of a data folder: one readable file, checked whole. What is computed from them carries their hash.
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from './identity.ts'
import { StoreError } from './store.ts'
import { faultOfSystem } from './system-faults.ts'

export const SETTINGS_FILE = 'settings.json'

/** The rules that figures may be weighed by. */
export const FIGURE_RULES = ['ucdp', 'acled', 'airwars'] as const

const SETTINGS = z.strictObject({
  version: z.literal(1).default(1).describe('the form of this file'),
  figures: z.strictObject({
    rule: z.enum(FIGURE_RULES).default('ucdp').describe('how low, best and high are made of what the voices say'),
  }).prefault({}),
  memory: z.strictObject({
    reports_at_once: z.int().min(1).max(10_000).default(200).describe('reports whose incidents are brought up to date in one step: the memory that it takes goes by this, not by what is kept'),
  }).prefault({}),
  review: z.strictObject({
    two_people: z.boolean().default(false).describe('true: who accepted an incident may not be who publishes it'),
    analyst: z.string().trim().min(1).max(200).nullable().default(null).describe('the name under which the desk on this machine takes decisions; null: as "decide" would, by $DATELINE_BY or the user\'s name'),
  }).prefault({}),
  log: z.strictObject({
    head_file: z.string().min(1).nullable().default(null).describe('a file, best on another machine or medium, to which the number and hash of each new entry of the log are written; "dateline verify" compares them'),
  }).prefault({}),
  serve: z.strictObject({
    public_url: z.url({ protocol: /^https$/ }).nullable().default(null).describe('the address under which a reverse proxy, which ends TLS, passes requests on to the desk ("https://desk.example.org")'),
    proxies: z.array(z.union([z.ipv4(), z.ipv6()])).max(20).default(['127.0.0.1', '::1']).describe('IP addresses of that proxy: what it says of who asks is believed'),
    local_without_sign_in: z.boolean().default(false).describe('true: whoever sits at this machine need not sign in though there are accounts; for a desk that other machines cannot reach'),
    idle_minutes: z.int().min(1).max(43_200).default(720).describe('a session ends when nobody used it for so long'),
    session_hours: z.int().min(1).max(8760).default(168).describe('a session ends so long after it began, used or not'),
  }).prefault({}),
})

/** What a user may set, complete with what was left out. */
export type Settings = z.infer<typeof SETTINGS>

export interface KeptSettings {
  settings: Settings
  /** SHA-256 of the settings in a fixed order: the same for two files that say the same. */
  hash: string
  /** The file; null where there is none and the settings are those that come with Dateline. */
  file: string | null
}

/** The settings that come with Dateline. */
export const DEFAULT_SETTINGS: Settings = SETTINGS.parse({})

/** The same with their hash, where there is no folder. */
export const DEFAULT_SETTINGS_KEPT: KeptSettings = { settings: DEFAULT_SETTINGS, hash: settingsHash(DEFAULT_SETTINGS), file: null }

const BYTE_ORDER_MARK = '\ufeff'

/** Reads the folder's settings; without a file, those that come with Dateline. StoreError `settings` says what was found and what was expected. */
export async function readSettings(folder: string): Promise<KeptSettings> {
  const file = join(folder, SETTINGS_FILE)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return DEFAULT_SETTINGS_KEPT
    throw faultOfSystem(error, `read the settings in ${file}`)
  }
  let value: unknown
  try {
    value = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
  } catch (error) {
    throw new StoreError('settings', `The settings in ${file} are not JSON: ${(error as Error).message}.`, 'Correct the file, or take it away to have the settings that come with Dateline.', error)
  }
  const parsed = SETTINGS.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StoreError('settings', `The settings in ${file} cannot be used: ${issue!.path.length > 0 ? `"${issue!.path.join('.')}": ` : ''}${issue!.message}.`, 'Correct the file, or take it away to have the settings that come with Dateline.')
  }
  return { settings: parsed.data, hash: settingsHash(parsed.data), file }
}

/** Writes the settings that come with Dateline where there are none yet, so that a user sees what can be set. */
export async function writeFirstSettings(folder: string): Promise<void> {
  const file = join(folder, SETTINGS_FILE)
  if (await readFile(file).then(() => true, (error: NodeJS.ErrnoException) => error.code !== 'ENOENT')) return
  await writeWhole(file, DEFAULT_SETTINGS)
}

/** A setting as a person names it ("review.two_people"), with what it does. */
export interface SettingAbout {
  name: string
  about: string
}

interface Described { description?: string, properties?: Record<string, Described> }

/** All settings that can be changed. */
export function settingsThere(): SettingAbout[] {
  const { properties = {} } = z.toJSONSchema(SETTINGS, { io: 'input' }) as Described
  return Object.entries(properties).flatMap(([group, { properties: of }]) => Object.entries(of ?? {}).map(([name, { description = '' }]) => ({ name: `${group}.${name}`, about: description })))
}

/** The value of a setting by its name; undefined where there is none of that name. */
export function settingOf(settings: Settings, name: string): unknown {
  const [group = '', key = ''] = name.split('.', 2), of = Object.hasOwn(settings, group) ? settings[group as keyof Settings] : undefined
  return typeof of === 'object' && Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined
}

/** Writes one setting into the folder's file, whole or not at all; what else stands there stays. StoreError `settings` where the value will not do. */
export async function changeSetting(folder: string, name: string, value: unknown): Promise<KeptSettings> {
  const { settings } = await readSettings(folder), [group = '', key = ''] = name.split('.', 2)
  const parsed = SETTINGS.safeParse({ ...settings, [group]: { ...settings[group as keyof Settings] as object, [key]: value } })
  if (!parsed.success) throw new StoreError('settings', `"${name}" cannot be set to ${JSON.stringify(value)}: ${parsed.error.issues[0]!.message}.`, 'Nothing was changed.')
  const file = join(folder, SETTINGS_FILE)
  await writeWhole(file, parsed.data)
  return { settings: parsed.data, hash: settingsHash(parsed.data), file }
}

async function writeWhole(file: string, settings: Settings): Promise<void> {
  const beside = `${file}.${process.pid}`
  try {
    const handle = await open(beside, 'w')
    try {
      await handle.writeFile(`${JSON.stringify(settings, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw faultOfSystem(error, `write ${file}`)
  }
}

/** Keys in order, so that the order in the file does not matter. */
function settingsHash(settings: Settings): string {
  return sha256(JSON.stringify(settings, (_, value: unknown) => value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value))
}
