// The lines that stand become the report's text, its passages and its posts.
import type { Passage, Post, Removal } from '../../model/report.ts'
import type { SourcePost } from '../../sources/reading.ts'
import type { Line } from './line.ts'
import { hash } from './naming.ts'
import { postMarks } from './post-marks.ts'
import { earlierVersions, type PostText } from './versions.ts'

export interface Assembled {
  text: string
  passages: Passage[]
  posts: Post[]
  removed: Removal[]
  captions: string[]
  credits: string[]
}

const MOST_LOOKED_AT = 12 // passages of a post that may tell what it is
const STACKED = new Set(['list_item', 'byline', 'table'])
const foldWords = (text: string): string[] => text.toLowerCase().replace(/[’ʼ`‘]/g, "'").split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '')

/** Joins the standing lines: a blank line between blocks, a single line end between lines that were stacked or are items of a list. */
export function assemble(lines: readonly Line[], sourcePosts: readonly SourcePost[], key: string): Assembled {
  const parts: string[] = [], passages: Passage[] = [], removed: Removal[] = [], captions: string[] = [], credits: string[] = []
  const bounds = sourcePosts.map(() => ({ start: -1, end: -1 }))
  let length = 0, before: Line | null = null
  for (const line of lines) {
    if (line.why !== null) { removed.push({ text: line.text, why: line.why }); continue }
    if (before !== null) {
      const stacked = before.block.stanza === line.block.stanza && (before.kind === line.kind && line.kind !== null && STACKED.has(line.kind))
      const gap = stacked ? '\n' : '\n\n'
      parts.push(gap); length += gap.length
    }
    parts.push(line.text)
    for (const span of line.spans ?? [{ kind: line.kind ?? 'paragraph', start: 0, end: line.text.length }]) {
      const words = line.text.slice(span.start, span.end)
      passages.push({ kind: span.kind, start: length + span.start, end: length + span.end })
      if (span.kind === 'caption') captions.push(words)
      if (span.kind === 'credit') credits.push(...splitCredit(words))
    }
    const bound = bounds[line.block.post]
    if (bound) { if (bound.start < 0) bound.start = length; bound.end = length + line.text.length }
    length += line.text.length
    before = line
  }
  const text = parts.join('')
  return { text, passages, posts: toPosts(text, sourcePosts, bounds, passages, key), removed, captions: [...new Set(captions)], credits: [...new Set(credits)] }
}

/** "tvn24, PAP" are two credits. */
function splitCredit(words: string): string[] {
  return words.split(/\s*[,;]\s+/).filter((part) => part !== '')
}

/**
 * Posts with ids that furniture, place on the page and a second run do not change: a hash of the report's key, the
 * author, the heading and the body's folded words; identical copies are told apart by their number from the oldest on.
 */
function toPosts(text: string, sourcePosts: readonly SourcePost[], bounds: readonly { start: number; end: number }[], passages: readonly Passage[], key: string): Post[] {
  const made: { post: Post; words: PostText }[] = []
  let at = 0
  sourcePosts.forEach((source, i) => {
    const { start, end } = bounds[i]!
    if (start < 0) return
    while (at < passages.length && passages[at]!.end <= start) at++
    const body: string[] = []
    let to = at
    for (let p = at; p < passages.length && passages[p]!.start < end; p++) {
      to = p + 1
      const { kind } = passages[p]!
      if (kind !== 'byline' && kind !== 'credit' && kind !== 'caption' && kind !== 'post_heading') body.push(...foldWords(text.slice(passages[p]!.start, passages[p]!.end)))
    }
    const heading = foldWords(source.heading ?? '')
    const id = hash([key, foldWords(source.author ?? '').join(' '), heading.join(' '), body.join(' ')], 16)
    made.push({
      post: { id, author: source.author, heading: source.heading, time: source.time, modified: source.modified, supersedes: null, start, end, ...postMarks(source, text, passages.slice(at, Math.min(to, at + MOST_LOOKED_AT))) },
      words: { author: source.author, heading: source.heading, words: [...heading, ...body], time: source.time },
    })
  })
  const copies = new Map<string, number>()
  for (let i = made.length - 1; i >= 0; i--) {
    const { post } = made[i]!, copy = copies.get(post.id) ?? 0
    copies.set(post.id, copy + 1)
    if (copy > 0) post.id = hash([post.id, String(copy)], 16)
  }
  earlierVersions(made.map((entry) => entry.words)).forEach((earlier, i) => { if (earlier >= 0) made[i]!.post.supersedes = made[earlier]!.post.id })
  return made.map((entry) => entry.post)
}
