// The program. Everything but the compile cache is loaded after it, so that a warm start takes what is compiled already.
import { enableCompileCache } from 'node:module'
import { cacheFolder } from './cache-folder.ts'

enableCompileCache(`${cacheFolder(process.env)}/compiled`)
const [{ makeIo }, { dispatch }] = await Promise.all([import('./process-io.ts'), import('./dispatch.ts')])

const stop = new AbortController()
const GRACE_MS = 2000
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    setTimeout(() => process.exit(130), GRACE_MS).unref()
  })
}
const io = makeIo({ stdin: () => process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: process.cwd(), signal: stop.signal })
process.exitCode = await dispatch(process.argv.slice(2), io)
// a pipe that stays open, such as an unread standard input, must not keep the process alive
process.exit()
