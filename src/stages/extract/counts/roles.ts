// What the people whom a report names are: "the commander Name Surname", "Name Surname, a reporter, …".
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import type { TokenTable } from '../../../model/document.ts'
import { actorsIn, ARMED_GROUPS } from '../../../languages/en/actors.ts'
import type { NounPhrase } from '../../../languages/en/chunks.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { ParsedSentence } from '../../../languages/en/parse.ts'

const MEMBER = wordGroup('member')
const SAYS_MORE: ReadonlySet<Counted> = new Set<Counted>(['combatant', 'medic', 'journalist'])

/** Surnames (lower-cased) with the kind of people their bearer is told to be; a name told as two kinds has none. */
export function rolesOf(parsed: readonly ParsedSentence[], tokens: TokenTable): ReadonlyMap<string, Counted> {
  const roles = new Map<string, Counted>(), unsure = new Set<string>()
  const learn = (name: NounPhrase, of: Counted): void => {
    const surname = tokens.lower[name.head!.last - 1]!
    const known = roles.get(surname)
    if (known !== undefined && known !== of) unsure.add(surname)
    roles.set(surname, of)
  }
  for (const { chunks } of parsed) for (let k = 0; k < chunks.length; k++) {
    const np = chunks[k]!.np
    if (!np?.proper) continue
    const own = kindOf(np, null, tokens)
    if (own) { learn(np, own); continue }
    // "Name Surname, a key military commander of the group, …"
    const beside = chunks[k + 1]?.kind === 'comma' ? chunks[k + 2]?.np : null
    if (!beside || beside.proper || beside.plural || beside.number || np.units.filter((u) => u.tag === 'proper').length < 2) continue
    const of = chunks[k + 3]?.kind === 'prep' ? chunks[k + 4]?.np ?? null : null
    const kind = kindOf(beside, of, tokens)
    if (kind) learn(np, kind)
  }
  for (const name of unsure) roles.delete(name)
  return roles
}

function kindOf(np: NounPhrase, of: NounPhrase | null, tokens: TokenTable): Counted | null {
  let member = false, named = false
  for (const unit of np.units) {
    if (unit.tag === 'poss') { member = named = false; continue }
    const counted = unit.lexeme?.counted
    if (counted && PEOPLE.has(counted) && SAYS_MORE.has(counted) && unit.tag !== 'proper') return counted
    if (tokens.lower[unit.first] === 'political') return null
    if (MEMBER.has(tokens.lower[unit.first]!)) member = true
    named = true
  }
  if (!member || !named) return null
  const group = (x: NounPhrase): boolean => x.units.some((u) => ARMED_GROUPS.has(actorsIn(tokens, u.first, u.last)[0]?.side ?? '') || tokens.lower[u.first] === 'group')
  return group(np) || (of !== null && group(of)) ? 'combatant' : null
}
