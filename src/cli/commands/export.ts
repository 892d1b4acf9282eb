import { basename, resolve } from 'node:path'
import { formatNames, loadFormat } from '../../exports/formats.ts'
import type { Incident } from '../../model/incident.ts'
import type { Chronology } from '../../exports/chronology.ts'
import { DATA_OPTION, EXIT, UserError, type Command, type Io } from '../command.ts'

/** `export --as FORMAT`. */
export const command: Command = {
  name: 'export',
  summary: 'Write the record as a table, a map layer or a page',
  usage: '--as FORMAT [--out FILE]',
  about: 'Every row, feature or line carries who says it and the exact words. In CSV, a text that a spreadsheet would take for a formula gets an apostrophe before it. In GeoJSON only what is known as a point has one; for the rest the precision is said and the geometry is null. The same record gives the same bytes.',
  options: [
    { name: 'as', value: 'FORMAT', choices: formatNames(), summary: 'the format' },
    { name: 'out', short: 'o', value: 'FILE', summary: 'write to this file, whole or not at all, instead of standard output' },
    { name: 'title', value: 'TEXT', summary: 'the title of a page (the name of the store\'s folder)' },
    DATA_OPTION,
  ],
  operands: { min: 0, max: 0 },
  examples: ['dateline export --as csv --out record.csv', 'dateline export --as geojson > record.geojson', 'dateline export --as html --out record.html'],
  async run(args, io) {
    const as = args.text('as')
    if (as === undefined) throw new UserError('The format is missing.', `Name one: ${formatNames().map((name) => `--as ${name}`).join(', ')}.`)
    const folder = args.data(), out = args.text('out')
    const [{ withIncidents }, { chronologyOfStore }, format] = await Promise.all([import('../open-incidents.ts'), import('../../pipeline/chronology.ts'), loadFormat(as)])
    await withIncidents(folder, io, async (store, incidents) => {
      const all: Incident[] = []
      for await (const incident of incidents.list()) all.push(incident)
      const chronology = await chronologyOfStore(store, args.text('title') ?? basename(folder.path), all)
      if (format.drawsMap === true) chronology.landmarks = await landmarksOf(all, io)
      if (out === undefined) {
        for (const piece of format.write(chronology)) await io.write(piece)
        return
      }
      const { writeWhole } = await import('../write-whole.ts')
      await writeWhole(resolve(io.cwd, out), format.write(chronology)).catch((error: unknown) => { throw writeTrouble(error, out) })
      io.note(`${all.length.toLocaleString('en')} incidents written to ${out}.`)
    })
    return EXIT.ok
  },
}

const TOWNS_OF_A_COUNTRY = 40

async function landmarksOf(incidents: readonly Incident[], io: Io): Promise<NonNullable<Chronology['landmarks']>> {
  const [{ openGazetteerFor }, { gazetteerFile, gazetteerFolder }, { largestTowns }] = await Promise.all([import('../open-gazetteer.ts'), import('../../gazetteer/build.ts'), import('../../gazetteer/largest.ts')])
  const gazetteer = await openGazetteerFor(io) // builds it where it is not there
  gazetteer.close()
  return largestTowns(gazetteerFile(gazetteerFolder(io.env)), incidents.flatMap(({ place }) => place?.country ?? []), TOWNS_OF_A_COUNTRY)
}

const REASONS: Readonly<Record<string, string>> = { ENOENT: 'its folder does not exist', EACCES: 'permission is denied', EPERM: 'permission is denied', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full', EDQUOT: 'the quota is used up', EISDIR: 'it is a folder', ENOTDIR: 'a part of its path is a file', ENOTEMPTY: 'it is a folder' }

function writeTrouble(error: unknown, out: string): unknown {
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined
  return reason === undefined ? error : new UserError(`${out} could not be written: ${reason}.`, 'What was there before is as it was. Choose another file with --out.')
}
