import { Refused } from './ask.ts'
import { texts } from './texts/texts.ts'

/** What went wrong, for whoever reads: what the server refused in the reader's language where there are words for its code, else in the server's. */
export function inWords(error: unknown): string {
  return error instanceof Refused ? refusedInWords(error) : error instanceof TypeError || !(error instanceof Error) ? texts.offline : error.message
}

/** The same of what the server refused. */
export const refusedInWords = ({ told, message, next }: Refused): string => texts.refusal(told, `${message} ${next}`.trim())
