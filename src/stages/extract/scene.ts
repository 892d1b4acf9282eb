// Where: the place of a finding, from its clause, its sentence, what was told before, or the report's own scene.
import type { Document, LocatedMention } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'

/** The places of a report, by sentence, and the scenes that stand while it is read. */
export interface Scene {
  bySentence: LocatedMention[][]
  /** The country (or territory that has a name of its own) most of the report is about; null where none is named. */
  theatre: LocatedMention | null
  /** The one place that the report is about, where there is one. */
  main: LocatedMention | null
  /** The share of the report's finer places that are the main one. */
  mainShare: number
  /** The last place told as a scene, with its sentence. */
  last: LocatedMention[]
  lastSentence: number
}

export type PlaceSource = 'clause' | 'sentence' | 'speaker' | 'before' | 'theatre' | 'none'

const LOCATIVE = new Set(['in', 'at', 'near', 'on', 'over', 'across', 'outside', 'around', 'inside', 'within', 'throughout', 'into', 'against', 'off', 'toward', 'towards', 'to', 'onto', 'above', 'along', 'of'])
const INSIDE = new Set(['in', 'at', 'near', 'on', 'over', 'across', 'outside', 'around', 'inside', 'within', 'throughout', 'into'])
const BETWEEN = new Set(['the', 'a', 'city', 'town', 'village', 'port', 'southern', 'eastern', 'northern', 'western', 'central', 'occupied', 'capital', 'whole', 'all', 'much', 'parts', 'part', 'rest', 'region', 'area', 'district', 'of'])
const RANK = { site: 0, district: 1, settlement: 2, region: 3, country: 4 }
const rank = (m: LocatedMention): number => (m.precision ? RANK[m.precision] : 2)

/** The preposition before a mention, over articles and kinds of places ("in the port city of"). */
export function prepositionBefore(lower: readonly string[], first: number): string {
  let k = first - 1
  while (k >= 0 && BETWEEN.has(lower[k]!)) k--
  const word = k >= 0 ? lower[k]! : ''
  return word !== '' && LOCATIVE.has(word) || word === 'from' ? word : lower[first - 1] === 'of' ? 'of' : word
}

/** Reads the report's places once. `speech` marks tokens that name a speaker: a place in there is a scene only for want of another. */
export function sceneOf(document: Document, mentions: readonly LocatedMention[], speech: Uint8Array): Scene {
  const { lower, sentence } = document.tokens
  const bySentence: LocatedMention[][] = document.sentences.map(() => [])
  const countries = new Map<string, { score: number; mention: LocatedMention | null }>()
  const scenes = new Map<string, { score: number; mention: LocatedMention }>()
  let finer = 0
  for (const m of mentions) {
    const inside = INSIDE.has(prepositionBefore(lower, m.first))
    const country = TERRITORIES.has(m.name) ? m.name : m.country
    if (country && m.use === 'literal') {
      const known = countries.get(country) ?? { score: 0, mention: null }
      known.score += inside ? 3 : m.precision === 'country' ? 1 : 2
      if (m.precision === 'country' || TERRITORIES.has(m.name)) known.mention ??= m
      countries.set(country, known)
    }
    if (m.use !== 'literal') continue
    bySentence[sentence[m.first]!]?.push(m)
    if (m.precision !== 'country' && !TERRITORIES.has(m.name) && speech[m.first] !== 1) {
      finer++
      const known = scenes.get(m.name) ?? { score: 0, mention: m }
      known.score += sentence[m.first]! <= 2 ? 2 : 1
      scenes.set(m.name, known)
    }
  }
  let theatre: LocatedMention | null = null, best = 0
  for (const { score, mention } of countries.values()) if (mention && score > best) { best = score; theatre = mention }
  const ranked = [...scenes.values()].sort((a, b) => b.score - a.score)
  const top = ranked[0]
  const main = top && top.score >= 3 && top.score >= 0.35 * finer && top.score >= 1.5 * (ranked[1]?.score ?? 0) ? top.mention : null
  return { bySentence, theatre, main, mainShare: main ? top!.score / finer : 0, last: [], lastSentence: -99 }
}

/** Territories that reports treat as a theatre of their own. */
const TERRITORIES = new Set(['Gaza Strip', 'West Bank', 'Crimea', 'Nagorno-Karabakh', 'Tigray', 'Darfur'])

/** Groups of places of a sentence: nested names ("in Izium, Kharkiv region") give their finest; a list stays a list. */
export function groupsOf(document: Document, mentions: readonly LocatedMention[]): LocatedMention[][] {
  const groups: LocatedMention[][] = []
  const lower = document.tokens.lower
  let previous: LocatedMention | null = null
  for (const m of mentions) {
    const group = groups.at(-1)
    if (previous && group) {
      const gap = lower.slice(previous.last, m.first)
      const joins = gap.length <= 4 && gap.every((w) => w === ',' || w === 'and' || w === 'in' || w === 'the' || w === 'of' || w === "'s" || w === 'as' || w === 'well' || w === 'or' || w === '(' || w === '&' || w === 'region' || w === 'southern' || w === 'northern' || w === 'eastern' || w === 'western' || w === 'central')
      const listing = gap.length > 0 && gap.every((w) => w === ',' || w === 'and' || w === 'or' || w === 'as' || w === 'well' || w === '&' || w === 'the' || w === 'in')
      if (joins && rank(m) > rank(group[0]!) && (m.country === null || group[0]!.country === null || m.country === group[0]!.country) && !(gap.includes('and'))) { previous = m; continue }
      if (joins && gap.length <= 2 && gap.every((w) => w === "'s" || w === ',') && rank(m) < rank(group.at(-1)!) && !gap.includes(',')) { group[group.length - 1] = m; previous = m; continue } // "Kyiv's Holosiiv district"
      if (listing && Math.abs(rank(m) - rank(group.at(-1)!)) <= 1) { group.push(m); previous = m; continue }
    }
    groups.push([m])
    previous = m
  }
  return groups
}

