// Kysely over Node's own SQLite. One connection to a database object; transactions begin as writers, so that two programs
// queue up at the beginning and never meet in the middle.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler, type DatabaseConnection, type DatabaseIntrospector, type Dialect, type DialectAdapter, type Driver, type Kysely, type QueryCompiler, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { StoreError } from '../store.ts'

/** How long a writer waits for another program's transaction. One takes milliseconds; a whole minute means that it hangs. */
const PATIENCE_MS = 60_000
const PAUSE_MS = 25

export interface WaitOptions {
  patienceMs?: number
  /** Called once when the wait begins to be felt. */
  waiting?: () => void
}

/** Statements kept ready: those asked for last. */
const STATEMENTS_KEPT = 120

/** Node's statements as kysely's SQLite driver wants them; what is asked again and again is prepared once. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => { kept.clear(); database.close() },
    prepare(text: string): SqliteStatement {
      const known = kept.get(text)
      if (known) {
        kept.delete(text)
        kept.set(text, known)
        return known
      }
      const statement = database.prepare(text)
      const made: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        // read bit by bit, it must not be begun anew by another who asks the same
        iterate: (parameters) => database.prepare(text).iterate(...(parameters as SQLInputValue[])),
      }
      if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value!)
      kept.set(text, made)
      return made
    },
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5

class NodeSqliteDriver extends SqliteDriver {
  readonly #wait: WaitOptions
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync, wait: WaitOptions) {
    super({ database: asKyselyDatabase(database) })
    this.#database = database
    this.#wait = wait
  }

  /** On a full disk SQLite may have rolled back by itself; asking it again would hide the error that says so. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const began = Date.now()
    const patienceMs = this.#wait.patienceMs ?? PATIENCE_MS
    for (let told = false; ;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        const waited = Date.now() - began
        if (waited >= patienceMs) throw new StoreError('busy', `Another dateline has been writing to this store for ${Math.round(waited / 1000)} seconds.`, 'Wait for it to end, then run the same command again: what was kept so far stays.', error)
        if (!told && waited > 1000) { told = true; this.#wait.waiting?.() }
        await pause(PAUSE_MS)
      }
    }
  }
}

/** The dialect over an open database. Closing kysely closes the database. */
export class NodeSqliteDialect implements Dialect {
  readonly #database: DatabaseSync
  readonly #wait: WaitOptions

  constructor(database: DatabaseSync, wait: WaitOptions = {}) {
    this.#database = database
    this.#wait = wait
  }

  createDriver(): Driver { return new NodeSqliteDriver(this.#database, this.#wait) }
  createQueryCompiler(): QueryCompiler { return new SqliteQueryCompiler() }
  createAdapter(): DialectAdapter { return new SqliteAdapter() }
  createIntrospector(db: Kysely<never>): DatabaseIntrospector { return new SqliteIntrospector(db) }
}
