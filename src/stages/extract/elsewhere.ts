// Places that a sentence names for another reason than that something happened there: where words are spoken, where people
// come from or are taken to, what a place is measured from or has to do with.
import { FLAG_CAPITAL, TOKEN_WORD, type LocatedMention, type TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isNumberWord } from '../../languages/en/numbers.ts'

const LOCATIVE = new Set(['in', 'at', 'near', 'on', 'over', 'across', 'outside', 'around', 'inside', 'within', 'throughout', 'into', 'against', 'off', 'toward', 'towards', 'to', 'onto', 'above', 'along', 'of'])
const BETWEEN = new Set(['the', 'a', 'city', 'town', 'village', 'port', 'southern', 'eastern', 'northern', 'western', 'central', 'occupied', 'capital', 'whole', 'all', 'much', 'parts', 'part', 'rest', 'region', 'area', 'district', 'of', 'besieged', 'embattled', 'war-torn', 'restive', 'disputed', 'contested', 'breakaway', 'rebel-held', 'government-held', 'nearby', 'neighbouring', 'neighboring', 'coastal', 'strategic', 'troubled', 'impoverished', 'northwestern', 'northeastern', 'southwestern', 'southeastern'])

const COMPASS = wordGroup('compass')

/** The preposition before a mention, over articles and kinds of places ("in the port city of"). */
export function prepositionBefore(lower: readonly string[], first: number): string {
  if (first > 2 && lower[first - 1] === 'of' && lower[first - 3] === 'the' && COMPASS.has(lower[first - 2]!)) return prepositionBefore(lower, first - 3) // "in the north of Mali"
  let k = first - 1
  while (k >= 0 && first - k < 12 && BETWEEN.has(lower[k]!)) k--
  const word = k >= 0 ? lower[k]! : ''
  if (OPENS_LIST.has(word) && k > 0 && SEVERAL.has(lower[k - 1]!)) return listPreposition(lower, k - 1)
  return word !== '' && LOCATIVE.has(word) || word === 'from' ? word : first > 0 && lower[first - 1] === 'of' ? 'of' : word
}

const OPENS_LIST: ReadonlySet<string> = new Set(['–', '—', '-', ':', '('])
const SEVERAL: ReadonlySet<string> = new Set(['regions', 'oblasts', 'provinces', 'governorates', 'districts', 'states', 'cities', 'towns', 'villages', 'settlements', 'communities'])
/** So many words may stand between a list's preposition and its noun. */
const LIST_WITHIN = 5

/** "|across| five Russian regions – X, Y and Z": the preposition before what a list is of, whose noun stands at `noun`. */
function listPreposition(lower: readonly string[], noun: number): string {
  for (let k = noun - 1; k >= 0 && noun - k <= LIST_WITHIN; k--) if (LOCATIVE.has(lower[k]!)) return lower[k]!
  return ''
}

/** Where words are spoken, judged or lived in exile, not where the harm that they tell of was done. */
const SEATS = wordGroup('seat')
/** Whether a mention says where words are spoken or somebody lives ("a court in X", "speaking in X", "X-based"), or a part of the world. */
export function isSeat(lower: readonly string[], m: LocatedMention): boolean {
  if (m.precision === 'region' && m.country === null) return true
  const at = beforeIn(lower, m)
  return at >= 0 && SEATS.has(lower[at]!) || isSpokenAt(lower, m)
}

/** Where the word before "in X" or "at X" stands; -1 where nothing is put in it. */
function beforeIn(lower: readonly string[], m: LocatedMention): number {
  let k = m.first - 1
  while (k >= 0 && m.first - k < 6 && BETWEEN.has(lower[k]!)) k--
  return k > 0 && (lower[k] === 'in' || lower[k] === 'at') ? k - 1 : -1
}

const SPOKEN_AT = wordGroup('spoken_at')
const SAID: ReadonlySet<string> = new Set(['said', 'says', 'added', 'announced', 'declared', 'stated', 'told', 'spoke', 'speaks', 'reported', 'reports', 'confirmed', 'claimed', 'claims', 'denied', 'denies'])
/** "shelling was reported in X" */
const IS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'been', 'being', 'as'])
const CLOSES: ReadonlySet<string> = new Set(['.', ',', ';', 'on', 'late', 'yesterday', 'today'])

