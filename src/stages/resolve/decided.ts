// What people decided, as far as it says which claims are one incident. The texts are not asked again where it speaks.
import { byText } from './input.ts'

/** Pairs and ids of claims; those that nobody makes any more are passed over. Where `together` and `apart` contradict each other, `together` holds. */
export interface Decided {
  /** Each pair is of one incident. */
  together?: Iterable<readonly [string, string]>
  /** No pair is of one incident. */
  apart?: Iterable<readonly [string, string]>
  /** In no incident. */
  removed?: Iterable<string>
}

/** The same, looked up by claim. */
export interface Decisions {
  isRemoved(claim: string): boolean
  /** The smallest id of the claims that are one incident with it by decision; null where nothing was decided. */
  groupOf(claim: string): string | null
  /** Claims that are of other incidents than it. */
  apartFrom(claim: string): ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()
/** Nothing decided. */
export const UNDECIDED: Decisions = { isRemoved: () => false, groupOf: () => null, apartFrom: () => NOBODY }

/** Makes decisions ready to be looked up; the order of the pairs does not matter. */
export function decisionsOf(decided: Decided | undefined): Decisions {
  if (!decided) return UNDECIDED
  const removed = new Set(decided.removed ?? [])
  const parent = new Map<string, string>()
  const root = (claim: string): string => {
    let at = claim
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next
    return at
  }
  for (const [one, other] of decided.together ?? []) {
    const [low, high] = [root(one), root(other)].sort(byText) as [string, string]
    parent.set(low, low)
    parent.set(high, low)
    for (const claim of [one, other]) parent.set(claim, low)
  }
  const apart = new Map<string, Set<string>>()
  for (const [one, other] of decided.apart ?? []) for (const [a, b] of [[one, other], [other, one]] as const) {
    const known = apart.get(a)
    if (known) known.add(b)
    else apart.set(a, new Set([b]))
  }
  return { isRemoved: (claim) => removed.has(claim), groupOf: (claim) => (parent.has(claim) ? root(claim) : null), apartFrom: (claim) => apart.get(claim) ?? NOBODY }
}
