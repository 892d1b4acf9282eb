// People told of one by one who suffered the same count together.
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { CountRule, Search } from './finding.ts'
import { headWord } from './phrases.ts'
import { add } from './record.ts'
import { personReference } from './references.ts'

const PLAIN = wordGroup('plain_person')
const PLAIN_MANY = /^(brothers|sisters|twins|siblings|parents|sons|daughters|children|men|women|boys|girls|couple|friends|journalists|colleagues)$/
const isAge = (word: string): boolean => word.endsWith('-old')
/** Whose somebody is: "his wife". */
export const KIN: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'our'])
const TOGETHER: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'rescue', 'miss'])

/** "his elder brother, Name", "Name Surname, the deputy head": one person, told by name and by who he is. */
function beside(s: Search, [a, b]: readonly number[]): boolean {
  const one = s.chunks[a!]!.np!, other = s.chunks[b!]!.np!
  const role = one.proper ? other : one
  return one.proper !== other.proper && b === a! + 2 && s.chunks[a! + 1]!.kind === 'comma' && !one.number && !other.number && !role.plural && (role.article === 'the' || role.article === 'a' || role.article === 'an' || role.article === '' || KIN.has(role.article))
}

/** "a man and a woman were killed", "his mother, father and two sisters": people told of one by one, none by a number of a group, count together. */
export function joint(s: Search, patients: readonly number[], k: number, sense: string, rule: CountRule = 'one-by-one'): boolean {
  const { chunks, tokens } = s
  if (patients.length < 2 || !TOGETHER.has(sense)) return false
  const head = chunks[patients[0]!]!.np!
  // "the brothers, Roi and Tal Levi, were killed": the names tell how many there are
  if (head.plural && !head.number && !head.proper && PLAIN_MANY.test(headWord(tokens, head)) && patients.slice(1).every((p) => chunks[p]!.np!.proper)) patients = patients.slice(1)
  // "poet and soldier Name Surname": one person
  else if (patients.length === 2 && !head.number && !head.proper && !head.plural && head.article === '' && chunks[patients[1]!]!.np!.head?.tag === 'proper' && chunks[patients[1]!]!.np!.article === '') return add(s, patients[1]!, k, sense, rule)
  else if (patients.length === 2 && beside(s, patients)) return add(s, patients[head.proper ? 0 : 1]!, k, sense, rule)
  let value = 0, children = 0, implicit = 0
  for (const p of patients) {
    const np = chunks[p]!.np!
    const own = np.counted ?? (np.proper && personReference(np, sense, tokens) ? 'person' : null)
    if ((own !== 'person' && own !== 'child') || !(np.proper || PLAIN.has(headWord(tokens, np)) || np.number || isAge(headWord(tokens, np))) || np.plural && !np.number || s.context.placeAt?.[np.head!.first] === 1) return false
    if (np.number) {
      if (np.number.masked || np.number.bound !== 'exact') return false
      value += np.number.value
    } else { value++; implicit++ }
    if (own === 'child') children++
  }
  // a number of a group beside one person is a count of its own, but not within one family
  if (implicit < patients.length && !((implicit >= 2 || rule === 'harm-noun-of') && patients.some((p) => KIN.has(chunks[p]!.np!.article)))) return false
  const any = add(s, patients[0]!, k, sense, rule, { together: { value, of: children === patients.length ? 'child' : 'person', first: chunks[patients[0]!]!.first, last: chunks[patients.at(-1)!]!.last } })
  if (any && children > 0 && children < patients.length) for (const p of patients) if (chunks[p]!.np!.counted === 'child' && !chunks[p]!.np!.number) add(s, p, k, sense, 'subset', { subset: true }) // "a woman and a boy": one of the two is a child
  if (any) for (const p of patients) s.usedChunks.add(p)
  return any
}

const ALL: ReadonlySet<string> = new Set(['all', 'both'])
const POINTS_BACK: ReadonlySet<string> = new Set(['which', 'whom'])

/** "five missiles and 12 drones, all of which were intercepted": each number right before "all of which" that the verb group at `k` tells of. */
export function allOfThem(s: Search, k: number, sense: string): boolean {
  const { chunks } = s
  if (k < 5 || !POINTS_BACK.has(chunks[k - 1]!.word) || chunks[k - 2]!.word !== 'of' || !ALL.has(chunks[k - 3]!.np?.pronoun ?? chunks[k - 3]!.word) || chunks[k - 4]!.kind !== 'comma') return false
  let any = false
  for (let p = k - 5; p >= 0 && chunks[p]!.np?.number && chunks[p]!.np!.head; p -= 2) {
    if (add(s, p, k, sense, 'count-verb')) any = true
    if (chunks[p - 1]?.kind !== 'comma' && chunks[p - 1]?.kind !== 'conj') break
  }
  return any
}
