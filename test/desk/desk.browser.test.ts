import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { IntakeAnswer } from '../../src/api/routes/intake.ts'
import type { ListedAnswer, MappedAnswer } from '../../src/api/routes/overview.ts'
import { findBrowser } from '../../src/cli/browser.ts'
import { serveForTest, type ServedDesk } from '../api/served.ts'
import { WACZ } from '../sources/made-containers.ts'
import { launch, openDesk, seriousFaults } from './browser.ts'

const BROWSER = findBrowser()
if (BROWSER === null) process.stderr.write('SKIPPED: no browser was found, so the desk is not tried in one.\n')

const LONG = 60_000
/** A machine that draws the map without a graphics card is slow. */
const SOON = { timeout: 15_000 }

describe.skipIf(BROWSER === null)('the desk in a browser', () => {
  let browser: Browser, desk: ServedDesk, contested: IncidentAnswer
  beforeAll(async () => {
    desk = await serveForTest({ samples: true })
    browser = await launch(BROWSER!)
    const { rows } = await (await desk.get('/api/incidents?kind=strike&place=Kharkiv&limit=500')).json() as ListedAnswer
    const widest = rows.toSorted((a, b) => b.claims - a.claims)[0]!
    contested = await (await desk.get(`/api/incidents/${widest.id}`)).json() as IncidentAnswer
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    expect(desk.faults).toEqual([])
    await desk.drop()
  })

  test('from the list to an incident, to a number\'s sentence, to its words in the report, and back', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/?place=Kharkiv&kind=strike')
    await page.locator(`.list a[href*="${contested.id}"]`).click()
    await page.locator('.pane.incident h1').waitFor()
    expect(await page.locator('.pane.incident h1').textContent()).toContain('Strike in Kharkiv')
    const number = page.locator('.pane.incident .figure .value a').first()
    await number.hover()
    await page.locator('.tip q').waitFor()
    const words = await page.locator('.tip q em').textContent()
    await number.click()
    await page.locator('.pane.report mark.hit').first().waitFor()
    expect(words).toContain((await page.locator('.pane.report mark.hit').allTextContents()).join('').slice(0, 10))
    expect(await page.locator('.pane.report mark.exact').first().isVisible()).toBe(true)
    expect(await page.locator('.list tr.line').first().isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator('.pane.report').waitFor({ state: 'detached' })
    await page.goBack()
    await page.locator('.pane.report mark.hit').first().waitFor()
    const shared = page.url()
    await page.goto(shared)
    await page.locator('.pane.report mark.exact').first().waitFor()
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('filters narrow list, timeline and map together, and stand in the address', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/')
    const shown = async (): Promise<string> => (await page.locator('.chosen output b').textContent()) ?? ''
    const all = await shown()
    await page.selectOption('select[name=kind]', 'strike')
    await expect.poll(shown, SOON).not.toBe(all)
    expect(page.url()).toContain('kind=strike')
    const strikes = await shown()
    await page.locator('.timeline').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => page.url(), SOON).toMatch(/from=2031-05-\d\d&to=2031-05-\d\d/)
    await expect.poll(shown, SOON).not.toBe(strikes)
    await page.reload()
    await expect.poll(() => page.locator('select[name=kind]').inputValue(), SOON).toBe('strike')
    await page.locator('.chosen .plain').click()
    await expect.poll(shown, SOON).toBe(all)
    expect(new URL(page.url()).search).toBe('')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('days are chosen by dragging over the timeline', { timeout: LONG }, async () => {
    const { page } = await openDesk(browser, desk.url, '/')
    const box = (await page.locator('.timeline svg').boundingBox())!
    await page.mouse.move(box.x + 30, box.y + 90)
    await page.mouse.down()
    await page.mouse.move(box.x + 260, box.y + 90, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.url(), SOON).toMatch(/from=2031-05-\d\d&to=2031-05-\d\d/)
    await page.context().close()
  })

  test('a bar of an alert says which it is, and is its door', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/')
    const bars = page.locator('.timeline path.bar').first()
    await bars.waitFor({ state: 'attached' })
    const [x, y] = (/^M([\d.]+) ([\d.]+)/.exec((await bars.getAttribute('d'))!)!).slice(1).map(Number) as [number, number], box = (await page.locator('.timeline svg').boundingBox())!
    await page.mouse.move(box.x + x + 2, box.y + y + 2)
    await expect.poll(() => page.locator('.timeline .pointed.bar title').textContent(), SOON).toMatch(/^Air raid alert, .+2031$/)
    await page.mouse.click(box.x + x + 2, box.y + y + 2)
    await expect.poll(() => page.url(), SOON).toContain('incident=')
    expect(page.url(), 'no day was chosen by it').not.toContain('from=')
    await expect.poll(() => page.locator('.pane h2, .pane h1').first().textContent(), SOON).toContain('Air raid alert')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('a place on the map is a door, and so is what is in view', { timeout: 120_000 }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/?kind=strike')
    await page.locator('.map .spot').first().waitFor({ timeout: LONG })
    const all = await page.locator('.chosen output b').textContent()
    await page.locator('.map-tools button[aria-pressed]').click()
    await expect.poll(() => page.url(), SOON).toContain('within=')
    expect(await page.locator('.chosen output b').textContent()).not.toBe('')
    await page.locator('.map-tools button[aria-pressed]').click()
    await expect.poll(() => page.locator('.chosen output b').textContent(), SOON).toBe(all)
    await page.locator('.map .spot').first().focus()
    expect(await page.locator('.map .spot').first().textContent()).toMatch(/\d incident/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('the map is moved by keys, by the wheel and by dragging, and what was dragged was not clicked', { timeout: 120_000 }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/?kind=strike')
    const spot = page.locator('.map .spot').first(), asked = async (move: () => Promise<void>): Promise<{ west: number, zoom: number }> => {
      const [request] = await Promise.all([page.waitForRequest((one) => one.url().includes('/api/map?'), SOON), move()]), query = new URL(request.url()).searchParams
      await request.response()
      return { west: Number(query.get('box')!.split(',')[0]), zoom: Number(query.get('zoom')) }
    }
    await spot.waitFor(SOON)
    await page.locator('.beside').waitFor(SOON) // takes some of the map's room
    const all = (): Promise<void> => page.locator('.map-tools button').nth(2).click(), first = await asked(all)
    const canvas = page.locator('.map canvas'), box = (await canvas.boundingBox())!
    await canvas.focus()
    const right = await asked(() => page.keyboard.press('ArrowRight')), closer = await asked(() => page.keyboard.press('+'))
    expect(right.west).toBeGreaterThan(first.west)
    expect(closer.zoom).toBeCloseTo(right.zoom + 1, 1)
    await page.mouse.move(box.x + 100, box.y + 150)
    const away = await asked(() => page.mouse.wheel(0, 260))
    expect(away.zoom).toBeLessThan(closer.zoom)
    expect(await asked(all)).toEqual(first)
    const place = (await spot.boundingBox())!
    const dragged = await asked(async () => { await page.mouse.move(place.x + 8, place.y + 8); await page.mouse.down(); await page.mouse.move(place.x + 88, place.y + 8, { steps: 4 }); await page.mouse.up() })
    expect(dragged.west).toBeLessThan(first.west)
    expect(page.url()).toMatch(/\?kind=strike$/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('the list is walked by keys', { timeout: LONG }, async () => {
    const { page } = await openDesk(browser, desk.url, '/')
    await page.locator('.list [data-place="0"] a').focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place')), SOON).toBe('1')
    await page.keyboard.press('Enter')
    await page.locator('.pane.incident h1').waitFor()
    expect(await page.evaluate(() => document.activeElement?.classList.contains('incident'))).toBe(true)
    await page.context().close()
  })

  test('a text that is added appears in another open desk by itself', { timeout: LONG }, async () => {
    const other = await openDesk(browser, desk.url, '/?place=Sumy')
    const { page, trouble } = await openDesk(browser, desk.url, '/add')
    await page.fill('textarea[name=text]', 'Five killed in Sumy\n\nSUMY, Ukraine - Five people were killed when a Russian missile struck a bus in Sumy on Monday, the mayor, Olha Savchuk, said.')
    await page.fill('input[name=published]', '2031-05-19')
    await page.fill('input[name=outlet]', 'The Lantern')
    await page.click('button[type=submit]')
    await page.locator('.pieces .read').first().waitFor()
    await other.page.locator('.list a', { hasText: 'Strike' }).first().waitFor({ timeout: 10_000 })
    expect(await other.page.locator('.list tr.line').first().textContent()).toContain('Sumy')
    await page.locator('.pieces .added a').first().click()
    await page.locator('.pane.report h1').waitFor()
    expect([...trouble, ...other.trouble]).toEqual([])
    await page.context().close()
    await other.page.context().close()
  })

  test('search finds as one types', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/')
    await page.keyboard.press('/')
    await page.keyboard.type('glide bo')
    await page.locator('.search .rows a').first().waitFor()
    await expect.poll(() => page.url(), SOON).toContain('text=glide+bo')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('a key pressed before the first frame is painted is heard', { timeout: LONG }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/account')
    await page.addInitScript(() => {
      new MutationObserver((_, seen) => { // it is told right after the frame was put in place, before anything is painted
        if (document.querySelector('main .pane') === null) return
        seen.disconnect()
        dispatchEvent(new KeyboardEvent('keydown', { key: '/', cancelable: true }))
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(`${desk.url}/`)
    await page.locator('#words:focus').waitFor()
    await page.keyboard.type('glide bo')
    await page.locator('.search .rows a').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/search')
    expect(trouble).toEqual([])
    await page.context().close()
  })

  const views = ['/', '/queue', '/search?text=kharkiv', '/voices', '/tallies', '/changes', '/add'] as const
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${colorScheme}: axe finds nothing serious on any view, wide and at 360 px, and nothing runs over the edge`, { timeout: 900_000 }, async () => {
      const report = contested.claims[0]!.report.id
      const faults: string[] = []
      for (const path of [...views, `/?incident=${contested.id}&report=${report}&claim=${contested.claims[0]!.id}`, `/?incident=${contested.id}`]) {
        for (const width of [1500, 360]) {
          const { page, trouble } = await openDesk(browser, desk.url, path, { colorScheme, viewport: { width, height: 800 } })
          await page.waitForTimeout(400)
          for (const fault of await seriousFaults(page)) faults.push(`${path} ${width}: ${fault}`)
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (over > 0) faults.push(`${path} ${width}: ${over} px over the edge`)
          faults.push(...trouble)
          await page.context().close()
        }
      }
      expect(faults).toEqual([])
    })
  }

  test('in Ukrainian: by the switch, kept in this browser, on every page, in its own language', { timeout: 240_000 }, async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.locator('button.language').click()
    await page.locator('html[lang=uk] nav').getByText('Черга').waitFor()
    for (const path of ['/', '/queue', '/search', '/voices', '/tallies', '/changes', '/add', `/?incident=${contested.id}`]) {
      await page.goto(desk.url + path)
      await page.locator('main .pane h1, main .filters, main .view').first().waitFor()
      expect(await page.locator('html').getAttribute('lang'), path).toBe('uk')
      expect(await seriousFaults(page), path).toEqual([])
    }
    await page.locator('.pane.incident h1').waitFor()
    expect(await page.locator('.pane.incident h2').allTextContents()).toContain('Їхніми словами')
    expect(await page.locator('.pane.incident q').first().evaluate((element) => element.closest('[lang]')?.getAttribute('lang')), 'read as English').toBe('en')
    await page.locator('button.language').click()
    await page.locator('html[lang=en] nav').getByText('Queue').waitFor()
    expect(new URL(page.url()).search).toContain(contested.id)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('regions are areas with a name, and no mark', { timeout: 120_000 }, async () => {
    const mapped = await (await desk.get('/api/map?box=-180,-80,180,80&zoom=4')).json() as MappedAnswer
    const outlined = mapped.areas.filter(({ outline }) => outline !== null), named = new Set(outlined.map(({ name }) => name))
    expect(outlined.length).toBeGreaterThan(0)
    for (const { precision, outline, name } of outlined) { expect(precision, name).not.toBe('country'); expect(outline!.length, name).toBeGreaterThan(2) }
    expect(mapped.clusters.filter(({ name, places }) => places === 1 && named.has(name))).toEqual([])
    const { page, trouble } = await openDesk(browser, desk.url, `/?place=${encodeURIComponent(outlined[0]!.name)}`)
    await page.locator('.beside button').first().waitFor({ timeout: LONG })
    expect(await page.locator('.map .spot').count()).toBe(0)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('a page out of a web archive says which, recorded when, and what the server answered', { timeout: LONG }, async () => {
    const form = new FormData()
    form.append('file', new File([Uint8Array.from(WACZ)], 'evidence.wacz'))
    expect((await desk.post('/api/intake/files', form)).status).toBe(200)
    await desk.idle()
    const { pieces } = await (await desk.get('/api/intake')).json() as IntakeAnswer, { id } = pieces.find(({ name }) => name === 'evidence.wacz')!.added[0]!
    expect(await (await desk.get(`/api/reports/${id}`)).json()).toMatchObject({ archived: { archive: expect.stringContaining('evidence.wacz'), at: '2031-05-06T10:00:00Z', status: 200 }, fetched: '2031-05-06T10:00:00Z' })
    const { page, trouble } = await openDesk(browser, desk.url, `/?report=${id}`)
    expect(await page.locator('.pane.report .provenance').innerText()).toMatch(/out of the web archive evidence\.wacz.*recorded 6 May 2031, 10:00, the server answered 200/)
    expect(trouble).toEqual([])
    await page.context().close()
  })

  test('keys are offered where there is a keyboard, and nowhere else', { timeout: LONG }, async () => {
    for (const [touch, shown] of [[false, true], [true, false]] as const) {
      const { page } = await openDesk(browser, desk.url, '/queue', touch ? { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } : {})
      await page.locator('.queue-list li').first().waitFor()
      expect([await page.locator('button.by-keys').isVisible(), await page.locator('span.by-keys').isVisible(), await page.locator('kbd:visible').count() > 0]).toEqual([shown, shown, shown])
      await page.context().close()
    }
  })

  test('print shows an incident whole, without the controls', { timeout: LONG }, async () => {
    const { page } = await openDesk(browser, desk.url, `/?incident=${contested.id}`)
    await page.locator('.pane.incident h1').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header.top nav').isVisible()).toBe(false)
    expect(await page.locator('.pane.incident .voice q').last().isVisible()).toBe(true)
    expect(await page.locator('.language').isVisible()).toBe(false)
    expect(await page.locator('.spot-hue').first().evaluate((dot) => getComputedStyle(dot).getPropertyValue('print-color-adjust'))).toBe('exact') // or voices have no colour on paper
    expect((await page.pdf()).byteLength).toBeGreaterThan(10_000)
    await page.context().close()
  })

  test('on paper nothing is dark, cut or empty: the list has no room for rows that are not there, and says so; tables fit', { timeout: LONG * 2 }, async () => {
    const { page } = await openDesk(browser, desk.url, '/', { colorScheme: 'dark' })
    await page.locator('.list tr.line a').first().waitFor()
    await page.locator('.map canvas').waitFor()
    const lines = page.locator('.list tr.line'), total = Number(await page.locator('.list table').getAttribute('aria-rowcount')) - 1, atRest = await lines.count()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect([await lines.count(), atRest < Math.min(total, 60)]).toEqual([Math.min(total, 60), true]) // the page of rows that is there, not those in sight alone
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await lines.count()).toBe(atRest)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 690, height: 980 }) // as wide as the paper
    expect([await page.locator('.list .space').first().isVisible(), await page.locator('.list > .on-paper').isVisible()]).toEqual([false, true])
    expect(await page.locator('.map canvas').evaluate((canvas) => getComputedStyle(canvas).filter)).toContain('invert')
    for (const path of ['/voices', '/tallies', '/queue']) {
      await page.emulateMedia({ media: 'screen' })
      await page.goto(desk.url + path)
      await page.locator('.view').waitFor()
      await page.waitForTimeout(500)
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate(() => [...document.querySelectorAll('.wide, .chart, main')].filter((one) => one.scrollWidth > one.clientWidth + 1).length), path).toBe(0)
      expect(await page.locator('main button:visible, main input:visible, main select:visible').allTextContents(), path).toEqual(path === '/voices' ? expect.any(Array) : [])
    }
    await page.context().close()
  })

  test('print shows a report whole, what was left out of it, and the whole hash of its bytes, without what can only be clicked', { timeout: LONG }, async () => {
    const { page } = await openDesk(browser, desk.url, `/?report=${contested.claims[0]!.report.id}`)
    await page.locator('.pane.report .text').waitFor()
    expect(await page.locator('.bytes code').first().innerText()).toMatch(/^[0-9a-f]{16}…$/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.bytes code').first().innerText()).toMatch(/^[0-9a-f]{64}$/)
    expect([await page.locator('.bytes a').first().isVisible(), await page.locator('.pane.report .text p').last().isVisible()]).toEqual([false, true])
    for (const left of await page.locator('.removed li').all()) expect(await left.isVisible()).toBe(true)
    await page.context().close()
  })
})
