// What changed in the reports of a store, report by report.
import type { ReportChange } from '../../model/change.ts'
import type { KeptReading, Store } from '../../store/store.ts'
import { shapingOf, withDecidedClaims } from '../review.ts'
import { changesBetween } from './versions.ts'

/** Reports that are looked at together. */
const AT_ONCE = 50

export interface ChangesAsked {
  /** ISO moment: changes that were kept here then or later. */
  since?: string
  /** Ids of reports; absent: all. */
  reports?: readonly string[]
}

/** The changes of these reports as people left their claims, each report's oldest first. `seen` is told of the reports looked at. */
export async function* changesOfStore(store: Store, { since, reports }: ChangesAsked = {}, seen: (reports: number) => void = () => {}): AsyncGenerator<ReportChange> {
  const { claims: decided } = await shapingOf(store)
  let count = 0
  for await (const versions of versionsOf(store, reports ?? (since === undefined ? null : await changedSince(store, since)))) {
    yield* changesBetween(versions.map((version) => withDecidedClaims(version, decided))).filter(({ at }) => since === undefined || at >= since)
    seen(++count)
  }
}

async function changedSince(store: Store, since: string): Promise<string[]> {
  return [...new Set((await store.arrivedSince(since, Number.MAX_SAFE_INTEGER)).map(({ id }) => id))]
}

/** The versions of each report together; null: of all. */
async function* versionsOf(store: Store, ids: readonly string[] | null): AsyncGenerator<KeptReading[]> {
  if (ids !== null) {
    for (let at = 0; at < ids.length; at += AT_ONCE) yield* Map.groupBy(await store.readingsOfReports(ids.slice(at, at + AT_ONCE)), ({ summary }) => summary.id).values()
    return
  }
  let versions: KeptReading[] = []
  for await (const reading of store.readings({ all: true })) {
    if (versions.length > 0 && versions[0]!.summary.id !== reading.summary.id) { yield versions; versions = [] }
    versions.push(reading)
  }
  if (versions.length > 0) yield versions
}
