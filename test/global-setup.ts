// Before any test: the gazetteer and the desk are built, so that tests do not each build them for themselves at once.
import { buildDesk } from '../src/api/build-desk.ts'
import { cacheFolder } from '../src/cli/cache-folder.ts'
import { buildGazetteer } from '../src/gazetteer/build.ts'

/** Called once by vitest. */
export async function setup(): Promise<void> {
  buildGazetteer()
  await buildDesk(cacheFolder(process.env))
}
