// The sentence around a claim's words, so that a number is read in its sentence and not in a scrap of it.
import { escapeHtml } from './escape.ts'

/** As many characters as are shown on either side of the words; a longer sentence is cut at a word and marked so. */
const MOST_AROUND = 220
const CLOSERS = '"”’»\')'
const ABBREVIATED = new Set(['dr', 'mr', 'mrs', 'ms', 'prof', 'gen', 'col', 'lt', 'maj', 'capt', 'sgt', 'gov', 'sen', 'rep', 'st', 'no', 'jr', 'sr', 'brig', 'adm'])

/** true where a sentence ends with the character before `at`. Unsure is no: too much around the words is better than too little. */
function endsAt(text: string, at: number): boolean {
  let mark = at - 1
  while (mark > 0 && CLOSERS.includes(text.charAt(mark))) mark--
  const sign = text.charAt(mark)
  if (sign !== '.' && sign !== '!' && sign !== '?') return false
  if (sign !== '.') return true
  let first = mark
  while (first > 0 && mark - first < 12 && /\p{L}/u.test(text.charAt(first - 1))) first--
  const word = text.slice(first, mark)
  return word.length !== 1 && !ABBREVIATED.has(word.toLowerCase())
}

/** Start and end of the sentence or sentences that hold `start` to `end`, within one line. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < MOST_AROUND && text.charAt(from - 1) !== '\n') {
    if (/\s/.test(text.charAt(from - 1)) && endsAt(text, from - 1)) break
    from--
  }
  let to = end
  while (to < text.length && to - end < MOST_AROUND && text.charAt(to) !== '\n') {
    if (/\s/.test(text.charAt(to)) && endsAt(text, to)) break
    to++
  }
  return { start: from, end: to }
}

/** The sentence as markup, the claim's own words set off from what is around them. */
export function quotedSentence(text: string, start: number, end: number): string {
  const around = sentenceAround(text, start, end)
  let before = text.slice(around.start, start)
  let after = text.slice(end, around.end)
  if (start - around.start >= MOST_AROUND) before = `… ${before.slice(before.search(/\s/) + 1)}`
  if (around.end - end >= MOST_AROUND) after = `${after.slice(0, Math.max(0, after.search(/\s\S*$/)))} …`
  return `<q>${escapeHtml(before.trimStart())}<em>${escapeHtml(text.slice(start, end))}</em>${escapeHtml(after.trimEnd())}</q>`
}
