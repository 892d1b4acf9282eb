// Words of saying by which nothing is said, and sources that are nobody.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../../src/gazetteer/open.ts'
import { readAndExtract } from '../../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** Each count with who says it. */
const voiced = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.quantities.length > 0).map((c) => `${c.quantities[0]!.value} ${c.claimant?.name ?? '-'}`)

it.each<[why: string, text: string, expected: string[]]>([
  ['who claims an attack gives no number of its dead', 'The Taliban claimed responsibility for an attack in Kabul that killed 24 people on Monday.', ['24 -']],
  ['a coalition that owns up to a strike', 'The coalition acknowledged responsibility for an air strike that killed 140 people in Sanaa on Monday.', ['140 -']],
  ['lives are claimed by a bomb', 'A suicide bombing in Quetta claimed 26 lives on Monday.', ['26 -']],
  ['data are nobody’s', 'The ministry reports that the army, according to preliminary data, has lost 16 soldiers in Shusha.', ['16 ministry']],
  ['who claims a number says it', 'The Taliban claimed that 24 soldiers were killed in Kabul on Monday.', ['24 Taliban']],
  ['figures of somebody are his', 'According to the ministry’s preliminary data, 16 soldiers were killed in Shusha on Monday.', ['16 ministry’s preliminary data']],
])('%s', (_, text, expected) => { expect(voiced(text)).toEqual(expected) })
