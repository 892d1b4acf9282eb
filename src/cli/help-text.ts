// What `--help` prints.
import type { Command, Io, OptionSpec } from './command.ts'
import { HELP_OPTION } from './parse.ts'
import { wrap } from './terminal.ts'

function written(option: OptionSpec): string {
  const value = option.value === undefined ? '' : ` ${option.value}`
  return `  ${option.short === undefined ? '    ' : `-${option.short}, `}--${option.name}${value}${option.multiple === true ? ' …' : ''}`
}

/** Help of one command. */
export async function printCommandHelp(command: Command, io: Io): Promise<void> {
  await io.line(`${command.summary}.`)
  await io.line()
  await io.line(`${io.paint('bold', 'Usage')}  dateline ${command.name} ${command.usage}`.trimEnd())
  if (command.about !== undefined) {
    for (const paragraph of command.about.trimEnd().split(/\n\s*\n/)) {
      await io.line()
      if (paragraph.split('\n').every((line) => line.startsWith('  '))) await io.line(paragraph) // a list, laid out already
      else for (const line of wrap(paragraph.replace(/\s+/g, ' ').trim(), Math.min(io.width, 88))) await io.line(line)
    }
  }
  await io.line()
  await io.table([...command.options, HELP_OPTION].map((option) => [written(option), option.choices === undefined ? option.summary : `${option.summary} (${option.choices.join(', ')})`]), { wrap: true, elastic: 1 })
  if (command.examples.length > 0) {
    await io.line()
    await io.line(io.paint('bold', 'Examples'))
    for (const example of command.examples) await io.line(`  ${example}`)
  }
}

/** Help of the program. */
export async function printHelp(commands: readonly Command[], io: Io): Promise<void> {
  await io.line('Dateline reads the reporting of a war and keeps the record: every incident, every')
  await io.line('figure, according to whom, in which exact words.')
  await io.line()
  await io.line(`${io.paint('bold', 'Usage')}  dateline COMMAND [OPTIONS] [OPERANDS]`)
  await io.line()
  await io.table(commands.map((command) => [{ text: `  ${command.name}`, style: 'bold' }, command.summary]), { wrap: true, elastic: 1 })
  await io.line()
  await io.line('"dateline COMMAND --help" says what a command takes and shows examples; --version prints the version.')
  await io.line('To see it all at work on bundled samples: dateline demo')
}
