// The shipped incident types, one data file each beside this one; adding a file adds a type.
import { readdirSync, readFileSync } from 'node:fs'

export interface IncidentTypeFile {
  type: string
  label: string
  /** Senses of verbs and nouns (the languages' tables) that tell it. */
  senses: string[]
  roles: { by: string | null; against: string | null }
  map: { shape: string; colour: string }
  crosswalk: { acled: [string, string] | null; ucdp_type_of_violence: 1 | 2 | 3 | null; viina: string | null }
  examples: string[]
  counterExamples: string[]
}

const folder = new URL('./', import.meta.url)

/** Every type, by file name. */
export const INCIDENTS: readonly IncidentTypeFile[] = readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as IncidentTypeFile)
