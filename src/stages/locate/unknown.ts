// Places that no gazetteer has, recognised by the words around them: "the village of X", "X district", "in X, near Y".
import { FLAG_CAPITAL, FLAG_HYPHEN, TOKEN_NUMBER, type Document, type TokenTable } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { actorsIn, ARMED_GROUPS, sideOfWord } from '../../languages/en/actors.ts'
import { demonymOf } from '../../languages/en/demonyms.ts'
import { BEFORE_PLACE, COMMON_WORD, DIRECTION, DISTRICT_WORD, FIRST_NAME, LAST_NAME, NOT_NAME, ORG_WORD, REGION_WORD, SAY_VERB, SETTLEMENT_WORD, SITE_WORD, STATE_WORD, TITLE } from '../../languages/en/place-words.ts'
import { foundAt, type Found, type Head } from './found.ts'
import { NO_PLACES } from './offer.ts'
import { allCapitals, classOf, nameLike, possessive, startsSentence, wordAfter, wordBefore, type Setting } from './reader.ts'

const AT = new Set(['in', 'near', 'outside', 'around', 'entered', 'shelled', 'liberated', 'recaptured', 'retook', 'besieged', 'bombarded'])
const KINDS = new Set([...wordGroup('town'), ...wordGroup('towns')]), BOMBED = new Set('bombed shelled struck hit attacked raided stormed bombing shelling hitting attacking'.split(' '))
/** What towns are called by in front of their names: "Barangay X" is X. */
const CALLED = new Set(['barangay', 'sitio', 'kampung', 'kibbutz', 'moshav'])
/** What is done to towns alone, or said of them: "stormed X in the Y region", "full control of X, in Y", "the outskirts of X". */
const BEFORE_TOWN = new Set('at stormed raided overran overrun shelled pounded bombarded bombed strafed entered besieged encircled surrounded retook retaken recaptured liberated storming raiding shelling pounding bombarding bombing entering besieging encircling retaking recapturing liberating'.split(' '))
const OF_TOWN = new Set('control direction forests forest hills jungle jungles mountains outskirts residents inhabitants villagers townspeople siege recapture liberation shelling bombardment bombing storming fall encirclement battle'.split(' '))
/** "rebels seized X": armed men take towns, and people by both names. */
const SEIZES = new Set('seize seizes seized capture captures captured take takes took attack attacks attacked invade invades invaded'.split(' ')), ARMED = new Set('rebels troops army forces fighters insurgents soldiers militants jihadists militia separatists brigade bandits gunmen terrorists militiamen'.split(' '))
/** "a drone hit X", "jets targeted X" */
const HITS = new Set(['hit', 'hits', 'struck', 'strikes', 'targeted', 'targets', 'rocked', 'pounded']), HITTERS = wordGroup('from_afar')
/** What falls "on X". */
const DROPPED = new Set(['bomb', 'bombs', 'shell', 'shells', 'rocket', 'rockets', 'missile', 'missiles', 'mortars', 'munitions', 'grenades'])
/** "a raid on X in the Y district" */
const ATTACKS = new Set('attack attacks raid raids strike strikes airstrike airstrikes assault assaults shelling bombardment bombing ambush'.split(' '))
const TO_TOWN = new Set(['in', 'on', 'at', 'near', 'of', 'for', 'from', 'to', 'into', 'over', 'towards', 'toward', 'outside', 'around'])
/** How names of villages begin in the languages of the lands at war: "Wad al-Noura", "Kafr Zita", "Beit Hanoun", "Nova Kamianka". */
const BEGINS_TOWN = new Set('wad umm deir dayr beit bayt beyt khirbet khirbat tell tel ain ayn kafr kfar jabal jebel jabel wadi khan qasr ras bir burj hosh souk suq tal nova novo novi velyka velykyi mala malyi verkhnia verkhniy nyzhnia nyzhniy stara staryi krasna bila san santa santo puerto'.split(' '))
const COMPASS = wordGroup('compass')
/** What stands at a town and is told with it. */
const SITES_AT = wordGroup('site_at')
const POSTS = new Set('base bases camp camps garrison barracks checkpoint post outpost airfield airport airbase depot prison hospital market position positions headquarters troops soldiers forces'.split(' '))
/** What goes on at a town, and what it is fought for with. */
const FOUGHT = new Set(['clashes', 'clash', 'fighting', 'battle', 'incursion', 'ambush', 'massacre', 'arms', 'surrendered']), BATTLE = new Set(['battle', 'battles', 'fight', 'fighting'])
/** "Zarit military base", "Zarit barracks": what bears a name of its own. */
const OF_ARMS = new Set(['military', 'army', 'air', 'naval', 'police', 'border'])
const POSTED = new Set(['airbase', 'airfield', 'barracks', 'garrison'])
/** Between a name and what it is: ", a strategic border town on". */
const MOST_APART = 5
/** Parts of a land that bodies of a state are named like, too: in small letters. */
const PARTS_OF_LAND = wordGroup('part_of_land')
const BEHIND_KIND = new Set([',', '.', ';', ')', 'on', 'in', 'near', 'of', 'that', 'which', 'about', 'where', 'some', 'held', 'home', 'and', 'outside', 'along', 'close', 'between', 'at', 'north', 'south', 'east', 'west', 'just'])
/** Words of a name before a word for a town. */
const LONGEST_NAME = 4
/** What a settlement is called that a people is called, too. */
const COMMUNITIES = new Set(['community', 'communities'])
const INTO_TOWN = new Set(['attacked', 'attacking', 'invaded', 'invading'])
const A_TOWN = new Set(['village', 'town', 'settlement', 'hamlet', 'port'])
export const VILLAGE: ReadonlySet<string> = new Set(['village', 'hamlet'])
const LIES = new Set(['of', 'in']), ENDS = new Set(['.', ',', 'on'])
const QUARTER = /^(?:neighbou?rhoods?|suburbs?|quarter|area|sector|zone|locality|woreda|kebele|payam|cercle)$/
/** What land is made of: "in the Sambisa forest". */
const NATURAL = new Set(['forest', 'valley', 'gorge', 'mountains', 'hills', 'island', 'islands', 'desert', 'plateau', 'peninsula', 'marshes', 'highlands'])
const BEFORE_NOUN = new Set(['urban', 'residential', 'refugee', 'displacement', 'cattle'])
/** "Houthi-held", "Junta-run", "Shiite-majority": whose something is, or of what kind. */
const WHOSE = /-(?:held|led|run|majority|[a-z]+ed)$/
const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)[-–](?:january|february|march|april|may|june|july|august|september|october|november|december)$/
/** "the Sunni Adhamiyah neighbourhood": of whom most live there. */
const FAITHS = new Set(['sunni', 'shia', 'shiite', 'shi’ite', "shi'ite", 'christian', 'muslim', 'druze', 'alawite', 'yazidi', 'kurdish', 'turkmen'])
const NO = NOT_NAME | TITLE | ORG_WORD | DIRECTION

