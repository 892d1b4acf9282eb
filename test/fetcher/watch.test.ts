// Sources kept fresh against a web on loopback: asked politely, only when due, going on after a restart.
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { WARCParser } from 'warcio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGazetteer, type OpenGazetteer } from '../../src/gazetteer/open.ts'
import { gazetteerFolder } from '../../src/gazetteer/build.ts'
import { addUrls } from '../../src/pipeline/add-fetched.ts'
import { evidenceOf } from '../../src/pipeline/archive/evidence.ts'
import { writeWacz } from '../../src/pipeline/archive/wacz.ts'
import { dueAt } from '../../src/pipeline/back-off.ts'
import { watch, type Watched } from '../../src/pipeline/watch.ts'
import { namedUrls } from '../../src/sources/sitemap/named-urls.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'
import type { Store } from '../../src/store/store.ts'
import type { WatchedSource } from '../../src/store/watch-settings.ts'
import { feed, loopbackDoor, openWeb, page, type Web } from './web.ts'

let web: Web, gazetteer: OpenGazetteer, entries = 2, conditional: (string | undefined)[] = [], killed = 2
const sent: Record<string, unknown>[] = []
beforeAll(async () => {
  gazetteer = openGazetteer({ folder: gazetteerFolder(process.env) })
  web = await openWeb((request, response) => {
    const url = request.url ?? ''
    sent.push(request.headers)
    if (url === '/robots.txt') { response.end('User-agent: *\nDisallow: /closed/\n'); return true }
    if (url === '/feed') {
      conditional.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === `"${entries}"`) response.writeHead(304).end()
      else response.writeHead(200, { 'Content-Type': 'application/rss+xml', ETag: `"${entries}"` }).end(feed(web.origin, entries))
      return true
    }
    if (url === '/sitemap.xml') { response.end(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${web.origin}/page/7</loc></url></urlset>`); return true }
    if (url === '/index.xml.gz') { response.end(gzipSync(`<sitemapindex>${['a', 'b', 'c', 'd', 'e', 'f'].map((name, n) => `<sitemap><loc>${web.origin}/map-${name}.xml</loc><lastmod>2031-05-0${n + 1}</lastmod></sitemap>`).join('')}</sitemapindex>`)); return true }
    const map = /^\/map-([a-f])\.xml$/.exec(url)?.[1]
    if (map !== undefined) { response.writeHead(200, { ETag: `"${map}"` }).end(map === 'f' ? `<urlset><url><loc>${web.origin}/page/20</loc></url></urlset>` : map === 'e' ? `<sitemapindex><sitemap><loc>${web.origin}/map-a.xml</loc></sitemap></sitemapindex>` : `<urlset><url><loc>${web.origin}/page/21</loc></url></urlset>`); return true }
    if (url === '/packed.html.gz') { response.writeHead(200, { 'Content-Type': 'application/gzip' }).end(gzipSync(page(11))); return true }
    if (url === '/busy') { response.writeHead(503, { 'Retry-After': '7200' }).end('later'); return true }
    if (url === '/polish') {
      const latin2: Record<string, number> = { Ł: 0xa3, ó: 0xf3, ż: 0xbf, ź: 0xbc }
      response.writeHead(200, { 'Content-Type': 'text/html; charset=ISO-8859-2' }).end(Buffer.from([...page(4).replace('<head>', '<head><meta charset="windows-1251">').replace('the mayor', 'Mayor Łukasz Wróż of Łódź')].map((letter) => latin2[letter] ?? letter.charCodeAt(0))))
      return true
    }
    if (url === '/cookie') { response.writeHead(302, { 'Set-Cookie': 'a=b', Location: '/page/9' }).end(); return true }
    const n = /^\/(?:page|closed)\/(\d+)$/.exec(url)?.[1]
    if (n !== undefined) response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': 'seen=1' }).end(page(Number(n), killed))
    return n !== undefined
  })
})
afterAll(() => { web.close(); gazetteer.close() })

async function once(store: Store, source: Omit<WatchedSource, 'follow'> & { follow?: boolean }): Promise<Watched[]> {
  const found: Watched[] = []
  for await (const watched of watch(store, loopbackDoor(), { version: 1, pause_seconds: 1, sources: [{ follow: true, ...source }] }, { raw: false, gazetteer, signal: new AbortController().signal, once: true })) found.push(watched)
  return found
}
async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = []
  for await (const value of values) found.push(value)
  return found
}
const added = (found: readonly Watched[]): string[] => found.flatMap((one) => one.event === 'added' ? [one.what] : [])

describe('watching', () => {
  it('a feed: its pages once, then only what is new, and not before it is due', async () => {
    const store = await openMemoryStore(), source = { url: `${web.origin}/feed`, kind: 'feed' as const, every_minutes: 1e-9 }
    expect(added(await once(store, source))).toEqual(['new', 'new'])
    expect(added(await once(store, source))).toEqual([])
    entries = 3
    expect(added(await once(store, source))).toEqual(['new'])
    expect(conditional).toEqual([undefined, '"2"', '"2"'])
    expect((await store.fetches({ url: source.url }, 9)).map(({ status }) => status)).toEqual([200, 304, 200])
    const before = web.asked.length
    expect((await once(store, { ...source, every_minutes: 15 })).map(({ event }) => event)).toEqual(['waiting'])
    expect(web.asked.length).toBe(before)
    await store.close()
  })

  it('a sitemap: the pages that it names', async () => {
    const store = await openMemoryStore()
    expect(added(await once(store, { url: `${web.origin}/sitemap.xml`, kind: 'sitemap' }))).toEqual(['new'])
    await store.close()
  })

  it('an index of sitemaps, packed: the pages of its newest sitemaps, one step down', async () => {
    const store = await openMemoryStore(), source = { url: `${web.origin}/index.xml.gz`, kind: 'sitemap' as const, every_minutes: 1e-9 }
    expect(added(await once(store, source))).toEqual(['new', 'new'])
    expect(web.asked.filter((url) => url.startsWith('/map-'))).toEqual(['/map-f.xml', '/map-e.xml', '/map-d.xml', '/map-c.xml', '/map-b.xml'])
    expect(added(await once(store, source))).toEqual([])
    expect(await store.troubles()).toEqual([])
    await store.close()
  })

  it('a page that changed is a new version', async () => {
    const store = await openMemoryStore(), source = { url: `${web.origin}/page/5`, kind: 'page' as const, every_minutes: 1e-9 }
    expect(added(await once(store, source))).toEqual(['new'])
    expect(added(await once(store, source))).toEqual(['unchanged'])
    killed = 4
    expect(added(await once(store, source))).toEqual(['new_version'])
    killed = 2
    await store.close()
  })

  it('what was fetched and not read when it was killed is read first', async () => {
    const store = await openMemoryStore(), url = `${web.origin}/page/6`, bytes = Buffer.from(page(6))
    const sha256 = await store.keepBytes(bytes)
    await store.keepFetch({ url, finalUrl: url, redirects: [], at: new Date().toISOString(), status: 200, headers: [], address: '127.0.0.1', fetcher: 'dateline test', sha256, trouble: null })
    expect(added(await once(store, { url, kind: 'page' }))).toEqual(['new'])
    expect(await store.unreadFetches()).toEqual([])
    await store.close()
  })

  it('a server that fails is left in peace, for as long as it asks', async () => {
    const store = await openMemoryStore(), url = `${web.origin}/busy`
    expect(added(await once(store, { url, kind: 'page', every_minutes: 1 }))).toEqual(['unread'])
    expect(await dueAt(store, url, 60_000) - Date.now()).toBeGreaterThan(7_100_000)
    expect(await store.troubles()).toMatchObject([{ code: 'http_status' }])
    await store.close()
  })
})

describe('adding a URL', () => {
  it('keeps robots.txt, sends neither cookie nor referrer nor credentials', async () => {
    const store = await openMemoryStore(), found: string[] = []
    for await (const { what, trouble } of addUrls(store, loopbackDoor(), [`${web.origin}/closed/1`, `${web.origin}/cookie`, `${web.origin}/cookie`], { raw: false, gazetteer })) found.push(`${what} ${trouble.map(({ code }) => code).join()}`.trim())
    expect(found).toEqual(['unread robots', 'new', 'unchanged'])
    expect(web.asked).not.toContain('/closed/1')
    for (const headers of sent) for (const name of ['cookie', 'referer', 'authorization', 'origin']) expect(headers).not.toHaveProperty(name)
    const [fetch] = await store.fetches({ url: `${web.origin}/cookie` }, 1)
    expect(fetch).toMatchObject({ finalUrl: `${web.origin}/page/9`, redirects: [{ status: 302 }], status: 200, address: '127.0.0.1', fetcher: 'dateline test', read: true })
    await store.close()
  })

  it('reads a page in the charset that the server says, over what the page says', async () => {
    const store = await openMemoryStore()
    for await (const _ of addUrls(store, loopbackDoor(), [`${web.origin}/polish`], { raw: false, gazetteer }));
    const kept = await store.report(`${web.origin}/polish`)
    expect(kept!.report.text).toContain('Mayor Łukasz Wróż of Łódź')
    expect(kept!.report.trouble).toEqual([])
    expect(kept!.record.type).toBe('text/html; charset=ISO-8859-2')
    await store.close()
  })

  it('a page that is kept packed is unpacked; what came is kept', async () => {
    const store = await openMemoryStore(), url = `${web.origin}/packed.html.gz`
    for await (const { what, trouble } of addUrls(store, loopbackDoor(), [url], { raw: false, gazetteer })) expect([what, trouble]).toEqual(['new', []])
    const kept = (await store.report(url))!, [fetch] = await store.fetches({ url }, 1)
    expect(kept.report.text).toContain('strike on Kharkiv killed 2 people')
    expect(kept.record.original).toBe(fetch!.sha256)
    await store.close()
  })

  it('gives an archive that a reader of web archives opens, the same bytes each time', async () => {
    const store = await openMemoryStore()
    for await (const _ of addUrls(store, loopbackDoor(), [`${web.origin}/page/8`], { raw: false, gazetteer }));
    const [report] = await all(store.reports())
    const evidence = await evidenceOf(store, await store.versions(report!.id)), about = { title: 'x', software: 'dateline test' }
    const wacz = await writeWacz(evidence, about)
    expect(Buffer.compare(wacz, await writeWacz(evidence, about))).toBe(0)
    const files = unzipSync(wacz)
    expect(Object.keys(files)).toEqual(['archive/data.warc.gz', 'indexes/index.cdxj', 'pages/pages.jsonl', 'datapackage.json', 'datapackage-digest.json'])
    const records = await all(new WARCParser([files['archive/data.warc.gz']!]))
    expect(records.map(({ warcType }) => warcType)).toEqual(['warcinfo', 'response'])
    // read in place: what the index says of the record is where it is
    const { offset, length } = JSON.parse(/\{.*\}/.exec(Buffer.from(files['indexes/index.cdxj']!).toString())![0]) as { offset: string, length: string }
    const record = await WARCParser.parse([files['archive/data.warc.gz']!.subarray(Number(offset), Number(offset) + Number(length))])
    expect(await record!.contentText()).toBe(page(8))
    expect(record!.httpHeaders?.statusCode).toBe(200)
    await store.close()
  })
})

describe('sitemaps', () => {
  it.each<[string, string, string[], string[]]>([
    ['pages', '<urlset><url><loc> https://a.example/1 </loc><news:news><news:title>x</news:title></news:news></url></urlset>', ['https://a.example/1'], []],
    ['the newest first, as far as it says', '<urlset><url><loc>https://a.example/1</loc><lastmod>2031-05-01</lastmod></url><url><loc>https://a.example/2</loc></url><url><loc>https://a.example/3</loc><news:news><news:publication_date>2031-05-02T10:00:00Z</news:publication_date></news:news></url></urlset>', ['https://a.example/3', 'https://a.example/1', 'https://a.example/2'], []],
    ['an index', '<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>', [], ['https://a.example/s.xml']],
    ['a picture is no page', '<urlset><url><loc>https://a.example/1</loc><image:image><image:loc>https://a.example/i.jpg</image:loc></image:image></url></urlset>', ['https://a.example/1'], []],
    ['cut off', '<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.ex', ['https://a.example/1'], []],
    ['no sitemap', '<html><body>loc</body></html>', [], []],
  ])('%s', (_why, xml, pages, sitemaps) => {
    const found = namedUrls(Buffer.from(xml))
    expect(found.pages.slice(0, pages.length)).toEqual(pages)
    expect(found.sitemaps).toEqual(sitemaps)
  })
})
