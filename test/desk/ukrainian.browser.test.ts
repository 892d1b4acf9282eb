// The desk in Ukrainian, page by page: what is not of a report or a name is Ukrainian, and marked where it is not.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ListedAnswer } from '../../src/api/routes/overview.ts'
import type { TakenAnswer } from '../../src/api/routes/decisions.ts'
import { findBrowser } from '../../src/cli/browser.ts'
import { PASSWORD, serveForTest, type ServedDesk } from '../api/served.ts'
import { launch, openDesk } from './browser.ts'
import { englishIn } from './english.ts'

const BROWSER = findBrowser()
if (BROWSER === null) process.stderr.write('SKIPPED: no browser was found, so the desk in Ukrainian is not looked at.\n')

/** Fields of answers whose values are of the record: names, titles and words as they were told. */
const OF_THE_RECORD = new Set(['name', 'title', 'outlet', 'doc', 'place', 'claimant', 'by', 'against', 'written', 'url', 'role', 'channel', 'quote', 'before', 'after', 'text', 'author', 'heading', 'country', 'agent', 'account'])
/** Choices of a filter that are names, where others are codes. */
const NAMING = ['place', 'side', 'claimant', 'outlet']

function gather(value: unknown, into: Set<string>, key = ''): void {
  if (typeof value === 'string') { if (OF_THE_RECORD.has(key) && /\p{L}/u.test(value)) into.add(value) }
  else if (Array.isArray(value)) for (const one of value) gather(one, into, key)
  else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) {
    if (name === 'facets') for (const facet of NAMING) for (const { value: choice } of (one as Record<string, { value: string }[]>)[facet] ?? []) into.add(choice)
    else gather(one, into, name)
  }
}

/** Texts that a reader sees or is read, in the page's own language. */
const textsOf = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  const ours = (element: Element | null): boolean => { const lang = element?.closest('[lang]')?.getAttribute('lang'); return (lang === undefined || lang === 'uk') && element?.closest('code, kbd, q, script, noscript, style, textarea') === null }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) if (ours(node.parentElement)) found.push(node.textContent ?? '')
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) if (ours(element)) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '')
  return [...found, document.title]
})

