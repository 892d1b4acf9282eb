// What of a selection wants a person's look, worst first.
import { needsIn, type Need, type NeedBits } from '../../review/needs.ts'
import type { Columns } from './columns.ts'
import type { Row } from './row.ts'

export interface Queue {
  /** How many there are for each reason; a row with several counts under each. */
  counts: ReadonlyMap<Need, number>
  /** Some of those with one of these needs, worst first, and how many there are. */
  page(bits: NeedBits, offset: number, limit: number): { total: number, rows: Row[] }
}

/** Places of every row that wants a look: by its worst reasons, then by people, then as the rows come, the latest first. */
export function inQueueOrder(rows: readonly Row[]): Int32Array {
  const wanting: number[] = []
  rows.forEach((row, i) => { if (row.needs !== 0) wanting.push(i) })
  return Int32Array.from(wanting).sort((a, b) => rows[b]!.needs - rows[a]!.needs || rows[b]!.toll - rows[a]!.toll || a - b)
}

/** Those of them that are chosen. */
export function queueOf({ rows, columns: { needs } }: { rows: readonly Row[], columns: Columns }, ordered: Int32Array, chosen: Int32Array): Queue {
  const among = new Uint8Array(rows.length), byBits = new Map<NeedBits, number>(), counts = new Map<Need, number>()
  for (let n = 0; n < chosen.length; n++) {
    const i = chosen[n]!, bits = needs[i]!
    among[i] = 1
    if (bits !== 0) byBits.set(bits, (byBits.get(bits) ?? 0) + 1)
  }
  for (const [bits, count] of byBits) for (const need of needsIn(bits)) counts.set(need, (counts.get(need) ?? 0) + count)
  return {
    counts,
    page(bits, offset, limit) {
      const shown: Row[] = []
      let total = 0
      for (let n = 0; n < ordered.length; n++) {
        const i = ordered[n]!
        if (among[i] === 0 || (needs[i]! & bits) === 0) continue
        if (total >= offset && total < offset + limit) shown.push(rows[i]!)
        total++
      }
      return { total, rows: shown }
    },
  }
}
