// Builds the desk's pages with vite, once for each state of their sources, into the cache folder.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = resolve(fileURLToPath(new URL('../../', import.meta.url)))
const SOURCES = join(PROJECT, 'desk')

/** Where the built pages are, or will be: named after their sources and the packages that go into them. */
export function deskFolder(cache: string): string {
  const hash = createHash('sha256')
  const paths = readdirSync(SOURCES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  for (const path of [...paths, join(PROJECT, 'package-lock.json')]) hash.update(path.slice(PROJECT.length).replaceAll('\\', '/')).update('\0').update(readFileSync(path)).update('\0')
  return join(cache, `desk-${hash.digest('hex').slice(0, 16)}`)
}

/** Builds the pages where they are not built yet (some seconds) and gives their folder. Older ones are taken away. Throws where the cache folder cannot be written. */
export async function buildDesk(cache: string): Promise<string> {
  const folder = deskFolder(cache)
  if (existsSync(join(folder, 'index.html'))) return folder
  mkdirSync(cache, { recursive: true })
  const making = `${folder}.${randomBytes(4).toString('hex')}`
  try {
    const { build } = await import('vite')
    await build({ configFile: join(SOURCES, 'vite.config.ts'), root: SOURCES, logLevel: 'error', build: { outDir: making, emptyOutDir: true } })
    try {
      renameSync(making, folder)
    } catch (error) {
      if (!existsSync(join(folder, 'index.html'))) throw error // another process was first
    }
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  for (const name of readdirSync(cache)) if (/^desk-[0-9a-f]{16}$/.test(name) && join(cache, name) !== folder) rmSync(join(cache, name), { recursive: true, force: true })
  return folder
}
