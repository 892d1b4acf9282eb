// Who says a claim, and from which independent origin.
import { foldPlaceName } from '../../geo/fold.ts'
import { bodyName } from '../../languages/en/body-names.ts'
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
  for (const { claim } of claims) if (claim.claimant) people.add(claim.claimant.name, claim.claimant.role)
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

/** Names of one speaker: "Kovalenko" and "Petro Kovalenko", "the air force" and "Petro Kovalenko, air force spokesman", "Russia's defence ministry" and "the Russian MoD" are one. */
class People {
  /** By folded name, each with a role that it is given. */
  readonly #names = new Map<string, Named>()
  #whole: Map<string, string> | null = null

  add(written: string, role: string | null): void {
    const name = fold(written), known = this.#names.get(name)
    if (known === undefined) this.#names.set(name, { name, words: name.split(' '), body: bodyParts(written), short: SHORT.test(written) ? written.toLowerCase() : null, role })
    else {
      known.body ??= bodyParts(written)
      known.short ??= SHORT.test(written) ? written.toLowerCase() : null
      if (role !== null && (known.role ?? '') < role) known.role = role
    }
    this.#whole = null
  }

  whole(name: string): string {
    this.#whole ??= this.#merge()
    return this.#whole.get(name) ?? name
  }

  #merge(): Map<string, string> {
    const whole = new Map<string, string>(), names = [...this.#names.values()].sort((a, b) => b.words.length - a.words.length || byText(a.name, b.name))
    // one body in other words
    const bodies = new Map<string, Named>()
    for (const one of names) {
      if (one.body === null) continue
      const key = [...one.body].join(' '), first = bodies.get(key)
      if (first === undefined) bodies.set(key, one)
      else whole.set(one.name, first.name)
    }
    const apart = names.filter(({ name }) => !whole.has(name)), near = new Near(apart)
    for (const one of apart) {
      const target = only(near.wholes(one)) ?? (one.role === null ? null : only(near.bodiesOf(one)))
      if (target !== null && whole.get(target.name) !== one.name) whole.set(one.name, target.name)
    }
    for (const name of whole.keys()) {
      let at = name
      for (let steps = 0; whole.has(at) && steps <= whole.size; steps++) at = whole.get(at)!
      whole.set(name, at)
    }
    return whole
  }
}

interface Named {
  name: string
  words: string[]
  /** What the name of a body comes to; null for a person. */
  body: ReadonlySet<string> | null
  /** An abbreviation, in small letters; null for another name. */
  short: string | null
  role: string | null
}

const SHORT = /^\p{Lu}{2,6}$/u
const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'in'])
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const bodyParts = (written: string): ReadonlySet<string> | null => { const body = bodyName(written); return body === null ? null : new Set(body.split(' ')) }
const initials = (words: readonly string[]): string => words.filter((word) => !SMALL.has(word)).map((word) => word[0]).join('')
/** The one of a list; null where it is empty or has several. */
const only = <One>(list: readonly One[]): One | null => (list.length === 1 ? list[0]! : null)

/** Names by what they may have in common, so that none is compared with all. */
class Near {
  readonly #byLast = new Map<string, Named[]>()
  readonly #byFirst = new Map<string, Named[]>()
  readonly #byInitials = new Map<string, Named[]>()
  /** Bodies by their parts without the state whose they are. */
  readonly #stateless = new Map<string, Named[]>()
  readonly #byPart = new Map<string, Named[]>()

  constructor(names: readonly Named[]) {
    for (const one of names) {
      keep(this.#byLast, one.words.at(-1)!, one)
      keep(this.#byFirst, one.words[0]!, one)
      if (one.words.length > 1) keep(this.#byInitials, initials(one.words), one)
      if (one.body === null) continue
      for (const part of one.body) { keep(this.#byPart, part, one); if (STATE.test(part)) keep(this.#stateless, [...one.body].filter((other) => other !== part).join(' '), one) }
    }
  }

  /** Longer names that end with a shorter ("Petro Kovalenko"), say whose body it is ("the Russian Ministry of Defence" of "the defence ministry"), or are what it abbreviates. */
  wholes(one: Named): Named[] {
    const found = new Set<Named>()
    for (const other of this.#byLast.get(one.words.at(-1)!) ?? []) if (other.words.length > one.words.length && other.name.endsWith(` ${one.name}`)) found.add(other)
    if (one.body !== null) for (const other of this.#stateless.get([...one.body].join(' ')) ?? []) if (other !== one) found.add(other)
    if (one.short !== null) for (const other of this.#byInitials.get(one.short) ?? []) if (other !== one) found.add(other)
    return [...found]
  }

  /** The bodies whose office somebody holds: "spokesman of the air force". */
  bodiesOf(one: Named): Named[] {
    const role = fold(one.role!), found = new Set<Named>(), parts = bodyParts(one.role!)
    for (const word of new Set(role.split(' '))) for (const body of this.#byFirst.get(word) ?? []) if (body !== one && body.words.length >= 2 && ` ${role} `.includes(` ${body.name} `)) found.add(body)
    for (const part of parts ?? []) for (const body of this.#byPart.get(part) ?? []) if (body !== one && body.words.length >= 2 && body.body!.size >= 2 && [...body.body!].every((own) => parts!.has(own))) found.add(body)
    return [...found]
  }
}

/** A state among the parts of a body's name. */
const STATE = /^[A-Z]{2}$/

function keep(map: Map<string, Named[]>, key: string, one: Named): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [one])
  else known.push(one)
}
