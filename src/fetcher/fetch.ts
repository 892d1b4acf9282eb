// One address asked for. The address that is connected to is looked up and checked here and handed to the connection as it
// was checked, so that a name which changes its answer in between leads nowhere.
import { lookup as lookUp } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Fetch } from '../model/fetch.ts'
import { globallyRoutable, type AddressPolicy } from './address.ts'
import { hostOf, urlAsked } from './address-asked.ts'
import { readBody } from './body.ts'
import { Deadline } from './deadline.ts'
import { FetchFault } from './fault.ts'
import { LIMITS, type Limits } from './limits.ts'
import { untilAborted } from './turns.ts'

/** The addresses of a name. */
export type Resolver = (name: string) => Promise<readonly string[]>

/** What a fetch stands on. Everything has a strict default; only code can hand in another, no setting does. */
export interface Ground {
  mayConnect?: AddressPolicy
  resolve?: Resolver
  limits?: Partial<Limits>
  /** "dateline 0.1.0": kept with each fetch. */
  fetcher: string
  /** Called before a redirect is followed: waits for its host's turn. FetchFault where it is not to be asked for. */
  onward?: (url: URL) => Promise<void>
}

export interface Asking {
  /** From an earlier answer: then "not changed" (304) may come back. */
  etag?: string | null
  lastModified?: string | null
  signal?: AbortSignal | undefined
}

/** A fetch without its hash, and the bytes. */
export interface Answer extends Omit<Fetch, 'sha256'> {
  bytes: Uint8Array | null
}

/** An ETag that is longer is not sent back: a server need not take so long a question. */
const LONGEST_CONDITION = 1024
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const systemResolver: Resolver = async (name) => (await lookUp(name, { all: true, verbatim: true })).map(({ address }) => address)

/** What the fetcher calls itself to servers. */
export const userAgent = (fetcher: string): string => `Mozilla/5.0 (compatible; ${fetcher.replace(/^dateline /, 'Dateline/')}; reads reports for the record)`

/** Asks. Never throws over what is out there: trouble is in the answer. Throws only the signal's own reason. */
export async function fetchOnce(text: string, ground: Ground, asking: Asking = {}): Promise<Answer> {
  const limits: Limits = { ...LIMITS, ...ground.limits }, mayConnect = ground.mayConnect ?? globallyRoutable
  const answer: Answer = { url: text.slice(0, 8192), finalUrl: text.slice(0, 8192), redirects: [], at: new Date().toISOString(), status: null, headers: [], address: null, fetcher: ground.fetcher, trouble: null, bytes: null }
  const deadline = new Deadline(limits.totalMs)
  const signal = asking.signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, asking.signal])
  try {
    for (let next = text; ;) {
      const asked = urlAsked(next, mayConnect)
      if ('trouble' in asked) throw new FetchFault(asked.trouble.code, asked.trouble.message)
      const { url } = asked
      answer.finalUrl = url.href
      if (answer.redirects.length === 0) answer.url = url.href
      else if (ground.onward !== undefined) {
        deadline.pause()
        await ground.onward(url)
        deadline.resume()
      }
      const addresses = await allowedAddresses(hostOf(url), ground.resolve ?? systemResolver, mayConnect, signal)
      const response = await ask(url, addresses, mayConnect, answer, asking, signal)
      const status = response.statusCode ?? 0, location = response.headers.location
      if (REDIRECTS.has(status) && location !== undefined) {
        response.destroy()
        answer.redirects.push({ url: url.href, status })
        if (answer.redirects.length > limits.redirects) throw new FetchFault('too_many_redirects', `it was sent on more than ${limits.redirects} times`)
        if (!URL.canParse(location, url.href)) throw new FetchFault('bad_address', 'it was sent on to what is not an address')
        next = new URL(location, url.href).href
        continue
      }
      answer.status = status
      answer.headers = pairs(response.rawHeaders)
      if (status === 304) {
        response.destroy()
        // of what nobody asked about nothing is known that could be unchanged
        if (!asking.etag && !asking.lastModified) answer.trouble = { code: 'http_status', message: 'the server answered that nothing changed (304) to a first question' }
        return answer
      }
      answer.bytes = (await readBody(response, limits)).bytes
      if (status < 200 || status > 299) answer.trouble = { code: 'http_status', message: `the server answered ${status}${response.statusMessage ? ` ${response.statusMessage.slice(0, 80)}` : ''}` }
      return answer
    }
  } catch (error) {
    if (asking.signal?.aborted === true) throw asking.signal.reason
    answer.bytes = null
    answer.trouble = deadline.signal.aborted ? { code: 'too_slow', message: `no whole answer within ${limits.totalMs / 1000} s` } : troubleOf(error)
    return answer
  } finally {
    deadline.end()
  }
}

