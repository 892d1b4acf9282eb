// What is kept of a page and as what, and what is taken out and why.
import { furnitureTable } from '../../languages/furniture.ts'
import type { PassageKind } from '../../model/report.ts'
import { blankReading, type Block, type Reading } from '../reading.ts'
import type { PageBlock } from './blocks.ts'
import { isProse, type Region } from './body.ts'
import { fold, type Found } from './found.ts'
import type { Meaning } from './markup.ts'
import { describePost, isPostHead, postOfBlocks, postsOfData } from './posts.ts'
import type { Page } from './tree.ts'

const LINKED = 0.6
const LONGEST_CELL = 15 // words
const LONGEST_NOTE = 4000

const KIND_OF_ROLE = new Map<Meaning, PassageKind>([['caption', 'caption'], ['credit', 'credit'], ['byline', 'byline'], ['dateline', 'byline'], ['standfirst', 'standfirst']])

/** What the markup says of a block. */
function kindOf(page: Page, block: PageBlock, role: Meaning | null): PassageKind | null {
  if (role !== null) {
    const kind = KIND_OF_ROLE.get(role)
    if (kind === 'byline' ? block.words <= 25 : kind === 'standfirst' ? true : kind !== undefined && block.words <= 120) return kind!
  }
  if (block.level > 0) return 'subheading'
  for (let at = block.element, n = 0; at >= 0 && n < 6; at = page.parent[at]!, n++) {
    const tag = page.tag[at]!
    if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'list_item'
    if (tag === 'td' || tag === 'th') return isProse(block) && block.words > LONGEST_CELL ? null : tableKind(page, at)
    if (tag === 'blockquote') return 'quotation'
    if (tag === 'figcaption' || tag === 'caption') return 'caption'
    if (tag === 'article' || tag === 'section' || tag === 'main') break
  }
  return null
}

/** Cells of a table that lays out the page are no table. */
function tableKind(page: Page, cell: number): PassageKind | null {
  let row = page.parent[cell]!, cells = 0
  for (let i = row + 1; row >= 0 && i < page.end[row]!; i = page.end[i]!) if (page.tag[i] === 'td' || page.tag[i] === 'th') cells++
  return cells >= 2 ? 'table' : null
}

/** The row that a block is a cell of; -1 for none. */
function rowOf(page: Page, { element }: PageBlock): number {
  for (let at = element, n = 0; at >= 0 && n < 6; at = page.parent[at]!, n++) if (page.tag[at] === 'tr') return at
  return -1
}

const BETWEEN_CELLS = ' | '

/** Headings after which nothing of the report comes ("Comments"): the reason for each block from there on. */
function sections(blocks: readonly PageBlock[], region: Region): Map<number, string> {
  const ended = new Map<number, string>()
  const known = furnitureTable().sections
  let prose = 0
  for (let b = region.from; b < region.to; b++) {
    const block = blocks[b]!
    if (isProse(block)) prose++
    if (block.words > 5 || prose < 2 || region.reason[b] !== null) continue
    const why = known.get(fold(block.text).replace(/\d+/g, '#'))
    if (why === undefined) continue
    for (let after = b; after < region.to; after++) {
      if (after > b && why !== 'comment_prompt' && blocks[after]!.level > 0) break
      ended.set(after, why)
    }
    if (why === 'comment_prompt') break
  }
  return ended
}