/** "As talks went on with Weber, Kenya said": whether a verb follows, so that the land before it is who acts and not where something lies. */
export const actsAt = (tokens: TokenTable, i: number): boolean => i < tokens.count && ((classOf(tokens, i) & SAY_VERB) !== 0 || HAS.has(tokens.lower[i]!))
const HAS: ReadonlySet<string> = new Set(['has', 'had', 'is', 'was', 'will', 'would'])

/**
 * A place known from its wording alone, over at most three tokens from `i`; null where the wording does not say so.
 * `saysWhere`: whether a country or a state is named from a token on.
 */
export function unknownPlace(document: Document, i: number, limit: number, setting: Setting, people: ReadonlySet<string>, previous: Found | undefined, saysWhere: (document: Document, gazetteer: Gazetteer, i: number) => boolean, gazetteer: Gazetteer): Found | null {
  const { tokens } = document
  if (setting === 'ordinary') { const village = namedVillage(tokens, i, limit); if (village > 0) return made(tokens, i, 'settlement', village) }
  if ((tokens.flags[i]! & FLAG_HYPHEN) !== 0 && WHOSE.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!))) return null
  if (MONTHS.test(tokens.lower[i]!)) return null // "in September-November 2020"
  if (setting !== 'ordinary' || (classOf(tokens, i) & NO) !== 0) return null
  if ((classOf(tokens, i) & BEFORE_PLACE) !== 0 && startsSentence(document, i)) return null // "In Washington, US officials"
  let last = i
  while (last - i < 2 && last + 1 < limit && wordAfter(tokens, last) > 0 && nameLike(tokens, last + 1) && (classOf(tokens, last + 1) & NOT_NAME) === 0) last++
  if (last > i && CALLED.has(tokens.lower[i]!)) return null
  // "Tsafe Local Government Area"
  for (let at = i + 1; at <= i + 3 && at < limit && nameLike(tokens, at - 1) && (classOf(tokens, at - 1) & NO) === 0; at++) if ((isCouncil(tokens, at) || isPark(tokens, at)) && wordAfter(tokens, at - 1) === at) return isPark(tokens, at) ? made(tokens, i, 'site', at + 2) : made(tokens, i, 'district', at)
  if (tokens.end[last]! - tokens.start[i]! < 3 || tokens.end[i]! - tokens.start[i]! < 2) return null
  const before = behindMarks(tokens, i)
  // a capital before it makes it the tail of another name, save "In X" at the head of a sentence and "Kibbutz X"
  if (before >= 0 && nameLike(tokens, before) && !KINDS.has(tokens.lower[before]!) && !FAITHS.has(tokens.lower[before]!) && !(startsSentence(document, before) && (classOf(tokens, before) & (BEFORE_PLACE | NOT_NAME)) !== 0)) return null
  const after = wordAfter(tokens, last)
  const afterClass = after < 0 ? 0 : classOf(tokens, after)
  if (allCapitals(tokens, i)) return null
  let clean = true // no word of it belongs to a person, a body or everyday speech
  let everyday = false // but one of several words that everyday speech has too
  for (let k = i; k <= last; k++) {
    const cls = classOf(tokens, k)
    if (k > i && (cls & (NO | COMMON_WORD)) === COMMON_WORD) { everyday = true; continue }
    if ((cls & (NO | COMMON_WORD)) !== 0 || people.has(tokens.lower[k]!) || allCapitals(tokens, k) || demonymOf(tokens.lower[k]!) !== null) clean = false
  }
  if (startsSentence(document, i) && (before < 0 || i === last) && wordBefore(tokens, i) < 0 && !(tokens.lower[last + 1] === ',' && saysWhere(document, gazetteer, last + 2)) && !(previous?.last === i - 1)) clean = clean && /[^a-z]/.test(tokens.lower[i]!)
  // "Starychi village", "Ohe Htein Twin village"
  if (after >= 0 && clean && A_TOWN.has(tokens.lower[after]!)) return made(tokens, i, 'settlement', last + 1)
  // "in Sadr City on Monday"
  if (last > i && tokens.lower[last] === 'city' && before >= 0 && TO_TOWN.has(tokens.lower[before]!) && !(after >= 0 && nameLike(tokens, after)) && !possessive(tokens, last + 1) && isNamed(tokens, i, last, people)) return made(tokens, i, 'settlement', last + 1)
  // "raided Hnan Khar Village in Gangaw Township"
  if (last > i && VILLAGE.has(tokens.lower[last]!) && before >= 0 && (BEFORE_TOWN.has(tokens.lower[before]!) || BOMBED.has(tokens.lower[before]!) || INTO_TOWN.has(tokens.lower[before]!) || TO_TOWN.has(tokens.lower[before]!)) && (after < 0 || !nameLike(tokens, after)) && isNamed(tokens, i, last, people)) return made(tokens, i, 'settlement', last)
  // "attacked Yankaba community in Zamfara State", "raided the Unguwar Mai community of"
  const lead = before > 0 && tokens.lower[before] === 'the' ? before - 1 : before
  if (after >= 0 && clean && before >= 0 && COMMUNITIES.has(tokens.lower[after]!) && (tokens.lower[after + 1] === 'in' || tokens.lower[after + 1] === 'of' || lead === before && (BEFORE_TOWN.has(tokens.lower[before]!) || INTO_TOWN.has(tokens.lower[before]!))) && (TO_TOWN.has(tokens.lower[lead]!) || BEFORE_TOWN.has(tokens.lower[lead]!) || INTO_TOWN.has(tokens.lower[lead]!))) return made(tokens, i, 'settlement', last + 1)
  if (everyday) clean = false
  // "the Speicher military base", "Zarit barracks"
  if (after >= 0 && clean && before >= 0 && (tokens.flags[after]! & FLAG_CAPITAL) === 0 && actorsIn(tokens, i, last + 1).length === 0) {
    const post = OF_ARMS.has(tokens.lower[after]!) ? wordAfter(tokens, after) : after
    if (post >= 0 && (POSTED.has(tokens.lower[post]!) || post !== after && tokens.lower[post] === 'base')) return made(tokens, i, 'site', last + 1)
  }
  // "rebels bombed the Zaina camp"
  if (after >= 0 && clean && before > 0 && tokens.lower[after] === 'camp' && tokens.lower[before] === 'the' && BOMBED.has(tokens.lower[before - 1]!)) return made(tokens, i, 'site', after + 1)
  // "Holosiiv district", "Shebekinsky urban district", "the Musabah area"
  if (after >= 0 && (tokens.flags[after]! & FLAG_CAPITAL) === 0 && clean) {
    const noun = BEFORE_NOUN.has(tokens.lower[after]!) ? wordAfter(tokens, after) : after
    const cls = noun < 0 ? 0 : classOf(tokens, noun)
    const word = noun < 0 ? '' : tokens.lower[noun]!
    if (word === 'area' && before >= 0 && TO_TOWN.has(tokens.lower[before]!) && (LIES.has(tokens.lower[noun + 1] ?? '') && noun + 2 < limit && nameLike(tokens, noun + 2) || COMPASS.has(tokens.lower[noun + 1] ?? '') && tokens.lower[noun + 2] === 'of' || tokens.lower[before] === 'in' && ENDS.has(tokens.lower[noun + 1] ?? ''))) return made(tokens, i, 'district', last + 1) // "in Dara Kot area of Buner", "north of Buner", "in Dara Kot area on Monday"
    if (QUARTER.test(word) && (word !== 'area' && word !== 'sector' && word !== 'zone' || before >= 0 && (tokens.lower[before] === 'the' || word === 'sector' && tokens.lower[before] === 'in' || (classOf(tokens, before) & DIRECTION) !== 0) || word !== 'sector' && i > 0 && possessive(tokens, i - 1))) return made(tokens, i, 'district', last + 1)
    if ((cls & DISTRICT_WORD) !== 0) return made(tokens, i, 'district', word.endsWith('s') ? last + 1 : noun + 1)
    if ((cls & REGION_WORD) !== 0 && !word.endsWith('s') && word !== 'department' && word !== 'territory') return made(tokens, i, 'region', noun + 1)
    if (noun !== after && word === 'camp' || NATURAL.has(word) && before >= 0 && tokens.lower[before] === 'the' && (classOf(tokens, i) & FIRST_NAME) === 0) return made(tokens, i, 'site', noun + 1)
  }
  if (last > i && (afterClass & (ORG_WORD | SITE_WORD)) === 0 && (classOf(tokens, last) & DISTRICT_WORD) !== 0 && (classOf(tokens, last) & COMMON_WORD) === 0 && (classOf(tokens, i) & (NO | FIRST_NAME)) === 0) return made(tokens, i, 'district', last + 1)
  const person = (classOf(tokens, i) & FIRST_NAME) !== 0 || (last > i && (classOf(tokens, last) & LAST_NAME) !== 0)
  // "the villages of X, Y and Z"
  if (previous !== undefined && previous.last === i - 1 && (previous.head === 'settlement' || previous.head === 'district' && tokens.lower[i - 1] !== 'or') && clean && (classOf(tokens, i) & FIRST_NAME) === 0 && (tokens.lower[i - 1] === ',' || tokens.lower[i - 1] === 'and' || tokens.lower[i - 1] === 'or')) return made(tokens, i, 'settlement', last + 1, false)
  // "struck Orikhiv, Huliaipole and X."
  if (previous !== undefined && previous.last === i - 1 && clean && !person && last === i && tokens.lower[i - 1] === 'and' && !previous.nationality && !previous.weak && previous.offer[0]?.precision === 'settlement' && (after < 0 || !nameLike(tokens, after)) && (tokens.lower[last + 1] === '.' || tokens.lower[last + 1] === ',') && (TO_TOWN.has(tokens.lower[previous.first - 1] ?? '') || BEFORE_TOWN.has(tokens.lower[previous.first - 1] ?? '') || tokens.lower[previous.first - 1] === ',') && actorsIn(tokens, i, last + 1).length === 0) return made(tokens, i, 'settlement', last + 1, false)
  // "Kherson, Sadove, X, Antonivka and Stanislav": one of a long list of towns
  if (previous !== undefined && previous.last === i - 1 && tokens.lower[i - 1] === ',' && tokens.lower[previous.first - 1] === ',' && clean && !person && !previous.nationality && !previous.weak && (previous.unknown ? previous.head === 'settlement' : previous.head === null && previous.offer[0]?.precision === 'settlement') && namesFollow(tokens, last + 1, limit) && actorsIn(tokens, i, last + 1).length === 0) return made(tokens, i, 'settlement', last + 1, false)
  // "Lyptsi, Ukraine"
  if (tokens.lower[last + 1] === ',' && last + 2 < limit && clean && !person && nameLike(tokens, last + 2) && !isOwner(tokens, last + 2) && !actsAt(tokens, last + 3) && saysWhere(document, gazetteer, last + 2)) return made(tokens, i, 'settlement', last + 1, false)
  // "X, a town on the border", "X, the capital of"
  if (clean && tokens.lower[last + 1] === ',' && (before < 0 || !nameLike(tokens, before)) && isKind(tokens, last + 2, limit)) return made(tokens, i, 'settlement', last + 1)
  if (before < 0) return null
  // "the village of X", "the town X"
  const kind = tokens.lower[before] === 'of' || tokens.lower[before] === 'called' || tokens.lower[before] === 'named' ? wordBefore(tokens, before) : before
  if (kind >= 0 && KINDS.has(tokens.lower[kind]!) && (classOf(tokens, i) & (NOT_NAME | TITLE)) === 0 && (kind !== before || clean)) {
    const word = tokens.lower[kind]!
    return made(tokens, i, /^(?:district|neighbou?rhood|suburb)/.test(word) ? 'district' : word === 'camp' ? 'site' : 'settlement', last + 1)
  }
  if (clean && !person && tokens.lower[before] === 'of' && before > 0 && tokens.lower[before - 1] === 'island' && (tokens.flags[before - 1]! & FLAG_CAPITAL) === 0) return made(tokens, i, 'site', last + 1) // "a base on the island of X"
  // "in the department of X"
  if (kind >= 1 && kind !== before && clean && !person && PARTS_OF_LAND.has(tokens.lower[kind]!) && (tokens.flags[kind]! & FLAG_CAPITAL) === 0 && tokens.lower[kind - 1] === 'the' && TO_TOWN.has(tokens.lower[kind - 2] ?? '') && tokens.lower[kind - 2] !== 'of') return made(tokens, i, 'district', last + 1)
  // "north of X in the Y region", "a base at X", "clashes at X", "the battle for X"
  const joint = before > 0 ? tokens.lower[before - 1]! : ''
  if (clean && !person && last - i < 2 && !possessive(tokens, last + 1) && (tokens.lower[before] === 'of' && COMPASS.has(joint) || tokens.lower[before] === 'at' && (POSTS.has(joint) || FOUGHT.has(joint) || SITES_AT.has(joint)) || tokens.lower[before] === 'for' && BATTLE.has(joint)) && actorsIn(tokens, i, last + 1).length === 0) return made(tokens, i, 'settlement', last + 1, false)
  // "in X, near Y", "in X on Monday", "in nearby X"
  if ((AT.has(tokens.lower[before]!) || tokens.lower[before] === 'nearby' && AT.has(joint)) && clean && !person && !possessive(tokens, last + 1) && (afterClass & (STATE_WORD | SITE_WORD | ORG_WORD)) === 0 && last - i < 2 && !everydayAfter(document, after) && actorsIn(tokens, i, last + 1).length === 0) return made(tokens, i, 'settlement', last + 1, false)
  // "a strike on X, in southern Y", "stormed X in the Y region", "took full control of X"
  if (clean && !person && last - i < 2 && !possessive(tokens, last + 1) && (afterClass & (STATE_WORD | SITE_WORD | ORG_WORD)) === 0 && actorsIn(tokens, i, last + 1).length === 0) {
    const town = BEFORE_TOWN.has(tokens.lower[before]!) || last === i && before > 0 && SEIZES.has(tokens.lower[before]!) && (ARMED.has(tokens.lower[before - 1]!) || ARMED_GROUPS.has(sideOfWord(tokens.lower[before - 1]!) ?? '')) || last === i && before > 0 && HITS.has(tokens.lower[before]!) && HITTERS.has(tokens.lower[before - 1]!) || tokens.lower[before] === 'of' && before > 0 && OF_TOWN.has(tokens.lower[before - 1]!)
    // "opened fire on Wad al-Noura"
    if (last > i && BEGINS_TOWN.has(tokens.lower[i]!) && (TO_TOWN.has(tokens.lower[before]!) || BEFORE_TOWN.has(tokens.lower[before]!) || INTO_TOWN.has(tokens.lower[before]!))) return made(tokens, i, 'settlement', last + 1, false)
    const apart = tokens.lower[last + 1] === ','
    // "at Kibata, about 11 km (7 miles) north of Y"
    if (apart && (TO_TOWN.has(tokens.lower[before]!) || BEFORE_TOWN.has(tokens.lower[before]!)) && isDistance(tokens, last + 2)) return made(tokens, i, 'settlement', last + 1, false)
    if (apart && tokens.lower[before] === 'at' && tokens.lower[last + 2] === 'near') return made(tokens, i, 'settlement', last + 1, false) // "killed 13 at X, near the coast"
    // "were brought to Tabayin, where two died"
    if (apart && tokens.lower[last + 2] === 'where' && TO_TOWN.has(tokens.lower[before]!)) return made(tokens, i, 'settlement', last + 1, false)
    const raided = tokens.lower[before] === 'on' && before > 0 && ATTACKS.has(tokens.lower[before - 1]!)
    // "dropped seven bombs on X", "rained shells on X"
    if (last === i && tokens.lower[before] === 'on' && before > 1 && DROPPED.has(tokens.lower[before - 1]!) && !everydayAfter(document, after)) return made(tokens, i, 'settlement', last + 1, false)
    if ((town || raided || apart && TO_TOWN.has(tokens.lower[before]!)) && liesIn(document, gazetteer, apart ? last + 2 : last + 1, limit, saysWhere)) return made(tokens, i, 'settlement', last + 1, false)
    if (town && tokens.lower[before] !== 'at' && last === i && !everydayAfter(document, after)) return made(tokens, i, 'settlement', last + 1, false)
  }
  return null
}

