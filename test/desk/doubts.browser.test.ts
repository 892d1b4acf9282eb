// Decisions in doubt at the desk: seen in the queue with their cause, in either language, and worked off by keys.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { findBrowser } from '../../src/cli/browser.ts'
import { refreshIncidents } from '../../src/pipeline/refresh-incidents.ts'
import { DEFAULT_SETTINGS_KEPT } from '../../src/store/settings.ts'
import { serveForTest, type ServedDesk } from '../api/served.ts'
import { tellStrike } from '../store/told.ts'
import { launch, openDesk, seriousFaults } from './browser.ts'

const BROWSER = findBrowser()
if (BROWSER === null) process.stderr.write('SKIPPED: no browser was found, so decisions in doubt are not tried in one.\n')

const SOON = { timeout: 15_000 }, A1 = 'a1'.padEnd(20, '0'), A2 = 'a2'.padEnd(20, '0'), B1 = 'b1'.padEnd(20, '0'), B2 = 'b2'.padEnd(20, '0')

describe.skipIf(BROWSER === null)('decisions in doubt in a browser', () => {
  let browser: Browser, desk: ServedDesk
  const tell = async (engine: string, first: string[], second: string[]): Promise<void> => {
    await tellStrike(desk.store, 'one', 'Varnograd', first, engine)
    await tellStrike(desk.store, 'two', 'Kolvino', second, engine)
    await refreshIncidents(desk.store, DEFAULT_SETTINGS_KEPT, { lookup: () => [] })
  }
  const incident = async (id: string): Promise<IncidentAnswer> => await (await desk.get(`/api/incidents/${id}`)).json() as IncidentAnswer
  beforeAll(async () => {
    desk = await serveForTest()
    browser = await launch(BROWSER!)
    await tell('engine-1', [A1, A2], [B1])
    await vi.waitFor(async () => { expect((await desk.get(`/api/incidents/${B1}`)).status).toBe(200) }, SOON)
    for (const id of [A1, B1]) expect((await desk.post('/api/decisions', JSON.stringify({ kind: 'note', on: [{ incident: id, state: (await incident(id)).state }], text: 'Ask again.', reason: null }), { 'content-type': 'application/json' })).status).toBe(200)
    await tell('engine-2', [A1], [B2])
    await vi.waitFor(async () => { expect((await (await desk.get('/api/queue?why=another_look')).json() as { total: number }).total).toBe(1) }, SOON)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    expect(desk.faults).toEqual([])
    await desk.drop()
  })

  test('in Ukrainian they are told in Ukrainian', async () => {
    const { page, trouble } = await openDesk(browser, desk.url, `/queue?why=another_look&incident=${A1}`, { locale: 'uk-UA' })
    await page.locator('.queue-list .need', { hasText: 'Рішення 1: твердження, які воно називає, більше не знаходяться' }).waitFor()
    await page.locator('.pane.incident .decisions li', { hasText: 'твердження, які воно називає, більше не знаходяться' }).waitFor()
    await page.locator('.loose h2', { hasText: '1 рішення щодо подій' }).waitFor()
    expect(trouble).toEqual([])
    await page.context().close()
  }, 60_000)

  test('one is looked at and its incident judged by keys; one without an incident is taken back by keys', async () => {
    const { page, trouble } = await openDesk(browser, desk.url, '/queue?why=another_look')
    await page.locator('.queue-list .need', { hasText: 'Decision 1: claims that it names are found no more' }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await page.keyboard.press('j')
    await page.locator('.pane.incident .decide-bar').waitFor()
    await page.keyboard.press('u')
    await page.locator('dialog[open] label', { hasText: 'are found no more' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    await expect.poll(async () => (await incident(A1)).review, SOON).toBe('accepted')
    await page.locator('.queue-list .done').waitFor()
    for (let i = 0; i < 60 && await page.evaluate(() => document.activeElement?.closest('.loose') === null); i++) await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Take back: Olena noted on b1000000/)
    await page.keyboard.press('Enter')
    await page.locator('dialog[open] .main').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.locator('.loose').waitFor({ state: 'detached' })
    expect(trouble).toEqual([])
    await page.context().close()
  }, 90_000)
})
