// Where an event stands and whose it is: the place of its own clause, harm told by its count alone, the sides of a war.
import { afterAll, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

function incidents(text: string): Claim[] {
  return readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction.claims.filter((claim) => claim.type !== null)
}
const told = (text: string): string[] => incidents(text).map((c) => `${c.type} ${c.place?.name ?? '-'}`)

/** A text, an incident that it tells with its place (null: none at all), why. */
const PLACED: [string, string | null, string][] = [
  ['The general spoke in Cairo. Rebels shelled Aden on Monday.', 'strike Aden', 'what is shelled, by its name'],
  ['In Riyadh a spokesman said a raid on a depot near Marib had begun on Monday.', 'strike Marib', 'the phrase after the noun, not the one before'],
  ['Rebels attacked a patrol in the rural Cauca department about 500 km south of Bogota on Monday.', 'ground_combat Cauca Department', 'what a place is measured from is not where it was'],
  ['Rebels attacked a patrol south of the bridge in Bogota on Monday.', 'ground_combat Bogotá', 'a bridge is measured from, not the town it is in'],
  ['A bomb exploded in Bangpu, a village in Yarang district in Thailand, on Monday, killing one person.', 'explosion Bangpu', 'where the village lies is not where it was'],
  ['Jets bombed Gao, a town in Mali, and Mopti on Monday.', 'strike Mopti', 'what stands behind is another place'],
  ['A man from Ngasanbaw Village, part of Arakan State\'s Rathedaung Township in Myanmar, was hurt after a shell exploded in the village on Monday.', 'strike Ngasanbaw', 'where somebody is from, and it happened there'],
  ['A man from Leeds was hurt after a shell exploded in the city of Kabul on Monday.', 'strike Kabul', 'where somebody is from, and it happened elsewhere'],
  ['Police arrested 29 members of the Santa Rosa de Lima Cartel in Celaya on Monday.', 'capture_or_exchange Celaya', 'the name of a cartel'],
  ['(Geneva) Gunmen killed 30 people in Haiti on Monday, the UN said.', 'violence_against_civilians Haiti', 'a dateline in brackets'],
  ['Shells killed three people in Ganja as Baku pushed its offensive on Monday.', 'strike Ganja', 'a capital that wages a war'],
  ['Missiles hit Aden on Monday. Four people were killed in a market in Taiz on Tuesday.', 'strike Taiz', 'harm by its count alone, of the kind told around it'],
  ['Four people were killed in a market in Taiz on Tuesday.', null, 'nothing tells of what kind the harm is'],
  ['Militants sent a car bomb to Goma on Monday. The blast flattened a police post and damaged homes in Sake.', 'explosion Sake', 'what a blast flattens was not struck from afar'],
  ['Three people died in Taiz and two medics were killed in a strike on Marib on Monday.', 'strike Marib', 'whom a strike killed died where it struck'],
  ['Wildfires destroyed 300 homes near Aden on Monday.', null, 'no hand is behind it'],
  ['Drought hit Somalia in April.', null, 'no hand is behind it'],
  ['An earthquake struck Herat on Monday.', null, 'no hand is behind it'],
  ['Officials said further attacks were likely in Aden.', null, 'not yet'],
  ['There were reports of an impending incursion into Goma.', null, 'not yet'],
  ['An explosion was heard in Crimea, the Black Sea peninsula, on Monday.', 'explosion Crimea', 'the sea says where the peninsula is'],
  ['Shells hit Aden on Monday, cutting power to the hospital in Taiz.', 'infrastructure_disruption Taiz', 'what power is cut to'],
  ['Rebels seized the Red Sea port of Hodeidah on Monday.', 'territory_change Hodeidah', 'the sea says where the port is'],
  ['Militants in the Gaza Strip fired two rockets at Israeli cities on Monday.', 'strike Israel', 'where it falls, not where it came from'],
  ['Rockets were fired from Gaza at Israeli towns on Monday.', 'strike Israel', 'the same in the passive'],
  ['RIYADH, May 5 (Agency) - Shells hit Taiz on Monday.', 'strike Taiz', 'a capital in a dateline is where reporters sit'],
  ['GOMA, May 5 (Agency) - Shells hit a market on Monday.', 'strike Goma', 'a town in a dateline is where one went to see'],
  ['The army launched an offensive to retake Goma on Monday.', 'ground_combat Goma', 'an offensive is where it is to get to'],
  ['Rebels began a push to capture Goma on Monday.', 'ground_combat Goma', 'what a push is for has not come about'],
  ['Traders met in the town of Baiji, which soldiers seized from gunmen in early May.', 'territory_change Baiji', 'a town told more of by who took it'],
  ['Traders met in the town of Baiji, which soldiers like.', null, 'no more than whom it pleases'],
  ['Lorries reached the capital, Sanaa, held by the rebels since 2029.', 'territory_change Sanaa', 'by who holds it since when'],
  ['Goma, once a hub of traders, briefly fell to the rebels in 2029.', 'territory_change Goma', 'what it once was stands between'],
  ['The general spoke of an offensive aimed at recapturing Goma.', 'ground_combat Goma', 'what is aimed at has not come about'],
  ['Missiles hit depots across Yemen, including in Aden and Taiz.', 'strike Taiz', 'places named after the wider one'],
  ['Drones were shot down over Aden (three), Taiz (one) and Marib.', 'interception Taiz', 'a list goes on over bracketed numbers'],
  ['Rebels have seized a large part of Marib.', 'territory_change Marib', 'a part of the town is of the town'],
  ['Drones were used to strike Aden on Monday.', 'strike Aden', 'what was used to strike struck'],
  ['Soldiers stepped up their assault on Goma.', 'ground_combat Goma', 'words that point back tell that it goes on'],
  ['Goma has been the scene of fierce fighting.', 'ground_combat Goma', 'the scene of what happens'],
  ['Two men were killed in an ambush in Goma on Monday.', 'ground_combat Goma', 'an ambush is fighting'],
  ['Rwanda claims full control of Goma.', 'territory_change Goma', 'what a named side claims'],
  ['The siege of Goma has lasted for weeks.', 'ground_combat Goma', 'a siege that is told to last'],
  ['A counteroffensive is under way in Tigray.', 'ground_combat Tigray Region', 'under way in a whole region'],
  ['The army shelled the main city, Omdurman, on Monday.', 'strike Omdurman', 'a town named behind what it is called'],
  ['The Arakan Army attacked a naval base near Sittwe on Monday.', 'ground_combat Sittwe', 'an armed group attacks a post'],
  ['Goma has seen months of fierce fighting.', 'ground_combat Goma', 'a town sees it'],
  ['He spoke of the fighting around Goma.', null, 'words that only point to it'],
  ['Kenya and Uganda exchanged 70 prisoners on Monday.', 'capture_or_exchange Kenya', 'an exchange counted'],
  ['Government forces abandoned Marib on Monday.', 'territory_change Marib', 'a town abandoned'],
  ['Kenya suspended air strikes on Mandera on Monday.', null, 'what is suspended'],
  ['The army lifted the siege of Goma on Monday.', null, 'a siege lifted'],
  ['A company of soldiers entered Goma on Monday.', 'deployment Goma', 'a company of soldiers'],
  ['Dutch insurance companies left Yemen on Monday.', null, 'companies that trade'],
  ['The army has withdrawn from Goma city in eastern Congo.', 'territory_change Goma', 'the town that they left, in its region'],
  ['He used to strike a chord in Aden.', null, 'a habit of no harm'],
]
const NOT_PLACED: [string, string, string][] = [
  ['Militants in the Gaza Strip fired two rockets at Israeli cities on Monday.', 'strike Gaza Strip', 'where it came from'],
  ['RIYADH, May 5 (Agency) - Shells hit a market on Monday.', 'strike Riyadh', 'a capital in a dateline'],
  ['Rebels took over territory the size of Portugal.', 'territory_change Portugal', 'a size'],
  ['Sgt Omar Saleh of Austin, Texas, died when a mine blew up.', 'explosion Austin', 'where a soldier comes from'],
  ['Omar Saleh, from Cardiff, was killed when drones hit a camp.', 'strike Cardiff', 'where somebody comes from'],
  ['Rebels began a push to capture Goma on Monday.', 'territory_change Goma', 'not captured yet'],
  ['It was the third day of attacks on the Red Sea city.', 'strike Red Sea', 'the sea of a town'],
  ['The army shelled a depot in Taiz with rockets, Omdurman radio said.', 'strike Omdurman', 'a name behind a comma after what is no town'],
  ['Kenya and Uganda exchanged 70 prisoners on Monday.', 'capture_or_exchange Uganda', 'the land of the other side, where the counted tell it already,'],
  ['Rebels have left 40 people dead in Goma.', 'deployment Goma', 'where people are left dead, and nobody leaves,'],
  ['Kenya on Monday suspended military ties to Uganda, including drills.', 'deployment Uganda', 'whose drills are suspended'],
  ['The withdrawal of the army from Goma was agreed in Uganda on Monday.', 'territory_change Goma', 'what is only agreed'],
  ['The two sides agreed on Monday on a cessation of hostilities in Tigray.', 'ground_combat Tigray Region', 'what is to cease'],
  ['Talks hosted by Kenya were expected to begin in March in Nairobi.', 'diplomacy Nairobi', 'where talks are only expected'],
  ['Troops from Goma in eastern Congo withdrew on Monday.', 'territory_change Goma', 'where those who withdraw come from'],
  ['Drones would be used to strike Aden, the general said.', 'strike Aden', 'not used yet'],
]
for (const [text, wanted, why] of PLACED) it(`${why}: ${text}`, () => { if (wanted === null) expect(told(text)).toEqual([]); else expect(told(text)).toContain(wanted) })

for (const [text, not, why] of NOT_PLACED) it(`${why} is no place of it: ${text}`, () => expect(told(text)).not.toContain(not))

/** Texts whose place of harm is not where words are spoken, judged or somebody lives. */
const NOT_THERE: [string, string][] = [
  ['A court in Alexandria sentenced the fighter on Monday. Four engineers were killed by his group.', 'Alexandria'],
  ['He grew up in exile in London. His two brothers were killed by a shell.', 'London'],
  ['Speaking in Geneva, the envoy was grave. Six nurses were killed on Sunday.', 'Geneva'],
  ['Cairo - A border war cost hundreds of lives in the impoverished Horn of Africa.', 'Cairo'],
  ['Tempers are high across the Middle East. Six nurses were killed on Sunday.', 'Middle East'],
]
for (const [text, place] of NOT_THERE) it(`puts no harm where it was only spoken of: ${text}`, () => {
  const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
  const harm = claims.filter((claim) => claim.quantities.some((q) => q.measure === 'killed'))
  expect(harm).toHaveLength(1)
  expect(harm[0]!.place?.name).not.toBe(place)
})

it('takes the day that is said right after a war\'s beginning', () => {
  const war = incidents('Kuwait is in ruins. Since the invasion began on 24 March, two million have fled Kuwait.').find((c) => c.type === 'ground_combat')
  expect(war?.date).toMatchObject({ from: '2031-03-24', to: '2031-03-24' })
})

it('knows armed groups of other wars by name', () => {
  expect(incidents('The Arakan Army shelled Sittwe on Monday.')[0]?.by).toBe('Arakan Army')
  expect(incidents('JNIM fighters ambushed a convoy near Djibo on Monday.')[0]?.by).toBe('JNIM')
})

/** A text, the type and the days of one of its incidents, why. */
const DATED: [string, string, [string, string], string][] = [
  ['Fighting has spread since the invasion of Kuwait began in February 2031.', 'ground_combat', ['2031-02-01', '2031-02-28'], 'a war begun in a month'],
  ['Rebels attacked Aden on 7 October 2030. The government responded with a military campaign in Yemen.', 'ground_combat', ['2030-10-07', '2031-05-06'], 'a campaign begun long ago goes on'],
  ['The government launched a campaign in Yemen on 4 May.', 'ground_combat', ['2031-05-04', '2031-05-04'], 'one begun these days is of its day'],
  ['Violence has grown since the deadly attack on Aden on 7 October 2030.', 'strike', ['2030-10-07', '2030-10-07'], 'all of it stands after "since"'],
  ['The largest attack on Aden since March 2030 hit a market on Monday.', 'strike', ['2031-05-05', '2031-05-05'], 'what it is compared with is not its day'],
  ['Shells hit Aden ahead of the vote on 9 May.', 'strike', ['2031-05-06', '2031-05-06'], 'what happened has no day to come'],
  ['ADEN, May 4 (Agency) - Shells hit Taiz.', 'strike', ['2031-05-06', '2031-05-06'], 'a dateline gives no day of the event'],
  ['The army took the hill on Monday after three days of fighting in Taiz.', 'ground_combat', ['2031-05-03', '2031-05-05'], 'as long as it is said to have lasted'],
  ['The army took the hill on Monday after an hour of fighting in Taiz.', 'ground_combat', ['2031-05-05', '2031-05-05'], 'less than two days are a day'],
  ['Oman and Yemen have been holding peace talks in Taiz since 2 April.', 'diplomacy', ['2031-04-02', '2031-05-06'], 'talks that go on since'],
  ['Oman and Yemen held peace talks in Taiz, the first since 2 April.', 'diplomacy', ['2031-05-06', '2031-05-06'], 'talks that do not'],
  ['Rebels have fought the army in Taiz since March.', 'ground_combat', ['2031-03-01', '2031-05-06'], 'what has gone on since a time goes on'],
  ['Since 1 March the army has shelled Taiz every night.', 'strike', ['2031-03-01', '2031-05-06'], 'the time opens the sentence'],
  ['Rebels fought the army in Taiz in the worst clash since March.', 'ground_combat', ['2031-05-06', '2031-05-06'], 'what is over is of its day'],
  ['Rebels shelled Taiz last week.\n\nRebels seized Marib.', 'territory_change', ['2031-05-06', '2031-05-06'], 'days that are over do not go on in another paragraph'],
  ['Rebels seized Marib as the army blamed them for the bombing in March of its depots.', 'territory_change', ['2031-05-06', '2031-05-06'], 'a month right behind another event is of that'],
  ['Yemen broke the 2019 truce accord when it shelled Taiz.', 'strike', ['2031-05-06', '2031-05-06'], 'the year of a pact dates nothing'],
  ['In June 2030 fighters launch an offensive to retake Taiz.', 'ground_combat', ['2030-06-01', '2030-06-30'], 'an offensive for a town is told by when it was launched'],
  ['Fighting has raged in Taiz for five days.', 'ground_combat', ['2031-05-02', '2031-05-06'], 'for so many days, up to the day that is told'],
  ['An explosion was reported near Aden, a port annexed by rebels in 2014.', 'explosion', ['2031-05-06', '2031-05-06'], 'a year behind a participle is of that'],
  ['Rebels launched a major offensive to retake Taiz in late January.', 'ground_combat', ['2031-01-21', '2031-01-31'], 'an offensive told by when it was launched'],
]
for (const [text, type, [from, to], why] of DATED) it(`${why}: ${text}`, () => expect(incidents(text).filter((c) => c.type === type).map((c) => [c.date?.from, c.date?.to])).toContainEqual([from, to]))

it('the government is that of the land that the report is about', () => {
  expect(incidents('Shells hit Garissa in Kenya. The government has vowed to take back the airports of Kenya.').find((c) => c.type === 'diplomacy')?.by).toBe('Kenya')
  expect(incidents('Shells hit Garissa in Kenya. The local government has vowed to mend the roads of Kenya.').find((c) => c.type === 'diplomacy')?.by).toBeUndefined()
})

it('a campaign that goes on is not of the day of other news of its place', () => {
  const war = incidents('Strikes killed 12 people in Marib in the last 24 hours. The rebels began the war with an attack on Aden on 7 October 2030. The army responded with an ongoing military operation in Marib.').find((c) => c.type === 'ground_combat')
  expect(war?.date).toMatchObject({ from: '2030-10-07', to: '2031-05-06' })
})

it('what the headline tells of a land or of who acts is not told twice', () => {
  const paged = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: false, gazetteer }).extraction.claims.map((c) => `${c.type} ${c.place?.name ?? '-'}`)
  const rest = '\n\nThe market in the old town did not open until noon, and the ferry came late, residents said.\n'
  expect(paged(`Rebel Forces Withdraw from Somalia\n\nRebel forces withdrew from Kismayo on Tuesday, officials said.${rest}`)).toEqual(['territory_change Kismayo'])
  expect(paged(`Kenya agrees to truce\n\nKenya agreed to a truce on Tuesday at talks in Kampala, officials said.${rest}`)).toEqual(['diplomacy Kampala'])
  expect(paged(`Rebel Forces Withdraw from Somalia\n\nRebel forces withdrew from Juba on Tuesday, officials said.${rest}`)).toContain('territory_change Somalia')
})

