// A toll told again is the same toll: one place, one day, one span; other numbers and other harms keep theirs.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** Each count with its place, its day and whether it is a running total. */
const told = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.flatMap((c) => c.quantities.map((q) => `${q.measure} ${q.value} ${c.place?.name ?? '-'} ${c.date?.from ?? '-'}${q.cumulative ? ' total' : ''}`))

it.each<[why: string, text: string, expected: string[]]>([
  ['the town that a later telling names', 'At least 14 people were killed in northern Iraq on Tuesday. Shells fell on Sinjar on Tuesday, killing 14 people, a nurse said.', ['killed 14 Sinjar 2031-05-06', 'killed 14 Sinjar 2031-05-06']],
  ['what else the sentence tells of the region goes with it', 'At least 14 people were killed and five were injured in northern Iraq on Tuesday. Shells fell on Sinjar on Tuesday, killing 14 people, a nurse said.', ['killed 14 Sinjar 2031-05-06', 'injured 5 Sinjar 2031-05-06', 'killed 14 Sinjar 2031-05-06']],
  ['the day that is said of it, not the day of saying it', 'A raid killed 14 people in Sinjar, officials said on Wednesday. Shells fell on Sinjar on Monday. Fourteen people were killed there on Monday, a baker said.', ['killed 14 Sinjar 2031-05-05', 'killed 14 Sinjar 2031-05-05']],
  ['confirmed so far, and still the toll of one day', 'A blast killed 16 people at a market in Mosul on Tuesday. “So far we have confirmed that 16 people died,” a police officer said.', ['killed 16 Mosul 2031-05-06', 'killed 16 Mosul 2031-05-06']],
  ['another number is another harm', 'At least 14 people were killed in northern Iraq on Tuesday. Shells fell on Sinjar on Tuesday, killing nine people, a nurse said.', ['killed 14 northern Iraq 2031-05-06', 'killed 9 Sinjar 2031-05-06']],
  ['two towns told keep their own', 'Shells fell on Sinjar on Tuesday, killing 14 people, a nurse said. A bomb in Mosul on Tuesday killed 14 people, a baker said.', ['killed 14 Sinjar 2031-05-06', 'killed 14 Mosul 2031-05-06']],
  ['a neighbourhood is finer than the town of the headline', 'Bomb kills 14 in Mosul\n\nA bomb killed 14 people on Tuesday in a Mosul neighbourhood, a nurse said. The bomb went off in the Tarwan neighbourhood on Tuesday, she said.', ['killed 14 Tarwan 2031-05-06']],
  ['small numbers fall on much', 'The council met. It spoke of roads. Two people were killed in northern Iraq on Tuesday. Shells fell on Sinjar on Tuesday, killing two people, a nurse said.', ['killed 2 northern Iraq 2031-05-06', 'killed 2 Sinjar 2031-05-06']],
  ['few killed in each of two towns', 'Eight villagers were killed in Lahore on Monday. Eight people were killed in Karachi on Tuesday.', ['killed 8 Lahore 2031-05-05', 'killed 8 Karachi 2031-05-06']],
  ['few killed in each of two regions', 'Eight people were killed in the Kharkiv region on Monday. In the Sumy region, eight people were killed on Monday.', ['killed 8 Kharkiv Oblast 2031-05-05', 'killed 8 Sumy Oblast 2031-05-05']],
  ['a town in the region told before', 'Eight people were killed in the Kharkiv region on Monday. Eight people were killed in Kupiansk.', ['killed 8 Kupiansk 2031-05-05']],
  ['others who were also killed', 'Two fighters were killed in Goma on Monday. Two villagers were also killed by gunshots.', ['killed 2 Goma 2031-05-05', 'killed 2 Goma 2031-05-05']],
  ['those held are others than those taken on a day', 'Twelve militants were captured in Goma on Friday. The group is holding 12 hostages, the military has said.', ['captured 12 Goma 2031-05-02', 'captured 12 Goma - total']],
  ['a place abroad is not in it', 'At least 14 people were killed in northern Iraq on Tuesday. Shells fell on Deraa in Syria on Tuesday, killing 14 people, a nurse said.', ['killed 14 northern Iraq 2031-05-06', 'killed 14 Daraa 2031-05-06']],
])('%s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['what the worst this year is compared over is no date', 'A bomber killed 20 people in Mosul on Monday and wounded 29 in the worst attack this year.', ['killed 20 Mosul 2031-05-05', 'injured 29 Mosul 2031-05-05']],
  ['the day of the attack, not that of the words', 'Gunmen killed three people in Gao on Saturday. An official on Monday said that 19 people were wounded in the attack.', ['killed 3 Gao 2031-05-03', 'injured 19 Gao 2031-05-03']],
  ['another harm has the day that its words have', 'Gunmen killed three people in Gao on Saturday. Nine people died in Mopti on Monday.', ['killed 3 Gao 2031-05-03', 'killed 9 Mopti 2031-05-05']],
  ['a span of hours is not gone on with', 'Clashes in Mosul have killed 133 fighters over the past 48 hours. A grenade wounded four guards in Sinjar.', ['killed 133 Mosul 2031-05-06', 'injured 4 Sinjar 2031-05-08']],
  ['this year, counted', 'Mines have killed 120 people in Mosul this year.', ['killed 120 Mosul 2031-01-01 total']],
  ['the bombing goes on after the attacks of the month before', 'A bomber killed 20 people at a market in Mosul on Monday. The town saw a series of attacks last month. Talks failed. Traders closed their shops. The ministry said 29 people were wounded in the bombing.', ['killed 20 Mosul 2031-05-05', 'injured 29 Mosul 2031-05-05']],
  ['a bombing of long ago keeps its day', 'Shells killed 20 people in Mosul on Monday. Last August, a bomber killed 30 people in Mosul.', ['killed 20 Mosul 2031-05-05', 'killed 30 Mosul 2030-08-01']],
])('%s', (_, text, expected) => { expect(told(text)).toEqual(expected) })
