// Clauses with the words of a movement of forces that tell of none: one man brought somewhere, gunmen who come to rob, crews
// seen at work, soldiers ordered to do what is no movement, planes that carry passengers.
import type { TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isOfClass } from '../../languages/en/frames.ts'
import { isNounOfDoing } from './participles.ts'

const TRAINS: ReadonlySet<string> = new Set(['train', 'drill', 'exercise'])
/** "began moving troops": what is begun is done. */
const BEGINS: ReadonlySet<string> = new Set(['begin', 'start', 'continue', 'keep', 'resume', 'finish', 'complete', 'stop'])
/** Verbs by which those who come to rob, and crews of vans, come and go as well as forces. */
const COMES_AND_GOES: ReadonlySet<string> = new Set(['arrive', 'enter', 'head', 'leave', 'return', 'drive', 'travel', 'approach', 'gather', 'move', 'walk', 'ride', 'march', 'assemble', 'block', 'fly', 'hover'])
/** What those who are put to flight are sent doing. */
const FLEES: ReadonlySet<string> = new Set(['flee', 'fleeing', 'run', 'running', 'scramble', 'scrambling', 'scatter', 'scattering', 'reel', 'reeling', 'retreat', 'retreating', 'packing', 'scurrying', 'diving'])
const RAIDERS = wordGroup('raider'), MOVES_ON = wordGroup('moves_on'), WRECKED = wordGroup('wrecked'), ENVOYS = wordGroup('envoy'), OF_WAR = wordGroup('of_war'), ANY_CRAFT = wordGroup('any_craft')
const ON_SHOW: ReadonlySet<string> = new Set(['display', 'show', 'trial', 'sale'])
const DEAD = wordGroup('body')
/** Where the hurt and the dead are brought. */
const NO_FRONT: ReadonlySet<string> = new Set(['hospital', 'hospitals', 'clinic', 'morgue', 'mortuary', 'grave', 'graves', 'hell'])
/** To what people and armies are brought without being moved. */
const BRINK = wordGroup('brink')
const SEES: ReadonlySet<string> = new Set(['sighted', 'images-show'])

const head = (tokens: TokenTable, c: Chunk): string => (c.np?.head ? tokens.lower[c.np.head.last - 1]! : '')

/** Whether the verb at `k`, which has the words of a deployment, tells of no forces that move; `agents` do it, `patients` undergo it. */
export function tellsNoMove(tokens: TokenTable, chunks: readonly Chunk[], k: number, rule: string | null, agents: readonly number[], patients: readonly number[]): boolean {
  const vg = chunks[k]!.vg!, lemma = vg.verb!.lemma
  if (isNounOfDoing(chunks, k) && !BEGINS.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') || TRAINS.has(lemma) && (vg.passive || patients.some((p) => p > k))) return true // "trained local units"
  if (lemma === 'host' && vg.ing && !vg.progressive) return true // "areas hosting some 900 troops"
  if (lemma === 'send' && patients.length > 0 && chunks[Math.max(...patients) + 1]?.vg?.ing === true && FLEES.has(chunks[Math.max(...patients) + 1]!.vg!.verb?.lemma ?? tokens.lower[chunks[Math.max(...patients) + 1]!.last - 1]!)) return true // "sent the soldiers fleeing"
  if (lemma === 'put' && tokens.lower[chunks[k]!.last] === 'on' && ON_SHOW.has(tokens.lower[chunks[k]!.last + 1] ?? '')) return true // "a wrecked tank was put on display"
  if (rule === 'troops-arrive' && lemma === 'drive' && patients.some((p) => p > k)) return true // "driving the president into exile"
  if (rule === 'troops-arrive' && MAKES.has(lemma) && patients.some((p) => p > k && chunks[p]!.np!.counted !== 'combatant')) return true // "militants were assembling explosives"
  if (vg.passive && chunks[k - 1]?.word === 'before' && tokens.lower[chunks[k]!.first] === 'being') return true // "before being transferred back"
  const behind = patients.length > 0 ? Math.max(...patients) : k
  if (lemma === 'bring' && chunks[behind + 1]?.word === 'to' && chunks[behind + 2]?.np != null && BRINK.has(head(tokens, chunks[behind + 2]!))) return true // "brought the army to the brink of collapse"
  const moved = patients.length > 0 ? patients : agents
  if (isOfCaptives(tokens, chunks, k, moved)) return true
  const end = Math.max(k, behind)
  if (moved.some((p) => DEAD.has(head(tokens, chunks[p]!))) || chunks[end + 1]?.word === 'to' && chunks[end + 2]?.np != null && NO_FRONT.has(head(tokens, chunks[end + 2]!))) return true // "the bodies of nine soldiers were brought", "two rangers were taken to hospital"
  if (SEES.has(rule ?? '')) return isSeenAtWork(tokens, chunks, k, agents, patients)
  if (moved.length > 0 && moved.every((p) => isOneMan(tokens, chunks[p]!))) return true
  if (COMES_AND_GOES.has(lemma) && (agents.length > 0 ? agents : moved).some((p) => RAIDERS.has(head(tokens, chunks[p]!)) || ENVOYS.has(head(tokens, chunks[p]!)))) return true
  return moved.length > 0 && COMES_AND_GOES.has(lemma) && moved.every((p) => isAnyCraft(tokens, chunks[p]!))
}

const CAPTIVES: ReadonlySet<string> = new Set(['prisoners', 'pows', 'captives']), OF_CAPTIVES: ReadonlySet<string> = new Set(['prisoner', 'captive', 'pow', ...CAPTIVES])
const FREES: ReadonlySet<string> = new Set(['captivity', 'swap', 'swapped'])
/** So many tokens behind "exchange" stands of whom. */
const EXCHANGED_WITHIN = 7

/** "in the swap 31 soldiers were returned", "moved the captives to X": those who come home freed, or are held, are no forces that move. Asked of who is moved and of the verb's own clause: "the prisoners said that troops had entered X" tells of troops. */
function isOfCaptives(tokens: TokenTable, chunks: readonly Chunk[], k: number, moved: readonly number[]): boolean {
  const { lower } = tokens
  for (const p of moved) {
    const of = chunks[p + 1]?.word === 'of' ? chunks[p + 2] : undefined // "a group of prisoners"
    for (const c of [chunks[p]!, of]) if (c?.np) for (let t = c.first; t < c.last; t++) if (CAPTIVES.has(lower[t]!)) return true
  }
  const { first, last } = ownClause(chunks, k, moved)
  for (let t = first; t < last; t++) if (FREES.has(lower[t]!) || lower[t] === 'exchange' && isOfPeople(tokens, chunks, t)) return true
  return false
}

/** "a prisoner exchange", "in the exchange", "in exchange for 12 soldiers"; not "an exchange of fire", "in exchange for gold". */
function isOfPeople({ lower }: TokenTable, chunks: readonly Chunk[], t: number): boolean {
  if (OF_CAPTIVES.has(lower[t - 1] ?? '')) return true
  if (lower[t + 1] !== 'of' && lower[t + 1] !== 'for') return lower[t - 1] === 'the'
  return chunks.some((c) => c.np !== null && c.first > t && c.first < t + EXCHANGED_WITHIN && (c.np.counted === 'combatant' || CAPTIVES.has(lower[c.last - 1]!)))
}

const isFinite = (c: Chunk): boolean => c.vg !== null && !c.vg.bare && !c.vg.infinitive && !(c.vg.ing && !c.vg.progressive)

/** The tokens of the clause of the verb at `k`, with the phrases that open it and the relative clauses within it. */
function ownClause(chunks: readonly Chunk[], k: number, moved: readonly number[]): { first: number, last: number } {
  let from = Math.min(k, ...moved, ...subjectOf(chunks, k)), to = k
  let spare = isFinite(chunks[k]!) ? 0 : 1 // "the swap |saw| 31 soldiers returned"
  for (let i = from - 1; i >= 0; i--) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') break
    if (isFinite(c)) {
      if (chunks[i - 1]?.kind === 'rel') i-- // "in the swap, |which began| on Monday,"
      else if (chunks[i - 2]?.kind === 'rel') i -= 2
      else if (spare-- === 0) break
    }
    from = i
  }
  for (let i = k + 1; i < chunks.length; i++) {
    const c = chunks[i]!
    if (c.kind === 'stop') break
    if (isFinite(c)) { to = Math.max(k, Math.min(i, ...subjectOf(chunks, i).filter((p) => p > k)) - 1); break }
    to = i
  }
  return { first: chunks[from]!.first, last: chunks[to]!.last }
}

