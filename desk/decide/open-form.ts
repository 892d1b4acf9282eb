// Which form of a decision is open, from wherever it was asked for.
import type { QueueAnswer } from '../../src/api/routes/decisions.ts'
import type { DraftAnswer } from '../../src/api/routes/drafts.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'

/** Forms on an incident. */
export type IncidentForm = 'correct' | 'merge' | 'split' | 'move' | 'grade' | 'note' | 'publish' | 'withdraw' | 'reopen' | 'reject' | 'undo'

/** A decision whose incidents are found no more. */
export type LooseDecision = QueueAnswer['loose']['decisions'][number]

export type OpenForm =
  | { form: IncidentForm, incident: IncidentAnswer, claim?: string, decision?: string }
  | { form: 'reject_in_report', report: ReportAnswer, claim: ReportAnswer['claims'][number], holder: IncidentAnswer | null }
  | { form: 'add_claim', draft: DraftAnswer, holder: IncidentAnswer | null }
  | { form: 'find_words', report: ReportAnswer }
  | { form: 'take_back', taken: LooseDecision }
  | { form: 'help' }

let open: (form: OpenForm | null) => void = () => undefined

/** Opens a form in place of any that is open; null closes it. */
export const openForm = (form: OpenForm | null): void => { open(form) }

/** Called by whatever draws the forms. */
export function drawnBy(draw: typeof open): void { open = draw }
