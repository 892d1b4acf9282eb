// The incidents of a store as a command reads them: brought up to date first, and where the store cannot be written to,
// computed for this once.
import type { Incident } from '../model/incident.ts'
import type { DataFolder, Io } from './command.ts'
import { StoreError, type FoundIncident, type Store } from '../store/store.ts'
import { openGazetteerFor } from './open-gazetteer.ts'
import { toUserError, withStore } from './open-store.ts'

/** What can be asked of them. */
export interface Incidents {
  list(): AsyncIterable<Incident>
  /** By any id an incident ever had, or the beginning of one. */
  find(asked: string): Promise<FoundIncident | null>
}

const UNWRITABLE: ReadonlySet<string> = new Set(['read_only', 'no_permission', 'full', 'busy'])

/** Opens the store for reading and does the work with its incidents as they stand now. */
export async function withIncidents<Result>(folder: DataFolder, io: Io, work: (store: Store, incidents: Incidents) => Promise<Result>): Promise<Result> {
  const [{ computeIncidents, incidentsAreFresh, refreshIncidents }, { readSettings }] = await Promise.all([import('../pipeline/refresh-incidents.ts'), import('../store/settings.ts')])
  const settings = await readSettings(folder.path).catch((error: unknown) => { throw toUserError(error) })
  return withStore(folder, 'read', io, async (store) => {
    if (await incidentsAreFresh(store, settings)) return work(store, keptIncidents(store))
    const gazetteer = await openGazetteerFor(io, folder.path)
    try {
      const { openSqliteStore } = await import('../store/sqlite/open.ts')
      const writing = await openSqliteStore(folder.path, { access: 'write', patienceMs: 5000 })
      try {
        await refreshIncidents(writing, settings, gazetteer)
      } finally {
        await writing.close()
      }
      return await work(store, keptIncidents(store))
    } catch (error) {
      if (!(error instanceof StoreError) || !UNWRITABLE.has(error.fault)) throw error
      io.note('The store cannot be written to now, so its incidents were computed for this once.')
      return work(store, listedIncidents(store, await computeIncidents(store, settings, gazetteer)))
    } finally {
      gazetteer.close()
    }
  })
}

function keptIncidents(store: Store): Incidents {
  return { list: () => store.incidents(), find: (asked) => store.incident(asked) }
}

function listedIncidents(store: Store, incidents: readonly Incident[]): Incidents {
  return {
    async *list() { yield* incidents },
    async find(asked) {
      const exact = incidents.find((incident) => incident.id === asked) ?? (asked.length >= 4 ? incidents.find((incident) => incident.id.startsWith(asked)) : undefined)
      return exact === undefined ? store.incident(asked) : { incident: exact, as: 'current' }
    },
  }
}
