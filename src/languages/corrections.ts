// The words of correction notices of every language, compiled once.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export type NoticeKind = 'correction' | 'clarification' | 'amendment'

/** One part of a phrase: a word of a set, or a gap of some words. */
export type PhrasePart = { any: ReadonlySet<string> } | { gap: number }

export interface NoticePhrase {
  kind: NoticeKind
  where: 'label' | 'opening' | 'bracket' | 'anywhere'
  parts: PhrasePart[]
}

const KINDS: ReadonlySet<string> = new Set(['correction', 'clarification', 'amendment'])
const PLACES: ReadonlySet<string> = new Set(['label', 'opening', 'bracket', 'anywhere'])
const GAPS: Readonly<Record<string, number>> = { '*': 3, '**': 12 }

function phrasesOf(path: URL): NoticePhrase[] {
  const rows = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t') as [string, string, string, string])
  const sets = new Map(rows.filter(([, where]) => where === 'set').map(([name, , words]) => [name, new Set(words.split(' '))]))
  const partOf = (word: string): PhrasePart => {
    const gap = GAPS[word], name = /^\{(\w+)\}$/.exec(word)?.[1]
    if (gap !== undefined) return { gap }
    if (name === undefined) return { any: new Set([word]) }
    const any = sets.get(name)
    if (any === undefined) throw new Error(`${path.pathname}: there is no set "${name}"`)
    return { any }
  }
  return rows.filter(([, where]) => where !== 'set').flatMap(([kind, where, words]) => {
    if (!KINDS.has(kind) || !PLACES.has(where)) throw new Error(`${path.pathname}: "${kind}" "${where}" is no kind or no place of a notice`)
    return words.split(' | ').map((phrase) => ({ kind: kind as NoticeKind, where: where as NoticePhrase['where'], parts: phrase.split(' ').map(partOf) }))
  })
}

let compiled: Map<string, NoticePhrase[]> | null = null

/** The phrases of all languages that have a `corrections.tsv`, by the words that they can begin with (in lower case, apostrophes straight). */
function byFirstWord(): ReadonlyMap<string, readonly NoticePhrase[]> {
  if (compiled) return compiled
  const here = new URL('./', import.meta.url)
  compiled = new Map()
  for (const phrase of readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => new URL(`${entry.name}/corrections.tsv`, here)).filter((path) => existsSync(path)).flatMap(phrasesOf)) {
    const [first] = phrase.parts
    if (first === undefined || 'gap' in first) throw new Error('a phrase of a notice begins with a word')
    for (const word of first.any) { const known = compiled.get(word); if (known) known.push(phrase); else compiled.set(word, [phrase]) }
  }
  return compiled
}

const NONE: readonly NoticePhrase[] = []

/** The phrases that can begin with a word. */
export function noticePhrasesFrom(word: string): readonly NoticePhrase[] {
  return byFirstWord().get(word) ?? NONE
}
