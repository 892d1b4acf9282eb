// What it costs to know the copies among many reports, and how surely: made reports, every tenth a rewritten copy of one
// before it, all under the same boilerplate.
//   node bench/copies.ts [--reports 10000,100000] [--json]
import { parseArgs } from 'node:util'
import { sketchOf } from '../src/stages/weigh/copies.ts'
import { CopyIndex } from '../src/stages/weigh/copy-index.ts'

const SENTENCES = 20, WORDS = 15, VOCABULARY = 4000
const BOILERPLATE = 'Sign up to our newsletter for the day in brief every morning. Read more like this on our pages. All rights are with the publisher and nothing may be printed again without leave.'

/** Numbers from 0 to 1, the same for one seed. */
function chances(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function story(n: number): string[] {
  const chance = chances(n)
  const word = (): string => `w${Math.floor(chance() ** 2 * VOCABULARY).toString(36)}`
  return Array.from({ length: SENTENCES }, () => `The governor said that ${Array.from({ length: WORDS }, word).join(' ')}.`)
}

/** Cut by a quarter, in another order, under another headline, in turn. */
function rewritten(lines: string[], way: number): string[] {
  if (way % 3 === 0) return lines.slice(0, SENTENCES * 0.75)
  return way % 3 === 1 ? [...lines].reverse() : ['Quite another headline stands here', ...lines.slice(2)]
}

/** The text of the nth report, and which report it tells again (itself for none). */
function report(n: number): { text: string; of: number } {
  const chance = chances(-n - 7)
  let of = n % 10 === 9 ? Math.floor(chance() * n) : n
  if (of % 10 === 9) of = n // a copy of a copy would be two rewrites away
  const lines = story(of)
  return { text: [BOILERPLATE, ...of === n ? lines : rewritten(lines, n), BOILERPLATE].join('\n\n'), of }
}

const { values } = parseArgs({ options: { reports: { type: 'string', default: '10000,100000' }, json: { type: 'boolean', default: false } } })
const sizes = values.reports.split(',').map(Number)
const STEP = 1000
if (!values.json) console.log('  reports  sketch µs  index µs  of the last thousand  resident MB  recall  precision')
for (const size of sizes) {
  const index = new CopyIndex(), meant: number[] = []
  let sketching = 0, indexing = 0, last = 0
  for (let from = 0; from < size; from += STEP) {
    const texts = Array.from({ length: Math.min(STEP, size - from) }, (_, i) => report(from + i))
    const start = process.cpuUsage()
    const sketches = texts.map(({ text }) => sketchOf(text))
    const made = process.cpuUsage(start), then = process.cpuUsage()
    for (const sketch of sketches) index.add(sketch)
    const added = process.cpuUsage(then)
    sketching += made.user + made.system
    indexing += last = added.user + added.system
    for (const { of } of texts) meant.push(of)
  }
  let told = 0, known = 0, taken = 0
  for (let i = 0; i < size; i++) {
    const first = index.firstOf(i)
    if (meant[i] !== i) told++
    if (first === i) continue
    taken++
    if (meant[first] === meant[i]) known++
  }
  const row = { reports: size, sketchUs: sketching / size, indexUs: indexing / size, lastUs: last / STEP, residentMegabytes: process.memoryUsage().rss / 1e6, recall: known / told, precision: taken === 0 ? 1 : known / taken }
  if (values.json) console.log(JSON.stringify(row))
  else console.log(`${String(size).padStart(9)}${row.sketchUs.toFixed(0).padStart(11)}${row.indexUs.toFixed(1).padStart(10)}${row.lastUs.toFixed(1).padStart(22)}${row.residentMegabytes.toFixed(0).padStart(13)}${row.recall.toFixed(4).padStart(8)}${row.precision.toFixed(4).padStart(11)}`)
}
