// What the words between two names of places say of them: what line one lies on in the other, what lies round it.
import { wordGroup } from '../../languages/en/count-words.ts'

const LINES: ReadonlySet<string> = new Set(['line', 'border', 'frontier', 'road', 'highway', 'river', 'front', 'control', 'coast'])

/** Whether the words between two names tell what line the first lies on and that it is in the second: "along the border in". */
export function runsInto(lower: readonly string[], from: number, to: number): boolean {
  const end = lower[to - 1] === 'the' ? to - 2 : to - 1
  if (lower[end] !== 'in' || !LINES.has(lower[end - 1] ?? '')) return false
  for (let i = from; i < end; i++) if (!/^[a-z-]+$/.test(lower[i]!) || lower[i] === 'and' || lower[i] === 'in') return false
  return true
}

/** What lies round a town. */
export const ROUND_TOWN: ReadonlySet<string> = new Set(['countryside', 'outskirts', 'suburbs', 'hinterland'])
const ROUND_WITHIN = 6

/** Whether "in" or "on" stands among a few words from one place to what lies round another, and nothing parts them. */
export function isInside(lower: readonly string[], from: number, to: number): boolean {
  if (to - from > ROUND_WITHIN) return false
  let inside = false
  for (let i = from; i < to; i++) if (lower[i] === 'in' || lower[i] === 'on') inside = true; else if (lower[i] === ',' || lower[i] === 'and') return false
  return inside
}

/** Whether the words between two names tell what the first is, and that it lies by the second: ", a village in". */
export function saysWhatItIs(lower: readonly string[], behind: number, to: number): boolean {
  const from = A_TOWN.has(lower[behind]!) ? behind + 1 : behind
  if (lower[from] === ',' && lower[from + 1] === 'part' && lower[from + 2] === 'of' && to - from < KIND_WITHIN) return !lower.slice(from + 1, to).includes(',') // "X village, part of Z's Y township"
  if (lower[from] !== ',' || lower[from + 1] !== 'a' && lower[from + 1] !== 'an' || to - from > KIND_WITHIN) return false
  const end = lower[to - 1] === 'the' ? to - 2 : to - 1
  let town = false
  for (let i = from + 2; i < end; i++) if (A_TOWN.has(lower[i]!)) town = true; else if (lower[i] === ',' || lower[i] === 'and') return false
  return town && LIES_BY.has(lower[end]!)
}
const A_TOWN = wordGroup('town'), LIES_BY: ReadonlySet<string> = new Set(['in', 'of', 'near', 'outside', 'within', 'from'])
const KIND_WITHIN = 12

/** "Bryansk (three), Oryol": words between two names without what stands in brackets. */
export function withoutBrackets(words: readonly string[]): readonly string[] {
  const open = words.indexOf('('), close = words.indexOf(')')
  return open >= 0 && close > open && close < words.length - 1 ? [...words.slice(0, open), ...words.slice(close + 1)] : words
}
