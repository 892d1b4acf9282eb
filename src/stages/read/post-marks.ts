// Which posts of a live blog are pinned, and which only sum up the others: by the page's structure, or in their own words.
import type { Passage, Post } from '../../model/report.ts'
import { marksOf } from '../../languages/live-blog.ts'
import type { SourcePost } from '../../sources/reading.ts'

const FIRST_LINES = 4
const LONGEST_OPENING = 200 // characters
const fold = (text: string): string => text.slice(0, LONGEST_OPENING).toLowerCase().replace(/[’‘ʼ`]/g, "'").replace(/[^\p{L}\p{N}'-]+/gu, ' ').trim()

/** The marks of a post. `passages`: its own, in order. */
export function postMarks(source: SourcePost, text: string, passages: readonly Passage[]): Pick<Post, 'anchor' | 'pinned' | 'summary'> {
  const first = passages.filter(({ kind }) => kind !== 'byline' && kind !== 'credit' && kind !== 'caption').slice(0, FIRST_LINES).map(({ start, end }) => fold(text.slice(start, end)))
  const said = marksOf(fold(source.heading ?? ''), first)
  return {
    ...(source.anchor ? { anchor: source.anchor } : {}),
    ...(source.pinned || said.has('pinned') ? { pinned: true } : {}),
    ...(source.summary || said.has('summary') ? { summary: true } : {}),
  }
}
