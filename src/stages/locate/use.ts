// Whether a place name means the place itself or only stands near it: "Moscow said", "Kyiv's forces", "Russian", "the Kyiv Independent".
import { FLAG_CAPITAL, TOKEN_OPEN_QUOTE, TOKEN_WORD, type Document, type TokenTable } from '../../model/document.ts'
import type { GazetteerPlace } from '../../model/gazetteer.ts'
import { countryOf } from '../../gazetteer/countries.ts'
import { actorsIn, ARMED_GROUPS, homesOf } from '../../languages/en/actors.ts'
import { demonymOf } from '../../languages/en/demonyms.ts'
import { BEFORE_PLACE, OWNED_WORD, SAY_VERB, SITE_WORD } from '../../languages/en/place-words.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { insideGroup } from '../../languages/en/actors.ts'
import { Kept } from '../../text/kept.ts'
import type { Found } from './found.ts'
import { classOf, nameLike, possessive, startsSentence, wordAfter, wordBefore } from './reader.ts'

const AGENT_BEFORE = new Set(['by', 'with', 'between', 'against', 'that', 'and', 'but', 'while', 'as', 'when', 'after', 'because', 'if', 'whether', 'since', 'although'])
const ADVERB = /^(?:also|again|already|now|still|repeatedly|earlier|later|previously|recently|then|never|has|have|had|is|was|will|would|itself)$/

