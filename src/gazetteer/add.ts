// Tables of places that a user adds: GeoNames' own files of a country ("UA.txt"), kept in the data folder and built into the cache.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'
import { gazetteerFolder, linesOf } from './build.ts'
import { readGeonamesLine } from './settlements.ts'
import { NAME_ALTERNATE, NAME_USUAL, SCHEMA, writeGazetteer, type WritablePlace } from './write.ts'

/** The folder inside a data folder that holds added tables. */
export const ADDED_FOLDER = 'gazetteer'
const LARGEST = 400 * 1024 * 1024 // of the lines kept: a table is read whole when it is built

/** A file that is no table of places, or too large; the message says what was found and expected. */
export class NotATable extends Error {}

/** What was taken from a file. `places` are those that a report could name: settlements, districts, sites. */
export interface AddedTable {
  file: string
  lines: number
  places: number
  countries: string[]
}

/**
 * Copies the places of a GeoNames table (19 tab-separated columns without a heading; may end in .gz) into the data folder,
 * whole or not at all. A table of the same name is replaced. Throws NotATable, or the system's error.
 */
export async function addTable(source: string, dataFolder: string, progress: (lines: number) => void = () => undefined, signal?: AbortSignal): Promise<AddedTable> {
  if (statSync(source).isDirectory()) throw new NotATable(`${source} is a folder; a GeoNames table (such as UA.txt) is expected.`)
  const name = basename(source).replace(/\.gz$/i, '').replace(/\.(?:txt|tsv|csv)$/i, '').replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80) || 'table'
  const folder = join(dataFolder, ADDED_FOLDER), file = join(folder, `${name}.tsv`)
  mkdirSync(folder, { recursive: true })
  const making = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const raw = createReadStream(source)
  const input = /\.gz$/i.test(source) ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => { input.destroy(error) })
  const output = createWriteStream(making)
  const failed = new Promise<never>((_, reject) => { output.once('error', reject); input.once('error', reject) })
  failed.catch(() => undefined)
  const countries = new Set<string>()
  let lines = 0, places = 0, bytes = 0
  try {
    const work = async (): Promise<void> => {
      for await (const line of createInterface({ input, crlfDelay: Infinity })) {
        signal?.throwIfAborted()
        if (++lines % 20_000 === 0) progress(lines)
        if (lines === 1 && line.startsWith('PK')) throw new NotATable(`${source} is a zip archive; unpack it and add the table inside (such as UA.txt).`)
        if (lines === 200 && places === 0) throw new NotATable(`${source} does not look like a GeoNames table: no line of its first 200 is a place in 19 tab-separated columns.`)
        if (line.length > 100_000) continue
        const row = readGeonamesLine(line)
        if (row === null) continue
        places++
        bytes += line.length + 1
        if (bytes > LARGEST) throw new NotATable(`${source} has more places than can be added at once; add the files of single countries.`)
        if (row.country !== '') countries.add(row.country)
        if (!output.write(`${line}\n`)) await once(output, 'drain')
      }
      if (places === 0) throw new NotATable(`${source} has no place in it: a GeoNames table of 19 tab-separated columns is expected.`)
      output.end()
      await once(output, 'finish')
    }
    await Promise.race([work(), failed])
    renameSync(making, file)
  } catch (error) {
    output.destroy()
    input.destroy()
    // it may still be being opened, and would stand there after it was removed
    if (!output.closed) await new Promise<void>((resolve) => { output.once('close', () => { resolve() }) })
    rmSync(making, { force: true })
    throw error
  }
  return { file, lines, places, countries: [...countries].sort() }
}

/** The added tables of a data folder, in order of their names. */
export function addedTables(dataFolder: string): string[] {
  const folder = join(dataFolder, ADDED_FOLDER)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.tsv')).sort().map((name) => join(folder, name))
}

function* rowsOf(bytes: Uint8Array): Generator<WritablePlace> {
  for (const line of linesOf(bytes)) {
    const row = readGeonamesLine(line)
    if (row === null) continue
    const names = new Map<string, number>()
    for (const name of row.alternates) names.set(name, NAME_ALTERNATE)
    for (const name of row.usual) names.set(name, NAME_USUAL)
    yield { ...row, key: `geonames:${row.id}`, names }
  }
}

function builtFile(bytes: Uint8Array, folder: string): string {
  return join(folder, `gazetteer-added-${createHash('sha256').update(`${SCHEMA} `).update(bytes).digest('hex').slice(0, 16)}.sqlite`)
}

/** Builds an added table into the cache, where it is not there, and gives the built file's path for `openGazetteer`. `building` is called before work that takes some seconds. */
export function buildAdded(table: string, folder: string = gazetteerFolder(), building: () => void = () => undefined): string {
  const bytes = readFileSync(table)
  const path = builtFile(bytes, folder)
  if (existsSync(path)) return path
  building()
  writeGazetteer(path, rowsOf(bytes), { source: `${basename(table)}, added by the user`, built: new Date().toISOString() })
  return path
}
