// Furniture told by where a line stands: stacked lines before the headline and after the last paragraph, link lists with
// their bracketed tags, a video's title over a sign-up box. Then what the lines that stand are, by their shape.
import { furnitureHit, labelOf } from './furniture.ts'
import { capitalRun, folded, isAllCaps, toLine, type Line } from './line.ts'

const SHORT = 15
const TAGS = new Set('ANALYSIS INSIGHT VIDEO VIDEOS COMMENT REVEAL REVEALED PICTURES PICTURE PICS PHOTOS LIVE EXCLUSIVE OPINION REPORT WATCH MAP MAPS INTERVIEW LATEST UPDATE UPDATES SPOTLIGHT FEATURE QUIZ POLL GALLERY EXPLAINED EXPLAINER BREAKING LISTEN PODCAST GRAPHIC GRAPHICS READ MORE NEWS PROFILE ANALYSED WARNING SPORT'.split(' '))

const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase()
/** Takes a line out. */
export const take = (line: Line, why: string): void => { line.why = why; line.kind = null; line.spans = null }
/** Whether a line was not taken out. */
export const standing = (line: Line): boolean => line.why === null

/** The word in capitals that a line ends in within square brackets ("… boost morale[ANALYSIS]"), else null. */
function endTag(line: Line): string | null {
  const { text } = line
  if (!text.endsWith(']') || line.long) return null
  const tag = text.slice(text.lastIndexOf('[') + 1, -1)
  return tag.length >= 3 && tag.length <= 20 && tag === tag.toUpperCase() && /^[\p{L} ]+$/u.test(tag) ? tag : null
}

/** Takes out what the furniture tables know, splitting off what was glued behind it, and the link lists with tags. */
export function removeByWords(lines: Line[]): Line[] {
  const out: Line[] = []
  for (let line of lines) {
    while (line.kind === null && standing(line)) {
      const hit = furnitureHit(line)
      if (!hit) {
        const label = line.words.length > 3 ? labelOf(line) : null
        if (label?.kind !== 'caption') break
        const mark = toLine({ ...line.block, text: line.text.slice(0, label.rest).trim() })
        take(mark, 'caption_label')
        out.push(mark)
        line = toLine({ ...line.block, text: line.text.slice(label.rest), kind: 'caption' })
        break
      }
      if (hit.end >= line.text.length) { take(line, hit.why); break }
      const head = toLine({ ...line.block, text: line.text.slice(0, hit.end).trim() })
      take(head, hit.why)
      out.push(head)
      line = toLine({ ...line.block, text: line.text.slice(hit.end).trim() })
    }
    out.push(line)
  }
  for (const line of out) if (standing(line) && line.kind === null && isVideoTitle(line)) take(line, 'video_title')
  for (let i = 0; i < out.length; i++) {
    const line = out[i]!, tag = standing(line) && line.kind === null ? endTag(line) : null
    if (tag === null) continue
    const beside = (other: Line | undefined): boolean => other !== undefined && other.block.stanza === line.block.stanza && endTag(other) !== null
    if (TAGS.has(tag) || tag.split(' ').every((word) => TAGS.has(word)) || beside(out[i - 1]) || beside(out[i + 1])) take(line, 'related_links')
  }
  return out
}

/** "0:59 Mayor speaks after the raid – video": a video's length, its title, and the word. */
function isVideoTitle(line: Line): boolean {
  return !line.long && line.words.length <= 25 && /^\d{1,2}:\d{2} /.test(line.text) && (line.words.at(-1) === 'video' || line.words.at(-2) === 'video')
}

/** Lines stacked under the heading of a link list ("Don't miss…") that look like headlines go with it. */
export function removeLinkLists(lines: Line[]): void {
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    if (line.why !== 'related_links' || line.words.length > 8) continue
    for (let j = i + 1; j < lines.length; j++) {
      const next = lines[j]!
      if (next.block.stanza !== line.block.stanza || next.kind !== null || next.long || next.stop || next.quotes || next.words.length > 25) break
      if (standing(next)) take(next, 'related_links')
    }
  }
}

const isSentence = (line: Line): boolean => line.long || line.words.length > SHORT || (line.stop && line.words.length > 6) || line.quotes

/** Words by which the stacked lines at a page's head or foot give themselves away as its frame. */
const FRAME = new Set(['subscription_prompt', 'app_prompt', 'newsletter_prompt', 'related_links', 'navigation', 'share_buttons', 'consent_notice', 'copyright'])
const PROMPTS = new Set(['subscription_prompt', 'app_prompt', 'newsletter_prompt', 'consent_notice'])

