// Tellings become incidents: the likeliest pair is taken together first, and what was taken together is compared as one.
import type { Place } from '../../model/claim.ts'
import { placeKey, relate, type Containment } from './place-relation.ts'
import type { Node } from './node.ts'

/** From this score on two tellings are one event. */
export const ONE_EVENT = 0
/** What a pair counts for that was not worth comparing. */
const NOT_COMPARED = -2
/** As many not compared as compared count at most: in a crowd most pairs are left out for want of room. */
const MOST_NOT_COMPARED = 2

/** The scores of all compared pairs of tellings between two clusters. */
interface Link {
  sum: number
  pairs: number
}

interface Cluster {
  /** Indices of nodes. */
  members: number[]
  tellings: number
  /** Settlements, each once: two clusters that know different ones are never one event. */
  places: Place[]
  links: Map<number, Link>
  /** Claims that decisions keep it apart from; its own claims, where there are such anywhere. */
  apartFrom: ReadonlySet<string>
  claims: readonly string[]
}

interface Edge {
  score: number
  a: number
  b: number
}

/** A compared pair: indices of nodes, the lower first, and how likely they are of one event. */
export type Compared = readonly [a: number, b: number, score: number]

/**
 * Groups nodes (in order of name) into events: average linkage, the likeliest pair first. Follows from the
 * nodes and scores alone; of equal pairs the first in their order is taken.
 */
export function agglomerate(nodes: readonly Node[], compared: readonly Compared[], containment?: Containment): Node[][] {
  if (nodes.length === 1) return [[nodes[0]!]]
  const anyApart = nodes.some((node) => node.apartFrom.size > 0)
  const clusters: (Cluster | null)[] = nodes.map(({ size, settled, apartFrom, claims }, i) => ({ members: [i], tellings: size, places: settled ? [settled] : [], links: new Map(), apartFrom, claims: anyApart ? claims : [] }))
  const heap = new Heap()
  const scoreOf = (left: Cluster, right: Cluster, link: Link): number => {
    const all = Math.min(left.tellings * right.tellings, link.pairs * MOST_NOT_COMPARED)
    return (link.sum + NOT_COMPARED * (all - link.pairs)) / all
  }
  const consider = (a: number, b: number, link: Link): void => {
    const left = clusters[a]!, right = clusters[b]!
    const score = scoreOf(left, right, link)
    if (score >= ONE_EVENT && placesAllow(left, right, containment) && !parted(left, right)) heap.push({ score, a: Math.min(a, b), b: Math.max(a, b) })
  }
  for (const [a, b, score] of compared) {
    const pairs = nodes[a]!.size * nodes[b]!.size
    const link = { sum: pairs * score, pairs }
    clusters[a]!.links.set(b, link)
    clusters[b]!.links.set(a, link)
    consider(a, b, link)
  }
  joinDecided(nodes, clusters, consider)
  for (let edge = heap.pop(); edge; edge = heap.pop()) {
    const first = clusters[edge.a], second = clusters[edge.b], link = first?.links.get(edge.b)
    if (!first || !second || !link) continue
    // a score only falls while a cluster grows: what is no longer so high waits for its turn
    const score = scoreOf(first, second, link)
    if (score < edge.score - 1e-12) { consider(edge.a, edge.b, link); continue }
    if (!placesAllow(first, second, containment) || parted(first, second)) continue
    // the fewer links move, so that many merges stay cheap
    const [into, from] = first.links.size >= second.links.size ? [edge.a, edge.b] : [edge.b, edge.a]
    merge(clusters, into, from, consider)
  }
  return clusters.filter((cluster) => cluster !== null).map(({ members }) => members.sort((x, y) => x - y).map((i) => nodes[i]!))
}

/** What is decided comes before what is likely, and holds whatever the texts say. */
function joinDecided(nodes: readonly Node[], clusters: (Cluster | null)[], consider: (a: number, b: number, link: Link) => void): void {
  const into = nodes.map((_, node) => node)
  const now = (node: number): number => { while (into[node] !== node) node = into[node]!; return node }
  const first = new Map<string, number>()
  nodes.forEach(({ decided }, node) => {
    for (const group of decided) {
      const [one, other] = [now(first.get(group) ?? node), now(node)].sort((a, b) => a - b) as [number, number]
      first.set(group, one)
      if (one === other) continue
      merge(clusters, one, other, consider)
      into[other] = one
    }
  })
}

function merge(clusters: (Cluster | null)[], into: number, from: number, consider: (a: number, b: number, link: Link) => void): void {
  const stays = clusters[into]!, goes = clusters[from]!
  for (const member of goes.members) stays.members.push(member)
  stays.tellings += goes.tellings
  for (const place of goes.places) if (!stays.places.some((known) => placeKey(known) === placeKey(place))) stays.places.push(place)
  if (goes.apartFrom.size > 0) stays.apartFrom = new Set([...stays.apartFrom, ...goes.apartFrom])
  if (goes.claims.length > 0) stays.claims = [...stays.claims, ...goes.claims]
  clusters[from] = null
  stays.links.delete(from)
  for (const [other, link] of goes.links) {
    if (other === into) continue
    const cluster = clusters[other]!, known = stays.links.get(other)
    const both = known ? { sum: known.sum + link.sum, pairs: known.pairs + link.pairs } : link
    cluster.links.delete(from)
    cluster.links.set(into, both)
    stays.links.set(other, both)
    consider(into, other, both)
  }
}

function placesAllow(a: Cluster, b: Cluster, containment?: Containment): boolean {
  if (a.places.length === 0 || b.places.length === 0) return true
  return a.places.some((one) => b.places.some((other) => relate(one, other, containment) !== 'apart'))
}

const parted = (a: Cluster, b: Cluster): boolean => (a.apartFrom.size > 0 && b.claims.some((claim) => a.apartFrom.has(claim))) || (b.apartFrom.size > 0 && a.claims.some((claim) => b.apartFrom.has(claim)))

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