/** Whether a list of names goes on at token `at`: ", Antonivka and", "and the city of". */
function namesFollow(tokens: TokenTable, at: number, limit: number): boolean {
  if (at + 1 >= limit || tokens.lower[at] !== ',' && tokens.lower[at] !== 'and') return false
  if (tokens.lower[at + 1] === 'and' || tokens.lower[at + 1] === 'the') return at + 2 < limit && (nameLike(tokens, at + 2) || KINDS.has(tokens.lower[at + 2]!))
  return nameLike(tokens, at + 1) && (tokens.lower[at] === 'and' || (at + 2 < limit && (tokens.lower[at + 2] === ',' || tokens.lower[at + 2] === 'and' || nameLike(tokens, at + 2))))
}

/** The word before a token; of what is put in marks the word in them: "liberated" X. */
const behindMarks = (tokens: TokenTable, i: number): number => (i > 1 && CLOSES.has(tokens.lower[i - 1]!) && BEFORE_TOWN.has(tokens.lower[i - 2]!) ? i - 2 : wordBefore(tokens, i))
const CLOSES = new Set(['"', '”', '’', "'", '»'])
/** Whether no word from token `i` to `last` (excluded) belongs to a person, a body, a people or everyday speech. */
function isNamed(tokens: TokenTable, i: number, last: number, people: ReadonlySet<string>): boolean {
  for (let k = i; k < last; k++) if ((classOf(tokens, k) & (NO | COMMON_WORD)) !== 0 || people.has(tokens.lower[k]!) || allCapitals(tokens, k) || demonymOf(tokens.lower[k]!) !== null) return false
  return true
}

