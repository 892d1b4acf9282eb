// Keeps sources fresh. What is due is told by the fetches that are kept, so that a restart goes on where it was, and a
// killed run has lost nothing: fetches that nobody read are read first.
import type { Door } from '../fetcher/door.ts'
import type { Asking } from '../fetcher/fetch.ts'
import { headerOf } from '../model/fetch.ts'
import type { ReadOptions } from '../pipeline.ts'
import type { KeptFetch, Store } from '../store/store.ts'
import type { WatchedSource, WatchSettings } from '../store/watch-settings.ts'
import { fetchAndKeep, readFetched, type Takes } from './add-fetched.ts'
import type { Added } from './add-reports.ts'
import { namedIn } from './apart/named.ts'
import { dueAt, LOOKED_BACK, peaceUntil } from './back-off.ts'
import { sideBySide } from './side-by-side.ts'

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
/** New pages of one source in one round: the others wait for the next. */
const MOST_PAGES = 50
/** Links of one feed or sitemap that are looked at: its newest stand first. */
const MOST_LINKS = 500
/** Sitemaps that an index names and that are asked for with it: its newest. */
const MOST_LISTS = 5
/** Hosts whose sources are asked at the same time; the door sees to it that each has one connection. */
const HOSTS_AT_ONCE = 8
const PAUSE_BETWEEN_ROUNDS_MS = 1000, LONGEST_PAUSE_MS = 86_400_000

/** What a watch goes on. `peace`: until when a host that said so is left alone. `asking`: pages being asked for, which two feeds may name at once. */
interface Round { store: Store, door: Door, peace: Map<string, number>, asking: Set<string>, options: WatchOptions }

