// How fast time expressions are found, beside chrono-node, each in a process of its own. `times` is the finding alone, over
// tokens that are there already, as it runs within `extract`; `tokens and times` starts from the text, as chrono-node does.
//   node bench/times.ts [FOLDER] [--megabytes N] [--only NAME] [--json]
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Document } from '../src/model/document.ts'
import { readCorpus } from './corpus.ts'
import { measure, measureApart, oneByOne } from './measure.ts'

/** Loads a reader: a function that takes a text all the way. */
type Contender = (texts: readonly string[]) => Promise<(text: string) => unknown>

const PUBLISHED = '2031-05-06'

async function reader(): Promise<(text: string) => Document> {
  const [{ toDocument }, { ABBREVIATIONS }] = await Promise.all([import('../src/text/sentences.ts'), import('../src/languages/en/abbreviations.ts')])
  return (text) => toDocument({ key: 'bench', doc: 'bench', url: null, title: null, outlet: null, language: 'en', kind: 'article', published: PUBLISHED, text, passages: [], posts: [], removed: [], captions: [], credits: [], trouble: [] }, { abbreviations: ABBREVIATIONS })
}

const contenders: Readonly<Record<string, Contender>> = {
  async times(texts) {
    const [read, { findTimes }] = await Promise.all([reader(), import('../src/languages/en/times.ts')])
    const ready = new Map(texts.map((text) => [text, read(text)]))
    return (text) => findTimes(ready.get(text) ?? read(text)).length
  },
  async 'tokens and times'() {
    const [read, { findTimes }] = await Promise.all([reader(), import('../src/languages/en/times.ts')])
    return (text) => findTimes(read(text)).length
  },
  async 'chrono-node'() {
    const { parse } = await import('chrono-node')
    const from = new Date(`${PUBLISHED}T12:00:00Z`)
    return (text) => parse(text, from).length
  },
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { megabytes: { type: 'string', default: '2' }, only: { type: 'string' }, json: { type: 'boolean', default: false } } })
const megabytes = Number(values.megabytes)
if (!(megabytes > 0)) throw new Error('--megabytes needs a number above 0')
const corpus = readCorpus(positionals[0], megabytes)

if (values.only !== undefined) {
  const contender = contenders[values.only]
  if (contender === undefined) throw new Error(`no contender ${values.only}: ${Object.keys(contenders).join(', ')}`)
  console.log(JSON.stringify(await measure(values.only, oneByOne(() => contender(corpus.texts)), corpus.texts, corpus.bytes)))
} else {
  const measured = Object.keys(contenders).map((name) => measureApart(fileURLToPath(import.meta.url), name, [...positionals, '--megabytes', String(megabytes)]))
  if (values.json) for (const one of measured) console.log(JSON.stringify(one))
  else {
    console.log(`${(corpus.bytes / 1e6).toFixed(1)} MB of clean text from ${corpus.from}, node ${process.version}\n`)
    for (const { name, megabytesPerSecond } of measured) console.log(`${name.padEnd(18)}${megabytesPerSecond.toFixed(2).padStart(7)} MB/s`)
  }
}
