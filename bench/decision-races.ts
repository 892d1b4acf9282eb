// Two people in two processes decide on one incident at once, again and again: of each race exactly one decision must be
// taken, the second person must be told of it, and nothing may be lost.
//
//   node bench/decision-races.ts            10,000 races
//   node bench/decision-races.ts 500
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Incident } from '../src/model/incident.ts'
import { decide, type Decided } from '../src/pipeline/decide.ts'
import { checkChain } from '../src/review/chain.ts'
import { incidentSubject } from '../src/model/decision.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import type { Store } from '../src/store/store.ts'

const INCIDENTS = 50
const PEOPLE = ['Ada', 'Bo'] as const

/** What came of the races. `told`: those of the second people who were told what the first had decided. */
export interface RaceResult {
  races: number
  taken: number
  told: number
  inLog: number
  chainFaults: number
  seconds: number
}

const incidentId = (race: number): string => `incident-${String(race % INCIDENTS).padStart(4, '0')}`

function incident(id: string): Incident {
  return { id, type: 'strike', place: null, date: null, by: null, against: null, weapons: [], figures: [], agreement: 'single', origins: 1, part_of: null, claims: [id, `${id}-2`, `${id}-3`], reports: [], review: 'unreviewed' }
}

/** Runs the races in a store of their own. */
export async function raceDecisions(races: number): Promise<RaceResult> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-races-')), began = performance.now()
  const store = await openSqliteStore(folder, { access: 'write' })
  const people = PEOPLE.map((by) => fork(import.meta.filename, ['--person', folder, by], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }))
  try {
    await store.resolving([], (index) => index.put({ incidents: { gone: [], put: Array.from({ length: INCIDENTS }, (_, i) => ({ incident: incident(incidentId(i)), listed: incidentId(i) })) } }))
    let taken = 0, told = 0
    for (let race = 0; race < races; race++) {
      const state = await store.stateOf(incidentSubject(incidentId(race)))
      const results = await Promise.all(people.map((person) => ask(person, { race, state })))
      const first = results.filter(({ what }) => what === 'taken'), second = results.filter(({ what }) => what === 'moved')
      taken += first.length
      if (first.length === 1 && second.length === 1 && tells(second[0]!, first[0]!)) told++
    }
    let inLog = 0
    for await (const _ of store.log()) inLog++
    const { faults } = await checkChain(store.keptLog(), [(await store.logHead())!])
    return { races, taken, told, inLog, chainFaults: faults.length, seconds: (performance.now() - began) / 1000 }
  } finally {
    for (const person of people) person.kill()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The second was told of the very decision that the first took. */
function tells(second: Decided, first: Decided): boolean {
  return second.what === 'moved' && first.what === 'taken' && second.moved.some(({ since }) => since.length === 1 && since[0]!.seq === first.taken.id && since[0]!.by === first.taken.by)
}

function ask(person: ChildProcess, race: object): Promise<Decided> {
  return new Promise((resolve, reject) => {
    person.once('message', (message) => { resolve(message as Decided) })
    person.send(race, (error) => { if (error !== null) reject(error) })
  })
}

/** Decides whenever it is told to. */
async function bePerson(folder: string, by: string): Promise<void> {
  const store: Store = await openSqliteStore(folder, { access: 'write' })
  process.on('message', ({ race, state }: { race: number, state: string }) => {
    void decide(store, { kind: 'note', on: [{ incident: incidentId(race), state }], text: `race ${race}`, reason: null }, { by }).then((decided) => { process.send!(decided) })
  })
}

const [first, folder, by] = process.argv.slice(2)
if (first === '--person') await bePerson(folder!, by!)
else if (process.argv[1] === import.meta.filename) {
  const result = await raceDecisions(Number(first ?? 10_000))
  console.log(JSON.stringify(result))
  if (result.taken !== result.races || result.told !== result.races || result.inLog !== result.races || result.chainFaults > 0) process.exitCode = 1
}
