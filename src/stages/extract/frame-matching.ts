// Whether a clause fits a frame: the classes of its subject and object against what the frame of its verb asks.
import { FLAG_CAPITAL, type TokenTable } from '../../model/document.ts'
import { ARMED_GROUPS, namesLeader, sideIn } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { framesOf, isOfClass, type Frame } from '../../languages/en/frames.ts'
import type { VerbSense } from '../../languages/en/lexicon.ts'

/** Offices whose holders speak for a state. */
const OFFICES: ReadonlySet<string> = new Set(['president', 'premier', 'minister', 'chancellor', 'king', 'emir', 'secretary', 'secretary-general', 'leader', 'leaders', 'ambassador', 'envoy', 'envoys', 'ministers', 'delegation', 'delegations', 'negotiators', 'mediators', 'diplomat', 'diplomats', 'officials', 'speaker', 'prince', 'sultan', 'dictator', 'ruler'])
/** What rules a land, told with it behind: "the government in Khartoum", "the leaders of Kenya and Uganda". */
const SEATED: ReadonlySet<string> = new Set(['government', 'authorities', 'leadership', 'regime', 'parliament', 'junta', 'administration']), RULES: ReadonlySet<string> = new Set([...OFFICES, ...SEATED])

/** Nouns that stand for a share of what follows "of". */
const PARTS: ReadonlySet<string> = new Set(['dozens', 'scores', 'hundreds', 'thousands', 'some', 'most', 'many', 'part', 'parts', 'half', 'much', 'swathes', 'number', 'company', 'column', 'columns', 'convoy', 'group', 'groups', 'series', 'batch', 'tranche', 'round', 'rounds', 'all', 'several', 'rest', 'majority', 'bodies', 'body', 'remains', 'members', 'debris', 'fragment', 'fragments', 'splinter', 'splinters', 'shrapnel', 'wreckage', 'shards', 'pieces', 'salvo', 'salvos', 'volley', 'barrage', 'wave', 'waves', 'swarm', 'swarms', 'pair', 'couple', 'trio', 'total', 'share', 'swathe', 'chunk', 'chunks', 'stretch', 'stretches', 'slice', 'pocket', 'pockets', 'string', 'handful', 'fleet', 'hail', 'flurry', 'spate', 'plenty', 'lot', 'lots', 'range', 'portion', 'portions', 'side', 'outskirts', 'edge', 'edges', 'centre', 'center', 'heart', 'bulk', 'remainder', 'length', 'suburbs'])

/** So far after a verb stands the phrase that a frame asks for. */
const REACH = 8
/** Weapons that reach far: what is fired, dropped or flown. */
const REACHES: ReadonlySet<string> = new Set(['missile', 'drone', 'rocket', 'bomb', 'artillery'])

/** The first frame of the verb group at `k` that its clause fits; null for none. `agents` do it, `patients` undergo it. */
export function frameFor(tokens: TokenTable, chunks: readonly Chunk[], k: number, verb: VerbSense, agents: readonly number[], patients: readonly number[], placeAt: Uint8Array, learned?: ReadonlyMap<string, string>, diplomacy = false): Frame | null {
  const frames = framesOf(verb, diplomacy)
  if (frames.length === 0) return null
  const clause: Clause = { tokens, chunks, placeAt, learned }
  for (let f = 0; f < frames.length; f++) {
    const frame = frames[f]!
    if (fits(clause, frame.object, patients) && fits(clause, frame.subject, agents) && (frame.towards === null || goesOn(chunks, k, frame.towards))) return frame
  }
  return null
}

interface Clause {
  tokens: TokenTable
  chunks: readonly Chunk[]
  placeAt: Uint8Array
  learned: ReadonlyMap<string, string> | undefined
}

/** A phrase with one of the prepositions follows in the clause. */
function goesOn(chunks: readonly Chunk[], k: number, towards: ReadonlySet<string>): boolean {
  for (let j = k + 1; j < Math.min(chunks.length, k + REACH); j++) {
    const c = chunks[j]!
    if (c.kind === 'prep' && towards.has(c.word) && chunks[j + 1]?.word !== TIME) return true // not "on Thursday"
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel') return false
  }
  return false
}

function fits(clause: Clause, wanted: readonly string[], list: readonly number[]): boolean {
  if (wanted[0] === '-') return true
  for (let w = 0; w < wanted.length; w++) {
    const want = wanted[w]!
    if (want === 'none') { if (list.length === 0) return true; continue }
    for (let n = 0; n < list.length; n++) {
      const quoted = clause.chunks[list[n]!]!.np?.article.startsWith('a') === true && clause.chunks[list[n]! + 1]?.kind === 'quote' && clause.chunks[list[n]! + 2]?.np ? list[n]! + 2 : list[n]! // 'a 12-point "peace plan"'
      const own = clause.chunks[quoted]!, whole = partOf(clause, quoted)
      if (clause.learned !== undefined && (want === 'side' || want === 'statesman') && rulesLand(clause, quoted)) return true
      if (hasClass(clause, own, want) || (whole !== own && hasClass(clause, whole, want))) return true
    }
  }
  return false
}

