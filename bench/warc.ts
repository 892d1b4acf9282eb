// How fast a web archive is streamed, beside the library's own bare reading of its records: each in a process of its own.
//   node bench/warc.ts [FILE] [--only NAME] [--json]                     (without FILE: a made archive of 320 MB, plain and packed)
//   node bench/warc.ts --megabytes 1000 [--folder /dev/shm]              (made so large, there, and taken away again)
import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

/** Larger ones are taken away when they were read. */
const KEPT_MEGABYTES = 320

const contenders: Readonly<Record<string, (file: string) => Promise<number>>> = {
  async dateline(file) {
    const { gather } = await import('../src/stages/gather/index.ts')
    let pages = 0
    for await (const { bytes } of gather({ files: [file] })) if (bytes !== null) pages++
    return pages
  },
  async 'warcio, every body read'(file) {
    const { WARCParser } = await import('warcio')
    let pages = 0
    for await (const record of new WARCParser(createReadStream(file))) { await record.readFully(true); if (record.warcType === 'response') pages++ }
    return pages
  },
  async 'warcio, bodies skipped'(file) {
    const { WARCParser } = await import('warcio')
    let pages = 0
    for await (const record of new WARCParser(createReadStream(file))) if (record.warcType === 'response') pages++
    return pages
  },
}

/** Writes an archive of made pages with images between, so many bytes before packing, and gives its path. */
async function made(packed: boolean, bytes: number, folder: string): Promise<string> {
  const path = join(folder, `made-${bytes / 1e6}.warc${packed ? '.gz' : ''}`)
  if (existsSync(path) && statSync(path).size > 1e6) return path
  mkdirSync(folder, { recursive: true })
  const out = createWriteStream(path)
  for (let i = 0, size = 0; size < bytes; i++) {
    const image = i % 3 === 2
    const body = image ? Buffer.alloc(120_000, i * 7 + 1) : Buffer.from(`<!doctype html><html><head><title>Report ${i}</title></head><body><article><h1>Report ${i}</h1>${Array.from({ length: 300 }, (_, n) => `<p>On day ${n} of report ${i} the mayor of Port Ellery said that ${n * i % 97} people had come back to the harbour.</p>`).join('')}</article></body></html>`)
    const head = `HTTP/1.1 200 OK\r\nContent-Type: ${image ? 'image/png' : 'text/html; charset=utf-8'}\r\n\r\n`
    const record = Buffer.concat([Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://o.example/${i}\r\nWARC-Date: 2031-05-06T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${head.length + body.length}\r\n\r\n${head}`), body, Buffer.from('\r\n\r\n')])
    size += record.length
    if (!out.write(packed ? gzipSync(record, { level: 1 }) : record)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  return path
}

interface Streamed { name: string; pages: number; seconds: number; residentMegabytes: number }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { megabytes: { type: 'string', default: '320' }, folder: { type: 'string', default: join(tmpdir(), 'dateline-bench') }, only: { type: 'string' }, json: { type: 'boolean', default: false } } })
if (values.only !== undefined) {
  const began = performance.now(), pages = await contenders[values.only]!(positionals[0]!)
  console.log(JSON.stringify({ name: values.only, pages, seconds: (performance.now() - began) / 1000, residentMegabytes: process.resourceUsage().maxRSS / 1000 } satisfies Streamed))
} else {
  const makes = positionals.length === 0, asked = makes ? [false, true].map((packed) => () => made(packed, Number(values.megabytes) * 1e6, values.folder)) : positionals.map((file) => async () => file)
  for (const given of asked) {
    const file = await given()
    if (!values.json) console.log(`${file}, ${(statSync(file).size / 1e6).toFixed(0)} MB\n                            pages  seconds    MB/s  resident MB`)
    for (const name of Object.keys(contenders)) {
      const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), file, '--only', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
      const one = JSON.parse(ran.stdout) as Streamed
      if (values.json) console.log(JSON.stringify({ file, ...one }))
      else console.log(`${one.name.padEnd(24)}${String(one.pages).padStart(9)}${one.seconds.toFixed(2).padStart(9)}${(statSync(file).size / 1e6 / one.seconds).toFixed(0).padStart(8)}${one.residentMegabytes.toFixed(0).padStart(13)}`)
    }
    if (makes && Number(values.megabytes) > KEPT_MEGABYTES) rmSync(file)
  }
}
