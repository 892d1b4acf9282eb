// Folders that are still there after the power went: a new name lasts once the folder that holds it was flushed.
import type * as files from 'node:fs/promises'
import { dirname } from 'node:path'

type FolderCalls = Pick<typeof files, 'mkdir' | 'open'>

/** Makes a folder and those above it that are missing, and flushes each that was given a new name. `path` is absolute. */
export async function makeFolder(path: string, using: FolderCalls): Promise<void> {
  const first = await using.mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made), using)
}

/** Flushes a folder's names to the disk. */
export async function flushFolder(path: string, using: Pick<FolderCalls, 'open'>): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there, and a rename is journalled
  const handle = await using.open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
