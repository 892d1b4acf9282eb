// Where: every place that a finding could be at, with what speaks for each as named features; their weights
// (place-weights.tsv) were fitted on annotated reports by bench/fit-places.ts and are data, so that a choice can be
// explained feature by feature.
import type { Document, LocatedMention, TokenTable } from '../../model/document.ts'
import type { DateRange } from '../../model/claim.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { feature, pair, weigh, weightsOf } from './features.ts'
import type { PlaceMemory } from './place-memory.ts'
import type { Around, MentionTraits, Scene } from './scene.ts'

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

/** What is to be placed: tokens `first`–`last` of a sentence, of a kind (an incident type, a measure), on a day. */
export interface ToPlace {
  sentence: number
  chunks: readonly Chunk[]
  first: number
  last: number
  speech: Uint8Array
  what: Placed
  kind: string
  day: DateRange | null
  sides: Sides
  memory: PlaceMemory
}

export interface PlaceCandidate {
  places: LocatedMention[]
  source: PlaceSource
  features: number[]
}

const BACK = 12
const AHEAD = 2
const PLACED = { event: feature('event'), count: feature('count'), nation: feature('nation'), total: feature('total') }
const KIND = { country: feature('country'), direction: feature('direction'), region: feature('region'), unresolved: feature('unresolved'), part: feature('part'), settlement: feature('settlement') }
const NEAR = { here: feature('here'), before: feature('before'), ahead: feature('ahead') }
const SIDE = { within: feature('within'), after: feature('after'), before: feature('before') }
const GAP = { next: feature('next'), near: feature('near'), mid: feature('mid'), far: feature('far') }
const PREPOSITION = { inside: feature('inside'), onto: feature('onto'), from: feature('from'), of: feature('of'), bare: feature('bare') }
const STEP = [0, feature('1'), feature('2'), feature('4'), feature('4'), feature('7'), feature('7'), feature('7'), feature('far'), feature('far'), feature('far'), feature('far'), feature('far')]
const VERBS = [feature('verbs 0'), feature('verbs 1'), feature('verbs 2')]
const SHARE = { high: feature('share high'), middle: feature('share middle'), low: feature('share low') }
const OTHER = feature('other')
const F = {
  kind: feature('kind'), main: feature('main'), theatre: feature('theatre'), doer: feature('home of who did it'), hit: feature('home of whom it hit'), neither: feature('home of neither'), named: feature('home of the named'),
  speakerHome: feature('home of the speaker'), attacker: feature('home of the attacker'), attacked: feature('home of the attacked'), titled: feature('in the title'), untitled: feature('not in the title'), last: feature('last scene'),
  lastPointed: feature('last scene pointed to'), lastUnpointed: feature('last scene not pointed to'), finer: feature('finer than here'), finerMain: feature('finer than here main'), finerOther: feature('finer than here other'), wider: feature('wider than main'),
  awayFine: feature('away from fine'), awayWide: feature('away from wide'), nothing: feature('nothing here'), pointed: feature('pointed'), described: feature('described'), list: feature('list'), here: feature('here'), prep: feature('prep'), country: feature('country'),
  speaker: feature('speaker'), speakerCountry: feature('speaker country'), speakerPlace: feature('speaker home'), back: feature('back'), backPrep: feature('back prep'), sameParagraph: feature('same paragraph'), backSpeaker: feature('back speaker'),
  toldKind: feature('told of this kind'), toldElse: feature('this kind told elsewhere'), toldDay: feature('told on this day'), toldDayElse: feature('this day told elsewhere'), toldLast: feature('told last'), toldLastNear: feature('told last near'),
  toldMost: feature('told most'), told: feature('told'), untold: feature('untold'), nothingTold: feature('nothing told'), attached: feature('attached'), attachedElse: feature('attached elsewhere'), someElse: feature('others here'), breaks: feature('breaks off'),
  oldDay: feature('day long before'),
  ahead1: feature('ahead 1'), ahead2: feature('ahead 2'), aheadLead: feature('ahead of the lead'), aheadLater: feature('ahead later'), byDefault: feature('default'), chosen: feature('chosen in the sentence'), unchosen: feature('not chosen in the sentence'),
}
const WEIGHTS = weightsOf('place-weights.tsv')

function aroundOf(document: Document, scene: Scene, sentence: number): Around {
  const known = scene.arounds[sentence]
  if (known) return known
  const { tokens } = document
  const s = document.sentences[sentence]!
  const made: Around = { described: descriptionIn(tokens, s.first, s.last), pointsBack: pointsToEvent(tokens, s.first, s.last), wide: new Set(), fine: false }
  for (const m of scene.bySentence[sentence] ?? []) {
    const { kind } = scene.traits(m)
    if (kind === 'country' || kind === 'direction') made.wide.add(m.country)
    else if (kind === 'settlement' || kind === 'part') made.fine = true
  }
  return (scene.arounds[sentence] = made)
}

