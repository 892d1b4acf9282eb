import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import type { Post } from '../../src/model/report.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { LONGEST_LOOKED_THROUGH, readAndExtract, readReports, readTogether, type Gathered } from '../../src/pipeline.ts'
import { addReports } from '../../src/pipeline/add-reports.ts'
import { engineName } from '../../src/pipeline/engine-name.ts'
import { computeIncidents, incidentsAreFresh, refreshIncidents } from '../../src/pipeline/refresh-incidents.ts'
import { linkPosts, inOrder } from '../../src/pipeline/versions.ts'
import { RULES } from '../../src/stages/weigh/rule.ts'
import { DEFAULT_SETTINGS_KEPT, FIGURE_RULES } from '../../src/store/settings.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'
import { madeReport } from '../store/made.ts'

const gazetteer = openGazetteer()
const record = (id: string, text: string, more: object = {}): string => `${JSON.stringify({ id, text, ...more })}\n`
async function* bytes(...lines: string[]): AsyncGenerator<Uint8Array> { for (const line of lines) yield Buffer.from(line) }
const gathered = (text: string): Gathered => ({ record: { id: 'made', text, published: '2031-04-02' }, bytes: null, path: null, trouble: [] })

async function add(store: Awaited<ReturnType<typeof openMemoryStore>>, ...lines: string[]): Promise<string[]> {
  const outcomes: string[] = []
  for await (const { what } of addReports(store, { stdin: bytes(...lines) }, { raw: true, gazetteer })) outcomes.push(what)
  return outcomes
}

describe('reading', () => {
  it('looks through a long report up to its limit, with the same offsets, and says so', () => {
    const text = `Two people were killed in Kharkiv on 1 April 2031. ${'Rain fell. '.repeat(50)}Five people were killed in Odesa on 1 April 2031.`
    const whole = readAndExtract(gathered(text), { raw: true, gazetteer }), part = readAndExtract(gathered(text), { raw: true, gazetteer, longest: 200 })
    expect([whole.read, part.read]).toEqual(['whole', 'part'])
    expect(part.report.text).toBe(text)
    expect(part.report.trouble.map(({ code }) => code)).toEqual(['very_long'])
    expect(part.extraction.claims.length).toBeGreaterThan(0)
    expect(part.extraction.claims.length).toBeLessThan(whole.extraction.claims.length)
    for (const claim of part.extraction.claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
    expect(LONGEST_LOOKED_THROUGH).toBeGreaterThan(10_000_000)
  })

  it('a fault of a rule is trouble of that report alone', () => {
    const failing = { lookup: () => { throw new Error('no such table') } }
    const read = readAndExtract(gathered('Two people were killed in Kharkiv on 1 April 2031.'), { raw: true, gazetteer: failing })
    expect(read).toMatchObject({ read: 'part', extraction: { claims: [] }, report: { trouble: [{ code: 'fault' }] } })
    expect(read.report.text).not.toBe('')
  })

  it('several side by side are read as each alone, and a fault in one leaves the others', () => {
    const failing = { lookup: (name: string) => { if (name.toLowerCase() === 'sumy') throw new Error('no such table'); return gazetteer.lookup(name) } }
    const texts = ['Two people were killed in Kharkiv on 1 April 2031.', '', 'A drone hit Sumy.', '“Five are wounded,” the governor said. Sirens sounded in Odesa.']
    const together = readTogether(texts.map(gathered), { raw: true, gazetteer: failing })
    expect(together).toEqual(texts.map((text) => readAndExtract(gathered(text), { raw: true, gazetteer: failing })))
    expect(together.map(({ read }) => read)).toEqual(['whole', 'nothing', 'part', 'whole'])
  })

  it.each([
    ['У Харкові внаслідок обстрілу загинули двоє людей.', undefined, 'no_language_pack', 'another script'],
    ['Deux personnes ont été tuées et sept autres blessées mardi dans une frappe de drone à Kharkiv, a déclaré le maire de la ville.', undefined, 'no_language_pack', 'another language in the same letters'],
    ['Two people were killed and seven others injured in a drone strike in Kharkiv on Tuesday, the mayor of the city said.', 'uk', null, 'a page that calls itself Ukrainian, in English'],
    ['Drone strike, Kharkiv: 2 killed', undefined, null, 'too short to be sure'],
  ] as [text: string, language: string | undefined, code: string | null, why: string][])('%s', (text, language, code) => {
    const { record, ...rest } = gathered(text)
    const read = readAndExtract({ record: { ...record, ...(language === undefined ? {} : { language }) }, ...rest }, { raw: true, gazetteer })
    expect(read.report.trouble.map((trouble) => trouble.code)).toEqual(code === null ? [] : [code])
    expect(read.read).toBe(code === null ? 'whole' : 'part')
    expect(read.report.text).toBe(text)
  })

  it('goes report by report: the first comes before the last was handed in', async () => {
    let asked = 0
    async function* slowly(): AsyncGenerator<Uint8Array> { for (let i = 0; i < 50; i++) { asked = i; yield Buffer.from(record(`r${i}`, 'Rain fell.')) } }
    for await (const { report } of readReports({ stdin: slowly() }, { raw: true, gazetteer })) {
      expect(report.doc).toBe('r0')
      break
    }
    expect(asked).toBeLessThan(5)
  })
})

describe('the engine\'s name', () => {
  it('is one for these sources', () => {
    expect(engineName()).toMatch(/^[0-9a-f]{16}$/)
    expect(engineName()).toBe(engineName())
  })
})

describe('settings', () => {
  it('offer the rules that there are', () => {
    expect([...FIGURE_RULES].toSorted()).toEqual([...RULES].toSorted())
  })
})

describe('incidents', () => {
  it('are computed when reports or settings changed, and only then', async () => {
    const store = await openMemoryStore()
    await add(store, record('one', 'Two people were killed in Kharkiv on 1 April 2031.'))
    expect(await incidentsAreFresh(store, DEFAULT_SETTINGS_KEPT)).toBe(false)
    await refreshIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer)
    expect(await incidentsAreFresh(store, DEFAULT_SETTINGS_KEPT)).toBe(true)
    expect(await incidentsAreFresh(store, { settings: { ...DEFAULT_SETTINGS_KEPT.settings, figures: { rule: 'acled' } } })).toBe(false)
    expect(await add(store, record('one', 'Two people were killed in Kharkiv on 1 April 2031.'))).toEqual(['unchanged'])
    expect(await incidentsAreFresh(store, DEFAULT_SETTINGS_KEPT)).toBe(true)
    await add(store, record('two', 'Five people were killed in Odesa on 1 April 2031.'))
    expect(await incidentsAreFresh(store, DEFAULT_SETTINGS_KEPT)).toBe(false)
    await store.close()
  })

  it('a number that a report changed is kept, marked as replaced, whichever order its versions came in', async () => {
    const early = record('one', 'Two people were killed in a strike on Kharkiv on 1 April 2031, officials said.', { published: '2031-04-01T08:00:00Z' })
    const late = record('one', 'Three people were killed in a strike on Kharkiv on 1 April 2031, officials said.', { published: '2031-04-01T20:00:00Z' })
    const results: Incident[][] = []
    for (const order of [[early, late], [late, early], [early, late, early, late]]) {
      const store = await openMemoryStore()
      await add(store, ...order)
      results.push(await computeIncidents(store, DEFAULT_SETTINGS_KEPT, gazetteer))
      await store.close()
    }
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
    const figure = results[0]!.flatMap(({ figures }) => figures).find(({ measure }) => measure === 'killed')!
    const two = figure.says.find(({ value }) => value === 2)!, three = figure.says.find(({ value }) => value === 3)!
    expect(two.superseded_by).toBe(three.claim)
    expect(three.superseded_by).toBeNull()
    expect([figure.low, figure.best, figure.high]).toEqual([3, 3, 3])
  })
})

