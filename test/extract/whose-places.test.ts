// In whose land a count is, which of a sentence's places it has, and what holds several of them; each with what stays as it is.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'
import { placeOfCount } from './place-of-count.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const placeOf = (text: string): string | null => placeOfCount(text, gazetteer)

it.each([
  ['A rocket from Gaza hit a shop in Ashdod on Monday. Israeli jets killed ten Palestinians at noon.', 'Gaza Strip', 'one side’s jets do not kill the other’s people in their own towns'],
  ['A rocket from Gaza hit a shop in Ashdod on Monday. Another rocket killed ten people at noon.', 'Ashdod', 'nobody’s jets'],
  ['Rockets from Gaza killed four people in Israel on Monday while Israeli strikes killed 19 Palestinians.', 'Gaza Strip', 'the land of those killed, told in the same sentence'],
  ['Two Israelis were killed on Monday as gunmen shelled southern Israel, while jets bombed the Gaza Strip for a third day.', 'southern Israel', 'of the places told in other clauses, the one at home of those harmed'],
  ['Russia sent 14 drones on Sunday night. Explosions were heard in Ukraine. Ukrainian air defences downed 11 of the drones.', 'Ukraine', 'drones are shot down over the land of those who shoot'],
  ['Shells hit Goma on Monday. The war in Congo has displaced more than two million people, an aid group said. The war in Congo goes on.', 'Democratic Republic of the Congo', 'what a war has cost is the land’s'],
  ['Fighters shelled a market in El Fasher on Monday. The war in Sudan began in April 2029. More than 30,000 people have been killed since the war began.', 'Sudan', 'what a war has cost is no town’s'],
  ['The army besieged the city of Manbij in March. Shells hit Manbij again on Monday. More than 300 people have been killed in Manbij since the fighting began.', 'Manbij', 'fighting of a town'],
  ['Shells hit Barda on Monday. More than 40 people were hurt as well, said the prosecutor of Azerbaijan.', 'Barda', 'a land’s body goes on about the town told before'],
  ['Gunmen stormed the village of Burakasa on Monday. Ali Nur, the deputy governor of Borno state, said nine villagers died.', 'Burakasa', 'a region’s officials speak of a village that nobody has listed'],
  ['Troops shot at a crowd in Dakar on Monday. Nine people were killed. The president, who was in Lisbon for a summit, flew home.', 'Dakar', 'where a person was for something else'],
  ['A drone strike killed ten people, including seven children, in Mosul on Monday.', 'Mosul', 'a place behind the parts of a whole'],
  ['Shells killed ten people in Goma, including a nurse, as crowds gathered in Bukavu on Monday.', 'Goma', 'a place of another clause'],
  ['Two commanders were shot on Monday. Nine people were killed. The commanders, who were in Lisbon, had been followed.', 'Lisboa', 'where the people told of were'],
  ['A missile hit a hotel in Kramatorsk on Monday. Eight people were killed, among them a chef who had trained in Lyon.', 'Kramatorsk', 'what somebody learned where'],
  ['Rebels shelled Hodeidah on Monday and killed two people. The ship, owned by a firm in Piraeus, was not hit.', 'Hodeidah', 'a firm that is only named'],
  ['A missile hit a firm in Piraeus on Monday, killing two people.', 'Piraeus', 'a firm that was hit'],
  ['Hamas fired rockets at Ashkelon on Monday. A woman was killed. In Geneva, diplomats from Switzerland looked on.', 'Ashkelon', 'where others look on'],
  ['A rocket fell in Ashkelon on Monday. In Sderot, two people were killed.', 'Sderot', 'where it went on'],
  ['Bombings in the cities of Kirkuk and Mosul killed 38 people on Monday.', 'Iraq', 'a number of two towns is of their land'],
  ['Bombings in the city of Kirkuk killed 38 people on Monday.', 'Kirkuk', 'a number of one town'],
  ['Air strikes across southern and eastern Lebanon killed 90 people on Monday.', 'Lebanon', 'a number of two parts of a land is the land’s'],
  ['Air strikes across southern Lebanon killed 90 people on Monday.', 'southern Lebanon', 'a number of one part'],
  ['Twelve drones were shot down in the Bryansk, Belgorod and Kursk regions on Monday.', 'Russia', 'a number of several regions'],
  ['Troops deployed around Tamale and Bawku killed six insurgents on Monday.', 'Tamale', 'one spot told by two names'],
  ['In Tarmiyah a bomb killed two people on Monday, while a mine in the city of Mosul killed another policeman.', 'Mosul', 'the place of the bomb is that of whom it killed'],
  ['The Taliban struck in Kunduz on Monday, leaving nine soldiers dead, and in western Farah province, where they killed four policemen.', 'Farah Province', 'the place before "where"'],
  ['Gunmen attacked a convoy in Kirkuk, 240 kilometres north of Baghdad, where bombs killed nine people on Monday.', 'Kirkuk', 'not what a town is measured from'],
  ['Hamas fired nine rockets from Rafah at Beersheba on Monday.', 'Beersheba', 'what was fired at, not from where'],
  ['Hezbollah fired on northern Israel on Monday and shot down a drone over southern Lebanon.', 'southern Lebanon', 'behind what it counts'],
  ['At least 30 people were killed and 27 others were injured in two suicide attacks in Hama on Monday. Damascus was quiet.', 'Hama', 'the last of verbs told together has the place of all'],
  ['Shells fell on Ganja in the war over Nagorno-Karabakh. It was one of the first attacks outside the Nagorno-Karabakh region. Seven people died on Monday.', 'Ganja', '"outside" a region is anywhere but there'],
  ['Air defences shot down six drones over Jizan on Monday. The rebels hold the north of the land, 120km from the capital, Sanaa. Two people were hurt.', 'Jizan', 'not what a place is measured from'],
  ['Lebanon said that Israeli strikes killed 33 people across the country on Monday.', 'Lebanon', 'a land by its name before a people’s'],
  ['A drone of the Israeli army hit a house. Israeli officials said that nine people were killed across the country on Monday.', 'Israel', 'a people’s land, where no other is named'],
  ['Afghanistan saw more violence. A soldier was killed when a bomb hit an army car in the country’s capital on Monday.', 'Kabul', 'the capital of the land that the report is about'],
  ['Rebels with alleged links to neighbouring Rwanda bombed a camp near Goma on Monday, killing three people.', 'Goma', 'whom rebels have to do with'],
  ['The army said that it shot down a total of 84 drones over Russia on Monday, including 36 over Rostov, 21 over Bryansk and others over Kursk.', 'Bryansk', 'parts have their own places'],
  ['A raid on Joun in the Chouf district killed 15 people on Monday.', 'Joun', 'a village behind "raid on" that the text puts in a district'],
  ['Rebels bombed the Zaina camp on Monday, killing three people.', 'Zaina camp', 'a camp that is bombed by its name'],
  ['Gunmen attacked a base on the island of Darakoa on Monday, killing six soldiers.', 'Darakoa', 'an island by its name'],
  ['Gunmen massacred 51 villagers in northern Mali and killed 12 soldiers in an ambush in neighbouring Burkina Faso on Monday.', 'Burkina Faso', 'behind what the second verb counts'],
  ['Shells killed eight people in the Samba, Poonch and Rajouri districts of Jammu and Kashmir on Monday.', 'Jammu and Kashmir', 'the region told right behind a list'],
  ['At least 30 people were killed on Monday in Rakhine state capital Sittwe.', 'Sittwe', 'a capital by its state'],
  ['Two women were wounded on Monday in an attack in Malakal, capital of Upper Nile state.', 'Malakal', 'a town is not the state that it is the capital of'],
  ['Six people were killed on Monday by shells in the village of Tarmy in the district of Ain al-Arab.', 'Tarmy', 'a village is finer than its district'],
  ['Two jets bombed Talun Khor village in the south of Kani Township on Monday, killing ten people.', 'Talun Khor', 'a village is finer than the township it lies in'],
  ['The army killed 13 rebels at Paddavil, near the coast, on Monday.', 'Paddavil', 'a village that nobody has listed'],
  ['A drone hit a house in Sumy, in the north-east of Ukraine, on Monday. Two people died.', 'Sumy', 'where in a land a town lies'],
  ['Six scientists were killed on Monday, Iranian state media reported. Iranian forces fired missiles at Tel Aviv.', 'Iran', 'before another land is told of, that of whose body says so'],
  ['Iran fired missiles on Monday, striking Tel Aviv and Haifa. Iranian reports said that 224 people were killed in Israel’s first strikes.', 'Iran', 'what one side’s strikes did was not done in its own towns'],
  ['Rebels fought the navy off Kilinochchi in Sri Lanka on Monday. More than 70,000 people have died since 1983.', 'Sri Lanka', 'a total of years is no town’s'],
  ['More than 50 people were killed on Monday in a bombing targeting the Gaza Strip. One of the houses was in the Zawaida area, they said.', 'Gaza Strip', 'the place that a strike targets'],
  ['Planes bombed Chechnya on Monday. Some 61,000 people fled the bombing for the neighbouring republic of Ingushetia.', 'Chechnya', 'where they fled for'],
  ['Fighters crossed into northern Israel on Monday. Two soldiers were captured and taken into Lebanon.', 'northern Israel', 'where they were taken'],
  ['The worst shelling on Monday was in Khan Younis. Air strikes pounded homes there, killing 18 people, Hani Said reports from Rafah.', 'Khan Younis', '"there" is the place told before, not where a reporter stands'],
  ['Violence surged in the West Bank as war went on in the Gaza Strip. More than 690 Palestinians have been killed there since 2029.', 'West Bank', 'of several that "there" may mean, the one weighed best'],
  ['Eleven civilians were killed on Monday in the provinces of Surin, Ubon Ratchathani and Zrisak.', 'Thailand', 'a list that ends in a name nobody has listed'],
  ['Rockets fell on Shtula in Israel on Monday. During the war about 1,200 Lebanese were killed. It began in Lebanon.', 'Lebanon', 'so many of a people did not fall in a town of the other land'],
  ['Rockets fell on the town of Sderot on Monday. About 12 Israelis were killed.', 'Sderot', 'the people of the land that was struck'],
  ['Rescuers evacuated 30 people from the town of Manbij to Qamishli on Monday.', 'Manbij', 'from where they were evacuated'],
  ['Rockets were fired at several Israeli villages on Monday. Three soldiers were killed.', 'Israel', 'towns of a land, where nothing else is named'],
  ['Four villagers were killed on Monday in Moraiba community of Talata Mafara, in Zamfara State.', 'Moraiba', 'a community that nobody has listed'],
  ['Bombings in Moscow and Volgograd that killed 300 people shook Russia. The president of Dagestan spoke on Monday.', 'Russia', 'the place of the bombs behind "that"'],
  ['A raid in Pont-Sonde in Haiti on Monday left 70 people dead, forcing about 6,270 to flee to nearby towns like Saint-Marc.', 'Pont-Sonde', 'towns that they fled to'],
  ['A convoy was hit on Monday near Fallujah by strikes from US and Iraqi aircraft. Nine fighters died.', 'Fallujah', 'whose the aircraft are'],
  ['Clashes went on in Bambari on Monday. Soldiers killed five gunmen, a spokesman at the army headquarters in Paris said.', 'Bambari', 'where a spokesman sits'],
  ['Rebels stormed Nanaba, 300 kilometres north of the capital Bangui, on Monday, killing five people.', 'Nanaba', 'a town told by its distance'],
  ['Clashes went on in Bambari on Monday. At the weekend 11 people died in nearby Ngabako.', 'Ngabako', 'a village nearby'],
  ['Russia has sent drones at Odesa. American jets shot down 15 drones over the Black Sea on Monday, and two more later.', 'Black Sea', 'no drones are shot down over the land of a helper'],
  ['Two people were injured on Monday in an attack on a residential quarter of Kherson.', 'Kherson', 'what towns have'],
  ['Two people were injured on Monday in an attack on the Kherson region.', 'Kherson Oblast', 'a region by its word'],
  ['Troops killed seven people in Jenin on Monday. The health ministry in Ramallah said that nine people were wounded.', 'Jenin', 'a ministry speaks for all of its land'],
])('%s', (text, place) => { expect(placeOf(text)).toBe(place) })

