// What the people whom a report names are: "the commander Name Surname", "Name Surname, a reporter, …".
import { PEOPLE, type Counted } from '../../../model/claim.ts'
import { FLAG_CAPITAL, TOKEN_WORD, type Sentence, type TokenTable } from '../../../model/document.ts'
import { actorsIn, ARMED_GROUPS } from '../../../languages/en/actors.ts'
import type { NounPhrase } from '../../../languages/en/chunks.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import { lexemeOf } from '../../../languages/en/lexicon.ts'
import type { ParsedSentence } from '../../../languages/en/parse.ts'
import { WordColumn } from '../../../text/vocabulary.ts'

const MEMBER = wordGroup('member')
const SAYS_MORE: ReadonlySet<Counted> = new Set<Counted>(['combatant', 'medic', 'journalist'])

/** Surnames (lower-cased) with the kind of people their bearer is told to be; a name told as two kinds has none. */
export function rolesOf(parsed: readonly ParsedSentence[], sentences: readonly Sentence[], tokens: TokenTable): ReadonlyMap<string, Counted> {
  const roles = new Map<string, Counted>(), unsure = new Set<string>()
  const learn = (surname: string, of: Counted): void => {
    const known = roles.get(surname)
    if (known !== undefined && known !== of) unsure.add(surname)
    roles.set(surname, of)
  }
  for (const { chunks, index } of parsed) {
    if (chunks.length === 0) { titlesIn(tokens, sentences[index]!, learn); continue }
    for (let k = 0; k < chunks.length; k++) {
      const np = chunks[k]!.np
      if (!np?.proper) continue
      const surname = tokens.lower[np.head!.last - 1]!
      const own = np.units.length > 1 && RANK.has(tokens.lower[np.units[0]!.first]!) ? 'combatant' : kindOf(np, null, tokens)
      if (own) { learn(surname, own); continue }
      if (np.units.filter((u) => u.tag === 'proper').length < 2) continue
      const kind = after(chunks, k, tokens) ?? before(chunks, k, tokens)
      if (kind) learn(surname, kind)
    }
  }
  for (const name of unsure) roles.delete(name)
  return roles
}

/** "Col Name Surname" */
const RANK = wordGroup('rank_short')
/** What a word calls people where that says more than "a person", from 1; 0 for other words. */
const KINDS: readonly Counted[] = [...SAYS_MORE]
const TITLE = new WordColumn((word) => { if (RANK.has(word)) return KINDS.indexOf('combatant') + 1; const counted = lexemeOf(word)?.counted; return counted && SAYS_MORE.has(counted) && !word.endsWith('s') ? KINDS.indexOf(counted) + 1 : 0 })
/** Words of a name, the first and the last among them. */
const MOST_NAMES = 4

/** "the commander Name Surname" in a sentence that tells nothing itself, whose phrases nobody has looked for. */
function titlesIn(tokens: TokenTable, { first, last }: Sentence, learn: (surname: string, of: Counted) => void): void {
  for (let i = TITLE.next(tokens, first, last); i < last; i = TITLE.next(tokens, i + 1, last)) {
    let t = i + 1
    while (t < last && t - i <= MOST_NAMES && tokens.kind[t] === TOKEN_WORD && (tokens.flags[t]! & FLAG_CAPITAL) !== 0) t++
    if (t - i > 2 && !POLITICAL.has(tokens.lower[i - 1] ?? '')) learn(tokens.lower[t - 1]!, KINDS[TITLE.at(tokens, i) - 1]!)
  }
}
const POLITICAL: ReadonlySet<string> = new Set(['political', 'former', 'ex'])

/** Appositions that may stand between a name and its role: an age, another name, "believed to be". */
const APART = 3

/** "Name Surname, a key military commander of the group, …", "Name, 30, known as Other, the leader of the group", "Name, whom the army described as a commander", "Name was a fighter". */
function after(chunks: ParsedSentence['chunks'], k: number, tokens: TokenTable): Counted | null {
  let i = k + 1
  const is = chunks[i]?.vg
  if (is && is.verb === null && !is.negated && !is.modal && chunks[i + 1]?.np?.article.startsWith('a')) return roleAt(chunks, i + 1, tokens)
  for (let steps = 0; steps < APART && chunks[i]?.kind === 'comma'; steps++) {
    i++
    // "whom it described as the group's leader"
    if (chunks[i]?.word === 'whom' && chunks[i + 1]?.np && chunks[i + 2]?.vg && chunks[i + 3]?.word === 'as') return chunks[i + 4]?.np && !chunks[i + 2]!.vg!.negated ? roleAt(chunks, i + 4, tokens) : null
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
