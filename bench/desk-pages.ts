// How long a reader waits before the desk's pages over a made record of any size, by the browser's own clock.
//   node bench/desk-pages.ts [--incidents N] [--claims N] [--folder DIR] [--asks N] [--json]
// From a click or a key until the page has changed for the last time and a frame has shown it. Needs a browser, as the tests of pages do.
// What is added appears by the made record's own hand: a claim, its incident and its index of words are written by another process.
import { fork } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { findBrowser } from '../src/cli/browser.ts'
import { launch } from '../test/desk/browser.ts'
import { addToRecord, makeRecord } from './made-record.ts'
import { LAUNCH_FLAGS } from './measure.ts'

const { values } = parseArgs({ options: { incidents: { type: 'string', default: '100000' }, claims: { type: 'string', default: '1000000' }, folder: { type: 'string' }, asks: { type: 'string', default: '40' }, json: { type: 'boolean', default: false } } })
const incidents = Number(values.incidents), claims = Number(values.claims), asks = Number(values.asks)
const folder = values.folder ?? join(tmpdir(), `dateline-made-${incidents}-${claims}`)
const executable = findBrowser()
if (executable === null) throw new Error('no browser was found')
if (!existsSync(join(folder, 'store.sqlite'))) { mkdirSync(folder, { recursive: true }); await makeRecord(folder, { incidents, claims }) }

const child = fork(join(import.meta.dirname, 'desk.ts'), ['--serve', '--folder', folder], { execArgv: [...LAUNCH_FLAGS] })
const message = (): Promise<{ url: string, resident: number }> => new Promise((resolve, reject) => { child.once('message', (value) => { resolve(value as never) }); child.once('exit', () => { reject(new Error('the server ended')) }) })
const { url } = await message(), browser = await launch(executable)

