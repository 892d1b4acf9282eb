// Incidents are computed from everything kept, and kept beside it with what they were computed from.
import { createHash } from 'node:crypto'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Incident } from '../model/incident.ts'
import { containmentOf, resolve, updateIncidents, type ResolveInput } from '../stages/resolve/index.ts'
import type { RuleName } from '../stages/weigh/rule.ts'
import type { KeptReading, Store } from '../store/store.ts'
import { engineName } from './engine-name.ts'
import type { ReadReport } from '../pipeline.ts'
import { concernedOtherwise, concernsOf, type Concerns } from './concerns.ts'
import { shapingOf, withDecidedClaims, type Shaping } from './review.ts'
import { linkPosts, inOrder } from './versions.ts'

/** What of the settings goes into incidents, and how much is held at once. */
export interface IncidentSettings {
  settings: { figures: { rule: RuleName }, memory: { reports_at_once: number } }
}

function inputOf({ report, claims }: Pick<KeptReading, 'report' | 'claims'>): ResolveInput {
  const { doc, key, published, outlet, url, title, canonical, text, posts } = report
  return { report: doc, key, published, outlet, url, title, canonical, text, posts, claims }
}

/** What resolve is handed of all versions of one report. */
function inputsOf(versions: readonly KeptReading[]): ResolveInput[] {
  if (versions.length === 0) return []
  const ordered = inOrder(versions)
  if (ordered.length === 1) return [inputOf(ordered[0]!)]
  const posts = linkPosts(ordered.map(({ report }) => report))
  return ordered.map((reading, i) => ({ ...inputOf(reading), posts: posts[i]!, version: i + 1 }))
}

/** The incidents of these readings alone. The gazetteer tells which place lies in which. */
export async function incidentsOf(readings: AsyncIterable<ReadReport> | Iterable<ReadReport>, settings: IncidentSettings, gazetteer: Gazetteer): Promise<Incident[]> {
  const inputs: ResolveInput[] = []
  for await (const { report, extraction } of readings) inputs.push(inputOf({ report, claims: extraction.claims }))
  return resolve(inputs, { rule: settings.settings.figures.rule, containment: containmentOf(gazetteer) })
}

/** What resolve is handed of everything in a store: every version of every report, and what people decided. */
export async function everyInput(store: Store): Promise<{ inputs: ResolveInput[], decisions: Shaping['constraints'] }> {
  const inputs: ResolveInput[] = []
  const { constraints, claims: decided } = await shapingOf(store)
  let versions: KeptReading[] = []
  for await (const reading of store.readings({ all: true })) {
    if (versions.length > 0 && versions[0]!.summary.id !== reading.summary.id) { inputs.push(...inputsOf(versions)); versions = [] }
    versions.push(withDecidedClaims(reading, decided))
  }
  inputs.push(...inputsOf(versions))
  return { inputs, decisions: constraints }
}

/** The incidents of everything in a store, as decisions shape them. */
export async function computeIncidents(store: Store, settings: IncidentSettings, gazetteer: Gazetteer): Promise<Incident[]> {
  const { inputs, decisions } = await everyInput(store)
  return resolve(inputs, { rule: settings.settings.figures.rule, containment: containmentOf(gazetteer), decisions })
}

/** The same where the same incidents would be computed: other settings than these begin nothing anew. */
function rulesOf({ settings: { figures } }: IncidentSettings): string {
  return createHash('sha256').update(`${engineName()}\n${JSON.stringify(figures)}`).digest('hex').slice(0, 16)
}

/** true: what the store keeps as incidents is what would be computed now. */
export async function incidentsAreFresh(store: Store, settings: IncidentSettings): Promise<boolean> {
  const [basis, revision] = [await store.incidentBasis(), await store.revision()]
  return basis !== null && basis.revision === revision && basis.rules === rulesOf(settings)
}

/**
 * Brings the kept incidents up to date where they are not: reports that came or changed, and those that other decisions concern,
 * are compared with their neighbours alone, a bounded number in one step, so that a run that is stopped goes on where it was.
 * Other rules begin anew. `progress` is told of the reports done.
 */
export async function refreshIncidents(store: Store, settings: IncidentSettings, gazetteer: Gazetteer, progress: (done: number) => void = () => {}): Promise<void> {
  const rules = rulesOf(settings), containment = containmentOf(gazetteer)
  const atOnce = settings.settings.memory.reports_at_once
  let done = 0
  while (!await incidentsAreFresh(store, settings)) {
    const revision = await store.revision(), shaping = await shapingOf(store)
    await markConcerned(store, rules, shaping)
    for (let more = true; more;) {
      const stale = await store.staleReports(atOnce)
      more = stale.length === atOnce
      if (stale.length === 0) break
      const readings = Map.groupBy(await store.readingsOfReports(stale.map(({ id }) => id)), ({ summary }) => summary.id)
      const changed = stale.map(({ id, key }) => ({ key, inputs: inputsOf((readings.get(id) ?? []).map((reading) => withDecidedClaims(reading, shaping.claims))) }))
      await store.resolving(stale, (index) => updateIncidents(index, changed, { rule: settings.settings.figures.rule, containment, decisions: shaping.constraints }))
      progress(done += stale.length)
    }
    if (await store.settleIncidents({ revision, rules })) return
  }
}

/** Marks as stale what other rules concern, which is everything, or other decisions. */
async function markConcerned(store: Store, rules: string, shaping: Shaping): Promise<void> {
  const before = await store.indexBasis(), concerns = concernsOf(shaping), decided = JSON.stringify(concerns)
  if (before?.rules !== rules) { await store.beginIndex({ rules, decided }); return }
  if (before.decided === decided) return
  const { claims, keys } = concernedOtherwise(JSON.parse(before.decided) as Concerns, concerns), other = new Set(claims)
  // an added claim stands in no reading: its report is known by the decision alone
  const adding = [...shaping.claims.added].filter(([, added]) => added.some(({ id }) => other.has(id))).map(([key]) => key)
  await store.markStale({ claims, keys: [...keys, ...adding] }, { rules, decided })
}
