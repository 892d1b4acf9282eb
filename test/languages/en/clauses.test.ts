// Who did it and whom it befell: subjects, objects and parts of a verb group.
import { describe, expect, it } from 'vitest'
import { objectsOf, subjectOf } from '../../../src/languages/en/clauses.ts'
import { subsetsAfter } from '../../../src/languages/en/subsets.ts'
import { parsed } from './parsed.ts'

/** The verb group whose words begin with `verb`, in the sentence. */
function at(text: string, verb: string): { k: number; phrases(list: readonly number[]): string[]; chunks: ReturnType<typeof parsed>['chunks'] } {
  const { chunks, written } = parsed(text)
  const k = chunks.findIndex((c) => c.vg !== null && written(c.first, c.last) === verb)
  expect(k, `${verb} in ${text}`).toBeGreaterThanOrEqual(0)
  return { k, chunks, phrases: (list) => list.map((i) => written(chunks[i]!.first, chunks[i]!.last)) }
}

const SUBJECTS: [text: string, verb: string, subject: string[], why: string][] = [
  ['Nine men were killed.', 'were killed', ['Nine men'], 'right before'],
  ['Nine men in the town were killed.', 'were killed', ['Nine men'], 'over a place'],
  ['Nine men, two of them guards, were killed.', 'were killed', ['Nine men'], 'over an insertion'],
  ['A man and a girl were killed.', 'were killed', ['A man', 'a girl'], 'a list'],
  ['The woman who was in the house was killed.', 'was killed', ['The woman'], 'over a relative clause'],
  ['Two men who entered the zone are held.', 'are held', ['Two men'], 'over a relative clause with an object'],
  ['It cited a guard who said nine men were killed.', 'were killed', ['nine men'], 'what somebody said, not who said it'],
  ['A hall sheltering 90 people was bombed.', 'was bombed', ['A hall'], 'over a reduced clause'],
  ['A depot burned after being hit.', 'being hit', ['A depot'], 'of the clause before'],
  ['Aid reached the 90 people living in the camp.', 'living', ['the 90 people'], 'a participle right after its noun'],
  ['A gun, captured in the first days, stood there.', 'captured', ['A gun'], 'a reduced clause after a comma'],
  ['Six cars, including a van, were hit.', 'were hit', ['Six cars'], 'the whole, not its part'],
  ['The blast (heard in the town) killed nine.', 'killed', ['The blast'], 'over brackets'],
]
const OBJECTS: [text: string, verb: string, objects: string[], why: string][] = [
  ['The blast killed nine men and two girls.', 'killed', ['nine men', 'two girls'], 'a list'],
  ['The blast killed nine men in the town.', 'killed', ['nine men'], 'not the place'],
  ['The blast killed nine men and the mayor fled.', 'killed', ['nine men'], 'not the next clause'],
  ['They took two tanks and a gun abandoned by the enemy.', 'took', ['two tanks', 'a gun'], 'with a reduced clause'],
  ['The blast killed five and nine injured were found.', 'killed', ['five'], 'not the next count'],
]

describe('clauses', () => {
  it.each(SUBJECTS)('%s: %s has %j (%s)', (text, verb, subject) => {
    const { k, chunks, phrases } = at(text, verb)
    expect(phrases(subjectOf(chunks, k))).toEqual(subject)
  })
  it.each(OBJECTS)('%s: %s has %j (%s)', (text, verb, objects) => {
    const { k, chunks, phrases } = at(text, verb)
    expect(phrases(objectsOf(chunks, k))).toEqual(objects)
  })
  it.each([
    ['Nine were killed, including two girls and a nurse.', 'were killed', ['two girls', 'a nurse']],
    ['Nine were killed, among them two girls.', 'were killed', ['two girls']],
    ['Nine were killed, two of them girls.', 'were killed', ['two']],
    ['Nine were killed while two girls hid.', 'were killed', []],
  ])('%s has parts', (text, verb, parts) => {
    const { k, chunks, phrases } = at(text, verb)
    expect(phrases(subsetsAfter(chunks, k))).toEqual(parts)
  })
})
