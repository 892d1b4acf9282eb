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
import type { ZodType } from 'zod'
import { REFUSALS, type ToldRefusal } from '../../src/api/refusals.ts'
import { TOLD_DECISION, type ToldDecision } from '../../src/api/told-decision.ts'
import { englishIn } from '../desk/english.ts'

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

interface Shape { type: string, shape?: Record<string, ZodType>, entries?: Record<string, string>, element?: ZodType, innerType?: ZodType, options?: ZodType[], values?: unknown[] }

/** Values that fit a schema: every option of it at least once. */
function samplesOf(schema: ZodType): unknown[] {
  const { type, shape, entries, element, innerType, options, values } = schema.def as unknown as Shape
  switch (type) {
    case 'object': return Object.entries(shape!).reduce<object[]>((made, [name, one]) => { const some = samplesOf(one); return some.length === 1 ? made.map((object) => ({ ...object, [name]: some[0] })) : some.flatMap((value, i) => (i < made.length || made.length === 1 ? made : made.slice(0, 1)).map((object) => ({ ...object, [name]: value }))) }, [{}])
    case 'enum': return Object.values(entries!)
    case 'literal': return values!
    case 'array': return [samplesOf(element!).slice(0, 3)]
    case 'optional': return samplesOf(innerType!)
    case 'nullable': return [...samplesOf(innerType!), null]
    case 'union': return options!.flatMap(samplesOf)
    case 'number': return [3]
    case 'string': return ['3fa81c0299']
    default: throw new Error(`no sample of "${type}"`)
  }
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

  it('tells every refusal of the API in the reader\'s language, with its particulars', () => {
    const told = Object.entries(REFUSALS).flatMap(([error, schema]) => samplesOf(schema).map((particulars) => ({ error, message: 'x', next: '', ...particulars as object }) as unknown as ToldRefusal))
    expect(told.length).toBeGreaterThan(Object.keys(REFUSALS).length + 20)
    for (const one of told) {
      const words = uk.refusal(one, 'The server\'s words.')
      expect(words, one.error).toMatch(/^\p{Script=Cyrillic}.*[.!)“”]$|: dateline /su)
      expect(words, one.error).not.toMatch(/undefined|null|NaN|\[object|The server/)
      expect(englishIn(words), `${one.error}: ${words}`).toEqual([])
      expect(en.refusal(one, 'The server\'s words.')).toBe('The server\'s words.')
    }
    // what is no refusal of the desk's own keeps its words
    for (const one of [null, { error: 'constructor' }, { error: 'of another program' }]) expect(uk.refusal(one as ToldRefusal | null, 'x')).toBe('x')
  })

  it('tells every decision in the reader\'s language, whatever was corrected', () => {
    const told = samplesOf(TOLD_DECISION) as ToldDecision[]
    expect(new Set(told.map(({ kind }) => kind)).size).toBe(15)
    for (const one of told) expect(englishIn(uk.decided(one, 'The server\'s words')), JSON.stringify(one)).toEqual([])
    const rows: [decision: Partial<ToldDecision> & { kind: ToldDecision['kind'] }, words: string][] = [
      [{ kind: 'merge', on: ['3fa81c0200', '90b1d2ee00', 'aa00bb1100'] }, 'обʼєднано 3fa81c02, 90b1d2ee і aa00bb11'],
      [{ kind: 'split', on: ['3fa81c0200'], claims: 2 }, 'відокремлено 2 твердження від 3fa81c02'],
      [{ kind: 'correct', on: ['3fa81c0200'], correction: { field: 'figure', to: { measure: 'killed', of: 'child', low: 2, best: 3, high: 5 } } }, 'виправлено для 3fa81c02: 2–3–5 дітей вбито'],
      [{ kind: 'correct_claim', on: [], claim: 'c0ffee0000', correction: { field: 'quantity', number: 2, to: null } }, 'виправлено для твердження c0ffee00: число 2 прибрано'],
      [{ kind: 'correct', on: ['3fa81c0200'], correction: { field: 'type', to: 'strike' } }, 'виправлено для 3fa81c02: вид: Удар'],
      [{ kind: 'undo', on: [], decision: 7 }, 'скасовано рішення 7'],
    ]
    for (const [decision, words] of rows) expect(uk.decided({ on: [], ...decision }, 'x')).toBe(words)
  })

  it('tells all trouble and every reason of a removal in the reader\'s language', () => {
    const sources = globSync('src/**/*.ts', { cwd: PROJECT }).map((path) => path.replaceAll('\\', '/')).filter((path) => !/^src\/(api|review|cli)\//.test(path)).map(sourceOf).join('\n')
    const codes = new Set([...sources.matchAll(/\bcode: '([a-z_]+)', message|partInTrouble\([^,]+, '([a-z_]+)'|FetchFault\('([a-z_]+)'|\brefused\('([a-z_]+)', [`'](?!moved)/g)].map((found) => found.slice(1).find((one) => one !== undefined)!))
    for (const code of Object.keys(REFUSALS)) codes.delete(code)
    expect(codes.size).toBeGreaterThan(35)
    for (const code of codes) expect(uk.trouble(code, 'x'), code).toMatch(/^\p{Script=Cyrillic}|^(PDF|robots)/u)
    expect([uk.trouble('http_status', 'the server answered 404 Not Found'), uk.trouble('store_full', 'x'), uk.trouble('of_tomorrow', 'x')]).toEqual(['сервер відповів відмовою (404)', 'На диску немає місця. Звільніть його й повторіть.', 'не прочитано (of_tomorrow)'])
    const reasons = new Set(globSync('src/languages/*/furniture.tsv', { cwd: PROJECT }).flatMap((path) => sourceOf(path).split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t', 2)).filter(([, where]) => !['label', 'opener', 'where'].includes(where!)).map(([why]) => why!)))
    for (const [, why] of sourceOf('src/sources/page/body.ts').matchAll(/\['[a-z_]+', '([a-z_]+)'\]/g)) reasons.add(why!)
    expect(reasons.size).toBeGreaterThan(15)
    for (const why of reasons) expect(uk.report.why(why), why).toMatch(/\p{Script=Cyrillic}/u)
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
    for (const measure of MEASURES) for (const thing of COUNTED) expect(en.measures[`${measure}_${thing}`] ?? en.measures[measure] ?? measure, `${measure} ${thing}`).toBe(measureWord(measure, thing))
  })
})
