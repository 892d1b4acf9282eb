// What was fetched into a store: the bytes, then the fetch, then what was read in them. A run that was killed in between
// finds the fetch unread and reads it from its kept bytes.
import type { Answer, Asking } from '../fetcher/fetch.ts'
import type { Door } from '../fetcher/door.ts'
import { headerOf } from '../model/fetch.ts'
import type { Gathered, ReadOptions } from '../pipeline.ts'
import { opened } from '../stages/gather/index.ts'
import { docName } from '../stages/read/naming.ts'
import type { KeptFetch, Store } from '../store/store.ts'
import { addGathered, type Added } from './add-reports.ts'

/** Asks for a URL and keeps what came, or that nothing came. What was kept is unread yet. */
export async function fetchAndKeep(store: Store, door: Door, url: string, asking: Asking = {}): Promise<KeptFetch> {
  const answer = await door.fetch(url, asking)
  return keepAnswer(store, answer)
}

async function keepAnswer(store: Store, { bytes, ...answer }: Answer): Promise<KeptFetch> {
  const sha256 = bytes === null ? null : await store.keepBytes(bytes)
  const fetch = { ...answer, sha256 }
  return { ...fetch, seq: await store.keepFetch(fetch), read: sha256 === null }
}

/** Which of the reports in what was fetched are taken; absent: all. */
export type Takes = (gathered: Gathered) => boolean

/** Reads what was fetched, and keeps the readings or the trouble. A feed gives a report for each entry. */
export async function* readFetched(store: Store, fetch: KeptFetch, options: ReadOptions, takes: Takes = () => true): AsyncGenerator<Added> {
  const type = headerOf(fetch, 'content-type')?.slice(0, 200)
  const record = { url: fetch.finalUrl, ...(type === undefined ? {} : { type }) }, doc = docName(record)
  if (fetch.trouble !== null || fetch.sha256 === null) {
    if (fetch.trouble !== null) {
      const trouble = { code: fetch.trouble.code, message: fetch.trouble.message }
      await store.keepTrouble({ doc, path: null, sha256: fetch.sha256, record, ...trouble })
      yield { doc, what: 'unread', id: null, version: null, claims: 0, whole: false, trouble: [trouble] }
    }
  } else {
    const bytes = await store.readBytes(fetch.sha256)
    const whole = { record, bytes, path: null, trouble: [] }
    for await (const gathered of options.apart?.open(whole) ?? opened(whole)) if (takes(gathered)) yield await addGathered(store, gathered, options)
  }
  if (!fetch.read) await store.fetchRead(fetch.seq)
}

/** Asks for URLs one after the other, keeps what came and reads it. */
export async function* addUrls(store: Store, door: Door, urls: readonly string[], options: ReadOptions, signal?: AbortSignal): AsyncGenerator<Added> {
  const stopped = (): boolean => signal?.aborted === true
  for (const url of urls) {
    if (stopped()) return
    let fetch: KeptFetch
    try {
      fetch = await fetchAndKeep(store, door, url, { signal })
    } catch (error) {
      if (stopped()) return
      throw error
    }
    yield* readFetched(store, fetch, options)
  }
}
