// What posts of live blogs call themselves: the tables of every language.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export type PostMark = 'summary' | 'pinned'

interface MarkRule {
  mark: PostMark
  where: 'whole' | 'start' | 'end' | 'opening' | 'label'
  words: string
}

let compiled: MarkRule[] | null = null

/** The rules of all languages that have a `live-blog.tsv`. */
function rules(): readonly MarkRule[] {
  if (compiled) return compiled
  const here = new URL('./', import.meta.url)
  compiled = readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
    const path = new URL(`${entry.name}/live-blog.tsv`, here)
    return entry.isDirectory() && existsSync(path) ? rulesIn(path) : []
  })
  return compiled
}

function rulesIn(path: URL): MarkRule[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).flatMap((line) => {
    const [mark, where, words] = line.split('\t')
    if ((mark !== 'summary' && mark !== 'pinned') || (where !== 'whole' && where !== 'start' && where !== 'end' && where !== 'opening' && where !== 'label')) throw new Error(`${path.pathname}: no row of this table: ${line.slice(0, 60)}`)
    return words!.split(' | ').map((phrase) => ({ mark, where, words: phrase }))
  })
}

const LONGEST_HEADING = 90 // characters
const begins = (text: string, phrase: string): boolean => text === phrase || text.startsWith(`${phrase} `)

/** What a post calls itself in its heading and its first lines; both folded to words parted by single spaces. */
export function marksOf(heading: string, first: readonly string[]): ReadonlySet<PostMark> {
  const marks = new Set<PostMark>()
  for (const { mark, where, words } of rules()) {
    if (where === 'opening' ? first.some((line) => begins(line, words))
      : where === 'label' ? first.includes(words) || heading === words
      : heading.length <= LONGEST_HEADING && (where === 'whole' ? heading === words : where === 'start' ? begins(heading, words) : heading === words || heading.endsWith(` ${words}`))) marks.add(mark)
  }
  return marks
}
