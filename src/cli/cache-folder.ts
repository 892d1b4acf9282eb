// Where built things live that can be deleted at any time.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder, absolute, without a slash at its end. */
export const PROJECT = resolve(fileURLToPath(new URL('../../', import.meta.url)))

/** DATELINE_CACHE, else `.cache` in the project's folder. Absolute. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const named = env.DATELINE_CACHE
  return named !== undefined && named !== '' ? resolve(named) : `${PROJECT}/.cache`
}

/** Where compiled code is kept, so that a warm start compiles nothing. */
export function compiledFolder(env: Readonly<Record<string, string | undefined>>): string {
  return `${cacheFolder(env)}/compiled`
}
