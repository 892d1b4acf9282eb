// Tellings become incidents: the likeliest pair is taken together first, and what was taken together is compared as one.
import { likeness } from './likeness.ts'
import { profileOfAll } from './profile.ts'
import { Crowd, candidatePairs } from './candidates.ts'
import type { Place } from '../../model/claim.ts'
import { placeKey, relate, type Containment } from './place-relation.ts'
import type { Telling } from './telling.ts'

/** From this score on two tellings are one event. */
export const ONE_EVENT = 0
/** What a pair counts for that was not worth comparing. */
const NOT_COMPARED = -2

/** The scores of all compared pairs between two clusters. */
interface Link {
  sum: number
  pairs: number
}

interface Cluster {
  members: number[]
  /** Settlements, each once: two clusters that know different ones are never one event. */
  places: Place[]
  nodes: number
  links: Map<number, Link>
  version: number
}

interface Edge {
  score: number
  a: number
  b: number
  versions: number
}

/**
 * Groups tellings (in canonical order) into events, as sorted lists of indices: average linkage, the likeliest pair first.
 * Depends on nothing but the tellings: ties go to the pair that comes first in their order.
 */
export function agglomerate(tellings: readonly Telling[], containment?: Containment): number[][] {
  const nodes = signatures(tellings)
  const crowd = new Crowd(tellings)
  const profiles = nodes.map((members) => profileOfAll(members.map((i) => tellings[i]!)))
  const clusters: (Cluster | null)[] = nodes.map((members) => ({ members, places: settledPlace(tellings[members[0]!]!), nodes: 1, links: new Map(), version: 0 }))
  const heap = new Heap()
  const consider = (a: number, b: number, link: Link): void => {
    const left = clusters[a]!, right = clusters[b]!
    const all = left.nodes * right.nodes
    if (left.places.length > 0 && right.places.length > 0 && !left.places.some((one) => right.places.some((other) => relate(one, other, containment) !== 'apart'))) return
    const score = (link.sum + NOT_COMPARED * (all - link.pairs)) / all
    if (score >= ONE_EVENT) heap.push({ score, a: Math.min(a, b), b: Math.max(a, b), versions: left.version + right.version })
  }
  for (const [a, b] of candidatePairs(tellings, nodes)) {
    const link = { sum: likeness(profiles[a]!, profiles[b]!, crowd.besides(tellings[nodes[a]![0]!]!, tellings[nodes[b]![0]!]!), containment), pairs: 1 }
    clusters[a]!.links.set(b, link)
    clusters[b]!.links.set(a, link)
    consider(a, b, link)
  }
  for (let edge = heap.pop(); edge; edge = heap.pop()) {
    const left = clusters[edge.a], right = clusters[edge.b]
    if (!left || !right || left.version + right.version !== edge.versions) continue
    left.members = left.members.concat(right.members)
    for (const place of right.places) if (!left.places.some((known) => placeKey(known) === placeKey(place))) left.places.push(place)
    left.nodes += right.nodes
    left.version += right.version + 1
    clusters[edge.b] = null
    left.links.delete(edge.b)
    for (const [other, link] of right.links) {
      if (other === edge.a) continue
      const known = left.links.get(other)
      const sum = { sum: (known?.sum ?? 0) + link.sum, pairs: (known?.pairs ?? 0) + link.pairs }
      left.links.set(other, sum)
      clusters[other]!.links.delete(edge.b)
      clusters[other]!.links.set(edge.a, sum)
    }
    for (const [other, link] of left.links) consider(edge.a, other, link)
  }
  return clusters.filter((cluster) => cluster !== null).map((cluster) => cluster.members.sort((x, y) => x - y))
}

const settledPlace = (telling: Telling): Place[] => (telling.level >= 3 && telling.place ? [telling.place] : [])

/** Tellings of one settlement that agree in kind, days, doer and weapons are one from the start, however many tell it. */
function signatures(tellings: readonly Telling[]): number[][] {
  const byKey = new Map<string, number[]>()
  const nodes: number[][] = []
  tellings.forEach((telling, i) => {
    const key = telling.level >= 3 && telling.days && telling.type ? `${telling.placeKey} ${telling.type} ${telling.days.from} ${telling.days.to} ${telling.by} ${[...telling.weapons].sort().join()}` : null
    const known = key === null ? undefined : byKey.get(key)
    if (known) { known.push(i); return }
    const node = [i]
    if (key !== null) byKey.set(key, node)
    nodes.push(node)
  })
  return nodes
}

const before = (x: Edge, y: Edge): boolean => x.score > y.score || (x.score === y.score && (x.a < y.a || (x.a === y.a && x.b < y.b)))

class Heap {
  readonly #edges: Edge[] = []

  push(edge: Edge): void {
    const edges = this.#edges
    let at = edges.push(edge) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(edge, edges[parent]!)) break
      edges[at] = edges[parent]!
      at = parent
    }
    edges[at] = edge
  }

  pop(): Edge | undefined {
    const edges = this.#edges
    const top = edges[0], last = edges.pop()
    if (edges.length === 0 || !last) return top
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= edges.length) break
      if (child + 1 < edges.length && before(edges[child + 1]!, edges[child]!)) child++
      if (!before(edges[child]!, last)) break
      edges[at] = edges[child]!
      at = child
    }
    edges[at] = last
    return top
  }
}
