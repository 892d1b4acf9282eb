import { describe, expect, test } from 'vitest'
import { matchOf } from '../../src/store/sql/lookups.ts'

describe('words that are searched for', () => {
  const rows: [why: string, words: string, match: string | null][] = [
    ['every word, the last may be only begun', 'market kharkiv', '"market" "kharkiv"*'],
    ['a phrase stands as it is', 'market "two killed"', '"market" "two killed"'],
    ['a letter that begins the next word waits for the next one', 'market k', '"market"'],
    ['a letter alone is a word', 'k', '"k"'],
    ['a number of one digit is meant as it is', 'killed 5', '"killed" "5"'],
    ['two letters begin a word', 'ki', '"ki"*'],
    ['what has no word asks for nothing', ' "…" ', null],
    ['operators are words', 'a OR b*', '"a" "OR"'],
    ['Cyrillic begins words, too', 'Хар', '"Хар"*'],
  ]
  test.each(rows)('%s', (_why, words, match) => { expect(matchOf(words)).toBe(match) })
})
