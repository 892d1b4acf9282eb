// Forces that move and stand, risings and how rulers fall: sentences that tell it, beside sentences of the same words that do not.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const incidents = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.type !== null).map((c) => `${c.type} ${c.place?.name ?? '-'} ${c.date?.from?.slice(0, 4) ?? '-'} ${c.by ?? '-'}`)

/** Why, the incident with its year and who does it, a sentence that tells it, one that does not. */
const ROWS: [string, string, string, string][] = [
  ['forces posted, by a noun', 'deployment Somalia 2031 Turkey', 'The ministry criticised the positioning of 2,000 Turkish troops in Qatar, Somalia and Libya.', 'The group opposed the positioning of 2,000 Turkish troops in Somalia.'],
  ['tanks carried through', 'deployment Crimea 2031 -', 'The transport of tanks and artillery through Crimea continued.', 'The transport of wheat and cattle through Crimea continued.'],
  ['a dispatch approved only', 'deployment Djibouti 2031 -', 'The dispatch of 400 marines to Djibouti angered the opposition.', 'Parliament approved the dispatch of 400 marines to Djibouti.'],
  ['a transfer that would take long', 'deployment Sudan 2031 -', 'The transfer of howitzers to Sudan has begun.', 'The transfer of howitzers to Sudan would take months.'],
  ['forces at a border', 'deployment Eritrea 2031 Ethiopia', 'There are 90,000 Ethiopian soldiers at the border with Eritrea.', 'There are 90,000 Ethiopian refugees at the border with Eritrea.'],
  ['ready at a border', 'deployment Armenia 2031 Azerbaijan', 'Over 60,000 Azerbaijani soldiers are prepared at the border with Armenia.', 'Over 60,000 Azerbaijani pilgrims are prepared at the border with Armenia.'],
  ['where there are soldiers', 'deployment Rwanda 2031 -', 'The envoys spoke of the borders with Rwanda, where there are 40,000 soldiers.', 'The envoys spoke of the borders with Rwanda, where there are 40,000 traders.'],
  ['forces kept abroad', 'deployment Mali 2031 Wagner Group', 'Wagner has up to 1,500 mercenaries in Mali.', 'Wagner will have 1,500 mercenaries in Mali.'],
  ['forces in hospital', 'deployment Nairobi 2031 -', 'Some 300 soldiers are in Nairobi.', 'Some 300 soldiers are in hospital in Nairobi.'],
  ['numbers that grow', 'deployment India 2031 China', 'The number of Chinese troops at the Indian border has increased.', 'The number of Chinese tourists at the Indian border has increased.'],
  ['a presence that grows', 'deployment Latvia 2031 Sweden', "Sweden's troop presence in Latvia has risen from 300 to 900.", "Sweden's market presence in Latvia has risen from 300 to 900."],
  ['a presence cut', 'deployment Mali 2031 United Kingdom', 'The British contingent in Mali has been reduced to 300.', 'The British contingent in Mali may be reduced to 300.'],
  ['forces that make ready', 'deployment Mekelle 2031 Ethiopia', 'Ethiopian forces are preparing to attack Mekelle.', 'Ethiopian forces would attack Mekelle.'],
  ['forces spoken of as they arrive', 'deployment Sudan 2031 -', 'He pointed to new forces arriving at the Sudanese border.', 'He pointed to new visitors arriving at the Sudanese border.'],
  ['a land hemmed in', 'deployment Eritrea 2031 Ethiopia', 'Ethiopian troops now surround Eritrea on three sides.', 'Ethiopian troops now surround Asmara on three sides.'],
  ['a border guarded at home', 'deployment Tajikistan 2031 Tajikistan', 'Tajikistan has reinforced its border with Afghanistan.', 'Tajikistan has opened its border with Afghanistan.'],
  ['a guard strengthened', 'deployment Poland 2031 Poland', 'Poland strengthened the protection of its border with Belarus.', 'Poland strengthened the protection of its forests.'],
  ['guests that go home', 'deployment Niger 2023 France', 'France withdrew its troops from Niger in December 2023.', 'France withdrew its ambassador from Niger in December 2023.'],
  ['guests sent home', 'deployment Niger 2023 France', 'The junta expelled French soldiers from Niger in 2023.', 'The junta expelled French diplomats from Niger in 2023.'],
  ['decided is ordered', 'deployment Niger 2031 Chad', 'Chad decided to withdraw its soldiers from Niger.', 'Chad wants to withdraw its soldiers from Niger.'],
  ['ordered to a land', 'deployment Romania 2031 -', 'The 101st Airborne Division was ordered to Romania on Tuesday.', 'The 101st Airborne Division was ordered to surrender in Romania on Tuesday.'],
  ['out of the land that a regime rules', 'deployment Niger 2031 France', 'The new regime in Niamey has forced a large French force to leave.', 'The new regime in Niamey has forced a large French firm to leave.'],
  ['on the training grounds of a land', 'deployment Belarus 2031 -', 'Drills were held at Belarusian training grounds on Monday.', 'Fairs were held at Belarusian training grounds on Monday.'],
  ['a prospect of many', 'deployment Sudan 2031 Kenya', 'Kenya and the Gulf states are sending ground troops to Sudan.', 'He raised the prospect of Kenya and the Gulf states sending ground troops to Sudan.'],
  ['what would be a mistake', 'deployment Niger 2031 -', 'Sending troops to Niger, the general broke his word.', 'Sending troops to Niger would be a mistake.'],
  ['captives say who came', 'ground_combat Uvira 2031 Burundi', 'The captives said that Burundian troops had entered Uvira.', 'The captives said that Burundian traders had entered Uvira.'],
  ['prisoners are told who came', 'deployment Uvira 2031 -', 'Prisoners were told that 400 soldiers moved into Uvira.', 'Soldiers moved 400 prisoners into Uvira.'],
  ['in exchange for things', 'deployment Uvira 2031 -', 'Soldiers moved into Uvira in exchange for diamonds.', 'Soldiers were returned to Uvira in exchange for 12 rebels.'],
  ['beside captives of another clause', 'deployment Uvira 2031 -', 'Soldiers moved into Uvira and the captives fled.', 'In the swap, which Qatar brokered, 40 soldiers were returned to Uvira.'],
  ['an exchange of fire', 'deployment Uvira 2031 -', 'Soldiers moved into Uvira after the exchange of fire.', 'Forty soldiers returned to Uvira after being freed in the exchange.'],
  ['one man brought', 'deployment Nairobi 2030 -', 'Soldiers were brought to Nairobi in October.', 'The accused militant was brought to Nairobi in October.'],
  ['gunmen come', 'deployment Djibo 2031 -', 'Soldiers entered Djibo.', 'Bandits entered Djibo.'],
  ['sent fleeing', 'deployment Ramadi 2031 -', 'The premier has sent soldiers to Ramadi.', 'The rebels took Ramadi, sending soldiers fleeing.'],
  ['seen at work', 'deployment Qabatiya 2031 Israel', 'Israeli soldiers were filmed entering Qabatiya.', 'Israeli soldiers were filmed beating a man in Qabatiya.'],
  ['those deployed do something else', 'deployment Bangui 2031 -', 'Troops were deployed to Bangui.', 'The troops deployed to Bangui have found a cache of gold.'],
  ['a convoy that was attacked', 'deployment Baqubah 2031 -', 'A convoy of commandos reached Baqubah.', 'A bomb went off next to a convoy of commandos in Baqubah.'],
  ['the fall of a ruler', 'unrest Sudan 2019 -', 'After the fall of the dictator in 2019, the army ruled Sudan.', 'After the fall of the currency in 2019, the army ruled Sudan.'],
  ['a ruler toppled', 'unrest Mali 2020 -', 'Soldiers ousted the president of Mali in August 2020.', 'Lawmakers ousted the president of Mali in a vote in August 2020.'],
  ['officers take over', 'unrest Guinea 2030 -', 'A takeover by military officers in Guinea last year ended his rule.', 'A takeover by foreign investors in Guinea last year ended his career.'],
  ['told after where forces went', 'unrest Chad 2030 -', 'Mercenaries were sent to Chad following a takeover by army officers last year, a success for Moscow.', 'Mercenaries were sent to Chad following a takeover by a bank last year, a success for Moscow.'],
  ['a revolution by its people', 'unrest Iran 1979 -', 'The Iranian revolution of 1979 drove the Shah into exile.', 'The Iranian green revolution of 1979 fed millions.'],
  ['a revolution by its name', 'unrest Russia 1917 -', 'Finland left the empire during the Russian Revolution of 1917 when communists overthrew the monarchy.', 'Finland left the empire during the Russian Industrial Revolution of 1917.'],
  ['protests in the street', 'unrest Belarus 2020 -', 'The ally helped him repel mass street protests after the rigged election in 2020, and the Belarusian dictator stayed.', 'The ally helped him repel mass mailings after the rigged election in 2020, and the Belarusian dictator stayed.'],
  ['a protest in words', 'unrest Seoul 2031 -', 'A large protest was held in Seoul.', 'The government issued a formal protest over the incident in Seoul.'],
  ['a thing shown', 'unrest Ankara 2031 -', 'A demonstration of workers was held in Ankara.', 'A demonstration of the new drone was held in Ankara.'],
  ['people who gather', 'unrest Dakar 2031 -', 'Hundreds of people gathered in Dakar to protest against the results.', 'Hundreds of people gathered in Dakar around the wreck of a bus.'],
  ['a call-up is of the land that calls', 'deployment Armenia 2031 Armenia', 'Armenia announced the mobilisation of its reservists on Monday.', 'Armenia ruled out the mobilisation of its reservists on Monday.'],
  ['the peninsula by its people', 'deployment Crimea 2031 -', 'The army has sent 16,000 troops into the Crimean peninsula.', 'The army has sent 16,000 blankets into the Crimean peninsula.'],
  ['a ruler by his name', 'unrest Gabon 2023 -', 'The junta has ruled Gabon for long. Bongo was overthrown in Gabon in August 2023.', 'The junta has ruled Gabon for long. Bongo was praised in Gabon in August 2023.'],
  ['forces about a land', 'deployment Armenia 2031 -', 'With 130,000 troops along its borders, Armenia fears the worst.', 'With 130,000 tourists along its borders, Armenia fears the worst.'],
  ['there for long', 'deployment eastern Congo 2030 Uganda', 'Ugandan troops have been in eastern Congo since November.', 'Ugandan traders have been in eastern Congo since November.'],
  ['peacekeepers that go', 'deployment Mali 2023 United Nations', 'UN peacekeepers began leaving Mali in July 2023.', 'UN doctors began leaving Mali in July 2023.'],
  ['over a line', 'deployment Taiwan 2031 -', "Some 40 warplanes entered Taiwan's air defence zone on Sunday.", "Some 40 traders entered Taiwan's free-trade zone on Sunday."],
  ['a ship by its name', 'deployment Red Sea 2030 -', 'The aircraft carrier Eisenhower arrived in the Red Sea in November.', 'The tanker captain Eisenhower arrived in the Red Sea in November.'],
  ['a unit by what it fights in', 'ground_combat Lithuania 2031 -', 'A battle went on in Lithuania.', 'German soldiers arrived in Lithuania as part of a battle group.'],
  ['youths against the police', 'unrest Marseille 2031 -', 'Students clashed with police in Marseille.', 'Supporters clashed with police after the match in Marseille.'],
  ['a rally of people', 'unrest Tokyo 2031 -', 'A rally against the war filled a square in Tokyo.', 'A rally in share prices filled purses in Tokyo.'],
  ['no ground in a contest', 'deployment Egypt 2031 Kenya', 'Kenya withdrew its soldiers from Egypt.', 'Kenya withdrew from the tournament in Egypt.'],
  ['forces that stay at a border', 'deployment Eritrea 2031 Ethiopia', 'Ethiopian troops remain at the border with Eritrea.', 'Ethiopian traders remain at the border with Eritrea.'],
  ['forces that leave a border', 'deployment Eritrea 2031 Ethiopia', 'Ethiopia has withdrawn some troops from the Eritrean border.', 'Ethiopia has withdrawn some notes from the Eritrean market.'],
  ['a movement begun', 'deployment Eritrea 2030 Ethiopia', 'Ethiopia began moving troops and equipment towards Eritrea in October.', 'Ethiopia ruled out moving troops and equipment towards Eritrea in October.'],
  ['forces that land', 'deployment Poland 2031 United States', 'Two thousand American paratroopers have landed in Poland.', 'Two thousand American tourists have landed in Poland.'],
  ['numbers raised', 'deployment Eritrea 2031 Ethiopia', 'Ethiopia increased the number of battalion groups at the Eritrean border from 60 to 83.', 'Ethiopia increased the number of customs officials at the Eritrean border from 60 to 83.'],
  ['a convoy of helpers', 'deployment Gaza Strip 2031 -', 'A convoy of tanks was moving in Gaza.', 'A convoy of Red Cross vehicles was moving in Gaza.'],
  ['a convoy of buses', 'deployment Quetta 2031 -', 'A convoy of tanks came to Quetta.', 'A convoy of buses came to Quetta.'],
  ['brought somewhere in a figure of speech', 'deployment Verdun 2031 -', 'France brought its army to Verdun.', 'The battle at Verdun brought the army to the brink of collapse.'],
  ['whom rebels drive out', 'deployment Sanaa 2031 -', 'The rebels drove to Sanaa in trucks.', 'The rebels took Sanaa, driving the president into exile.'],
  ['what is fired at a crowd, by its rounds', 'unrest Dakar 2031 -', 'Police fired round after round of teargas in Dakar.', 'Rebels fired round after round of mortars in Dakar.'],
  ['soldiers of an occupation', 'territory_change Jenin 2031 -', 'The occupation of Jenin began.', 'Occupation soldiers clashed with fighters in Jenin.'],
  ['who was left dead', 'deployment Gao 2031 -', 'Troops arrived in Gao.', 'Troops clashed in Gao, leaving three dead.'],
  ['a convoy with a load', 'deployment Quetta 2031 -', 'A convoy of commandos came to Quetta.', 'A convoy carrying ore came to Quetta.'],
  ['tear gas', 'unrest Dakar 2031 -', 'Police fired tear gas at demonstrators in Dakar.', 'Police fired flares at the sky in Dakar.'],
]

describe('forces that move and risings', () => {
  for (const [why, incident, tells, silent] of ROWS) {
    const [type, ...rest] = incident.split(' '), place = rest.slice(0, -2).join(' ')
    it(`${why}: told`, () => { expect(incidents(tells).some((found) => incident.endsWith(' -') ? found.startsWith(incident.slice(0, -1)) : found === incident), incidents(tells).join('; ')).toBe(true) })
    it(`${why}: not told`, () => { expect(incidents(silent).some((found) => found.startsWith(`${type} ${place}`)), incidents(silent).join('; ')).toBe(false) })
  }
})

it("another side's forces at the same place are told, too", () => {
  const both = 'Serbian troops have massed along the Kosovo border. NATO is bolstering its presence in Kosovo.'
  expect(incidents(both).filter((found) => found.startsWith('deployment Kosovo'))).toEqual(['deployment Kosovo 2031 Serbia', 'deployment Kosovo 2031 NATO'])
  expect(incidents('Serbian troops have massed along the Kosovo border. Serbia is bolstering its presence in Kosovo.').filter((found) => found.startsWith('deployment Kosovo'))).toHaveLength(1)
})
