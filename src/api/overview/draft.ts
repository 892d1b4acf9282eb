// An incident and who speaks of it as a row of the table: everything as numbers.
import { COUNTED, MEASURES } from '../../model/claim.ts'
import type { Figure, Incident, Saying } from '../../model/incident.ts'
import { needsOf, tollOf } from '../../review/needs.ts'
import { dayNumber } from '../../site/day-columns.ts'
import { isPoint, isUntold } from '../../site/words.ts'
import type { IncidentVoice } from '../../store/store.ts'
import type { Names } from './names.ts'
import { AGREEMENTS, FIGURES_ALONE, NO_DAY, REVIEWS, STANDINGS, TOTAL_KIND } from './row.ts'
import { totalsOf, type TotalPoint } from './totals.ts'

/** What is told for longer than this many days stands under no single day. */
const LONGEST = 7
const FIGURES_SHOWN = 4
const LARGEST = 0x7fff_ffff

/** The columns of whole numbers, and those of a few values and of degrees. Names, and lists of weapons, by their number in Names; -1 for none. */
export const WHOLE = ['day', 'kind', 'place', 'country', 'from', 'to', 'precision', 'by', 'against', 'weapons', 'spot', 'partOf', 'origins', 'claims', 'reports', 'toll', 'words'] as const
export const SMALL = ['standing', 'agreement', 'review', 'needs'] as const
export const DEGREES = ['lat', 'lon'] as const
/** What a row has any number of. `figures`: FIGURE numbers each. `said`: SAID numbers for each voice. */
export const SEVERAL = ['claimants', 'outlets', 'figures', 'said'] as const

export type Numbers = Record<(typeof WHOLE)[number] | (typeof SMALL)[number] | (typeof DEGREES)[number], number>

/** Numbers that a figure takes: measure and what is counted (places in their lists), low, best and high (NaN for none), voices. */
export const FIGURE = 6
/** Numbers that a voice of a row takes: its name, whether an outlet (1) or a claimant (0), figures it gave, those of them revised, disputed and denied. */
export const SAID = 6

export interface Draft {
  id: string
  numbers: Numbers
  several: Record<(typeof SEVERAL)[number], number[]>
  /** Running totals that it tells; null for none. */
  totals: readonly TotalPoint[] | null
  /** Claims that decisions about it name; null for none. */
  decided: readonly string[] | null
}

/** The kind that an incident is filtered, drawn and listed as. */
export function kindOfIncident(incident: Incident): string {
  return incident.kind === 'total' ? TOTAL_KIND : incident.type ?? FIGURES_ALONE
}

function listedDay(incident: Incident): number {
  const from = dayNumber(incident.date?.from), to = dayNumber(incident.date?.to)
  if (incident.kind !== 'total' && from !== null && to !== null && to - from > LONGEST) return NO_DAY
  return to ?? from ?? NO_DAY
}

/** The draft of an incident. `words`: its number in the index of words; -1 where it has none. */
export function draftOf(incident: Incident, voices: readonly IncidentVoice[], words: number, decided: readonly string[], names: Names): Draft {
  const { place } = incident
  const point = isPoint(place), standing = place === null ? 'none' : point ? 'point' : isUntold(place) ? 'untold' : 'area'
  const name = place?.name || place?.written, totals = totalsOf(incident)
  return {
    id: incident.id, decided: decided.length === 0 ? null : decided, totals: totals.length === 0 ? null : totals,
    numbers: {
      day: listedDay(incident), kind: names.at(kindOfIncident(incident)), place: names.at(name), country: names.at(place?.country), from: names.at(incident.date?.from?.slice(0, 10)), to: names.at(incident.date?.to?.slice(0, 10)),
      precision: names.at(place?.precision), by: names.at(incident.by), against: names.at(incident.against), weapons: names.listAt(incident.weapons),
      spot: names.at(point ? `${place.lat}|${place.lon}` : `${standing}|${place?.country}|${name}`), partOf: names.at(incident.part_of),
      origins: incident.origins, claims: incident.claims.length, reports: incident.reports.length, toll: Math.min(LARGEST, Math.round(tollOf(incident))), words,
      standing: STANDINGS.indexOf(standing), agreement: AGREEMENTS.indexOf(incident.agreement), review: REVIEWS.indexOf(incident.review), needs: incident.kind === 'total' ? 0 : needsOf(incident),
      lat: point ? place.lat : NaN, lon: point ? place.lon : NaN,
    },
    several: {
      claimants: names.some(voices.flatMap((voice) => voice.claimant ?? [])), outlets: names.some(voices.flatMap((voice) => voice.outlet ?? [])),
      figures: incident.figures.slice(0, FIGURES_SHOWN).flatMap(shortFigure), said: saidIn(incident, names),
    },
  }
}

function shortFigure({ measure, of, low, best, high, says }: Figure): number[] {
  return [MEASURES.indexOf(measure), COUNTED.indexOf(of), low ?? NaN, best ?? NaN, high ?? NaN, new Set(says.filter((say) => say.superseded_by === null).map((say) => say.claimant ?? say.outlet ?? say.report)).size]
}

function saidIn({ figures }: Incident, names: Names): number[] {
  const known = new Map<number, number[]>()
  const count = (voice: string | null | undefined, outlet: 0 | 1, say: Saying, apart: boolean): void => {
    const name = names.at(voice)
    if (name < 0) return
    let said = known.get(2 * name + outlet)
    if (said === undefined) known.set(2 * name + outlet, said = [name, outlet, 0, 0, 0, 0])
    said[2]!++
    if (say.superseded_by !== null) said[3]!++
    if (apart) said[4]!++
    if (say.stance === 'denied') said[5]!++
  }
  for (const { low, high, says } of figures) {
    const apart = low !== null && high !== null && low !== high
    for (const say of says) { count(say.claimant, 0, say, apart); count(say.outlet, 1, say, apart) }
  }
  return [...known.values()].flat()
}
