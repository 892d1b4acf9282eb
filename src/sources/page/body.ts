// Where the article stands on a page. Every run of text is worth something: prose gives, links and scraps take; the
// element whose runs are worth most is the article. What the markup calls furniture is worth nothing, unless most of
// the page's prose is in it: then its name was wrong.
import type { PageBlock } from './blocks.ts'
import { markCards } from './cards.ts'
import type { Meaning, Meanings } from './markup.ts'
import type { Page } from './tree.ts'

export interface Region {
  /** The element that holds the article; -1 for the whole page. */
  element: number
  /** Its blocks, from and to (excluded). */
  from: number
  to: number
  /** For each block of the page: why the markup says that it is no reporting; null where it says nothing of the kind. */
  reason: (string | null)[]
  /** For each block: what else the markup says that it is. */
  role: (Meaning | null)[]
}

/** Meanings that take an element out, as reasons; roles only name what a block is. */
const REASONS = new Map<Meaning, string>([
  ['hidden', 'hidden'], ['navigation', 'navigation'], ['sidebar', 'navigation'], ['related_links', 'related_links'], ['share_buttons', 'share_buttons'], ['newsletter_prompt', 'newsletter_prompt'],
  ['subscription_prompt', 'subscription_prompt'], ['comment_prompt', 'comment_prompt'], ['advertisement', 'advertisement'], ['consent_notice', 'consent_notice'], ['overlay', 'overlay'], ['tags', 'navigation'], ['player', 'player'], ['author_note', 'author_note'],
])
const ROLES: readonly Meaning[] = ['caption', 'credit', 'byline', 'dateline', 'standfirst']
/** The share of the page's prose from which on an element is not furniture, whatever its name. */
const TOO_MUCH = 0.7
const TOO_MUCH_OF_BODY = 0.3
const FEW_WORDS = 60
/** What no article is called by mistake, where there is as much as an article beside it. */
const SURELY: ReadonlySet<Meaning> = new Set(['consent_notice', 'overlay'])
const LEAST_PROSE = 8
const OF_A_FRAGMENT = 1.25
const LISTED = new Set(['li', 'td', 'th', 'dd', 'dt'])

