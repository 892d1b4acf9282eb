// The name of what reads: a hash over the rules themselves, so that a changed rule or word list is another engine without
// anybody having to remember a number. Readings kept by another engine are read again when they are met.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const SOURCES = new URL('../', import.meta.url)
const READ_BY = ['model', 'text', 'geo', 'time', 'languages', 'events', 'gazetteer', 'sources', 'stages'] as const

let known: string | null = null

/** 16 hex digits, the same for the same sources on every machine. */
export function engineName(): string {
  if (known !== null) return known
  const hash = createHash('sha256')
  for (const room of READ_BY) {
    const folder = new URL(`${room}/`, SOURCES)
    let names: string[]
    try {
      names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    } catch {
      continue // a room that is not built yet
    }
    for (const name of names.sort()) hash.update(name.slice(name.lastIndexOf(`/${room}/`))).update('\0').update(readFileSync(name)).update('\0')
  }
  known = hash.digest('hex').slice(0, 16)
  return known
}
