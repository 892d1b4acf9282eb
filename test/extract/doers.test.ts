// Who did the harm that a count tells where no event of its sentence says it: the kind of incident, by whom and against whom.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const told = (text: string): string[] => [...new Set(readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.map(({ type, by, against }) => `${type ?? 'a figure'}: ${by ?? 'nobody named'} > ${against ?? 'nobody named'}`))]

it.each<[why: string, text: string, expected: string[]]>([
  ['an army kills armed men', 'Security forces killed five militants in Quetta on Monday.', ['ground_combat: nobody named > nobody named']],
  ['an army kills people', 'Myanmar\'s military killed 11 villagers in Sagaing on Monday.', ['violence_against_civilians: Myanmar > nobody named']],
  ['an armed group by its name', 'The RSF killed at least 90 people in Gezira on Friday, activists said.', ['violence_against_civilians: Rapid Support Forces > nobody named']],
  ['the agent of a passive', 'Three soldiers were killed by Boko Haram in Borno on Monday.', ['ground_combat: Boko Haram > nobody named']],
  ['men of an armed group', 'Two soldiers were killed by members of the New People\'s Army in Bukidnon on Monday.', ['ground_combat: New People\'s Army > nobody named']],
  ['members of what bears no arms', 'Two soldiers were killed by members of the crowd in Bukidnon on Monday.', ['a figure: nobody named > nobody named']],
  ['an attack on soldiers, and what it breaks', 'FARC rebels killed ten soldiers in an attack in Cauca on Monday, violating a truce agreed in December.', ['ground_combat: FARC > Colombia']],
  ['an attack on villagers', 'FARC rebels killed ten villagers in an attack in Cauca on Monday.', ['violence_against_civilians: FARC > nobody named']],
  ['what local press calls a junta', 'Military council troops shelled Bago in Myanmar on Monday.', ['strike: Myanmar > nobody named']],
  ['a council of a town', 'City council workers said shells hit Bago in Myanmar on Monday.', ['strike: nobody named > nobody named']],
  ['rebels have the name of their region', 'Rebels ambushed a convoy near Grozny on Monday, killing nine soldiers. It was the worst ambush in Chechnya this year, Russia said.', ['ground_combat: Chechen rebels > Russia', 'diplomacy: Russia > nobody named']],
  ['wounding others of them', 'Chechen rebels ambushed a column in Grozny on Monday, killing 20 soldiers and wounding 29 others.', ['ground_combat: Chechen rebels > Russia']],
  ['a war kills thousands, and gunmen nobody there', 'Fighting with separatist rebels that killed tens of thousands of people in Chechnya ended in 1996.', ['ground_combat: nobody named > nobody named', 'a figure: nobody named > nobody named']],
  ['who laid the mine', 'A bomb planted by Maoists went off in Bijapur on Monday, killing two policemen.', ['explosion: Maoists > India']],
  ['who left it, and where', 'A bomb left in a van by the IRA exploded in Omagh on Monday.', ['explosion: Provisional IRA > United Kingdom']],
  ['by what it stood', 'A bomb left by the roadside exploded in Lahore on Monday.', ['explosion: nobody named > nobody named']],
  ['whose men were killed', 'Sudan\'s army killed 25 RSF fighters in Bahri on Monday.', ['ground_combat: Sudan > Rapid Support Forces']],
  ['not those of the land where they were killed', 'US forces killed an Islamic State leader in Idlib on Monday.', ['ground_combat: United States > Islamic State']],
  ['police who are shot at fight back', 'Gunmen killed two police officers in Quetta on Monday.', ['ground_combat: nobody named > nobody named']],
  ['what is near tells of what kind it was', 'Air strikes hit Rafah on Monday. Israeli forces killed 14 people in Khan Younis.', ['strike: Israel > nobody named']],
  ['a state alone: with what is not said', 'Israel killed 14 people in Gaza on Monday.', ['a figure: Israel > nobody named']],
  ['equipment that a side takes', 'Ukrainian troops captured a tank near Izium on Monday.', ['a figure: Ukraine > nobody named']],
  ['who loses something did not do it', 'The RSF lost three vehicles near Bara on Monday.', ['a figure: nobody named > Rapid Support Forces']],
  ['a state at war with a group at home is not taken for who struck its own town', 'The RSF attacked El Obeid on Wednesday. The Sudanese army destroyed 14 vehicles and captured 23 fighters in El Obeid. Shells fell on a market in El Obeid on Wednesday.', ['violence_against_civilians: Rapid Support Forces > nobody named', 'strike: Sudan > Rapid Support Forces', 'capture_or_exchange: Sudan > Rapid Support Forces', 'strike: Rapid Support Forces > Sudan']],
  ['a toll is put by nobody\'s hand', 'The Hamas-run civil defence put the death toll at 15.', ['a figure: nobody named > nobody named']],
  ['a war between two is done by neither alone', 'Months of fighting between Hezbollah and Israel have killed hundreds of people.', ['ground_combat: nobody named > nobody named']],
  ['nobody is named', 'Six soldiers were killed near Gao on Monday.', ['a figure: nobody named > nobody named']],
  ['the army of a land that fights armed men of its own', 'The RSF shelled El Obeid in Sudan on Monday. The army recaptured Bara from the group on Tuesday.', ['strike: Rapid Support Forces > Sudan', 'territory_change: Sudan > Rapid Support Forces']],
  ['soldiers of such a land, against no party', 'JNIM attacked a garrison in Djibo, in Burkina Faso, on Monday. Soldiers killed 30 civilians in Nouna on Tuesday.', ['ground_combat: JNIM > Burkina Faso', 'violence_against_civilians: Burkina Faso > nobody named']],
  ['armed men by their kind', 'Bandits raided Anka in Nigeria\'s Zamfara State on Monday. Troops killed nine bandits in Bakura on Tuesday.', ['violence_against_civilians: bandits > nobody named', 'ground_combat: Nigeria > bandits']],
  ['another land attacks there', 'Turkey bombed Afrin in Syria on Monday. Islamic State held Raqqa. The army shelled Tell Rifaat on Tuesday.', ['strike: Turkey > Syria']],
  ['another army is named, so that it could be either', 'Kenyan troops shelled al-Shabaab in Jilib in Somalia on Monday. The army captured Saakow on Tuesday.', ['strike: Kenya > al-Shabaab', 'territory_change: nobody named > nobody named']],
  ['soldiers are no armed group, whatever else it did', 'Boko Haram fighters raided Bama on Monday. The troops killed 18 insurgents in Konduga on Tuesday.', ['ground_combat: Boko Haram > Nigeria', 'ground_combat: nobody named > Boko Haram']],
  ['who leads an armed group, told with his land', 'Libyan commander Khalifa Haftar launched an offensive on Tripoli on Monday.', ['ground_combat: Libyan National Army > Libya']],
  ['a commander of a state\'s army', 'Libyan commander Omar Saleh launched an offensive on Sebha on Monday.', ['ground_combat: Libya > nobody named']],
  ['a group that has the name of another before its own', 'An al-Qaeda affiliate, JNIM, attacked a garrison near Gao in Mali on Monday.', ['ground_combat: JNIM > Mali']],
  ['a raid for cattle is at close hand', 'A cattle raid in Baidit on Monday left 32 people dead.', ['violence_against_civilians: nobody named > nobody named']],
  ['lands that meet at a border hold no talks', 'Nine people were killed by gunmen in Tera, near where Niger, Mali and Burkina Faso meet.', ['violence_against_civilians: nobody named > nobody named']],
  ['a state of the federation that has the name of a land', 'Bandits raided Jibia on Monday. They killed nine people in Katsina and Niger states.', ['violence_against_civilians: nobody named > nobody named']],
  ['such a state named first', 'Soldiers from Niger and Kebbi states shelled a camp in Yelwa on Monday.', ['strike: nobody named > nobody named']],
  ['a land that states something', 'Pakistan states that it shot down three drones over Lahore on Monday.', ['interception: Pakistan > nobody named']],
  ['a land that states something, behind another verb', 'The rebels deny it and Turkey states it shelled Zap on Monday.', ['strike: Turkey > nobody named']],
  ['the forces of a land\'s state', 'Myanmar state forces shelled Hakha on Monday.', ['strike: Myanmar > nobody named']],
  ['nobody but a pronoun', 'They killed six people in Gao on Monday.', ['a figure: nobody named > nobody named']],
  ['who used the weapon, not who made it', 'Ukraine used American missiles to strike a depot in Bryansk on Monday.', ['strike: Ukraine > Russia']],
  ['with several weapons', 'Israel used jets and artillery to pound the southern suburbs of Beirut on Monday.', ['strike: Israel > Lebanon']],
  ['unknown gunmen are not the side that wages the war', 'Russian missiles hit Kharkiv on Monday. Russian drones struck Sumy. In Odesa, unknown gunmen shot dead a councillor on Monday.', ['strike: Russia > Ukraine', 'violence_against_civilians: nobody named > nobody named']],
  ['nor is a man', 'RSF shells hit Omdurman on Monday. The RSF shelled El Obeid. In Port Sudan, a policeman was stabbed to death by an unknown man on Monday.', ['strike: Rapid Support Forces > Sudan', 'violence_against_civilians: nobody named > nobody named']],
  ['nor another people', 'Islamic State shelled Palmyra on Monday. Islamic State shelled Raqqa. A suspect was captured by Kurds near Hasakah on Sunday.', ['strike: Islamic State > Syria', 'capture_or_exchange: nobody named > nobody named']],
  ['gunmen may be those of the group that the report tells of', 'Al-Shabaab shelled Baidoa on Monday. Gunmen shot dead three traders in Kismayo on Monday.', ['strike: al-Shabaab > Somalia', 'violence_against_civilians: al-Shabaab > nobody named']],
  ['police are of their land', 'Russian missiles hit Kharkiv on Monday. Russian drones struck Sumy. Police shot dead a man in Lviv on Monday.', ['strike: Russia > Ukraine', 'violence_against_civilians: Ukraine > nobody named']],
  ['a grenade goes off', 'A grenade killed two people in Bujumbura on Monday.', ['explosion: nobody named > nobody named']],
  ['gas is no bomb', 'Police fired tear gas grenades at protesters in Tbilisi on Monday.', ['unrest: nobody named > Georgia']],
  ['a mine where miners work', 'Gunmen attacked a mine in Ituri on Monday, killing five miners.', ['violence_against_civilians: nobody named > nobody named']],
  ['a mine that was laid', 'A bus hit a mine near Mopti on Monday, killing five miners.', ['explosion: nobody named > nobody named']],
])('%s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[text: string, total: boolean, why: string]>([
  ['Burkina Faso\'s army killed 100 jihadists in an operation near Djibo, state television reported.', false, 'one operation is soon over'],
  ['The death toll from a three-month offensive on Tripoli reached 700.', true, 'over its length'],
  ['The death toll from an attack on Tripoli reached 700.', false, 'one attack'],
  ['Burkina Faso\'s army has killed 900 jihadists in the operation in the north, state television reported.', true, 'the operation goes on'],
])('%s: a running total: %s (%s)', (text, total) => {
  const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
  expect(claims.flatMap((c) => c.quantities.map((q) => q.cumulative))).toEqual([total])
})

