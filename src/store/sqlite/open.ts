// The embedded engine: a folder with a SQLite database, the bytes as files, and the settings.
import * as files from 'node:fs/promises'
import { access, constants, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { BlobFolder, type BlobFiles } from '../blob-folder.ts'
import { sha256 } from '../identity.ts'
import { makeFolder } from '../make-folder.ts'
import { SqlStore, type BytesPlace } from '../sql/sql-store.ts'
import { migrate, MIGRATIONS, refuseTooNew, schemaNumber, type Migration } from '../sql/migrate.ts'
import type { Tables } from '../sql/tables.ts'
import { StoreError, type Store } from '../store.ts'
import { faultOfSystem } from '../system-faults.ts'
import { openConnection, type Access } from './connection.ts'
import { NodeSqliteDialect, type WaitOptions } from './dialect.ts'

/** The database's file in the data folder. */
export const DATABASE_FILE = 'store.sqlite'
/** The bytes' folder in the data folder. */
export const BLOBS_FOLDER = 'blobs'

export interface OpenOptions extends WaitOptions {
  /** `write` makes the folder where there is none; `read` refuses with StoreError `absent`. */
  access: 'read' | 'write'
  /** For tests: file calls that fail as a full disk would. */
  files?: BlobFiles
  /** For tests: another program's schema. */
  migrations?: readonly Migration[]
}

/** Opens the store in a folder. StoreErrors say what the surroundings refuse. */
export async function openSqliteStore(folder: string, options: OpenOptions): Promise<Store> {
  const path = resolve(folder), file = join(path, DATABASE_FILE)
  const migrations = options.migrations ?? MIGRATIONS
  const blobs = new BlobFolder(join(path, BLOBS_FOLDER), options.files)
  try {
    if (options.access === 'write') {
      await makeFolder(path, files)
      await access(path, constants.W_OK)
      const writer = await connect(file, 'write', options)
      try {
        await migrate(writer, path, migrations)
        await blobs.sweep()
        return new SqlStore({ folder: path, writer, reader: await connect(file, 'query', options), bytes: blobs })
      } catch (error) {
        await writer.destroy()
        throw error
      }
    }
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return null; throw error })
    if (found === null) throw new StoreError('absent', `Nothing is kept in ${path} yet.`, 'Add reports with `dateline add FILE …`, or name the folder with --data DIR.')
    const reader = await connect(file, await readingAccess(path, file), options)
    try {
      const number = await schemaNumber(reader)
      refuseTooNew(number, path, migrations)
      if (number === migrations.length) return new SqlStore({ folder: path, reader, writer: null, bytes: blobs })
    } catch (error) {
      await reader.destroy()
      throw error
    }
    await reader.destroy() // an older schema: bring it up to date, then read
    const writing = await openSqliteStore(path, { ...options, access: 'write' })
    await writing.close()
    return await openSqliteStore(path, options)
  } catch (error) {
    throw faultOfSystem(error, `open the store in ${path}`)
  }
}

/** A store that is gone when it is closed: for `incidents --manifest`, and for tests. */
export async function openMemoryStore(): Promise<Store> {
  const database = openConnection(':memory:', 'write')
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
  await migrate(db, 'memory')
  return new SqlStore({ folder: null, reader: db, writer: db, bytes: new BytesInMemory() })
}

class BytesInMemory implements BytesPlace {
  readonly #kept = new Map<string, Uint8Array>()

  async write(hash: string, bytes: Uint8Array): Promise<void> {
    if (sha256(bytes) !== hash) throw new TypeError('not the bytes of that hash')
    this.#kept.set(hash, bytes.slice())
  }

  async read(hash: string): Promise<Uint8Array | null> { return this.#kept.get(hash) ?? null }
  async size(hash: string): Promise<number | null> { return this.#kept.get(hash)?.byteLength ?? null }
}

async function readingAccess(path: string, file: string): Promise<Access> {
  if (await access(path, constants.W_OK).then(() => true, () => false)) return 'query'
  const log = await stat(`${file}-wal`).catch(() => null)
  return log !== null && log.size > 0 ? 'read' : 'immutable'
}

/** SQLite answers "busy" without waiting while another program makes the log or recovers it: then it is asked again. */
async function connect(file: string, how: Access, wait: WaitOptions): Promise<Kysely<Tables>> {
  for (let tries = 0; ; tries++) {
    try {
      return new Kysely<Tables>({ dialect: new NodeSqliteDialect(openConnection(file, how), wait) })
    } catch (error) {
      const busy = error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5
      if (!busy || tries >= 100) throw error
      await pause(25)
    }
  }
}
