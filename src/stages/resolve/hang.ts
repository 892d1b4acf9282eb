// What hangs together: pieces of nodes within which events are looked for. What does not hang together is never one event, so a
// new telling concerns its own piece and no other. Settled nodes of one day hang on each other; whatever is less certain, a place
// that is not settled or a day that is not stated, leans on the one node that it is likest to: were it to hang on all that it
// might belong to, it would tie every event of a war to every other.
import { ONE_EVENT } from './agglomerate.ts'
import { likeness } from './likeness.ts'
import type { Node } from './node.ts'
import type { Containment } from './place-relation.ts'

/** From this score on two headlines of one day hang together: they have little else to be told by. */
const LIKE_HEADLINES = 1

/** How likely two nodes are of one event; the same whichever is named first. */
export function compareNodes(a: Node, b: Node, containment?: Containment): number {
  return a.name < b.name ? likeness(a.profile, b.profile, containment) : likeness(b.profile, a.profile, containment)
}

/** Whether two nodes may hang on each other at all: what this refuses need not be compared for it. */
export const mayHang = (a: Node, b: Node): boolean => (a.firm && b.firm) || (a.profile.headline && b.profile.headline && a.profile.days?.to === b.profile.days?.to)

/** Whether two compared nodes hang on each other. */
export const hangs = (a: Node, b: Node, score: number): boolean => (a.firm && b.firm ? score >= ONE_EVENT : score >= LIKE_HEADLINES && mayHang(a, b))

/** The node that another leans on: one that it does not hang on. */
export interface Lean {
  score: number
  name: string
  hash: number
  firm: boolean
}

export const leanOn = ({ name, hash, firm }: Node, score: number): Lean => ({ score, name, hash, firm })

/** Whether the first is leant on rather than the second: the likelier, of nearly equal ones the firm, then the same for all. */
export function leansRather(a: Lean, b: Lean | null): boolean {
  if (a.score < ONE_EVENT) return false
  if (b === null) return true
  const one = Math.round(a.score), other = Math.round(b.score)
  if (one !== other) return one > other
  if (a.firm !== b.firm) return a.firm
  return a.hash < b.hash || (a.hash === b.hash && a.name < b.name)
}
