import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import type { Incident } from '../../src/model/incident.ts'
import { chronologyPage, type ChronologyInput } from '../../src/site/chronology-page.ts'
import { chronology, claim, incident, report, town } from './fixture.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
interface Element { name: string; attribs: Record<string, string>; text: string; path: string[] }

/** Every element of a page, in order, with its own text. */
function elements(html: string): Element[] {
  const found: Element[] = []
  const walk = (node: Node, path: string[]): void => {
    if (!('children' in node)) return
    if ('attribs' in node) {
      found.push({ name: node.name, attribs: node.attribs, path, text: node.children.map((c) => ('data' in c ? c.data : '')).join('') })
      path = [...path, node.name]
    }
    for (const child of node.children) walk(child, path)
  }
  for (const node of parseDocument(html).children) walk(node, [])
  return found
}

const MADE = new Set(['!doctype', 'html', 'head', 'meta', 'title', 'style', 'script', 'body', 'a', 'abbr', 'article', 'aside', 'b', 'blockquote', 'button', 'circle', 'defs', 'details', 'div', 'dl', 'em', 'footer', 'form', 'g', 'h1', 'h2', 'h3', 'h4', 'header', 'i', 'input', 'label', 'li', 'line', 'main', 'mark', 'ol', 'option', 'output', 'p', 'path', 'q', 'rect', 's', 'section', 'select', 'span', 'summary', 'svg', 'symbol', 'table', 'tbody', 'td', 'text', 'th', 'thead', 'time', 'tr', 'tspan', 'ul', 'use'])

/** What is wrong with a page as a page that needs nothing and runs nothing of others. */
function faults(html: string, all: Element[] = elements(html)): string[] {
  const wrong: string[] = []
  const ids = all.flatMap((e) => e.attribs.id ?? [])
  const known = new Set(ids)
  if (known.size !== ids.length) wrong.push(`ids twice: ${ids.filter((id, i) => ids.indexOf(id) !== i).slice(0, 5).join(' ')}`)
  for (const e of all) {
    if (!MADE.has(e.name)) wrong.push(`element ${e.name}`)
    for (const [name, value] of Object.entries(e.attribs)) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcdoc' || name === 'src') wrong.push(`attribute ${name} on ${e.name}`)
      if (name !== 'href' && name !== 'xlink:href') continue
      if (!value.startsWith('#')) wrong.push(`leads out: ${value.slice(0, 60)}`)
      else if (!known.has(value.slice(1))) wrong.push(`leads nowhere: ${value}`)
    }
    const says = e.attribs['data-says']
    if (says !== undefined && !known.has(says)) wrong.push(`no sentence: ${says}`)
  }
  if (all.filter((e) => e.name === 'script').length !== 1 || all.filter((e) => e.name === 'style').length !== 1) wrong.push('one script and one style')
  if (/@import|url\(/i.test(all.find((e) => e.name === 'style')?.text ?? '')) wrong.push('the style fetches')
  return wrong
}

describe('the page', () => {
  const html = chronologyPage(chronology())

  test('needs nothing from outside, and every door leads to a place in it', () => expect(faults(html)).toEqual([]))
  test('is the same for the same input', () => expect(chronologyPage(chronology())).toBe(html))
  test('has a policy that lets run what it carries and nothing else', () => {
    const policy = elements(html).find((e) => e.attribs['http-equiv'] === 'Content-Security-Policy')?.attribs.content ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/)
  })
  test('says that its reports are invented where it was told to', () => expect(html).toContain('<p class="note">Invented.</p>'))
  test('an empty chronology is a page that says what would be here', () => {
    const empty = chronologyPage({ title: 'Empty', generatedAt: '', incidents: [], reports: [] })
    expect(faults(empty)).toEqual([])
    expect(empty).toContain('No incident yet')
  })
})

