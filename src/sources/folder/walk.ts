// The reports below a folder.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Trouble } from '../../model/report.ts'
import { faultOf } from './load.ts'

const REPORT = /\.(?:txt|text|md|html?|xhtml|rss|atom|xml)(?:\.gz)?$/i

export interface Found {
  path: string
  trouble: Trouble | null
}

/**
 * Texts, pages, feeds and what has one of these `names` below a folder, packed or not, folder by folder in the order of their names. Hidden ones and links
 * to other folders are left alone; a folder that cannot be read is said.
 */
export async function* walk(folder: string, names: readonly RegExp[] = []): AsyncGenerator<Found> {
  const waiting = [folder]
  while (waiting.length > 0) {
    const path = waiting.pop()!
    let entries
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      yield { path, trouble: faultOf(error, path) }
      continue
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    for (const entry of entries) if (!entry.isDirectory() && !entry.name.startsWith('.') && (REPORT.test(entry.name) || names.some((name) => name.test(entry.name)))) yield { path: join(path, entry.name), trouble: null }
    for (const entry of entries.reverse()) if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(join(path, entry.name))
  }
}
