// The words in use: in the language that the reader chose in this browser, else the browser's own where there are words of it, else English.
// Only those are loaded: a reader has no use for the other table.
import type { Texts } from './en.ts'

type Language = 'en' | 'uk'
const TABLES: Readonly<Record<Language, () => Promise<Texts>>> = { en: async () => (await import('./en.ts')).en, uk: async () => (await import('./uk.ts')).uk }
const LANGUAGES = Object.keys(TABLES) as Language[]
const KEY = 'dateline.language'

function chosen(): Language {
  const named = (name: string | null): Language | undefined => LANGUAGES.find((language) => language === name?.slice(0, 2).toLowerCase())
  return named(localStorage.getItem(KEY)) ?? named(navigator.languages.find((name) => named(name) !== undefined) ?? null) ?? 'en'
}

export const texts: Texts = await TABLES[chosen()]()
document.documentElement.lang = texts.lang

/** The language that is not in use. */
export const otherLanguage: string = LANGUAGES.find((language) => language !== texts.lang)!

/** Goes on in the other language, on the same page. */
export function switchLanguage(): void {
  localStorage.setItem(KEY, otherLanguage)
  location.reload()
}
