// The furniture tables of every language, compiled once: words of a news page that are not reporting.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface FurnitureRule {
  why: string
  where: 'line' | 'start' | 'head'
  /** Words from the line's first on; "#" a number, "*" up to twelve words. */
  words: string[]
  and: ReadonlySet<string> | null
  most: number
}

export interface FurnitureTable {
  /** Rules by their first word; those that begin with a number stand under "#". */
  byFirst: Map<string, FurnitureRule[]>
  /** The reasons whose vocabulary a word belongs to, with the most words such a line has. */
  cues: Map<string, { why: string; most: number }[]>
  /** What stands before a credit, a caption or a byline, by its first word. */
  labels: Map<string, FurnitureLabel[]>
  /** Headings of link boxes as they stand inside a paragraph, in these letters. */
  inserts: { text: string; why: string }[]
  /** Words that in running text are capitalised only where a sentence begins. */
  openers: Set<string>
  /** Headings after which nothing of the report comes, and why. */
  sections: Map<string, string>
  /** What stands between two marks inside a paragraph, the marks included. */
  between: { first: string; last: string; why: string }[]
}

/** "Photo credit:", "Written by": words at the head of a line that tell what the rest of it is. */
export interface FurnitureLabel {
  kind: 'credit' | 'caption' | 'byline' | 'source'
  words: string[]
  most: number
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function addRows(table: FurnitureTable, path: URL): void {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [why, where, words, and, most] = line.split('\t') as [string, string, string, string, string]
    if (where === 'cue') {
      for (const word of words.split(' ')) put(table.cues, word, { why, most: Number(most) })
      continue
    }
    if (where === 'insert') {
      for (const text of words.split(' | ')) table.inserts.push({ text: `${text} `, why })
      continue
    }
    if (where === 'between') {
      const [first, last] = words.split(' | ') as [string, string]
      table.between.push({ first, last, why })
      continue
    }
    if (where === 'section') {
      for (const text of words.split(' | ')) table.sections.set(text, why)
      continue
    }
    if (where === 'opener') {
      for (const word of words.split(' ')) table.openers.add(word)
      continue
    }
    if (where === 'label') {
      if (why !== 'credit' && why !== 'caption' && why !== 'byline' && why !== 'source') throw new Error(`${path.pathname}: a label is for credit, caption, byline or source, not "${why}"`)
      for (const phrase of words.split(' | ')) put(table.labels, phrase.split(' ')[0]!, { kind: why, words: phrase.split(' '), most: Number(most) })
      continue
    }
    if (where !== 'line' && where !== 'start' && where !== 'head') throw new Error(`${path.pathname}: "${where}" is none of line, start, head, cue, label, insert, opener, section, between`)
    for (const phrase of words.split(' | ')) {
      put(table.byFirst, phrase.split(' ')[0]!, { why, where, words: phrase.split(' '), and: and === '-' ? null : new Set(and.split(' ')), most: Number(most) })
    }
  }
}

let compiled: FurnitureTable | null = null

/** The rules of all languages that have a `furniture.tsv`; pages mix languages, so all of them are asked. */
export function furnitureTable(): FurnitureTable {
  if (compiled) return compiled
  const table: FurnitureTable = { byFirst: new Map(), cues: new Map(), labels: new Map(), inserts: [], openers: new Set(), sections: new Map(), between: [] }
  const here = new URL('./', import.meta.url)
  for (const entry of readdirSync(here, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = new URL(`${entry.name}/furniture.tsv`, here)
    if (entry.isDirectory() && existsSync(path)) addRows(table, path)
  }
  compiled = table
  return table
}
