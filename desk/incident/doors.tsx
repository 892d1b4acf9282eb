// A number as a door to the words that say it.
import type { ComponentChildren } from 'preact'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { toReport } from '../address.ts'
import { texts } from '../texts/texts.ts'
import { Door } from '../tip.tsx'
import { figureThing, spoken, usualDay, READ_AS } from '../words.ts'
import type { FigureAnswer, SayingAnswer, Voices } from './voices.ts'

/** Opens the report at the number's words; hovering and focus show the sentence. */
export function SayingDoor({ say, figure, incident, voices, kind, quiet = false, children }: { say: SayingAnswer, figure: FigureAnswer, incident: IncidentAnswer, voices: Voices, kind: string, quiet?: boolean, children: ComponentChildren }) {
  const claim = voices.claim(say.claim)
  const what = `${spoken(say)} ${figureThing({ measure: figure.measure, of: say.of ?? figure.of }, say.value)}`
  const who = `${texts.stances[say.stance]} ${voices.name(say)}`
  const note = [say.supersededBy === null ? '' : texts.replaced, say.cumulative ? texts.runningTotal : '', claim?.report.outlet ?? '', say.published === null ? '' : usualDay(say.published)].filter((part) => part !== '').join(' · ')
  if (claim === undefined) return <span class={kind}>{children}</span>
  return <Door kind={kind} quiet={quiet} label={`${what}, ${who}${say.supersededBy === null ? '' : `, ${texts.replaced}`}`} href={toReport(claim.report.id, { version: claim.report.version, claim: claim.id, number: say.number, incident: incident.id })} said={{ what, who, sentence: claim.sentence, lang: claim.language ?? READ_AS, note }}>{children}</Door>
}
