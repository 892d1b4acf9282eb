// The posts of a live blog by the page's own structure: elements that schema.org data names, that carry its marks, or
// that stand side by side, alike, each with its time.
import type { PageBlock } from './blocks.ts'
import { parseDate } from './dates.ts'
import type { LdArticle, LdPost } from './json-ld.ts'
import type { Meaning, Meanings } from './markup.ts'
import type { Page } from './tree.ts'

export interface PagePost {
  element: number
  data: LdPost | null
}

const LEAST_POSTS = 3
const NEAR_TOP = 12 // elements, or blocks
const LIVE = /(?:^|[^a-z])(?:live[\s_-]?blog|live[\s_-]updates?|as it happened|live)(?:[^a-z]|$)/i
const CONTAINERS = new Set(['article', 'section', 'div', 'li'])

const namesBlog = (names: string): boolean => (names.includes('log') || names.includes('LOG')) && /live-?blog/i.test(names.slice(0, 500))

/** Whether anything of the page says that it is a live blog: its data, address, title or the names of its elements. */
export function saysLive(page: Page, data: LdArticle | null, url: string | null): boolean {
  if (data?.types.includes('LiveBlogPosting')) return true
  if (/\/(?:live|liveblog|live-blog|live-updates?)(?:[/_-]|$)|[-/]live(?:-updates?|-blog)?(?:[-/.]|$)/i.test((url ?? '').replace(/^https?:\/\/[^/]*/i, ''))) return true
  if (LIVE.test(page.title ?? '') || LIVE.test(data?.headline ?? '')) return true
  for (let i = 0; i < page.count; i++) {
    const attributes = page.attributes[i]
    if (!attributes) continue
    const names = attributes['class']
    if (attributes['itemtype']?.includes('LiveBlogPosting') || (names !== undefined && namesBlog(names))) return true
  }
  return false
}

/** The part of an address or id by which an element is found: its fragment, else its last part. */
export const fragmentOf = (id: string): string => (id.includes('#') ? id.slice(id.lastIndexOf('#') + 1) : id.slice(id.lastIndexOf('/') + 1))

function byData(page: Page, posts: readonly LdPost[]): PagePost[] {
  const wanted = new Map<string, LdPost>()
  for (const post of posts) if (post.id !== null && fragmentOf(post.id).length >= 4) wanted.set(fragmentOf(post.id), post)
  const found: PagePost[] = [], seen = new Set<LdPost>()
  for (let i = 0; i < page.count && wanted.size > 0; i++) {
    const id = page.attributes[i]?.['id']
    if (id === undefined || id === '') continue
    const post = wanted.get(id) ?? wanted.get(id.slice(id.lastIndexOf('-') + 1)) ?? wanted.get(id.slice(id.lastIndexOf('_') + 1))
    if (post && !seen.has(post)) { seen.add(post); found.push({ element: i, data: post }) }
  }
  return found
}

function byMark(page: Page): PagePost[] {
  const found: PagePost[] = []
  let within = -1
  for (let i = 0; i < page.count; i++) {
    const attributes = page.attributes[i]
    if (i < within || !attributes) continue
    if (/liveBlogUpdate/i.test(attributes['itemprop'] ?? '')) { found.push({ element: i, data: null }); within = page.end[i]! }
  }
  return found
}

/** Elements that the markup calls pinned, with prose and none of the other posts in them: they stand apart from the rest, over them. */
function pinnedApart(page: Page, blocks: readonly PageBlock[], from: Int32Array, to: Int32Array, meanings: readonly (Meanings | null)[], posts: readonly PagePost[]): PagePost[] {
  const found: PagePost[] = []
  let next = 0, within = -1
  for (let i = 0; i < page.count; i++) {
    while (next < posts.length && posts[next]!.element < i) within = Math.max(within, page.end[posts[next++]!.element]!)
    if (i < within || !meanings[i]?.has('pinned') || to[i]! - from[i]! < 1 || (next < posts.length && posts[next]!.element < page.end[i]!)) continue
    if (!blocks.slice(from[i], Math.min(to[i]!, from[i]! + NEAR_TOP)).some((block) => block.words >= 12 && block.linked < block.text.length * 0.5)) continue
    found.push({ element: i, data: null })
    within = page.end[i]!
  }
  return found
}

