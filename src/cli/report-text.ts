// A report for a terminal: its text with claims marked and numbered, and the claims in a list.
import type { Claim, Span } from '../model/claim.ts'
import type { Report } from '../model/report.ts'
import { placeWords, rangeWords, removalWords } from '../site/words.ts'
import type { KeptReading, VersionSummary } from '../store/store.ts'
import type { Io, Style } from './command.ts'
import type { Copy } from '../pipeline/copies.ts'
import { claimWords } from './incident-words.ts'
import { safe } from './terminal.ts'

interface Shown {
  reading: KeptReading
  versions: readonly VersionSummary[]
  /** Claim to incident. */
  incidents: ReadonlyMap<string, string>
  copies: readonly Copy[]
  removed: boolean
}

const STYLES: Readonly<Record<string, Style>> = { headline: 'bold', subheading: 'bold', post_heading: 'bold', byline: 'dim', credit: 'dim', caption: 'italic' }

/** Prints head, text and claims. */
export async function printReport({ reading, versions, incidents, copies, removed }: Shown, io: Io): Promise<void> {
  const { report, claims, summary } = reading
  const about = [report.outlet, report.published, summary.doc, `version ${summary.version} of ${versions.length}`].filter((part) => part !== null)
  if (report.title !== null) await io.line(io.paint('bold', safe(report.title)))
  await io.line(io.paint('dim', about.map(safe).join(' · ')))
  if (report.url !== null) await io.line(io.paint('dim', safe(report.url)))
  await io.line()
  await io.write(markedText(report, claims, io))
  await io.line()
  for (const trouble of report.trouble) await io.line(io.paint('yellow', safe(trouble.message)))
  if (claims.length === 0) await io.line('No claim was found in this report.')
  else await io.table(claims.map((claim, i) => [
    { text: `[${i + 1}]`, style: 'cyan' }, claimWords(claim, report.text), claim.claimant?.name ?? report.outlet ?? 'the report itself', claim.stance === 'asserted' ? '' : claim.stance,
    placeWords(claim.place), rangeWords(claim.date), { text: incidents.get(claim.id)?.slice(0, 8) ?? '', style: 'dim' },
  ]), { head: ['', 'what', 'according to', '', 'where', 'when', 'incident'], elastic: 1, wrap: true })
  if (copies.length > 0) await io.line()
  for (const { summary: { doc, outlet }, shared } of copies) await io.line(`The same from the same origin: ${safe(outlet === null ? doc : `${outlet}, ${doc}`)}${shared === null ? '' : `, about ${Math.round(shared * 100)} % of the words in common, ${100 - Math.round(shared * 100)} % rewritten`}.`)
  await io.line()
  const { archived } = reading.record
  if (archived !== undefined) await io.line(io.paint('dim', safe(`From the web archive ${archived.archive}${report.fetched === undefined ? '' : `, fetched ${report.fetched}`}${archived.status === null ? '' : `, answered ${archived.status}`}.`)))
  await io.line(io.paint('dim', `The bytes are kept under SHA-256 ${summary.sha256}${reading.record.original === undefined ? '' : `,\ntaken out of what came, kept under ${reading.record.original}`}.`))
  if (!removed) return
  await io.line()
  await io.table(report.removed.map((removal) => [removalWords(removal), removal.text]), { head: ['taken out as', 'words'], elastic: 1 })
}

/** The text, claims underlined (⟦…⟧ where there is no colour), each followed by its number. Ends with a line end. */
export function markedText(report: Report, claims: readonly Claim[], io: Pick<Io, 'paint'>): string {
  const { text } = report
  const coloured = io.paint('bold', 'x') !== 'x'
  const marked = union(claims.flatMap((claim) => [{ start: claim.start, end: claim.end }, ...claim.also]))
  const numbers = new Map<number, number[]>()
  claims.forEach((claim, i) => { for (const { end } of [claim, ...claim.also]) numbers.set(end, [...numbers.get(end) ?? [], i + 1]) })
  const cuts = [...new Set([0, text.length, ...marked.flatMap(({ start, end }) => [start, end]), ...numbers.keys(), ...report.passages.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  let out = '', m = 0, p = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!, end = cuts[i + 1]!
    while (m < marked.length && marked[m]!.end <= start) m++
    while (p < report.passages.length && report.passages[p]!.end <= start) p++
    const inside = m < marked.length && marked[m]!.start <= start
    const passage = report.passages[p]
    const styles: Style[] = []
    const style = passage !== undefined && passage.start <= start ? STYLES[passage.kind] : undefined
    if (style !== undefined) styles.push(style)
    if (inside) styles.push('underline')
    if (!coloured && inside && marked[m]!.start === start) out += '⟦'
    out += text.slice(start, end).split('\n').map((line) => (line === '' ? '' : paintLine(line, styles, io))).join('\n')
    if (!coloured && inside && marked[m]!.end === end) out += '⟧'
    const found = numbers.get(end)
    if (found !== undefined) out += io.paint('cyan', `[${found.join(',')}]`)
  }
  return `${out.trimEnd()}\n`
}

/** Spaces at the ends are kept, which `safe` alone leaves as they are. */
function paintLine(line: string, styles: readonly Style[], io: Pick<Io, 'paint'>): string {
  const clean = safe(line)
  return styles.length === 0 ? clean : io.paint(styles, clean)
}

function union(spans: Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = whole.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else whole.push({ ...span })
  }
  return whole
}
