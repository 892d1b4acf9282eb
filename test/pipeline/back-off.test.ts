// How long a server is left in peace.
import { describe, expect, it } from 'vitest'
import { dueAt, peaceUntil } from '../../src/pipeline/back-off.ts'
import type { Fetch } from '../../src/model/fetch.ts'
import { openMemoryStore } from '../../src/store/sqlite/open.ts'

const AT = '2031-05-06T10:00:00.000Z', MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR
const URL_ASKED = 'https://news.example/rss'
const answer = (status: number | null, headers: Fetch['headers'] = []): Fetch => ({ url: URL_ASKED, finalUrl: URL_ASKED, redirects: [], at: AT, status, headers, address: null, fetcher: 'dateline test', sha256: null, trouble: status !== null && status < 400 ? null : { code: 'http_status', message: 'x' } })
const every = (n: number, one: Fetch): Fetch[] => Array.from({ length: n }, () => one)

describe('when a source is due', () => {
  it.each<[why: string, fetches: Fetch[], everyMs: number, waitMs: number]>([
    ['it answered', [answer(200)], 15 * MINUTE, 15 * MINUTE],
    ['nothing has changed', [answer(200), answer(304)], 15 * MINUTE, 15 * MINUTE],
    ['it failed once', [answer(200), answer(500)], MINUTE, 5 * MINUTE],
    ['it failed twice', every(2, answer(500)), MINUTE, 10 * MINUTE],
    ['it failed four times', every(4, answer(500)), MINUTE, 40 * MINUTE],
    ['it failed, and its own interval is longer', [answer(500)], HOUR, HOUR],
    ['it fails for ever: once a day', every(30, answer(500)), MINUTE, DAY],
    ['it failed and came back', [...every(9, answer(500)), answer(304)], MINUTE, MINUTE],
    ['no answer at all', [answer(null)], MINUTE, 5 * MINUTE],
    ['429 without a word on when', [answer(429)], MINUTE, 5 * MINUTE],
    ['429 with seconds', [answer(429, [['Retry-After', '7200']])], MINUTE, 2 * HOUR],
    ['503 with a date', [answer(503, [['retry-after', 'Tue, 06 May 2031 13:00:00 GMT']])], MINUTE, 3 * HOUR],
    ['a date that is past', [answer(503, [['Retry-After', 'Tue, 06 May 2031 09:00:00 GMT']])], MINUTE, 5 * MINUTE],
    ['Retry-After that asks for a year: a day', [answer(503, [['Retry-After', '31536000']])], MINUTE, DAY],
    ['Retry-After that is no time', [answer(503, [['Retry-After', 'soon']])], MINUTE, 5 * MINUTE],
    ['Retry-After below nothing', [answer(503, [['Retry-After', '-5']])], MINUTE, 5 * MINUTE],
    ['Retry-After of an answer that went well says nothing', [answer(200, [['Retry-After', '7200']])], MINUTE, MINUTE],
  ])('%s', async (_why, fetches, everyMs, waitMs) => {
    const store = await openMemoryStore()
    for (const fetch of fetches) await store.keepFetch(fetch)
    expect(await dueAt(store, URL_ASKED, everyMs) - Date.parse(AT)).toBe(waitMs)
    await store.close()
  })

  it('never asked: now', async () => {
    const store = await openMemoryStore()
    expect(await dueAt(store, URL_ASKED, HOUR)).toBe(0)
    await store.close()
  })
})

describe('until when a whole host is left in peace', () => {
  it.each<[why: string, fetch: Fetch, waitMs: number | null]>([
    ['429', answer(429), 5 * MINUTE],
    ['429 with seconds', answer(429, [['Retry-After', '3600']]), HOUR],
    ['503 that says when', answer(503, [['Retry-After', '3600']]), HOUR],
    ['503 of one page', answer(503), null],
    ['500', answer(500, [['Retry-After', '3600']]), null],
    ['404', answer(404), null],
    ['200', answer(200), null],
  ])('%s', (_why, fetch, waitMs) => { expect(peaceUntil({ ...fetch, seq: 1, read: true })).toBe(waitMs === null ? 0 : Date.parse(AT) + waitMs) })
})
