// The measurement of docs/decisions/0006-time-expressions.md, held. The annotated articles are not part of the project.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ABBREVIATIONS } from '../../../src/languages/en/abbreviations.ts'
import { findTimes } from '../../../src/languages/en/times.ts'
import { toDocument } from '../../../src/text/sentences.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/data/dates')
const GOLD = join(FOLDER, 'wikiwars-train.jsonl')
const absent = !existsSync(GOLD)
if (absent) console.warn('skipped: the WikiWars articles are not beside the project (../shared/data/dates)')

test.skipIf(absent)('WikiWars: extents and values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-times-'))
  try {
    const articles = readFileSync(GOLD, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { doc: string, published: string, text: string })
    const found = articles.map(({ doc, published, text }) => {
      const document = toDocument({ key: doc, doc, url: null, title: null, outlet: null, language: 'en', kind: 'article', published, text, passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }, { abbreviations: ABBREVIATIONS })
      return JSON.stringify({ doc, timexes: findTimes(document).map(({ start, end, value }) => ({ start, end, value })) })
    })
    const predictions = join(folder, 'found.jsonl')
    writeFileSync(predictions, found.join('\n'))
    const ran = spawnSync(process.execPath, [join(FOLDER, 'score-dates.mjs'), GOLD, predictions, '--json'], { encoding: 'utf8' })
    const score = JSON.parse(ran.stdout) as { strict: { f1: number }, lenient: { f1: number }, value: { f1: number } }
    expect(score.lenient.f1).toBeGreaterThan(0.96)
    expect(score.strict.f1).toBeGreaterThan(0.91)
    expect(score.value.f1).toBeGreaterThan(0.87)
  } finally { rmSync(folder, { recursive: true, force: true }) }
})
