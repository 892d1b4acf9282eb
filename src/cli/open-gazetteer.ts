// The gazetteer for a command: built first where it is not there, which is said.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OpenGazetteer } from '../gazetteer/open.ts'
import { UserError, type Io } from './command.ts'
import { DEFAULT_DATA } from './parse.ts'

/**
 * Opens the gazetteer with the tables that the user added to the data folder: `data` where the command has one, else
 * DATELINE_DATA or dateline-data here; null: none. Says on standard error when something has to be built first (some
 * seconds, once). UserError where the cache folder cannot be written.
 */
export async function openGazetteerFor(io: Io, data?: string | null): Promise<OpenGazetteer> {
  const [{ gazetteerFile, gazetteerFolder }, { addedTables, buildAdded }, { openGazetteer }] = await Promise.all([import('../gazetteer/build.ts'), import('../gazetteer/add.ts'), import('../gazetteer/open.ts')])
  const folder = gazetteerFolder(io.env)
  if (!existsSync(gazetteerFile(folder))) io.note('Building the gazetteer, once (some seconds) …')
  try {
    const tables = data === null ? [] : addedTables(data ?? resolve(io.cwd, io.env.DATELINE_DATA || DEFAULT_DATA))
    const added = tables.map((table) => buildAdded(table, folder, () => { io.note(`Building the added table ${table}, once …`) }))
    return openGazetteer({ folder, added })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') throw new UserError(`The gazetteer cannot be built: ${folder} cannot be written.`, 'Name a folder that can with DATELINE_CACHE.')
    if (code === 'ENOSPC') throw new UserError(`The gazetteer cannot be built: no space is left for ${folder}.`, 'About 80 MB are needed. Free some space, or name another folder with DATELINE_CACHE.')
    throw error
  }
}
