// Where: every place that a finding could be at, with what speaks for each as named features; their weights
// (place-weights.tsv) were fitted on annotated reports by bench/fit-places.ts and are data, so that a choice can be
// explained feature by feature.
import type { Document, LocatedMention, TokenTable } from '../../model/document.ts'
import type { DateRange } from '../../model/claim.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isNumberWord } from '../../languages/en/numbers.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { dayStart } from '../../time/days.ts'
import { feature, pair, weightsOf } from './features.ts'
import type { PlaceMemory } from './place-memory.ts'
import { isSeatOfCounting, landOfTold, placedInstead } from './placed-instead.ts'
import { KIND, PREPOSITION, type Around, type MentionTraits, type Scene } from './scene.ts'
import { nearTo, type PlaceSource, type Sides, type ToPlace } from './to-place.ts'

export type { Placed, PlaceSource, Sides, ToPlace } from './to-place.ts'

export interface PlaceCandidate {
  places: LocatedMention[]
  source: PlaceSource
  features: number[]
}

/** What speaks for one candidate, as features: one list serves all, since most candidates are only weighed. */
class Signs {
  private readonly list = new Int16Array(MOST_SIGNS)
  private count = 0

  begin(): void {
    this.count = 0
  }

  add(feature: number): void {
    this.list[this.count++] = feature
  }

  /** Their weights together, added up in the order in which they were found. */
  score(): number {
    let score = 0
    for (let i = 0; i < this.count; i++) score += WEIGHTS[this.list[i]!]!
    return score
  }

  all(): number[] {
    return Array.from(this.list.subarray(0, this.count))
  }
}
/** No candidate has as many. */
const MOST_SIGNS = 256

/** Is handed each candidate with what speaks for it, nearest first. `whole`: the list that `head` opens is the candidate. */
type Weigh = (head: LocatedMention, whole: LocatedMention[] | null, source: PlaceSource) => void

const BACK = 12
const AHEAD = 2
const PLACED = { event: feature('event'), count: feature('count'), nation: feature('nation'), total: feature('total') }
const NEAR = { here: feature('here'), before: feature('before'), ahead: feature('ahead') }
const SIDE = { within: feature('within'), after: feature('after'), before: feature('before') }
const GAP = { next: feature('next'), near: feature('near'), mid: feature('mid'), far: feature('far') }
const STEP = [0, feature('1'), feature('2'), feature('4'), feature('4'), feature('7'), feature('7'), feature('7'), feature('far'), feature('far'), feature('far'), feature('far'), feature('far')]
const VERBS = [feature('verbs 0'), feature('verbs 1'), feature('verbs 2')]
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
const NONE: readonly LocatedMention[] = []

function aroundOf(document: Document, scene: Scene, sentence: number): Around {
  const known = scene.arounds[sentence]
  if (known) return known
  const { tokens } = document
  const s = document.sentences[sentence]!
  const made: Around = { described: descriptionIn(tokens, s.first, s.last), pointsBack: pointsToEvent(tokens, s.first, s.last), wide: [], fine: false }
  for (const m of scene.bySentence[sentence] ?? NONE) {
    const { kind } = scene.traits(m)
    if (kind === KIND.country || kind === KIND.direction) { if (!made.wide.includes(m.country)) made.wide.push(m.country) }
    else if (kind === KIND.settlement || kind === KIND.part) made.fine = true
  }
  return (scene.arounds[sentence] = made)
}

/** "70 were shot down, including 25 over X, 21 over Y": what stands behind is of a part; not behind "three, including a child, were hurt in". */
function opensParts(lower: readonly string[], last: number, from: number): boolean {
  let counted = false // nearer to the place than any comma stands a number of its own
  for (let i = from - 1, least = Math.max(last, from - PARTS_REACH), comma = false; i >= least; i--) {
    if (GOES_ON.has(lower[i]!)) return false
    if (lower[i] === ',') comma = true
    if (!comma && isNumberWord(lower[i]!) && !ATTACKED_IN.has(lower[i - 1]!)) counted = true // but not "in two air strikes in X"
    if (lower[i] === ':' && isNumberWord(lower[i + 1] ?? '')) return true // "killed six in the region: two in X, four in Y"
    if (lower[i] === 'including') return from - i <= PART_REACH || counted
  }
  return false
}
/** "62 were killed in strikes, while 15 died in X": what stands behind is told of others. */
function setsApart(lower: readonly string[], last: number, from: number): boolean {
  for (let i = Math.max(last, from - APART_REACH); i < from; i++) if (APART.has(lower[i]!) && lower[i - 1] === ',') return true
  return false
}
const APART_REACH = 40
const APART: ReadonlySet<string> = new Set(['while', 'whereas'])
const GOES_ON: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'had', 'has', 'have'])
const ATTACKED_IN: ReadonlySet<string> = new Set(['in', 'by', 'with', 'during', 'of'])
const PART_REACH = 8, PARTS_REACH = 40

