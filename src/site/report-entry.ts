// A report as printed: its words with the claims marked in place, its posts, and what was taken out and why.
import type { Claim } from '../model/claim.ts'
import type { Passage, Post } from '../model/report.ts'
import type { Chronology, Source } from './chronology.ts'
import { anchor, escapeHtml, safeHref } from './escape.ts'
import { kindClass } from './kinds.ts'
import { counted, dayWords, removalWords } from './words.ts'

interface Stretch {
  start: number
  end: number
  /** What opens there, without its angle brackets' end: a claim's mark or a number's. */
  open: string
  close: string
  /** Follows the last piece: doors back to the incidents. */
  after: string
}

/** The report's text between `start` and `end` with marks around claims and numbers. Marks that cross are cut at the crossing. */
function marked(text: string, start: number, end: number, stretches: readonly Stretch[]): string {
  const out: string[] = []
  const open: Stretch[] = []
  let at = start
  let doorsAt = -1
  let doors = ''
  const upTo = (offset: number): void => {
    if (offset > at) out.push(escapeHtml(text.slice(at, offset)))
    at = Math.max(at, offset)
  }
  const closeUntil = (offset: number): void => {
    for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
      upTo(Math.min(top.end, end))
      open.pop()
      out.push(top.close)
      // doors to the same incidents in the same spot stand once
      if (top.after && !(at === doorsAt && doors.includes(top.after))) {
        doors = at === doorsAt ? doors + top.after : top.after
        doorsAt = at
        out.push(top.after)
      }
    }
  }
  for (const stretch of stretches) {
    const from = Math.max(stretch.start, start)
    closeUntil(from)
    upTo(from)
    const outer = open.at(-1)
    // A mark that would reach out of the one around it ends with it.
    const until = Math.min(stretch.end, end, outer?.end ?? end)
    if (until <= from && stretch.end > stretch.start) continue
    open.push({ ...stretch, end: until })
    out.push(stretch.open)
  }
  closeUntil(end)
  upTo(end)
  return out.join('')
}

function stretchesOf(source: Source, chronology: Chronology): Stretch[] {
  const all: (Stretch & { rank: number })[] = []
  for (const claim of source.claims) {
    const standing = chronology.claims.get(claim.id)
    const here = standing?.source === source && standing.claim === claim
    const fragment = anchor('c', claim.id)
    const entries = chronology.entriesOfClaim.get(claim.id) ?? []
    const doors = entries.map((entry) => `<a class="ref" href="#${entry.fragment}" aria-label="to incident ${entry.number}">${entry.number}</a>`).join('')
    all.push({ start: claim.start, end: claim.end, rank: 0, open: `<mark${here ? ` id="${fragment}"` : ''} class="${kindClass(claim.type)} ${claim.stance}">`, close: '</mark>', after: doors })
    claim.quantities.forEach((quantity, i) => {
      all.push({ start: quantity.start, end: quantity.end, rank: 1, open: `<b class="num"${here ? ` id="${fragment}.n${i}"` : ''}>`, close: '</b>', after: '' })
    })
    for (const span of claim.also) all.push({ start: span.start, end: span.end, rank: 0, open: `<mark class="${kindClass(claim.type)} again">`, close: '</mark>', after: doors })
  }
  return all.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank)
}

