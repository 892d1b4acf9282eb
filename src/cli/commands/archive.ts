import { resolve } from 'node:path'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'

/** `archive REPORT`. */
export const command: Command = {
  name: 'archive',
  summary: 'Write the evidence of a report as a web archive (WACZ) that other tools open',
  usage: 'REPORT [--out FILE]',
  about: 'REPORT is what "dateline report" takes. The archive holds the bytes of every kept version, with what the server said where it was fetched, an index, and hashes of all of it (WARC 1.1, CDXJ, datapackage.json).',
  options: [{ name: 'out', short: 'o', value: 'FILE', summary: 'where to (else the report\'s id with .wacz, here)' }, DATA_OPTION, JSON_OPTION],
  operands: { min: 1, max: 1 },
  examples: ['dateline archive harbour-live', 'dateline archive harbour-live --out evidence.wacz'],
  async run(args, io) {
    const [{ withStore }, { evidenceOf }, { writeWacz }, { writeWhole }, { datelineVersion }, { safe }] = await Promise.all([import('../open-store.ts'), import('../../pipeline/archive/evidence.ts'), import('../../pipeline/archive/wacz.ts'), import('../write-whole.ts'), import('../version.ts'), import('../terminal.ts')])
    return withStore(args.data(), 'read', io, async (store) => {
      const found = await store.report(args.positionals[0]!)
      if (found === null) throw new UserError(`There is no report "${safe(args.positionals[0]!)}" here.`, 'A report is asked for by the name that "dateline add" printed, its address, or the beginning of its id (four digits or more).')
      const { id, title, doc } = found.summary
      const versions = await store.versions(id), evidence = await evidenceOf(store, versions)
      const file = resolve(io.cwd, args.text('out') ?? `${id}.wacz`)
      await writeWhole(file, [await writeWacz(evidence, { title: title ?? doc, software: `dateline ${datelineVersion()}` })])
      const fetched = evidence.filter(({ answer }) => answer !== null).length
      if (args.flag('json')) await io.json({ file, report: id, records: evidence.length, fetched })
      else await io.line(`${file}: ${evidence.length} ${evidence.length === 1 ? 'record' : 'records'}, ${fetched} with what the server said.`)
      return EXIT.ok
    })
  },
}
