// Killed at random moments: nothing that was said to be kept is lost, nothing doubled, and all bytes are whole. A few kills
// here; `node bench/kills.ts` does it five hundred times.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KILLED_RUNS, killOften, openKilling, type Killing } from './killing.ts'

const KILLS = 3

let killing: Killing
beforeAll(async () => { killing = await openKilling() })
afterAll(() => { killing.close() })

it.each(KILLED_RUNS)(`%s, killed ${KILLS} times`, async (run) => {
  const { heard, kept, kills, ...faults } = await killOften(killing, run, KILLS)
  expect(faults).toEqual({ lost: [], doubled: [], damaged: [], forgotten: [] })
  expect(kills).toBe(KILLS)
  if (run !== 'archive') expect(heard).toBeGreaterThan(0) // an archive that was always killed before it was written is well too
  expect(kept).toBeGreaterThanOrEqual(heard)
}, 90_000)
