// How the wording relates neighbouring place names: "X, Ontario", "X in the Y region", "Ukraine's Kharkiv", "the Syrian town of X", "the A, B and C regions".
import { TOKEN_NUMBER, TOKEN_WORD, type Document } from '../../model/document.ts'
import { BEFORE_PLACE, DIRECTION, DISTRICT_WORD, REGION_WORD, SETTLEMENT_WORD, SITE_WORD } from '../../languages/en/place-words.ts'
import { ADJ, AUX, DET, lexemeOf, NOUN, PAST, VERB } from '../../languages/en/lexicon.ts'
import type { Found } from './found.ts'
import { offerOf } from './offer.ts'
import { classOf, nameLike, possessive } from './reader.ts'
import { isCouncil } from './unknown.ts'

const SMALL = new Set('a an the in of on at near outside from by to just neighbouring neighboring nearby , ( ) - – — about around some km kilometres kilometers miles mile metres away small large major main key strategic coastal border frontline front-line occupied besieged embattled disputed contested southern- capital provincial regional industrial historic ancient populous second largest biggest ’s \'s , which lies located situated called named known part side area edge outskirts war-torn rebel-held government-held'.split(' '))
const NEAR = new Set(['near', 'outside', 'from'])
/** What parts of a land are called: "the Arsi |zone| of Oromia". */
const ZONES = new Set(['zone', 'woreda', 'kebele', 'locality', 'payam', 'cercle', 'ward', 'axis'])
const LARGE_TOWN = 200_000 // people; a town that is known by itself
const FARTHEST = 14 // tokens between the two names

const wider = (place: Found): boolean => offerOf(place.offer).outer || place.head === 'region' && offerOf(place.offer).region
const hasRegion = (place: Found): boolean => offerOf(place.offer).region

/** Fills in containers and the kinds that a list's last member states for all. */
export function relate(document: Document, found: readonly Found[]): void {
  const { tokens } = document
  for (let k = 1; k < found.length; k++) {
    const a = found[k - 1]!, b = found[k]!
    if (b.first < a.last || b.first - a.last > FARTHEST || tokens.sentence[a.last - 1] !== tokens.sentence[b.first]) continue
    if (b.first - a.last === 1 && tokens.lower[a.last] === ',' && isItsRegion(document, a, b) && !(k + 1 < found.length && listGap(document, b, found[k + 1]!))) { b.head = 'region'; a.container = b; continue }
    between(document, a, b)
  }
  // "the hamlets of X, Y and Z in western Ukraine"
  for (let k = found.length - 1; k > 0; k--) {
    const a = found[k - 1]!, b = found[k]!
    if (a.container === null && b.container !== null && !b.near && !b.nationality && a.head === 'settlement' && b.head === 'settlement' && b.container.first > b.first && listGap(document, a, b)) a.container = b.container
  }
  // "nine regions – Kharkiv, Sumy and Odesa –": what opens the list says what its members are
  for (let k = 0, ofRegions = false; k < found.length; k++) {
    const a = found[k]!
    const opens: boolean = opensRegions(document, a), follows: boolean = ofRegions && found[k - 1]!.head === 'region' && listGap(document, found[k - 1]!, a)
    ofRegions = opens || follows
    if (a.head !== null || a.nationality || !hasRegion(a) || a.offer.some(({ feature }) => feature === 'PPLC')) continue
    if (follows || opens && k + 1 < found.length && listGap(document, a, found[k + 1]!)) a.head = 'region'
  }
  // "the regions of Kharkiv and Sumy"
  for (let k = 1; k < found.length; k++) {
    const a = found[k - 1]!, b = found[k]!
    if (a.head !== 'region' || b.head !== null || !hasRegion(b) || !listGap(document, a, b)) continue
    const listed = k > 1 && found[k - 2]!.head === 'region' && listGap(document, found[k - 2]!, a)
    if (listed || a.first > 1 && tokens.lower[a.first - 1] === 'of' && /^(?:oblasts|regions|provinces|governorates)$/.test(tokens.lower[a.first - 2]!)) b.head = 'region'
  }
  // "the Kharkiv, Sumy and Chernihiv regions"
  for (let k = found.length - 1; k > 0; k--) {
    const b = found[k]!, a = found[k - 1]!
    if ((b.head !== 'region' && b.head !== 'district') || a.head !== null || a.nationality) continue
    const plural = b.last < tokens.count && /^(?:oblasts|regions|provinces|governorates|districts|states|counties)$/.test(tokens.lower[b.last]!)
    const listed = k + 1 < found.length && found[k + 1]!.head === b.head && listGap(document, b, found[k + 1]!)
    if ((plural || listed) && listGap(document, a, b) && (b.head === 'district' || hasRegion(a))) a.head = b.head
  }
}

