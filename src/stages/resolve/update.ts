// Incidents after some reports came, changed or went: what is near them is looked up, compared anew and put in its place. What
// comes of it is what `resolve` gives for everything at once; the cost follows from the neighbourhood alone.
import type { KeptTelling, ResolveIndex } from '../../model/resolve-index.ts'
import { decisionsOf } from './decided.ts'
import { versionsOf, type ResolveInput } from './input.ts'
import { packTelling } from './kept.ts'
import { Neighbourhood } from './neighbourhood.ts'
import { nodeName } from './node.ts'
import { putIncidents } from './put-incidents.ts'
import type { ResolveOptions } from './resolve.ts'
import { tellingsOf } from './tell.ts'
import { totalName } from './totals.ts'

/** A report with all its versions; none: it is gone. */
export interface ChangedReport {
  key: string
  inputs: readonly ResolveInput[]
}

/** Names of nodes of running totals begin with this. */
export const TOTAL = 'total '

/** Brings the index and its incidents up to date with these reports. The same in any batches and any order, and for reports that did not change. */
export async function updateIncidents(index: ResolveIndex, reports: readonly ChangedReport[], options: ResolveOptions = {}): Promise<void> {
  const decisions = decisionsOf(options.decisions)
  const fresh = new Map<string, KeptTelling>()
  for (const { key, inputs } of reports) {
    const told = tellingsOf(versionsOf(inputs, decisions.isRemoved), options.containment, decisions)
    for (const telling of told.events) fresh.set(telling.id, { id: telling.id, report: key, node: nodeName(telling), ...packTelling(telling) })
    for (const telling of told.totals) fresh.set(TOTAL + telling.id, { id: TOTAL + telling.id, report: key, node: TOTAL + totalName(telling), ...packTelling(telling) })
  }
  const gone: KeptTelling[] = []
  for (const kept of await index.tellingsOfReports(reports.map(({ key }) => key))) {
    const now = fresh.get(kept.id)
    if (now && now.report === kept.report && now.node === kept.node && now.body === kept.body && now.compared === kept.compared) fresh.delete(kept.id)
    else gone.push(kept)
  }
  const put = [...fresh.values()]
  if (gone.length === 0 && put.length === 0) return
  await index.put({ tellings: { gone: gone.map(({ id }) => id), put } })
  const touched = [...new Set([...gone, ...put].map(({ node }) => node))]
  const events = new Neighbourhood(index, options.containment)
  await events.change(touched.filter((name) => !name.startsWith(TOTAL)))
  const groups = await events.regroup()
  await putIncidents(index, { groups, nodes: events, totals: touched.filter((name) => name.startsWith(TOTAL)) }, options)
}
