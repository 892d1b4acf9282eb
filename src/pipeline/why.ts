// Why an incident is one, from a store.
import type { Gazetteer } from '../model/gazetteer.ts'
import { containmentOf, explainIncident, explainKept, type Explanation } from '../stages/resolve/index.ts'
import type { Store } from '../store/store.ts'
import { everyInput, incidentsAreFresh, type IncidentSettings } from './refresh-incidents.ts'

/** Explains a current incident by its neighbours as kept; where the store could not be brought up to date, by a look at everything. Null for a running total. */
export async function whyOf(store: Store, id: string, settings: IncidentSettings, gazetteer: Gazetteer): Promise<Explanation | null> {
  const containment = containmentOf(gazetteer)
  if (await incidentsAreFresh(store, settings)) return explainKept(store.neighbours(), id, containment)
  const { inputs, decisions } = await everyInput(store)
  return explainIncident(inputs, id, { containment, decisions })
}
