import type { Incident } from '../../model/incident.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, type Command } from '../command.ts'

/** `outages`. */
export const command: Command = {
  name: 'outages',
  summary: 'List outages: where, when, how many without service, after what',
  usage: '[--json]',
  about: 'An outage has its days, when service was lost and restored as far as somebody says so, its area, the customers without service as far as somebody counts them, and the strike that it came after where one is told. "dateline incident ID" shows the words of each.',
  options: [DATA_OPTION, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline outages', 'dateline outages --json'],
  async run(args, io) {
    const [{ withIncidents }, { outagesOf }, { placeWords, rangeWords }, { courseWords }, { figureWords }] = await Promise.all([import('../open-incidents.ts'), import('../../model/lasting.ts'), import('../../site/words.ts'), import('../../site/course-words.ts'), import('../incident-words.ts')])
    await withIncidents(args.data(), io, async (_, incidents) => {
      const all: Incident[] = []
      for await (const incident of incidents.list()) all.push(incident)
      const outages = outagesOf(all)
      if (args.flag('json')) for (const outage of outages) await io.json(outage)
      else if (outages.length === 0) await io.line('No outage yet. What reports tell of power, water and connections lost will stand here.')
      else await io.table(outages.map(({ incident, place, date, course, customers, cause }) => [{ text: incident.slice(0, 8), style: 'dim' }, rangeWords(date), courseWords(course, 'restored'), placeWords(place), customers === null ? 'no figure' : figureWords(customers), cause === null ? '' : cause.slice(0, 8)]), { head: ['id', 'day', 'lost and restored', 'where', 'without service', 'after'], elastic: 3 })
    })
    return EXIT.ok
  },
}
