// Text from outside stays text: every known payload through every field that takes some, on every page.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/cli/browser.ts'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { Report } from '../../src/model/report.ts'
import { serveForTest, type ServedDesk } from '../api/served.ts'
import { launch, openDesk } from './browser.ts'

const PAYLOADS = join(PROJECT, '../shared/data/hostile/xss.json')
const BROWSER = findBrowser(), present = existsSync(PAYLOADS)
if (!present) process.stderr.write(`SKIPPED: ${PAYLOADS} is not here, so the desk is not tried with it.\n`)

const A_REPORT = 30

/** A report of some payloads: each is a paragraph, a voice, a place, a side, a weapon; the first ones title, outlet, address and author too. */
function hostile(number: number, payloads: readonly string[]): { report: Report, claims: Claim[] } {
  let text = ''
  const passages: Report['passages'] = [], claims: Claim[] = []
  payloads.forEach((payload, i) => {
    const line = `${payload.replaceAll('\n', ' ')} 7`, start = text.length, end = start + line.length
    passages.push({ kind: i === 0 ? 'headline' : (['paragraph', 'caption', 'byline', 'subheading', 'list_item', 'quotation', 'table', 'credit', 'standfirst'] as const)[i % 9]!, start, end })
    claims.push({
      id: `${number}-${i}`.padStart(20, 'a'), also: [], type: i % 4 === 3 ? payload.slice(0, 60) : 'strike', quote: line, start, end, post: null, claimant: { name: payload, role: payload, channel: payload }, stance: (['asserted', 'denied', 'unconfirmed'] as const)[i % 3]!,
      place: { name: payload, country: null, lat: i % 2 === 0 ? 40 + number * 0.3 : null, lon: i % 2 === 0 ? 20 + i * 0.7 : null, precision: i % 2 === 0 ? 'settlement' : null, written: payload }, date: { from: '2031-05-06', to: '2031-05-06', written: payload },
      by: payload, against: payload, weapons: [payload], quantities: [{ measure: 'killed', of: 'person', value: 7, bound: 'exact', cumulative: i % 5 === 0, start: end - 1, end }], contested: false, rule: 'hand',
    })
    text += `${line}\n`
  })
  const at = (i: number): string => payloads[i % payloads.length]!
  return { claims, report: {
    key: `${number} ${at(0)}`, doc: `${number} ${at(1)}`, url: at(2), title: at(3), outlet: at(4), language: at(5), kind: 'live_blog', published: '2031-05-06', text, passages,
    posts: [{ id: 'p', author: at(6), heading: at(7), time: at(8), modified: at(9), supersedes: null, start: 0, end: text.length }], removed: payloads.map((payload) => ({ text: payload, why: payload })), captions: [...payloads], credits: [...payloads], trouble: [{ code: at(10), message: at(11) }],
  } }
}

/** Elements and attributes that only markup of a payload could have made. */
const strangers = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('#desk *')].flatMap((element) => {
  const found: string[] = []
  if (/^(script|img|iframe|object|embed|video|audio|link|style|base|meta|math|animate|set|marquee|foreignobject|template)$/i.test(element.localName)) found.push(element.localName)
  for (const { name, value } of element.attributes) if (/^on/i.test(name) || (/^(href|src|action|formaction|xlink:href)$/i.test(name) && !value.startsWith('/'))) found.push(`${element.localName} ${name}=${value.slice(0, 80)}`)
  return found
}).filter((found) => found !== 'a href=#content'))

describe.skipIf(BROWSER === null || !present)('hostile text', () => {
  let browser: Browser, desk: ServedDesk, count = 0
  beforeAll(async () => {
    const payloads = JSON.parse(readFileSync(PAYLOADS, 'utf8')) as string[]
    count = payloads.length
    desk = await serveForTest({ async fill(store) {
      for (let at = 0; at < payloads.length; at += A_REPORT) {
        const { report, claims } = hostile(at / A_REPORT, payloads.slice(at, at + A_REPORT))
        const sha256 = await store.keepBytes(Buffer.from(report.text))
        await store.keepReading({ sha256, record: { file: report.doc }, path: report.doc, raw: true, engine: 'e', report, claims, statements: [] })
        await store.keepTrouble({ doc: report.doc, path: report.doc, sha256: null, record: {}, code: 'x', message: report.text.slice(0, 4000) })
      }
    } })
    browser = await launch(BROWSER!)
  }, 120_000)
  afterAll(async () => { await browser?.close(); expect(desk.faults).toEqual([]); await desk.drop() })

  test('nothing runs, nothing is asked of anybody, nothing becomes markup', { timeout: 900_000 }, async () => {
    expect(count).toBeGreaterThan(2000)
    const { page, trouble } = await openDesk(browser, desk.url, '/')
    const found: string[] = []
    const visit = async (path: string, ready = 'main .pane .view, main .pane .empty, main .pane .now'): Promise<void> => {
      await page.evaluate((to) => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')) }, path)
      await page.locator(ready).first().waitFor({ state: 'attached' })
      await page.waitForTimeout(60)
      found.push(...(await strangers(page)).map((one) => `${path}: ${one}`))
    }
    const { reports } = await (await desk.get(`/api/changes?since=2020-01-01T00:00:00Z`)).json() as { reports: { id: string }[] }
    expect(reports).toHaveLength(Math.ceil(count / A_REPORT))
    let seen = 0
    for (const { id } of reports) {
      await visit(`/voices?report=${id}`, '.pane.report .text')
      seen += await page.locator('.pane.report .removed li').count()
    }
    expect(seen).toBeGreaterThanOrEqual(count * 3) // left out, captions and credits
    const { rows } = await (await desk.get('/api/incidents?limit=500')).json() as { rows: { id: string }[] }
    for (const { id } of rows.filter((_, i) => i % 6 === 0)) await visit(`/voices?incident=${id}`, '.pane.incident h1')
    for (const path of ['/voices', '/tallies', '/changes', '/add', '/search?text=alert', '/search?text=%3Cscript%3E', '/?place=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&text=%3Csvg%20onload%3Dalert(1)%3E&claimant=javascript%3Aalert(1)', '/?report=%3Cscript%3Ealert(1)%3C/script%3E', '/?kind=total', '/']) { await visit(path); await page.waitForTimeout(500) }
    for (let place = 0; place < 400; place += 20) {
      await page.evaluate((to) => { document.querySelector('.list')?.scrollTo(0, to * 30) }, place)
      await page.waitForTimeout(30)
    }
    found.push(...await strangers(page))
    expect([...found, ...trouble.filter((line) => !/404|Failed to load resource/.test(line))]).toEqual([])
    await page.context().close()
  })
})
