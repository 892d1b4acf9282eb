// Incidents of a store that is filled bit by bit are those of everything at once.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { computeIncidents, refreshIncidents } from '../../src/pipeline/refresh-incidents.ts'
import { DEFAULT_SETTINGS_KEPT } from '../../src/store/settings.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'
import type { Store } from '../../src/store/store.ts'
import { batchesOf, close } from '../resolve/close-reports.ts'
import type { ResolveInput } from '../../src/stages/resolve/index.ts'
import { keep, madeReport } from '../store/made.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const add = (store: Store, { report, key, published, outlet, title, text, claims }: ResolveInput) => keep(store, madeReport({ doc: report, key, published, outlet, title, text: text ?? claims.map(({ quote }) => quote).join(' ') }), [...claims])
async function listed(store: Store): Promise<string> {
  const incidents: Incident[] = []
  for await (const incident of store.incidents()) incidents.push(incident)
  return JSON.stringify(incidents)
}

describe('a store that is filled bit by bit', () => {
  it('has the incidents of everything at once after every bit, in the same order, and finds every id it ever had', async () => {
    await fc.assert(fc.asyncProperty(close.chain((inputs) => fc.tuple(fc.constant(inputs), batchesOf(inputs.length))), async ([inputs, batches]) => {
      const store = await openMemoryStore()
      const shown = new Map<string, string>()
      for (const batch of batches) {
        for (const i of batch) await add(store, inputs[i]!)
        await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
        const expected = await computeIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
        expect(await listed(store)).toBe(JSON.stringify(expected))
        for (const { id, claims } of expected) for (const claim of claims) if (claim === id) shown.set(id, claim)
        const held = await store.incidentsOfClaims([...shown.values()])
        for (const [id, claim] of shown) expect((await store.incident(id))?.incident.id).toBe(held.get(claim))
      }
      await store.close()
    }), { numRuns: 60 })
  }, 120_000)

  it('in however small steps', async () => {
    const [inputs] = fc.sample(close, { numRuns: 1, seed: 5 })
    const results: string[] = []
    for (const reports_at_once of [1, 3, 200]) {
      const store = await openMemoryStore()
      for (const input of inputs!) await add(store, input)
      await refreshIncidents(store, { settings: { ...DEFAULT_SETTINGS_KEPT.settings, memory: { reports_at_once } } }, gazetteer)
      results.push(await listed(store))
      await store.close()
    }
    expect(new Set(results).size).toBe(1)
  })

  it('other rules begin anew, and the ids stay', async () => {
    const store = await openMemoryStore()
    const [inputs] = fc.sample(close, { numRuns: 1, seed: 3 })
    for (const input of inputs!) await add(store, input)
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
    const before = await listed(store)
    const acled = { ...DEFAULT_SETTINGS_KEPT, settings: { ...DEFAULT_SETTINGS_KEPT.settings, figures: { rule: 'acled' as const } } }
    await refreshIncidents(store, acled, gazetteer)
    expect(await listed(store)).toBe(JSON.stringify(await computeIncidents(store, acled, gazetteer)))
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
    expect(await listed(store)).toBe(before)
    await store.close()
  })
})
