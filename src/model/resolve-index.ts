// What resolve keeps beside the incidents, so that a new report is compared with its neighbours alone. A store gives it; the
// bodies are resolve's own affair.
import type { Incident } from './incident.ts'

/** What a report tells of one event, or of a running total. */
export interface KeptTelling {
  id: string
  /** The report's key. */
  report: string
  /** Name of the node that it belongs to. */
  node: string
  body: string
  /** What only comparing needs of it. */
  compared: string
}

/** Tellings that are compared as one. */
export interface KeptNode {
  name: string
  hash: number
  /** What it hangs together with: the least name of it all. */
  piece: string
  /** Name of the node that it leans on. */
  lean: string | null
  /** The incident it belongs to; null where only titles tell of it. */
  incident: string | null
  body: string
}

/** A node as it stands in a list. */
export interface ListedNode {
  hash: number
  flags: number
}

/** What is compared of an incident to tell which others it belongs to. */
export interface KeptEntry {
  incident: string
  body: string
}

/** An incident with what it is listed by: less comes first. */
export interface ListedIncident {
  incident: Incident
  listed: string
}

/** What one update found before, and what it puts in its place. All names and numbers are those of the kept rows. */
export interface ResolveChanges {
  tellings: { gone: readonly string[], put: readonly KeptTelling[] }
  nodes: { gone: readonly string[], put: readonly KeptNode[] }
  /** Places in lists: key, hash and flags. */
  lists: { gone: readonly { key: number, hash: number }[], put: readonly { key: number, hash: number, flags: number }[] }
  incidents: { gone: readonly string[], put: readonly ListedIncident[] }
  entries: { gone: readonly string[], put: readonly (KeptEntry & { under: readonly number[], seeks: readonly number[] })[] }
}

/** What is near: nothing is asked for by a pass over everything. */
export interface ResolveNeighbours {
  tellingsOfReports(keys: readonly string[]): Promise<KeptTelling[]>
  tellingsOfNodes(names: readonly string[]): Promise<KeptTelling[]>
  nodes(names: readonly string[]): Promise<KeptNode[]>
  /** Nodes of these hashes; now and then two share one. */
  nodesByHash(hashes: readonly number[]): Promise<KeptNode[]>
  nodesOfPieces(pieces: readonly string[]): Promise<KeptNode[]>
  nodesLeaningOn(names: readonly string[]): Promise<KeptNode[]>
  nodesOfIncidents(ids: readonly string[]): Promise<KeptNode[]>
  /** Who stands in each list, in order of hash, at most so many. */
  listed(keys: readonly number[], most: number): Promise<Map<number, ListedNode[]>>
  incidents(ids: readonly string[]): Promise<ListedIncident[]>
  entries(incidents: readonly string[]): Promise<KeptEntry[]>
  /** Entries found under each key. */
  entriesUnder(keys: readonly number[]): Promise<Map<number, KeptEntry[]>>
  /** Incidents that look under any of these keys. */
  incidentsSeeking(keys: readonly number[]): Promise<string[]>
}

/** The same while it is brought up to date: reads see what was put. */
export interface ResolveIndex extends ResolveNeighbours {
  put(changes: Partial<ResolveChanges>): Promise<void>
}
