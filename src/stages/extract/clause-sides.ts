// The sides that phrases of a clause name: of those who do a thing, and of the agents of a passive.
import { PEOPLE } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import { sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { subjectOf } from '../../languages/en/clauses.ts'

/** The phrase that tells who did what the passive at `k` tells; empty for none. */
export function byAgents(chunks: readonly Chunk[], placeAt: Uint8Array, k: number): number[] {
  const joined = chunks[k + 1]?.kind === 'conj' ? chunks[k + 2]?.vg : null
  if (joined != null && joined.bare && joined.modal === null && chunks[k + 1]!.word !== 'but' && areOneDeed(chunks[k]!.vg, joined)) return byAgents(chunks, placeAt, k + 2) // "were hit and captured by the army"
  for (let j = k + 1; j < Math.min(chunks.length, k + 6); j++) {
    const c = chunks[j]!
    if (c.kind === 'prep' && (c.word === 'by' || c.word === 'from') && chunks[j + 1]?.kind === 'np' && (c.word === 'by' || placeAt[chunks[j + 1]!.last - 1] !== 1)) return [j + 1]
    if (c.kind === 'vg' || c.kind === 'stop') break
  }
  return []
}

const HARMS: ReadonlySet<string> = new Set(['attack', 'hit', 'shell', 'bomb', 'storm', 'invade', 'damage', 'destroy', 'kill', 'injure', 'torture', 'displace'])
const DOWNS: ReadonlySet<string> = new Set(['intercept', 'suppress'])
/** What is done to a place or a thing by those who have it already. */
const ENDS: ReadonlySet<string> = new Set(['destroy', 'kill', 'injure', 'torture', 'displace'])
/** Ways to take that tell of another who had it, or was the first to harm it. */
const TAKES_BACK: ReadonlySet<string> = new Set(['retake', 'recapture', 're-capture', 'reclaim', 'regain', 'reoccupy', 'win_back', 'take_back', 'liberate', 're-arrest', 'rearrest', 're-detain'])
/** Frames know these verbs, which have no sense of their own. */
const FRAMED: ReadonlySet<string> = new Set(['surround', 'encircle', 'burn', 'ransack', 'pillage', 'plunder', 'stab', 'shoot', 'beat'])

/** "were hit and captured", "was shelled and stormed": whether two participles tell what one and the same side does; whoever rescues, retakes, treats or rebuilds is another than who did the harm. */
function areOneDeed(former: Chunk['vg'], latter: NonNullable<Chunk['vg']>): boolean {
  const first = deedOf(former), then = deedOf(latter)
  if (first === 'down' || then === 'down') return first !== null && then !== null && first !== 'take' && then !== 'take'
  return first === 'take' ? then === 'take' || then === 'harm' && (former!.verb!.sense === 'capture' || ENDS.has(latter.verb!.sense)) : first === 'harm' && then !== null
}

function deedOf(vg: Chunk['vg']): 'harm' | 'take' | 'down' | null {
  const verb = vg?.verb ?? null
  if (verb === null || TAKES_BACK.has(verb.lemma)) return null
  if (HARMS.has(verb.sense) || FRAMED.has(verb.lemma)) return 'harm'
  return DOWNS.has(verb.sense) ? 'down' : verb.sense === 'capture' || verb.sense === 'seize' ? 'take' : null
}

/** "dozens of Russian missiles", "gunmen from JNIM". */
const OF_WHOM: ReadonlySet<string> = new Set(['of', 'from'])

/** The first side that one of the phrases names; null for none. */
export function sideOfChunks(tokens: TokenTable, chunks: readonly Chunk[], list: readonly number[]): string | null {
  for (const p of list) {
    // "dozens of Russian missiles", "some of Putin's forces": the whole tells the side
    const end = OF_WHOM.has(chunks[p + 1]?.word ?? '') && chunks[p + 2]?.np && !(chunks[p + 1]!.word === 'from' && chunks[p]!.np!.weapons.length > 0 && !PEOPLE.has(chunks[p]!.np!.counted ?? 'missile')) ? chunks[p + 2]!.last : chunks[p]!.last // "rockets from Lebanon": where they came from
    // "US and British warplanes": of several that act together the first named
    const joined = chunks[p - 1]?.kind === 'conj' && chunks[p - 2]?.np?.units.length === 1 ? sideIn(tokens, chunks[p - 2]!.first, chunks[p - 2]!.last) : null
    const side = doerOf(tokens, chunks, p) ?? layerOf(tokens, chunks, p) ?? joined ?? sideIn(tokens, chunks[p]!.first, end)
    if (side) return side
  }
  return null
}

/** "an air strike |by the army|", "an attack on a market |by rebels|": the side that does what the event at `p` tells; null where none is said so. */
function doerOf(tokens: TokenTable, chunks: readonly Chunk[], p: number): string | null {
  if (chunks[p]!.np!.event === null) return null
  for (let j = p + 1; j + 1 < chunks.length && j < p + 5 && (chunks[j]!.kind === 'prep' || chunks[j]!.np !== null); j++) if (chunks[j]!.word === 'by' && chunks[j + 1]!.np) return sideIn(tokens, chunks[j + 1]!.first, chunks[j + 1]!.last)
  return null
}

const ACCUSES: ReadonlySet<string> = new Set(['accuse', 'suspect', 'convict'])

/** "accused Kyiv of attacking": the accused does it. */
export function accusedBefore(chunks: readonly Chunk[], k: number): readonly number[] | null {
  const { vg } = chunks[k]!
  if (!vg!.ing || vg!.progressive || k < 3 || chunks[k - 1]!.word !== 'of' || chunks[k - 2]!.kind !== 'np' || chunks[k - 3]!.kind !== 'vg') return null
  return ACCUSES.has(chunks[k - 3]!.vg!.verb?.lemma ?? '') ? [k - 2] : null
}

const WIELDS: ReadonlySet<string> = new Set(['use', 'employ', 'fire', 'launch'])

/** "Ukraine |used| American missiles |to strike| a depot": who does with a weapon what the infinitive at `k` tells; null where it is another clause. */
export function wieldersOf(chunks: readonly Chunk[], k: number): readonly number[] | null {
  const at = chunks[k - 2]?.kind === 'conj' && chunks[k - 3]?.np != null ? k - 4 : k - 2, used = chunks[at]?.vg
  if (!chunks[k]!.vg!.infinitive || used == null || used.passive || !WIELDS.has(used.verb?.lemma ?? '') || chunks[k - 1]?.np == null || PEOPLE.has(chunks[k - 1]!.np!.counted ?? 'missile')) return null
  return subjectOf(chunks, at)
}

const TIED: ReadonlySet<string> = new Set(['when', 'as', 'after', 'before', 'while'])
const SO_FAR = 14

/** "gunmen wounded six soldiers |when they attacked a bus|": who did what the clause before tells, where the next one has but a pronoun for them; else `agents`. */
export function whoIsMeant(chunks: readonly Chunk[], agents: readonly number[]): readonly number[] {
  const [p] = agents
  if (p === undefined || agents.length > 1 || chunks[p]!.np!.pronoun !== 'they' || !TIED.has(chunks[p - 1]?.word ?? '')) return agents
  for (let j = p - 2; j >= 0 && j > p - SO_FAR; j--) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return agents
    if (vg?.verb == null || vg.ing || vg.infinitive || vg.passive || vg.verb.sense === 'say') continue
    const doers = subjectOf(chunks, j)
    return doers.length > 0 && doers.every((i) => i < j && chunks[i]!.np!.pronoun === null && chunks[i]!.np!.event === null) ? doers : agents
  }
  return agents
}

