// The one door: what every fetch goes through. It asks what robots.txt allows, and no host more often than is polite.
import robots from 'robots-parser'
import { urlAsked } from './address-asked.ts'
import { globallyRoutable } from './address.ts'
import { fetchOnce, type Answer, type Asking, type Ground } from './fetch.ts'

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
const MOST_HOSTS = 10_000

/** The package's types promise a default export that it does not have at run time: the module is the function. */
const parseRobots = robots as unknown as typeof robots.default

interface Rules { allows: (url: string) => boolean, pauseMs: number, until: number, why: string }

/** Makes a door with strict defaults. */
export function openDoor(options: DoorOptions): Door {
  const pauseMs = options.pauseMs ?? PAUSE_MS
  const lines = new Map<string, Promise<unknown>>(), rules = new Map<string, Rules>()
  const rulesOf = async (origin: string, signal: AbortSignal | undefined): Promise<Rules> => {
    const known = rules.get(origin)
    if (known !== undefined && known.until > Date.now()) return known
    const answer = await fetchOnce(`${origin}/robots.txt`, { ...options, limits: { ...options.limits, wireBytes: ROBOTS_BYTES, decodedBytes: ROBOTS_BYTES } }, { signal })
    const found = rulesFrom(origin, answer, pauseMs)
    if (rules.size >= MOST_HOSTS) rules.clear()
    rules.set(origin, found)
    return found
  }
  const one = async (url: URL, asking: Asking): Promise<{ answer: Answer, pauseMs: number }> => {
    const { allows, pauseMs: pause, why } = await rulesOf(url.origin, asking.signal)
    if (allows(url.href)) return { answer: await fetchOnce(url.href, options, asking), pauseMs: pause }
    return { answer: notAsked(url.href, options.fetcher, 'robots', why), pauseMs: 0 }
  }
  return {
    async fetch(text, asking = {}) {
      const asked = urlAsked(text, options.mayConnect ?? globallyRoutable)
      if ('trouble' in asked) return notAsked(text.slice(0, 8192), options.fetcher, asked.trouble.code, asked.trouble.message)
      const { url } = asked, before = lines.get(url.host) ?? Promise.resolve()
      const mine = before.then(() => one(url, asking))
      const after = mine.then(({ pauseMs: pause }) => sleep(pause), () => sleep(pauseMs)).then(() => { if (lines.get(url.host) === after) lines.delete(url.host) })
      lines.set(url.host, after)
      return (await mine).answer
    },
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}

function notAsked(url: string, fetcher: string, code: string, message: string): Answer {
  return { url, finalUrl: url, redirects: [], at: new Date().toISOString(), status: null, headers: [], address: null, fetcher, trouble: { code, message }, bytes: null }
}

/** RFC 9309: none there allows everything; a server that cannot say allows nothing for now. */
function rulesFrom(origin: string, { status, bytes, trouble }: Answer, pauseMs: number): Rules {
  if (status !== null && status >= 200 && status < 300 && bytes !== null) {
    const parsed = parseRobots(`${origin}/robots.txt`, Buffer.from(bytes).toString('utf8'))
    return { allows: (url) => parsed.isAllowed(url, NAME) !== false, pauseMs: Math.min(LONGEST_PAUSE_MS, Math.max(pauseMs, (parsed.getCrawlDelay(NAME) ?? 0) * 1000)), until: Date.now() + ROBOTS_FOR_MS, why: 'its robots.txt asks not to' }
  }
  if (status !== null && status >= 400 && status < 500 && status !== 429) return { allows: () => true, pauseMs, until: Date.now() + ROBOTS_FOR_MS, why: '' }
  return { allows: () => false, pauseMs, until: Date.now() + ROBOTS_AGAIN_MS, why: `its robots.txt could not be had (${trouble?.message ?? 'no answer'}), so nothing is asked for now` }
}
