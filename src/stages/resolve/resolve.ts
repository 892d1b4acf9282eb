// Claims of many reports become incidents, whatever the order, batches or repetition they come in.
import type { Incident } from '../../model/incident.ts'
import type { RuleName } from '../weigh/rule.ts'
import { decisionsOf, type Decided } from './decided.ts'
import { groupNodes } from './group.ts'
import { byText, canonical, type ResolveInput } from './input.ts'
import { inOrder, makeEvent, makeTotal } from './make.ts'
import { byNode, nodeOf } from './node.ts'
import type { Containment } from './place-relation.ts'
import { tellingsOf } from './tell.ts'
import type { Telling } from './telling.ts'
import { totalName } from './totals.ts'
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
  const { containment, rule = 'ucdp' } = options
  const decisions = decisionsOf(options.decisions)
  const events: Telling[] = [], totals: Telling[] = []
  for (const sources of canonical(inputs, decisions.isRemoved)) {
    const told = tellingsOf(sources, containment, decisions)
    for (const telling of told.events) events.push(telling)
    for (const telling of told.totals) totals.push(telling)
  }
  const all: Made[] = []
  const tellings = byNode(events)
  for (const nodes of groupNodes([...tellings].map(([name, told]) => nodeOf(name, told)), containment)) {
    const made = makeEvent(nodes.flatMap(({ name }) => tellings.get(name)!), rule)
    if (made) all.push(made)
  }
  for (const [, told] of [...Map.groupBy(totals, totalName)].sort(([a], [b]) => byText(a, b))) all.push(makeTotal(told, rule))
  relateIncidents(all, containment)
  return inOrder(all).map(({ incident }) => incident)
}
