// The thread that reads: it answers one ask after the other. What stands in a page can at worst stop this thread.
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Ask, Begun, Reply } from './asks.ts'
import type { Gathered } from '../../pipeline.ts'

const { gazetteer: options, compiled } = workerData as Begun
if (compiled !== null) enableCompileCache(compiled)
const [{ openGazetteer }, { readAndExtract }, { opened, openedBytes }, { namedIn }] = await Promise.all([import('../../gazetteer/open.ts'), import('../../pipeline.ts'), import('../../stages/gather/open.ts'), import('./named.ts')])
const gazetteer = openGazetteer(options)
let parts: AsyncIterator<Gathered> | null = null

async function answerTo(ask: Ask): Promise<Extract<Reply, { answer: unknown }>['answer']> {
  switch (ask.what) {
    case 'open': parts = opened(ask.gathered)[Symbol.asyncIterator](); return null
    case 'open_bytes': parts = openedBytes(ask.name, ask.bytes)[Symbol.asyncIterator](); return null
    case 'next': {
      const next = await parts?.next()
      return next === undefined || next.done === true ? null : apart(next.value)
    }
    case 'read': return readAndExtract(ask.gathered, { raw: ask.raw, gazetteer })
    case 'named': return namedIn(ask.kind, ask.url, ask.bytes)
  }
}

/** Bytes of their own: a part of an archive would be sent with the whole archive. */
const apart = (gathered: Gathered): Gathered => (gathered.bytes === null ? gathered : { ...gathered, bytes: new Uint8Array(gathered.bytes) })

parentPort!.on('message', (ask: Ask) => {
  void answerTo(ask).then(
    (answer) => { parentPort!.postMessage({ answer } satisfies Reply) },
    (error: unknown) => { parentPort!.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies Reply) },
  )
})
