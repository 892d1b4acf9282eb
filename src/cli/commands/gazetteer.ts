import { resolve } from 'node:path'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type Io, type ParsedArgs } from '../command.ts'
import { safe } from '../terminal.ts'
import type { AddedTable } from '../../gazetteer/add.ts'

/** `gazetteer [add FILE … | find NAME …]`. */
export const command: Command = {
  name: 'gazetteer',
  summary: 'Say what the gazetteer holds, look a name up, or add a table of places',
  usage: '[add FILE … | find NAME …] [--data DIR]',
  about: `Without an operand it lists what is looked in. "find" shows every place of a name, the most populous first. "add" takes GeoNames' table of a country (download.geonames.org/export/dump, such as UA.zip, unpacked to UA.txt; .gz is read too), so that villages too small for the gazetteer that comes with Dateline are found: their lines are copied into the data folder, under gazetteer/, and are used from then on by every command with that data folder. To take one back, delete its file there.

Reports that are kept already are read again with "dateline add --reread".`,
  options: [DATA_OPTION, JSON_OPTION],
  examples: ['dateline gazetteer', 'dateline gazetteer find Hostomel', 'dateline gazetteer add UA.txt --data north'],
  async run(args, io) {
    const [what, ...operands] = args.positionals
    if (what === undefined) return list(args, io)
    if (what === 'find') return find(operands.join(' '), args, io)
    if (what === 'add') return add(operands, args, io)
    throw new UserError(`"${safe(what)}" is nothing that the gazetteer can do.`, 'It can "add FILE" and "find NAME"; see "dateline help gazetteer".')
  },
}

async function list(args: ParsedArgs, io: Io): Promise<number> {
  const { openGazetteerFor } = await import('../open-gazetteer.ts')
  const gazetteer = await openGazetteerFor(io, args.data().path)
  try {
    const sources = gazetteer.info()
    if (args.flag('json')) for (const source of sources) await io.json(source)
    else await io.table(sources.map(({ places, names, source, built }) => [places, names, source, built.slice(0, 10)]), { head: ['places', 'names', 'from', 'built'], align: ['right', 'right'], elastic: 2 })
  } finally {
    gazetteer.close()
  }
  return EXIT.ok
}

async function find(name: string, args: ParsedArgs, io: Io): Promise<number> {
  if (name === '') throw new UserError('There is no name to look up.', 'Give one: "dateline gazetteer find Hostomel".')
  const [{ openGazetteerFor }, { regionOf }] = await Promise.all([import('../open-gazetteer.ts'), import('../../gazetteer/containment.ts')])
  const gazetteer = await openGazetteerFor(io, args.data().path)
  try {
    const places = gazetteer.lookup(name)
    if (args.flag('json')) for (const place of places) await io.json(place)
    else if (places.length === 0) io.note(`The gazetteer has no place called "${safe(name)}".`)
    else {
      await io.table(places.map((place) => [place.name, regionOf(place, gazetteer)?.name ?? '', place.country ?? '', place.precision, place.population, point(place.lat, place.lon), place.id]),
        { head: ['name', 'region', 'country', 'kind', 'people', 'point', 'id'], align: ['left', 'left', 'left', 'left', 'right'], elastic: 1 })
    }
    return places.length > 0 ? EXIT.ok : EXIT.trouble
  } finally {
    gazetteer.close()
  }
}

function point(lat: number | null, lon: number | null): string {
  return lat === null || lon === null ? '' : `${lat.toFixed(4)}, ${lon.toFixed(4)}`
}

async function add(files: readonly string[], args: ParsedArgs, io: Io): Promise<number> {
  if (files.length === 0) throw new UserError('There is no table to add.', 'Name a GeoNames table: "dateline gazetteer add UA.txt".')
  const { NotATable, addTable, buildAdded } = await import('../../gazetteer/add.ts')
  const { gazetteerFolder } = await import('../../gazetteer/build.ts')
  const folder = args.data()
  io.sayDataFolder(folder)
  for (const file of files) {
    let added: AddedTable
    try {
      added = await addTable(resolve(io.cwd, file), folder.path, (lines) => { io.progress('lines read:', lines, null) }, io.signal)
      buildAdded(added.file, gazetteerFolder(io.env), () => { io.note(`Building ${safe(added.file)} …`) })
    } catch (error) {
      if (error instanceof NotATable) throw new UserError(safe(error.message), 'Country tables are at download.geonames.org/export/dump.')
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'ENOENT') throw new UserError(`There is no file ${safe(file)}.`)
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') throw new UserError(`${safe(file)} cannot be read, or ${safe(folder.path)} cannot be written.`)
      if (code === 'ENOSPC') throw new UserError(`No space is left in ${safe(folder.path)}.`, 'Free some, or name another folder with --data. Nothing was added.')
      if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') throw new UserError(`${safe(file)} is damaged, or no gzip file.`, 'Fetch it again.')
      throw error
    }
    if (args.flag('json')) await io.json(added)
    else await io.line(`${safe(file)}: ${added.places} of ${added.lines} lines are places a report could name (${added.countries.slice(0, 8).join(', ')}${added.countries.length > 8 ? ' …' : ''}). Kept as ${safe(added.file)}.`)
  }
  return EXIT.ok
}