/** "Local Government (Area)", "LGA" at token `i`: what a part of a state is called. */
export const isCouncil = ({ lower }: TokenTable, i: number): boolean => lower[i] === 'lga' || lower[i] === 'local' && (lower[i + 1] === 'government' || lower[i + 1] === 'council')

/** "Upemba |National Park|", "Yankari |Game Reserve|" at token `i`: land that bears the name before it. */
const isPark = ({ lower }: TokenTable, i: number): boolean => PARKS.has(lower[i]!) && (lower[i + 1] === 'park' || lower[i + 1] === 'reserve' || lower[i + 1] === 'forest')
const PARKS = new Set(['national', 'game', 'nature', 'wildlife', 'forest'])

/** "in Let Yet Kone village": the token after a name of several words that everyday speech has too, told by the word for a town behind it; 0 where it is none. */
function namedVillage(tokens: TokenTable, i: number, limit: number): number {
  const before = wordBefore(tokens, i)
  if (before < 0 || !TO_TOWN.has(tokens.lower[before]!) || (tokens.flags[i]! & FLAG_CAPITAL) === 0) return 0
  let end = i
  while (end < limit && end - i < LONGEST_NAME && (tokens.flags[end]! & FLAG_CAPITAL) !== 0 && !allCapitals(tokens, end) && (classOf(tokens, end) & (TITLE | ORG_WORD | DIRECTION)) === 0) end++
  return end - i > 1 && end < limit && A_TOWN.has(tokens.lower[end]!) && demonymOf(tokens.lower[i]!) === null && wordAfter(tokens, end - 1) === end ? end : 0
}

