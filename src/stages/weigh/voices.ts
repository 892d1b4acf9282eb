// Who says a claim, and from which independent origin.
import { foldPlaceName } from '../../geo/fold.ts'
import { agencyOf, isAgency } from './origins.ts'
import type { Claim } from '../../model/claim.ts'
import type { Post } from '../../model/report.ts'

/** A claim with what weighing wants to know of its report. `origin`: the group of the report's outlet, copies and editions taken together. */
export interface WeighedClaim {
  claim: Claim
  report: string
  key: string
  published: string | null
  outlet: string | null
  post: Post | null
  origin: string
  /** The report's publisher, where its origin is that of a copy. */
  publisher?: string
  /** The first and the last version of the report that make the claim, where there are several. */
  versions?: { first: number, last: number }
}

/** A claim with its voice (who must not contradict himself: the later replaces the earlier) and its origin (what counts once). */
export interface Voice {
  of: WeighedClaim
  voice: string
  origin: string
  /** When it was said: its post's last change or time, else the report's publication; '' where none is known. */
  at: string
}

function whenSaid({ post, published }: WeighedClaim): string {
  return post?.modified ?? post?.time ?? published ?? ''
}

const ARTICLE = /^(?:the|a|an) /
const fold = (name: string): string => foldPlaceName(name).replace(ARTICLE, '')

/** Gives every claim its voice and origin. An outlet that also names its source for the incident speaks from that source. */
export function voicesOf(claims: readonly WeighedClaim[]): Voice[] {
  const people = new People()
  for (const { claim } of claims) if (claim.claimant) people.add(fold(claim.claimant.name), claim.claimant.role === null ? null : fold(claim.claimant.role))
  const named = new Map<string, Set<string>>()
  const outlets = new Set(claims.map(({ origin }) => origin))
  // an outlet that is quoted is the same origin as when it speaks itself
  const originOf = (voice: string): string => { const agency = agencyOf(voice) ?? voice; return outlets.has(agency) || agencyOf(voice) ? agency : `says ${voice}` }
  for (const { claim, key } of claims) {
    if (!claim.claimant || claim.stance === 'denied') continue // who denies it is nobody's source for it
    const voice = people.whole(fold(claim.claimant.name))
    named.set(key, (named.get(key) ?? new Set()).add(voice))
  }
  const oneOf = unionOf(claims)
  return asFirstSaid(claims.map((of) => {
    const at = whenSaid(of)
    if (of.claim.claimant) {
      const voice = people.whole(fold(of.claim.claimant.name))
      return { of, voice, origin: originOf(voice), at }
    }
    const sources = [...named.get(of.key) ?? []].sort()
    return { of, voice: `outlet ${of.origin}`, origin: sources.length > 0 ? originOf(sources[0]!) : oneOf(of.origin), at }
  }))
}

const sumsUp = ({ of: { post } }: Voice): boolean => post !== null && (post.summary === true || post.pinned === true)

/**
 * What the summary of a live blog, or a post held on top of it, repeats of the other posts was said there, and by whom they
 * name: the repetition is no new voice, and no later word than the one repeated.
 */
function asFirstSaid(voices: Voice[]): Voice[] {
  if (!voices.some(sumsUp)) return voices
  const posts = new Map<string, Voice>()
  const facts = ({ of: { claim, key } }: Voice): string[] => claim.quantities.map(({ measure, of, value, bound }) => `${key}\u0000${measure} ${of} ${value} ${bound}`)
  for (const voice of voices) {
    if (sumsUp(voice)) continue
    for (const fact of facts(voice)) for (const key of [fact, `${fact}\u0000${voice.voice}`]) {
      const known = posts.get(key)
      if (known === undefined || known.at < voice.at) posts.set(key, voice)
    }
  }
  return voices.map((voice) => {
    if (!sumsUp(voice)) return voice
    const own = voice.of.claim.claimant === null ? '' : `\u0000${voice.voice}`
    const told = facts(voice).map((fact) => posts.get(fact + own))
    const first = told[0]
    return first === undefined || told.includes(undefined) ? voice : { ...voice, voice: first.voice, origin: first.origin, at: first.at }
  })
}

/** Outlets of which one printed the other's text cannot be told apart as sources of one incident; an agency's customers can. */
function unionOf(claims: readonly WeighedClaim[]): (origin: string) => string {
  const parent = new Map<string, string>()
  const root = (name: string): string => { let at = name; while (parent.has(at)) at = parent.get(at)!; return at }
  for (const { origin, publisher } of claims) {
    if (publisher === undefined || publisher === origin || isAgency(origin)) continue
    const a = root(origin), b = root(publisher)
    if (a !== b) parent.set(a > b ? a : b, a > b ? b : a)
  }
  return root
}

/** Names of one speaker: "Kovalenko" and "Petro Kovalenko", "the air force" and "Petro Kovalenko, air force spokesman" are one. */
class People {
  readonly #names = new Map<string, string | null>()
  #whole: Map<string, string> | null = null

  add(name: string, role: string | null): void {
    if (this.#names.get(name) === undefined || (role !== null && (this.#names.get(name) ?? '') < role)) this.#names.set(name, role)
  }

  whole(name: string): string {
    this.#whole ??= this.#merge()
    return this.#whole.get(name) ?? name
  }

  #merge(): Map<string, string> {
    const whole = new Map<string, string>()
    const names = [...this.#names.keys()].sort((a, b) => b.split(' ').length - a.split(' ').length || (a < b ? -1 : 1))
    for (const name of names) {
      const words = name.split(' ')
      const longer = names.find((other) => other !== name && !whole.has(other) && other.split(' ').length > words.length && other.endsWith(` ${name}`))
      const body = this.#names.get(name)
      const office = body ? names.find((other) => other !== name && other.split(' ').length >= 2 && ` ${body} `.includes(` ${other} `)) : undefined
      const target = longer ?? office
      if (target) whole.set(name, whole.get(target) ?? target)
    }
    return whole
  }
}