const REGIONS_WORD = /^(?:oblasts|regions|provinces|governorates)$/
const REGIONS_WITHIN = 6
const OPENS_LIST: ReadonlySet<string> = new Set(['–', '—', '-', ':', '(', 'including', 'namely'])

/** Whether a name opens a list of regions: "nine regions – |Kharkiv|", "several regions, including |Kharkiv|". */
function opensRegions({ tokens }: Document, a: Found): boolean {
  let at = a.first - 1
  if (at < 1 || !OPENS_LIST.has(tokens.lower[at]!)) return false
  at--
  if (tokens.lower[at] === ',' || tokens.lower[at] === '(') at--
  if (at >= 2 && !REGIONS_WORD.test(tokens.lower[at]!) && nameLike(tokens, at)) for (let i = at - 1; i > at - REGIONS_WITHIN && i >= 0; i--) if (REGIONS_WORD.test(tokens.lower[i]!)) return tokens.lower[i + 1] === 'in' || tokens.lower[i + 1] === 'of' // "oblasts in western Ukraine, including X"
  return at >= 0 && REGIONS_WORD.test(tokens.lower[at]!)
}

/** "the village of X, |Donetsk|, ": the region that a name behind one town's is of. */
function isItsRegion({ tokens }: Document, a: Found, b: Found): boolean {
  return a.head === 'settlement' && offerOf(b.offer).region && b.head === null && tokens.lower[a.first - 1] === 'of' && (classOf(tokens, a.first - 2) & SETTLEMENT_WORD) !== 0 && !tokens.lower[a.first - 2]!.endsWith('s') && b.last < tokens.count && ENDS_NAME.has(tokens.lower[b.last]!)
}
const ENDS_NAME: ReadonlySet<string> = new Set([',', '.', ';', ')', 'on', 'overnight', 'killing', 'where'])

function listGap(document: Document, a: Found, b: Found): boolean {
  const gap = b.first - a.last
  if (gap < 1 || gap > 3) return false
  for (let i = a.last; i < b.first; i++) { const word = document.tokens.lower[i]!; if (word !== ',' && word !== 'and' && word !== 'or' && word !== 'the') return false }
  return true
}

function between(document: Document, a: Found, b: Found): void {
  const { tokens } = document
  const behind = a.last + (ZONES.has(tokens.lower[a.last] ?? '') && tokens.lower[a.last + 1] === 'of' ? 1 : isCouncil(tokens, a.last) ? tokens.lower[a.last] === 'lga' ? 1 : tokens.lower[a.last + 2] === 'area' ? 3 : 2 : 0) // "Gusau |Local Government Area| of"
  const gap = b.first - behind
  const first = tokens.lower[behind]
  // "Kharkiv, Ukraine"; "Alexandria, La."
  if (gap === 1 && (first === ',' || first === '(')) {
    if (first === ',' && offerOf(b.offer).country && isSubjectBehind(document, a, b)) b.associative = true
    else if (!a.nationality && !b.nationality && wider(b) && narrower(a, b) && b.direction === null && !standsBeforeNoun(document, b)) a.container = b
    return
  }
  // "the Holosiiv district of Kyiv"
  if (gap === 1 && first === 'of' && (a.head === 'district' || (a.head === 'region' || a.unknown) && wider(b))) { a.container = b; return }
  // "in the restive North Kivu province": any one word may describe it
  let preposition: 'in' | 'near' | null = null, last = '', kind = false, owned = possessive(tokens, a.last)
  for (let i = behind; i < b.first; i++) {
    const word = tokens.lower[i]!, cls = classOf(tokens, i)
    if ((cls & (SETTLEMENT_WORD | REGION_WORD | DISTRICT_WORD)) !== 0) kind = true
    if (!SMALL.has(word) && tokens.kind[i] !== TOKEN_NUMBER && (cls & (DIRECTION | SETTLEMENT_WORD | REGION_WORD | DISTRICT_WORD | SITE_WORD)) === 0 && !(owned && i === a.last) && !(last === 'the' && preposition !== null && i === b.first - 1)) return
    if (word === 'in') preposition = 'in'
    else if (NEAR.has(word)) preposition = 'near'
    else if (word === 'of' && (classOf(tokens, i - 1) & DIRECTION) !== 0 && i > a.last) preposition = preposition === 'in' && tokens.lower[a.last] !== 'in' && offerOf(b.offer).country ? 'in' : 'near' // ", in the far north of Cameroon"
    last = word
  }
  // "the Ukrainian city of Kharkiv", "the northern Mozambique town of Palma", "Lebanon's Tyre", "the Donetsk region city of Bakhmut"
  if (preposition === null && (a.nationality ? kind || owned : owned || kind && last === 'of' && (a.head === 'region' || offerOf(a.offer).country))) {
    if (wider(a) || a.nationality) b.container = a
    // "Kursk's Central District": whatever land has one, too
    else if (owned && b.direction === null && offerOf(a.offer).settlement && b.offer.length > 0 && b.last - b.first > 1 && (classOf(tokens, b.last - 1) & DISTRICT_WORD) !== 0) { b.container = a; b.head = 'district' }
    // "Mogadishu's Lido beach": a part of the town, no namesake elsewhere; but "Moscow's Kherson offensive"
    else if (owned && b.direction === null && offerOf(a.offer).settlement && b.offer.length > 0 && b.offer.every(({ precision, population }) => precision !== 'country' && precision !== 'region' && population < LARGE_TOWN)) { b.container = a; b.near = true }
    return
  }
  if (a.nationality || b.nationality || preposition === null) return
  if (preposition === 'near') { a.container = b; a.near = true } else if (wider(b) ? narrower(a, b) : a.head === 'district' || a.unknown) a.container = b
}

