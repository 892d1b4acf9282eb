// From a command line to a command, and from what a command throws to what a person is told.
import { EXIT, OutputClosed, UserError } from './command.ts'
import { SHIPPED, type Commands } from './commands.ts'
import { nearest } from './nearest.ts'
import { parseArguments } from './parse.ts'
import type { ProcessIo } from './process-io.ts'
import { safe } from './terminal.ts'
import { datelineVersion } from './version.ts'

/** Runs one command line. Resolves to the exit code and never throws. */
export async function dispatch(argv: readonly string[], io: ProcessIo, commands: Commands = SHIPPED): Promise<number> {
  let code: number
  try {
    code = await run(argv, io, commands)
    await io.finish()
  } catch (error) {
    code = tell(error, argv, io)
  }
  if (io.signal.aborted) return EXIT.interrupted
  return code
}

async function run(argv: readonly string[], io: ProcessIo, commands: Commands): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h') return runCommand('help', [], io, commands)
  if (name === '--version' || name === '-V') { await io.line(`dateline ${datelineVersion()}`); return EXIT.ok }
  const names = commands.names()
  if (names.includes(name)) return runCommand(name, rest, io, commands)
  const all = 'Run "dateline --help" to see all commands.'
  if (name.startsWith('-')) throw new UserError(`There is no option ${safe(name)} before a command.`, all)
  const meant = nearest(name, names)
  throw new UserError(`There is no command "${safe(name)}".`, meant === null ? all : `Did you mean "dateline ${meant}"? ${all}`)
}

async function runCommand(name: string, rest: readonly string[], io: ProcessIo, commands: Commands): Promise<number> {
  const command = await commands.load(name)
  const { args, help } = parseArguments(command, rest, io)
  if (!help) return command.run(args, io)
  const { printCommandHelp } = await import('./help-text.ts')
  await printCommandHelp(command, io)
  return EXIT.ok
}

function tell(error: unknown, argv: readonly string[], io: ProcessIo): number {
  if (error instanceof OutputClosed) return EXIT.ok
  if (io.signal.aborted) return EXIT.interrupted
  if (error instanceof UserError) {
    io.note(`${io.paintError('red', 'dateline:')} ${error.message}${error.next === '' ? '' : `\n${error.next}`}`)
    return error.exitCode
  }
  const system = systemTrouble(error)
  if (system !== null) {
    io.note(`${io.paintError('red', 'dateline:')} ${system}`)
    return EXIT.usage
  }
  const message = error instanceof Error ? error.message : String(error)
  io.note(`${io.paintError('red', 'dateline:')} This is a fault of Dateline: ${safe(message)}`)
  io.note('What was kept before is unharmed. Please report it with the command line and the lines that DATELINE_DEBUG=1 adds.')
  if (io.env.DATELINE_DEBUG !== undefined && error instanceof Error) io.note(`dateline ${datelineVersion()}, node ${process.version}, ${process.platform} ${process.arch}: ${argv.map(safe).join(' ')}\n${error.stack ?? ''}`)
  return EXIT.bug
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'No space is left on the device',
  EACCES: 'Permission was refused',
  EPERM: 'Permission was refused',
  EROFS: 'The file system is read-only',
  ENOENT: 'There is no such file or folder',
  EISDIR: 'This is a folder, and a file was expected',
  ENOTDIR: 'This is a file, and a folder was expected',
  EMFILE: 'Too many files are open',
}

/** A sentence for trouble of the file system that no command took care of; null for anything else. */
function systemTrouble(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const words = SYSTEM[error.code]
  if (words === undefined) return null
  return 'path' in error && typeof error.path === 'string' ? `${words}: ${safe(error.path)}` : `${words}.`
}