/** Classes of what has a name of its own behind the word for it. */
const SHIPS: ReadonlySet<string> = new Set(['gear', 'vessel', 'craft'])
/** "the government in Khartoum", "the leaders of Kenya": whether the land stands behind those who rule it. */
function rulesLand({ tokens, chunks, learned }: Clause, i: number): boolean {
  const head = chunks[i]!.np?.head, prep = chunks[i + 1], land = chunks[i + 2]
  return head != null && prep?.kind === 'prep' && (prep.word === 'of' ? RULES.has(tokens.lower[head.last - 1]!) : prep.word === 'in' && SEATED.has(tokens.lower[head.last - 1]!)) && land?.np != null && sideIn(tokens, land.first, land.last, learned) !== null
}

/** Operations in which nobody fights. */
const RELIEF = wordGroup('relief')

/** "Operation Storm": an offensive by its name. */
function namesOperation(tokens: TokenTable, c: Chunk): boolean {
  for (let t = c.first; t + 1 < c.last; t++) if (tokens.lower[t] === 'operation' && (tokens.flags[t]! & FLAG_CAPITAL) !== 0) return true
  return false
}

/** "dozens of tanks", "some of its troops", "a column of trucks": the phrase after "of" is what is spoken of. */
function partOf({ tokens, chunks }: Clause, i: number): Chunk {
  const whole = wholeOf(tokens, chunks, i)
  return whole < 0 ? chunks[i]! : chunks[whole]!
}

/** Of a phrase that tells a part or a number ("a large part of the town", "many of the drones"): the index of the phrase after "of"; -1 where there is none. */
export function wholeOf(tokens: TokenTable, chunks: readonly Chunk[], i: number): number {
  const np = chunks[i]!.np, of = chunks[i + 1]
  if (!np || !chunks[i + 2]?.np || of?.kind !== 'prep' || (of.word !== 'of' && of.word !== 'from' && !(of.word === 'in' && np.number?.masked && !np.head))) return -1 // "$61bn in aid"
  return np.elided || np.number !== null || !np.head || PARTS.has(tokens.lower[np.head.last - 1]!) ? i + 2 : -1
}

function hasClass({ tokens, placeAt, learned }: Clause, c: Chunk, want: string): boolean {
  const np = c.np
  if (!np) return false
  switch (want) {
    case 'side': return np.head !== null && (np.event === null || np.event === 'diplomacy') && sideIn(tokens, c.first, c.last, learned) !== null
    case 'statesman': {
      const side = sideIn(tokens, c.first, c.last, learned) !== null
      if (!side || !np.head) return false
      if (np.proper && !np.units.some((u) => u.tag === 'poss')) return learned?.has(tokens.lower[np.head.last - 1]!) === true || namesLeader(tokens, c.first, c.last) || np.units.some((u) => OFFICES.has(tokens.lower[u.first]!))
      return OFFICES.has(tokens.lower[np.head.last - 1]!)
    }
    case 'place': for (let t = c.first; t < c.last; t++) if (placeAt[t] === 1 && (np.head === null || t >= np.head.first)) return true
      return false
    case 'armed': { const side = np.head === null ? null : sideIn(tokens, np.head.first, np.head.last, learned) ?? (np.proper ? sideIn(tokens, c.first, c.last, learned) : null); return (side !== null && ARMED_GROUPS.has(side)) || hasClass({ tokens, chunks: [], placeAt, learned }, c, 'gunman') }
    case 'state': return np.head !== null && np.event === null && sideIn(tokens, np.head.first, np.head.last, learned) !== null && !namesLeader(tokens, c.first, c.last)
    case 'they': return np.pronoun === 'they' || np.pronoun === 'it' || np.pronoun === 'we' || np.pronoun === 'them'
    // what flies or falls and strikes by itself; "the shelling" and other events are told by their noun
    case 'projectile': return np.event === null && np.counted !== 'person' && np.counted !== 'combatant' && np.head?.lexeme?.weapon != null && REACHES.has(np.head.lexeme.weapon)
    case 'ruler': for (let t = c.first; t < c.last; t++) if (isOfClass(tokens, t, t + 1, want)) return true
      return false
    case 'named': { if (!np.proper || sideIn(tokens, c.first, c.last, learned) !== null && !np.units.some((u) => u.tag === 'poss')) return false
      for (let t = np.head?.first ?? c.first; t < c.last; t++) if (placeAt[t] === 1) return false
      return true }
    case 'people': return np.counted === 'person' || np.counted === 'civilian' || np.counted === 'child' || np.counted === 'journalist' || np.counted === 'medic' || (np.elided && np.number !== null)
    default: {
      if (!np.head) return want === 'civilian' && np.elided && np.number !== null
      if (want === 'war' && namesOperation(tokens, c)) return true
      if (want === 'operation' && np.units.some((u) => RELIEF.has(tokens.lower[u.first]!))) return false
      if (want === 'matter' && np.event !== null && np.event !== 'diplomacy') return false // "launched a military operation"
      return isOfClass(tokens, np.head.first, np.head.last, want) || np.head.first > c.first && isOfClass(tokens, np.head.first - 1, np.head.last, want) // "the median line"
        || np.proper && SHIPS.has(want) && np.head.first > c.first && isOfClass(tokens, np.head.first - 1, np.head.first, want) // "the destroyer Name"
    }
  }
}
