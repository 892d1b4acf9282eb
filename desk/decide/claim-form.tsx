// A claim that the reading missed: words of a report, filled in as far as they tell.
import { useState } from 'preact/hooks'
import type { Claim, Place } from '../../src/model/claim.ts'
import type { DraftAnswer } from '../../src/api/routes/drafts.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { ask } from '../ask.ts'
import { inWords } from '../in-words.ts'
import { texts } from '../texts/texts.ts'
import { headline, READ_AS } from '../words.ts'
import { PlaceChoice } from './choices.tsx'
import { DecisionForm, type Values } from './decision-form.tsx'
import { asBound, asCounted, asMeasure, BoundField, DaysField, daysOf, listOf, MeasureField, numberOf, OfField, TextField, TypeField } from './fields.tsx'
import { openForm } from './open-form.ts'
import { seen } from './taking.ts'

export function ClaimForm({ draft, holder }: { draft: DraftAnswer, holder: IncidentAnswer | null }) {
  const [place, setPlace] = useState(draft.place as Place | null), [at, setAt] = useState(0), number = draft.numbers[at]
  const build = (values: Values, on: readonly IncidentAnswer[], reason: string | null) => {
    const { one } = values, value = numberOf(one('value')), measure = one('measure')
    if (one('place') !== '' && place === null) return texts.decide.missing.place
    if (measure === '' && one('type') === '') return texts.decide.missing.says
    if (measure !== '' && (number === undefined || value === null)) return texts.decide.missing.number
    const days = daysOf(one('from'), one('to')), same = days !== null && days.from === draft.date?.from && days.to === draft.date.to
    const claim: Claim = {
      id: 'new', also: [], quote: draft.quote, start: draft.start, end: draft.end, post: null, rule: '', contested: false, type: one('type') || null, stance: one('stance') as 'asserted',
      claimant: one('claimant') === '' ? null : one('claimant') === draft.claimant?.name ? draft.claimant : { name: one('claimant'), role: null, channel: null },
      place, date: days === null ? null : same ? { ...draft.date!, known: draft.date!.known ?? 'stated' } : { ...days, written: null, known: 'stated' },
      by: one('by') || null, against: one('against') || null, weapons: listOf(one('weapons')),
      quantities: measure === '' || number === undefined ? [] : [{ measure: asMeasure(measure), of: asCounted(one('of')), value: value!, bound: asBound(one('bound')), cumulative: one('cumulative') !== '', start: number.start, end: number.end }],
    }
    return { kind: 'add_claim' as const, on: one('belongs') === '' ? [] : on.map(seen), report: draft.report, claim, reason }
  }
  return <DecisionForm submit={texts.decide.does.add} reason="asked" on={holder === null ? [] : [holder]} build={build}>
    <blockquote><q lang={READ_AS}>{draft.quote}</q></blockquote>
    <TypeField type={draft.type} />
    {draft.numbers.length === 0 ? <p class="quiet">{texts.decide.noNumber}</p> : <>
      {draft.numbers.length > 1 && <label class="field">{texts.decide.fields.quantity}<select value={at} onChange={(event) => { setAt(Number(event.currentTarget.value)) }}>{draft.numbers.map((one, i) => <option key={i} value={i}>{draft.quote.slice(one.start - draft.start, one.end - draft.start)}</option>)}</select></label>}
      <div key={at}><div class="pair"><MeasureField measure={number?.measure ?? null} optional /><OfField of={number?.of ?? null} /></div>
        <div class="pair"><label class="field">{texts.decide.fields.value}<input name="value" inputMode="numeric" defaultValue={String(number?.value ?? '')} /></label><BoundField bound={number?.bound ?? 'exact'} /></div>
        <label class="tick"><input type="checkbox" name="cumulative" value="1" /> {texts.runningTotal}</label></div></>}
    <div class="pair"><TextField name="claimant" value={draft.claimant?.name ?? null} label={texts.decide.fields.claimant} /><label class="field">{texts.decide.fields.stance}<select name="stance">{Object.entries(texts.decide.stances).map(([stance, words]) => <option key={stance} value={stance} selected={stance === draft.stance}>{words}</option>)}</select></label></div>
    <PlaceChoice place={draft.place as Place | null} choose={setPlace} />
    <DaysField from={draft.date?.from ?? null} to={draft.date?.to ?? null} />
    <div class="three"><TextField name="by" value={null} label={texts.decide.fields.by} /><TextField name="against" value={null} label={texts.decide.fields.against} /><TextField name="weapons" value={draft.weapons.join(', ')} label={texts.decide.fields.weapons} /></div>
    {holder !== null && <label class="tick"><input type="checkbox" name="belongs" value="1" /> {texts.decide.belongs(headline({ kind: holder.kind, place: holder.place?.name ?? null, standing: 'point', precision: null }))}</label>}
  </DecisionForm>
}

/** For those who choose no words with a mouse: the words are typed or pasted, exactly as they stand. */
export function FindWordsForm({ report, holder }: { report: ReportAnswer, holder: IncidentAnswer | null }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const onSubmit = (event: Event): void => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget as HTMLFormElement).get('words') ?? '')
    ask<DraftAnswer>(`/api/reports/${encodeURIComponent(report.summary.id)}/draft?words=${encodeURIComponent(words)}`).then((draft) => { openForm({ form: 'add_claim', draft, holder }) }, (error: unknown) => { setTrouble(inWords(error)) })
  }
  return <form onSubmit={onSubmit} autocomplete="off">
    {trouble !== null && <p class="note" role="alert">{trouble}</p>}
    <label class="why">{texts.decide.findWords}<textarea name="words" rows={4} maxLength={2000} required data-first="" /></label>
    <p class="actions"><button type="submit" class="main">{texts.decide.goOn}</button></p>
  </form>
}
