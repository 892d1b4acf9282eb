// When a URL may be asked for again. Told by the fetches that are kept, so that a restart knows it too.
import { headerOf } from '../model/fetch.ts'
import type { KeptFetch, Store } from '../store/store.ts'

const MINUTE_MS = 60_000
/** A source that fails is asked again after one interval, then two, four … of this at least, a day at most. */
const BACK_OFF_MS = 5 * MINUTE_MS, LONGEST_BACK_OFF_MS = 86_400_000
/** How many fetches of a URL are looked at. */
export const LOOKED_BACK = 20

/** When a URL may be asked for again, milliseconds since 1970; 0 where it never was. */
export async function dueAt(store: Store, url: string, everyMs: number): Promise<number> {
  const fetches = await store.fetches({ url }, LOOKED_BACK)
  if (fetches.length === 0) return 0
  const failures = fetches.findIndex(({ trouble }) => trouble === null), failed = failures < 0 ? fetches.length : failures
  const waitMs = failed === 0 ? everyMs : Math.max(everyMs, Math.min(LONGEST_BACK_OFF_MS, BACK_OFF_MS * 2 ** (failed - 1)), retryAfterMs(fetches[0]!) ?? 0)
  return Date.parse(fetches[0]!.at) + waitMs
}

/** Until when a whole host asks to be left in peace (429, or 503 with Retry-After), milliseconds since 1970; 0 where it does not. */
export function peaceUntil(fetch: KeptFetch): number {
  const asked = retryAfterMs(fetch)
  return fetch.status === 429 || (fetch.status === 503 && asked !== null) ? Date.parse(fetch.at) + Math.max(BACK_OFF_MS, asked ?? 0) : 0
}

/** What a server asks for with Retry-After (seconds or a date), a day at most; null where it asks for nothing that can be read. */
function retryAfterMs(fetch: KeptFetch): number | null {
  const said = headerOf(fetch, 'retry-after')?.trim()
  if (said === undefined) return null
  const ms = /^\d{1,9}$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.parse(fetch.at)
  return Number.isFinite(ms) ? Math.min(LONGEST_BACK_OFF_MS, Math.max(0, ms)) : null
}
