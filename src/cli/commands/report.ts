import type { Report } from '../../model/report.ts'
import type { KeptReading, Store } from '../../store/store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'

/** `report ID`. */
export const command: Command = {
  name: 'report',
  summary: 'Show a kept report with its claims marked in the text',
  usage: 'ID [--version N] [--removed]',
  about: 'ID is the name that "dateline add" printed, the report\'s address, or the beginning of its id. Claims are marked and numbered in the text, and listed below it: what, according to whom, where, when, and the incident they belong to.',
  options: [
    { name: 'version', value: 'N', summary: 'this version instead of the current one' },
    { name: 'removed', summary: 'list what was taken out of the page, and why' },
    DATA_OPTION,
    JSON_OPTION,
  ],
  operands: { min: 1, max: 1 },
  examples: ['dateline report harbour-live', 'dateline report harbour-live --version 1', 'dateline report harbour-live --json'],
  async run(args, io) {
    const asked = args.positionals[0]!, version = args.integer('version', { min: 1 })
    const [{ withIncidents }, { reportLine }, { printReport }, { safe }, { copiesOf }] = await Promise.all([import('../open-incidents.ts'), import('../../pipeline/report-line.ts'), import('../report-text.ts'), import('../terminal.ts'), import('../../pipeline/copies.ts')])
    await withIncidents(args.data(), io, async (store) => {
      const found = await store.report(asked, version)
      if (found === null) throw new UserError(`There is no report "${safe(asked)}"${version === undefined ? '' : ` with a version ${version}`} here.`, 'A report is asked for by the name that "dateline add" printed, its address, or the beginning of its id (four digits or more).')
      const versions = await store.versions(found.summary.id)
      const incidents = await store.incidentsOfClaims(found.claims.map((claim) => claim.id))
      const copies = await copiesOf(store, found, incidents.values())
      if (args.flag('json')) {
        const { id, version, current, sha256, raw, engine, addedAt } = found.summary
        const line = reportLine(await withPostsOfBefore(store, found), { claims: found.claims, statements: found.statements, places: [], times: [], notes: [] }, false)
        await io.json({ id, version, current, versions: versions.map((one) => ({ version: one.version, added: one.addedAt, sha256: one.sha256, claims: one.claims })), sha256, raw, engine, added: addedAt, record: found.record, ...line, incidents: Object.fromEntries(incidents), copies: copies.map(({ summary: { id: copy, doc, outlet }, shared }) => ({ report: copy, doc, outlet, shared })) })
      } else await printReport({ reading: found, versions, incidents, copies, removed: args.flag('removed') }, io)
    })
    return EXIT.ok
  },
}

/** The report, its posts linked with what an earlier version made of them. */
async function withPostsOfBefore(store: Store, { report, summary }: KeptReading): Promise<Report> {
  if (summary.versions === 1 || report.posts.length === 0) return report
  const { linkPosts, inOrder } = await import('../../pipeline/versions.ts')
  const all = await Promise.all((await store.versions(summary.id)).map(({ version }) => store.report(summary.id, version)))
  const ordered = inOrder(all.filter((one) => one !== null))
  return { ...report, posts: linkPosts(ordered.map((one) => one.report))[ordered.findIndex((one) => one.summary.version === summary.version)]! }
}
