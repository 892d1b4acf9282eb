// Pages that go on with other stories when a reader has come to the end of the first: each an article of its own, with a
// first heading of its own. Only one of them is the page's.
import type { PageBlock } from './blocks.ts'
import { isProse, type Region } from './body.ts'
import { fold } from './found.ts'
import type { Page } from './tree.ts'

/** Words of prose that make a story. */
const LEAST_WORDS = 40

const isArticle = (page: Page, at: number): boolean => page.tag[at] === 'article' || /(?:Article|BlogPosting|Report)$/.test(page.attributes[at]?.['itemtype'] ?? '')

/** The region, cut down to the page's own story where it holds several: that whose heading the title begins with, else the first. */
export function ownStory(page: Page, blocks: readonly PageBlock[], region: Region, ranges: { from: Int32Array; to: Int32Array }, title: string | null): Region {
  const stories: { from: number, to: number, heading: string, element: number }[] = []
  for (let b = region.from; b < region.to; b++) {
    if (blocks[b]!.level !== 1 || region.reason[b] !== null) continue
    let element = blocks[b]!.element
    while (element >= 0 && !isArticle(page, element)) element = page.parent[element]!
    if (element < 0 || ranges.from[element]! < region.from || ranges.to[element]! > region.to) return region
    const last = stories.at(-1)
    if (last !== undefined && element < page.end[last.element]!) { if (element !== last.element) return region; continue } // one within another
    let words = 0
    for (let i = ranges.from[element]!; i < ranges.to[element]!; i++) if (isProse(blocks[i]!)) words += blocks[i]!.words
    if (words >= LEAST_WORDS) stories.push({ from: ranges.from[element]!, to: ranges.to[element]!, heading: fold(blocks[b]!.text), element })
  }
  if (stories.length < 2) return region
  const wanted = title === null ? '' : fold(title)
  const own = stories.find(({ heading }) => heading !== '' && wanted !== '' && (wanted.startsWith(heading) || heading.startsWith(wanted))) ?? stories[0]!
  return { ...region, element: own.element, from: own.from, to: own.to }
}
