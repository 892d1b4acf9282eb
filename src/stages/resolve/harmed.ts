// Who a headline says was killed or hurt, and whose they were: two reports of one day that name other victims tell of
// two events. Only for comparing: figures come from claims alone.
import { FLAG_ALL_CAPS, FLAG_CAPITAL, TOKEN_NUMBER, TOKEN_PUNCTUATION, type TokenTable } from '../../model/document.ts'
import { PEOPLE, type Counted } from '../../model/claim.ts'
import { sideOf } from '../../languages/en/demonyms.ts'
import { lexemeOf } from '../../languages/en/lexicon.ts'
import { findNumbers } from '../../languages/en/numbers.ts'
import { tokenize } from '../../text/tokens.ts'

/** People harmed. `whose`: a state's code, an acronym or "rebels"; null where it is not said. `value` null: no number. */
export interface Harmed {
  measure: 'killed' | 'injured'
  of: Counted
  whose: string | null
  value: number | null
}

const REACH = 5
/** Who fights a state from within its land, however a report calls them. */
const REBELS = new Set(['rebel', 'rebels', 'separatist', 'separatists', 'militant', 'militants', 'militia', 'militias', 'militiaman', 'militiamen', 'insurgent', 'insurgents'])
const STATES_OF_HARM = new Map<string, 'killed' | 'injured'>([['dead', 'killed'], ['kia', 'killed'], ['wia', 'injured'], ['slain', 'killed']])

function harmOf(word: string): { measure: 'killed' | 'injured', after: boolean } | null {
  const state = STATES_OF_HARM.get(word)
  if (state) return { measure: state, after: false }
  for (const verb of lexemeOf(word)?.verbs ?? []) {
    if (verb.sense === 'kill' || verb.sense === 'injure') return { measure: verb.sense === 'kill' ? 'killed' : 'injured', after: !/(ed|en|t)$/.test(word) }
    if (verb.sense === 'die') return { measure: 'killed', after: false }
  }
  return null
}

const personAt = (tokens: TokenTable, i: number): Counted | null => {
  if (tokens.lower[i] === 'militias' || tokens.lower[i] === 'militia') return 'combatant'
  const counted = lexemeOf(tokens.lower[i]!)?.counted ?? null
  return counted !== null && PEOPLE.has(counted) ? counted : null
}

/** Nouns that may mean anybody; of other people in reports who are not called soldiers, it is told that they are none. */
const ANYBODY = new Set(['people', 'person', 'persons', 'man', 'men', 'guard', 'guards', 'driver', 'member', 'members', 'volunteer', 'volunteers', 'body', 'bodies', 'life', 'lives', 'prisoner', 'prisoners'])
const kindAt = (tokens: TokenTable, i: number): Counted => {
  const kind = personAt(tokens, i)!
  return kind === 'person' && !ANYBODY.has(tokens.lower[i]!) ? 'civilian' : kind
}

/** The people a text of one or two sentences says were harmed: the noun nearest before a passive or state of harm, or after an active verb of it. */
export function harmedIn(text: string): Harmed[] {
  const tokens = tokenize(text.length > 400 ? text.slice(0, 400) : text)
  const numbers = new Map<number, number>()
  for (const { last, value, masked } of findNumbers(tokens, 0, tokens.count, new Uint8Array(tokens.count))) if (masked === null) numbers.set(last, value)
  const found: Harmed[] = []
  for (let i = 0; i < tokens.count; i++) {
    const harm = harmOf(tokens.lower[i]!)
    if (!harm) continue
    const after = near(tokens, i, 1)
    const at = harm.after ? after : near(tokens, i, -1) ?? after
    if (at === null) continue
    let first = at
    while (first > 0 && !numbers.has(first) && at - first < 3 && tokens.kind[first - 1] !== TOKEN_PUNCTUATION && tokens.kind[first - 1] !== TOKEN_NUMBER) first--
    found.push({ measure: harm.measure, of: kindAt(tokens, at), whose: whoseAt(tokens, at), value: numbers.get(first) ?? null })
  }
  return found
}

function near(tokens: TokenTable, from: number, step: 1 | -1): number | null {
  for (let i = from + step, k = 0; i >= 0 && i < tokens.count && k < REACH; i += step, k++) {
    if (tokens.kind[i] === TOKEN_PUNCTUATION && tokens.lower[i] !== '-') return null
    if (personAt(tokens, i)) return i
    if (harmOf(tokens.lower[i]!)) return null
  }
  return null
}

function whoseAt(tokens: TokenTable, at: number): string | null {
  if (REBELS.has(tokens.lower[at]!) && personAt(tokens, at) === 'combatant') return 'rebels'
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = tokens.lower[i]!
    if (REBELS.has(word)) return 'rebels'
    if ((tokens.flags[i]! & FLAG_CAPITAL) === 0) continue
    const side = sideOf(word)
    if (side) return side.country
    if ((tokens.flags[i]! & FLAG_ALL_CAPS) !== 0 && word.length <= 4 && !lexemeOf(word)) return word
  }
  return null
}

/** Two sets of harmed people that cannot be the same: other kinds, or soldiers of other sides. Null where nothing can be told. */
export function sameHarmed(a: readonly Harmed[], b: readonly Harmed[]): boolean | null {
  let told: boolean | null = null
  for (const left of a) for (const right of b) {
    if (left.measure !== right.measure) continue
    const same = sameKind(left.of, right.of) && sameSide(left, right)
    if (same && left.of !== 'person' && right.of !== 'person') return true
    told = told === true || same
  }
  return told
}

const sameKind = (a: Counted, b: Counted): boolean => a === b || a === 'person' || b === 'person' || (a !== 'combatant' && b !== 'combatant' && (a === 'civilian' || b === 'civilian'))
/** Rebels bear many names; a state's soldiers bear its own. */
const sameSide = (a: Harmed, b: Harmed): boolean => a.whose === null || b.whose === null || a.whose === b.whose || (isRebel(a.whose) && isRebel(b.whose)) || a.of !== 'combatant' || b.of !== 'combatant'
const isRebel = (whose: string): boolean => whose === whose.toLowerCase()