/** A text, every place that its incidents are at, why. */
const EVERYWHERE: [string, string[], string][] = [
  ['Gunmen attacked the city of Oicha in Beni territory on Monday, killing six people.', ['Oicha'], 'a territory is where the town lies'],
  ['Men from the village of Nakotu in Macomia district, Mozambique, were attacked on Monday.', ['Nakotu'], 'a district is where the village lies, and the land behind it is not who was attacked'],
  ['Shells hit Sake and Goma in the Congo on Monday.', ['Goma', 'Sake'], 'two towns'],
  ['Clashes in Sake, in Goma and in Bukavu went on in the Congo on Monday.', ['Bukavu', 'Goma', 'Sake'], 'a list with its preposition said again'],
  ['Gunmen attacked a hamlet in Katsina State, northern Nigeria, on Monday, killing a man and seizing two.', ['Katsina State'], 'a part of the land is where the state lies'],
  ['The RSF asserted control over the towns of Dibai and Khiwa in South Kordofan on Monday.', ['Dibai', 'Khiwa'], 'control that is asserted'],
  ['Gunmen attacked Dungwala village in the Bokkos Local Government Area of Plateau State on Monday, killing two men and hurting six.', ['Dungwala'], 'who attacked the village killed there'],
  ['Gunmen attacked Dungwala village in Plateau State on Monday, killing two men in Mangu.', ['Dungwala', 'Mangu'], 'killed elsewhere, as its own words say'],
  ['A car bombing at a hotel in Somalia\'s capital, Mogadishu, killed nine people on Monday.', ['Mogadishu'], 'a capital and its name'],
  ['Gunmen killed nine people near the Mali border in Burkina Faso on Monday.', ['Burkina Faso'], 'the land on the other side of a border'],
  ['Shells fell near the border in Mali on Monday.', ['Mali'], 'the land on this side'],
  ['The army reported the seizure of three vehicles in Djibo on Monday.', [], 'no ground is taken with what is seized'],
  ['Djibo has suffered repeated raids since jihadists took Arbinda in 2023.', ['Arbinda', 'Djibo'], 'the town that undergoes it, not the one told behind'],
  ['Goma saw months of fighting as troops left Sake in April.', ['Goma', 'Sake'], 'the same'],
  ['Bamako — Shells hit Gao in Mali on Monday.', ['Gao'], 'a capital and a long dash open a report'],
  ['Militants were assembling bombs near Jilib in Somalia on Monday.', [], 'what is put together is no force'],
  ['Shells hit Zamfara State and northern Mali on Monday.', ['Zamfara State', 'northern Mali'], 'a part of another land'],
]
for (const [text, places, why] of EVERYWHERE) it(`${why}: ${text}`, () => { expect([...new Set(incidents(text).map((c) => c.place?.name))].sort()).toEqual(places) })

