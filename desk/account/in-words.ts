import { texts } from '../texts/texts.ts'

/** A moment as the reader's clock has it. */
export const momentInWords = (iso: string): string => new Date(iso).toLocaleString(texts.locale, { dateStyle: 'medium', timeStyle: 'short' })
