import { expect, test } from 'vitest'
import { raceDecisions } from '../../bench/decision-races.ts'

test('two processes deciding on one incident at once: none lost, the second of each told', { timeout: 60_000 }, async () => {
  expect(await raceDecisions(200)).toMatchObject({ races: 200, taken: 200, told: 200, inLog: 200, chainFaults: 0 })
})
