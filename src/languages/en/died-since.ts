// Words by which a report tells that somebody counted among the wounded has died.
import { foldPlaceName } from '../../geo/fold.ts'
import { readTable } from '../../gazetteer/table.ts'

const DIED: string[] = [], OF_THE_INJURED: string[] = []
for (const { words, says } of readTable(new URL('./died-since.tsv', import.meta.url), ['words', 'says'])) (says === 'died' ? DIED : OF_THE_INJURED).push(` ${words} `)

const among = (quote: string, list: readonly string[]): boolean => {
  const folded = ` ${foldPlaceName(quote)} `
  return list.some((words) => folded.includes(words))
}

/** true: the number counts some of the wounded ("two of those wounded"). */
export const isPartOfInjured = (quote: string): boolean => among(quote, OF_THE_INJURED)

/** true for words of a number of dead who had been wounded: "one of the injured died", "died of his wounds". */
export const diedOfWounds = (quote: string): boolean => among(quote, DIED) || isPartOfInjured(quote)
