// The desk's pages as vite built them, served from memory: a name that was not built is no file, whatever it spells.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
}

export interface DeskFiles {
  /** The file of a path; the page itself for every path that is none, for its views have addresses. `packed`: as gzip, which was made once. */
  answer(path: string, packed?: boolean): Response
}

/** Reads a built folder. Throws where it holds no page. */
export function readPages(folder: string): DeskFiles {
  const files = new Map<string, { plain: Buffer<ArrayBuffer>, packed: Buffer<ArrayBuffer> }>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const plain = readFileSync(path) as Buffer<ArrayBuffer>
    files.set(path.slice(folder.length).replaceAll('\\', '/'), { plain, packed: gzipSync(plain) as Buffer<ArrayBuffer> })
  }
  const page = files.get('/index.html')
  if (page === undefined) throw new Error(`${folder} holds no index.html`)
  return {
    answer(path, packed = false) {
      const file = files.get(path)
      if (file === undefined && /^\/assets\//.test(path)) return new Response('There is no such file.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
      const named = /^\/assets\//.test(path) && file !== undefined
      return new Response((file ?? page)[packed ? 'packed' : 'plain'], { headers: { ...(packed ? { 'content-encoding': 'gzip' } : {}), vary: 'accept-encoding', 'content-type': TYPES[extname(file === undefined ? '.html' : path)] ?? (file === undefined ? TYPES['.html']! : 'application/octet-stream'), 'cache-control': named ? 'max-age=31536000, immutable' : 'no-cache' } })
    },
  }
}

/** Bytes of script that the page loads at first, packed: what its own HTML names, and the larger of the languages' tables, of which one is loaded. */
export function firstScriptBytes(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const packed = (path: string): number => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => packed(path!))
  const tables = readdirSync(join(folder, 'assets')).filter((name) => /^(en|uk)-[\w-]+\.js$/.test(name)).map((name) => packed(`assets/${name}`))
  if (tables.length !== 2) throw new Error(`of the languages' tables ${tables.length} were built`)
  return named.reduce((sum, bytes) => sum + bytes, Math.max(...tables))
}
