// The same explanation from what was kept: the incident's own tellings and its nearest neighbours, nothing else.
import type { KeptNode, ResolveNeighbours } from '../../model/resolve-index.ts'
import { HUBS, MOST_BLOCKED, MOST_MARKED } from './crowds.ts'
import { explain, type Explanation, type Near } from './explain.ts'
import { compareNodes } from './hang.ts'
import { byText } from './input.ts'
import { unpackNode, unpackTelling } from './kept.ts'
import type { Node } from './node.ts'
import type { Containment } from './place-relation.ts'

/** Neighbours that are looked at closely. */
const MOST_NEAR = 24

/** Explains a kept incident; null for a running total, and where it is not kept under this id. */
export async function explainKept(index: ResolveNeighbours, id: string, containment?: Containment): Promise<Explanation | null> {
  const kept = (await index.nodesOfIncidents([id])).filter(({ body }) => body !== '')
  if (kept.length === 0) return null
  const mine = kept.map(({ body }) => unpackNode(body).node), own = new Set(mine.map(({ name }) => name))
  const lists = await index.listed([...new Set(mine.flatMap((node) => node.lists.map(({ key }) => key)))], Math.max(MOST_MARKED, MOST_BLOCKED) + 1)
  const hashes = new Set<number>()
  for (const { key, how } of mine.flatMap((node) => node.lists)) {
    const members = lists.get(key)!
    for (const { hash } of how === 'mark' && members.length > MOST_MARKED ? [] : how === 'block' && members.length > MOST_BLOCKED ? members.slice(0, HUBS) : members) hashes.add(hash)
  }
  const others = (await index.nodesByHash([...hashes])).filter(({ name }) => !own.has(name))
  const nearest = others.map((row) => nearnessOf(row, mine, containment)).filter(({ mine: met }) => met.length > 0).sort((a, b) => b.score - a.score || byText(a.other.name, b.other.name)).slice(0, MOST_NEAR)
  const rows = Map.groupBy(await index.tellingsOfNodes([...own, ...nearest.map(({ other }) => other.name)]), ({ node }) => node)
  const told = new Map([...own, ...nearest.map(({ other }) => other.name)].map((name) => [name, (rows.get(name) ?? []).map(unpackTelling).sort((a, b) => byText(a.id, b.id))]))
  const near = nearest.flatMap(({ mine: met, other }) => met.map(({ name }): Near => ({ mine: told.get(name)!, others: told.get(other.name)!, incident: other.incident })))
  return explain([...own].flatMap((name) => told.get(name)!), near, containment)
}

/** The nodes of the incident that another could be met by, and how near it comes to the likest of them. */
function nearnessOf(other: KeptNode, mine: readonly Node[], containment: Containment | undefined): { mine: Node[], other: KeptNode, score: number } {
  const { node } = unpackNode(other.body), keys = new Set(node.lists.map(({ key }) => key))
  const met = mine.filter((one) => one.lists.some(({ key, place }) => (place || !one.settled || !node.settled) && keys.has(key)))
  return { mine: met, other, score: Math.max(...met.map((one) => compareNodes(one, node, containment))) }
}
