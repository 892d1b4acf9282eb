import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { LocatedMention } from '../../src/model/document.ts'
import type { Report } from '../../src/model/report.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { locate } from '../../src/stages/locate/index.ts'
import { toDocument } from '../../src/text/sentences.ts'
import { growthFourfold } from '../growth.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

function read(text: string): LocatedMention[] {
  const report: Report = { key: 't', doc: 't', url: null, title: null, outlet: null, language: 'en', kind: 'article', published: null, text, passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }
  return locate(toDocument(report, { abbreviations: new Set(['gov', 'st', 'mr']) }), gazetteer)
}

const short = (mention: LocatedMention): string => `${mention.name} ${mention.country ?? '-'} ${mention.precision ?? '-'}${mention.use === 'associative' ? ' ~' : ''}${mention.place === null ? ' ?' : ''}`

describe('places, named as English usage has it', () => {
  test.each<[string, string[], string]>([
    ['A depot burned in Gostomel.', ['Hostomel UA settlement'], 'an older spelling'],
    ['A convoy of Red Cross lorries was seen.', ['Red Cross US settlement ~'], 'a body, whatever town bears its name'],
    ['A truce brokered by Cairo and Paris held.', ['Cairo EG settlement ~', 'Paris FR settlement ~'], 'who brokers, all of them'],
    ['In Washington, US officials spoke.', ['Washington US settlement', 'United States US country ~'], 'a preposition that opens a sentence is no part of a name'],
    ['Mortars hit Kiev and Kupyansk.', ['Kyiv UA settlement', 'Kupiansk UA settlement'], 'older spellings, after a verb that takes places'],
    ['The Kharkiv region lost power.', ['Kharkiv Oblast UA region'], 'a region by the word behind it'],
    ['The Kharkiv, Sumy and Chernihiv regions lost power.', ['Kharkiv Oblast UA region', 'Sumy Oblast UA region', 'Chernihiv Oblast UA region'], 'one word for a whole list'],
    ['Rain fell on the regions of Kherson and Odesa.', ['Kherson Oblast UA region', 'Odesa Oblast UA region'], 'the word before the list'],
    ['Troops left western Ukraine.', ['western Ukraine UA region'], 'a part of a country keeps its words'],
    ['Troops left west Ukraine.', ['western Ukraine UA region'], 'a part of a country by its usual name'],
    ['Flour ran out in Gaza; the bakeries of Gaza City closed.', ['Gaza Strip PS region', 'Gaza City PS settlement'], 'the territory and the city'],
    ['Markets in Khan Yunis and Dayr al-Balah opened.', ['Khan Younis PS settlement', 'Deir al-Balah PS settlement'], 'Arabic names in other spellings'],
    ['A convoy reached Nyala, the capital of South Darfur.', ['Nyala SD settlement', 'South Darfur SD region'], 'what is said of one place is not said of the next'],
    ['Crews worked at the Kremlin in Moscow.', ['Kremlin RU site', 'Moscow RU settlement'], 'a site'],
    ['Checkpoints stood around the Holosiiv district of Kyiv.', ['Holosiiv district UA district ?', 'Kyiv UA settlement'], 'a district as written, in its city'],
    ["A crowd gathered on Mogadishu's Lido beach.", ['Mogadishu SO settlement', 'Lido beach - settlement ?'], 'a part of the town, not a place of that name elsewhere'],
    ['Seven people died in explosions that were blamed on Chad.', ['Chad TD country ~'], 'whose deed it was'],
    ['Divers found the Moskva in the Black Sea.', ['Moscow RU settlement ~', 'Black Sea - region'], 'a ship that bears the name of a town'],
    ['Divers found the Mosul museum.', ['Mosul IQ settlement'], 'what is of the town keeps it'],
    ["Moscow's Kherson offensive stalled.", ['Moscow RU settlement ~', 'Kherson UA settlement'], 'a city that is known by itself is no part of whose offensive it is'],
    ['Gunmen came to the mainly Sunni Tarwan neighbourhood of Baghdad.', ['Tarwan - district ?', 'Baghdad IQ settlement'], 'of whom most live there'],
    ['The massacre in Mali was the worst in years. Malian troops came to Moura.', ['Mali ML country', 'Mali ML country ~', 'Moura - settlement ?'], 'towns of the name in other lands only, which the report does not speak of: none is chosen'],
    ['The market in Moura in Portugal closed.', ['Moura PT settlement', 'Portugal PT country'], 'the land is said'],
    ['The Sunni Tarwan Foundation spoke.', [], 'a body of theirs'],
    ['At Muja, a village near Goma, troops rested.', ['Muja - settlement ?', 'Goma CD settlement'], 'a small word that begins a sentence is no part of a name'],
    ['Federal troops drove Fano militiamen out of Gondar in Ethiopia.', ['Fano - settlement ~ ?', 'Gondar ET settlement', 'Ethiopia ET country'], 'a group that is at home elsewhere than the town of its name'],
    ['Troops rested, said Ridwan Abdiwel, Somalia\'s spokesman.', ['Somalia SO country ~'], 'whose somebody is'],
    ['Troops rested in the northern Mozambique town of Palma.', ['northern Mozambique MZ region', 'Palma MZ settlement ?'], 'a town of the land that is told before it'],
    ['Traders fled Tsafo Local Government Area.', ['Tsafo - district ?'], 'what a part of a state is called'],
    ['Traders met Local Government Minister Ann Oro.', [], 'an office'],
    ['Bandits attacked Yankabo community in Zamfara State.', ['Yankabo NG settlement ?', 'Zamfara State NG region'], 'what a settlement is called in Nigeria'],
    ['Bandits attacked the Yankabo community.', [], 'a people'],
    ['Bandits attacked the Unguwar Maki community in Zamfara State.', ['Unguwar Maki NG settlement ?', 'Zamfara State NG region'], 'a community with an article, told where it lies'],
    ['Bandits attacked the Fulani community in Plateau State.', ['Plateau NG region'], 'a people that lives somewhere'],
    ['Four were killed in Gusau Local Government Area of Zamfara State.', ['Gusau NG district', 'Zamfara State NG region'], 'a part of a state that has the name of its town'],
    ['Four were killed in Tsafo LGA of Zamfara State.', ['Tsafo NG district ?', 'Zamfara State NG region'], 'its letters'],
    ['Sani Uba, the Village Head, told reporters.', [], 'an office'],
    ['Rangers were killed in Upembo National Park in the Democratic Republic of Congo.', ['Upembo National Park CD site ?', 'Democratic Republic of the Congo CD country'], 'a park by its whole name'],
    ['The village of Manila, in Mozambique, was burnt.', ['Manila MZ settlement ?', 'Mozambique MZ country'], 'a village is no capital of that name'],
    ['They fled the town\'s Borno neighbourhood.', ['Borno - district ?'], 'a part of a town is no state of its name'],
    ['Six died in Kolofat, in the far north of Cameroon.', ['Kolofat CM settlement ?', 'Cameroon CM country'], 'a part of the land by its direction'],
    ['Gunmen attacked Kambang village in Plateau State, Nigeria.', ['Kambang NG settlement ?', 'Plateau NG region', 'Nigeria NG country'], 'a village is no town of a land that nobody speaks of'],
    ['The city of Manila was flooded.', ['Manila PH settlement'], 'a city is'],
    ['Militants attacked Mahasi on Monday.', ['Mahasi - settlement ?'], 'what armed men attack'],
    ['Critics attacked Mahasi on Monday.', [], 'whom critics do'],
    ['Rain fell in the southern Eastern Equatoria state of South Sudan and in Jonglei.', ['Eastern Equatoria SS region', 'South Sudan SS country', 'Jonglei SS region'], 'the ten states of South Sudan'],
    ['Rain fell in the Ménaka region of Mali.', ['Ménaka Region ML region', 'Mali ML country'], 'a region younger than the tables'],
    ['Rain fell in Galmudug and Lower Shabelle.', ['Galmudug SO region', 'Lower Shebelle SO region'], 'states and regions of Somalia as reports spell them'],
    ['Clashes went on at Kibato, about 11 km (7 miles) north of Goma.', ['Kibato - settlement ?', 'Goma CD settlement'], 'told by its distance from another'],
    ['Farms burned in the Metakalo zone of Ethiopia.', ['Metakalo ET district ?', 'Ethiopia ET country'], 'what a part of a region is called'],
    ['Farms burned in an Exclusion zone.', [], 'what it is'],
    ['Villagers fled, Radio Free Asia reported.', ['Asia - region ~'], 'a part of the world in the name of a broadcaster'],
    ['Farms burned along the Ayeyarwady River in Myanmar.', ['Ayeyarwady River MM site ?', 'Myanmar MM country'], 'a river bears the name of a region'],
    ['Farms burned in the Ayeyarwady region of Myanmar.', ['Ayeyarwady Region MM region', 'Myanmar MM country'], 'the region'],
    ['Traders met Gov. Pilarina Cordoba. Later Cordoba left.', [], 'a surname behind a first name that no list has'],
    ['Traders met Gov. Pilarina in Cordoba in Spain.', ['Córdoba ES settlement', 'Spain ES country'], 'a town, with what puts them there'],
    ['Boko Haram burned farms in Borno.', ['Borno State NG region'], 'the land that an armed group fights from is spoken of'],
    ['Farms burned in Borno.', ['Borno IT settlement'], 'nothing else is told'],
    ['Houthi rebels shelled Hays.', ['Hays - settlement ?'], 'a small town on another continent is no answer'],
    ['Hamas fired rockets at Sderot.', ['Sderot IL settlement'], 'a town that the group can reach'],
    ['Shops closed in Hays.', ['Hays US settlement'], 'where no group is told of'],
    ['Warplanes bombed Kafr Zitounia on Monday.', ['Kafr Zitounia - settlement ?'], 'a name that villages begin with, where bombs fall'],
    ['A drone hit Zurmuk on Monday.', ['Zurmuk - settlement ?'], 'what a weapon hits'],
    ['The critics attacked Zurmuk on Monday.', [], 'who is attacked may be a person'],
    ['A shell hit Goma University and Kyiv Hospital was bombed.', ['Goma CD settlement', 'Kyiv UA settlement'], 'houses with the name of their town, as something is done to them'],
    ['Two nurses died at Goma Central Hospital.', ['Goma CD settlement'], 'where somebody dies'],
    ['Students of Goma University sang.', ['Goma CD settlement ~'], 'a body, whatever town bears its name'],
    ['Shells fell on Rastan and al-Rastan in Syria.', ['Rastan SY settlement', 'Ar Rastan SY settlement', 'Syria SY country'], 'the article that a report leaves out'],
    ['Talks went on with Weber, Kenya said.', ['Kenya KE country ~'], 'who acts, not where something lies'],
    ['A ferry sank in the Red Sea off Eritrea.', ['Red Sea - region', 'Eritrea ER country'], 'a sea has no country'],
    ['The army was seen in Mbuluzi in Walungu Territory of South Kivu Province.', ['Mbuluzi CD settlement ?', 'Walungu Territory CD settlement ?', 'South Kivu CD region'], 'a village that nobody has lies where its district lies'],
    ['Shops closed in Nyala, the capital city of South Darfur State.', ['Nyala SD settlement', 'South Darfur SD region'], 'the capital of a state is no state'],
    ['Trucks left Goma, in the restive North Kivu Province.', ['Goma CD settlement', 'North Kivu CD region'], 'whatever is said of the province'],
    ['Congolese soldiers left Goma for the village of Kavodo.', ['Democratic Republic of the Congo CD country ~', 'Goma CD settlement', 'Kavodo CD settlement ?'], 'all towns told are of the country that is named'],
    ['Soldiers left Goma for Kigali and the village of Kavodo.', ['Goma CD settlement', 'Kigali RW settlement', 'Kavodo - settlement ?'], 'towns of two countries tell nothing of a village'],
    ['The Congolese army left the village of Ntombi; Congo said that Congolese villagers came back to Ntombi.', ['Democratic Republic of the Congo CD country ~', 'Ntombi - settlement ?', 'Democratic Republic of the Congo CD country ~', 'Democratic Republic of the Congo CD country ~', 'Ntombi - settlement ?'], 'a village of a land that is not spoken of is another'],
    ['Jets bombed a market in Let Mon Kone village in Myanmar.', ['Let Mon Kone MM settlement ?', 'Myanmar MM country'], 'a village whose name is of everyday words'],
    ['Jets bombed Talun Khor Village in Myanmar.', ['Talun Khor MM settlement ?', 'Myanmar MM country'], 'a village called so in capitals'],
    ['The Talun Khor Village Council met in Myanmar.', ['Myanmar MM country'], 'a body of a village'],
    ['Three men were shot in Talishen area of Goma.', ['Talishen - district ?', 'Goma CD settlement'], 'an area without an article'],
    ['Jets bombed a bridge at Talishen, killing 14 people.', ['Talishen - settlement ?'], 'what stands at a village'],
    ['Gunmen attacked Talishen community on Sunday.', ['Talishen - settlement ?'], 'a community that is attacked'],
    ['The elders of the Talishen community met on Sunday.', [], 'a community of people'],
    ['Guns were heard in the direction of Talishen.', ['Talishen - settlement ?'], 'the direction of a village'],
    ['Armenian enclave Nagorno-Karabakh closed its shops; in the Armenian enclave of Nagorno-Karabakh they opened.', ['Armenia AM country ~', 'Nagorno-Karabakh AZ region', 'Armenia AM country ~', 'Nagorno-Karabakh AZ region'], 'who lives there does not say what land it is'],
    ['Gunmen fled to the Sambisi forest in Nigeria\'s Borno.', ['Sambisi forest NG site ?', 'Nigeria NG country', 'Borno State NG region'], 'woods; a region without a word for it, in its land'],
    ['Nine died in Boko Haram raids in Maiduguri.', ['Maiduguri NG settlement'], 'an armed group is no town'],
    ['Shells fell in the northwestern Kelgam sector.', ['Kelgam - district ?'], 'a sector of a front'],
    ['Shells fell on Varnia’s Energo sector and the energy sector.', [], 'a sector of trade'],
    ['A truck burned in North Waziristan Agency.', ['North Waziristan PK region'], 'a region that is called an agency'],
    ['Troops met rebels in Barangay Lugasan, in Patikul.', ['Lugasan PH settlement ?', 'Patikul PH settlement'], 'a village by what it is called in its land'],
    ['Shells hit a Beirut suburb and two Kabul neighbourhoods.', ['Beirut LB settlement', 'Kabul AF settlement'], 'a part without a name is in its town'],
    ['Car bombs went off in Bangui in CAR.', ['Bangui CF settlement', 'Central African Republic CF country'], 'a land’s initials are in capitals'],
    ['Recruits trained at the Zarkat military base and in Zolin barracks, near Tikrit.', ['Zarkat - site ?', 'Zolin - site ?', 'Tikrit IQ settlement'], 'bases by their own names'],
    ['Recruits trained at a military base and in barracks.', [], 'bases without a name'],
    ['Police in Nineveh in Iraq counted votes.', ['Nineveh Governorate IQ region', 'Iraq IQ country'], 'a region by its bare name, not villages abroad that once had it'],
    ['Shells fell in Pakistan-controlled Kashmir, and in Indian-controlled Kashmir.', ['Azad Kashmir PK region', 'Jammu and Kashmir IN region'], 'both sides of a divided land'],
    ['Shells fell in disputed Kashmir.', ['Kashmir IN region'], 'the whole of it'],
    ['The Islamic State of Iraq and the Levant fled to Iraq.', ['Iraq IQ country ~', 'Levant - region ~', 'Iraq IQ country'], 'a group that has lands in its name'],
    ['Clinics closed in Tamil areas of Sri Lanka.', ['Sri Lanka LK country'], 'a people is no place'],
    ['A crowd stood at the Goma district office and at the Bukavu district court in Congo.', ['Goma CD settlement', 'Bukavu CD settlement', 'Democratic Republic of the Congo CD country'], 'offices of a district are in its town'],
    ['Bodies lay at Jenin’s Khalil Sulaiman hospital.', ['Jenin PS settlement'], 'a person’s name, though a town far off has its first word too'],
    ['Rain came to the house of the Jenin family.', [], 'a family is no place'],
    ['Simferopol, in Crimea, was dark.', ['Simferopol UA settlement', 'Crimea UA region'], 'occupied land as the gazetteer has it'],
  ])('%s', (text, expected) => { expect(read(text).map(short)).toEqual(expected) })
})

