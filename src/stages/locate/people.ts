// People of a report: surnames that follow a first name, a title or an initial somewhere in it, so that "Jordan", met again alone, is still a person.
import { TOKEN_NUMBER, TOKEN_WORD, type Document } from '../../model/document.ts'
import { COMMON_WORD, DIRECTION, FIRST_NAME, NOT_NAME, ORG_WORD, REGION_WORD, SETTLEMENT_WORD, SITE_WORD, STATE_WORD, TITLE } from '../../languages/en/place-words.ts'
import { adjacent, allCapitals, classOf, nameLike, type Setting } from './reader.ts'

const NOT_SURNAME = NOT_NAME | ORG_WORD | SITE_WORD | SETTLEMENT_WORD | REGION_WORD | STATE_WORD | DIRECTION | TITLE

/** Lower-cased surnames and lone first names of the people that the document names in full. `settings`: how each sentence is set. */
export function peopleOf(document: Document, settings: readonly Setting[]): Set<string> {
  const { tokens } = document
  const people = new Set<string>()
  for (let index = 0; index < document.sentences.length; index++) {
    if (settings[index] !== 'ordinary') continue
    const sentence = document.sentences[index]!
    for (let i = sentence.first; i + 1 < sentence.last; i++) {
      if (tokens.kind[i] !== TOKEN_WORD || !nameLike(tokens, i) || allCapitals(tokens, i)) continue
      const cls = classOf(tokens, i)
      const first = (cls & FIRST_NAME) !== 0 && (cls & (COMMON_WORD | NOT_NAME)) === 0
      const title = (cls & TITLE) !== 0 && (cls & COMMON_WORD) === 0
      if (!first && !title) continue
      let next = i + 1
      if (title && tokens.lower[next] === '.') next++
      else if (!adjacent(tokens, i)) continue
      // "John F. Kennedy"
      if (next + 2 < sentence.last && tokens.end[next]! - tokens.start[next]! === 1 && tokens.lower[next + 1] === '.') next += 2
      if (next >= sentence.last || tokens.kind[next] !== TOKEN_WORD || !nameLike(tokens, next) || (classOf(tokens, next) & NOT_SURNAME) !== 0) continue
      if (title && (classOf(tokens, next) & FIRST_NAME) !== 0) continue // the surname comes after it
      people.add(tokens.lower[next]!)
      // "Sen. Pilar Cordoba": a first name that no list has
      if (title && next + 1 < sentence.last && adjacent(tokens, next) && tokens.kind[next + 1] === TOKEN_WORD && nameLike(tokens, next + 1) && !allCapitals(tokens, next + 1) && (classOf(tokens, next + 1) & NOT_SURNAME) === 0) people.add(tokens.lower[next + 1]!)
      if (first && (classOf(tokens, next) & COMMON_WORD) === 0) people.add(tokens.lower[i]!)
    }
    agedPeople(document, sentence.first, sentence.last, people)
  }
  return people
}

// "Henry, 19, of Orchard Street": an age behind a capitalised pair.
function agedPeople(document: Document, from: number, to: number, people: Set<string>): void {
  const { tokens } = document
  for (let i = from + 1; i + 2 < to; i++) {
    if (tokens.kind[i + 1] !== TOKEN_NUMBER || tokens.lower[i] !== ',' || tokens.lower[i + 2] !== ',' || tokens.end[i + 1]! - tokens.start[i + 1]! > 2) continue
    if (i < 2 || !nameLike(tokens, i - 1) || !nameLike(tokens, i - 2) || !adjacent(tokens, i - 2)) continue
    people.add(tokens.lower[i - 1]!)
  }
}
