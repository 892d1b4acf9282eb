// Two attacks on one place on one day, told apart: by the hours that the reports give them, and by words that say "another".
import { readTable } from '../../gazetteer/table.ts'
import { TOKEN_WORD } from '../../model/document.ts'
import { tokenize } from '../../text/tokens.ts'

/** Parts of the day as bits; 0 where nothing is told of the hour. */
export type Hours = number

const PARTS = { early: 1, morning: 2, afternoon: 4, evening: 8, night: 16 } as const
/** What may be meant by each: a night runs into the early hours, the early hours into the morning. */
const REACH: readonly [part: Hours, may: Hours][] = [
  [PARTS.early, PARTS.early | PARTS.morning | PARTS.night], [PARTS.morning, PARTS.morning | PARTS.early], [PARTS.afternoon, PARTS.afternoon],
  [PARTS.evening, PARTS.evening | PARTS.night], [PARTS.night, PARTS.night | PARTS.early | PARTS.evening],
]
const WORDS = new Map(readTable(new URL('./hour-words.tsv', import.meta.url), ['word', 'hours']).map(({ word, hours }) => [word!, hours!.split(' ').reduce((bits, part) => bits | PARTS[part as keyof typeof PARTS], 0)]))

const KEPT = 20_000
const known = new Map<string, Hours>()

/** The parts of the day that a time in words names ("Thursday night", "at 4am"). */
export function hoursIn(written: string | null): Hours {
  if (written === null) return 0
  const before = known.get(written)
  if (before !== undefined) return before
  let hours = 0
  for (const word of written.toLowerCase().split(/[\s,]+/, 12)) hours |= WORDS.get(word) ?? clock(word)
  if (known.size >= KEPT) known.clear()
  known.set(written, hours)
  return hours
}

/** "4am", "16:30". */
function clock(word: string): Hours {
  const match = /^(\d{1,2})(?:[:.](\d\d))?([ap]m)?$/.exec(word)
  if (match === null || match[2] === undefined && match[3] === undefined) return 0
  const hour = Number(match[1]) % (match[3] ? 12 : 24) + (match[3] === 'pm' ? 12 : 0)
  return hour < 5 ? PARTS.early | PARTS.night : hour < 8 ? PARTS.early | PARTS.morning : hour < 12 ? PARTS.morning : hour < 18 ? PARTS.afternoon : hour < 22 ? PARTS.evening : PARTS.night
}

/** Whether hours told of two events cannot be those of one. */
export function hoursClash(a: Hours, b: Hours): boolean {
  if (a === 0 || b === 0) return false
  let may = 0
  for (const [part, reach] of REACH) if ((a & part) !== 0) may |= reach
  return (may & b) === 0
}

/** What both allow; where only one tells the hour, what it tells. */
export const hoursOfBoth = (a: Hours, b: Hours): Hours => (a & b) || (a | b)

const ROLES = new Map(readTable(new URL('./another-words.tsv', import.meta.url), ['word', 'role']).map(({ word, role }) => [word!, role!]))
const SINGULAR = /s$/
const BETWEEN = 3

/** Whether words tell of one more attack: "a second strike", "another drone attack", "was hit again". */
export function tellsAnother(words: string): boolean {
  const tokens = tokenize(words)
  let another = -9, deed = -9
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kind[i] !== TOKEN_WORD) { another = -9; continue }
    const word = tokens.lower[i]!, role = ROLES.get(word) ?? (ROLES.get(word.replace(SINGULAR, '')) === 'attack' ? 'attack' : undefined)
    if (role === 'another') another = i
    else if (role === 'attack' && i - another <= BETWEEN) return true
    else if (role === 'deed') deed = i
    else if (role === 'again' && i - deed <= BETWEEN) return true
  }
  return false
}
