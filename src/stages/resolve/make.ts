// An incident from its tellings: what they say together, weighed.
import type { Incident } from '../../model/incident.ts'
import { weigh, type WeighedClaim } from '../weigh/index.ts'
import { groupOrigins } from '../weigh/origins.ts'
import type { RuleName } from '../weigh/rule.ts'
import { incidentOf } from './incident.ts'
import { byText } from './input.ts'
import type { Told } from './telling.ts'
import type { Made } from './wholes.ts'

/** The incident of tellings of one event, whatever their order; null where titles alone tell of it: that is nothing which could be shown. */
export function makeEvent(tellings: readonly Told[], rule: RuleName): Made | null {
  if (tellings.every((telling) => telling.claims.length === 0)) return null
  return make(tellings, rule, false)
}

/** The running total of one claimant, place and day. */
export function makeTotal(tellings: readonly Told[], rule: RuleName): Made {
  const { incident, told } = make(tellings, rule, true)
  return { incident: { ...incident, kind: 'total' }, told }
}

function make(tellings: readonly Told[], rule: RuleName, total: boolean): Made {
  const told = [...tellings].sort((a, b) => byText(a.id, b.id))
  const tellers = [...new Map(told.map(({ teller }) => [teller.id, teller])).values()]
  const groups = groupOrigins(tellers), origins = new Map(tellers.map(({ id }, i) => [id, groups[i]!]))
  const claims = told.flatMap(({ teller, claims }) => claims.map(({ claim, post, versions }): WeighedClaim => ({
    claim, report: teller.report, key: teller.key, published: teller.published, outlet: teller.outlet, post, origin: origins.get(teller.id)!, publisher: teller.publisher, ...(versions === undefined ? {} : { versions }),
  })))
  return { incident: { ...incidentOf(told), ...weigh(claims, { rule, total }) }, told }
}

/** What incidents are listed by, and then by id: first those that some report is mainly about, each by day. */
export function listedUnder(incident: Incident, told: readonly Pick<Told, 'main'>[]): string {
  return `${told.some(({ main }) => main) ? 0 : 1} ${incident.date?.to ?? ''}`
}

/** Incidents in the order of their list. */
export function inOrder(all: readonly Made[]): Made[] {
  return all.map((made) => ({ made, listed: listedUnder(made.incident, made.told) }))
    .sort((a, b) => byText(a.listed, b.listed) || byText(a.made.incident.id, b.made.incident.id))
    .map(({ made }) => made)
}
