import { EXIT, UserError, type Command } from '../command.ts'
import { commandNames, loadCommand } from '../commands.ts'
import { printCommandHelp, printHelp } from '../help-text.ts'
import { nearest } from '../nearest.ts'
import { safe } from '../terminal.ts'

/** `help [COMMAND]`. */
export const command: Command = {
  name: 'help',
  summary: 'List the commands, or say what one takes',
  usage: '[COMMAND]',
  options: [],
  operands: { min: 0, max: 1 },
  examples: ['dateline help', 'dateline help extract'],
  async run(args, io) {
    const names = commandNames()
    const [name] = args.positionals
    if (name === undefined) {
      await printHelp(await Promise.all(names.map(loadCommand)), io)
      return EXIT.ok
    }
    if (!names.includes(name)) {
      const meant = nearest(name, names)
      throw new UserError(`There is no command "${safe(name)}".`, meant === null ? 'Run "dateline help" to see all commands.' : `Did you mean "dateline help ${meant}"?`)
    }
    await printCommandHelp(await loadCommand(name), io)
    return EXIT.ok
  },
}