describe('versions of a live blog', () => {
  const post = (id: string, start: number, end: number): Post => ({ id, author: 'A Reporter', heading: null, time: null, modified: null, supersedes: null, start, end })
  const first = 'Two people were killed when a missile hit a block of flats in the north of the town.'
  const second = 'Three people were killed when a missile hit a block of flats in the north of the town.'
  const other = 'Trains between the two cities run again after repairs to the line were finished.'

  it('a post worded otherwise replaces the earlier one; others are left alone', () => {
    const before = madeReport({ text: `${first}\n${other}`, posts: [post('p1', 0, first.length), post('p2', first.length + 1, first.length + 1 + other.length)] })
    const fresh = 'An air raid alert was declared in the whole region in the morning.'
    const after = madeReport({ text: `${fresh}\n${second}\n${other}`, posts: [post('p4', 0, fresh.length), post('p3', fresh.length + 1, fresh.length + 1 + second.length), post('p2', fresh.length + second.length + 2, fresh.length + second.length + 2 + other.length)] })
    expect(linkPosts([before, after]).map((posts) => posts.map(({ id, supersedes }) => [id, supersedes]))).toEqual([[['p1', null], ['p2', null]], [['p4', null], ['p3', 'p1'], ['p2', null]]])
    expect(linkPosts([after]).flat().every(({ supersedes }) => supersedes === null)).toBe(true)
  })

  it('stand in order of what they tell of', () => {
    const version = (n: number, published: string | null) => ({ report: madeReport({ published }), summary: { version: n } })
    expect(inOrder([version(1, '2031-04-02T20:00:00Z'), version(2, '2031-04-02T08:00:00Z'), version(3, '2031-04-02T20:00:00Z')]).map(({ summary }) => summary.version)).toEqual([2, 1, 3])
    // one without a time stands where it came in: an order even among three that disagree in pairs
    expect(inOrder([version(1, '2031-04-05'), version(2, null), version(3, '2031-04-03')]).map(({ summary }) => summary.version)).toEqual([3, 1, 2])
    expect(inOrder([version(2, null), version(1, '2031-04-02')]).map(({ summary }) => summary.version)).toEqual([1, 2])
  })
})
