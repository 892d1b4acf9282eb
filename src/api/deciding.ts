// Decisions as desks take them: on incidents that are up to date, and seen by everyone at once.
import { incidentSubject, type DecisionRequest } from '../model/decision.ts'
import { decide, type Decided } from '../pipeline/decide.ts'
import type { Settings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

/** Takes a decision in somebody's name. */
export type Decide = (request: DecisionRequest, by: string) => Promise<Decided>

/** `settle` brings incidents and overview up to date, before and after. `settings`: as they are now, those that changed in the log. */
export function decidingOver(store: Store, settle: () => Promise<void>, settings: () => Promise<Settings>): Decide {
  return async (request, by) => {
    await settle()
    const { review, log } = await settings()
    const decided = await decide(store, request, { by, twoPeople: review.two_people, headFile: log.head_file })
    if (decided.what === 'taken') await settle()
    return decided
  }
}

/** The incidents that these are now, each once; those that are gone are left out. */
export async function incidentsNow(store: Store, asked: readonly string[]): Promise<string[]> {
  const now = new Set<string>()
  for (const one of asked) {
    const found = await store.incident(one)
    if (found !== null && found.as !== 'gone') now.add(found.incident.id)
  }
  return [...now]
}

/** The incident that a state's subject is, null where it is none. */
export const incidentOf = (subject: string): string | null => (subject.startsWith(incidentSubject('')) ? subject.slice(incidentSubject('').length) : null)
