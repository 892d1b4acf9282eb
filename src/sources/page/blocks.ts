// The runs of text of a page: what stands between two edges of block elements, with where it stands.
import type { Meanings } from './markup.ts'
import { INLINE, type Page } from './tree.ts'

export interface PageBlock {
  text: string
  /** The innermost block element around it. */
  element: number
  /** Its first text node: its place in document order. */
  node: number
  /** Its last text node. */
  last: number
  /** Characters inside links. */
  linked: number
  words: number
  /** 1 to 6 inside a heading, else 0. */
  level: number
  /** Blocks of one stanza are parted by a single line break only. */
  stanza: number
}

/** Space that is not one plain space. */
const UNEVEN = /\s{2,}|[^\S ]/g
/** What only says where a word may be broken, or not, or which way it runs: soft hyphen, zero-width space, word joiner, byte order mark, marks of direction. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g
const BLANK_LINE = /\n[^\S\n]*\n/

/** Words; of scripts that write without spaces two characters count as one. */
function countWords(text: string): number {
  let count = 0, inWord = false, dense = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 32) { inWord = false; continue }
    if (code >= 0x2e80 && code <= 0x9fff) { dense++; inWord = false; continue }
    if (!inWord) { count++; inWord = true }
  }
  return count + (dense >> 1)
}

/** A custom element inside a paragraph is a part of it; elsewhere it is a container. */
const isInline = (tag: string, parent: string): boolean => INLINE.has(tag) || (tag.includes('-') && (parent === 'p' || INLINE.has(parent)))

const isUnseen = (means: Meanings | null): boolean => means !== null && (means.has('hidden') || means.has('overlay'))

/** All runs of text, in document order, without those of inline elements that only machines read. Linear in the page. */
export function pageBlocks(page: Page, meanings: readonly (Meanings | null)[]): PageBlock[] {
  const blocks: PageBlock[] = []
  const open: number[] = [] // indexes of open elements
  let element = -1, level = 0, links = 0, stanza = 0, preformatted = 0
  let parts: string[] = [], linked = 0, first = -1, last = -1
  const elements: number[] = []
  const flush = (gap: boolean): void => {
    if (parts.length > 0) {
      const text = (parts.length === 1 ? parts[0]! : parts.join('')).replace(UNSEEN, '').replace(UNEVEN, ' ').trim()
      if (text !== '') blocks.push({ text, element, node: first, last, linked: Math.min(linked, text.length), words: countWords(text), level, stanza })
      parts = []; linked = 0; first = -1
      if (gap && text !== '') stanza++
    } else if (gap) stanza++
  }
  for (let i = 0; i < page.count; i++) {
    while (open.length > 0 && page.end[open[open.length - 1]!]! <= i) {
      const at = open.pop()!, tag = page.tag[at]!
      if (tag === 'a') links--
      else if (tag === 'pre') preformatted--
      else if (tag === 'time' && parts.length > 0) parts.push(' ') // pages set a time apart by style alone
      if (elements[elements.length - 1] === at) { flush(true); elements.pop(); element = elements[elements.length - 1] ?? -1; if (isHeading(tag)) level = 0 }
    }
    const tag = page.tag[i]!
    if (tag === '') {
      const text = page.text[i]!
      if (first < 0) first = i
      last = i
      if (preformatted > 0 && BLANK_LINE.test(text)) {
        for (const paragraph of text.split(BLANK_LINE)) { flush(true); first = i; parts.push(paragraph) }
        continue
      }
      parts.push(text)
      if (links > 0) linked += text.length
      continue
    }
    if (tag === 'br') { const blank = parts.every((part) => part.trim() === ''); flush(blank); continue }
    const parent = page.parent[i]! < 0 ? '' : page.tag[page.parent[i]!]!
    if (!isInline(tag, parent)) {
      flush(true)
      if (page.end[i]! > i + 1) { elements.push(i); element = i; open.push(i); if (isHeading(tag)) level = Number(tag[1]); else if (tag === 'pre') preformatted++ }
    } else if (isUnseen(meanings[i]!)) {
      i = page.end[i]! - 1
    } else if (page.end[i]! > i + 1) {
      open.push(i)
      if (tag === 'a') links++
    }
  }
  flush(true)
  unheadLong(page, blocks)
  return blocks
}

const LONGEST_HEADING = 40 // words

/** A heading that nobody closed swallows what follows: only its own words stay a heading. */
function unheadLong(page: Page, blocks: PageBlock[]): void {
  for (let b = 0; b < blocks.length;) {
    const { level } = blocks[b]!
    let to = b + 1, words = blocks[b]!.words
    if (level > 0) {
      while (to < blocks.length && blocks[to]!.level === level) words += blocks[to++]!.words
      if (words > LONGEST_HEADING) for (let i = b; i < to; i++) if (!isHeading(page.tag[blocks[i]!.element] ?? '')) blocks[i]!.level = 0
    }
    b = to
  }
}

function isHeading(tag: string): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag[1]! >= '1' && tag[1]! <= '6'
}

/** For each element the first block of its subtree and the one after the last. */
export function blockRanges(page: Page, blocks: readonly PageBlock[]): { from: Int32Array; to: Int32Array } {
  const starts = new Int32Array(page.count + 1)
  let block = 0
  for (let i = 0; i <= page.count; i++) {
    while (block < blocks.length && blocks[block]!.node < i) block++
    starts[i] = block
  }
  const from = starts.slice(0, page.count), to = new Int32Array(page.count)
  for (let i = 0; i < page.count; i++) to[i] = starts[page.end[i]!]!
  return { from, to }
}
