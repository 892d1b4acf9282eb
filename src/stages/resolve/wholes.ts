// Wholes and parts, and what else belongs together without being one: an interception and the strike it met, what happened
// under an alert, an outage after a strike. Totals of a whole are never added to its parts.
import type { Place } from '../../model/claim.ts'
import type { Incident, IncidentLink } from '../../model/incident.ts'
import { gap, type Days } from './day.ts'
import { byText } from './input.ts'
import { levelOf, placeKey, relate, type Containment } from './place-relation.ts'
import type { Telling } from './telling.ts'
import { weaponsAllow } from './weapon-words.ts'

/** An incident with what it was made from. */
export interface Made {
  incident: Incident
  told: readonly Telling[]
}

interface Entry {
  made: Made
  place: Place
  level: number
  days: Days
  reports: ReadonlySet<string>
}

const MOST_DAYS = 3
/** From here on a number of attacks, weapons or places hit makes a wave of it. */
const WAVE = 5
const WAVE_PLACES = 2

/** Sets `part_of` and `links`. Near-linear: incidents are looked up by country, day and kind. */
export function relateIncidents(all: readonly Made[], containment?: Containment): void {
  const index = new Map<string, Entry[]>()
  const entries: Entry[] = []
  for (const made of all) {
    const { place, type } = made.incident
    const days = daysOfAll(made.told)
    if (!place || !days || type === null || made.incident.kind === 'total') continue
    const entry: Entry = { made, place, level: levelOf(place), days, reports: new Set(made.told.map((telling) => telling.teller.id)) }
    entries.push(entry)
    for (const key of keysOf(entry, placesIndexed(entry))) {
      const known = index.get(key)
      if (known) known.push(entry)
      else index.set(key, [entry])
    }
  }
  for (const entry of entries) {
    entry.made.incident.part_of = wholeOf(entry, index, containment)?.made.incident.id ?? null
    const links = linksOf(entry, index, containment)
    if (links.length > 0) entry.made.incident.links = links
  }
}

function daysOfAll(told: readonly Telling[]): Days | null {
  const days = told.map((telling) => telling.days).filter((span) => span !== null)
  const said = days.filter((span) => span.said)
  const used = said.length > 0 ? said : days
  return used.length === 0 ? null : { from: Math.min(...used.map((span) => span.from)), to: Math.max(...used.map((span) => span.to)), said: said.length > 0 }
}

/** A settlement is found by itself, what is wider by its country. */
const placesIndexed = ({ place, level }: Entry): string[] => (level >= 3 ? [placeKey(place)!] : [`in ${place.country}`])

function keysOf(entry: Entry, places: readonly string[]): string[] {
  const { days, made: { incident } } = entry
  const keys: string[] = []
  for (let day = Math.max(days.from, days.to - MOST_DAYS + 1); day <= days.to; day++) for (const place of places) keys.push(`${incident.type} ${place} ${day}`)
  return keys
}

/** Incidents of a kind on the days of an entry, in its own place or in what may hold it; each once, in order of id. */
function around(entry: Entry, type: string, index: ReadonlyMap<string, readonly Entry[]>, before = 0): Entry[] {
  const probe: Entry = { ...entry, days: { ...entry.days, from: entry.days.from - before }, made: { ...entry.made, incident: { ...entry.made.incident, type } } }
  const found = new Set<Entry>()
  for (const key of keysOf(probe, [placeKey(entry.place)!, `in ${entry.place.country}`])) for (const other of index.get(key) ?? []) if (other.made !== entry.made) found.add(other)
  return [...found].sort((a, b) => byText(a.made.incident.id, b.made.incident.id))
}

function compatible(a: Incident, b: Incident): boolean {
  if (a.by !== null && b.by !== null && a.by !== b.by) return false
  return weaponsAllow(a.weapons, b.weapons)
}

const sharedReports = (a: Entry, b: Entry): number => [...a.reports].filter((report) => b.reports.has(report)).length

/** The narrowest whole that a text tells together with the part, or that is told as a wave. */
function wholeOf(part: Entry, index: ReadonlyMap<string, readonly Entry[]>, containment?: Containment): Entry | null {
  let best: Entry | null = null, bestShared = 0
  for (const whole of around(part, part.made.incident.type!, index)) {
    if (whole.level >= part.level && !(whole.level === 3 && part.level >= 3)) continue
    if (relate(part.place, whole.place, containment) !== 'within' || !compatible(part.made.incident, whole.made.incident) || gap(part.days, whole.days) > 0) continue
    const shared = sharedReports(part, whole)
    if (shared === 0 && !isWave(whole.made.incident)) continue
    if (!best || whole.level > best.level || (whole.level === best.level && shared > bestShared)) { best = whole; bestShared = shared }
  }
  return best
}

function isWave(incident: Incident): boolean {
  return incident.figures.some(({ measure, of, best }) => best !== null && (((measure === 'launched' || measure === 'intercepted') && best >= WAVE) || (measure === 'struck' && best >= (of === 'region' || of === 'settlement' ? WAVE_PLACES : WAVE))))
}

function linksOf(entry: Entry, index: ReadonlyMap<string, readonly Entry[]>, containment?: Containment): IncidentLink[] {
  const links: IncidentLink[] = []
  const link = (as: IncidentLink['as'], type: string, fits: (other: Entry) => boolean, before = 0): void => {
    const rank = (other: Entry): number => (placeKey(other.place) === placeKey(entry.place) ? 8 : 0) + (other.days.from === entry.days.from && other.days.to === entry.days.to ? 4 : 0)
      + (other.made.incident.weapons.join() === entry.made.incident.weapons.join() ? 2 : 0) + (sharedReports(entry, other) > 0 ? 1 : 0)
    const found = around(entry, type, index, before).filter((other) => {
      const relation = relate(entry.place, other.place, containment)
      return (relation === 'same' || relation === 'within') && fits(other)
    }).sort((a, b) => rank(b) - rank(a))[0]
    if (found) links.push({ as, incident: found.made.incident.id })
  }
  const { incident } = entry.made
  // a weapon's maker is often taken for its user: what one report tells of the same weapon belongs together all the same
  const sideMatches = (other: Entry): boolean => incident.against === null || other.made.incident.by === null || incident.against === other.made.incident.by || (sharedReports(entry, other) > 0 && incident.weapons.some((weapon) => other.made.incident.weapons.includes(weapon)))
  if (incident.type === 'interception') link('interception_of', 'strike', (other) => sideMatches(other) && compatible({ ...incident, by: null }, other.made.incident) && gap(entry.days, other.days) === 0)
  if (incident.type === 'infrastructure_disruption') link('caused_by', 'strike', (other) => other.days.from <= entry.days.to, 1)
  if (incident.type === 'strike' || incident.type === 'interception') link('under_alert', 'air_raid_alert', (other) => gap(entry.days, other.days) === 0)
  return links
}
