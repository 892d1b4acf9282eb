// What was found in each sentence of a report, and what was left alone.
import type { Claim, Note, PlaceMention, Statement, TimeMention } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { documentOf, type ReadReport } from '../pipeline.ts'
import { placeWords, rangeWords, removalWords } from '../site/words.ts'
import type { Io } from './command.ts'
import { claimWords } from './incident-words.ts'
import { safe } from './terminal.ts'

export interface ExplainedSentence {
  start: number
  end: number
  text: string
  /** The passage's kind; null outside of all. */
  passage: string | null
  claims: Claim[]
  statements: Statement[]
  places: PlaceMention[]
  times: TimeMention[]
  notes: Note[]
  /** Nothing was seen in it. */
  empty: boolean
}

/** Sentences in order; a finding belongs to the sentence in which it begins. */
export function explained({ report, extraction }: ReadReport): ExplainedSentence[] {
  const { sentences } = documentOf(report)
  const within = <Found extends { start: number }>(found: readonly Found[]): ((until: number) => Found[]) => {
    const sorted = [...found].sort((a, b) => a.start - b.start)
    let at = 0
    return (until) => { const from = at; while (at < sorted.length && sorted[at]!.start < until) at++; return sorted.slice(from, at) }
  }
  const claims = within(extraction.claims), statements = within(extraction.statements), places = within(extraction.places), times = within(extraction.times), notes = within(extraction.notes)
  return sentences.map(({ start, end, passage }, i) => {
    const until = sentences[i + 1]?.start ?? Infinity
    const seen = { claims: claims(until), statements: statements(until), places: places(until), times: times(until), notes: notes(until) }
    return { start, end, text: report.text.slice(start, end), passage: report.passages[passage]?.kind ?? null, ...seen, empty: Object.values(seen).every((list) => list.length === 0) }
  })
}

/** The report's name, what is known of it, its trouble and what was taken out. */
export async function printHead(report: Report, io: Io): Promise<void> {
  await io.line(io.paint('bold', safe(report.title ?? report.doc)))
  await io.line(io.paint('dim', safe([report.doc, report.kind.replaceAll('_', ' '), report.outlet ?? 'outlet unknown', report.published ?? 'publication day unknown', report.language ?? 'language unknown'].join(' · '))))
  for (const { message } of report.trouble) await io.line(io.paint('yellow', safe(message)))
  if (report.removed.length > 0) {
    const reasons = new Map<string, number>()
    for (const removal of report.removed) reasons.set(removalWords(removal), (reasons.get(removalWords(removal)) ?? 0) + 1)
    await io.line(io.paint('dim', `taken out: ${[...reasons].map(([why, n]) => `${n} ${why}`).join(', ')}`))
  }
  await io.line()
}

/** One sentence and, under it, a line for each finding. */
export async function printExplained(sentence: ExplainedSentence, { text }: Report, io: Io): Promise<void> {
  const { claims, statements, places, times, notes } = sentence
  const kind = sentence.passage === null || sentence.passage === 'paragraph' ? '' : `${io.paint('dim', `${sentence.passage.replaceAll('_', ' ')}: `)}`
  await io.line(`${kind}${sentence.empty ? io.paint('dim', safe(sentence.text)) : safe(sentence.text)}`)
  for (const claim of claims) {
    const facts = [claimWords(claim, text), claim.claimant === null ? null : `according to ${claim.claimant.name}`, claim.stance === 'asserted' ? null : claim.stance, claim.place === null ? null : placeWords(claim.place), claim.date === null ? null : rangeWords(claim.date), claim.by === null ? null : `by ${claim.by}`, claim.against === null ? null : `against ${claim.against}`, claim.weapons.length === 0 ? null : claim.weapons.join(', ')]
    await io.line(`  ${io.paint('green', 'claim')}  ${safe(facts.filter((fact) => fact !== null).join(' · '))}  ${io.paint('dim', safe(claim.rule))}`)
    await io.line(`         “${safe(claim.quote)}”${claim.also.length > 0 ? io.paint('dim', ` said again ${claim.also.length === 1 ? 'once' : `${claim.also.length} times`}`) : ''}`)
  }
  for (const { speaker, role, cue, direct } of statements) await io.line(`  ${io.paint('blue', 'voice')}  ${safe([speaker, role].filter((part) => part !== null).join(', '))}  ${io.paint('dim', safe(`${cue}, ${direct ? 'in their words' : 'reported'}`))}`)
  for (const place of places) await io.line(`  ${io.paint('cyan', 'place')}  ${safe(place.written)} → ${safe(place.precision === null ? 'cannot be told' : `${place.name}, ${place.country ?? 'no country'}, ${place.precision}`)}  ${io.paint('dim', place.use)}`)
  for (const time of times) await io.line(`  ${io.paint('cyan', 'time')}   ${safe(time.written)} → ${safe(time.value ?? 'left open')}`)
  for (const note of notes) await io.line(`  ${io.paint('yellow', 'left')}   “${safe(text.slice(note.start, note.end))}”: ${safe(note.note)}  ${io.paint('dim', safe(note.rule))}`)
  if (!sentence.empty) await io.line()
}
