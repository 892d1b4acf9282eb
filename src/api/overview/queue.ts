// What of a selection wants a person's look, worst first.
import type { Doubts } from '../../review/doubts.ts'
import { needsIn, withAnotherLook, type Need, type NeedBits } from '../../review/needs.ts'
import { REVIEWS, type Row } from './row.ts'
import type { Table } from './table.ts'

export interface Queue {
  /** How many there are for each reason; a row with several counts under each. */
  counts: ReadonlyMap<Need, number>
  /** Some of those with one of these needs, worst first, and how many there are. */
  page(bits: NeedBits, offset: number, limit: number): { total: number, rows: Row[] }
}

/** A row's place in the queue is one number, so that the order is sorted natively: needs (8 bits), then people, then place in the list. */
const PLACES = 2 ** 22
const MOST_PEOPLE = 2 ** 23 - 1
const WORST_NEEDS = 2 ** 8 - 1

/** Every row's needs, and the places of those that want a look in the queue's order. */
export interface Wanting {
  needs: Uint8Array
  ordered: Int32Array
}

/** What wants a look: by its worst reasons, then by people, then as the rows come, the latest first. */
export function wantingIn(table: Table, doubts: Doubts): Wanting {
  const needs = withDoubts(table, doubts)
  return { needs, ordered: inQueueOrder(table, needs) }
}

function withDoubts(table: Table, { at }: Doubts): Uint8Array {
  const { columns: { needs, review } } = table
  if (at.size === 0) return needs
  const all = needs.slice()
  for (const id of at.keys()) {
    const i = table.placeOf(id)
    if (i >= 0) all[i] = withAnotherLook(all[i]!, REVIEWS[review[i]!]!)
  }
  return all
}

function inQueueOrder({ size, columns: { toll } }: Table, needs: Uint8Array): Int32Array {
  const keys = new Float64Array(size)
  let wanting = 0
  for (let i = 0; i < size; i++) if (needs[i] !== 0) keys[wanting++] = ((WORST_NEEDS - needs[i]!) * (MOST_PEOPLE + 1) + MOST_PEOPLE - Math.min(MOST_PEOPLE, toll[i]!)) * PLACES + i
  return Int32Array.from(keys.subarray(0, wanting).sort(), (key) => key % PLACES)
}

/** Those of them that are chosen. */
export function queueOf(table: Table, { needs, ordered }: Wanting, chosen: Int32Array): Queue {
  const among = new Uint8Array(table.size), byBits = new Int32Array(WORST_NEEDS + 1), counts = new Map<Need, number>()
  for (let n = 0; n < chosen.length; n++) {
    const i = chosen[n]!
    among[i] = 1
    byBits[needs[i]!]!++
  }
  byBits.forEach((count, bits) => { if (count > 0) for (const need of needsIn(bits)) counts.set(need, (counts.get(need) ?? 0) + count) })
  return {
    counts,
    page(bits, offset, limit) {
      const shown: Row[] = []
      let total = 0
      for (let n = 0; n < ordered.length; n++) {
        const i = ordered[n]!
        if (among[i] === 0 || (needs[i]! & bits) === 0) continue
        if (total >= offset && total < offset + limit) shown.push({ ...table.row(i), needs: needs[i]! })
        total++
      }
      return { total, rows: shown }
    },
  }
}