describe.skipIf(BROWSER === null)('the desk in Ukrainian', () => {
  let browser: Browser, desk: ServedDesk, record: Set<string>, contested: IncidentAnswer
  const reading: Promise<void>[] = []
  const json = async <Answer>(path: string): Promise<Answer> => await (await desk.get(path)).json() as Answer
  const incident = (id: string): Promise<IncidentAnswer> => json(`/api/incidents/${id}`)
  const decide = async (body: object): Promise<TakenAnswer> => { const answer = await desk.post('/api/decisions', JSON.stringify(body), { 'content-type': 'application/json' }); expect(answer.status, await answer.clone().text()).toBe(200); return await answer.json() as TakenAnswer }
  const seen = ({ id, state }: { id: string, state: string }) => ({ incident: id, state })

  beforeAll(async () => {
    desk = await serveForTest({ samples: true })
    browser = await launch(BROWSER!)
    record = new Set(['Olena', 'Ada', 'ada', 'ana', 'Ask the hospital.', 'words.txt', 'picture.png'])
    const { rows } = await json<ListedAnswer>('/api/incidents?limit=500')
    contested = await incident(rows.filter(({ kind }) => kind === 'strike').toSorted((a, b) => b.claims - a.claims)[0]!.id)
  }, 120_000)
  afterAll(async () => { await browser?.close(); expect(desk.faults).toEqual([]); await desk.drop() })

  async function open(path: string): Promise<Page> {
    const { page } = await openDesk(browser, desk.url, path, { locale: 'uk-UA' })
    page.on('response', (response) => { if (/\/api\/(?!session|events)/.test(response.url())) reading.push(response.json().then((answer: unknown) => { gather(answer, record) }, () => undefined)) })
    await page.reload()
    await page.locator('html[lang=uk] main').waitFor()
    return page
  }
  /** English that stands on the page as it is. */
  async function english(page: Page): Promise<string[]> {
    await page.waitForTimeout(350)
    const shown = await textsOf(page)
    await Promise.all(reading)
    const names = [...record].sort((a, b) => b.length - a.length)
    return [...new Set(shown.flatMap((text) => {
      const rest = names.reduce((left, name) => (left.includes(name) ? left.replaceAll(name, ' ') : left), text)
      const words = englishIn(rest)
      return words.length > 0 ? [`${words.join(' ')} in “${text.slice(0, 120)}”`] : []
    }))]
  }

  test('every view, an incident with decisions of every kind, a report', { timeout: 300_000 }, async () => {
    const { rows } = await json<ListedAnswer>('/api/incidents?limit=500'), [other] = rows.filter(({ id, kind }) => id !== contested.id && kind !== 'total')
    const now = async (): Promise<IncidentAnswer> => contested = await incident(contested.id)
    const { id: accepted } = await decide({ kind: 'accept', on: [seen(await now())], reason: null })
    await decide({ kind: 'publish', on: [seen(await now())], reason: null })
    await decide({ kind: 'withdraw', on: [seen(await now())], reason: null })
    await decide({ kind: 'reopen', on: [seen(await now())], reason: null })
    await decide({ kind: 'note', on: [seen(await now())], text: 'Ask the hospital.', reason: null })
    for (const correction of [{ field: 'by', value: null }, { field: 'date', value: { from: '2031-05-01', to: '2031-05-02' } }, { field: 'weapons', value: ['drone'] }, { field: 'type', value: 'strike' }, { field: 'figure', value: { measure: 'killed', of: 'person', low: 2, best: 3, high: 4 } }]) await decide({ kind: 'correct', on: [seen(await now())], correction, evidence: { source: 'Ada' }, reason: 'Ada' })
    await decide({ kind: 'correct_claim', on: [seen(await now())], claim: contested.claims[0]!.id, correction: { field: 'stance', value: 'unconfirmed' }, evidence: null, reason: 'Ada' })
    await decide({ kind: 'grade_information', on: [seen(await now())], claim: contested.claims[0]!.id, grade: 4, reason: null })
    await decide({ kind: 'reject_claim', on: [seen(await now())], claim: contested.claims.at(-1)!.id, reason: 'Ada' })
    const merged = await decide({ kind: 'merge', on: [seen(await now()), seen(await incident(other!.id))], reason: null })
    contested = await incident(merged.incidents[0]!)
    await decide({ kind: 'undo', on: [], decision: merged.id, state: contested.decisions.find(({ id }) => id === String(merged.id))!.state, reason: null })
    await now()
    expect(accepted).toBeGreaterThan(0)
    const faults: string[] = []
    for (const path of ['/', '/queue?why=contested,unreviewed,another_look', '/search?text=drone', '/voices', '/tallies', '/changes', '/add', '/account', '/accounts', `/?incident=${contested.id}`, `/?incident=${rows.find(({ kind }) => kind === 'air_raid_alert')?.id ?? contested.id}`, `/queue?incident=${other!.id}`, `/?report=${contested.claims[0]!.report.id}&claim=${contested.claims[0]!.id}`, '/?incident=nowhere', '/?report=nowhere']) {
      const page = await open(path)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => { for (const one of document.querySelectorAll('details')) one.open = true })
      faults.push(...(await english(page)).map((fault) => `${path}: ${fault}`))
      await page.context().close()
    }
    expect(faults).toEqual([])
  })

  test('every form of a decision, what was refused, and what others decided meanwhile', { timeout: 200_000 }, async () => {
    const page = await open(`/queue?incident=${contested.id}`), faults: string[] = []
    await page.locator('.pane.incident h1').waitFor()
    for (const key of ['c', 'm', 's', 'v', 'g', 'n', 'x', 'u', '?']) {
      await page.keyboard.press(key)
      await page.locator('dialog[open]').waitFor()
      for (const select of key === 'c' ? ['place', 'date', 'figure', 'weapons'] : ['']) {
        if (select !== '') await page.locator('dialog[open] .pair select').nth(1).selectOption(select)
        faults.push(...(await english(page)).map((fault) => `${key} ${select}: ${fault}`))
      }
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('n')
    await page.fill('dialog[open] textarea[name=text]', 'Ada')
    await decide({ kind: 'note', on: [seen(await incident(contested.id))], text: 'Ask the hospital.', reason: null })
    await page.keyboard.press('Control+Enter')
    await page.locator('dialog[open] [role=alert]').waitFor()
    expect(await page.locator('dialog[open] [role=alert]').textContent()).toMatch(/^Не ухвалено.*Olena: нотатка до [0-9a-f]{8}: Ask the hospital\./)
    await page.locator('dialog[open] button[type=submit]').click()
    await page.locator('.announced span', { hasText: 'Ухвалено: нотатка' }).waitFor()
    faults.push(...await english(page))
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('what could not be added; signing in, an account of one\'s own, the accounts of all', { timeout: 200_000 }, async () => {
    const faults: string[] = [], page = await open('/add')
    await page.locator('input[type=file]').setInputFiles([{ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') }, { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('Two people were killed in Izium on Monday, the mayor said.') }])
    await page.locator('.pieces .failed').waitFor()
    expect(await page.locator('.pieces .failed').textContent()).toContain('це не текст')
    await page.locator('.pieces .read').waitFor()
    faults.push(...await english(page))
    await page.context().close()
    const guarded = await serveForTest({ samples: false, accounts: { ada: 'admin', ana: 'analyst' } })
    try {
      const { page } = await openDesk(browser, guarded.url, '/accounts', { locale: 'uk-UA' }, 'main.sign-in')
      faults.push(...await english(page))
      for (const password of ['wrong horse battery', PASSWORD]) {
        await page.locator('input[name=name]').fill('ada')
        await page.locator('input[name=password]').fill(password)
        await page.keyboard.press('Enter')
        await page.locator('[role=alert]:not([hidden]), header.top').first().waitFor()
        faults.push(...await english(page))
      }
      record.add(await page.evaluate(() => navigator.userAgent))
      await page.locator('select[aria-label]').first().waitFor()
      faults.push(...await english(page))
      await page.locator('input[name=account]').fill('ana')
      await page.locator('form button[type=submit]').click()
      await page.locator('[role=alert]:not([hidden])').waitFor()
      expect(await page.locator('[role=alert]:not([hidden])').textContent()).toContain('Обліковий запис «ana» уже є.')
      await page.goto(`${guarded.url}/account`)
      await page.locator('.view section').first().waitFor()
      faults.push(...await english(page))
      await page.context().close()
      expect(guarded.faults).toEqual([])
    } finally {
      await guarded.drop()
    }
    expect(faults).toEqual([])
  })
})