describe('a place that stands for a state, or only near a place', () => {
  test.each<[string, string[], string]>([
    ['The ministry reported that Baku “lost ten vehicles”.', ['Baku AZ settlement ~'], 'a capital that loses, in another\'s words'],
    ['The mayor told The Irrawaddy that Goma was calm. The Irrawaddy could not verify it.', ['Ayeyarwady Region MM region ~', 'Goma CD settlement', 'Ayeyarwady Region MM region ~'], 'a paper with its article'],
    ['A source told one of the Kigali correspondents that Goma was calm.', ['Kigali RW settlement ~', 'Goma CD settlement'], 'where a paper has its people'],
    ['Jets sank the Sheffield near Goma.', ['Sheffield - settlement ?', 'Goma CD settlement'], 'a ship that bears the name of a town'],
    ['The mayor told Xinhua that Goma was calm.', ['Xinhua CN settlement ~ ?', 'Goma CD settlement'], 'an agency is told, no town'],
    ['A Central African nation and its neighbour Rwanda met.', ['Africa - region ~', 'Rwanda RW country'], 'a part of the world'],
    ['Central African troops met.', ['Central African Republic CF country ~'], 'a country'],
    ['Moscow said its troops had withdrawn.', ['Moscow RU settlement ~'], 'a capital speaks'],
    ['Officials in Moscow said nothing.', ['Moscow RU settlement'], 'in the capital'],
    ['Ukraine’s forces fell back.', ['Ukraine UA country ~'], 'what a state has'],
    ['The Sudanese army and pro-Russian gunmen met US-led patrols.', ['Sudan SD country ~', 'Russia RU country ~', 'United States US country ~'], 'nationalities, inside hyphens too'],
    ['The Kyiv Independent wrote about it first on a quiet day.', ['Kyiv UA settlement ~'], 'an outlet’s name'],
    ['Yemen’s Houthis fired two rockets.', ['Yemen YE country ~'], 'a group of a country'],
    ['Ukraine’s Kharkiv was shelled.', ['Ukraine UA country', 'Kharkiv UA settlement'], 'a city of a country'],
  ])('%s', (text, expected) => { expect(read(text).map(short)).toEqual(expected) })
})

