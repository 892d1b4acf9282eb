// Versions beside each other in terms of what is reported: what came, went, says something else; and what is no change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { gazetteerFolder } from '../../src/gazetteer/build.ts'
import { openGazetteer, type OpenGazetteer } from '../../src/gazetteer/open.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { ReportChange } from '../../src/model/change.ts'
import { addGathered } from '../../src/pipeline/add-reports.ts'
import { compareClaims } from '../../src/pipeline/changes/compare.ts'
import { changesOfStore } from '../../src/pipeline/changes/of-store.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'
import { growthFourfold } from '../growth.ts'
import { madeClaim } from '../store/made.ts'

const killed = (value: number): Claim['quantities'] => [{ measure: 'killed', of: 'person', value, bound: 'exact', cumulative: false, start: 0, end: 3 }]

let gazetteer: OpenGazetteer
beforeAll(() => { gazetteer = openGazetteer({ folder: gazetteerFolder(process.env) }) })
afterAll(() => { gazetteer.close() })

/** The changes that a report goes through as these texts or pages. */
async function changesOf(...bodies: string[]): Promise<ReportChange[]> {
  const store = await openMemoryStore(), found: ReportChange[] = []
  for (const body of bodies) {
    const bytes = Buffer.from(body)
    await addGathered(store, { record: { id: 'report', published: '2031-05-06', outlet: 'The Lantern' }, bytes, path: null, trouble: [] }, { raw: false, gazetteer })
  }
  for await (const change of changesOfStore(store)) found.push(change)
  await store.close()
  return found
}

/** Changes in short: "changed figure,claimant: 2 killed -> 3 killed". */
const short = (changes: readonly ReportChange[]): string[] => changes.flatMap(({ notices, claims }) => [
  ...notices.map(({ kind, words }) => `${kind}: ${words}`),
  ...claims.map(({ change, fields, before, after }) => `${change}${fields.length > 0 ? ` ${fields.join()}` : ''}: ${[before, after].flatMap((claim) => (claim === null ? [] : [claim.quantities.map(({ value, measure }) => `${value} ${measure}`).join() || claim.type])).join(' -> ')}`),
])

const HEAD = 'The day in brief\n\n'
const A = 'A missile strike on Kharkiv killed two people on Monday, the mayor, Ihor Lysenko, said.'
const B = 'Air defence shot down 14 drones over Odesa overnight, the air force said.'
const C = 'Shelling injured five civilians in Kherson on Sunday, the regional governor said.'
const text = (...paragraphs: string[]): string => `${HEAD}${paragraphs.join('\n\n')}\n`

describe('what changed', () => {
  it.each<[why: string, before: string, after: string, expected: string[]]>([
    ['a figure', text(A, B), text(A.replace('two', 'three'), B), ['changed figure: 2 killed -> 3 killed']],
    ['a bound', text(A, B), text(A.replace('two', 'at least two'), B), ['changed figure: 2 killed -> 2 killed']],
    ['who says it', text(A, B), text(A.replace('the mayor, Ihor Lysenko', 'the regional governor, Olha Marchenko'), B), ['changed claimant: 2 killed -> 2 killed']],
    ['where', text(A, B), text(A.replace('Kharkiv', 'Poltava'), B), ['changed place: 2 killed -> 2 killed']],
    ['when', text(A, B), text(A.replace('Monday', 'Sunday'), B), ['changed date: 2 killed -> 2 killed']],
    ['a claim that came', text(A, B), text(A, B, C), ['added: 5 injured']],
    ['a claim that went', text(A, B, C), text(A, B), ['dropped: 5 injured']],
    ['one of each', text(A, B), text(A.replace('two', 'four'), C), ['changed figure: 2 killed -> 4 killed', 'added: 5 injured', 'dropped: 14 intercepted']],
    ['a notice', text(A), text(A.replace('two', 'three'), 'Correction: three people were killed, not two.'), ['correction: Correction: three people were killed, not two.', 'changed figure: 2 killed -> 3 killed']],
    ['a notice that tells the earlier figure adds no claim of it', text(A, B), text(A.replace('two', 'three'), B, 'An earlier version of this article said that nine people were killed in Kharkiv on Monday.'), ['correction: An earlier version of this article said that nine people were killed in Kharkiv on Monday.', 'changed figure: 2 killed -> 3 killed']],
  ])('%s', async (_why, before, after, expected) => { expect(short(await changesOf(before, after))).toEqual(expected) })

  it.each<[why: string, before: string, after: string]>([
    ['paragraphs in another order', text(A, B, C), text(C, A, B)],
    ['other words around', text(A, B), text(A, 'The search for survivors went on in the rain.', B)],
    ['the same said in other words', text('A missile strike on Kharkiv killed two people on Monday, the mayor, Ihor Lysenko, said.'), text('The mayor, Ihor Lysenko, said that a missile strike on Kharkiv killed two people on Monday.')],
    ['another headline', text(A, B), text(A, B).replace('The day in brief', 'What the day brought')],
    ['nothing', text(A), text(A)],
  ])('no change: %s', async (_why, before, after) => { expect(short(await changesOf(before, after))).toEqual([]) })

  it('a correction that was there from the beginning is shown once, and not again with every version', async () => {
    const notice = 'Correction: the strike was on Monday.'
    const changes = await changesOf(text(A, notice), text(A.replace('two', 'three'), notice))
    expect(changes.map(({ from, to, notices, claims }) => [from, to, notices.length, claims.length])).toEqual([[null, 1, 1, 0], [1, 2, 0, 1]])
  })

  it('is told since a moment, and of one report', async () => {
    const store = await openMemoryStore(), all: ReportChange[] = []
    for (const [id, body] of [['one', text(A)], ['one', text(A.replace('two', 'three'))], ['two', text(B)], ['two', text(B.replace('14', '15'))]] as const) await addGathered(store, { record: { id, published: '2031-05-06' }, bytes: Buffer.from(body), path: null, trouble: [] }, { raw: false, gazetteer })
    for await (const change of changesOfStore(store)) all.push(change)
    expect(all.map(({ doc }) => doc)).toEqual(['one', 'two'])
    const [one, two] = all, asked = async (of: Parameters<typeof changesOfStore>[1]): Promise<string[]> => { const docs: string[] = []; for await (const { doc } of changesOfStore(store, of)) docs.push(doc); return docs }
    expect(await asked({ since: two!.at })).toEqual(one!.at >= two!.at ? ['one', 'two'] : ['two'])
    expect(await asked({ since: '2999-01-01' })).toEqual([])
    expect(await asked({ reports: [one!.report] })).toEqual(['one'])
    await store.close()
  })
})

