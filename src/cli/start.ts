// Runs one command line in this process and ends it.
import { EXIT } from './command.ts'
import { SHIPPED, type Commands } from './commands.ts'
import { dispatch } from './dispatch.ts'
import { makeIo } from './process-io.ts'

/** How long a command that was asked to stop may take to leave things tidy. */
const GRACE_MS = 2000

/** Runs the process's own arguments. SIGINT and SIGTERM abort `io.signal`; what does not end soon after, or is asked twice, is ended. */
export async function start(commands: Commands = SHIPPED): Promise<never> {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(EXIT.interrupted)
      stop.abort()
      setTimeout(() => process.exit(EXIT.interrupted), GRACE_MS).unref()
    })
  }
  const io = makeIo({ stdin: () => process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: process.cwd(), signal: stop.signal })
  const code = await dispatch(process.argv.slice(2), io, commands)
  // an unread standard input that stays open must not keep the process alive
  process.exit(code)
}
