import { Refused } from '../ask.ts'
import { texts } from '../texts/texts.ts'

/** What went wrong, for whoever reads. */
export function inWords(error: unknown): string {
  return error instanceof Refused ? `${error.message} ${error.next}`.trim() : error instanceof TypeError || !(error instanceof Error) ? texts.offline : error.message
}

/** A moment as the reader's clock has it. */
export const momentInWords = (iso: string): string => new Date(iso).toLocaleString(texts.locale, { dateStyle: 'medium', timeStyle: 'short' })
