// Reading incidents into the table: all of them once, then only what changed since.
import { setImmediate as breathe } from 'node:timers/promises'
import { voiceSubject } from '../../model/decision.ts'
import type { Incident } from '../../model/incident.ts'
import { decidedSince, overlayOf, type Overlay } from '../../pipeline/review.ts'
import type { Store } from '../../store/store.ts'
import { draftOf, SAID, type Draft } from './draft.ts'
import { Names } from './names.ts'
import { emptyTable, type Table } from './table.ts'

/** Incidents that are read in one go, so that whoever asks meanwhile waits some milliseconds only. */
const AT_ONCE = 100
/** Drafts that wait before they are put into the table: each putting copies it. */
const PUT_TOGETHER = 4000
/** Where more have changed everything is read anew. */
const MOST_CHANGED = 5000

/** What of a store a table shows. */
export interface Basis {
  /** Of the store, of its log, and of its incidents. */
  revision: number
  seq: number
  mark: number
}

export async function basisOf(store: Store): Promise<Basis> {
  return { revision: await store.revision(), seq: (await store.logHead())?.seq ?? 0, mark: await store.incidentMark() }
}

/** All incidents of a store. */
export async function readTable(store: Store): Promise<Table> {
  const overlay = await overlayOf(store, (claims) => store.incidentsOfClaims(claims))
  let table = emptyTable(new Names()), page: Incident[] = [], drafts: Draft[] = []
  const put = (): void => { table = table.with(new Set(), drafts); drafts = [] }
  const close = async (): Promise<void> => {
    drafts.push(...await draftsOf(store, page, overlay, table.names))
    page = []
    if (drafts.length >= PUT_TOGETHER) put()
    await breathe()
  }
  for await (const incident of store.incidents()) if (page.push(incident) === AT_ONCE) await close()
  await close()
  put()
  return table
}

/** The table brought up to date: only incidents that were written, decided on or speak with a graded voice since are read. */
export async function readAgain(store: Store, table: Table, before: Basis): Promise<Table> {
  const written = await store.incidentsSince(before.mark, MOST_CHANGED + 1)
  if (written.length > MOST_CHANGED) return readTable(store)
  const changed = new Set(written), claims = new Set<string>()
  // what was decided of one may be said of another now, where its claims went there
  for (const id of written) for (const claim of table.decided.get(id) ?? []) claims.add(claim)
  const decided = await decidedSince(store, before.seq)
  for (const claim of decided.claims) claims.add(claim)
  for (const id of (await store.incidentsOfClaims([...claims])).values()) changed.add(id)
  for (const id of speakingAs(table, decided.voices)) changed.add(id)
  if (changed.size > MOST_CHANGED) return readTable(store)
  const drafts: Draft[] = [], looked = new Set<string>()
  for (let some = [...changed]; some.length > 0;) {
    const others = new Set<string>()
    for (let at = 0; at < some.length; at += AT_ONCE) {
      const ids = some.slice(at, at + AT_ONCE)
      for (const id of ids) looked.add(id)
      const incidents = await store.incidentsNamed(ids), overlay = await overlayOf(store, (named) => store.incidentsOfClaims(named), incidents)
      const read = await draftsOf(store, incidents, overlay, table.names)
      for (const { decided: named } of read) for (const claim of named ?? []) others.add(claim)
      drafts.push(...read)
      await breathe()
    }
    // and the other way round: a decision that came to one of these may have left another
    some = [...new Set((await store.incidentsOfClaims([...others])).values())].filter((id) => !looked.has(id))
  }
  return table.with(looked, drafts)
}

async function draftsOf(store: Store, incidents: readonly Incident[], overlay: Overlay, names: Names): Promise<Draft[]> {
  if (incidents.length === 0) return []
  const ids = incidents.map(({ id }) => id)
  const voices = Map.groupBy(await store.incidentVoices(ids), (voice) => voice.incident), numbers = await store.incidentNumbers(ids)
  return incidents.map((one) => {
    const { incident, decided } = overlay(one)
    return draftOf(incident, voices.get(incident.id) ?? [], numbers.get(incident.id) ?? -1, decided, names)
  })
}

/** Incidents in which one of these voices (voiceSubject) speaks. */
function speakingAs({ size, ids, names: { names }, columns: { said: { starts, lengths, line } } }: Table, voices: ReadonlySet<string>): string[] {
  if (voices.size === 0) return []
  const wanted = names.map((name) => [voices.has(voiceSubject({ sort: 'claimant', name })), voices.has(voiceSubject({ sort: 'outlet', name }))] as const), speaking: string[] = []
  for (let i = 0; i < size; i++) {
    for (let at = starts[i]!, end = at + lengths[i]!; at < end; at += SAID) if (wanted[line.numbers[at]!]![line.numbers[at + 1]! as 0 | 1]) { speaking.push(ids[i]!); break }
  }
  return speaking
}
