// The language of short passages of reporting, eleven in each of ten languages (our words), and what is no language.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/stages/read/language.ts'

const rows = readFileSync(new URL('language-passages.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '').map((line) => line.split('\t') as [string, string])

describe('the language of a passage', () => {
  it.each(rows)('%s: %s', (language, passage) => expect(languageOf(passage)).toBe(language))
  it.each([[''], ['12 + 4'], ['…'], ['OK']])('none: %j', (text) => expect(languageOf(text)).toBeNull())
  it('every language has its rows', () => expect(new Set(rows.map(([language]) => language)).size).toBe(10))
})
