// A process that reads: batches in, lines out, one batch after the other. Lines, for they are sent far faster than what they are made of.
import { enableCompileCache } from 'node:module'
import type { Ask, Begun, Reply } from './asks.ts'

const answer = (reply: Reply): void => { process.send!(reply) }

// who asks decides when to stop, and is gone when nothing can be answered any more
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {})
process.on('disconnect', () => { process.exit() })

async function reading({ compiled, gazetteer: options, raw, mentions }: Begun): Promise<(batch: Extract<Ask, { read: unknown }>['read']) => Reply> {
  if (compiled !== null) enableCompileCache(compiled)
  const [{ openGazetteer }, { readTogether }, { lineOf }] = await Promise.all([import('../../gazetteer/open.ts'), import('../../pipeline.ts'), import('./line.ts')])
  const gazetteer = openGazetteer(options)
  return (batch) => ({ lines: readTogether(batch, { raw, gazetteer }).map((read) => lineOf(read, mentions)) })
}

let begun: ReturnType<typeof reading> | null = null
process.on('message', (ask: Ask) => {
  if ('begin' in ask) {
    begun = reading(ask.begin)
    begun.catch(() => {}) // told with the first batch
  } else begun!.then((read) => { answer(read(ask.read)) }).catch((error: unknown) => { answer({ fault: error instanceof Error ? error.message : String(error) }) })
})
