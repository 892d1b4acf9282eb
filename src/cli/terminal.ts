// Text for a terminal: made safe, measured in columns, cut and wrapped.

const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Outside text without control characters and direction marks (so it cannot move the cursor or hide words); tabs and line ends become spaces. */
export function safe(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(UNSAFE, '')
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NOTHING = /[\p{M}\u200b-\u200d\ufe0f]/u

function columns(char: string): number {
  const code = char.codePointAt(0)!
  if (code < 0x300) return 1
  if (NOTHING.test(char)) return 0
  return WIDE.test(char) ? 2 : 1
}

/** Columns that a text without colour takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += columns(char)
  return width
}

/** The text in at most `width` columns, its end marked "…" where something was cut. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let used = 0, kept = ''
  for (const char of text) {
    used += columns(char)
    if (used > width - 1) break
    kept += char
  }
  return kept.trimEnd() + '…'
}

/** The text's lines of at most `width` columns, broken at spaces; a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = '', used = 0
  for (const word of text.split(' ')) {
    let rest = word, long = displayWidth(word)
    if (line !== '' && used + 1 + long > width) { lines.push(line); line = ''; used = 0 }
    while (long > width) {
      let head = '', taken = 0
      for (const char of rest) {
        if (taken + columns(char) > width && head !== '') break
        head += char; taken += columns(char)
      }
      lines.push(head)
      rest = rest.slice(head.length); long -= taken
    }
    if (line !== '') { line += ' '; used++ }
    line += rest; used += long
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}
