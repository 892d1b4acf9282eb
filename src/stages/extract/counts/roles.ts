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
const SAYS_MORE: ReadonlySet<Counted> = new Set<Counted>(['combatant', 'medic', 'journalist', 'civilian', 'child'])

/** What a report tells people to be. */
export interface Roles {
  /** Surnames (lower-cased) with the kind of people their bearer is told to be; a name told as two kinds has none. */
  named: ReadonlyMap<string, Counted>
  /** The sentences whose first phrase is a person of a kind ("Name Surname was a paramedic."): who "he" is in the next. */
  told: ReadonlyMap<number, Counted>
}

/** The roles of the people whom a report names. */
export function rolesOf(parsed: readonly ParsedSentence[], sentences: readonly Sentence[], tokens: TokenTable): Roles {
  const told = new Map<number, Counted>(), roles = new Map<string, Counted>(), unsure = new Set<string>()
  const learn = (surname: string, of: Counted): void => {
    const known = roles.get(surname)
    if (known !== undefined && known !== of) unsure.add(surname)
    roles.set(surname, of)
  }
  for (const { chunks, index } of parsed) {
    if (chunks.length === 0) { const kind = titlesIn(tokens, sentences[index]!, learn); if (kind !== null) told.set(index, kind); continue }
    for (let k = 0; k < chunks.length; k++) {
      const np = chunks[k]!.np
      if (!np?.proper || np.head === null) continue
      const surname = tokens.lower[np.head.last - 1]!
      const own = np.units.length > 1 && RANK.has(tokens.lower[np.units[0]!.first]!) ? 'combatant' : kindOf(np, null, tokens)
      if (own) { learn(surname, own); continue }
      if (np.units.filter((u) => u.tag === 'proper').length < 2) continue
      const kind = after(chunks, k, tokens) ?? before(chunks, k, tokens)
      if (kind) { learn(surname, kind); continue }
      // "The two men, Name Surname and Name Surname, were members of the cell": what all of them are
      const more = chunks[k + 1]?.kind === 'conj' || chunks[k + 1]?.kind === 'comma' ? chunks[k + 2] : undefined
      if (more?.np?.proper === true && more.np.head !== null) { const all = ofAll(chunks, k + 2, tokens); if (all !== null) { learn(surname, all); learn(tokens.lower[more.np.head.last - 1]!, all) } }
    }
  }
  for (const name of unsure) roles.delete(name)
  for (const { chunks, index } of parsed) {
    const people = chunks.filter((c) => c.np !== null && c.np.proper && c.np.head !== null && roles.has(tokens.lower[c.np.head.last - 1]!))
    if (people.length > 0 && people[0] === chunks.find((c) => c.np !== null)) told.set(index, roles.get(tokens.lower[people[0]!.np!.head!.last - 1]!)!)
  }
  return { named: roles, told }
}

/** "Col Name Surname" */
const RANK = wordGroup('rank_short')
/** What a word calls people where that says more than "a person", from 1; 0 for other words. */
const KINDS: readonly Counted[] = [...SAYS_MORE]
const TITLE = new WordColumn((word) => { if (RANK.has(word)) return KINDS.indexOf('combatant') + 1; const counted = lexemeOf(word)?.counted; return counted && SAYS_MORE.has(counted) && !word.endsWith('s') ? KINDS.indexOf(counted) + 1 : 0 })
/** Words of a name, the first and the last among them. */
const MOST_NAMES = 4

/**
 * "the commander Name Surname", "Name Surname worked as a paramedic" in a sentence that tells nothing itself, whose phrases
 * nobody has looked for. Returns what the one whose name opens the sentence is told to be; null for nothing.
 */
function titlesIn(tokens: TokenTable, { first, last }: Sentence, learn: (surname: string, of: Counted) => void): Counted | null {
  let opens: Counted | null = null, name = first
  while (name < last && name - first <= MOST_NAMES && tokens.kind[name] === TOKEN_WORD && (tokens.flags[name]! & FLAG_CAPITAL) !== 0) name++
  const named = name - first > 1 && name - first <= MOST_NAMES && (tokens.lower[name] === ',' || IS.has(tokens.lower[name] ?? ''))
  for (let i = TITLE.next(tokens, first, last); i < last; i = TITLE.next(tokens, i + 1, last)) {
    let t = i + 1
    while (t < last && t - i <= MOST_NAMES && tokens.kind[t] === TOKEN_WORD && (tokens.flags[t]! & FLAG_CAPITAL) !== 0) t++
    const kind = KINDS[TITLE.at(tokens, i) - 1]!
    if (t - i > 2 && !POLITICAL.has(tokens.lower[i - 1] ?? '')) learn(tokens.lower[t - 1]!, kind)
    if (opens === null && named && i > name && i - name <= ROLE_WITHIN && !POLITICAL.has(tokens.lower[i - 1]!) && isOne(tokens, name, i)) { opens = kind; learn(tokens.lower[name - 1]!, kind) }
  }
  return opens
}
/** What stands between a name and what its bearer is. */
const IS: ReadonlySet<string> = new Set(['is', 'was', 'worked', 'works', 'served', 'serves']), AN: ReadonlySet<string> = new Set(['a', 'an'])
/** So many tokens behind a name stands what its bearer is. */
const ROLE_WITHIN = 6

