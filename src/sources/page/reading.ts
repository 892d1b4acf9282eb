// A page to blocks: the headline, what stands between it and the text, and the text.
import { furnitureTable } from '../../languages/furniture.ts'
import type { PassageKind } from '../../model/report.ts'
import { blankReading, type Block, type Reading } from '../reading.ts'
import { pageBlocks, type PageBlock } from './blocks.ts'
import { findBody, isProse, type Region } from './body.ts'
import { readData } from './json-ld.ts'
import { elementMeanings, type Meaning } from './markup.ts'
import { readMetadata, type Metadata } from './metadata.ts'
import { parsePage, type Page } from './tree.ts'

const LINKED = 0.6
const LONGEST_NOTE = 4000

const fold = (text: string): string => text.toLowerCase().replace(/[’‘ʼ`]/g, "'").replace(/[^\p{L}\p{N}']+/gu, ' ').trim()

/** The block of the headline: the h1 that the title begins with, else the last h1 before the text, else none. */
function findHeadline(blocks: readonly PageBlock[], region: Region, title: string | null): number {
  const wanted = title === null ? '' : fold(title)
  let last = -1
  for (let b = 0; b < blocks.length && b < region.to; b++) {
    const block = blocks[b]!
    if (block.level === 0 || region.reason[b] === 'hidden') continue
    const own = fold(block.text)
    if (own.length >= 8 && wanted !== '' && (wanted.startsWith(own) || own.startsWith(wanted))) return b
    if (block.level === 1 && block.words >= 3 && b <= region.from + 6) last = b
  }
  return last
}

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
    if (tag === 'td' || tag === 'th') return tableKind(page, at)
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

/** Blocks between the headline and the text: standfirst, byline, date. */
function isHead(block: PageBlock, role: Meaning | null, reason: string | null): boolean {
  if (reason !== null && reason !== 'author_note') return false
  return role === 'standfirst' ? block.words >= 5 : role === 'byline' && block.words <= 25
}

/** Reads a page. `url`: where it was found, for the date in its path. */
export function readPage(html: string, url: string | null): Reading {
  const page = parsePage(html)
  const meanings = page.tag.map((tag, i) => (tag === '' ? null : elementMeanings(tag, page.attributes[i]!)))
  const unseen = new Uint8Array(page.count)
  for (let i = 0; i < page.count; i++) if (meanings[i]?.has('hidden')) unseen[i] = 1
  const blocks = pageBlocks(page, unseen)
  const region = findBody(page, blocks, meanings)
  const data = readData(page.data)
  const first = readMetadata(page, data, url, -1, [])
  const headline = findHeadline(blocks, region, first.title)
  const near: string[] = []
  for (let b = Math.max(0, headline - 3); b < Math.min(blocks.length, Math.max(headline, region.from) + 12); b++) near.push(blocks[b]!.text)
  const about = readMetadata(page, data, url, headline < 0 ? -1 : blocks[headline]!.node, near)
  return assemble(page, blocks, region, headline, about)
}

function assemble(page: Page, blocks: readonly PageBlock[], region: Region, headline: number, about: Metadata): Reading {
  const reading: Reading = { ...blankReading(), outlet: about.outlet, language: about.language, canonical: about.canonical, published: about.published, publishedFrom: about.publishedFrom, byline: about.authors.join(', ') || null }
  const made: Block[] = []
  const add = (b: number, kind: PassageKind | null): void => {
    const block = blocks[b]!
    made.push({ text: block.text, kind, stanza: block.stanza, indent: 0, bullet: '', post: -1, linked: block.linked / block.text.length })
  }
  const remove = (b: number, why: string): void => { reading.removed.push({ text: blocks[b]!.text.slice(0, LONGEST_NOTE), why }) }
  reading.title = headline >= 0 ? blocks[headline]!.text : about.title
  if (headline >= 0) add(headline, 'headline')
  if (headline >= 0 && headline < region.from) for (let b = headline + 1; b < region.from; b++) if (isHead(blocks[b]!, region.role[b]!, region.reason[b]!)) add(b, region.role[b] === 'standfirst' ? 'standfirst' : 'byline')
  const ended = sections(blocks, region)
  const standfirsts = region.role.reduce((n, role, b) => n + (role === 'standfirst' && b >= region.from && b < region.to ? 1 : 0), 0)
  for (let b = region.from; b < region.to; b++) {
    if (b === headline) continue
    const block = blocks[b]!, why = region.reason[b] ?? ended.get(b) ?? null
    const kind = kindOf(page, block, region.role[b]!)
    if (why !== null) remove(b, why)
    else if (block.level === 1) remove(b, 'repeated_title')
    else if (block.linked > block.text.length * LINKED && (kind === 'list_item' || block.words < 25)) remove(b, 'related_links')
    else if (/^<[a-z]/i.test(block.text) && block.text.endsWith('>')) remove(b, 'markup')
    else add(b, kind === 'standfirst' && standfirsts > 2 ? null : kind)
  }
  for (let b = 0; b < blocks.length; b++) if ((b < region.from || b >= region.to) && region.reason[b] === null && b !== headline && isProse(blocks[b]!) && !made.some((one) => one.text === blocks[b]!.text)) remove(b, 'outside_article')
  reading.blocks = made
  return reading
}
