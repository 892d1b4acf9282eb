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
  ['Missiles hit Aden on Monday. Four people were killed in a market in Taiz on Tuesday.', 'strike Taiz', 'harm by its count alone, of the kind told around it'],
  ['Four people were killed in a market in Taiz on Tuesday.', null, 'nothing tells of what kind the harm is'],
  ['Drought hit Somalia in April.', null, 'no hand is behind it'],
  ['An earthquake struck Herat on Monday.', null, 'no hand is behind it'],
  ['Officials said further attacks were likely in Aden.', null, 'not yet'],
  ['There were reports of an impending incursion into Goma.', null, 'not yet'],
]
for (const [text, wanted, why] of PLACED) it(`${why}: ${text}`, () => { if (wanted === null) expect(told(text)).toEqual([]); else expect(told(text)).toContain(wanted) })

it('takes the day that is said right after a war\'s beginning', () => {
  const war = incidents('Kuwait is in ruins. Since the invasion began on 24 March, two million have fled Kuwait.').find((c) => c.type === 'ground_combat')
  expect(war?.date).toMatchObject({ from: '2031-03-24', to: '2031-03-24' })
})

it('knows armed groups of other wars by name', () => {
  expect(incidents('The Arakan Army shelled Sittwe on Monday.')[0]?.by).toBe('Arakan Army')
  expect(incidents('JNIM fighters ambushed a convoy near Djibo on Monday.')[0]?.by).toBe('JNIM')
})
