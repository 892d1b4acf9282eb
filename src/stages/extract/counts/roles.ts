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
    if (np.units.filter((u) => u.tag === 'proper').length < 2) continue
    const kind = after(chunks, k, tokens) ?? before(chunks, k, tokens)
    if (kind) learn(np, kind)
  }
  for (const name of unsure) roles.delete(name)
  return roles
}

/** Appositions that may stand between a name and its role: an age, another name, "believed to be". */
const APART = 3

/** "Name Surname, a key military commander of the group, …", "Name, 30, known as Other, the leader of the group", "Name was a fighter". */
function after(chunks: ParsedSentence['chunks'], k: number, tokens: TokenTable): Counted | null {
  let i = k + 1
  const is = chunks[i]?.vg
  if (is && is.verb === null && !is.negated && !is.modal && chunks[i + 1]?.np?.article.startsWith('a')) return roleAt(chunks, i + 1, tokens)
  for (let steps = 0; steps < APART && chunks[i]?.kind === 'comma'; steps++) {
    i++
    while (chunks[i]?.vg && (chunks[i]!.vg!.bare || chunks[i]!.vg!.infinitive)) i++
    if (chunks[i]?.kind === 'prep' && chunks[i]!.word === 'as') i++
    if (!chunks[i]?.np) return null
    const kind = roleAt(chunks, i, tokens)
    if (kind) return kind
    if (!chunks[i]!.np!.proper && !chunks[i]!.np!.number) return null
    i++
  }
  return null
}

/** "its leader, Name Surname", "identified the gunmen as Name Surname and Name Surname". */
function before(chunks: ParsedSentence['chunks'], k: number, tokens: TokenTable): Counted | null {
  const mark = chunks[k - 1]
  if (mark?.kind === 'comma' && chunks[k - 2]?.np) {
    const role = chunks[k - 2]!.np!
    const group = chunks[k - 3]?.kind === 'prep' && chunks[k - 3]!.word === 'of' ? chunks[k - 4]?.np ?? null : null
    if (group && !group.proper && !group.plural && !group.number) return kindOf(group, role, tokens)
    // "a nurse at the clinic, Name Surname,": who is at the place, not the place
    const there = chunks[k - 3]?.kind === 'prep' && AT.has(chunks[k - 3]!.word) ? chunks[k - 4]?.np ?? null : null
    if (there && !there.proper && !there.plural && !there.number && there.article !== '') return kindOf(there, null, tokens)
    return role.proper || role.plural || role.number || role.article === '' ? null : kindOf(role, null, tokens)
  }
  if (mark?.kind === 'prep' && mark.word === 'as' && chunks[k - 2]?.np && IDENTIFIES.has(chunks[k - 3]?.vg?.verb?.lemma ?? '')) return kindOf(chunks[k - 2]!.np!, null, tokens)
  return null
}
/** Where the one who is named beside it lives, works or serves. */
const AT: ReadonlySet<string> = new Set(['at', 'in', 'from', 'with', 'for', 'near', 'on'])
const IDENTIFIES: ReadonlySet<string> = new Set(['identify', 'name'])

function roleAt(chunks: ParsedSentence['chunks'], i: number, tokens: TokenTable): Counted | null {
  const np = chunks[i]!.np!
  if (np.proper || np.plural || np.number) return null
  const of = chunks[i + 1]?.kind === 'prep' ? chunks[i + 2]?.np ?? null : null
  return kindOf(np, of, tokens)
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
