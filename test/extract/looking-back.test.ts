// Analyses and histories that look back on a war: what they tell by months and years, with shares of land, forces sent, exercises
// by their names, captured things on show; beside sentences of the same words that tell nothing, or another thing.
import { afterAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const claimsOf = (text: string): readonly Claim[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction.claims

const days = ({ date }: Claim): string => (date === null ? '-' : date.from === date.to ? date.to ?? '-' : `${date.from ?? ''}..${date.to ?? ''}`)

/** "deployment Mali 2030-01-01..2030-12-31 by France", and counts as "captured tank 1 Mali cum". */
function told(text: string): string[] {
  return claimsOf(text).flatMap((c) => [
    ...(c.type === null ? [] : [`${c.type} ${c.place?.name ?? '-'} ${days(c)} by ${c.by ?? '-'}`]),
    ...c.quantities.map((q) => `${q.measure} ${q.of} ${q.value} ${c.place?.name ?? '-'}${q.cumulative ? ` cum ${days(c)}` : ''}`),
  ])
}

/** Why, what a text tells, the text, and one beside it that does not tell it. */
const ROWS: [string, string, string, string][] = [
  ['sent up to so many', 'deployment Mali 2013-01-01..2013-12-31 by France', 'France sent up to 5,000 soldiers into Mali in 2013.', 'France sent up to 5,000 parcels into Mali in 2013.'],
  ['a share of a land, about', 'territory_change Georgia 2008-01-01..2008-12-31 by Russia', "Russia occupied about a fifth of Georgia's territory in 2008.", "Russia studied about a fifth of Georgia's territory in 2008."],
  ['a share, over', 'territory_change Mali 2012-01-01..2012-12-31 by Malian rebels', 'The rebels seized over half of Mali in 2012.', 'The rebels argued over half of Mali in 2012.'],
  ['the territory of a land is the land', 'deployment Chad 2019-01-01..2019-12-31 by Sudan', "Sudanese troops entered Chad's territory in 2019.", "Sudanese traders entered Chad's territory in 2019."],
  ['joined to what one could do', 'unrest Niger 2023-01-01..2023-12-31 by -', 'The officers marched into the capital in 2023 and toppled the president of Niger.', 'The officers of Niger thought in 2023 that they could march into the capital in a matter of hours and topple the president.'],
  ['an exercise that brings forces', 'deployment Latvia 2030-06-01..2030-06-30 by -', 'Desert Strike brought 12,000 soldiers to Latvia in June 2030.', 'Desert Strike sold 12,000 copies in Latvia in June 2030.'],
  ['those who took part', 'deployment Estonia 2030-06-01..2030-06-30 by -', 'Some 9,000 soldiers took part in the exercise in Estonia in June 2030.', 'Some 9,000 soldiers may take part in the exercise in Estonia in June 2030.'],
  ['what a strike is', 'strike Latvia 2030-06-01..2030-06-30 by -', 'A drone strike hit an oil depot in Latvia in June 2030.', 'The manoeuvres Iron Wall and Desert Strike were held in Latvia in June 2030.'],
  ['shown elsewhere', 'captured tank 1 -', 'A tank captured by the Ukrainian army went on display in Prague.', 'A tank painted by the Ukrainian army went on display in Prague.'],
  ['hit and taken by the same', 'strike Sumy 2031-05-08 by Ukraine', 'Two Russian tanks were hit and captured by the Ukrainian army in Sumy.', 'Two Russian tanks hit and captured by the Ukrainian army are on show in Sumy.'],
  ['shown in another clause', 'strike Dnipro 2031-05-08 by -', 'Seven people were killed in Dnipro when a missile hit a clinic; the wreck of the missile was displayed.', 'Two tanks hit by the army of Ukraine in Dnipro went on display.'],
  ['shown by another verb', 'strike Dnipro 2031-05-08 by -', 'Seven people were killed in Dnipro when a missile hit a clinic and the wreck of the missile went on show.', 'Two tanks hit by the army of Ukraine in Dnipro are on show in Lutsk.'],
  ['towed by a tractor', 'captured armoured_vehicle 1 Mykolaiv', 'A video shows a tractor towing an armoured vehicle near Mykolaiv.', 'A video shows an engineer towing an armoured vehicle near Mykolaiv.'],
  ['a tank by its model', 'captured tank 1 Ukraine', 'A German Leopard 2 captured in Ukraine was exhibited in Moscow.', 'A German Leopard 2 tested in Ukraine was exhibited in Moscow.'],
  ['between two days with commas', 'captured civilian 312 Mali cum 2029-03-01..2030-05-31', 'The mission recorded 312 cases of detention in Mali from March 1, 2029, to May 31, 2030.', 'The mission recorded 312 cases of measles in Mali from March 1, 2029, to May 31, 2030.'],
  ['parts that add up behind a list', 'killed person 9 Mali', 'Missiles killed 14 people in the towns of Gao and Djenne in Mali (nine men and five women).', 'Missiles killed 14 people in the towns of Gao and Djenne in Mali (nine men and two women).'],
  ['shot, not filmed', 'killed medic 1 Gori', 'A nurse was found in Gori, apparently shot in the head.', 'A nurse was freed in Gori when a video, apparently shot in a cellar, appeared.'],
  ['a budget is no word of a state', 'diplomacy Latvia 2031-05-08 by Latvia', 'Latvia has stepped up its purchases, warning that its neighbour was arming.', 'Latvia has stepped up its purchases, raising its military budget to three percent.'],
  ['nor what a war is called', 'diplomacy Russia 2031-05-08 by Russia', 'The Russian president called the raid "an outrage".', 'The raid became a war or, as the Russian president called it, a "holy march".'],
  ['so many by now, and what was signed then', 'killed person 5000 - cum ..2031-05-08', 'More than 5,000 people have died, and a truce was signed by both sides in Minsk in September 2024.', 'More than 5,000 people died in September 2024, and a truce was signed by both sides in Minsk.'],
  ['a truce is no deed of the land where it is signed', 'diplomacy Minsk 2024-09-01..2024-09-30 by -', 'A truce was signed by both sides in Minsk in September 2024.', 'A truce was signed by both sides in Minsk in October 2024.'],
  ['what was found in one month happened in another year', 'interception eastern Ukraine 2014-01-01..2014-12-31 by Russia', 'In July 2016, investigators concluded that the airliner was shot down by a Russian missile over eastern Ukraine in 2014.', 'In July 2016, the airliner was shot down by a Russian missile over eastern Ukraine.'],
  ['a year that opens what follows', 'strike Gao 2012-01-01..2012-12-31 by -', 'In 2012, Mali was plunged into a crisis. Jets bombed Gao.', 'In 2012, Mali was plunged into a crisis. Jets are bombing Gao.'],
  ['an act of words opens it, too', 'ground_combat Derna 2014-01-01..2014-12-31 by Libya', 'In 2014 the Libyan government declared a state of emergency. The Libyan army then advanced on Derna.', 'In 2014 the Libyan government declared a state of emergency. The Libyan army is advancing on Derna.'],
  ['months of a chronicle go forward', 'strike Derna 2015-08-01..2015-08-31 by -', '2014\n\nIn May 2014 a war began. In June 2014 jets bombed Benghazi.\n\n2015\n\nIn February 2015 a truce was signed. In August, jets bombed Derna.', 'In August 2014 jets bombed Derna.'],
  ['an entry of a chronicle has its month', 'territory_change Gori 2030-03-01..2030-03-31 by Russia', 'February 2030: Invasion\n\nTroops enter Georgia.\n\nMarch: Advances\n\nRussian forces seize the town of Gori.\n\nApril: Talks\n\nEnvoys meet.', 'In February 2030 troops entered Georgia.\n\nRussian forces seize the town of Gori.\n\nIn April envoys met.'],
  ['and so has the next, in the same year', 'strike Aleppo 2030-05-03 by -', 'February 2030: Invasion\n\nTroops rest in Syria.\n\nMarch: Advances\n\nTroops rest.\n\nMay: Fire\n\nOn May 3, jets bomb Aleppo.', 'On May 3, jets bombed Aleppo.'],
  ['a year on a line of its own', 'territory_change Bukavu 2030-06-01..2030-06-30 by -', '2030\n\nJANUARY\n\nTroops rest.\n\nJUNE\n\nRebel troops take Bukavu.', 'In 2030 troops rested. Rebel troops take Bukavu.'],
  ['months that tell no year lie before the day of writing', 'strike Aleppo 2030-01-19 by -', 'January 19: Jets bomb Aleppo.\nFebruary 24: Troops rest.\nMarch 3: Envoys meet.\nDecember 3: Envoys meet.', 'January 19: Jets bomb Aleppo.\nFebruary 24: Troops rest.\nMarch 3: Envoys meet.'],
  ['a sentence that goes on about its entry', 'deployment Batumi 2024-01-01..2024-12-31 by Russia', '2024: Crowds demand new elections in Georgia. Moscow sends troops to Batumi.\nFeb. 22, 2030: Troops rest.\nMarch 2: Envoys meet.', 'In 2024 crowds demanded new elections in Georgia. Moscow sends troops to Batumi.'],
  ['tanks given', 'diplomacy Poland 2031-05-08 by Poland', 'Russia invaded Ukraine in 2022. Poland has sent tanks to Ukraine.', 'Russia invaded Ukraine in 2022. Poland has sent tanks to its border.'],
  ['tanks of who attacks', 'deployment Ukraine 2031-05-08 by Russia', 'Russia invaded Ukraine in 2022. Russia has sent tanks to Ukraine.', 'Russia invaded Ukraine in 2022. Poland has sent tanks to Ukraine.'],
  ['guns that go with men are not fired', 'deployment Donbas 2014-08-01..2014-08-31 by Russia', 'Russia sent troops, tanks and artillery into the Donbas in August 2014.', 'Russia sent missiles into the Donbas in August 2014.'],
  ['what was possible was done', 'intercepted missile 40 Kyiv', 'It was possible to shoot down about 40 of the missiles over Kyiv.', 'It would be possible to shoot down about 40 of the missiles over Kyiv.'],
  ['then, with the same subject', 'territory_change Sievierodonetsk 2031-05-08 by Russia', 'Russia captured Mariupol, then took Sievierodonetsk.', 'Russia captured Mariupol, then praised Sievierodonetsk.'],
  ['freed soldiers who return', 'released combatant 115 Ukraine', '115 released soldiers have returned to Ukraine.', '115 rested soldiers have returned to Ukraine.'],
  ['and no forces', 'deployment Ukraine 2031-05-08 by -', '115 rested soldiers have returned to Ukraine.', '115 released soldiers have returned to Ukraine.'],
  ['those captured who return', 'released combatant 60 Kursk Oblast', '60 soldiers who were captured in the Kursk region have returned to Russia.', '60 soldiers who were trained in the Kursk region have returned to Russia.'],
  ['taken to another land', 'displaced person 4000 - cum ..2031-05-08', 'Some 4,000 people have been taken to Chad against their will.', 'Some 4,000 people have been taken to Chad for treatment.'],
  ['through a corridor', 'evacuated person 156 Zaporizhzhia', 'On Tuesday 156 people arrived in Zaporizhzhia through a humanitarian corridor.', 'On Tuesday 156 people arrived in Zaporizhzhia for a fair.'],
  ['how long a war has gone on dates nothing else', 'capture_or_exchange Ukraine 2031-05-08 by -', 'The invasion of Ukraine began 914 days ago. Both sides exchanged prisoners that day.', 'Both sides exchanged prisoners on Monday in Ukraine.'],
  ['a ministry says what it has done', 'diplomacy Latvia 2031-05-08 by Latvia', "Latvia's defence ministry said it had supplied weapons to the Ukrainian army.", "Latvia's defence ministry said it had counted the shells of the Ukrainian army."],
  ['sanctions are not of whom they are on', 'diplomacy Russia 2031-05-08 by -', 'The West has imposed new sanctions on Russia.', 'Russia has imposed new sanctions.'],
  ['spoken of', 'diplomacy Kenya 2031-05-08 by Kenya', 'The Kenyan president spoke with the Ugandan president.', 'The Kenyan president spoke of attacks on the Ugandan president.'],
  ['a pact by its name is nobody', 'diplomacy - 2015-02-12 by -', 'A new truce, Minsk II, was agreed on 12 February 2015.', 'A new truce was agreed by Belarus on 12 February 2015.'],
  ['in the country of whom it was told', 'deployment Chad 2031-05-08 by France', 'Chad asked for help. France has sent 400 soldiers into the country.', 'Chad asked for help. France has sent 400 soldiers into the field.'],
  ['an order to the own army is no call', 'deployment Poland 2022-02-01..2022-02-28 by United States', 'The US president ordered to mobilise 1,000 US troops to Poland in February 2022.', 'The US president ordered 1,000 Polish sausages in February 2022.'],
  ['what was long ago is told with its year', 'killed person 2 Vlachovice', 'Prague expelled 18 Russian diplomats on Saturday over the explosion of a depot in Vlachovice in 2014 that killed two people.', 'Prague expelled 18 Russian diplomats on Saturday over the explosion of a depot in Vlachovice in 2014.'],
  ['and not with the day of what came of it', 'explosion Vlachovice 2014-01-01..2014-12-31 by -', 'Prague expelled 18 Russian diplomats on Saturday over the explosion of a depot in Vlachovice in 2014 that killed two people.', 'Prague expelled 18 Russian diplomats on Saturday over the explosion of a depot in Vlachovice on Friday.'],
  ['ahead of a visit', 'diplomacy United States 2031-05-08 by United States', "Ahead of the Ukrainian president's visit, the United States announced another package of aid.", "Ahead of the Ukrainian president's visit, the papers announced another package of news."],
  ['a build-up and its troops are one', 'deployment Ukraine 2021-01-01..2021-12-31 by Russia', 'In 2021, Russia began a large military build-up along its border with Ukraine, amassing 190,000 troops.', 'In 2021, Russia discussed a large conference on its border with Ukraine, counting 190,000 guests.'],
  ['an army that surrenders', 'capture_or_exchange Mariupol 2022-05-17 by -', 'The last Ukrainian forces surrendered in Mariupol on 17 May 2022.', 'The last Ukrainian forces celebrated in Mariupol on 17 May 2022.'],
  ['one place with the capture of another', 'territory_change Luhansk Oblast 2022-07-03 by Russia', 'On 3 July 2022, Russian forces completed the occupation of the Luhansk oblast with the capture of the city of Lysychansk. Russia said so.', 'On 3 July 2022, Russian forces left the city of Lysychansk. Russia said so.'],
  ['what it was taken with', 'territory_change Lysychansk 2022-07-03 by Russia', 'On 3 July 2022, Russia completed the occupation of the Luhansk oblast with the capture of the city of Lysychansk.', 'On 3 July 2022, Russia praised the occupation of the Luhansk oblast with its view of the city of Lysychansk.'],
  ['where they had been fighting', 'ground_combat Donbas 2014-01-01..2031-05-08 by Russian-backed separatists', 'The Kremlin then shifted its focus to the Donbas, where Moscow-backed separatists had been fighting government troops since 2014.', 'The Kremlin then shifted its focus to the Donbas. In Kharkiv, Moscow-backed separatists had been fighting government troops since 2014.'],
  ['booty is no prisoner', 'captured tank 500 -', 'Russia has lost 1,400 tanks, of which 500 were captured.', 'Russia has lost 1,400 tanks, of which 500 were old.'],
  ['and prisoners are no booty', 'capture_or_exchange - 2031-05-08 by -', 'Of the soldiers, 500 were captured.', 'Russia has lost 1,400 tanks, of which 500 were captured.'],
  ['a parliament by its name', 'diplomacy Poland 2022-09-01..2022-09-30 by Poland', 'The Sejm adopted a resolution on reparations in September 2022.', 'The club adopted a resolution on reparations in September 2022.'],
  ['counted over the days that a report covers', 'captured civilian 75 Mali cum 2029-02-01..2030-05-31', 'The UN report covers the period from February 2029 to May 2030. It documents 75 cases of arbitrary detention in Mali.', 'The UN chief covers the desert from Gao to Kidal. A report of his documents 75 cases of arbitrary detention in Mali.'],
  ['but not what has a time of its own', 'captured civilian 60 Mali cum 2029-06-01..2031-05-08', 'The UN report covers the period from February 2029 to May 2030. Since June 2029 it has documented 60 cases of arbitrary detention in Mali.', 'The UN report covers the period from February 2029 to May 2030. It has documented 60 cases of arbitrary detention in Mali.'],
  ['nor what says since when it counts', 'killed person 9000 Mali cum ..2031-05-08', 'The UN report covers the period from February 2029 to May 2030. In Mali more than 9,000 people have been killed since the war began.', 'The UN report covers the period from February 2029 to May 2030. In Mali more than 9,000 people have been killed.'],
  ['in the present alone: a paper that told of a siege', 'killed person 9000 Mali cum ..2031-05-08', 'The Herald report covered the time of the siege and until 5 May 2030 nobody left. In Mali more than 9,000 people have been killed.', 'The report covers the time until 5 May 2030. In Mali more than 9,000 people have been killed.'],
  ['no day of another clause', 'killed person 9000 Mali cum ..2031-05-08', 'The study covers the months of the siege, which lasted until 5 May 2030. In Mali more than 9,000 people have been killed.', 'The study, covering the period between March and the end of May 2030, is long. In Mali more than 9,000 people have been killed.'],
  ['a pact called after a town is no place of the war', 'killed person 2000 Ukraine cum ..2031-05-08', 'The war in Ukraine goes on. Thousands were killed in fighting before the Minsk accords froze the front.', 'The war in Ukraine goes on. Thousands were fed before the Minsk accords froze the front.'],
]

describe('what analyses tell', () => {
  it.each(ROWS)('%s', (_, expected, tells, otherwise) => {
    expect(told(tells)).toContain(expected)
    expect(told(otherwise)).not.toContain(expected)
  })
})