describe('villages that no gazetteer has', () => {
  test.each<[string, string[], string]>([
    ['Two barns burned in the village of Zhovtanka in the Sumy region.', ['Zhovtanka UA settlement ?', 'Sumy Oblast UA region'], 'named a village, in a region'],
    ['Families left the hamlets of Orlivka Mala, Zelenyi Brid and Dubovka Nova in western Ukraine.', ['Orlivka Mala UA settlement ?', 'Zelenyi Brid UA settlement ?', 'Dubovka Nova UA settlement ?', 'western Ukraine UA region'], 'a list'],
    ['Shells fell on Verkhnya Tyshka village. Verkhnya Tyshka has two streets.', ['Verkhnya Tyshka - settlement ?', 'Verkhnya Tyshka - settlement ?'], 'named again without the word'],
    ['Rebels took full control of Vallukai, a town on the river.', ['Vallukai - settlement ?'], 'said to be a town behind its name'],
    ['The raiders stormed Oruwa Gida in Zamfara state.', ['Oruwa Gida NG settlement ?', 'Zamfara State NG region'], 'what is done to towns, in a state'],
    ['A strike on Hadatha, in southern Lebanon, killed two.', ['Hadatha LB settlement ?', 'southern Lebanon LB region'], 'behind a comma, in a part of a country'],
    ['They threw Molotov cocktails at a house.', ['Perm RU settlement ~'], 'what is thrown is no town'],
    ['A bomb went off in Dolma area north of Kirkuk.', ['Dolma - district ?', 'Kirkuk IQ settlement'], 'an area by its direction'],
    ['A bomb went off in Dolma area on Monday.', ['Dolma - district ?'], 'an area with nothing behind it but the day'],
    ['A bomb went off in Zorbal City on Monday.', ['Zorbal City - settlement ?'], 'a part of a town that is called one'],
    ['The cup went to Zorbal City\'s new striker.', [], 'a club and its man'],
    ['War goes on in Syria. Shells hit the village of Sarja.', ['Syria SY country', 'Sarja - settlement ?'], 'a village is no city of another land'],
    ['War goes on in Syria. He flew to Sarja.', ['Syria SY country', 'Sharjah AE settlement'], 'nothing says that it is one'],
    ['A bomb went off in the Qahira district of Baghdad.', ['Qahira district IQ district ?', 'Baghdad IQ settlement'], 'a district of a town lies there'],
    ['Fighters opened fire on Wad al-Thamir with heavy artillery.', ['Wad al-Thamir - settlement ?'], 'how names of villages begin'],
    ['Shells fell on the outskirts of Xevrin.', ['Xevrin - settlement ?'], 'a town has outskirts'],
    ['Rebels attacked a base at Qoryoleh on Friday.', ['Qoryoleh - settlement ?'], 'what a base stands at'],
    ['Rebels attacked a post north of Verbovets in Sumy region.', ['Verbovets UA settlement ?', 'Sumy Oblast UA region'], 'what a direction is told from'],
    ['Planes bombed Xouthi-held towns.', [], 'whose something is'],
    ['Two bombs fell on Kwe Thein Twin village.', ['Kwe Thein Twin - settlement ?'], 'a village of several words, one of them everyday'],
    ['Children were brought to Xevrin, where two died.', ['Xevrin - settlement ?'], 'where something happens is a place'],
    ['Shells hit Orikhiv, Huliaipole and Xevrin.', ['Orikhiv UA settlement', 'Huliaipole UA settlement', 'Xevrin - settlement ?'], 'the last of a list of towns'],
    ['They met in Kyiv, and Merkel.', ['Kyiv UA settlement'], 'no list'],
    ['The Committee of the Red Cross spoke. Elsewhere, all was calm.', [], 'a body, and a word that begins a scene'],
    ['An attack on Hamas, in southern Gaza, went on.', ['southern Gaza PS region'], 'an armed group is no town'],
    ['Police shot Brandon, a town councillor.', [], 'a man of a town is none'],
    ['The firm lost control of Twitter in the night.', [], 'what has no land is no town'],
    ['A drone fell in Qasr Binaya, near Raqqa.', ['Qasr Binaya - settlement ?', 'Raqqa SY settlement'], 'near a known place'],
  ])('%s', (text, expected) => {
    const mentions = read(text)
    expect(mentions.map(short)).toEqual(expected)
    for (const mention of mentions) if (mention.place === null) expect([mention.lat, mention.lon]).toEqual([null, null])
  })
})

