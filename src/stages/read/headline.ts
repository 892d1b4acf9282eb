// The headline of a text: which line it is, the date before it and the outlet behind it, and its copies.
import { standing, take } from './layout.ts'
import { capitalShare, folded, toLine, type Line } from './line.ts'

const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase()

/** The date that stands before the headline on its line (" date 2022-05-01 Bridge hit …"): the index where the headline begins. */
function dateHead(line: Line): { date: string; rest: number } | null {
  let at = line.words[0] === 'date' || line.words[0] === 'published' || line.words[0] === 'updated' ? 1 : 0
  if (at === 1 && line.words[1] === ':') at = 2
  const word = line.words[at]
  if (at === 0 || word === undefined || !/^\d{4}-\d\d-\d\d$/.test(word) || !isDay(word)) return null
  const rest = line.starts[at + 1] ?? line.text.length
  return { date: word, rest }
}

/** Whether "2022-02-30" and the like are days of the calendar. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export interface Headline {
  /** Index of the line; -1 where the text has none. */
  at: number
  title: string | null
  /** The outlet's name at the tail of the title ("… | The Courier"). */
  outlet: string | null
  published: string | null
}

/** "Bridge hit in night raid | The Courier": where the name at a title's tail begins, and the name. */
export function titleTail(title: string): { end: number; outlet: string } | null {
  for (const mark of [' | ', ' – ', ' — ', ' - ', ' :: ', ' • ', ' · ']) {
    const at = title.lastIndexOf(mark)
    if (at < 15) continue
    const outlet = title.slice(at + mark.length).trim()
    const words = outlet.split(' ')
    if (words.length > 5 || outlet.length > 40 || !isUpper(outlet[0])) continue
    if (mark === ' | ' || mark === ' :: ' || mark === ' • ' || mark === ' · ') {
      const first = title.indexOf(mark)
      return first < at && first >= 15 && words.length <= 5 ? { end: first, outlet } : { end: at, outlet }
    }
  }
  return null
}

/** Finds the headline among the first lines, marks it, and takes out copies of it. `known`: the title from the record or the page. */
export function markHeadline(lines: Line[], from: number, known: string | null): Headline {
  const found: Headline = { at: -1, title: known, outlet: null, published: null }
  const first = lines.findIndex((line, i) => i >= from && standing(line) && line.kind !== 'byline')
  if (first < 0) return found
  let at = -1
  if (known !== null) {
    const tail = titleTail(known)
    const wanted = [known, tail ? known.slice(0, tail.end) : known].map((text) => folded(toLine({ ...lines[first]!.block, text })))
    for (let i = first, seen = 0; i < lines.length && seen < 6 && at < 0; i++) {
      const line = lines[i]!
      if (!standing(line)) continue
      seen++
      const bare = titleTail(line.text)
      const words = bare ? folded(toLine({ ...line.block, text: line.text.slice(0, bare.end) })) : folded(line)
      if (wanted.includes(words) || wanted.includes(folded(line))) at = i
    }
    if (tail) { found.title = known.slice(0, tail.end); found.outlet = tail.outlet }
    if (at < 0) {
      // a title that the text does not have is read before it
      const text = found.title!.replace(/\s+/g, ' ').trim()
      if (text === '') return found
      lines.unshift(toLine({ text, kind: 'headline', stanza: -1, indent: 0, bullet: '', post: -1, linked: 0 }))
      found.at = 0
      return found
    }
  } else if (looksLikeHeadline(lines, first)) at = first
  if (at < 0) return found
  const line = lines[at]!
  const date = dateHead(line), tail = titleTail(line.text)
  const start = date && date.rest < line.text.length ? date.rest : 0
  const end = tail ? tail.end : line.text.length
  found.at = at
  found.title = known !== null && found.title !== null ? found.title : line.text.slice(start, end)
  found.outlet ??= tail?.outlet ?? null
  found.published = date?.date ?? null
  if (start === 0 && end === line.text.length) line.kind = 'headline'
  else line.spans = [...(start > 0 ? [{ kind: 'byline' as const, start: 0, end: line.text.slice(0, start).trimEnd().length }] : []), { kind: 'headline', start, end }]
  const own = folded(toLine({ ...line.block, text: line.text.slice(start, end) }))
  for (let i = first, seen = 0; i < lines.length && seen < 8; i++) {
    const other = lines[i]!
    if (!standing(other)) continue
    seen++
    if (i !== at && other.kind === null && folded(other) === own) take(other, 'repeated_title')
  }
  return found
}

/** The first line is a headline: no full stop unless in title case or after a date, three words at least, and more text after it. */
export function looksLikeHeadline(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!
  const next = lines.slice(at + 1, at + 6).find((other) => standing(other))
  if (!next || line.kind !== null || line.long || line.words.length > 40 || line.words.length < 3) return false
  if (line.text.endsWith('—') || line.text.endsWith('–') || line.text.startsWith('–') || line.text.startsWith('- ')) return false
  if (line.stop) return dateHead(line) !== null || (capitalShare(line) > 0.8 && line.words.length >= 5 && line.block.stanza !== next.block.stanza)
  return !line.text.endsWith(':') && !line.text.endsWith(',')
}
