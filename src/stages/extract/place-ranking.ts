// Where: every place that a finding could be at, with what speaks for each as numbers; the weights (place-weights.tsv) were
// fitted on annotated reports by bench/fit-places.ts and are data, so that a choice can be explained feature by feature.
import { readFileSync } from 'node:fs'
import type { Document, LocatedMention } from '../../model/document.ts'
import { countryName } from '../../gazetteer/countries.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { groupsOf, INSIDE, prepositionBefore, rank, type Scene } from './scene.ts'

export type PlaceSource = 'clause' | 'sentence' | 'speaker' | 'before' | 'theatre' | 'none'
/** What is placed: one event, one count, a count for the whole country, or a running total. */
export type Placed = 'event' | 'count' | 'nation' | 'total'

/** Who did it to whom by the clause, and who mostly does so in the report. */
export interface Sides {
  by: string | null
  against: string | null
  attacker: string | null
  attacked: string | null
  /** The side that the words of the finding name ("five Syrian soldiers"), and that of whoever says it. */
  named: string | null
  speaker: string | null
}

export interface PlaceCandidate {
  places: LocatedMention[]
  source: PlaceSource
  features: string[]
}

/** Two or three words as one feature: made once, so that its hash is too. */
const joined = new Map<string, Map<string, string>>()
function pair(a: string, b: string): string {
  let inner = joined.get(a)
  if (!inner) joined.set(a, (inner = new Map()))
  let made = inner.get(b)
  if (made === undefined) inner.set(b, (made = `${a} ${b}`))
  return made
}

const BACK = 12
const AHEAD = 2

/** The candidates for tokens `first`–`last` of a sentence, nearest first. */
export function placeCandidates(document: Document, scene: Scene, sentence: number, chunks: readonly Chunk[], first: number, last: number, speech: Uint8Array, what: Placed, sides: Sides): PlaceCandidate[] {
  const { lower } = document.tokens
  const s = document.sentences[sentence]!
  const candidates: PlaceCandidate[] = []
  const described = descriptionIn(lower, s.first, s.last)
  const pointsBack = pointsToEvent(lower, s.first, s.last)
  const wideHere = new Set((scene.bySentence[sentence] ?? []).filter((m) => m.precision === 'country' || (m.precision === 'region' && DIRECTION.test(m.name))).map((m) => m.country))
  const fineHere = (scene.bySentence[sentence] ?? []).some((m) => m.precision === 'settlement' || m.precision === 'site' || m.precision === 'district')
  const add = (group: LocatedMention[], at: number, source: PlaceSource, own: string[]): void => {
    const head = group[0]!
    const features = own
    const kind = head.precision === 'country' ? 'country' : head.precision === 'region' ? (DIRECTION.test(head.name) ? 'direction' : 'region') : head.precision === null ? 'unresolved' : head.precision === 'site' || head.precision === 'district' ? 'part' : 'settlement'
    const near = at === 0 ? 'here' : at < 0 ? 'before' : 'ahead'
    features.push(pair('kind', kind), pair(pair('kind', kind), near), pair(what, kind), pair(what, near))
    if (scene.main && head.name === scene.main.name) features.push('main', pair('main', near), pair('main', what))
    if (scene.theatre && head.name === scene.theatre.name) features.push('theatre', pair('theatre', what))
    const home = head.country === null ? null : countryName(head.country)
    if (home !== null) {
      if (home === sides.by) features.push('home of who did it', pair('home of who did it', near))
      else if (home === sides.against) features.push('home of whom it hit', pair('home of whom it hit', near))
      else if (sides.by !== null || sides.against !== null) features.push('home of neither')
      if (home === sides.named && home !== sides.by) features.push('home of the named', pair('home of the named', near))
      if (home === sides.speaker) features.push('home of the speaker', pair('home of the speaker', kind))
      if (home === sides.attacker) features.push('home of the attacker', pair('home of the attacker', kind))
      else if (home === sides.attacked) features.push('home of the attacked', pair('home of the attacked', kind))
    }
    if (scene.titled.has(head.name)) features.push('in the title', pair('in the title', near), pair('in the title', kind))
    else if (scene.titled.size > 0) features.push(pair('not in the title', near))
    const share = scene.share(head.name)
    features.push(share > 0.3 ? 'share high' : share > 0.12 ? 'share middle' : 'share low')
    const fine = kind === 'settlement' || kind === 'part'
    if (at !== 0 && scene.last.some((m) => m.name === head.name)) features.push('last scene', pair('last scene', what), pair('last scene', kind), pointsBack ? 'last scene pointed to' : 'last scene not pointed to')
    if (at !== 0 && (fine || kind === 'region') && head.country !== null && wideHere.has(head.country) && !fineHere) features.push(pair('finer than here', near), head.name === scene.main?.name ? 'finer than here main' : 'finer than here other', pair('finer than here', what))
    if (at === 0 && (kind === 'country' || kind === 'direction') && scene.main && scene.main.country === head.country && scene.main.name !== head.name) features.push(pair('wider than main', what))
    if (at !== 0) features.push(fineHere ? pair('away from fine', near) : wideHere.size > 0 ? pair('away from wide', near) : pair(pair('nothing here', near), kind))
    if (pointsBack) features.push(pair(pair('pointed', near), kind === 'country' ? 'country' : 'other'))
    if (described && at < 0 && ((described === 'region') === (kind === 'region' || kind === 'direction' || kind === 'country'))) features.push('described')
    if (group.length > 1) features.push(pair('list', near))
    candidates.push({ places: group, source, features })
  }
  for (const group of groupsOf(document, scene.bySentence[sentence] ?? [])) {
    const head = group[0]!, from = head.first, to = group.at(-1)!.last
    const preposition = prepositionBefore(lower, from)
    const how = INSIDE.has(preposition) ? 'inside' : /^(on|against|to|into|toward|towards|at)$/.test(preposition) ? 'onto' : preposition === 'from' ? 'from' : preposition === 'of' ? 'of' : 'bare'
    const inSpan = from >= first && to <= last
    const gap = inSpan ? 0 : from >= last ? from - last : first - to
    const side = inSpan ? 'within' : from >= last ? 'after' : 'before'
    let verbs = 0
    const lo = Math.min(last, to), hi = Math.max(first, from)
    if (!inSpan) for (const c of chunks) if (c.first >= lo && c.last <= hi && c.kind === 'vg' && !c.vg!.ing && !c.vg!.bare) verbs++
    const own = [pair('here', side), pair(pair('here', side), gap <= 3 ? 'next' : gap <= 8 ? 'near' : gap <= 16 ? 'mid' : 'far'), pair('prep', how), pair(pair('prep', how), side), pair(verbs === 0 ? 'verbs 0' : verbs === 1 ? 'verbs 1' : 'verbs 2', side)]
    if (head.precision === 'country') own.push(pair('country', how), pair(pair('country', how), what))
    if (speech[from] === 1) own.push('speaker', head.precision === 'country' ? 'speaker country' : 'speaker home')
    add(group, 0, speech[from] === 1 ? 'speaker' : gap <= 8 && verbs === 0 ? 'clause' : 'sentence', own)
  }
  const seen = new Set<string>()
  for (let d = 1; d <= BACK; d++) {
    const other = document.sentences[sentence - d]
    if (!other || other.post !== s.post) break
    for (const group of groupsOf(document, scene.bySentence[sentence - d] ?? []).reverse()) {
      const head = group[0]!
      if (seen.has(head.name)) continue
      seen.add(head.name)
      const preposition = prepositionBefore(lower, head.first)
      const step = d === 1 ? '1' : d === 2 ? '2' : d <= 4 ? '4' : d <= 7 ? '7' : 'far'
      const own = [pair('back', step), pair(pair('back', step), head.precision === 'country' ? 'country' : 'other'), pair('back prep', INSIDE.has(preposition) ? 'inside' : preposition === 'from' ? 'from' : 'other')]
      if (other.paragraph === s.paragraph) own.push('same paragraph')
      if (speech[head.first] === 1) own.push('back speaker')
      add([head], -d, 'before', own)
    }
  }
  for (let d = 1; d <= AHEAD; d++) {
    const other = document.sentences[sentence + d]
    if (!other || other.post !== s.post) break
    for (const group of groupsOf(document, scene.bySentence[sentence + d] ?? [])) {
      if (seen.has(group[0]!.name)) continue
      seen.add(group[0]!.name)
      add([group[0]!], d, 'before', [d === 1 ? 'ahead 1' : 'ahead 2', sentence <= 3 ? 'ahead of the lead' : 'ahead later'])
    }
  }
  for (const m of [scene.theatre, scene.main]) if (m && !candidates.some((c) => c.places[0]!.name === m.name)) add([m], -99, 'theatre', ['default'])
  return candidates
}

