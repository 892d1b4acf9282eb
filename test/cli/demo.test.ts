import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runProcess } from './run-dateline.ts'

const top = mkdtempSync(join(tmpdir(), 'dateline-demo-'))
afterAll(() => { rmSync(top, { recursive: true }) })

describe('demo', () => {
  it('prints a chronology, draws it, and touches nothing but its own', { timeout: 120_000 }, async () => {
    const own = join(top, 'own')
    const first = await runProcess(['demo'], { cwd: top, env: { DATELINE_DATA: own } })
    expect(first.code, first.err).toBe(0)
    expect(first.out).toMatch(/^id +when +what +where/)
    expect(first.out).toContain('Kharkiv')
    expect(existsSync(own)).toBe(false)
    expect(readdirSync(top).sort()).toEqual(['dateline-demo', 'dateline-demo.html'])
    const page = readFileSync(join(top, 'dateline-demo.html'), 'utf8')
    expect(page).toContain('Every report here is invented')
    expect(page).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="?https?:/)

    const again = await runProcess(['demo', '--json', '--out', 'other.html'], { cwd: top })
    expect(again.code).toBe(0)
    const ids = again.out.trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(first.out).toContain(id.slice(0, 8))
    expect(existsSync(join(top, 'other.html'))).toBe(true)
  })
  it('says where the page cannot be written', { timeout: 120_000 }, async () => {
    const ran = await runProcess(['demo', '--out', 'no/such/folder.html'], { cwd: top })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('The page could not be written')
  })
})
