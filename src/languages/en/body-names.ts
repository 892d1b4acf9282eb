// Names of one institution in English: "Russia's defence ministry", "the Russian Ministry of Defence" and "Russian MoD" are one.
import { foldPlaceName } from '../../geo/fold.ts'
import { countries } from '../../gazetteer/countries.ts'
import { readTable } from '../../gazetteer/table.ts'
import { BODY, PEOPLE, ROLE } from '../speech.ts'
import { demonymOf, sideOf } from './demonyms.ts'
import { ENGLISH_SPEECH } from './speech.ts'

/** Words that stand for others, by the first word, the longest first. */
const SAME = new Map<string, { from: string[]; to: string[] }[]>()
for (const row of readTable(new URL('./body-names.tsv', import.meta.url), ['from', 'to'])) {
  const from = row.from.split(' ')
  SAME.set(from[0]!, [...(SAME.get(from[0]!) ?? []), { from, to: row.to.split(' ') }].sort((a, b) => b.from.length - a.from.length))
}
/** What a state has one of: "the general staff in Kyiv" is Ukraine's, the police there the town's. */
const OF_A_STATE: readonly string[] = ['ministry', 'military', 'staff', 'government', 'kremlin']
const OF_A_TOWN: readonly string[] = ['city', 'regional', 'municipal', 'local']
/** A state among the parts of a name, and a territory whose bodies all have one holder. */
const STATE = /^[A-Z]{2}$/, TERRITORIES: ReadonlySet<string> = new Set(['gaza'])
/** Bodies of one word that no table of words for bodies has. */
const OWN: ReadonlySet<string> = new Set(['un', 'kremlin', 'nato'])
/** Words that join the others and say nothing of whose or what it is. */
const JOINS: ReadonlySet<string> = new Set(['the', 'of', 'for', 'and', 'in', 'at', 'to', 'a', 'an', 'its', 'their', 's', 'de', 'facto'])
/** Who speaks for it, behind a word for the body itself. */
const SPEAKS: ReadonlySet<string> = new Set(['spokesman', 'spokeswoman', 'spokesperson', 'spokespeople'])
/** "Hamas-run", "rebel-held": who has it, not what it is. */
const WHO_HAS_IT = /-(?:run|controlled|led|backed|held|appointed|affiliated|installed|based)$/
const LONGEST_STATE = 4

const capitals = new Map<string, string>()
for (const { code, capital } of countries().values()) if (capital !== null) capitals.set(capital.toLowerCase(), code)
capitals.set('kiev', 'UA')

/**
 * What an institution's name comes to when spelling, order, possessives, abbreviations and adjectives of states no longer matter:
 * "RU defense ministry"; null for a name that holds no word for an institution or for people who speak for one. Names that give
 * the same are names of one.
 */
export function bodyName(name: string): string | null {
  const known = KNOWN.get(name)
  if (known !== undefined) return known
  const made = nameOf(name)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(name, made)
  return made
}
/** What a speaker's name comes to: that of a body as `bodyName` gives it, another name folded. */
export const voiceName = (name: string): string => bodyName(name) ?? foldPlaceName(name)

const KNOWN = new Map<string, string | null>()
const MOST_KNOWN = 20_000

function nameOf(name: string): string | null {
  const words = withoutSynonyms(expanded(name))
  const parts = new Set<string>()
  const holders: string[] = []
  let isBody = false, capital: string | null = null
  for (let i = 0; i < words.length; i++) {
    const { code, length } = stateAt(words, i)
    if (code !== null) { parts.add(code); i += length - 1; continue }
    const two = capitals.get(`${words[i]!} ${words[i + 1] ?? ''}`), one = two === undefined ? capitals.get(words[i]!) : undefined
    if (two !== undefined || one !== undefined) capital = two ?? one!
    if (two !== undefined) { parts.add(`${words[i]!} ${words[i + 1]!}`); i++; continue }
    const word = words[i]!
    if (JOINS.has(word)) continue
    // "Hamas-run": who has it is told beside what it is of ("in Gaza"), else it is whose it is ("US-led coalition")
    if (WHO_HAS_IT.test(word)) { holders.push(word.slice(0, word.lastIndexOf('-'))); continue }
    if (OWN.has(word) || (ENGLISH_SPEECH.wordOf(word).classes & (BODY | PEOPLE | ROLE)) !== 0) isBody = true
    parts.add(word)
  }
  if (!isBody) return null
  const spoken = [...parts].filter((word) => !SPEAKS.has(word))
  if (spoken.length < parts.size && spoken.some((word) => (ENGLISH_SPEECH.wordOf(word).classes & BODY) !== 0)) for (const word of SPEAKS) parts.delete(word)
  const told = [...parts].some((part) => STATE.test(part) || TERRITORIES.has(part))
  if (capital !== null && !told && !OF_A_TOWN.some((word) => parts.has(word)) && OF_A_STATE.some((word) => parts.has(word))) { for (const name of capitals.keys()) if (capitals.get(name) === capital) parts.delete(name); parts.add(capital) }
  if (!told) for (const holder of holders) parts.add(sideOf(holder)?.country ?? holder)
  return [...parts].sort().join(' ')
}

/** Lower-cased words; what stands in brackets is left out, abbreviations are written out, possessives are the owner's name. */
function expanded(name: string): string[] {
  const words: string[] = []
  for (const written of name.replace(/\([^)]*\)/g, ' ').replace(/['’](?:s\b|(?=\s|$))/g, ' ').split(/[^\p{L}\p{N}.&-]+/u)) {
    if (written === '') continue
    const full = /^\p{Lu}{2}/u.test(written) || /^\p{Lu}\p{Ll}\p{Lu}/u.test(written) ? ENGLISH_SPEECH.fullName(written) : null
    if (full !== null && full.includes(' ')) words.push(...full.toLowerCase().split(' '))
    else words.push(written.toLowerCase().replaceAll('.', ''))
  }
  return words
}

function withoutSynonyms(words: readonly string[]): string[] {
  let now = [...words]
  for (let pass = 0; pass < 3; pass++) { // "armed forces" is "military", and "general staff of the military" the general staff
    const next: string[] = []
    for (let i = 0; i < now.length; i++) {
      const same = SAME.get(now[i]!)?.find(({ from }) => from.every((word, k) => now[i + k] === word))
      if (same === undefined) next.push(now[i]!)
      else { next.push(...same.to); i += same.from.length - 1 }
    }
    if (next.join(' ') === now.join(' ')) break
    now = next
  }
  return now
}

/** The state that begins at a word, by its name or its people's; a region's people stand for the region. */
function stateAt(words: readonly string[], at: number): { code: string | null; length: number } {
  for (let length = Math.min(LONGEST_STATE, words.length - at); length > 0; length--) {
    const joined = words.slice(at, at + length).join(' ')
    if (length > 1 && JOINS.has(words[at + length - 1]!)) continue
    const demonym = demonymOf(joined)
    if (demonym !== null && demonym.name !== null && demonym.place !== demonym.name) return { code: demonym.place.toLowerCase().split(' ')[0]!, length }
    const side = sideOf(joined)
    if (side !== null) return { code: side.country, length }
  }
  return words[at] === 'gaza' && words[at + 1] === 'strip' ? { code: 'gaza', length: 2 } : { code: null, length: 0 }
}
