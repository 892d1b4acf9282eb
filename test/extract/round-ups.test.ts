// Round-ups of a day of war, region by region, and bulletins of air forces and general staffs: which place and day each figure has, what was shot down, jammed or lost.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** Each claim in short, published on Thursday 8 May 2031: its incident, its count, its place with its country, its days, its sides. */
const told = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.map((c) => `${c.type ?? 'count'}${c.quantities.map((q) => ` ${q.measure} ${q.of} ${q.value}${q.cumulative ? ' total' : ''}`).join('')} | ${c.place?.name ?? 'nowhere'} ${c.place?.country ?? '-'} | ${c.date?.from?.slice(5) ?? 'no day'}..${c.date?.to?.slice(5) ?? ''} | ${c.by ?? '-'} on ${c.against ?? '-'}`)

/** Why, a text, what claims of it say, what none says. */
const ROWS: [why: string, text: string, says: RegExp[], never: RegExp | null][] = [
  ['drones that drop off radars are lost to jamming', 'Air defences downed 41 drones over Poltava, while another 17 dropped off radars.', [/suppressed drone 17/], /launched drone 17/],
  ['a drone that drops a bomb is not', 'Four drones dropped grenades on Nikopol on Monday.', [], /suppressed/],
  ['what is neutralised by electronic means is drones where drones were told of', 'Air defences shot down 33 drones over Odesa, and ten were neutralised electronically.', [/suppressed drone 10/], /killed/],
  ['and without the means shot down', 'Air defences shot down 33 drones over Odesa, and ten were neutralised over Izmail.', [/intercepted drone 10/], /killed/],
  ['gunmen who are neutralised die', 'Air defences shot down 33 drones over Odesa. Police said five gunmen entered the port and four were neutralised.', [/killed person 4/], /drone 4/],
  ['soldiers killed and wounded are counted together', 'The enemy\'s losses near Siversk amounted to 300 soldiers killed and wounded, four vehicles and a tank.', [/casualties combatant 300/, /destroyed vehicle 4/], /killed combatant 300/],
  ['lost killed and wounded', 'The enemy lost 120 soldiers killed and wounded near Siversk.', [/casualties combatant 120/], /killed combatant/],
  ['lost killed alone', 'The enemy lost 120 soldiers killed near Siversk.', [/killed combatant 120/], /casualties/],
  ['drones sent at a land are no aid', 'Russia sent 70 attack drones and four missiles at Ukraine on Wednesday.', [/strike launched drone 70/], /diplomacy/],
  ['drones sent to an ally on a day are', 'France sent 50 reconnaissance drones to Ukraine on Wednesday.', [/diplomacy/], /strike/],
  ['one each over several regions is one over each', 'Air defences shot down 28 UAVs over Bryansk region, six over Tula region and one each over Kaluga and Smolensk regions.', [/intercepted drone 6 \| Tula Oblast/, /intercepted drone 1 \| Kaluga Oblast/, /intercepted drone 1 \| Smolensk Oblast/], /drone 1 \| Tula/],
  ['two each in several towns', 'Seven people were injured in the Donetsk region: two each in Siversk and Pokrovsk, and three in Kramatorsk.', [/injured person 7 \| Donetsk Oblast/, /injured person 2 \| Siversk/, /injured person 2 \| Pokrovsk/, /injured person 3 \| Kramatorsk/], null],
  ['two in several towns together', 'Two people were injured in Siversk and Pokrovsk on Monday.', [/injured person 2/], /2 \| (?:Siversk|Pokrovsk)/],
  ['parts that are said to have been over a region', 'Of the 18 Ukrainian drones intercepted, 12 were over the Bryansk region and six over the Kursk region.', [/drone 12 \| Bryansk Oblast/, /drone 6 \| Kursk Oblast/], /drone 18 \| (?:Bryansk|Kursk)/],
  ['three of which were over a region', 'Air defences destroyed six Ukrainian drones, three of which were over the Voronezh region and one over the Ryazan region.', [/drone 3 \| Voronezh Oblast/, /drone 1 \| Ryazan Oblast/], /drone 6 \| (?:Voronezh|Ryazan)/],
  ['people who were in a town are no part of the dead', 'Five people were killed in Sumy on Monday; three were in Kyiv for a wedding.', [/killed person 5 \| Sumy/], /3 \|/],
  ['a list of towns behind a day is of the parts', 'Shells killed three residents of Donetsk region on 4 May: two in Pokrovsk and one in Siversk.', [/killed person 2 \| Pokrovsk/, /killed person 1 \| Siversk/], /2 \| Donetsk/],
  ['the land behind the region that opens a sentence is who did it', 'In Mykolaiv Oblast, Russia hit a minibus with a drone, injuring a driver.', [/struck vehicle 1 \| Mykolaiv Oblast UA .* Russia on Ukraine/], / RU \|/],
  ['behind a town', 'In Belgorod, Ukraine struck a power plant on Monday.', [/struck facility 1 \| Belgorod RU .* Ukraine on Russia/], / UA \|/],
  ['a land that a comma closes off says where the town is', 'In Taganrog, Russia, drones damaged a plant on Monday.', [/damaged facility 1 \| Taganrog RU/], null],
  ['what an army has done across a land is of the land, not of the town told next', 'Seven killed in strikes, officials say\n\nRussian attacks across Ukraine have killed seven people over the past day, regional authorities reported.\n\nIn Kyiv, which came under one of the heaviest attacks on the capital of the war so far, four people were injured.', [/killed person 7 \| Ukraine/, /injured person 4 \| Kyiv/], /7 \| Kyiv/],
  ['attacks against a land are in it', 'Russian attacks against Ukraine have killed four people over the past day, officials reported.\n\nRussian forces struck the city of Kherson, killing three people.', [/killed person 4 \| Ukraine/, /killed person 3 \| Kherson UA/], null],
  ['a region sums up a day, a town of it had a part', 'Over the past day, shelling of the Kherson region injured 12 people.\n\nRussian forces hit a clinic in Kherson and homes in Beryslav.\n\nAs a result, 12 people were injured.', [/injured person 12 \| Kherson Oblast/], /12 \| (?:Kherson|Beryslav) UA/],
  ['one attack in a region was in the town told next', 'A missile attack in the Kharkiv region killed nine people on Wednesday.\n\nThe missile hit a market in Izium, killing nine people, prosecutors said.', [/killed person 9 \| Izium/], /9 \| Kharkiv Oblast/],
  ['the region told right before, where a sentence goes on across it', 'In Donetsk Oblast, one person was killed in Rodynske and five more were injured across the region.', [/killed person 1 \| Rodynske/, /injured person 5 \| Donetsk Oblast/], /5 \| Rodynske/],
  ['the region by its body', 'Strikes hit the Sumy region and the Donetsk region. The head of the Donetsk Regional Military Administration said 14 people were injured in the region on Wednesday.', [/injured person 14 \| Donetsk Oblast/], /14 \| Sumy/],
  ['of two regions, "the region" is neither', 'Strikes hit the Kherson and Sumy regions. Nine people were injured in the region on Wednesday.', [/injured person 9/], null],
  ['a region records what happened in it and says nothing', 'Kharkiv Oblast recorded 20 injuries from Russian attacks, including four children in the city of Kharkiv.', [/injured person 20 \| Kharkiv Oblast/, /injured child 4 \| Kharkiv UA/], null],
  ['the same number in a town and in a region that it is not in', 'Three people were killed in Donetsk and eight others were injured, officials said.\n\nOne person was killed and eight injured in the Kherson region, officials said.', [/injured person 8 \| Donetsk UA/, /injured person 8 \| Kherson Oblast/, /killed person 1 \| Kherson Oblast/], null],
  ['the same number in a town and in its region is one', 'Nine people were injured in the Kharkiv region on Monday, officials said. Nine people were injured in Izium, officials said.', [/injured person 9 \| Izium/], /9 \| Kharkiv/],
  ['a list of towns in a region named before is the region\'s', 'Over the past day, Russian occupiers killed three civilians in the Donetsk region: in Andriivka, Novohryhorivka and Myrnohrad.', [/strike killed civilian 3 \| Donetsk Oblast/], /violence/],
  ['soldiers who shoot people are close', 'Russian soldiers shot dead two residents of Bucha on Monday.', [/violence_against_civilians/], /strike/],
  ['a town captured long ago tells nothing of an attack beside it', 'Russian forces struck Kherson, killing three people. One more person was killed in attacks on the village of Ocheretyne, some nine miles from recently captured Avdiivka.', [/strike killed person 1 \| Ocheretyne/], /violence/],
  ['a day rounded up is the day of what it tells, region by region', 'Eight people were killed in Russian attacks across Ukraine over the past day.\n\nThe day was cold.\n\nMany lines were down. Nobody knew why. Repairs went on. It snowed.\n\nIn Sumy Oblast, two people were killed.', [/killed person 2 \| Sumy Oblast UA \| 05-07\.\.05-08/], null],
  ['what opens a list says that its members are regions', 'Russia targeted five Ukrainian regions – Dnipropetrovsk, Sumy, Kherson, Poltava and Odesa – with drones on Monday.', [/strike.* \| Dnipropetrovsk Oblast/, /strike.* \| Sumy Oblast/, /strike.* \| Odesa Oblast/], /\| (?:Dnipro|Sumy|Odesa) UA/],
  ['what is told across a list of regions is of each, whatever land was named before', 'Hitting depots inside Russia helps Ukraine defend itself.\n\nThe Russian army said on Wednesday that it had destroyed a total of 31 drones in night raids across four Russian regions - Tula, Kaluga, Ryazan and Voronezh.\n\nUkrainian air defences fought Russian drones near the capital Kyiv.', [/interception.* \| Tula Oblast/, /interception.* \| Ryazan Oblast/, /interception.* \| Voronezh Oblast/, /intercepted drone 31 \| Russia/], /31 \| Tula/],
  ['towns behind a dash are towns', 'Russia targeted five Ukrainian towns – Izium, Sumy, Kherson, Poltava and Odesa – with drones on Monday.', [/strike.* \| Sumy UA/], /Oblast/],
  ['the region behind the village that it lies in', 'Shells hit the village of Ocheretyne, Donetsk, the governor said.', [/strike \| Ocheretyne/], /\| Donetsk/],
  ['a list of villages', 'Shells hit the villages of Ocheretyne, Donetsk and Pokrovsk on Monday.', [/strike \| Donetsk/, /strike \| Pokrovsk/], null],
  ['kinds of missiles before the one noun that they share', 'Russia launched more than 470 strike drones and 48 cruise and ballistic missiles into Ukraine on Monday.', [/launched drone 470/, /launched missile 48/], null],
  ['each kind with its own number', 'Air defences shot down 12 ballistic and six cruise missiles over Kyiv.', [/intercepted missile 12 \| Kyiv/, /intercepted missile 6 \| Kyiv/], /combatant|person/],
  ['attack drones and decoys', 'Russia launched 120 attack and decoy drones at Odesa on Monday.', [/launched drone 120 \| Odesa/], null],
  ['a number that a verb of its own tells is none of the dead', 'One person died in a missile attack on Kyiv, and the mayor says two were taken to hospital.', [/killed person 1/, /injured person 2/], /killed person 2/],
  ['a figure that goes on about the dead', 'One person died in a missile attack on Kyiv, police said. The mayor said six.', [/killed person 1/], /injured/],
  ['officials who stay unnamed do nothing for their state', 'Three Ukrainian officials, who spoke on condition of anonymity, said a ship was damaged in Novorossiysk on Monday.', [/damaged ship 1 \| Novorossiysk/], /diplomacy/],
  ['envoys who speak do', 'Ukrainian officials spoke with Turkish envoys in Istanbul on Monday.', [/diplomacy/], null],
  ['drones take off in one land and strike in another', 'Russia attacked Ukraine with 90 drones launched from the areas of Kursk, Oryol and Primorsko-Akhtarsk, the air force said.', [/launched drone 90 \| Ukraine/], /Kursk|Oryol|Akhtarsk/],
  ['aircraft fire over their own land', 'Missiles launched from aircraft located in Russia\'s Vologda and Astrakhan oblasts hit a school in Ternopil on Monday.', [/struck school 1 \| Ternopil/], /Vologda|Astrakhan/],
  ['from a peninsula at a town', 'Russia fired two ballistic missiles from Crimea at Odesa on Monday, killing two people.', [/launched missile 2 \| Odesa/, /killed person 2 \| Odesa/], /Crimea/],
  ['the night of the day of writing is over', 'On the night of May 8, drones hit two houses in Sumy.', [/struck building 2 \| Sumy UA \| 05-07\.\.05-08/], null],
  ['the night of another day goes into the next', 'On the night of May 6, drones hit two houses in Sumy.', [/struck building 2 \| Sumy UA \| 05-06\.\.05-07/], null],
  ['damage that is reported, with what it was done to', 'Infrastructure damage was reported in Nikopol, including three residential buildings and a dormitory.', [/damaged building 3 \| Nikopol/, /damaged building 1 \| Nikopol/], null],
  ['no damage, whatever is included', 'No damage was reported in Nikopol, including three hospitals.', [], /damaged/],
  ['towns that shelling affects', 'The attacks affected the town of Nikopol on Monday.', [/strike \| Nikopol/], null],
  ['a town of a list that nobody has listed', 'In the Kherson region, Sadove, Beryslav, Prylisne, Antonivka and Bilozerka came under Russian fire on Monday.', [/strike \| Prylisne/, /strike \| Beryslav/, /strike \| Bilozerka/], null],
  ['a man in such a place is none', 'In Kherson, Oleksandr Brylko, governor of Kherson Oblast, and officials in Beryslav said three people were hurt.', [/injured person 3/], /Brylko/],
  ['regions of a part of a land', 'Oblasts in western Ukraine, including Ternopil and Lviv, were hit in the attack.', [/strike \| Ternopil Oblast/, /strike \| Lviv Oblast/], null],
  ['an attack on a land\'s regions is in that land', 'Russia carried out a large-scale overnight attack on multiple Ukrainian regions on Monday.', [/strike \| Ukraine/], /\| Russia RU/],
  ['a town\'s district, whatever land has one of that name', 'Windows were broken due to an attack by Ukrainian UAVs in Kursk\'s Central District.', [/strike \| Central District RU/], / IL /],
  ['an assault by what flies is a strike', 'Russia launched an overnight assault on Kyiv with drones and missiles.', [/strike \| Kyiv/], /ground_combat/],
  ['and one told beside the strike is that strike', 'In a separate assault before dawn, the naval port in Feodosia was attacked by drones.', [/strike \| Feodosiia/], /ground_combat/],
  ['an assault by men is none', 'Russian troops launched an assault on Kupiansk with the help of drones.', [/ground_combat \| Kupiansk/], /strike/],
  ['nothing happened to any', 'Not a single ship or submarine located at the base in Novorossiysk was damaged, the fleet said.', [], /./],
  ['no fewer are at least as many', 'No fewer than 12 people were killed in Sumy.', [/killed person 12/], null],
  ['the incident was in the town', 'A drone attack on Wednesday in the Russian region of Bryansk injured one person, the governor said. The incident occurred in the town of Trubchevsk.', [/injured person 1 \| Trubchevsk/], /Bryansk/],
  ['what is shot down over a sea is by those who shoot elsewhere', 'Russia\'s Defense Ministry said air defense units destroyed 42 Ukrainian drones overnight: 31 over the Black Sea and 11 over the Sea of Azov.', [/drone 42 .* Russia on Ukraine/, /drone 31 \| Black Sea .* Russia on Ukraine/, /drone 11 \| Sea of Azov .* Russia on Ukraine/], null],
  ['each line of a summary is of the region that it opens with', 'Shelling over the day\n\nSumy region: Russian troops fired artillery at the Krasnopillia community. Two explosions were recorded.\n\nZaporizhzhia region: Russian troops fired 133 times at nine settlements. Two houses were damaged.\n\nKherson region: Russian troops made 114 attacks, firing 500 shells. One person was killed in the shelling of Zelenivka.', [/struck strike 2 \| Krasnopillia/, /launched strike 133 \| Zaporizhzhia Oblast/, /damaged building 2 \| Zaporizhzhia Oblast/, /launched strike 114 \| Kherson Oblast/, /killed person 1 \| Zelenivka/], /(?:133|114|500|2) \| Zelenivka/],
  ['a remark behind a colon is no label', 'It was quiet in Sumy.\n\nThe governor of the Kherson region spoke: two people were killed in Izium on Monday.', [/killed person 2 \| Izium/], null],
  ['when somebody was born is not when he was hurt', 'A man born in 1993 was injured in the Boryspil district.', [/injured person 1 \| Boryspil district UA \| 05-08/], /01-01/],
  ['somebody injured in a year was', 'A man was injured in Boryspil district in 2023.', [/01-01\.\.12-31/], null],
  ['the name of the source is not who attacked', 'According to the head of the regional administration, Nel Varga, Russians attacked Zaporizhzhia with five air bombs on Monday.', [/launched munition 5 \| Zaporizhzhia .* Russia on/], null],
  ['a battlegroup bears the name of a river', 'Kyiv lost up to 125 soldiers in battles with the Battlegroup Dnepr, the ministry said.', [/killed combatant 125/], /\| Dnipro/],
  ['the region is what is told of, not what it lies beside', 'Varga said 12 people were killed in the Kursk region, which is adjacent to Ukraine\'s Sumy region. About 900 residents of the region have been evacuated.', [/evacuated person 900.* \| Kursk Oblast/], /Sumy/],
  ['who lives in settlements that another side holds is at home', 'The fate of 2,000 residents living in the Ukrainian-controlled settlements in the Kursk Region is unknown.', [/missing person 2000/], /displaced/],
  ['who lives in settlements after a flight is not', 'Some 2,000 families who fled Sumy live in makeshift settlements.', [/displaced household 2000/], null],
  ['capitals that exchange act', 'Moscow and Kyiv each exchanged 246 prisoners of war on Wednesday, the Russian Defense Ministry said.', [/capture_or_exchange released combatant 246/], /\| (?:Moscow|Kyiv)/],
  ['something that happens in one does not', 'Moscow and Kyiv were hit by drones on Wednesday.', [/strike \| Kyiv/], null],
  ['the freed who are brought home are no forces that move', 'The Russian troops are undergoing treatment in Belarus before being transferred back to Russia.', [], /deployment/],
  ['nor those of a swap', 'In the exchange, 31 Ukrainian troops were moved to Chernihiv on Wednesday.', [], /deployment/],
  ['forces that are moved are', 'On Wednesday 3,000 Ukrainian troops were moved to Chernihiv.', [/deployment \| Chernihiv/], null],
  ['the whole is of the land, its parts are of regions', 'Russia\'s Defence Ministry said 88 Ukrainian drones were shot down overnight, including 52 over Belgorod region and 13 over Lipetsk region.', [/drone 88 \| Russia/, /drone 52 \| Belgorod Oblast/, /drone 13 \| Lipetsk Oblast/], /88 \| (?:Belgorod|Lipetsk)/],
  ['those harmed in a region were in the town that the clause behind "when" tells of', 'In Belgorod region, a woman was killed and two men were hurt when a drone struck a car near Shebekino.', [/killed person 1 \| Shebekino/, /injured person 2 \| Shebekino/], null],
  ['air defence that destroys a number of drones shoots them down', 'Air defence destroyed five out of seven Shahed drones over Dnipropetrovsk and Zaporizhzhia regions overnight.', [/interception \| Zaporizhzhia Oblast/], /strike \| (?:Zaporizhzhia|Dnipropetrovsk)/],
  ['a number of a land\'s cities is that land', 'Russia fired 38 missiles at five Ukrainian cities on Monday, the president said.\n\nIn Kyiv, nine people were killed.', [/launched missile 38 \| Ukraine/], null],
  ['what one knows about is no rough number', 'Currently, we know about two injured in Zaporizhzhia.', [/injured person 2 \| Zaporizhzhia/], null],
]

describe('round-ups of a day', () => {
  it.each(ROWS)('%s', (_why, text, says, never) => {
    const claims = told(text)
    for (const expected of says) expect(claims).toContainEqual(expect.stringMatching(expected))
    if (never !== null) expect(claims).not.toContainEqual(expect.stringMatching(never))
  })
})
