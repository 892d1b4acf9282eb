// The text that speeds are measured on: clean reporting, from our own samples or from a folder that is named.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PROJECT } from '../src/cli/cache-folder.ts'

/** Reports as plain text; `bytes` is their length in UTF-8. */
export interface Corpus {
  from: string
  texts: string[]
  bytes: number
}

/**
 * The `.txt` files of a folder (and of folders below it), else of samples/, repeated until there is at least
 * `megabytes` of them. Repeated texts are numbered at their end, so that no two are equal.
 */
export function readCorpus(folder: string | undefined, megabytes: number): Corpus {
  const from = folder === undefined ? join(PROJECT, 'samples') : resolve(folder)
  const texts = textFiles(from).map((path) => readFileSync(path)).filter((bytes) => bytes[0] !== 0xff && bytes[0] !== 0xfe).map((bytes) => bytes.toString('utf8'))
  if (texts.length === 0) throw new Error(`${from} has no .txt files in UTF-8`)
  const made: string[] = []
  let bytes = 0
  for (let round = 0; bytes < megabytes * 1e6 || round === 0; round++) {
    for (const text of texts) {
      const one = round === 0 ? text : `${text}\nEdition ${round}.\n`
      made.push(one)
      bytes += Buffer.byteLength(one)
    }
  }
  return { from, texts: made, bytes }
}

function textFiles(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return textFiles(path)
    return name.endsWith('.txt') ? [path] : []
  })
}