const FLEES: ReadonlySet<string> = new Set(['flee', 'fled', 'fleeing', 'escape', 'escaped'])
const TOWARDS: ReadonlySet<string> = new Set(['to', 'into', 'towards', 'toward'])
const FLIGHT = 9

/** "flee to nearby towns like X": where those who left a place went. */
function fledTo({ lower }: TokenTable, place: number, first: number): boolean {
  if (lower[place - 1] !== 'like' && lower[place - 1] !== 'as' && lower[place - 1] !== 'including') return false
  for (let i = place - 1; i > first && place - i < FLIGHT; i--) {
    if (lower[i] === ',' || lower[i] === 'from') return false
    if (TOWARDS.has(lower[i]!) && FLEES.has(lower[i - 1]!)) return true
  }
  return false
}

const FIRED: ReadonlySet<string> = new Set(['fired', 'launched', 'shot', 'sent', 'lobbed', 'fire', 'launching', 'firing', 'flew', 'rockets', 'missiles', 'drones', 'shells', 'mortars', 'projectiles'])

/** "fired from X", "nine rockets from northern X": where what was fired came from. */
function inFlight({ lower }: TokenTable, first: number): boolean {
  let k = first - 1
  while (k > 0 && first - k < 5 && lower[k] !== 'from') k--
  return lower[k] === 'from' && FIRED.has(lower[k - 1]!)
}

/** Whether a place stands as where something is or goes. */
const aims = (preposition: number): boolean => preposition === PREPOSITION.inside || preposition === PREPOSITION.onto

/** The candidates for a finding, nearest first. */
export function placeCandidates(document: Document, scene: Scene, toPlace: ToPlace): PlaceCandidate[] {
  const candidates: PlaceCandidate[] = []
  eachCandidate(document, scene, toPlace, (head, whole, source) => { candidates.push({ places: whole ?? [head], source, features: signs.all() }) })
  return candidates
}

const signs = new Signs()