/** So many of a sentence's groups of places are weighed for one finding: those about it. */
const MOST_HERE = 24

/** The groups of a sentence about token `first`, all where they are not too many. */
function nearTo(groups: readonly LocatedMention[][], first: number): readonly LocatedMention[][] {
  if (groups.length <= MOST_HERE) return groups
  let low = 0, high = groups.length
  while (low < high) { const middle = (low + high) >> 1; if (groups[middle]![0]!.first < first) low = middle + 1; else high = middle }
  const from = Math.max(0, Math.min(low - MOST_HERE / 2, groups.length - MOST_HERE))
  return groups.slice(from, from + MOST_HERE)
}

/** The candidates for a finding, nearest first. */
export function placeCandidates(document: Document, scene: Scene, toPlace: ToPlace): PlaceCandidate[] {
  const { sentence, chunks, first, last, speech, sides } = toPlace
  const s = document.sentences[sentence]!
  const candidates: PlaceCandidate[] = []
  const around = aroundOf(document, scene, sentence)
  const what = PLACED[toPlace.what]
  const here = nearTo(scene.groups(sentence), first)
  const attached = attachedGroup(scene, here, chunks, last)
  const standing: Standing = {
    kind: toPlace.memory.ofKind(toPlace.kind), day: toPlace.memory.onDay(toPlace.day), memory: toPlace.memory, sentence, attached: attached !== null, some: here.length > 0,
    breaks: BREAKS.has(document.tokens.lower[s.first]!), old: isOld(document, toPlace.day),
  }
  for (const group of here) {
    const head = group[0]!, from = head.first, to = group[group.length - 1]!.last
    const traits = scene.traits(head)
    const inSpan = from >= first && to <= last
    const gap = inSpan ? 0 : from >= last ? from - last : first - to
    const side = SIDE[inSpan ? 'within' : from >= last ? 'after' : 'before']
    const prep = pair(F.prep, PREPOSITION[traits.preposition])
    const verbs = inSpan ? 0 : verbsBetween(chunks, Math.min(last, to), Math.max(first, from))
    const stands = pair(F.here, side)
    const own = [stands, pair(stands, GAP[gap <= 3 ? 'next' : gap <= 8 ? 'near' : gap <= 16 ? 'mid' : 'far']), prep, pair(prep, side), pair(VERBS[verbs]!, side)]
    if (traits.kind === 'country') { const country = pair(F.country, PREPOSITION[traits.preposition]); own.push(country, pair(country, what)) }
    if (speech[from] === 1) own.push(F.speaker, traits.kind === 'country' ? F.speakerCountry : F.speakerPlace)
    if (group === attached) { own.push(F.attached, pair(F.attached, what)) } else if (attached !== null) own.push(pair(F.attachedElse, NEAR.here))
    describe(scene, around, group, traits, 0, what, sides, own)
    remember(standing, head.name, NEAR.here, KIND[traits.kind], what, own)
    candidates.push({ places: group, source: speech[from] === 1 ? 'speaker' : gap <= 8 && verbs === 0 ? 'clause' : 'sentence', features: own })
  }
  const seen = new Set<string>()
  for (let d = 1; d <= BACK; d++) {
    const other = document.sentences[sentence - d]
    if (!other || other.post !== s.post) break
    const groups = scene.groups(sentence - d)
    for (let g = groups.length - 1; g >= 0; g--) {
      const head = groups[g]![0]!
      if (seen.has(head.name)) continue
      seen.add(head.name)
      const traits = scene.traits(head)
      const step = pair(F.back, STEP[d]!)
      const own = [step, pair(step, traits.kind === 'country' ? KIND.country : OTHER), pair(F.backPrep, traits.preposition === 'inside' ? PREPOSITION.inside : traits.preposition === 'from' ? PREPOSITION.from : OTHER)]
      if (other.paragraph === s.paragraph) own.push(F.sameParagraph)
      if (speech[head.first] === 1) own.push(F.backSpeaker)
      const places = [head]
      describe(scene, around, places, traits, -d, what, sides, own)
      remember(standing, head.name, NEAR.before, KIND[traits.kind], what, own)
      candidates.push({ places, source: 'before', features: own })
    }
  }
  for (let d = 1; d <= AHEAD; d++) {
    const other = document.sentences[sentence + d]
    if (!other || other.post !== s.post) break
    for (const group of scene.groups(sentence + d)) {
      const head = group[0]!
      if (seen.has(head.name)) continue
      seen.add(head.name)
      const places = [head], own = [d === 1 ? F.ahead1 : F.ahead2, sentence <= 3 ? F.aheadLead : F.aheadLater]
      const traits = scene.traits(head)
      describe(scene, around, places, traits, d, what, sides, own)
      remember(standing, head.name, NEAR.ahead, KIND[traits.kind], what, own)
      candidates.push({ places, source: 'before', features: own })
    }
  }
  for (const m of [scene.theatre, scene.main]) if (m && !candidates.some((c) => c.places[0]!.name === m.name)) {
    const places = [m], own = [F.byDefault]
    const traits = scene.traits(m)
    describe(scene, around, places, traits, -99, what, sides, own)
    remember(standing, m.name, NEAR.before, KIND[traits.kind], what, own)
    candidates.push({ places, source: 'theatre', features: own })
  }
  return candidates
}