const BACKWARDS: ReadonlySet<string> = new Set(['push_back', 'drive_back', 'beat_back'])

/** "pushed back the militants": who drives fighters back attacks them, where who beats back an attack was attacked. */
export const drivesBack = (chunks: readonly Chunk[], k: number, patients: readonly number[]): boolean => BACKWARDS.has(chunks[k]!.vg!.verb!.lemma) && patients.length > 0 && patients.every((p) => chunks[p]!.np!.event === null)

/** Who does it and is named as no side: gunmen who may be a group's (`irregular`), soldiers who may be any state's (`regular`), anybody else (`other`), the police of the land. */
export type Stranger = 'irregular' | 'regular' | 'other' | 'police'

const IRREGULAR: ReadonlySet<string> = new Set([...wordGroup('irregular'), ...wordGroup('irregular_doer')]), STRANGERS = wordGroup('stranger'), UNKNOWN = wordGroup('unknown_one'), POLICE = wordGroup('police_force'), SOLDIERS = wordGroup('soldiers_alone'), SOLDIERLY = wordGroup('own_army')

const POLICEMAN: ReadonlySet<string> = new Set(['policeman', 'policewoman', 'gendarme', 'ex-policeman'])
const OWN: ReadonlySet<string> = new Set(['his', 'her', 'their']), OWN_PEOPLE = wordGroup('own_people'), EACH_OTHER: ReadonlySet<string> = new Set(['colleague', 'colleagues', 'comrade', 'comrades', 'themselves', 'himself', 'herself'])

