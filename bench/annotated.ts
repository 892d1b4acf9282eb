// Annotated reports for fitting: each document of a manifest with the facts and incidents that people marked in it.
import { existsSync, readFileSync } from 'node:fs'
import type { Document } from '../src/model/document.ts'
import { ABBREVIATIONS } from '../src/languages/en/abbreviations.ts'
import { gather } from '../src/stages/gather/index.ts'
import { read } from '../src/stages/read/index.ts'
import { toDocument } from '../src/text/sentences.ts'

export interface Marked {
  doc: string
  quote: string
  place: string | null
  date: [string | null, string | null] | null
  measure?: string
  of?: string
  value?: number
  cumulative?: boolean
  type?: string
}

const rows = (path: string): Marked[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((l) => l !== '').map((l) => JSON.parse(l) as Marked) : [])

/** Documents of pairs GOLD_PREFIX=MANIFEST. */
export async function* annotated(pairs: readonly string[]): AsyncGenerator<{ document: Document; facts: Marked[]; incidents: Marked[] }> {
  for (const pair of pairs) {
    const [prefix, manifest] = pair.split('=') as [string, string]
    const facts = rows(`${prefix}.facts.jsonl`), incidents = rows(`${prefix}.incidents.jsonl`)
    for await (const { record, bytes } of gather({ manifest })) {
      const report = read(record, bytes, { raw: false })
      const own = facts.filter((g) => g.doc === report.doc), told = incidents.filter((g) => g.doc === report.doc)
      if ((own.length > 0 || told.length > 0) && report.text !== '') yield { document: toDocument(report, { abbreviations: ABBREVIATIONS }), facts: own, incidents: told }
    }
  }
}

/** Whether a marked quote touches tokens `first`–`last`, within a few letters. */
export function touches(document: Document, marked: Marked, first: number, last: number): boolean {
  const at = document.report.text.indexOf(marked.quote)
  return at >= 0 && at < document.tokens.end[last - 1]! + 20 && at + marked.quote.length > document.tokens.start[first]! - 20
}
