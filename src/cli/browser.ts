// The browser that tests of pages drive: a package of the system, so it may be missing.
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/**
 * The path of a Chromium (DATELINE_BROWSER names another), or null: then the test is skipped, and `./dateline test` says so.
 * Throws where DATELINE_REQUIRE_BROWSER is set, as it is in .ci/run.
 */
export function findBrowser(): string | null {
  const named = process.env.DATELINE_BROWSER
  if (named !== undefined && named !== '') return named
  const found = PLACES.find((path) => existsSync(path)) ?? null
  if (found === null && process.env.DATELINE_REQUIRE_BROWSER === '1') throw new Error('page tests need a browser here and none was found: apt-get install chromium')
  return found
}
