// Where: the place of a finding, from its clause, its sentence, what was told before, or the report's own scene.
import type { Document, LocatedMention } from '../../model/document.ts'
import type { Chunk } from '../../languages/en/chunks.ts'

/** The places of a report, by sentence, and the scene that stands while it is read. */
export interface Scene {
  bySentence: LocatedMention[][]
  /** The country (or territory that has a name of its own) most of the report is about; null where none is named. */
  theatre: LocatedMention | null
  /** The last place told as the scene of an event, with its sentence. */
  last: LocatedMention[]
  lastSentence: number
}

export type PlaceSource = 'clause' | 'sentence' | 'before' | 'theatre' | 'none'

const LOCATIVE = new Set(['in', 'at', 'near', 'on', 'over', 'across', 'outside', 'around', 'inside', 'within', 'throughout', 'into', 'against', 'off', 'toward', 'towards', 'to', 'onto', 'above', 'along', 'of'])
const RANK = { site: 0, district: 1, settlement: 2, region: 3, country: 4 }
const rank = (m: LocatedMention): number => (m.precision ? RANK[m.precision] : 2)

/** Reads the report's places once. `speech` marks tokens that name a speaker: a place in there is not a scene. */
export function sceneOf(document: Document, mentions: readonly LocatedMention[], speech: Uint8Array): Scene {
  const bySentence: LocatedMention[][] = document.sentences.map(() => [])
  const weight = new Map<string, { mention: LocatedMention; count: number }>()
  const countries = new Map<string, number>()
  for (const m of mentions) {
    if (m.country) countries.set(m.country, (countries.get(m.country) ?? 0) + (m.use === 'literal' ? 2 : 1))
    if (m.use !== 'literal' || speech[m.first] === 1) continue
    bySentence[document.tokens.sentence[m.first]!]?.push(m)
    if (m.precision === 'country' || (m.precision === 'region' && m.country)) {
      const key = m.name
      const known = weight.get(key)
      if (known) known.count++
      else weight.set(key, { mention: m, count: 1 })
    }
  }
  // the country that most of the report speaks of, by literal mentions of it and of what lies in it
  let theatre: LocatedMention | null = null, best = 0
  for (const { mention, count } of weight.values()) {
    if (mention.precision !== 'country' && !TERRITORIES.has(mention.name)) continue
    const score = count * 2 + (mention.precision === 'country' ? countries.get(mention.country ?? '') ?? 0 : count * 2)
    if (score > best) { best = score; theatre = mention }
  }
  return { bySentence, theatre, last: [], lastSentence: -99 }
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

/** The places told for tokens `first`–`last` of a sentence, finest first, and how they were found. */
export function placesFor(document: Document, scene: Scene, sentence: number, chunks: readonly Chunk[], first: number, last: number): { places: LocatedMention[]; source: PlaceSource } {
  const mentions = scene.bySentence[sentence] ?? []
  if (mentions.length > 0) {
    const groups = groupsOf(document, mentions)
    let best: LocatedMention[] | null = null, bestScore = Infinity
    for (const group of groups) {
      const score = distance(document, chunks, group, first, last)
      if (score < bestScore) { bestScore = score; best = group }
    }
    if (best && bestScore < 60) return { places: best, source: bestScore < 16 ? 'clause' : 'sentence' }
  }
  const s = document.sentences[sentence]!
  const from = document.sentences[scene.lastSentence]
  if (scene.last.length > 0 && from && from.post === s.post && sentence - scene.lastSentence <= 4) return { places: scene.last.slice(0, 1), source: 'before' }
  return scene.theatre ? { places: [scene.theatre], source: 'theatre' } : { places: [], source: 'none' }
}

/** How far a group of places stands from the words of a finding, in tokens, with clauses and prepositions weighed. */
function distance(document: Document, chunks: readonly Chunk[], group: readonly LocatedMention[], first: number, last: number): number {
  const { lower } = document.tokens
  const from = group[0]!.first, to = group.at(-1)!.last
  let score: number
  if (from >= first && to <= last) score = 0
  else if (from >= last) score = from - last
  else score = first - to + 5
  let k = from - 1
  while (k >= 0 && (lower[k] === 'the' || lower[k] === 'city' || lower[k] === 'of' || lower[k] === 'town' || lower[k] === 'village' || lower[k] === 'port' || lower[k] === 'southern' || lower[k] === 'eastern' || lower[k] === 'northern' || lower[k] === 'western' || lower[k] === 'central' || lower[k] === 'occupied')) { if (lower[k] === 'of' && !/city|town|village|port/.test(lower[k - 1] ?? '')) break; k-- }
  const before = k >= 0 ? lower[k]! : ''
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
