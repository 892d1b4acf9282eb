import type { Explanation } from '../../stages/resolve/index.ts'
import type { Store } from '../../store/store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type DataFolder, type Io } from '../command.ts'

/** `incident ID`. */
export const command: Command = {
  name: 'incident',
  summary: 'Show an incident: its figures, every voice, the exact words',
  usage: 'ID [--why]',
  about: 'ID is an incident\'s id as "dateline incidents" prints it, or the beginning of one. An id that was ever shown is found for ever: where the incident was joined with another, that one is shown. With --why each telling is set beside the one that it is most like, and the nearest others beside those that they are most like, with scores in words: natural log-odds, 0 and more for one event.',
  options: [{ name: 'why', summary: 'why these claims are one incident, and the nearest that were kept apart' }, DATA_OPTION, JSON_OPTION],
  operands: { min: 1, max: 1 },
  examples: ['dateline incident 3fa81c02', 'dateline incident 3fa81c02 --why', 'dateline incident 3fa81c02 --json'],
  async run(args, io) {
    const asked = args.positionals[0]!
    const [{ withIncidents }, { printIncident, wordsOf }, { decisionsStanding, sourcesOf }, { decisionLine }, { incidentSubject }, { matrixOf }, { safe }] = await Promise.all([import('../open-incidents.ts'), import('../incident-text.ts'), import('../../pipeline/review.ts'), import('../decision-text.ts'), import('../../model/decision.ts'), import('../../model/matrix.ts'), import('../terminal.ts')])
    await withIncidents(args.data(), io, async (store, incidents) => {
      const found = await incidents.find(asked)
      if (found === null) throw new UserError(`There is no incident "${safe(asked)}" here, and there never was.`, '"dateline incidents" lists them; the beginning of an id is enough (four digits or more).')
      const sources = await sourcesOf(store, found.incident.claims)
      const state = await store.stateOf(incidentSubject(found.incident.id)), decisions = await decisionsStanding(store, incidents.of, found.incident.claims)
      const why = args.flag('why') && found.as !== 'gone' ? await whyOf(args.data(), store, found.incident.id, io) : undefined
      if (args.flag('json')) await io.json({ ...found.incident, asked, found_as: found.as, state, matrix: matrixOf(found.incident), decisions_taken: decisions.map(decisionLine), words: wordsOf(found.incident, sources), ...(why === undefined ? {} : { why }) })
      else {
        await printIncident({ found, asked, sources, state, decisions }, io)
        if (why !== undefined) await printWhy(why, io)
      }
    })
    return EXIT.ok
  },
}

async function whyOf(folder: DataFolder, store: Store, id: string, io: Io): Promise<Explanation | null> {
  const [{ whyOf: why }, { readSettings }, { openGazetteerFor }] = await Promise.all([import('../../pipeline/why.ts'), import('../../store/settings.ts'), import('../open-gazetteer.ts')])
  const gazetteer = await openGazetteerFor(io, folder.path)
  try {
    return await why(store, id, await readSettings(folder.path), gazetteer)
  } finally {
    gazetteer.close()
  }
}

async function printWhy(why: Explanation | null, io: Io): Promise<void> {
  const [{ explanationLines }, { safe }] = await Promise.all([import('../../stages/resolve/index.ts'), import('../terminal.ts')])
  await io.line()
  await io.line(io.paint('bold', 'Why'))
  if (why === null) await io.line('  A running total: what one claimant counts of one place on one day belongs together.')
  else for (const line of explanationLines(why)) await io.line(`  ${safe(line)}`)
}
