// Groups of nodes that changed become incidents again, and those that look for them are told anew what they belong to.
import type { KeptNode, KeptTelling, ListedIncident, ResolveIndex } from '../../model/resolve-index.ts'
import { unpackTold } from './kept.ts'
import { listedUnder, makeEvent, makeTotal } from './make.ts'
import type { Group, Neighbourhood } from './neighbourhood.ts'
import type { ResolveOptions } from './resolve.ts'
import { entryOf, keysSought, keysUnder, relationsOf, type Entry, type Made } from './wholes.ts'

/** Puts the incidents of changed groups, and of the running totals of these names, in place of those before. */
export async function putIncidents(index: ResolveIndex, changed: { groups: readonly Group[], nodes: Neighbourhood, totals: readonly string[] }, options: ResolveOptions): Promise<void> {
  const { containment, rule = 'ucdp' } = options
  const incidentOf = new Map<string, string | null>(), made: Made[] = [], kept = new Set<string>()
  const anew = changed.groups.filter(({ same }) => same === null)
  const tellings = Map.groupBy(await index.tellingsOfNodes([...anew.flatMap(({ nodes }) => nodes.map(({ name }) => name)), ...changed.totals]), ({ node }) => node)
  const told = (name: string): KeptTelling[] => tellings.get(name) ?? []
  for (const { nodes, same } of changed.groups) {
    const event = same === null ? makeEvent(nodes.flatMap(({ name }) => told(name).map(({ body }) => unpackTold(body))), rule) : null
    if (event) made.push(event)
    if (same !== null) kept.add(same)
    for (const { name } of nodes) incidentOf.set(name, same ?? event?.incident.id ?? null)
  }
  await changed.nodes.keep(incidentOf)
  const before = new Set([...changed.nodes.incidentsBefore(), ...(await index.nodes(changed.totals)).flatMap(({ incident }) => incident ?? [])])
  await keepTotals(index, changed.totals, (name) => {
    if (told(name).length === 0) return null
    const total = makeTotal(told(name).map(({ body }) => unpackTold(body)), rule)
    made.push(total)
    return total.incident.id
  })
  const now = new Set([...kept, ...made.map(({ incident }) => incident.id)])
  const gone = [...before].filter((id) => !now.has(id))
  const affected = await keepEntries(index, gone, made)
  const changedBefore = new Map(made.map(({ incident, told }) => [incident.id, { incident, listed: listedUnder(incident, told) }]))
  await relateAnew(index, changedBefore, affected, gone, containment)
}

async function keepTotals(index: ResolveIndex, names: readonly string[], make: (name: string) => string | null): Promise<void> {
  const gone: string[] = [], put: KeptNode[] = []
  for (const name of names) {
    const incident = make(name)
    if (incident === null) gone.push(name)
    else put.push({ name, hash: -1, piece: name, lean: null, incident, body: '' })
  }
  await index.put({ nodes: { gone, put } })
}

/** Gives the incidents that look for an entry that came, changed or went. */
async function keepEntries(index: ResolveIndex, gone: readonly string[], made: readonly Made[]): Promise<Set<string>> {
  const before = new Map((await index.entries([...gone, ...made.map(({ incident }) => incident.id)])).map(({ incident, body }) => [incident, body]))
  const keys = new Set<number>(), put = [], went = gone.filter((id) => before.has(id))
  for (const id of went) for (const key of keysUnder(JSON.parse(before.get(id)!) as Entry)) keys.add(key)
  for (const one of made) {
    const entry = entryOf(one), known = before.get(one.incident.id), body = entry && JSON.stringify(entry)
    if (body === (known ?? null)) continue
    if (known !== undefined) for (const key of keysUnder(JSON.parse(known) as Entry)) keys.add(key)
    if (entry === null) { went.push(one.incident.id); continue }
    const under = keysUnder(entry)
    for (const key of under) keys.add(key)
    put.push({ incident: entry.id, body: body!, under, seeks: keysSought(entry) })
  }
  await index.put({ entries: { gone: went, put } })
  return new Set(await index.incidentsSeeking([...keys]))
}

async function relateAnew(index: ResolveIndex, put: Map<string, ListedIncident>, affected: ReadonlySet<string>, gone: readonly string[], containment: ResolveOptions['containment']): Promise<void> {
  const entries = (await index.entries([...new Set([...put.keys(), ...affected])])).map(({ body }) => JSON.parse(body) as Entry)
  const found = new Map<number, Entry[]>()
  for (const [key, kept] of await index.entriesUnder([...new Set(entries.flatMap(keysSought))])) found.set(key, kept.map(({ body }) => JSON.parse(body) as Entry))
  const others = new Map((await index.incidents([...affected].filter((id) => !put.has(id)))).map((one) => [one.incident.id, one]))
  for (const entry of entries) {
    const { part_of, links } = relationsOf(entry, (key) => found.get(key) ?? [], containment)
    const fresh = put.get(entry.id), listed = fresh ?? others.get(entry.id)
    if (!listed) continue
    const { incident } = listed
    if (!fresh && incident.part_of === part_of && JSON.stringify(incident.links) === JSON.stringify(links)) continue
    incident.part_of = part_of
    delete incident.links
    if (links) incident.links = links
    put.set(entry.id, listed)
  }
  await index.put({ incidents: { gone, put: [...put.values()] } })
}
