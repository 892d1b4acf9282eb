// The page's own words: kinds of incident, figures, days and marks, as a reader sees them.
import type { Bound, Counted, DateRange, Measure, Place } from '../model/claim.ts'
import type { Agreement, Incident } from '../model/incident.ts'
import type { Removal } from '../model/report.ts'

/** The kind under which running totals are listed; no incident type is called so. */
export const TOTAL = ' total'

/** The kind that an incident is listed and drawn as. */
export function kindOf(incident: Incident): string | null {
  return incident.kind === 'total' ? TOTAL : incident.type
}

const KIND_WORDS: ReadonlyMap<string, { label: string; at: string }> = new Map(Object.entries({
  strike: { label: 'Strike', at: 'in' },
  interception: { label: 'Interception', at: 'over' },
  ground_combat: { label: 'Fighting', at: 'at' },
  territory_change: { label: 'Control', at: 'of' },
  violence_against_civilians: { label: 'Violence against civilians', at: 'in' },
  explosion: { label: 'Explosion', at: 'in' },
  air_raid_alert: { label: 'Air raid alert', at: 'in' },
  infrastructure_disruption: { label: 'Outage', at: 'in' },
  capture_or_exchange: { label: 'Capture or exchange', at: 'in' },
  deployment: { label: 'Deployment', at: 'in' },
  diplomacy: { label: 'Diplomacy', at: 'in' },
  unrest: { label: 'Unrest', at: 'in' },
}))

