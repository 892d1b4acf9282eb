// Our scorer against the one that the shared benchmark has, on outputs made from the annotation by chance: the figures must be equal.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PROJECT } from '../../../src/cli/cache-folder.ts'
import { readGiven, readGold } from '../../../src/cli/eval/gold.ts'
import { asRange, type Days } from '../../../src/cli/eval/same.ts'
import { score, type GivenClaim, type GoldFact, type GoldIncident } from '../../../src/cli/eval/score.ts'

const SHARED = resolve(PROJECT, '../shared/gold')
const there = existsSync(join(SHARED, 'score.mjs'))
const folder = mkdtempSync(join(tmpdir(), 'dateline-eval-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

/** Numbers of 0 to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** An output that is partly right: every field of the annotation kept, changed, emptied, doubled or left out by chance. */
function madeOutput(facts: readonly GoldFact[], incidents: readonly GoldIncident[], next: () => number): { doc: string, text: string, claims: GivenClaim[] }[] {
  const any = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!
  const perhaps = <T>(value: T, others: readonly T[]): T => (next() < 0.75 ? value : any(others))
  const shift = (days: Days): GivenClaim['date'] => {
    const range = asRange(days)
    if (next() < 0.6 || range === null || range.to === null) return range
    const moved = (day: string | null, by: number): string | null => (day === null ? null : new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10))
    return { from: moved(range.from, Math.round(next() * 4 - 2)), to: moved(range.to, Math.round(next() * 4 - 2)) }
  }
  const docs = new Map<string, { doc: string, text: string, claims: GivenClaim[] }>()
  const put = (doc: string, quote: string, claim: Omit<GivenClaim, 'quote' | 'start' | 'end' | 'quantities'>, quantities: GivenClaim['quantities']): void => {
    let report = docs.get(doc)
    if (report === undefined) { report = { doc: next() < 0.5 ? doc : `${doc}.txt`, text: '', claims: [] }; docs.set(doc, report) }
    const start = report.text.length, end = start + quote.length
    report.text += quote + '\n'
    const off = next() < 0.05 ? 1 : 0
    report.claims.push({ ...claim, quote, start: start + off, end: end + off, quantities: quantities.map((quantity) => ({ ...quantity, start: start + off, end: start + off + (next() < 0.05 ? 90 : Math.min(4, quote.length)) })) })
  }
  for (const fact of facts) {
    const rounds = next() < 0.15 ? 0 : next() < 0.15 ? 2 : 1
    for (let i = 0; i < rounds; i++) {
      const other = any(facts)
      const claimant = perhaps(fact.claimant, [other.claimant, null])
      put(fact.doc, fact.quote, {
        type: null, claimant: claimant === null ? null : { name: next() < 0.3 ? claimant.split(' ').at(-1)! : claimant }, stance: perhaps(fact.stance ?? 'asserted', ['denied', 'unconfirmed']),
        place: next() < 0.1 ? null : { name: perhaps(fact.place ?? null, [other.place ?? null, 'Nowhere region']) }, date: shift(fact.date), by: null, against: null, weapons: [],
      }, [{ measure: perhaps(fact.measure, [other.measure]), of: perhaps(fact.of, [other.of, 'person', 'munition']), value: perhaps(fact.value, [other.value]), bound: perhaps(fact.bound, [other.bound]), cumulative: perhaps(fact.cumulative, [true, false]), start: 0, end: 0 }])
    }
  }
  for (const incident of incidents) {
    if (next() < 0.2) continue
    const other = any(incidents)
    for (let i = 0; i < (next() < 0.2 ? 2 : 1); i++) {
      put(incident.doc, incident.quote, {
        type: perhaps(incident.type, [other.type]), claimant: null, stance: 'asserted', place: { name: perhaps(incident.place ?? null, [other.place ?? null]) }, date: shift(incident.date),
        by: perhaps(incident.by, [other.by, 'Russian forces']), against: perhaps(incident.against, [other.against]), weapons: perhaps([...incident.weapon], [[...other.weapon]]),
      }, [])
    }
  }
  return [...docs.values()]
}

describe.skipIf(!there)('beside the shared scorer (skipped where ../shared is absent)', () => {
  const rows = ['seeds', 'dev', 'train'].flatMap((set) => [1, 2, 3].map((seed): [string, number] => [set, seed]))
  it.each(rows)('%s, output %d', (set, seed) => {
    const gold = readGold(join(SHARED, set), '/')
    const output = madeOutput(gold.facts, gold.incidents, chance(seed * 7919))
    const file = join(folder, `${set}-${seed}.ndjson`)
    writeFileSync(file, output.map((report) => JSON.stringify(report)).join('\n'))
    const theirs: unknown = JSON.parse(execFileSync(process.execPath, [join(SHARED, 'score.mjs'), join(SHARED, set), file, '--json'], { encoding: 'utf8' }))
    const ours = score(gold.facts, gold.incidents, readGiven(file, '/')).score
    expect(ours.facts.f1).toBeGreaterThan(0.2)
    expect(ours.facts.f1).toBeLessThan(0.95)
    expect(JSON.parse(JSON.stringify(ours))).toEqual(theirs)
  })
})