const SENTENCE = /[.!?。！？…]["”’»)\]]*(?:\s|$)/
/** Prose: enough words, few of them links, a sentence's end or length. */
export function isProse(block: PageBlock): boolean {
  if (block.level > 0 || block.words < LEAST_PROSE) return false
  if (block.linked > block.text.length * 0.5) return false
  return block.words >= 25 || SENTENCE.test(block.text)
}

function worth(block: PageBlock, prose: boolean, listed: boolean): number {
  if (prose) return block.words * (1 - block.linked / block.text.length)
  const share = block.linked / block.text.length
  if (block.level > 0) return share > 0.5 ? -4 : 0
  return share > 0.5 ? -(4 + block.words * 0.5) : listed ? 0 : -1
}

/** Finds the article. Linear in the page. */
export function findBody(page: Page, blocks: readonly PageBlock[], meanings: readonly (Meanings | null)[], ranges: { from: Int32Array; to: Int32Array }, posts: readonly number[]): Region {
  const { from, to } = ranges
  const prose = blocks.map(isProse)
  const mass = new Float64Array(blocks.length + 1)
  for (let b = 0; b < blocks.length; b++) mass[b + 1] = mass[b]! + (prose[b] ? blocks[b]!.words : 0)
  const total = mass[blocks.length]!
  const massOf = (element: number): number => mass[to[element]!]! - mass[from[element]!]!

  const named: number[] = []
  for (let i = 0; i < page.count; i++) if (meanings[i]?.has('body') && page.tag[i] !== 'body' && page.tag[i] !== 'html' && massOf(i) > 0) named.push(i)
  // what is called the article and holds the most prose, and what is around it, is no furniture
  const sure = new Uint8Array(page.count)
  const chief = named.reduce((a, b) => (a < 0 || massOf(b) > massOf(a) * 1.05 ? b : a), -1)
  if (chief >= 0 && massOf(chief) > total * 0.2) for (let i = chief; i >= 0; i = page.parent[i]!) sure[i] = 1
  for (const post of posts) for (let i = post; i >= 0 && sure[i] === 0; i = page.parent[i]!) sure[i] = 1

  // reasons and roles come down from the outermost element that has them
  const reasonOf: (string | null)[] = new Array<string | null>(page.count).fill(null)
  const roleOf: (Meaning | null)[] = new Array<Meaning | null>(page.count).fill(null)
  const within = new Int32Array(page.count).fill(-1) // the nearest element around that is called the article
  for (let i = 0; i < page.count; i++) {
    const up = page.parent[i]!
    reasonOf[i] = up < 0 ? null : reasonOf[up]!
    roleOf[i] = up < 0 ? null : roleOf[up]!
    const around = up < 0 ? -1 : within[up]!
    const means = meanings[i] ?? null
    within[i] = means?.has('body') ? i : around
    if (means === null || from[i] === to[i] || reasonOf[i] !== null) continue
    const tag = page.tag[i]!, weight = massOf(i)
    const free = sure[i] === 1 || means.has('body') || tag === 'html' || tag === 'body' || tag === 'main' || tag === 'article' || tag === 'tr' || tag === 'td' || tag === 'th' || tag === 'tbody'
    for (const meaning of means) {
      const why = REASONS.get(meaning)
      if (why !== undefined && reasonOf[i] === null && !free && (weight <= total * TOO_MUCH || (SURELY.has(meaning) && total - weight >= FEW_WORDS)) && (around < 0 || meaning === 'comment_prompt' || weight <= massOf(around) * TOO_MUCH_OF_BODY)) reasonOf[i] = why
      if (ROLES.includes(meaning) && roleOf[i] === null && weight <= Math.max(total * 0.2, 60)) roleOf[i] = meaning
    }
  }
  if (posts.length === 0) markCards(page, blocks, from, to, reasonOf, meanings)
  const reason = blocks.map((block) => wholly(page, block, reasonOf))
  const role = blocks.map((block) => wholly(page, block, roleOf))
  const value = new Float64Array(blocks.length + 1)
  for (let b = 0; b < blocks.length; b++) value[b + 1] = value[b]! + (reason[b] !== null ? 0 : worth(blocks[b]!, prose[b]!, LISTED.has(page.tag[blocks[b]!.element] ?? '')))
  const valueOf = (element: number): number => value[to[element]!]! - value[from[element]!]!
  let best = -1, most = 0
  for (let i = 0; i < page.count; i++) {
    if (from[i] === to[i] || page.tag[i] === '') continue
    const worthHere = valueOf(i)
    if (worthHere >= most && worthHere > 0) { best = i; most = worthHere } // of equals the innermost
  }
  // of a fragment: its article is in no single element
  if (value[blocks.length]! > most * OF_A_FRAGMENT) { best = -1; most = value[blocks.length]! }
  const likely = named.filter((element) => valueOf(element) >= most * 0.6)
  if (likely.length > 0) best = likely.reduce((a, b) => (valueOf(b) > valueOf(a) * 1.05 ? b : a))
  else if (most < FEW_WORDS) best = fallback(page, blocks, from, to, reason, meanings) ?? best
  if (posts.length > 0) best = around(page, posts)
  return { element: best, from: best < 0 ? 0 : from[best]!, to: best < 0 ? blocks.length : to[best]!, reason, role }
}

/** The innermost element around all of these. */
function around(page: Page, elements: readonly number[]): number {
  let at = page.parent[elements[0]!]!
  while (at >= 0 && elements.some((element) => element < at || element >= page.end[at]!)) at = page.parent[at]!
  return at
}

/** What an element says of the blocks in it; an inline element only if it is around the whole block. */
function wholly<T>(page: Page, block: PageBlock, of: readonly (T | null)[]): T | null {
  const whole = of[block.element] ?? null
  if (whole !== null) return whole
  let at = page.parent[block.node]!
  const inner = at < 0 ? null : of[at]!
  if (inner === null) return null
  while (page.parent[at]! >= 0 && page.parent[at] !== block.element && of[page.parent[at]!] === inner) at = page.parent[at]!
  return page.end[at]! > block.last ? inner : null
}

/** An article of lists, tables or a few lines: the element that is called the article and has the most words outside links. */
function fallback(page: Page, blocks: readonly PageBlock[], from: Int32Array, to: Int32Array, reason: readonly (string | null)[], meanings: readonly (Meanings | null)[]): number | null {
  const words = new Float64Array(blocks.length + 1)
  for (let b = 0; b < blocks.length; b++) words[b + 1] = words[b]! + (reason[b] === null && blocks[b]!.linked <= blocks[b]!.text.length * 0.5 ? blocks[b]!.words : 0)
  const wordsOf = (element: number): number => words[to[element]!]! - words[from[element]!]!
  for (const called of [(i: number) => page.attributes[i]?.['itemprop']?.includes('articleBody') ?? false, (i: number) => meanings[i]?.has('body') ?? false, (i: number) => page.tag[i] === 'article', (i: number) => page.tag[i] === 'main']) {
    let best = -1
    for (let i = 0; i < page.count; i++) if (page.tag[i] !== '' && wordsOf(i) >= 10 && (best < 0 || wordsOf(i) > wordsOf(best)) && called(i)) best = i
    if (best >= 0) return best
  }
  return null
}
