// Captions and credits: "A street in the town after the raid (AFP via Getty Images)", "Credit: AFP", and the caption with
// its credit that a page run together into one paragraph leaves between two sentences.
import { agencyAt, namesAgency } from '../../sources/agencies.ts'
import { labelOf } from './furniture.ts'
import { capitalRun, endsWithStop, type Line, type LineSpan } from './line.ts'

const CREDIT_WORDS = /^(?:file )?(?:photos?|photographs?|images?|pictures?|pics?|credits?|source|courtesy|video|screenshot|handout)(?: credit)?(?: by| of| from| courtesy of)?\s*[:/|]?\s+/i
const LONGEST_CREDIT = 90

const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase()
const trimCredit = (text: string): string => text.replace(/^[\s/|,:;–—-]+/, '').replace(/[\s/|,:;–—-]+$/, '')

/** The credit that the words in brackets at a line's end are, without "Photo by" and the like; null if they are none. */
function creditInBrackets(inside: string): string | null {
  const text = inside.trim()
  if (text === '' || text.length > LONGEST_CREDIT) return null
  const bare = trimCredit(text.replace(CREDIT_WORDS, '').replace(/^[©\s]+/, ''))
  if (bare === '') return null
  if (bare.length < trimCredit(text).length || namesAgency(text)) return bare
  const letters = text.replace(/[^\p{L}]/gu, '')
  // an agency's own way of signing: several words in capitals, often cut short
  return letters.length >= 14 && text === text.toUpperCase() && text.includes(' ') && !/\d/.test(text) ? bare : null
}

/** A line that ends in a bracketed credit: its caption and credit as spans; null if it is none. */
function bracketed(line: Line): LineSpan[] | null {
  const { text } = line
  if (!text.endsWith(')') && !text.endsWith(').')) return null
  const close = text.lastIndexOf(')')
  const open = text.lastIndexOf('(', close)
  if (open < 0) return null
  const inside = text.slice(open + 1, close)
  const credit = creditInBrackets(inside)
  if (credit === null) return null
  let end = open
  while (end > 0 && text[end - 1] === ' ') end--
  const start = text.indexOf(credit, open)
  const creditSpan: LineSpan = { kind: 'credit', start, end: start + credit.length }
  if (end === 0) return [creditSpan]
  const said = CREDIT_WORDS.test(inside.trim()) || inside.includes('/') || inside.includes(' via ')
  if (line.long || (endsWithStop(text.slice(0, end)) && !said)) return null // a sentence with its agency behind it
  if (line.words.length < 5 || line.words.length > 80) return null
  return [{ kind: 'caption', start: 0, end }, creditSpan]
}

/** The credit that a picture's line ends in without brackets ("… in the town PAP/Jan Kowalski", "… Photo: Reuters"). */
function trailing(line: Line): LineSpan[] | null {
  const { text } = line
  if (line.long || line.stop || line.words.length < (line.kind === 'caption' ? 3 : 6) || line.words.length > 80) return null
  const from = Math.max(0, text.length - LONGEST_CREDIT)
  const label = / (?:Photo|Photograph|Image|Picture|Pictures|Credit|Photo credit|Pic)s?: ?/g
  label.lastIndex = from
  const named = label.exec(text)
  if (named && named.index > (line.kind === 'caption' ? 0 : 20)) {
    const start = named.index + named[0].length
    if (start < text.length) return [{ kind: 'caption', start: 0, end: named.index }, { kind: 'credit', start, end: text.length }]
  }
  const slash = text.lastIndexOf('/')
  if (slash < from) return null
  const start = creditStart(text, slash, from)
  if (start <= 20 || !namesAgency(text.slice(start))) return null
  return [{ kind: 'caption', start: 0, end: trimmedEnd(text, start) }, { kind: 'credit', start, end: text.length }]
}

/** Where the text ends without the stops and spaces behind it. */
function endWithoutStop(text: string): number {
  let end = text.length
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ')) end--
  return end
}

function trimmedEnd(text: string, end: number): number {
  let at = end
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '(')) at--
  return at
}

/** Goes back from a slash over the names before it ("Jan Kowalski/EPA/…", "PAP/…"): an agency's name, or at most three capitalised words. */
function creditStart(text: string, slash: number, from: number): number {
  const before = text.slice(from, slash).split(' ')
  for (let n = 1; n <= 3 && n < before.length; n++) {
    const words = before.slice(-n)
    if (agencyAt(words, 0) === n) return slash - words.join(' ').length
  }
  let at = slash, words = 0, start = slash
  while (at > from) {
    let wordStart = at
    while (wordStart > from && text[wordStart - 1] !== ' ' && text[wordStart - 1] !== '/') wordStart--
    if (wordStart === at || !isUpper(text[wordStart])) break
    start = wordStart
    if (text[wordStart - 1] === '/') { words = 0; at = wordStart - 1; continue }
    if (++words === 3 || text[wordStart - 1] !== ' ' || '.!?”"’'.includes(text[wordStart - 2] ?? '')) break
    at = wordStart - 1
  }
  return start
}

/** Tells captions, credits and source lines; sets the line's kind or spans. */
export function markCaption(line: Line): void {
  if (line.kind !== null && line.kind !== 'caption' && line.kind !== 'credit') return
  const label = labelOf(line)
  if (label && (label.kind === 'credit' || label.kind === 'source')) {
    const rest = line.text.slice(label.rest)
    const endsOpen = !endsWithStop(rest) || line.words.length <= 8
    const names = isUpper(rest[0]) || namesAgency(rest) || rest.includes('.')
    if (endsOpen && names) { line.spans = [{ kind: 'credit', start: label.rest, end: endWithoutStop(line.text) }]; return }
  }
  if (line.kind === 'credit') return
  const spans = bracketed(line) ?? trailing(line)
  if (spans) line.spans = spans
  else if (line.kind === null && line.words.length <= 6 && isBareCredit(line)) line.kind = 'credit'
}

/** "AFP", "Reuters/AFP", "Name Name/Getty Images": nothing but names, one of them an agency. */
function isBareCredit(line: Line): boolean {
  if (line.stop || capitalRun(line, 0) < line.words.length) return false
  const words = line.text.split(/[\s/|,]+/).filter((word) => word !== '' && word !== 'via')
  if (words.length > 0 && agencyAt(words, 0) === words.length) return true
  return line.text.includes('/') && namesAgency(line.text)
}
