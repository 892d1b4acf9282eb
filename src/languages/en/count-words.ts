// Words that tell what a number counts where neither verb nor noun class does, by group.
import { readFileSync } from 'node:fs'

const groups = new Map(readFileSync(new URL('count-words.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
  const [name, words] = line.split('\t') as [string, string]
  return [name, new Set(words.split(' '))] as const
}))

/** The words of a group of count-words.tsv; throws where there is no such group. */
export function wordGroup(name: string): ReadonlySet<string> {
  const found = groups.get(name)
  if (!found) throw new Error(`count-words.tsv has no group ${name}`)
  return found
}
