// One incident: a sentence, its figures with a dot for each voice, who says what, in which words, and what stands around it.
import { useLayoutEffect } from 'preact/hooks'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { RowAnswer } from '../../src/api/schemas/shared.ts'
import { toIncident, toReport } from '../address.ts'
import { theSession, useAsk } from '../ask.ts'
import { DecideBar } from '../decide/decide-bar.tsx'
import { openForm } from '../decide/open-form.ts'
import { nowInSight } from '../decide/taking.ts'
import { KindMark } from '../kind-mark.tsx'
import { Agreement } from '../now/incident-table.tsx'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { dayRange, figureNumbers, figureThing, headline, placeName, sidesOf, READ_AS } from '../words.ts'
import { Course } from './course.tsx'
import { FigureLine } from './figure-line.tsx'
import { Changes } from './changes.tsx'
import { voicesOf, type Voices } from './voices.ts'
import { VoiceMatrix } from './voice-matrix.tsx'
import { Words } from './words.tsx'

export function IncidentPane({ id }: { id: string }) {
  const asked = useAsk<IncidentAnswer>(`/api/incidents/${encodeURIComponent(id)}`)
  const { answer } = asked
  useLayoutEffect(() => { if (answer !== null) nowInSight(id, answer) }, [id, answer])
  if (answer === null) return <Missing asked={asked} notThere={texts.incident.notThere} />
  return <Incident incident={answer} />
}

function Incident({ incident }: { incident: IncidentAnswer }) {
  const voices = voicesOf(incident)
  const { place } = incident
  const standing = place === null ? 'none' : place.lat !== null ? 'point' : place.precision === 'region' || place.precision === 'country' ? 'area' : 'untold'
  const row = { kind: incident.kind, place: place?.name || place?.written || null, standing, precision: place?.precision ?? null } as const
  const sides = sidesOf(incident)
  return <article class="incident">
    {incident.as !== 'current' && <p class="note">{incident.as === 'alias' ? texts.incident.alias : texts.incident.gone}</p>}
    <h1><KindMark kind={incident.kind} size={20} /> {headline(row)}{sides !== '' && <span class="sides"> {sides}</span>}</h1>
    <p class="standing"><time>{dayRange(incident.date, true)}</time>{incident.date?.written != null && <span class="quiet"> (“{incident.date.written}”)</span>}
      <span class="sep" /> <Agreement row={incident} /> <span class="quiet">{texts.agreementOf(incident.agreement, incident.voices)}{incident.agreement === 'single' && incident.origins === 1 ? '' : `, ${texts.incident.origins(incident.origins)}`} · {texts.review[incident.review]}</span></p>
    {incident.changed !== null && <p class="note">{texts.incident.changed(incident.changed.came, incident.changed.went)}</p>}
    {incident.corrected.length > 0 && <p class="note">{texts.incident.corrected} {incident.corrected.map(correctedName).join(', ')}</p>}
    <DecideBar incident={incident} />
    {incident.disagreements.map((one, i) => <Disagreement key={i} one={one} incident={incident} voices={voices} />)}
    <Course incident={incident} />
    {incident.figures.length > 0 && <section aria-label={texts.incident.figures}><ul class="figures">{incident.figures.map((figure) => <FigureLine key={`${figure.measure}${figure.of}`} figure={figure} incident={incident} voices={voices} />)}</ul>
      {incident.figures[0] !== undefined && <p class="rule quiet">{texts.incident.rule(incident.figures[0].rule)}</p>}</section>}
    {incident.figures.length > 0 && <VoiceMatrix incident={incident} voices={voices} />}
    <Words incident={incident} voices={voices} />
    <Changes incident={incident} />
    <Around incident={incident} />
    <Decisions incident={incident} />
  </article>
}

/** A field that a person corrected; a figure is named by its measure and what is counted ("killed person"). */
function correctedName(field: string): string {
  const [measure = '', of] = field.split(' ')
  return of === undefined ? texts.incident.correctedFields[field] ?? field : figureThing({ measure, of }, null)
}

