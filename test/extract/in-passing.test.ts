// What a sentence only speaks of, beside sentences that tell it.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const incidents = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.type !== null).map((c) => `${c.type} ${c.place?.name ?? '-'}`)

/** Why, the incident, a sentence that tells it, one that speaks of it in passing. */
const ROWS: [string, string, string, string][] = [
  ['ranked among others', 'strike Marib', 'The army launched its largest attack on Marib.', 'It was the largest attack on Marib since March.'],
  ['marked as one of many', 'ground_combat Goma', 'Rebels launched one of their biggest offensives in Goma.', 'Friday marked the biggest offensive in Goma in years.'],
  ['the third time', 'strike Aden', 'The navy shelled Aden on Monday.', 'This is the third time the navy has shelled Aden.'],
  ['again and again', 'strike Aden', 'Warships shelled Aden.', 'Warships regularly shelled Aden.'],
  ['attacks now and then', 'strike Djibo', 'Militants have launched rocket attacks on Djibo.', 'Militants have launched sporadic rocket attacks on Djibo.'],
  ['how things stand', 'territory_change Bukavu', 'The rebels control Bukavu.', 'Lorries reached Bukavu, which is controlled by the rebels.'],
  ['how things stand since when', 'territory_change Bukavu', 'Lorries reached Bukavu, which has been controlled by the rebels since 2029.', 'Lorries reached Bukavu, which has been controlled by the rebels for long.'],
  ['a quarrel', 'ground_combat Uganda', 'Kenyan and Rwandan troops clashed in Uganda on Monday.', 'Kenya clashed with Rwanda and Uganda at a meeting of the council on Monday.'],
  ['people told by what befell them', 'violence_against_civilians Mopti', 'Militants abducted two teachers in Mopti on Monday.', 'The bishop prayed for the teachers abducted in Mopti.'],
  ['by what one is a suspect in', 'violence_against_civilians Sulu', 'Gunmen carried out the abduction of nine miners in Sulu on Monday.', 'Police shot a suspect in the abduction of nine miners in Sulu on Monday.'],
  ['training spoken of as a thing', 'deployment Tikrit', 'Soldiers were deployed to Tikrit on Monday.', 'The blast followed an attack on police training in Tikrit on Monday.'],
  ['an event goes on', 'deployment Tolpino', 'Reinforcements entered Tolpino.', 'Shells fell as the troops near Tolpino entered a sixth day.'],
  ['a relative clause tells whose', 'diplomacy Rwanda', 'Rwanda accused Congo of shelling Gisenyi.', 'Shells hit the envoy, whom Rwanda accused of spying for Congo.'],
  ['of old', 'diplomacy Rwanda', 'Rwanda has accused Congo of shelling Gisenyi.', 'Rwanda has long accused Congo of shelling Gisenyi.'],
  ['asked of a state', 'diplomacy Sudan', 'Sudan signed a ceasefire deal with Chad.', 'The freed man urged Sudan to sign a ceasefire deal with Chad.'],
  ['talks not held yet', 'diplomacy Kenya', 'Kenya began peace talks.', 'Kenya should begin peace talks.'],
  ['planned and carried out', 'strike Ramtha', 'Militants carried out rocket attacks on Ramtha.', 'The group hoped to plan and carry out rocket attacks on Ramtha.'],
  ['able to', 'strike Aden', 'Submarines fired missiles at Aden.', 'The navy has submarines capable of firing missiles at Aden.'],
  ['an incursion on the ground', 'ground_combat Jizan', 'The army began a limited ground incursion into Jazan.', 'Envoys see the possibility of a limited ground incursion into Jazan.'],
]

describe('in passing', () => {
  for (const [why, incident, tells, passes] of ROWS) {
    it(`${why}: told`, () => { expect(incidents(tells)).toContain(incident) })
    it(`${why}: in passing`, () => { expect(incidents(passes)).not.toContain(incident) })
  }
})
