// Running totals: a number counted over more than a day or night, told from one attack's. What speaks for either is named
// as features; their weights (total-weights.tsv) were fitted on annotated reports by bench/fit-totals.ts.
import type { DatedMention, Document, TokenTable } from '../../model/document.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { Calendar } from './calendar.ts'
import { spanBetween } from './days.ts'
import type { Finding } from './counts.ts'
import { subjectOf } from '../../languages/en/clauses.ts'
import type { Chunk, NounPhrase } from '../../languages/en/chunks.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { Kept } from '../../text/kept.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { dayStart } from '../../time/days.ts'
import { superlative } from './compared.ts'
import { feature, featureSet, pair, weigh, weightsOf } from './features.ts'

const CUES: readonly string[][] = [['so', 'far'], ['to', 'date'], ['as', 'of'], ['by', 'the', 'end', 'of'], ['the', 'war'], ['the', 'fighting'], ['the', 'conflict'], ['the', 'start'], ['the', 'beginning'], ['the', 'campaign'], ['the', 'offensive'], ['the', 'operation'], ['death', 'toll'], ['over', 'the', 'past'], ['over', 'the', 'last'], ['over', 'the', 'following'], ['over', 'the', 'same'], ['in', 'the', 'same'], ['in', 'recent'], ['in', 'the', 'past'], ['in', 'the', 'last'], ['this', 'year'], ['this', 'month'], ['this', 'week'], ['last', 'year'], ['quarter'], ['this', 'summer'], ['since', 'then'], ['in', 'the', 'first'], ['the', 'attack'], ['the', 'strike'], ['the', 'blast'], ['the', 'explosion'], ['the', 'attacks'], ['the', 'strikes'], ['in', 'total'], ['a', 'total'], ['the', 'total'], ['total', 'number'], ['earlier', 'this'], ['now'], ['already'], ['alone'], ['still'], ['remain'], ['documented'], ['recorded'], ['report'], ['estimates'], ['estimated'], ['overnight'], ['including'], ['months'], ['years'], ['weeks'], ['days'], ['each'], ['mostly'], ['observatory'], ['monitor']]
const BY_FIRST = new Map<string, { words: string[]; feature: number }[]>()
for (const cue of CUES) BY_FIRST.set(cue[0]!, [...(BY_FIRST.get(cue[0]!) ?? []), { words: cue, feature: feature(`words ${cue.join(' ')}`) }])
const NEAR = 25
/** "the seven-day pause", "a week-long truce". */
const OF_DAYS = /^(\w+-(day|week|month|year)|(day|week|month|year)s?-long|\w+-(day|week|month|year)-long)$/
const BEGINS_CUE = 1, TELLS_DAYS = 2
/** "since dawn": a part of a day that is not said, the day of the report. */
const PART_OF_DAY = 'XXXX-XX-XXT'
/** Words that a cue begins with, "since", and spans in one word. */
const CUE_WORDS = new WordColumn((word) => (BY_FIRST.has(word) || word === 'since' ? BEGINS_CUE : 0) | (OF_DAYS.test(word) ? TELLS_DAYS : 0))
const HAS: ReadonlySet<string> = new Set(['has', 'have', 'had', "'ve", 'was', 'were'])
const DAY = 864e5
const LEADS_IN: ReadonlySet<string> = new Set(['in', 'over', 'during', 'within', 'between', 'course'])
const ONE: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'that'])
const SIZES = { one: feature('one'), few: feature('few'), tens: feature('tens'), scores: feature('scores'), hundreds: feature('hundreds'), thousands: feature('thousands'), masses: feature('masses') }
const TENSES = { noun: feature('noun'), had: feature('had'), has: feature('has'), ing: feature('ing'), past: feature('past'), present: feature('present') }
const PARTS = { lead: feature('lead'), body: feature('body'), tail: feature('tail') }
const SPANS = { day: feature('day'), week: feature('week'), long: feature('long') }
const F = {
  any: feature('any'), subset: feature('subset'), stillHeld: feature('still held'), implicit: feature('implicit'), afterTotal: feature('after a total'), afterOne: feature('after one event'), size: feature('size'), measure: feature('measure'), rule: feature('rule'), bound: feature('bound'), of: feature('of'), tense: feature('tense'), event: feature('event'), ownOne: feature('its event'), ownSeveral: feature('its events'), ownLong: feature('its campaign'), days: feature('of days'), alone: feature('no one event'), quiet: feature('many over a long span'), quietIn: feature('many in some days'), range: feature('from a day to a later one'), things: feature('things by the thousand'), people: feature('people by the thousand'), byLong: feature('by a month'), peoples: feature('displaced by the hundred thousand'), campaign: feature('many in a campaign'), carried: feature('carried on to a long total'), one: feature('one event named'), several: feature('events named'),
  lately: feature('since lately'), compared: feature('since compared'), since: feature('since'), sinceThis: feature('since this'), by: feature('by a day'), lastsFor: feature('duration for'), lastsIn: feature('duration in'), lasts: feature('duration other'), set: feature('a set'),
  span: feature('span'), in: feature('in'), other: feature('other'), dayLately: feature('day lately'), dayAgo: feature('day long ago'), oneDay: feature('one day or night'), untold: feature('no time told'), told: feature('time told'), country: feature('country named'),
}

