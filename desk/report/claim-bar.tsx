// What can be said of the words of a report: these are a claim; this claim is wrong.
import { READ_AS } from '../words.ts'
import type { DraftAnswer } from '../../src/api/routes/drafts.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { ask, theSession } from '../ask.ts'
import { announce } from '../decide/announce.tsx'
import { openForm } from '../decide/open-form.ts'
import { incidentInSight } from '../decide/taking.ts'
import { inWords } from '../in-words.ts'
import { texts } from '../texts/texts.ts'
import { useChosenWords } from './chosen-words.ts'

const troubled = (error: unknown): void => { announce(inWords(error)) }

export function ClaimBar({ report, claim: asked, text }: { report: ReportAnswer, claim: string | undefined, text: { current: HTMLElement | null } }) {
  const chosen = useChosenWords(text)
  if (!theSession().decides || !report.summary.current) return null
  const claim = report.claims.find(({ id }) => id === asked)
  const add = (): void => {
    if (chosen === null) { openForm({ form: 'find_words', report }); return }
    ask<DraftAnswer>(`/api/reports/${encodeURIComponent(report.summary.id)}/draft?start=${chosen.start}&end=${chosen.end}`).then((draft) => { openForm({ form: 'add_claim', draft, holder: incidentInSight() }) }, troubled)
  }
  const reject = (): void => {
    const holder = claim!.incident === null ? Promise.resolve(null) : ask<IncidentAnswer>(`/api/incidents/${claim!.incident}`)
    holder.then((incident) => { openForm({ form: 'reject_in_report', report, claim: claim!, holder: incident }) }, troubled)
  }
  return <div class="claim-bar" role="group" aria-label={chosen !== null ? texts.decide.chosenWords : texts.decide.openedClaim} onPointerDown={(event) => { if (chosen !== null) event.preventDefault() }}>
    {chosen !== null ? <><q lang={READ_AS}>{chosen.words.slice(0, 160)}</q><button type="button" class="main" onClick={add}>{texts.decide.isClaim}</button></>
      : <>{claim !== undefined && <><q lang={READ_AS}>{claim.quote.slice(0, 160)}</q><button type="button" onClick={reject}>{texts.decide.isWrong}</button></>}<button type="button" class="plain" onClick={add}>{texts.decide.addByWords}</button></>}
  </div>
}