/** "killed their colleagues", "shot dead his wife": whether the clause of those at `p` tells of people of their own. */
function harmsHisOwn({ lower }: TokenTable, chunks: readonly Chunk[], p: number): boolean {
  let from = p, to = p
  while (from > 0 && !CLAUSE_ENDS.has(chunks[from - 1]!.kind)) from--
  while (to + 1 < chunks.length && !CLAUSE_ENDS.has(chunks[to + 1]!.kind)) to++
  for (let k = from; k <= to; k++) {
    const { np, first, last } = chunks[k]!
    if (np === null || k === p || chunks[k - 1]?.kind === 'conj' && chunks[k - 2]?.np != null) continue // "protesters and their children"
    for (let t = first; t < last; t++) if (EACH_OTHER.has(lower[t]!) || OWN_PEOPLE.has(lower[t]!) && OWN.has(lower[first]!)) return true
  }
  return false
}
/** "governing coalition forces": of parties of the land, not of the states that fight there. */
const OF_PARTIES: ReadonlySet<string> = new Set(['ruling', 'governing', 'government', 'opposition', 'rebel'])
const CLAUSE_ENDS: ReadonlySet<string> = new Set(['stop', 'sub', 'rel'])

/** What those who do a thing are, where their words name no side ("unknown gunmen", "a man", "police"); null where one is named, or may be meant ("the fighters", "they"). */
export function strangerOf(tokens: TokenTable, chunks: readonly Chunk[], agents: readonly number[]): Stranger | null {
  const np = chunks[agents[0] ?? -1]?.np
  if (np?.head == null || np.pronoun !== null || np.event !== null || sideOfChunks(tokens, chunks, agents) !== null) return null
  const head = tokens.lower[np.head.last - 1]!
  if (POLICE.has(head) || head === 'officers' && tokens.lower[np.head.last - 2] === 'police') return harmsHisOwn(tokens, chunks, agents[0]!) ? 'other' : 'police'
  if (POLICEMAN.has(head) || head === 'officer' && tokens.lower[np.head.last - 2] === 'police') return 'other' // what one man does is not the state's deed
  if (SOLDIERS.has(head) && (np.article === 'the' || np.article === '') && np.units.every((unit) => unit === np.head || unit.tag === 'det' || unit.tag === 'num' || SOLDIERLY.has(tokens.lower[unit.first]!))) return 'regular'
  if (np.units.some((unit) => UNKNOWN.has(tokens.lower[unit.first]!))) return 'other'
  for (let t = chunks[agents[0]!]!.first + 1; t < np.head.last; t++) if (tokens.lower[t] === 'coalition' && OF_PARTIES.has(tokens.lower[t - 1]!)) return 'other'
  if (np.article === 'the' || np.article === 'its' || np.article === 'their') return null // told before
  return STRANGERS.has(head) ? 'other' : IRREGULAR.has(head) ? 'irregular' : null
}

const LEADS: ReadonlySet<string> = new Set(['lead', 'spearhead', 'head', 'carry_out', 'conduct', 'launch', 'mount', 'stage'])
const LED_WITHIN = 10

/** "strikes |led by the army|", "the offensive began in May, |led by the army|": the side that does what the event noun at `k` tells; null where none is said so. */
export function ledBy(tokens: TokenTable, chunks: readonly Chunk[], k: number): string | null {
  for (let j = k + 1; j + 2 < chunks.length && j < k + LED_WITHIN; j++) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return null
    if (vg?.bare === true && LEADS.has(vg.verb?.lemma ?? '') && chunks[j + 1]!.word === 'by' && chunks[j + 2]!.np !== null && (j === k + 1 || chunks[j - 1]!.kind === 'comma')) return sideOfChunks(tokens, chunks, [j + 2])
  }
  return null
}

const LAYS: ReadonlySet<string> = new Set(['plant', 'planted', 'lay', 'leave', 'place', 'placed', 'hide', 'hidden', 'bury', 'buried', 'set', 'rigged', 'fire', 'launch'])
/** "a bomb planted |by rebels| went off", "mines left by the army": the side that laid the weapon at `p`; null where none is told. */
function layerOf(tokens: TokenTable, chunks: readonly Chunk[], p: number): string | null {
  if (chunks[p]!.np!.weapons.length === 0) return null
  const vg = chunks[p + 1]?.vg
  if (vg == null || !vg.bare && !vg.passive || !LAYS.has(vg.verb?.lemma ?? chunks[p + 1]!.word)) return null
  for (let k = p + 2; k + 1 < chunks.length && k < p + LAID_WITHIN; k++) {
    if (chunks[k]!.word === 'by' && chunks[k + 1]!.np) return sideIn(tokens, chunks[k + 1]!.first, chunks[k + 1]!.last)
    if (chunks[k]!.vg !== null || chunks[k]!.kind === 'comma' || chunks[k]!.kind === 'stop') return null
  }
  return null
}
const LAID_WITHIN = 6
