// The behaviour of every engine.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMemoryStore, openSqliteStore } from '../../src/store/sqlite/open.ts'
import { describeAccounts } from './accounts-behaviour.ts'
import { describeStore, type StoreEngine } from './behaviour.ts'

const inFolder = async (): Promise<StoreEngine> => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'))
  const engine: StoreEngine = {
    store: await openSqliteStore(folder, { access: 'write' }),
    async reopen() {
      await engine.store.close()
      engine.store = await openSqliteStore(folder, { access: 'write' })
      return engine.store
    },
    async drop() {
      await engine.store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return engine
}

const inMemory = async (): Promise<StoreEngine> => {
  const store = await openMemoryStore()
  return { store, reopen: null, drop: () => store.close() }
}

for (const [name, open] of [['SQLite in a folder', inFolder], ['SQLite in memory', inMemory]] as const) {
  describeStore(name, open)
  describeAccounts(name, open)
}
