// Copies of a story are known however they were rewritten, and different stories stay apart.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedOf, sketchOf } from '../../src/stages/weigh/copies.ts'
import { copiesAmong, copiesOf } from '../../src/stages/weigh/copy-index.ts'
import { growthFourfold } from '../growth.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
/** The samples but one of each pair that is a copy on purpose. */
const stories = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt') && !name.includes('copy')).map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'))

const AROUND = 'Sign up to our newsletter for the day in brief every morning. Read more like this on our pages. Follow us for more through the day. All rights are with the publisher and nothing may be printed again without leave.'
const REWRITES: Record<string, (paragraphs: string[]) => string[]> = {
  'cut by a quarter': (p) => p.slice(0, Math.ceil(p.length * 0.75)),
  'cut by two fifths': (p) => p.slice(0, Math.ceil(p.length * 0.6)),
  'put in another order': (p) => [...p].reverse(),
  'under another headline': (p) => ['Quite another headline stands over this story', ...p.slice(1)],
  'with boilerplate around it': (p) => [AROUND, ...p, AROUND],
  'cut, in another order, under another headline and with boilerplate': (p) => [AROUND, 'Quite another headline', ...p.slice(1, Math.ceil(p.length * 0.8)).reverse()],
}
const rewritten = (story: string, way: (paragraphs: string[]) => string[]): string => way(story.split(/\n+/).map((line) => line.trim()).filter(Boolean)).join('\n\n')

const vocabulary = [...new Set(stories.join(' ').toLowerCase().match(/[a-z]{3,}/g))]

/** Another story in the words of the samples: every sentence its own, but each begins as agencies begin. */
function other(n: number): string {
  let seed = n * 2_654_435_761 >>> 0
  const word = (): string => { seed = Math.imul(seed, 1_664_525) + 1_013_904_223 >>> 0; return vocabulary[seed % vocabulary.length]! }
  return Array.from({ length: 20 }, () => `The governor said on Telegram that ${Array.from({ length: 15 }, word).join(' ')}.`).join('\n')
}

describe('copies', () => {
  it('of rewrites at least 98 % are known, and of what is taken for a copy at least 99 % is one', () => {
    const all = [...stories], story = stories.map((_, i) => i)
    for (const way of Object.values(REWRITES)) for (const [i, text] of stories.entries()) { all.push(rewritten(text, way)); story.push(i) }
    for (let n = 0; n < 400; n++) { all.push(other(n)); story.push(stories.length + n) }
    const first = copiesOf(all)
    let known = 0, meant = 0, taken = 0
    for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
      const same = story[i] === story[j], together = first[i] === first[j]
      if (same) meant++
      if (together) taken++
      if (same && together) known++
    }
    expect(known / meant).toBeGreaterThanOrEqual(0.98)
    expect(known / taken).toBeGreaterThanOrEqual(0.99)
  })

  it.each(Object.entries(REWRITES).slice(0, 5))('%s', (_, way) => {
    for (const text of stories) expect(copiesOf([text, rewritten(text, way)])).toEqual([0, 0])
  })

  it('says how much was kept: all of a cut story, half of one that was half rewritten', () => {
    const lines = other(1).split('\n'), second = other(77).split('\n')
    const shared = (text: string): number => sharedOf(sketchOf(lines.join('\n'))!, sketchOf(text)!)
    expect(shared(lines.slice(0, 10).join('\n'))).toBeGreaterThan(0.8)
    expect(shared([...lines.slice(0, 10), ...second.slice(10)].join('\n'))).toBeGreaterThan(0.25)
    expect(shared([...lines.slice(0, 10), ...second.slice(10)].join('\n'))).toBeLessThan(0.75)
    expect(shared(second.join('\n'))).toBeLessThan(0.4)
  })

  it('short texts are copies only where they are the same; what has no words is nobody\'s', () => {
    expect(copiesOf(['Two people were hurt in Goma.', 'Two people were hurt in Goma.', 'Two people were hurt in Bunia.', '', ''])).toEqual([0, 0, 2, 3, 4])
  })

  it('the first of a group is the smallest index of its group', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), (picks) => {
      const first = copiesOf(picks.map((n) => other(n * 31)))
      for (const [i, f] of first.entries()) { expect(f).toBeLessThanOrEqual(i); expect(picks[f]).toBe(picks[i]) }
    }), { numRuns: 40 })
  })

  it('four times as many reports are indexed in about four times the time, the same boilerplate in all of them or none', () => {
    for (const around of ['', AROUND.repeat(3)]) {
      const sketches = Array.from({ length: 2000 }, (_, n) => sketchOf(around + other(n)))
      expect(growthFourfold((times) => copiesAmong(sketches.slice(0, times)), 500)).toBeLessThan(11) // four, and what it costs to leave the processor's cache; all pairs would be sixteen
    }
  }, 60_000)
})
