// One thing told of again, and another of its kind told elsewhere.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const struck = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.quantities.some((q) => q.measure === 'struck')).map((c) => `${c.quantities[0]!.of} at ${c.place?.name ?? '-'}`)

describe('a thing hit, and a thing hit elsewhere', () => {
  it.each([
    ['another school in another town', 'A rocket hit a school in Mocoa on Monday. Teachers spoke of panic. A shell hit a school in Pasto at noon.', ['school at Mocoa', 'school at Pasto']],
    ['the same school told again', 'A rocket hit a school in Mocoa on Monday. Teachers spoke of panic. A rocket hit a school at noon, they said.', ['school at Mocoa']],
    ['the same town named again', 'A rocket hit a school in Mocoa on Monday. Teachers spoke of panic. In Mocoa a rocket hit a school at noon, they said.', ['school at Mocoa']],
  ])('%s', (_, text, expected) => expect(struck(text)).toEqual(expected))
})
