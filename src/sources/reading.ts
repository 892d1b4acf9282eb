// What a source makes of its bytes, before any rule of reporting has read it: runs of text in page order, and what the
// page says about itself.
import type { DateSource, PassageKind } from '../model/report.ts'

/** A run of text that stands alone on the page: a line of a text, a block of a page. */
export interface Block {
  /** Without line breaks; spaces at the ends taken off. */
  text: string
  /** What the markup says that it is; null where only its words and its place can tell. */
  kind: PassageKind | null
  /** Blocks that stood on adjacent lines share a number; a blank line begins the next. */
  stanza: number
  /** Columns of space before the text. */
  indent: number
  /** The mark of a list item that stood before the text, taken off; '' for none. */
  bullet: string
  /** The post it is a part of, an index into `Reading.posts`; -1 for none. */
  post: number
  /** Share of the characters that are links, 0 to 1. */
  linked: number
}

/** A post as the page's own structure gives it. Times are ISO or null. */
export interface SourcePost {
  author: string | null
  heading: string | null
  time: string | null
  modified: string | null
  /** What the page itself knows the post by; null for nothing. */
  anchor?: string | null
  /** The page's structure holds it on top, or calls it a summary. */
  pinned?: boolean
  summary?: boolean
}

export interface Reading {
  blocks: Block[]
  posts: SourcePost[]
  title: string | null
  outlet: string | null
  byline: string | null
  language: string | null
  published: string | null
  publishedFrom: DateSource | null
  /** ISO time or day of the last change, as the page states it of itself, and where. */
  modified: string | null
  modifiedFrom: DateSource | null
  canonical: string | null
  /** The page says of itself that it is a live blog. */
  live: boolean
  removed: { text: string; why: string }[]
}

/** A reading that says nothing yet. */
export function blankReading(): Reading {
  return { blocks: [], posts: [], title: null, outlet: null, byline: null, language: null, published: null, publishedFrom: null, modified: null, modifiedFrom: null, canonical: null, live: false, removed: [] }
}
