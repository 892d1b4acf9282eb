// What decisions say of which claims are one incident, as resolve is handed it. Decisions are replayed in order; where two
// contradict each other the later one holds, so that what comes out never contradicts itself.
import type { TakenDecision } from '../model/decision.ts'

export interface Constraints {
  /** Each pair is of one incident. */
  together: [string, string][]
  /** No pair is of one incident. */
  apart: [string, string][]
  /** In no incident. */
  removed: string[]
}

/** No claim of one side is of one incident with a claim of the other. */
interface Parting {
  /** The decision that says so. */
  by: number
  one: Set<string>
  other: Set<string>
}

/** A claim was given to the incident that had these claims. */
interface Joining {
  by: number
  targets: readonly string[]
}

/** Constraints of decisions in force, oldest first. `exists` tells which claims are found now: a claim that was moved goes to the smallest of them. */
export function constraintsOf(decisions: readonly TakenDecision[], exists: (claim: string) => boolean = () => true): Constraints {
  const groups = new Groups()
  const joined = new Map<string, Joining>()
  let partings: Parting[] = []
  const removed: string[] = []
  const leave = (claims: ReadonlySet<string>): void => {
    for (const claim of claims) { groups.leave(claim); joined.delete(claim) }
    for (const joining of joined.values()) if (joining.targets.some((target) => claims.has(target))) joining.targets = joining.targets.filter((target) => !claims.has(target))
  }
  const cut = (one: ReadonlySet<string>, other: ReadonlySet<string>): void => { partings = partings.flatMap((parting) => without(parting, one, other)) }
  const part = (by: number, one: Iterable<string>, other: Iterable<string>): void => {
    const parting = { by, one: new Set(one), other: new Set(other) }
    if (parting.one.size > 0 && parting.other.size > 0) partings.push(parting)
  }
  for (const { id, decision } of decisions) {
    switch (decision.kind) {
      case 'merge': {
        const all = groups.unite(decision.on.flatMap(({ claims }) => claims))
        cut(all, all)
        break
      }
      case 'split': {
        const out = new Set(decision.claims)
        leave(out)
        groups.unite([...out])
        cut(out, out)
        part(id, out, decision.on[0]!.claims.filter((claim) => !out.has(claim)))
        break
      }
      case 'move': {
        const [from, to] = decision.on
        leave(new Set([decision.claim]))
        part(id, [decision.claim], from!.claims.filter((claim) => claim !== decision.claim))
        joined.set(decision.claim, { by: id, targets: to!.claims.filter((claim) => claim !== decision.claim) })
        break
      }
      case 'add_claim':
        if (decision.on.length > 0) joined.set(decision.claim.id, { by: id, targets: decision.on[0]!.claims.filter((claim) => claim !== decision.claim.id) })
        break
      case 'reject_claim':
        removed.push(decision.claim)
        break
    }
  }
  const links: Link[] = []
  for (const [claim, { by, targets }] of joined) {
    const target = targets.filter(exists).sort()[0] ?? targets[0]
    if (target !== undefined) links.push({ by, pair: [claim, target] })
  }
  const agreed = withLinks(groups, links, partings)
  return { together: [...groups.pairs(), ...agreed.together], apart: [...pairsOf(agreed.partings)], removed }
}

interface Link {
  by: number
  pair: [string, string]
}

/** Groups and partings never contradict each other; links may tie together what is parted. From the newest on, each holds that contradicts none before it. */
function withLinks(groups: Groups, links: readonly Link[], partings: readonly Parting[]): { together: [string, string][], partings: Parting[] } {
  if (links.length === 0) return { together: [], partings: [...partings] }
  const tied = new Groups()
  for (const group of groups.all()) tied.unite([...group])
  const together: [string, string][] = []
  let holding: Parting[] = []
  for (const one of [...links, ...partings].sort((a, b) => b.by - a.by)) {
    if ('pair' in one) {
      const both = tied.closure(one.pair)
      if (holding.some((parting) => !parting.one.isDisjointFrom(both) && !parting.other.isDisjointFrom(both))) continue
      tied.unite(one.pair)
      together.push(one.pair)
      continue
    }
    let left = [one]
    for (const group of new Set([...one.one].map((claim) => tied.groupOf(claim)))) if (group !== undefined && !one.other.isDisjointFrom(group)) left = left.flatMap((parting) => without(parting, group, group))
    holding = holding.concat(left)
  }
  return { together: together.sort(byPair), partings: holding.sort((a, b) => a.by - b.by) }
}

const byPair = ([a, b]: [string, string], [c, d]: [string, string]): number => (a < c ? -1 : a > c ? 1 : b < d ? -1 : b > d ? 1 : 0)

/** A parting without its pairs of which one lies in `one` and the other in `other`: at most two partings, and the same one where none does. */
function without(parting: Parting, one: ReadonlySet<string>, other: ReadonlySet<string>): Parting[] {
  const rest: Parting[] = []
  let left: Parting = parting
  for (const [a, b] of [[one, other], [other, one]] as const) {
    const inside = left.one.intersection(a)
    if (inside.size === 0 || left.other.isDisjointFrom(b)) continue
    rest.push({ by: left.by, one: inside, other: left.other.difference(b) })
    left = { by: left.by, one: left.one.difference(a), other: left.other }
  }
  return [left, ...rest].filter((each) => each.one.size > 0 && each.other.size > 0)
}

function* pairsOf(partings: readonly Parting[]): Generator<[string, string]> {
  for (const { one, other } of partings) for (const a of one) for (const b of other) if (a !== b) yield [a, b]
}

/** Claims that are one incident by decision: each in at most one group. */
class Groups {
  readonly #groupOf = new Map<string, Set<string>>()

  /** Makes one group of the claims and of every group that one of them is in; gives it. */
  unite(claims: readonly string[]): ReadonlySet<string> {
    let largest = new Set<string>()
    for (const claim of claims) { const group = this.#groupOf.get(claim); if (group !== undefined && group.size > largest.size) largest = group }
    const add = (claim: string): void => { largest.add(claim); this.#groupOf.set(claim, largest) }
    for (const claim of claims) {
      const group = this.#groupOf.get(claim)
      if (group === largest) continue
      if (group === undefined) add(claim)
      else for (const member of group) add(member)
    }
    return largest
  }

  leave(claim: string): void {
    this.#groupOf.get(claim)?.delete(claim)
    this.#groupOf.delete(claim)
  }

  groupOf(claim: string): ReadonlySet<string> | undefined { return this.#groupOf.get(claim) }

  all(): Set<ReadonlySet<string>> { return new Set(this.#groupOf.values()) }

  /** The claims and all that are in a group with one of them. */
  closure(claims: readonly string[]): Set<string> {
    const all = new Set(claims)
    for (const claim of claims) for (const member of this.#groupOf.get(claim) ?? []) all.add(member)
    return all
  }

  /** As many pairs as tie each group together. */
  pairs(): [string, string][] {
    const pairs: [string, string][] = []
    for (const group of this.all()) {
      const [first, ...rest] = [...group].sort()
      for (const claim of rest) pairs.push([first!, claim])
    }
    return pairs.sort(byPair)
  }
}
