// How rulers fall, by nouns ("the fall of the dictator in 2019"), and risings by their names ("the Cuban Revolution of 1959").
import type { TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import type { EventFinding } from './events.ts'
import { moodOf } from './mood.ts'
import { has, isDated, isRuler, isVotedOut, last, rulesNoLand } from './unrest.ts'

const FALLS: ReadonlySet<string> = new Set(['fall', 'overthrow', 'ouster', 'ousting', 'toppling', 'downfall', 'removal'])
const GENTLE: ReadonlySet<string> = new Set(['fall', 'downfall', 'removal'])
const RISINGS: ReadonlySet<string> = new Set(['revolution', 'uprising', 'revolt', 'putsch', 'riots', 'mutiny'])
const FALLEN = 1, NAMED = 2
const FALL = new WordColumn((word) => (FALLS.has(word) ? FALLEN : RISINGS.has(word) ? NAMED : 0))
const NO_RISING = wordGroup('no_rising')

/** Adds to the events found in a sentence the rulers whose fall its nouns tell ("the fall of the dictator in 2019"), and risings by their names ("the Cuban Revolution of 1959"). */
export function findFalls({ chunks, index }: ParsedSentence, tokens: TokenTable, found: EventFinding[]): void {
  for (let k = 0; k + 2 < chunks.length; k++) {
    const { np, first } = chunks[k]!, says = np?.head == null ? 0 : FALL.at(tokens, np.head.last - 1)
    if (says === 0 || np!.article === 'no') continue
    const of = chunks[k + 1]!.word === 'of' && chunks[k + 2]!.np ? chunks[k + 2]! : null
    const falls = says === FALLEN && of !== null && isRuler(tokens, of) && !(last(tokens, of) === 'government' && GENTLE.has(last(tokens, chunks[k]!))) && !rulesNoLand(tokens, chunks, k + 2) && !isVotedOut(tokens, chunks, k + 2, [])
    const named = says === NAMED && np!.proper && !has(tokens, np!, NO_RISING) && isDated(tokens, chunks, k)
    if (!falls && !named) continue
    // what the same sentence goes on to tell of it
    for (let i = found.length - 1; named && i >= 0; i--) if (found[i]!.rule === 'frame-ruler-toppled') found.splice(i, 1)
    found.push({ type: 'unrest', sense: 'unrest', sentence: index, anchor: k, first, last: falls ? of.last : chunks[k]!.last, by: null, against: null, weapons: [], mood: moodOf(tokens, chunks, k), nominal: true, definite: true, rule: falls ? 'ruler-falls' : 'rising-named', begins: false, campaign: false, enters: false, pronounAgent: false, happens: false, counter: false, raid: false })
  }
}
