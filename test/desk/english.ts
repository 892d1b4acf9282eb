// Finds English where there should be none: words in Latin letters that are no name of a thing.

/** What is written so in every language: names of keys, of forms and of settings. Commands stand in “quotes”. */
const NAMES = new Set(['Dateline', 'English', 'SHA', 'HTML', 'JSON', 'PDF', 'WebGL', 'URL', 'OpenAPI', 'robots', 'txt', 'http', 'https', 'Esc', 'Escape', 'Tab', 'Shift', 'Ctrl', 'Enter', 'cookies', 'Telegram', 'ARC', 'WARC', 'WACZ', 'XML', 'TIMEX', 'ucdp', 'acled', 'airwars', 'UTC', 'TOTP', 'QR', 'settings', 'json', 'serve', 'public_url', 'DIR', 'data', 'NAME'])

/** The English words of a text, in order. */
export function englishIn(text: string): string[] {
  const told = text.replace(/“[^”]*”|«[^»]*»|"[^"]*"|\bdateline( [a-z]+)+[ A-Z]*(--[a-z-]+ ?[A-Za-z]*)*/g, ' ')
  return [...told.matchAll(/(?<![\p{L}\d_.])[A-Za-z][A-Za-z_']+(?![\p{L}\d_])/gu)].map(([word]) => word).filter((word) => !NAMES.has(word))
}
