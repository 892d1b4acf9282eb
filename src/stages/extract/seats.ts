// Where acts of states are told and where forces stand: rules of wording, where a choice among all places would be worse.
import { FLAG_CAPITAL, type Document, type LocatedMention } from '../../model/document.ts'
import { countryName, countryOf } from '../../gazetteer/countries.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { actorsIn, ARMED_GROUPS, homesOf } from '../../languages/en/actors.ts'
import { isOfClass } from '../../languages/en/frames.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { afterDateline } from './datelines.ts'
import type { EventFinding } from './events.ts'
import type { PlaceSource } from './place-ranking.ts'
import { prepositionBefore, TERRITORIES, type Scene } from './scene.ts'

/** Senses that are held somewhere, and the words before that place. */
const GATHERS: ReadonlySet<string> = new Set(['meet', 'travel', 'speak', 'agree']), SEAT: ReadonlySet<string> = new Set(['in', 'at', 'to']), HELD_AT: ReadonlySet<string> = new Set(['in', 'at'])
/** What words are spoken at. */
const GATHERING: ReadonlySet<string> = new Set(['conference', 'summit', 'forum', 'interview', 'speech', 'briefing', 'meeting', 'event', 'address', 'talks', 'negotiations', 'session', 'rally', 'ceremony', 'visit', 'reporters', 'journalists', 'comments', 'remarks'])
/** Gatherings told with those who meet ("talks between A, B and C in Doha"), and how far behind that the place may stand. */
const OF_MANY: ReadonlySet<string> = new Set(['talks', 'negotiations', 'meeting', 'summit', 'conference']), JOINED: ReadonlySet<string> = new Set(['between', 'of', 'with', 'among']), FAR = 20
const TOWN_OF: ReadonlySet<string> = new Set(['capital', 'city', 'town', 'resort', 'port', 'suburbs', 'suburb', 'outskirts', 'village'])
const TOWN_WORDS = 8, CAPITAL_WORDS = 5
const QUOTES: ReadonlySet<string> = new Set(['"', '”', '“', "''", '``'])
/** What stands before "in" and the town where words are spoken. */
const SAID_AT: ReadonlySet<string> = wordGroup('said_at'), IS: ReadonlySet<string> = new Set(['is', 'was'])
/** Towns other than capitals in which states meet. */
const VENUES: ReadonlySet<string> = wordGroup('venue')
const LINES: ReadonlySet<string> = new Set(['line', 'zone', 'airspace', 'waters']), OWN: ReadonlySet<string> = new Set(['its', 'their'])
const OF_LAND: ReadonlySet<string> = new Set(['in', 'of', 'from', 'across'])
const FOLLOWS: ReadonlySet<string> = new Set(['following', 'after', 'since', 'amid', 'during'])
/** Who rules a land from its capital. */
const RULES: ReadonlySet<string> = new Set(['regime', 'junta', 'government', 'rulers', 'leaders', 'authorities', 'generals', 'leadership', 'administration'])
const BORDER = wordGroup('border_line'), TOWARDS: ReadonlySet<string> = new Set([...wordGroup('towards'), 'over'])
/** Bodies that act where the war is. */
const THERE: ReadonlySet<string> = new Set(['United Nations', 'International Monetary Fund', 'World Bank', 'World Health Organization', 'International Court of Justice'])
/** States that are no more: lands in histories. */
const GONE: ReadonlySet<string> = new Set(['Yugoslavia', 'Soviet Union', 'Czechoslovakia', 'North Vietnam', 'South Vietnam', 'East Germany', 'West Germany', 'Serbia and Montenegro'])
const NEAR = 8
/** So many tokens before the words of an act its "where" stands. */
const WHERE_WITHIN = 5
/** A state's house abroad and who speaks there: what they say is said in that town. */
const MISSION: ReadonlySet<string> = new Set(['embassy', 'embassies', 'consulate', 'ambassador', 'envoy', 'mission', 'diplomats', 'legation'])
/** Whom a state warns of a land. */
const NATIONALS: ReadonlySet<string> = new Set(['citizens', 'nationals', 'travellers', 'travelers', 'expatriates', 'holidaymakers', 'tourists', 'britons', 'americans']), ADVISES: ReadonlySet<string> = new Set(['advise', 'call_on', 'threaten', 'statement']), OUT: ReadonlySet<string> = new Set(['leave', 'leaving', 'avoid', 'quit', 'flee', 'depart', 'visit', 'in', 'to', 'from'])
/** What others broker between those who fight. */
const BROKERED: ReadonlySet<string> = new Set(['ceasefire', 'cease-fire', 'truce', 'armistice', 'hostage', 'hostages', 'pause']), BROKERS: ReadonlySet<string> = new Set(['broker', 'brokered', 'brokering', 'mediate', 'mediated', 'mediating', 'mediators', 'mediator', 'brokers'])