it('a list behind a colon is of parts', () => {
  const text = 'Six civilians were killed in the Donetsk Region on Monday: 2 in Zarichne and 4 in Bakhmut.'
  const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
  expect(claims.find((claim) => claim.quantities[0]?.value === 6)?.place?.name).toBe('Donetsk Oblast')
})

/** The places of a text's events of a type. */
function placesOf(text: string, type: string): (string | null)[] {
  const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
  return claims.filter((claim) => claim.type === type).map((claim) => claim.place?.name ?? null)
}

it.each([
  ['Ganja was shelled on Monday, as heavy clashes continued over the Nagorno-Karabakh enclave.', 'ground_combat', ['Nagorno-Karabakh'], 'what is told of fighting behind its verb'],
  ['Air defences shot down 38 drones in the Kherson, Odesa and Sumy regions on Monday.', 'interception', ['Kherson Oblast', 'Odesa Oblast', 'Sumy Oblast'], 'each region is an incident, whatever the count is of'],
  ['A convoy was ambushed in southern Somalia on Monday, and 24 soldiers were killed. The attack came hours after a car bomb in Mogadishu killed five people. The gunmen attacked the convoy near Janale town, an officer said.', 'ground_combat', ['Janale', 'Janale'], 'what came hours before is other news'],
])('%s: %s', (text, type, places) => { expect(placesOf(text, type).sort()).toEqual(places) })
