// Who or what a phrase without a number points to: one person by name, role or pronoun, a building with a name of its own.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { FLAG_CAPITAL, type TokenTable } from '../../../model/document.ts'
import { actorsIn, ARMED_GROUPS } from '../../../languages/en/actors.ts'
import type { NounPhrase } from '../../../languages/en/chunks.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'
import { ordinalValue } from '../../../languages/en/ordinals.ts'
import { numberWord } from '../../../languages/en/times/words.ts'

const MEMBER = wordGroup('member')
const ITSELF: ReadonlySet<string> = new Set(['school', 'hospital', 'building', 'ship', 'facility'])
const HE: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her'])
const KNOWN: ReadonlySet<string> = new Set(['the', 'his', 'her', 'my', 'our', 'their', 'its'])
/** Senses that happen to one person: a name, "he" or "the driver" as their patient is a count of one. */
const PERSONAL: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'seize', 'surrender', 'release', 'rescue', 'miss'])

/** "members of the armed wing" */
const WING: ReadonlySet<string> = new Set(['wing', 'arm', 'branch']), OF_ARMS: ReadonlySet<string> = new Set(['armed', 'military', 'paramilitary'])
/** Whose members are fighters: "members of the security forces". */
const FORCES = wordGroup('forces'), MILITANT_KIND = wordGroup('militant_kind'), MILITANT_GROUP = wordGroup('militant_group')

/** "three Hamas members", "a Hezbollah commander", "members of the Wagner Group". */
export function ofArmedGroup(np: NounPhrase, part: NounPhrase | null, tokens: TokenTable): boolean {
  const member = (x: NounPhrase): boolean => x.units.some((u) => MEMBER.has(tokens.lower[u.first]!))
  if (np.units.some((u) => tokens.lower[u.first] === 'political')) return false
  if (part?.head && member(np) && (FORCES.has(tokens.lower[part.head.last - 1]!) || WING.has(tokens.lower[part.head.last - 1]!) && part.units.some((u) => OF_ARMS.has(tokens.lower[u.first]!)))) return true
  // "six members of an armed group"
  if (part?.head && member(np) && MILITANT_GROUP.has(tokens.lower[part.head.last - 1]!) && part.units.some((u) => MILITANT_KIND.has(tokens.lower[u.first]!))) return true
  const group = (x: NounPhrase): boolean => actorsIn(tokens, x.units[0]!.first, x.units.at(-1)!.last).some((actor) => ARMED_GROUPS.has(actor.side ?? '') && actor.side !== 'Israeli settlers')
  return member(np) && (group(np) || (part !== null && group(part)))
}

/** A building or site with a name of its own: "al-Noor school", "the Central hospital". */
export function named(np: NounPhrase): boolean {
  return !np.plural && np.counted !== null && ITSELF.has(np.counted) && np.units.some((u) => u.tag === 'proper') && !np.units.some((u) => u.tag === 'poss')
}

/** The kind of people that a phrase names by role. */
export function roleOf(np: NounPhrase): Counted | null {
  for (const unit of np.units) if (unit.lexeme?.counted && PEOPLE.has(unit.lexeme.counted)) return unit.lexeme.counted
  return null
}

/** Offices, which may be told in capitals behind a place's name. */
const TITLES: ReadonlySet<string> = new Set(['chief', 'governor', 'minister', 'commander', 'mayor', 'officer', 'judge', 'general', 'inspector', 'commissioner', 'administrator', 'director', 'spokesman', 'spokeswoman', 'prosecutor', 'magistrate', 'constable', 'superintendent', 'councillor', 'councilor', 'imam', 'bishop'])

/** How a phrase points to one person; null where it does not. */
export function personReference(np: NounPhrase, sense: string, tokens: TokenTable): 'name' | 'definite' | 'pronoun' | null {
  if (np.proper && PEOPLE_SENSES.has(sense) && isPersonName(np, tokens)) return 'name'
  // "Fahad Baloch": a surname that is also the name of a people
  if (np.head?.demonym === true && np.article === '' && np.number === null && np.units.length >= 2 && PEOPLE_SENSES.has(sense) && np.units.every((u) => u === np.head || u.tag === 'proper' && !u.demonym) && !tokens.lower[np.head.first]!.endsWith('s')) return 'name'
  if (!PERSONAL.has(sense)) return null
  if (np.pronoun !== null) return HE.has(np.pronoun) ? 'pronoun' : null
  if (np.article === 'the' && np.head !== null && (tokens.flags[np.head.first]! & FLAG_CAPITAL) !== 0 && np.units.some((u) => u.tag === 'proper') && (np.counted === null || !TITLES.has(tokens.lower[np.head.last - 1]!))) return null // "the Galaxy Leader" is a ship, "the Karam District Police Chief" is none
  if (np.counted !== null && PEOPLE.has(np.counted) && !np.plural && np.head !== null && (KNOWN.has(np.article) || (np.article === '' && np.units.some((u) => u.tag === 'poss')))) return 'definite'
  return np.proper && np.units.length === 1 && np.event === null && np.head?.tag === 'proper' && actorsIn(tokens, np.head.first, np.head.last).length === 0 ? 'name' : null
}