function eachCandidate(document: Document, scene: Scene, toPlace: ToPlace, weigh: Weigh): void {
  const { sentence, chunks, first, last, speech, sides } = toPlace
  const s = document.sentences[sentence]!
  const around = aroundOf(document, scene, sentence)
  const what = PLACED[toPlace.what]
  const here = nearTo(scene.groups(sentence), first)
  const attached = attachedGroup(scene, here, chunks, last)
  const standing: Standing = {
    kind: toPlace.memory.ofKind(toPlace.kind), day: toPlace.memory.onDay(toPlace.day), memory: toPlace.memory, sentence, attached: attached !== null, some: here.length > 0,
    breaks: BREAKS.has(document.tokens.lower[s.first]!), old: isOld(document, toPlace.day),
  }
  for (let g = 0; g < here.length; g++) {
    const group = here[g]!
    const head = group[0]!, from = head.first, to = group[group.length - 1]!.last
    const traits = scene.traits(head)
    if (toPlace.kind === 'displaced' && fledTo(document.tokens, from, s.first)) continue // "forcing 6,000 to flee to towns like X"
    if (traits.origin || traits.spokenAt || traits.filed && here.some((other) => !scene.traits(other[0]!).filed)) continue
    if (toPlace.bound !== null && from > toPlace.bound !== first > toPlace.bound) continue
    if (toPlace.what !== 'event' && from > last && (opensParts(document.tokens.lower, last, from) || setsApart(document.tokens.lower, last, from))) continue
    if (traits.preposition === PREPOSITION.from && toPlace.kind === 'launched' && inFlight(document.tokens, from)) continue // "nine rockets were fired from Rafah"
    if (toPlace.kind === 'evacuated' && traits.preposition !== PREPOSITION.from && here.some((other) => other !== group && scene.traits(other[0]!).preposition === PREPOSITION.from && other[0]!.first > last)) continue // "evacuated 30 people from X to Y"
    if (traits.preposition === PREPOSITION.from && toPlace.kind !== 'evacuated' && here.some((other) => other !== group && aims(scene.traits(other[0]!).preposition))) continue // "rockets from Lebanon hit a grove in Haifa"
    const inSpan = from >= first && to <= last
    const gap = inSpan ? 0 : from >= last ? from - last : first - to
    const side = inSpan ? SIDE.within : from >= last ? SIDE.after : SIDE.before
    const prep = pair(F.prep, traits.preposition)
    const verbs = inSpan ? 0 : verbsBetween(chunks, Math.min(last, to), Math.max(first, from))
    const stands = pair(F.here, side)
    signs.begin()
    signs.add(stands)
    signs.add(pair(stands, gap <= 3 ? GAP.next : gap <= 8 ? GAP.near : gap <= 16 ? GAP.mid : GAP.far))
    signs.add(prep)
    signs.add(pair(prep, side))
    signs.add(pair(VERBS[verbs]!, side))
    if (traits.kind === KIND.country) { const country = pair(F.country, traits.preposition); signs.add(country); signs.add(pair(country, what)) }
    if (speech[from] === 1) { signs.add(F.speaker); signs.add(traits.kind === KIND.country ? F.speakerCountry : F.speakerPlace) }
    if (group === attached) { signs.add(F.attached); signs.add(pair(F.attached, what)) } else if (attached !== null) signs.add(pair(F.attachedElse, NEAR.here))
    describe(scene, around, head, group.length > 1, traits, 0, what, sides)
    remember(standing, head.name, NEAR.here, traits.kind, what)
    weigh(head, group, speech[from] === 1 ? 'speaker' : gap <= 8 && verbs === 0 ? 'clause' : 'sentence')
  }
  const round = ++rounds
  let land: string | null = null // of the fine place told right before
  for (let d = 1; d <= BACK; d++) {
    if (d > sentence) break
    const other = document.sentences[sentence - d]!
    if (other.post !== s.post) break
    const groups = scene.groups(sentence - d)
    for (let g = groups.length - 1; g >= 0; g--) {
      const head = groups[g]![0]!
      const traits = scene.traits(head)
      if (d <= AHEAD && land === null && !traits.origin && other.paragraph === s.paragraph && traits.kind === KIND.settlement && aims(traits.preposition)) land = head.country
      if (traits.seat || traits.origin || traits.name.round === round) continue
      traits.name.round = round
      const step = pair(F.back, STEP[d]!)
      signs.begin()
      signs.add(step)
      signs.add(pair(step, traits.kind === KIND.country ? KIND.country : OTHER))
      signs.add(pair(F.backPrep, traits.preposition === PREPOSITION.inside || traits.preposition === PREPOSITION.from ? traits.preposition : OTHER))
      if (other.paragraph === s.paragraph) signs.add(F.sameParagraph)
      if (speech[head.first] === 1) signs.add(F.backSpeaker)
      describe(scene, around, head, false, traits, -d, what, sides)
      remember(standing, head.name, NEAR.before, traits.kind, what)
      weigh(head, null, 'before')
    }
  }
  if (!here.some(([m]) => aims(scene.traits(m!).preposition) && !scene.traits(m!).origin)) for (let d = 1; d <= AHEAD; d++) {
    const other = document.sentences[sentence + d]
    if (!other || other.post !== s.post) break
    const groups = scene.groups(sentence + d)
    for (let g = 0; g < groups.length; g++) {
      const head = groups[g]![0]!
      const traits = scene.traits(head)
      if (traits.seat || traits.origin || traits.filed || traits.name.round === round || land !== null && head.country !== land) continue // what follows is told of another land
      traits.name.round = round
      signs.begin()
      signs.add(d === 1 ? F.ahead1 : F.ahead2)
      signs.add(sentence <= 3 ? F.aheadLead : F.aheadLater)
      describe(scene, around, head, false, traits, d, what, sides)
      remember(standing, head.name, NEAR.ahead, traits.kind, what)
      weigh(head, null, 'before')
    }
  }
  for (let g = 0; g < here.length; g++) scene.traits(here[g]![0]!).name.round = round
  for (let n = 0; n < 2; n++) {
    const m = n === 0 ? scene.theatre : scene.main
    if (m === null || land !== null && m.country !== land && scene.traits(m).origin) continue
    const traits = scene.traits(m)
    if (traits.name.round === round) continue
    traits.name.round = round
    signs.begin()
    signs.add(F.byDefault)
    describe(scene, around, m, false, traits, -99, what, sides)
    remember(standing, m.name, NEAR.before, traits.kind, what)
    weigh(m, null, 'theatre')
  }
}

