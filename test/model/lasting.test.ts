import { expect, test } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import { alertsOf, outagesOf } from '../../src/model/lasting.ts'
import { madeIncident } from '../store/made.ts'

const of = (id: string, type: string, more: Partial<Incident> = {}): Incident => ({ ...madeIncident(id, [id]), type, ...more })

test('an alert has its parts, and what was hit and shot down under it', () => {
  const incidents = [
    of('wide', 'air_raid_alert'), of('town', 'air_raid_alert', { part_of: 'wide' }), of('hit', 'strike', { links: [{ as: 'under_alert', incident: 'town' }] }),
    of('shot', 'interception', { links: [{ as: 'interception_of', incident: 'hit' }, { as: 'under_alert', incident: 'town' }] }), of('other', 'strike'), of('count', 'air_raid_alert', { kind: 'total' }),
  ]
  expect(alertsOf(incidents).map(({ incident, part_of, parts, hit, intercepted }) => ({ incident, part_of, parts, hit, intercepted }))).toEqual([
    { incident: 'wide', part_of: null, parts: ['town'], hit: [], intercepted: [] }, { incident: 'town', part_of: 'wide', parts: [], hit: ['hit'], intercepted: ['shot'] },
  ])
})

test('an outage has its customers and its cause, and neither is made up', () => {
  const customers = { measure: 'without_service' as const, of: 'household' as const, low: 900, best: 900, high: 900, rule: 'ucdp', says: [] }
  expect(outagesOf([of('dark', 'infrastructure_disruption', { figures: [customers], links: [{ as: 'caused_by', incident: 'hit' }] }), of('dry', 'infrastructure_disruption'), of('hit', 'strike')]).map(({ incident, customers: found, cause }) => [incident, found?.best ?? null, cause])).toEqual([['dark', 900, 'hit'], ['dry', null, null]])
})
