// Events that have not happened yet: feared, planned, demanded, likely, or somebody's task.
import type { TokenTable } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { heldDrill } from './named-drills.ts'

/** Nouns that leave open what stands after them, or speak of it from afar, and verbs that leave open what they govern. */
const OPEN_NOUNS = /^(case|excuse|cases|idea|option|scenarios?|threats?|fears?|risks?|possibility|prospect|dangers?|warnings?|plans?|talk|scenario|chances?|likelihood|pretext|event|preparations?|defence|defense|response|calls?|support|justification|opposition|concerns?|probability|cessation|suspension|anniversary|anniversaries|film|films|documentary|movie|book|memory|memories|commemorations?|memorials?|simulations?|rehearsals?|plots?|details|directions|stor(?:y|ies)|tales?|myths?|legends?|rumou?rs?|terms|modalities|timetable|schedule|pace)$/
export const OPEN_VERBS = /^(need|fear|exclude|preclude|foresee|threaten|dissuade|discourage|warn|plan|threaten|prevent|avert|deter|predict|expect|prepare|consider|rule_out|deny|anticipate|avoid|stop|oppose|contemplate|await|envisage|demand|seek|negotiate|urge|propose|discuss|require|call_for|insist_on|agree_to|stipulate|cancel|call_off|suspend|postpone|scrap|lift|foil|thwart|plot|simulate|rehearse|postpone|delay|abort|commemorate|forestall|head_off|stave_off|ward_off|warrant|merit|prioriti[sz]e|favou?r|advocate|reduce|curb|scale_back|scale_down)$/
const TASKS = wordGroup('task')
/** People and shares by what they are told to have done. */
const INVOLVED: ReadonlySet<string> = new Set(['suspect', 'suspects', 'role', 'roles', 'involvement', 'participation', 'complicity', 'accomplice', 'accomplices'])
const OPEN_STATES: ReadonlySet<string> = new Set(['likely', 'unlikely', 'imminent', 'possible', 'inevitable', 'planned', 'expected', 'probable', 'impossible', 'banned', 'forbidden', 'prohibited', 'outlawed', 'common', 'commonplace', 'rare', 'frequent', 'unthinkable', 'inconceivable'])

/** "an attack is likely": what is said of it leaves it open. */
export function openBehind(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const end = chunks.at(-1)!.last
  for (let t = chunks[k]!.last, steps = 0; t < end && steps < 14; t++, steps++) {
    const word = tokens.lower[t]!
    if (word === ',' || word === 'that') return false
    if (OPEN_STATES.has(word) && /^(is|was|are|were|be|been|remains|remained|appears|appeared|seems|seemed|as|not|increasingly|highly|very|now|looks|looked|less|more|most)$/.test(tokens.lower[t - 1]!)) return true
  }
  return false
}

/** "our most urgent task is the withdrawal of the troops": still to be done. */
export function isTask(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const at = chunks[k - 1]?.kind === 'conj' && chunks[k - 2]?.np ? k - 3 : k - 1 // "the immediate and orderly withdrawal"
  const vg = chunks[at]?.vg
  if (!vg || (vg.verb !== null && vg.verb.lemma !== 'be' && vg.verb.lemma !== 'remain')) return false
  for (const i of subjectOf(chunks, at)) { const head = chunks[i]!.np?.head; if (head && TASKS.has(tokens.lower[head.last - 1]!)) return true }
  return false
}

/** "fears of an invasion", "the threat of attack": the noun before leaves it open. */
export function openAhead(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k - 1]?.kind === 'conj' && chunks[k - 2]?.np && openAhead(tokens, chunks, chunks[k - 3]?.word === 'of' && chunks[k - 4]?.np ? k - 4 : k - 2)) return true // "agreed to a truce and the withdrawal"
  if (chunks[k - 1]?.word === 'including') for (let j = k - 2; j >= 0; j--) { const { vg } = chunks[j]!; if (vg) return OPEN_VERBS.test(vg.verb?.lemma ?? '') } // "suspended military ties, including exercises"
  if (chunks[k - 1]?.kind === 'prep' && isFeeling(tokens, chunks[k - 1]!)) return true
  if (UNTIL.has(chunks[k - 1]?.word ?? '') && !chunks[k + 1]?.vg?.past && !chunks[k + 1]?.vg?.bare) return true // "once hostilities end"
  const at = chunks[k - 1]?.kind === 'prep' ? k - 2 : k - 1
  const involved = chunks[k - 1]?.word === 'in' ? chunks[at]?.np?.head : null
  if (involved != null && (INVOLVED.has(tokens.lower[involved.last - 1]!) || tokens.lower[involved.last - 1] === 'part' && chunks[k]!.np?.event !== 'unrest' && chunks[at - 1]?.vg != null && !heldDrill(tokens, chunks, k, at))) return true // "a suspect in the abduction of nine miners", "took part in operations"
  const np = chunks[k - 1]?.kind === 'prep' && (chunks[k - 1]!.word === 'of' || chunks[k - 1]!.word === 'for' || chunks[k - 1]!.word === 'about' || chunks[k - 1]!.word === 'against' || chunks[k - 1]!.word === 'to') ? chunks[at]?.np : null
  return np != null && OPEN_NOUNS.test(tokens.lower[chunks[at]!.last - 1]!) || chunks[k - 1]?.word === 'for' && chunks[at]?.vg != null && FOR_WHAT.has(tokens.lower[chunks[at]!.vg!.main]!) || (chunks[k - 1]?.kind === 'prep' && chunks[at]?.vg?.verb != null && (OPEN_VERBS.test(chunks[at]!.vg!.verb!.lemma) || chunks[at]!.vg!.verb!.lemma === 'agree' && chunks[k - 1]!.word === 'to'))
}

