// Why claims are one incident, and which were nearest and kept apart: every score with its reasons in words.
import type { Incident } from '../../model/incident.ts'
import { agglomerate, ONE_EVENT } from './agglomerate.ts'
import { candidatePairs, Crowd } from './candidates.ts'
import { byText, canonical, type ResolveInput, type Sources } from './input.ts'
import { decisionsOf } from './decided.ts'
import { reasonsFor, type Reason } from './likeness.ts'
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
}

/** `together`: each telling of the incident with the one it is most like. `apart`: the nearest others, likeliest first, with the smallest claim id of the incident that they are in. */
export interface Explanation {
  claims: string[]
  together: Tie[]
  apart: (Tie & { incident: string | null })[]
}

const MOST_TOGETHER = 60
const MOST_APART = 5

/** Explains the incident that holds a claim (an incident's id is the smallest of its claims'); null where no claim has that id. */
export function explainIncident(inputs: Iterable<ResolveInput>, id: Incident['id'], options: ResolveOptions = {}): Explanation | null {
  const decisions = decisionsOf(options.decisions)
  const sources = canonical(inputs, decisions.isRemoved)
  const tellings = tellingsOf(sources, options.containment, decisions).sort((a, b) => byText(a.id, b.id))
  const clusters = agglomerate(tellings, options.containment)
  const mine = clusters.find((members) => members.some((i) => tellings[i]!.claims.some(({ claim }) => claim.id === id)))
  if (!mine) return null
  const crowd = new Crowd(tellings)
  const tie = (i: number, j: number): Tie => {
    const a = tellings[i]!, b = tellings[j]!
    const reasons = reasonsFor(profileOf(a), profileOf(b), crowd.besides(a, b), options.containment)
    return { one: toldOf(a, sources), other: toldOf(b, sources), score: reasons.reduce((sum, reason) => sum + reason.score, 0), reasons }
  }
  const clusterOf = new Map<number, number[]>()
  for (const members of clusters) for (const i of members) clusterOf.set(i, members)
  const nearest = new Map<number[], Tie>()
  for (const [i, j] of candidatePairs(tellings, tellings.map((_, i) => [i]))) {
    const a = clusterOf.get(i)!, b = clusterOf.get(j)!
    if (a === b || (a !== mine && b !== mine)) continue
    const found = a === mine ? tie(i, j) : tie(j, i), other = a === mine ? b : a
    const known = nearest.get(other)
    if (!known || found.score > known.score) nearest.set(other, found)
  }
  const shown = mine.slice(0, MOST_TOGETHER)
  const together = shown.slice(1).map((i) => shown.filter((j) => j !== i).map((j) => tie(i, j)).reduce((best, one) => (one.score > best.score ? one : best)))
  return {
    claims: idsOf(mine, tellings),
    together,
    apart: [...nearest].map(([members, found]) => ({ ...found, incident: idsOf(members, tellings)[0] ?? null })).sort((a, b) => b.score - a.score || byText(a.incident ?? '', b.incident ?? '')).slice(0, MOST_APART),
  }
}

const idsOf = (members: readonly number[], tellings: readonly Telling[]): string[] => members.flatMap((i) => tellings[i]!.claims.map(({ claim }) => claim.id)).sort(byText)

function toldOf(telling: Telling, sources: Sources): Told {
  const { report, title } = sources.reports[telling.report]!
  return { report, claims: telling.claims.map(({ claim }) => claim.id), words: telling.claims[0]?.claim.quote ?? title ?? '' }
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
  for (const tie of together) lines.push(`${tie.one.report} “${tie.one.words}” with ${tie.other.report} “${tie.other.words}”: ${strength(tie.score)} (${tie.score.toFixed(1)}): ${because(tie)}.`)
  if (apart.length === 0) lines.push('Nothing else came near.')
  for (const tie of apart) lines.push(`Kept apart: ${tie.other.report} “${tie.other.words}”: ${tie.score >= ONE_EVENT ? 'near it alone, not near the whole' : strength(tie.score)} (${tie.score <= -50 ? '−∞' : tie.score.toFixed(1)}): ${because(tie)}.`)
  return lines
}