describe('namesakes', () => {
  test.each<[string, string, string | null | undefined, string]>([
    ['They met in Paris, Texas, on a Monday.', 'Paris', 'US', 'the wording says where'],
    ['They met in Paris on a Monday.', 'Paris', 'FR', 'the largest by far'],
    ['Atlanta, Georgia, is a day from Macon.', 'Georgia', 'US', 'a state among its towns'],
    ['A man died in Salisbury on Monday.', 'Harare', undefined, 'a former name gives way to the town that bears it'],
    ['A man was shot near the White House on Monday.', 'White House', 'US', 'what a town’s name means in English is not the town'],
    ['Zimbabwe sent troops. In Zimbabwe, they left Salisbury on Monday.', 'Harare', 'ZW', 'unless its country is spoken of'],
    ['They met in Bombay on a Monday.', 'Mumbai', 'IN', 'a usual name'],
    ['Georgia and Armenia closed the road to Tbilisi.', 'Georgia', 'GE', 'a country among its neighbours'],
    ['The Syrian army left Tripoli street for Idlib and Hama; Hama is quiet.', 'Hama', 'SY', 'the country spoken of'],
    ['Cars burned in Tripoli, Lebanon, near Beirut.', 'Tripoli', 'LB', 'the wording says where'],
    ['The Libyan coast guard in Tripoli and Misrata was idle.', 'Tripoli', 'LY', 'the country spoken of'],
    ['A meeting was held in Washington by the White House staff.', 'Washington', 'US', 'the capital, not the state'],
  ])('%s', (text, name, country) => { expect(read(text).find((mention) => mention.name === name && mention.use === 'literal')?.country).toBe(country) })

  test('what cannot be told stays without a point', () => {
    const [springfield] = read('The mayor of Springfield slept.')
    expect(springfield).toMatchObject({ written: 'Springfield', place: null, lat: null, lon: null })
  })
})

