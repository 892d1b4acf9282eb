// How the time of `extract` grows with the length of one report, and how far its slowest input lies from an ordinary one.
//   node bench/extract-growth.ts [FOLDER] [--json]
import { parseArgs } from 'node:util'
import { openGazetteer } from '../src/gazetteer/open.ts'
import { readAndExtract } from '../src/pipeline.ts'
import { readCorpus } from './corpus.ts'
import { repeated, shapesOf } from './shapes.ts'

const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7]
const SHAPE_LENGTH = 1e5
const ORDINARY = 9
const FEWEST_MS = 400

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
const { texts, from } = readCorpus(positionals[0], 0.2)
const gazetteer = openGazetteer()

const readOne = (text: string): unknown => readAndExtract({ record: { id: 'bench', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })

/** Milliseconds of the processor that reading a text takes: the least of two runs or more that take some time together. */
function cpuMs(text: string): number {
  let best = Infinity
  for (let total = 0, runs = 0; total < FEWEST_MS || runs < 2; runs++) {
    const before = process.cpuUsage()
    readOne(text)
    const { user, system } = process.cpuUsage(before)
    const took = (user + system) / 1000
    best = Math.min(best, took)
    total += Math.max(took, 0.1)
  }
  return best
}

for (const text of texts) for (let pass = 0; pass < 3; pass++) readOne(text) // warms up
const whole = texts.join('\n\n')
const sizes = SIZES.map((characters) => {
  const ms = cpuMs(repeated(whole, characters))
  return { characters, ms, megabytesPerCpuSecond: characters / 1000 / ms }
})
const shapes = shapesOf(texts, SHAPE_LENGTH, ORDINARY).map(({ name, ordinary, text }) => ({ name, ordinary, ms: cpuMs(text) })).sort((a, b) => b.ms - a.ms)
const reporting = shapes.filter(({ ordinary }) => ordinary)
const median = reporting[reporting.length >> 1]!.ms
const slowest = shapes[0]!
gazetteer.close()

if (values.json) console.log(JSON.stringify({ sizes, median, slowest, shapes }))
else {
  console.log(`one report of n characters from ${from}, node ${process.version}\n\n  characters         ms   MB/CPU s`)
  for (const { characters, ms, megabytesPerCpuSecond } of sizes) console.log(`${characters.toLocaleString('en').padStart(12)}${ms.toFixed(1).padStart(11)}${megabytesPerCpuSecond.toFixed(2).padStart(11)}`)
  console.log(`\n${SHAPE_LENGTH.toLocaleString('en')} characters: median of reporting ${median.toFixed(0)} ms; slowest of ${shapes.length} shapes:`)
  for (const { name, ms } of shapes.slice(0, 6)) console.log(`${ms.toFixed(0).padStart(8)} ms${(ms / median).toFixed(2).padStart(8)} × median   ${name}`)
  console.log(`\nThe slowest, ${slowest.name}, takes ${(slowest.ms / median).toFixed(2)} times the median.`)
}
