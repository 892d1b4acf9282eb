// Words that go on without a cue: quotations that run over sentences and paragraphs, and parts of a number just told.
import type { Gathered, How } from './said.ts'
import type { Speaker } from './speaker.ts'

const LEAST_QUOTATION = 3 // tokens: fewer are a word in marks
const LEAST_FRAGMENT = 6 // tokens of a quotation inside a sentence of nobody's that must be somebody's
const SENTENCES_BACK = 4

/** A sentence that only parts a number said in the one before ("Of those, two …", "Four were …") is the same speaker's. */
export function carryParts(gathered: Gathered, s: number): void {
  const { table, quotations, list } = gathered
  const { document, tokens, lexicon } = table
  const sentence = document.sentences[s]!, previous = document.sentences[s - 1]!
  if (sentence.paragraph !== previous.paragraph || quotations.at[sentence.first]! > 0) return
  const until = gathered.by[s - 1]!
  if (until === gathered.from(s - 1) || !lexicon.partAt(tokens, sentence.first, sentence.last)) return
  const last = list[until - 1]!
  if (last.asserts && !last.direct) list.push({ ...last, first: sentence.first, last: sentence.last, continues: true, rule: 'part-of-number' })
}

/** "This was reported by X": the sentence before is what was said, where nobody is said to say it. */
export function addPrevious(gathered: Gathered, at: number, speaker: Speaker, how: How): void {
  const { document, tokens } = gathered.table
  const s = tokens.sentence[at]!
  const previous = document.sentences[s - 1]
  if (!previous || previous.post !== document.sentences[s]!.post || gathered.by[s - 1]! > gathered.from(s - 1)) return
  gathered.add(previous.first, previous.last, speaker, how, false, 'said-of-sentence-before')
}

/** Gives every quotation that no cue holds to the one that it goes on from, or that it stands right after. */
export function runOn(gathered: Gathered): void {
  const { table, quotations, holder } = gathered
  const { tokens, document } = table
  const { list } = quotations
  for (let q = 0; q < list.length; q++) {
    const quotation = list[q]!
    if (holder[q]! > 0 || quotation.last - quotation.first < LEAST_QUOTATION) continue
    if (quotation.from >= 0) {
      const held = holder[quotation.from]!
      if (held > 0) gathered.goOn(held - 1, quotation.first, quotation.last, q)
      continue
    }
    const opener = quotation.first - 1
    const s = tokens.sentence[Math.max(0, opener)]!
    const sentence = document.sentences[s]!, previous = s > 0 ? document.sentences[s - 1]! : null
    const within = opener > sentence.first
    if (previous === null || within && quotation.last - quotation.first < LEAST_FRAGMENT || sentence.post !== previous.post && sentence.post >= 0) continue
    const held = heldBefore(gathered, q, s, within)
    if (held > 0) gathered.goOn(held - 1, quotation.first, quotation.last, q)
  }
}

/** 1 + the index of the words said last before a quotation in sentence `s`: in the sentence before; for one that stands alone, a few sentences back. */
function heldBefore(gathered: Gathered, q: number, s: number, within: boolean): number {
  const { table, quotations, holder, by } = gathered
  const { sentences } = table.document
  if (by[s - 1]! > gathered.from(s - 1)) return by[s - 1]!
  if (q > 0 && quotations.list[q - 1]!.last >= sentences[s - 1]!.first && holder[q - 1]! > 0) return holder[q - 1]!
  for (let back = 2; !within && back <= SENTENCES_BACK && s - back > 0; back++) {
    if (sentences[s - back]!.post !== sentences[s]!.post) return 0
    if (by[s - back]! > gathered.from(s - back)) return by[s - back]!
  }
  return 0
}