const SHORT = /^(?:u\.?s|u\.?k|u\.?n|u\.?a\.?e|e\.?u)\.?$/

/** "In Helsinki, U.S. officials": the short name of a state before a noun. */
function standsBeforeNoun({ tokens }: Document, b: Found): boolean {
  if (b.last - b.first > 2 || !SHORT.test(tokens.text.slice(tokens.start[b.first]!, tokens.end[b.last - 1]!).toLowerCase())) return false
  return b.last < tokens.count && tokens.kind[b.last] === TOKEN_WORD && (classOf(tokens, b.last) & BEFORE_PLACE) === 0 && !FOLLOWS.has(tokens.lower[b.last]!)
}
const FOLLOWS: ReadonlySet<string> = new Set(['and', 'or', 'but', 'is', 'was', 'were', 'are', 'has', 'have', 'had', 'on', 'as', 'where', 'when', 'while', 'who', 'which', 'after', 'before'])

const OPENS: ReadonlySet<string> = new Set(['in', 'near', 'over', 'outside', 'around', 'across', 'at'])
/** Words that are both a verb's past and none ("wounded", "hit"): verbs before an article. */
const NO_VERB = NOUN | ADJ

/** "In Mykolaiv Oblast, Russia |hit| a bus": the land behind the place that opens a sentence is who did it, where no comma closes it off and its verb follows. */
function isSubjectBehind({ tokens, sentences }: Document, a: Found, b: Found): boolean {
  const opens = tokens.lower[a.first - 1] === 'the' ? a.first - 2 : a.first - 1
  if (sentences[tokens.sentence[a.first]!]!.first !== opens || !OPENS.has(tokens.lower[opens]!) || b.last >= tokens.count || tokens.kind[b.last] !== TOKEN_WORD) return false
  const next = lexemeOf(tokens.lower[b.last]!)
  return next !== undefined && ((next.tags & AUX) !== 0 || (next.tags & VERB) !== 0 && (next.forms & PAST) !== 0 && ((next.tags & NO_VERB) === 0 || ((lexemeOf(tokens.lower[b.last + 1] ?? '')?.tags ?? 0) & DET) !== 0))
}

const hasUsualRegion = (place: Found): boolean => offerOf(place.offer).usualRegion

// Whether a may lie in b: a list of countries or of regions is no containment.
function narrower(a: Found, b: Found): boolean {
  if (a.unknown) return true
  const aCountry = offerOf(a.offer).country, bCountry = offerOf(b.offer).country
  if (!aCountry) return bCountry || b.head === 'region' || !(a.head === null && hasUsualRegion(a) && hasUsualRegion(b))
  if (bCountry) return false
  return offerOf(a.offer).settlement && !aCountry
}
