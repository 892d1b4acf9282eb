// Ordinals that count: "the fourth general", "the 12th attack" say how many there are by now.
const WORDS: ReadonlyMap<string, number> = new Map(Object.entries({ second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12 }))

/** The number from 2 on that an ordinal in lower case tells, in letters up to the twelfth or in digits; null for any other word. */
export function ordinalValue(word: string): number | null {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  if (word.length < 3 || !(word.endsWith('th') || word.endsWith('st') || word.endsWith('nd') || word.endsWith('rd'))) return null
  const value = Number(word.slice(0, -2))
  return value > 1 ? value : null
}
