// An incident from the tellings that were taken together: what most of them say, the finest place, every claim.
import type { DateRange, Place } from '../../model/claim.ts'
import type { ToldCourse, ToldMoment } from '../../model/course.ts'
import type { Incident } from '../../model/incident.ts'
import { byText } from './input.ts'
import { isoOf } from './day.ts'
import { WITHOUT_HARM, type Told } from './telling.ts'

/** The value that most say; of equals the one that sorts first. Null where nobody says any. */
export function mostSaid<T>(values: Iterable<T>, name: (value: T) => string): T | null {
  const counts = new Map<string, { value: T, times: number }>()
  for (const value of values) {
    const key = name(value), known = counts.get(key)
    if (known) known.times++
    else counts.set(key, { value, times: 1 })
  }
  let best: { key: string, value: T, times: number } | null = null
  for (const [key, { value, times }] of counts) if (!best || times > best.times || (times === best.times && key < best.key)) best = { key, value, times }
  return best ? best.value : null
}

const said = <T>(values: Iterable<T | null>): T[] => [...values].filter((value) => value !== null)

function placeOf(tellings: readonly Told[]): Place | null {
  const placed = tellings.filter((telling) => telling.place)
  const finest = Math.min(3, Math.max(0, ...placed.map((telling) => telling.level)))
  const key = mostSaid(placed.filter((telling) => Math.min(3, telling.level) === finest).map((telling) => telling.placeKey!), String)
  if (key === null) return null
  return placed.filter((telling) => telling.placeKey === key).map((telling) => telling.place!).sort((a, b) => Number(a.lat === null) - Number(b.lat === null) || byText(JSON.stringify(a), JSON.stringify(b)))[0]!
}

function dateOf(tellings: readonly Told[], type: string | null): DateRange | null {
  const days = tellings.filter((telling) => telling.days)
  const stated = days.filter((telling) => telling.days!.said)
  // one who says the day outweighs those of whom only the publication day is known; of stated days the commonest span
  const common = mostSaid((stated.length > 0 ? stated : days).map((telling) => telling.days!), (span) => `${span.from} ${span.to}`)
  if (!common) return null
  if (stated.length > 0) {
    const written = mostSaid(stated.filter((telling) => telling.days!.from === common.from && telling.days!.to === common.to).flatMap((telling) => telling.claims.map(({ claim }) => claim.date?.written ?? null)).filter((words) => words !== null), String)
    const open = type !== null && stated.every((telling) => telling.claims.every(({ claim }) => claim.date === null || claim.date.from === null))
    return { from: open ? null : isoOf(common.from), to: isoOf(common.to), written, known: 'stated' }
  }
  const from = Math.max(...days.map((telling) => telling.days!.from)), to = Math.min(...days.map((telling) => telling.days!.to))
  const [first, last] = from <= to ? [from, to] : [common.from, common.to]
  return { from: isoOf(first), to: isoOf(last), written: null, known: 'implied' }
}

/** The reports that tell of an incident, as doc: those of which it is the main incident first, each group by publication and name. */
export function reportsOf(tellings: readonly Told[]): string[] {
  const main = new Set<string>()
  for (const telling of tellings) if (telling.main) main.add(telling.teller.report)
  const seen = new Map<string, string>()
  for (const telling of tellings) {
    const { report, published } = telling.teller
    const known = seen.get(report)
    if (known === undefined || byText(published ?? '', known) < 0) seen.set(report, published ?? '')
  }
  return [...seen].sort((a, b) => Number(main.has(b[0])) - Number(main.has(a[0])) || byText(a[1], b[1]) || byText(a[0], b[0])).map(([report]) => report)
}

/** The kind that most tell. What is said about an event names it only where nothing else does: headlines on the talks stand with those on the deaths. */
function typeOf(tellings: readonly Told[]): string | null {
  const types = said(tellings.map((telling) => telling.type))
  const deeds = types.filter((type) => !WITHOUT_HARM.has(type))
  return mostSaid(deeds.length > 0 ? deeds : types, String)
}

const byMoment = (a: ToldMoment, b: ToldMoment): number => byText(a.at ?? '~', b.at ?? '~') || byText(a.claim, b.claim)

/** When it began and ended, as each claim says. */
function courseOf(tellings: readonly Told[]): Pick<Incident, 'course'> {
  const course: ToldCourse = { began: [], ended: [], lasted: [] }
  for (const { claims } of tellings) for (const { claim } of claims) for (const phase of ['began', 'ended', 'lasted'] as const) {
    const moment = claim.course?.[phase]
    if (moment) course[phase].push({ ...moment, claim: claim.id })
  }
  if (course.began.length + course.ended.length + course.lasted.length === 0) return {}
  return { course: { began: course.began.sort(byMoment), ended: course.ended.sort(byMoment), lasted: course.lasted.sort(byMoment) } }
}

/** What the tellings say together; figures and agreement are weighed afterwards. */
export function incidentOf(tellings: readonly Told[]): Incident {
  const type = typeOf(tellings)
  const claims = tellings.flatMap((telling) => telling.claims.map(({ claim }) => claim.id)).sort(byText)
  return {
    id: incidentId(claims[0]!), type, place: placeOf(tellings), date: dateOf(tellings, type),
    by: mostSaid(said(tellings.map((telling) => telling.by)), String), against: mostSaid(said(tellings.map((telling) => telling.against)), String),
    weapons: [...new Set(tellings.flatMap((telling) => [...telling.weapons]))].sort(byText),
    ...courseOf(tellings),
    figures: [], agreement: 'single', origins: 1, part_of: null, claims, reports: reportsOf(tellings), review: 'unreviewed',
  }
}

/** The id of the incident whose smallest claim id this is. */
export const incidentId = (smallestClaim: string): string => smallestClaim
