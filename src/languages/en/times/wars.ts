// The first day of the war a report is about: told by its own words, else from a table of wars.
import { readFileSync } from 'node:fs'
import type { TokenTable } from '../../../model/document.ts'

interface War {
  from: string
  to: string | null
  groups: ReadonlySet<string>[]
}

const WARS: War[] = readFileSync(new URL('wars.tsv', import.meta.url), 'utf8').split('\n').filter((row) => row !== '' && !row.startsWith('#')).map((row) => {
  const [from, to, groups] = row.split('\t')
  return { from: from!, to: to! === '' ? null : to!, groups: groups!.split(' ').map((group) => new Set(group.split('|'))) }
})

/** How long after its end a war is still written about as "the war". */
const AFTERMATH_YEARS = 1

/** The ISO day on which the war of this report began, by the parties it names and the day it was written; null where none or more than one fits. */
export function warStartOf(tokens: TokenTable, published: string | null): string | null {
  if (published === null) return null
  const words = new Set(tokens.lower)
  const fits = WARS.filter((war) => war.from <= published && (war.to === null || published <= `${Number(war.to.slice(0, 4)) + AFTERMATH_YEARS}${war.to.slice(4)}`) && war.groups.every((group) => { for (const word of group) if (words.has(word)) return true; return false }))
  return fits.length === 1 ? fits[0]!.from : null
}
