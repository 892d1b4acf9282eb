// How fast web pages are read, beside Readability on linkedom and on jsdom, and beside htmlparser2 parsing alone: each in a process of its own.
//   node bench/read.ts FOLDER [--only NAME] [--json]     (FOLDER: .html or .html.gz files)
//   node bench/read.ts FOLDER --stream 10000             (memory: that many pages, no two alike, one after another)
//   node bench/read.ts --made                            (a live blog of 1,000 posts, by data, by likeness and as plain text; 50,000 nested elements)
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

const POSTS = 1000, NESTED = 50_000

/** Reads made pages that are large of their kind, each the first of its kind in the process, then again. */
async function readMade(): Promise<void> {
  const { read } = await import('../src/stages/read/index.ts')
  const numbers = Array.from({ length: POSTS }, (_, i) => i)
  const words = (i: number): string[] => Array.from({ length: 4 }, (_, k) => `In part ${k} of update ${i} the governor of Ellery${i % 7} said that ${i * k % 90} people had come back to the harbour by ${i % 24} o'clock, and road ${i * 7 + k} was open again.`)
  const time = (i: number): string => new Date(Date.UTC(2031, 4, 6) - i * 60_000).toISOString()
  const blog = numbers.map((i) => `<article id="post-p${i}" class="entry"><time datetime="${time(i)}">${time(i).slice(11, 16)}</time><h2>Update ${i} from the coast</h2><span class="author">Ann Lee</span>${words(i).map((line) => `<p>${line}</p>`).join('')}</article>`).join('')
  const data = JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Coast live', liveBlogUpdate: numbers.map((i) => ({ '@type': 'BlogPosting', '@id': `https://o.example/live#post-p${i}`, headline: `Update ${i} from the coast`, datePublished: time(i), dateModified: time(i), articleBody: words(i).join(' ') })) })
  const page = (head: string, body: string): string => `<!doctype html><html lang="en"><head><title>Coast live</title>${head}</head><body><main><h1>Coast live: third day</h1>${body}</main></body></html>`
  const script = `<script type="application/ld+json">${data}</script>`, list = `<div class="live-blog">${blog}</div>`
  const made: [what: string, record: { html: string } | { text: string }][] = [
    [`${POSTS} posts by likeness`, { html: page('', list) }], [`${POSTS} posts that data name`, { html: page(script, list) }], [`${POSTS} posts of data alone`, { html: page(script, '<div id="app"></div>') }],
    [`${POSTS} posts as plain text`, { text: `Coast live: third day\n\n${numbers.map((i) => [`${time(i).slice(11, 16)} Ann Lee`, `Update ${i} from the coast`, ...words(i)].join('\n\n')).join('\n\n')}` }],
    [`${NESTED} nested elements`, { html: page('', `${'<div>'.repeat(NESTED)}${words(1).map((line) => `<p>${line}</p>`).join('')}`) }],
  ]
  console.log('                                 MB  posts  first ms  later ms')
  for (const [what, record] of made) {
    const took = [0, 1, 2].map(() => { const start = performance.now(); read({ id: 'made', language: 'en', ...record }, null, { raw: false }); return performance.now() - start })
    const { posts } = read({ id: 'made', language: 'en', ...record }, null, { raw: false })
    console.log(`${what.padEnd(28)}${(Object.values(record).join('').length / 1e6).toFixed(2).padStart(7)}${String(posts.length).padStart(7)}${took[0]!.toFixed(0).padStart(10)}${took[2]!.toFixed(0).padStart(10)}`)
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, stream: { type: 'string' }, made: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
if (values.made) {
  await readMade()
  process.exit()
}
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