const MAKES: ReadonlySet<string> = new Set(['assemble', 'gather'])
const MANY: ReadonlySet<string> = new Set(['personnel', 'infantry', 'troop', 'troops'])

/** "an accused militant was brought to the capital": one man, no body of men. */
const isOneMan = (tokens: TokenTable, c: Chunk): boolean => c.np!.counted === 'combatant' && c.np!.number === null && !c.np!.plural && !MANY.has(head(tokens, c))

/** "a plane carrying prisoners left": a craft of which nothing says that it is of forces. */
function isAnyCraft(tokens: TokenTable, c: Chunk): boolean {
  if (!ANY_CRAFT.has(head(tokens, c)) || sideIn(tokens, c.first, c.last) !== null) return false
  for (let t = c.first; t < c.last; t++) if (OF_WAR.has(tokens.lower[t]!)) return false
  return true
}

/** "soldiers were filmed beating a man", "a damaged jet is seen", "the gunmen were spotted by soldiers": what was seen is no presence of forces. */
function isSeenAtWork(tokens: TokenTable, chunks: readonly Chunk[], k: number, agents: readonly number[], patients: readonly number[]): boolean {
  const behind = chunks[k]!.vg!.passive ? -1 : patients.find((p) => p > k) ?? -1, seen = Math.max(k, behind)
  const next = chunks[seen + 1]?.vg
  if (next != null && (next.bare || (next.ing || seen > k) && !MOVES_ON.has(next.verb?.lemma ?? ''))) return true
  if (agents.some((p) => isOfClass(tokens, chunks[p]!.last - 1, chunks[p]!.last, 'force'))) return true
  for (const p of patients.length > 0 ? patients : agents) for (let t = chunks[p]!.first; t < chunks[p]!.last; t++) if (WRECKED.has(tokens.lower[t]!)) return true
  return false
}

const CONFLICTS: ReadonlySet<string> = new Set(['war', 'conflict', 'fighting'])
/** So many chunks behind "intervened" stands what for. */
const FOR_WITHIN = 7

/** "intervened in the war", "intervened to force out the rebels": whether those who step in fight, rather than only come. */
export function stepsInToFight(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  for (let j = k + 1; j < chunks.length && j <= k + FOR_WITHIN; j++) {
    const c = chunks[j]!
    if (c.kind === 'stop' || c.kind === 'sub') return false
    if (c.vg?.infinitive === true || CONFLICTS.has(head(tokens, c))) return true
  }
  return false
}
