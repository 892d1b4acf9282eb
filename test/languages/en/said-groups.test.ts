// What whole sentences are asked for: groups of words as bits, and the next word that a rule looks for.
import { describe, expect, test } from 'vitest'
import { groupsSaid, saidGroup, wordGroup } from '../../../src/languages/en/count-words.ts'
import { tokenize } from '../../../src/text/tokens.ts'
import { WordColumn } from '../../../src/text/vocabulary.ts'

const SIEGE = saidGroup('siege'), NATURAL = saidGroup('natural')

describe('groups said', () => {
  test.each([
    ['The town was besieged for weeks.', true, false, 'a word of the one'],
    ['An earthquake shook the town.', false, true, 'a word of the other'],
    ['An earthquake shook the besieged town.', true, true, 'words of both'],
    ['The market reopened.', false, false, 'no word of either'],
    ['', false, false, 'nothing'],
  ])('%s: %s, %s (%s)', (text, siege, natural) => {
    const tokens = tokenize(text)
    for (let again = 0; again < 2; again++) {
      expect((groupsSaid(tokens, 0, tokens.count, SIEGE.lane) & SIEGE.bit) !== 0).toBe(siege)
      expect((groupsSaid(tokens, 0, tokens.count, NATURAL.lane) & NATURAL.bit) !== 0).toBe(natural)
    }
  })
  test('a group asked for later changes nothing of those before', () => {
    const tokens = tokenize('The besieged town was flooded with light.')
    const before = groupsSaid(tokens, 0, tokens.count, SIEGE.lane) & SIEGE.bit
    const later = saidGroup('case')
    expect(groupsSaid(tokens, 0, tokens.count, SIEGE.lane) & SIEGE.bit).toBe(before)
    expect((groupsSaid(tokens, 0, tokens.count, later.lane) & later.bit) !== 0).toBe(tokens.lower.some((word) => wordGroup('case').has(word)))
    expect(saidGroup('siege')).toEqual(SIEGE)
  })
  test('a group that no table has is a fault of ours', () => { expect(() => saidGroup('no such group')).toThrow('no such group') })
})

describe('the next word', () => {
  const long = 'x'.repeat(60)
  test.each([
    ['one two three two', ['two'], [1, 3], 'each in turn'],
    ['one three', ['two'], [], 'none'],
    ['Two TWO two’s', ['two'], [0, 1, 2], 'in whatever letters'],
    [`a ${long} b ${long}`, [long], [1, 3], 'words too long to have a number'],
    ['', ['two'], [], 'nothing'],
  ])('%s: %j at %j (%s)', (text, words, expected) => {
    const tokens = tokenize(text), column = new WordColumn((word) => (words.includes(word) ? 7 : 0))
    for (let again = 0; again < 2; again++) {
      const found: number[] = []
      for (let i = column.next(tokens, 0, tokens.count); i < tokens.count; i = column.next(tokens, i + 1, tokens.count)) found.push(i)
      expect(found).toEqual(expected)
    }
  })
})
