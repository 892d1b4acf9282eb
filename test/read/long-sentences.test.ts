// Sentences that never end: cut where they pause, with every word in one of them.
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../src/pipeline.ts'
import { read } from '../../src/stages/read/index.ts'

const documentFrom = (text: string): ReturnType<typeof documentOf> => documentOf(read({ id: 'long', text, published: '2031-05-08', language: 'en' }, null, { raw: true }))

describe('a sentence without an end', () => {
  it.each<[why: string, text: string, sentences: number, ends: string]>([
    ['a list is cut at its commas', 'two tanks, '.repeat(2000), 3, ','],
    ['words without a pause are cut all the same', 'guns and '.repeat(3000), 3, 'and'],
    ['a long sentence of a report stays whole', `${'two tanks, '.repeat(300)}were lost.`, 1, '.'],
  ])('%s', (_, text, count, ends) => {
    const { sentences, tokens } = documentFrom(text)
    expect(sentences).toHaveLength(count)
    expect(tokens.lower[sentences[0]!.last - 1]).toBe(ends)
    // no token is lost, and none stands in two
    expect(sentences[0]!.first).toBe(0)
    expect(sentences.at(-1)!.last).toBe(tokens.count)
    for (let s = 1; s < sentences.length; s++) expect(sentences[s]!.first).toBe(sentences[s - 1]!.last)
  })
})