/** "a strategic town on", from the article: whether what stands there is a town, and no man of it ("a town councillor"). */
function isKind(tokens: TokenTable, from: number, limit: number): boolean {
  const article = tokens.lower[from]
  if (article !== 'a' && article !== 'an' && article !== 'the') return false
  for (let k = from + 1; k < limit && k - from <= MOST_APART; k++) {
    if ((tokens.flags[k]! & FLAG_CAPITAL) !== 0 || tokens.lower[k] === ',' || tokens.lower[k] === 'of') return false
    if (KINDS.has(tokens.lower[k]!) && !tokens.lower[k]!.endsWith('s')) return k + 1 >= limit || BEHIND_KIND.has(tokens.lower[k + 1]!)
  }
  return false
}

/** "Name Surname, South Sudan's spokesman": the name that begins there says whose somebody is. */
function isOwner(tokens: TokenTable, from: number): boolean {
  for (let k = from; k < tokens.count && k - from < 4 && nameLike(tokens, k); k++) if (possessive(tokens, k + 1)) return true
  return false
}

/** "about 11 km", from its first token. */
function isDistance({ lower, kind }: TokenTable, from: number): boolean {
  let k = from
  while (k < from + 2 && SOFTENS.has(lower[k] ?? '')) k++
  return kind[k] === TOKEN_NUMBER && DISTANCE.has(lower[k + 1] ?? '')
}
const SOFTENS = new Set(['about', 'around', 'some', 'roughly', 'just', 'approximately', 'nearly'])
const DISTANCE = wordGroup('distance')