/** In the page: how many questions are open, and when it last changed where one can see it; what a closed list would offer cannot be seen. */
function watchPage(): void {
  // of a closed list its choice alone is in sight
  const shown = new WeakMap<HTMLSelectElement, string>()
  const unseen = (element: Element): boolean => {
    const list = element.closest('select')
    if (list === null || list === document.activeElement) return false
    const choice = list.selectedOptions[0]?.textContent ?? '', same = shown.get(list) === choice
    shown.set(list, choice)
    return same
  }
  const asked = window.fetch, seen = { open: 0, changed: 0 }
  Object.assign(window, { seen })
  window.fetch = async (...what) => {
    seen.open++
    try { const answer = await asked(...what), text = await answer.text(); return new Response(text, { status: answer.status, headers: answer.headers }) } finally { seen.open-- }
  }
  new MutationObserver((records) => { if (records.some(({ target }) => { const element = target instanceof Element ? target : target.parentElement; return element?.closest('main') != null && !unseen(element) })) seen.changed = performance.now() }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}

/** In the page: does something, and resolves with the milliseconds until the last change of the page was shown. `what` absent: since the page began. */
async function shown(page: Page, what: { select: string, value: string } | { type: string, value: string } | { pan: string } | null): Promise<number> {
  return await page.evaluate((doing) => new Promise<number>((resolve) => {
    const { seen } = window as unknown as { seen: { open: number, changed: number } }, QUIET = 12
    const input = (element: HTMLInputElement | HTMLSelectElement, value: string, event: string): void => { element.value = value; element.dispatchEvent(new Event(event, { bubbles: true })) }
    let began = 0, frames = 0, changed = 0, frame = 0
    const look = (now: number): void => {
      if (seen.changed > changed) { changed = seen.changed; frames = 0; frame = 0 } else if (seen.open === 0 && changed > began) { if (frame === 0) frame = now; frames++ }
      if (frames > QUIET) resolve(frame - began)
      else requestAnimationFrame(look)
    }
    if (doing !== null) {
      began = changed = performance.now()
      if ('select' in doing) input(document.querySelector<HTMLSelectElement>(`select[name="${doing.select}"]`)!, doing.value, 'change')
      else if ('type' in doing) input(document.querySelector<HTMLInputElement>(`input[name="${doing.type}"]`)!, doing.value, 'input')
      else document.querySelector('.map canvas')!.dispatchEvent(new KeyboardEvent('keydown', { key: doing.pan, keyCode: { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 }[doing.pan], bubbles: true } as KeyboardEventInit))
    }
    requestAnimationFrame(look)
  }), what)
}

/** Longer than this nothing is waited for. */
const NOT_SEEN_MS = 3000
const rows: Record<string, number[]> = {}
try {
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }), page = await context.newPage()
    await page.addInitScript(watchPage)
    await page.goto(url)
    return page
  }
  const first = rows['first view complete'] = [] as number[]
  for (let i = 0; i < Math.max(3, asks / 5); i++) {
    const page = await open()
    await page.locator('.map .spot').first().waitFor()
    first.push(await shown(page, null))
    await page.context().close()
  }
  const page = await open()
  await page.locator('.map .spot').first().waitFor()
  await shown(page, null)
  const options = async (name: string): Promise<string[]> => await page.evaluate((field) => [...document.querySelectorAll<HTMLOptionElement>(`select[name="${field}"] option`)].map(({ value }) => value).filter((value) => value !== ''), name)
  for (const name of ['kind', 'place', 'side', 'weapon', 'claimant', 'outlet', 'agreement']) {
    const times = rows[`filter by ${name}`] = [] as number[], choices = await options(name)
    for (let i = 0; i < asks / 4; i++) times.push(await shown(page, { select: name, value: choices[i % choices.length]! }))
    await shown(page, { select: name, value: '' })
  }
  const words = rows['filter by words, typed after a pause'] = [] as number[]
  for (let i = 0; i < asks / 2; i++) words.push(await shown(page, { type: 'text', value: `${['killed', 'mayor', 'governor of', 'injured', 'people'][i % 5]} ${i}` }))
  await shown(page, { type: 'text', value: '' })
  const pan = rows['pan the map'] = [] as number[]
  for (let i = 0; i < asks; i++) pan.push(await shown(page, { pan: ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][i % 4]! }))
  const added = rows['added by another process, until it is on the screen'] = [] as number[]
  for (let i = 0; i < asks / 2; i++) {
    const town = `Newtown ${Date.now().toString(36)}`
    const seen = page.evaluate((name) => new Promise<number>((resolve) => {
      const look = (): void => { if (document.querySelector('.list tbody')?.textContent?.includes(name) === true) requestAnimationFrame(() => { resolve(performance.timeOrigin + performance.now()) }); else requestAnimationFrame(look) }
      look()
    }), town)
    seen.catch(() => undefined)
    addToRecord(folder, town)
    const stored = performance.timeOrigin + performance.now()
    // a record that was added to often lists what is new further down: told as what was waited
    added.push(await Promise.race([seen, new Promise<number>((resolve) => { setTimeout(() => { resolve(stored + NOT_SEEN_MS) }, NOT_SEEN_MS) })]) - stored)
    await new Promise((resolve) => { setTimeout(resolve, 500 + 37 * i) })
  }
} finally {
  await browser.close()
}
rows['a filter or a moved map, all of these'] = Object.entries(rows).flatMap(([name, times]) => (/^(filter|pan)/.test(name) ? times : []))
child.send('resident')
const { resident } = await message()
child.kill()
const told = Object.fromEntries(Object.entries(rows).map(([name, times]) => { times.sort((a, b) => a - b); return [name, { median: Math.round(times[times.length >> 1]!), p95: Math.round(times[Math.ceil(times.length * 0.95) - 1]!), worst: Math.round(times.at(-1)!), times: times.length }] }))
if (values.json) console.log(JSON.stringify({ incidents, claims, residentMegabytes: resident, milliseconds: told }))
else {
  for (const [name, { median, p95, worst, times }] of Object.entries(told)) console.log(`${name.padEnd(56)} median ${median} ms, 95th percentile ${p95} ms, worst ${worst} ms (${times})`)
  console.log(`server ${resident} MB resident at most`)
}
