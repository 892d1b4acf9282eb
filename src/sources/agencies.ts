// Names of agencies and picture archives as they stand in credits.
import { readFileSync } from 'node:fs'

let names: Map<string, string[][]> | null = null

/** Agency names as lists of words, by their first word, longest first. Case matters: "AP" is one, "ap" is not. */
function table(): Map<string, string[][]> {
  if (names) return names
  names = new Map()
  for (const line of readFileSync(new URL('agencies.tsv', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const words = line.split('\t')[0]!.split(' ')
    const list = names.get(words[0]!)
    if (list) list.push(words)
    else names.set(words[0]!, [words])
  }
  for (const list of names.values()) list.sort((a, b) => b.length - a.length)
  return names
}

/** How many of the words from `at` on are an agency's name; 0 if none. */
export function agencyAt(words: readonly string[], at: number): number {
  for (const name of table().get(words[at]!) ?? []) {
    if (name.every((word, i) => words[at + i] === word)) return name.length
  }
  return 0
}

/** Whether a short run of text names an agency as a whole word. */
export function namesAgency(text: string): boolean {
  const words = text.split(/[\s/|,()©]+/)
  return words.some((_, i) => agencyAt(words, i) > 0)
}