/** What a sentence's words say to all its findings. */
interface Words {
  cues: { at: number; feature: number }[]
  since: number[]
  one: boolean
  several: boolean
  /** Verbs that carry a toll on to its whole ("…, bringing the toll since March to 52"): what stands on one side of them says nothing of the other. */
  borders: number[]
}
/** A time of the day. */
const CLOCK = /^(?:\d{1,2}[:.]\d\d|\d{1,2}(?:am|pm)|noon|midnight|midday|dawn)$/
/** By sentence. */
const words = new Kept<(Words | undefined)[]>()

function wordsOf(document: Document, parsed: ParsedSentence): Words {
  const list = words.of(document.tokens) ?? words.keep(document.tokens, [])
  const known = list[parsed.index]
  if (known) return known
  const { lower } = document.tokens
  const s = document.sentences[parsed.index]!
  const made: Words = { cues: [], since: [], one: false, several: false, borders: [] }
  const { tokens } = document
  for (let i = CUE_WORDS.next(tokens, s.first, s.last); i < s.last; i = CUE_WORDS.next(tokens, i + 1, s.last)) {
    if ((CUE_WORDS.at(tokens, i) & TELLS_DAYS) !== 0) made.cues.push({ at: i, feature: F.days })
    const list = BY_FIRST.get(lower[i]!)
    if (list) for (const cue of list) {
      let k = 1
      while (k < cue.words.length && lower[i + k] === cue.words[k]) k++
      if (k === cue.words.length && !(lower[i] === 'as' && CLOCK.test(lower[i + k] ?? ''))) made.cues.push({ at: i, feature: cue.feature }) // "as of 09:00" is of the night
    }
    if (lower[i] === 'since' && !HAS.has(lower[i - 1] ?? '')) made.since.push(i) // not "has since said"
  }
  for (let at = 0; at < parsed.chunks.length; at++) {
    const c = parsed.chunks[at]!
    if (c.vg) { if (at > 0 && !c.vg.passive && (c.vg.ing || CARRIED_ON.has(parsed.chunks[at - 1]!.kind)) && CARRIES.has(c.vg.verb?.lemma ?? '')) made.borders.push(c.first) }
    else if (at > 0 && parsed.chunks[at - 1]!.kind === 'comma' && ASIDE.has(c.word) && (c.kind === 'sub' || c.kind === 'prep' && parsed.chunks[at + 1]?.np != null && parsed.chunks[at + 2]?.vg != null)) made.borders.push(c.first)
    else if (c.np?.event) { if (c.np.plural) made.several = true; else if (ONE.has(c.np.article)) made.one = true }
  }
  return (list[parsed.index] = made)
}

/** "since rebels raided the town, killing dozens": what came of the event that stands after "since", not what was counted from then on. */
function resultOf(chunks: readonly Chunk[], f: Finding, since: number): boolean {
  const own = chunks[f.anchor]
  if (own?.vg == null || !own.vg.ing || chunks[f.anchor - 1]?.kind !== 'comma' || own.first < since) return false
  for (let k = f.anchor - 1; k >= 0 && chunks[k]!.first > since; k--) {
    const { vg } = chunks[k]!
    if (vg !== null && !vg.ing && !vg.infinitive) return vg.verb !== null && !BEGINS.has(vg.verb.lemma)
  }
  return false
}
const BEGINS: ReadonlySet<string> = new Set(['begin', 'start', 'erupt', 'break', 'break_out', 'flare', 'resume', 'escalate'])

