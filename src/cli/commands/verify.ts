import { DATA_OPTION, EXIT, JSON_OPTION, type Command } from '../command.ts'

const WORDS = { missing: 'are not there', differs: 'are no longer those that were kept' } as const

/** `verify`. */
export const command: Command = {
  name: 'verify',
  summary: 'Hash everything kept again and say what is missing or changed',
  usage: '[--json]',
  about: 'Reads the bytes of every report that was ever kept and compares them with the hash under which they were. Exit code: 0 all is as it was, 1 something is missing or changed.',
  options: [DATA_OPTION, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline verify', 'dateline verify --data north --json'],
  async run(args, io) {
    const { withStore } = await import('../open-store.ts')
    return withStore(args.data(), 'read', io, async (store) => {
      let seen = 0, faults = 0
      for await (const { sha256, fault } of store.verifyBytes((count, total) => { seen = count; io.progress('bytes hashed of reports:', count, total) })) {
        io.signal.throwIfAborted()
        faults++
        const named: string[] = []
        for await (const version of store.reports({ all: true })) if (version.sha256 === sha256) named.push(`${version.doc} version ${version.version}`)
        if (args.flag('json')) await io.json({ sha256, fault, reports: named })
        else {
          const { safe } = await import('../terminal.ts')
          await io.line(`${io.paint('red', sha256)}: the bytes ${named.length === 0 ? '' : `of ${safe(named.join(', '))} `}${WORDS[fault]}`)
        }
      }
      if (!args.flag('json')) await io.line(faults === 0 ? `All ${seen.toLocaleString('en')} are as they were kept.` : `${faults.toLocaleString('en')} of ${seen.toLocaleString('en')} need a backup: bring the files back into blobs/, or add the reports again.`)
      return faults === 0 ? EXIT.ok : EXIT.trouble
    })
  },
}