/** A kind of incident in words; a user's own type reads as its name. null: a count that no event carries. */
export function kindLabel(type: string | null): string {
  if (type === null) return 'Figures'
  if (type === TOTAL) return 'Running total'
  return KIND_WORDS.get(type)?.label ?? sentenceCase(type.replaceAll('_', ' '))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const PLURAL: Readonly<Record<Counted, [string, string]>> = {
  person: ['person', 'people'], civilian: ['civilian', 'civilians'], child: ['child', 'children'], combatant: ['combatant', 'combatants'],
  medic: ['medic', 'medics'], journalist: ['journalist', 'journalists'], drone: ['drone', 'drones'], missile: ['missile', 'missiles'],
  munition: ['munition', 'munitions'], aircraft: ['aircraft', 'aircraft'], helicopter: ['helicopter', 'helicopters'], tank: ['tank', 'tanks'],
  armoured_vehicle: ['armoured vehicle', 'armoured vehicles'], vehicle: ['vehicle', 'vehicles'], artillery: ['artillery system', 'artillery systems'],
  ship: ['ship', 'ships'], building: ['building', 'buildings'], school: ['school', 'schools'], hospital: ['hospital', 'hospitals'],
  facility: ['facility', 'facilities'], settlement: ['settlement', 'settlements'], region: ['region', 'regions'], household: ['household', 'households'], strike: ['strike', 'strikes'],
}

/** What a number counts, in words. */
export function countedWord(of: Counted, value: number): string {
  return PLURAL[of][value === 1 ? 0 : 1]
}

/** What befell what was counted, in words: where strikes themselves are counted, they were carried out. */
export function measureWord(measure: Measure, of: Counted): string {
  if (of === 'strike' && measure === 'struck') return 'carried out'
  return measure === 'without_service' ? 'without service' : measure
}

/** A whole number with a comma between thousands, the same on every machine. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction ? `${text}.${fraction}` : text
}

const BOUND_WORDS: Readonly<Record<Bound, string>> = { exact: '', at_least: 'at least ', at_most: 'up to ', about: 'about ', vague: '' }
const BOUND_SIGNS: Readonly<Record<Bound, string>> = { exact: '', at_least: '≥', at_most: '≤', about: '≈', vague: '' }

/** A value as it is spoken: "at least 31"; a vague one by its own words. */
export function spokenValue(value: number, bound: Bound, ownWords: string | null): string {
  if (bound === 'vague') return ownWords ? ownWords.toLowerCase() : `some (${grouped(value)} by convention)`
  return BOUND_WORDS[bound] + grouped(value)
}

/** The same in the room of a table cell: "≥31". */
export function shortValue(value: number, bound: Bound, ownWords: string | null): string {
  if (bound === 'vague') return ownWords ? ownWords.toLowerCase() : 'some'
  return BOUND_SIGNS[bound] + grouped(value)
}

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "three reports", "1 report" above ten in digits. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${NUMBER_WORDS[n] ?? grouped(n)} ${n === 1 ? one : many}`
}

/** How the voices stand to each other, in words; `voices` is how many different ones speak. */
export function agreementWords(agreement: Agreement, voices: number): string {
  if (agreement === 'single') return 'one origin'
  if (agreement === 'corroborated') return voices > 1 ? `${counted(voices, 'voice')} agree` : 'told alike more than once'
  if (agreement === 'contested') return voices > 1 ? `${counted(voices, 'voice')} disagree` : 'contested'
  return 'denied'
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

interface Day { year: number; month: number; day: number; weekday: string }

/** The parts of an ISO day; null where it is none. */
export function dayParts(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  return MONTHS[month - 1] === undefined ? null : { year, month, day, weekday }
}

/** "6 May 2031"; what is no ISO day is given back as it stands. */
export function dayWords(iso: string): string {
  const d = dayParts(iso)
  return d ? `${d.day} ${MONTHS[d.month - 1]} ${d.year}` : iso
}

/** "Tuesday 6 May 2031". */
export function longDay(iso: string): string {
  const d = dayParts(iso)
  return d ? `${d.weekday} ${dayWords(iso)}` : iso
}

/** "May 2031". */
export function monthWords(iso: string): string {
  const d = dayParts(iso)
  return d ? `${MONTHS[d.month - 1]} ${d.year}` : iso
}

/** A range of days with nothing said twice: "5–6 May 2031", "30 April – 2 May 2031", "until 9 May 2031". */
export function rangeWords(date: Pick<DateRange, 'from' | 'to'> | null): string {
  if (!date || (!date.from && !date.to)) return 'day not told'
  if (!date.from) return `until ${dayWords(date.to ?? '')}`
  if (!date.to) return `from ${dayWords(date.from)}`
  const a = dayParts(date.from)
  const b = dayParts(date.to)
  if (date.from === date.to || !a || !b) return dayWords(date.from)
  if (a.year !== b.year) return `${dayWords(date.from)} – ${dayWords(date.to)}`
  if (a.month !== b.month) return `${a.day} ${MONTHS[a.month - 1]} – ${dayWords(date.to)}`
  return `${a.day}–${dayWords(date.to)}`
}

/** The place as the list names it: what cannot be told apart keeps its written name and says so. */
export function placeWords(place: Place | null): string {
  if (!place) return 'place not told'
  const name = place.name || place.written
  if (isUntold(place)) return `${name} (which one, or where, cannot be told)`
  if (place.precision === 'country') return `${name}, somewhere in the country`
  return name
}

/** true where a place is named but not resolved: several are called so, or no gazetteer has it. */
export function isUntold(place: Place): boolean {
  return place.precision === null || (place.lat === null && place.precision !== 'region' && place.precision !== 'country')
}

/** true where the place is a point on the ground; a region's and a country's middle is not. */
export function isPoint(place: Place | null): place is Place & { lat: number; lon: number } {
  return place !== null && place.lat !== null && place.lon !== null
    && (place.precision === 'site' || place.precision === 'settlement' || place.precision === 'district')
}

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** What, where, by whom against whom, with what: the one sentence of an incident, in three parts so that each can be set apart. */
export function sentenceParts(incident: Incident): { what: string; where: string; rest: string } {
  const words = KIND_WORDS.get(incident.type ?? '')
  const rest: string[] = []
  if (incident.by) rest.push(`by ${incident.by}`)
  if (incident.against) rest.push(`against ${incident.against}`)
  if (incident.weapons.length > 0) rest.push(`with ${list(incident.weapons.map(weaponWord))}`)
  const at = incident.place ? `${words?.at ?? 'in'} ` : ''
  return { what: kindLabel(kindOf(incident)), where: at + placeWords(incident.place), rest: rest.join(' ') }
}

const WEAPON_WORDS: ReadonlyMap<string, string> = new Map(Object.entries({
  missile: 'missiles', drone: 'drones', rocket: 'rockets', bomb: 'bombs', tank: 'tanks', mine: 'mines', small_arms: 'small arms',
}))
function weaponWord(weapon: string): string {
  return WEAPON_WORDS.get(weapon) ?? weapon.replaceAll('_', ' ')
}

/** Why a piece of the page was taken out, in words. */
export function removalWords(removal: Removal): string {
  return removal.why.replaceAll('_', ' ')
}
