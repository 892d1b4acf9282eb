import type { Claim } from '../../model/claim.ts'
import type { Report } from '../../model/report.ts'
import type { Store } from '../../store/store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'

/** `incident ID`. */
export const command: Command = {
  name: 'incident',
  summary: 'Show an incident: its figures, every voice, the exact words',
  usage: 'ID',
  about: 'ID is an incident\'s id as "dateline incidents" prints it, or the beginning of one. An id that was ever shown is found for ever: where the incident was joined with another, that one is shown.',
  options: [DATA_OPTION, JSON_OPTION],
  operands: { min: 1, max: 1 },
  examples: ['dateline incident 3fa81c02', 'dateline incident 3fa81c02 --json'],
  async run(args, io) {
    const asked = args.positionals[0]!
    const [{ withIncidents }, { printIncident, wordsOf }, { safe }] = await Promise.all([import('../open-incidents.ts'), import('../incident-text.ts'), import('../terminal.ts')])
    await withIncidents(args.data(), io, async (store, incidents) => {
      const found = await incidents.find(asked)
      if (found === null) throw new UserError(`There is no incident "${safe(asked)}" here, and there never was.`, '"dateline incidents" lists them; the beginning of an id is enough (four digits or more).')
      const sources = await sourcesOf(store, found.incident.claims)
      if (args.flag('json')) await io.json({ ...found.incident, asked, found_as: found.as, words: wordsOf(found.incident, sources) })
      else await printIncident(found, asked, sources, io)
    })
    return EXIT.ok
  },
}

/** The claims with their reports; where several versions say one, the current version's. */
async function sourcesOf(store: Store, ids: readonly string[]): Promise<Map<string, { claim: Claim, report: Report }>> {
  const wanted = new Set(ids), sources = new Map<string, { claim: Claim, report: Report }>()
  for await (const { claims, report, summary } of store.readings({ all: true })) {
    for (const claim of claims) if (wanted.has(claim.id) && (summary.current || !sources.has(claim.id))) sources.set(claim.id, { claim, report })
  }
  return sources
}
