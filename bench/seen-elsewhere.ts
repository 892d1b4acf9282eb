// How long it takes until a report that was added on one desk is on another's screen, counted from when its claims are stored.
//   node bench/seen-elsewhere.ts [--added N] [--json]
// Needs a browser, as the tests of pages do. The record is that of the samples.
import { parseArgs } from 'node:util'
import { findBrowser } from '../src/cli/browser.ts'
import { serveForTest } from '../test/api/served.ts'
import { launch, openDesk } from '../test/desk/browser.ts'

const { values } = parseArgs({ options: { added: { type: 'string', default: '12' }, json: { type: 'boolean', default: false } } })
const TOWNS = ['Sumy', 'Izium', 'Kupiansk', 'Poltava', 'Mykolaiv', 'Chernihiv', 'Odesa', 'Dnipro', 'Lviv', 'Vinnytsia', 'Zhytomyr', 'Cherkasy']
const executable = findBrowser()
if (executable === null) throw new Error('no browser was found')
const desk = await serveForTest({ samples: true }), browser = await launch(executable), times: number[] = []
try {
  // the moment of storing: when keepReading has resolved
  let storedAt = 0
  const keep = desk.store.keepReading.bind(desk.store)
  desk.store.keepReading = async (reading) => { const kept = await keep(reading); storedAt = Date.now(); return kept }
  for (let i = 0; i < Number(values.added); i++) {
    const town = TOWNS[i % TOWNS.length]!, day = `2031-06-${String(1 + i % 28).padStart(2, '0')}`
    const { page } = await openDesk(browser, desk.url, `/?from=${day}&to=${day}`, { viewport: { width: 680, height: 900 } })
    const seen = page.evaluate((name) => new Promise<number>((resolve) => {
      const look = (): void => { if (document.querySelector('.list tr.line')?.textContent?.includes(name) === true) requestAnimationFrame(() => { resolve(Date.now()) }); else requestAnimationFrame(look) }
      look()
    }), town)
    const answer = await desk.post('/api/intake/text', JSON.stringify({ text: `Five killed in ${town}\n\n${town.toUpperCase()}, Ukraine - Five people were killed when a Russian missile struck a bus in ${town} on ${day}, the mayor said.`, published: day, outlet: 'The Lantern' }), { 'content-type': 'application/json' })
    if (!answer.ok) throw new Error(await answer.text())
    times.push(await seen - storedAt)
    await page.context().close()
  }
} finally {
  await browser.close()
  await desk.drop()
}
times.sort((a, b) => a - b)
const told = { added: times.length, median: times[times.length >> 1]!, worst: times.at(-1)! }
console.log(values.json ? JSON.stringify({ ...told, unit: 'ms' }) : `${told.added} reports added: on the other desk's screen ${told.median} ms after their claims were stored (median), ${told.worst} ms at worst`)
