// An incident for a terminal, and its words for a program.
import type { Claim } from '../model/claim.ts'
import type { Incident, Saying } from '../model/incident.ts'
import { countedOnce, matrixOf, type Matrix } from '../model/matrix.ts'
import type { Report } from '../model/report.ts'
import { courseWords } from '../site/course-words.ts'
import { agreementWords, counted, countedWord, measureWord, rangeWords, sentenceParts, shortValue, spokenValue } from '../site/words.ts'
import type { FoundIncident } from '../store/store.ts'
import type { Standing } from '../review/standing.ts'
import type { Io } from './command.ts'
import { printDecision } from './decision-text.ts'
import { claimWords, figureWords } from './incident-words.ts'
import { safe } from './terminal.ts'

type Sources = ReadonlyMap<string, { claim: Claim, report: Report }>

/** Who says each claim, and in which words. */
export function wordsOf(incident: Incident, sources: Sources): object[] {
  return incident.claims.flatMap((id) => {
    const source = sources.get(id)
    if (source === undefined) return []
    const { claim, report } = source
    return [{ claim: id, claimant: claim.claimant, stance: claim.stance, quote: claim.quote, start: claim.start, end: claim.end, report: report.doc, outlet: report.outlet, published: report.published, url: report.url }]
  })
}

export interface ShownIncident {
  found: FoundIncident
  /** The id that was asked for. */
  asked: string
  sources: Sources
  /** To be named with a decision on it. */
  state: string
  decisions: readonly Standing[]
}

/** Prints the sentence, the figures with every voice, the claims that give no figure, and what people decided. */
export async function printIncident({ found: { incident, as }, asked, sources, state, decisions }: ShownIncident, io: Io): Promise<void> {
  if (as === 'alias') await io.line(io.paint('yellow', `${safe(asked)} was joined into this incident.`))
  if (as === 'gone') await io.line(io.paint('yellow', 'Its claims are found no more; this is how it was last seen.'))
  const { what, where, rest } = sentenceParts(incident)
  await io.line(`${io.paint('bold', safe(`${incident.kind === 'total' ? 'Running total' : what} ${where}`))}${rest === '' ? '' : ` ${safe(rest)}`}, ${rangeWords(incident.date)}`)
  const voices = new Set(incident.claims.map((id) => { const source = sources.get(id); return source?.claim.claimant?.name ?? source?.report.outlet ?? id })).size
  await io.line(io.paint('dim', [incident.id, agreementWords(incident.agreement, voices), counted(incident.origins, 'independent origin'), incident.part_of === null ? null : `part of ${incident.part_of}`].filter((part) => part !== null).join(' · ')))
  await io.line(io.paint('dim', `${incident.review}${incident.changed_since === undefined ? '' : ', and changed since'}${incident.corrected === undefined ? '' : ` · corrected by a person: ${incident.corrected.join(', ')}`} · state ${state}`))
  if (incident.course) {
    await io.line()
    await io.line(io.paint('bold', courseWords(incident.course, incident.type === 'air_raid_alert' ? 'until' : 'restored')))
    for (const moment of [...incident.course.began, ...incident.course.ended, ...incident.course.lasted]) await io.line(`    “${safe(moment.quote)}”  ${io.paint('dim', `claim ${moment.claim.slice(0, 8)}`)}`)
  }
  for (const figure of incident.figures) {
    await io.line()
    await io.line(`${io.paint('bold', figureWords(figure))}  ${io.paint('dim', figure.rule.startsWith('decision ') ? `by ${figure.rule}` : `by the rule "${figure.rule}"`)}`)
    for (const says of figure.says) await printSaying(says, sources, io)
  }
  await printMatrix(matrixOf(incident), io)
  for (const one of incident.disagreements ?? []) {
    await io.line()
    await io.line(io.paint('yellow', 'Two voices disagree'))
    for (const quote of one.quotes) await io.line(`  “${safe(quote)}”`)
  }
  const counts = new Set(incident.figures.flatMap((figure) => figure.says.map((says) => says.claim)))
  const others = incident.claims.filter((id) => !counts.has(id) && sources.has(id))
  if (others.length > 0) {
    await io.line()
    await io.line(io.paint('bold', incident.figures.length > 0 ? 'Also said' : 'As it was said'))
  }
  for (const id of others) {
    const { claim, report } = sources.get(id)!
    await io.line(`  ${safe(claimWords(claim, report.text))}, ${attributed(claim.claimant?.name ?? null, claim.stance, report)}`)
    await io.line(`    “${safe(claim.quote)}”  ${io.paint('dim', `claim ${id.slice(0, 8)}`)}`)
  }
  if (decisions.length === 0) return
  await io.line()
  await io.line(io.paint('bold', 'Decided'))
  for (const standing of decisions) await printDecision(standing, io)
}

