// What tellings are looked up by: lists of those that share a place, a kind in a region, a telling word or a number on a day.
// Which pairs of a list are worth comparing follows from the list alone, so that a new telling concerns nothing but its lists.
import type { Count, Telling } from './telling.ts'
import type { Words } from './words.ts'

/** `mark`: what few share; `block`: a place; `decided`: one incident by decision. */
export interface ListKey {
  key: number
  how: 'mark' | 'block' | 'decided'
  /** Known settlements alone stand in it. */
  place: boolean
}

const MOST_DAYS = 4
const TELLING_WEIGHT = 0.6
const MOST_WORDS = 16

/** 52 bits of a text, as a whole number: what is kept in place of the text. */
export function hashOf(text: string): number {
  let a = 0x811c9dc5, b = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    b ^= b >>> 15
  }
  return (a >>> 6) * 0x4000000 + ((b ^ (b >>> 13)) >>> 6)
}

/** The most telling words, in an order that follows from them alone. */
function tellingWords(words: Words): string[] {
  const found: [string, number][] = []
  for (const [word, weight] of words) if (weight >= TELLING_WEIGHT) found.push([word, weight])
  if (found.length > MOST_WORDS) found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).length = MOST_WORDS
  return found.map(([word]) => word)
}

/** The lists that tellings which are one from the start (of one place, kind and days) stand in; `words` and `counts` are those of them all. */
export function listsOf(one: Telling, words: Words, counts: readonly Count[], decided: readonly string[]): ListKey[] {
  const { days, place, placeKey, level, type } = one
  const keys = new Map<number, ListKey>()
  const put = (text: string, how: ListKey['how'], place = false): void => { const key = hashOf(text); keys.set(key, { key, how, place }) }
  for (const group of decided) put(`= ${group}`, 'decided')
  if (!days) return [...keys.values()]
  const mark = (text: string): void => { put(text, 'mark') }
  const country = place?.country ?? ''
  const chosen = tellingWords(words)
  for (let day = Math.max(days.from, days.to - MOST_DAYS + 1); day <= days.to + 1; day++) {
    if (level >= 3) put(`p ${placeKey} ${day}`, 'block', true)
    if (day > days.to) break
    if (level >= 3) {
      const { lat, lon } = place!
      if (lat !== null && lon !== null) for (const shiftLat of [0, 0.5]) for (const shiftLon of [0, 0.5]) put(`g ${Math.floor(lat * 4 + shiftLat)} ${Math.floor(lon * 4 + shiftLon)} ${shiftLat}${shiftLon} ${day}`, 'mark', true)
    } else if (placeKey !== null) put(`r ${placeKey} ${type} ${day}`, 'block')
    mark(`d ${country} ${day}`)
    mark(`d * ${day}`)
    for (const { measure, family, value } of counts) mark(`c ${measure} ${family} ${value} ${day}`)
    for (const word of chosen) mark(`w ${word} ${day}`)
  }
  return [...keys.values()]
}