function troubleOf(error: unknown): { code: string, message: string } {
  if (error instanceof FetchFault) return { code: error.code, message: error.message }
  if (!(error instanceof Error)) throw error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === null) throw error
  if (code === 'ENOTFOUND' || code === 'ENODATA') return { code: 'no_such_name', message: 'there is no such name' }
  if (code === 'EAI_AGAIN') return { code: 'no_network', message: 'names cannot be looked up now' }
  return { code: 'no_connection', message: `the connection failed (${code})` }
}

/** All of a name's addresses have to be out in the open: one that is not shows what the name is for. */
async function allowedAddresses(host: string, resolve: Resolver, mayConnect: AddressPolicy, signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  const addresses = await untilAborted(resolve(host), signal)
  if (addresses.length === 0) throw new FetchFault('no_such_name', 'there is no such name')
  const inner = addresses.find((address) => !mayConnect(address))
  if (inner !== undefined) throw new FetchFault('address_refused', `${host} leads to ${inner}, which is not an address out in the open`)
  return addresses
}

function ask(url: URL, addresses: readonly string[], mayConnect: AddressPolicy, answer: Answer, asking: Asking, signal: AbortSignal): Promise<IncomingMessage> {
  const headers: Record<string, string> = { 'User-Agent': userAgent(answer.fetcher), Accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5', 'Accept-Encoding': 'gzip, deflate, br', 'Accept-Language': '*', Connection: 'close' }
  if (asking.etag && asking.etag.length <= LONGEST_CONDITION) headers['If-None-Match'] = asking.etag
  if (asking.lastModified && asking.lastModified.length <= LONGEST_CONDITION) headers['If-Modified-Since'] = asking.lastModified
  const checked = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all === true) done(null, checked)
    else done(null, checked[0]!.address, checked[0]!.family)
  }
  const { request, Agent } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'GET', headers, lookup, signal, agent: new Agent({ keepAlive: false }), maxHeaderSize: 64 * 1024, insecureHTTPParser: false })
    asked.on('socket', (socket) => {
      socket.once('connect', () => {
        const { remoteAddress } = socket
        // the last word: what the system says the connection leads to
        if (remoteAddress === undefined || !mayConnect(remoteAddress)) asked.destroy(new FetchFault('address_refused', `the connection leads to ${remoteAddress ?? 'nowhere'}, which is not an address out in the open`))
        else answer.address = remoteAddress
      })
    })
    asked.on('response', resolve)
    asked.on('upgrade', (_answer, socket) => { socket.destroy(); reject(new FetchFault('odd_answer', 'the server went over to another protocol, which was not asked for')) })
    asked.on('error', reject)
    // whatever else ends it: nothing waits for an answer that can no longer come
    asked.on('close', () => { reject(new FetchFault('cut_off', 'the connection ended without an answer')) })
    asked.end()
  })
}

function pairs(raw: readonly string[]): [string, string][] {
  const found: [string, string][] = []
  for (let i = 0; i + 1 < raw.length; i += 2) found.push([raw[i]!, raw[i + 1]!])
  return found
}
