// What of a selection wants a person's look, worst first.
import { needsIn, type Need } from '../../review/needs.ts'
import type { Row } from './row.ts'

export interface Queue {
  /** Worst first. */
  rows: readonly Row[]
  /** How many there are for each reason; a row with several counts under each. */
  counts: ReadonlyMap<Need, number>
}

/** Every row that wants a look: by its worst reasons, then by people, then the latest first. */
export function inQueueOrder(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.needs !== 0).sort((a, b) => b.needs - a.needs || b.toll - a.toll || (b.day ?? -Infinity) - (a.day ?? -Infinity) || (a.id < b.id ? -1 : 1))
}

/** Those of them that are chosen. */
export function queueOf(ordered: readonly Row[], chosen: readonly Row[]): Queue {
  const among = new Set(chosen), rows = ordered.filter((row) => among.has(row)), byBits = new Map<number, number>(), counts = new Map<Need, number>()
  for (const { needs } of rows) byBits.set(needs, (byBits.get(needs) ?? 0) + 1)
  for (const [bits, count] of byBits) for (const need of needsIn(bits)) counts.set(need, (counts.get(need) ?? 0) + count)
  return { rows, counts }
}
