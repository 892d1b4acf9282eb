// What is watched: one readable file in the data folder, checked whole.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from './identity.ts'
import { StoreError } from './store.ts'
import { faultOfSystem } from './system-faults.ts'

export const WATCH_FILE = 'watch.json'

const HTTP = z.url({ protocol: /^https?$/ })
const SOURCE = z.strictObject({
  url: HTTP,
  /** feed: RSS, Atom or JSON Feed. sitemap: a news sitemap. page and live_blog: one page that changes. */
  kind: z.enum(['feed', 'sitemap', 'page', 'live_blog']),
  /** How often it is asked for; absent: 15 for feeds and sitemaps, 60 for pages, 5 for live blogs. */
  every_minutes: z.number().min(1).max(10_080).optional(),
  /** feed: true reads the pages that entries link to, false the entries' own text. */
  follow: z.boolean().default(true),
})
const WATCH = z.strictObject({
  version: z.literal(1).default(1),
  /** Between two fetches from one host, seconds. */
  pause_seconds: z.number().min(1).max(3600).default(2),
  sources: z.array(SOURCE).min(1).refine((sources) => new Set(sources.map(({ url }) => url)).size === sources.length, 'a source is there twice'),
})

export type WatchedSource = z.infer<typeof SOURCE>
export type WatchSettings = z.infer<typeof WATCH>

/** What is watched, with the SHA-256 of it. */
export interface KeptWatch {
  settings: WatchSettings
  hash: string
}

/** Reads the folder's watch.json with the SHA-256 of what it says. StoreError `settings` says what was found and what was expected. */
export async function readWatchSettings(folder: string): Promise<KeptWatch> {
  const file = join(folder, WATCH_FILE)
  const example = `An example: {"sources": [{"url": "https://news.example/rss", "kind": "feed"}]}`
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new StoreError('settings', `Nothing is watched yet: there is no ${file}.`, example, error)
    throw faultOfSystem(error, `read ${file}`)
  }
  let value: unknown
  try { value = JSON.parse(text.replace(/^\ufeff/, '')) } catch (error) { throw new StoreError('settings', `${file} is not JSON: ${(error as Error).message}.`, example, error) }
  const parsed = WATCH.safeParse(value)
  if (parsed.success) return { settings: parsed.data, hash: sha256(JSON.stringify(parsed.data)) }
  const [issue] = parsed.error.issues
  throw new StoreError('settings', `${file} cannot be used: ${issue!.path.length > 0 ? `"${issue!.path.join('.')}": ` : ''}${issue!.message}.`, example)
}