/** Watches until `signal` aborts. StoreErrors end it. */
export async function* watch(store: Store, door: Door, settings: WatchSettings, options: WatchOptions): AsyncGenerator<Watched> {
  const { signal } = options, sources = new Map(settings.sources.map((source) => [hrefOf(source.url)!, source]))
  const round: Round = { store, door, peace: new Map(), asking: new Set(), options }
  const dueOf = async (url: string, source: WatchedSource): Promise<number> => Math.max(await dueAt(store, url, intervalMs(source)), inPeace(round, url))
  try {
    for (const fetch of await store.unreadFetches()) yield* read(round, fetch, sources.get(fetch.url))
    for (let first = true; ; first = false) {
      const byHost = Map.groupBy(sources, ([url]) => new URL(url).host)
      yield* sideBySide([...byHost.values()].map((ofHost) => async function* () {
        for (const [url, source] of ofHost) {
          if (signal.aborted) return
          if (await dueOf(url, source) <= Date.now()) yield* visit(round, url, source)
          // a round that was stopped is gone on with
          else if (first && listsPages(source)) yield* followLists(round, [await lastWhole(store, url)], url, source, false)
        }
      }), HOSTS_AT_ONCE)
      if (signal.aborted) return
      let next = Infinity
      for (const [url, source] of sources) next = Math.min(next, await dueOf(url, source))
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

async function* visit(round: Round, url: string, source: WatchedSource): AsyncGenerator<Watched> {
  const { store } = round
  const whole = await lastWhole(store, url)
  const fetch = await ask(round, url, conditionsOf(whole))
  yield { event: 'fetched', url, status: fetch.status, trouble: fetch.trouble?.message ?? null }
  yield* read(round, fetch, source)
  if (!listsPages(source)) return
  // what the list before named and nobody has had yet may have left the list by now
  const lists = fetch.trouble === null && fetch.sha256 !== null && fetch.sha256 !== whole?.sha256 ? [fetch, whole] : [whole]
  yield* followLists(round, lists, url, source, true)
}

/** The last fetch of a URL that gave something, which was read. */
async function lastWhole(store: Store, url: string): Promise<KeptFetch | null> {
  return (await store.fetches({ url }, LOOKED_BACK)).find(({ trouble, sha256, read: done }) => trouble === null && sha256 !== null && done) ?? null
}

/** Asks for what changed since. */
const conditionsOf = (whole: KeptFetch | null): Asking => (whole === null ? {} : { etag: headerOf(whole, 'etag') ?? null, lastModified: headerOf(whole, 'last-modified') ?? null })

/** Asks and keeps; a host that asks to be left in peace is remembered. */
async function ask({ store, door, peace, options: { signal } }: Round, url: string, conditions: Asking = {}): Promise<KeptFetch> {
  const fetch = await fetchAndKeep(store, door, url, { ...conditions, signal }), until = peaceUntil(fetch)
  if (until > 0) peace.set(new URL(fetch.finalUrl).host, until)
  return fetch
}

const inPeace = ({ peace }: Round, url: string): number => peace.get(new URL(url).host) ?? 0

/** Pages that were never had, those that failed only when it is time again. */
async function* follow(round: Round, pages: Iterable<string>): AsyncGenerator<Watched> {
  const { store, asking, options: { signal } } = round
  let taken = 0
  for (const page of pages) {
    if (signal.aborted || taken >= MOST_PAGES) return
    if (asking.has(page) || inPeace(round, page) > Date.now()) continue
    asking.add(page)
    try {
      const fetches = await store.fetches({ url: page }, LOOKED_BACK)
      if (fetches.some(({ trouble }) => trouble === null) || await dueAt(store, page, 0) > Date.now()) continue
      taken++
      const fetch = await ask(round, page)
      yield { event: 'fetched', url: page, status: fetch.status, trouble: fetch.trouble?.message ?? null }
      yield* read(round, fetch, undefined)
    } finally {
      asking.delete(page)
    }
  }
}

/** A sitemap, and a feed whose links are followed, is a list: only entries that link nowhere are reports of their own. */
async function* read({ store, options }: Round, fetch: KeptFetch, source: WatchedSource | undefined): AsyncGenerator<Watched> {
  if (source?.kind === 'sitemap' && fetch.trouble === null) { if (!fetch.read) await store.fetchRead(fetch.seq); return }
  const takes: Takes = source !== undefined && listsPages(source) ? ({ record, trouble }) => trouble.length > 0 || hrefOf(record.url) === null : () => true
  for await (const added of readFetched(store, fetch, options, takes)) yield { event: 'added', url: fetch.url, ...added }
}

/** Pages that fetched lists name, those of the first list first, the newest of each; that a list could not be looked through is said. */
async function* followLists(round: Round, lists: readonly (KeptFetch | null)[], url: string, { kind }: WatchedSource, askAgain: boolean): AsyncGenerator<Watched> {
  const { store, options: { apart, signal } } = round, pages = new Set<string>()
  const open = lists.flatMap((list) => list?.sha256 ?? []).map((sha256) => ({ sha256, index: kind === 'sitemap' }))
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { sha256 } = next, bytes = await store.readBytes(sha256)
    if (bytes === null) continue
    const list = kind === 'sitemap' ? kind : 'feed'
    const { urls, lists: named, trouble } = await (apart?.named(list, url, bytes) ?? namedIn(list, url, bytes))
    if (trouble !== null) {
      await store.keepTrouble({ doc: url, path: null, sha256, record: { url }, ...trouble })
      yield { event: 'added', url, doc: url, what: 'unread', id: null, version: null, claims: 0, whole: false, trouble: [trouble] }
    }
    // one step down: an index that names an index leads nowhere
    for (const link of next.index ? named.slice(0, MOST_LISTS) : []) {
      const below = hrefOf(link)
      if (below === null || signal.aborted) continue
      const known = await lastWhole(store, below)
      if ((known !== null && !askAgain) || inPeace(round, below) > Date.now()) { if (known?.sha256 != null) open.push({ sha256: known.sha256, index: false }); continue }
      const fetch = await ask(round, below, conditionsOf(known))
      yield { event: 'fetched', url: below, status: fetch.status, trouble: fetch.trouble?.message ?? null }
      if (!fetch.read) await store.fetchRead(fetch.seq)
      const found = fetch.trouble === null ? fetch.sha256 ?? known?.sha256 : known?.sha256
      if (found != null) open.push({ sha256: found, index: false })
    }
    for (const link of urls.slice(0, MOST_LINKS)) { const page = hrefOf(link); if (page !== null) pages.add(page) }
  }
  yield* follow(round, pages)
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
    const timer = setTimeout(done, Math.min(ms, LONGEST_PAUSE_MS))
    signal.addEventListener('abort', done)
  })
}
