// What stands where an answer is missing.
import { Refused, type Asked } from './ask.ts'
import { refusedInWords } from './in-words.ts'
import { texts } from './texts/texts.ts'

/** A room kept while the first answer is on its way, or why there is none. null: there is an answer. */
export function Missing({ asked, notThere }: { asked: Asked<unknown>, notThere?: string }) {
  if (asked.answer !== null) return null
  if (asked.error !== null) {
    const refused = asked.error instanceof Refused ? asked.error : null
    return <p class="empty" role="alert">{refused?.status === 404 && notThere !== undefined ? notThere : refused === null ? texts.offline : `${texts.failed} ${refusedInWords(refused)}`}</p>
  }
  return <div class="skeleton" aria-busy="true" aria-label={texts.loading}><i /><i /><i /><i /></div>
}
