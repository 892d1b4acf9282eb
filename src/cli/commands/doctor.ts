import { DATA_OPTION, EXIT, JSON_OPTION, type Command } from '../command.ts'
import type { State } from '../checks/check.ts'
import type { Style } from '../io.ts'

const MARKS: Readonly<Record<State, { text: string, style: Style }>> = { good: { text: 'good', style: 'green' }, note: { text: 'note', style: 'yellow' }, bad: { text: 'BAD', style: 'red' } }

/** `doctor`. */
export const command: Command = {
  name: 'doctor',
  summary: 'Check store, gazetteer, languages, disk and versions, and explain',
  usage: '[--data DIR] [--deep]',
  about: 'Changes nothing of what is kept. Exit code: 0 all is well (there may be notes), 1 something is bad and said to be.',
  options: [DATA_OPTION, { name: 'deep', summary: 'hash everything kept again and compare' }, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline doctor', 'dateline doctor --data dateline-demo --deep', 'dateline doctor --json'],
  async run(args, io) {
    const [{ checkDisk, checkVersions }, { checkGazetteer, checkLanguages }, { checkStore }, { cacheFolder }] = await Promise.all([import('../checks/machine.ts'), import('../checks/reading.ts'), import('../checks/kept.ts'), import('../cache-folder.ts')])
    const folder = args.data()
    const checks = [
      checkVersions(), await checkLanguages(), await checkGazetteer(io.env, folder.path),
      ...await checkStore(folder, args.flag('deep'), (count, total) => { io.progress('hashing kept reports:', count, total) }),
      await checkDisk('the store', folder.path), await checkDisk('built things', cacheFolder(io.env)),
    ]
    if (args.flag('json')) for (const check of checks) await io.json(check)
    else {
      await io.table(checks.flatMap(({ about, state, found, next }) => [[MARKS[state], about, found], ...(next === null ? [] : [['', '', { text: `→ ${next}`, style: 'italic' as const }]])]), { wrap: true, elastic: 2 })
    }
    return checks.some(({ state }) => state === 'bad') ? EXIT.trouble : EXIT.ok
  },
}