it('who attacked kills, though the place between has the name of a state', () => {
  expect(incidents('Gunmen attacked a hamlet in Katsina State, northern Nigeria, killing a man, hurting his son, and seizing two girls.').map((c) => c.by)).not.toContain('Nigeria')
})

/** A text, a type, who did it to whom, why. */
const SIDED: [string, string, string | null, string | null, string][] = [
  ['The mayor said gallant troops killed six insurgents in Bama on Monday. Nigeria is poor.', 'ground_combat', 'Nigeria', 'insurgents', 'an adjective that is a leader\'s name, too'],
  ['MONUSCO troops deployed in Goma on Monday.', 'deployment', 'United Nations', null, 'a mission by its name'],
  ['With the truce holding in Tigray since Monday, Kenyan police flew home.', 'diplomacy', null, null, 'who is told in another clause'],
  ['Masked men raised the Russian flag in Lyman on Monday.', 'territory_change', 'Russia', null, 'whose flag goes up holds the town'],
  ['Masked men took down the Ukrainian flag in Lyman on Monday.', 'territory_change', null, 'Ukraine', 'whose flag comes down lost it'],
  ['Iran accused Iraq of shelling Abadan.', 'strike', 'Iraq', 'Iran', 'the accused does it'],
  ['Airlines have cancelled flights to Tehran after Israel struck Isfahan. Israel bombed Tabriz.', 'infrastructure_disruption', null, null, 'airlines stay away by themselves'],
  ['Clashes between M23 fighters and militias erupted in Walikale on Monday. The rebels took control of the town by evening.', 'territory_change', 'M23', null, 'the one group that the report names, where no land is told'],
  ['A strike by Russian forces hit a hospital in Kharkiv on Monday.', 'strike', 'Russia', 'Ukraine', 'whose strike it was, behind it'],
  ['An attack on a market by Russian forces killed nine people in Kharkiv on Monday.', 'strike', 'Russia', 'Ukraine', 'and behind what it was on'],
  ['Israeli tanks pushed deeper into Rafah on Monday.', 'ground_combat', 'Israel', null, 'who pushes in'],
  ['Fighting between Houthi units and others went on in Marib. Houthi guns fired at Taiz. The rebels shelled Hodeidah on Monday. Yemen is in ruins. Yemen is hungry.', 'strike', 'Houthis', null, 'the rebels that the report names'],
  ['Regime jets bombed Lashio on Monday. People in Myanmar hid. Myanmar is at war.', 'strike', 'Myanmar', null, 'a regime is the state of the land'],
  ['Beirut was quiet. Lebanon is small. The Syrian regime denied it. Regime jets bombed Baalbek in Lebanon on Monday.', 'strike', 'Syria', null, 'the regime that the report names, not the land that it strikes'],
  ['Rebels shelled a barracks in Misrata on Monday. Libya is poor. Libya has sent troops.', 'strike', 'Libyan rebels', 'Libya', 'rebels without another name are those of the land'],
  ['Libyan rebels shelled a barracks in Misrata on Monday.', 'strike', 'Libyan rebels', null, 'rebels of a land are not its state'],
  ['Al-Nusra Front fighters rested in Syria. Syria is poor. The rebels shelled a barracks in Idlib on Monday.', 'strike', 'Syrian rebels', 'Syria', 'rebels that have a name of their own are no other group'],
  ['Kurdish rebels shelled a barracks in Diyarbakir on Monday. Turkey has sent troops.', 'strike', 'Kurdish rebels', 'Turkey', 'rebels told by their people are no other people of the land'],
  ['Insurgents shelled a barracks in Pemba on Monday. Mozambique is poor. Mozambique has sent troops.', 'strike', 'insurgents', 'Mozambique', 'fighters without a name are told by their kind'],
  ['Gunmen shelled a barracks in Pemba on Monday. Mozambique is poor.', 'strike', null, null, 'men with guns are no side'],
  ['Boko Haram denied it. Militants shelled a barracks in Maiduguri on Monday. Nigeria is poor.', 'strike', 'Boko Haram', 'Nigeria', 'the one group of the land that the report names'],
  ['ADF fighters massacred ten villagers in Beni on Monday. The Congolese army was away. DR Congo is poor.', 'violence_against_civilians', 'Allied Democratic Forces', null, 'those whom armed men kill in their own land are no party'],
  ['Soldiers killed three militants in clashes with insurgents in Pemba on Monday. Mozambique is poor.', 'ground_combat', 'Mozambique', 'militants', 'who fights the armed men of a land is the land'],
  ['Regime forces bombed Lashio on Monday. People in Myanmar hid. Myanmar is at war.', 'strike', 'Myanmar', null, 'regime forces are of the land'],
  ['Syria is poor. Free Syrian Army men hid. Shells hit a clinic in Aleppo on Tuesday. The Syrian army shelled Homs on Monday.', 'strike', 'Syria', null, 'a state that shells its own towns is who shells there'],
  ['A car bomb killed four people in Pattani on Monday.', 'explosion', null, null, 'a bomb in a report of no war is against nobody told'],
  ['A car bomb killed four people in Kabul on Monday. A Taliban bomb killed two soldiers in Kabul on Sunday.', 'explosion', 'Taliban', 'Afghanistan', 'who bombs the land in the report'],
  ['Around 20 gunmen attacked an army post in Pemba on Monday. Mozambique is poor.', 'ground_combat', null, 'Mozambique', 'a post of the land is the land\'s'],
  ['Around 20 gunmen attacked a village in Pemba on Monday. Mozambique is poor.', 'violence_against_civilians', null, null, 'a village is no post'],
  ['US and British warplanes bombed Hodeidah on Monday.', 'strike', 'United States', 'Yemen', 'of several the first named'],
  ['Gunmen from JNIM shelled Djibo on Monday.', 'strike', 'JNIM', 'Burkina Faso', 'whom gunmen are from'],
  ['Soldiers were killed in clashes with M23 in Goma on Monday.', 'ground_combat', null, 'M23', 'clashes with somebody are against them'],
  ['Damascus rejected the accusation that it fired missiles at Aleppo.', 'strike', 'Syria', null, 'a capital that acts is its state'],
]
/** A text, what its strike or interception is done with, why. */
const ARMED: [string, string[], string][] = [
  ['A missile hit a school in Kharkiv.', ['missile'], 'one missile'],
  ['A shell fell on a market in Taiz, killing four.', ['artillery'], 'one shell'],
  ['FPV drones hit a bus in Nikopol.', ['drone'], 'a phrase is the weapon that its last word is'],
  ['Neptune missiles hit the cruiser near Odesa.', ['missile'], 'a model before the word for it'],
  ['A Tiger helicopter struck a convoy near Gao.', ['aircraft'], 'a model that is an animal'],
  ['A plane bombed a camp in Borno.', ['aircraft'], 'a plane that bombs'],
  ['A passenger plane was shot down by a missile near Donetsk.', ['missile'], 'a plane that is shot down'],
  ['A Lancet hit a tank near Robotyne.', ['drone'], 'what is hit is no weapon'],
  ['A tank was destroyed near Robotyne.', [], 'what is destroyed is no weapon'],
  ['A tank fired at a school in Omdurman.', ['tank'], 'a tank that fires'],
]
for (const [text, weapons, why] of ARMED) it(`${why}: ${text}`, () => { expect(incidents(text)[0]?.weapons).toEqual(weapons) })

/** A text of one strike, a side that neither does it nor is struck, why. */
const NO_PARTY: [string, string, string][] = [
  ['The Syrian army and its Russian allies pounded towns in Idlib province on Friday.', 'Russia', 'allies'],
  ['Shells hit a base near Bangui on Friday. A Burundian peacekeeper died. Another Burundian peacekeeper was hurt. The Central African Republic is poor.', 'Burundi', 'who keeps the peace'],
  ['Rebels backed by Rwanda shelled Goma on Friday. Officials spoke of rebels backed by Rwanda.', 'Rwanda', 'who only backs others'],
]
for (const [text, side, why] of NO_PARTY) it(`${why}: ${text}`, () => { for (const c of incidents(text)) { expect(c.against).not.toBe(side); expect(c.by).not.toBe(side) } })

for (const [text, type, by, against, why] of SIDED) it(`${why}: ${text}`, () => { const found = incidents(text).find((c) => c.type === type); expect(found?.by).toBe(by); if (against !== null || by === null || type === 'violence_against_civilians') expect(found?.against).toBe(against) })
