// Before any test: the gazetteer is built, so that tests do not each build it for themselves at once.
import { buildGazetteer } from '../src/gazetteer/build.ts'

/** Called once by vitest. */
export function setup(): void {
  buildGazetteer()
}
