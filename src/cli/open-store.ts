// The store as a command opens it; what the store refuses is told as the user's trouble.
import { UserError, type DataFolder, type Io } from './command.ts'
import { StoreError, type Store } from '../store/store.ts'
import { personNamed } from './person.ts'
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
      if (access === 'write') await logChangedSettings(store, folder.path, io)
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw toUserError(error)
  }
}

/** Settings that somebody edited since are an entry of the log before anything is done under them. What cannot be read as settings is told by what needs them. */
async function logChangedSettings(store: Store, folder: string, io: Io): Promise<void> {
  const [{ readSettings }, { logSettings }] = await Promise.all([import('../store/settings.ts'), import('../pipeline/settings-in-log.ts')])
  const kept = await readSettings(folder).catch((error: unknown) => { if (error instanceof StoreError && error.fault === 'settings') return null; throw error })
  const person = personNamed(io.env)
  if (kept !== null) await logSettings(store, kept, `${person ?? 'somebody'} (noticed at the command line)`)
}

const UNWRITABLE: ReadonlySet<string> = new Set(['read_only', 'no_permission'])

/** The folder's store for as long as it is served: for writing, or for reading alone where it cannot be written to. The caller closes it. */
export async function openServedStore(folder: DataFolder, io: Io): Promise<{ store: Store, readOnly: boolean }> {
  const [{ openSqliteStore }, { writeFirstSettings }] = await Promise.all([import('../store/sqlite/open.ts'), import('../store/settings.ts')])
  try {
    io.sayDataFolder(folder)
    try {
      const store = await openSqliteStore(folder.path, { access: 'write' })
      if (!folder.exists) await writeFirstSettings(folder.path)
      return { store, readOnly: false }
    } catch (error) {
      if (!(error instanceof StoreError) || !UNWRITABLE.has(error.fault) || !folder.exists) throw error
      return { store: await openSqliteStore(folder.path, { access: 'read' }), readOnly: true }
    }
  } catch (error) {
    throw toUserError(error)
  }
}