/** Who gives which figure, where several give several; and which of them count once. */
async function printMatrix(matrix: Matrix, io: Io): Promise<void> {
  if (matrix.rows.length < 2) return
  if (matrix.figures.length > 1) {
    await io.line()
    await io.table(matrix.rows.map((row) => [
      { text: `${row.voice}${row.isOutlet ? ' (itself)' : ''}`, style: 'bold' as const },
      ...row.cells.map((cell) => cell.map(({ value, bound, stance, superseded_by }) => `${stance === 'denied' ? 'denies ' : ''}${shortValue(value, bound, null)}${superseded_by === null ? '' : ' (was)'}`).join(', ')),
    ]), { head: ['voice', ...matrix.figures.map(({ measure, of }) => `${countedWord(of, 2)} ${measureWord(measure, of)}`)] })
  }
  for (const { origin, voices, outlets } of countedOnce(matrix)) {
    const speakers = [...new Set([...voices, ...outlets])]
    await io.line(io.paint('dim', safe(`counted once: ${speakers.join(', ')} (${origin.startsWith('says ') ? 'all from one speaker' : 'one agency, publisher or text'})`)))
  }
}

/** Why a value is shown and counts for nothing, and who of it has died since. */
function asideWords({ aside, moved }: Saying): string {
  const parts = [aside === 'part' ? 'a part of those counted' : aside === 'died_since' ? 'of the wounded, died since' : aside === 'running_total' ? 'a running total' : null, moved === undefined ? null : moved.by < 0 ? `${counted(-moved.by, 'of them', 'of them')} died since` : `and ${counted(moved.by, 'wounded', 'wounded')} who died since`]
  return parts.filter((part) => part !== null).join(', ')
}

async function printSaying(says: Saying, sources: Sources, io: Io): Promise<void> {
  const source = sources.get(says.claim)
  const quantity = source?.claim.quantities.find((one) => one.value === says.value && one.bound === says.bound)
  const own = source === undefined || quantity === undefined ? null : source.report.text.slice(quantity.start, quantity.end)
  const value = spokenValue(says.value, says.bound, own)
  const grades = gradeWords(says)
  const by = source === undefined ? safe(says.claimant ?? says.report) : attributed(says.claimant, says.stance, source.report)
  const aside = asideWords(says)
  await io.line(`  ${says.superseded_by === null ? value : `${value} (an earlier number, replaced since)`}${aside === '' ? '' : ` (${aside})`}, ${by}${grades === '' ? '' : `  ${io.paint('cyan', grades)}`}`)
  await io.line(`    “${safe(says.quote)}”  ${io.paint('dim', `claim ${says.claim.slice(0, 8)}`)}`)
}

/** "source B, information 2": what people graded. */
function gradeWords({ source_grade, information_grade }: Saying): string {
  return [source_grade === undefined ? null : `source ${source_grade}`, information_grade === undefined ? null : `information ${information_grade}`].filter((part) => part !== null).join(', ')
}

const STANCES = { asserted: 'according to', denied: 'denied by', unconfirmed: 'unconfirmed, from' } as const

function attributed(claimant: string | null, stance: Claim['stance'], report: Report): string {
  const voice = claimant ?? report.outlet ?? 'the report itself'
  const where = [claimant === null ? null : report.outlet, report.published?.slice(0, 10) ?? null].filter((part) => part !== null).join(', ')
  return safe(`${STANCES[stance]} ${voice}${where === '' ? '' : `, ${where}`} (${report.doc})`)
}
