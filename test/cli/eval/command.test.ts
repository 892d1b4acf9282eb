import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runHere } from '../run-dateline.ts'

const top = mkdtempSync(join(tmpdir(), 'dateline-eval-'))
afterAll(() => { rmSync(top, { recursive: true }) })
const put = (name: string, ...lines: unknown[]): void => { writeFileSync(join(top, name), lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')) }
const fact = { doc: 'a', measure: 'killed', of: 'person', value: 2, bound: 'exact', claimant: null, place: null, date: null, cumulative: false, quote: 'killed two people' }
const TEXT = 'Shelling killed two people.'
const given = { doc: 'a', text: TEXT, claims: [{ type: null, quote: 'killed two people', start: 9, end: 26, claimant: null, stance: 'asserted', place: null, date: null, quantities: [{ measure: 'killed', of: 'person', value: 2, bound: 'exact', cumulative: false, start: 16, end: 19 }] }] }

describe('eval', () => {
  put('set.facts.jsonl', fact, { ...fact, doc: 'b', value: 3 })
  put('read.ndjson', given, { doc: 'b', text: '', claims: [] })

  it('scores what was printed before', async () => {
    const { code, out } = await runHere(['eval', 'set', '--from', 'read.ndjson', '--json'], { cwd: top })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ documents: { gold: 2, read: 2 }, facts: { gold: 2, got: 1, precision: 1, recall: 0.5 }, complete: { right: 1 } })
  })
  it('lists what was missed', async () => {
    const { out } = await runHere(['eval', 'set', '--from', 'read.ndjson', '--json', '--misses'], { cwd: top })
    expect(out.trim().split('\n').slice(1).map((line) => JSON.parse(line) as unknown)).toMatchObject([{ kind: 'missed_fact', doc: 'b', what: 'killed person 3' }])
  })
  it('for people it is tables, and an annotated report that was not read is exit code 1', async () => {
    put('half.ndjson', given)
    const { code, out } = await runHere(['eval', 'set', '--from', 'half.ndjson'], { cwd: top })
    expect(code).toBe(1)
    expect(out).toContain('1 of 2 annotated reports read')
    expect(out).toMatch(/^facts +1\.000 +0\.500 +0\.667 {2}2 annotated, 1 read$/m)
  })
  it('reads the reports itself from the manifest beside the annotation', { timeout: 60_000 }, async () => {
    put('whole.facts.jsonl', fact)
    put('whole.manifest.jsonl', { file: 'a.txt', published: '2031-05-06' })
    put('a.txt', TEXT)
    const { code, out, err } = await runHere(['eval', 'whole', '--json'], { cwd: top })
    expect(code, err).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ documents: { gold: 1, read: 1 }, facts: { f1: 1 } })
  })

  put('broken.facts.jsonl', fact, '{"doc": ')
  put('wrong.facts.jsonl', { ...fact, value: 'two' })
  const refused: [line: string, said: RegExp][] = [
    ['eval nothing', /no annotation at nothing[\s\S]*docs\/annotation\.md/],
    ['eval set', /no manifest\.jsonl beside the annotation/],
    ['eval broken --from read.ndjson', /broken\.facts\.jsonl, line 2 is not JSON/],
    ['eval wrong --from read.ndjson', /wrong\.facts\.jsonl, line 1: value:/],
    ['eval set --from gone.ndjson', /There is no file .*gone\.ndjson/],
    ['eval set --from read.ndjson --manifest m.jsonl', /exclude each other/],
  ]
  it.each(refused)('dateline %s', async (line, said) => {
    const { code, out, err } = await runHere(line.split(' '), { cwd: top })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(said)
  })
})
