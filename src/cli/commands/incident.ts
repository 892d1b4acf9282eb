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
    const [{ withIncidents }, { printIncident, wordsOf }, { decisionsStanding, sourcesOf }, { decisionLine }, { incidentSubject }, { safe }] = await Promise.all([import('../open-incidents.ts'), import('../incident-text.ts'), import('../../pipeline/review.ts'), import('../decision-text.ts'), import('../../model/decision.ts'), import('../terminal.ts')])
    await withIncidents(args.data(), io, async (store, incidents) => {
      const found = await incidents.find(asked)
      if (found === null) throw new UserError(`There is no incident "${safe(asked)}" here, and there never was.`, '"dateline incidents" lists them; the beginning of an id is enough (four digits or more).')
      const sources = await sourcesOf(store, found.incident.claims)
      const state = await store.stateOf(incidentSubject(found.incident.id)), decisions = await decisionsStanding(store, incidents.of, found.incident.claims)
      if (args.flag('json')) await io.json({ ...found.incident, asked, found_as: found.as, state, decisions_taken: decisions.map(decisionLine), words: wordsOf(found.incident, sources) })
      else await printIncident({ found, asked, sources, state, decisions }, io)
    })
    return EXIT.ok
  },
}

