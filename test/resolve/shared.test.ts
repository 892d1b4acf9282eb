// Resolve and weigh behind the extractor on headlines whose events are known. Skipped, and said so, where ../shared is absent.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve as path } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import type { ReportRecord } from '../../src/model/report.ts'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { incidentsOf } from './incidents-of.ts'

const SHARED = path(PROJECT, '../shared')
const HEADLINES = ['reports', 'singles'].map((name) => join(SHARED, `data/same-event/${name}.jsonl`))

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