/** "the attack", "in the strike": the sentence goes on about an event told before. */
function pointsToEvent(lower: readonly string[], first: number, last: number): boolean {
  for (let i = first; i + 1 < last; i++) if ((lower[i] === 'the' || lower[i] === 'that' || lower[i] === 'this') && /^(attacks?|strikes?|blasts?|explosions?|shelling|bombing|assault|raid|barrage|incident|killings?|massacre|building|hospital|school|wreckage|rubble)$/.test(lower[i + 1]!)) return true
  return false
}

const DIRECTION = /^(north|south|east|west|central)/i

/** "the city", "the region": what a sentence points back to, if it does. */
function descriptionIn(lower: readonly string[], first: number, last: number): 'town' | 'region' | null {
  for (let i = first; i + 1 < last; i++) if (lower[i] === 'the') {
    const word = lower[i + 1]!
    if (word === 'city' || word === 'town' || word === 'village' || word === 'camp' || word === 'settlement') return 'town'
    if (word === 'region' || word === 'country' || word === 'territory' || word === 'province' || word === 'peninsula' || word === 'enclave') return 'region'
  }
  return null
}

const WEIGHTS = new Map<string, number>(readFileSync(new URL('place-weights.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => { const [feature, weight] = line.split('\t') as [string, string]; return [feature, Number(weight)] }))

/** How much speaks for a candidate. */
export function placeScore(candidate: PlaceCandidate): number {
  let score = 0
  for (const feature of candidate.features) score += WEIGHTS.get(feature) ?? 0
  return score
}

/** The places told for tokens `first`–`last` of a sentence, and how they were found. */
export function placesFor(document: Document, scene: Scene, sentence: number, chunks: readonly Chunk[], first: number, last: number, speech: Uint8Array, what: Placed, sides: Sides): { places: LocatedMention[]; source: PlaceSource } {
  let best: PlaceCandidate | null = null, most = -Infinity
  for (const candidate of placeCandidates(document, scene, sentence, chunks, first, last, speech, what, sides)) {
    const score = placeScore(candidate)
    if (score > most) { most = score; best = candidate }
  }
  return best ? { places: best.places, source: best.source } : { places: [], source: 'none' }
}

export { rank }
