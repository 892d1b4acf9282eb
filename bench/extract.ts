// How fast clean text is read (as `dateline extract --raw` reads it), beside wink-nlp's full pipeline and compromise, each in a process of its own.
// Then how its time grows from 1 KB to 10 MB, and its slowest input of 100 KB (extract-growth.ts).
// With --jobs N, instead of all that: the same texts twice through one process and through N, as `extract --jobs` reads them.
//   node bench/extract.ts [FOLDER] [--megabytes N] [--jobs N] [--only NAME] [--json]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { MOST } from '../src/pipeline/batches.ts'
import { readCorpus } from './corpus.ts'
import { machineGives, measureJobs, type MeasuredJobs } from './jobs.ts'
import { LAUNCH_FLAGS, measure, measureApart, oneByOne, runApart, type Measured } from './measure.ts'

/** Loads a reader: a function that takes texts all the way. */
type Contender = () => Promise<(texts: readonly string[]) => void>

const contenders: Readonly<Record<string, Contender>> = {
  async dateline() {
    const [{ readTogether }, { openGazetteer }] = await Promise.all([import('../src/pipeline.ts'), import('../src/gazetteer/open.ts')])
    const gazetteer = openGazetteer()
    return (texts) => {
      for (let at = 0; at < texts.length; at += MOST) {
        readTogether(texts.slice(at, at + MOST).map((text) => ({ record: { id: 'bench', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] })), { raw: true, gazetteer })
      }
    }
  },
  'wink-nlp': oneByOne(async () => {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')])
    const nlp = winkNLP(model)
    return (text) => nlp.readDoc(text).tokens().length()
  }),
  compromise: oneByOne(async () => {
    const { default: nlp } = await import('compromise')
    return (text) => nlp(text).found
  }),
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { megabytes: { type: 'string', default: '3' }, only: { type: 'string' }, jobs: { type: 'string' }, json: { type: 'boolean', default: false } } })
const megabytes = Number(values.megabytes)
if (!(megabytes > 0)) throw new Error('--megabytes needs a number above 0')

if (values.only?.startsWith('jobs:') === true) {
  const corpus = readCorpus(positionals[0], megabytes)
  console.log(JSON.stringify(await measureJobs(Number(values.only.slice('jobs:'.length)), corpus.texts, corpus.bytes)))
} else if (values.jobs !== undefined) {
  const args = [...positionals, '--megabytes', String(megabytes)]
  const before = await machineGives(Number(values.jobs))
  const [one, many] = [1, Number(values.jobs)].map((jobs) => runApart<MeasuredJobs>(fileURLToPath(import.meta.url), `jobs:${jobs}`, args, LAUNCH_FLAGS)) as [MeasuredJobs, MeasuredJobs]
  if (values.json) for (const run of [one, many]) console.log(JSON.stringify(run))
  else {
    console.log('processes   cold MB/s   warm MB/s   warm MB/CPU s   resident MB')
    for (const { name, cold, warm, warmPerCpuSecond, residentMegabytes } of [one, many]) console.log(`${name.slice('jobs:'.length).padStart(9)}${cold.toFixed(2).padStart(12)}${warm.toFixed(2).padStart(12)}${warmPerCpuSecond.toFixed(2).padStart(16)}${residentMegabytes.toFixed(0).padStart(14)}`)
    console.log(`\n${values.jobs} processes are ${(many.warm / one.warm).toFixed(2)} times as fast as one, from a cold start ${(many.cold / one.cold).toFixed(2)} times. Of plain arithmetic the machine did ${before.toFixed(2)} times as much in them before, and ${(await machineGives(Number(values.jobs))).toFixed(2)} times after.`)
  }
} else if (values.only !== undefined) {
  const contender = contenders[values.only]
  if (contender === undefined) throw new Error(`no contender ${values.only}: ${Object.keys(contenders).join(', ')}`)
  // compromise is an order of magnitude slower: a tenth of the text tells its speed
  const corpus = readCorpus(positionals[0], values.only === 'compromise' ? megabytes / 10 : megabytes)
  console.log(JSON.stringify(await measure(values.only, contender, corpus.texts, corpus.bytes)))
} else {
  const corpus = readCorpus(positionals[0], megabytes)
  const args = [...positionals, '--megabytes', String(megabytes)]
  const measured: Measured[] = Object.keys(contenders).map((name) => measureApart(fileURLToPath(import.meta.url), name, args, name === 'dateline' ? LAUNCH_FLAGS : []))
  if (values.json) for (const one of measured) console.log(JSON.stringify(one))
  else {
    console.log(`${(corpus.bytes / 1e6).toFixed(1)} MB of clean text from ${corpus.from}, node ${process.version}\n`)
    console.log('              MB/s   MB/CPU s   resident MB   seconds to load')
    for (const { name, megabytesPerSecond, megabytesPerCpuSecond, residentMegabytes, loadSeconds } of measured) console.log(`${name.padEnd(12)}${megabytesPerSecond.toFixed(2).padStart(6)}${megabytesPerCpuSecond.toFixed(2).padStart(11)}${residentMegabytes.toFixed(0).padStart(14)}${loadSeconds.toFixed(2).padStart(18)}`)
  }
  if (!values.json) console.log()
  const grown = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('extract-growth.ts', import.meta.url)), ...positionals, ...(values.json ? ['--json'] : [])], { stdio: 'inherit' })
  if (grown.status !== 0) throw new Error('measuring growth failed')
}