/** Whom one accuses, urges or warns is a state, not its town. */
const ADDRESSED = /^(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|warn(?:s|ed|ing)?|condemn(?:s|ed|ing)?|criticis(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|told|tell|tells|persuad(?:e|ed|ing)|pressur(?:e|ed|ing)|provok(?:e|ed|ing)|appeas(?:e|ed|ing)|punish(?:ed|ing)?|isolat(?:e|ed|ing))$/

/** Who was told, or is cited, is an outlet or a person: "told Xinhua". */
const TOLD = /^(?:told|tells?|telling|citing|quoting)$/

/** States told by their letters, and words after them that are no nouns. */
const SHORT = /^(?:U\.?S\.?A?\.?|U\.?K\.?|U\.?A\.?E\.?)$/
const JOINS: ReadonlySet<string> = new Set(['and', 'or', ','])
const FUNCTION_WORD = /^(?:and|or|but|in|on|at|to|of|for|from|with|by|as|is|are|was|were|that|which|who|when|where|while|after|before|since|until|if|than|then|also|on|over)$/

/** `contains`: another name of the report is said to lie in it. true for a name that stands for a state or an organisation and not for the ground. Countries and their capitals act; other towns rarely do. */
export function standsForState(document: Document, found: Found, place: GazetteerPlace | null, contains: boolean): boolean {
  if (found.associative || found.nationality || insideGroup(document.tokens, found.first)) return true
  if (found.direction !== null || found.head !== null) return false
  const { tokens } = document
  if (isVessel(tokens, found, place)) return true
  const acts = place !== null && (place.precision === 'country' || place.feature === 'PPLC' || place.feature === 'TERR')
  const owner = possessive(tokens, found.last)
  const noun = owner ? found.last + 1 : wordAfter(tokens, found.last - 1)
  // "Ukraine's forces", "Kyiv officials": up to two words between
  for (let i = noun, steps = 0; i >= 0 && i < tokens.count && steps < 3; i = wordAfter(tokens, i), steps++) {
    const cls = classOf(tokens, i)
    if ((cls & OWNED_WORD) !== 0 && (owner || steps === 0)) {
      const next = wordAfter(tokens, i)
      if (owner && next >= 0 && (classOf(tokens, next) & SITE_WORD) !== 0) return false // "Taganrog's aircraft plant"
      return acts || owner
    }
    if (!owner) break
  }
  if (noPlace(document, found) || namesGroup(tokens, found, place)) return true
  if (!acts) return false
  // "four U.S. service members", "US and British jets": the short name of a state before a noun
  const short = SHORT.test(tokens.text.slice(tokens.start[found.first]!, tokens.end[found.last - 1]!))
  if (short && JOINS.has(tokens.lower[found.last] ?? '') && demonymOf(tokens.lower[found.last + 1] ?? '') !== null) return true
  if (short && noun >= 0 && noun < tokens.count && tokens.kind[noun] === TOKEN_WORD && (tokens.flags[noun]! & FLAG_CAPITAL) === 0 && !FUNCTION_WORD.test(tokens.lower[noun]!) && (classOf(tokens, noun) & BEFORE_PLACE) === 0) return true
  if (owner && !contains && found.last + 1 < tokens.count && nameLike(tokens, found.last + 1)) return true // "Yemen's Houthis"
  const before = wordBefore(tokens, found.first)
  const placed = before >= 0 && (classOf(tokens, before) & BEFORE_PLACE) !== 0
  if (before > 0 && tokens.lower[before] === 'on' && LAID.has(tokens.lower[before - 1]!)) return true // "explosions that were blamed on Ukraine"
  if (owner || placed && tokens.lower[before] !== 'of') return false
  if (before > 0 && tokens.lower[before] === 'against' && ATTACKS.has(tokens.lower[before - 1]!)) return false // "attacks against Ukraine have killed four"
  if (before >= 0 && (tokens.lower[before] === 'by' || tokens.lower[before] === 'with' || tokens.lower[before] === 'between')) return true
  if (before > 1 && tokens.lower[before] === 'and' && nameLike(tokens, before - 1) && BROKERS.test(tokens.lower[before - 2]!)) return true // "brokered by Washington and Paris"
  if (before >= 0 && ADDRESSED.test(tokens.lower[before]!)) return true
  const quoted = found.last + 1 < tokens.count && tokens.kind[found.last] === TOKEN_OPEN_QUOTE // "Baku “lost ten vehicles”"
  if (place?.feature === 'PPLC' && (before < 0 || AGENT_BEFORE.has(tokens.lower[before] ?? '')) && dealsWith(tokens, found.last)) return true // "Moscow and Kyiv each exchanged 246 prisoners"
  if (!quoted && isAlly(tokens.lower, found.last)) return true
  const after = quoted ? found.last + 1 : wordAfter(tokens, found.last - 1)
  if (after < 0) return false
  const verb = ADVERB.test(tokens.lower[after]!) && wordAfter(tokens, after) >= 0 ? wordAfter(tokens, after) : after
  if (IS.test(tokens.lower[after]!)) {
    let what = after + 1
    while (tokens.lower[what] === 'been' || tokens.lower[what]?.endsWith('ly') === true) what++
    if (BEFALLS.has(tokens.lower[what] ?? '')) return false // "Aden was heavily shelled"
  }
  const speaks = (classOf(tokens, after) & SAY_VERB) !== 0 || (classOf(tokens, verb) & SAY_VERB) !== 0
  return speaks && (before < 0 || startsSentence(document, found.first) || AGENT_BEFORE.has(tokens.lower[before]!) || tokens.lower[before] !== 'of')
}

/** What two states do to each other. */
const DEALS: ReadonlySet<string> = new Set(['exchanged', 'exchange', 'swapped', 'swap', 'traded', 'trade', 'agreed', 'agree', 'returned', 'handed', 'released', 'freed'])
const BEFORE_DEAL: ReadonlySet<string> = new Set(['and', 'each', 'both', 'have', 'has', 'had', 'also', 'again', 'once'])
const DEAL_WITHIN = 6

/** Whether a verb of what states do to each other follows token `at` over another name: "and Kyiv each exchanged". */
function dealsWith(tokens: TokenTable, at: number): boolean {
  for (let i = at; i < at + DEAL_WITHIN && i < tokens.count; i++) {
    if (DEALS.has(tokens.lower[i]!)) return true
    if (!BEFORE_DEAL.has(tokens.lower[i]!) && !nameLike(tokens, i)) return false
  }
  return false
}

const LAID = wordGroup('laid_on'), ATTACKS = wordGroup('attack_noun')
const IS = /^(?:is|was|has|had)$/, BEFALLS = wordGroup('befalls_towns')
const BROKERS = /^(?:by|with|between)$/
const ALLY = /^(?:all(?:y|ies)|backers?|supporters?|sponsors?|patrons?|foes?|rivals?|partners?|suppliers?|mediators?|brokers?)$/

/** "Moscow, a key ally of the government,": what only a state is. */
function isAlly(lower: readonly string[], at: number): boolean {
  if (lower[at] !== ',') return false
  const article = lower[at + 1]
  if (article !== 'a' && article !== 'an' && article !== 'the' && article !== 'which') return false
  for (let i = at + 2; i < at + 6; i++) if (ALLY.test(lower[i] ?? '')) return true
  return false
}

const OUTLET = new Set(['radio', 'television', 'tv', 'channel'])

/** "Fano militiamen" in Ethiopia: a group that is at home elsewhere than the town of its name. */
function namesGroup(tokens: TokenTable, found: Found, place: GazetteerPlace | null): boolean {
  const group = actorsIn(tokens, found.first, Math.min(tokens.count, found.last + 1))[0]
  if (group === undefined || group.first !== found.first) return false
  // "Red Cross": a body of several words, whatever town bears its name
  return ARMED_GROUPS.has(group.side) ? place === null ? group.last > found.last || homesOf(group.side).length > 0 : !homesOf(group.side).includes(place.country ?? '') : place !== null && group.last - group.first > 1 && group.last === found.last && countryOf(group.side) === null
}

/** "the Moskva sank": a town takes no article; what bears its name does. */
function isVessel(tokens: TokenTable, found: Found, place: GazetteerPlace | null): boolean {
  if (place === null || place.precision !== 'settlement' || tokens.lower[found.first - 1] !== 'the' || /^the /i.test(place.name)) return false
  const after = found.last
  if (possessive(tokens, after)) return false
  return after >= tokens.count || tokens.kind[after] !== TOKEN_WORD || FUNCTION_WORD.test(tokens.lower[after]!) || (classOf(tokens, after) & SAY_VERB) !== 0 || SINKS.has(tokens.lower[after]!)
}
const SINKS = wordGroup('befalls_ships')

/** "told Xinhua", "Radio Santa Fe reported": the name of who was told, or of an outlet. */
function noPlace(document: Document, found: Found): boolean {
  const { tokens } = document
  const before = wordBefore(tokens, found.first)
  if (CORRESPONDENT.test(tokens.lower[found.last] ?? '')) return true // "one of the Herald correspondents"
  if (found.first > 0 && GROUPING.has(tokens.lower[found.first - 1]!) && nameLike(tokens, found.first - 1)) return true // "Battlegroup Dnepr"
  if (before < 0) return false
  if (isPaper(document, before) && found.offer[0]?.precision !== 'country') return true
  return TOLD.test(tokens.lower[before]!) || OUTLET.has(tokens.lower[before]!) && nameLike(tokens, before) || FREE.has(tokens.lower[before]!) && nameLike(tokens, before) && before > 0 && OUTLET.has(tokens.lower[before - 1]!)
}
/** "Radio Free Asia" */
const FREE: ReadonlySet<string> = new Set(['free', 'liberty'])

/** What bears the name of a river or a land behind it. */
const GROUPING: ReadonlySet<string> = new Set(['battlegroup', 'grouping', 'taskforce'])
/** What a name before it is of that is no place: "Herald correspondents", "Molotov cocktails". */
const CORRESPONDENT = /^(?:correspondents?|cocktails?)$/
/** Names that stand behind a "The" with a capital within a sentence, by document. */
const papers = new Kept<ReadonlySet<string>>()

/** "told The Sandholm", "The Sandholm could not verify this": whether "The" at a token is written as in the name of a paper. */
function isPaper(document: Document, the: number): boolean {
  const { tokens } = document
  if (tokens.lower[the] !== 'the') return false
  const known = papers.of(tokens) ?? papers.keep(tokens, namedWithArticle(document))
  return known.size > 0 && known.has(tokens.lower[the + 1] ?? '') && tokens.text[tokens.start[the]!] === 'T'
}

function namedWithArticle(document: Document): Set<string> {
  const { tokens } = document, names = new Set<string>()
  for (let i = 1; i + 1 < tokens.count; i++) if (tokens.lower[i] === 'the' && tokens.text.startsWith('The', tokens.start[i]) && TOLD.test(tokens.lower[i - 1]!) && nameLike(tokens, i + 1)) names.add(tokens.lower[i + 1]!)
  return names
}
