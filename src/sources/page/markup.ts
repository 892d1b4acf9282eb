// What class names, roles and elements say about the part of a page that they hold.
import { readFileSync } from 'node:fs'

export type Meaning = 'navigation' | 'sidebar' | 'related_links' | 'share_buttons' | 'newsletter_prompt' | 'subscription_prompt' | 'comment_prompt' | 'advertisement' | 'consent_notice' | 'overlay' | 'tags' | 'player' | 'gallery' | 'author_note' | 'hidden' | 'byline' | 'dateline' | 'caption' | 'credit' | 'standfirst' | 'body' | 'pinned' | 'summary'

/** What an element means: in the order in which its marks say it. One object for each combination, shared. */
export type Meanings = ReadonlySet<Meaning>

interface Row { meaning: Meaning; others: string[]; whole: boolean }
let rows: Map<string, Row[]> | null = null
/** The hashes of the words of the table, so that a name without any of them is passed over without being cut. */
const hashed = new Uint8Array(1 << 15)

function table(): Map<string, Row[]> {
  if (rows) return rows
  rows = new Map()
  for (const line of readFileSync(new URL('markup.tsv', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [meaning, words] = line.split('\t') as [Meaning, string]
    for (const entry of words.split(' ')) {
      const whole = entry.startsWith('=')
      const [first, ...others] = (whole ? entry.slice(1) : entry).split('+') as [string, ...string[]]
      const list = rows.get(first)
      const row: Row = { meaning, others, whole }
      if (list) list.push(row)
      else rows.set(first, [row])
      let hash = 0
      for (let i = 0; i < first.length; i++) hash = (hash * 31 + first.charCodeAt(i)) | 0
      hashed[hash & (hashed.length - 1)] = 1
    }
  }
  return rows
}

const known = new Map<string, Meanings | null>()
const KNOWN_LIMIT = 20_000

const combined = new Map<string, Meanings>()
const joins = new Map<Meanings, Map<Meanings, Meanings>>()

/** The one set of these meanings. */
function setOf(meanings: readonly Meaning[]): Meanings {
  const key = meanings.join(' ')
  let set = combined.get(key)
  if (set === undefined) combined.set(key, set = new Set(meanings))
  return set
}

function joined(one: Meanings | null, other: Meanings | null): Meanings | null {
  if (one === null || one === other) return other
  if (other === null) return one
  let by = joins.get(one)
  if (by === undefined) joins.set(one, by = new Map())
  let both = by.get(other)
  if (both === undefined) by.set(other, both = setOf([...new Set([...one, ...other])]))
  return both
}

/** "articleBody--main_text" as "article", "body", "main", "text". */
function partsOf(name: string): string[] {
  const parts: string[] = []
  let start = -1
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : 0x2d
    const upper = code >= 0x41 && code <= 0x5a
    const inside = upper || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
    if (start >= 0 && (!inside || (upper && !(name.charCodeAt(i - 1) >= 0x41 && name.charCodeAt(i - 1) <= 0x5a)))) {
      parts.push(name.slice(start, i).toLowerCase())
      start = -1
    }
    if (inside && start < 0) start = i
  }
  return parts
}

/** The meanings of all names in an attribute, after those known before. A name is only cut out where one of its parts may be a word of the table. */
function meaningsOfAll(names: string, before: Meanings | null): Meanings | null {
  const mask = hashed.length - 1
  let found = before, hash = 0, edge = 0, start = 0, likely = false // edge: 0 between parts, 1 after a capital, 2 after another
  for (let i = 0; i <= names.length; i++) {
    const code = i < names.length ? names.charCodeAt(i) : 32
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      hash = ((edge === 0 ? 0 : hash * 31) + code) | 0
      edge = 2
    } else if (code >= 0x41 && code <= 0x5a) {
      if (edge === 2) likely ||= hashed[hash & mask] === 1
      hash = ((edge === 1 ? hash * 31 : 0) + (code | 0x20)) | 0
      edge = 1
    } else {
      if (edge !== 0) likely ||= hashed[hash & mask] === 1
      edge = 0
      if (code > 32) continue
      if (likely) found = joined(found, meaningsOf(names.slice(start, i)))
      start = i + 1; likely = false
    }
  }
  return found
}

