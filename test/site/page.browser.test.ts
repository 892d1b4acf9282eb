import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chronologyPage } from '../../src/site/chronology-page.ts'
import { chronology } from './fixture.ts'

const BROWSER = process.env.DATELINE_BROWSER ?? '/usr/bin/chromium'
const present = existsSync(BROWSER)
if (!present && !process.env.DATELINE_REQUIRE_BROWSER) process.stderr.write(`No browser at ${BROWSER}: the page is not tried in one. Install chromium, or name one with DATELINE_BROWSER.\n`)

test.runIf(!present && process.env.DATELINE_REQUIRE_BROWSER)('a browser is required', () => expect.fail(`no browser at ${BROWSER}`))

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

describe.skipIf(!present)('in a browser (skipped where there is none)', () => {
  let browser: Browser
  let folder = ''
  let url = ''
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-page-'))
    writeFileSync(join(folder, 'page.html'), chronologyPage(chronology()))
    url = pathToFileURL(join(folder, 'page.html')).href
    browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS })
  }, 30_000)
  afterAll(async () => {
    await browser?.close()
    if (folder) rmSync(folder, { recursive: true })
  })

  /** Opens the page; what it tries to fetch and what it complains of is gathered. */
  async function opened(options: BrowserContextOptions, hash = ''): Promise<{ page: Page; trouble: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options })
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('request', (request) => { if (request.url().split(/[?#]/)[0] !== url) trouble.push(`fetches ${request.url()}`) })
    page.on('console', (message) => trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(error.message))
    await page.goto(url + hash)
    return { page, trouble }
  }

  test.each([['light', 1400], ['dark', 360]] as const)('%s at %i px: nothing serious for axe, no overflow, no complaint, nothing fetched', async (colorScheme, width) => {
    const { page, trouble } = await opened({ colorScheme, viewport: { width, height: 900 } })
    await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
    await page.evaluate(axe)
    const found = await page.evaluate<{ id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]>('axe.run().then((r) => r.violations)')
    expect(found.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html} ${n.failureSummary}`).slice(0, 3).join(' | ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(trouble).toEqual([])
    await page.context().close()
  }, 20_000)

  test('a number shows its sentence on hovering and on focus, and leads to its words', async () => {
    const { page } = await opened({})
    const number = page.locator('#i-inc-a .value a.n').nth(1)
    await number.hover()
    await page.locator('.tip').waitFor({ state: 'visible' })
    expect(await page.locator('.tip').textContent()).toContain('Three people were killed')
    await page.keyboard.press('Escape')
    expect(await page.locator('.tip').isVisible()).toBe(false)
    await number.click()
    expect(new URL(page.url()).hash).toBe('#c-aa2.n0')
    expect(await page.locator(':target').textContent()).toBe('Three')
    expect(await page.locator(':target').isVisible()).toBe(true)
    await page.context().close()
  }, 20_000)

  test('filters hide incidents, their marks and empty days, and stay in the address', async () => {
    const { page } = await opened({})
    await page.selectOption('[name=kind]', 'explosion')
    expect(await page.locator('.incident:visible').count()).toBe(1)
    expect(await page.locator('.timeline .pick:visible').count()).toBe(0)
    expect(page.url()).toContain('?kind=explosion')
    await page.reload()
    expect(await page.locator('.incident:visible').count()).toBe(1)
    await page.locator('button[type=reset]').click()
    await page.fill('[name=find]', 'doctors')
    expect(await page.locator('.incident:visible').count()).toBe(1)
    await page.context().close()
  }, 20_000)

  test('the timeline is walked by arrow keys', async () => {
    const { page } = await opened({})
    await page.locator('.timeline a.day').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^#d-2031-05-0/)
    await page.context().close()
  }, 20_000)

  test('without a script everything is there to be read', async () => {
    const { page, trouble } = await opened({ javaScriptEnabled: false })
    expect(await page.locator('.incident').count()).toBe(9)
    expect(await page.locator('.filter-box').isVisible()).toBe(false)
    await page.locator('#i-inc-a summary').click()
    expect(await page.locator('#i-inc-a .matrix').isVisible()).toBe(true)
    expect(trouble).toEqual([])
    await page.context().close()
  }, 20_000)
})
