// Settings that change while a desk is open: each is an entry of the chained log at the time, and before what is done under it.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsChanges, type ChangedSetting } from '../../src/pipeline/settings-in-log.ts'
import { checkChain } from '../../src/review/chain.ts'
import { serveForTest, type ServedDesk } from './served.ts'

let desk: ServedDesk
beforeAll(async () => { desk = await serveForTest({ samples: true }) }, 120_000)
afterAll(async () => { expect(desk.faults).toEqual([]); await desk.drop() })

const write = (text: string): void => { writeFileSync(join(desk.folder, 'settings.json'), text) }
const changes = async (): Promise<ChangedSetting[][]> => { const all = []; for await (const { changed } of settingsChanges(desk.store)) all.push(changed); return all }

test('an edited file is soon in the log, each change once, with what it was', { timeout: 30_000 }, async () => {
  expect(await changes()).toEqual([])
  write('{"review": {"two_people": true}}')
  await expect.poll(changes, { timeout: 20_000 }).toEqual([[{ name: 'review.two_people', from: false, to: true }]])
  write('{"review": {"two_people": true}, "figures": {"rule": "ucdp"}}') // says the same
  write('{"review": {"two_people": true}, "serve": {"idle_minutes": 30}}')
  await expect.poll(changes, { timeout: 20_000 }).toEqual([[{ name: 'review.two_people', from: false, to: true }], [{ name: 'serve.idle_minutes', from: 720, to: 30 }]])
  for await (const { by } of settingsChanges(desk.store)) expect(by).toBe('Olena (noticed by the desk)')
})

test('what is decided right after an edit stands behind it in the log', { timeout: 30_000 }, async () => {
  const { rows: [row] } = await (await desk.get('/api/incidents?limit=1')).json() as { rows: { id: string }[] }, one = await (await desk.get(`/api/incidents/${row!.id}`)).json() as { id: string, state: string }
  write('{"figures": {"rule": "airwars"}}')
  const answer = await desk.post('/api/decisions', JSON.stringify({ kind: 'note', on: [{ incident: one.id, state: one.state }], text: 'Ask.', reason: null }), { 'content-type': 'application/json' })
  expect([200, 409]).toContain(answer.status) // the figures may have moved with the rule
  const what: string[] = []
  for await (const entry of desk.store.log()) what.push(entry.what)
  if (answer.status === 200) expect(what.lastIndexOf('setting')).toBeLessThan(what.lastIndexOf('decision'))
  expect((await changes()).at(-1)).toEqual([{ name: 'figures.rule', from: 'ucdp', to: 'airwars' }, { name: 'review.two_people', from: true, to: false }, { name: 'serve.idle_minutes', from: 30, to: 720 }])
})

test('a file that is no settings changes nothing and stops nothing; a file that is gone is the settings that come with Dateline', { timeout: 30_000 }, async () => {
  const before = (await changes()).length
  write('{"figures": {"rule": "guess"}}')
  await new Promise((resolve) => { setTimeout(resolve, 1200) })
  expect((await changes()).length).toBe(before)
  rmSync(join(desk.folder, 'settings.json'))
  await expect.poll(async () => (await changes()).at(-1), { timeout: 20_000 }).toEqual([{ name: 'figures.rule', from: 'airwars', to: 'ucdp' }])
  expect((await checkChain(desk.store.keptLog(), [])).faults).toEqual([])
})
