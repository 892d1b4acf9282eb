// What a command is and what it is handed. A command lives in src/cli/commands/NAME.ts and exports `command`: being there
// makes it known. It is loaded only when it is called or listed, so heavy modules are imported inside `run`.
import type { ParseArgsOptionDescriptor } from 'node:util'
import type { DataFolder, Io } from './io.ts'

export type { Cell, DataFolder, Io, Painter, Row, Style, TableOptions } from './io.ts'

/** One option of a command: `--name`, or `--name VALUE` where `value` names what is expected. */
export interface OptionSpec {
  /** Without dashes, kebab-case. */
  name: string
  short?: string
  /** The name of the option's value in help ("FILE", "DIR", "YYYY-MM-DD"); absent: the option is a switch. */
  value?: string
  /** The option may be given several times. */
  multiple?: boolean
  /** The values it takes, where they are few: others are refused with the nearest one named. */
  choices?: readonly string[]
  /** One line, lower case, no full stop. */
  summary: string
}

/** `--json`: NDJSON on standard output and nothing else there. List it in `options` of every command that honours it. */
export const JSON_OPTION: OptionSpec = { name: 'json', summary: 'print NDJSON, one object a line, and nothing else on standard output' }
/** `--data DIR`: the store's folder. List it in `options` of every command that reads or writes the store; ask `args.data()`. */
export const DATA_OPTION: OptionSpec = { name: 'data', value: 'DIR', summary: 'the folder of the store (else $DATELINE_DATA, else dateline-data here)' }

/** The arguments after the command's name, checked against its options. Asking for an option that the command does not declare throws. */
export interface ParsedArgs {
  readonly positionals: readonly string[]
  /** true where the switch was given. */
  flag(name: string): boolean
  /** The option's value, the last one where it was given twice; undefined where absent. */
  text(name: string): string | undefined
  /** All values of a `multiple` option, in order. */
  texts(name: string): readonly string[]
  /** A whole number within bounds, undefined where absent; a UserError for anything else. */
  integer(name: string, bounds?: { min?: number, max?: number }): number | undefined
  /** The store's folder by `--data`, `DATELINE_DATA` or the default. Says nothing and makes nothing; see `io.sayDataFolder`. */
  data(): DataFolder
}

/** A command of `./dateline`. `run` resolves to the exit code (see EXIT); a UserError it throws is told as a sentence. */
export interface Command {
  name: string
  /** One line, capital first, no full stop. */
  summary: string
  /** What stands after the command's name: "[--manifest FILE] [FILE …]". */
  usage: string
  /** A paragraph or two for `--help`, where the summary is not enough. */
  about?: string
  options: readonly OptionSpec[]
  /** How many operands it takes; absent: any number. */
  operands?: { min: number, max: number }
  /** Whole command lines that work, "dateline extract report.html". */
  examples: readonly string[]
  /** true: arguments are not parsed but handed on as positionals (`test` hands them to vitest). */
  passThrough?: boolean
  run(args: ParsedArgs, io: Io): Promise<number>
}

/** Exit codes, the same for every command. */
export const EXIT = {
  ok: 0,
  /** The run went through, but something in it needs a look: a report that could not be read, a check that failed. */
  trouble: 1,
  /** The command could not start as asked: wrong usage, a missing file, an unusable folder. */
  usage: 2,
  /** A fault of Dateline itself. */
  bug: 70,
  interrupted: 130,
} as const

/** Trouble of the user's making or surroundings: told as one sentence and what to do next, never with a stack. */
export class UserError extends Error {
  /** What to do next, a whole sentence; '' where there is nothing sensible to say. */
  readonly next: string
  readonly exitCode: number

  /** `message`: what happened, a whole sentence without prefix. */
  constructor(message: string, next = '', exitCode: number = EXIT.usage) {
    super(message)
    this.name = 'UserError'
    this.next = next
    this.exitCode = exitCode
  }
}

/** Thrown by writes after the reader of standard output went away (`dateline … | head`): the run ends quietly with exit 0. */
export class OutputClosed extends Error {
  constructor() {
    super('The reader of standard output went away.')
    this.name = 'OutputClosed'
  }
}

/** `node:util` parseArgs' own description of an option. */
export function toParseOption(option: OptionSpec): ParseArgsOptionDescriptor {
  const made: ParseArgsOptionDescriptor = { type: option.value === undefined ? 'boolean' : 'string', multiple: option.multiple ?? false }
  if (option.short !== undefined) made.short = option.short
  return made
}
