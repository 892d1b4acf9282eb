// Which reports are one origin: one publisher's editions, near-copies of one text, what is credited to one agency.
import { foldPlaceName } from '../../geo/fold.ts'
import { cellList, readTable } from '../../gazetteer/table.ts'
import { sketchOf, type Sketch } from './copies.ts'
import { CopyIndex } from './copy-index.ts'

/** What is looked at to tell an origin. */
export interface OriginReport {
  key: string
  outlet: string | null
  url: string | null
  title: string | null
  /** The report that the page says it is a copy of, by key. */
  canonical?: string | undefined
  text?: string
  /** ISO date or date-time. */
  published: string | null
}

const AGENCIES = new Map<string, string>()
for (const { agency, words } of readTable(new URL('./agencies.tsv', import.meta.url), ['agency', 'words'])) for (const name of cellList(words)) AGENCIES.set(foldPlaceName(name), foldPlaceName(agency))

/** The short name of a news agency that a folded name stands for, else null. */
export const agencyOf = (folded: string): string | null => AGENCIES.get(folded) ?? null

const SHORT_NAMES: ReadonlySet<string> = new Set(AGENCIES.values())
/** true for an origin group that is a news agency. */
export const isAgency = (group: string): boolean => SHORT_NAMES.has(group)

/** Parts of a host's name that stand for a whole country's or trade's hosts, before its last label ("co.uk", "com.ua"). */
const SECOND_LEVEL = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'gouv', 'ac', 'edu', 'mil', 'in', 'kyiv', 'kiev'])

/** The registrable part of a URL's host: "https://news.example.co.uk/x" gives "example.co.uk". Null where it is no web address. */
export function hostOf(url: string | null): string | null {
  const host = url === null ? undefined : /^https?:\/\/([^/:?#@]+)/i.exec(url)?.[1]
  if (!host) return null
  const labels = host.toLowerCase().split('.').filter((label) => label !== '')
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1)!)) return host.toLowerCase()
  const take = labels.length > 2 && labels.at(-1)!.length === 2 && SECOND_LEVEL.has(labels.at(-2)!) ? 3 : 2
  return labels.slice(-take).join('.')
}

const LONG_ENOUGH = 5

/** An agency's services bear its name first: "reuters pictures", "associated press newswires". */
function agencyAtHead(name: string): string | null {
  for (let space = name.lastIndexOf(' '); space >= LONG_ENOUGH; space = name.lastIndexOf(' ', space - 1)) {
    const agency = AGENCIES.get(name.slice(0, space))
    if (agency !== undefined) return agency
  }
  return null
}

/** The publisher of a report: its outlet without the edition ("Interfax: Military Weekly" gives "interfax"), an agency by its short name; else its host, else itself. */
export function publisherOf({ outlet, url, key }: Pick<OriginReport, 'outlet' | 'url' | 'key'>): string {
  const name = outlet ? foldPlaceName(outlet.split(/[:|(]| - /)[0]!) : ''
  if (name !== '') return AGENCIES.get(name) ?? agencyAtHead(name) ?? name
  return hostOf(url) ?? `report ${key}`
}

const EDGE = 400
const DATELINE = /\(([A-Z][\w .-]{1,40})\)\s*[-–—]/
const CREDIT = /(?:^|\n)\s*(?:source|credit|original(?:ly published)? (?:by|in)|via|джерело|источник)\s*:\s*([^\n]{2,60})/i

/** The agency whose story a text says it is: "(Reuters) –" at its head, or a line "Source: AFP" at its end. Null where it says none. */
export function creditedAgency(text: string | undefined): string | null {
  if (!text) return null
  const head = DATELINE.exec(text.slice(0, EDGE))?.[1]
  const credit = CREDIT.exec(text.slice(-EDGE))?.[1]
  for (const words of [head, credit]) {
    const agency = words === undefined ? undefined : AGENCIES.get(foldPlaceName(words))
    if (agency) return agency
  }
  return null
}

/**
 * The origin group of each report, by index: the same for one publisher, for what is credited to one agency, and for near-copies
 * (of which the first published gives the name). An agency and those who print it are one.
 */
export const originGroups = (reports: readonly OriginReport[]): string[] => groupOrigins(reports.map(tracesOf))

/** What is kept of a report to tell its origin among others. */
export interface Traces {
  key: string
  published: string | null
  /** The agency that it credits, else its publisher. */
  own: string
  publisher: string
  sketch: Sketch | null
  /** The report that it says it is a copy of, by key. */
  canonical?: string
}

export function tracesOf(report: OriginReport): Traces {
  const publisher = publisherOf(report)
  return { key: report.key, published: report.published, own: creditedAgency(report.text) ?? publisher, publisher, sketch: sketchOf(report.text ?? report.title ?? ''), ...(report.canonical === undefined ? {} : { canonical: report.canonical }) }
}

/** `originGroups` from what was kept of each report. */
export function groupOrigins(reports: readonly Traces[]): string[] {
  const own = reports.map((report) => report.own), groups = [...own]
  for (const group of groupCopies(reports)) for (const i of group) groups[i] = own[group[0]!]!
  return groups
}

/** Which reports are copies of one text, by index: near-copies, and what names another of them as its own address. Each group has what it is a copy of first: what its members name, else the first published. */
export function groupCopies(reports: readonly Pick<Traces, 'key' | 'published' | 'sketch' | 'canonical'>[]): number[][] {
  const byKey = new Map(reports.map(({ key }, i) => [key, i])), named = new Set(reports.flatMap(({ canonical }) => canonical ?? []))
  const last = (i: number): string => `${named.has(reports[i]!.key) ? 0 : 1}${reports[i]!.published ?? '~'}`
  const order = reports.map((_, i) => i).sort((a, b) => byText(last(a), last(b)) || byText(reports[a]!.key, reports[b]!.key))
  const place = new Map(order.map((i, at) => [i, at])), index = new CopyIndex()
  for (const i of order) index.add(reports[i]!.sketch)
  const namedFirst = new Map<string, number>()
  for (const [at, i] of order.entries()) {
    const { canonical } = reports[i]!
    if (canonical === undefined) continue
    const there = byKey.get(canonical), other = there === undefined ? namedFirst.get(canonical) : place.get(there)
    if (other !== undefined) index.join(at, other)
    namedFirst.set(canonical, at)
  }
  return [...Map.groupBy(order.entries(), ([at]) => index.firstOf(at)).values()].map((group) => group.map(([, i]) => i))
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
