// The formats that there are: the folders beside this file.
import { readdirSync } from 'node:fs'
import type { ExportFormat } from './chronology.ts'

const HERE = new URL('./', import.meta.url)

/** Names of all formats, in order of the alphabet. */
export function formatNames(): string[] {
  return readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
}

/** Loads a format that `formatNames` lists. */
export async function loadFormat(name: string): Promise<ExportFormat> {
  const loaded = await import(new URL(`${name}/index.ts`, HERE).href) as { format?: ExportFormat }
  if (loaded.format === undefined) throw new Error(`src/exports/${name}/index.ts does not export a format`)
  return loaded.format
}
