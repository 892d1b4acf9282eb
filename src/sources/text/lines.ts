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

/** A line of a wrapped paragraph has so many characters at least, one of a list often fewer. */
const LEAST_FILLED = 30

/**
 * Where the paragraphs of the lines `from` to `to` (excluded) end, if they were wrapped by hand: no line is longer than
 * 100 characters, and either each is filled but those that end a paragraph and most are broken off in the middle of a
 * sentence, or many go on in lower case. Null where they were not wrapped.
 */
function wrappedEnds(blocks: readonly Block[], from: number, to: number): number[] | null {
  if (to - from < 2) return null
  let longest = 0, filled = 0, broken = 0, short = 0, ragged = 0, goesOn = 0
  for (let i = from; i < to; i++) longest = Math.max(longest, blocks[i]!.text.length)
  if (longest > 100 || longest < 40) return null
  const ends: number[] = [], stops: number[] = []
  for (let i = from; i < to - 1; i++) {
    const { text } = blocks[i]!, next = blocks[i + 1]!
    if (next.bullet !== '') return null
    const lower = isLower(next.text[0]!), stopped = STOPS.includes(text.at(-1)!) && !lower
    const word = next.text.indexOf(' ')
    const fits = text.length + 1 + (word < 0 ? next.text.length : word) < longest // the next word would have fitted
    if (lower) goesOn++
    if (stopped) stops.push(i + 1)
    else if (text.length < LEAST_FILLED) short++
    if (!fits) filled++
    else if (stopped) ends.push(i + 1)
    else ragged++
    if (!fits && !stopped) broken++
  }
  const found = ragged === 0 && broken > filled / 2 && filled > ends.length ? ends : short === 0 && goesOn > 1 && goesOn * 3 >= to - from ? stops : null
  return found && [...found, to]
}

/** The ends of the paragraphs that lines make: one line each, or those that were wrapped by hand together. */
export function paragraphEnds(blocks: readonly Block[]): number[] {
  const ends: number[] = []
  for (let from = 0; from < blocks.length;) {
    let to = from + 1
    while (to < blocks.length && blocks[to]!.stanza === blocks[from]!.stanza) to++
    const wrapped = wrappedEnds(blocks, from, to)
    if (wrapped !== null) for (const end of wrapped) ends.push(end)
    else for (let i = from + 1; i <= to; i++) ends.push(i)
    from = to
  }
  return ends
}

function unwrap(blocks: Block[]): Block[] {
  let from = 0
  return paragraphEnds(blocks).map((end) => {
    const first = blocks[from]!
    const block = end === from + 1 ? first : { ...first, text: blocks.slice(from, end).map(({ text }) => text).join(' ') }
    from = end
    return block
  })
}

/** Reads plain text. Nothing is left out but line ends, control characters and the marks of list items. */
export function readText(text: string): Reading {
  return { ...blankReading(), blocks: unwrap(lineBlocks(cleanLines(text))) }
}
