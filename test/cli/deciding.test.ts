// Judging and correcting the record through the commands.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import { runHere, type Ran } from './run-dateline.ts'

const KHARKIV = 'Two people were killed and seven were injured in a missile strike on Kharkiv on Tuesday, the mayor, Ihor Terekhov, said. Five seats in the ward were filled by dawn.'
let folder: string, data: string, heads: string, kharkiv: Incident & { state: string }, odesa: Incident
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-deciding-'))
  data = join(folder, 'data')
  heads = join(folder, 'heads.txt')
  const texts = { first: KHARKIV, second: 'Air defence shot down 14 drones over Odesa overnight, the air force said.' }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.txt`), `${text}\n`)
  writeFileSync(join(folder, 'manifest.jsonl'), Object.keys(texts).map((name) => `${JSON.stringify({ file: `${name}.txt`, published: '2031-04-02', outlet: `The ${name}`, language: 'en' })}\n`).join(''))
  expect((await run('add', '--manifest', join(folder, 'manifest.jsonl'))).code).toBe(0)
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ log: { head_file: heads } }))
  const all = values<Incident>(await run('incidents', '--json'))
  odesa = all.find(({ type }) => type === 'interception')!
  kharkiv = values<typeof kharkiv>(await run('incident', all.find(({ type }) => type === 'strike')!.id, '--json'))[0]!
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const run = (command: string, ...args: string[]): Promise<Ran> => runHere([command, '--data', data, ...args], { env: { DATELINE_BY: 'Ada' } })
const values = <Value>({ out }: Ran): Value[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Value)
const shown = async (id: string): Promise<Incident> => values<Incident>(await run('incident', id, '--json'))[0]!

describe('deciding', () => {
  // entry 1 is the setting that says where the head is written, noticed by the first command that writes
  it('accepts, publishes, and shows who did; the exports carry it', async () => {
    expect(await run('decide', 'accept', kharkiv.id, '--reason', 'read it')).toMatchObject({ code: 0, out: `Decision 2: Ada accepted ${kharkiv.id.slice(0, 8)}.\n` })
    expect((await run('decide', 'publish', kharkiv.id.slice(0, 8), '--by', 'Bo')).out).toContain('Decision 3: Bo published')
    const text = (await run('incident', kharkiv.id)).out
    expect(text).toContain('published · state ')
    expect(text).toMatch(/Decided\n2 {2}\S+ \S+ {2}Ada accepted \w{8}\n {4}because: read it\n3 {2}\S+ \S+ {2}Bo published/)
    const csv = (await run('export', '--as', 'csv')).out
    expect(csv).toContain(',published,')
    expect((await run('export', '--as', 'geojson')).out).toContain('"review":"published"')
    expect((await run('export', '--as', 'html')).out).toContain('published by a person')
  })

  it('tells the second of two, who decided on what she saw before', async () => {
    const ran = await run('decide', 'note', kharkiv.id, 'ask the hospital', '--on', kharkiv.state)
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/Not taken: incident \w+ has changed since you looked at it .*\n {2}2: Ada accepted \w+\n {2}3: Bo published \w+\n/)
    expect(values<{ taken: boolean, moved: { since: unknown[] }[] }>(await run('decide', 'accept', kharkiv.id, '--on', kharkiv.state, '--json'))[0]).toMatchObject({ taken: false, moved: [{ since: [{ seq: 2 }, { seq: 3 }] }] })
    expect((await run('decide', 'note', kharkiv.id, 'ask the hospital', '--on', (await shown(kharkiv.id) as typeof kharkiv).state)).code).toBe(0)
  })

  it('merges, leads both ids to it, and undoes', async () => {
    const merged = values<{ id: number, incidents: string[] }>(await run('decide', 'merge', kharkiv.id, odesa.id, '--json'))[0]!
    expect(merged.incidents).toHaveLength(1)
    for (const id of [kharkiv.id, odesa.id]) expect((await shown(id)).id).toBe(merged.incidents[0])
    expect((await run('decisions', '--look')).out).toMatch(/needs another look: the incident's claims have changed since/)
    expect((await run('decide', 'undo', String(merged.id))).code).toBe(0)
    expect((await shown(odesa.id)).id).toBe(odesa.id)
    expect((await run('decisions', '--look')).out).toBe('No decision needs another look.\n')
  })

  it('adds a claim with its words, corrects, grades, rejects; each kept as a case', async () => {
    expect((await run('decide', 'add', 'first', '--words', 'Five seats in the ward were filled', '--measure', 'injured', '--value', '5', '--number', 'Five', '--incident', kharkiv.id)).code).toBe(0)
    expect((await run('decide', 'correct', kharkiv.id, '--field', 'killed', '--value', '2..2..3', '--reason', 'one died later', '--evidence', 'the hospital\'s list')).code).toBe(0)
    expect((await run('decide', 'grade', '--claimant', 'Ihor Terekhov', '--grade', 'b')).code).toBe(0)
    const dead = kharkiv.figures.find(({ measure }) => measure === 'killed')!.says[0]!.claim
    expect((await run('decide', 'grade', dead, '--grade', '2')).code).toBe(0)
    const { figures, corrected } = await shown(kharkiv.id)
    expect(corrected).toEqual(['killed person'])
    expect(figures.find(({ measure }) => measure === 'killed')).toMatchObject({ low: 2, best: 2, high: 3, says: [{ source_grade: 'B', information_grade: 2 }] })
    const injured = figures.find(({ measure }) => measure === 'injured')!
    expect(injured.says.map(({ value }) => value).sort()).toEqual([5, 7])
    expect((await run('incident', kharkiv.id)).out).toContain('source B, information 2')
    expect((await run('decide', 'reject', injured.says.find(({ value }) => value === 7)!.claim, '--reason', 'a test')).code).toBe(0)
    expect((await shown(kharkiv.id)).figures.find(({ measure }) => measure === 'injured')!.says.map(({ value }) => value)).toEqual([5])
    expect(values<{ case: string }>(await run('decisions', '--cases')).map((one) => one.case)).toEqual(['missed', 'wrong'])
    const cases = join(data, 'cases'), lines = (name: string): unknown[] => readFileSync(join(cases, name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
    expect(await run('decisions', '--annotation', cases)).toMatchObject({ code: 0, out: expect.stringContaining('1 to be found and 1 not to be found') as string })
    expect(lines('cases.facts.jsonl')).toMatchObject([{ case: 'missed', doc: 'first', measure: 'injured', of: 'person', value: 5, bound: 'exact', stance: 'asserted', cumulative: false, quote: 'Five seats in the ward were filled' }])
    expect(lines('cases.wrong.jsonl')).toMatchObject([{ case: 'wrong', measure: 'injured', value: 7, reason: 'a test' }])
    const scored = await runHere(['eval', cases, '--raw', '--json'])
    expect(scored.code, scored.err).toBe(0)
  })

  it('verifies the log, and finds it changed, cut or written anew', async () => {
    const sound = await run('verify')
    expect(sound).toMatchObject({ code: 0 })
    expect(sound.out).toMatch(/The log of 11 entries is as it was written; its head is 11 [0-9a-f]{64}\./)
    const lines = readFileSync(heads, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(11)
    const database = new DatabaseSync(join(data, 'store.sqlite'))
    for (const sql of ['delete from log where seq = 3', "update log set by_whom = 'x'"]) expect(() => database.exec(sql)).toThrow(/never edited/)
    database.exec('drop trigger log_no_update; drop trigger log_no_delete; pragma foreign_keys = off')
    database.exec("create table kept as select * from log; update log set by_whom = 'Somebody else' where seq = 4")
    expect(await run('verify')).toMatchObject({ code: 1, out: expect.stringContaining('entry 4 of the log is not what was written') as string })
    database.exec('delete from log; insert into log select * from kept where seq <> 6')
    expect((await run('verify', '--json')).out).toContain('{"log":7,"fault":"gap"}')
    database.exec("delete from log where seq > 5; update state set value = (select json_object('seq', seq, 'hash', hash) from log where seq = 5) where name = 'log_head'")
    expect(await run('verify')).toMatchObject({ code: 1, out: expect.stringContaining('entry 6 of the log and what followed it is missing') as string })
    database.exec('delete from log; insert into log select * from kept')
    database.close()
    expect((await run('verify', '--head', heads)).code).toBe(0)
  })

  const bad: [why: string, args: string[], err: RegExp][] = [
    ['an unknown kind', ['acept', 'x'], /Nobody can decide "acept"\..*\n?.*Did you mean accept\?/],
    ['an unknown incident', ['accept', 'ffff'], /no incident "ffff"/],
    ['an unknown claim', ['reject', 'ffff', '--reason', 'x'], /no claim "ffff"/],
    ['no reason', ['correct', 'KHARKIV', '--field', 'type', '--value', 'strike'], /needs a reason/],
    ['words that do not stand there', ['add', 'first', '--words', 'nine were killed'], /does not have the words/],
    ['a number without its words', ['add', 'first', '--words', 'Two people were killed', '--measure', 'killed', '--value', '2'], /needs its value and its own words/],
    ['a grade that is none', ['grade', '--outlet', 'The first', '--grade', 'G'], /cannot be "G"/],
    ['a place that nobody knows', ['correct', 'KHARKIV', '--field', 'place', '--value', 'Nowhereville', '--reason', 'x'], /The gazetteer has no place/],
    ['a decision that was never taken', ['undo', '99'], /There is no decision 99/],
    ['no number of a decision', ['undo', 'last'], /named by its number/],
    ['text that moves the cursor', ['accept', '\u001b[2Jx'], /no incident "\[2Jx"/],
  ]
  it.each(bad)('says what is wrong and what to do: %s', async (_why, args, err) => {
    const ran = await run('decide', ...args.map((arg) => (arg === 'KHARKIV' ? kharkiv.id : arg)))
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(err)
  })
})
