// "in the country", "across the strip": words that stand for a country or a territory named before, as mentions of it.
import { FLAG_CAPITAL, TOKEN_WORD, type Document, type LocatedMention, type TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import { isNumberWord } from '../../languages/en/numbers.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { INSIDE, prepositionBefore, TERRITORIES } from './scene.ts'

const PUTS: ReadonlySet<string> = new Set(['in', 'across', 'throughout', 'inside', 'within', 'around', 'over', 'into', 'of'])
const TERRITORY: ReadonlySet<string> = new Set(['territory', 'strip', 'enclave', 'peninsula'])
/** What is a land's own, after its adjective: "over Russian territory". */
const GROUND: ReadonlySet<string> = new Set(['territory', 'soil', 'airspace', 'waters', 'peninsula'])
const ON_IT: ReadonlySet<string> = new Set([...PUTS, 'on'])
/** What is in its land alone: "against Israeli border towns", "shelled Armenian villages". */
const TOWNS = new Set([...wordGroup('towns'), 'communities', 'grounds', ...wordGroup('at_home')])
const AT_THEM: ReadonlySet<string> = new Set([...ON_IT, 'against', 'at', 'towards', 'toward', 'shelled', 'bombed', 'bombarded', 'hit', 'struck', 'targeted', 'attacked', 'pounded', 'shelling', 'bombing', 'hitting', 'striking', 'targeting', 'attacking', 'pounding', 'several', 'multiple', 'many', 'numerous', 'number'])
const KIND = new Set(['border', 'training', 'northern', 'southern', 'eastern', 'western', 'coastal', 'major'])
/** "ordered the withdrawal of its soldiers |from the country|", and how far before it the word stands. */
const LEAVES = wordGroup('withdraws'), LEAVES_WITHIN = 8
/** "in Rodynske, and five more across the region": the one named right before. */
const REGION: ReadonlySet<string> = new Set(['region', 'oblast', 'province', 'governorate'])
/** So many sentences back it was named. */
const REGION_BACK = 2
/** Words that describe a place: most reports have few. */
const DESCRIBES = new WordColumn((word) => (word === 'country' || REGION.has(word) || TERRITORY.has(word) || GROUND.has(word) || TOWNS.has(word) ? 1 : 0))
/** Between "the" and the word. */
const BETWEEN: ReadonlySet<string> = new Set(['whole', 'entire', 'besieged', 'palestinian', 'coastal', 'war-torn', 'war-ravaged', 'landlocked', 'gulf', 'african', 'arab', 'blockaded', 'occupied', 'rest'])
/** So many tokens may stand between a land's adjective and what it has at home. */
const DESCRIBED_BY = 4

/** Where the adjective of a land must end that the word at `i` belongs to: before what else describes it ("Ukrainian |rail and fuel| installations"). `last`: where the land named last ends. */
function adjectiveBefore({ lower, flags, kind }: TokenTable, i: number, last: number): number {
  if (last >= i || i - last > DESCRIBED_BY) return i
  for (let t = last; t < i; t++) if (kind[t] !== TOKEN_WORD || (flags[t]! & FLAG_CAPITAL) !== 0 || SMALL.has(lower[t]!)) return KIND.has(lower[i - 1]!) ? i - 1 : i
  return last
}
const SMALL: ReadonlySet<string> = new Set(['of', 'in', 'on', 'at', 'by', 'for', 'to', 'with', 'from', 'near', 'against', 'forces', 'troops', 'army', 'shelling', 'strikes', 'attacks', 'drones', 'missiles', 'the', 'its', 'that', 'which', 'hit', 'struck'])

/** So many sentences back a territory may have been named. */
const BACK = 8

/** Mentions of countries and territories by what they are, in text order. `mentions` are those found by name. */
export function describedPlaces(document: Document, mentions: readonly LocatedMention[]): LocatedMention[] {
  const { tokens } = document
  const found: LocatedMention[] = []
  let next = 0
  let country: LocatedMention | null = null, owner: LocatedMention | null = null, side: LocatedMention | null = null, territory: LocatedMention | null = null, region: LocatedMention | null = null
  for (let i = DESCRIBES.next(tokens, 2, tokens.count); i < tokens.count; i = DESCRIBES.next(tokens, i + 1, tokens.count)) {
    for (; next < mentions.length && mentions[next]!.last <= i; next++) {
      const m = mentions[next]!
      if (TERRITORIES.has(m.name)) territory = m
      if (m.precision === 'region' && m.place?.feature === 'ADM1') { if (!isBesideIt(tokens.lower, m.first)) region = isListed(tokens.lower, mentions, next) ? null : m }
      // "the head of the Donetsk Regional Military Administration": the region by its body
      else if (tokens.lower[m.last] === 'regional' && m.place !== null) region = mentions.find((r) => r.place?.feature === 'ADM1' && r.country === m.country && r.place.admin1 === m.place!.admin1) ?? null
      // a country that something is put in, not one that is only spoken of
      if (m.precision === 'country' && m.use === 'literal' && INSIDE.has(prepositionBefore(tokens.lower, m.first))) country = m
      // "Lebanon said that Israeli strikes killed nine across the country": a land by its name before a people's
      else if (m.precision === 'country' && m.demonym) side = m
      else if (m.precision === 'country') owner = m
    }
    const word = tokens.lower[i]!
    if (TOWNS.has(word)) {
      const of = mentions[next - 1], to = adjectiveBefore(tokens, i, of?.last ?? i)
      if (of !== undefined && of.demonym && of.last === to && of.country !== null && of.place !== null && of.precision === 'country' && AT_THEM.has(tokens.lower[KIND.has(tokens.lower[of.first - 1]!) || isNumberWord(tokens.lower[of.first - 1] ?? '') ? of.first - 2 : of.first - 1] ?? '') && !namesPlace(tokens, mentions, next - 1)) found.push({ ...of, use: 'literal', demonym: false, end: tokens.end[i]!, written: tokens.text.slice(of.start, tokens.end[i]!), last: tokens.lower.slice(of.last, i).includes('and') ? of.last : i + 1 })
      continue
    }
    const land = GROUND.has(word) ? mentions[next - 1] : undefined
    if (land?.demonym === true && land.last === i && land.country !== null && land.place !== null && ON_IT.has(tokens.lower[tokens.lower[land.first - 1] === 'the' && word === 'peninsula' ? land.first - 2 : land.first - 1]!)) {
      found.push({ ...land, use: 'literal', demonym: false, end: tokens.end[i]!, written: tokens.text.slice(land.start, tokens.end[i]!), last: i + 1 })
      continue
    }
    if (GROUND.has(word) && !TERRITORY.has(word)) continue
    const of = REGION.has(word) ? regionFor(document, region, i) : word === 'country' ? country ?? [owner, side].find((m) => m !== null && tokens.sentence[m.first] === tokens.sentence[i]) ?? null : territory
    if (of === null || of.place === null || tokens.sentence[i]! - tokens.sentence[of.first]! > BACK) continue
    let the = i - 1
    while (the > 0 && i - the < 4 && BETWEEN.has(tokens.lower[the]!)) the--
    if (tokens.lower[the] !== 'the' || the === 0 || !PUTS.has(tokens.lower[the - 1]!) && !(tokens.lower[the - 1] === 'from' && word === 'country' && isLeft(tokens.lower, the)) || tokens.lower[the - 1] === 'of' && !/^(?:rest|parts?|areas?|most|much|north|south|east|west|all|residents|population)$/.test(tokens.lower[the - 2] ?? '')) continue
    found.push({ ...of, use: 'literal', demonym: false, start: tokens.start[the]!, end: tokens.end[i]!, written: tokens.text.slice(tokens.start[the]!, tokens.end[i]!), first: the, last: i + 1 })
  }
  return found
}

const BESIDE: ReadonlySet<string> = new Set(['adjacent', 'bordering', 'borders', 'border', 'neighbouring', 'neighboring', 'neighbours', 'neighbors', 'next', 'adjoining', 'adjoins'])
/** So many tokens before a region stands the word that says what it lies beside. */
const BESIDE_WITHIN = 7

/** "which is adjacent to the Sumy region": what is told of lies beside it. */
function isBesideIt(lower: readonly string[], first: number): boolean {
  for (let i = first - 1; i >= 0 && first - i <= BESIDE_WITHIN && lower[i] !== '.'; i--) if (BESIDE.has(lower[i]!)) return true
  return false
}

/** "the Donetsk and Kherson regions": "the region" is then neither. */
const isListed = (lower: readonly string[], mentions: readonly LocatedMention[], at: number): boolean => { const m = mentions[at]!, before = mentions[at - 1]; return before !== undefined && before.precision === 'region' && before.name !== m.name && m.first - before.last <= 3 && (lower[before.last] === 'and' || lower[before.last] === ',') && lower[m.first - 1] !== 'the' && before.last < m.first }

/** The region that a word at `i` stands for: named in its sentence or right before, in the same post. */
function regionFor({ tokens, sentences }: Document, region: LocatedMention | null, i: number): LocatedMention | null {
  if (region === null) return null
  const at = tokens.sentence[i]!, named = tokens.sentence[region.first]!
  return at - named <= REGION_BACK && sentences[at]!.post === sentences[named]!.post ? region : null
}

/** Whether forces withdraw from what begins at token `at`. */
function isLeft(lower: readonly string[], at: number): boolean {
  for (let i = at - 2; i > 0 && i > at - LEAVES_WITHIN; i--) if (LEAVES.has(lower[i]!)) return true
  return false
}

const FIRES: ReadonlySet<string> = new Set(['fired', 'fire', 'launched', 'lobbed', 'fires', 'launches', 'shelled'])
/** So many tokens on stands what somebody there does. */
const FIRES_WITHIN = 5

/** "rockets fired from Gaza", "militants in Gaza fired rockets": where what falls elsewhere came from. */
function isOrigin(lower: readonly string[], { first, last }: LocatedMention, until: number): boolean {
  if (lower[first - 1] === 'from' || lower[first - 1] === 'the' && lower[first - 2] === 'from') return true
  for (let i = last; i < until && i < last + FIRES_WITHIN; i++) if (FIRES.has(lower[i]!)) return true
  return false
}

/** Whether the sentence of a mention names another place. */
function namesPlace({ sentence, lower }: TokenTable, mentions: readonly LocatedMention[], at: number): boolean {
  const own = sentence[mentions[at]!.first]
  for (let i = at - 1; i >= 0 && sentence[mentions[i]!.first] === own; i--) if (mentions[i]!.use === 'literal' && !isOrigin(lower, mentions[i]!, mentions[at]!.first) && !(mentions[i]!.precision === 'country' && sentence[mentions[i]!.first - 1] !== own)) return true // "|Rwanda| carried out raids on Congolese villages": who does it
  for (let i = at + 1; i < mentions.length && sentence[mentions[i]!.first] === own; i++) if (mentions[i]!.use === 'literal') return true
  return false
}
