import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, stanceOf } from '../../../src/stages/extract/attribution/index.ts'
import { documentOf } from './documents.ts'
import { growthFourfold } from '../../growth.ts'

const piece = fc.constantFrom('said', 'said that', 'told', 'according to', 'the mayor', 'Ana Brill', 'he', 'it', 'they', 'who', 'which', 'and', 'but', 'while', 'as', ',', '.', ':', '“', '”', '"', '‘', '’', '(', ')', '–', '\n', 'six farmers', 'were burned', 'reports', 'the ministry of defence', 'of', 'for', 'in', "'s", 'denied', 'claims', 'confirmed by', 'adding', 'on Friday', 'Mr', 'MoD', 'not', 'was', 'May', '7')
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(' '))

test('spans slice to their quotes, lie in the text and nest', () => {
  fc.assert(fc.property(text, (written) => {
    const document = documentOf(written)
    const speech = attribute(document)
    for (const s of speech.statements) expect(written.slice(s.start, s.end)).toBe(s.quote)
    speech.attributions.forEach((a, i) => {
      expect(a.first).toBeLessThan(a.last)
      expect(a.last).toBeLessThanOrEqual(document.tokens.count)
      expect(a.nestedIn).toBeLessThan(i)
      expect(a.speaker.name).not.toBe('')
      expect(written.slice(document.tokens.start[a.speaker.first], document.tokens.end[a.speaker.last - 1])).toBe(a.speaker.written)
    })
    for (let i = 0; i < document.tokens.count; i++) {
      const a = speech.speakerAt(i)
      if (a) expect(a.first <= i && i < a.last).toBe(true)
      stanceOf(document, i, i + 1, a)
    }
  }), { numRuns: 300 })
})

test('the same text gives the same voices', () => {
  fc.assert(fc.property(text, (written) => {
    expect(JSON.stringify(attribute(documentOf(written)).statements)).toBe(JSON.stringify(attribute(documentOf(written)).statements))
  }), { numRuns: 50 })
})

const hostile: [string, (n: number) => string][] = [
  ['quotation marks', (n) => '“'.repeat(n)], ['straight marks', (n) => '" a '.repeat(n)], ['brackets', (n) => '('.repeat(n) + 'a' + ')'.repeat(n)],
  ['speakers in one sentence', (n) => ', he said'.repeat(n)], ['names', (n) => 'Aa Bb said '.repeat(n)], ['appositions', (n) => 'Mr A, the mayor of B, '.repeat(n)],
  ['conjunctions', (n) => `${'A and '.repeat(n)} said no`], ['sources', (n) => 'according to A, '.repeat(n)], ['lines', (n) => '“a\n'.repeat(n)],
  ['bodies', (n) => Array.from({ length: n >> 3 }, (_, i) => `The N${i.toString(36)} ministry said it. The ministry said so.`).join(' ')],
  ['people', (n) => Array.from({ length: n >> 3 }, (_, i) => `N${i.toString(36)} Smith said it. He said so. Smyth agreed.`).join(' ')],
]
test.each(hostile)('linear: %s', (_, make) => {
  expect(growthFourfold((n) => attribute(documentOf(make(n))), 6000)).toBeLessThan(12)
})
