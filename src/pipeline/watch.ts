// Keeps sources fresh. What is due is told by the fetches that are kept, so that a restart goes on where it was, and a
// killed run has lost nothing: fetches that nobody read are read first.
import type { Door } from '../fetcher/door.ts'
import type { ReadOptions } from '../pipeline.ts'
import type { Trouble } from '../model/report.ts'
import type { KeptFetch, Store } from '../store/store.ts'
import type { WatchedSource, WatchSettings } from '../store/watch-settings.ts'
import { fetchAndKeep, readFetched, type Takes } from './add-fetched.ts'
import type { Added } from './add-reports.ts'
import { namedIn } from './apart/named.ts'

/** What the watch does, as it does it. */
export type Watched =
  | { event: 'fetched', url: string, status: number | null, trouble: string | null }
  | ({ event: 'added', url: string } & Added)
  /** All that was due is done; `until`: when the next is due, milliseconds since 1970. */
  | { event: 'waiting', until: number }

export interface WatchOptions extends ReadOptions {
  signal: AbortSignal
  /** true: what is due is done once, and that is all. */
  once?: boolean
}

const MINUTES = { feed: 15, sitemap: 15, page: 60, live_blog: 5 } as const
const MINUTE_MS = 60_000
/** A source that fails is asked again after one interval, then two, four … of this at least, a day at most. */
const BACK_OFF_MS = 5 * MINUTE_MS, LONGEST_BACK_OFF_MS = 86_400_000
const LOOKED_BACK = 20
/** New pages of one source in one round: the others wait for the next. */
const MOST_PAGES = 50
/** Links of one feed or sitemap that are looked at: its newest stand first. */
const MOST_LINKS = 500
const PAUSE_BETWEEN_ROUNDS_MS = 1000

