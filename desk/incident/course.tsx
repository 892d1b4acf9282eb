// When an alert or an outage began and ended, each time with the words that say so.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { toReport } from '../address.ts'
import { texts } from '../texts/texts.ts'
import { usualDay, READ_AS } from '../words.ts'

type CourseAnswer = NonNullable<IncidentAnswer['course']>

/** An hour ("02:15"), a part of the day, a day, or a length; '' where no time is told. */
function moment(at: string | null): string {
  if (at === null) return ''
  if (at.startsWith('P')) return texts.incident.length(at)
  const [day = '', hour] = at.split('T')
  return hour === undefined ? usualDay(day) : /^\d\d:\d\d/.test(hour) ? hour.slice(0, 5) : texts.incident.partsOfDay[hour] ?? usualDay(day)
}

export function Course({ incident }: { incident: IncidentAnswer }) {
  const { course } = incident
  if (course === null) return null
  const alert = incident.kind === 'air_raid_alert'
  const rows = (['began', 'ended', 'lasted'] as const).flatMap((phase) => course[phase].map((one) => ({ phase, one })))
  return <section class="course"><h2>{texts.incident.course}</h2><ul class="rows">{rows.map(({ phase, one }) => <Row key={`${phase}${one.claim}`} name={texts.incident.phases[alert ? 'alert' : 'outage'][phase]} one={one} incident={incident} />)}</ul></section>
}

function Row({ name, one, incident }: { name: string, one: CourseAnswer['began'][number], incident: IncidentAnswer }) {
  const claim = incident.claims.find(({ id }) => id === one.claim)
  return <li><b>{name}</b> {moment(one.at)}{one.partly && <span> {texts.incident.partly}</span>} <q lang={READ_AS}>{one.quote}</q> {claim !== undefined && <a class="quiet" href={toReport(claim.report.id, { version: claim.report.version, claim: claim.id, incident: incident.id })}>{claim.claimant?.name ?? claim.report.outlet ?? claim.report.doc}</a>}</li>
}
