// Who or what a phrase without a number points to: one person by name, role or pronoun, a building with a name of its own.
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import { actorsIn, ARMED_GROUPS } from '../../../languages/en/actors.ts'
import type { NounPhrase } from '../../../languages/en/chunks.ts'
import { PEOPLE_SENSES } from '../../../languages/en/measures.ts'

/** Senses that happen to one person: a name, "he" or "the driver" as their patient is a count of one. */
const PERSONAL: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'surrender', 'release', 'rescue', 'miss'])

/** "three Hamas members", "a Hezbollah commander", "members of the Wagner Group". */
export function ofArmedGroup(np: NounPhrase, part: NounPhrase | null, tokens: TokenTable): boolean {
  const member = (x: NounPhrase): boolean => x.units.some((u) => /^(members?|leaders?|chiefs?|operatives?|figures?|commanders?|founders?|masterminds?|men)$/.test(tokens.lower[u.first]!))
  const group = (x: NounPhrase): boolean => x.units.some((u) => ARMED_GROUPS.has(actorsIn(tokens, u.first, u.last)[0]?.side ?? ''))
  return member(np) && (group(np) || (part !== null && group(part)))
}

/** A building or site with a name of its own: "al-Noor school", "the Central hospital". */
export function named(np: NounPhrase): boolean {
  return !np.plural && np.counted !== null && /^(school|hospital|building|ship)$/.test(np.counted) && np.units.some((u) => u.tag === 'proper') && !np.units.some((u) => u.tag === 'poss')
}

/** The kind of people that a phrase names by role. */
export function roleOf(np: NounPhrase): Counted | null {
  for (const unit of np.units) if (unit.lexeme?.counted && PEOPLE.has(unit.lexeme.counted)) return unit.lexeme.counted
  return null
}

/** How a phrase points to one person; null where it does not. */
export function personReference(np: NounPhrase, sense: string, tokens: TokenTable): 'name' | 'definite' | 'pronoun' | null {
  if (np.proper && PEOPLE_SENSES.has(sense) && isPersonName(np, tokens)) return 'name'
  if (!PERSONAL.has(sense)) return null
  if (np.pronoun !== null) return /^(he|she|him|her)$/.test(np.pronoun) ? 'pronoun' : null
  if (np.counted !== null && PEOPLE.has(np.counted) && !np.plural && np.head !== null && /^(the|his|her|my|their|its)$/.test(np.article)) return 'definite'
  return np.proper && np.units.length === 1 && np.event === null && np.head?.tag === 'proper' && actorsIn(tokens, np.head.first, np.head.last).length === 0 ? 'name' : null
}

/** A person's name: two capitalised words or a role with one, and no word that names a body or a place. */
function isPersonName(np: NounPhrase, _tokens: TokenTable): boolean {
  // "the group's leader Name Surname": the name stands after the possessor
  const own = np.units.slice(np.units.findLastIndex((u) => u.tag === 'poss') + 1)
  const names = own.filter((u) => u.tag === 'proper').length
  const role = own.some((u) => u.lexeme?.counted && PEOPLE.has(u.lexeme.counted))
  return names >= 2 || (role && names >= 1)
}
