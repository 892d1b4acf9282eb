// Plain text to blocks: one line is one block, save where a text was wrapped by hand at a fixed width.
import { blankReading, type Block, type Reading } from '../reading.ts'

const BULLETS = '•▪◦●‣⁃∙■□▶►➤✔*>'
const SPACES = ' \t\u3000'

/** Every kind of line end becomes "\n" and every space of a fixed width a plain one; control characters, which no text means, and marks of where a word may be broken or which way it runs go. */
export function cleanLines(text: string): string {
  let clean = text
  if (clean.includes('\r')) clean = clean.replace(/\r\n?/g, '\n')
  if (/[\f\v\u0085\u2028\u2029]/.test(clean)) clean = clean.replace(/[\f\v\u0085\u2028\u2029]/g, '\n')
  if (/[\0-\x08\x0e-\x1f\x7f]/.test(clean)) clean = clean.replace(/[\0-\x08\x0e-\x1f\x7f]/g, '')
  if (/[\u00a0\u2000-\u200a\u202f\u205f]/.test(clean)) clean = clean.replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
  if (/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/.test(clean)) clean = clean.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
  return clean.isWellFormed() ? clean : clean.toWellFormed()
}

/** The lines of a text with their stanza, indent and bullet; blank ones left out. */
function lineBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let at = 0, stanza = 0, blank = false, waiting = ''
  while (at <= text.length) {
    let to = text.indexOf('\n', at)
    if (to < 0) to = text.length
    let start = at, end = to, indent = 0
    while (start < end && SPACES.includes(text[start]!)) { indent += text[start] === '\t' ? 4 : 1; start++ }
    while (end > start && SPACES.includes(text[end - 1]!)) end--
    at = to + 1
    if (start === end) { blank = true; continue }
    let bullet = ''
    if (BULLETS.includes(text[start]!) && (start + 1 === end || SPACES.includes(text[start + 1]!))) {
      bullet = text[start++]!
      while (start < end && SPACES.includes(text[start]!)) start++
      if (start === end) { waiting = bullet; blank = true; continue } // a bullet copied onto a line of its own
    }
    if (blank) { stanza++; blank = false }
    blocks.push({ text: text.slice(start, end), kind: null, stanza, indent, bullet: bullet || waiting, post: -1, linked: 0 })
    waiting = ''
  }
  return blocks
}

const STOPS = '.!?:;…"”»)]'
const isLower = (char: string): boolean => char !== char.toUpperCase()

/**
 * Whether the lines `from` to `to` (excluded) are one paragraph wrapped by hand: all but the last nearly as long as the
 * longest, which is no more than 100 characters, and most of them broken off in the middle of a sentence.
 */
function isWrapped(blocks: Block[], from: number, to: number): boolean {
  if (to - from < 2) return false
  let longest = 0, broken = 0
  for (let i = from; i < to; i++) longest = Math.max(longest, blocks[i]!.text.length)
  if (longest > 100 || longest < 40) return false
  for (let i = from; i < to - 1; i++) {
    const text = blocks[i]!.text, next = blocks[i + 1]!
    if (next.bullet !== '') return false
    const word = next.text.indexOf(' ')
    if (text.length + 1 + (word < 0 ? next.text.length : word) < longest) return false // the next word would have fitted
    if (!STOPS.includes(text.at(-1)!) || isLower(next.text[0]!)) broken++
  }
  return broken > (to - from - 1) / 2
}

function unwrap(blocks: Block[]): Block[] {
  const joined: Block[] = []
  for (let from = 0; from < blocks.length;) {
    let to = from + 1
    while (to < blocks.length && blocks[to]!.stanza === blocks[from]!.stanza) to++
    if (isWrapped(blocks, from, to)) joined.push({ ...blocks[from]!, text: blocks.slice(from, to).map((block) => block.text).join(' ') })
    else for (let i = from; i < to; i++) joined.push(blocks[i]!)
    from = to
  }
  return joined
}

/** Reads plain text. Nothing is left out but line ends, control characters and the marks of list items. */
export function readText(text: string): Reading {
  return { ...blankReading(), blocks: unwrap(lineBlocks(cleanLines(text))) }
}
