// Nodes as events: what hangs together, and what of that is one event.
import { agglomerate, type Compared } from './agglomerate.ts'
import { byHash, candidatePairs } from './candidates.ts'
import { MOST_COMPARED, PIECE_HUBS } from './crowds.ts'
import { compareNodes, hangs, leanOn, leansRather, type Lean } from './hang.ts'
import type { Node } from './node.ts'
import type { Containment } from './place-relation.ts'

/** Groups nodes (in order of name) into events. */
export function groupNodes(nodes: readonly Node[], containment?: Containment): Node[][] {
  return piecesOf(nodes, containment).flatMap((piece) => eventsIn(piece, containment))
}

/** What hangs together of all nodes, each piece in order of name. */
function piecesOf(nodes: readonly Node[], containment?: Containment): Node[][] {
  const pieces = new Pieces(nodes.length)
  const leans: (Lean & { at: number } | null)[] = nodes.map(() => null)
  const offer = (to: number, from: number, score: number): void => {
    const lean = leanOn(nodes[from]!, score)
    if (leansRather(lean, leans[to]!)) leans[to] = { ...lean, at: from }
  }
  for (const [a, b] of candidatePairs(nodes)) {
    const one = nodes[a]!, other = nodes[b]!
    const score = compareNodes(one, other, containment)
    if (hangs(one, other, score)) { pieces.join(a, b); continue }
    if (!one.firm) offer(a, b, score)
    if (!other.firm) offer(b, a, score)
  }
  leans.forEach((lean, i) => { if (lean) pieces.join(i, lean.at) })
  const decided = new Map<string, number>()
  nodes.forEach((node, i) => {
    for (const group of node.decided) {
      const known = decided.get(group)
      if (known === undefined) decided.set(group, i)
      else pieces.join(known, i)
    }
  })
  return pieces.all().map((members) => members.map((i) => nodes[i]!))
}

/** The events of a piece of nodes (in order of name). */
export function eventsIn(piece: readonly Node[], containment?: Containment): Node[][] {
  if (piece.length === 1) return [[piece[0]!]]
  const hubs = piece.length <= MOST_COMPARED ? null : new Set(piece.toSorted(byHash).slice(0, PIECE_HUBS))
  const compared: Compared[] = []
  piece.forEach((a, i) => {
    for (let j = i + 1; j < piece.length; j++) {
      const b = piece[j]!
      if (hubs === null || hubs.has(a) || hubs.has(b)) compared.push([i, j, compareNodes(a, b, containment)])
    }
  })
  return agglomerate(piece, compared, containment)
}

/** Indices that hang together (union by the lower index). */
class Pieces {
  readonly #parent: Int32Array

  constructor(count: number) { this.#parent = Int32Array.from({ length: count }, (_, i) => i) }

  #root(i: number): number {
    const parent = this.#parent
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }

  join(a: number, b: number): void {
    const [one, other] = [this.#root(a), this.#root(b)]
    this.#parent[Math.max(one, other)] = Math.min(one, other)
  }

  /** Each piece's members, in order. */
  all(): number[][] {
    const pieces = new Map<number, number[]>()
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.#root(i), piece = pieces.get(root)
      if (piece) piece.push(i)
      else pieces.set(root, [i])
    }
    return [...pieces.values()]
  }
}
