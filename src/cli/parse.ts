// A command's arguments, parsed by node:util and checked against its options, with errors in our own words.
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { toParseOption, UserError, type Command, type DataFolder, type OptionSpec, type ParsedArgs } from './command.ts'
import { nearest } from './nearest.ts'
import { safe } from './terminal.ts'

/** `--help` and `-h` are known to every command. */
export const HELP_OPTION: OptionSpec = { name: 'help', short: 'h', summary: 'print this help' }

/** The name of the store's folder where neither option nor environment names one. */
export const DEFAULT_DATA = 'dateline-data'

interface Surroundings {
  env: Readonly<Record<string, string | undefined>>
  cwd: string
}

/** Parses what stands after the command's name. Throws UserError for what the command does not take. */
export function parseArguments(command: Command, argv: readonly string[], around: Surroundings): { args: ParsedArgs, help: boolean } {
  if (command.passThrough === true) {
    const help = argv[0] === '--help' || argv[0] === '-h'
    return { args: toParsed(command, new Map(), [...argv], around), help }
  }
  const options = [...command.options, HELP_OPTION]
  const byName = new Map(options.map((option) => [option.name, option]))
  const { tokens } = parseArgs({
    args: [...argv], allowPositionals: true, strict: false, tokens: true,
    options: Object.fromEntries(options.map((option) => [option.name, toParseOption(option)])),
  })
  const usage = `Run "dateline ${command.name} --help" to see what it takes.`
  const values = new Map<string, string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = byName.get(token.name)
    const written = safe(token.rawName)
    if (option === undefined) {
      const meant = nearest(token.name, [...byName.keys()])
      throw new UserError(`"dateline ${command.name}" has no option ${written}.`, meant === null ? usage : `Did you mean --${meant}?`)
    }
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UserError(`${written} is a switch and takes no value.`, usage)
      values.set(option.name, ['true'])
      continue
    }
    const value = token.value
    if (value === undefined || (!token.inlineValue && value.startsWith('-') && value.length > 1)) {
      throw new UserError(`${written} needs a value: ${option.value}.`, `A value that begins with a dash is written ${written}=VALUE.`)
    }
    if (option.choices !== undefined && !option.choices.includes(value)) {
      const meant = nearest(value, option.choices)
      throw new UserError(`${written} cannot be "${safe(value)}".`, meant === null ? `It takes one of: ${option.choices.join(', ')}.` : `Did you mean ${meant}? It takes one of: ${option.choices.join(', ')}.`)
    }
    const earlier = values.get(option.name)
    if (option.multiple === true && earlier !== undefined) earlier.push(value)
    else values.set(option.name, [value])
  }
  const help = values.has('help')
  if (!help && command.operands !== undefined) {
    const { min, max } = command.operands
    if (positionals.length < min) throw new UserError(`"dateline ${command.name}" needs ${min === 1 ? 'an operand' : `${min} operands`}: dateline ${command.name} ${command.usage}`, usage)
    if (positionals.length > max) throw new UserError(max === 0 ? `"dateline ${command.name}" takes no operands, but "${safe(positionals[0]!)}" was given.` : `"dateline ${command.name}" takes at most ${max} operand${max === 1 ? '' : 's'}, but ${positionals.length} were given.`, usage)
  }
  return { args: toParsed(command, values, positionals, around), help }
}

function toParsed(command: Command, values: ReadonlyMap<string, string[]>, positionals: string[], around: Surroundings): ParsedArgs {
  const declared = (name: string): readonly string[] | undefined => {
    if (!command.options.some((option) => option.name === name)) throw new Error(`the command ${command.name} asks for --${name}, which it does not declare`)
    return values.get(name)
  }
  return {
    positionals,
    flag: (name) => declared(name) !== undefined,
    text: (name) => declared(name)?.at(-1),
    texts: (name) => declared(name) ?? [],
    integer(name, { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {}) {
      const value = declared(name)?.at(-1)
      if (value === undefined) return undefined
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : NaN
      if (!(number >= min && number <= max)) {
        const bounds = max === Number.MAX_SAFE_INTEGER ? (min === Number.MIN_SAFE_INTEGER ? '' : ` of at least ${min}`) : ` from ${min} to ${max}`
        throw new UserError(`--${name} needs a whole number${bounds}, not "${safe(value)}".`)
      }
      return number
    },
    data: () => findDataFolder(declared('data')?.at(-1), around),
  }
}

/** The store's folder: what `--data` says, else DATELINE_DATA, else `dateline-data` in the current folder. Makes nothing. */
export function findDataFolder(option: string | undefined, { env, cwd }: Surroundings): DataFolder {
  if (option === '') throw new UserError('--data needs the name of a folder, and an empty one was given.')
  const fromEnvironment = env.DATELINE_DATA
  const from = option !== undefined ? 'option' : fromEnvironment !== undefined && fromEnvironment !== '' ? 'environment' : 'default'
  const path = resolve(cwd, from === 'option' ? option! : from === 'environment' ? fromEnvironment! : DEFAULT_DATA)
  const exists = existsSync(path)
  if (exists && !statSync(path).isDirectory()) throw new UserError(`${path} is not a folder, so no store can be kept in it.`, 'Name a folder with --data DIR or DATELINE_DATA.')
  return { path, from, exists }
}
