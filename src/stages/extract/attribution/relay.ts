// Reports that hand on what one voice tells ("The governor announced this on his channel, the agency reports"): what no other
// voice says and no older news is goes on to be theirs, before and behind the sentence that names them.
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { Gathered, Said } from './said.ts'

/** How a sentence begins that tells of what was reported before. */
const OLDER = wordGroup('older_news')
const HEADINGS: ReadonlySet<string> = new Set(['headline', 'post_heading', 'subheading', 'standfirst', 'caption', 'credit', 'byline'])
/** A voice that a report hands on is named among its first sentences. */
const NAMED_WITHIN = 6

/** Gives the sentences of a relayed report that nobody is said to say to the one voice that it has. */
export function relay(gathered: Gathered): void {
  const { table, list } = gathered
  const { document, tokens } = table
  if (document.report.posts.length > 0) return
  const voice = onlyVoice(gathered)
  if (voice === null) return
  const told = new Uint8Array(document.sentences.length)
  for (const { first, last } of list) for (let s = tokens.sentence[first]!; s <= tokens.sentence[last - 1]!; s++) told[s] = 1
  const how = { first: voice.cueFirst, last: voice.cueFirst + 1, stance: null, asserts: true, statement: false }
  for (let s = 0; s < document.sentences.length; s++) {
    const { first, last, passage } = document.sentences[s]!
    if (OLDER.has(tokens.lower[first]!)) { if (first > voice.cueFirst) return; continue }
    if (told[s] === 1 || passage >= 0 && HEADINGS.has(document.report.passages[passage]!.kind)) continue
    gathered.add(first, last, voice.speaker, how, false, 'relayed')
  }
}

/** The pointing words of the only voice that a report has; null where several speak, or none is said to tell all of it. */
function onlyVoice({ list, table }: Gathered): Said | null {
  const { document, tokens } = table
  let pointing: Said | null = null
  for (const said of list) {
    if (!said.asserts) continue
    if (said.rule === 'said-of-sentence-before' && pointing === null) { if (tokens.sentence[said.cueFirst]! - firstOfBody(document) >= NAMED_WITHIN) return null; pointing = said }
  }
  if (pointing === null || !pointing.speaker.named) return null
  for (const said of list) if (said.speaker.name !== pointing.speaker.name && tokens.sentence[said.cueFirst] !== tokens.sentence[pointing.cueFirst]) return null // "…, the agency reports" hands it on
  return pointing
}

/** The first sentence that is no heading. */
function firstOfBody({ sentences, report }: Gathered['table']['document']): number {
  const at = sentences.findIndex(({ passage }) => passage < 0 || !HEADINGS.has(report.passages[passage]!.kind))
  return Math.max(0, at)
}
