// Reading in a thread of its own: the same reading, within a time, and nothing else waits for it.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gazetteerFolder } from '../../src/gazetteer/build.ts'
import { openGazetteer, type OpenGazetteer } from '../../src/gazetteer/open.ts'
import { addGathered } from '../../src/pipeline/add-reports.ts'
import { namedIn } from '../../src/pipeline/apart/named.ts'
import { ReadingApart } from '../../src/pipeline/apart/reading-apart.ts'
import { readAndExtract, type Gathered } from '../../src/pipeline.ts'
import { openedBytes } from '../../src/stages/gather/open.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
let gazetteer: OpenGazetteer
beforeAll(() => { gazetteer = openGazetteer({ folder: gazetteerFolder(process.env) }) })
afterAll(() => { gazetteer.close() })

const begin = (longestMs?: number): ReadingApart => new ReadingApart({ gazetteer: gazetteer.openedWith, compiled: null, ...(longestMs === undefined ? {} : { longestMs }) })
const page = (name: string): Gathered => ({ record: { id: name }, bytes: readFileSync(new URL(name, SAMPLES)), path: null, trouble: [] })
async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = []
  for await (const value of values) found.push(value)
  return found
}
const LONG: Gathered = { record: { id: 'long', text: 'Two people were killed and three were injured in Port Ellery on Monday, the governor said. '.repeat(3000) }, bytes: null, path: null, trouble: [] }

// threads are begun, each with the gazetteer
describe('reading apart', { timeout: 60_000 }, () => {
  it('gives what reading here gives', async () => {
    await using apart = begin()
    for (const name of readdirSync(SAMPLES).filter((file) => /\.(?:txt|html)$/.test(file))) expect(await apart.read(page(name), false), name).toEqual(readAndExtract(page(name), { raw: false, gazetteer }))
  })

  it('opens a feed and names its links as here', async () => {
    await using apart = begin()
    const bytes = new Uint8Array(Buffer.from(`<rss version="2.0"><channel><title>Post</title>${[1, 2, 3].map((n) => `<item><title>Report ${n}</title><link>https://o.example/${n}</link><description>The ferry ${n} lay at the quay of Port Ellery on Monday.</description></item>`).join('')}</channel></rss>`))
    const parts = await all(apart.openBytes('news.xml', bytes))
    expect(parts).toHaveLength(3)
    expect(parts).toEqual(await all(openedBytes('news.xml', bytes)))
    expect(await apart.named('feed', 'https://o.example/feed', bytes)).toEqual(await namedIn('feed', 'https://o.example/feed', bytes))
  })

  it('several are open at once, and each gives its own in order; what they were taken out of comes once', async () => {
    await using apart = begin()
    const feed = (name: string): Buffer => Buffer.from(`<rss version="2.0"><channel><title>${name}</title>${[1, 2, 3].map((n) => `<item><title>${name} ${n}</title><link>https://o.example/${name}/${n}</link><description>The ferry lay at the quay of Port Ellery.</description></item>`).join('')}</channel></rss>`)
    const a = apart.openBytes('a.xml', feed('a')), b = apart.openBytes('b.xml', feed('b')), found: (string | undefined)[] = [], originals = new Set<Uint8Array | undefined>()
    for (let n = 0; n < 4; n++) for (const one of [a, b]) { const next = await one.next(); found.push(next.done === true ? 'end' : next.value.record.title); if (next.done !== true) originals.add(next.value.original) }
    expect(found).toEqual(['a 1', 'b 1', 'a 2', 'b 2', 'a 3', 'b 3', 'end', 'end'])
    expect([...originals].map((bytes) => Buffer.from(bytes!).toString())).toEqual([feed('a').toString(), feed('b').toString()])
  })

  it('a thread that ends while something is open loses nothing of it', async () => {
    await using apart = begin()
    const bytes = Buffer.from(`<rss version="2.0"><channel><title>Post</title>${[1, 2, 3].map((n) => `<item><title>Report ${n}</title><link>https://o.example/${n}</link><description>The ferry lay at the quay of Port Ellery.</description></item>`).join('')}</channel></rss>`)
    const found: (string | undefined)[] = []
    for await (const { record, original } of apart.openBytes('news.xml', bytes)) {
      found.push(record.title)
      expect(Buffer.from(original!).equals(bytes)).toBe(true)
      await apart.close()
    }
    expect(found).toEqual(['Report 1', 'Report 2', 'Report 3'])
  })

  it('what takes too long is stopped and says so; the next is read', async () => {
    await using apart = begin()
    await apart.read(page('compass-odesa.html'), false) // the thread is there
    const store = await openMemoryStore()
    await using hasty = begin(20)
    const added = await addGathered(store, LONG, { raw: false, gazetteer, apart: hasty })
    expect(added).toMatchObject({ what: 'unread', trouble: [{ code: 'too_long', message: 'reading it took more than 0.02 seconds and was stopped' }] })
    expect(await all(hasty.open({ ...page('compass-odesa.html'), record: { url: 'https://o.example/a' } })).then((parts) => parts.length)).toBe(1)
    expect((await apart.read(page('compass-odesa.html'), false)).read).not.toBe('nothing')
    await store.close()
  })

  it('the rest goes on while it reads', async () => {
    await using apart = begin()
    await apart.read(page('compass-odesa.html'), false)
    let ticks = 0
    const ticking = setInterval(() => { ticks++ }, 5)
    const { read } = await apart.read(LONG, true)
    clearInterval(ticking)
    expect(read).toBe('whole')
    expect(ticks).toBeGreaterThan(20) // reading here would leave none
  })

  it('two asked at once are read one after the other', async () => {
    await using apart = begin()
    const [one, two] = await Promise.all([apart.read(page('compass-odesa.html'), false), apart.read(page('caravan-live-el-obeid.html'), false)])
    expect([one!.report.doc, two!.report.doc]).toEqual(['compass-odesa.html', 'caravan-live-el-obeid.html'])
  })
})