/** A block that is a link to another story and no sentence of this one. */
function isLink(found: Found, at: number, kind: PassageKind | null): boolean {
  const { blocks, region } = found
  const block = blocks[at]!, share = block.linked / block.text.length
  if (share <= LINKED || block.words >= 40) return false
  if (block.level > 0) return at + 1 >= region.to || region.reason[at + 1] !== null || !isProse(blocks[at + 1]!)
  if (kind === 'list_item') return true
  return share > 0.9 && block.words < 25 && !/[.,;:!?]["”’)]*$/.test(block.text)
}

/** A heading over nothing but links that went goes with them. */
function headsNothing(found: Found, at: number): boolean {
  const { blocks, region } = found
  let gone = 0
  for (let b = at + 1; b < region.to && blocks[b]!.level === 0; b++) {
    if (region.reason[b] !== 'related_links' && region.reason[b] !== 'advertisement' && region.reason[b] !== 'newsletter_prompt') return false
    gone++
  }
  return gone > 0
}

const NEAR_HEADLINE = 8

/** What a block between the headline and the text is: byline or standfirst; null for what is neither. */
function headKind(found: Found, at: number): PassageKind | null {
  const { blocks, region, headline, about } = found
  const block = blocks[at]!, role = region.role[at], reason = region.reason[at]
  if (reason !== null && reason !== 'author_note') return null
  if (role === 'standfirst') return block.words >= 5 ? 'standfirst' : null
  if (role === 'byline') return block.words <= 25 ? 'byline' : null
  if (reason !== null || role !== null || block.words < 6 || block.linked > block.text.length * 0.3 || at > headline + NEAR_HEADLINE) return null
  const description = fold(about.description ?? ''), own = fold(block.text)
  if (own.length >= 30 && (description.startsWith(own) || (description.length >= 30 && own.startsWith(description)))) return 'standfirst'
  return isProse(block) && block.words <= 60 && block.text.endsWith('.') ? 'standfirst' : null
}

/** Gathers the blocks of the report in page order, with what was left out. */
export function collect(found: Found): Reading {
  const { page, blocks, region, headline, about } = found
  const reading: Reading = { ...blankReading(), live: found.data?.types.includes('LiveBlogPosting') ?? false, outlet: about.outlet, language: about.language, canonical: about.canonical, published: about.published, publishedFrom: about.publishedFrom, modified: about.modified, modifiedFrom: about.modifiedFrom, byline: about.authors.join(', ') || null }
  const made: Block[] = []
  const taken = new Set<string>()
  const postOf = postOfBlocks(found)
  const described = found.posts.map((_, i) => describePost(found, i))
  const headings = new Set(described.map((post) => post.heading))
  let row = -1 // of the cell that was added last
  const add = (b: number, kind: PassageKind | null): void => {
    const block = blocks[b]!, before = made.at(-1), inRow = kind === 'table' && block.words <= LONGEST_CELL ? rowOf(page, block) : -1
    taken.add(block.text)
    // a figure without the words at the head of its row says nothing
    if (inRow >= 0 && inRow === row && before?.kind === 'table') { before.linked = (before.linked * before.text.length + block.linked) / (before.text.length + block.text.length); before.text += BETWEEN_CELLS + block.text; return }
    row = inRow
    made.push({ text: block.text, kind: headings.has(b) ? 'post_heading' : kind, stanza: block.stanza, indent: 0, bullet: '', post: postOf[b]!, linked: block.linked / block.text.length })
  }
  const remove = (b: number, why: string): void => { reading.removed.push({ text: blocks[b]!.text.slice(0, LONGEST_NOTE), why }) }
  reading.title = headline >= 0 ? blocks[headline]!.text : about.title
  if (headline >= 0) add(headline, 'headline')
  // a live blog's summary stands before its posts
  const summary = found.posts.length > 0
  if (headline >= 0) for (let b = headline + 1; b < region.from; b++) {
    const kind = headKind(found, b)
    if (kind !== null) add(b, kind)
    else if (summary && region.reason[b] === null && isProse(blocks[b]!)) add(b, null)
  }
  const ended = sections(blocks, region)
  const standfirsts = region.role.reduce((n, role, b) => n + (role === 'standfirst' && b >= region.from && b < region.to ? 1 : 0), 0)
  for (let b = region.from; b < region.to; b++) {
    if (b === headline) continue
    const block = blocks[b]!, why = region.reason[b] ?? ended.get(b) ?? null
    const kind = kindOf(page, block, region.role[b]!)
    if (why !== null) remove(b, why)
    else if (headings.has(b)) add(b, 'post_heading')
    else if (postOf[b]! >= 0 && block.words <= 10 && isPostHead(block.text, described[postOf[b]!]!.post.author)) add(b, 'byline')
    else if (block.level === 1) remove(b, 'repeated_title')
    else if (block.level > 1 && b < headline) remove(b, 'outside_article') // what it is the heading of is not this report
    else if (block.level > 1 && headsNothing(found, b)) remove(b, region.reason[b + 1]!)
    else if (postOf[b]! >= 0 && region.role[b] === 'dateline' && block.words <= 10) remove(b, 'timestamp')
    else if (isLink(found, b, kind)) remove(b, 'related_links')
    else if (/^<[a-z]/i.test(block.text) && block.text.endsWith('>')) remove(b, 'markup')
    else if (/^https?:\/\/\S+$/.test(block.text)) remove(b, 'address')
    else add(b, kind === 'standfirst' && (standfirsts > 2 || b > region.from + NEAR_HEADLINE) ? block.level > 0 ? 'subheading' : null : kind)
  }
  for (let b = 0; b < blocks.length; b++) if ((b < region.from || b >= region.to) && region.reason[b] === null && b !== headline && isProse(blocks[b]!) && !taken.has(blocks[b]!.text)) remove(b, 'outside_article')
  reading.blocks = made
  reading.posts = described.map((post) => post.post)
  const carried = found.live && found.posts.length < 2 ? postsOfData(found) : null
  if (carried && carried.posts.length >= 2) {
    // the data has all posts in full; of the elements only what stands before them is kept
    reading.blocks = [...made.filter((block) => block.kind === 'headline' || block.kind === 'standfirst' || block.kind === 'byline'), ...carried.blocks]
    reading.posts = carried.posts
  }
  return reading
}
