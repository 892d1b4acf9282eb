// Several hosts at once, each over one connection; and what a host asks for holds wherever a redirect comes from.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { gazetteerFolder } from '../../src/gazetteer/build.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { watch, type Watched } from '../../src/pipeline/watch.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'
import type { WatchedSource } from '../../src/store/watch-settings.ts'
import { feed, loopbackDoor, openWeb, page, type Web } from './web.ts'

const webs: Web[] = []
afterEach(() => { for (const web of webs.splice(0)) web.close() })

/** A web that counts how many answers it has open at once. */
async function counting(answer: (request: IncomingMessage, response: ServerResponse) => boolean): Promise<Web & { most(): number }> {
  let open = 0, most = 0
  const web = await openWeb((request, response) => {
    most = Math.max(most, ++open)
    response.on('close', () => { open-- })
    return answer(request, response)
  })
  webs.push(web)
  return { ...web, most: () => most }
}

async function watched(sources: readonly Omit<WatchedSource, 'follow'>[]): Promise<Watched[]> {
  const gazetteer = openGazetteer({ folder: gazetteerFolder(process.env) }), kept = await openMemoryStore(), found: Watched[] = []
  for await (const one of watch(kept, loopbackDoor(), { version: 1, pause_seconds: 1, sources: sources.map((source) => ({ follow: true, ...source })) }, { raw: false, gazetteer, signal: new AbortController().signal, once: true })) found.push(one)
  gazetteer.close()
  await kept.close()
  return found
}
const ok = (response: ServerResponse, body: string): true => { response.writeHead(200, { 'Content-Type': 'text/html' }).end(body); return true }
const fetchedOf = (found: readonly Watched[]): string[] => found.flatMap((one) => (one.event === 'fetched' ? [`${new URL(one.url).pathname} ${one.status ?? one.trouble}`] : []))

describe('several hosts', () => {
  it('are asked at the same time: each of two answers only once the other was asked', async () => {
    const waiting: (() => void)[] = []
    const both = (): Promise<Web & { most(): number }> => counting((request, response) => {
      if (!request.url?.startsWith('/page')) return false
      waiting.push(() => { ok(response, page(1)) })
      if (waiting.length === 2) for (const answer of waiting) answer()
      return true
    })
    const [a, b] = [await both(), await both()]
    const found = await watched([{ url: `${a.origin}/page/1`, kind: 'page' }, { url: `${b.origin}/page/2`, kind: 'page' }])
    expect(fetchedOf(found).sort()).toEqual(['/page/1 200', '/page/2 200'])
  })

  it('get one connection each, however many of their pages are named, wherever', async () => {
    const slow = (request: IncomingMessage, response: ServerResponse): boolean => {
      const n = /^\/page\/(\d+)$/.exec(request.url ?? '')?.[1]
      if (n !== undefined) setTimeout(() => { ok(response, page(Number(n))) }, 5)
      return n !== undefined
    }
    const news = await counting(slow)
    // two feeds on hosts of their own name the pages of a third, the same ones and others
    const feeds = await Promise.all([0, 2].map((from) => counting((request, response) => request.url === '/feed' && ok(response, feed(news.origin, 4, from)))))
    const found = await watched(feeds.map(({ origin }) => ({ url: `${origin}/feed`, kind: 'feed' as const })))
    expect(news.most()).toBe(1)
    expect(news.asked.filter((path) => path.startsWith('/page')).sort()).toEqual(['/page/0', '/page/1', '/page/2', '/page/3', '/page/4', '/page/5'])
    expect(found.filter((one) => one.event === 'added').length).toBe(6)
  })

  it('a redirect waits for its turn with the host that it leads to, and asks its robots.txt', async () => {
    const target = await counting((request, response) => {
      if (request.url === '/robots.txt') return ok(response, 'User-agent: *\nDisallow: /closed\n')
      setTimeout(() => { ok(response, page(3)) }, 5)
      return true
    })
    const from = await counting((request, response) => {
      if (request.url === '/robots.txt') return false
      response.writeHead(302, { Location: `${target.origin}${request.url}` }).end()
      return true
    })
    const found = await watched([{ url: `${from.origin}/closed`, kind: 'page' }, { url: `${from.origin}/open/1`, kind: 'page' }, { url: `${target.origin}/open/2`, kind: 'page' }])
    expect(target.most()).toBe(1)
    expect(target.asked).not.toContain('/closed')
    expect(fetchedOf(found).sort()).toEqual(['/closed its robots.txt asks not to', '/open/1 200', '/open/2 200'])
  })

  it('two that redirect to each other end', async () => {
    const to: { a: string, b: string } = { a: '', b: '' }
    const sending = (where: 'a' | 'b'): Promise<Web & { most(): number }> => counting((request, response) => {
      if (request.url === '/robots.txt') return false
      response.writeHead(302, { Location: `${to[where]}/x` }).end()
      return true
    })
    const a = await sending('b'), b = await sending('a')
    to.a = a.origin; to.b = b.origin
    const found = await watched([{ url: `${a.origin}/x`, kind: 'page' }, { url: `${b.origin}/y`, kind: 'page' }])
    expect(fetchedOf(found).sort()).toEqual(['/x it was sent on more than 8 times', '/y it was sent on more than 8 times'])
  })

  it('one that says "too many" is left alone for the rest of the round, the others are not', async () => {
    const busy = await counting((request, response) => {
      if (request.url === '/feed') return ok(response, feed(`http://${request.headers.host}`, 5))
      if (request.url === '/page/1') { response.writeHead(429, { 'Retry-After': '600' }).end(); return true }
      return request.url !== '/robots.txt' && ok(response, page(0))
    })
    const other = await counting((request, response) => request.url !== '/robots.txt' && ok(response, page(9)))
    const found = await watched([{ url: `${busy.origin}/feed`, kind: 'feed' }, { url: `${other.origin}/page/9`, kind: 'page' }])
    expect(fetchedOf(found).sort()).toEqual(['/feed 200', '/page/0 200', '/page/1 429', '/page/9 200'])
  })

  it('one whose robots.txt has wildcards without end is asked for nothing, and costs no time', async () => {
    const rules = `User-agent: *\n${Array.from({ length: 20_000 }, (_, i) => `Disallow: /*a*${i}$`).join('\n')}`
    const web = await counting((request, response) => ok(response, request.url === '/robots.txt' ? rules : page(1)))
    const [found] = await watched([{ url: `${web.origin}/page/${'a'.repeat(7000)}`, kind: 'page' }])
    expect(found).toMatchObject({ event: 'fetched', status: null })
    expect(web.asked).toEqual(['/robots.txt'])
  })

  it('one whose robots.txt cannot be had is asked for nothing; one that has none, for everything', async () => {
    const broken = await counting((request, response) => { response.writeHead(request.url === '/robots.txt' ? 500 : 200).end('x'); return true })
    const without = await counting((request, response) => request.url !== '/robots.txt' && ok(response, page(1)))
    const found = await watched([{ url: `${broken.origin}/page/1`, kind: 'page' }, { url: `${without.origin}/page/2`, kind: 'page' }])
    expect(fetchedOf(found).sort()[0]).toMatch(/^\/page\/1 its robots\.txt could not be had/)
    expect(broken.asked).toEqual(['/robots.txt'])
    expect(fetchedOf(found).sort()[1]).toBe('/page/2 200')
  })
})