/** The meanings of one class name or id. */
function meaningsOf(name: string): Meanings | null {
  const before = known.get(name)
  if (before !== undefined) return before
  const found: Meaning[] = []
  if (name.length <= 80) {
    const parts = partsOf(name)
    const lower = name.toLowerCase()
    for (const part of parts) {
      for (const row of table().get(part) ?? []) {
        if (row.whole ? lower !== part : !row.others.every((other) => parts.includes(other))) continue
        if (!found.includes(row.meaning)) found.push(row.meaning)
      }
    }
  }
  const set = found.length === 0 ? null : setOf(found)
  if (known.size >= KNOWN_LIMIT) known.clear()
  known.set(ownCopy(name), set)
  return set
}

/** The same text apart from the page that it was cut from, which would be held in memory with it. */
const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))

const BY_TAG = new Map<string, Meaning>([['nav', 'navigation'], ['footer', 'navigation'], ['aside', 'sidebar'], ['menu', 'navigation'], ['dialog', 'overlay'], ['figcaption', 'caption'], ['button', 'share_buttons'], ['time', 'dateline'], ['amp-ad', 'advertisement'], ['amp-embed', 'advertisement'], ['amp-sidebar', 'navigation'], ['amp-consent', 'consent_notice']])
const BY_ROLE = new Map<string, Meaning>([['navigation', 'navigation'], ['banner', 'navigation'], ['contentinfo', 'navigation'], ['complementary', 'sidebar'], ['search', 'navigation'], ['menu', 'navigation'], ['menubar', 'navigation'], ['dialog', 'overlay'], ['alertdialog', 'overlay'], ['toolbar', 'share_buttons'], ['tooltip', 'overlay'], ['button', 'share_buttons']])

const NAMES = ['class', 'id'] as const
const NAMING = [...NAMES, 'data-testid', 'data-component', 'data-module', 'data-type'] as const
/** Other attributes that mean something. */
const MARKING: ReadonlySet<string> = new Set([...NAMING, 'role', 'hidden', 'style', 'itemprop', 'rel'])
const LONGEST_NAMES = 2000

/** All meanings of an element: by its name, role, item property, class, id and test ids. */
export function elementMeanings(tag: string, attributes: Record<string, string> | null): Meanings | null {
  table()
  const byTag = BY_TAG.get(tag)
  let found = byTag === undefined ? null : setOf([byTag])
  if (attributes === null) return found
  let marked = 0, named = 0
  for (const name in attributes) {
    if (name === 'class' || name === 'id') named++
    else if (MARKING.has(name)) marked++
  }
  if (marked > 0) found = joined(found, marksOf(attributes))
  if (marked + named > 0) for (const name of marked === 0 ? NAMES : NAMING) {
    const value = attributes[name]
    if (value !== undefined && value.length <= LONGEST_NAMES) found = meaningsOfAll(value, found)
  }
  return found
}

/** The meanings of role, visibility, item property and relation. */
function marksOf(attributes: Record<string, string>): Meanings | null {
  const found: Meaning[] = []
  const byRole = BY_ROLE.get(attributes['role'] ?? '')
  if (byRole !== undefined) found.push(byRole)
  if (attributes['hidden'] !== undefined) found.push('hidden')
  const style = attributes['style']
  if (style !== undefined && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style.slice(0, 2000))) found.push('hidden')
  const property = attributes['itemprop']
  if (property !== undefined) {
    if (property.includes('articleBody')) found.push('body')
    else if (property === 'author') found.push('byline')
    else if (property === 'datePublished' || property === 'dateModified') found.push('dateline')
    else if (property === 'caption') found.push('caption')
    else if (property === 'alternativeHeadline') found.push('standfirst')
  }
  if (attributes['rel'] === 'author') found.push('byline')
  return found.length === 0 ? null : setOf([...new Set(found)])
}
