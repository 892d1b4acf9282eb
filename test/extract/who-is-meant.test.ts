// Who is meant by words that name no side themselves: "they" behind "when", "coalition jets", who drives fighters back, who tries to.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const told = (text: string): string[] => [...new Set(readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.map(({ type, by, against }) => `${type ?? 'a figure'}: ${by ?? 'nobody named'} > ${against ?? 'nobody named'}`))]

it.each<[why: string, text: string, expected: string[]]>([
  ['they are who did what the clause before tells', 'Hamas gunmen wounded five Israeli soldiers near Rafah on Sunday when they shelled a convoy.', ['strike: Hamas > nobody named']],
  ['a coalition by who leads it', 'Jets of an Arab coalition bombed Saada on Monday.', ['strike: Saudi-led coalition > nobody named']],
  ['the coalition that the report names', 'Air strikes by a Saudi-led coalition hit Sanaa on Monday. The coalition bombed Hajjah on Tuesday.', ['strike: Saudi-led coalition > nobody named']],
  ['the one that fights in the land', 'Coalition planes bombed Raqqa on Monday.', ['strike: US-led coalition > nobody named']],
  ['where none fights', 'Coalition planes bombed Goma on Monday.', ['strike: nobody named > nobody named']],
  ['whom a coalition of a land\'s friends fights', 'The Saudi-led coalition bombed Hajjah, which the Houthis hold, on Monday.', ['strike: Saudi-led coalition > Houthis']],
  ['who is close to a state is not that state', 'Hodeidah, seized by the Iran-allied Houthi militia on Monday, was quiet.', ['territory_change: Houthis > Yemen']],
  ['who drives fighters back attacks them', 'Iraqi forces pushed back Islamic State militants near Mosul on Monday.', ['ground_combat: Iraq > Islamic State']],
  ['who beats back an attack was attacked', 'Iraqi forces pushed back an Islamic State attack near Mosul on Monday.', ['ground_combat: Islamic State > Iraq']],
  ['a group behind the name of its people', 'Somali Islamist group al-Shabaab shelled Mogadishu on Sunday.', ['strike: al-Shabaab > Somalia']],
  ['a general who has an army of his own', 'Forces loyal to renegade Libyan general Khalifa Haftar clashed with militias in Benghazi on Sunday.', ['ground_combat: Libyan National Army > Libya']],
  ['a land\'s army before the group that it fights', 'The Syrian army shelled rebels of Jaish al-Islam in Douma on Monday.', ['strike: Syria > Jaish al-Islam']],
  ['it is the subject of the sentence before', 'The Saudi-led coalition intervened to restore the president, whom the Houthis had ousted. It has carried out air strikes on Hajjah.', ['strike: Saudi-led coalition > Houthis']],
  ['those harmed tell against whom it was', 'A drone strike near the border with Turkey killed four SDF fighters in Amuda on Friday.', ['strike: nobody named > Syrian Democratic Forces']],
  ['suicide bombers are no gear that is moved', 'Islamic State deployed suicide bombers in Mosul on Sunday.', ['explosion: Islamic State > Iraq']],
  ['the dead who are brought are no forces', 'The bodies of six soldiers were brought to a hospital in Sirte on Monday.', ['a figure: nobody named > nobody named']],
  ['what a word means did not happen', 'Officials use the word "neutralised" to imply that militants were killed or captured in Mosul.', []],
  ['a report that is released was not held', 'Nine villagers were killed in Goma, the office announced in its report released on Monday.', ['a figure: nobody named > nobody named']],
  ['an offensive by who leads it', 'The offensive to retake Mosul began on 17 April, led by Iraqi forces.', ['ground_combat: Iraq > nobody named']],
  ['strikes by who leads them', 'Air strikes led by a Saudi coalition killed 12 people in Hodeidah.', ['strike: Saudi-led coalition > nobody named']],
  ['settlers where they are a side', 'Settlers attacked the village of Huwara in the West Bank on Monday, wounding two people.', ['violence_against_civilians: Israeli settlers > nobody named']],
  ['settlers elsewhere', 'White settlers attacked farmers in Kenya on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['fire on what an armed group has', 'The security forces opened fire from land and air at PKK targets near Semdinli on Monday.', ['ground_combat: nobody named > nobody named']],
  ['fire on a group\'s supporters', 'Police opened fire at Hamas supporters in Nablus on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['a village that is called as a capital is', 'The attack in the village of Riyadh in Iraq killed four officers.', ['strike: nobody named > nobody named']],
  ['a police patrol is one thing', 'Gunmen ambushed a police patrol in northern Iraq on Thursday, killing two policemen.', ['ground_combat: nobody named > nobody named']],
  ['police who patrol', 'Police patrol the roads of northern Iraq, where gunmen killed two policemen on Thursday.', ['ground_combat: nobody named > nobody named']],
  ['two who fight each other', 'Israeli commandos and Hezbollah fighters clashed in Maroun al-Ras on Sunday.', ['ground_combat: Israel > Hezbollah']],
  ['who tries to drive them out fights', 'Iraqi forces are trying to drive Islamic State out of Mosul.', ['ground_combat: Iraq > Islamic State']],
  ['who means to does not yet', 'Iraqi forces hope to drive Islamic State out of Mosul.', []],
  ['who claims to have hit', 'A raid hit Tyre on Monday, as the Israeli military claimed striking a Hezbollah office in Sidon.', ['strike: Israel > Lebanon', 'strike: Israel > Hezbollah']],
  ['by whom, told by the clause of the count itself', 'Some 60 villagers have been killed by Israeli forces, and five soldiers were killed in Hamas attacks.', ['a figure: Israel > nobody named', 'violence_against_civilians: Hamas > nobody named']],
])('%s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['an offensive of rebels', 'A coalition offensive of rebel factions captured Idlib in Syria on Monday.', ['ground_combat: nobody named > nobody named', 'territory_change: nobody named > nobody named']],
  ['those who govern', 'Governing coalition forces raided Sanaa on Monday.', ['ground_combat: nobody named > nobody named']],
  ['those who oppose', 'An opposition coalition strike killed nine people in Baghdad on Monday.', ['strike: nobody named > nobody named']],
  ['who march', 'Coalition protests shook Baghdad on Monday and four people were killed.', ['unrest: nobody named > Iraq', 'a figure: nobody named > nobody named']],
  ['those who govern, where states of one are named', 'The US-led coalition bombed Raqqa on Sunday. Governing coalition forces shelled Tabqa on Monday.', ['strike: US-led coalition > nobody named', 'strike: nobody named > nobody named']],
  ['forces of one that is named', 'The US-led coalition bombed Raqqa on Sunday. Coalition forces raided Tabqa on Monday.', ['strike: US-led coalition > nobody named', 'ground_combat: US-led coalition > nobody named']],
  ['from the air', 'International coalition warplanes bombed Raqqa on Monday.', ['strike: US-led coalition > nobody named']],
  ['strikes', 'Coalition air strikes killed nine people in Sanaa on Monday.', ['strike: Saudi-led coalition > nobody named']],
])('whose coalition: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['one man\'s deed', 'A policeman shot dead his wife and two sons in Lusaka on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['one officer', 'A police officer shot dead two traders in Lusaka on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['their own', 'Police officers killed two colleagues in Lusaka on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['where another holds the town', 'Police killed nine people in Melitopol on Monday. Russia has held the town since 2022.', ['violence_against_civilians: nobody named > nobody named', 'territory_change: Russia > Ukraine']],
  ['the force', 'Police shot dead nine protesters in Lusaka on Monday.', ['violence_against_civilians: Zambia > nobody named']],
  ['its officers', 'Two protesters were shot dead by police officers in Lusaka on Monday.', ['violence_against_civilians: Zambia > nobody named']],
  ['people of those harmed', 'Police shot dead nine protesters and their children in Lusaka on Monday.', ['violence_against_civilians: Zambia > nobody named']],
])('whose police: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['the council of a town', 'Fighters from Manbij Military Council forces shelled Jarablus in Syria on Monday.', ['strike: nobody named > nobody named']],
  ['named behind it', 'The Military Council of Manbij shelled Jarablus in Syria on Monday.', ['strike: nobody named > nobody named']],
  ['with an article before the name', 'The Mosul military council forces shelled Tikrit in Iraq on Monday.', ['strike: nobody named > nobody named']],
  ['the one that rules', 'The ruling military council shelled Loikaw in Myanmar on Monday.', ['strike: Myanmar > nobody named']],
  ['its troops', 'The military council troops shelled Loikaw in Myanmar on Monday.', ['strike: Myanmar > nobody named']],
])('whose military council: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['somebody from there speaks of them', 'In Russia, rebels killed nine soldiers in Belgorod on Monday. A Chechen commander spoke of a crime.', ['ground_combat: Russian rebels > Russia']],
  ['they are in the region', 'Rebels killed nine soldiers in Chechnya, Russia said.', ['ground_combat: Chechen rebels > Russia']],
  ['they are near its capital', 'In Russia, rebels shelled a post near the Chechen capital on Monday.', ['strike: Chechen rebels > Russia']],
  ['told before', 'Chechen rebels killed nine soldiers in Grozny in Russia. The rebels shelled a post in Dagestan.', ['ground_combat: Chechen rebels > Russia', 'strike: Chechen rebels > Russia']],
])('rebels who have the name of a region: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['who came first', 'Early settlers shelled Haifa in Israel on Monday.', ['strike: nobody named > nobody named']],
  ['before those lands were settled', 'In 1936 settlers raided the village of Huwara in the West Bank.', ['strike: nobody named > nobody named']],
  ['now', 'Settlers killed nine shepherds in Hebron in the West Bank on Monday.', ['violence_against_civilians: Israeli settlers > nobody named']],
  ['since they were', 'In 1994 settlers raided the village of Huwara in the West Bank.', ['ground_combat: Israeli settlers > nobody named']],
])('settlers and their time: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })
