// From texts to incidents: two strikes of one day, and reports that look back at one, each in words of our own.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'
import { incidentsOf } from '../../src/pipeline/refresh-incidents.ts'
import { DEFAULT_SETTINGS_KEPT } from '../../src/store/settings.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const TEXTS: readonly [id: string, published: string, text: string][] = [
  ['first', '2031-05-08', 'Missiles hit Odesa on Thursday morning, killing three people and wounding nine, the mayor said.'],
  ['both', '2031-05-09', 'Missiles hit Odesa on Thursday morning, killing three people. A second strike on Odesa on Thursday night injured four people.'],
  ['again', '2031-05-09', 'Odesa was hit again on Thursday night. Four people were injured in the second attack of the day on Odesa.'],
  ['raid', '2031-05-10', 'Drones struck Odesa overnight, wounding two people. The raid came two days after Thursday morning\'s missile strike on Odesa, in which three people were killed.'],
  ['burial', '2031-05-11', 'Officials in Odesa buried the dead of Thursday\'s mass strike on Sunday. Three people were killed in that attack.'],
  ['earlier', '2031-05-12', 'A new strike hit Odesa on Sunday evening and injured one person. An earlier attack on Thursday had killed three people.'],
]

it('each strike has the reports and the numbers that are its own, in whatever order they come', async () => {
  const told = async (texts: typeof TEXTS): Promise<unknown> => {
    const readings = texts.map(([id, published, text]) => readAndExtract({ record: { id, text, published, outlet: `Outlet of ${id}`, language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }))
    const incidents = await incidentsOf(readings, DEFAULT_SETTINGS_KEPT, gazetteer)
    return incidents.filter(({ type, place }) => type === 'strike' && place?.name === 'Odesa').map(({ date, figures, reports }) => [date?.to, figures.map(({ measure, low, high }) => `${measure} ${low}-${high}`).sort().join(', '), [...reports].sort().join(' ')]).sort()
  }
  const expected = [
    ['2031-05-08', 'injured 4-4', 'again both'],
    ['2031-05-08', 'injured 9-9, killed 3-3', 'both burial earlier first raid'],
    ['2031-05-10', 'injured 2-2', 'raid'],
    ['2031-05-11', 'injured 1-1', 'earlier'],
  ]
  expect(await told(TEXTS)).toEqual(expected)
  expect(await told(TEXTS.toReversed())).toEqual(expected)
})