/** Findings placed so far: a name met for one bears its number. */
let rounds = 0

/** Adds what speaks for or against a place wherever it stands. `listed`: others stand in a list with it. `at`: sentences from the finding's own, negative before it. */
function describe(scene: Scene, around: Around, head: LocatedMention, listed: boolean, traits: MentionTraits, at: number, what: number, sides: Sides): void {
  const { home, kind } = traits
  const near = at === 0 ? NEAR.here : at < 0 ? NEAR.before : NEAR.ahead
  const ofKind = pair(F.kind, kind)
  signs.add(ofKind)
  signs.add(pair(ofKind, near))
  signs.add(pair(what, kind))
  signs.add(pair(what, near))
  if (traits.main) { signs.add(F.main); signs.add(pair(F.main, near)); signs.add(pair(F.main, what)) }
  if (traits.theatre) { signs.add(F.theatre); signs.add(pair(F.theatre, what)) }
  if (home !== null) {
    if (home === sides.by) { signs.add(F.doer); signs.add(pair(F.doer, near)) }
    else if (home === sides.against) { signs.add(F.hit); signs.add(pair(F.hit, near)) }
    else if (sides.by !== null || sides.against !== null) signs.add(F.neither)
    if (home === sides.named && home !== sides.by) { signs.add(F.named); signs.add(pair(F.named, near)) }
    if (home === sides.speaker) { signs.add(F.speakerHome); signs.add(pair(F.speakerHome, kind)) }
    if (home === sides.attacker) { signs.add(F.attacker); signs.add(pair(F.attacker, kind)) }
    else if (home === sides.attacked) { signs.add(F.attacked); signs.add(pair(F.attacked, kind)) }
  }
  if (traits.titled) { signs.add(F.titled); signs.add(pair(F.titled, near)); signs.add(pair(F.titled, kind)) }
  else if (scene.titled.size > 0) signs.add(pair(F.untitled, near))
  signs.add(traits.share)
  const fine = kind === KIND.settlement || kind === KIND.part
  const wide = kind === KIND.country || kind === KIND.direction
  if (at !== 0) {
    if (isLast(scene, head.name)) { signs.add(F.last); signs.add(pair(F.last, what)); signs.add(pair(F.last, kind)); signs.add(around.pointsBack ? F.lastPointed : F.lastUnpointed) }
    if ((fine || kind === KIND.region) && head.country !== null && !around.fine && around.wide.includes(head.country)) { signs.add(pair(F.finer, near)); signs.add(traits.main ? F.finerMain : F.finerOther); signs.add(pair(F.finer, what)) }
    signs.add(around.fine ? pair(F.awayFine, near) : around.wide.length > 0 ? pair(F.awayWide, near) : pair(pair(F.nothing, near), kind))
  } else if (wide && scene.main && scene.main.country === head.country && !traits.main) signs.add(pair(F.wider, what))
  if (around.pointsBack) signs.add(pair(pair(F.pointed, near), kind === KIND.country ? KIND.country : OTHER))
  if (around.described !== null && at < 0 && (around.described === 'region') === (wide || kind === KIND.region)) signs.add(F.described)
  if (listed) signs.add(pair(F.list, near))
  if (scene.chosenHere !== null) { const chosen = head.name === scene.chosenHere ? F.chosen : F.unchosen; signs.add(pair(chosen, near)); signs.add(pair(chosen, what)) }
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
function remember(standing: Standing, name: string, near: number, kind: number, what: number): void {
  const { memory } = standing
  if (standing.kind) { const told = standing.kind.has(name) ? F.toldKind : F.toldElse; signs.add(told); signs.add(pair(told, near)); signs.add(pair(told, what)) }
  if (standing.day) { const told = standing.day.has(name) ? F.toldDay : F.toldDayElse; signs.add(told); signs.add(pair(told, near)) }
  const times = memory.most > 0 ? memory.times(name) : 0
  if (memory.most > 0) {
    if (times > 0) { signs.add(F.told); signs.add(pair(F.told, near)); signs.add(pair(F.told, kind)); if (times === memory.most && times > 1) { signs.add(F.toldMost); signs.add(pair(F.toldMost, near)) } }
    else { signs.add(pair(F.untold, near)); signs.add(pair(F.untold, kind)) }
    if (memory.last === name) { const last = standing.sentence - memory.lastSentence <= 1 ? F.toldLastNear : F.toldLast; signs.add(last); signs.add(pair(last, near)); signs.add(pair(last, kind)) }
  } else signs.add(pair(F.nothingTold, near))
  if (near !== NEAR.here && standing.some) { const other = standing.attached ? F.attachedElse : F.someElse; signs.add(pair(other, near)); signs.add(pair(other, kind)) }
  if (standing.breaks) signs.add(pair(F.breaks, near))
  if (standing.old) { const old = pair(F.oldDay, near); signs.add(old); signs.add(pair(F.oldDay, kind)); signs.add(pair(old, times > 0 ? F.told : F.untold)) }
}

/** Words that open another scene. */
const BREAKS: ReadonlySet<string> = new Set(['separately', 'elsewhere', 'meanwhile', 'also', 'further'])
const LONG_BEFORE_DAYS = 14

/** A day said in words that lies long before publication: background. */
function isOld(document: Document, day: DateRange | null): boolean {
  const { published } = document.report
  return published !== null && day?.written != null && day.to !== null && dayStart(published.slice(0, 10)) - dayStart(day.to) > LONG_BEFORE_DAYS * 864e5
}

/** The first group after a finding that its own clause puts it in: "inside" words before it, no finite verb between. */
function attachedGroup(scene: Scene, groups: readonly LocatedMention[][], chunks: readonly Chunk[], last: number): LocatedMention[] | null {
  for (const group of groups) {
    const head = group[0]!
    if (head.first < last) continue
    return scene.traits(head).preposition === PREPOSITION.inside && verbsBetween(chunks, last, head.first) === 0 ? group : null
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
const TOWNS = wordGroup('town')
const REGIONS: ReadonlySet<string> = new Set(['region', 'country', 'territory', 'province', 'peninsula', 'enclave'])

const POINTS = 1, ARTICLE = 2, AN_EVENT = 4, A_TOWN = 8, A_REGION = 16
const POINTERS = new WordColumn((word) => (word === 'the' ? POINTS | ARTICLE : word === 'that' || word === 'this' ? POINTS : 0) | (EVENTS.has(word) ? AN_EVENT : 0) | (TOWNS.has(word) ? A_TOWN : 0) | (REGIONS.has(word) ? A_REGION : 0))

/** "the attack", "in the strike": the sentence goes on about an event told before. */
function pointsToEvent(tokens: TokenTable, first: number, last: number): boolean {
  for (let i = POINTERS.next(tokens, first, last); i + 1 < last; i = POINTERS.next(tokens, i + 1, last)) if ((POINTERS.at(tokens, i) & POINTS) !== 0 && (POINTERS.at(tokens, i + 1) & AN_EVENT) !== 0) return true
  return false
}

/** "the city", "the region": what a sentence points back to, if it does. */
function descriptionIn(tokens: TokenTable, first: number, last: number): 'town' | 'region' | null {
  for (let i = POINTERS.next(tokens, first, last); i + 1 < last; i = POINTERS.next(tokens, i + 1, last)) if ((POINTERS.at(tokens, i) & ARTICLE) !== 0) {
    const next = POINTERS.at(tokens, i + 1)
    if ((next & A_TOWN) !== 0) return 'town'
    if ((next & A_REGION) !== 0) return 'region'
  }
  return null
}

function pointsIn(document: Document, scene: Scene, sentence: number): boolean {
  return aroundOf(document, scene, sentence).pointsBack
}

/** The places told for a finding, and how they were found. */
export function placesFor(document: Document, scene: Scene, toPlace: ToPlace): { places: LocatedMention[]; source: PlaceSource } {
  let best: LocatedMention | null = null, list: LocatedMention[] | null = null, from: PlaceSource = 'none', most = -Infinity
  eachCandidate(document, scene, toPlace, (head, whole, source) => {
    const score = signs.score()
    if (score > most && !(source === 'speaker' && isSeatOfCounting(document.tokens.lower, head))) { most = score; best = head; list = whole; from = source }
  })
  const instead = best === null ? null : placedInstead(document, scene, toPlace, best, from, pointsIn(document, scene, toPlace.sentence))
  if (instead !== null) return instead
  const told = best === null ? landOfTold(scene, toPlace, true) : null
  if (told !== null) return { places: [told], source: 'speaker' }
  return { places: list ?? (best === null ? [] : [best]), source: from }
}