/** Adds what speaks for or against a place wherever it stands. `at`: sentences from the finding's own, negative before it. */
function describe(scene: Scene, around: Around, group: readonly LocatedMention[], traits: MentionTraits, at: number, what: number, sides: Sides, features: number[]): void {
  const head = group[0]!
  const { home } = traits
  const kind = KIND[traits.kind]
  const near = at === 0 ? NEAR.here : at < 0 ? NEAR.before : NEAR.ahead
  const ofKind = pair(F.kind, kind)
  features.push(ofKind, pair(ofKind, near), pair(what, kind), pair(what, near))
  if (traits.main) features.push(F.main, pair(F.main, near), pair(F.main, what))
  if (traits.theatre) features.push(F.theatre, pair(F.theatre, what))
  if (home !== null) {
    if (home === sides.by) features.push(F.doer, pair(F.doer, near))
    else if (home === sides.against) features.push(F.hit, pair(F.hit, near))
    else if (sides.by !== null || sides.against !== null) features.push(F.neither)
    if (home === sides.named && home !== sides.by) features.push(F.named, pair(F.named, near))
    if (home === sides.speaker) features.push(F.speakerHome, pair(F.speakerHome, kind))
    if (home === sides.attacker) features.push(F.attacker, pair(F.attacker, kind))
    else if (home === sides.attacked) features.push(F.attacked, pair(F.attacked, kind))
  }
  if (traits.titled) features.push(F.titled, pair(F.titled, near), pair(F.titled, kind))
  else if (scene.titled.size > 0) features.push(pair(F.untitled, near))
  features.push(SHARE[traits.share])
  const fine = traits.kind === 'settlement' || traits.kind === 'part'
  if (at !== 0) {
    if (isLast(scene, head.name)) features.push(F.last, pair(F.last, what), pair(F.last, kind), around.pointsBack ? F.lastPointed : F.lastUnpointed)
    if ((fine || traits.kind === 'region') && head.country !== null && !around.fine && around.wide.has(head.country)) features.push(pair(F.finer, near), traits.main ? F.finerMain : F.finerOther, pair(F.finer, what))
    features.push(around.fine ? pair(F.awayFine, near) : around.wide.size > 0 ? pair(F.awayWide, near) : pair(pair(F.nothing, near), kind))
  } else if ((traits.kind === 'country' || traits.kind === 'direction') && scene.main && scene.main.country === head.country && !traits.main) features.push(pair(F.wider, what))
  if (around.pointsBack) features.push(pair(pair(F.pointed, near), traits.kind === 'country' ? KIND.country : OTHER))
  if (around.described !== null && at < 0 && (around.described === 'region') === (traits.kind === 'region' || traits.kind === 'direction' || traits.kind === 'country')) features.push(F.described)
  if (group.length > 1) features.push(pair(F.list, near))
  if (scene.chosenHere !== null) features.push(pair(head.name === scene.chosenHere ? F.chosen : F.unchosen, near), pair(head.name === scene.chosenHere ? F.chosen : F.unchosen, what))
}

/** What the report has told before a finding, and what its own sentence offers. */
interface Standing {
  kind: ReadonlySet<string> | undefined
  day: ReadonlySet<string> | undefined
  memory: PlaceMemory
  sentence: number
  attached: boolean
  some: boolean
  breaks: boolean
  old: boolean
}

/** Adds what the places given so far speak for or against a place. */
function remember(standing: Standing, name: string, near: number, kind: number, what: number, features: number[]): void {
  const { memory } = standing
  if (standing.kind) { const told = standing.kind.has(name) ? F.toldKind : F.toldElse; features.push(told, pair(told, near), pair(told, what)) }
  if (standing.day) { const told = standing.day.has(name) ? F.toldDay : F.toldDayElse; features.push(told, pair(told, near)) }
  const times = memory.times(name)
  if (memory.most > 0) {
    if (times > 0) { features.push(F.told, pair(F.told, near), pair(F.told, kind)); if (times === memory.most && times > 1) features.push(F.toldMost, pair(F.toldMost, near)) }
    else features.push(pair(F.untold, near), pair(F.untold, kind))
    if (memory.last === name) { const last = standing.sentence - memory.lastSentence <= 1 ? F.toldLastNear : F.toldLast; features.push(last, pair(last, near), pair(last, kind)) }
  } else features.push(pair(F.nothingTold, near))
  if (near !== NEAR.here && standing.some) features.push(pair(standing.attached ? F.attachedElse : F.someElse, near), pair(standing.attached ? F.attachedElse : F.someElse, kind))
  if (standing.breaks) features.push(pair(F.breaks, near))
  if (standing.old) { const old = pair(F.oldDay, near); features.push(old, pair(F.oldDay, kind), pair(old, times > 0 ? F.told : F.untold)) }
}

