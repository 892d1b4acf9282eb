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
import { uk } from '../../desk/texts/uk.ts'
import { parseSync } from 'vite'

const MOST_FIRST_SCRIPT = 60 * 1024
const files = globSync('desk/**/*.{ts,tsx}', { cwd: PROJECT }).map((path) => path.replaceAll('\\', '/')).sort()
const sourceOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8')

/** Every key of a table of texts, with how its value is made: a text, a list of so many, or a function. */
function keysOf(table: object, under = ''): string[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? keysOf(value, `${under}${key}.`) : [`${under}${key} ${Array.isArray(value) ? value.length : typeof value}`]))
}

/** Attributes whose value is read by people. */
const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description', 'aria-roledescription', 'aria-valuetext'])
/** What is the same in every language: names of keys and of a hash, and how addresses begin. */
const OF_NO_LANGUAGE = new Set(['Esc', 'SHA-256', 'https://'])

/** Texts that a page holds itself: between its tags, and in attributes that are read by people. */
function ownTexts(path: string, source: string): string[] {
  const found: string[] = []
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, name, value } = node as { type?: string, name?: { name?: string }, value?: unknown }
    if (type === 'JSXText' && /\p{L}/u.test(String(value))) found.push(String(value).trim())
    if (type === 'JSXAttribute' && SPOKEN.has(name?.name ?? '') && typeof (value as { value?: unknown } | null)?.value === 'string' && /\p{L}/u.test((value as { value: string }).value)) found.push((value as { value: string }).value)
    for (const child of Object.values(node)) if (Array.isArray(child)) child.forEach(look); else look(child)
  }
  look(parseSync(path, source).program)
  return found.filter((text) => !OF_NO_LANGUAGE.has(text))
}

describe('the desk', () => {
  it('says the same things in every language: both tables have the same keys, and no text is empty in one alone', () => {
    expect(keysOf(uk).sort()).toEqual(keysOf(en).sort())
    expect(keysOf(uk).length).toBeGreaterThan(300)
    for (const thing of COUNTED) expect(uk.thing(thing, 5), thing).toMatch(/\p{Script=Cyrillic}/u)
    for (const measure of MEASURES) expect(uk.measures[measure], measure).toMatch(/\p{Script=Cyrillic}/u)
    for (const kind of KIND_ORDER) expect(uk.kinds[kind]?.[0], kind).toMatch(/\p{Script=Cyrillic}/u)
    // functions give words of their own language whatever they are given
    for (const n of [1, 2, 5, 11, 21, 1234]) { expect(uk.report.claims(n)).toMatch(/твердж/); expect(en.report.claims(n)).toMatch(/claim/) }
    expect([1, 3, 7, 12, 21].map((n) => uk.now.column('x', n))).toEqual(['x: 1 подія', 'x: 3 події', 'x: 7 подій', 'x: 12 подій', 'x: 21 подія'])
  })

  it('tells refusals in the reader\'s language where the code says all, else in the server\'s words', () => {
    const rows: [code: string, words: string, told: RegExp][] = [['all_claims', 'x', /^Це всі твердження/], ['wrong', 'x', /паролем/], ['moved', 'Olena accepted it.', /^Olena accepted it\.$/], ['', 'x', /^x$/], ['constructor', 'x', /^x$/]]
    for (const [code, words, told] of rows) { expect(uk.refusal(code, words), code).toMatch(told); expect(en.refusal(code, words), code).toBe(words) }
  })

  it('has no text outside of the tables', () => {
    expect(ownTexts('a.tsx', 'const a = <p title="Hello">World {texts.x} <kbd>Esc</kbd> · <b aria-label={texts.y}>2</b></p>')).toEqual(['Hello', 'World'])
    const faults = files.filter((path) => path.endsWith('.tsx')).flatMap((path) => ownTexts(path, sourceOf(path)).map((text) => `${path}: ${text}`))
    expect(faults).toEqual([])
  })

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
    for (const thing of COUNTED) expect([en.thing(thing, 1), en.thing(thing, 2)], thing).toEqual([countedWord(thing, 1), countedWord(thing, 2)])
    for (const measure of MEASURES) expect(en.measures[measure] ?? measure, measure).toBe(measureWord(measure))
  })
})
