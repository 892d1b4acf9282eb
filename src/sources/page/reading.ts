// A page to blocks: where its headline, its text and its posts are.
import type { Reading } from '../reading.ts'
import { blockRanges, pageBlocks, type PageBlock } from './blocks.ts'
import { findBody, isProse, type Region } from './body.ts'
import { carriedText, OWN_TEXT } from './carried.ts'
import { collect } from './collect.ts'
import { fold } from './found.ts'
import { readData } from './json-ld.ts'
import { elementMeanings, type Meanings } from './markup.ts'
import { findPostElements, saysLive } from './live-posts.ts'
import { metas, readMetadata } from './metadata.ts'
import { ownStory } from './several.ts'
import { parsePage, type Page } from './tree.ts'

/** The block of the headline: the h1 that the title begins with, else the last h1 before the text, else none. */
function findHeadline(blocks: readonly PageBlock[], region: Region, title: string | null): number {
  const wanted = title === null ? '' : fold(title)
  // without a title to go by, the only first heading of a page is its headline, however short
  const least = title === null && blocks.filter(({ level }) => level === 1).length === 1 ? 1 : 3
  let last = -1
  for (let b = 0; b < blocks.length && b < region.to; b++) {
    const block = blocks[b]!
    if (block.level === 0 || region.reason[b] === 'hidden') continue
    const own = fold(block.text)
    // a heading that is only the title's first words names something else, unless it is the first of headings
    if (own.length >= (block.level === 1 ? 8 : wanted.length * 0.6) && wanted !== '' && block.words >= 2 && (wanted.startsWith(own) || own.startsWith(wanted))) return b
    if (block.level === 1 && block.words >= least && b <= region.from + 6) last = b
  }
  return last
}

/** Paragraphs of the article before which its day may be printed. */
const PROSE_NEAR = 2

/** Reads a page. `url`: where it was found, for the date in its path. */
export function readPage(html: string, url: string | null): Reading { return readElements(html, url, false) }

/** `carried`: the page is the text that another carried. */
function readElements(html: string, url: string | null, carried: boolean): Reading {
  const page = parsePage(html)
  const meanings: (Meanings | null)[] = []
  for (let i = 0; i < page.count; i++) meanings.push(page.tag[i] === '' ? null : elementMeanings(page.tag[i]!, page.attributes[i]!))
  const blocks = pageBlocks(page, meanings)
  const data = readData(page.data)
  const ranges = blockRanges(page, blocks)
  const live = saysLive(page, data, url)
  const posts = findPostElements(page, blocks, ranges, meanings, data, live)
  const around = findBody(page, blocks, meanings, ranges, posts.map((post) => post.element))
  const meta = metas(page)
  const first = readMetadata(page, meta, data, url, -1, [])
  const region = live || posts.length > 0 ? around : ownStory(page, blocks, around, ranges, first.title)
  const headline = findHeadline(blocks, region, first.title)
  const near: string[] = []
  for (let b = Math.max(0, headline - 3), prose = 0; b < Math.min(blocks.length, Math.max(headline, region.from) + 12); b++) {
    // a day among the paragraphs is that of something quoted, or of a comment
    if (b >= region.from && b > headline && isProse(blocks[b]!) && ++prose > PROSE_NEAR) break
    near.push(blocks[b]!.text)
  }
  const about = readMetadata(page, meta, data, url, headline < 0 ? -1 : blocks[headline]!.node, near)
  const reading = collect({ page, blocks, region, headline, about, posts, ranges, data, live, meanings })
  return carried || reading.posts.length > 0 ? reading : withCarried(reading, html, page, data?.body ?? null, url)
}

/** The reading, or where its elements hold next to nothing, with the text that the page carries otherwise. */
function withCarried(reading: Reading, html: string, page: Page, body: string | null, url: string | null): Reading {
  const own = reading.blocks.flatMap(({ kind, text }) => (kind === 'headline' || kind === 'byline' ? [] : text.split(' ')))
  const text = own.length >= OWN_TEXT ? null : carriedText(html, page, body, own)
  if (text === null) return reading
  const { blocks, removed, title } = readElements(text, url, true)
  const headline = reading.blocks.filter(({ kind }) => kind === 'headline')
  const rest = reading.blocks.filter(({ kind }) => kind !== 'headline').map((block) => ({ text: block.text, why: 'outside_article' }))
  return { ...reading, title: headline.length === 0 ? title ?? reading.title : reading.title, blocks: [...headline, ...blocks.filter(({ kind }) => kind !== 'headline' || headline.length === 0)], removed: [...reading.removed, ...rest, ...removed] }
}
