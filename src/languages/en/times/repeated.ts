// Repeated times: "every day", "each Friday", "every two weeks", "per month".
import { counted, quantityAt } from './amounts.ts'
import { expression, type Made } from './expression.ts'
import { isCapital, type Line, textAt, wordAt } from './line.ts'
import { MONTH, PART, SEASON, UNIT, WEEKDAY } from './words.ts'

/** "every day", "each Friday", "every two weeks", "per month". */
export function repeated(line: Line, i: number): Made {
  const per = textAt(line, i) === 'per'
  const word = wordAt(line, i + 1)
  if ((word.roles & UNIT) !== 0 && !word.plural) {
    const { unit, n } = counted(word.unit, 1)
    if (per) return expression(i, i + 2, 'set', { is: 'span', unit, n, window: null })
    return expression(i, i + 2, 'set', { is: 'fixed', value: SETS[word.unit] ?? null })
  }
  if (per) return null
  if ((word.roles & WEEKDAY) !== 0 && isCapital(line, i + 1)) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-WXX-${word.weekday}` })
  if ((word.roles & PART) !== 0) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-XX-XXT${word.part}` })
  if ((word.roles & SEASON) !== 0) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-${word.season}` })
  if ((word.roles & MONTH) !== 0 && isCapital(line, i + 1)) return expression(i, i + 2, 'set', { is: 'fixed', value: `XXXX-${String(word.month).padStart(2, '0')}` })
  const amount = quantityAt(line, i + 1)
  if (amount && wordAt(line, amount.end).plural && (wordAt(line, amount.end).roles & UNIT) !== 0) {
    const { unit, n } = counted(wordAt(line, amount.end).unit, amount.n)
    return expression(i, amount.end + 1, 'set', { is: 'span', unit, n, window: null })
  }
  return null
}

const SETS: Record<string, string> = { D: 'XXXX-XX-XX', N: 'XXXX-XX-XXTNI', W: 'XXXX-WXX', WE: 'XXXX-WXX-WE', M: 'XXXX-XX', Y: 'XXXX', Q: 'XXXX-QX', H: 'XXXX-XX-XXTXX' }
