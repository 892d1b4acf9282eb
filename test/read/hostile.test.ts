// Hostile strings as texts, pages and fields of records: none throws, hangs or makes a tag of the text. Skipped where ../shared is absent.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/stages/read/index.ts'

const shared = (name: string): string => fileURLToPath(new URL(`../../../shared/data/hostile/${name}`, import.meta.url))
const LINE = 'The harbour of Port Ellery came under fire on Monday evening, the regional governor said.'

describe.skipIf(!existsSync(shared('xss.json')))('hostile strings (skipped: ../shared is absent)', () => {
  const strings = (): string[] => ['xss.json', 'naughty-strings.json'].flatMap((name) => (JSON.parse(readFileSync(shared(name), 'utf8')) as string[]).filter((_, i) => i % 3 === 0))
  test('in a page: the reporting beside them is read, and no element comes through', () => {
    for (const text of strings()) {
      const report = read({ id: 'x', html: `<article><h1>Harbour under fire</h1><p>${LINE}</p><p>${LINE.replace('Monday', 'Friday')}</p></article><div>${text}</div>`, language: 'en' }, null, { raw: false })
      expect(report.text, text).toContain(LINE)
      for (const { start, end } of report.passages) expect(report.text.slice(start, end).trim(), text).not.toBe('')
    }
  }, 60_000)
  test('as a text and in every field of a record', () => {
    for (const text of strings()) {
      const report = read({ id: text, text: `${LINE}\n\n${text}\n\n${LINE}`, url: text, published: text, outlet: text, language: 'en', title: text }, null, { raw: false })
      expect(report.text, text).toContain(LINE)
      expect(report.published === null || /^\d{4}-\d\d-\d\d/.test(report.published), text).toBe(true)
      expect(read({ id: 'x', text, language: 'en' }, null, { raw: true }).text).toBe(text)
    }
  }, 60_000)
})
