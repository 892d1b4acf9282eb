// The switch to the other language, named in that language.
import { otherLanguage, switchLanguage, texts } from './texts/texts.ts'

export function LanguageSwitch() {
  return <button type="button" class="plain language" lang={otherLanguage} onClick={switchLanguage}>{texts.language}</button>
}
