// English abbreviations whose full stop does not end a sentence.
import { readFileSync } from 'node:fs'

const rows = readFileSync(new URL('abbreviations.tsv', import.meta.url), 'utf8').split('\n').filter((row) => row !== '' && !row.startsWith('#'))

/** Lower-cased, without the stop; as `toDocument` takes them. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(rows.flatMap((row) => row.split('\t')[0]!.split(' ')))
