// The finest place of an event holds for all that is told of it: said later, left nameless at first, or not at all.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** Each count with its place. */
const placed = (text: string, raw = true): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw, gazetteer })
  .extraction.claims.filter((c) => c.quantities.length > 0).map((c) => `${c.quantities[0]!.measure} ${c.quantities[0]!.value} ${c.place?.name ?? '-'}`)

describe('where an event was holds for all that is told of it', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    ['a later sentence says where the attack took place', 'Gunmen ambushed a convoy in eastern Congo on Tuesday, killing a nurse and wounding three people. The attack took place near the village of Kitshala, in Masisi territory.', ['killed 1 Kitshala', 'injured 3 Kitshala']],
    ['the blast happened in a district', 'A bomb killed nine people in northern Iraq on Tuesday. The blast happened in the town of Sinjar.', ['killed 9 Sinjar']],
    ['the attack on a place went on', 'Fighters killed 17 people in Ethiopia on Tuesday. The attack on Kiremu district began in the morning.', ['killed 17 Kiremu district']],
    ['those killed in the shelling of a town', 'An artillery attack in central Syria killed 12 people on Tuesday. A monitor said five women were killed in the shelling of Rastan.', ['killed 12 Rastan', 'killed 5 Rastan']],
    ['the attack on a day was in a town', 'Gunmen killed 12 people in northern Iraq on Saturday. The attack on Saturday was in Sinjar.', ['killed 12 Sinjar']],
    ['the ambush happened when something was done in a town', 'Gunmen killed nine people in northern Iraq on Tuesday. The ambush happened when they stopped a bus in Sinjar.', ['killed 9 Sinjar']],
    ['whom it found asleep were elsewhere', 'Gunmen killed nine people in northern Iraq on Tuesday. The ambush happened when officials in Sinjar were asleep.', ['killed 9 northern Iraq']],
    ['the incident is the strike told before', 'Nine people were killed in a strike in northern Iraq on Tuesday. Officials said that the incident happened in Sinjar.', ['killed 9 Sinjar']],
    ['people leave where the incident took place', 'Nine people were killed in a strike in northern Iraq on Tuesday. Residents have fled the Sinjar district where the incident took place.', ['killed 9 Sinjar district']],
    ['the incident is what its own sentence tells before', 'Nine people were killed in a strike in northern Iraq on Tuesday. A lorry fell off a bridge and the incident happened in Sinjar.', ['killed 9 northern Iraq']],
    ['a province is not its chief town', 'Two marines were killed in Sulu on Monday.', ['killed 2 Sulu']],
    ['a clash in a province was in a town of it', 'Two marines were killed in a firefight in Sulu on Monday. The clash occurred at noon in Patikul.', ['killed 2 Patikul']],
    ['a sea is not the province', 'Two sailors were killed in the Sulu Sea on Monday.', ['killed 2 Sulu Sea']],
    ['what the attack was, not where', 'Gunmen killed 12 people in northern Iraq on Saturday. The attack was an answer to a raid in Sinjar.', ['killed 12 northern Iraq']],
    ['a town that the next is told from is none of them', 'At least 22 people were killed in an attack on a town in the Central African Republic on Saturday, officials said. The attack on Saturday was in Nanga Boguila, about 450 km north of the capital Bangui.', ['killed 22 Nanga Boguila']],
    ['another wide place is no finer one', 'A bomb killed nine people in northern Iraq on Tuesday. The blast happened in the Kurdistan region.', ['killed 9 northern Iraq']],
    ['the state of a land\'s north is finer than the north', 'Gunmen killed 30 people in raids on villages in northeastern Nigeria\'s Borno state on Tuesday.', ['killed 30 Borno State']],
    ['each count with its own town', 'Medics recovered 19 bodies in Sirte and 11 others in Derna on Tuesday.', ['killed 19 Sirte', 'killed 11 Derna']],
    ['a place abroad is not in it', 'A bomb killed nine people in northern Iraq on Tuesday. The attack happened in the town of Deraa in Syria two days before.', ['killed 9 northern Iraq']],
    ['what has its own town keeps it', 'A bomb killed nine people in Mosul on Tuesday. The blast happened in the town of Sinjar.', ['killed 9 Mosul']],
    ['a village left nameless is the one named next', 'Gunmen killed three people in a raid on a village in north-western Nigeria on Tuesday. The raiders stormed Oruwa Gida in Zamfara state on Tuesday at dawn.', ['killed 3 Oruwa Gida']],
    ['an attack in a part of a land was in the one town that follows', 'At least nine people were killed in an attack in northern Mali on Tuesday. Gunmen raided the village of Tinhama on Tuesday, a herder said.', ['killed 9 Tinhama']],
    ['another attack in a town that follows is not that in a part of a land', 'At least nine people were killed in an attack in northern Mali on Tuesday. Gunmen said they carried out two other attacks in Kidal on Tuesday.', ['killed 9 northern Mali', 'launched 2 Kidal']],
    ['a bomb in a part of a land was in the one province that follows', 'Two guards were killed by a bomb in northern Iraq on Tuesday. Police said the bomb exploded on Tuesday in Nineveh province near their car.', ['killed 2 Nineveh Governorate']],
    ['a mosque in a land was in the one town that follows', 'At least nine people were killed on Tuesday when a mosque in Mali was shelled. Shells fell near the mosque in Tinhama village on Tuesday, an imam said.', ['killed 9 Tinhama', 'struck 1 Tinhama']],
    ['mosques in a land are in no one town', 'At least nine people were killed on Tuesday when mosques in Mali were shelled. Shells fell on Tinhama village on Tuesday, an imam said.', ['killed 9 Mali']],
    ['a neighbourhood of a town left nameless is the one named next', 'Nine people were killed in a bombing on Tuesday of a mainly Shia Baghdad neighbourhood. The bomb blew up on Tuesday in the Hurriya neighbourhood, a guard said.', ['killed 9 Hurriya']],
    ['a neighbourhood with its name has it', 'Nine people were killed in a bombing on Tuesday of the Karrada neighbourhood of Baghdad. A bomb blew up on Tuesday in the Hurriya neighbourhood, a guard said.', ['killed 9 Karrada']],
    ['two provinces that follow name none', 'Two guards were killed by a bomb in northern Iraq on Tuesday. A bomb exploded on Tuesday in Nineveh province. A bomb exploded on Tuesday in Kirkuk province.', ['killed 2 northern Iraq']],
    ['two towns that follow name none', 'At least nine people were killed in an attack in northern Mali on Tuesday. Gunmen raided the village of Tinhama on Tuesday, a herder said. Gunmen raided the village of Oubder on Tuesday, too.', ['killed 9 northern Mali']],
    ['attacks in a part of a land are of no one town', 'At least nine people were killed in attacks in northern Mali on Tuesday. Gunmen raided the village of Tinhama on Tuesday, a herder said.', ['killed 9 northern Mali']],
    ['what goes on about the region of a nameless village', 'Bandits stormed a village in Kaduna State on Tuesday, killing nine people. The police in Kaduna said two officers were killed in the attack. The bandits shot a herder dead in Kakango village on Tuesday.', ['killed 9 Kakango', 'killed 2 Kakango', 'killed 1 Kakango']],
    ['the district where the attack took place', 'Gunmen killed 30 people in western Ethiopia on Tuesday. A priest of the Babo-Gembo district where the attack took place wept.', ['killed 30 Babo-Gembo district']],
    ['the district where somebody lives', 'Gunmen killed 30 people in western Ethiopia on Tuesday. A priest of the Babo-Gembo district where he lives wept.', ['killed 30 western Ethiopia']],
    ['a village in a district', 'Bandits killed nine people in Ganar-Kiyala village in Bukkuyo district on Tuesday.', ['killed 9 Ganar-Kiyala']],
    ['a village that nobody has listed, with its district', 'Gunmen killed nine people in Niaktira, Torodi district on Tuesday.', ['killed 9 Niaktira']],
    ['in the department of a name', 'Nine people were killed in the department of Torodi near Burkina Faso on Tuesday.', ['killed 9 Torodi']],
    ['the department of a state', 'Nine people of the Department of Torodi were killed in Burkina Faso on Tuesday.', ['killed 9 Burkina Faso']],
    ['a village of a town is finer than the town', 'Nine people were killed in a firefight at a remote village in Patikul on Tuesday. The firefight in Barangay Lugasan on Tuesday lasted an hour.', ['killed 9 Lugasan']],
    ['a town that a village is not said to lie in keeps what it has', 'Nine people were killed in a firefight in Patikul on Tuesday. The firefight in Barangay Lugasan on Tuesday lasted an hour.', ['killed 9 Patikul']],
    ['what one side did elsewhere is not the village of the other', 'Rwanda shelled a village in eastern Congo on Tuesday, killing nine people. Congo bombed the town of Gisenyi on Tuesday.', ['killed 9 eastern Congo']],
    ['a raid on two towns is in neither alone', 'Raids killed 42 people in northern Iraq on Tuesday. The raids hit homes in the towns of Sinjar and Baiji.', ['killed 42 northern Iraq']],
    ['a border town set beside its name is not nameless', 'Seven people were killed in rocket attacks on northern Israel on Tuesday. Five died near Metula, a border town, on Tuesday. Two died in Haifa on Tuesday.', ['killed 7 northern Israel', 'killed 5 Metula', 'killed 2 Haifa']],
    ['the strike was carried out in a village of a district of a region', 'At least 20 people were killed in an airstrike in southern Afghanistan on Tuesday. The airstrike was carried out at dawn in Zemari village in Helmand’s Garmsir district.', ['killed 20 Zemari']],
    ['a sector along a line is in its district', 'Two soldiers died on Tuesday when troops fired mortars in the Kelgam sector along the border in the Kupwara district.', ['killed 2 Kelgam']],
    ['from the mountains a province is told, and nothing is there', 'Gunmen killed three guards in Sinjar on Tuesday. The town, north of the Sinjaran mountains, was calm. Six guards died in the attack.', ['killed 3 Sinjar', 'killed 6 Sinjar']],
    ['a lead tells it of a region, a sentence behind it of the village', 'At least seven people were killed when planes carried out an air strike in the Sagaing region. The army did not answer questions. Planes bombed a feast in Tarlay village on Tuesday, a survivor said.', ['killed 7 Tarlay']],
    ['fewer of the same in a town are its part', 'At least seven people were killed in an air strike in the Sagaing region. An air strike killed three people in Tarlay village, a survivor said.', ['killed 7 Sagaing Region', 'killed 3 Tarlay']],
    ['the same told of two villages is told of neither', 'At least seven people were killed when planes carried out an air strike in the Sagaing region. Planes bombed Tarlay village, a survivor said. Planes bombed Minkyi village, too.', ['killed 7 Sagaing Region']],
    ['other news of a town is not that of the lead', 'At least seven people were killed when planes carried out an air strike in the Sagaing region. Separately, planes bombed a feast in Tarlay village on Tuesday.', ['killed 7 Sagaing Region']],
    ['what a town saw long before is not the news', 'At least seven people were killed on Tuesday when planes carried out an air strike in the Sagaing region. Planes bombed a feast in Tarlay village on 2 April.', ['killed 7 Sagaing Region']],
    ['drones shot down over a land are of no one town', 'Air defences shot down 40 drones over Ukraine. A drone killed two people in Izium on Wednesday night.', ['intercepted 40 Ukraine', 'killed 2 Izium']],
    ['no village was left nameless', 'Gunmen killed three people in north-western Nigeria on Tuesday. The raiders stormed Oruwa Gida in Zamfara state on Tuesday at dawn.', ['killed 3 north-western Nigeria']],
  ])('%s', (_, text, expected) => { expect(placed(text)).toEqual(expected) })
})

