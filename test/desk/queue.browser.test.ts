import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ListedAnswer } from '../../src/api/routes/overview.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { findBrowser } from '../../src/cli/browser.ts'
import { serveForTest, type ServedDesk } from '../api/served.ts'
import { loopbackDoor } from '../fetcher/web.ts'
import { launch, openDesk, seriousFaults } from './browser.ts'

const BROWSER = findBrowser()
if (BROWSER === null) process.stderr.write('SKIPPED: no browser was found, so the queue is not tried in one.\n')

const LONG = 90_000
const SOON = { timeout: 15_000 }

describe.skipIf(BROWSER === null)('the queue in a browser', () => {
  let browser: Browser, desk: ServedDesk
  beforeAll(async () => {
    desk = await serveForTest({ samples: true, door: loopbackDoor() })
    browser = await launch(BROWSER!)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    expect(desk.faults).toEqual([])
    await desk.drop()
  })

  const incident = async (id: string): Promise<IncidentAnswer> => await (await desk.get(`/api/incidents/${id}`)).json() as IncidentAnswer
  const opened = (page: Page): string => new URL(page.url()).searchParams.get('incident') ?? ''
  const inSight = (page: Page) => page.locator('.pane.incident .decide-bar')
  /** Opens the form of a key, and waits until it can be typed in. */
  const form = async (page: Page, key: string): Promise<void> => { await page.keyboard.press(key); await page.locator('dialog[open] .main').waitFor() }
  const closed = (page: Page): Promise<void> => page.locator('dialog[open]').waitFor({ state: 'detached' })
  const told = (page: Page): Promise<string> => page.locator('.announced').innerText()
  /** An incident that nothing was decided on, with others near it or so many claims. */
  async function fresh(fits: (one: IncidentAnswer) => boolean): Promise<IncidentAnswer> {
    const { rows } = await (await desk.get('/api/incidents?review=unreviewed&limit=500')).json() as ListedAnswer
    for (const { id } of rows) { const one = await incident(id); if (one.decisions.length === 0 && fits(one)) return one }
    throw new Error('the samples have no such incident')
  }

  test('a whole review by keys: next, accept, publish, correct, note, wrong claim, take back, next', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/queue')
    await page.locator('.queue-list a').first().waitFor()
    const before = await page.locator('.queue .count b').textContent()
    await page.keyboard.press('a')
    await expect.poll(() => told(page), SOON).toContain('Choose an incident first')
    await page.keyboard.press('j')
    await inSight(page).waitFor()
    const id = opened(page), focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? null)
    await expect.poll(focused, SOON).toBe(id)
    await page.keyboard.press('p')
    await expect.poll(() => told(page), SOON).toContain('makes no sense')

    await page.keyboard.press('a')
    await expect.poll(() => told(page), SOON).toContain('Taken: accepted')
    await expect.poll(() => page.locator('.queue .count b').textContent(), SOON).not.toBe(before)
    expect(await page.locator('.queue-list .opened.left').count()).toBe(1)
    await page.locator('.decide-bar button', { hasText: 'Publish' }).waitFor()

    await form(page, 'p')
    await page.keyboard.type('jk it is checked')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => (await incident(id)).review, SOON).toBe('published')
    expect(opened(page)).toBe(id)

    await form(page, 'c')
    await page.selectOption('dialog select >> nth=1', 'by')
    await page.fill('dialog input[name=by]', 'Varnograd')
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('dialog textarea[name=reason]').evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true)
    await page.fill('dialog textarea[name=reason]', 'The communique says so.')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => (await incident(id)).by, SOON).toBe('Varnograd')

    await form(page, 'n')
    await page.keyboard.type('Ask the hospital again.')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await page.locator('.decisions li', { hasText: 'Ask the hospital again.' }).waitFor()

    const claims = (await incident(id)).claims.length
    await form(page, 'x')
    await page.keyboard.press('Tab')
    await page.fill('dialog textarea[name=reason]', 'The sentence speaks of another year.')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => (await incident(id)).claims.length, SOON).toBe(claims - 1)

    await form(page, 'u')
    expect(await page.locator('dialog label').first().innerText()).toContain('rejected claim')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => (await incident(id)).claims.length, SOON).toBe(claims)
    await expect.poll(focused, SOON).toBe(id)

    await page.keyboard.press('j')
    await expect.poll(() => opened(page), SOON).not.toBe(id)
    await expect.poll(focused, SOON).toBe(opened(page))
    await page.keyboard.press('k')
    await expect.poll(() => opened(page) === '', SOON).toBe(false)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('keys do nothing while something is typed, and ? tells them', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/queue')
    await page.locator('.queue-list a').first().waitFor()
    await page.keyboard.press('?')
    await page.locator('dialog[open] .keys').waitFor()
    await page.keyboard.press('j')
    expect(opened(page)).toBe('')
    await page.keyboard.press('Escape')
    await closed(page)
    await page.keyboard.press('j')
    await inSight(page).waitFor()
    const id = opened(page), { decisions } = await incident(id)
    await form(page, 'n')
    await page.keyboard.type('jjaapx')
    await page.keyboard.press('Escape')
    await closed(page)
    expect(opened(page)).toBe(id)
    expect((await incident(id)).decisions).toEqual(decisions)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('two incidents are merged by keys, and the merging is taken back', { timeout: LONG }, async () => {
    const one = await fresh(({ nearest, claims }) => nearest.length > 0 && claims.length > 0), other = await incident(one.nearest[0]!.row.id)
    const { page, trouble } = await openDesk(browser, desk.url, `/queue?why=unreviewed&incident=${one.id}`)
    await inSight(page).waitFor()
    await form(page, 'm')
    await page.keyboard.press('Space')
    await page.locator('dialog .choice q').waitFor()
    await page.fill('dialog textarea[name=reason]', 'One night, one depot.')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => (await incident(other.id)).id === (await incident(one.id)).id, SOON).toBe(true)
    await expect.poll(async () => opened(page) === (await incident(one.id)).id, SOON).toBe(true)
    await page.locator('.decisions li', { hasText: 'One night, one depot.' }).waitFor()
    await form(page, 'u')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => [(await incident(one.id)).claims.length, (await incident(other.id)).claims.length], SOON).toEqual([one.claims.length, other.claims.length])
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('claims are split off, moved back, and graded', { timeout: LONG }, async () => {
    const one = await fresh(({ claims }) => claims.length > 2)
    const { page, trouble } = await openDesk(browser, desk.url, `/queue?why=unreviewed&incident=${one.id}`)
    await inSight(page).waitFor()
    await form(page, 's')
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    const first = one.claims[0]!.id, holder = async (claim: string): Promise<string> => {
      const { rows } = await (await desk.get('/api/incidents?limit=500')).json() as ListedAnswer
      for (const { id } of rows) if ((await incident(id)).claims.some(({ id: has }) => has === claim)) return id
      return ''
    }
    await expect.poll(async () => await holder(first) === await holder(one.claims[1]!.id), SOON).toBe(false)
    await page.goto(`${desk.url}/queue?why=unreviewed&incident=${await holder(one.claims[1]!.id)}`)
    await inSight(page).waitFor()
    await form(page, 'g')
    await page.selectOption('dialog select[name=grade]', '5')
    await page.keyboard.press('Control+Enter')
    await closed(page)
    await expect.poll(async () => (await incident(opened(page))).decisions.at(-1)?.words, SOON).toContain('graded claim')
    await form(page, 'g')
    await page.check('dialog input[name=what] >> nth=1')
    await page.selectOption('dialog select[name=grade]', 'E')
    await page.fill('dialog textarea[name=reason]', 'Three of its counts were withdrawn.')
    await expect.poll(async () => { await page.keyboard.press('Control+Enter'); return page.locator('dialog[open]').count() }, SOON).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('two people on one incident: the second is told what the first decided, keeps what was typed, and decides anew', { timeout: LONG }, async () => {
    const one = await fresh(({ claims }) => claims.length > 0), path = `/queue?why=unreviewed&incident=${one.id}`
    const first = await openDesk(browser, desk.url, path), second = await openDesk(browser, desk.url, path)
    await inSight(first.page).waitFor()
    await inSight(second.page).waitFor()
    await form(second.page, 'c')
    await second.page.selectOption('dialog select >> nth=1', 'against')
    await second.page.fill('dialog input[name=against]', 'Harbour Guard')
    await second.page.fill('dialog textarea[name=reason]', 'Its own spokesman said so.')
    await first.page.keyboard.press('a')
    await expect.poll(async () => (await incident(one.id)).review, SOON).toBe('accepted')
    await second.page.keyboard.press('Control+Enter')
    await second.page.locator('dialog [role=alert]').waitFor()
    expect(await second.page.locator('dialog [role=alert]').innerText()).toMatch(/Not taken.*Olena accepted/)
    expect((await incident(one.id)).against).toBe(one.against)
    expect(await second.page.inputValue('dialog input[name=against]')).toBe('Harbour Guard')
    await second.page.locator('dialog button', { hasText: 'as it is now' }).waitFor()
    await second.page.keyboard.press('Control+Enter')
    await closed(second.page)
    await first.page.locator('.decisions li', { hasText: 'Its own spokesman said so.' }).waitFor(SOON)
    expect(await incident(one.id)).toMatchObject({ against: 'Harbour Guard', review: 'accepted' })
    // the browser itself notes that an answer was 409
    expect([...first.trouble, ...second.trouble.filter((line) => !line.includes('409'))]).toEqual([])
    await first.page.context().close()
    await second.page.context().close()
  })

  test('words of a report become a claim; a claim of it is said to be wrong', { timeout: LONG }, async () => {
    const text = 'Quiet day in Izium\n\nIZIUM, Ukraine - The mayor, Petro Havrysh, said on Monday that the cellar in Izium still keeps four neighbours.\n\nTwo soldiers were killed by a mine near Kupiansk on Sunday, the army said.'
    await desk.post('/api/intake/text', JSON.stringify({ text, outlet: 'The Lantern', published: '2031-05-19', title: 'Quiet day' }), { 'content-type': 'application/json' })
    await desk.idle()
    const { rows } = await (await desk.get('/api/incidents?place=Kupiansk')).json() as ListedAnswer
    const { claims } = await incident(rows[0]!.id), id = claims[0]!.report.id
    const report = async (): Promise<ReportAnswer> => await (await desk.get(`/api/reports/${id}`)).json() as ReportAnswer
    const { page, trouble } = await openDesk(browser, desk.url, `/?report=${id}`)
    const sentence = page.locator('.pane.report .text p', { hasText: 'still keeps' })
    await sentence.waitFor()
    await sentence.evaluate((paragraph, words) => { // as dragging over them does
      const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange()
      const whole = paragraph.textContent!, from = whole.indexOf(words), to = from + words.length
      let at = 0
      for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        const { length } = node.nodeValue!
        if (from >= at && from < at + length) range.setStart(node, from - at)
        if (to > at && to <= at + length) range.setEnd(node, to - at)
        at += length
      }
      document.getSelection()!.removeAllRanges()
      document.getSelection()!.addRange(range)
    }, 'the cellar in Izium still keeps four neighbours')
    await page.locator('.claim-bar button', { hasText: 'This is a claim' }).click()
    await page.locator('dialog[open] input[name=claimant]').waitFor()
    expect(await page.inputValue('dialog input[name=claimant]')).toBe('Petro Havrysh')
    expect(await page.inputValue('dialog input[name=value]')).toBe('4')
    expect(await page.inputValue('dialog input[name=place]')).toBe('Izium')
    expect(await page.inputValue('dialog input[name=from]')).toBe('2031-05-19')
    await page.selectOption('dialog select[name=measure]', 'killed')
    await page.click('dialog button[type=submit]')
    await closed(page)
    await expect.poll(async () => (await report()).claims.find(({ quote }) => quote.endsWith('four neighbours'))?.quantities[0], SOON).toMatchObject({ measure: 'killed', value: 4 })
    await page.locator('.pane.report a.mark', { hasText: 'neighbours' }).first().waitFor()

    const wrong = (await report()).claims.find(({ quote }) => quote.includes('soldiers'))!
    await page.goto(`${desk.url}/?report=${id}&claim=${wrong.id}`)
    await page.locator('.claim-bar button', { hasText: 'This is wrong' }).click()
    await page.fill('dialog textarea[name=reason]', 'It is told of an exercise.')
    await page.click('dialog button[type=submit]')
    await closed(page)
    await expect.poll(async () => (await report()).claims.find(({ id: one }) => one === wrong.id)?.incident ?? null, SOON).toBe(null)

    await page.locator('.claim-bar button', { hasText: 'by its words' }).click()
    await page.fill('dialog textarea[name=words]', 'no such words')
    await page.click('dialog button[type=submit]')
    await page.locator('dialog [role=alert]', { hasText: 'does not have these words' }).waitFor()
    expect(trouble.filter((line) => !line.includes('400'))).toEqual([])
    await page.context().close()
  })

  describe('links', () => {
    let web: Server, address: string
    beforeAll(async () => {
      web = createServer((asked, answer) => {
        if (asked.url === '/robots.txt') { answer.end('User-agent: *\nDisallow: /private'); return }
        answer.setHeader('content-type', 'text/html; charset=utf-8')
        answer.end('<!doctype html><html lang="en"><head><title>Six killed in Sumy</title><meta property="article:published_time" content="2031-05-20T08:00:00Z"></head><body><article><h1>Six killed in Sumy</h1><p>SUMY, Ukraine - Six people were killed when a Russian missile struck a bus in Sumy on Monday, the mayor, Olha Savchuk, said. Two others were wounded, she said, and the road was closed for the rest of the day.</p></article></body></html>')
      })
      await new Promise<void>((resolve) => { web.listen(0, '127.0.0.1', resolve) })
      address = `http://127.0.0.1:${(web.address() as { port: number }).port}`
    })
    afterAll(() => { web.close() })

    test('a link that is pasted is fetched, and its incident appears on another open desk by itself; refusals are told in words', { timeout: LONG }, async () => {
      const other = await openDesk(browser, desk.url, '/?place=Sumy')
      const { page, trouble } = await openDesk(browser, desk.url, '/add')
      await page.fill('input[name=link]', `${address}/private/x`)
      await page.keyboard.press('Enter')
      await page.locator('.pieces .failed', { hasText: 'robots.txt asks not to' }).waitFor()
      await page.fill('input[name=link]', `${address}/six`)
      await page.keyboard.press('Enter')
      await page.locator('.pieces .read', { hasText: '/six' }).waitFor()
      await other.page.locator('.list a', { hasText: 'Strike' }).first().waitFor(SOON)
      expect(await other.page.locator('.list tr.line').first().textContent()).toContain('Sumy')
      expect([...trouble, ...other.trouble]).toEqual([])
      await page.context().close()
      await other.page.context().close()
    })
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${colorScheme}: axe finds nothing serious in the queue and in any form, wide and at 360 px, and nothing runs over the edge`, { timeout: 600_000 }, async () => {
      const one = await fresh(({ claims, nearest }) => claims.length > 1 && nearest.length > 0), faults: string[] = []
      for (const width of [1500, 360]) {
        for (const path of ['/queue', `/queue?why=unreviewed&incident=${one.id}`]) {
          const { page, trouble } = await openDesk(browser, desk.url, path, { colorScheme, viewport: { width, height: 800 } })
          await page.locator(path === '/queue' ? '.queue-list' : '.decide-bar').waitFor()
          const look = async (what: string): Promise<void> => {
            for (const fault of await seriousFaults(page)) faults.push(`${path} ${width} ${what}: ${fault}`)
            const over = await page.evaluate(() => Math.max(document.documentElement.scrollWidth - window.innerWidth, ...[...document.querySelectorAll('dialog[open]')].map((dialog) => dialog.scrollWidth - dialog.clientWidth)))
            if (over > 0) faults.push(`${path} ${width} ${what}: ${over} px over the edge`)
          }
          await look('page')
          if (path !== '/queue') for (const key of ['c', 'm', 's', 'v', 'g', 'n', 'x', '?']) {
            await page.keyboard.press(key)
            await page.locator('dialog[open]').waitFor()
            await look(key)
            await page.keyboard.press('Escape')
            await closed(page)
          }
          faults.push(...trouble)
          await page.context().close()
        }
      }
      expect(faults).toEqual([])
    })
  }

  test('print shows what was decided, without the buttons', { timeout: LONG }, async () => {
    const { page } = await openDesk(browser, desk.url, '/queue')
    await page.locator('.queue-list a').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.reasons').isVisible()).toBe(false)
    expect(await page.locator('.queue-list a').first().isVisible()).toBe(true)
    await page.context().close()
  })
})
