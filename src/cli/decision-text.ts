// Decisions for a terminal.
import type { Standing } from '../review/standing.ts'
import { decisionWords, standingWords } from '../review/words.ts'
import type { Io } from './command.ts'
import { safe } from './terminal.ts'

/** One decision and, under it, why it was taken, what it rests on, and why it needs another look. */
export async function printDecision(standing: Standing, io: Io): Promise<void> {
  const { taken: { id, by, at, decision }, state } = standing
  const words = safe(`${by} ${decisionWords(decision)}`)
  await io.line(`${io.paint('dim', `${id}  ${at.slice(0, 16).replace('T', ' ')}`)}  ${state === 'undone' ? io.paint('dim', words) : words}`)
  if (decision.reason !== null) await io.line(`    because: ${safe(decision.reason)}`)
  if ('evidence' in decision && decision.evidence !== null) await io.line(`    resting on: ${safe('words' in decision.evidence ? `“${decision.evidence.words.quote}” (${decision.evidence.words.report})` : decision.evidence.source)}`)
  const how = standingWords(standing)
  if (how !== '') await io.line(`    ${io.paint(state === 'undone' ? 'dim' : 'yellow', safe(state === 'undone' ? how : `needs another look: ${how}`))}`)
}

/** The same for a program. */
export function decisionLine({ taken: { id, by, at, decision }, state, undoneBy, looks }: Standing): object {
  return { id, by, at, state, undone_by: undoneBy, looks, ...decision }
}
