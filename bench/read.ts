// How fast web pages are read, beside Readability on linkedom and on jsdom, and beside htmlparser2 parsing alone: each in a process of its own.
//   node bench/read.ts FOLDER [--only NAME] [--json]     (FOLDER: .html or .html.gz files)
//   node bench/read.ts FOLDER --stream 10000             (memory: that many pages, no two alike, one after another)
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { measure, measureApart, oneByOne, type Measured } from './measure.ts'

const contenders: Readonly<Record<string, () => Promise<(html: string) => unknown>>> = {
  async dateline() {
    const { read } = await import('../src/stages/read/index.ts')
    return (html) => read({ id: 'bench', html }, null, { raw: false }).text.length
  },
  async 'readability+linkedom'() {
    const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
    return (html) => new Readability(parseHTML(html).document).parse()?.textContent?.length
  },
  async 'readability+jsdom'() {
    const [{ JSDOM, VirtualConsole }, { Readability }] = await Promise.all([import('jsdom'), import('@mozilla/readability')])
    return (html) => {
      const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() })
      const length = new Readability(window.document).parse()?.textContent?.length
      window.close()
      return length
    }
  },
  async 'htmlparser2 alone'() {
    const { Parser } = await import('htmlparser2')
    return (html) => { const parser = new Parser({}); parser.write(html); parser.end() }
  },
}

const STEPS = 10

/** Reads so many pages, each with names and words of its own, and prints what memory is held on the way. */
async function stream(count: number): Promise<void> {
  const { read } = await import('../src/stages/read/index.ts')
  console.log(`  pages  resident MB  heap MB`)
  const began = performance.now()
  for (let i = 1; i <= count; i++) {
    const own = Array.from({ length: 20 }, (_, k) => `<div class="story-${i}-part-${k} article-${i}${k}"><p>Report ${i} tells in its part ${k} that ${i * k} people came to the harbour of Ellery${i}.</p></div>`).join('')
    read({ id: `page ${i}`, html: pageOf(names[i % names.length]!).replace('</body>', `${own}</body>`) }, null, { raw: false })
    if (i % Math.ceil(count / STEPS) !== 0 && i !== count) continue
    const { rss, heapUsed } = process.memoryUsage()
    console.log(`${String(i).padStart(7)}${(rss / 1e6).toFixed(0).padStart(13)}${(heapUsed / 1e6).toFixed(0).padStart(9)}`)
  }
  console.log(`${(count / (performance.now() - began) * 1000).toFixed(0)} pages a second, unpacking and all; at most ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB resident`)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, stream: { type: 'string' }, json: { type: 'boolean', default: false } } })
const folder = positionals[0]
if (folder === undefined) throw new Error('which folder of pages? node bench/read.ts FOLDER')
const names = readdirSync(folder).filter((name) => /\.html?(?:\.gz)?$/.test(name)).sort()
if (names.length === 0) throw new Error(`${folder} holds no .html or .html.gz`)
const pageOf = (name: string): string => {
  const bytes = readFileSync(join(folder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}
if (values.stream !== undefined) {
  await stream(Number(values.stream))
  process.exit()
}
const pages = names.map(pageOf)
const bytes = pages.reduce((sum, html) => sum + Buffer.byteLength(html), 0)
const pagesPerSecond = (one: Measured): number => one.megabytesPerSecond * 1e6 / (bytes / pages.length)

if (values.only !== undefined) {
  const contender = contenders[values.only]
  if (contender === undefined) throw new Error(`no contender ${values.only}: ${Object.keys(contenders).join(', ')}`)
  console.log(JSON.stringify(await measure(values.only, oneByOne(contender), pages, bytes)))
} else {
  const measured = Object.keys(contenders).map((name) => measureApart(fileURLToPath(import.meta.url), name, positionals))
  if (values.json) for (const one of measured) console.log(JSON.stringify({ ...one, pagesPerSecond: pagesPerSecond(one) }))
  else {
    console.log(`${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB, from ${folder}, node ${process.version}\n`)
    console.log('                        pages/s  pages/CPU s    MB/s   resident MB')
    for (const one of measured) console.log(`${one.name.padEnd(22)}${pagesPerSecond(one).toFixed(1).padStart(9)}${(pagesPerSecond(one) * one.megabytesPerCpuSecond / one.megabytesPerSecond).toFixed(1).padStart(13)}${one.megabytesPerSecond.toFixed(2).padStart(8)}${one.residentMegabytes.toFixed(0).padStart(14)}`)
  }
}