describe('figures', () => {
  const html = chronologyPage(chronology())
  const doors = elements(html).filter((e) => e.name === 'a' && e.attribs['data-says'])
  test('lowest, best and highest are doors to the words of the number', () => {
    const targets = new Map(elements(html).filter((e) => e.attribs.id).map((e) => [e.attribs.id, e.text]))
    const value = doors.filter((e) => e.attribs.class?.startsWith('n') && e.path.at(-1) === 'span').slice(0, 3)
    expect(value.map((e) => e.text)).toEqual(['2', '3', '4'])
    expect(value.map((e) => targets.get(e.attribs.href?.slice(1) ?? ''))).toEqual(['Two', 'Three', 'Four'])
  })
  test('a vague number stands in its own words and not as a number', () => {
    expect(html).toContain('“dozens”')
    expect(html).not.toMatch(/>24</)
  })
  test('a voice that was replaced says so', () => expect(html).toContain('two people killed, said by the mayor, an earlier number, replaced since'.replace('two', '2')))
  test('who denies is heard as denying', () => expect(html).toContain('class="k-strike denied"'))
  test('a running total over two days is a line with both its points', () => expect(html).toMatch(/Running total: combatants killed[^]*>410<[^]*>890</))
})

describe('the words of a report', () => {
  const text = 'Head | Outlet\nLoose first.\nA picture. Credit: Agency\nBody one.\nLoose between.\n\nBody two.\nLoose last.'
  const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  test.each([
    [[], 'no passage at all'],
    [[{ kind: 'headline', ...at('Head') }, { kind: 'caption', ...at('A picture.') }, { kind: 'credit', ...at('Agency') }, { kind: 'paragraph', ...at('Body one.') }, { kind: 'paragraph', ...at('Body two.') }], 'words between passages'],
    [[{ kind: 'paragraph', ...at('Body one.') }, { kind: 'paragraph', ...at('one.') }], 'a passage inside another'],
    [[{ kind: 'credit', ...at('Agency') }], 'words before a passage on its line'],
  ] as const)('all stand on the page, once and in order: %j', (passages, _why) => {
    const only = report('a', 'A', '2031-05-06', [], { text, passages: [...passages], title: null })
    const html = chronologyPage({ title: 't', generatedAt: '', incidents: [], reports: [{ report: only, claims: [] }] })
    const printed = html.slice(html.indexOf('<h3 id="r-a.h"'), html.indexOf('</article>')).replace(/<h3[^>]*>a<\/h3>/, '').replace(/<p class="address">.*?<\/p>/, '').replace(/<[^>]*>/g, ' ')
    expect(printed.split(/\s+/).filter(Boolean).join(' ')).toBe(text.split(/\s+/).join(' '))
  })
})

describe('places', () => {
  const pins = (input: ChronologyInput): string[] => elements(chronologyPage(input)).filter((e) => e.attribs.class === 'pin').map((e) => e.attribs['aria-label'] ?? '')
  test('a pin stands where a point is known, and nowhere else', () => {
    expect(pins(chronology()).toSorted()).toEqual(['Kosti: 1 × strike', 'Odesa: 1 × outage', 'Poltava 2: 1 × strike, 1 × interception', 'Sumy: 1 × air raid alert'])
  })
  test.each([
    [{ precision: 'region' }, 'a region has a middle, not a point'], [{ precision: 'country' }, 'a country neither'],
    [{ lat: null, lon: null }, 'no coordinates'], [{ precision: null }, 'not told apart from its namesakes'],
  ] as const)('%o: no pin (%s)', (change, _why) => {
    const only = report('a', 'A', '2031-05-06', ['Two were hurt.'])
    const found = claim('c1', only, 'Two were hurt', { place: { ...town('Sumy', 'UA', 50.9, 34.8), ...change }, date: { from: '2031-05-06', to: '2031-05-06', written: null } })
    expect(pins({ title: 't', generatedAt: '', incidents: [incident('i1', [[found, only]], 'single')], reports: [{ report: only, claims: [found] }] })).toEqual([])
  })
})

