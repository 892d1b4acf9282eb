// The browser that tests of pages drive: a package of the system, so it may be missing.
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** The path of a Chromium (DATELINE_BROWSER names another), or null. */
export function browserPath(): string | null {
  const named = process.env.DATELINE_BROWSER
  if (named !== undefined && named !== '') return named
  return PLACES.find((path) => existsSync(path)) ?? null
}

/**
 * For tests of pages: the browser's path, or null, and then the test is to be skipped; `./dateline test` says so at its end.
 * Throws where DATELINE_REQUIRE_BROWSER is 1, as it is in .ci/run, so that nothing is skipped there.
 */
export function findBrowser(): string | null {
  const found = browserPath()
  if (found === null && process.env.DATELINE_REQUIRE_BROWSER === '1') throw new Error('tests of pages need a browser here and none was found: apt-get install chromium')
  return found
}