/** "a court in X", "speaking in X", "five were killed, she said in X.": words are spoken there, and nothing else is told of it. */
export function isSpokenAt(lower: readonly string[], m: LocatedMention): boolean {
  if (lower[m.first - 1] === 'from' && REPORTS.has(lower[m.first - 2] ?? '')) return true // "Name Surname reports from X"
  const at = beforeIn(lower, m), word = lower[at] ?? ''
  if (word === 'headquarters' || word === 'base') for (let i = m.first - 2; i > 0 && m.first - i < 12; i--) if (SPEAKERS.has(lower[i]!)) return true // "a spokesman at the army headquarters in X"
  if (at < 0) return false
  if (SAID.has(word)) return !IS.has(lower[at - 1] ?? '') && CLOSES.has(lower[m.last] ?? '.')
  // "the ministry in Moscow said": it speaks for a land; where nothing is said it was perhaps hit
  if (m.place?.feature === 'PPLC' && SEATS.has(word) && SAID.has(lower[m.last] ?? '')) return true
  if (SAID.has(lower[m.last] ?? '') && speaksForState(lower, at, m.place?.feature === 'PPLC')) return true
  return SPOKEN_AT.has(word) && !isHarmed(lower, m.first)
}

/** "a ministry official in X said", "a UN spokesman in Geneva said": who speaks in a capital for a state, or anywhere for the world's council; a police official tells of his town. */
function speaksForState(lower: readonly string[], at: number, capital: boolean): boolean {
  if (!SPEAKS_FOR.has(lower[at]!)) return false
  for (let i = at; i >= 0 && at - i < ROLE_WITHIN && !CLOSES.has(lower[i]!); i--) if (WORLD.has(lower[i]!) || capital && STATE_SPEAKERS.has(lower[i]!)) return true
  return false
}
/** So many tokens of a role say whom one speaks for. */
const ROLE_WITHIN = 5
const SPEAKS_FOR = wordGroup('speaks_for'), WORLD: ReadonlySet<string> = new Set(['un', 'u.n.', 'nations', 'unhcr', 'who'])

const HARMED = wordGroup('harms_it')
/** "a bomb hit a conference in X", "police attacked reporters in X": something happened where they speak. */
function isHarmed(lower: readonly string[], first: number): boolean {
  for (let i = first - 1; i >= 0 && first - i < 8; i--) if (HARMED.has(lower[i]!)) return true
  return false
}

const SPEAKERS: ReadonlySet<string> = new Set(['spokesman', 'spokeswoman', 'spokesperson', 'official', 'officials'])
const REPORTS: ReadonlySet<string> = new Set(['reports', 'reporting'])

/** "a swap mediated by the Emirates": who does it, not where. */
function doesIt(lower: readonly string[], m: LocatedMention): boolean {
  return lower[m.first - 1] === 'by' || lower[m.first - 1] === 'the' && lower[m.first - 2] === 'by'
}

export const isNoScene = (lower: readonly string[], m: LocatedMention): boolean => seatsTalks(lower, m) || m.precision === 'settlement' && PACTS.test(lower[m.last] ?? '') || m.precision === 'country' && (doesIt(lower, m) || isBordered(lower, m))

/** "near the Mali border", "close to the Chad frontier": the land on the other side. */
const isBordered = (lower: readonly string[], m: LocatedMention): boolean => (lower[m.last] === 'border' || lower[m.last] === 'frontier') && NEAR_IT.has(lower[lower[m.first - 1] === 'the' ? m.first - 2 : m.first - 1] ?? '')
const NEAR_IT: ReadonlySet<string> = new Set(['near', 'to', 'from', 'nearing'])

const NAMED_HOUSES = wordGroup('named_house')
/** "al-Nau hospital in Omdurman": the name of a house, whatever town bears it, too. */
export function isNamesake(lower: readonly string[], m: LocatedMention, beside: readonly LocatedMention[]): boolean {
  if (m.precision !== 'settlement' || !NAMED_HOUSES.has(lower[m.last] ?? '') || lower[m.last + 1] !== 'in' && lower[m.last + 1] !== 'at') return false
  return beside.some((o) => o.precision === 'settlement' && o.first > m.last + 1 && o.first <= m.last + 4 && o.name !== m.name)
}

const TALKS = wordGroup('talks_seat')

