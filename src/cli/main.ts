// The program. Everything but the compile cache is loaded after it, so that a warm start takes what is compiled already.
import { enableCompileCache } from 'node:module'
import { compiledFolder } from './cache-folder.ts'

enableCompileCache(compiledFolder(process.env))
const { start } = await import('./start.ts')
await start()