/** "two men held since 2016 were freed": what those counted have been since then, not what befell them; `at` is the time or its "since". */
function ofThoseCounted(chunks: readonly Chunk[], f: Finding, at: number): boolean {
  if (f.patient < 0 || f.anchor <= f.patient || at < chunks[f.patient]!.last || at >= chunks[f.anchor]!.first) return false
  for (let k = f.patient + 1; k < f.anchor && chunks[k]!.first < at; k++) if (chunks[k]!.vg !== null) return true
  return false
}

/** ", as a group told of killings since May": another matter. */
const ASIDE: ReadonlySet<string> = new Set(['as', 'while', 'although', 'though', 'whereas'])
const CARRIES: ReadonlySet<string> = new Set(['bring', 'take', 'raise', 'push', 'lift', 'put', 'carry', 'drive'])
const CARRIED_ON: ReadonlySet<string> = new Set(['comma', 'conj', 'dash', 'rel'])

/** Whether a border stands after token `from` and no later than token `to`. */
function borderBetween(borders: readonly number[], from: number, to: number): boolean {
  let low = 0, high = borders.length
  while (low < high) { const mid = (low + high) >> 1; if (borders[mid]! <= from) low = mid + 1; else high = mid }
  return low < borders.length && borders[low]! <= to
}

/** The phrase of the one event or the several that a finding tells of: "killed in a strike on the port", "the attacks killed". */
function ownEvent(chunks: readonly Chunk[], f: Finding, lower: readonly string[]): NounPhrase | null {
  const vg = chunks[f.anchor]?.vg
  if (!vg) return null
  for (let i = f.anchor + 1, steps = 0; i + 1 < chunks.length && steps < OWN_REACH; i++, steps++) {
    const c = chunks[i]!
    if (c.kind === 'stop' || c.kind === 'vg' || c.kind === 'sub' || c.kind === 'rel') break
    if (c.kind === 'prep' && OF_EVENT.has(c.word) && (chunks[i + 1]!.np?.event || lasting(chunks[i + 1]!.np, lower))) return chunks[i + 1]!.np
  }
  const leaves = vg.bare && f.patient === f.anchor - 1 && chunks[f.patient - 1]?.vg?.verb?.lemma === 'leave' ? f.patient - 1 : f.anchor // "the fighting has left 600 dead"
  const subject = vg.passive ? undefined : subjectOf(chunks, leaves).at(-1)
  return subject !== undefined && subject !== f.patient && chunks[subject]!.np!.event ? chunks[subject]!.np : null
}
/** "the death toll from a three-month offensive reached 700": counted over a length of more than days. */
function overLength(chunks: readonly Chunk[], f: Finding, lower: readonly string[]): boolean {
  const from = chunks[Math.max(0, f.anchor - OWN_REACH)]?.first ?? f.first
  for (let i = from; i < f.first; i++) if (LENGTH.test(lower[i]!)) return true
  return false
}
const LENGTH = /^[a-z\d]{1,9}-(?:week|month|year)(?:-(?:long|old))?$/
const LASTING = wordGroup('lasting_event')
const lasting = (np: NounPhrase | null, lower: readonly string[]): boolean => np !== null && np.head !== null && LASTING.has(lower[np.head.last - 1]!) && !(np.article === 'an' && lower[np.head.last - 1] === 'operation') // "killed 40 in an operation near X"
const OWN_REACH = 8
const OF_EVENT: ReadonlySet<string> = new Set(['in', 'by', 'during', 'after', 'from'])