describe('live blogs', () => {
  interface MadePost { heading: string, body: string, time: string, modified?: string }
  const blog = (posts: readonly MadePost[]): string => `<!doctype html><html lang="en"><head><title>War live</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org', '@type': 'LiveBlogPosting', headline: 'War live', url: 'https://lantern.example/live', datePublished: '2031-05-06T06:00:00Z',
    liveBlogUpdate: posts.map(({ heading, body, time, modified }, i) => ({ '@type': 'BlogPosting', '@id': `https://lantern.example/live#${time}`, headline: heading, articleBody: body, datePublished: time, dateModified: modified ?? time, position: i })),
  })}</script></head><body><article><h1>War live</h1>${posts.map(({ heading, body, time }) => `<section id="${time}"><h2>${heading}</h2><time datetime="${time}">${time.slice(11, 16)}</time><p>${body}</p></section>`).join('')}</article></body></html>`
  const first: MadePost = { heading: 'Kharkiv struck', body: A, time: '2031-05-06T08:00:00Z' }
  const second: MadePost = { heading: 'Drones over Odesa', body: B, time: '2031-05-06T09:00:00Z' }
  const third: MadePost = { heading: 'Kherson shelled', body: C, time: '2031-05-06T10:00:00Z' }
  const posts = (changes: readonly ReportChange[]): unknown[] => changes.map((change) => [change.post?.is, change.post?.heading, ...short([change])])

  it('a post that was edited, and when', async () => {
    const changes = await changesOf(blog([second, first]), blog([second, { ...first, body: A.replace('two', 'three'), modified: '2031-05-06T11:30:00Z' }]))
    expect(posts(changes)).toEqual([['edited', 'Kharkiv struck', 'changed figure: 2 killed -> 3 killed']])
    expect(changes[0]).toMatchObject({ from: 1, to: 2, told: '2031-05-06T11:30:00Z' })
  })
  it('a post that came', async () => { expect(posts(await changesOf(blog([second, first]), blog([third, second, first])))).toEqual([['new', 'Kherson shelled', 'added: 5 injured']]) })
  it('a post that was taken back', async () => { expect(posts(await changesOf(blog([third, second, first]), blog([third, first])))).toEqual([['gone', 'Drones over Odesa', 'dropped: 14 intercepted']]) })
  it('the oldest post fell off the end of the page: nothing was taken back', async () => { expect(posts(await changesOf(blog([second, first]), blog([third, second])))).toEqual([['new', 'Kherson shelled', 'added: 5 injured']]) })
  it('posts that moved are no change', async () => { expect(await changesOf(blog([third, second, first]), blog([first, second, third]))).toEqual([]) })
})

describe('claims beside each other', () => {
  const claim = fc.record({ id: fc.integer({ min: 0, max: 20 }), value: fc.integer({ min: 1, max: 4 }), who: fc.constantFrom('a', 'b', null), stance: fc.constantFrom('asserted' as const, 'denied' as const) })
    .map(({ id, value, who, stance }) => madeClaim(`claim-${id}`, { stance, claimant: who === null ? null : { name: who, role: null, channel: null }, quantities: killed(value) }))

  it('each stands on each side once at most, in whatever order; none against itself', () => {
    fc.assert(fc.property(fc.array(claim, { maxLength: 12 }), fc.array(claim, { maxLength: 12 }), (before, after) => {
      const changes = compareClaims(before, after)
      expect(changes.filter((one) => one.before !== null).length).toBeLessThanOrEqual(before.length)
      expect(changes.filter((one) => one.after !== null).length).toBeLessThanOrEqual(after.length)
      // what came less what went is what there is more of
      const count = (change: string): number => changes.filter((one) => one.change === change).length
      expect(count('added') - count('dropped')).toBe(after.length - before.length)
      expect(compareClaims(before, [...before].reverse())).toEqual([])
      for (const { change, fields } of changes) expect(fields.length > 0).toBe(change === 'changed')
    }))
  })

  it('takes time in step with their number', () => {
    const many = (n: number, value: number): Claim[] => Array.from({ length: n }, (_, i) => madeClaim(`claim-${value}-${i}`, { quote: `quote ${i}`, quantities: killed(value + i) }))
    const sides = new Map([500, 2000].map((n) => [n, [many(n, 1), many(n, 9000)] as const]))
    expect(growthFourfold((n) => compareClaims(...sides.get(n)!), 500)).toBeLessThan(9)
  })
})
