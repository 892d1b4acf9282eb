// The incidents of a store as a command reads them: brought up to date first, and where the store cannot be written to,
// computed for this once.
import type { Incident } from '../model/incident.ts'
import type * as review from '../pipeline/review.ts'
import type { DataFolder, Io } from './command.ts'
import { StoreError, type FoundIncident, type Store } from '../store/store.ts'
import { openGazetteerFor } from './open-gazetteer.ts'
import { toUserError, withStore } from './open-store.ts'

/** What can be asked of them: as people left them. */
export interface Incidents {
  list(): AsyncIterable<Incident>
  /** By any id an incident ever had, or the beginning of one. */
  find(asked: string): Promise<FoundIncident | null>
  /** The current incident of each of these claims. */
  of: review.IncidentsOf
}

const UNWRITABLE: ReadonlySet<string> = new Set(['read_only', 'no_permission', 'full', 'busy'])

/** Opens the store for reading and does the work with its incidents as they stand now. */
export async function withIncidents<Result>(folder: DataFolder, io: Io, work: (store: Store, incidents: Incidents) => Promise<Result>): Promise<Result> {
  const [{ computeIncidents, incidentsAreFresh, refreshIncidents }, { readSettings }, laying] = await Promise.all([import('../pipeline/refresh-incidents.ts'), import('../store/settings.ts'), import('../pipeline/review.ts')])
  const settings = await readSettings(folder.path).catch((error: unknown) => { throw toUserError(error) })
  return withStore(folder, 'read', io, async (store) => {
    if (await incidentsAreFresh(store, settings)) return work(store, keptIncidents(store, laying))
    const gazetteer = await openGazetteerFor(io, folder.path)
    try {
      const { openSqliteStore } = await import('../store/sqlite/open.ts')
      const writing = await openSqliteStore(folder.path, { access: 'write', patienceMs: 5000 })
      try {
        await refreshIncidents(writing, settings, gazetteer)
      } finally {
        await writing.close()
      }
      return await work(store, keptIncidents(store, laying))
    } catch (error) {
      if (!(error instanceof StoreError) || !UNWRITABLE.has(error.fault)) throw error
      io.note('The store cannot be written to now, so its incidents were computed for this once.')
      return work(store, listedIncidents(store, await computeIncidents(store, settings, gazetteer), laying))
    } finally {
      gazetteer.close()
    }
  })
}

function keptIncidents(store: Store, laying: typeof review): Incidents {
  const of: review.IncidentsOf = (claims) => store.incidentsOfClaims(claims)
  return {
    list: () => laying.reviewedIncidents(store, store.incidents(), of),
    async find(asked) {
      const found = await store.incident(asked)
      return found === null ? null : { ...found, incident: await laying.reviewedIncident(store, found.incident, of) }
    },
    of,
  }
}

function listedIncidents(store: Store, incidents: readonly Incident[], laying: typeof review): Incidents {
  const held = new Map(incidents.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)))
  const of: review.IncidentsOf = async (claims) => new Map(claims.flatMap((claim) => { const id = held.get(claim); return id === undefined ? [] : [[claim, id] as const] }))
  return {
    list: () => laying.reviewedIncidents(store, incidents, of),
    async find(asked) {
      const exact = incidents.find((incident) => incident.id === asked) ?? (asked.length >= 4 ? incidents.find((incident) => incident.id.startsWith(asked)) : undefined)
      return exact === undefined ? store.incident(asked) : { incident: await laying.reviewedIncident(store, exact, of), as: 'current' }
    },
    of,
  }
}
