// What resolve keeps, in maps: for laws that are tried thousands of times.
import type { KeptEntry, KeptNode, KeptTelling, ListedIncident, ListedNode, ResolveChanges, ResolveIndex } from '../src/model/resolve-index.ts'

export class IndexInMemory implements ResolveIndex {
  readonly #tellings = new Map<string, KeptTelling>()
  readonly #nodes = new Map<string, KeptNode>()
  readonly #lists = new Map<number, Map<number, number>>()
  readonly #incidents = new Map<string, ListedIncident>()
  readonly #entries = new Map<string, KeptEntry & { under: readonly number[], seeks: readonly number[] }>()

  /** In the order of their list, as JSON. */
  list(): string {
    const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
    return JSON.stringify([...this.#incidents.values()].sort((a, b) => order(a.listed, b.listed) || order(a.incident.id, b.incident.id)).map(({ incident }) => incident))
  }

  async tellingsOfReports(keys: readonly string[]): Promise<KeptTelling[]> { return [...this.#tellings.values()].filter(({ report }) => keys.includes(report)) }
  async tellingsOfNodes(names: readonly string[]): Promise<KeptTelling[]> { return [...this.#tellings.values()].filter(({ node }) => names.includes(node)) }
  async nodes(names: readonly string[]): Promise<KeptNode[]> { return names.flatMap((name) => this.#nodes.get(name) ?? []) }
  async nodesByHash(hashes: readonly number[]): Promise<KeptNode[]> { return [...this.#nodes.values()].filter(({ hash }) => hashes.includes(hash)) }
  async nodesOfPieces(pieces: readonly string[]): Promise<KeptNode[]> { return [...this.#nodes.values()].filter(({ piece }) => pieces.includes(piece)) }
  async nodesLeaningOn(names: readonly string[]): Promise<KeptNode[]> { return [...this.#nodes.values()].filter(({ lean }) => lean !== null && names.includes(lean)) }
  async nodesOfIncidents(ids: readonly string[]): Promise<KeptNode[]> { return [...this.#nodes.values()].filter(({ incident }) => incident !== null && ids.includes(incident)) }
  async listed(keys: readonly number[], most: number): Promise<Map<number, ListedNode[]>> {
    return new Map(keys.map((key) => [key, [...this.#lists.get(key) ?? []].map(([hash, flags]) => ({ hash, flags })).sort((a, b) => a.hash - b.hash).slice(0, most)]))
  }
  async incidents(ids: readonly string[]): Promise<ListedIncident[]> { return ids.flatMap((id) => (this.#incidents.has(id) ? structuredClone(this.#incidents.get(id)!) : [])) }
  async entries(ids: readonly string[]): Promise<KeptEntry[]> { return ids.flatMap((id) => this.#entries.get(id) ?? []) }
  async entriesUnder(keys: readonly number[]): Promise<Map<number, KeptEntry[]>> { return new Map(keys.map((key) => [key, [...this.#entries.values()].filter(({ under }) => under.includes(key))])) }
  async incidentsSeeking(keys: readonly number[]): Promise<string[]> { return [...this.#entries.values()].filter(({ seeks }) => seeks.some((key) => keys.includes(key))).map(({ incident }) => incident) }

  async put({ tellings, nodes, lists, incidents, entries }: Partial<ResolveChanges>): Promise<void> {
    replace(this.#tellings, tellings, ({ id }) => id)
    replace(this.#nodes, nodes, ({ name }) => name)
    for (const { key, hash } of lists?.gone ?? []) this.#lists.get(key)?.delete(hash)
    for (const { key, hash, flags } of lists?.put ?? []) this.#lists.set(key, (this.#lists.get(key) ?? new Map<number, number>()).set(hash, flags))
    replace(this.#incidents, incidents && { gone: incidents.gone, put: structuredClone(incidents.put) }, ({ incident }) => incident.id)
    replace(this.#entries, entries, ({ incident }) => incident)
  }
}

function replace<One>(kept: Map<string, One>, change: { gone: readonly string[], put: readonly One[] } | undefined, name: (one: One) => string): void {
  for (const id of change?.gone ?? []) kept.delete(id)
  for (const one of change?.put ?? []) kept.set(name(one), one)
}