/** Has a time, a clock or a date of its own. */
function hasTime(page: Page, element: number, blocks: readonly PageBlock[], from: number, to: number): boolean {
  const last = Math.min(page.end[element]!, element + 60)
  for (let i = element + 1; i < last; i++) if (page.tag[i] === 'time' || page.attributes[i]?.['data-timestamp'] !== undefined || page.attributes[i]?.['itemprop'] === 'datePublished') return true
  for (let b = from; b < Math.min(to, from + 4); b++) if (blocks[b]!.words <= 8 && /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b/i.test(blocks[b]!.text)) return true
  return false
}

function byLikeness(page: Page, blocks: readonly PageBlock[], from: Int32Array, to: Int32Array, meanings: readonly (Meanings | null)[]): PagePost[] {
  const groups = new Map<string, number[]>()
  for (let i = 0; i < page.count; i++) {
    if (!CONTAINERS.has(page.tag[i]!) || to[i]! - from[i]! < 2 || meanings[i]?.has('comment_prompt') || meanings[i]?.has('navigation')) continue
    const signature = `${page.parent[i]} ${page.tag[i]} ${page.attributes[i]?.['class']?.trim().split(/\s+/)[0] ?? ''}`
    const group = groups.get(signature)
    if (group) group.push(i)
    else groups.set(signature, [i])
  }
  let best: number[] = [], most = 0
  for (const group of groups.values()) {
    if (group.length < LEAST_POSTS) continue
    const timed = group.filter((i) => hasTime(page, i, blocks, from[i]!, to[i]!))
    if (timed.length < LEAST_POSTS || timed.length < group.length * 0.6) continue
    let words = 0
    for (const i of timed) for (let b = from[i]!; b < to[i]!; b++) if (blocks[b]!.linked < blocks[b]!.text.length * 0.5 && blocks[b]!.words >= 8) words += blocks[b]!.words
    if (words > most && words >= timed.length * 12) { best = timed; most = words }
  }
  return best.map((element) => ({ element, data: null }))
}

/** The elements of the posts, in page order; empty where the page is no live blog. */
export function findPostElements(page: Page, blocks: readonly PageBlock[], ranges: { from: Int32Array; to: Int32Array }, meanings: readonly (Meanings | null)[], data: LdArticle | null, live: boolean): PagePost[] {
  if (!live) return []
  const { from, to } = ranges
  const filled = (posts: PagePost[]): PagePost[] => posts.filter((post) => to[post.element]! > from[post.element]!)
  const known = data ? filled(byData(page, data.posts)) : []
  const marked = known.length >= 2 ? known : filled(byMark(page))
  const posts = marked.length >= 2 ? marked : byLikeness(page, blocks, from, to, meanings)
  return posts.length === 0 ? posts : [...pinnedApart(page, blocks, from, to, meanings, posts), ...posts].sort((a, b) => a.element - b.element)
}

/** Whether the names around a post that hold no other, its own, or those at its top have a meaning. */
export function isCalled(meaning: Meaning, page: Page, element: number, meanings: readonly (Meanings | null)[], isAnother: (element: number) => boolean): boolean {
  for (let i = element; i < Math.min(page.end[element]!, element + NEAR_TOP); i++) if (meanings[i]?.has(meaning)) return true
  for (let at = page.parent[element]!; at >= 0 && !isAnother(at); at = page.parent[at]!) if (meanings[at]?.has(meaning)) return true
  return false
}

/** The times of a post, by its `<time>` elements and their names; ISO or null. */
export function postTimes(page: Page, element: number): { time: string | null; modified: string | null } {
  let time: string | null = null, modified: string | null = null
  for (let i = element; i < page.end[element]!; i++) {
    const attributes = page.attributes[i]
    if (!attributes) continue
    const property = attributes['itemprop'] ?? ''
    const stamp = attributes['data-timestamp'] ?? attributes['data-time']
    if (page.tag[i] !== 'time' && stamp === undefined && !/^date(?:Published|Modified)$/.test(property)) continue
    const date = parseDate(attributes['datetime'] ?? attributes['content'] ?? stamp)
    if (date === null) continue
    const changed = property === 'dateModified' || /updat|modif/i.test(attributes['class'] ?? '') || aroundUpdated(page, i)
    if (changed) modified ??= date
    else time ??= date
  }
  return { time, modified }
}

/** "Updated at 19.41": the words right before a time. */
function aroundUpdated(page: Page, element: number): boolean {
  const before = element - 1
  return before >= 0 && page.tag[before] === '' && /(?:updated|modified)(?:\s+(?:at|on))?:?\s*$/i.test(page.text[before]!.slice(-40))
}
