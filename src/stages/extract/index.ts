// Extraction: a document in, claims and statements out. Each finding gets its voice, stance, place, day and sides here.
import { type Claim, type DateRange, type Extraction, type Note, type Quantity } from '../../model/claim.ts'
import type { Document, LocatedMention } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import { countryName } from '../../gazetteer/countries.ts'
import { actorsIn, ARMED_GROUPS, sideIn, standFor } from '../../languages/en/actors.ts'
import { parsing, type ParsedSentence } from '../../languages/en/parse.ts'
import { daysTold, takenByTimes, timesSaid } from '../../languages/en/times.ts'
import { isOfPlayOrTrade, topicsApart } from '../../languages/en/topics.ts'
import { locating } from '../locate/index.ts'
import { attributing, stanceOf } from './attribution/index.ts'
import { calendarOf, type Calendar } from './calendar.ts'
import { capitalsOf } from './capitals.ts'
import { isOfEach, partElsewhere, placeOfHarm } from './count-places.ts'
import { claimOf, type ClaimParts, mergeSayings, unsaid } from './claims.ts'
import { afterDateline } from './datelines.ts'
import { describedPlaces } from './described-places.ts'
import { doerOfCount, ofNobody, openingSide, sideOfHarmed, type Doer } from './doers.ts'
import { markContested } from './contested.ts'
import { markCourses } from './course.ts'
import { incidentsOfCounts } from './counted-incidents.ts'
import { inStep } from './in-step.ts'
import { findCounts, type CountContext, type Finding } from './counts.ts'
import { rolesOf } from './counts/roles.ts'
import { areHandedOver, isOfDayTold, isRaisedByDeath, longLists, NO_ANCHORS, totalFeatures, TotalsSoFar } from './totals.ts'
import { isCompared } from './compared.ts'
import { comparedTime, beginningFor, campaignFrom, dayFor, harmedOver, isCarried, lastingUpTo, dayOfDeath, setDay, timedClauseOf, spanFor } from './days.ts'
import { findDiplomacy, findStatements, sayingsOf, sendsForces, withoutPassingWords, type Saying } from './diplomacy.ts'
import { directPlace, placeBeforeWhere, placeBehindVerb, placeLeft, statedPlace, subjectPlace, sufferingPlace } from './direct-place.ts'
import { goingOn, hasTimeBehind, isOwnDay, notOfAct, othersTimes } from './event-days.ts'
import { eventPlaces } from './event-places.ts'
import { findMoves, STANDS_AT_IT } from './force-moves.ts'
import { findEvents, type EventFinding } from './events.ts'
import { openingOf } from './loss-lists.ts'
import { IncidentRegister, suitsMeasure } from './incident-register.ts'
import { learnSides } from './leaders.ts'
import { isGivenTo } from './given-arms.ts'
import { guestWhoLeaves } from './leaving.ts'
import { isSurname, surnamesOf } from './surnames.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { leavesPlace } from './ground-lost.ts'
import { withIncluded } from './places-joined.ts'
import { ofTheWar } from './of-the-war.ts'
import { holdsAll } from './of-several.ts'
import { settleOwned } from './owned-attacks.ts'
import { ownedIn, type Owned } from './responsibility.ts'
import { HARMFUL } from './event-types.ts'
import { dayToldBefore } from './attack-again.ts'
import { backgroundDay } from './background-days.ts'
import { attackDaysIn, type AttackDay } from './attack-days.ts'
import { borrowDays } from './borrowed-days.ts'
import { leavesNameless, NAMED_WITHIN, nameNameless, pointersIn, refinePlaces, takeHeadlinePlaces, type Nameless, type Pointer } from './finer-places.ts'
import { otherNews, placeLeads } from './lead-places.ts'
import { settleAttackKinds } from './attack-kinds.ts'
import { alignTellings, sentenceOf } from './told-again.ts'
import { GEAR, isToldBeside } from './told-by-count.ts'
import { toldBefore, type ToldOne } from './told-before.ts'
import { placeCandidates, placesFor, type PlaceCandidate, type Placed, type PlaceSource, type ToPlace } from './place-ranking.ts'
import { nameParties } from './parties.ts'
import { noteOpening, noteSpan, spanGoneOn, timesApart } from './past-spans.ts'
import { PlaceMemory } from './place-memory.ts'
import { Seats } from './seats.ts'
import { regionsOf } from './regions.ts'
import { placeOf, plainPlace } from './told-place.ts'
import { INSIDE, prepositionBefore, sceneOf, speaksOfTown } from './scene.ts'
import { isNationwide, isTheOther, isToldHere, nearestEvent, pointsAway } from './own-event.ts'
import { placeHeld } from './where-held.ts'
import { settleWeapons } from './weapons.ts'
import { heldPlaces, settleSides, warOf, type Told } from './sides.ts'

