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

const people = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.flatMap((c) => c.quantities.map((q) => `${q.measure} ${q.value}`))

describe('people told of again, and others', () => {
  it.each([
    ['a wife is another than he', 'Bram Toller was killed in Mocoa on Monday. His wife was killed in the same raid.', ['killed 1', 'killed 1']],
    ['the same wife', 'His wife was killed in Mocoa on Monday. On Tuesday the sexton said his wife was killed by a shell.', ['killed 1']],
    ['seized together', 'Bram Toller was kidnapped in Mocoa along with his wife.', ['captured 1', 'captured 1']],
    ['a driver is no clerk', 'A clerk was killed in Mocoa on Monday. In Pasto the driver was killed by a mine.', ['killed 1', 'killed 1']],
    ['the woman is the clerk', 'A clerk was killed in Mocoa on Monday. The woman was killed by a mine.', ['killed 1']],
    ['a number pointed back to', 'Rebels released six soldiers in Mocoa on Monday. All six soldiers were handed over at noon.', ['released 6']],
    ['another six', 'Rebels released six soldiers in Mocoa on Monday. Another six soldiers were handed over in Pasto at noon.', ['released 6', 'released 6']],
  ])('%s', (_, text, expected) => expect(people(text)).toEqual(expected))
})
