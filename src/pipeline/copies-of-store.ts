// All copies that a store holds: which reports tell one text, who had it first, and how much of it each kept.
import { sharedOf, type Sketch } from '../stages/weigh/copies.ts'
import { creditedAgency, groupCopies, publisherOf, tracesOf, type Traces } from '../stages/weigh/origins.ts'
import type { Store, VersionSummary } from '../store/store.ts'

/** A report among those that tell the same. */
export interface CopiedReport {
  summary: VersionSummary
  url: string | null
  /** The agency whose story it says it is, else the words that its page leaves behind ("Source: Read Full Article"); null for none. */
  credit: string | null
}

/** `shared`: as in `Copy`. `names`: its page names the origin as its own address. */
export interface CopyOfOrigin extends CopiedReport {
  shared: number | null
  names: boolean
}

/** What was first, and its copies in the order of publication. No copies: a report that says it is another's, which is not here. */
export interface CopiedText {
  origin: CopiedReport
  copies: CopyOfOrigin[]
}

interface Noted extends CopiedReport, Pick<Traces, 'key' | 'published' | 'sketch' | 'canonical'> {
  /** It credits somebody else. */
  another: boolean
}

/** The longest words of a source line that are shown. */
const LONGEST_CREDIT = 80

/** The texts that more than one current report tells, or of which the only one says that it is another's; those with the most copies first. By an index: what one more report costs does not grow with how many there are. */
export async function copiesOfStore(store: Pick<Store, 'texts'>, seen: (reports: number) => void = () => {}): Promise<CopiedText[]> {
  const reports: Noted[] = []
  for await (const { summary, report } of store.texts()) {
    const { key, published, sketch, canonical } = tracesOf(report), agency = creditedAgency(report.text), publisher = publisherOf(report)
    const line = report.removed.find(({ why }) => why === 'source_line')?.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_CREDIT)
    reports.push({ summary, url: report.url, credit: agency ?? line ?? canonical ?? null, another: line !== undefined || canonical !== undefined || (agency !== null && agency !== publisher), key, published, sketch, ...(canonical === undefined ? {} : { canonical }) })
    seen(reports.length)
  }
  return groupCopies(reports).map((group) => group.map((i) => reports[i]!)).filter((group) => group.length > 1 || group[0]!.another)
    .map(([origin, ...copies]) => ({ origin: shown(origin!), copies: copies.map((copy) => ({ ...shown(copy), shared: shareOf(origin!.sketch, copy.sketch), names: copy.canonical === origin!.key })) }))
    .sort((a, b) => b.copies.length - a.copies.length)
}

const shown = ({ summary, url, credit }: Noted): CopiedReport => ({ summary, url, credit })
const shareOf = (a: Sketch | null, b: Sketch | null): number | null => (a === null || b === null ? null : Math.round(sharedOf(a, b) * 100) / 100)
