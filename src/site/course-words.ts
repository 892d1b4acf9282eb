// When an alert or an outage began and ended, in words.
import type { ToldCourse, ToldMoment } from '../model/course.ts'
import { dayWords } from './words.ts'

const PARTS: Readonly<Record<string, string>> = { MO: 'in the morning', MI: 'at midday', AF: 'in the afternoon', EV: 'in the evening', NI: 'at night', DT: 'in the daytime' }

/** A moment without its day, where it has an hour ("02:15") or a part of the day; else its day; "time not told". */
export function momentWords({ at }: Pick<ToldMoment, 'at'>): string {
  if (at === null) return 'time not told'
  const [day = '', hour] = at.split('T')
  if (hour === undefined) return dayWords(day)
  return /^\d\d:\d\d/.test(hour) ? hour.slice(0, 5) : PARTS[hour] ?? dayWords(day)
}

/** A length as TIMEX3 writes it ("PT3H"): "3 hours"; one in other units as it stands. */
export function lengthWords(value: string): string {
  const match = /^P(?:T(\d+)([HM])|(\d+)([DW]))$/.exec(value)
  if (match === null) return value
  const n = match[1] ?? match[3]!, unit = match[2] ?? match[4]!
  const one = { H: 'hour', M: 'minute', D: 'day', W: 'week' }[unit]!
  return `${n} ${one}${n === '1' ? '' : 's'}`
}

/** Different things said of one moment, each once, "or" between them: "02:15 or 02:20". */
const each = (moments: readonly ToldMoment[], words: (moment: ToldMoment) => string): string => [...new Set(moments.map(words))].join(' or ')

/** "from 02:15", "until 05:40", "restored at night in part", "for 3 hours"; '' where nothing of it is told. `end` says what the end is called. */
export function courseWords({ began, ended, lasted }: ToldCourse, end: 'until' | 'restored'): string {
  return [
    began.length === 0 ? '' : `from ${each(began, momentWords)}`,
    ended.length === 0 ? '' : `${end === 'until' && ended.every(({ at }) => at === null) ? 'over,' : end} ${each(ended, (moment) => `${momentWords(moment)}${moment.partly ? ' in part' : ''}`)}`,
    lasted.length === 0 ? '' : `for ${each(lasted, ({ at, quote }) => (at === null ? quote : lengthWords(at)))}`,
  ].filter((part) => part !== '').join(' ')
}
