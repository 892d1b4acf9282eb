// A live blog's posts as blocks and as what the page says of them: who wrote, under which heading, when.
import type { PassageKind } from '../../model/report.ts'
import type { Block, SourcePost } from '../reading.ts'
import { parseDate } from './dates.ts'
import { fold, type Found } from './found.ts'
import type { LdPost } from './json-ld.ts'
import { fragmentOf, isCalled, postTimes } from './live-posts.ts'
import type { Page } from './tree.ts'

/** The post of each block; -1 for none. */
export function postOfBlocks(found: Found): Int32Array {
  const post = new Int32Array(found.blocks.length).fill(-1)
  found.posts.forEach(({ element }, i) => post.fill(i, found.ranges.from[element]!, found.ranges.to[element]!))
  return post
}

const bareName = (text: string): string => text.replace(/^(?:by|from|posted by|written by)\s+/i, '').replace(/\s*[|·•,–-]\s*\d.*$/, '').trim()

/** Who wrote a post, its heading's block and its times. */
export function describePost(found: Found, at: number): { post: SourcePost; heading: number } {
  const { page, blocks, region, ranges, data, posts, meanings } = found
  const post = posts[at]!
  const from = ranges.from[post.element]!, to = ranges.to[post.element]!
  const names = new Set(data?.authors ?? [])
  let author: string | null = null, heading = -1
  for (let b = from; b < to; b++) {
    const block = blocks[b]!
    if (heading < 0 && block.level > 0 && b < from + 8 && region.reason[b] === null) heading = b
    if (author === null && ((region.role[b] === 'byline' && block.words <= 8) || (block.words <= 6 && names.has(bareName(block.text))))) author = bareName(block.text) || null
  }
  author ??= markedAuthor(found, post.element)
  // several names for one post are the page's, not the post's
  if (author === null && post.data?.author && (names.size <= 1 || names.has(post.data.author))) author = post.data.author
  if (author === null && names.size === 1) author = data!.authors[0]!
  const times = postTimes(page, post.element)
  const before = posts[at - 1], after = posts[at + 1]
  const holdsAnother = (element: number): boolean => (before !== undefined && before.element >= element) || (after !== undefined && after.element < page.end[element]!)
  const called = (meaning: 'pinned' | 'summary'): boolean => isCalled(meaning, page, post.element, meanings, holdsAnother)
  return { heading, post: {
    author, heading: heading < 0 ? null : blocks[heading]!.text, time: times.time ?? parseDate(post.data?.published), modified: times.modified ?? parseDate(post.data?.modified),
    anchor: anchorOf(post.data?.id) ?? ownAnchor(page, post.element), pinned: called('pinned'), summary: called('summary'),
  } }
}

const LONGEST_ANCHOR = 200

/** A fragment that tells a post from others. */
function anchorOf(id: string | null | undefined): string | null {
  const fragment = id ? fragmentOf(id.trim()) : ''
  return fragment.length >= 2 && fragment.length <= LONGEST_ANCHOR && !/\s/.test(fragment) ? fragment : null
}

/** The id of a post's element, or of the one element that is all of it. */
function ownAnchor(page: Page, element: number): string | null {
  for (let at = element; at < page.count && page.end[at] === page.end[element]; at++) {
    const anchor = anchorOf(page.attributes[at]?.['id'])
    if (anchor !== null) return anchor
  }
  return null
}

/** The name in an element that the markup calls an author's. */
function markedAuthor(found: Found, element: number): string | null {
  const { page, meanings } = found
  for (let i = element + 1; i < page.end[element]!; i++) {
    if (!meanings[i]?.has('byline') || page.end[i]! - i > 20) continue
    const name = bareName(page.text.slice(i, page.end[i]!).join(' ').replace(/\s+/g, ' ').trim())
    if (name !== '' && name.split(' ').length <= 6) return name
  }
  return null
}

/** A line of a post that holds nothing but its author and its time. */
export function isPostHead(text: string, author: string | null): boolean {
  const rest = author === null ? text : text.replace(author, '')
  return rest.length < 40 && /^(?:[\d\s:.,|·•–-]|am|pm|a\.m|p\.m|gmt|bst|utc|by|updated|at|on|ago|min(?:ute)?s?|h(?:ou)?rs?)*$/i.test(rest)
}

/** A post's headline in the data; that of the page, which some data give to every post, is none. */
const ownHeadline = (post: LdPost, { data }: Found): string | null => (post.headline === null || post.headline === data?.headline ? null : post.headline)

/** Posts that the page only carries as data, their text not among its elements. */
export function postsOfData(found: Found): { blocks: Block[]; posts: SourcePost[] } {
  const blocks: Block[] = [], posts: SourcePost[] = []
  let stanza = 1_000_000
  for (const post of found.data?.posts ?? []) {
    if (post.body === null) continue
    const add = (text: string, kind: PassageKind | null): void => { blocks.push({ text, kind, stanza: stanza++, indent: 0, bullet: '', post: posts.length, linked: 0 }) }
    const headline = ownHeadline(post, found)
    if (headline !== null && !fold(post.body).startsWith(fold(headline))) add(headline.replace(/\s+/g, ' ').trim(), 'post_heading')
    for (const line of post.body.replace(/<br[^>]{0,20}>|<\/p>/gi, '\n').replace(/<[^<>]{1,300}>/g, ' ').split(/\n+/)) {
      const text = line.replace(/\s+/g, ' ').trim()
      if (text !== '') add(text, null)
    }
    const author = post.author !== null && ((found.data?.authors.length ?? 0) <= 1 || found.data!.authors.includes(post.author)) ? post.author : null
    posts.push({ author, heading: headline, time: parseDate(post.published), modified: parseDate(post.modified), anchor: anchorOf(post.id) })
  }
  return { blocks, posts }
}
