// The thread that reads: it answers one ask after the other. What stands in a page can at worst stop this thread.
import { enableCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Ask, Begun, Reply } from './asks.ts'
import type { Gathered } from '../../pipeline.ts'

const { gazetteer: options, compiled } = workerData as Begun
if (compiled !== null) enableCompileCache(compiled)
const [{ openGazetteer }, { readAndExtract }, { opened, openedBytes }, { namedIn }] = await Promise.all([import('../../gazetteer/open.ts'), import('../../pipeline.ts'), import('../../stages/gather/open.ts'), import('./named.ts')])
const gazetteer = openGazetteer(options)

/** What is open: several hosts are followed at once. */
interface Opened { parts: AsyncIterator<Gathered>, original: Uint8Array | null }
const open = new Map<number, Opened>()

async function answerTo(ask: Ask): Promise<Extract<Reply, { answer: unknown }>['answer']> {
  switch (ask.what) {
    case 'open': return begin(ask, opened(ask.gathered))
    case 'open_bytes': return begin(ask, openedBytes(ask.name, ask.bytes))
    case 'shut': open.delete(ask.number); return null
    case 'next': {
      const found = open.get(ask.number)
      if (found === undefined) return 'unknown'
      const next = await found.parts.next()
      if (next.done === true) { open.delete(ask.number); return null }
      const { original, ...rest } = apart(next.value)
      const same = original !== undefined && original === found.original
      if (original !== undefined) found.original = original
      return { gathered: same || original === undefined ? rest : { ...rest, original: new Uint8Array(original) }, sameOriginal: same }
    }
    case 'read': return readAndExtract(ask.gathered, { raw: ask.raw, gazetteer })
    case 'named': return namedIn(ask.kind, ask.url, ask.bytes)
  }
}

async function begin({ number, skip }: { number: number, skip: number }, all: AsyncGenerator<Gathered>): Promise<null> {
  open.set(number, { parts: all, original: null })
  for (let n = 0; n < skip; n++) await all.next()
  return null
}

/** Bytes of their own: a part of an archive would be sent with the whole archive. */
const apart = (gathered: Gathered): Gathered => (gathered.bytes === null ? gathered : { ...gathered, bytes: new Uint8Array(gathered.bytes) })

parentPort!.on('message', (ask: Ask) => {
  void answerTo(ask).then(
    (answer) => { parentPort!.postMessage({ answer } satisfies Reply) },
    (error: unknown) => { parentPort!.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies Reply) },
  )
})
