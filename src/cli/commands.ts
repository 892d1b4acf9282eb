// The commands that there are: the files of the folder commands/.
import { readdirSync } from 'node:fs'
import type { Command } from './command.ts'

/** Commands by name, loaded one at a time. */
export interface Commands {
  names(): string[]
  load(name: string): Promise<Command>
}

const FOLDER = new URL('commands/', import.meta.url)
/** The order in which help lists them; a command not named here comes last. */
const ORDER = ['demo', 'serve', 'add', 'watch', 'extract', 'explain', 'incidents', 'incident', 'tally', 'alerts', 'outages', 'decide', 'decisions', 'report', 'changes', 'copies', 'export', 'archive', 'verify', 'gazetteer', 'settings', 'doctor', 'eval', 'test', 'help']

/** The names of all commands, in the order in which help lists them. */
export function commandNames(): string[] {
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return readdirSync(FOLDER).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/** Loads a command that `commandNames` lists. */
export async function loadCommand(name: string): Promise<Command> {
  const loaded: unknown = await import(new URL(`${name}.ts`, FOLDER).href)
  if (!isCommandModule(loaded)) throw new Error(`src/cli/commands/${name}.ts does not export a command`)
  return loaded.command
}

function isCommandModule(loaded: unknown): loaded is { command: Command } {
  return typeof loaded === 'object' && loaded !== null && 'command' in loaded && typeof loaded.command === 'object' && loaded.command !== null && 'run' in loaded.command
}

/** The commands of Dateline. */
export const SHIPPED: Commands = { names: commandNames, load: loadCommand }
