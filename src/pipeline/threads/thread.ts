// A thread that reads: batches in, lines out, one batch after the other. Lines, for they are sent far faster than what they are made of.
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Ask, Begun, Reply } from './asks.ts'

const { gazetteer: options, compiled, raw, mentions } = workerData as Begun
if (compiled !== null) enableCompileCache(compiled)
const [{ openGazetteer }, { readTogether }, { lineOf }] = await Promise.all([import('../../gazetteer/open.ts'), import('../../pipeline.ts'), import('./line.ts')])
const gazetteer = openGazetteer(options)

parentPort!.on('message', (batch: Ask) => {
  parentPort!.postMessage(readTogether(batch, { raw, gazetteer }).map((read) => lineOf(read, mentions)) satisfies Reply)
})