describe('places that are not where it happened', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    ['what was fired from a land was not shot down there', 'Air defences in Ukraine shot down 19 drones launched from Crimea.', ['intercepted 19 Ukraine', 'launched 19 Ukraine']],
    ['a count for the war is of its land', 'Shells hit Omdurman on Monday. Fighting in Sudan has reached Nyala in Darfur. The war has killed 20,000 people since April 2030.', ['killed 20000 Sudan']],
    ['who speaks by his full name is no place', 'Gunmen killed three people at dawn, resident Sani Bello said. Bello fled.', ['killed 3 -']],
    ['a capital that is named is that town', 'Two officers died in a gun battle near the Chechen capital, Grozny, on Monday.', ['killed 2 Grozny']],
    ['where the wounded were taken is not where they were hurt', 'Shells fell on Marib on Monday. Nine people were wounded and taken to hospital in Sanaa.', ['injured 9 Marib']],
    ['east of a capital is not the capital', 'A raid in Pauktaw township, just east of the state capital of Sittwe, killed nine people on Monday.', ['killed 9 Pauktaw township']],
    ['where forces are from is not where they are', 'Nine recruits were hurt on Monday on a base near Tikrit where forces from Nineveh were being taught.', ['injured 9 Tikrit']],
    ['a hospital that was struck is', 'Shells struck a hospital in Sanaa on Monday, wounding nine people.', ['struck 1 Sanaa', 'injured 9 Sanaa']],
    ['a village near a town is the place', 'Fighters attacked Belmoro village near Damasak on Monday, killing nine people.', ['killed 9 Belmoro']],
    ['the capital of a state is the place, not the state', 'Rockets hit Nyala, the capital of South Darfur state, on Monday, killing nine people.', ['killed 9 Nyala']],
    ['an owner and its part give the part', 'Gunmen killed nine people in north-west Nigeria’s Zamfara state on Monday.', ['killed 9 Zamfara State']],
    ['where officials speak is a seat', 'Shells fell on Shusha on Monday. In Baku, they announced that nine people were injured.', ['injured 9 Shusha']],
    ['a town in a dateline without a dash', 'SANAA, May 6 At least nine people were killed on Tuesday when a rocket hit a bakery in Marib, medics said.', ['killed 9 Marib', 'struck 1 Marib']],
    ['who was told is no place', 'Nine people were killed in Kud on Monday, a police officer told Xinhua. “Two women were injured,” he told Xinhua.', ['killed 9 Kud', 'injured 2 Kud']],
    ['whose a land is', 'Nine people were killed in Indian-controlled Kashmir on Monday.', ['killed 9 Jammu and Kashmir']],
    ['an armed group is no place', 'MOGADISHU: Nine killed in Al-Shabab attack', ['killed 9 -']],
    ['rebels staged the attack near a town', 'Rebels killed 11 soldiers in Colombia on Monday. The guerrillas staged the attack near the town of Tibu.', ['killed 11 Tibú']],
    ['beyond a date\'s "when" another time is told', 'At least 170 people have been killed in the West Bank since 7 October 2030, when gunmen stormed into southern Israel.', ['killed 170 West Bank']],
  ])('%s', (_, text, expected) => { expect(placed(text)).toEqual(expected) })
})

describe('the town of a headline', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    ['the count that the headline gives a town is of the town', 'Bomber kills nine at checkpoint in Mosul\n\nA bomber drove a car into a checkpoint in northern Iraq on Tuesday, killing nine officers and two passers-by, officials said.', ['killed 9 Mosul', 'killed 2 Mosul']],
    ['another count than that of the headline is not', 'Bomber kills nine at checkpoint in Mosul\n\nBombs killed 30 people across northern Iraq on Tuesday, officials said.', ['killed 9 Mosul', 'killed 30 northern Iraq']],
  ])('%s', (_, text, expected) => { expect(placed(text, false)).toEqual(expected) })
})
