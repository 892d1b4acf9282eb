// The store where its surroundings refuse: no permission, a full disk, a disk for reading alone.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { keep, madeReport } from './made.ts'
import { asNobody, docsIn, ROOT, startAdding } from './processes.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'dateline-sqlite-')) })
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

describe('surroundings', { timeout: 60_000 }, () => {
  test('a folder that may not be written to: reading works, adding is refused in words', async ({ skip }) => {
    const store = await openSqliteStore(folder, { access: 'write' })
    await keep(store, madeReport())
    await store.close()
    if (ROOT) chownSync(folder, 0, 0)
    chmodSync(folder, 0o555)
    if (asNobody('reading.ts', [folder]).includes('EACCES')) return skip('nobody may not read the project here')
    expect(asNobody('reading.ts', [folder])).toBe('one\n')
    expect(asNobody('adding.ts', [folder, 'x', '1'])).toMatch(/^! no_permission .*--data DIR/)
    chmodSync(folder, 0o700)
    expect(await docsIn(folder)).toEqual(['one'])
  })

  test('a folder that a killed run left, and that may not be written to: still readable', async ({ skip }) => {
    const run = startAdding(folder, 'k', 10_000)
    await new Promise<void>((resolve) => { run.child.stdout!.on('data', () => { if (run.lines.length >= 3) resolve() }) })
    run.child.kill('SIGKILL')
    await run.ended
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), name === 'blobs' ? 0o755 : 0o644)
    chmodSync(folder, 0o555)
    const read = asNobody('reading.ts', [folder])
    if (read.includes('EACCES')) return skip('nobody may not read the project here')
    expect(read.split('\n')).toEqual(expect.arrayContaining(run.lines))
  })

  test('a folder that may not be looked into is said', ({ skip }) => {
    const inner = join(folder, 'closed')
    mkdirSync(inner, { mode: 0o700 })
    chmodSync(folder, 0o700)
    if (asNobody('reading.ts', ['/']).includes('EACCES')) return skip('nobody may not read the project here')
    if (!ROOT) chmodSync(inner, 0)
    expect(asNobody('reading.ts', [inner])).toMatch(/^! no_permission /)
    if (!ROOT) chmodSync(inner, 0o700)
  })

  test('a disk that is really full: said in words, what was kept stays, and with room it goes on', async ({ skip }) => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
    if (mounted.status !== 0) return skip('no file system can be mounted here')
    try {
      const run = startAdding(folder, 'f', 500)
      await run.ended
      expect(run.lines.at(-1)).toMatch(/^! full .*Make room/)
      const kept = run.lines.slice(0, -1)
      expect(kept.length).toBeGreaterThan(3)
      expect((await docsIn(folder)).sort()).toEqual(kept.toSorted())
      expect(spawnSync('mount', ['-o', 'remount,size=64m', folder]).status).toBe(0)
      const again = startAdding(folder, 'f', kept.length + 5)
      await again.ended
      expect(again.lines).toHaveLength(kept.length + 5)
      expect(await docsIn(folder)).toHaveLength(kept.length + 5)
    } finally {
      spawnSync('umount', [folder])
    }
  })

  test('a disk that is mounted for reading alone: reading works, adding is refused in words', async ({ skip }) => {
    const store = await openSqliteStore(folder, { access: 'write' })
    await keep(store, madeReport())
    await store.close()
    if (spawnSync('mount', ['--bind', folder, folder]).status !== 0) return skip('no file system can be mounted here')
    try {
      if (spawnSync('mount', ['-o', 'remount,bind,ro', folder]).status !== 0) return skip('no file system can be remounted here')
      expect(await docsIn(folder)).toEqual(['one'])
      await expect(openSqliteStore(folder, { access: 'write' })).rejects.toMatchObject({ fault: 'read_only', next: expect.stringContaining('--data DIR') })
    } finally {
      spawnSync('umount', [folder])
    }
  })
})
