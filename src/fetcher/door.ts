// The one door: what every fetch goes through. It asks what robots.txt allows, no host more often than is polite, and none
// over two connections at once, whoever asks and wherever redirects lead.
import robots from 'robots-parser'
import { urlAsked } from './address-asked.ts'
import { globallyRoutable } from './address.ts'
import { FetchFault } from './fault.ts'
import { fetchOnce, type Answer, type Asking, type Ground } from './fetch.ts'
import { Turns } from './turns.ts'

export interface DoorOptions extends Ground {
  /** Between the end of one fetch from a host and the next from it, milliseconds; robots.txt may ask for more. */
  pauseMs?: number
}

export interface Door {
  fetch(url: string, asking?: Asking): Promise<Answer>
}

const PAUSE_MS = 2000, LONGEST_PAUSE_MS = 60_000
const ROBOTS_FOR_MS = 86_400_000, ROBOTS_AGAIN_MS = 600_000
/** RFC 9309 asks for at least 500 KiB. */
const ROBOTS_BYTES = 512 * 1024
const NAME = 'Dateline'
/** Rules with wildcards: more take seconds to be looked through, and no site has them. */
const MOST_WILDCARDS = 1000
const MOST_HOSTS = 10_000

/** The package's types promise a default export that it does not have at run time: the module is the function. */
const parseRobots = robots as unknown as typeof robots.default

interface Rules { allows: (url: string) => boolean, pauseMs: number, until: number, why: string }

/** Makes a door with strict defaults. */
export function openDoor(options: DoorOptions): Door {
  const pauseMs = options.pauseMs ?? PAUSE_MS
  const turns = new Turns(), rules = new Map<string, Rules>()
  const rulesOf = async (origin: string, signal: AbortSignal | undefined): Promise<Rules> => {
    const known = rules.get(origin)
    if (known !== undefined && known.until > Date.now()) return known
    const answer = await fetchOnce(`${origin}/robots.txt`, { ...options, limits: { ...options.limits, wireBytes: ROBOTS_BYTES, decodedBytes: ROBOTS_BYTES } }, { signal })
    const found = rulesFrom(origin, answer, pauseMs)
    if (rules.size >= MOST_HOSTS) rules.clear()
    rules.set(origin, found)
    return found
  }
  return {
    async fetch(text, asking = {}) {
      const asked = urlAsked(text, options.mayConnect ?? globallyRoutable)
      if ('trouble' in asked) return notAsked(text.slice(0, 8192), options.fetcher, asked.trouble.code, asked.trouble.message)
      const { url } = asked
      let host = url.host, leave = await turns.take(host, asking.signal), before = pauseMs
      /** Before anything but its robots.txt is asked of a host. */
      const check = async (next: URL): Promise<void> => {
        const found = await rulesOf(next.origin, asking.signal)
        before = found.pauseMs
        if (found.allows(next.href)) return
        if (next === url) before = 0 // nothing of the host's pages was asked for
        throw new FetchFault('robots', found.why)
      }
      const onward = async (next: URL): Promise<void> => {
        // the turn with the host before is over: nobody waits in two lines at once
        if (next.host !== host) { leave(before); host = next.host; leave = () => {}; leave = await turns.take(host, asking.signal) }
        await check(next)
      }
      try {
        await check(url)
        return await fetchOnce(url.href, { ...options, onward }, asking)
      } catch (error) {
        if (error instanceof FetchFault) return notAsked(url.href, options.fetcher, error.code, error.message)
        throw error
      } finally {
        leave(before)
      }
    },
  }
}

function notAsked(url: string, fetcher: string, code: string, message: string): Answer {
  return { url, finalUrl: url, redirects: [], at: new Date().toISOString(), status: null, headers: [], address: null, fetcher, trouble: { code, message }, bytes: null }
}

/** RFC 9309: none there allows everything; a server that cannot say allows nothing for now. */
function rulesFrom(origin: string, { status, bytes, trouble }: Answer, pauseMs: number): Rules {
  if (status !== null && status >= 200 && status < 300 && bytes !== null) {
    const text = Buffer.from(bytes).toString('utf8')
    if ((text.match(/^[^#\n]*\*.*$/gm)?.length ?? 0) > MOST_WILDCARDS) return { allows: () => false, pauseMs, until: Date.now() + ROBOTS_FOR_MS, why: `its robots.txt has more than ${MOST_WILDCARDS} rules with wildcards and is not read, so nothing is asked for` }
    const parsed = parseRobots(`${origin}/robots.txt`, text)
    return { allows: (url) => parsed.isAllowed(url, NAME) !== false, pauseMs: Math.min(LONGEST_PAUSE_MS, Math.max(pauseMs, (parsed.getCrawlDelay(NAME) ?? 0) * 1000)), until: Date.now() + ROBOTS_FOR_MS, why: 'its robots.txt asks not to' }
  }
  if (status !== null && status >= 400 && status < 500 && status !== 429) return { allows: () => true, pauseMs, until: Date.now() + ROBOTS_FOR_MS, why: '' }
  return { allows: () => false, pauseMs, until: Date.now() + ROBOTS_AGAIN_MS, why: `its robots.txt could not be had (${trouble?.message ?? 'no answer'}), so nothing is asked for now` }
}
