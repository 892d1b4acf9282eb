// What class names, roles and elements say about the part of a page that they hold.
import { readFileSync } from 'node:fs'

export type Meaning = 'navigation' | 'sidebar' | 'related_links' | 'share_buttons' | 'newsletter_prompt' | 'subscription_prompt' | 'comment_prompt' | 'advertisement' | 'consent_notice' | 'overlay' | 'tags' | 'player' | 'gallery' | 'author_note' | 'hidden' | 'byline' | 'dateline' | 'caption' | 'credit' | 'standfirst' | 'body'

interface Row { meaning: Meaning; others: string[]; whole: boolean }
let rows: Map<string, Row[]> | null = null

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
    }
  }
  return rows
}

const known = new Map<string, readonly Meaning[]>()
const KNOWN_LIMIT = 20_000
const NONE: readonly Meaning[] = []

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

/** The meanings of one class name or id. */
export function meaningsOf(name: string): readonly Meaning[] {
  const before = known.get(name)
  if (before) return before
  let found: Meaning[] | null = null
  if (name.length <= 80) {
    const parts = partsOf(name)
    const lower = name.toLowerCase()
    for (const part of parts) {
      const rowsOfPart = table().get(part)
      if (rowsOfPart === undefined) continue
      for (const row of rowsOfPart) {
        if (row.whole ? lower !== part : !row.others.every((other) => parts.includes(other))) continue
        found ??= []
        if (!found.includes(row.meaning)) found.push(row.meaning)
      }
    }
  }
  if (known.size >= KNOWN_LIMIT) known.clear()
  known.set(name, found ?? NONE)
  return found ?? NONE
}

const BY_TAG = new Map<string, Meaning>([['nav', 'navigation'], ['footer', 'navigation'], ['aside', 'sidebar'], ['menu', 'navigation'], ['dialog', 'overlay'], ['figcaption', 'caption'], ['button', 'share_buttons'], ['time', 'dateline']])
const BY_ROLE = new Map<string, Meaning>([['navigation', 'navigation'], ['banner', 'navigation'], ['contentinfo', 'navigation'], ['complementary', 'sidebar'], ['search', 'navigation'], ['menu', 'navigation'], ['menubar', 'navigation'], ['dialog', 'overlay'], ['alertdialog', 'overlay'], ['toolbar', 'share_buttons'], ['tooltip', 'overlay'], ['button', 'share_buttons']])

/** All meanings of an element: by its name, role, item property, class, id and test ids. */
export function elementMeanings(tag: string, attributes: Record<string, string> | null): Set<Meaning> | null {
  let found: Set<Meaning> | null = null
  const add = (meaning: Meaning): void => { (found ??= new Set()).add(meaning) }
  const byTag = BY_TAG.get(tag)
  if (byTag) add(byTag)
  if (attributes === null) return found
  const role = attributes['role']
  if (role !== undefined) { const meaning = BY_ROLE.get(role); if (meaning) add(meaning) }
  if (attributes['hidden'] !== undefined) add('hidden')
  const style = attributes['style']
  if (style !== undefined && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style.slice(0, 2000))) add('hidden')
  const property = attributes['itemprop']
  if (property !== undefined) {
    if (property.includes('articleBody')) add('body')
    else if (property === 'author') add('byline')
    else if (property === 'datePublished' || property === 'dateModified') add('dateline')
    else if (property === 'caption') add('caption')
    else if (property === 'alternativeHeadline') add('standfirst')
  }
  if (attributes['rel'] === 'author') add('byline')
  for (const name of ['class', 'id', 'data-testid', 'data-component', 'data-module', 'data-type'] as const) {
    const value = attributes[name]
    if (value === undefined || value === '') continue
    if (value.length > 2000) continue
    for (const part of value.split(/\s+/)) for (const meaning of meaningsOf(part)) add(meaning)
  }
  return found
}
