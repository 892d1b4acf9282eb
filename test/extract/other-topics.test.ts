// Reports of something else than a conflict, each beside a report of war that looks like it and must still be read.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { topicsApart } from '../../src/languages/en/topics.ts'
import { documentOf, readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const readOf = (text: string) => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
/** Each claim in short. */
const told = (text: string): string[] => readOf(text).extraction.claims.map((c) => `${c.type ?? 'count'}${c.quantities.map((q) => ` ${q.measure} ${q.of} ${q.value}`).join('')}`)

/** What it is about, a report of no war, a report of war that looks like it, what some claim of that says. */
const ROWS: [topic: string, peace: string, war: string, says: RegExp][] = [
  ['thieves', 'Detectives in Leeds captured a gang of robbers on Tuesday. Three of the thieves were seized at a flat.', 'Rebels captured the stronghold of the gang in Goma on Tuesday. Three robbers were seized there.', /territory_change/],
  ['a match', 'The winger shot down the field and City bombarded the goal, but Lyon\'s goalkeeper defended it.', 'Mortars bombarded a football field in Goma on Monday, killing a goalkeeper.', /killed person 1/],
  ['a title', 'Rovers captured the title in Porto on Saturday. The attack was led by the midfielder Silva.', 'Militants captured Porto on Saturday. The attack was led by a former midfielder.', /territory_change/],
  ['a collision', 'Two trains collided outside Larissa on Tuesday. Nine passengers died and 85 were hurt.', 'Two trains collided near Melitopol on Tuesday after a drone hit the line. Nine passengers died.', /killed person 9/],
  ['a cyclist', 'A cyclist was killed by a car near Bruges on Wednesday.', 'A cyclist was killed by a car bomb in Baidoa on Wednesday.', /killed person 1/],
  ['a footbridge', 'A footbridge collapsed in Pune on Saturday during a festival, killing nine people and injuring 30.', 'A footbridge collapsed in Sloviansk on Saturday after a missile strike, killing nine people.', /strike killed person 9/],
  ['a fire', 'A boiler exploded at a sugar mill in Multan on Monday, killing three workers.', 'A boiler exploded at a sugar mill in Sumy on Monday when a shell hit it, killing three workers.', /killed person 3/],
  ['an avalanche', 'An avalanche hit skiers near Innsbruck on Saturday, killing two Dutchmen.', 'An avalanche hit soldiers on the front near Kargil on Saturday. On Sunday shelling killed two more there.', /killed (person|combatant) 2/],
  ['fireworks', 'An explosion at a fireworks plant in Sivakasi killed seven people on Tuesday. A spark set off chemicals.', 'An explosion at a weapons plant in Sivakasi killed seven people on Tuesday. A spark set off munitions.', /explosion killed person 7/],
  ['an army that helps', 'Floods have displaced 12,000 people in Assam. The army was deployed to evacuate villages, and floods destroyed two bridges.', 'Fighting has displaced 12,000 people in Assam. The army was deployed to evacuate villages.', /deployment/],
  ['animals', 'Sharks attacked two surfers off Perth on Sunday. One was killed.', 'Militants attacked two surfers off Kismayo on Sunday. One was killed.', /killed person 1/],
  ['cholera', 'Cholera has killed 50 people in Lusaka. The army has opened a hospital for the infected.', 'Cholera has killed 50 people in Nyala. On Monday shelling hit the hospital, killing two of the infected.', /killed person 2/],
  ['weeds', 'Knotweed has invaded gardens in Bristol, gardening experts said. Infected plants and weeds grow along the canal.', 'Troops have invaded Bristol and occupied land along the canal.', /ground_combat|territory_change/],
  ['a film', 'In the film, which opened in Vienna on Thursday, troops fire on students. The actress and the critics loved the premiere, and tickets sold out.', 'Troops fired on students outside the premiere of a film in Conakry on Thursday, killing nine.', /killed person 9/],
  ['runners', 'Some 300 soldiers were deployed in Vienna on Sunday as stewards of the marathon, in which 40,000 runners took part.', 'Some 300 soldiers were deployed in Gao on Sunday, when rebels shelled a marathon.', /deployment/],
  ['hackers', 'Hackers attacked the computers of three hospitals in Cork on Friday and stole passwords.', 'Gunmen attacked three hospitals in Nyala on Friday and stole the computers.', /struck hospital 3|strike|violence/],
  ['a rocket into orbit', 'A rocket carrying satellites into orbit exploded on the launch pad at Kourou on Tuesday.', 'A rocket exploded in a school in Sderot on Tuesday, killing a child.', /killed child 1/],
  ['a price war', 'A price war has broken out between supermarkets in Dublin. Its rivals retaliated.', 'Fighting broke out between the army and rebels in Gao on Monday. A price war followed.', /ground_combat/],
  ['a takeover', 'The brewery acquired its rival in Riga on Friday. The firm lost control after a siege, and its shares exploded.', 'The army lost control of Riga on Friday after a siege. A brewery exploded.', /territory_change/],
  ['a goal', 'The Bulls ambushed the Kings in Sacramento, and their forwards fought like lions before half-time.', 'Rebels ambushed the army in Gao, and their forwards fought on.', /ground_combat/],
  ['chess', 'The chess champion launched a fierce attack in Oslo on Monday. His opponent surrendered.', 'The rebels launched a fierce attack in Oslo on Monday. Their opponents surrendered.', /strike|ground_combat|violence/],
  ['a heatwave', 'The thermometer in Seville hit 44 degrees on Sunday. Two workers collapsed and died in the heat.', 'Shells hit Seville on Sunday. Two workers collapsed and died in the heat.', /strike/],
  ['an opera', 'The opera in Bregenz ends with the burning of a town: soldiers storm the stage, and the audience cheered.', 'Soldiers stormed an opera in Bregenz on Monday, killing nine.', /killed person 9/],
  ['an election', 'The party captured the town of Split, its last bastion, in an election, after its candidate had bombarded voters with leaflets.', 'The militia captured the town of Split, the last bastion of its enemy, before an election.', /territory_change/],
  ['peas', 'The actress, who was shelling peas in the first episode, was in Cannes for the premiere.', 'The army was shelling Cannes during the premiere.', /strike/],
  ['trade between states', 'Japan and the Netherlands signed an accord on tulips and tourism in Osaka on Monday.', 'Japan and the Netherlands signed an accord on missiles in Osaka on Monday.', /diplomacy/],
  ['sports federations', 'Canada\'s decision to rest its goalkeeper was met with boos before the match against Mexico.', 'Canada\'s decision to send missiles to Kyiv was welcomed.', /diplomacy/],
]

describe('reports of something else than a conflict', () => {
  for (const [topic, peace, war, says] of ROWS) it(`${topic}`, () => {
    expect(told(peace)).toEqual([])
    expect(told(war).some((one) => says.test(one)), told(war).join('\n')).toBe(true)
  })
  it('says why nothing was looked for', () => { expect(readOf(ROWS[1]![1]).extraction.notes).toMatchObject([{ rule: 'topic', note: 'of sport, not of a war: nothing is looked for' }]) })
})

/** Reports of violence in which few words or none are of war. */
describe('violence told without words of war is read', () => {
  for (const text of [
    'A car rammed into a crowd in Tel Aviv on Monday, wounding seven people. The driver was shot dead.',
    'An airliner with 298 passengers on board crashed near Donetsk on Thursday. Kyiv said it had been shot down.',
    'Two people were stabbed to death in Hebron on Monday.',
    'Gang members attacked the town of Gao on Thursday, killing 70 people. More than 3,000 residents fled.',
    'An explosion damaged cars and an office block in central Kabul on Sunday, killing a driver.',
    'Men on motorcycles killed six miners at a gold mine near Gao on Monday.',
    'The museum in Kharkiv was hit overnight and 40 books burned. A guard was killed.',
    'Two park rangers were killed in Virunga on Monday.',
    'A fire broke out at an oil refinery in Ryazan overnight. Two people were hurt.',
    'Power was cut in Odesa on Monday, leaving 40,000 customers without electricity.',
    'Seven people were shot dead in a bar in Guanajuato on Saturday.',
    'Unknown men killed nine players during a basketball match in Beni on Monday.',
    'Soldiers fired on fans at a football match in Conakry on Monday, killing 56.',
    'Villagers fled floods in Beni when men with machetes killed eight people on Monday.',
    'Cholera killed 12 people in Port Sudan last week; on Tuesday an airport near by came under attack.',
    'A train was derailed near Bryansk on Saturday after an explosion on the line. Seven people were killed.',
    'A suicide attack on a wedding in Kabul killed 63 people. Musicians and guests were among them.',
    'A teenager was shot dead in Nablus on Tuesday. Two other teens were wounded.',
    'Two policemen were shot dead in Quetta on Monday as they guarded a polio vaccination team.',
    'The dam burst before dawn, and villagers near Kherson drowned, Kyiv said.',
  ]) it(`${text}`, () => { expect(topicsApart(documentOf(readOf(text).report)).filter(Boolean)).toEqual([]) })
})

it('a long report may speak of a war in passing', () => {
  const season = 'The coach said that the players had won the match and the title this season. '.repeat(4)
  expect(told(`${season}Rovers captured the cup in Porto on Saturday. The club has not won so much since the war.`)).toEqual([])
  expect(told(`${season}On Saturday bombs fell on Porto, and the war, in which rebels killed nine players, went on.`)).not.toEqual([])
})

it('length alone makes no report one of something else', () => { expect(told(`Two people were killed in Kharkiv on Monday. ${'Nothing more is known of them. '.repeat(40)}`)).not.toEqual([]) })

describe('a paragraph of something else in a report of war', () => {
  const WAR = 'Rebels shelled the town of Gao on Monday, killing four people.'
  for (const [topic, peace, war, says] of [
    ['sport', 'City bombarded the goal in Lyon, but the goalkeeper and the midfield defended it, and a footballer was injured.', 'A bomb killed a goalkeeper and a footballer of the midfield in Lyon.', /killed person/],
    ['an epidemic', 'Cholera has killed 50 people in Lusaka since January. Another 1,800 are infected, and the epidemic goes on.', 'Cholera has killed 50 people in Lusaka. The epidemic went on when soldiers shot dead nine of the infected on Monday.', /killed person 9/],
    ['a collision', 'Two cyclists were killed in a collision near Bruges on Monday.', 'Two cyclists were killed in a collision with a tank near Bruges on Monday.', /killed person 2/],
  ] as const) it(`${topic}`, () => {
    expect(told(`${WAR}\n\n${peace}`)).toEqual(told(WAR))
    expect(told(`${WAR}\n\n${war}`).some((one) => says.test(one)), told(`${WAR}\n\n${war}`).join('\n')).toBe(true)
  })
})
