// Wholes and parts, and what else belongs together without being one: an interception and the strike it met, what happened
// under an alert, an outage after a strike. Totals of a whole are never added to its parts.
import type { Place } from '../../model/claim.ts'
import type { Incident, IncidentLink } from '../../model/incident.ts'
import { gap, type Days } from './day.ts'
import { byText } from './input.ts'
import { hashOf } from './lists.ts'
import { levelOf, placeKey, relate, type Containment } from './place-relation.ts'
import type { Told } from './telling.ts'
import { weaponsAllow } from './weapon-words.ts'

/** An incident with what it was made from. */
export interface Made {
  incident: Incident
  told: readonly Told[]
}

/** What is compared of an incident to tell which others it belongs to. */
export interface Entry {
  id: string
  type: string
  place: Place
  placeKey: string
  level: number
  days: Days
  by: string | null
  against: string | null
  weapons: string[]
  /** Its numbers make a wave of it. */
  wave: boolean
  /** Versions of reports that tell of it. */
  reports: string[]
}

const MOST_DAYS = 3
/** From here on a number of attacks, weapons or places hit makes a wave of it. */
const WAVE = 5
const WAVE_PLACES = 2

/** Sets `part_of` and `links`. Near-linear: incidents are looked up by country, day and kind. */
export function relateIncidents(all: readonly Made[], containment?: Containment): void {
  const index = new Map<number, Entry[]>()
  const entries: { entry: Entry, incident: Incident }[] = []
  for (const made of all) {
    const entry = entryOf(made)
    if (!entry) continue
    entries.push({ entry, incident: made.incident })
    for (const key of keysUnder(entry)) {
      const known = index.get(key)
      if (known) known.push(entry)
      else index.set(key, [entry])
    }
  }
  for (const { entry, incident } of entries) Object.assign(incident, relationsOf(entry, (key) => index.get(key) ?? [], containment))
}

/** The entry of an incident; null for a running total and for what has no kind, place or day. */
export function entryOf({ incident, told }: Made): Entry | null {
  const { id, type, place, by, against, weapons, figures } = incident
  const days = daysOfAll(told)
  if (!place || !days || type === null || incident.kind === 'total') return null
  return { id, type, place, placeKey: placeKey(place)!, level: levelOf(place), days, by, against, weapons, wave: isWave(figures), reports: [...new Set(told.map((telling) => telling.teller.id))] }
}

/** What an entry belongs to, of those found under the keys that it seeks. */
export function relationsOf(entry: Entry, under: (key: number) => readonly Entry[], containment?: Containment): Pick<Incident, 'part_of' | 'links'> {
  const links = linksOf(entry, under, containment)
  return { part_of: wholeOf(entry, under, containment)?.id ?? null, ...(links.length > 0 ? { links } : {}) }
}

function daysOfAll(told: readonly Told[]): Days | null {
  const days = told.map((telling) => telling.days).filter((span) => span !== null)
  const said = days.filter((span) => span.said)
  const used = said.length > 0 ? said : days
  return used.length === 0 ? null : { from: Math.min(...used.map((span) => span.from)), to: Math.max(...used.map((span) => span.to)), said: said.length > 0 }
}

function keysOf(type: string, { from, to }: Days, places: readonly string[]): number[] {
  const keys: number[] = []
  for (let day = Math.max(from, to - MOST_DAYS + 1); day <= to; day++) for (const place of places) keys.push(hashOf(`${type} ${place} ${day}`))
  return keys
}

/** The keys that an entry is found under: a settlement by itself, what is wider by its country. */
export const keysUnder = (entry: Entry): number[] => keysOf(entry.type, entry.days, entry.level >= 3 ? [entry.placeKey] : [`in ${entry.place.country}`])

/** The keys that an entry looks for incidents of a kind under: on its days (and so many before), in its own place or in what may hold it. */
const keysAround = (entry: Entry, type: string, before = 0): number[] => keysOf(type, { ...entry.days, from: entry.days.from - before }, [entry.placeKey, `in ${entry.place.country}`])

/** Every key that an entry looks under. */
export function keysSought(entry: Entry): number[] {
  const keys = keysAround(entry, entry.type)
  for (const [, type, before] of LINKS[entry.type] ?? []) keys.push(...keysAround(entry, type, before))
  return [...new Set(keys)]
}

