import type { Standing } from '../../review/standing.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'

/** `decisions [INCIDENT]`. */
export const command: Command = {
  name: 'decisions',
  summary: 'List what people decided, and which decisions need another look',
  usage: '[INCIDENT] [--look] [--cases] [--annotation DIR]',
  about: `Lists every decision, oldest first, or those about one incident: who, what, why, and whether it still holds. Decisions are never edited; what was undone stays in the list.

A decision needs another look where claims that it names are found no more (after a better extractor), where the incident's claims have changed since it was judged, or where the record no longer does as it says.

--annotation writes what a reading should have found (added and corrected claims) as cases.facts.jsonl and cases.incidents.jsonl, what it should not have found (rejected claims) as cases.wrong.jsonl, and their reports as manifest.jsonl ("dateline eval DIR --raw"). Those reports are annotated in part alone: how much is found can be scored by them, not how much is found wrongly.`,
  options: [
    { name: 'look', summary: 'only decisions that need another look' },
    { name: 'cases', summary: 'claims that people added, rejected or corrected, with their words, as cases to improve the reading (implies --json)' },
    { name: 'annotation', value: 'DIR', summary: 'write the same cases into DIR as annotation that "dateline eval" reads' },
    DATA_OPTION, JSON_OPTION,
  ],
  operands: { min: 0, max: 1 },
  examples: ['dateline decisions', 'dateline decisions 3fa81c02', 'dateline decisions --look --json', 'dateline decisions --annotation cases'],
  async run(args, io) {
    const asked = args.positionals[0]
    const [{ withIncidents }, review, { decisionLine, printDecision }, { safe }] = await Promise.all([import('../open-incidents.ts'), import('../../pipeline/review.ts'), import('../decision-text.ts'), import('../terminal.ts')])
    await withIncidents(args.data(), io, async (store, incidents) => {
      const found = asked === undefined ? undefined : await incidents.find(asked)
      if (found === null) throw new UserError(`There is no incident "${safe(asked!)}" here, and there never was.`, '"dateline incidents" lists them.')
      const all: Standing[] = await review.decisionsStanding(store, incidents.of, found?.incident.claims)
      if (args.flag('cases')) {
        for await (const one of review.casesOf(store, all)) await io.json(one)
        return
      }
      const annotation = args.text('annotation')
      if (annotation !== undefined) {
        const [{ annotatedCases }, { writeCases }] = await Promise.all([import('../../pipeline/cases.ts'), import('../write-cases.ts')])
        await writeCases(annotation, await annotatedCases(store, all), io)
        return
      }
      const shown = args.flag('look') ? all.filter(({ state }) => state === 'look') : all
      if (args.flag('json')) for (const standing of shown) await io.json(decisionLine(standing))
      else if (shown.length > 0) for (const standing of shown) await printDecision(standing, io)
      else await io.line(all.length > 0 ? 'No decision needs another look.' : 'Nobody has decided anything yet: "dateline decide --help" says how.')
    })
    return EXIT.ok
  },
}