const kinds = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.flatMap((c) => c.quantities.map((q) => `${q.measure} ${q.of} ${q.value}`))

it.each<[why: string, text: string, expected: string[]]>([
  ['what a name was told to be', 'Kayla Brandt, an aid worker from Ohio, was taken in Aleppo in 2027. Brandt was killed two years later.', ['killed civilian 1']],
  ['for whom somebody fought', 'Omar Zubayr fought for Islamic State. Zubayr was killed in a drone strike in Raqqa in 2029.', ['killed combatant 1']],
  ['against whom says less', 'Omar Zubayr fought against Islamic State. Zubayr was killed in a drone strike in Raqqa in 2029.', ['killed person 1']],
  ['as what somebody worked, in a sentence of no harm', 'Bohdan Petrenko worked as a paramedic in Mariupol. He was captured by Russian troops in April 2029.', ['captured medic 1']],
  ['of what several were members', 'The two men, Alexan Kotan and El Shafir, were members of a cell of Islamic State. Kotan was captured in Syria in 2029.', ['captured combatant 1']],
  ['of settlers, who are no army', 'The chief of the settlers was shot dead in Hebron in the West Bank on Monday.', ['killed person 1']],
  ['a group that bears no arms', 'Omar Zubayr joined a group of doctors in 2027. Zubayr was killed in Raqqa in 2029.', ['killed person 1']],
  ['the group of some', 'Omar Zubayr joined the group of nurses in 2027. Zubayr was killed in Raqqa in 2029.', ['killed person 1']],
  ['a group with a cause', 'Omar Zubayr fights for the environmental group Greenpeace. Zubayr was killed in Raqqa in 2029.', ['killed person 1']],
  ['whom it is led by', 'Omar Zubayr, a leader of a women\'s rights group, was killed in Raqqa in 2029.', ['killed person 1']],
  ['an armed group without its name', 'Omar Zubayr joined a jihadist group in 2027. Zubayr was killed in Raqqa in 2029.', ['killed combatant 1']],
  ['the group named before', 'Islamic State took Raqqa in 2027. Omar Zubayr joined the group in 2028. Zubayr was killed in Raqqa in 2029.', ['killed combatant 1']],
  ['a place between', 'Bohdan Petrenko worked with a paramedic in Mariupol. He was captured by Russian troops in April 2029.', ['captured person 1']],
])('%s: %s', (_, text, expected) => { expect(kinds(text)).toEqual(expected) })
it.each<[why: string, text: string, expected: string[]]>([
  ['who takes it on himself', 'A bomb killed two policemen in Lahore on Monday. The Pakistani Taliban has taken responsibility for the blast.', ['explosion: Pakistani Taliban > Pakistan']],
  ['who owns to it', 'A bomb killed two policemen in Lahore on Monday. The Tehreek-e-Taliban Pakistan claimed responsibility.', ['explosion: Pakistani Taliban > Pakistan']],
  ['owned to in the same sentence', 'A suicide bomber killed three people in Quetta on Monday, with the banned Balochistan Liberation Army (BLA) claiming responsibility.', ['explosion: Balochistan Liberation Army > Pakistan']],
  ['claimed by somebody, where and when it was between', 'A blast in Kabul on Monday, claimed by the Islamic State group, killed six people.', ['explosion: Islamic State > Afghanistan']],
  ['claimed in the passive, which is no act of a state', 'A bomb killed two policemen in Kabul on Monday. The attack was claimed by the Islamic State group.', ['explosion: Islamic State > Afghanistan']],
  ['blamed for it', 'A bomb killed two policemen in Lahore on Monday. Officials blamed the Pakistani Taliban for the attack.', ['explosion: Pakistani Taliban > Pakistan']],
  ['what it is blamed on', 'A bomb killed two policemen in Lahore on Monday. Officials blamed the attack on the Pakistani Taliban.', ['explosion: Pakistani Taliban > Pakistan']],
  ['nobody owns to it', 'A bomb killed two policemen in Lahore on Monday. No group has claimed responsibility for the blast.', ['explosion: nobody named > nobody named']],
  ['denied', 'A bomb killed two policemen in Kabul on Monday. The Taliban denied responsibility for the blast.', ['explosion: nobody named > nobody named', 'diplomacy: Taliban > nobody named']],
  ['blamed on no one', 'A bomb killed two policemen in Lahore on Monday. Officials blamed a gas leak for the blast.', ['explosion: nobody named > nobody named']],
  ['lives are claimed, too', 'A bomb killed two policemen in Lahore on Monday. The violence has claimed 40 lives, the Pakistani Taliban said.', ['explosion: nobody named > nobody named', 'a figure: nobody named > nobody named']],
  ['responsibility for what is no attack', 'A mine killed two boys in Maiduguri on Monday. The Nigerian army accepted responsibility for clearing the road.', ['explosion: nobody named > nobody named']],
  ['a state that says for nothing what it takes on', 'Shells killed four people in Mopti on Monday. Mali took responsibility, a minister said.', ['strike: nobody named > nobody named']],
  ['a state that says it was its strike', 'An air strike killed nine people in Zamfara on Monday. The Nigerian army admitted responsibility for the strike.', ['strike: Nigeria > nobody named']],
  ['who has killed them', 'A bomb killed two policemen in Lahore on Monday. The Pakistani Taliban claimed responsibility for killing the officers.', ['explosion: Pakistani Taliban > Pakistan']],
  ['not claimed yet', 'A car bomb killed six people in Baidoa on Monday. Al-Shabaab was expected to claim responsibility for the blast.', ['explosion: nobody named > nobody named']],
  ['not claimed until it is', 'A car bomb killed six people in Baidoa on Monday. Unless al-Shabaab claims responsibility, nobody will know.', ['explosion: nobody named > nobody named']],
  ['claimed without a ground', 'A car bomb killed six people in Herat on Monday. Islamic State wrongly claimed responsibility for the bombing, police said.', ['explosion: nobody named > nobody named']],
  ['another attack of the kind', 'A car bomb killed six people in Herat on Monday. Islamic State claimed responsibility for another bombing.', ['explosion: nobody named > nobody named']],
  ['an attack of another time', 'A car bomb killed six people in Herat on Monday. Islamic State claimed responsibility for the attack on a mosque in 2029.', ['explosion: nobody named > nobody named', 'violence_against_civilians: Islamic State > Afghanistan']],
  ['attacks that it owns to over and over', 'A car bomb killed six people in Herat on Monday. Islamic State has often claimed responsibility for attacks in the city.', ['explosion: nobody named > nobody named']],
  ['the attack of the day that is told', 'A car bomb killed six people in Herat on Monday. Islamic State claimed responsibility for Monday\'s attack.', ['explosion: Islamic State > Afghanistan']],
  ['a time of something else', 'A car bomb killed six people in Herat on Monday. Islamic State, which came to the town in 2027, claimed responsibility for the attack.', ['explosion: Islamic State > Afghanistan']],
  ['the claim itself is older', 'A car bomb killed six people in Herat on Monday. In April Islamic State claimed responsibility for the attack on a market.', ['explosion: nobody named > nobody named', 'violence_against_civilians: Islamic State > Afghanistan']],
  ['an attack that this one is set beside', 'A car bomb killed six people in Herat on Monday, weeks after a bombing claimed by Islamic State.', ['explosion: nobody named > nobody named']],
  ['what was done, told by a verb', 'A car bomb killed six people in Herat on Monday. The Islamic State group claimed responsibility for carrying out the bombing.', ['explosion: Islamic State > Afghanistan']],
  ['the attack of another day', 'A car bomb killed six people in Herat on Monday. Islamic State claimed responsibility for Tuesday\'s attack.', ['explosion: nobody named > nobody named']],
  ['owned to the day after', 'A car bomb killed six people in Herat on Monday. On Wednesday Islamic State claimed responsibility for the attack.', ['explosion: Islamic State > Afghanistan']],
  ['what a report opens with is of the attack that it goes on to', 'The Islamic State group claimed responsibility for a bombing. The bomb killed six people in Herat on Monday.', ['explosion: Islamic State > Afghanistan']],
  ['not far ahead', 'The Islamic State group claimed responsibility for a bombing. Its statement was short. Nobody saw it. Prices rose. Rain fell. A bomb killed six people in Herat on Monday.', ['explosion: nobody named > nobody named']],
  ['blamed by the other side of the war', 'A missile killed six people in Luhansk on Monday. Russia blamed Ukraine for the strike.', ['strike: nobody named > nobody named', 'diplomacy: Russia > Ukraine']],
  ['blamed by those who speak for the town', 'A drone killed six people in Gao on Monday. The governor blamed Algeria for the attack.', ['strike: nobody named > nobody named']],
  ['blamed, and denied', 'A bomb killed two policemen in Lahore on Monday. Officials blamed the Pakistani Taliban for the attack. A spokesman for the group denied it.', ['explosion: nobody named > nobody named']],
  ['blamed by those who were there', 'A rocket killed six people in Omdurman on Monday. Residents blamed the RSF for the attack.', ['strike: Rapid Support Forces > Sudan']],
  ['blamed by the land on its armed men', 'A bomb killed six people in Baidoa on Monday. Somalia blamed al-Shabaab for the blast.', ['explosion: al-Shabaab > Somalia', 'diplomacy: Somalia > al-Shabaab']],
])('who owns to an attack, or is blamed for it: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['a ship that carries missiles is no missile', 'Ukraine destroyed the Russian missile corvette Ivanov off Crimea on Monday.', ['strike: Ukraine > Russia']],
  ['a capital that does a thing is its state', 'Kyiv managed to destroy a Russian submarine in Sevastopol on Monday.', ['strike: Ukraine > Russia']],
  ['a capital that something is done to is a town', 'Kyiv was hit by missiles on Monday.', ['strike: nobody named > nobody named']],
])('%s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['a group without drones flew none', 'Fano militiamen attacked a convoy near Gondar on Monday. A drone hit a bus in Bahir Dar on Tuesday.', ['ground_combat: Fano > Ethiopia', 'strike: nobody named > nobody named']],
  ['one with the drones of an army may have', 'The Houthis shelled Taiz on Monday. A drone killed four people in Marib on Tuesday.', ['strike: Houthis > Yemen']],
  ['an attack that nobody owns to', 'Islamic State shelled Kirkuk on Monday. Islamic State shelled Tikrit. Gunmen shot dead nine people in Mosul on Tuesday. Nobody has claimed responsibility.', ['strike: Islamic State > Iraq', 'violence_against_civilians: nobody named > nobody named']],
  ['an attack that a group owns to', 'Islamic State shelled Kirkuk on Monday. Islamic State shelled Tikrit. Gunmen shot dead nine people in Mosul on Tuesday. Islamic State has claimed responsibility.', ['strike: Islamic State > Iraq', 'violence_against_civilians: Islamic State > nobody named']],
])('%s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['who rescues did not abduct', 'Nine traders were kidnapped and rescued by the Kenyan army near Garissa on Monday.', ['violence_against_civilians: nobody named > nobody named', 'a figure: nobody named > nobody named']],
  ['who rebuilds did not bomb', 'Aden was bombed and rebuilt by Qatar.', ['strike: nobody named > nobody named']],
  ['who retakes was not the one who shelled', 'Sumy was shelled and retaken by Ukraine on Monday.', ['strike: nobody named > nobody named', 'territory_change: Ukraine > nobody named']],
  ['who treats did not wound', 'Nine soldiers were wounded and treated by Indian medics in Goma on Monday.', ['a figure: nobody named > nobody named']],
  ['who shells what others took', 'Izium was seized and shelled by Ukraine on Monday.', ['territory_change: nobody named > nobody named', 'strike: Ukraine > nobody named']],
  ['one side that hits and takes', 'Nine fighters were wounded and captured by the Malian army near Gao on Monday.', ['a figure: Mali > nobody named', 'capture_or_exchange: Mali > nobody named']],
  ['one side that shells and storms', 'The town of Izium was bombed and stormed by Russian forces on Monday.', ['strike: Russia > Ukraine', 'ground_combat: Russia > Ukraine']],
  ['one side that seizes people and kills them', 'Nine farmers were abducted and killed by Boko Haram near Bama on Monday.', ['violence_against_civilians: Boko Haram > nobody named', 'a figure: Boko Haram > Nigeria']],
])('of two participles: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['who sends condolences', 'Three drones were shot down over Lithuania on Monday. Japan sent condolences.', ['interception: Lithuania > nobody named', 'diplomacy: Japan > nobody named']],
  ['who speaks of it, however often named', 'Three drones were shot down over Lithuania on Monday. Norway called it a crime. Norway has no border with the land.', ['interception: Lithuania > nobody named', 'diplomacy: Norway > nobody named']],
  ['who gives drones', 'Three drones were shot down over Lithuania on Monday. Japan sent drones to Vilnius.', ['interception: Lithuania > nobody named']],
  ['who launched them', 'Three drones were shot down over Lithuania on Monday. Belarus launched them, officials said.', ['interception: Lithuania > Belarus']],
  ['from where they came', 'Three drones were shot down over Jordan on Monday. They were launched from Iran.', ['interception: Jordan > Iran']],
  ['who is blamed', 'Three drones were shot down over Lithuania on Monday. Vilnius blamed Belarus for the incursion.', ['interception: Lithuania > Belarus', 'diplomacy: Lithuania > Belarus']],
  ['whose they are', 'Three Russian drones were shot down over Lithuania on Monday.', ['interception: Lithuania > Russia']],
])('whose drones were shot down: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['initials that an army has elsewhere', 'SNA fighters killed two villagers in Afrin, Syria on Monday.', ['violence_against_civilians: Syrian National Army > nobody named']],
  ['the same where the army is', 'SNA soldiers killed two al-Shabaab fighters in Kismayo, Somalia on Monday.', ['ground_combat: Somalia > al-Shabaab']],
  ['initials of a party elsewhere', 'UDA youths killed two people in Kisumu, Kenya on Monday.', ['a figure: nobody named > nobody named']],
  ['the same at home', 'UDA gunmen shot dead two people in Belfast on Monday.', ['violence_against_civilians: Ulster Defence Association > nobody named']],
  ['initials far from home', 'LNA troops killed two villagers in Bhamo, Myanmar on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['the same where the full name is told', 'LNA troops killed two villagers on Monday. The Libyan National Army was founded in 2014.', ['violence_against_civilians: Libyan National Army > nobody named']],
  ['an alliance of another land', 'Northern Alliance fighters killed two soldiers in Hsipaw, Myanmar on Monday.', ['ground_combat: nobody named > nobody named']],
  ['the same in its land', 'Northern Alliance fighters killed two soldiers in Kunduz, Afghanistan on Monday.', ['ground_combat: Northern Alliance > Afghanistan']],
  ['a coalition that is not the one of Yemen', 'An Arab coalition of tribes shelled Raqqa, Syria on Monday.', ['strike: nobody named > Syria']],
  ['the one of Yemen', 'The Arab coalition shelled Saada, Yemen on Monday.', ['strike: Saudi-led coalition > Yemen']],
  ['an air force with the initials of another', 'The IAF bombed Muzaffarabad in Pakistan on Monday.', ['strike: nobody named > nobody named']],
  ['the other', 'The IAF bombed Khan Younis in Gaza on Monday.', ['strike: Israel > nobody named']],
  ['what rebels hold is not always Syrian', 'Rebel-held Horlivka was shelled on Monday.', ['strike: nobody named > nobody named']],
  ['a namesake of a president', 'Two people were killed by Moussa Traore in Kayes, Mali on Monday.', ['a figure: nobody named > nobody named']],
  ['the president by his office', 'President Ibrahim Traoré\'s troops killed two villagers in Djibo on Monday.', ['violence_against_civilians: Burkina Faso > nobody named']],
  ['a gangster called like a president', 'Gunmen of El Chapo killed two people in Sinaloa, Mexico on Monday.', ['violence_against_civilians: nobody named > nobody named']],
  ['a namesake of a minister far from there', 'Ivan Medvedev, a farmer, killed two men in Nairobi, Kenya on Monday.', ['a figure: nobody named > nobody named']],
  ['a land with the surname in its name', 'Costa Rica\'s police killed two men in Limon on Monday.', ['violence_against_civilians: Costa Rica > nobody named']],
])('a name that several bear: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })

it.each<[why: string, text: string, expected: string[]]>([
  ['resistance that an army meets is no gunmen', 'Ukrainian troops met stiff resistance when they stormed Robotyne on Monday, killing six.', ['ground_combat: Ukraine > nobody named']],
  ['a paper is none', 'Russia stormed Vovchansk on Monday, killing six, a pdf on its website says.', ['ground_combat: Russia > Ukraine']],
  ['resistance fighters are', 'Resistance fighters attacked a village near Monywa, Myanmar on Monday, killing six villagers.', ['violence_against_civilians: nobody named > nobody named']],
  ['rustlers are', 'Cattle rustlers attacked a village in Turkana, Kenya on Monday, killing six people.', ['violence_against_civilians: nobody named > nobody named']],
])('who comes with guns: %s: %s', (_, text, expected) => { expect(told(text)).toEqual(expected) })