/** Whether the words from the name's end to the role at `i` say that its bearer is one: ", a Spanish", "worked as a". */
function isOne({ lower }: TokenTable, end: number, i: number): boolean {
  const at = lower[end + 1] === 'as' ? end + 2 : end + 1
  if (!AN.has(lower[at] ?? '')) return false
  for (let t = at + 1; t < i; t++) if (!/^[a-z-]+$/.test(lower[t]!) || BREAKS.has(lower[t]!)) return false
  return true
}
const BREAKS: ReadonlySet<string> = new Set(['of', 'for', 'who', 'with', 'from', 'and', 'whose'])
const POLITICAL: ReadonlySet<string> = new Set(['political', 'former', 'ex'])

/** What "were members of the group" says of the names that end with the phrase at `k`; null where the clause says nothing of the kind. */
function ofAll(chunks: ParsedSentence['chunks'], k: number, tokens: TokenTable): Counted | null {
  const at = chunks[k + 1]?.kind === 'comma' ? k + 2 : k + 1, is = chunks[at]?.vg, role = chunks[at + 1]?.np
  if (is == null || is.verb !== null || is.negated || is.modal !== null || role == null || !role.plural || role.number !== null) return null
  for (let i = at + 2; chunks[i]?.kind === 'prep' && chunks[i]!.word === 'of' && chunks[i + 1]?.np != null; i += 2) { const kind = kindOf(role, chunks[i + 1]!.np, tokens); if (kind !== null) return kind }
  return kindOf(role, null, tokens)
}

/** Appositions that may stand between a name and its role: an age, another name, "believed to be". */
const APART = 3

/** "Name Surname, a key military commander of the group, …", "Name, 30, known as Other, the leader of the group", "Name, whom the army described as a commander", "Name was a fighter". */
function after(chunks: ParsedSentence['chunks'], k: number, tokens: TokenTable): Counted | null {
  let i = k + 1
  const is = chunks[i]?.vg
  if (is && is.verb === null && !is.negated && !is.modal && chunks[i + 1]?.np?.article.startsWith('a')) return roleAt(chunks, i + 1, tokens)
  if (is && !is.negated && !is.modal && !is.infinitive && chunks[i + 1]?.word === 'as' && chunks[i + 2]?.np && SERVES.has(tokens.lower[is.main]!)) return roleAt(chunks, i + 2, tokens) // "worked as a medic"
  if (is && !is.negated && !is.modal && !is.infinitive && !is.passive && JOINS.has(is.verb?.lemma ?? tokens.lower[is.main]!)) { const group = chunks[i + 1]?.kind === 'prep' ? chunks[i + 2] : chunks[i + 1]; const behind = chunks[chunks[i + 1]?.kind === 'prep' ? i + 3 : i + 2]; return chunks[i + 1]?.word !== 'against' && behind?.word !== 'of' && group?.np && ofGroup(group.np, tokens) ? 'combatant' : null } // "fought for Boko Haram", "joined the rebels"
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
  return ofGroup(np, tokens) || of !== null && ofGroup(of, tokens) ? 'combatant' : null
}

/** Whether a phrase names an armed group, or means one that was named: "the jihadist group", "the group"; not "the human rights group". */
function ofGroup({ units, article }: NounPhrase, tokens: TokenTable): boolean {
  const at = units.findIndex((u) => tokens.lower[u.first] === 'group')
  if (at >= 0 && units.every((u, i) => i === at || u.tag === 'det') ? article === 'the' : at >= 0 && (units[at - 1]?.tag === 'poss' || units.some((u) => ARMS.has(tokens.lower[u.first]!)))) return true
  return units.length > 0 && actorsIn(tokens, units[0]!.first, units.at(-1)!.last).some((a) => ARMED_GROUPS.has(a.side) && a.side !== 'Israeli settlers')
}
const ARMS = wordGroup('arms_of_group')
const SERVES: ReadonlySet<string> = new Set(['worked', 'works', 'served', 'serves']), JOINS: ReadonlySet<string> = new Set(['fight', 'join', 'joined', 'joins'])
