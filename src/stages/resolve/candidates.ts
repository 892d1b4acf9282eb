// Which nodes are worth comparing: those that share a list. No pass over all pairs.
import { HUBS, MOST_BLOCKED, MOST_MARKED } from './crowds.ts'
import type { ListKey } from './lists.ts'
import type { Node } from './node.ts'

/** What the rule of a list looks at. */
export interface Listed {
  hash: number
}

/** Those of equal hash stay as they are. */
export const byHash = (a: Listed, b: Listed): number => a.hash - b.hash

/**
 * Whom each of a list is compared with: everybody where few stand in it; in a crowded place the hubs; by a mark that many share
 * nobody. Follows from the members alone.
 */
export function partnersIn<One extends Listed>(how: ListKey['how'], members: readonly One[]): readonly One[] {
  if (how === 'decided') return []
  if (how === 'mark') return members.length > MOST_MARKED ? [] : members
  return members.length <= MOST_BLOCKED ? members : members.toSorted(byHash).slice(0, HUBS)
}

/** Two whose settlements are known are compared for their places alone; of others any list will do. */
const mayMeet = (a: Node, b: Node, place: boolean): boolean => a !== b && (place || !a.settled || !b.settled)

/** Pairs of nodes (indices, lower first) worth comparing, each once, in order. */
export function candidatePairs(nodes: readonly Node[]): [number, number][] {
  const lists = new Map<number, { how: ListKey['how'], place: boolean, members: number[] }>()
  nodes.forEach((node, i) => {
    for (const { key, how, place } of node.lists) {
      const list = lists.get(key)
      if (list) list.members.push(i)
      else lists.set(key, { how, place, members: [i] })
    }
  })
  const partners: Set<number>[] = nodes.map(() => new Set())
  const at = new Map<Node, number>()
  for (const { how, place, members } of lists.values()) {
    if (members.length < 2 || how === 'decided') continue
    if (members.length <= MOST_BLOCKED) {
      for (let i = 0; i < members.length; i++) for (let j = i + 1; j < members.length; j++) if (mayMeet(nodes[members[i]!]!, nodes[members[j]!]!, place)) partners[members[i]!]!.add(members[j]!)
      continue
    }
    const listed = members.map((i) => nodes[i]!)
    if (at.size === 0) nodes.forEach((node, i) => at.set(node, i))
    for (const hub of partnersIn(how, listed)) {
      const h = at.get(hub)!
      for (const i of members) if (mayMeet(nodes[i]!, hub, place)) partners[Math.min(i, h)]!.add(Math.max(i, h))
    }
  }
  return partners.flatMap((others, a) => [...others].sort((x, y) => x - y).map((b): [number, number] => [a, b]))
}