const HEADINGS: ReadonlySet<string> = new Set(['headline', 'post_heading', 'subheading', 'standfirst'])
/** Types that a noun tells even where its place was told before ("the outage", "sirens"). */
const ALWAYS_NEWS: ReadonlySet<string> = new Set(['infrastructure_disruption', 'air_raid_alert'])

/** Types that reports tell of single people long after: without a day they are background. */
const PERSONAL: ReadonlySet<string> = new Set(['capture_or_exchange', 'violence_against_civilians'])
const LEAD = 5
/** So many tokens behind the words of a meeting who is met may stand. */
const MET_WITHIN = 4

const NO_FINDINGS: Finding[] = [], NO_EVENTS: EventFinding[] = [], NO_SAYINGS: Saying[] = []
const NO_MENTIONS: LocatedMention[] = [], SETS_SCENE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'on', 'inside', 'outside', 'over'])
const ACCUSING = wordGroup('accusing')
/** Names of places by type, of a sentence that tells nothing; nothing is added to it. */
const NOTHING_TOLD = new Map<string, Map<string, Set<string | null>>>()
/** No side's land. */
const SEA = /\b(?:Sea|Ocean|Gulf|Strait)\b/

/** Is shown what each choice was made from: for fitting the weights, and for explaining a choice. */
export interface Observer {
  placed?(found: { first: number; last: number; what: Placed; type: string | null; measure: string | null; value: number | null }, candidates: PlaceCandidate[]): void
  counted?(found: Finding, signs: number[]): void
}

/** Finds every claim, statement, place and time of a document. Pure: the same document and gazetteer give the same result. */
export function extract(document: Document, gazetteer: Gazetteer, observe?: Observer): Extraction {
  return inStep([extracting(document, gazetteer, observe)])[0]!
}

