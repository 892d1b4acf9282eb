// A live blog in plain text: the same little head again and again (who writes, when, or both), then a heading, then
// paragraphs. What repeats is what tells it; a page whose own structure gives its posts does not come here.
import type { SourcePost } from '../../sources/reading.ts'
import { capitalRun, type Line } from './line.ts'

const LEAST_POSTS = 3
const LONGEST_HEADING = 32

const isNumber = (word: string): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39
const ZONES = new Set(['gmt', 'bst', 'utc', 'et', 'est', 'edt', 'cet', 'cest', 'eet', 'eest', 'am', 'pm', 'a.m', 'p.m', 'local', 'kyiv', 'time', 'h', 'hrs'])
const AROUND = new Set(['by', 'at', 'on', 'posted', 'updated', 'published', 'and', 'ago', 'min', 'mins', 'minutes', 'hour', 'hours', 'today', 'yesterday', 'today,'])
const MONTHS = new Set(['jan', 'january', 'feb', 'february', 'mar', 'march', 'apr', 'april', 'may', 'jun', 'june', 'jul', 'july', 'aug', 'august', 'sep', 'sept', 'september', 'oct', 'october', 'nov', 'november', 'dec', 'december'])

/** "14:05", "7.30pm", "19.30", "1405": a time of day. */
function clock(word: string): { hour: number; minute: number } | null {
  let at = 0, hour = 0, minute = 0
  while (at < word.length && at < 2 && isNumber(word[at]!)) hour = hour * 10 + Number(word[at++])
  const mark = word[at]
  if (mark === ':' || mark === '.') {
    if (!isNumber(word[at + 1] ?? 'x') || !isNumber(word[at + 2] ?? 'x')) return null
    minute = Number(word.slice(at + 1, at + 3))
    at += 3
  }
  const tail = word.slice(at)
  if (hour > 23 || minute > 59 || !(tail === '' ? mark === ':' || mark === '.' : tail === 'am' || tail === 'pm' || tail === 'h')) return null
  return { hour: tail === 'pm' && hour < 12 ? hour + 12 : tail === 'am' && hour === 12 ? 0 : hour, minute }
}

interface Head { author: string | null; clock: string | null; bullet: boolean }

/** The head of a post that a line is: nothing but a person's name, a time, or both. */
function headOf(line: Line): Head | null {
  const { words } = line
  if (words.length === 0 || words.length > 14 || line.stop || line.quotes || line.text.length > 90) return null
  let at = 0, time: string | null = null, nameFrom = -1, nameTo = -1
  while (at < words.length) {
    const word = words[at]!
    // the tokens of "14:05" are "14", ":", "05"
    const joined = words[at + 1] === ':' && words[at + 2] !== undefined && line.starts[at + 1] === line.ends[at] && line.starts[at + 2] === line.ends[at + 1] ? `${word}:${words[at + 2]}` : word
    const found = isNumber(word) ? clock(joined) : null
    if (found && time === null) {
      at += joined === word ? 1 : 3
      const half = words[at]
      const hour = (half === 'pm' || half === 'p.m') && found.hour < 12 ? found.hour + 12 : found.hour
      time = `${String(hour).padStart(2, '0')}:${String(found.minute).padStart(2, '0')}`
      continue
    }
    if (ZONES.has(word) || AROUND.has(word) || MONTHS.has(word) || (isNumber(word) && word.length <= 4) || word === ':') { at++; continue }
    if (nameFrom >= 0) return null
    let run = capitalRun(line, at)
    while (run > 0 && (AROUND.has(words[at + run - 1]!) || MONTHS.has(words[at + run - 1]!))) run--
    if (run < 2 || run > 4) return null
    nameFrom = line.starts[at]!; nameTo = line.ends[at + run - 1]!
    at += run
  }
  if (nameFrom < 0 && time === null) return null
  return { author: nameFrom < 0 ? null : line.text.slice(nameFrom, nameTo), clock: time, bullet: line.block.bullet !== '' }
}

/** Whether a line can be a post's heading: short, no full stop. */
function isHeading(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || line.long || line.words.length > LONGEST_HEADING || line.quotes && line.stop) return false
  return !line.stop || (line.words.length <= 14 && next !== undefined && next.words.length > line.words.length * 2)
}

/**
 * Finds the posts of a live blog among the lines of a text: sets the lines' posts, and the kinds `byline` and
 * `post_heading`. Empty where the text is none.
 */
export function findPosts(lines: Line[]): SourcePost[] {
  const heads: { at: number; head: Head }[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = headOf(lines[i]!)
    if (head) heads.push({ at: i, head })
  }
  // one way of beginning a post: bulleted heads if they are many, else heads with a time
  const bulleted = heads.filter((h) => h.head.bullet && h.head.author !== null)
  const timed = heads.filter((h) => h.head.clock !== null)
  const chosen = (bulleted.length >= 2 && bulleted.length >= timed.length ? bulleted : timed).filter((h) => h.at + 1 < lines.length)
  // a list of names or of times has one such line after another; a post has something to say
  const withBody = chosen.filter((h, i) => (chosen[i + 1]?.at ?? lines.length) - h.at >= 2)
  if (withBody.length < (chosen === bulleted ? 2 : LEAST_POSTS) || withBody.length < chosen.length * 0.7) return []
  const posts: SourcePost[] = []
  for (let p = 0; p < withBody.length; p++) {
    const { at, head } = withBody[p]!
    const limit = withBody[p + 1]?.at ?? lines.length
    const first = lines[at]!
    let headAt = at + 1, author = head.author
    first.kind = 'byline'
    // the time on one line, the name on the next
    const second = lines[headAt] ? headOf(lines[headAt]!) : null
    if (second && author === null && second.author !== null && headAt + 1 < limit) { author = second.author; lines[headAt]!.kind = 'byline'; headAt++ }
    const heading = isHeading(lines[headAt], lines[headAt + 1]) && headAt + 1 <= limit && headAt < limit ? lines[headAt]! : null
    if (heading) heading.kind = 'post_heading'
    let end = at + 1
    while (end < limit && !endsBlog(lines, end, first)) end++
    for (let i = at; i < end; i++) lines[i]!.block.post = posts.length
    posts.push({ author, heading: heading?.text ?? null, time: null, modified: null })
  }
  return posts
}

/** The last post ends where the text goes back to the left of where its bullets stood. */
function endsBlog(lines: Line[], at: number, head: Line): boolean {
  return head.block.bullet !== '' && head.block.indent > 0 && lines[at]!.block.indent < head.block.indent
}
