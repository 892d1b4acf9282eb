// Signing in and its limits in a browser, one's account, the accounts of all, a role that changes while one works.
import type { Browser, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TRIES } from '../../src/api/sign-in.ts'
import { findBrowser } from '../../src/cli/browser.ts'
import { fromBase32, hotp, stepAt } from '../../src/review/totp.ts'
import { PASSWORD, serveForTest, type ServedDesk } from '../api/served.ts'
import { launch, openDesk, seriousFaults } from './browser.ts'

const BROWSER = findBrowser()
if (BROWSER === null) process.stderr.write('SKIPPED: no browser was found, so signing in is not tried in one.\n')

const LONG = { timeout: 120_000 }

describe.skipIf(BROWSER === null)('accounts in a browser', () => {
  let browser: Browser, desk: ServedDesk, clock = Date.now()
  beforeAll(async () => {
    desk = await serveForTest({ samples: true, accounts: { ada: 'admin', ana: 'analyst', rea: 'reader', tom: 'analyst' }, now: () => clock })
    browser = await launch(BROWSER!)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    expect(desk.faults).toEqual([])
    await desk.drop()
  })

  /** Fills the form in and sends it by keyboard. */
  async function typeIn(page: Page, name: string, password = PASSWORD): Promise<void> {
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=password]').fill(password)
    await page.keyboard.press('Enter')
  }
  const open = async (path: string, options = {}) => openDesk(browser, desk.url, path, options, 'main.sign-in')
  const signedIn = async (name: string, path: string) => {
    const opened = await open(path)
    await typeIn(opened.page, name)
    await opened.page.locator('header.top .who').waitFor()
    // what a browser says of an answer that is no 200 is no trouble of the page
    opened.trouble.splice(0, opened.trouble.length, ...opened.trouble.filter((one) => !/status of 40[13]/.test(one)))
    return opened
  }

  test('nothing is shown before signing in; afterwards what was asked for, and out again', LONG, async () => {
    const { page, trouble } = await open('/?place=Kharkiv')
    expect(await page.locator('header.top').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
    await typeIn(page, 'ana', 'wrong horse battery')
    await page.locator('[role=alert]:not([hidden])').waitFor()
    expect(await page.locator('[role=alert]').textContent()).toContain('no account of that name with that password')
    await typeIn(page, 'ana')
    await page.locator('.list tr.line').first().waitFor()
    expect(page.url()).toContain('place=Kharkiv')
    expect(await page.locator('.who').textContent()).toContain('ana')
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name, httpOnly, secure, sameSite }) => [name, httpOnly, secure, sameSite]).sort()).toEqual([['__Host-dateline', true, true, 'Strict'], ['__Host-dateline-device', true, true, 'Strict']])
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.reload()
    await page.locator('.list tr.line').first().waitFor()
    await page.locator('.who button').click()
    await page.locator('main.sign-in').waitFor()
    expect(await page.locator('.list').count()).toBe(0)
    expect(trouble.filter((one) => !/status of 401/.test(one))).toEqual([])
    await page.context().close()
  })

  test('too many tries are told, with when to try again; the device that was there before goes on', LONG, async () => {
    const known = await signedIn('tom', '/voices')
    for (let i = 0; i < TRIES.account; i++) await desk.as('tom', { password: `wrong horse ${i}` })
    const { page } = await open('/')
    await typeIn(page, 'tom')
    await page.locator('[role=alert]:not([hidden])').waitFor()
    expect(await page.locator('[role=alert]').textContent()).toMatch(/too many failed tries\. Try again in 60 minutes\./)
    await known.page.locator('.who button').click()
    await known.page.locator('main.sign-in').waitFor()
    await typeIn(known.page, 'tom')
    await known.page.locator('header.top .who').waitFor()
    await page.context().close()
    await known.page.context().close()
    clock += 3_600_000
  })

  test('a role that changes bites while one works; whoever is disabled is out', LONG, async () => {
    const rea = await signedIn('rea', '/add'), ada = await signedIn('ada', '/accounts')
    const add = async (): Promise<void> => { await rea.page.fill('textarea[name=text]', 'Two people were killed in Izium on Monday, the mayor said.'); await rea.page.click('button[type=submit]') }
    await add()
    await rea.page.locator('[role=alert]').waitFor()
    expect(await rea.page.locator('[role=alert]').textContent()).toContain('"analyst"')
    await ada.page.getByLabel('Role of rea').selectOption('analyst')
    await expect.poll(async () => (await desk.store.accounts.find('rea'))?.role).toBe('analyst')
    await add()
    await rea.page.locator('.pieces .read').first().waitFor()
    await ada.page.getByRole('button', { name: 'Disable rea' }).click()
    await rea.page.locator('main.sign-in').waitFor()
    expect(await rea.page.locator('main.sign-in').textContent()).toContain('the session has ended')
    await ada.page.getByRole('button', { name: 'Enable rea' }).waitFor()
    await ada.page.context().close()
    await rea.page.context().close()
  })

  test('an account made by an admin: a first password shown once, replaced at once by one of one\'s own', LONG, async () => {
    const ada = await signedIn('ada', '/accounts')
    await ada.page.locator('input[name=account]').fill('Mara.L')
    await ada.page.locator('select[name=role]').selectOption('editor')
    await ada.page.getByRole('button', { name: 'Make an account' }).click()
    const first = (await ada.page.locator('.once code').textContent())!
    expect(first).toMatch(/^([a-z2-7]{4}-){4}[a-z2-7]{4}$/)
    await ada.page.getByLabel('Role of mara.l').waitFor()
    const { page } = await open('/tallies')
    await typeIn(page, 'mara.l', first)
    await page.locator('.note', { hasText: 'first password' }).waitFor()
    await page.locator('input[name=current]').fill(first)
    await page.locator('input[name=next]').fill('chosen by myself 7')
    await page.locator('input[name=again]').fill('chosen by myself 8')
    await page.keyboard.press('Enter')
    await page.locator('[role=alert]:not([hidden])').first().waitFor()
    await page.locator('input[name=again]').fill('chosen by myself 7')
    await page.keyboard.press('Enter')
    await page.locator('.list').waitFor()
    await page.context().close()
    await ada.page.context().close()
  })

  test('one-time codes: a key as text and link, confirmed, asked for at the next sign-in', LONG, async () => {
    const { page, trouble } = await signedIn('ana', '/account')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const section = page.locator('.view section', { has: page.getByRole('heading', { name: 'One-time codes' }) })
    await section.locator('input[name=password]').fill(PASSWORD)
    await section.getByRole('button').click()
    const secret = (await section.locator('.key code').textContent())!.replaceAll(' ', '')
    expect(await section.getByRole('link').getAttribute('href')).toContain(`secret=${secret}`)
    const code = (): string => hotp(fromBase32(secret)!, stepAt(clock))
    // the picture has a dark module wherever the code of that very address has one, with four light ones around
    const { data, size } = encode((await section.getByRole('link').getAttribute('href'))!, { ecc: 'M', border: 0 }), picture = section.locator('svg.qr')
    expect(await picture.getAttribute('viewBox')).toBe(`0 0 ${size + 8} ${size + 8}`)
    const dark = new Set([...(await picture.locator('path').getAttribute('d'))!.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].flatMap(([, x, y, run]) => Array.from({ length: Number(run) }, (_, i) => `${Number(x) + i - 4} ${Number(y) - 4}`)))
    expect([...dark].sort()).toEqual(data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x} ${y}`] : []))).sort())
    await section.getByRole('button', { name: 'Copy' }).click()
    await section.locator('[role=status]', { hasText: 'copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
    expect(await seriousFaults(page)).toEqual([])
    await section.locator('input[name=code]').fill(code())
    await section.locator('button[type=submit]').click()
    await section.locator('.codes li').first().waitFor()
    expect(await section.locator('.codes li').count()).toBe(10)
    await page.locator('.who button').click()
    await page.locator('main.sign-in').waitFor()
    clock += 60_000
    await typeIn(page, 'ana')
    await page.locator('input[name=code]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('code')
    await page.locator('input[name=code]').fill('000000')
    await page.keyboard.press('Enter')
    await page.locator('[role=alert]:not([hidden])').waitFor()
    await page.locator('input[name=code]').fill(code())
    await page.keyboard.press('Enter')
    await page.locator('header.top .who').waitFor()
    expect(trouble.filter((one) => !/status of 40[13]/.test(one))).toEqual([])
    await page.context().close()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${colorScheme}: axe finds nothing serious on any of these pages, wide and at 360 px, and nothing runs over the edge`, { timeout: 300_000 }, async () => {
      const faults: string[] = []
      const look = async (page: Page, what: string): Promise<void> => {
        for (const width of [1500, 360]) {
          await page.setViewportSize({ width, height: 800 })
          await page.waitForTimeout(200)
          for (const fault of await seriousFaults(page)) faults.push(`${what} ${width}: ${fault}`)
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (over > 0) faults.push(`${what} ${width}: ${over} px over the edge`)
        }
      }
      const { page } = await open('/accounts', { colorScheme })
      await look(page, 'sign in')
      await typeIn(page, 'ada')
      await page.getByLabel('Role of ana').waitFor()
      await look(page, 'accounts')
      await page.locator('.who a', { hasText: 'ada' }).click()
      await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
      await look(page, 'account')
      expect(faults).toEqual([])
      await page.context().close()
    })
  }
})
