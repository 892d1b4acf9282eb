// Acts of states told by a name or a noun, who speaks for a state, and what is only planned.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { extract } from '../../src/stages/extract/index.ts'
import { documentOf } from './counts-of.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const acts = (text: string): string[] => extract(documentOf(text), gazetteer).claims.filter((c) => c.type === 'diplomacy').map((c) => `${c.by ?? '-'} at ${c.place?.name ?? '-'} ${c.date?.from ?? '-'}..${c.date?.to ?? '-'}`)

describe('acts told by a name', () => {
  it.each([
    ['The Treaty of Lausanne (1923) drew the borders of modern Turkey.', ['- at Lausanne 1923-01-01..1923-12-31'], 'a pact by its town and its year'],
    ['After the war came the Dayton Agreement (1995).', ['- at Dayton 1995-01-01..1995-12-31'], 'the town stands before the noun'],
    ['The Treaty of Lausanne was a mistake of the war.', [], 'no year: spoken of'],
    ['The agreement of the rebels (1995) was void.', [], 'no name'],
    ['A resolution adopted by the UN Security Council on 12 December 2023 demanded a truce in Gaza.', ['United Nations at Gaza Strip 2023-12-12..2023-12-12'], 'a ruling with its body and its day'],
    ['A resolution of the UN Security Council could end the war in Gaza.', [], 'no day'],
    ['The decision of the US Congress to allocate aid to Taiwan was welcomed in Taipei.', ['United States at United States 2031-05-06..2031-05-06'], 'what a body decides'],
    ["Norway's decision to halt arms deliveries angered Riyadh.", ['Norway at Norway 2031-05-06..2031-05-06'], 'whose it is stands before it'],
    ['The decision to halt arms deliveries angered Riyadh.', [], 'nobody decides'],
    ["US envoy Amos Reed's trip to Port Sudan last month brought no truce.", ['United States at Port Sudan 2031-04-01..2031-04-30'], 'who goes where'],
    ["Before the US envoy's trip to Port Sudan, shells fell.", [], 'still to come'],
    ['The offensive coincided with the resumption of talks between the US and the Taliban in Doha.', ['United States at Doha 2031-05-06..2031-05-06'], 'talks that were resumed'],
    ['The army fears the outcome of war, as talks between the US and the Taliban are unlikely.', [], 'no place and no past'],
  ])('%s', (text, told) => expect(acts(text)).toEqual(told))
})

describe('who acts', () => {
  it.each([
    ['Kenyan President Peter Okello condemned the war in Sudan.', ['Kenya'], 'a statesman'],
    ['Kenyan businessman Peter Okello condemned the war in Sudan.', [], 'a private person'],
    ['A Kenyan human rights group condemned the war in Sudan.', [], 'a group of the land'],
    ['The foreign ministers of Spain, Ireland and Norway condemned the strike on the camp.', ['Spain', 'Ireland', 'Norway'], 'the first stands behind "of"'],
    ['Talks broke down, with the European Union calling for a truce in Sudan.', ['European Union'], 'a subject behind "with"'],
    ['Norway has been pushing for a ceasefire in Sudan.', ['Norway'], 'what a state presses for'],
    ['The rebels have been pushing for the town.', [], 'a push on the ground'],
    ['Rwanda denied claims that it armed the rebels.', ['Rwanda'], 'a denial'],
    ['The Kenyan foreign minister is expected to meet the rebels.', [], 'expected'],
    ['The Kenyan foreign minister plans to meet the rebels.', [], 'planned'],
    ['The Kenyan foreign minister met the rebels.', ['Kenya'], 'done'],
    ['Russia threatens all of Europe, and its war threatens us.', [], 'how things stand'],
    ['Kenya threatened to send missiles to Sudan.', ['Kenya'], 'a threat'],
    ['Had Kenya condemned the raid, the war would have ended.', [], 'it did not'],
    ['If Kenya agrees to talks, the war may end.', [], 'it may'],
    ['Kenya has long supported the peace talks.', [], 'how it has stood'],
    ['Thousands of Israelis demanded a deal on the hostages.', [], 'its people'],
    ['Many Kenyans reject the war.', [], 'its people'],
    ['Kenya rejects the peace deal.', ['Kenya'], 'the state'],
    ['The agreement that ended the war gave Serbia half of Bosnia.', [], 'what it once did'],
    ["Egypt's economy met its targets in the war.", [], 'no state'],
    ['The army ordered its troops to stay in the barracks after the strike.', [], 'its own'],
    ['A missile hit the yard, the Kenyan press office said.', [], 'a noun'],
    ['Kenya announced that two soldiers were killed in a raid.', [], 'a report of harm'],
    ['Kenya announced that it would leave the alliance after the raid.', ['Kenya'], 'an act made known'],
    ['Ships left the port under a deal brokered by Turkey.', [], 'a deal spoken of by the way'],
    ['The army ordered its troops to stay in the barracks after the strike.', [], 'its own'],
    ['A missile hit the yard, the Kenyan press office said.', [], 'a noun'],
    ['Kenya announced that two soldiers were killed in a raid.', [], 'a report of harm'],
    ['Kenya announced that it would leave the alliance after the raid.', ['Kenya'], 'an act made known'],
    ['Ships left the port under a deal brokered by Turkey in July.', ['Turkey'], 'a deal with its day'],
    ['The delay in signing the truce cost lives in Sudan.', [], 'not signed yet'],
  ])('%s', (text, by) => expect([...new Set(acts(text).map((act) => act.slice(0, act.indexOf(' at '))))].sort()).toEqual([...by].sort()))
})