const PACTS = /^(?:truces?|ceasefires?|cease-fires?|agreements?|accords?|protocols?|memorandum|treaty|treaties|deals?|pacts?|armistice)$/, SIGNED_WITHIN = 7
/** "ahead of talks in Minsk", "a truce signed in Doha": where they talk, not where they fight. */
function seatsTalks(lower: readonly string[], m: LocatedMention): boolean {
  if (m.first < 2 || lower[m.first - 1] !== 'in' && lower[m.first - 1] !== 'at') return false
  if (TALKS.has(lower[m.first - 2]!)) return true
  for (let i = m.first - 3; i > 1 && m.first - i < SIGNED_WITHIN && lower[i + 1] !== ','; i--) if (lower[i] === 'by' && TALKS.has(lower[i - 1]!)) return PACTS.test(lower[i - 2]!) || PACTS.test(lower[i - 3]!) // "a truce was signed by both sides in X"
  return false
}

/** "In Baku, they announced" */
const SPEAKS_THERE = /^(?:they|officials|authorities)$/, SAYS_THERE = /^(?:said|say|announced|reported|confirmed|told|put|added|claimed)$/
/** What stands before a clause: "nine died in X, officials said" is no such. */
const OPENS: ReadonlySet<string> = new Set(['.', '!', '?', ';', ':', '"', '”', '“', 'and', 'but', 'while'])
const CARES = /^(?:hospitals?|clinics?|centres?|centers?|facility|facilities|morgue|mortuary)$/
const TAKEN = new Set('taken brought rushed airlifted evacuated transferred transported flown moved ferried treated admitted referred hospitalised hospitalized hospitalized'.split(' '))

/** "In Baku, they announced that …", "were taken to hospital in X": where words are spoken or the wounded lie, not where anything was done. */
export function isElsewhere(lower: readonly string[], m: LocatedMention): boolean {
  let k = m.first - 1
  // "in the country's capital, X"
  if (lower[k] === ',' && lower[k - 1] === 'capital') { k -= 2; while (k >= 0 && m.first - k < 8 && lower[k] !== 'in' && lower[k] !== ',') k-- }
  else while (k >= 0 && m.first - k < 6 && BETWEEN.has(lower[k]!)) k--
  if (isBoundFor(lower, m.first) || isLedTo(lower, k) || fledFor(lower, m)) return true
  if (k < 0 || lower[k] !== 'in' && lower[k] !== 'at') return false
  const opens = lower[k] === 'in' && lower[m.last] === ',' && (k === 0 || OPENS.has(lower[k - 1]!))
  if (opens && m.place?.feature === 'PPLC' && stateSpeaks(lower, m.last + 1)) return true
  if (opens && (SPEAKS_THERE.test(lower[m.last + 1] ?? '') && SAYS_THERE.test(lower[m.last + 2] ?? '') || LOOKS_ON.has(lower[m.last + 1] ?? ''))) return true
  if (isShownAt(lower, k)) return true
  if (k > 0 && (LIFE_OF.has(lower[k - 1]!) || WORKS_AT.has(lower[k - 1]!) && !isHarmed(lower, m.first))) return true // "who had trained in X", "owned by a firm in X"
  if (k > 1 && (lower[k - 1] === 'was' || lower[k - 1] === 'were') && lower[k - 2] === 'who' && ATTENDS.has(lower[m.last] ?? '')) return true // "who was in X for a summit"
  if (k > 0 && ROOTED.has(lower[k - 1]!)) return true
  return k > 0 && CARES.test(lower[k - 1]!) && takenThere(lower, k - 1)
}

const LED = wordGroup('led_away')

/** "250 were kidnapped and taken to X", "dragged back into X": where they ended up. */
const isLedTo = (lower: readonly string[], k: number): boolean => k > 1 && (lower[k] === 'to' || lower[k] === 'into') && (LED.has(lower[k - 1]!) || lower[k - 1] === 'back' && LED.has(lower[k - 2]!) || isDeported(lower, k))

/** "deported 20,000 children |to X|", "forcibly took them to X": not from there. */
function isDeported(lower: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < DEPORTED_WITHIN && lower[i] !== ',' && lower[i] !== '.'; i--) if (DEPORTS.has(lower[i]!)) return true
  return false
}
const DEPORTS = wordGroup('deport_said'), DEPORTED_WITHIN = 10

/** "were taken to hospital in X": where the wounded ended up, not where they were hurt. */
function takenThere(lower: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 8; i--) if (TAKEN.has(lower[i]!)) return true
  return false
}

