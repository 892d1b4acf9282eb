// One report as it was read, its versions, and its bytes as they came.
import { z } from 'zod'
import { DATE_RANGE, MEASURE, COUNTED_THING, BOUND, PLACE, REPORT_SUMMARY, STANCE, TROUBLE } from '../schemas/shared.ts'
import { headerOf, type Archived } from '../../model/fetch.ts'
import { PASSAGE_KINDS } from '../../model/report.ts'
import { copiesOf } from '../../pipeline/copies.ts'
import { shapingOf, withDecidedClaims } from '../../pipeline/review.ts'
import { reportSummary } from '../answers.ts'
import { reportRuns } from '../report-runs.ts'
import { AskError, rawRoute, route, type Route } from '../route.ts'

const CLAIM = z.object({
  id: z.string(), type: z.string().nullable(), claimant: z.object({ name: z.string(), role: z.string().nullable(), channel: z.string().nullable() }).nullable(), stance: STANCE, quote: z.string(),
  place: PLACE.nullable(), date: DATE_RANGE.nullable(), rule: z.string(), incident: z.string().nullable(),
  quantities: z.array(z.object({ measure: MEASURE, of: COUNTED_THING, value: z.number(), bound: BOUND, cumulative: z.boolean(), words: z.string() })),
})

export const REPORT = z.object({
  summary: REPORT_SUMMARY, url: z.string().nullable(), language: z.string().nullable(), kind: z.enum(['article', 'live_blog']), publishedFrom: z.string().nullable(), sha256: z.string(), original: z.string().nullable().describe('SHA-256 of the kept bytes that the report was taken out of: a mail, a document, a feed'), file: z.string().nullable(), fetched: z.string().nullable().describe('when the bytes came, ISO'),
  archived: z.object({ archive: z.string(), at: z.string().nullable().describe('when it was recorded, ISO'), status: z.number().nullable().describe('the server\'s answer'), id: z.string().nullable().describe('of the archive\'s record') }).nullable().describe('the web archive that it was found in'),
  versions: z.array(REPORT_SUMMARY),
  runs: z.array(z.object({ kind: z.enum(PASSAGE_KINDS), start: z.number().describe('into the text that its pieces make'), post: z.number().nullable(), pieces: z.array(z.object({ text: z.string(), claims: z.array(z.number()), number: z.object({ claim: z.number(), number: z.number() }).nullable() })) })),
  posts: z.array(z.object({ id: z.string(), author: z.string().nullable(), heading: z.string().nullable(), time: z.string().nullable(), modified: z.string().nullable(), supersedes: z.number().nullable(), replaced: z.boolean(), pinned: z.boolean(), summary: z.boolean() })),
  claims: z.array(CLAIM),
  removed: z.array(z.object({ text: z.string(), why: z.string() })), captions: z.array(z.string()), credits: z.array(z.string()), trouble: z.array(TROUBLE),
  copies: z.array(REPORT_SUMMARY.extend({ shared: z.number().nullable().describe('share of the shorter text that stands in the other as it was, about; the rest was rewritten') })).describe('reports that give the same figures from the same origin'),
})

const ASKED = z.object({ id: z.string().min(1).max(2000) })
const VERSION = z.object({ version: z.coerce.number().int().min(1).optional() })

export const REPORT_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/reports/:id', role: 'reader', summary: 'A report with its claims marked in the text', params: ASKED, query: VERSION, answer: REPORT,
    async handle({ params: { id }, query: { version }, desk }) {
      const kept = await desk.store.report(id, version)
      if (kept === null) return null
      const found = withDecidedClaims(kept, (await shapingOf(desk.store)).claims)
      const { report, claims, summary, record } = found
      const [versions, incidents] = [await desk.store.versions(summary.id), await desk.store.incidentsOfClaims(claims.map((claim) => claim.id))]
      const place = new Map(report.posts.map((post, i) => [post.id, i]))
      const replaced = new Set(report.posts.map((post) => post.supersedes))
      return {
        summary: reportSummary(summary), url: report.url, language: report.language, kind: report.kind, publishedFrom: report.publishedFrom ?? null, sha256: summary.sha256, original: record.original ?? null, file: record.file ?? null, fetched: report.fetched ?? null, archived: record.archived === undefined ? null : archivedAnswer(record.archived),
        versions: versions.map(reportSummary), runs: reportRuns(report, claims),
        posts: report.posts.map((post) => ({ id: post.id, author: post.author, heading: post.heading, time: post.time, modified: post.modified, supersedes: post.supersedes === null ? null : place.get(post.supersedes) ?? null, replaced: replaced.has(post.id), pinned: post.pinned === true, summary: post.summary === true })),
        claims: claims.map((claim) => ({
          id: claim.id, type: claim.type, claimant: claim.claimant, stance: claim.stance, quote: claim.quote, place: claim.place, date: claim.date, rule: claim.rule, incident: incidents.get(claim.id) ?? null,
          quantities: claim.quantities.map(({ measure, of, value, bound, cumulative, start, end }) => ({ measure, of, value, bound, cumulative, words: report.text.slice(start, end) })),
        })),
        removed: report.removed, captions: report.captions, credits: report.credits, trouble: report.trouble,
        copies: (await copiesOf(desk.store, found, incidents.values())).map((copy) => ({ ...reportSummary(copy.summary), shared: copy.shared })),
      }
    },
  }),
  rawRoute({
    method: 'get', path: '/api/reports/:id/bytes', role: 'reader', summary: 'The bytes as they came, to be saved and never shown; with original=1 those that the report was taken out of', params: ASKED, query: VERSION.extend({ original: z.literal('1').optional() }), answers: 'application/octet-stream',
    async respond({ params: { id }, query: { version, original }, desk }) {
      const found = await desk.store.report(id, version), sha256 = original === undefined ? found?.summary.sha256 : found?.record.original
      const bytes = sha256 === undefined ? null : await desk.store.readBytes(sha256)
      if (sha256 === undefined || bytes === null) throw new AskError(404, 'not_there', {}, 'There are no bytes of that report here.')
      return new Response(Uint8Array.from(bytes), { headers: {
        'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${sha256.slice(0, 16)}.bin"`,
        'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff',
      } })
    },
  }),
]

/** What the archive itself says of its record. */
function archivedAnswer({ archive, status, record }: Archived): NonNullable<z.input<typeof REPORT>['archived']> {
  const said = (name: string): string | null => headerOf({ headers: record }, name) ?? null
  return { archive, status, at: said('warc-date'), id: said('warc-record-id') }
}

export type ReportAnswer = z.output<typeof REPORT>