/** The places told for tokens `first`–`last` of a sentence, finest first, and how they were found. A running total has no scene (`total`); what is counted nationwide belongs to the theatre unless its own clause says otherwise (`nation`). */
export function placesFor(document: Document, scene: Scene, sentence: number, chunks: readonly Chunk[], first: number, last: number, speech: Uint8Array, total: 'scene' | 'total' | 'nation' = 'scene'): { places: LocatedMention[]; source: PlaceSource } {
  const mentions = scene.bySentence[sentence] ?? []
  let speaker: LocatedMention[] | null = null
  if (mentions.length > 0) {
    const groups = groupsOf(document, mentions)
    let best: LocatedMention[] | null = null, bestScore = Infinity
    for (const group of groups) {
      const head = group[0]!
      const preposition = prepositionBefore(document.tokens.lower, head.first)
      if (total === 'nation' && (head.precision !== 'country' || group.length > 1) && !(head.first >= first && head.last <= last + 8)) continue
      if (speech[head.first] === 1) { if (head.precision !== 'country') speaker ??= group; continue }
      // a state named as an actor ("Russia has lost …") is no scene; as one it stands after a preposition
      if (head.precision === 'country' && !INSIDE.has(preposition) && preposition !== 'on' && preposition !== 'against' && preposition !== 'at' && preposition !== 'of' && preposition !== 'to') continue
      const score = distance(document, chunks, group, first, last)
      if (score < bestScore) { bestScore = score; best = group }
    }
    if (best && bestScore < 60) {
      // a report about one place tells the same event of the region around it
      if (total === 'scene' && scene.main && scene.mainShare >= REFINES && best.length === 1 && rank(best[0]!) >= 3 && rank(scene.main) < rank(best[0]!) && scene.main.country === best[0]!.country && sameEvent(best[0]!)) return { places: [scene.main], source: 'before' }
      // the country said in passing, where the sentence before told the town
      if (total === 'scene' && best.length === 1 && best[0]!.precision === 'country' && bestScore > 3 && carries(document, scene, sentence) && scene.last[0]!.country === best[0]!.country) return { places: scene.last.slice(0, 1), source: 'before' }
      return { places: best, source: bestScore < 16 ? 'clause' : 'sentence' }
    }
  }
  if (speaker && total !== 'nation') return { places: speaker, source: 'speaker' }
  if (total === 'scene' && carries(document, scene, sentence)) return { places: scene.last.slice(0, 1), source: 'before' }
  if (scene.main && total === 'scene' && scene.mainShare >= STANDS_IN) return { places: [scene.main], source: 'theatre' }
  return scene.theatre ? { places: [scene.theatre], source: 'theatre' } : { places: [], source: 'none' }
}

/** The last scene still stands: told in the same item, a few sentences before. */
function carries(document: Document, scene: Scene, sentence: number): boolean {
  const from = document.sentences[scene.lastSentence]
  return scene.last.length > 0 && from !== undefined && from.post === document.sentences[sentence]!.post && sentence - scene.lastSentence <= 4
}

/** Shares of a report's finer places from which the main one is taken for wider words, and for none. */
const REFINES = 0.65, STANDS_IN = 0.45
/** A wide place that may stand for the scene: a country, or a part told by its direction. */
const sameEvent = (m: LocatedMention): boolean => m.precision === 'country' || /^(north|south|east|west|central)/i.test(m.name)

/** How far a group of places stands from the words of a finding, in tokens, with clauses and prepositions weighed. */
function distance(document: Document, chunks: readonly Chunk[], group: readonly LocatedMention[], first: number, last: number): number {
  const { lower } = document.tokens
  const from = group[0]!.first, to = group.at(-1)!.last
  let score: number
  if (from >= first && to <= last) score = 0
  else if (from >= last) score = from - last
  else score = first - to + 5
  const before = prepositionBefore(lower, from)
  if (before === 'from') score += 14
  else if (LOCATIVE.has(before)) score -= 4
  else if (!(from >= first && to <= last)) score += 4
  // another clause between
  const lo = Math.min(last, to), hi = Math.max(first, from)
  for (const c of chunks) {
    if (c.last <= lo || c.first >= hi) continue
    if (c.kind === 'vg' && !c.vg!.ing && !c.vg!.bare) score += from >= last ? 10 : 6
    else if (c.kind === 'stop' || c.kind === 'sub') score += 4
  }
  return score
}