describe('sentences with no other word of the conflict', () => {
  it.each([
    ['Kenya has invited Governor Ron Smith to visit.', ['Kenya at Kenya'], 'an invitation'],
    ['The choir has invited Governor Ron Smith to visit.', [], 'no state'],
    ['In Nairobi, the Kenyan president convened a meeting with his ministers on Thursday to discuss the border.', ['Kenya at Nairobi'], 'held, whatever for'],
    ['Sudanese President Amin Musa recently traveled to Warsaw to rally support.', ['Sudan at Warsaw'], 'an American spelling'],
    ['The political head of M23, Jean Muyaya, told journalists in Goma they would withdraw from the city.', ['M23 at Goma'], 'a head of a movement'],
    ['On Friday, the government in Beijing presented a 12-point "peace plan" on war in Sudan.', ['China at China'], 'a land that a government sits in, a plan in quotes'],
    ['Myanmar must comply with the order of the International Court of Justice of January 23, 2020 to protect the Rohingya.', ['International Court of Justice at -'], 'an order with its day'],
    ['The Kenyan speaker, Moses Okello, visited Kigali after the raid.', ['Kenya at Kigali'], 'an office before the name'],
    ['The leaders of Kenya and Uganda expressed support for the truce.', ['Kenya at Kenya'], 'whose leaders they are'],
    ['Kenya was expected to host leaders of the rebels to discuss the truce.', [], 'what they are to discuss'],
    ['The International Criminal Court issued an arrest warrant for the president in March 2009.', ['International Criminal Court at -'], 'a court between states'],
    ['Congo welcomed the decision of the U.S. House of Representatives to send aid.', ['Democratic Republic of the Congo at Democratic Republic of the Congo', 'United States at United States'], 'whose house it is'],
  ])('%s', (text, told) => expect(acts(text).map((act) => act.replace(/ \S+$/, '')).sort()).toEqual(told))
})

describe('words of judgement', () => {
  const ARMS = 'Shells hit Goma on Monday, killing three people. Rockets hit Beni, wounding six. A drone strike killed two soldiers in Rutshuru. Militants shot dead four farmers near Butembo. '
  it.each([
    ['Kenyan President Peter Okello called the shelling "an outrage".', ['Kenya'], 'judged in words of its own'],
    ['Kenyan President Peter Okello called the shelling a strike on all.', [], 'no words of its own'],
    ['Kenyan farmer Peter Okello called the shelling "an outrage".', [], 'speaks for nobody'],
  ])('%s', (text, by) => expect([...new Set(acts(ARMS + text).map((act) => act.slice(0, act.indexOf(' at '))))]).toEqual(by))
})

describe('where a statesman speaks', () => {
  it.each([
    ['Norwegian Foreign Minister Espen Dahl, who is in Beirut, said Lebanon must not become another Gaza.', 'Beirut'],
    ['The Norwegian foreign minister said on Sunday in Cairo that the border must open.', 'Cairo'],
    ['German Chancellor Max Braun, speaking in Kigali, called on Rwanda to withdraw its troops.', 'Kigali'],
    ['The Norwegian foreign minister said that Cairo must open the border.', 'Norway'],
    ['The United Nations warned its staff in the town of Goma that rebels were near.', 'Goma'],
    ['The Houthis declared a truce on Saturday morning in the southern city of Taiz.', 'Taiz'],
  ])('%s', (text, place) => expect(acts(text)).toEqual([expect.stringContaining(` at ${place} `)]))
})

describe('what was said begins with a clause of its own', () => {
  const voices = (text: string): string[] => extract(documentOf(text), gazetteer).statements.map((s) => s.speaker)
  it.each([
    ['The Kenyan president announced that if the rebels attack, they will pay.', 1],
    ['The Kenyan president announced that after the truce, the troops would go home.', 1],
    ['The Kenyan president announced that if need be he would be ready to leave.', 1],
    ['The war is over. The Kenyan president announced that after the talks.', 1],
  ])('%s', (text, n) => expect(voices(text)).toHaveLength(n))
})
