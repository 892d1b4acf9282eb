// Where people are held who are counted far from there.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const held = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.quantities.some((q) => q.measure === 'captured')).map((c) => `${c.quantities[0]!.value} at ${c.place?.name ?? '-'}`)

describe('where people are held', () => {
  it.each([
    ['said once, it holds for those still held', 'Families marched in Bogota for the hostages held in Mocoa. Officials spoke at length. They said talks about the 40 remaining hostages had stalled.', ['40 at Mocoa']],
    ['what their own words say stands', 'Families marched for the hostages held in Mocoa. The army said 12 hostages are still held in Pasto.', ['12 at Pasto']],
    ['two places said as often tell nothing', 'Families marched in Bogota for the hostages held in Mocoa and for those held in Pasto. They said talks about the 40 remaining hostages had stalled.', expect.not.arrayContaining(['40 at Mocoa'])],
  ])('%s', (_, text, expected) => expect(held(text)).toEqual(expected))
})
