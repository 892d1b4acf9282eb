// Why claims are one incident, and which were nearest and kept apart: every score with its reasons in words.
import type { Incident } from '../../model/incident.ts'
import { ONE_EVENT } from './agglomerate.ts'
import { candidatePairs } from './candidates.ts'
import { decisionsOf } from './decided.ts'
import { groupNodes } from './group.ts'
import { byText, canonical, type ResolveInput } from './input.ts'
import { reasonsFor, type Reason } from './likeness.ts'
import { byNode, nodeOf, type Node } from './node.ts'
import type { Containment } from './place-relation.ts'
import { profileOf } from './profile.ts'
import { tellingsOf } from './tell.ts'
import type { Telling } from './telling.ts'
import type { ResolveOptions } from './resolve.ts'

export type { Reason } from './likeness.ts'

/** What one report tells of an event: its claims, or its title alone. */
export interface Told {
  report: string
  claims: string[]
  /** The first claim's words, or the title. */
  words: string
}

/** Two tellings and how likely they are of one event, in natural log-odds, with the reasons, strongest first. */
export interface Tie {
  one: Told
  other: Told
  score: number
  reasons: Reason[]
  /** A person decided that they are one incident, or that they are not: then the score does not count. */
  decided?: 'together' | 'apart'
}

/** `together`: each telling of the incident with the one it is most like. `apart`: the nearest others, likeliest first, with the smallest claim id of the incident that they are in. */
export interface Explanation {
  claims: string[]
  together: Tie[]
  apart: (Tie & { incident: string | null })[]
}

const MOST_TOGETHER = 60
const MOST_APART = 5
/** Of many tellings that are one from the start a few stand for all. */
const FEW_OF_A_NODE = 4

/** Explains the incident that holds a claim (an incident's id is the smallest of its claims'); null where no claim has that id. */
export function explainIncident(inputs: Iterable<ResolveInput>, id: Incident['id'], options: ResolveOptions = {}): Explanation | null {
  const decisions = decisionsOf(options.decisions)
  const tellings = byNode(canonical(inputs, decisions.isRemoved).flatMap((sources) => tellingsOf(sources, options.containment, decisions).events))
  const nodes = [...tellings].map(([name, told]) => nodeOf(name, told))
  const groups = groupNodes(nodes, options.containment)
  const mine = groups.find((group) => group.some(({ claims }) => claims.includes(id)))
  if (!mine) return null
  const groupOf = new Map<Node, Node[]>()
  for (const group of groups) for (const node of group) groupOf.set(node, group)
  const near: Near[] = []
  for (const [i, j] of candidatePairs(nodes)) {
    const [a, b]: [Node, Node] = groupOf.get(nodes[i]!) === mine ? [nodes[i]!, nodes[j]!] : [nodes[j]!, nodes[i]!]
    const other: Node[] = groupOf.get(b)!
    if (groupOf.get(a) === mine && other !== mine) near.push({ mine: tellings.get(a.name)!, others: tellings.get(b.name)!, incident: other.flatMap(({ claims }) => claims).sort(byText)[0] ?? null })
  }
  return explain(mine.flatMap(({ name }) => tellings.get(name)!), near, options.containment)
}

/** Tellings of an incident beside others that they were compared with, and the incident of those (null: a title alone). */
export interface Near {
  mine: readonly Telling[]
  others: readonly Telling[]
  incident: string | null
}

/** Explains tellings taken together by what each is most like, and what was near and kept apart. */
export function explain(mine: readonly Telling[], near: Iterable<Near>, containment?: Containment): Explanation {
  const tie = (a: Telling, b: Telling): Tie => {
    const reasons = reasonsFor(profileOf(a), profileOf(b), containment)
    const decided = a.decided.some((group) => b.decided.includes(group)) ? 'together' : b.claims.some(({ claim }) => a.apartFrom.has(claim.id)) ? 'apart' : null
    return { one: toldOf(a), other: toldOf(b), score: reasons.reduce((sum, reason) => sum + reason.score, 0), reasons, ...(decided ? { decided } : {}) }
  }
  const nearest = new Map<string, Tie & { incident: string | null }>()
  for (const { mine: some, others, incident } of near) {
    const name = incident ?? `title ${others[0]!.id}`
    for (const a of some.slice(0, FEW_OF_A_NODE)) for (const b of others.slice(0, FEW_OF_A_NODE)) {
      const found = tie(a, b), known = nearest.get(name)
      if (!known || found.score > known.score) nearest.set(name, { ...found, incident })
    }
  }
  const shown = [...mine].sort((a, b) => byText(a.id, b.id)).slice(0, MOST_TOGETHER)
  return {
    claims: mine.flatMap(({ claims }) => claims.map(({ claim }) => claim.id)).sort(byText),
    together: shown.slice(1).map((one) => shown.filter((other) => other !== one).map((other) => tie(one, other)).reduce((best, found) => (found.score > best.score ? found : best))),
    apart: [...nearest.values()].sort((a, b) => b.score - a.score || byText(a.incident ?? '', b.incident ?? '')).slice(0, MOST_APART),
  }
}

function toldOf({ teller, claims }: Telling): Told {
  return { report: teller.report, claims: claims.map(({ claim }) => claim.id), words: claims[0]?.claim.quote ?? teller.title ?? '' }
}

/** A score in words: how strongly it speaks for one event. */
export function strength(score: number): string {
  if (score >= ONE_EVENT + 4) return 'surely one event'
  if (score >= ONE_EVENT + 1.5) return 'very likely one event'
  if (score >= ONE_EVENT) return 'more likely one event than not'
  if (score >= ONE_EVENT - 1.5) return 'rather not one event'
  return score <= -50 ? 'cannot be one event' : 'very likely not one event'
}

/** An explanation as lines for a person. */
export function explanationLines({ claims, together, apart }: Explanation): string[] {
  const lines = [`${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}${together.length === 0 ? ', told once' : ` told ${together.length + 1} times`}.`]
  const because = ({ reasons }: Tie): string => reasons.filter(({ score }) => Math.abs(score) >= 0.15).map(({ says, score }) => `${says} (${score > 0 ? '+' : '−'}${Math.abs(score) >= 50 ? '∞' : Math.abs(score).toFixed(1)})`).join('; ')
  for (const tie of together) lines.push(`${tie.one.report} “${tie.one.words}” with ${tie.other.report} “${tie.other.words}”: ${tie.decided === 'together' ? 'a person decided that they are one; by the texts ' : ''}${strength(tie.score)} (${tie.score.toFixed(1)}): ${because(tie)}.`)
  if (apart.length === 0) lines.push('Nothing else came near.')
  for (const tie of apart) lines.push(`Kept apart: ${tie.other.report} “${tie.other.words}”: ${tie.decided === 'apart' ? 'a person decided so; by the texts ' : ''}${tie.score >= ONE_EVENT ? 'near it alone, not near the whole' : strength(tie.score)} (${tie.score <= -50 ? '−∞' : tie.score.toFixed(1)}): ${because(tie)}.`)
  return lines
}
