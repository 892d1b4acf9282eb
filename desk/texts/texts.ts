// The words in use: in the language that the reader chose in this browser, else the browser's own where there are words of it, else English.
import { en, type Texts } from './en.ts'
import { uk } from './uk.ts'

const LANGUAGES: readonly Texts[] = [en, uk]
const KEY = 'dateline.language'

function chosen(): Texts {
  const named = (name: string | null): Texts | undefined => LANGUAGES.find(({ lang }) => lang === name?.slice(0, 2).toLowerCase())
  return named(localStorage.getItem(KEY)) ?? named(navigator.languages.find((name) => named(name) !== undefined) ?? null) ?? en
}

export const texts: Texts = chosen()
document.documentElement.lang = texts.lang

/** The language that is not in use. */
export const otherLanguage: string = LANGUAGES.find((one) => one !== texts)!.lang

/** Goes on in the other language, on the same page. */
export function switchLanguage(): void {
  localStorage.setItem(KEY, otherLanguage)
  location.reload()
}
