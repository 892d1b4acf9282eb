// The thread that reads what came from outside, for a command.
import type { OpenGazetteer } from '../gazetteer/open.ts'
import { ReadingApart } from '../pipeline/apart/reading-apart.ts'
import { compiledFolder } from './cache-folder.ts'
import type { Io } from './command.ts'

/** Ready to read with this gazetteer; its thread is started with the first report. */
export const openReadingApart = (gazetteer: OpenGazetteer, io: Io): ReadingApart => new ReadingApart({ gazetteer: gazetteer.openedWith, compiled: compiledFolder(io.env) })
