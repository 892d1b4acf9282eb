// Names folded so that spellings of one name compare equal.

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'a' }
const PLAIN = /^[a-z0-9 ]*$/
const ASCII = /^[\0-\x7f]*$/
const ASCII_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/
const ARTICLES = new Set(['al', 'el', 'ad', 'ar', 'as', 'at', 'az', 'an', 'ash', 'esh', 'ed', 'er', 'es', 'et', 'ez', 'edh', 'adh', 'ath', 'eth'])

/**
 * A name in lower case without accents, apostrophes or points; hyphens and other marks between words become single spaces:
 * "Be’er-Sheva" and "Beer Sheva" give "beer sheva", "Dayr az-Zawr" gives "dayr az zawr". Letters of other scripts stay.
 */
export function foldPlaceName(name: string): string {
  if (ASCII_NAME.test(name)) return name.toLowerCase()
  const lower = name.toLowerCase()
  if (PLAIN.test(lower)) return lower.trim().replace(/ +/g, ' ')
  if (ASCII.test(lower)) return lower.replace(/['`.]/g, '').replace(/[^a-z0-9]+/g, ' ').trim()
  return lower
    .normalize('NFKD')
    .toLowerCase() // capitals in mathematical letters show only now
    .replace(/[\p{M}'’‘ʼ`´ʻʿʾ′.]/gu, '')
    .replace(/[ßæœøðþłđħıŋə]/g, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** A folded name without the Arabic article at its head ("al bab" gives "bab"); null where there is none. */
export function withoutArticle(folded: string): string | null {
  const space = folded.indexOf(' ')
  return space > 0 && ARTICLES.has(folded.slice(0, space)) ? folded.slice(space + 1) : null
}
