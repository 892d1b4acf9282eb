// The nodes around some that changed, as they stood and as they stand now: whom each may hang on or lean on, and the pieces of
// all that hangs together with what changed. What is asked of the index goes by the batch, never node by node.
import type { KeptNode, KeptTelling, ListedNode, ResolveIndex } from '../../model/resolve-index.ts'
import { partnersIn } from './candidates.ts'
import { HUBS, MOST_BLOCKED, MOST_MARKED } from './crowds.ts'
import { eventsIn } from './group.ts'
import { compareNodes, hangs, leanOn, leansRather, mayHang, type Lean } from './hang.ts'
import { byText } from './input.ts'
import { packNode, unpackNode, unpackTelling, type Leaning } from './kept.ts'
import type { ListKey } from './lists.ts'
import { nodeOf, type Node } from './node.ts'
import type { Containment } from './place-relation.ts'

/** A node as kept, its body read. */
interface Kept extends Leaning {
  piece: string
  incident: string | null
}

const SETTLED = 1, FIRM = 2, HEADLINE = 4
const flagsOf = (node: Node): number => (node.settled ? SETTLED : 0) | (node.firm ? FIRM : 0) | (node.profile.headline ? HEADLINE : 0)

/** Who may be met in a list: all that stand in it, or its hubs alone; `all` false: not everybody was read. */
interface List {
  members: ListedNode[]
  all: boolean
}

/** Nodes that make one event now. */
export interface Group {
  nodes: Node[]
  /** The incident that exactly these made before, where none of them changed; else null. */
  same: string | null
}

export class Neighbourhood {
  readonly #index: ResolveIndex
  readonly #containment: Containment | undefined
  /** As kept before. */
  readonly #before = new Map<string, Kept>()
  /** As it stands now; null: gone. */
  readonly #now = new Map<string, Leaning | null>()
  readonly #byHash = new Map<number, string[]>()
  readonly #lists = new Map<number, List>()
  /** Lists of nodes that changed, as told by them. */
  readonly #added = new Map<number, Map<string, Node>>()
  readonly #dropped = new Map<number, Set<number>>()
  readonly #changed = new Set<string>()
  readonly #leansChanged = new Set<string>()
  readonly #seeds = new Set<string>()
  readonly tellings = new Map<string, KeptTelling[]>()

  constructor(index: ResolveIndex, containment: Containment | undefined) {
    this.#index = index
    this.#containment = containment
  }