const SHOWN = wordGroup('shown_at')
/** Whether words between two tokens say that something is shown: "went on display", "was exhibited". */
export function isShown(lower: readonly string[], first: number, last: number): boolean {
  for (let i = Math.max(first, 1); i < last; i++) if (SHOWN.has(lower[i]!) && (lower[i]!.endsWith('ed') || lower[i - 1] === 'on')) return true
  return false
}

/** "a captured tank is on show in X", "exhibited two guns in X": where things taken elsewhere are seen. */
function isShownAt(lower: readonly string[], at: number): boolean {
  let first = at
  while (first > 1 && at - first < SHOWN_WITHIN - 1 && !ENDS_CLAUSE.has(lower[first - 1]!)) first--
  return isShown(lower, first, at)
}
const ENDS_CLAUSE: ReadonlySet<string> = new Set([',', '.', ';'])
const SHOWN_WITHIN = 8
const LIFE_OF = wordGroup('life_of'), WORKS_AT = wordGroup('works_at'), LOOKS_ON = wordGroup('looks_on'), ATTENDS = wordGroup('attends')
/** "a group with origins in Uganda" */
const ROOTED = wordGroup('rooted')
/** "a convoy heading for Niger" */
const BOUND = wordGroup('bound_for')
export const isBoundFor = (lower: readonly string[], first: number): boolean => lower[first - 1] === 'for' && BOUND.has(lower[first - 2] ?? '')

/** "fled the bombing for the republic of X": where they ended up. */
function fledFor(lower: readonly string[], m: LocatedMention): boolean {
  let k = m.first - 1
  while (k > 0 && m.first - k < 7 && (BETWEEN.has(lower[k]!) || A_LAND.has(lower[k]!))) k--
  if (lower[k] !== 'for') return false
  for (let i = k - 1; i > 0 && k - i < 5; i--) if (FLED.has(lower[i]!)) return true
  return false
}
const A_LAND: ReadonlySet<string> = new Set(['republic', 'province', 'state', 'country'])
const FLED: ReadonlySet<string> = new Set(['fled', 'flee', 'fleeing', 'left'])
const STATE_SPEAKERS = wordGroup('state_speaker')
const LONGEST_ROLE = 9

/** "In Kinshasa, government spokesman X said": a state speaks in its capital. */
function stateSpeaks(lower: readonly string[], from: number): boolean {
  let state = false
  for (let i = from; i < from + LONGEST_ROLE && i < lower.length; i++) {
    if (SAYS_THERE.test(lower[i]!)) return state
    if (lower[i] === ',' || lower[i] === '.') return false
    if (STATE_SPEAKERS.has(lower[i]!)) state = true
  }
  return false
}

const LINKED = wordGroup('linked_to')
const JOINED: ReadonlySet<string> = new Set(['to', 'with', 'from', 'by', 'between'])

/** "alleged links to neighbouring Rwanda", "weapons from Iran", "backed by Turkey": a land that has to do with somebody. */
export function isLinked(lower: readonly string[], m: LocatedMention): boolean {
  if (m.precision !== 'country') return false
  let k = m.first - 1
  while (k > 0 && m.first - k < 4 && BETWEEN.has(lower[k]!)) k--
  return k > 0 && JOINED.has(lower[k]!) && LINKED.has(lower[k - 1]!)
}

const COMES = wordGroup('comes_from')

const RANKS = wordGroup('short_title')
/** A rank or an age stands so many words before the end of a name. */
const NAMED_WITHIN = 5

/** "Sgt John Dunbar of Austin, Texas,", "an ambassador to London": where somebody is from, or was sent. */
function belongsTo(lower: readonly string[], { first, last }: LocatedMention): boolean {
  if (lower[first - 1] === 'to') return lower[first - 2] === 'ambassador'
  if (lower[first - 1] !== 'of' || lower[last] !== ',') return false
  for (let k = first - 3; k >= 0 && k >= first - 1 - NAMED_WITHIN; k--) if (RANKS.has(lower[k]!)) return true
  return false
}

/** "were from X", "two from X": where people come from, not where anything was done to them. */
export function comesFrom(lower: readonly string[], m: LocatedMention): boolean {
  if (belongsTo(lower, m)) return true
  let k = m.first - 1
  while (k >= 0 && m.first - k < 4 && BETWEEN.has(lower[k]!)) k--
  return k > 0 && lower[k] === 'from' && (COMES.has(lower[k - 1]!) || isNumberWord(lower[k - 1]!)) && !isLeft(lower, k)
}

