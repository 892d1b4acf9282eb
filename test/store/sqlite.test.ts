// What is particular to the embedded engine: its file, its connections, its bytes.
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BlobFolder, type BlobFiles } from '../../src/store/blob-folder.ts'
import { sha256 } from '../../src/store/identity.ts'
import { MIGRATIONS, type Migration } from '../../src/store/sql/migrate.ts'
import { openConnection } from '../../src/store/sqlite/connection.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { keep, madeClaim, madeReport } from './made.ts'
import { docsIn, startAdding } from './processes.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'dateline-sqlite-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

describe('a connection', () => {
  test('has its settings, read back', () => {
    const database = openConnection(join(folder, 'x.sqlite'), 'write')
    const value = (name: string): unknown => Object.values(database.prepare(`pragma ${name}`).get()!)[0]
    expect([value('journal_mode'), value('synchronous'), value('foreign_keys'), Number(value('busy_timeout')) > 0]).toEqual(['wal', 2, 1, true])
    database.close()
    for (const access of ['query', 'read', 'immutable'] as const) {
      const reader = openConnection(join(folder, 'x.sqlite'), access)
      expect(() => { reader.exec('create table t (x)') }).toThrow(/readonly/)
      reader.close()
    }
  })

  test('never touches the database of another program', () => {
    const file = join(folder, 'store.sqlite'), other = new DatabaseSync(file)
    other.exec('create table theirs (x); insert into theirs values (1)')
    other.close()
    const before = readFileSync(file)
    expect(() => openConnection(file, 'write')).toThrow(/another program/)
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('opening', { timeout: 60_000 }, () => {
  const refused: [why: string, prepare: () => void, access: 'read' | 'write', fault: string][] = [
    ['nothing there, to read', () => undefined, 'read', 'absent'],
    ['a folder that does not exist, to read', () => { rmSync(folder, { recursive: true }) ; mkdirSync(folder); folder = join(folder, 'none') ; mkdirSync(folder) }, 'read', 'absent'],
    ['a file that is no database', () => { writeFileSync(join(folder, 'store.sqlite'), 'once upon a time '.repeat(100)) }, 'write', 'not_a_store'],
    ['the same, to read', () => { writeFileSync(join(folder, 'store.sqlite'), 'once upon a time '.repeat(100)) }, 'read', 'not_a_store'],
  ]
  test.each(refused)('%s is refused in words', async (_why, prepare, access, fault) => {
    prepare()
    await expect(openSqliteStore(folder, { access })).rejects.toMatchObject({ name: 'StoreError', fault })
  })

  test('a file in the place of the folder is refused in words', async () => {
    writeFileSync(join(folder, 'plain'), 'x')
    for (const path of ['plain', 'plain/below']) {
      await expect(openSqliteStore(join(folder, path), { access: 'write' })).rejects.toMatchObject({ name: 'StoreError', fault: 'not_a_store' })
    }
  })

  test('a store of a newer program is refused and left alone, to read and to write', async () => {
    const next: Migration = { name: 'the next', up: async (db) => { await sql`create table later (x integer)`.execute(db) } }
    await (await openSqliteStore(folder, { access: 'write', migrations: [...MIGRATIONS, next] })).close()
    for (const access of ['read', 'write'] as const) {
      await expect(openSqliteStore(folder, { access })).rejects.toMatchObject({ fault: 'too_new', message: expect.stringContaining('newer Dateline') })
    }
  })

  test('an older store is brought up to date with what it holds, even by a reader', async () => {
    const store = await openSqliteStore(folder, { access: 'write' })
    await keep(store, madeReport(), [madeClaim('c1')])
    await store.close()
    const next: Migration = { name: 'the next', up: async (db) => { await sql`create table later (x integer)`.execute(db) } }
    const later = await openSqliteStore(folder, { access: 'read', migrations: [...MIGRATIONS, next] })
    expect((await later.report('one'))!.claims.length).toBe(1)
    await later.close()
  })

  test('a migration that fails leaves the schema as it was', async () => {
    const broken: Migration = { name: 'broken', up: async (db) => { await sql`create table half (x integer)`.execute(db); throw new Error('no further') } }
    await (await openSqliteStore(folder, { access: 'write' })).close()
    await expect(openSqliteStore(folder, { access: 'write', migrations: [...MIGRATIONS, broken] })).rejects.toThrow('no further')
    const store = await openSqliteStore(folder, { access: 'write' })
    expect((await store.counts()).reports).toBe(0)
    await store.close()
    const database = new DatabaseSync(join(folder, 'store.sqlite'))
    expect(database.prepare("select count(*) as n from sqlite_schema where name = 'half'").get()).toEqual({ n: 0 })
    database.close()
  })

  test('several processes that make the store at once all succeed', async () => {
    const runs = ['a', 'b', 'c'].map((prefix) => startAdding(folder, prefix, 3))
    await Promise.all(runs.map((run) => run.ended))
    expect(await docsIn(folder)).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'c0', 'c1', 'c2'])
  })
})

test('a store that was closed is one file beside its bytes, whoever closed it last', async () => {
  const store = await openSqliteStore(folder, { access: 'write' })
  await keep(store, madeReport())
  const reader = await openSqliteStore(folder, { access: 'read' })
  await reader.report('one')
  await store.close()
  await reader.close()
  expect(readdirSync(folder).toSorted()).toEqual(['blobs', 'store.sqlite'])
})

describe('one writes at a time', { timeout: 60_000 }, () => {
  test('a writer waits for another, says so, and gives up in words', async () => {
    const store = await openSqliteStore(folder, { access: 'write', patienceMs: 1500, waiting: () => { waited++ } })
    let waited = 0
    const other = new DatabaseSync(join(folder, 'store.sqlite'))
    other.exec('begin immediate')
    await expect(keep(store, madeReport())).rejects.toMatchObject({ fault: 'busy' })
    expect(waited).toBe(1)
    // readers go on meanwhile
    expect((await store.counts()).reports).toBe(0)
    other.exec('rollback')
    other.close()
    expect((await keep(store, madeReport())).what).toBe('new')
    await store.close()
  })

  test('a process killed in the middle leaves what it said it kept, whole, and no lock', async () => {
    const run = startAdding(folder, 'k', 10_000)
    await new Promise<void>((resolve) => { run.child.stdout!.on('data', () => { if (run.lines.length >= 25) resolve() }) })
    run.child.kill('SIGKILL')
    await run.ended
    const said = run.lines
    expect(said.length).toBeGreaterThanOrEqual(25)
    const store = await openSqliteStore(folder, { access: 'write', patienceMs: 1000 })
    const kept = new Set<string>()
    for await (const reading of store.readings()) {
      kept.add(reading.summary.doc)
      expect(reading.claims.length).toBe(20)
      expect(sha256((await store.readBytes(reading.summary.sha256))!)).toBe(reading.summary.sha256)
    }
    expect(said.filter((doc) => !kept.has(doc))).toEqual([])
    expect(kept.size - said.length).toBeLessThanOrEqual(1) // kept, and killed before it could say so
    expect((await keep(store, madeReport())).what).toBe('new')
    for await (const fault of store.verifyBytes()) expect.unreachable(JSON.stringify(fault))
    await store.close()
  })
})

describe('bytes', () => {
  const failing = (where: keyof BlobFiles, code: string): BlobFiles => ({ ...files, [where]: () => Promise.reject(Object.assign(new Error(code), { code })) })

  test.each([['open', 'ENOSPC', 'full'], ['rename', 'ENOSPC', 'full'], ['mkdir', 'EROFS', 'read_only'], ['open', 'EACCES', 'no_permission'], ['open', 'EDQUOT', 'full']] as const)('%s failing with %s is said as "%s", and nothing is left', async (call, code, fault) => {
    const store = await openSqliteStore(folder, { access: 'write', files: failing(call, code) })
    await expect(keep(store, madeReport())).rejects.toMatchObject({ name: 'StoreError', fault })
    expect(await store.counts()).toMatchObject({ reports: 0, bytes: 0 })
    await store.close()
    expect(existsSync(join(folder, 'blobs')) ? readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []).toEqual([])
    // with room again the same run goes through
    const again = await openSqliteStore(folder, { access: 'write' })
    expect((await keep(again, madeReport())).what).toBe('new')
    await again.close()
  })

  test('a disk that fills up in the middle of a file', async () => {
    const half: BlobFiles = {
      ...files,
      open: (async (...args: Parameters<typeof files.open>) => {
        const handle = await files.open(...args)
        if (args[1] === 'wx') handle.writeFile = async () => { await handle.write(new Uint8Array(10)); throw Object.assign(new Error('full'), { code: 'ENOSPC' }) }
        return handle
      }) as typeof files.open,
    }
    const blobs = new BlobFolder(join(folder, 'blobs'), half)
    await expect(blobs.write(sha256('text'), Buffer.from('text'))).rejects.toMatchObject({ fault: 'full', next: expect.stringContaining('Make room') })
    expect(readdirSync(join(folder, 'blobs', 'incoming'))).toEqual([])
    expect(await blobs.read(sha256('text'))).toBeNull()
  })

  test('bytes that were changed or taken away are found', async () => {
    const store = await openSqliteStore(folder, { access: 'write' })
    const changed = await store.keepBytes(Buffer.from('changed')), gone = await store.keepBytes(Buffer.from('gone'))
    await store.keepBytes(Buffer.from('sound'))
    const place = new BlobFolder(join(folder, 'blobs'))
    appendFileSync(place.place(changed), '!')
    rmSync(place.place(gone))
    const faults: unknown[] = []
    for await (const fault of store.verifyBytes()) faults.push(fault)
    expect(faults).toHaveLength(2)
    expect(faults).toEqual(expect.arrayContaining([{ sha256: changed, fault: 'differs' }, { sha256: gone, fault: 'missing' }]))
    await expect(store.readBytes(changed)).rejects.toMatchObject({ fault: 'damaged' })
    // adding them again heals both
    await store.keepBytes(Buffer.from('changed'))
    await store.keepBytes(Buffer.from('gone'))
    for await (const fault of store.verifyBytes()) expect.unreachable(JSON.stringify(fault))
    await store.close()
  })

  test('what a killed run left half-written is swept away later, not while it may be another\'s', async () => {
    const incoming = join(folder, 'blobs', 'incoming')
    mkdirSync(incoming, { recursive: true })
    writeFileSync(join(incoming, 'old'), 'x')
    writeFileSync(join(incoming, 'fresh'), 'x')
    utimesSync(join(incoming, 'old'), 1000, 1000)
    await (await openSqliteStore(folder, { access: 'write' })).close()
    expect(readdirSync(incoming)).toEqual(['fresh'])
  })
})