/** Words that open another scene. */
const BREAKS: ReadonlySet<string> = new Set(['separately', 'elsewhere', 'meanwhile', 'also', 'further'])
const LONG_BEFORE_DAYS = 14

/** A day said in words that lies long before publication: background. */
function isOld(document: Document, day: DateRange | null): boolean {
  const { published } = document.report
  return published !== null && day?.written != null && day.to !== null && Date.parse(published.slice(0, 10)) - Date.parse(day.to) > LONG_BEFORE_DAYS * 864e5
}

/** The first group after a finding that its own clause puts it in: "inside" words before it, no finite verb between. */
function attachedGroup(scene: Scene, groups: readonly LocatedMention[][], chunks: readonly Chunk[], last: number): LocatedMention[] | null {
  for (const group of groups) {
    const head = group[0]!
    if (head.first < last) continue
    return scene.traits(head).preposition === 'inside' && verbsBetween(chunks, last, head.first) === 0 ? group : null
  }
  return null
}

function isLast(scene: Scene, name: string): boolean {
  for (const m of scene.last) if (m.name === name) return true
  return false
}

/** The index of the first phrase that begins at token `from` or later. */
function firstFrom(chunks: readonly Chunk[], from: number): number {
  let low = 0, high = chunks.length
  while (low < high) { const middle = (low + high) >> 1; if (chunks[middle]!.first < from) low = middle + 1; else high = middle }
  return low
}

/** Finite verb groups wholly between two tokens: 0, 1, or 2 for more. */
function verbsBetween(chunks: readonly Chunk[], from: number, to: number): number {
  let verbs = 0
  for (let i = firstFrom(chunks, from); i < chunks.length && verbs < 2; i++) {
    const c = chunks[i]!
    if (c.first >= to) break
    if (c.last <= to && c.kind === 'vg' && !c.vg!.ing && !c.vg!.bare) verbs++
  }
  return verbs
}

const EVENTS: ReadonlySet<string> = new Set(['attack', 'strike', 'blast', 'explosion', 'shelling', 'bombing', 'assault', 'raid', 'barrage', 'incident', 'killing', 'massacre', 'building', 'hospital', 'school', 'wreckage', 'rubble'].flatMap((w) => [w, `${w}s`]))
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'camp', 'settlement'])
const REGIONS: ReadonlySet<string> = new Set(['region', 'country', 'territory', 'province', 'peninsula', 'enclave'])

const POINTS = 1, ARTICLE = 2, AN_EVENT = 4, A_TOWN = 8, A_REGION = 16
const POINTERS = new WordColumn((word) => (word === 'the' ? POINTS | ARTICLE : word === 'that' || word === 'this' ? POINTS : 0) | (EVENTS.has(word) ? AN_EVENT : 0) | (TOWNS.has(word) ? A_TOWN : 0) | (REGIONS.has(word) ? A_REGION : 0))

/** "the attack", "in the strike": the sentence goes on about an event told before. */
function pointsToEvent(tokens: TokenTable, first: number, last: number): boolean {
  for (let i = first; i + 1 < last; i++) if ((POINTERS.at(tokens, i) & POINTS) !== 0 && (POINTERS.at(tokens, i + 1) & AN_EVENT) !== 0) return true
  return false
}

/** "the city", "the region": what a sentence points back to, if it does. */
function descriptionIn(tokens: TokenTable, first: number, last: number): 'town' | 'region' | null {
  for (let i = first; i + 1 < last; i++) if ((POINTERS.at(tokens, i) & ARTICLE) !== 0) {
    const next = POINTERS.at(tokens, i + 1)
    if ((next & A_TOWN) !== 0) return 'town'
    if ((next & A_REGION) !== 0) return 'region'
  }
  return null
}

/** The places told for a finding, and how they were found. */
export function placesFor(document: Document, scene: Scene, toPlace: ToPlace): { places: LocatedMention[]; source: PlaceSource } {
  let best: PlaceCandidate | null = null, most = -Infinity
  for (const candidate of placeCandidates(document, scene, toPlace)) {
    const score = weigh(candidate.features, WEIGHTS)
    if (score > most) { most = score; best = candidate }
  }
  return best ? { places: best.places, source: best.source } : { places: [], source: 'none' }
}
