// Resolve and weigh behind the extractor on the shared reports, where they are: the live blog of the main issue, and headlines
// whose events are known. Skipped, and said so, where ../shared is absent.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve as path } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import type { ReportRecord } from '../../src/model/report.ts'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readReports, type Sources } from '../../src/pipeline.ts'
import { containmentOf, resolve, type ResolveInput } from '../../src/stages/resolve/index.ts'

const SHARED = path(PROJECT, '../shared')
const SEEDS = join(SHARED, 'corpus/manifest.jsonl'), HEADLINES = ['reports', 'singles'].map((name) => join(SHARED, `data/same-event/${name}.jsonl`))

async function incidentsOf(sources: Sources, raw: boolean): Promise<Incident[]> {
  const gazetteer = openGazetteer()
  const inputs: ResolveInput[] = []
  try {
    for await (const { report: { doc, key, published, outlet, url, title, text, posts }, extraction } of readReports(sources, { raw, gazetteer })) inputs.push({ report: doc, key, published, outlet, url, title, text, posts, claims: extraction.claims })
    return resolve(inputs, { containment: containmentOf(gazetteer) })
  } finally {
    gazetteer.close()
  }
}

describe.skipIf(!existsSync(SEEDS))('the live blog (skipped where ../shared is absent)', () => {
  it('one country-wide strike with its parts, one night of drones with its interception, the totals apart', async () => {
    const incidents = await incidentsOf({ manifest: SEEDS }, false)
    const find = (type: string, place: string, to: string, weapon: string) => incidents.find((one) => one.kind !== 'total' && one.type === type && one.place?.name === place && one.date?.to === to && one.weapons.includes(weapon))
    const wave = find('strike', 'Ukraine', '2022-12-29', 'missile')!
    expect(wave.date!.from).toBe('2022-12-29')
    const killed = wave.figures.find(({ measure, of }) => measure === 'killed' && of === 'person')!
    expect(killed.says.map(({ value, claimant, superseded_by }) => `${value} ${claimant === null ? 'outlet' : 'named'}${superseded_by ? ' replaced' : ''}`)).toEqual(expect.arrayContaining(['2 outlet replaced', '3 outlet', '4 named', '3 named']))
    expect([killed.low, killed.best, killed.high]).toEqual([3, 3, 4])
    expect(wave.figures.find(({ measure, of }) => measure === 'struck' && of === 'region')!.best).toBe(10)
    expect(incidents.some((one) => one.part_of === wave.id)).toBe(true)
    const night = find('strike', 'Ukraine', '2022-12-30', 'drone')!
    expect(night.id).not.toBe(wave.id)
    expect(night.figures.find(({ measure }) => measure === 'launched')!.best).toBe(16)
    const shot = find('interception', 'Ukraine', '2022-12-30', 'drone')!
    expect(shot.figures.find(({ measure }) => measure === 'intercepted')).toMatchObject({ of: 'drone', best: 16 })
    expect(shot.links).toContainEqual({ as: 'interception_of', incident: night.id })
    const missiles = find('interception', 'Kyiv', '2022-12-29', 'missile')!
    expect(missiles.id).not.toBe(shot.id)
    expect(missiles.figures.find(({ measure }) => measure === 'intercepted')).toMatchObject({ of: 'missile', best: 16 })
    const totals = incidents.filter(({ kind }) => kind === 'total').flatMap(({ figures }) => figures.flatMap(({ says }) => says.map(({ value }) => value)))
    expect(totals).toEqual(expect.arrayContaining([6000, 13500]))
  })
})

interface Headline { report: number, headline: string, source: string, date: string, event: string }

/** Pairwise and B-cubed F1, as the scorer beside the data computes them. */
function scores(headlines: readonly Headline[], incidents: readonly Incident[]): { pairwise: number, bcubed: number } {
  const cluster = new Map<string, string>()
  for (const incident of incidents) for (const report of incident.reports) if (!cluster.has(report)) cluster.set(report, incident.part_of ?? incident.id)
  const events = headlines.map(({ event }) => event), clusters = headlines.map(({ report }) => cluster.get(String(report)) ?? `alone ${report}`), both = headlines.map((_, i) => `${events[i]} ${clusters[i]}`)
  const count = (keys: readonly string[]): Map<string, number> => { const counts = new Map<string, number>(); for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1); return counts }
  const inEvent = count(events), inCluster = count(clusters), inBoth = count(both)
  const pairs = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n * (n - 1) / 2, 0)
  const f1 = (precision: number, recall: number): number => 2 * precision * recall / (precision + recall)
  const share = (of: Map<string, number>, keys: readonly string[]): number => both.reduce((sum, key, i) => sum + inBoth.get(key)! / of.get(keys[i]!)!, 0) / both.length
  return { pairwise: f1(pairs(inBoth) / pairs(inCluster), pairs(inBoth) / pairs(inEvent)), bcubed: f1(share(inCluster, clusters), share(inEvent, events)) }
}

describe.skipIf(!HEADLINES.every((file) => existsSync(file)))('headlines of known events (skipped where ../shared is absent)', () => {
  it('are put together by event, from headline, source and date alone', async () => {
    const headlines = HEADLINES.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Headline))
    const records = headlines.map(({ report, headline, source, date }): ReportRecord => ({ id: String(report), title: headline, text: headline, published: date, outlet: source, language: 'en' }))
    const { pairwise, bcubed } = scores(headlines, await incidentsOf({ stdin: Readable.from(records.map((record) => `${JSON.stringify(record)}\n`)) }, true))
    expect(pairwise).toBeGreaterThanOrEqual(0.57)
    expect(bcubed).toBeGreaterThanOrEqual(0.89)
  })
})
