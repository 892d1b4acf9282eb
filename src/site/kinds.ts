// How each kind of incident is drawn: a colour of Okabe and Ito's set, which the colour-blind tell apart, and a shape of its own.
import { TOTAL } from './words.ts'

const SHAPES: ReadonlyMap<string, string> = new Map(Object.entries({
  strike: 'M8 14.5 1.2 2.5h13.6z',
  interception: 'M8 1.5 14.8 13.5H1.2z',
  ground_combat: 'M3.2 1 8 5.8 12.8 1 15 3.2 10.2 8l4.8 4.8-2.2 2.2L8 10.2 3.2 15 1 12.8 5.8 8 1 3.2z',
  territory_change: 'M2 2h12v12H2z',
  violence_against_civilians: 'M8 .8 15.2 8 8 15.2.8 8z',
  explosion: 'M8 .8 14.2 4.4v7.2L8 15.2 1.8 11.6V4.4z',
  air_raid_alert: 'M1 10a7 7 0 0 1 14 0v2H1z',
  infrastructure_disruption: 'M1 4h5.4v8H1zM9.6 4H15v8H9.6z',
  capture_or_exchange: 'M1 5.2 5 1v2.6h10v3.2H1zM15 10.8 11 15v-2.6H1V9.2h14z',
  deployment: 'M2.5 1.2 14.5 8l-12 6.8z',
  diplomacy: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2z',
  unrest: 'M6 1h4v5h5v4h-5v5H6v-5H1V6h5z',
}))
// A running total is no event: three bars of a chart, in grey.
const TOTAL_SHAPE = 'M1 10h3.6v5H1zM6.2 6h3.6v9H6.2zM11.4 1.5H15V15h-3.6z'
const OTHER_SHAPE = 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zm0 3.4a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8z'

/** The order of kinds in stacks, lists and the legend. */
export const KIND_ORDER: readonly string[] = [...SHAPES.keys()]

/** The class that gives a mark its colour, and the id of its symbol. */
export function kindClass(type: string | null): string {
  if (type === TOTAL) return 'k-total'
  return type !== null && SHAPES.has(type) ? `k-${type.replaceAll('_', '-')}` : 'k-other'
}

/** Where a kind stands in `KIND_ORDER`; a user's own types and bare counts come last. */
export function kindRank(type: string | null): number {
  const rank = type === null ? -1 : KIND_ORDER.indexOf(type)
  return rank < 0 ? KIND_ORDER.length + (type === TOTAL ? 2 : type === null ? 1 : 0) : rank
}

/** The outline of a kind's mark in a square of 16 by 16, filled by even-odd. */
export function kindShape(type: string | null): string {
  return type === TOTAL ? TOTAL_SHAPE : SHAPES.get(type ?? '') ?? OTHER_SHAPE
}

/** The symbols, once a page, for every mark to use. */
export function kindSymbols(): string {
  const symbol = (id: string, path: string): string => `<symbol id="m-${id}" viewBox="0 0 16 16"><path d="${path}" fill-rule="evenodd"/></symbol>`
  return `<svg class="defs" width="0" height="0" aria-hidden="true"><defs>${KIND_ORDER.map((kind) => symbol(kindClass(kind), SHAPES.get(kind) ?? '')).join('')}${symbol('k-other', OTHER_SHAPE)}${symbol('k-total', TOTAL_SHAPE)}</defs></svg>`
}

/** A mark of one kind inside running text. */
export function kindMark(type: string | null): string {
  const kind = kindClass(type)
  return `<svg class="mark ${kind}" width="14" height="14" aria-hidden="true"><use href="#m-${kind}"/></svg>`
}

/** The same inside a drawing, its middle at x, y. */
export function kindMarkAt(type: string | null, x: number, y: number, size: number): string {
  const kind = kindClass(type)
  const round = (n: number): number => Math.round(n * 10) / 10
  return `<use class="${kind}" href="#m-${kind}" x="${round(x - size / 2)}" y="${round(y - size / 2)}" width="${size}" height="${size}"/>`
}