/** What a state's forces do at home, where no place is told. */
const DRILLS = wordGroup('drill')
export const DWELLERS: ReadonlySet<string> = new Set(['residents', 'civilians', 'people', 'inhabitants', 'villagers', 'families', 'palestinians', 'everyone'])
export const LEAVES: ReadonlySet<string> = new Set(['evacuate', 'leave', 'flee', 'move', 'quit'])
const TRUCES: ReadonlySet<string> = new Set(['ceasefire', 'cease-fire', 'truce', 'armistice', 'pause']), INSIDE_OF: ReadonlySet<string> = new Set(['in', 'for', 'around', 'over', 'across'])
/** So many tokens behind a truce its place stands. */
const TRUCE_WITHIN = 10, BEGINS_ON: ReadonlySet<string> = new Set(['on', 'from', 'starting', 'beginning', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'today', 'yesterday', 'early', 'late'])
/** So many sentences at the head of a report go on about one meeting. */
const LEAD = 2
const nameOf = (m: LocatedMention): string => m.name.toLowerCase().replaceAll(' ', '_')
/** What is held at one town until the report says another. */
const MEETS: ReadonlySet<string> = new Set(['talks', 'negotiations', 'summit', 'meeting', 'negotiation', 'discussions'])

export interface Seated {
  places: LocatedMention[]
  source: PlaceSource
}

export class Seats {
  readonly #document: Document
  readonly #scene: Scene
  readonly #places: readonly LocatedMention[]
  #bySentence: LocatedMention[][] | null = null
  /** Where talks were last told to be. */
  #talks: LocatedMention | null = null
  readonly #missions = new Map<number, LocatedMention | null>()
  readonly #homes = new Map<string, LocatedMention | null>()

  constructor(document: Document, scene: Scene, places: readonly LocatedMention[]) {
    this.#document = document
    this.#scene = scene
    this.#places = places
  }

