import type { Incident } from '../../model/incident.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, type Command } from '../command.ts'

/** `alerts`. */
export const command: Command = {
  name: 'alerts',
  summary: 'List air-raid alerts, with what was hit and shot down under each',
  usage: '[--json]',
  about: 'An alert has its days, when it was declared and lifted as far as somebody says so, its area, the wider alert that it is a part of, and the incidents that happened while it held. "dateline incident ID" shows the words of each.',
  options: [DATA_OPTION, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline alerts', 'dateline alerts --json'],
  async run(args, io) {
    const [{ withIncidents }, { alertsOf }, { placeWords, rangeWords }, { courseWords }] = await Promise.all([import('../open-incidents.ts'), import('../../model/lasting.ts'), import('../../site/words.ts'), import('../../site/course-words.ts')])
    await withIncidents(args.data(), io, async (_, incidents) => {
      const all: Incident[] = []
      for await (const incident of incidents.list()) all.push(incident)
      const alerts = alertsOf(all), short = (ids: readonly string[]): string => ids.map((id) => id.slice(0, 8)).join(' ')
      if (args.flag('json')) for (const alert of alerts) await io.json(alert)
      else if (alerts.length === 0) await io.line('No alert yet. What reports tell of sirens and alerts will stand here.')
      else await io.table(alerts.map(({ incident, place, date, course, part_of, hit, intercepted }) => [{ text: incident.slice(0, 8), style: 'dim' }, rangeWords(date), courseWords(course, 'until'), placeWords(place), part_of === null ? '' : part_of.slice(0, 8), short(hit), short(intercepted)]), { head: ['id', 'day', 'declared and lifted', 'where', 'part of', 'hit', 'shot down'], elastic: 3 })
    })
    return EXIT.ok
  },
}
