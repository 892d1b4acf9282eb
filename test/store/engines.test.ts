// The behaviour of every engine.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMemoryStore, openSqliteStore } from '../../src/store/sqlite/open.ts'
import { describeStore, type StoreEngine } from './behaviour.ts'

describeStore('SQLite in a folder', async () => {
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
})

describeStore('SQLite in memory', async () => {
  const store = await openMemoryStore()
  return { store, reopen: null, drop: () => store.close() }
})
