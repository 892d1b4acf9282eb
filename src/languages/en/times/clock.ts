// Times on the clock: "5 a.m.", "5:30pm", "05:30", "1400 GMT", "11 o'clock". Hours are kept as written in 24-hour form.
import { expression, type Expression } from './expression.ts'
import { CLOCK_CUES, digitsAt, isAllCaps, isGlued, textAt, wordAt, ZONES, type Line } from './line.ts'
import { numberWord } from './words.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const JOINED = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)$/
const HOURS = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const HOURS_UNIT = /^(\d{1,2}):?(\d{2})(hrs|hours|h|z)$/

/** am or pm written at token `i` in any way, with the token behind it. */
function halfAt(line: Line, i: number): { half: 'am' | 'pm'; end: number } | null {
  const text = textAt(line, i)
  if (text === 'am' || text === 'a.m.' || text === 'a.m') return { half: 'am', end: i + 1 }
  if (text === 'pm' || text === 'p.m.' || text === 'p.m') return { half: 'pm', end: i + 1 }
  if ((text === 'a' || text === 'p') && textAt(line, i + 1) === '.' && textAt(line, i + 2) === 'm') return { half: text === 'a' ? 'am' : 'pm', end: i + 3 }
  return null
}

const hourOf = (hour: number, half: 'am' | 'pm'): number => (hour % 12) + (half === 'pm' ? 12 : 0)

function said(line: Line, first: number, end: number, clock: string): Expression {
  const made = expression(first, end, 'time', { is: 'timeless' })
  made.clock = clock
  const zone = ZONES.get(textAt(line, end))
  if (zone !== undefined && (isAllCaps(line, end) || textAt(line, end) === 'z')) { made.zone = zone; made.last = end + 1 }
  return made
}


/** A clock time that begins at token `i`. */
export function clockAt(line: Line, i: number): Expression | null {
  const text = textAt(line, i)
  const code = text.charCodeAt(0)
  if (!(code >= 48 && code <= 57)) {
    const hour = numberWord(text)
    if (hour >= 1 && hour <= 12 && textAt(line, i + 1) === "o'clock") return oClock(line, i, hour)
    if (hour >= 1 && hour <= 12) { const half = halfAt(line, i + 1); if (half && half.end > i + 2 || half && textAt(line, i + 1).includes('.')) return said(line, i, half.end, `${two(hourOf(hour, half.half))}:00`) }
    return null
  }
  const joined = JOINED.exec(text)
  if (joined) {
    const hour = Number(joined[1]), minute = Number(joined[2] ?? 0)
    return hour >= 1 && hour <= 12 && minute < 60 ? said(line, i, i + 1, `${two(hourOf(hour, joined[3] as 'am' | 'pm'))}:${two(minute)}`) : null
  }
  const withUnit = HOURS_UNIT.exec(text)
  if (withUnit && Number(withUnit[1]) < 25 && Number(withUnit[2]) < 60) return said(line, i, i + 1, `${two(Number(withUnit[1]))}:${withUnit[2]}`)
  const colon = HOURS.exec(text)
  const half = halfAt(line, i + 1)
  if (colon) {
    const hour = Number(colon[1]), minute = Number(colon[2])
    if (hour > 24 || minute > 59) return null
    if (half && hour <= 12) return said(line, i, half.end, `${two(hourOf(hour, half.half))}:${colon[2]}`)
    const hours = textAt(line, i + 1) === 'hours' || textAt(line, i + 1) === 'hrs'
    const zoned = ZONES.has(textAt(line, i + 1)) || textAt(line, i + 1) === 'local'
    if (colon[3] !== undefined || !hours && !zoned && !CLOCK_CUES.has(textAt(line, i - 1))) return null // a score, a ratio, the length of a video
    return said(line, i, hours ? i + 2 : i + 1, `${two(hour)}:${colon[2]}`)
  }
  const hour = digitsAt(line, i, 2)
  if (half && hour >= 1 && hour <= 12 && (half.half === 'pm' || textAt(line, i + 1) !== 'am' || isGlued(line, i + 1) || wordAt(line, i + 2).roles !== -1)) return said(line, i, half.end, `${two(hourOf(hour, half.half))}:00`)
  if (hour >= 0 && hour <= 24 && textAt(line, i + 1) === "o'clock") return oClock(line, i, hour)
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(text)
  if (dotted && half && Number(dotted[1]) <= 12 && Number(dotted[2]) < 60) return said(line, i, half.end, `${two(hourOf(Number(dotted[1]), half.half))}:${dotted[2]}`)
  const four = text.length === 4 ? digitsAt(line, i, 4) : -1
  if (four >= 0 && four < 2400 && four % 100 < 60) {
    const next = textAt(line, i + 1)
    const zone = ZONES.has(next) && isAllCaps(line, i + 1)
    if (zone || (next === 'hrs' || next === 'hours') && (text[0] === '0' || textAt(line, i - 1) === 'at')) {
      const made = said(line, i, i + 1, `${text.slice(0, 2)}:${text.slice(2)}`)
      return zone ? made : { ...made, last: i + 2 }
    }
  }
  return null
}

function oClock(line: Line, i: number, hour: number): Expression {
  let end = i + 2, of24 = hour
  if (textAt(line, end) === 'in' && textAt(line, end + 1) === 'the') {
    const part = wordAt(line, end + 2).part
    if (part === 'MO' || part === 'AF' || part === 'EV') { of24 = part === 'MO' ? hour % 12 : (hour % 12) + 12; end += 3 }
  }
  return said(line, i, end, `${two(of24)}:00`)
}
