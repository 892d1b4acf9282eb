// What was reported: a record handed in, and the clean reporting read from it.
import type { Archived } from './fetch.ts'

/** A report as it arrives: a manifest's line or a line of standard input (docs/contract). What it states beats what the page says. */
export interface ReportRecord {
  id?: string | undefined
  file?: string | undefined
  html?: string | undefined
  text?: string | undefined
  url?: string | undefined
  published?: string | undefined
  outlet?: string | undefined
  language?: string | undefined
  title?: string | undefined
  /** Media type that the bytes were served as, with its parameters ("text/html; charset=koi8-r"). */
  type?: string | undefined
  /** ISO date-time at which the bytes were fetched: no word on when they were published. */
  fetched?: string | undefined
  /** ISO date-time of the last change, where the source states it. */
  modified?: string | undefined
  /** How it came into the web archive that it was found in; no manifest can state it. */
  archived?: Archived | undefined
}

export const PASSAGE_KINDS = ['headline', 'byline', 'standfirst', 'paragraph', 'subheading', 'list_item', 'quotation', 'table', 'caption', 'credit', 'post_heading'] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]

/** A run of the clean text with one function on the page. Offsets are UTF-16 into `Report.text`, end excluded. */
export interface Passage {
  kind: PassageKind
  start: number
  end: number
}

/** One post of a live blog. `supersedes` is the id of the earlier version of the same post, printed in the same page or known from before. */
export interface Post {
  id: string
  author: string | null
  heading: string | null
  time: string | null
  modified: string | null
  supersedes: string | null
  start: number
  end: number
  /** What the page itself knows the post by: a fragment of its address. */
  anchor?: string
  /** It is held on top of the others whatever its time. */
  pinned?: true
  /** It sums up other posts: what it repeats is nobody's new word. */
  summary?: true
}

/** Text of the page that is not reporting, and why it was taken out. */
export interface Removal {
  text: string
  why: string
}

/** Something that went wrong and was recorded instead of thrown: a stable code and a sentence for a person. */
export interface Trouble {
  code: string
  message: string
}

/** How a publication date was learned, surest first. */
export type DateSource = 'record' | 'json_ld' | 'meta' | 'time_element' | 'url' | 'text'

/** The clean reporting of one report, in offsets that every later stage uses. */
export interface Report {
  /** What the report is known by across versions: canonical URL, else the record's id, else its path below the manifest. */
  key: string
  /** The name it is printed under: the record's id, else the file name without its endings, else the URL. */
  doc: string
  url: string | null
  /** The address that the page names as its own, where that is another report's than this one: it says that it is a copy. */
  canonical?: string
  title: string | null
  outlet: string | null
  language: string | null
  kind: 'article' | 'live_blog'
  /** ISO date or date-time, null if unknown. */
  published: string | null
  /** How it was learned; null if it was not. */
  publishedFrom?: DateSource | null
  /** ISO date-times at which it was last changed and fetched, where the source says so; how the first was learned. */
  modified?: string
  modifiedFrom?: DateSource
  fetched?: string
  /** Who wrote it, as the page's data or its byline names them. */
  byline?: string
  text: string
  passages: Passage[]
  posts: Post[]
  removed: Removal[]
  captions: string[]
  credits: string[]
  trouble: Trouble[]
}
