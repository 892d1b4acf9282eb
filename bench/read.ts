// How fast web pages are read, beside Readability on linkedom and on jsdom, and beside htmlparser2 parsing alone: each in a process of its own.
//   node bench/read.ts FOLDER [--only NAME] [--json]     (FOLDER: .html or .html.gz files)
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
    return (html) => new Readability(new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document).parse()?.textContent?.length
  },
  async 'htmlparser2 alone'() {
    const { Parser } = await import('htmlparser2')
    return (html) => { const parser = new Parser({}); parser.write(html); parser.end() }
  },
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } })
const folder = positionals[0]
if (folder === undefined) throw new Error('which folder of pages? node bench/read.ts FOLDER')
const pages = readdirSync(folder).filter((name) => /\.html?(?:\.gz)?$/.test(name)).sort().map((name) => {
  const bytes = readFileSync(join(folder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
})
if (pages.length === 0) throw new Error(`${folder} holds no .html or .html.gz`)
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
    console.log('                        pages/s    MB/s   resident MB')
    for (const one of measured) console.log(`${one.name.padEnd(22)}${pagesPerSecond(one).toFixed(1).padStart(9)}${one.megabytesPerSecond.toFixed(2).padStart(8)}${one.residentMegabytes.toFixed(0).padStart(14)}`)
  }
}
