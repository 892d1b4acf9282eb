// Lists of other stories: three or more alike elements side by side, each a linked headline with perhaps a few words.
import type { PageBlock } from './blocks.ts'
import type { Meanings } from './markup.ts'
import type { Page } from './tree.ts'

const LEAST_CARDS = 3
const MOST_WORDS = 70
/** Prose that has to stand outside of the cards before they are taken for furniture. */
const LEAST_OUTSIDE = 40

/** Whether the blocks `from` to `to` begin with a linked headline. */
function isCard(blocks: readonly PageBlock[], from: number, to: number): boolean {
  let words = 0
  for (let b = from; b < to; b++) words += blocks[b]!.words
  if (words > MOST_WORDS || words < 3) return false
  for (let b = from; b < Math.min(to, from + 4); b++) {
    const block = blocks[b]!
    if (block.words >= 3 && block.linked >= block.text.length * 0.8) return true
  }
  return false
}

/** Sets the reason `related_links` on the elements of such lists. */
export function markCards(page: Page, blocks: readonly PageBlock[], from: Int32Array, to: Int32Array, reasonOf: (string | null)[], meanings: readonly (Meanings | null)[]): void {
  // children of one parent with one signature, as they come; only elements that hold more than one block can be cards with a text
  const groups = new Map<string, number[]>()
  for (let i = 0; i < page.count; i++) {
    if (page.tag[i] === '' || reasonOf[i] !== null || from[i] === to[i] || to[i]! - from[i]! > 12 || meanings[i]?.has('body')) continue
    const tag = page.tag[i]!
    if (tag !== 'li' && tag !== 'div' && tag !== 'article' && tag !== 'section' && tag !== 'a') continue
    const signature = `${page.parent[i]} ${tag} ${page.attributes[i]?.['class']?.split(' ')[0] ?? ''}`
    const group = groups.get(signature)
    if (group) group.push(i)
    else groups.set(signature, [i])
  }
  let outside = 0
  for (const block of blocks) if (block.words >= 12 && block.linked < block.text.length * 0.3) outside += block.words
  const marked: number[] = []
  for (const group of groups.values()) {
    if (group.length < LEAST_CARDS) continue
    const cards = group.filter((i) => isCard(blocks, from[i]!, to[i]!))
    if (cards.length < LEAST_CARDS || cards.length < group.length * 0.6) continue
    for (const i of group) marked.push(i)
  }
  let inside = 0
  for (const i of marked) for (let b = from[i]!; b < to[i]!; b++) if (blocks[b]!.words >= 12 && blocks[b]!.linked < blocks[b]!.text.length * 0.3) inside += blocks[b]!.words
  if (outside - inside < LEAST_OUTSIDE) return
  for (const i of marked) for (let k = i; k < page.end[i]!; k++) reasonOf[k] ??= 'related_links'
}