/** A chronology in which everything that can come from outside is `text`. */
function poisoned(text: string): ChronologyInput {
  const only = report('doc', text, '2031-05-06', [`Two ${text} hurt.`.replaceAll('\n', ' ')], { title: text, url: text, language: text, removed: [{ text, why: text }], trouble: [{ code: 'x', message: text }], kind: 'live_blog' })
  only.doc = text
  only.posts.push({ id: text, author: text, heading: text, time: text, modified: text, supersedes: text, start: 0, end: only.text.length })
  const place = { ...town(text, 'UA', 50, 30), written: text }
  const found = claim(text || 'c', only, 'Two', { place, type: text, by: text, against: text, weapons: [text], claimant: { name: text, role: text, channel: text }, date: { from: '2031-05-06', to: '2031-05-06', written: text } }, [{ measure: 'injured', of: 'person', value: 2, words: 'Two' }])
  const told: Incident = { ...incident(text || 'i', [[found, only]], 'contested'), links: [{ as: 'caused_by', incident: text }], disagreements: [{ over: 'figure', measure: null, of: null, claims: [text, text], quotes: [text, text] }], part_of: text }
  return { title: text, generatedAt: text, note: text, incidents: [told], reports: [{ report: only, claims: [found] }], landmarks: [{ name: text, lat: 50.2, lon: 30.2, population: 1 }] }
}

describe('text from outside stays text', () => {
  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", 'javascript:alert(1)', '</style><script>1</script>', '&lt;script&gt;', '\u2028]]>', '\ud800', 'a\0b', '', '__proto__', '${1}'])('%j', (text) => {
    expect(faults(chronologyPage(poisoned(text)))).toEqual([])
  })
  test('any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(faults(chronologyPage(poisoned(text)))).toEqual([])
    }), { numRuns: 12 })
  })
  const payloads = fileURLToPath(new URL('../../../shared/data/hostile/xss.json', import.meta.url))
  test.skipIf(!existsSync(payloads))('2,181 known payloads (skipped where ../shared is absent)', () => {
    const list = JSON.parse(readFileSync(payloads, 'utf8')) as string[]
    const clean = elements(chronologyPage(poisoned('plain'))).length
    for (let i = 0; i < list.length; i += 150) {
      const html = chronologyPage(poisoned(list.slice(i, i + 150).join(' ')))
      const all = elements(html)
      expect(faults(html, all)).toEqual([])
      expect(all.length).toBeLessThanOrEqual(clean) // fewer where a long name finds no room on the map
    }
  })
})

test('a thousand incidents take less than two seconds of the processor', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `On that day ${i} people were hurt in town ${i} by shelling, the mayor of town ${i} said.`)
  const reports = Array.from({ length: 50 }, (_, r) => report(`r${r}`, `Outlet ${r}`, '2031-05-06', lines.slice(r * 20, r * 20 + 20)))
  const incidents: Incident[] = []
  const given = reports.map((of, r) => ({ report: of, claims: Array.from({ length: 20 }, (_, k) => {
    const n = r * 20 + k
    const day = new Date(Date.UTC(2031, 0, 1 + (n % 250))).toISOString().slice(0, 10)
    const found = claim(`c${n}`, of, `${n} people were hurt in town ${n}`, { place: town(`Town ${n}`, 'UA', 46 + (n % 60) / 10, 24 + (n % 97) / 7), date: { from: day, to: day, written: null } }, [{ measure: 'injured', of: 'person', value: n, words: String(n) }])
    incidents.push(incident(`i${n}`, [[found, of]], 'single'))
    return found
  }) }))
  const before = process.cpuUsage()
  const html = chronologyPage({ title: 'Many', generatedAt: '', incidents, reports: given })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2000)
  expect(faults(html)).toEqual([])
})