/** The same in steps, for several documents side by side (in-step.ts). */
export function* extracting(document: Document, gazetteer: Gazetteer, observe?: Observer): Generator<void, Extraction, void> {
  const { tokens, sentences, report } = document
  const said = timesSaid(document)
  yield
  const times = daysTold(document, said)
  const taken = takenByTimes(tokens, times)
  yield
  const places = yield* locating(document, gazetteer)
  for (const m of places) if (m.use === 'associative' && !m.demonym && m.place?.feature === 'PPLC' && m.country !== null) { const state = countryName(m.country); if (state !== null) standFor(tokens, m.first, m.last, state) }
  yield
  const voices = yield* attributing(document)
  const people = surnamesOf(voices.attributions)
  const scenic = [...places, ...capitalsOf(document, places, gazetteer), ...describedPlaces(document, places)].filter((m) => !people.has(m.written) || !isSurname(tokens, m)).sort((a, b) => a.first - b.first || b.last - a.last)
  const speech = new Uint8Array(tokens.count)
  for (const a of voices.attributions) speech.fill(1, a.speaker.first, a.speaker.last)
  const scene = sceneOf(document, scenic, speech)
  const placeAt = new Uint8Array(tokens.count)
  for (const m of scenic) if (m.use === 'literal') placeAt.fill(1, m.first, m.last)
  yield
  const apart = topicsApart(document)
  const parsed = yield* parsing(document, taken, apart)
  yield
  const sayings = sayingsOf(document, voices.attributions)
  const learned = learnSides(tokens, parsed)
  nameParties(tokens, parsed, scene.theatre?.country ?? null, countryName(scene.theatre?.country ?? null), scene.country, places)
  const notes: Note[] = []
  for (let i = 0; i < apart.length; i++) if (apart[i] !== null && apart[i] !== apart[i - 1]) notes.push({ start: sentences[i]!.start, end: sentences[i]!.end, rule: 'topic', note: `of ${apart[i]}, not of a war: nothing is looked for` })
  const context: CountContext = { tokens, lastPeople: null, lastThing: null, peopleSentence: -9, lastSense: null, lastLevel: null, levelSentence: -9, placeAt, roles: rolesOf(parsed, sentences, tokens), notes }
  yield
  // sentences in which nothing of the conflict is have no phrases
  let item = -1
  const findings = parsed.map((p) => {
    const { post } = sentences[p.index]!
    if (post !== item) { context.lastPeople = context.lastThing = context.lastSense = null; item = post }
    return p.chunks.length === 0 ? NO_FINDINGS : findCounts(p, context)
  })
  yield
  const acts = parsed.map((p) => (p.chunks.length === 0 ? NO_EVENTS : findDiplomacy(p, tokens, learned, placeAt, afterDateline(document, p.index))))
  for (const { index } of parsed) if (acts[index]!.length > 0 && isOfPlayOrTrade(tokens, sentences[index]!.first, sentences[index]!.last)) acts[index] = NO_EVENTS
  yield
  const events = parsed.map((p) => {
    if (p.chunks.length === 0) return NO_EVENTS
    const told = findEvents(p, tokens, placeAt)
    findMoves(p, tokens, placeAt, told)
    for (const act of acts[p.index]!) if (!sendsForces(act, told)) told.push(act)
    return told
  })
  yield
  for (const p of parsed) if (p.chunks.length > 0) for (const statement of findStatements(p, tokens, sayings.get(p.index) ?? NO_SAYINGS, learned, acts[p.index]!)) if (statement.rule === 'statement-acts' || !tellsHarm(p.index, statement)) events[p.index]!.push(statement)
  const memory = new PlaceMemory()
  const seats = new Seats(document, scene, scenic)
  const calendar = calendarOf(document, times, voices.attributions.map((a) => a.cueFirst).sort((a, b) => a - b), new Set(voices.attributions.filter((a) => ACCUSING.has(a.cue)).map((a) => a.cueFirst)), parsed)
  const sided: Told[] = []
  const war = warOf(document, events.flat(), scene.country, countryName)
  const held = heldPlaces(document, places, war.attacker)
  const body = new IncidentRegister(), headed = new IncidentRegister() // what headings tell, the body tells anew
  let register = body
  yield
  const claims: Claim[] = []
  const totals = new TotalsSoFar()
  const singles: ToldOne[] = [], doers = new Map<Claim, Doer>(), pointers: Pointer[] = [], owned: Owned[] = [], nameless: Nameless[] = [], attackDays: AttackDay[] = []
  const late: Claim[] = [] // from headings: only where the body does not say it
  // what the sentence that is being told has so far
  let out = claims, scenePlaces: LocatedMention[] | null = null, listed = NO_ANCHORS, toldHere = NOTHING_TOLD, timed: ReturnType<typeof timedClauseOf> = null
  for (const p of parsed) tellSentence(p)
  yield
  return finish()

  /** Words that count the dead or tell of an attack are a report of it, whoever speaks them. */
  function tellsHarm(sentence: number, { first, last }: EventFinding): boolean {
    return findings[sentence]!.some((f) => f.first >= first && f.last <= last) || events[sentence]!.some((e) => (HARMFUL.has(e.type) || (e.type === 'deployment' || e.rule === 'act-aid') && e.first - first < 2 && parsed[sentence]!.chunks[e.anchor]!.vg?.infinitive !== true || e.type === 'territory_change' && e.first - first < 6) && e.mood === 'real' && !e.nominal && e.first >= first && e.last <= last)
  }

  /** The claims of a sentence, and what it says of the places of those before it. */
  function tellSentence(p: ParsedSentence): void {
    const s = sentences[p.index]!
    const heading = s.passage >= 0 && HEADINGS.has(report.passages[s.passage]!.kind)
    out = heading ? late : claims
    register = heading ? headed : body
    const real = events[p.index]!.length === 0 ? NO_EVENTS : events[p.index]!.filter((e) => {
      if (e.mood === 'real' || e.mood === 'possible') return true
      note(e, `${e.mood}: not something that happened`)
      return false
    })
    scenePlaces = null
    scene.chosenHere = null
    if (p.chunks.length > 0 && calendar.bySentence[p.index]!.length > 0) attackDays.push(...attackDaysIn(p, tokens, calendar.bySentence[p.index]!, calendar.spoken))
    const last = attackDays.at(-1)
    if (last !== undefined && last.upTo === s.start && findings[p.index]!.length + real.length === 0) { calendar.last = last.told; calendar.lastSentence = p.index } // "The attack happened on Monday.": so did what follows
    totals.begin()
    listed = longLists(findings[p.index]!)
    toldHere = findings[p.index]!.length + real.length === 0 ? NOTHING_TOLD : new Map<string, Map<string, Set<string | null>>>()
    timed = findings[p.index]!.length + real.length === 0 ? null : timedClauseOf(document, calendar, p.index)
    for (const f of findings[p.index]!) tellCount(f, p, real)
    for (const e of real) tellEvent(e, p)
    if (findings[p.index]!.length + real.length === 0 && !heading && calendar.bySentence[p.index]!.length > 0) { setDay(calendar, p.index); noteOpening(document, calendar, p.index) }
    if (!scenePlaces && !heading) {
      // a sentence that sets the scene without counting anything
      const here = scene.bySentence[p.index]!
      const setting = here.length === 0 ? NO_MENTIONS : here.filter((m) => m.precision !== 'country' && m.precision !== 'region' && speech[m.first] !== 1 && setsScene(m))
      if (setting.length > 0) scenePlaces = setting
    }
    if (scenePlaces) { scene.last = scenePlaces; scene.lastSentence = p.index }
    if (p.chunks.length > 0) owned.push(...ownedIn(p, tokens, placeAt, calendar.bySentence[p.index]!, scene.bySentence[p.index]!))
    if (p.chunks.length > 0) for (const one of pointersIn(p, tokens.lower, scene.groups(p.index), s.start, s.post >= 0 ? s.post : null)) pointers.push(one)
    const unnamed = p.chunks.length > 0 ? leavesNameless(p, tokens.lower, scene.groups(p.index)) : null
    if (unnamed !== null) nameless.push({ ...unnamed, start: s.start, end: s.end, until: sentences[Math.min(sentences.length - 1, p.index + NAMED_WITHIN)]!.end, post: s.post >= 0 ? s.post : null })
  }

  /** What all of the report's claims say of each other. */
  function finish(): Extraction {
    const regions = regionsOf(places)
    nameNameless(claims, nameless)
    for (const list of [late, claims]) refinePlaces(list, pointers, otherNews(document), regions, (mention) => placeOf(mention, 'before')!)
    takeHeadlinePlaces(claims, late)
    placeLeads(claims, late, document, parsed, regions)
    const all = [...late, ...claims]
    placeHeld(all, tokens, scenic)
    const alignDays = alignTellings(all, document, calendar, regions)
    for (const claim of incidentsOfCounts(claims, doers)) sided.push({ claim, by: claim.by, against: claim.against, land: ofNobody(claim, doers) ? null : landOf(claim.place), counter: false, stranger: doers.get(claim)?.stranger ?? null, speaksOf: [] })
    settleOwned(sided, owned, document, war)
    settleAttackKinds(all, document, sentenceOf(document))
    borrowDays(all, calendar.published, calendar.saidOn, calendar.spokenOn, attackDays)
    alignDays()
    settleSides(sided, war)
    const told = withoutPassingWords([...claims, ...unsaid(late, claims)], sentences[Math.min(2, sentences.length) - 1]?.end ?? 0)
    markContested(told, document)
    markCourses(told, document, times)
    settleWeapons(told)
    return { claims: mergeSayings(told, report.posts, regions).sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)), statements: voices.statements, places: places.map(plainPlace), times: times.map(({ start, end, written, value }) => ({ start, end, written, value })), notes }
  }

  /** A counted effect as a claim, with the event of its sentence that it belongs to. */
  function tellCount(f: Finding, p: ParsedSentence, real: readonly EventFinding[]): void {
    // "… wounded 12 people, an aid worker told reporters": who says it is not of those counted
    if (f.single && f.rule === 'agent-verb-count' && speech[f.numberFirst] === 1 && f.anchor >= 0 && p.chunks[f.anchor]!.last <= f.numberFirst && speech[p.chunks[f.anchor]!.first] === 0) return
    const before = f.single ? toldBefore(tokens, singles, f, (at) => (scene.bySentence[at] ?? []).filter((m) => speech[m.first] !== 1)) : null
    if (before) { before.also.push({ start: tokens.start[f.first]!, end: tokens.end[f.last - 1]! }); return }
    const near = nearestEvent(real, f), own = near === null || near.anchor !== f.anchor && near.by !== null && p.chunks[f.anchor]?.vg?.passive === true ? doerOfCount(tokens, p.chunks, placeAt, f) : null
    const event = near !== null && own?.side != null && own.side !== near.by ? null : near, doer = event === null ? own : null // "ten were killed by the army, and six died in rebel attacks"
    const list = openingOf(document, findings, f)
    const voice = (list === null ? null : voices.speakerAt(list.first)) ?? voices.speakerAt(f.numberFirst) ?? voices.speakerAt(f.anchor >= 0 ? p.chunks[f.anchor]!.first : f.first)
    if (f.single && voice !== null && voice.rule === 'source-then-words' && f.numberFirst >= voice.speaker.first && f.numberFirst < voice.speaker.last) return // "according to |the mayor, Name Surname|, two were killed"
    const signs = totalFeatures(document, p, f, calendar, event !== null, (scene.bySentence[p.index] ?? []).some((m) => m.precision === 'country' && speech[m.first] !== 1 && INSIDE.has(prepositionBefore(tokens.lower, m.first))), totals.before)
    const when = timed !== null && !f.single && f.first > timed.at ? timed.day : null
    const over = harmedOver(document, calendar, p.index, event, f.first, f.last)
    const total = !isOfDayTold(document, calendar, p, f) && (totals.judge(p, f, signs, when !== null, listed.has(f.anchor)) || over !== null || list?.total === true || areHandedOver(tokens.lower, p.chunks, f) || isRaisedByDeath(tokens, p.chunks, f))
    observe?.counted?.(f, signs)
    const actors = { by: event?.by ?? null, against: event?.against ?? null, attacker: war.attacker, attacked: war.attacked, named: sideIn(tokens, f.first, f.last) ?? (list === null ? null : sideIn(tokens, list.first, list.last)), speaker: voice?.speaker.side ?? null }
    const what: Placed = total && over === null ? 'total' : isNationwide(f) && !speaksOfTown(tokens.lower, sentences[p.index]!) ? 'nation' : 'count'
    const apart = f.anchor >= 0 && p.chunks[f.anchor]!.vg !== null ? timesApart(document, calendar, p.chunks[f.anchor]!.first, p.chunks[f.anchor]!.last) : null
    const day = over ?? when ?? (f.rule === 'as-before' ? comparedTime(document, calendar, p.index, f.numberFirst, f.numberLast) : null) ?? (total ? spanFor(document, calendar, p.index, f.first, apart) : spanGoneOn(document, calendar, p, f.anchor) ?? remember((f.rule === 'buried' ? dayOfDeath(document, calendar, p.index) : null) ?? dayFor(document, calendar, p.index, f.rule === 'share' ? f.numberFirst : f.first, f.last, { at: f.anchor >= 0 ? p.chunks[f.anchor]!.first : f.numberFirst, skips: apart }), p.index))
    const part = partElsewhere(tokens.lower, findings[p.index]!, f)
    const toPlace: ToPlace = { sentence: p.index, chunks: p.chunks, first: f.rule === 'share' ? f.numberFirst : f.first, last: f.last, speech, what, kind: f.measure, of: f.of, value: f.value, day, sides: actors, memory, bound: timed?.at ?? part, speaker: voice?.speaker ?? null }
    observe?.placed?.({ first: f.first, last: f.last, what, type: null, measure: f.measure, value: f.value }, placeCandidates(document, scene, toPlace))
    const { places: found, source } = (total && scene.theatre && ofTheWar(tokens, p, f, scene.groups(p.index)) ? { places: [scene.theatre], source: 'theatre' as const } : null) ?? (what !== 'total' ? placeOfHarm(scene, p, f, part, tokens.lower) : null) ?? placesFor(document, scene, toPlace)
    const each = found.length > 1 && (source === 'clause' || source === 'sentence') && isOfEach(tokens.lower, p.chunks, f)
    const several = !each && f.value > 1 && (source === 'clause' || source === 'sentence') ? holdsAll(tokens.lower, scene, p.index, found) : null
    const place: LocatedMention | null = several ?? found[0] ?? null
    scene.chosenHere = place?.name ?? null
    if (place) { memory.note(f.measure, day, place, p.index); if (event) memory.note(event.type, day, place, p.index) }
    if (!scenePlaces && found.length > 0 && source !== 'before' && source !== 'theatre' && !total) scenePlaces = found
    const stance = f.mood === 'possible' ? 'unconfirmed' : stanceOf(document, f.first, f.last, voice).stance
    const quantity: Quantity = { measure: f.measure, of: f.of, value: f.value, bound: f.bound, cumulative: total, start: tokens.start[f.numberFirst]!, end: tokens.end[f.numberLast - 1]! }
    const suits = event !== null && (several === null || found.length === 1) && event.campaign !== true && !total && !(event.type === 'capture_or_exchange' && GEAR.has(f.of)) && suitsMeasure(event.type, f.measure) && (!PERSONAL.has(event.type) || isNews(day, p.index))
    const settled = suits ? register.settle(event.type, place, source, day, sentences[p.index]!.post, p.index, true) : null
    const type = settled && settled.place?.name === place?.name ? event!.type : null
    const told: ClaimParts = {
      type, claimant: voice ? { name: voice.speaker.name, role: voice.speaker.role, channel: voice.speaker.channel } : null, stance,
      place: placeOf(place, source), date: type ? settled!.date : day, by: event?.by ?? doer?.side ?? null, against: event?.against ?? doer?.against ?? null, weapons: event?.weapons ?? [], quantities: [quantity], contested: false, rule: f.rule,
    }
    const claim = push(out, f.first, f.last, sentences[p.index]!.post, told)
    if (each) for (const other of found.slice(1)) { // "two each in Andriivka and Lyman"
      const own = push(out, f.first, Math.max(f.last, other.last), sentences[p.index]!.post, { ...told, type: told.type === null ? null : register.settle(told.type, other, source, told.date, sentences[p.index]!.post, p.index, true) === null ? null : told.type, place: placeOf(other, source), quantities: [{ ...quantity }] })
      if (own && doer !== null) doers.set(own, doer)
      else if (own && event) side(own, event, other, p.index)
    }
    if (claim && event?.again && event.anchor === f.anchor && !total && claim.date?.written === null) { const before = dayToldBefore(out, claim); if (before?.to != null) claim.date = { from: before.from, to: before.to, written: null, known: 'implied' } }
    if (claim && doer !== null) doers.set(claim, doer)
    else if (claim && event) side(claim, event, place, p.index, sideOfHarmed(tokens, p.chunks, f))
    if (claim && total && event?.anchor === f.anchor && event.type === 'capture_or_exchange') event.summed = true
    if (f.single && claim) singles.push({ finding: f, claim })
    if (type) tell(type, place, day)
  }

  /** An event as claims, one for each place of it. */
  function tellEvent(e: EventFinding, p: ParsedSentence): void {
    if (e.summed) { note(e, 'told as a total'); return }
    if (isTheOther(tokens, e, events[p.index]!)) { note(e, 'the war itself, told by what it began with'); return }
    const voice = voices.speakerAt(p.chunks[e.anchor]!.first)
    if (e.gear === true && isGivenTo(tokens, p.chunks, e, war)) { e.type = 'diplomacy'; e.sense = 'aid'; e.rule = 'act-aid'; e.against = null; e.weapons = [] }
    const actors = { by: e.by, against: e.against, attacker: war.attacker, attacked: war.attacked, named: null, speaker: voice?.speaker.side ?? null }
    const told = calendar.last, toldIn = calendar.lastSentence
    const begun = backgroundDay(document, calendar, parsed, e, (timed !== null && e.first > timed.at && !hasTimeBehind(calendar, p.index, e.last) ? timed.day : null) ?? beginningFor(document, calendar, p.index, e.last, e.begins !== true && e.state !== true, e.nominal && e.type === 'territory_change') ?? (e.nominal ? null : beginningFor(document, calendar, p.index, p.chunks[e.anchor]!.last, true)) ?? (e.nominal || e.type === 'diplomacy' ? null : spanGoneOn(document, calendar, p, e.anchor)) ?? remember(dayFor(document, calendar, p.index, e.first, e.last, { at: p.chunks[e.anchor]!.first, skips: othersTimes(e, p, events[p.index]!), bars: notOfAct(e, document, calendar), said: e.type === 'diplomacy' && !e.nominal }), p.index, e.type !== 'diplomacy'))
    if (e.begins && begun?.written?.endsWith('ago') === true) { calendar.last = told; calendar.lastSentence = toldIn } // "795 days ago the war began.": what follows is news
    const goesOn = e.campaign && !isOwnDay(calendar, sentences[p.index]!, p.index, e, begun) ? campaignFrom(calendar, begun) : null
    const day = goesOn ?? lastingUpTo(document, calendar, p.index, e.first, begun) ?? goingOn(document, calendar, p, e, begun) ?? begun
    const toPlace: ToPlace = { sentence: p.index, chunks: p.chunks, first: e.first, last: e.last, speech, what: 'event', kind: e.type, of: null, value: 0, day, sides: actors, memory, bound: timed?.at ?? null, speaker: voice?.speaker ?? null }
    if (e.type !== 'diplomacy') observe?.placed?.({ first: e.first, last: e.last, what: 'event', type: e.type, measure: null, value: null }, placeCandidates(document, scene, toPlace))
    const ownGroup = ownPlace(e, p)
    if (e.begins && day?.written == null && !goesOn && !(ownGroup && ownGroup.places[0]!.precision === 'settlement')) { note(e, 'the war itself, told without its day'); return }
    if (e.needsDay === true && day?.written == null) { note(e, 'background told without its day'); return }
    const { places, source } = e.type === 'diplomacy' ? seats.seatOf(e, p) : (e.type === 'deployment' ? seats.destinationOf(e, p) ?? seats.homeOf(e, p) : e.type === 'unrest' ? seats.risingOf(e, p) : null) ?? ownPlace(e, p) ?? (e.begins && scene.theatre && !e.skirmish ? { places: [scene.theatre], source: 'theatre' as const } : null) ?? ofTheatre(e, placesFor(document, scene, toPlace))
    const found = eventPlaces(e, places, source, tokens.lower, scene, p.index, war)
    if (isToldBeside(e, p.chunks, events[p.index]!, findings[p.index]!, found[0]?.precision === 'country', source)) { note(e, 'told beside it'); return }
    // an invasion is of the other side's land
    if ((e.rule === 'frame-war-waged' || e.type === 'territory_change' && (e.needsDay === true || e.rule === 'noun-territory_change' && found[0] !== undefined && found[0].first < e.last)) && found[0]?.precision === 'country' && e.by !== null && countryName(found[0].country) === e.by && war.attacked !== null && war.attacked !== e.by) { const land = scene.lands.get(war.attacked); if (land) found.splice(0, found.length, land) }
    if (e.type === 'strike' && e.raid && day?.written != null && day.from === day.to) e.type = 'violence_against_civilians'
    if (e.type !== 'diplomacy' && found.length > 0 && (source === 'clause' || source === 'sentence')) scenePlaces ??= found
    // forces that go into the other side's land are fighting for it
    if (e.enters && e.by !== null && found[0] && found[0].precision !== 'country' && (held.get(found[0].name) ?? countryName(found[0].country ?? scene.theatre?.country ?? null)) !== e.by && (e.by === war.attacker || e.by === war.attacked)) e.type = 'ground_combat'
    if (e.rule === 'verb-withdraw' && source !== 'clause' && source !== 'sentence' && !leavesPlace(p.chunks, e.anchor)) { note(e, 'forces that go, without the ground they leave'); return }
    if (e.needsDay === true && found.length === 0) { note(e, 'background told without its place'); return }
    const guest = (e.type === 'territory_change' || e.rule === 'frame-surround') && found[0] ? guestWhoLeaves(e, p.chunks[e.anchor]!.vg?.verb?.lemma ?? '', tokens, found[0], war) : null
    if (guest !== null) { e.type = 'deployment'; e.by = guest; e.against = null }
    for (const place of found.length > 0 ? withIncluded(tokens, scene.groups(p.index), found, source, p.index) : [null]) {
      if (isToldHere(toldHere.get(e.type), place?.name ?? '', e.nominal ? null : day) && e.rule !== 'ruler-falls') continue
      // words that only point to an event ("the attack", "its invasion") tell none of their own without a place and a day
      const stated = source === 'clause' || source === 'sentence' || source === 'speaker' && !e.definite || source === 'theatre' && e.needsDay === true
      if (e.nominal && e.type !== 'diplomacy' && !(goesOn && found[0] && found[0].precision !== 'settlement') && ((!stated && !ALWAYS_NEWS.has(e.type) && !(e.happens && !e.definite && found.length === 0)) || (e.definite && day?.written == null && !ALWAYS_NEWS.has(e.type) && !(e.happens === true && source === 'clause')) || pointsAway(e, source, place, day))) { note(e, 'points to an event told elsewhere, or has no place of its own'); continue }
      if ((PERSONAL.has(e.type) && e.rule !== 'atrocities' || e.rule === 'frame-ruler-toppled') && !isNews(day, p.index)) { note(e, 'told without a day, after the lead'); continue }
      const settled = register.settle(e.type, place, source, day, sentences[p.index]!.post, p.index, e.type === 'diplomacy', e.type === 'deployment' ? e.by : null)
      if (!settled) { note(e, 'told already'); continue }
      tell(e.type, place, day)
      if (place && e.type !== 'diplomacy') memory.note(e.type, settled.date, place, p.index)
      const claim = push(out, e.first, e.last, sentences[p.index]!.post, {
        type: e.type, claimant: voice ? { name: voice.speaker.name, role: voice.speaker.role, channel: voice.speaker.channel } : null,
        stance: e.mood === 'possible' ? 'unconfirmed' : stanceOf(document, e.first, e.last, voice).stance,
        place: placeOf(settled.place, source), date: settled.date, by: e.by, against: e.against, weapons: e.weapons, quantities: [], contested: false, rule: e.rule,
      })
      if (claim && e.again && claim.date?.written === null) { const before = dayToldBefore(out, claim); if (before?.to != null) claim.date = { from: before.from, to: before.to, written: null, known: 'implied' } }
      if (claim) side(claim, e, place, p.index)
    }
  }

  /** A war told with its time, where its own sentence puts it nowhere, is that of the land which the report is about. */
  function ofTheatre(e: EventFinding, placed: { places: LocatedMention[]; source: PlaceSource }): { places: LocatedMention[]; source: PlaceSource } {
    const land = e.land === undefined ? undefined : scene.lands.get(e.land)
    if (land !== undefined) return { places: [land], source: 'sentence' }
    return (e.needsDay === true || e.begins === true || e.rule === 'war-goes-on' || e.rule === 'frame-intervenes') && scene.theatre && (e.rule === 'frame-intervenes' || placed.source !== 'clause' && placed.source !== 'sentence') ? { places: [scene.theatre], source: 'theatre' } : placed
  }

  /** The sentence has told an event of the type there, and of that day where it is said. */
  function tell(type: string, place: LocatedMention | null, day: DateRange | null): void {
    const told = toldHere.get(type) ?? new Map<string, Set<string | null>>(), name = place?.name ?? '', from = day?.written != null ? day.from : null
    toldHere.set(type, told.set(name, (told.get(name) ?? new Set<string | null>()).add(from)))
  }

  /** Told with a day, or where a report tells its news first. */
  function isNews(day: DateRange | null, sentence: number): boolean {
    return day?.written != null || sentence < LEAD || report.kind !== 'article' || calendar.bySentence[sentence]!.some((t) => t.from !== t.to && isCompared(tokens.lower, sentences[sentence]!.first, t.first)) // "the ninth of this year": the latest is news
  }

  /** Where the clause of an event puts it. */
  function ownPlace(e: EventFinding, p: ParsedSentence): { places: LocatedMention[]; source: PlaceSource } | null {
    const groups = scene.sites(p.index)
    const found = groups.length > 0 ? statedPlace(p.chunks, e, groups) ?? (e.rule === 'frame-drives-out' ? placeLeft(p.chunks, e.anchor, groups) : null) ?? (p.chunks[e.anchor]!.vg?.passive === true || e.rule === 'frame-place-falls' ? subjectPlace(p.chunks, e.anchor, groups) : null) ?? directPlace(p.chunks, e.anchor, groups, tokens.lower, e.type === 'infrastructure_disruption') ?? (e.nominal ? placeBehindVerb(p.chunks, e.anchor, groups, tokens.lower) ?? sufferingPlace(p.chunks, e.anchor, groups) : placeBeforeWhere(p.chunks, e.anchor, groups)) : null
    return found ? { places: found, source: 'clause' } : null
  }

  function note(e: EventFinding, why: string): void {
    notes.push({ start: tokens.start[e.first]!, end: tokens.end[e.last - 1]!, rule: e.rule, note: why })
  }

  /** Keeps the day told for what comes after; the day of words (`done`: false) is kept only where they are not said to be spoken on it. */
  function remember(found: { date: DateRange | null; mention: Calendar['last'] }, sentence: number, done = true): DateRange | null {
    if (found.mention && (done || !calendar.spoken.has(found.mention))) noteSpan(calendar, found.mention, sentence)
    if (found.mention && (done || !calendar.spoken.has(found.mention)) && isCarried(calendar, tokens.lower, found.mention, sentence) && !(calendar.lastSentence === sentence && calendar.last !== null && calendar.last.first > found.mention.first)) { calendar.last = found.mention; calendar.lastSentence = sentence }
    return found.date
  }

  function setsScene(m: LocatedMention): boolean {
    return SETS_SCENE.has(prepositionBefore(tokens.lower, m.first)) && !scene.traits(m).filed
  }

  /** The side named last before a token, in its sentence or the one before. */
  function lastSide(token: number, sentence: number): string | null {
    const from = sentences[Math.max(0, sentence - 1)]!
    return from.post === sentences[sentence]!.post ? (sentence > 0 && (tokens.lower[sentences[sentence]!.first] === 'it' || tokens.lower[sentences[sentence]!.first] === 'they') ? openingSide(tokens, parsed[sentence - 1]!.chunks) : null) ?? actorsIn(tokens, from.first, token, learned).at(-1)?.side ?? null : null
  }

  /** Whose land a place is, or who holds it as the report says. */
  function landOf(place: { name: string; country: string | null } | null): string | null {
    return place?.country && !SEA.test(place.name) ? held.get(place.name) ?? countryName(place.country) : null
  }

  function side(claim: Claim, e: EventFinding, place: LocatedMention | null, sentence: number, harmed: string | null = null): void {
    const land = STANDS_AT_IT.has(e.rule) ? null : landOf(place)
    const by = e.by ?? (e.pronounAgent ? voices.speakerAt(e.first)?.speaker.side ?? lastSide(e.first, sentence) : null)
    sided.push({ claim, by, against: e.against ?? (harmed !== null && harmed !== by && (ARMED_GROUPS.has(harmed) || harmed === land || harmed === war.attacker || harmed === war.attacked) ? harmed : null), land, counter: e.counter === true, stranger: e.stranger ?? null, speaksOf: e.type !== 'diplomacy' ? [] : (e.sense === 'meet' ? actorsIn(tokens, e.first, Math.min(e.last + MET_WITHIN, sentences[sentence]!.last), learned) : actorsIn(tokens, sentences[sentence]!.first, sentences[sentence]!.last, learned)).map((a) => a.side) })
  }

  function push(list: Claim[], first: number, last: number, post: number, rest: ClaimParts): Claim | null {
    const claim = claimOf(report, tokens, first, last, post, rest)
    if (claim !== null) list.push(claim)
    return claim
  }
}

export type { ParsedSentence }
