// The sides of a war in English words: states by name, nationality, capital or government; armed groups by name.
import { readFileSync } from 'node:fs'
import { FLAG_CAPITAL, type TokenTable } from '../../model/document.ts'
import { sideOf } from './demonyms.ts'

/** Sides that are armed groups, not states. */
export const ARMED_GROUPS = new Set<string>()
/** Armed groups and the countries (alpha-2 codes) that they fight from. */
export const HOMES = new Map<string, readonly string[]>()
const phrases = new Map<string, { rest: string[]; side: string }[]>()
for (const line of readFileSync(new URL('actors.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue
  const [side, words, source, home] = line.split('\t') as [string, string, string, string | undefined]
  if (home) HOMES.set(side, home.split(','))
  if (source.startsWith('armed groups')) ARMED_GROUPS.add(side)
  for (const written of words.split(' ')) {
    const [first, ...rest] = written.split('_') as [string, ...string[]]
    phrases.set(first, [...(phrases.get(first) ?? []), { rest, side }].sort((a, b) => b.rest.length - a.rest.length))
  }
}

/** Words by which one side speaks of the other: whom they mean depends on who speaks. */
export const ENEMY_WORDS: ReadonlySet<string> = new Set(['enemy', 'occupiers', 'occupier', 'invaders', 'invader', 'occupants', 'aggressor', 'terrorists'])

export interface ActorMention {
  side: string
  first: number
  last: number
}

const cache = new Map<string, string | null>()
function stateOf(word: string): string | null {
  let side = cache.get(word)
  if (side === undefined) {
    side = sideOf(word)?.name ?? null
    if (cache.size > 50_000) cache.clear()
    cache.set(word, side)
  }
  return side
}

/** The side that a single lower-cased word names; null for none. */
export function sideOfWord(word: string): string | null {
  return phraseSide([word], 0, 1)?.side ?? stateOf(word)
}

/** Every side named between tokens `first` and `last`, in order. A hyphened word counts by its first part ("Hamas-led", "Russian-held"). */
export function actorsIn(tokens: TokenTable, first: number, last: number, learned?: ReadonlyMap<string, string>): ActorMention[] {
  const found: ActorMention[] = []
  for (let i = first; i < last; i++) {
    const word = tokens.lower[i]!
    const hit = phraseSide(tokens.lower, i, last)
    if (hit) { found.push({ side: hit.side, first: i, last: hit.end }); i = hit.end - 1; continue }
    if ((tokens.flags[i]! & FLAG_CAPITAL) === 0) continue
    const known = learned?.get(word)
    if (known) { found.push({ side: known, first: i, last: i + 1 }); continue }
    let side: string | null = null, end = i + 1
    for (let n = Math.min(4, last - i); n > 1 && !side; n--) {
      if ((tokens.flags[i + n - 1]! & FLAG_CAPITAL) === 0) continue
      side = stateOf(tokens.lower.slice(i, i + n).join(' '))
      if (side) end = i + n
    }
    side ??= stateOf(word)
    if (!side && word.includes('-')) {
      const head = word.slice(0, word.indexOf('-'))
      const rest = word.slice(word.indexOf('-') + 1)
      side = /^(led|backed|held|launched|made|occupied|born|allied|supplied|controlled|funded|supported|installed|annexed)$/.test(rest) && rest !== 'held' && rest !== 'made' && rest !== 'supplied' && rest !== 'backed' && rest !== 'born' && rest !== 'funded' && rest !== 'supported' ? phraseSide([head], 0, 1)?.side ?? stateOf(head) : null
    }
    if (side) { found.push({ side, first: i, last: end }); i = end - 1 }
  }
  return found
}

function phraseSide(lower: readonly string[], i: number, last: number): { side: string; end: number } | null {
  const list = phrases.get(lower[i]!)
  if (!list) return null
  for (const { rest, side } of list) {
    if (i + rest.length >= last + (rest.length === 0 ? 1 : 0)) continue
    let k = 0
    while (k < rest.length && lower[i + 1 + k] === rest[k]) k++
    if (k === rest.length) return { side, end: i + 1 + k }
  }
  return null
}