/** What was decided of it, each to be taken back. */
function Decisions({ incident }: { incident: IncidentAnswer }) {
  return <section class="decisions"><h2>{texts.incident.decisions}</h2>{incident.decisions.length === 0 ? <p class="quiet">{texts.incident.noDecisions}</p> : <ul>{incident.decisions.map((one) => <li key={one.id} class={one.undone ? 'undone' : ''}>{texts.decidedBy(one.by, texts.decided(one.told, one.words))} <time class="quiet">{one.at.slice(0, 16).replace('T', ' ')}</time>{one.reason !== null && <q> {one.reason}</q>}{one.causes.length > 0 ? <span class="quiet"> ({texts.standing(one.causes)})</span> : one.undoneBy !== null && <span class="quiet"> ({texts.undoneBy(one.undoneBy)})</span>}
    {!one.undone && theSession().decides && <button type="button" class="plain" aria-label={`${texts.decide.takeBack}: ${texts.decidedBy(one.by, texts.decided(one.told, one.words))}`} onClick={() => { openForm({ form: 'undo', incident, decision: one.id }) }}>{texts.decide.takeBack}</button>}</li>)}</ul>}</section>
}

/** Two voices beside each other, both equally large. */
function Disagreement({ one, incident, voices }: { one: IncidentAnswer['disagreements'][number], incident: IncidentAnswer, voices: Voices }) {
  const claims = one.claims.map((id) => incident.claims.find((claim) => claim.id === id))
  return <figure class="disagreement"><figcaption>{texts.incident.disagree[one.over]}{one.measure !== null && one.of !== null ? `: ${figureThing({ measure: one.measure, of: one.of }, null)}` : ''}</figcaption>
    <div>{claims.map((claim, i) => (claim === undefined ? null : <blockquote key={i} class={voices.hue(claim.claimant?.name ?? null)}><p><q lang={claim.language ?? READ_AS}>{claim.sentence.before}<em>{claim.sentence.words}</em>{claim.sentence.after}</q></p><footer><i class="spot-hue" /> {claim.claimant?.name ?? claim.report.outlet ?? claim.report.doc} <a href={toReport(claim.report.id, { version: claim.report.version, claim: claim.id, incident: incident.id })}>{claim.report.outlet ?? claim.report.doc}</a></footer></blockquote>))}</div>
  </figure>
}

function Around({ incident }: { incident: IncidentAnswer }) {
  const { whole, parts, links, nearest } = incident
  return <>
    {whole !== null && <RowList title={texts.incident.whole} rows={[{ row: whole, note: '' }]} />}
    {parts.length > 0 && <RowList title={texts.incident.parts} rows={parts.map((row) => ({ row, note: '' }))} />}
    {links.length > 0 && <RowList title={texts.incident.links} rows={links.map(({ row, as }) => ({ row, note: texts.incident.links_[as] ?? '' }))} />}
    {nearest.length > 0 && <RowList title={texts.incident.nearest} rows={nearest.map(({ row, km, days }) => ({ row, note: texts.incident.kept(km, days) }))} />}
  </>
}

/** Incidents in short, one a line. */
export function RowList({ title, rows }: { title: string, rows: readonly { row: RowAnswer, note: string }[] }) {
  return <section><h2>{title}</h2><ul class="rows">{rows.map(({ row, note }) => <li key={row.id}><a href={toIncident(row.id)}><KindMark kind={row.kind} /> <b>{headline({ ...row, place: null })}</b> <span class={row.standing === 'point' ? '' : 'unresolved'}>{row.place === null ? '' : placeName(row)}</span></a>
    <span class="quiet">{[dayRange(row), ...row.figures.slice(0, 2).map((figure) => `${figureNumbers(figure)} ${figureThing(figure, figure.best)}`), note].filter((part) => part !== '').join(' · ')}</span></li>)}</ul></section>
}
