// The program. Everything but the compile cache is loaded after it, so that a warm start takes what is compiled already.
import { enableCompileCache } from 'node:module'
import { cacheFolder } from './cache-folder.ts'

enableCompileCache(`${cacheFolder(process.env)}/compiled`)
const { start } = await import('./start.ts')
await start()
