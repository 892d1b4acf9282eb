// Dates as pages write them for machines and readers, to ISO. A time keeps the offset it was given in, so that its day
// is the publisher's.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (n: number): string => String(n).padStart(2, '0')

/** A day of the calendar between 1990 and 2100 as ISO, else null. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${two(month)}-${two(day)}`
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

/** A date, or date and time, of any of the usual forms as ISO; null for anything else. Looks at the first 80 characters. */
export function parseDate(text: string | null | undefined): string | null {
  const given = (text ?? '').trim().slice(0, 80)
  if (given === '') return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i.exec(given)
  if (iso) {
    const day = isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    return day === null ? null : withTime(day, iso[4], iso[5], iso[6], iso[7])
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(given)
  if (compact) { const day = isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])); if (day !== null) return withTime(day, compact[4], compact[5], compact[6], compact[7]) }
  if (/^\d{10}(?:\d{3})?$/.test(given)) return new Date(Number(given) * (given.length === 10 ? 1000 : 1)).toISOString().replace('.000Z', 'Z')
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/.exec(given)
  if (slashed) return isoDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
  return wordedDate(given)
}

function withTime(day: string, hour: string | undefined, minute: string | undefined, second: string | undefined, zone: string | undefined): string {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return day
  const offset = zone === undefined ? '' : /^(?:z|utc|gmt)$/i.test(zone) ? 'Z' : zone.length === 3 ? `${zone}:00` : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  return `${day}T${two(Number(hour))}:${minute}:${second ?? '00'}${offset}`
}

/** "22 December 2023", "Dec. 22, 2023 10:15 am", "Fri, 22 Dec 2023 10:15:00 +0100": the first such date within the text. */
export function wordedDate(text: string): string | null {
  const named = /(?:^|[^\p{L}\d])(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})(?!\d)/iu.exec(text)
  if (!named) return null
  const dayOfMonth = named[1] ?? named[3]
  if (dayOfMonth === undefined) return null
  const day = isoDay(Number(named[4]), monthOf(named[2]!), Number(dayOfMonth))
  if (day === null) return null
  const after = text.slice(named.index + named[0].length, named.index + named[0].length + 30)
  const time = /^[\s,|·•–-]{0,4}(?:at\s+)?(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/i.exec(after)
  if (!time) return day
  const half = time[4]?.[0]?.toLowerCase(), hour = Number(time[1])
  return withTime(day, String(half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour), time[2], time[3], time[5])
}

/** The day in a URL's path: "/2023/12/22/", "/2023-12-22-", "/20231222/", "/2023/dec/22/". */
export function urlDate(url: string | null | undefined): string | null {
  const path = (url ?? '').replace(/^https?:\/\/[^/]*/i, '').slice(0, 400)
  const digits = /[/_.-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path)
  if (digits) return isoDay(Number(digits[1]), Number(digits[2]), Number(digits[3]))
  const named = /\/((?:19|20)\d{2})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\/(\d{1,2})(?=\/|$)/i.exec(path)
  if (named) return isoDay(Number(named[1]), monthOf(named[2]!), Number(named[3]))
  const solid = /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(path)
  return solid ? isoDay(Number(solid[1]), Number(solid[2]), Number(solid[3])) : null
}
