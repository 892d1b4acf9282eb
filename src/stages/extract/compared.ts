// "the deadliest attack since …", "the worst this year": a time that something is only compared over.
import { isMeasuredAgainst } from '../../languages/en/times/telling.ts'

const COMPARES: ReadonlySet<string> = new Set(['first', 'most', 'last', 'only', 'again', 'largest', 'biggest', 'deadliest', 'worst', 'heaviest', 'fiercest', 'longest', 'highest', 'lowest', 'latest', 'bloodiest', 'fewest', 'greatest', 'strongest', 'second', 'third'])

/** Whether a comparison ("the deadliest") stands shortly before token `to`. */
export function superlative(lower: readonly string[], from: number, to: number): boolean {
  for (let i = Math.max(from, to - 12); i < to; i++) if (COMPARES.has(lower[i]!) && lower[i - 1] !== 'at') return true
  return false
}

const DEGREE = /^(?:deadliest|worst|biggest|largest|heaviest|fiercest|bloodiest|bloodier|highest|greatest|boldest|most)$/
const WITHIN = 8

const NTH = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+(?:st|nd|rd|th))$/
/** "the worst such attack this year": whether a span of time is only what something at hand is compared with. */
export function isCompared(lower: readonly string[], from: number, at: number): boolean {
  if (isMeasuredAgainst(lower, from, at)) return true
  for (let i = at - 1; i >= from && at - i <= WITHIN; i--) {
    if (lower[i] === ',' || lower[i] === ';') return false
    if (DEGREE.test(lower[i]!) && lower[i - 1] !== 'at' && (lower[i] !== 'most' || lower[i + 1] !== 'of')) return true // but "took most of the town in 2012"
    if (at - i <= 3 && lower[i - 1] === 'the' && NTH.test(lower[i]!)) return true // "the ninth of this year", "the third attack this week"
  }
  return false
}
