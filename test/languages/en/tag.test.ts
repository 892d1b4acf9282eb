// Word classes in context.
import { describe, expect, it } from 'vitest'
import { parsed } from './parsed.ts'

const ROWS: [text: string, word: string, tag: string, why: string][] = [
  ['The strike hit a school.', 'strike', 'noun', 'after an article'],
  ['The strike hit a school.', 'hit', 'verb', 'between noun and article'],
  ['They strike the port.', 'strike', 'verb', 'after a pronoun'],
  ['The wounded were treated.', 'wounded', 'noun', 'people by what befell them'],
  ['Nine wounded soldiers came.', 'wounded', 'adj', 'before its noun'],
  ['Nine soldiers were wounded.', 'wounded', 'verb', 'after an auxiliary'],
  ['The last pocket fell.', 'last', 'adj', 'before its noun'],
  ['One civilian was killed.', 'civilian', 'noun', 'the head of its phrase'],
  ['One civilian official was killed.', 'civilian', 'adj', 'before its noun'],
  ['The 90 remaining hostages came.', 'remaining', 'adj', 'between number and noun'],
  ['Nine rebels fighting in the east died.', 'fighting', 'verb', 'what the people do'],
  ['The fighting went on.', 'fighting', 'noun', 'after an article'],
  ['Two US soldiers died.', 'US', 'adj', 'a name in capitals'],
  ['They told us.', 'us', 'pron', 'the pronoun'],
  ['Russian troops came.', 'Russian', 'adj', 'a nationality before a noun'],
  ['The rebels in turn shelled the town.', 'turn', 'adv', 'behind "in"'],
  ['Nine people are stuck in the town.', 'stuck', 'verb', 'a state'],
]

describe('word classes', () => {
  it.each(ROWS)('%s: %s is %s (%s)', (text, word, tag) => {
    const { units, written } = parsed(text)
    expect(units.find((u) => written(u.first, u.last) === word)?.tag).toBe(tag)
  })
})
