// What of a selection wants a person's look, worst first.
import { needsIn, type Need } from '../../review/needs.ts'
import type { Row } from './row.ts'

export interface Queue {
  /** Worst first. */
  rows: readonly Row[]
  /** How many there are for each reason; a row with several counts under each. */
  counts: ReadonlyMap<Need, number>
}

/** Places of every row that wants a look: by its worst reasons, then by people, then as the rows come, the latest first. */
export function inQueueOrder(rows: readonly Row[]): Int32Array {
  const wanting: number[] = []
  rows.forEach((row, i) => { if (row.needs !== 0) wanting.push(i) })
  return Int32Array.from(wanting).sort((a, b) => rows[b]!.needs - rows[a]!.needs || rows[b]!.toll - rows[a]!.toll || a - b)
}

/** Those of them that are chosen. */
export function queueOf(rows: readonly Row[], ordered: Int32Array, chosen: Int32Array): Queue {
  const among = new Uint8Array(rows.length), queued: Row[] = [], byBits = new Map<number, number>(), counts = new Map<Need, number>()
  for (const i of chosen) among[i] = 1
  for (const i of ordered) {
    if (among[i] === 0) continue
    const row = rows[i]!
    queued.push(row)
    byBits.set(row.needs, (byBits.get(row.needs) ?? 0) + 1)
  }
  for (const [bits, count] of byBits) for (const need of needsIn(bits)) counts.set(need, (counts.get(need) ?? 0) + count)
  return { rows: queued, counts }
}
