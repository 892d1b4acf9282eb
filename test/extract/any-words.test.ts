// Words of the tables in any order: whatever a report's words are, it is read without a fault, and what is found slices to its quote.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const TABLES = 'src/languages/en'
/** Every word that a table of the language names. */
const words = [...new Set(readdirSync(TABLES).filter((name) => name.endsWith('.tsv')).flatMap((name) => readFileSync(`${TABLES}/${name}`, 'utf8').split(/[\s,|]+/).filter((word) => /^[a-z][a-z_'-]{0,20}$/u.test(word)).map((word) => word.replaceAll('_', ' '))))].sort()
/** Small words that hold a sentence together, those that leave a noun out first. */
const SMALL = ['others', 'another', 'both', 'several', 'some', 'those', 'none', 'the', 'a', 'in', 'of', 'and', 'who', 'which', 'when', 'were', 'was', 'at', 'by', 'for', 'to', 'with', 'since', ',', ';', '–', ':', '(', ')', '“', '”', 'on Monday', 'Goma', 'Kyiv', 'Russia', 'Mali', 'five', '12', 'one', 'it', 'he', 'his', 'said', 'killed', 'soldiers']
/** Frames in which each event of the tables stands before a word that leaves its noun out. */
const EVENTS = ['attack', 'strike', 'raid', 'shelling', 'clash', 'bombing', 'ambush', 'siege', 'exercise', 'agreement', 'charges', 'crimes', 'care', 'council', 'explosion']
const FRAMES = ['In the E others were hurt in Goma.', 'The E others left two dead, and in the E others were hurt on Monday.', 'Two were in E others.', 'The Treaty Others of 1993 ended E several.', 'E others against civilians were committed by E another.', 'The fourth E other fell.', 'An Others struck E both.']

const word = fc.oneof(fc.constantFrom(...SMALL), fc.constantFrom(...words), fc.constantFrom(...words).map((w) => w.charAt(0).toUpperCase() + w.slice(1)))
const sentence = fc.oneof(
  { weight: 3, arbitrary: fc.array(word, { minLength: 2, maxLength: 18 }).map((all) => `${all.join(' ').replace(/^./u, (c) => c.toUpperCase())}.`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...FRAMES), fc.constantFrom(...EVENTS)).map(([frame, event]) => frame.replace(/\bE\b/gu, event)) },
)
const report = fc.tuple(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.constantFrom(' ', '\n\n'))

describe('words in any order', () => {
  it('are read without a fault, and every claim is the words that it says', () => {
    fc.assert(fc.property(report, ([sentences, between]) => {
      const text = sentences.join(between)
      const { report: read, extraction } = readAndExtract({ record: { id: 'any', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
      expect(read.trouble.filter(({ code }) => code === 'fault')).toEqual([])
      for (const { start, end, quote } of extraction.claims) expect(read.text.slice(start, end)).toBe(quote)
    }), { numRuns: 1500, seed: 20310508 })
  })
})