/** How an incident of a kind may belong to one of another, and how many days earlier that may be. */
const LINKS: Readonly<Record<string, readonly (readonly [as: IncidentLink['as'], type: string, before: number])[]>> = {
  interception: [['interception_of', 'strike', 0], ['under_alert', 'air_raid_alert', 0]],
  infrastructure_disruption: [['caused_by', 'strike', 1]],
  strike: [['under_alert', 'air_raid_alert', 0]],
}

/** Each of the others once, in order of id. */
function around(entry: Entry, keys: readonly number[], under: (key: number) => readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>()
  for (const key of keys) for (const other of under(key)) if (other.id !== entry.id) found.set(other.id, other)
  return [...found.values()].sort((a, b) => byText(a.id, b.id))
}

function compatible(a: Pick<Entry, 'by' | 'weapons'>, b: Pick<Entry, 'by' | 'weapons'>): boolean {
  if (a.by !== null && b.by !== null && a.by !== b.by) return false
  return weaponsAllow(a.weapons, b.weapons)
}

/** What was shot down is named by its weapon: an aircraft may fire the missiles of a strike, but is none of those that were intercepted. */
const shotDownTogether = (part: Entry, whole: Entry): boolean => part.type !== 'interception' || part.weapons.length === 0 || whole.weapons.length === 0 || part.weapons.some((weapon) => whole.weapons.includes(weapon))

function sharedReports(a: Entry, b: Entry): number {
  const known = new Set(b.reports)
  return a.reports.reduce((shared, report) => shared + Number(known.has(report)), 0)
}

/** The narrowest whole that a text tells together with the part, or that is told as a wave. */
function wholeOf(part: Entry, under: (key: number) => readonly Entry[], containment?: Containment): Entry | null {
  let best: Entry | null = null, bestShared = 0
  for (const whole of around(part, keysAround(part, part.type), under)) {
    if (whole.type !== part.type || (whole.level >= part.level && !(whole.level === 3 && part.level >= 3))) continue
    if (relate(part.place, whole.place, containment) !== 'within' || !compatible(part, whole) || !shotDownTogether(part, whole) || gap(part.days, whole.days) > 0) continue
    const shared = sharedReports(part, whole)
    if (shared === 0 && !whole.wave) continue
    if (!best || whole.level > best.level || (whole.level === best.level && shared > bestShared)) { best = whole; bestShared = shared }
  }
  return best
}

function isWave(figures: Incident['figures']): boolean {
  return figures.some(({ measure, of, best }) => best !== null && (((measure === 'launched' || measure === 'intercepted') && best >= WAVE) || (measure === 'struck' && best >= (of === 'region' || of === 'settlement' ? WAVE_PLACES : WAVE))))
}

function linksOf(entry: Entry, under: (key: number) => readonly Entry[], containment?: Containment): IncidentLink[] {
  const links: IncidentLink[] = []
  const rank = (other: Entry): number => (other.placeKey === entry.placeKey ? 8 : 0) + (other.days.from === entry.days.from && other.days.to === entry.days.to ? 4 : 0)
    + (other.weapons.join() === entry.weapons.join() ? 2 : 0) + (sharedReports(entry, other) > 0 ? 1 : 0)
  for (const [as, type, before] of LINKS[entry.type] ?? []) {
    const found = around(entry, keysAround(entry, type, before), under).filter((other) => {
      if (other.type !== type) return false
      const relation = relate(entry.place, other.place, containment)
      return (relation === 'same' || relation === 'within') && fits(as, entry, other)
    }).sort((a, b) => rank(b) - rank(a))[0]
    if (found) links.push({ as, incident: found.id })
  }
  return links
}

function fits(as: IncidentLink['as'], entry: Entry, other: Entry): boolean {
  if (as === 'caused_by') return other.days.from <= entry.days.to
  if (as === 'under_alert') return gap(entry.days, other.days) === 0
  // a weapon's maker is often taken for its user: what one report tells of the same weapon belongs together all the same
  const sideMatches = entry.against === null || other.by === null || entry.against === other.by || (sharedReports(entry, other) > 0 && entry.weapons.some((weapon) => other.weapons.includes(weapon)))
  return sideMatches && compatible({ weapons: entry.weapons, by: null }, other) && gap(entry.days, other.days) === 0
}