/** "Anna Kovalenko in Sumy, northern Ukraine", "By Jo Smith and Ann Lee", "From Jo Smith, Lagos": who wrote. */
export function isByline(line: Line): boolean {
  if (line.long || line.stop || line.quotes || line.words.length < 2 || line.words.length > 16) return false
  if (line.words[0] === 'by' && line.words[1] !== ':') {
    const names = capitalRun(line, 1)
    return names >= 2 || (names === 1 && line.words.length <= 4)
  }
  // "From Jo Smith, Lagos"
  if (line.words[0] === 'from') return line.words.length > 3 && capitalRun(line, 1) === line.words.length - 1 && line.text.indexOf(',') > line.ends[2]! - 1 && !line.text.includes(':')
  const names = capitalRun(line, 0)
  const after = line.words[names]
  return names >= 2 && names <= 4 && (after === 'in' || after === 'for') && capitalRun(line, names + 1) >= 1 && line.words.length <= 12 && !/["“”!?]/.test(line.text)
}

/** The stack of short lines before the headline: navigation, prompts, the site's name. Gives the index of the first line after it. */
export function removeHeadStack(lines: Line[], outlet: string | null): number {
  let end = 0
  while (end < lines.length && lines[end]!.block.stanza === lines[0]!.block.stanza) end++
  if (end < 3 || end >= lines.length) return 0
  const stack = lines.slice(0, end)
  if (stack.some((line) => standing(line) && isSentence(line)) || stack.filter((line) => line.why !== null && FRAME.has(line.why)).length < 2) return 0
  for (const line of stack) {
    if (!standing(line)) continue
    if (isByline(line)) line.kind = 'byline'
    else take(line, outlet !== null && line.text === outlet ? 'site_name' : 'navigation')
  }
  return end
}

/** The stack of short lines after the last paragraph, from the first prompt on. */
export function removeFootStack(lines: Line[], outlet: string | null): void {
  let from = lines.length
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i]!
    if (line.kind !== null || (line.why === null && isSentence(line))) break
    if (line.why !== null && FRAME.has(line.why)) from = i
  }
  const stack = lines.slice(from)
  const prompts = stack.filter((line) => line.why !== null && FRAME.has(line.why)).length
  const stanza = lines[from]?.block.stanza
  let above = 'navigation'
  for (const line of stack) {
    if (line.why !== null) above = line.why
    else if (line.block.stanza === stanza && prompts >= 2) take(line, outlet !== null && line.text === outlet ? 'site_name' : above)
  }
  const last = lines.findLast(standing)
  if (last && outlet !== null && last.kind === null && folded(last) === outlet.toLowerCase() && last !== lines[0]) take(last, 'site_name')
}

/** The title of a video over a sign-up box, between headline and text: a short line like a headline right before a prompt. */
export function removeVideoTitles(lines: Line[], headline: number): void {
  const line = lines[headline + 1], next = lines[headline + 2]
  if (!line || !next || !standing(line) || line.kind !== null || line.stop || line.quotes || line.long) return
  if (next.why !== null && PROMPTS.has(next.why) && line.words.length <= SHORT && line.words.length >= 3) take(line, 'video_title')
}

/** A heading of the page's own over nothing but what was taken out goes with it: "Subscribe to read on". */
export function removeEmptyHeadings(lines: readonly Line[]): void {
  let why: string | null = null // of what follows up to the next line that stands or is a heading
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!
    if (line.why !== null) why = line.block.kind === 'subheading' ? null : line.why
    else {
      const next = lines.slice(i + 1, i + 40).find(standing)
      if (line.kind === 'subheading' && why !== null && (next === undefined || next.block.kind === 'subheading' || next.block.kind === 'headline')) take(line, why)
      why = null
    }
  }
}

/** Lines in capitals between paragraphs that point at other reports, told by other prompts in the same text. */
export function removeShoutedLinks(lines: Line[], headline: number): void {
  const prompted = lines.some((line) => line.why === 'app_prompt' || line.why === 'newsletter_prompt' || line.why === 'related_links')
  for (let i = Math.max(headline + 1, 1); i < lines.length; i++) {
    const line = lines[i]!
    if (!standing(line) || line.kind !== null || line.block.post >= 0 || line.stop || line.quotes || !isAllCaps(line, 4)) continue
    const live = line.words.at(-1) === 'updates' && line.words.at(-2) === 'live'
    const before = lines[i - 1], after = lines[i + 1]
    const between = before !== undefined && after !== undefined && !isAllCaps(before, 1) && !isAllCaps(after, 1)
    if (between && (live || (prompted && line.words.length >= 6))) take(line, 'related_links')
  }
}

/** What the other lines are, by their shape. */
export function markParagraphs(lines: Line[], headline: number): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (!standing(line) || line.kind !== null || line.spans !== null) continue
    const near = i <= headline + 3 || (headline < 0 && i < 3)
    if ((near && (isByline(line) || isDateLine(line))) || isContribution(line)) line.kind = 'byline'
    else if (line.block.bullet !== '') line.kind = 'list_item'
    else if (isSubheading(line, lines[i + 1], i)) line.kind = 'subheading'
    else line.kind = 'paragraph'
  }
}

const DATE_WORDS = new Set('january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m gmt bst utc est edt cst cdt mst mdt pst pdt et ct pt cet cest eet eest ist updated published posted modified last first on at and by date :'.split(' '))

/** "Updated 11:21 pm, Tuesday, November 19, 2030": when it was published, and hardly another word. */
function isDateLine(line: Line): boolean {
  if (line.long || line.words.length < 2 || line.words.length > 24) return false
  const dated = line.words.filter((word) => DATE_WORDS.has(word) || /^\d/.test(word)).length
  return dated >= line.words.length * 0.75 && line.words.some((word) => /^(?:19|20)\d\d(?:$|-)/.test(word))
}

/** "Ann Lee in Rome contributed to this report.": who else wrote. */
function isContribution(line: Line): boolean {
  const at = line.words.indexOf('contributed')
  return at > 0 && line.words.length <= 30 && !line.long && (line.words[at + 1] === 'to' || line.words[at + 1] === 'reporting' || line.words[at + 1] === 'additional') && ['report', 'reporting', 'story', 'article', 'coverage'].includes(line.words.at(-1)!)
}

function isSubheading(line: Line, next: Line | undefined, at: number): boolean {
  if (at === 0 || line.long || line.stop || line.quotes || line.words.length > 14 || !next || next.why !== null) return false
  const last = line.text.at(-1)!
  if (last === ':' || last === ',' || last === ';' || last === '…' || last === '”' || last === '"' || /[“„«"]|\. /.test(line.text)) return false
  const first = line.text.replace(/^[-–—\d.)\s‘'"“]+/, '')
  return isUpper(first[0]) && next.words.length > line.words.length
}