const WITHDRAWS = wordGroup('withdraws')

/** "withdrew its 1,500 soldiers |from X|": what they left. */
function isLeft(lower: readonly string[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i > from - 9; i--) { if (WITHDRAWS.has(lower[i]!)) return true; if (lower[i] === '.' || lower[i] === ',') return false }
  return false
}

const DISTANCE = wordGroup('distance')
/** "120km from" */
const FUSED_DISTANCE = /^\d[\d.,]*(?:km|mi|miles?|kilomet(?:re|er)s?)$/
const ADJOINS = wordGroup('adjoins')
/** "east of the state capital of X" */
const CAPITAL_OF: ReadonlySet<string> = new Set(['state', 'provincial', 'regional', 'national'])
const A_KIND: ReadonlySet<string> = new Set(['capital', 'city', 'town', 'village', 'port'])

/** "north of X", "20 km from X", "bordering X": the place told by it is another. */
export function isMeasuredFrom(lower: readonly string[], m: LocatedMention): boolean {
  let k = m.first - 1
  while (k >= 0 && m.first - k < 6 && BETWEEN.has(lower[k]!) && (lower[k] !== 'of' || A_KIND.has(lower[k - 1]!))) k--
  if (k > 1 && CAPITAL_OF.has(lower[k]!)) k -= lower[k - 1] === 'the' ? 2 : 1
  if (lower[k] === ',' && lower[k - 1] === 'capital') k -= lower[k - 2] === 'the' ? 3 : 2 // "120 km from the capital, X"
  if (lower[k] === 'from' && lower[k - 1] === ')') return lower[k - 4] === '(' && DISTANCE.has(lower[k - 2]!) || lower[k - 3] === '(' && DISTANCE.has(lower[k - 2]!) // "15 kilometres (nine miles) from X"
  return k > 0 && (ADJOINS.has(lower[k]!) || lower[k] === 'of' && COMPASS.has(lower[k - 1]!) && !(m.precision === 'country' && lower[k - 2] === 'the') || lower[k] === 'from' && (DISTANCE.has(lower[k - 1]!) || FUSED_DISTANCE.test(lower[k - 1]!))) || liesAway(lower, m.first)
}

/** "620 miles away from the front lines in X". */
function liesAway(lower: readonly string[], first: number): boolean {
  for (let i = first - 1; i > 0 && i > first - 8; i--) {
    if (lower[i] === ',' || lower[i] === '.' || lower[i] === '–' || lower[i] === '—' || lower[i] === '--') return false
    if (lower[i] === 'from' && lower[i - 1] === 'away') return true
  }
  return false
}

/** "attacks outside the Donbas region": anywhere but there; outside a town is at it. */
export const isLeftOut = (lower: readonly string[], m: LocatedMention): boolean => (m.precision === 'region' || m.precision === 'country') && prepositionBefore(lower, m.first) === 'outside'

/** Where in a land: "eastern", "south". */
export const DIRECTION_WORD = /^(?:north|south|east|west|central|centre|center)/

const LAUNCHES = wordGroup('launched_from'), BEFORE_SITE = wordGroup('launch_site')
/** So many tokens a list of launch sites runs, and so far before it stands what was launched. */
const SITES_RUN = 60, LAUNCHED_WITHIN = 9

/** "90 drones launched from Kursk, Oryol and Millerovo", "missiles fired from aircraft over the Caspian Sea": where it took off, not where it struck. */
export function isLaunchSite({ lower, flags, kind }: TokenTable, m: LocatedMention): boolean {
  let at = m.first - 1
  for (const least = Math.max(0, m.first - SITES_RUN); at >= least && lower[at] !== 'from'; at--) if (kind[at] === TOKEN_WORD && (flags[at]! & FLAG_CAPITAL) === 0 && !BEFORE_SITE.has(lower[at]!) || lower[at] === '.' || lower[at] === ';') return false
  if (lower[at] !== 'from') return false
  for (let i = at - 1; i >= 0 && at - i <= LAUNCHED_WITHIN && lower[i] !== '.'; i--) if (LAUNCHES.has(lower[i]!)) return true
  return false
}
