// All that was found out about a page, for deciding what of it is kept.
import type { PageBlock } from './blocks.ts'
import type { Region } from './body.ts'
import type { LdArticle } from './json-ld.ts'
import type { PagePost } from './live-posts.ts'
import type { Meanings } from './markup.ts'
import type { Metadata } from './metadata.ts'
import type { Page } from './tree.ts'

export interface Found {
  page: Page
  blocks: readonly PageBlock[]
  region: Region
  /** The headline's block; -1 for none. */
  headline: number
  about: Metadata
  posts: readonly PagePost[]
  ranges: { from: Int32Array; to: Int32Array }
  data: LdArticle | null
  live: boolean
  meanings: readonly (Meanings | null)[]
}

/** A text's words, for comparing. */
export const fold = (text: string): string => text.toLowerCase().replace(/[’‘ʼ`]/g, "'").replace(/[^\p{L}\p{N}']+/gu, ' ').trim()
