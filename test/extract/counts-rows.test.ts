// Rows of sentences (counts-rows.jsonl): what each counts, and why. A row without counts must stay silent.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { countsOf } from './counts-of.ts'

/** A sentence and the counts it states ("measure kind value bound", sorted). */
interface Row {
  why: string
  sentence: string
  counts: string
}

const rows = readFileSync(new URL('counts-rows.jsonl', import.meta.url), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row)

it.each(rows)('$why: $sentence', ({ sentence, counts }) => expect(countsOf(sentence)).toBe(counts))