describe('silent', () => {
  test.each([
    ['Jordan Smith and Chelsea Reed went home.', 'people called after places'],
    ['Gov. Lincoln spoke. Lincoln then left.', 'a surname met again'],
    ['Reading the list took an hour. Mobile phones rang. Police came.', 'words at the head of a sentence'],
    ['In May and March they waited. Sunday was calm.', 'months and days'],
    ['Israel Katz spoke first.', 'a first name'],
    ['The IDF and the SBU gave no figures.', 'initials'],
    ['He called it a Nice try, most of the time.', 'a word in capitals'],
    ['', 'nothing'],
  ])('%s', (text) => { expect(read(text).map(short)).toEqual([]) })
})

test('spans are the words, in order, and no two share a token', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('Kyiv', 'the', 'village', 'of', 'Novo', 'Springfield', ',', 'region', 'in', "'s", 'San José', 'pro-Russian', 'said', '.', 'near', 'Gaza City', 'and', 'al-Bab', '\n', 'South', 'Darfur'), { maxLength: 40 }), (words) => {
    const text = words.join(' ')
    let end = 0
    for (const mention of read(text)) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.written)
      expect(mention.start).toBeGreaterThanOrEqual(end)
      end = mention.end
      expect(mention.lat === null).toBe(mention.place === null || mention.place.lat === null)
    }
  }), { numRuns: 300 })
})

test.each(['Kyiv, ', 'San José, Springfield and ', 'the village of Xqzyt, ', 'A ', 'Al-al-', 'in of near '])('time grows no faster than the text: %s', (piece) => {
  expect(growthFourfold((n) => read(piece.repeat(n)), 2000)).toBeLessThan(9)
})
