import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../src/store/sql/migrate.ts'
import { sizeWords, type Check } from '../../src/cli/checks/check.ts'
import { gazetteerFile } from '../../src/gazetteer/build.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { runHere } from './run-dateline.ts'

const top = mkdtempSync(join(tmpdir(), 'dateline-doctor-'))
afterAll(() => { rmSync(top, { recursive: true }) })
const cache = join(top, 'cache')
const env = { DATELINE_CACHE: cache }

async function doctor(...args: string[]): Promise<{ code: number | null, checks: Map<string, Check> }> {
  const { code, out } = await runHere(['doctor', '--json', ...args], { env, cwd: top })
  return { code, checks: new Map(out.trim().split('\n').map((line) => JSON.parse(line) as Check).map((check) => [check.about, check])) }
}

describe('doctor', () => {
  it('nothing kept and nothing built is no fault, and it makes nothing', async () => {
    const { code, checks } = await doctor('--data', 'none')
    expect(code).toBe(0)
    expect(checks.get('store')).toMatchObject({ state: 'note', details: { exists: false, from: 'option' } })
    expect(checks.get('gazetteer')).toMatchObject({ state: 'note', details: { built: false } })
    expect(checks.get('versions')).toMatchObject({ state: 'good', details: { node: process.versions.node } })
    expect(checks.get('languages')?.details).toMatchObject({ languages: ['en'], frames: expect.arrayContaining(['de', 'uk']) })
    expect(readdirSync(top)).toEqual([])
  })

  it('a store: what is in it, its settings, and its bytes when asked', async () => {
    const folder = join(top, 'store')
    const store = await openSqliteStore(folder, { access: 'write' })
    const hash = await store.keepBytes(Buffer.from('Two people were injured, the mayor said.'))
    await store.keepTrouble({ code: 'empty', message: 'there is nothing in it', doc: 'a.txt', path: null, sha256: null, record: {} })
    await store.close()
    const sound = await doctor('--data', folder, '--deep')
    expect(sound.code).toBe(0)
    expect(sound.checks.get('store')).toMatchObject({ state: 'good', details: { reports: 0, schema: MIGRATIONS.length, bytes: 40 } })
    expect(sound.checks.get('unread')).toMatchObject({ state: 'note', details: { count: 1, docs: ['a.txt'] } })
    expect(sound.checks.get('evidence')).toMatchObject({ state: 'good' })

    const [blob] = readdirSync(join(folder, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes(hash.slice(4)))
    rmSync(join(folder, 'blobs', blob!))
    const lost = await doctor('--data', folder, '--deep')
    expect(lost.code).toBe(1)
    expect(lost.checks.get('evidence')).toMatchObject({ state: 'bad', details: { faults: [`${hash} missing`] } })

    writeFileSync(join(folder, 'settings.json'), '{"figures": {"rule": "guess"}}')
    const spoilt = await doctor('--data', folder)
    expect(spoilt.code).toBe(1)
    expect(spoilt.checks.get('settings')).toMatchObject({ state: 'bad' })
  })

  it('what is no store and what is no gazetteer is said, with what to do', async () => {
    const folder = join(top, 'other')
    mkdirSync(folder)
    writeFileSync(join(folder, 'store.sqlite'), 'not a database at all, but long enough to be taken for one'.repeat(100))
    mkdirSync(cache)
    writeFileSync(gazetteerFile(cache), 'nor this')
    const { code, checks } = await doctor('--data', folder)
    expect(code).toBe(1)
    expect(checks.get('store')).toMatchObject({ state: 'bad' })
    expect(checks.get('gazetteer')).toMatchObject({ state: 'bad', next: expect.stringContaining('Delete this file') })
  })

  it('for people it is a table', async () => {
    const { out } = await runHere(['doctor', '--data', 'none'], { env: { ...env, NO_COLOR: '1' }, cwd: top, tty: true, columns: 60 })
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
    expect(out).toMatch(/^note {2}store {6}Nothing is kept/m)
    expect(out).toContain('→ Add reports with')
  })

  it.each([[0, '0 bytes'], [999, '999 bytes'], [1200, '1.2 kB'], [83_500_000_000, '83.5 GB'], [123_456_789, '123 MB']])('%d is %s', (bytes, words) => { expect(sizeWords(bytes)).toBe(words) })
})