/** Watches until `signal` aborts. StoreErrors end it. */
export async function* watch(store: Store, door: Door, settings: WatchSettings, options: WatchOptions): AsyncGenerator<Watched> {
  const { signal } = options, sources = new Map(settings.sources.map((source) => [hrefOf(source.url)!, source]))
  try {
    for (const fetch of await store.unreadFetches()) yield* read(store, fetch, sources.get(fetch.url), options)
    for (;;) {
      let next = Infinity
      for (const [url, source] of sources) {
        if (signal.aborted) return
        if (await dueAt(store, url, intervalMs(source)) <= Date.now()) yield* visit(store, door, url, source, options)
        next = Math.min(next, await dueAt(store, url, intervalMs(source)))
      }
      yield { event: 'waiting', until: next }
      if (options.once === true) return
      await pause(Math.max(PAUSE_BETWEEN_ROUNDS_MS, next - Date.now()), signal)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

const intervalMs = ({ kind, every_minutes }: WatchedSource): number => (every_minutes ?? MINUTES[kind]) * MINUTE_MS
const listsPages = ({ kind, follow }: WatchedSource): boolean => kind === 'sitemap' || (kind === 'feed' && follow)

/** When a URL may be asked for again; 0 where it never was. */
export async function dueAt(store: Store, url: string, everyMs: number): Promise<number> {
  const fetches = await store.fetches({ url }, LOOKED_BACK)
  if (fetches.length === 0) return 0
  const failures = fetches.findIndex(({ trouble }) => trouble === null), failed = failures < 0 ? fetches.length : failures
  const waitMs = failed === 0 ? everyMs : Math.max(everyMs, Math.min(LONGEST_BACK_OFF_MS, BACK_OFF_MS * 2 ** (failed - 1)), retryAfterMs(fetches[0]!))
  return Date.parse(fetches[0]!.at) + waitMs
}

/** What a server asks for with Retry-After (seconds or a date), a day at most. */
function retryAfterMs(fetch: KeptFetch): number {
  const said = header(fetch, 'retry-after')
  if (said === null) return 0
  const ms = /^\d{1,9}$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.parse(fetch.at)
  return Number.isFinite(ms) ? Math.min(LONGEST_BACK_OFF_MS, Math.max(0, ms)) : 0
}

function header({ headers }: KeptFetch, name: string): string | null {
  return headers.find(([sent]) => sent.toLowerCase() === name)?.[1] ?? null
}

async function* visit(store: Store, door: Door, url: string, source: WatchedSource, options: WatchOptions): AsyncGenerator<Watched> {
  const whole = (await store.fetches({ url }, LOOKED_BACK)).find(({ trouble, sha256, read: done }) => trouble === null && sha256 !== null && done)
  const fetch = await fetchAndKeep(store, door, url, { etag: whole === undefined ? null : header(whole, 'etag'), lastModified: whole === undefined ? null : header(whole, 'last-modified'), signal: options.signal })
  yield { event: 'fetched', url, status: fetch.status, trouble: fetch.trouble?.message ?? null }
  yield* read(store, fetch, source, options)
  if (!listsPages(source)) return
  const sha256 = fetch.trouble === null ? fetch.sha256 ?? whole?.sha256 ?? null : null
  if (sha256 === null) return
  const { pages, trouble } = await pagesOf(store, sha256, url, source, options)
  if (trouble !== null) {
    await store.keepTrouble({ doc: url, path: null, sha256, record: { url }, ...trouble })
    yield { event: 'added', url, doc: url, what: 'unread', id: null, version: null, claims: 0, whole: false, trouble: [trouble] }
  }
  yield* follow(store, door, pages, options)
}

/** Pages that were never had, those that failed only when it is time again. */
async function* follow(store: Store, door: Door, pages: readonly string[], options: WatchOptions): AsyncGenerator<Watched> {
  let taken = 0
  for (const page of pages) {
    if (options.signal.aborted || taken >= MOST_PAGES) return
    const fetches = await store.fetches({ url: page }, LOOKED_BACK)
    if (fetches.some(({ trouble }) => trouble === null) || await dueAt(store, page, 0) > Date.now()) continue
    taken++
    const fetch = await fetchAndKeep(store, door, page, { signal: options.signal })
    yield { event: 'fetched', url: page, status: fetch.status, trouble: fetch.trouble?.message ?? null }
    yield* read(store, fetch, undefined, options)
  }
}

/** A sitemap, and a feed whose links are followed, is a list: only entries that link nowhere are reports of their own. */
async function* read(store: Store, fetch: KeptFetch, source: WatchedSource | undefined, options: WatchOptions): AsyncGenerator<Watched> {
  if (source?.kind === 'sitemap' && fetch.trouble === null) { if (!fetch.read) await store.fetchRead(fetch.seq); return }
  const takes: Takes = source !== undefined && listsPages(source) ? ({ record, trouble }) => trouble.length > 0 || hrefOf(record.url) === null : () => true
  for await (const added of readFetched(store, fetch, options, takes)) yield { event: 'added', url: fetch.url, ...added }
}

async function pagesOf(store: Store, sha256: string, url: string, { kind }: WatchedSource, { apart }: WatchOptions): Promise<{ pages: string[], trouble: Trouble | null }> {
  const bytes = await store.readBytes(sha256)
  if (bytes === null) return { pages: [], trouble: null }
  const list = kind === 'sitemap' ? kind : 'feed'
  const { urls, trouble } = await apart?.named(list, url, bytes) ?? { urls: namedIn(list, url, bytes), trouble: null }
  return { pages: [...new Set(urls.slice(0, MOST_LINKS).map((link) => hrefOf(link)).filter((link) => link !== null))], trouble }
}

/** A web address as the fetcher spells it; null for anything else. */
function hrefOf(link: string | undefined): string | null {
  if (link === undefined || !URL.canParse(link)) return null
  const url = new URL(link)
  url.hash = ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => { clearTimeout(timer); signal.removeEventListener('abort', done); resolve() }
    const timer = setTimeout(done, Math.min(ms, LONGEST_BACK_OFF_MS))
    signal.addEventListener('abort', done)
  })
}
