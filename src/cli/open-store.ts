// The store as a command opens it; what the store refuses is told as the user's trouble.
import { UserError, type DataFolder, type Io } from './command.ts'
import { StoreError, type Store } from '../store/store.ts'
import { safe } from './terminal.ts'

/** The error as a person is told it, where it is the store's surroundings'; else as it was. */
export function toUserError(error: unknown): unknown {
  return error instanceof StoreError ? new UserError(safe(error.message), safe(error.next)) : error
}

/** Opens the folder's store, does the work and closes it. `write` says where a new folder is and puts the first settings into it. */
export async function withStore<Result>(folder: DataFolder, access: 'read' | 'write', io: Io, work: (store: Store) => Promise<Result>): Promise<Result> {
  const { openSqliteStore } = await import('../store/sqlite/open.ts')
  try {
    if (access === 'write') io.sayDataFolder(folder)
    const store = await openSqliteStore(folder.path, { access, waiting: () => { io.note('Another dateline is writing to this store; waiting for it …') } })
    try {
      if (access === 'write' && !folder.exists) {
        const { writeFirstSettings } = await import('../store/settings.ts')
        await writeFirstSettings(folder.path)
      }
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw toUserError(error)
  }
}
