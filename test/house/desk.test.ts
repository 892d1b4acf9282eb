import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPages, firstScriptBytes } from '../../src/api/pages.ts'
import { buildDesk } from '../../src/api/build-desk.ts'
import { cacheFolder, PROJECT } from '../../src/cli/cache-folder.ts'
import { kindLabel } from '../../src/site/words.ts'
import { KIND_ORDER } from '../../src/site/kinds.ts'
import { COUNTED, MEASURES } from '../../src/model/claim.ts'
import { countedWord, measureWord } from '../../src/site/words.ts'
import { en } from '../../desk/texts/en.ts'

const MOST_FIRST_SCRIPT = 60 * 1024
const files = globSync('desk/**/*.{ts,tsx}', { cwd: PROJECT }).map((path) => path.replaceAll('\\', '/')).sort()
const sourceOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8')

describe('the desk', () => {
  it('knows the API and the model by their types alone', () => {
    expect(files.length).toBeGreaterThan(20)
    const faults = files.flatMap((path) => [...sourceOf(path).matchAll(/^import\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'/gm)].flatMap(([, type, specifier]) => {
      const target = normalize(join(dirname(path), specifier!)).replaceAll('\\', '/')
      return target.startsWith('desk/') || (type !== undefined && /^src\/(api|model)\//.test(target)) ? [] : [`${path}: ${specifier}`]
    }))
    expect(faults).toEqual([])
  })

  it('never makes markup of text', () => {
    for (const path of files) expect(sourceOf(path), path).not.toMatch(/dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function/)
  })

  it('holds no script within its page, and its first script is small', async () => {
    const folder = await buildDesk(cacheFolder(process.env))
    const page = await readPages(folder).answer('/').text()
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(page).not.toMatch(/\s(on\w+|style)=/)
    expect(firstScriptBytes(folder)).toBeGreaterThan(10_000)
    expect(firstScriptBytes(folder)).toBeLessThanOrEqual(MOST_FIRST_SCRIPT)
  })

  it('calls things what the page of the chronology calls them', () => {
    for (const kind of KIND_ORDER) expect(en.kinds[kind]?.[0], kind).toBe(kindLabel(kind))
    for (const thing of COUNTED) expect(en.things[thing], thing).toEqual([countedWord(thing, 1), countedWord(thing, 2)])
    for (const measure of MEASURES) expect(en.measures[measure] ?? measure, measure).toBe(measureWord(measure))
  })
})
