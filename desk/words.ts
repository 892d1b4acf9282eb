// Values of the record as a reader sees them: days, places, numbers, figures. All words come from texts.
import type { RowAnswer } from '../src/api/schemas/shared.ts'
import { theSession } from './ask.ts'
import { texts } from './texts/texts.ts'

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(texts.locale, { timeZone: 'UTC', ...options })
const LONG = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), USUAL = format({ day: 'numeric', month: 'long', year: 'numeric' }), SHORT = format({ day: 'numeric', month: 'short', year: 'numeric' }), BRIEF = format({ day: 'numeric', month: 'short' })
const MONTH = format({ month: 'long', year: 'numeric' }), WEEKDAY = format({ weekday: 'narrow' })
const NUMBER = new Intl.NumberFormat(texts.locale), LANGUAGES = new Intl.DisplayNames(texts.locale, { type: 'language', fallback: 'code' })

/** What was worded once: days come by the hundred, and again at every filter. */
const MOST_KNOWN = 4096
function once(word: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>()
  return (key) => {
    let words = known.get(key)
    if (words === undefined) {
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, words = word(key))
    }
    return words
  }
}

const at = (iso: string): Date | null => { const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`); return Number.isNaN(date.getTime()) ? null : date }
const shown = (formatter: Intl.DateTimeFormat) => once((iso) => { const date = at(iso); return date === null ? iso : formatter.format(date) })
/** Two days; where one is none, the last. */
const ranged = (formatter: Intl.DateTimeFormat): ((from: string, to: string) => string) => {
  const known = once((days) => { const [a, b] = [at(days.slice(0, 10)), at(days.slice(10))]; return a === null || b === null ? days.slice(10) : formatter.formatRange(a, b) })
  return (from, to) => known(from.slice(0, 10) + to.slice(0, 10))
}

export const longDay = shown(LONG), usualDay = shown(USUAL), shortDay = shown(SHORT), briefDay = shown(BRIEF), monthName = shown(MONTH), weekdayLetter = shown(WEEKDAY)
const usualRange = ranged(USUAL), shortRange = ranged(SHORT), briefRangeOf = ranged(BRIEF)
export const grouped = (value: number): string => NUMBER.format(value)

/** "6 May 2031, 14:05" of an ISO date-time in its own clock; the day alone where it has no time. */
export function dayAndTime(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1]
  return time === undefined ? usualDay(iso) : `${usualDay(iso)}, ${time}`
}

/** A range of days, nothing said twice. */
export function dayRange(date: { from: string | null, to: string | null } | null, long = false): string {
  const day = long ? usualDay : shortDay
  if (date === null || (date.from === null && date.to === null)) return texts.dayNotTold
  if (date.from === null) return texts.until(day(date.to!))
  if (date.to === null) return texts.since(day(date.from))
  return date.from === date.to ? day(date.to) : (long ? usualRange : shortRange)(date.from, date.to)
}

/** The same without its year where that is the given one, for the room of a table's cell. */
export function briefRange(date: { from: string | null, to: string | null }, year: string): string {
  if (date.from === null || date.to === null || !date.from.startsWith(year) || !date.to.startsWith(year)) return dayRange(date)
  return date.from === date.to ? briefDay(date.to) : briefRangeOf(date.from, date.to)
}

export function kindName(kind: string): string {
  return texts.kinds[kind]?.[0] ?? theSession().kinds.find((one) => one.kind === kind)?.label ?? (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('_', ' ')
}

/** The place as it is named: what cannot be told apart says so. */
export function placeName({ place, standing, precision }: Pick<RowAnswer, 'place' | 'standing' | 'precision'>): string {
  if (place === null) return texts.placeNotTold
  if (standing === 'untold') return texts.untold(place)
  return precision === 'country' ? texts.somewhere(place) : place
}

/** "Strike in Kharkiv". */
export function headline(row: Pick<RowAnswer, 'kind' | 'place' | 'standing' | 'precision'>): string {
  return row.place === null ? kindName(row.kind) : texts.headline(kindName(row.kind), texts.kinds[row.kind]?.[1] ?? 'in', placeName(row))
}

/** By whom, against whom, with what; '' where none of it was told. */
export function sidesOf({ by, against, weapons }: { by: string | null, against: string | null, weapons: readonly string[] }): string {
  const named = weapons.map((weapon) => texts.weapons[weapon] ?? weapon.replaceAll('_', ' '))
  const list = named.length < 2 ? named.join('') : named.slice(0, -1).join(', ') + texts.and + named.at(-1)!
  return [by === null ? '' : texts.by(by), against === null ? '' : texts.against(against), list === '' ? '' : texts.withWeapons(list)].filter((part) => part !== '').join(' ')
}

export const weaponName = (weapon: string): string => texts.weapons[weapon] ?? weapon.replaceAll('_', ' ')
export const measureName = (measure: string): string => texts.measures[measure] ?? measure.replaceAll('_', ' ')

/** What a figure counts and what befell it: "killed", "drones intercepted". */
export function figureThing({ measure, of }: { measure: string, of: string }, value: number | null): string {
  const thing = of === 'person' ? '' : `${texts.thing(of, value)} `
  return thing + (texts.measures[`${measure}_${of}`] ?? measureName(measure))
}

/** The numbers of a figure, low to high, each once. */
export function figureValues({ low, best, high }: { low: number | null, best: number | null, high: number | null }): number[] {
  return [...new Set([low, best, high].filter((value) => value !== null))]
}

/** "2–3–4", "some" where only vague values are known. */
export function figureNumbers(figure: { low: number | null, best: number | null, high: number | null }): string {
  const values = figureValues(figure)
  return values.length === 0 ? texts.some : values.map(grouped).join('–')
}

/** A value as it is spoken; a vague one by its own words. */
export function spoken({ value, bound, words }: { value: number, bound: string, words: string | null }): string {
  return bound === 'vague' ? words?.toLowerCase() ?? texts.some : (texts.bounds[bound] ?? '') + grouped(value)
}

/** The same in the room of a table's cell: "≥31". */
export function short({ value, bound, words }: { value: number, bound: string, words: string | null }): string {
  return bound === 'vague' ? words?.toLowerCase() ?? texts.some : (texts.boundSigns[bound] ?? '') + grouped(value)
}

/** Who speaks: the claimant, else the outlet itself. */
export function voiceName({ claimant, outlet }: { claimant: string | null, outlet: string | null }, doc = ''): string {
  return claimant ?? outlet ?? doc
}

/** The hue class of a voice among others, in the order given; the outlet's own voice is grey. */
export function hueOf(voices: readonly string[], name: string | null): string {
  const place = name === null ? -1 : voices.indexOf(name)
  return place < 0 ? 'v-own' : `v-${place % 8}`
}

/** The language of words whose report did not tell one: what is not known to be in another was read by the rules of English. */
export const READ_AS = 'en'

/** A language by its name in the reader's; what is no language's code stays as it is. */
export function languageName(code: string): string {
  try { return LANGUAGES.of(code) ?? code } catch { return code }
}
