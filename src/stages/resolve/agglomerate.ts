// Tellings become incidents: the likeliest pair is taken together first, and what was taken together is compared as one.
import { likeness, profileOfAll, together, type Profile } from './likeness.ts'
import { Crowd, candidatePairs } from './candidates.ts'
import type { Containment } from './place-relation.ts'
import type { Telling } from './telling.ts'

/** From this score on two tellings are one event. */
export const ONE_EVENT = 2.4

interface Cluster {
  members: number[]
  profile: Profile
  partners: Map<number, number>
  version: number
}

interface Edge {
  score: number
  a: number
  b: number
  versions: number
}

/**
 * Groups tellings (in canonical order) into events, as sorted lists of indices. Depends on nothing but the tellings: ties go
 * to the pair that comes first in their order.
 */
export function agglomerate(tellings: readonly Telling[], containment?: Containment): number[][] {
  const { nodes, owner } = signatures(tellings)
  const crowd = new Crowd(tellings)
  const clusters: (Cluster | null)[] = nodes.map((members) => ({ members, profile: profileOfAll(members.map((i) => tellings[i]!)), partners: new Map(), version: 0 }))
  const first = (cluster: Cluster): Telling => tellings[cluster.members[0]!]!
  const score = (a: Cluster, b: Cluster): number => likeness(a.profile, b.profile, crowd.besides(first(a), first(b)), containment).score
  const heap = new Heap()
  const push = (a: number, b: number): void => {
    const left = clusters[a]!, right = clusters[b]!
    const value = score(left, right)
    left.partners.set(b, value)
    right.partners.set(a, value)
    if (value >= ONE_EVENT) heap.push({ score: value, a, b, versions: left.version + right.version })
  }
  for (const [i, j] of candidatePairs(tellings)) {
    const a = owner[i]!, b = owner[j]!
    if (a !== b && !clusters[a]!.partners.has(b)) push(Math.min(a, b), Math.max(a, b))
  }
  for (let edge = heap.pop(); edge; edge = heap.pop()) {
    const left = clusters[edge.a], right = clusters[edge.b]
    if (!left || !right || left.version + right.version !== edge.versions) continue
    left.members = [...left.members, ...right.members].sort((x, y) => x - y)
    left.profile = together(left.profile, right.profile)
    left.version += right.version + 1
    clusters[edge.b] = null
    const partners = new Set([...left.partners.keys(), ...right.partners.keys()])
    left.partners = new Map()
    for (const other of [...partners].sort((x, y) => x - y)) {
      const cluster = clusters[other]
      if (!cluster || other === edge.a) continue
      cluster.partners.delete(edge.b)
      push(Math.min(edge.a, other), Math.max(edge.a, other))
    }
  }
  return clusters.filter((cluster) => cluster !== null).map((cluster) => cluster.members)
}

/** Tellings of one settlement that agree in kind, days, doer and weapons are one from the start, however many tell it. */
function signatures(tellings: readonly Telling[]): { nodes: number[][], owner: number[] } {
  const byKey = new Map<string, number>()
  const nodes: number[][] = [], owner: number[] = []
  tellings.forEach((telling, i) => {
    const key = telling.level >= 3 && telling.days && telling.type ? `${telling.placeKey} ${telling.type} ${telling.days.from} ${telling.days.to} ${telling.by} ${[...telling.weapons].sort().join()}` : null
    const known = key === null ? undefined : byKey.get(key)
    if (known !== undefined) { nodes[known]!.push(i); owner.push(known); return }
    if (key !== null) byKey.set(key, nodes.length)
    owner.push(nodes.length)
    nodes.push([i])
  })
  return { nodes, owner }
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
