// Who did the harm that a count tells ("security forces killed five militants", "ten were killed by the RSF"), where no event of
// its sentence says it: the side, and whether it is armed men who came themselves.
import type { Claim } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import { ARMED_GROUPS, sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import { byAgents, sideOfChunks, strangerOf, type Stranger } from './clause-sides.ts'
import type { Finding } from './counts.ts'
import { isArmy } from './verb-types.ts'

export interface Doer {
  side: string | null
  /** The side of those harmed, as their own words name it ("25 RSF fighters"). */
  against: string | null
  /** Armed men or an armed group, told to have done it without a word of anything that reaches far. */
  armed: boolean
  /** What the doer is, where that is no side of a war. */
  stranger: Stranger | null
}

/** Counts of what somebody does to somebody; a toll is put, and has risen, by nobody's hand. */
const DONE: ReadonlySet<string> = new Set(['count-verb', 'agent-verb-count', 'taken-hostage', 'split-verb'])
const LOSES: ReadonlySet<string> = new Set(['lose', 'suffer'])
const IN_HAND: ReadonlySet<string> = new Set(['small_arms', 'knife'])

/** The doer of a counted harm by its own clause; null where none is told, or where it is an attack or a weapon that did it. */
export function doerOfCount(tokens: TokenTable, chunks: readonly Chunk[], placeAt: Uint8Array, f: Finding): Doer | null {
  const vg = f.anchor < 0 ? null : chunks[f.anchor]?.vg
  if (vg == null || !DONE.has(f.rule)) return null
  const passive = vg.passive || vg.bare && objectsOf(chunks, f.anchor).length === 0
  const agents = passive ? byAgents(chunks, placeAt, f.anchor) : subjectOf(chunks, f.anchor)
  if (agents.length === 0 || agents.includes(f.patient) || agents.some((k) => { const np = chunks[k]!.np; return np === null || np.event !== null || !np.weapons.every((w) => IN_HAND.has(w)) || np.pronoun !== null })) return null
  const side = sideOfChunks(tokens, chunks, agents), stranger = strangerOf(tokens, chunks, agents)
  if (LOSES.has(vg.verb?.sense ?? '') || LOSES.has(vg.verb?.lemma ?? '')) return side === null ? null : { side: null, armed: false, stranger: null, against: side } // "the rebels lost three vehicles": theirs
  if (stranger === null && agents.some((k) => chunks[k]!.np!.head !== null && !isArmy(tokens, chunks[k]!) && sideOfChunks(tokens, chunks, [k]) === null)) return null // "months of fighting between the two have killed"
  const armed = agents.some((k) => isArmy(tokens, chunks[k]!) || isGroup(tokens, chunks[k]!) || side !== null && ARMED_GROUPS.has(side) && MEMBERS.has(tokens.lower[chunks[k]!.last - 1]!))
  return side === null && !armed && stranger === null ? null : { side, armed, stranger, against: chunks[f.patient]?.np == null ? null : sideOfChunks(tokens, chunks, [f.patient]) }
}

const MEMBERS: ReadonlySet<string> = new Set(['members', 'member', 'elements', 'followers', 'cadres', 'men', 'operatives'])
/** "the RSF", "Boko Haram": an armed group by the head of the phrase. */
function isGroup(tokens: TokenTable, { np, first, last }: Chunk): boolean {
  const side = np?.head == null ? null : sideIn(tokens, np.head.first, np.head.last) ?? (np.proper ? sideIn(tokens, first, last) : null)
  return side !== null && ARMED_GROUPS.has(side)
}

/** "killed five Kurdish fighters in Iraq": armed men whose side nobody names are not of the land where they were killed. */
export const ofNobody = (claim: Claim, doers: ReadonlyMap<Claim, Doer>): boolean => claim.quantities[0]!.of === 'combatant' && doers.get(claim)?.against === null

const SUBJECT_WITHIN = 9

/** The side that the subject names with which a sentence opens; null for none. */
export function openingSide(tokens: TokenTable, chunks: readonly Chunk[]): string | null {
  if (chunks[0]?.np == null) return null
  for (let k = 1; k < chunks.length && k < SUBJECT_WITHIN; k++) if (chunks[k]!.vg !== null) return subjectOf(chunks, k).includes(0) ? sideOfChunks(tokens, chunks, [0]) : null
  return null
}

/** The side of the armed men that a count counts: "four |SDF fighters|", "two members |of Hamas|". */
export const sideOfHarmed = (tokens: TokenTable, chunks: readonly Chunk[], { of, patient, measure }: Finding): string | null => (of === 'combatant' && (measure === 'killed' || measure === 'injured') && chunks[patient]?.np != null ? sideOfChunks(tokens, chunks, [patient]) : null)
