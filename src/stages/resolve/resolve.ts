// Claims of many reports become incidents, whatever the order, batches or repetition they come in.
import type { Incident } from '../../model/incident.ts'
import { weigh, type WeighedClaim } from '../weigh/index.ts'
import type { RuleName } from '../weigh/rule.ts'
import { agglomerate } from './agglomerate.ts'
import { decisionsOf, type Decided } from './decided.ts'
import { incidentOf } from './incident.ts'
import { byText, canonical, type ResolveInput, type Sources, type Voiced } from './input.ts'
import { originGroups, publisherOf } from '../weigh/origins.ts'
import type { Containment } from './place-relation.ts'
import { tellingsOf } from './tell.ts'
import type { Telling } from './telling.ts'
import { totalsOf } from './totals.ts'
import { relateIncidents, type Made } from './wholes.ts'

export interface ResolveOptions {
  /** The rule by which figures are weighed; `ucdp` unless said. */
  rule?: RuleName
  /** Tells which place lies in which; without it names and distances decide. */
  containment?: Containment
  /** What people decided of which claims are one incident. */
  decisions?: Decided
}

/** Gives the incidents of all claims, in order of day and id; those that no report is mainly about come last. Every claim is in exactly one of them. */
export function resolve(inputs: Iterable<ResolveInput>, options: ResolveOptions = {}): Incident[] {
  const decisions = decisionsOf(options.decisions)
  const sources = canonical(inputs, decisions.isRemoved)
  const groups = originGroups(sources.reports)
  const tellings = tellingsOf(sources, options.containment, decisions).sort((a, b) => byText(a.id, b.id))
  const all: Made[] = []
  for (const members of agglomerate(tellings, options.containment)) {
    const told = members.map((i) => tellings[i]!)
    if (told.every((telling) => telling.claims.length === 0)) continue // titles alone tell of nothing that could be shown
    all.push({ incident: weighed(incidentOf(told, sources), told, sources, groups, options), told })
  }
  for (const told of totalsOf(sources)) all.push({ incident: { ...weighed(incidentOf(told, sources), told, sources, groups, options, true), kind: 'total' }, told })
  relateIncidents(all, options.containment)
  const hasMain = new Map(all.map(({ incident, told }) => [incident, told.some((telling) => telling.main)]))
  return all
    .map(({ incident }) => incident)
    .sort((a, b) => Number(hasMain.get(b)) - Number(hasMain.get(a)) || byText(a.date?.to ?? '', b.date?.to ?? '') || byText(a.id, b.id))
}

function weighed(incident: Incident, told: readonly Telling[], sources: Sources, groups: readonly string[], options: ResolveOptions, total = false): Incident {
  const claims = told.flatMap((telling) => telling.claims).map((voiced) => weighedClaim(voiced, sources, groups))
  return { ...incident, ...weigh(claims, { rule: options.rule ?? 'ucdp', total }) }
}

function weighedClaim(voiced: Voiced, sources: Sources, groups: readonly string[]): WeighedClaim {
  const input = sources.reports[voiced.report]!, { report, key, published, outlet, posts } = input
  return { claim: voiced.claim, report, key, published, outlet, post: voiced.claim.post === null ? null : posts[voiced.claim.post] ?? null, origin: groups[voiced.report]!, publisher: publisherOf(input), ...(voiced.versions === undefined ? {} : { versions: voiced.versions }) }
}
