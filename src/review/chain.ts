// Whether the log is as it was written: every entry's hash, every number, and the head where it was kept elsewhere.
import { createHash } from 'node:crypto'
import { chainText, LOG_BEGINNING, type LogHead } from '../model/log.ts'

/** An entry as it is kept, its body the JSON text that was hashed. */
export interface KeptEntry {
  seq: number
  at: string
  by: string
  what: string
  body: string
  previous: string
  hash: string
}

/** `changed`: an entry is not what was hashed. `gap`: entries are missing before it. `cut`: the end is missing. `rewritten`: whole as it is, and not the log whose head was kept elsewhere. */
export interface ChainFault {
  fault: 'changed' | 'gap' | 'cut' | 'rewritten'
  seq: number
}

/** Walks the log once, oldest entry first. `heads` are what is known of it from elsewhere. Gives the faults in order and the head that was found. */
export async function checkChain(entries: AsyncIterable<KeptEntry>, heads: readonly LogHead[] = []): Promise<{ faults: ChainFault[], head: LogHead | null }> {
  const faults: ChainFault[] = [], expected = Map.groupBy(heads, ({ seq }) => seq)
  let last: LogHead = { seq: 0, hash: LOG_BEGINNING }
  for await (const entry of entries) {
    if (entry.seq !== last.seq + 1) faults.push({ fault: 'gap', seq: entry.seq })
    else if (entry.previous !== last.hash || createHash('sha256').update(chainText(entry)).digest('hex') !== entry.hash) faults.push({ fault: 'changed', seq: entry.seq })
    if (expected.get(entry.seq)?.some(({ hash }) => hash !== entry.hash)) faults.push({ fault: 'rewritten', seq: entry.seq })
    last = { seq: entry.seq, hash: entry.hash }
  }
  const furthest = heads.reduce((most, { seq }) => Math.max(most, seq), 0)
  if (furthest > last.seq) faults.push({ fault: 'cut', seq: last.seq + 1 })
  return { faults, head: last.seq === 0 ? null : last }
}

/** A head as a line that another file or a person keeps. */
export const headLine = ({ seq, hash }: LogHead, at: string): string => `${seq} ${hash} ${at}`

/** Heads from such lines; null where a line is none. */
export function headsFrom(text: string): LogHead[] | null {
  const heads: LogHead[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const found = /^\s*(\d{1,15})[ :]([0-9a-f]{64})(?:\s|$)/.exec(line)
    if (found === null) return null
    heads.push({ seq: Number(found[1]), hash: found[2]! })
  }
  return heads
}