/** What speaks for and against a finding being a running total, as features. `wide`: the sentence names a whole country as the place. `before`: whether the finding before in the sentence is one. */
export function totalFeatures(document: Document, parsed: ParsedSentence, f: Finding, calendar: Calendar, hasEvent: boolean, wide: boolean, before: boolean | null): number[] {
  const { lower } = document.tokens
  const s = document.sentences[parsed.index]!
  const said = wordsOf(document, parsed)
  const size = SIZES[f.value === 1 ? 'one' : f.value < 10 ? 'few' : f.value < 50 ? 'tens' : f.value < 200 ? 'scores' : f.value < 1000 ? 'hundreds' : f.value < 10_000 ? 'thousands' : 'masses']
  const measure = feature(f.measure)
  const vg = parsed.chunks[f.anchor]?.vg
  const tense = TENSES[!vg ? 'noun' : vg.perfect && vg.infinitive ? 'past' : vg.perfect ? (vg.past ? 'had' : 'has') : vg.ing ? 'ing' : vg.past || vg.bare ? 'past' : 'present']
  const ofTense = pair(F.tense, tense)
  const features = [F.any, pair(F.size, size), pair(measure, size), pair(F.measure, measure), pair(F.rule, feature(f.rule)), pair(F.bound, feature(f.bound)), ofTense, pair(ofTense, size)]
  const add = (one: number): void => { if (!features.includes(one)) features.push(one) }
  if (f.value >= 10 && (f.rule === 'held' || f.rule === 'hostages' || f.rule === 'holding' || f.rule === 'prison-holds' || f.rule === 'in-captivity')) add(F.stillHeld)
  if (hasEvent) add(F.event)
  const where = PARTS[parsed.index < 3 ? 'lead' : parsed.index < document.sentences.length * 0.6 ? 'body' : 'tail']
  add(where)
  add(pair(where, size))
  if (f.subset) add(F.subset)
  if (f.implicit) add(F.implicit)
  if (before !== null) add(before ? F.afterTotal : F.afterOne)
  if (said.one) { add(F.one); add(pair(F.one, size)) }
  if (said.several) add(F.several)
  const own = ownEvent(parsed.chunks, f, lower)
  const lasts = lasting(own, lower)
  if (own) { add(lasts ? F.ownLong : own.plural ? F.ownSeveral : F.ownOne); if (!own.plural && !lasts) add(pair(F.ownOne, tense)) }
  const single = (own !== null && !own.plural && !lasts) || (own === null && said.one)
  const quiet = own === null && !said.one && !said.several && (!hasEvent || f.rule === 'level') && f.value >= 10
  const many = own === null && !said.one && f.value >= OF_A_MONTH && f.bound !== 'vague' && HARMED.has(f.measure)
  if (f.anchor >= 0 && f.value >= FOLLOWED && parsed.chunks[f.anchor]?.vg?.perfect === true && parsed.chunks[f.anchor]!.vg!.adverbs.includes('since')) add(F.since) // "1,100 have since been killed"
  const published = calendar.published
  const apart = (at: number): boolean => borderBetween(said.borders, Math.min(at, f.first), Math.max(at, f.first))
  const ofOthers = (t: DatedMention): boolean => { const aside = calendar.asides.get(t); return ofThoseCounted(parsed.chunks, f, t.first) || aside !== undefined && !aside.ofEvent && (f.first < aside.first || f.first >= aside.last) && (f.anchor < 0 || parsed.chunks[f.anchor]!.first < aside.first || parsed.chunks[f.anchor]!.first >= aside.last) }
  const sinceOthers = (calendar.bySentence[parsed.index] ?? []).some((t) => t.signal === 'since' && ofOthers(t))
  let since = sinceOthers, timed = false, timedDay = false
  for (const t of calendar.bySentence[parsed.index] ?? []) {
    if ((Math.abs(t.first - f.last) > NEAR && Math.abs(f.first - t.last) > NEAR) && !(t.signal === 'since' && t.first - s.first <= 1) || apart(t.first) || t.signal === 'since' && ofOthers(t)) continue
    const word = lower[t.first - 1] === 'of' && lower[t.first - 2] === 'course' ? 'course' : lower[t.first - 1] ?? '' // "over the course of 12 days"
    // "killed in the clashes yesterday": those of one day
    if (own?.head != null && t.signal !== 'since' && t.from !== null && t.from === t.to && t.first >= own.head.last && t.first - own.head.last <= 1) add(F.oneDay)
    if (f.measure === 'displaced' && t.from !== null && t.from === t.to && t.kind !== 'duration' && !BOUNDS.has(t.signal ?? '') && t.first >= f.last && t.first - f.last <= DAY_BEHIND && said.since.length === 0 && tense === TENSES.past) add(F.oneDay) // "some 3,000 fled on Monday"
    if (t.signal === 'since') { since = timed = true; add(published && t.from && dayStart(published) - dayStart(t.from) <= 1 * DAY || t.value?.startsWith(PART_OF_DAY) ? F.lately : superlative(lower, s.first, t.first) ? F.compared : F.since) }
    else if (t.signal === 'by' || t.signal === 'until') { add(F.by); if (t.signal === 'by' && t.from !== null && t.to !== null && dayStart(t.to) - dayStart(t.from) > 8 * DAY) add(F.byLong) } // "by early February"
    else if (t.kind === 'duration' && ONE_DAY.test(t.value ?? '')) { timed = true; if (Math.abs(t.first - f.last) <= BESIDE || Math.abs(f.first - t.last) <= BESIDE) add(F.oneDay) }
    else if (t.kind === 'duration') { timed = true; if (f.value > 2 && LEADS_IN.has(word) && !superlative(lower, s.first, t.first)) add(F.quietIn); add(word === 'for' ? F.lastsFor : word !== 'between' && LEADS_IN.has(word) ? F.lastsIn : F.lasts) }
    else if (t.kind === 'set') add(F.set)
    else if (t.from && t.to) {
      const width = (dayStart(t.to) - dayStart(t.from)) / DAY
      const span = pair(F.span, SPANS[width <= 1 ? 'day' : width <= 8 ? 'week' : 'long'])
      timed = true
      if (width <= 1 && !calendar.spoken.has(t)) timedDay = true
      add(span)
      if (!single) add(pair(span, F.alone))
      if (width > 8 && (quiet || many && width <= MONTH_LONG)) add(F.quiet)
      add(pair(span, word !== 'within' && LEADS_IN.has(word) ? F.in : F.other))
      if (published && width <= 1) add(dayStart(published) - dayStart(t.to) <= 2 * DAY ? F.dayLately : F.dayAgo)
    }
  }
  if (lasts && f.value >= 10 && !timedDay) add(F.campaign) // "clashes on Monday left 11 dead": those of a day
  if (f.rule === 'level' && f.value >= 10 && overLength(parsed.chunks, f, lower)) add(F.campaign)
  const range = spanBetween(calendar.bySentence[parsed.index] ?? [], lower)
  if (range !== null && range.from !== null && range.to !== null && dayStart(range.to) - dayStart(range.from) > DAY) add(F.range)
  if (f.value >= OF_NO_DAY && COUNTED_OVER.has(f.measure) && !f.subset && !single) add(F.things)
  if (f.value >= THOUSANDS_DIE && HARMED.has(f.measure) && !single && !timedDay) add(F.people)
  if (f.value >= PEOPLES && f.measure === 'displaced') add(F.peoples)
  const carried = f.rule === 'level' && borderBetween(said.borders, f.first - 1, f.first)
  for (const cue of said.cues) if (carried && cue.at > f.first && OF_LONG.has(cue.feature)) add(F.carried)
  for (const cue of said.cues) if ((Math.abs(cue.at - f.last) <= NEAR || Math.abs(f.first - cue.at) <= NEAR) && !apart(cue.at)) add(cue.feature === SO_FAR && superlative(lower, s.first, cue.at) ? F.compared : cue.feature) // "the largest exchange so far"
  if (!since) for (const at of said.since) if (!resultOf(parsed.chunks, f, at) && (Math.abs(at - f.last) <= NEAR || Math.abs(f.first - at) <= NEAR) && !apart(at)) { timed = true; add(superlative(lower, s.first, at) ? F.compared : at === f.first - 1 ? F.sinceThis : F.since); break }
  if (timed) add(pair(F.told, size))
  else { add(F.untold); add(pair(F.untold, size)); add(pair(F.untold, tense)) }
  add(pair(F.of, feature(f.of)))
  if (wide) { add(F.country); add(pair(F.country, size)) }
  return features
}

