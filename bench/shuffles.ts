// The law that order does not matter, tried often: made reports are handed over in any order, any batches and with repetitions,
// and must give the incidents of all of them at once, byte for byte. Exits 1 with the seed where they do not.
//   node bench/shuffles.ts [--times N] [--reports N] [--seed N]
import { parseArgs } from 'node:util'
import { resolve, updateIncidents } from '../src/stages/resolve/index.ts'
import { IndexInMemory } from './index-in-memory.ts'
import { makeCorpus, randomFrom } from './made-corpus.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '10000' }, reports: { type: 'string', default: '24' }, seed: { type: 'string', default: '1' } } })
const times = Number(values.times), reports = Number(values.reports), first = Number(values.seed)
const A_CORPUS = 50 // shuffles of one corpus before the next is made
let inputs: ReturnType<typeof makeCorpus>['inputs'] = [], expected = '', batches = 0
const began = performance.now()
for (let i = 0; i < times; i++) {
  const seed = first + i, random = randomFrom(seed)
  if (i % A_CORPUS === 0) {
    ({ inputs } = makeCorpus({ incidents: Math.max(2, Math.round(reports / 4)), reports, seed, days: 3, settlements: 4 }))
    expected = JSON.stringify(resolve(inputs))
  }
  const order = [...inputs, ...inputs.filter(() => random() < 0.2)].map((input) => ({ input, at: random() })).sort((a, b) => a.at - b.at).map(({ input }) => input)
  const index = new IndexInMemory()
  while (order.length > 0) {
    const batch = new Map(order.splice(0, 1 + Math.floor(random() ** 2 * reports)).map((input) => [input.key, input]))
    await updateIncidents(index, [...batch.values()].map((input) => ({ key: input.key, inputs: [input] })))
    batches++
  }
  if (index.list() !== expected) {
    console.error(`seed ${seed} gives other incidents: node bench/shuffles.ts --times 1 --reports ${reports} --seed ${seed - (i % A_CORPUS)}`)
    process.exit(1)
  }
}
console.log(`${times} shuffles of ${reports} reports in ${batches} batches: identical incidents, byte for byte (${((performance.now() - began) / 1000).toFixed(0)} s)`)
