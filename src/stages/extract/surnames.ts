// People who speak by their full name ("Sani Bello") are no places where their last name is one.
import { FLAG_CAPITAL, type LocatedMention, type TokenTable } from '../../model/document.ts'
import type { Attribution } from './attribution/attribution.ts'
import { INSIDE, prepositionBefore } from './scene.ts'

/** Last names of the people who speak by their full name. */
export function surnamesOf(attributions: readonly Attribution[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { speaker } of attributions) {
    const space = speaker.named ? speaker.name.lastIndexOf(' ') : -1
    if (space > 0 && FULL_NAME.test(speaker.name)) names.add(speaker.name.slice(space + 1))
  }
  return names
}
/** "Sani Bello": two or three capitalised words. */
const FULL_NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?)? \p{Lu}[\p{L}'’-]+$/u

/** Whether a name that a speaker bears stands as a person's: behind another name, or with nothing of a place before it. */
export function isSurname(tokens: TokenTable, m: LocatedMention): boolean {
  return m.first > 0 && (tokens.flags[m.first - 1]! & FLAG_CAPITAL) !== 0 || !INSIDE.has(prepositionBefore(tokens.lower, m.first))
}
