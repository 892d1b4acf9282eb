// A connection to a SQLite file with the settings that the store relies on: set, read back and held to on every one.
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../store.ts'

/** Short, because SQLite's own wait holds up everything else in the process; writers wait again outside of it (dialect.ts). */
const BUSY_TIMEOUT_MS = 250
const SYNCHRONOUS_FULL = 2
/** "dtln": tells a store from any other SQLite file. */
const APPLICATION_ID = 0x64746c6e

export type Access =
  | 'write'
  /** Sees what is committed and changes nothing, but tidies the log away when it is the last to close. */
  | 'query'
  /** The same where the folder may not be written to. */
  | 'read'
  /** For a folder that nobody writes to: a disk that is read-only and holds no log beside the database. */
  | 'immutable'

function pragma(database: DatabaseSync, name: string): unknown {
  const row = database.prepare(`pragma ${name}`).get()
  return row === undefined ? undefined : Object.values(row)[0]
}

function hold(database: DatabaseSync, name: string, value: string | number): void {
  const found = pragma(database, name)
  if (found !== value) throw new Error(`SQLite's ${name} is ${String(found)} on this connection, ${value} was asked for`)
}

/** Whose file it is, before anything is changed in it. The mark is read again last, because another program may just be making the store. */
function owner(database: DatabaseSync): 'ours' | 'nobody' | 'other' {
  const mark = pragma(database, 'application_id')
  if (mark === APPLICATION_ID) return 'ours'
  const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number }
  if (mark === 0 && tables === 0) return 'nobody'
  return pragma(database, 'application_id') === APPLICATION_ID ? 'ours' : 'other'
}

/** Opens the file (`:memory:` for none), marks a new one and makes sure of the settings. Throws SQLite's own errors, and StoreError `not_a_store` for another program's database. */
export function openConnection(file: string, access: Access): DatabaseSync {
  const memory = file === ':memory:'
  const location = access === 'immutable' ? new URL(`${pathToFileURL(file).href}?mode=ro&immutable=1`) : file
  const database = new DatabaseSync(location, { readOnly: access === 'read' || access === 'immutable', timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true })
  try {
    database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}; pragma foreign_keys = on; pragma synchronous = full; pragma trusted_schema = off`)
    if (access === 'query') database.exec('pragma query_only = on')
    const whose = owner(database)
    if (whose === 'other') throw new StoreError('not_a_store', `${file} is a database of another program.`, 'Choose another folder with --data DIR.')
    if (whose === 'nobody' && access === 'write') database.exec(`pragma journal_mode = ${memory ? 'memory' : 'wal'}; pragma application_id = ${APPLICATION_ID}`)
    if (access !== 'immutable' && (access === 'write' || whose === 'ours')) hold(database, 'journal_mode', memory ? 'memory' : 'wal')
    hold(database, 'busy_timeout', BUSY_TIMEOUT_MS)
    hold(database, 'foreign_keys', 1)
    hold(database, 'synchronous', SYNCHRONOUS_FULL)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
