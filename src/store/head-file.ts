// A file outside of the store to which lines are only ever added.
import { open } from 'node:fs/promises'
import { faultOfSystem } from './system-faults.ts'

/** Adds a line and flushes it. StoreErrors say what the surroundings refuse. */
export async function appendLine(file: string, line: string): Promise<void> {
  try {
    const handle = await open(file, 'a')
    try {
      await handle.writeFile(`${line}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw faultOfSystem(error, `write ${file}`)
  }
}
