// Words of an attack for what is done without arms, each beside the sentence of war that looks like it. All stand in a report of war.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const WAR = 'Rebels took Beni on Sunday, and the army fled.\n\n'
/** What a sentence of such a report tells. */
const told = (sentence: string): string[] => readAndExtract({ record: { id: 'case', text: WAR + sentence, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter(({ start }) => start >= WAR.length).map((c) => `${c.type ?? 'count'}${c.quantities.map((q) => ` ${q.measure} ${q.of} ${q.value}`).join('')}`)

const ROWS: [peace: string, war: string, says: RegExp][] = [
  ['Sharks attacked two swimmers off Perth on Sunday.', 'Gunmen attacked two swimmers off Perth on Sunday.', /strike|violence/],
  ['Stray dogs attacked a child in Gao on Sunday.', 'Drones attacked a child in Gao on Sunday.', /strike/],
  ['Bees attacked a wedding party in Gao on Sunday.', 'Soldiers attacked a wedding party in Gao on Sunday.', /strike|violence|combat/],
  ['Hailstones bombarded Graz on Sunday.', 'Jets bombarded Graz on Sunday.', /strike/],
  ['Lightning struck a church in Truro on Sunday.', 'A missile struck a church in Truro on Sunday.', /struck building 1/],
  ['City bombarded the goal in Lyon on Sunday.', 'Warships bombarded the port in Lyon on Sunday.', /struck facility 1/],
  ['The Warriors stormed past Denver on Friday.', 'Rebels stormed past the checkpoint into Denver on Friday.', /ground_combat/],
  ['The side lost two players to injury in Lyon.', 'The side lost two soldiers in Lyon.', /killed combatant 2/],
  ['Knotweed invaded gardens in Bristol on Monday.', 'Troops invaded Bristol on Monday.', /ground_combat/],
  ['Lawyers attacked the claim in Graz on Monday.', 'Gunmen attacked lawyers in Graz on Monday.', /strike|violence/],
  ['The band rocked Turin on Monday.', 'A blast rocked Turin on Monday.', /explosion/],
  ['Sterling came under attack in London on Monday.', 'London came under attack on Monday.', /strike|violence/],
  ['The minister left Oslo on Sunday after a barrage of criticism in the city.', 'A barrage of rockets hit Oslo on Sunday.', /strike/],
  ['Villages in Sicily are under siege from mosquitoes.', 'Villages in Sicily are under siege by the army.', /ground_combat/],
  ['A flood alert was issued in Vienna on Sunday.', 'An air raid alert was issued in Vienna on Sunday.', /air_raid_alert/],
  ['A storm left 40,000 households without electricity in Sumy on Sunday.', 'A strike left 40,000 households without electricity in Sumy on Sunday.', /without_service household 40000/],
  ['A lorry hit a railway bridge in Swindon on Monday, halting trains.', 'A shell hit a railway bridge in Swindon on Monday, halting trains.', /struck facility 1/],
  ['A driver crashed into a bus stop in Hamburg on Monday, injuring three people.', 'A drone crashed into a bus stop in Hamburg on Monday, injuring three people.', /injured person 3/],
  ['A man was hit and killed by a car in Bruges on Monday.', 'A man was hit and killed by a car bomb in Bruges on Monday.', /killed person 1/],
  ['A woman was killed by a train in Bruges on Monday.', 'A woman was killed by an army truck in Bruges on Monday.', /killed person 1/],
  ['A truck hit a wall in Bruges on Monday.', 'A truck hit a mine in Bruges on Monday.', /explosion/],
  ['Two trains collided in Swindon on Monday, killing nine people.', 'Two trains were shelled in Swindon on Monday, killing nine people.', /killed person 9/],
  ['An avalanche buried nine people near Innsbruck on Monday; three were rescued.', 'A bomb buried nine people in Innsbruck on Monday; three were rescued.', /rescued person 3/],
  ['Police arrested three burglars in Leeds on Monday.', 'Police arrested three protesters in Leeds on Monday.', /captured person 3/],
  ['Police arrested three burglars in Leeds on Monday.', 'Soldiers arrested three robbers in Leeds on Monday.', /captured person 3/],
  ['A gas blast tore through a kitchen in Lille on Monday, wounding a mother.', 'A blast tore through a kitchen in Lille on Monday, wounding a mother.', /explosion injured person 1/],
  ['Five people were killed in a boiler explosion in Lille on Monday.', 'Five people were killed in an explosion in Lille on Monday.', /explosion killed person 5/],
  ['A gas explosion killed five people in Lille on Monday.', 'A shell set off a gas explosion that killed five people in Lille on Monday.', /killed person 5/],
  ['The thermometer in Seville hit 44 degrees on Sunday.', 'The army hit 44 houses in Seville on Sunday.', /struck building 44/],
  ['Gold hit $2,000 an ounce in London on Sunday.', 'Gunners hit 2,000 houses in London on Sunday.', /struck building 2000/],
  ['The population of Seville hit two million on Sunday.', 'The town of Seville was hit eight times on Sunday.', /strike/],
  ['The book hit the shelves in Seville on Sunday.', 'Shells hit the shelves of a shop in Seville on Sunday.', /strike/],
  ['The health secretary came under heavy fire in London over the state of its hospitals.', 'The town of Gao came under heavy fire on Monday.', /strike|violence/],
  ['The health secretary came under heavy fire in London for his remarks.', 'The town of Gao came under heavy fire for two hours on Monday.', /strike|violence/],
  ['Canada’s decision to rest its goalkeeper was booed in Toronto on Monday.', 'Canada’s decision to send missiles was praised in Toronto on Monday.', /diplomacy/],
  ['Norway’s foreign minister met retailers of salmon in Hanoi on Monday.', 'Norway’s foreign minister met generals in Hanoi on Monday.', /diplomacy/],
  ['Japan and Kenya signed an accord on tourism in Osaka on Monday.', 'Japan and Kenya signed an accord on prisoners in Osaka on Monday.', /diplomacy/],
]

describe('attacks without arms', () => {
  it.each(ROWS)('%s', (peace, war, says) => {
    expect(told(peace)).toEqual([])
    expect(told(war).some((one) => says.test(one)), `${war} ${told(war).join('; ')}`).toBe(true)
  })
})
