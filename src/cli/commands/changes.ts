import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'

/** `changes`. */
export const command: Command = {
  name: 'changes',
  summary: 'List what reports changed: claims that came, went or say something else; corrections',
  usage: '[--since WHEN] [--report ID]',
  about: 'Each version of a page, and each wording of a live blog\'s post, is set beside the one before, in terms of what is reported: which claims were added, which dropped, and of which the figure, the claimant, the place, the day or something else changed. Words that only moved, or say the same otherwise, are no change. What a version says in a notice ("Correction: …", "This article was amended on …", "An earlier version of this article said …") is shown with its words. Posts that fell off the end of a live blog were not taken back and are not listed. Where one claim became another cannot be told, one is dropped and one added.',
  options: [
    { name: 'since', value: 'WHEN', summary: 'only changes kept here since this day or moment (2031-05-06, 2031-05-06T14:00Z)' },
    { name: 'report', value: 'ID', summary: 'only of this report' },
    DATA_OPTION, JSON_OPTION,
  ],
  operands: { min: 0, max: 0 },
  examples: ['dateline changes', 'dateline changes --since 2031-05-06', 'dateline changes --report harbour-live --json'],
  async run(args, io) {
    const since = momentOf(args.text('since')), asked = args.text('report')
    const [{ withIncidents }, { changesOfStore }, { printChange }, { safe }] = await Promise.all([import('../open-incidents.ts'), import('../../pipeline/changes/of-store.ts'), import('../changes-text.ts'), import('../terminal.ts')])
    return withIncidents(args.data(), io, async (store) => {
      const report = asked === undefined ? null : await store.report(asked)
      if (asked !== undefined && report === null) throw new UserError(`There is no report "${safe(asked)}" here.`, 'A report is asked for by the name that "dateline add" printed, its address, or the beginning of its id (four digits or more).')
      let listed = 0, looked = 0
      const chosen = { ...(since === undefined ? {} : { since }), ...(report === null ? {} : { reports: [report.summary.id] }) }
      for await (const change of changesOfStore(store, chosen, (reports) => { looked = reports; io.progress('reports looked at:', reports, null) })) {
        io.signal.throwIfAborted()
        const incidents = await store.incidentsOfClaims(change.claims.flatMap(({ before, after }) => [before, after].flatMap((claim) => claim?.id ?? [])))
        if (args.flag('json')) await io.json({ ...change, incidents: Object.fromEntries(incidents) })
        else {
          if (listed > 0) await io.line()
          await printChange(change, incidents, io)
        }
        listed++
      }
      if (!args.flag('json') && listed === 0) await io.line(looked === 0 ? 'No report came since then.' : 'No report changed what it reports, and none has a correction.')
      return EXIT.ok
    })
  },
}

/** A day or a moment as an ISO moment of UTC; a day begins at its midnight there. */
function momentOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const at = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(at)) throw new UserError('--since takes a day (2031-05-06) or a moment (2031-05-06T14:00Z).')
  return new Date(at).toISOString()
}