  /** Takes in that the tellings of these nodes changed. */
  async change(names: readonly string[]): Promise<void> {
    const rows = await this.#index.tellingsOfNodes(names)
    for (const name of names) this.tellings.set(name, [])
    for (const row of rows) this.tellings.get(row.node)!.push(row)
    this.#take(await this.#index.nodes(names))
    for (const name of names) {
      const tellings = this.tellings.get(name)!, before = this.#before.get(name)
      this.#changed.add(name)
      this.#now.set(name, tellings.length === 0 ? null : { node: nodeOf(name, tellings.map(unpackTelling)), lean: null })
      const now = this.#now.get(name)
      for (const { key } of before?.node.lists ?? []) put(this.#dropped, key, () => new Set<number>()).add(before!.node.hash)
      for (const { key } of now?.node.lists ?? []) put(this.#added, key, () => new Map<string, Node>()).set(name, now!.node)
      if (now) this.#remember(now.node)
    }
    const recheck = await this.#rulesChanged()
    await this.#leanAnew(recheck)
  }

  /** All that hangs together with what changed, as events. */
  async regroup(): Promise<Group[]> {
    const pieces = new Set<string>()
    for (const name of [...this.#changed, ...this.#leansChanged, ...this.#seeds]) {
      const before = this.#before.get(name)
      if (before) pieces.add(before.piece)
    }
    for (const row of this.#take(await this.#index.nodesOfPieces([...pieces]))) this.#seeds.add(row)
    for (const name of this.#changed) this.#seeds.add(name)
    const linked = await this.#follow([...this.#seeds].filter((name) => this.#node(name) !== null))
    const groups: Group[] = []
    const sizes = new Map<string, number>()
    for (const { incident } of this.#before.values()) if (incident !== null) sizes.set(incident, (sizes.get(incident) ?? 0) + 1)
    for (const names of piecesOf(linked)) {
      const piece = names.sort(byText)
      for (const nodes of eventsIn(piece.map((name) => this.#node(name)!), this.#containment)) groups.push({ nodes, same: this.#sameBefore(nodes, sizes) })
      for (const name of piece) this.#pieceNow.set(name, piece[0]!)
    }
    return groups
  }

  readonly #pieceNow = new Map<string, string>()

  /** Incidents that the nodes met here made before. */
  incidentsBefore(): string[] {
    const found = new Set<string>()
    for (const [name, { incident }] of this.#before) if (incident !== null && (this.#pieceNow.has(name) || this.#changed.has(name))) found.add(incident)
    return [...found]
  }

  /** Writes what the nodes are now; `incidentOf` by name. */
  async keep(incidentOf: ReadonlyMap<string, string | null>): Promise<void> {
    const gone: string[] = [], rows: KeptNode[] = []
    const dropped: { key: number, hash: number }[] = [], added: { key: number, hash: number, flags: number }[] = []
    for (const name of this.#changed) {
      const before = this.#before.get(name), now = this.#now.get(name)
      const keep = new Map((now?.node.lists ?? []).map(({ key }) => [key, true]))
      const flags = now ? flagsOf(now.node) : 0, same = before && now && flagsOf(before.node) === flags
      const had = new Set((before?.node.lists ?? []).map(({ key }) => key))
      for (const key of had) if (!keep.has(key) || !same) dropped.push({ key, hash: before!.node.hash })
      for (const key of keep.keys()) if (!had.has(key) || !same) added.push({ key, hash: now!.node.hash, flags })
      if (!now) gone.push(name)
    }
    for (const [name, piece] of this.#pieceNow) {
      const before = this.#before.get(name), now = this.#now.get(name) ?? before!
      const incident = incidentOf.get(name) ?? null
      if (before && !this.#changed.has(name) && !this.#leansChanged.has(name) && before.piece === piece && before.incident === incident) continue
      rows.push({ name, hash: now.node.hash, piece, lean: now.lean?.name ?? null, incident, body: packNode(now) })
    }
    await this.#index.put({ nodes: { gone, put: rows }, lists: { gone: dropped, put: added } })
  }

  /** Reads rows that are not known yet; gives the names of all of them. */
  #take(rows: readonly KeptNode[]): string[] {
    for (const { name, piece, incident, body } of rows) {
      if (this.#before.has(name)) continue
      const kept: Kept = { ...unpackNode(body), piece, incident }
      this.#before.set(name, kept)
      this.#remember(kept.node)
    }
    return rows.map(({ name }) => name)
  }

  #remember({ name, hash }: Node): void {
    const names = put(this.#byHash, hash, () => [] as string[])
    if (!names.includes(name)) names.push(name)
  }

  #node(name: string): Node | null {
    const now = this.#now.get(name)
    return now === undefined ? this.#before.get(name)?.node ?? null : now?.node ?? null
  }

  #lean(name: string): Lean | null {
    const now = this.#now.get(name)
    return now === undefined ? this.#before.get(name)?.lean ?? null : now?.lean ?? null
  }

  async #load(hashes: Iterable<number>): Promise<void> {
    const missing = [...new Set(hashes)].filter((hash) => !this.#byHash.has(hash))
    if (missing.length > 0) this.#take(await this.#index.nodesByHash(missing))
  }

  async #loadNames(names: Iterable<string>): Promise<void> {
    const missing = [...new Set(names)].filter((name) => this.#node(name) === null && !this.#now.has(name))
    if (missing.length > 0) this.#take(await this.#index.nodes(missing))
  }

  /** Lists as they stand now. */
  async #read(keys: Iterable<ListKey>, whole = false): Promise<void> {
    const missing = new Map<number, ListKey>()
    for (const list of keys) {
      const known = this.#lists.get(list.key)
      if (!known || (whole && !known.all)) missing.set(list.key, list)
    }
    if (missing.size === 0) return
    const most = whole ? Infinity : MOST_READ + this.#changed.size
    const found = await this.#index.listed([...missing.keys()], most)
    for (const { key } of missing.values()) {
      const kept = found.get(key) ?? []
      this.#lists.set(key, { members: this.#asNow(key, kept), all: kept.length < most })
    }
  }

  #asNow(key: number, kept: readonly ListedNode[]): ListedNode[] {
    const dropped = this.#dropped.get(key), added = this.#added.get(key)
    if (!dropped && !added) return [...kept]
    const members = kept.filter(({ hash }) => !dropped?.has(hash))
    for (const node of added?.values() ?? []) members.push({ hash: node.hash, flags: flagsOf(node) })
    return members.sort((a, b) => a.hash - b.hash)
  }

  /** Nodes that stand in a list whose rule is another than before: whom they may meet has changed though they did not. */
  async #rulesChanged(): Promise<Set<string>> {
    const lists = new Map<number, ListKey>()
    for (const name of this.#changed) for (const list of [...this.#before.get(name)?.node.lists ?? [], ...this.#now.get(name)?.node.lists ?? []]) lists.set(list.key, list)
    const most = MOST_READ + this.#changed.size
    const kept = await this.#index.listed([...lists.keys()], most)
    const other: ListKey[] = []
    for (const list of lists.values()) {
      const before = kept.get(list.key) ?? [], now = this.#asNow(list.key, before)
      this.#lists.set(list.key, { members: now, all: before.length < most })
      if (ruleOf(list.how, before) !== ruleOf(list.how, now) || this.#hubChanged(list, now)) other.push(list)
    }
    await this.#read(other, true)
    const hashes = other.flatMap(({ key }) => this.#lists.get(key)!.members.map(({ hash }) => hash))
    await this.#load(hashes)
    const names = new Set(hashes.flatMap((hash) => this.#byHash.get(hash) ?? []).filter((name) => !this.#changed.has(name)))
    for (const name of names) this.#seeds.add(name)
    return names
  }

  /** A crowded list that one of the changed is a hub of concerns everybody in it. */
  #hubChanged({ key, how }: ListKey, now: readonly ListedNode[]): boolean {
    if (how !== 'block' || now.length <= MOST_BLOCKED) return false
    const hubs = new Set(now.slice(0, HUBS).map(({ hash }) => hash))
    for (const node of this.#added.get(key)?.values() ?? []) if (hubs.has(node.hash)) return true
    return false
  }

  /** Whom a node may meet, by its lists as they were read. */
  #candidates(node: Node, wanted: (flags: number) => boolean): Set<number> {
    const found = new Set<number>()
    const settled = node.settled !== null
    for (const { key, how, place } of node.lists) {
      const list = this.#lists.get(key)!
      const partners = partnersIn(how, list.members)
      const open = partners.length === list.members.length || partners.some(({ hash }) => hash === node.hash)
      for (const { hash, flags } of open ? list.members : partners) {
        if (hash !== node.hash && (place || !settled || (flags & SETTLED) === 0) && wanted(flags)) found.add(hash)
      }
    }
    return found
  }

  /** The nodes of these hashes that truly stand in a list with the node and may meet it. */
  * #named(node: Node, hashes: Iterable<number>): Generator<Node> {
    for (const hash of hashes) for (const name of this.#byHash.get(hash) ?? []) {
      const other = this.#node(name)
      if (other !== null && name !== node.name) yield other
    }
  }

  async #leanAnew(recheck: ReadonlySet<string>): Promise<void> {
    const fresh = [...this.#changed].map((name) => this.#node(name)).filter((node) => node !== null)
    // hubs of crowded lists meet everybody
    const leaning = this.#take(await this.#index.nodesLeaningOn([...this.#changed])).filter((name) => !this.#changed.has(name))
    const candidates = new Map(fresh.map((node) => [node, this.#candidates(node, node.firm ? (flags) => (flags & FIRM) === 0 : () => true)]))
    await this.#load([...candidates.values()].flatMap((hashes) => [...hashes]))
    const again = new Set(recheck)
    const offered = new Map<string, Lean>()
    for (const node of fresh) {
      let best: Lean | null = null
      for (const other of this.#named(node, candidates.get(node)!)) {
        if (node.firm && other.firm) continue
        const score = compareNodes(node, other, this.#containment)
        if (hangs(node, other, score)) continue
        if (!node.firm && leansRather(leanOn(other, score), best)) best = leanOn(other, score)
        if (other.firm || this.#changed.has(other.name)) continue
        const known = offered.get(other.name) ?? null, offer = leanOn(node, score)
        if (leansRather(offer, known)) offered.set(other.name, offer)
      }
      this.#now.get(node.name)!.lean = best
    }
    // who leant on what changed leans on it still where it is no less likely; else on the next best, which must be looked for
    for (const name of leaning) {
      const lean = this.#before.get(name)!.lean!, offer = offered.get(name)
      if (!offer || leansRather(lean, offer)) again.add(name)
    }
    for (const [name, offer] of offered) if (!again.has(name) && (leaning.includes(name) || leansRather(offer, this.#lean(name)))) this.#setLean(name, offer)
    await this.#leanFromLists([...again])
  }

  async #leanFromLists(names: readonly string[]): Promise<void> {
    const nodes = names.map((name) => this.#node(name)!).filter((node) => !node.firm)
    await this.#read(nodes.flatMap(({ lists }) => lists))
    await this.#read(nodes.flatMap((node) => node.lists.filter(({ key, how }) => this.#isHubOf(node, key, how))), true)
    const candidates = new Map(nodes.map((node) => [node, this.#candidates(node, () => true)]))
    await this.#load([...candidates.values()].flatMap((hashes) => [...hashes]))
    for (const node of nodes) {
      let best: Lean | null = null
      for (const other of this.#named(node, candidates.get(node)!)) {
        const score = compareNodes(node, other, this.#containment)
        if (!hangs(node, other, score) && leansRather(leanOn(other, score), best)) best = leanOn(other, score)
      }
      this.#setLean(node.name, best)
    }
  }

  #isHubOf(node: Node, key: number, how: ListKey['how']): boolean {
    const { members, all } = this.#lists.get(key)!
    return !all && how === 'block' && members.slice(0, HUBS).some(({ hash }) => hash === node.hash)
  }

  #setLean(name: string, lean: Lean | null): void {
    const known = this.#lean(name)
    if (known?.name === lean?.name && known?.score === lean?.score && known?.firm === lean?.firm) return
    this.#now.set(name, { node: this.#node(name)!, lean })
    this.#leansChanged.add(name)
  }

  /** Everything that hangs together with these, by the names that each hangs on. */
  async #follow(from: readonly string[]): Promise<Map<string, Set<string>>> {
    const linked = new Map<string, Set<string>>(from.map((name) => [name, new Set()]))
    const link = (a: string, b: string): void => {
      for (const name of [a, b]) if (!linked.has(name)) { linked.set(name, new Set()); next.push(name) }
      linked.get(a)!.add(b)
      linked.get(b)!.add(a)
    }
    const compared = new Set<string>()
    let next = [...from]
    while (next.length > 0) {
      const names = next
      next = []
      const nodes = names.map((name) => this.#node(name)!)
      this.#take(await this.#index.nodesLeaningOn(names))
      await this.#loadNames(nodes.flatMap(({ name }) => this.#lean(name)?.name ?? []))
      await this.#read(nodes.flatMap((node) => hangingLists(node)))
      await this.#read(nodes.flatMap((node) => hangingLists(node).filter(({ key, how }) => how === 'decided' || this.#isHubOf(node, key, how))), true)
      const candidates = new Map(nodes.map((node) => [node, this.#candidates(withLists(node, hangingLists(node)), (flags) => hangsBy(node, flags))]))
      await this.#load(nodes.flatMap((node) => [...candidates.get(node)!, ...this.#decidedWith(node)]))
      const wanted = new Set(names)
      for (const [name, { lean }] of this.#before) if (lean && wanted.has(lean.name) && this.#lean(name)?.name === lean.name && this.#node(name)) link(name, lean.name)
      for (const [name, now] of this.#now) if (now?.lean && (wanted.has(now.lean.name) || wanted.has(name))) link(name, now.lean.name)
      for (const node of nodes) {
        const lean = this.#lean(node.name)
        if (lean) link(node.name, lean.name)
        for (const hash of this.#decidedWith(node)) for (const name of this.#byHash.get(hash) ?? []) if (name !== node.name && this.#node(name)?.decided.some((group) => node.decided.includes(group))) link(node.name, name)
        for (const other of this.#named(node, candidates.get(node)!)) {
          const pair = node.name < other.name ? `${node.name}\u0000${other.name}` : `${other.name}\u0000${node.name}`
          if (compared.has(pair) || !mayHang(node, other)) continue
          compared.add(pair)
          if (hangs(node, other, compareNodes(node, other, this.#containment))) link(node.name, other.name)
        }
      }
    }
    return linked
  }

  #decidedWith({ lists }: Node): number[] {
    return lists.filter(({ how }) => how === 'decided').flatMap(({ key }) => this.#lists.get(key)!.members.map(({ hash }) => hash))
  }

  #sameBefore(nodes: readonly Node[], sizes: ReadonlyMap<string, number>): string | null {
    const incident = this.#before.get(nodes[0]!.name)?.incident ?? null
    if (incident === null || nodes.some(({ name }) => this.#changed.has(name) || this.#before.get(name)?.incident !== incident)) return null
    return sizes.get(incident) === nodes.length ? incident : null
  }
}

const MOST_READ = Math.max(MOST_MARKED, MOST_BLOCKED) + 1

/** What decides whom the members of a list may meet, so that two may be compared. */
function ruleOf(how: ListKey['how'], members: readonly ListedNode[]): string {
  if (how === 'mark') return members.length > MOST_MARKED ? 'nobody' : 'all'
  if (how === 'decided' || members.length <= MOST_BLOCKED) return 'all'
  return members.slice(0, HUBS).map(({ hash }) => hash).join()
}

/** The lists by which a node may come to hang on another. */
const hangingLists = (node: Node): readonly ListKey[] => (node.profile.headline ? node.lists : node.lists.filter(({ how, place }) => how === 'decided' || (place && node.firm)))
const hangsBy = (node: Node, flags: number): boolean => (node.firm && (flags & FIRM) !== 0) || (node.profile.headline && (flags & HEADLINE) !== 0)
const withLists = (node: Node, lists: readonly ListKey[]): Node => ({ ...node, lists })

function piecesOf(linked: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const pieces: string[][] = [], seen = new Set<string>()
  for (const first of linked.keys()) {
    if (seen.has(first)) continue
    const piece = [first]
    seen.add(first)
    for (const name of piece) for (const other of linked.get(name)!) if (!seen.has(other)) { seen.add(other); piece.push(other) }
    pieces.push(piece)
  }
  return pieces
}

function put<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key)
  if (found === undefined) map.set(key, found = make())
  return found
}
