// Many reports, read by several processes at once, their lines in the order that the reports came in.
import { availableParallelism } from 'node:os'
import type { OpenGazetteer } from '../../gazetteer/open.ts'
import { readTogether, type Gathered, type Sources } from '../../pipeline.ts'
import { gather } from '../../stages/gather/index.ts'
import { inBatches } from '../batches.ts'
import type { ReportLine } from './asks.ts'
import { lineOf } from './line.ts'
import { Readers } from './readers.ts'

/** A process needs some 300 MB: more are used where they are asked for. */
const MOST_UNASKED = 8
/** Characters or bytes that are read here before others are started unasked: a process takes a second or two to be quick. */
const LARGE_FROM = 1_500_000
/** Batches that a process has before it, the one it reads among them. */
const AHEAD = 2

export interface LineOptions {
  raw: boolean
  mentions: boolean
  gazetteer: OpenGazetteer
  /** Where compiled code is kept; null for nowhere. */
  compiled: string | null
  /** So many processes that read; where absent, as many as there are processors once the reports turn out to be many. 1: this one alone. */
  jobs?: number
  /** Instead of LARGE_FROM. */
  largeFrom?: number
}

/** Gathers and reads, as `extract` prints it. The same lines, byte for byte, whatever the number of processes. */
export async function* readLines(sources: Sources, { raw, mentions, gazetteer, compiled, jobs, largeFrom = LARGE_FROM }: LineOptions): AsyncGenerator<ReportLine> {
  const sizeOf = ({ record, bytes }: Gathered): number => bytes?.length ?? (record.html ?? record.text ?? '').length
  const processes = jobs ?? Math.min(MOST_UNASKED, availableParallelism())
  const readHere = (batch: readonly Gathered[]): ReportLine[] => readTogether(batch, { raw, gazetteer }).map((read) => lineOf(read, mentions))
  const batches = inBatches(gather(sources), sizeOf)
  try {
    let alone = processes < 2 ? Infinity : jobs === undefined ? largeFrom : 0
    while (alone > 0) {
      const next = await batches.next()
      if (next.done === true) return
      for (const one of next.value) alone -= sizeOf(one)
      yield* readHere(next.value)
    }
    await using readers = new Readers(processes, { gazetteer: gazetteer.openedWith, compiled, raw, mentions })
    yield* inOrder(batches, (batch) => readers.read(batch), processes * AHEAD)
  } finally {
    void batches.return(undefined).catch(() => {}) // it may be waiting for what never comes
  }
}

/** What `read` makes of each batch, in the order of batches; so many at most are read ahead. What is ready is given at once, whether or not more comes. */
async function* inOrder<Batch, Made>(batches: AsyncIterator<Batch>, read: (batch: Batch) => Promise<Made[]>, most: number): AsyncGenerator<Made> {
  const reading: Promise<Made[]>[] = []
  let coming: Promise<IteratorResult<Batch>> | null = null, over = false, fault: { error: unknown } | null = null
  for (;;) {
    if (!over && reading.length < most) coming ??= batches.next()
    if (coming === null && reading.length === 0) break
    const first = await Promise.race([
      ...(coming === null ? [] : [coming.then((next) => ({ next }), (error: unknown) => ({ error }))]),
      ...(reading.length === 0 ? [] : [reading[0]!.then((made) => ({ made }))]),
    ])
    if ('made' in first) { void reading.shift(); yield* first.made; continue }
    coming = null
    if ('error' in first) { over = true; fault = first } // what came before it is not lost
    else if (first.next.done === true) over = true
    else reading.push(read(first.next.value))
  }
  if (fault !== null) throw fault.error
}
