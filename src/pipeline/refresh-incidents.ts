// Incidents are computed from everything kept, and kept beside it with what they were computed from.
import { createHash } from 'node:crypto'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Incident } from '../model/incident.ts'
import { containmentOf, resolve, type ResolveInput } from '../stages/resolve/index.ts'
import type { RuleName } from '../stages/weigh/rule.ts'
import type { KeptReading, Store } from '../store/store.ts'
import { engineName } from './engine-name.ts'
import type { ReadReport } from '../pipeline.ts'
import { shapingOf, withDecidedClaims } from './review.ts'
import { linkPosts, inOrder } from './versions.ts'

/** What of the settings goes into incidents, and their hash. */
export interface IncidentSettings {
  settings: { figures: { rule: RuleName } }
  hash: string
}

function inputOf({ report, claims }: Pick<KeptReading, 'report' | 'claims'>): ResolveInput {
  const { doc, key, published, outlet, url, title, text, posts } = report
  return { report: doc, key, published, outlet, url, title, text, posts, claims }
}

/** The incidents of these readings alone. The gazetteer tells which place lies in which. */
export async function incidentsOf(readings: AsyncIterable<ReadReport> | Iterable<ReadReport>, settings: IncidentSettings, gazetteer: Gazetteer): Promise<Incident[]> {
  const inputs: ResolveInput[] = []
  for await (const { report, extraction } of readings) inputs.push(inputOf({ report, claims: extraction.claims }))
  return resolve(inputs, { rule: settings.settings.figures.rule, containment: containmentOf(gazetteer) })
}

/** The incidents of everything in a store, every version of every report, as decisions shape them. */
export async function computeIncidents(store: Store, settings: IncidentSettings, gazetteer: Gazetteer): Promise<Incident[]> {
  const inputs: ResolveInput[] = []
  const { constraints, claims: decided } = await shapingOf(store)
  let versions: KeptReading[] = []
  const close = (): void => {
    const ordered = inOrder(versions)
    const posts = linkPosts(ordered.map(({ report }) => report))
    ordered.forEach((reading, i) => inputs.push(ordered.length === 1 ? inputOf(reading) : { ...inputOf(reading), posts: posts[i]!, version: i + 1 }))
    versions = []
  }
  for await (const reading of store.readings({ all: true })) {
    if (versions.length > 0 && versions[0]!.summary.id !== reading.summary.id) close()
    versions.push(withDecidedClaims(reading, decided))
  }
  close()
  return resolve(inputs, { rule: settings.settings.figures.rule, containment: containmentOf(gazetteer), decisions: constraints })
}

function rulesOf(settings: IncidentSettings): string {
  return createHash('sha256').update(`${engineName()}\n${settings.hash}`).digest('hex').slice(0, 16)
}

/** true: what the store keeps as incidents is what would be computed now. */
export async function incidentsAreFresh(store: Store, settings: IncidentSettings): Promise<boolean> {
  const [basis, revision] = [await store.incidentBasis(), await store.revision()]
  return basis !== null && basis.revision === revision && basis.rules === rulesOf(settings)
}

/** Brings the kept incidents up to date where they are not. A report added meanwhile by another process makes it begin again. */
export async function refreshIncidents(store: Store, settings: IncidentSettings, gazetteer: Gazetteer): Promise<void> {
  while (!await incidentsAreFresh(store, settings)) {
    const revision = await store.revision()
    await store.keepIncidents(await computeIncidents(store, settings, gazetteer), { revision, rules: rulesOf(settings) })
  }
}