/** Cuts stretches at the borders of passages; only the first piece keeps the fragment, so that no id stands twice. */
function within(stretches: readonly Stretch[], passage: { start: number; end: number }, done: Set<Stretch>): Stretch[] {
  const pieces: Stretch[] = []
  for (const stretch of stretches) {
    if (stretch.start >= passage.end) break
    if (stretch.end <= passage.start) continue
    const first = !done.has(stretch)
    done.add(stretch)
    const ends = stretch.end <= passage.end
    pieces.push({ ...stretch, open: first ? stretch.open : stretch.open.replace(/ id="[^"]*"/, ''), after: ends ? stretch.after : '' })
  }
  return pieces
}

const TAGS: Readonly<Record<Passage['kind'], [string, string]>> = {
  headline: ['h4', ''], byline: ['p', 'byline'], standfirst: ['p', 'standfirst'], paragraph: ['p', ''], subheading: ['h4', ''],
  list_item: ['p', 'item'], quotation: ['blockquote', ''], table: ['p', 'table'], caption: ['p', 'caption'], credit: ['p', 'credit'], post_heading: ['h4', 'post'],
}

interface Run { kind: Passage['kind']; start: number; end: number }

/** The whole text in runs. Words that no passage covers are printed too: with the passage on whose line they stand, else as a paragraph. */
function runs(source: Source): Run[] {
  const { text, passages } = source.report
  const out: Run[] = []
  const blank = (start: number, end: number): boolean => text.slice(start, end).trim() === ''
  /** Takes in what lies between `from` and `to`; gives where the run after it begins. */
  const between = (from: number, to: number): number => {
    const before = out.at(-1)
    const first = text.indexOf('\n', from)
    const oneLine = first < 0 || first >= to
    const lineEnd = !before ? from : oneLine ? to : first
    const lineStart = oneLine ? (before ? to : from) : text.lastIndexOf('\n', to - 1) + 1
    if (before && !blank(from, lineEnd)) before.end = lineEnd
    if (!blank(lineEnd, lineStart)) out.push({ kind: 'paragraph', start: lineEnd, end: lineStart })
    return blank(lineStart, to) ? to : lineStart
  }
  let at = 0
  for (const passage of passages.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (passage.start < at) continue
    const start = between(at, passage.start)
    out.push({ kind: passage.kind, start, end: passage.end })
    at = passage.end
  }
  const rest = between(at, text.length)
  if (!blank(rest, text.length)) out.push({ kind: 'paragraph', start: rest, end: text.length })
  return out
}

function postHead(post: Post, source: Source): string {
  const { posts } = source.report
  const later = posts.find((other) => other.supersedes === post.id && other !== post && other.end > other.start)
  const time = post.time ? `<time datetime="${escapeHtml(post.time)}">${escapeHtml(post.time.replace('T', ' ').slice(0, 16))}</time>` : ''
  const notes = [
    time, post.author && !source.report.passages.some((p) => p.kind === 'byline' && p.start >= post.start && p.end <= post.end) ? escapeHtml(post.author) : '',
    later ? `printed again, changed: <a href="#${postAnchor(source, later)}">the later version</a>` : '',
    post.pinned ? 'pinned' : '', post.summary ? 'sums up other posts' : '',
    post.supersedes ? 'replaces an earlier version of this post' : '',
  ].filter(Boolean).join(' · ')
  return notes ? `<p class="post-head">${notes}</p>` : ''
}

const postAnchor = (source: Source, post: Post): string => `${source.fragment}.p${source.report.posts.indexOf(post)}`

/** A report: head, words with marks, what was removed. */
export function reportEntry(source: Source, chronology: Chronology): string {
  const { report } = source
  const stretches = stretchesOf(source, chronology)
  const done = new Set<Stretch>()
  const body: string[] = []
  const all = runs(source)
  const headline = all.find((run) => run.kind === 'headline')
  const title = headline ? marked(report.text, headline.start, headline.end, within(stretches, headline, done)) : escapeHtml(report.title ?? report.doc)
  let post = -1
  for (const run of all) {
    if (run === headline) continue
    const at = report.posts.findIndex((p) => run.start >= p.start && run.start < p.end)
    if (at !== post) {
      if (post >= 0) body.push('</section>')
      const opened = at >= 0 ? report.posts[at] : undefined
      if (opened) {
        const was = report.posts.some((other) => other.supersedes === opened.id)
        body.push(`<section class="post${was ? ' was' : ''}" id="${postAnchor(source, opened)}">${postHead(opened, source)}`)
      }
      post = at
    }
    const [tag, name] = TAGS[run.kind]
    body.push(`<${tag}${name ? ` class="${name}"` : ''}>${marked(report.text, run.start, run.end, within(stretches, run, done))}</${tag}>`)
  }
  if (post >= 0) body.push('</section>')
  return `<article class="report${source.superseded ? ' was' : ''}" id="${source.fragment}" aria-labelledby="${source.fragment}.h">
${reportHead(source, title)}
<div class="text"${report.language ? ` lang="${escapeHtml(report.language)}"` : ''}>${body.join('\n')}</div>
${removedWords(source)}</article>`
}

function reportHead(source: Source, title: string): string {
  const { report, claims } = source
  const kind = report.kind === 'live_blog' ? `live blog, ${counted(report.posts.length, 'post')}` : ''
  const href = safeHref(report.url)
  const facts = [report.outlet ? `<b>${escapeHtml(report.outlet)}</b>` : '', report.published ? escapeHtml(dayWords(report.published)) : 'day not told', kind, report.language ? escapeHtml(report.language) : '', counted(claims.length, 'claim')].filter(Boolean)
  const warning = source.superseded ? '<p class="version">An earlier version of this report, kept as it was; a later one replaced it.</p>' : ''
  // The address is printed, not linked: a page of evidence must not send its reader, or tell anybody that it is read.
  const address = href ? `<p class="address">${href}</p>` : ''
  const trouble = report.trouble.map((t) => `<p class="trouble">${escapeHtml(t.message)}</p>`).join('')
  return `<header><p class="outlet">${facts.join(' · ')}</p><h3 id="${source.fragment}.h">${title}</h3>${address}${warning}${trouble}</header>`
}

function removedWords(source: Source): string {
  const { removed } = source.report
  if (removed.length === 0) return ''
  const rows = removed.map((removal) => `<li><b>${escapeHtml(removalWords(removal))}</b> ${escapeHtml(removal.text)}</li>`).join('')
  return `<details class="removed"><summary>${counted(removed.length, 'piece')} of the page left out as not reporting</summary><ul>${rows}</ul></details>`
}

/** How many claims of a report have a part in an incident. */
export function claimsUsed(claims: readonly Claim[], chronology: Chronology): number {
  return claims.filter((claim) => chronology.entriesOfClaim.has(claim.id)).length
}
