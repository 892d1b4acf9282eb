// Phrases: what belongs together, and what each phrase is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsed } from './parsed.ts'

describe('noun phrases', () => {
  it.each([
    ['at least nine villagers', 'person', true, 'number, bound and noun'],
    ['a 14-year-old girl', 'child', false, 'an age in one word'],
    ['a 41-year-old', 'person', false, 'an age as the noun'],
    ['a 15-year-old pupil', 'child', false, 'a child by age'],
    ["the city's two hospitals", 'hospital', true, 'what stands after the possessor'],
    ['a destroyed school building', 'school', false, 'the building of a school'],
    ['16 “kamikaze” drones', 'drone', true, 'marks around a word'],
    ['two main battle tanks', 'tank', true, 'a noun of three words'],
  ])('%s', (text, counted, plural) => {
    const [c] = parsed(text).chunks
    expect([c!.kind, c!.np?.counted, c!.np?.plural]).toEqual(['np', counted, plural])
  })
  it.each([['two more', true], ['another', true], ['a third', true], ['two soldiers', false], ['a soldier', false]])('%s has its head left out: %s', (text, elided) => expect(parsed(text).chunks[0]!.np!.elided).toBe(elided))
})

describe('verb groups', () => {
  it.each([
    ['were killed', { passive: true, negated: false, modal: null }],
    ['have not been killed', { passive: true, negated: true, modal: null }],
    ['could be killed', { passive: true, negated: false, modal: 'could' }],
    ['killed', { passive: false, bare: true, modal: null }],
    ['is killing', { progressive: true, passive: false }],
    ['to kill', { infinitive: true }],
  ])('%s', (text, expected) => expect(parsed(`They ${text} them`).chunks.find((c) => c.vg)?.vg).toMatchObject(expected))
})

it('phrases cover every token once and in order', () => {
  const words = fc.constantFrom('two', 'men', 'were', 'killed', 'and', ',', '(', ')', '“', '”', 'in', 'the', 'town', 'who', 'US', "'s", 'not', 'to', 'flee', '12', '-', 'others', 'a')
  fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), (list) => {
    const { tokens, chunks } = parsed(list.join(' '))
    let at = 0
    for (const c of chunks) { expect(c.first).toBeGreaterThanOrEqual(at); expect(c.last).toBeGreaterThan(c.first); at = c.last }
    expect(at).toBeLessThanOrEqual(tokens.count)
  }))
})