  /** Where an act of a state is told: the place it is held at, else the state's own land, else (a group, a body of states) the theatre. */
  seatOf(e: EventFinding, p: ParsedSentence): Seated {
    const { tokens } = this.#document
    if (e.rule === 'named-pact') return this.#namedAfter(e, p.index)
    const gathers = GATHERS.has(e.sense) || e.sense === 'stop' && this.#ofTalks(e)
    const post = this.#missionIn(p.index) ?? this.#adviceFor(e, p.index) ?? this.#brokered(e)
    if (post) return { places: [post], source: 'clause' }
    const talks = e.rule.startsWith('talks-') && MEETS.has(tokens.lower[p.chunks[e.anchor]!.last - 1]!)
    const fits = (m: LocatedMention): boolean => m.first >= e.first && m.first - e.last < (talks || e.sense === 'stop' ? FAR : NEAR) && ((e.sense === 'agree' ? HELD_AT : SEAT).has(this.#before(m.first)) || (e.rule === 'act-meet' && m.first === p.chunks[e.anchor]!.last))
    const pact = this.#pactIn(e, p)
    if (pact) return { places: [pact], source: 'clause' }
    const there = gathers || e.sense === 'statement' ? this.#whereBefore(e, p) : null
    if (there) return { places: [there], source: 'clause' }
    const near = gathers ? (this.#scene.bySentence[p.index] ?? []).filter(fits) : []
    const goesOn = talks || e.rule === 'act-meet' && p.index <= LEAD
    const town = talks ? near.find((m) => m.precision === 'settlement') : near.find((m) => m.precision === 'settlement' && m.country === near[0]!.country) ?? near[0]
    const seat = town ?? this.#spokenAt(e, p.index) ?? (goesOn ? this.#talks ?? this.#filedAt() : null) ?? near[0]
    if (seat) {
      if (seat.precision === 'settlement') this.#talks = seat
      return { places: [seat], source: tokens.sentence[seat.first] === p.index ? 'clause' : 'before' }
    }
    const own = e.by ? this.#land(e.by, e.first) : null
    if (own) return { places: [own], source: 'speaker' }
    const spot = e.by !== null && !ARMED_GROUPS.has(e.by) && (e.sense !== 'statement' || e.by === 'United Nations') ? this.#townOf(e, p.index) : null
    if (spot) return { places: [spot], source: 'clause' }
    const { theatre } = this.#scene
    const home = e.by !== null && ARMED_GROUPS.has(e.by) ? this.#homeOf(e.by) : null
    if (home) return { places: [home], source: 'theatre' }
    return theatre && (e.by === null || THERE.has(e.by) || ARMED_GROUPS.has(e.by)) ? { places: [theatre], source: 'theatre' } : { places: [], source: 'none' }
  }

  /** "the Treaty of Bonn": the town that a pact is named after; none where its name tells no town. */
  #namedAfter(e: EventFinding, sentence: number): Seated {
    const town = this.#mentionsIn(sentence).find((m) => m.precision === 'settlement' && m.first >= e.first && m.last <= e.last)
    return town ? { places: [{ ...town, use: 'literal' }], source: 'clause' } : { places: [], source: 'none' }
  }

  /** The land of the state whose forces do something at home: drills, a call-up. */
  homeOf(e: EventFinding, p: ParsedSentence): Seated | null {
    const calls = e.rule === 'frame-mobilisation' || e.rule === 'frame-call-up'
    if (e.by === null || !calls && (!e.nominal || e.definite || !DRILLS.has(this.#document.tokens.lower[p.chunks[e.anchor]!.last - 1]!)) || this.#scene.groups(p.index).length > 0) return null
    const land = this.#land(e.by, e.first)
    return land ? { places: [land], source: 'clause' } : null
  }

  /** Where forces are sent, gather or stand: the place that their clause puts them in, or the country whose border they are at; null where the clause tells neither. */
  destinationOf(e: EventFinding, p: ParsedSentence): Seated | null {
    const { tokens, sentences } = this.#document
    const from = p.chunks[e.anchor]!
    for (const group of this.#scene.groups(p.index)) {
      const head = group[0]!
      if (head.first < from.last || head.first - e.last > NEAR || tokens.lower[head.last - 1] === 'country' && e.by === countryName(head.country)) continue
      if (!TOWARDS.has(prepositionBefore(tokens.lower, head.first)) || p.chunks.some((c) => c.kind === 'vg' && !c.vg!.ing && c.first >= e.last && c.last <= head.first)) break
      return { places: group, source: 'clause' }
    }
    const to = Math.min(sentences[p.index]!.last, e.last + 12)
    for (let i = from.last; i + 2 < to && i < e.last + 6; i++) if (tokens.lower[i] === 'the' && tokens.lower[i + 1] === 'country' && TOWARDS.has(tokens.lower[i - 1]!) && tokens.lower[i + 2] !== 'of') { // "stationed a battery in the country"
      const told = actorsIn(tokens, sentences[Math.max(0, p.index - 1)]!.first, e.first).findLast((a) => a.side !== e.by && countryOf(a.side) !== null), land = told ? this.#land(told.side, told.first) : this.#scene.theatre
      return land ? { places: [land], source: 'clause' } : null
    }
    for (let i = from.first; i < to; i++) if (BORDER.has(tokens.lower[i]!) || e.rule === 'frame-crosses-line' && LINES.has(tokens.lower[i]!)) {
      const sides = [...actorsIn(tokens, Math.max(from.first, i - (e.rule === 'frame-crosses-line' ? 5 : 3)), i), ...(tokens.lower[i + 1] === 'with' || tokens.lower[i + 1] === 'of' ? actorsIn(tokens, i + 2, Math.min(i + 5, to)) : [])]
      if (i < e.last && (e.rule === 'frame-builds-up' || e.rule === 'border-guarded')) { // a land guards its own border
        const own = (e.by === null ? null : this.#land(e.by, e.first)) ?? this.#scene.theatre
        return own ? { places: [own], source: 'clause' } : null
      }
      const whole = sentences[p.index]!
      const other = sides.find((a) => a.side !== e.by) ?? sides[0] ?? (e.rule === 'forces-stand' && OWN.has(tokens.lower[i - 1]!) ? actorsIn(tokens, whole.first, whole.last).find((a) => a.side !== e.by && countryOf(a.side) !== null) : undefined) // "with 90,000 soldiers along its borders, Chad fears"
      const land = other ? this.#land(other.side, other.first) : null
      if (land) return { places: [land], source: 'clause' }
    }
    // "the regime in Bamako has forced the French force to leave": out of the land that it rules
    for (const m of this.#scene.bySentence[p.index] ?? []) if (m.last <= e.first && m.place?.feature === 'PPLC' && tokens.lower[m.first - 1] === 'in' && RULES.has(tokens.lower[m.first - 2]!)) {
      const state = countryName(m.country), land = state === null ? null : this.#land(state, m.first)
      if (land) return { places: [land], source: 'clause' }
    }
    return null
  }

  /** The land of a rising: the place that it is told after ("sent to Chad following a takeover"), the land whose people's name it has ("the Iranian revolution"), the land whose ruler falls; null where a place follows it. */
  risingOf(e: EventFinding, p: ParsedSentence): Seated | null {
    const { tokens } = this.#document, own = p.chunks[e.anchor]!, before = p.chunks[e.anchor - 1]
    const ofRule = e.rule === 'frame-ruler-toppled' || e.rule === 'frame-power-seized' || e.rule === 'ruler-falls'
    if (!e.nominal && !ofRule) return null
    if (e.nominal) e.by = null
    const here = this.#scene.groups(p.index)
    if (here.some(([m]) => m!.first >= own.first && m!.first - e.last < NEAR && TOWARDS.has(prepositionBefore(tokens.lower, m!.first)) && !p.chunks.some((c) => (c.kind === 'comma' || c.vg !== null) && c.first >= e.last && c.first < m!.first))) return null
    if (e.nominal && before?.kind === 'prep' && FOLLOWS.has(before.word)) {
      const told = here.find((group) => group.at(-1)!.last === before.first)
      if (told) return { places: told, source: 'clause' }
    }
    const { first, last } = this.#document.sentences[p.index]!
    const whose = actorsIn(tokens, own.first < e.first ? own.first : e.first, e.nominal && !ofRule && p.chunks[e.anchor + 1]?.word !== 'against' ? own.last : e.last).find(({ side }) => countryOf(side) !== null) ?? actorsIn(tokens, first, last).find((a) => isOfClass(tokens, a.last, a.last + 1, 'ruler') && countryOf(a.side) !== null && !here.some(([m]) => m!.precision !== 'country' && m!.country === countryOf(a.side)!.code))
    const land = whose === undefined ? null : this.#land(whose.side, whose.first)
    if (land) return { places: [land], source: 'clause' }
    if (!ofRule) return null
    const state = here.find(([m]) => m!.precision === 'country' && OF_LAND.has(prepositionBefore(tokens.lower, m!.first)))
    return state ? { places: [state[0]!], source: 'sentence' } : e.nominal || !this.#scene.theatre ? null : { places: [this.#scene.theatre], source: 'theatre' }
  }

  /** The town of a mission that the sentence lets speak: "the US embassy in Kyiv warned". */
  #missionIn(sentence: number): LocatedMention | null {
    const known = this.#missions.get(sentence)
    if (known !== undefined) return known
    const { lower } = this.#document.tokens
    const found = (this.#scene.bySentence[sentence] ?? []).find((m) => m.precision === 'settlement' && lower[m.first - 1] === 'in' && (MISSION.has(lower[m.first - 2] ?? '') || (MISSION.has(lower[m.first - 3] ?? '')))) ?? null
    this.#missions.set(sentence, found)
    return found
  }

  /** The land that a state warns its people of: "urged its nationals to leave Lebanon", "told Americans in Russia". */
  #adviceFor(e: EventFinding, sentence: number): LocatedMention | null {
    if (!ADVISES.has(e.sense)) return null
    const { lower } = this.#document.tokens, { last } = this.#document.sentences[sentence]!
    const ordered = this.#orderedOut(e, sentence)
    if (ordered) return ordered
    let at = e.first
    const end = Math.min(last, e.last + NEAR)
    while (at < end && !NATIONALS.has(lower[at]!)) at++
    if (at >= end) return null
    return (this.#scene.bySentence[sentence] ?? []).find((m) => m.precision === 'country' && m.first > at && m.first - at < NEAR && OUT.has(lower[m.first - 1]!)) ?? null
  }

  /** The town whose people are told to go: "ordered residents of Garissa to evacuate". */
  #orderedOut(e: EventFinding, sentence: number): LocatedMention | null {
    const { lower } = this.#document.tokens, { last } = this.#document.sentences[sentence]!
    const end = Math.min(last, e.last + FAR)
    let at = e.first
    while (at < end && !DWELLERS.has(lower[at]!)) at++
    if (at >= end) return null
    let out = at
    while (out < end && !LEAVES.has(lower[out]!)) out++
    if (out >= end || lower[out - 1] !== 'to') return null
    return (this.#scene.bySentence[sentence] ?? []).find((m) => m.first > at && m.first < out) ?? null
  }

  /** Where those fight between whom others broker. */
  #brokered(e: EventFinding): LocatedMention | null {
    const { lower } = this.#document.tokens
    let brokers = false, matter = false
    for (let i = e.first; i < e.last; i++) { if (BROKERS.has(lower[i]!)) brokers = true; if (BROKERED.has(lower[i]!)) matter = true }
    return brokers && matter ? this.#scene.theatre : null
  }

  /** The land or territory that an armed group fights from: of those, the one that the report names most. */
  #homeOf(side: string): LocatedMention | null {
    const known = this.#homes.get(side)
    if (known !== undefined) return known
    const codes = homesOf(side)
    if (codes.length === 0) return null
    const tally = new Map<string, { mention: LocatedMention; n: number }>()
    for (const m of this.#places) {
      if (m.use !== 'literal' || m.country === null || !codes.includes(m.country) || !(m.precision === 'country' || TERRITORIES.has(m.name))) continue
      const known = tally.get(m.name)
      if (known) known.n++
      else tally.set(m.name, { mention: m, n: 1 })
    }
    let best: LocatedMention | null = null, most = 0
    for (const { mention, n } of tally.values()) if (n > most) { most = n; best = mention }
    this.#homes.set(side, best)
    return best
  }

  /** The town where words are spoken: "told a press conference in Berlin", "said at the Munich Security Conference". */
  #spokenAt(e: EventFinding, sentence: number): LocatedMention | null {
    const { tokens, sentences } = this.#document
    const s = sentences[sentence]!
    const gathered = (from: number, to: number): boolean => { for (let i = Math.max(s.first, from); i < Math.min(s.last, to); i++) if (GATHERING.has(tokens.lower[i]!)) return true; return false }
    for (const m of this.#mentionsIn(sentence)) {
      if (m.precision !== 'settlement') continue
      if (e.sense === 'statement' && m.first >= e.first && m.last <= e.last && tokens.lower[m.last] !== 'that' && !this.#unquoted(s.first, e.first, m.first)) continue // what is said, not where
      if (m.use === 'literal' && (this.#opens(m, s.first) || e.sense === 'statement' && tokens.lower[m.last] === 'that' && m.first - e.first < 3 && tokens.lower[m.first - 1] === 'in')) return m
      if (m.use === 'literal' && this.#saidAt(m.first)) return m
      if (m.use === 'literal') { if (SEAT.has(this.#before(m.first)) && (gathered(m.first - NEAR, m.first + 2) || this.#metBefore(Math.max(s.first, m.first - FAR), m.first))) return m } else if (this.#namesGathering(m.last, s.last)) return { ...m, use: 'literal' }
    }
    return null
  }

  /** "the Bonn |Climate Conference|", "the Vienna talks": a gathering named by the town before token `at`. */
  #namesGathering(at: number, last: number): boolean {
    const { lower, flags } = this.#document.tokens
    for (let i = at; i < Math.min(last, at + 4); i++) {
      if (GATHERING.has(lower[i]!)) return true
      if ((flags[i]! & FLAG_CAPITAL) === 0 && i > at) return false
    }
    return false
  }

  /** "said on Friday in Nairobi that", "speaking in Bonn", "who is in Cairo", "on a visit to": where the speaker is told to be. */
  #saidAt(first: number): boolean {
    const { lower } = this.#document.tokens
    if (lower[first - 1] !== 'in') return false
    const word = lower[first - 2] ?? ''
    return SAID_AT.has(word) || IS.has(word) && lower[first - 3] === 'who'
  }

  /** "suspended talks", "broke off the negotiations": what is stopped is held somewhere. */
  #ofTalks(e: EventFinding): boolean {
    const { lower } = this.#document.tokens
    for (let i = e.first; i < e.last + 2; i++) if (MEETS.has(lower[i] ?? '')) return true
    return false
  }

  /** "was in Moscow on Monday, where he met the minister": the town that the clause with "where" tells more of. */
  #whereBefore(e: EventFinding, p: ParsedSentence): LocatedMention | null {
    const { lower } = this.#document.tokens
    let where = e.first
    while (where > p.chunks[0]!.first && e.first - where < WHERE_WITHIN && lower[where] !== 'where') where--
    if (lower[where] !== 'where') return null
    let found: LocatedMention | null = null
    for (const m of this.#scene.bySentence[p.index] ?? []) if (m.precision !== 'country' && m.last <= where && where - m.last < NEAR) found = m
    return found
  }

  /** "the UN warned its troops in Goma": the town that the words of a body without a land are about. */
  #townOf(e: EventFinding, sentence: number): LocatedMention | null {
    for (const m of this.#scene.bySentence[sentence] ?? []) if (m.precision === 'settlement' && m.first >= e.first && m.first - e.last < NEAR && HELD_AT.has(this.#before(m.first)) && this.#document.tokens.lower[m.last] !== "'s") return m
    return null
  }

  /** "announced a ceasefire in Hodeida": where a truce holds, where its place follows it. */
  #pactIn(e: EventFinding, p: ParsedSentence): LocatedMention | null {
    const { lower } = this.#document.tokens
    for (const m of this.#scene.bySentence[p.index] ?? []) {
      if (m.first >= e.first && m.first - e.last < NEAR && INSIDE_OF.has(lower[m.first - 1]!) && TRUCES.has(lower[m.first - 2]!)) return m
      if (m.precision === 'settlement' && m.first >= e.first && m.first - e.last < TRUCE_WITHIN && INSIDE_OF.has(this.#before(m.first)) && this.#truceBefore(m.first)) return m
    }
    return null
  }

  /** "a truce |on Saturday morning in the southern city of| Ibb": whether a truce stands before its place, no more than a time and the kind of place between. */
  #truceBefore(first: number): boolean {
    const { lower } = this.#document.tokens
    for (let i = first - 3, least = Math.max(0, first - TRUCE_WITHIN); i >= least && lower[i] !== ',' && lower[i] !== '.'; i--) if (TRUCES.has(lower[i]!)) return BEGINS_ON.has(lower[i + 1]!)
    return false
  }

  /** The town that a report is filed from, where it is one that states meet in: "GENEVA (Agency) - Talks …". */
  #filedAt(): LocatedMention | null {
    for (const m of this.#places) {
      const sentence = this.#document.tokens.sentence[m.first]!
      if (sentence > 1) break
      if (m.precision === 'settlement' && m.first < afterDateline(this.#document, sentence)) return m.place?.feature !== 'PPLC' || VENUES.has(nameOf(m)) ? m : null
    }
    return null
  }

  /** The preposition before a town, over the words that say whose capital it is ("in the Georgian capital Tbilisi"). */
  #before(first: number): string {
    const { lower, flags } = this.#document.tokens
    if (lower[first] === 'capital') { // "to Kenya's capital", "in the Kenyan capital"
      let at = first - 1
      while (at > first - CAPITAL_WORDS && !HELD_AT.has(lower[at]!) && !SEAT.has(lower[at]!)) at--
      return lower[at]!
    }
    if (lower[first - 1] === ',') { // "in the capital, Luanda", "in the capital of Angola, Luanda"
      for (let at = first - 2; at > first - TOWN_WORDS; at--) if (TOWN_OF.has(lower[at]!)) for (let k = at - 1; k > at - CAPITAL_WORDS; k--) if (SEAT.has(lower[k]!)) return lower[k]!
      return ''
    }
    if (TOWN_OF.has(lower[first - 1] ?? '')) return lower[first - 2] === "'s" ? prepositionBefore(lower, first - 3) : (flags[first - 2]! & FLAG_CAPITAL) !== 0 ? prepositionBefore(lower, first - 2) : prepositionBefore(lower, first)
    if (lower[first - 1] === 'of' && TOWN_OF.has(lower[first - 2] ?? '')) { // "in the Saudi port city of Jeddah"
      let at = first - 3
      while (at > first - TOWN_WORDS && lower[at] !== 'the' && lower[at] !== 'a') at--
      return prepositionBefore(lower, at)
    }
    return prepositionBefore(lower, first)
  }

  /** "In Geneva, the envoy called on …": a town where states speak opens the sentence. */
  #opens(m: LocatedMention, first: number): boolean {
    const { lower } = this.#document.tokens
    if (m.first !== first + 1 || lower[first] !== 'in' || lower[m.last] !== ',') return false
    return m.place?.feature === 'PPLC' || VENUES.has(nameOf(m))
  }

  /** "talks between the leaders of A, B and C in": a gathering told with those who meet. */
  #metBefore(from: number, to: number): boolean {
    const { lower } = this.#document.tokens
    for (let i = to - 2; i >= from; i--) if (OF_MANY.has(lower[i]!)) return JOINED.has(lower[i + 1]!)
    return false
  }

  /** Whether token `at` stands behind the quoted words of a saying that begins at `said`. */
  #unquoted(first: number, said: number, at: number): boolean {
    const { lower } = this.#document.tokens
    let marks = 0, within = false
    for (let i = first; i < at; i++) if (QUOTES.has(lower[i]!)) { marks++; if (i >= said - 1) within = true }
    return within && marks % 2 === 0
  }

  /** Every mention of a place in a sentence, parts of names too. */
  #mentionsIn(sentence: number): readonly LocatedMention[] {
    if (this.#bySentence === null) {
      this.#bySentence = this.#document.sentences.map(() => [])
      for (const m of this.#places) this.#bySentence[this.#document.tokens.sentence[m.first]!]?.push(m)
    }
    return this.#bySentence[sentence]!
  }

  /** A state as a place: where it acts from. */
  #land(side: string, at: number): LocatedMention | null {
    const code = countryOf(side)?.code ?? null
    if (code === null && !GONE.has(side)) return null
    const { text, start, end } = this.#document.tokens
    return { use: 'literal', start: start[at]!, end: end[at]!, written: text.slice(start[at]!, end[at]!), name: side, country: code, lat: null, lon: null, precision: 'country', first: at, last: at + 1, place: null, demonym: false }
  }
}
