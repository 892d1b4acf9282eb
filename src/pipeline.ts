// The order of the stages, and what each reads and writes:
//
//   gather   files, folders, manifests, standard input → bytes    a store keeps them under their SHA-256 before they are read
//   read     bytes and record → report
//   extract  report, gazetteer → claims, statements               locates within; kept together with the report, in one step
//   resolve  claims of all reports → incidents                    weighs within; kept with what they were computed from
//
// A few reports side by side (pipeline/batches.ts), nothing held longer than those. A run that was stopped is begun again and goes on:
// bytes that these rules have read are recognised (pipeline/add-reports.ts), and incidents computed from an older state of
// the store are computed anew when they are next asked for (pipeline/refresh-incidents.ts).
import type { Extraction, Span } from './model/claim.ts'
import type { Document } from './model/document.ts'
import type { Gazetteer } from './model/gazetteer.ts'
import type { Report, Trouble } from './model/report.ts'
import { inBatches } from './pipeline/batches.ts'
import { inStep } from './stages/extract/in-step.ts'
import { extracting } from './stages/extract/index.ts'
import { gather, type Gathered, type GatherInputs } from './stages/gather/index.ts'
import { read } from './stages/read/index.ts'
import { languageOf } from './stages/read/language.ts'
import { toDocument } from './text/sentences.ts'
import { ABBREVIATIONS } from './languages/en/abbreviations.ts'

export type { Gathered }

/** Where reports come from: files and folders, then a manifest, then records on standard input. */
export type Sources = GatherInputs

export interface ReadOptions {
  /** The text is reporting already: it is taken as it is. */
  raw: boolean
  gazetteer: Gazetteer
  /** What came from outside is opened and read there, where it cannot stall the rest; absent: here. */
  apart?: Apart
  /** Instead of LONGEST_LOOKED_THROUGH. */
  longest?: number
}

/** Reading that is done elsewhere (pipeline/apart). */
export interface Apart {
  open(gathered: Gathered): AsyncIterable<Gathered>
  openBytes(name: string, bytes: Uint8Array): AsyncIterable<Gathered>
  read(gathered: Gathered, raw: boolean): Promise<ReadReport>
  named(kind: 'sitemap' | 'feed', url: string, bytes: Uint8Array): Promise<{ urls: string[], lists: string[], trouble: Trouble | null }>
}

/** A report with what was found in it. Where it was not read whole, `report.trouble` says why. */
export interface ReadReport {
  report: Report
  extraction: Extraction
  /** `nothing`: there is no text. `part`: there is, but not all of it was looked through. */
  read: 'whole' | 'part' | 'nothing'
}

/** Characters of one report that claims are looked for in: some forty times the longest live blog. More is a file that went wrong, and would only fill the memory. */
export const LONGEST_LOOKED_THROUGH = 12_000_000

/** Characters from which on a detected language is believed; a heading of names can look like any. */
const SURE_OF_LANGUAGE = 80
/** The languages that claims are looked for in. */
export const LANGUAGES_READ: ReadonlySet<string> = new Set(['en'])
const STOPS = { abbreviations: ABBREVIATIONS }

/** The report cut into tokens and sentences, as every rule sees it. */
export function documentOf(report: Report): Document {
  return toDocument(report, STOPS)
}

function nothingFound(): Extraction {
  return { claims: [], statements: [], places: [], times: [], notes: [] }
}

/** Reads what was gathered. Never throws over what is in a report: a fault of a rule of ours is recorded as trouble `fault`, and the run goes on. */
export function readAndExtract(gathered: Gathered, options: ReadOptions): ReadReport {
  return readTogether([gathered], options)[0]!
}

/** The same for a few reports side by side, which is faster than one after the other. */
export function readTogether(gathered: readonly Gathered[], options: ReadOptions): ReadReport[] {
  return inStep(gathered.map((one) => reading(one, options)))
}

function* reading({ record, bytes, trouble }: Gathered, options: ReadOptions): Generator<void, ReadReport, void> {
  const report = readOne(record, bytes, options.raw)
  // what gathering says of missing bytes is the reason; that they are missing needs no second sentence
  if (trouble.length > 0) report.trouble = bytes === null ? [...trouble] : [...trouble, ...report.trouble]
  if (report.text === '') return { report, extraction: nothingFound(), read: 'nothing' }
  const foreign = languageWithoutRules(report)
  if (foreign !== null) {
    report.trouble.push({ code: 'no_language_pack', message: `it is in ${new Intl.DisplayNames('en', { type: 'language' }).of(foreign) ?? foreign} (${foreign}), which Dateline has no rules for yet: nothing was looked for in it` })
    return { report, extraction: nothingFound(), read: 'part' }
  }
  const looked = beginning(report, options.longest ?? LONGEST_LOOKED_THROUGH)
  if (looked !== report) report.trouble.push({ code: 'very_long', message: `claims were looked for in the first ${looked.text.length.toLocaleString('en')} of ${report.text.length.toLocaleString('en')} characters` })
  yield
  try {
    const document = documentOf(looked)
    yield
    return { report, extraction: yield* extracting(document, options.gazetteer), read: looked === report ? 'whole' : 'part' }
  } catch (error) {
    report.trouble.push(fault('looking for claims in', error))
    return { report, extraction: nothingFound(), read: 'part' }
  }
}

/** The language of a report that no rules read; null where rules do, where its words do not say the same as its record or markup, and where they are too few to tell. */
function languageWithoutRules({ language, text }: Report): string | null {
  if (language === null || LANGUAGES_READ.has(language) || languageOf(text) !== language) return null
  return text.length >= SURE_OF_LANGUAGE || !/[a-z]{3}/i.test(text) ? language : null
}

/** The report, or its first characters where it has more than `longest`: up to a space, with the same offsets. */
function beginning(report: Report, longest: number): Report {
  if (report.text.length <= longest) return report
  const space = report.text.lastIndexOf(' ', longest), end = space > longest / 2 ? space : longest
  const within = <Stretch extends Span>(stretches: readonly Stretch[]): Stretch[] => stretches.filter(({ start }) => start < end).map((stretch) => ({ ...stretch, end: Math.min(stretch.end, end) }))
  return { ...report, text: report.text.slice(0, end), passages: within(report.passages), posts: within(report.posts) }
}

function readOne(record: Gathered['record'], bytes: Uint8Array | null, raw: boolean): Report {
  try {
    return read(record, bytes, { raw })
  } catch (error) {
    return blank(record, fault('reading', error))
  }
}

/** What is known of a report that could not be read: what its record states, and why. */
function blank({ html: _html, text: _text, ...stated }: Gathered['record'], trouble: Trouble): Report {
  return { ...read({ ...stated, text: '' }, null, { raw: true }), trouble: [trouble] }
}

/** A report of which reading was stopped. */
export function unreadable(record: Gathered['record'], trouble: Trouble): ReadReport {
  return { report: blank(record, trouble), extraction: nothingFound(), read: 'nothing' }
}

/** Gathers and reads; lazily, in order, a few reports side by side. */
export async function* readReports(sources: Sources, options: ReadOptions): AsyncGenerator<ReadReport> {
  const sizeOf = ({ record, bytes }: Gathered): number => bytes?.length ?? (record.html ?? record.text ?? '').length
  for await (const batch of inBatches(gather(sources), sizeOf)) yield* readTogether(batch, options)
}

function fault(doing: string, error: unknown): Trouble {
  return { code: 'fault', message: `a fault of Dateline while ${doing} it: ${error instanceof Error ? error.message : String(error)}` }
}