/** "is afraid of an attack", "braced for a raid", "vulnerable to strikes", "demanded an end to the attacks": what is felt or wanted of it. */
const isFeeling = ({ lower }: TokenTable, { first, word }: Chunk): boolean => (FEELINGS[word] ?? NOTHING).has(lower[first - 1] ?? '')
/** Verbs that want or foresee what stands behind their "for". */
const FOR_WHAT: ReadonlySet<string> = new Set(['provide', 'provides', 'provided', 'providing', 'allow', 'allows', 'allowed', 'allowing', 'lobby', 'lobbied', 'lobbying', 'plead', 'pleaded', 'pleading', 'appeal', 'appealed', 'appealing', 'campaigned', 'campaigning', 'pray', 'prayed'])
const UNTIL: ReadonlySet<string> = new Set(['once', 'until', 'till'])
const NOTHING: ReadonlySet<string> = new Set()
const FEELINGS: Readonly<Record<string, ReadonlySet<string>>> = {
  of: new Set(['afraid', 'fearful', 'scared', 'wary', 'terrified', 'capable', 'incapable']),
  about: new Set(['worried', 'concerned', 'anxious', 'nervous', 'apprehensive']),
  for: new Set(['alert', 'braced', 'bracing', 'ready', 'prepared', 'preparing']),
  to: new Set(['vulnerable', 'prone', 'exposed', 'immune', 'end', 'halt', 'stop']),
}

/** What falls and is no town: states, walls, governments. */
export const ENDED: ReadonlySet<string> = new Set(['union', 'wall', 'curtain', 'empire', 'regime', 'government', 'republic', 'dictatorship', 'monarchy'])
/** Nouns that make a name of the event before them. */
const OF_IT: ReadonlySet<string> = new Set(['fears', 'fear', 'talk', 'threat', 'threats', 'risk', 'risks', 'scare', 'scenario', 'scenarios', 'plan', 'plans', 'force', 'forces', 'age', 'spirit', 'chance', 'season', 'machine', 'anniversary', 'memorial', 'museum', 'crimes', 'effort', 'powers', 'rhetoric', 'efforts', 'group', 'groups', 'unit', 'units', 'tank', 'tanks', 'vehicle', 'vehicles', 'engineers', 'veterans', 'veteran', 'helicopter', 'helicopters'])
const MAYBE: ReadonlySet<string> = new Set(['perhaps', 'maybe', 'possibly', 'potentially'])
/** "perhaps rocket or |air attacks|" */
const MAYBE_REACH = 4
const USED: ReadonlySet<string> = new Set(['influence', 'control', 'restraint', 'caution', 'power', 'authority', 'pressure', 'rights'])

/** "invasion fears", "a fighting force", "perhaps rocket attacks", "in advance", "in protest", "exercise influence": words of an event that tell of none. */
export function namesOnly({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { first, last, np } = chunks[k]!
  const word = lower[last - 1]!
  if (OF_IT.has(word) && last - first > 1 && !chunks[k + 1]?.np || OF_IT.has(lower[last] ?? '') && lower[last - 1] !== 'the' && !chunks[k + 1]?.vg) return true
  for (let i = first + 1; i < last; i++) if (MAYBE.has(lower[i]!)) return true // "a possibly decisive attack"
  for (let i = first; i >= 0 && i > first - MAYBE_REACH; i--) { if (MAYBE.has(lower[i]!)) return true; if (lower[i] === '.' || lower[i] === ',' || lower[i] === 'and' && /^\d{4}$/.test(lower[i - 1] ?? '')) break }
  if ((word === 'advance' || word === 'protest') && np!.article === '' && lower[first - 1] === 'in') return true
  if ((word === 'push' || word === 'pushes') && lower[last] === 'for') return true // "a push for a truce"
  for (let i = first; i < last; i++) if (lower[i] === 'exercise' && USED.has(lower[i + 1] ?? '')) return true
  return word === 'liberation' && lower[last] === 'of' && [1, 2, 3].some((n) => /^(?:people|peoples|women|mankind)$/.test(lower[last + n] ?? ''))
}

/** "no troops were seen", "saw no soldiers and no tanks", "zero drones": whether the phrases at `at` are all of nobody and nothing. */
export const noneOf = (tokens: TokenTable, chunks: readonly Chunk[], at: readonly number[]): boolean => at.length > 0 && at.every((p) => chunks[p]!.np!.article === 'no' || NONE.has(tokens.lower[chunks[p]!.first]!) || chunks[p]!.np!.number?.value === 0)
const NONE: ReadonlySet<string> = new Set(['no', 'zero', 'neither'])