/** "in southern Lebanon", "in neighbouring Kaduna state", "in the Masisi district": from its preposition. */
function liesIn(document: Document, gazetteer: Gazetteer, from: number, limit: number, saysWhere: (document: Document, gazetteer: Gazetteer, i: number) => boolean): boolean {
  const { tokens } = document
  if (tokens.lower[from] !== 'in') return false
  for (let k = from + 1; k < limit && k - from <= MOST_APART; k++) {
    if (nameLike(tokens, k)) return saysWhere(document, gazetteer, k) || k + 1 < limit && (classOf(tokens, k + 1) & (REGION_WORD | DISTRICT_WORD | STATE_WORD)) !== 0
    if (!/^[a-z-]+$/.test(tokens.lower[k]!)) return false
  }
  return false
}

function made(tokens: TokenTable, i: number, head: Head, end: number, certain = true): Found {
  const start = tokens.start[i]!, to = tokens.end[end - 1]!
  const place = foundAt(i, end, start, to, tokens.text.slice(start, to), NO_PLACES)
  place.head = head
  place.unknown = true
  place.certain = certain
  return place
}

/** The names with those added that the wording made places once: such a name is a place wherever the report has it. */
export function again(document: Document, found: Found[], people: ReadonlySet<string>): Found[] {
  const { tokens } = document
  const known = new Map<string, Head>(), lengths = new Set<number>()
  for (const one of found) {
    if (!one.unknown || one.head === 'site' || people.has(tokens.lower[one.first]!)) continue
    known.set(one.name, one.head)
    lengths.add(one.last - one.first)
  }
  if (known.size === 0) return found
  const firsts = new Set([...known.keys()].map((name) => name.split(' ', 1)[0]!.toLowerCase()))
  const more: Found[] = []
  let next = 0
  for (let i = 0; i < tokens.count; i++) {
    while (next < found.length && found[next]!.last <= i) next++
    if (!nameLike(tokens, i) || !firsts.has(tokens.lower[i]!) || next < found.length && found[next]!.first <= i) continue
    const before = wordBefore(tokens, i)
    if (before >= 0 && nameLike(tokens, before) && !startsSentence(document, before)) continue
    for (const length of lengths) {
      const last = i + length
      if (last > tokens.count || next < found.length && found[next]!.first < last) continue
      const name = tokens.text.slice(tokens.start[i]!, tokens.end[last - 1]!), head = known.get(name)
      if (head === undefined) continue
      const after = wordAfter(tokens, last - 1)
      if (after >= 0 && nameLike(tokens, after)) continue
      const place = foundAt(i, last, tokens.start[i]!, tokens.end[last - 1]!, name, NO_PLACES)
      place.unknown = true
      place.head = head
      more.push(place)
      i = last - 1
      break
    }
  }
  return more.length === 0 ? found : [...found, ...more].sort((a, b) => a.start - b.start)
}

// "in Biden administration circles": a noun stands behind the name, so that the name is not where it happened.
function everydayAfter(document: Document, after: number): boolean {
  if (after < 0) return false
  const { tokens } = document
  return (classOf(tokens, after) & (SETTLEMENT_WORD | ORG_WORD)) !== 0 || /(?:tion|ment|ship|ism|ist|ists|ity)$|^(?:attack|raid|strike|bombing|blast|assault|ambush|massacre|siege|clash|gunfight|shooting)(?:e?s)?$/.test(tokens.lower[after]!)
}