/** People who are told of without an article in whole sentences too: several, or a body of them. */
const BODIES: ReadonlySet<string> = new Set(['personnel', 'staff', 'crew', 'police', 'youth', 'infantry', 'cavalry', 'militia', 'military', 'press', 'population', 'manpower', 'enemy', 'family', 'audience', 'public', 'clergy', 'gentry', 'kin'])

/** "Soldier killed near the border", "sniper kills militiaman": a headline leaves out the article of one person. */
export function headlined(np: NounPhrase, tokens: TokenTable): boolean {
  return np.article === '' && np.number === null && !np.plural && np.pronoun === null && np.head?.tag === 'noun' && (!np.head.demonym || np.units.some((u) => tokens.lower[u.first]!.endsWith('-old'))) && np.counted !== null && PEOPLE.has(np.counted) && !np.units.some((u) => u.tag === 'poss') && !BODIES.has(tokens.lower[np.head.last - 1]!)
}

/** Whether a name is that of an armed group itself, and of no leader of it. */
function isGroup(units: NounPhrase['units'], tokens: TokenTable): boolean {
  const first = units[0]!.first, last = units.at(-1)!.last, name = lettersOf(tokens.text.slice(tokens.start[first], tokens.end[last - 1]))
  return actorsIn(tokens, first, last).some(({ side }) => side !== null && ARMED_GROUPS.has(side) && lettersOf(side) === name)
}
const lettersOf = (name: string): string => name.toLowerCase().replace(/\P{L}/gu, '')

/** A person's name: two capitalised words or a role with one, and no word that names a body or a place. */
function isPersonName(np: NounPhrase, tokens: TokenTable): boolean {
  // "the group's leader Name Surname": the name stands after the possessor
  const own = np.units.slice(np.units.findLastIndex((u) => u.tag === 'poss') + 1)
  const names = own.filter((u) => u.tag === 'proper').length
  const role = own.some((u) => u.lexeme?.counted && PEOPLE.has(u.lexeme.counted))
  if (own.length > 0 && FORCES.has(tokens.lower[own.at(-1)!.last - 1]!)) return false // "the army and Security Forces"
  if (!role && own.length > 0 && isGroup(own, tokens)) return false // "Boko Haram was driven out"
  const aged = own.some((u) => u.last - u.first === 1 && /-year-old$/.test(tokens.lower[u.first]!))
  return names >= 2 && (np.article !== 'the' || role || aged) || ((role || aged) && names >= 1) // "the Galaxy Leader" is a ship
}

/** "the fourth general", "the 12th journalist": how many there are by now; null where no ordinal counts people. */
export function ordinalOf(np: NounPhrase, tokens: TokenTable): number | null {
  if (np.article !== 'the' || np.plural || np.counted === null || !PEOPLE.has(np.counted) || np.head === null || BODIES.has(tokens.lower[np.head.last - 1]!)) return null
  for (const unit of np.units) {
    const value = ordinalValue(tokens.lower[unit.first]!)
    if (value !== null) return value
  }
  return null
}

const STRONG: ReadonlySet<string> = new Set(['member', 'man', 'woman', 'person', 'people', 'strong'])

/** "a five-member team", "a seven-strong crew": how many such a group are; 0 where its number is not told so, or it is no group of people. */
export function membersOf(np: NounPhrase, tokens: TokenTable): number {
  if (np.plural || np.head === null || np.number !== null || !GROUP.has(tokens.lower[np.head.last - 1]!)) return 0
  for (const unit of np.units) {
    const word = tokens.lower[unit.first]!, dash = word.lastIndexOf('-')
    if (dash <= 0 || !STRONG.has(word.slice(dash + 1))) continue
    const size = word.slice(0, dash), value = /^\d{1,3}$/.test(size) ? Number(size) : numberWord(size)
    if (value > 1) return value
  }
  return 0
}
const GROUP: ReadonlySet<string> = new Set(['team', 'crew', 'group', 'squad', 'family', 'patrol', 'delegation', 'unit', 'party', 'mission', 'convoy', 'cell', 'gang', 'contingent'])
