// A browser over a served desk, for tests of its pages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

// no graphics card: the browser draws by its own software, as on a machine that has none
const FLAGS = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']

export const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS })

/** Opens a page of the desk. `trouble` gathers what it asks of others, what it complains of, and every dialog. `until`: what has to be there first. */
export async function openDesk(browser: Browser, url: string, path: string, options: BrowserContextOptions = {}, until = 'main .pane:visible'): Promise<{ page: Page, trouble: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1500, height: 950 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage(), trouble: string[] = []
  page.on('request', (request) => { if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('blob:')) trouble.push(`asks ${request.url().slice(0, 200)}`) })
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') { if (!/GPU stall|GL Driver/.test(message.text())) trouble.push(message.text().slice(0, 300)) } })
  page.on('pageerror', (error) => { trouble.push(error.message.slice(0, 300)) })
  page.on('dialog', (dialog) => { trouble.push(`dialog ${dialog.message().slice(0, 100)}`); void dialog.dismiss() })
  await page.goto(url + path)
  await page.locator(until).first().waitFor()
  return { page, trouble }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds serious or critical on the page as it stands, a line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page) // the page's policy lets no script of ours in otherwise
  await client.send('Runtime.evaluate', { expression: AXE })
  const { result } = await client.send('Runtime.evaluate', { expression: 'axe.run().then((r) => JSON.stringify(r.violations))', awaitPromise: true })
  const violations = JSON.parse(result.value as string) as { id: string, impact: string, nodes: { html: string, failureSummary: string }[] }[]
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.replaceAll('\n', ' ').slice(0, 200)}`).join(' | ')}`)
}