/** Which findings are running totals, judged in order: a part is counted over what its whole is. */
export class TotalsSoFar {
  /** Whether the finding before in the sentence is one; null where none stands before. */
  before: boolean | null = null
  #finding: Finding | null = null
  #sentence = -9
  #total = false
  /** Whether the whole told last is of more than any day has. */
  #ofNoDay = false
  /** Whether all in the sentence so far are. */
  #all = false

  /** A sentence begins. */
  begin(): void {
    this.before = this.#finding = null
  }

  /** Whether a finding with these signs is one; `dated`: a clause gives it a day of its own; `listed`: in a long list of losses. */
  judge(parsed: ParsedSentence, f: Finding, signs: readonly number[], dated: boolean, listed = false): boolean {
    // "about 600 were children": of what the sentence before told
    const follows = this.before === null && this.#sentence === parsed.index - 1
    const whole = this.before ?? (follows && f.rule === 'part-is' ? this.#total : follows && f.rule === 'among-victims' && this.#all ? true : null) // "The dead included 40 soldiers"
    const own = f.subset && this.#ofNoDay && signs.includes(F.oneDay) // "34,000 people, 66 of them in the past day"
    if (!f.subset) this.#ofNoDay = isOfNoDay(signs)
    const total = !dated && !own && (whole !== null && sharesSpan(parsed, f, this.#finding) ? whole : listed && !signs.includes(F.oneDay) || isRunningTotal(signs))
    this.#all = total && (this.#all || this.#sentence !== parsed.index)
    this.before = this.#total = total
    this.#finding = f
    this.#sentence = parsed.index
    return total
  }
}

/** So many tokens behind those who fled stands the day on which they did. */
const DAY_BEHIND = 4
/** Where a time bounds what is counted. */
const BOUNDS: ReadonlySet<string> = new Set(['since', 'by', 'until', 'before', 'after', 'from', 'to'])
/** So many die or are hurt over a war, where no day and no one event is told. */
const THOUSANDS_DIE = 2000
const MONTH_LONG = 31
/** So many have no one event in a month that is told of them. */
const OF_A_MONTH = 100
/** So many are no late victims of one event: "two have since died". */
const FOLLOWED = 20
const HARMED: ReadonlySet<string> = new Set(['killed', 'injured', 'casualties'])
/** So many leave their homes over a war. */
const PEOPLES = 100_000
/** What no day or night has by the thousand. */
const COUNTED_OVER: ReadonlySet<string> = new Set(['launched', 'struck', 'destroyed', 'damaged', 'intercepted'])

/** Of so many kinds of things in one list, one by more than this, no day or night has the losses. */
const LIST = 4, OF_NO_DAY = 1000
export const NO_ANCHORS: ReadonlySet<number> = new Set()

/** The verbs of a sentence that tell what was lost in all: "lost 6,900 tanks, 340 aircraft, 26 boats and a submarine". Their list is counted over one time. */
export function longLists(findings: readonly Finding[]): ReadonlySet<number> {
  if (findings.length < LIST) return NO_ANCHORS
  const lists = new Map<number, { things: number; most: number }>()
  for (const f of findings) {
    if (f.measure !== 'destroyed') continue
    const list = lists.get(f.anchor) ?? { things: 0, most: 0 }
    list.things++
    list.most = Math.max(list.most, f.value)
    lists.set(f.anchor, list)
  }
  return new Set([...lists].filter(([, { things, most }]) => things >= LIST && most >= OF_NO_DAY).map(([anchor]) => anchor))
}

/** Whether a finding is counted over what the one before it is: a part of it, the toll that rose, a number alone joined to it by "and". */
function sharesSpan(parsed: ParsedSentence, f: Finding, before: Finding | null): boolean {
  if (f.subset || f.rule === 'as-before') return true
  if (before !== null && before.sentence === f.sentence && before.of === 'strike' && parsed.chunks[f.anchor]?.vg?.ing === true && parsed.chunks[f.anchor - 1]?.kind === 'comma') return true // "carried out 800 attacks this year, killing 1,600"
  if (before !== null && before.sentence === f.sentence && before.anchor === f.anchor && before.measure === f.measure && parsed.chunks[f.anchor]?.vg != null) return true // "lost 40 tanks and a helicopter": one verb's list
  return before !== null && before.sentence === f.sentence && !f.implicit && f.rule !== 'held' && f.first - before.last <= 1 && f.first >= before.last && parsed.chunks[f.patient]?.np?.elided === true
}

const OF_LONG: ReadonlySet<number> = new Set(['this year', 'this month', 'this week', 'last year', 'the war', 'the conflict', 'the fighting', 'the offensive', 'the campaign'].map((cue) => feature(`words ${cue}`)))

const SO_FAR = feature('words so far')
const WEIGHTS = weightsOf('total-weights.tsv')

const OVERNIGHT = feature('words overnight')
/** What the guide itself names as counting over longer: "since", "so far", "as of", "in a week"; many in a month or a campaign where no one event is named; numbers that no one day reaches, and many who are held at a time. */
const CERTAIN = featureSet([F.range, F.things, F.people, F.byLong, F.since, F.sinceThis, F.stillHeld, F.quiet, F.quietIn, F.campaign, F.carried, ...['so far', 'to date', 'as of', 'since then', 'documented'].map((cue) => feature(`words ${cue}`)), F.peoples, ...['killed', 'injured', 'casualties'].map((measure) => pair(feature(measure), SIZES.masses))])

/** More than any day or night has: "a campaign that has killed 34,000, 66 of them in the past day". */
const NO_DAYS = featureSet([F.peoples, ...['killed', 'injured', 'casualties'].map((measure) => pair(feature(measure), SIZES.masses))])

/** "in 24 hours", "over the past day", "in two hours". */
const ONE_DAY = /^(PT(\d|[1-3]\d|4[0-8]|X+)H|PT[\dX]+M|P1D|P1N)$/
const BESIDE = 12

function isOfNoDay(features: readonly number[]): boolean {
  for (let i = 0; i < features.length; i++) if (NO_DAYS[features[i]!] === 1) return true
  return false
}

/** Whether a finding counts over longer than one day or night. */
function isRunningTotal(features: readonly number[]): boolean {
  if (features.includes(F.oneDay) && !isOfNoDay(features)) return false
  for (let i = 0; i < features.length; i++) if (CERTAIN[features[i]!] === 1) return true
  return !features.includes(OVERNIGHT) && weigh(features, WEIGHTS) > 0 // one night is no longer span
}

const HANDED = wordGroup('handed_over'), MOURN = wordGroup('mourns')
/** "handed over the bodies of 900 soldiers": the dead that sides give back fell over the war; those given to families for burial did not. */
export function areHandedOver(lower: readonly string[], chunks: readonly Chunk[], f: Finding): boolean {
  if (f.rule !== 'bodies' && f.rule !== 'bodies-of' || f.value < 2) return false
  let handed = false
  for (let i = chunks[0]!.first; i < chunks[chunks.length - 1]!.last; i++) if (MOURN.has(lower[i]!)) return false; else if (HANDED.has(lower[i]!)) handed = true
  return handed
}

const A_DEATH: ReadonlySet<string> = new Set(['death', 'deaths', 'killing', 'killings'])
/** "Her death brings to 15 the number of reporters killed": a level that one more death has raised was counted over longer; one that a strike has raised need not be. */
export function isRaisedByDeath({ lower }: TokenTable, chunks: readonly Chunk[], f: Finding): boolean {
  const vg = f.rule === 'level' ? chunks[f.anchor]?.vg : null
  return vg?.verb != null && CARRIES.has(vg.verb.lemma) && subjectOf(chunks, f.anchor).some((p) => { const { head } = chunks[p]!.np!; return head !== null && A_DEATH.has(lower[head.last - 1]!) })
}

/** So many days before publication a day is history. */
const HISTORY = 365

/** "On 9 May 1992 the army took the town. Hundreds of people fled.": in a history what is told right behind a day, with no time of its own, came on it. */
export function isOfDayTold({ tokens }: Document, calendar: Calendar, { chunks, index }: ParsedSentence, f: Finding): boolean {
  const { last, published } = calendar, vg = chunks[f.anchor]?.vg
  if (vg == null || vg.perfect || vg.modal !== null || vg.ing || last?.to == null || last.from !== last.to || published === null) return false
  return calendar.lastSentence === index - 1 && (calendar.bySentence[index] ?? []).length === 0 && dayStart(published) - dayStart(last.to) > HISTORY * DAY && !chunks.some((c) => lasting(c.np, tokens.lower) || c.np?.head != null && LONG.has(tokens.lower[c.np.head.last - 1]!))
}
/** What takes more than a day, whatever day was told before. */
const LONG = wordGroup('war_itself')
