// The gazetteer for a command: built first where it is not there, which is said.
import { existsSync } from 'node:fs'
import type { OpenGazetteer } from '../gazetteer/open.ts'
import { UserError, type Io } from './command.ts'

/** Opens the gazetteer. Says on standard error when it has to be built first (some seconds, once). UserError where the cache folder cannot be written. */
export async function openGazetteerFor(io: Io): Promise<OpenGazetteer> {
  const [{ gazetteerFile, gazetteerFolder }, { openGazetteer }] = await Promise.all([import('../gazetteer/build.ts'), import('../gazetteer/open.ts')])
  const folder = gazetteerFolder(io.env)
  if (!existsSync(gazetteerFile(folder))) io.note('Building the gazetteer, once (some seconds) …')
  try {
    return openGazetteer({ folder })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') throw new UserError(`The gazetteer cannot be built: ${folder} cannot be written.`, 'Name a folder that can with DATELINE_CACHE.')
    if (code === 'ENOSPC') throw new UserError(`The gazetteer cannot be built: no space is left for ${folder}.`, 'About 80 MB are needed. Free some space, or name another folder with DATELINE_CACHE.')
    throw error
  }
}
