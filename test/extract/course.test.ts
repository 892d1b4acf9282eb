// When alerts and outages began and ended: sentences and what is read of them, with those that must stay silent.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const ROWS: [text: string, told: object[], why: string][] = [
  ['An air raid alert was declared in the Lviv region at 02:15 and lifted at 05:40.', [{ began: '2031-05-06T02:15', ended: '2031-05-06T05:40' }], 'each time belongs to the verb before it'],
  ['Sirens sounded in Haifa at 2am on Friday. The all-clear was given shortly before 6am.', [{ began: '2031-05-02T02:00', ended: '2031-05-02T06:00' }], 'a later sentence goes on about the alert'],
  ['At 03:20 sirens wailed in Lutsk, and the alert ended 40 minutes later.', [{ began: '2031-05-06T03:20', ended: null }], 'an hour that is not said is not worked out'],
  ['An air raid alert in Odesa lasted until 4am.', [{ ended: '2031-05-06T04:00' }], '"until" ends it'],
  ['An air raid alert in Odesa lasted for three hours.', [{ lasted: 'PT3H' }], 'a length of time'],
  ['Power in Sumy was restored at 7.30pm on Thursday after an outage that began at noon.', [{ began: '2031-05-01T12:00', ended: '2031-05-01T19:30' }], 'told from its end'],
  ['Water supply in Aden has been restored.', [{ ended: null }], 'restored, at no time told'],
  ['Electricity was cut in Mekelle at 9am. By 3pm supply was partially restored.', [{ began: '2031-05-06T09:00', ended: '2031-05-06T15:00', partly: true }], 'for some and not for all'],
  ['A blackout hit Sumy on Friday. Power will be restored by Monday, the company said.', [{}], 'what is promised has not come about'],
  ['A blackout hit Sumy on Friday. Power has not been restored.', [{}], 'denied'],
  ['Electricity was cut in Mekelle. In Gondar the match began at 3pm and ended at 5pm.', [{}], 'another subject'],
  ['Shells hit Aleppo at 4am. The curfew was lifted at noon.', [], 'nothing that lasts'],
]

it.each(ROWS)('%s', (text, told) => {
  const { extraction, report } = readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  const lasting = extraction.claims.filter(({ type }) => type === 'air_raid_alert' || type === 'infrastructure_disruption')
  expect(lasting.map(({ course }) => ({ ...(course?.began && { began: course.began.at }), ...(course?.ended && { ended: course.ended.at }), ...(course?.lasted && { lasted: course.lasted.at }), ...(course?.ended?.partly && { partly: true }) }))).toEqual(told)
  for (const { course } of lasting) for (const moment of Object.values(course ?? {})) expect(report.text.slice(moment.start, moment.end)).toBe(moment.quote)
})
