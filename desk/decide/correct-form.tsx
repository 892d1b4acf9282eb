// Correcting one field, of the incident or of one of its claims.
import { useState } from 'preact/hooks'
import type { Place } from '../../src/model/claim.ts'
import type { ClaimCorrection, DecisionRequest, Evidence, IncidentCorrection } from '../../src/model/decision.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { texts } from '../texts/texts.ts'
import { figureThing, spoken } from '../words.ts'
import { claimVoice, PlaceChoice } from './choices.tsx'
import { DecisionForm, type Values } from './decision-form.tsx'
import { asBound, asCounted, asMeasure, BoundField, DaysField, daysOf, listOf, MeasureField, numberOf, OfField, TextField, TypeField } from './fields.tsx'
import { seen } from './taking.ts'

const OF_INCIDENT = ['type', 'place', 'date', 'figure', 'by', 'against', 'weapons'] as const
const OF_CLAIM = ['quantity', 'claimant', 'stance', 'place', 'date', 'type', 'by', 'against', 'weapons'] as const
type Field = (typeof OF_INCIDENT)[number] | (typeof OF_CLAIM)[number]

export function CorrectForm({ incident, claim: first }: { incident: IncidentAnswer, claim?: string | undefined }) {
  const [target, setTarget] = useState(first ?? ''), [field, setField] = useState<Field>(first === undefined ? 'type' : 'quantity'), [place, setPlace] = useState<Place | null>(incident.place)
  const claim = incident.claims.find(({ id }) => id === target)
  const fields: readonly Field[] = claim === undefined ? OF_INCIDENT : OF_CLAIM
  const shown = fields.includes(field) ? field : fields[0]!
  const about = claim ?? incident
  const build = (values: Values, [it]: readonly IncidentAnswer[], reason: string | null): DecisionRequest | string => {
    if (reason === null) return texts.decide.missing.reason
    const on = [seen(it!)], evidence = evidenceOf(values, incident)
    if (claim === undefined) {
      const correction = ofIncident(values, shown, place)
      if (typeof correction === 'string') return correction
      if (correction.field === 'figure' && evidence === null) return texts.decide.missing.evidence
      return { kind: 'correct', on, correction, evidence, reason }
    }
    const correction = ofClaim(values, shown, place, claim)
    return typeof correction === 'string' ? correction : { kind: 'correct_claim', on, claim: claim.id, correction, evidence, reason }
  }
  return <DecisionForm submit={texts.decide.does.correct} reason="needed" on={[incident]} build={build}>
    <div class="pair">
      <label class="field">{texts.decide.target}<select data-first="" value={target} onChange={(event) => { setTarget(event.currentTarget.value); setPlace(incident.claims.find(({ id }) => id === event.currentTarget.value)?.place ?? incident.place) }}><option value="">{texts.decide.theIncident}</option>{incident.claims.slice(0, 200).map((one) => <option key={one.id} value={one.id}>{texts.decide.theClaim(claimVoice(one), one.sentence.words.slice(0, 60))}</option>)}</select></label>
      <label class="field">{texts.decide.field}<select value={shown} onChange={(event) => { setField(event.currentTarget.value as Field) }}>{fields.map((one) => <option key={one} value={one}>{texts.decide.fields[one]}</option>)}</select></label>
    </div>
    <div key={`${target}${shown}`} class="to">
      {shown === 'type' && <TypeField type={claim === undefined ? incident.kind : claim.type} />}
      {shown === 'place' && <PlaceChoice place={about.place as Place | null} choose={setPlace} />}
      {shown === 'date' && <DaysField from={about.date?.from ?? null} to={about.date?.to ?? null} />}
      {shown === 'by' && <TextField name="by" value={claim === undefined ? incident.by : null} label={texts.decide.fields.by} />}
      {shown === 'against' && <TextField name="against" value={claim === undefined ? incident.against : null} label={texts.decide.fields.against} />}
      {shown === 'weapons' && <TextField name="weapons" value={claim === undefined ? incident.weapons.join(', ') : null} label={texts.decide.fields.weapons} />}
      {shown === 'claimant' && <TextField name="claimant" value={claim?.claimant?.name ?? null} label={texts.decide.fields.claimant} />}
      {shown === 'stance' && <label class="field">{texts.decide.fields.stance}<select name="stance">{Object.entries(texts.decide.stances).map(([stance, words]) => <option key={stance} value={stance} selected={stance === claim?.stance}>{words}</option>)}</select></label>}
      {shown === 'figure' && <FigureFields incident={incident} />}
      {shown === 'quantity' && claim !== undefined && <QuantityFields claim={claim} />}
    </div>
    {(shown === 'figure' || shown === 'place' || shown === 'date') && <EvidenceFields incident={incident} />}
  </DecisionForm>
}

function FigureFields({ incident }: { incident: IncidentAnswer }) {
  const figure = incident.figures[0]
  return <><div class="pair"><MeasureField measure={figure?.measure ?? 'killed'} /><OfField of={figure?.of ?? null} /></div>
    <div class="three">{(['low', 'best', 'high'] as const).map((name) => <label class="field" key={name}>{texts.decide.fields[name]}<input name={name} inputMode="numeric" defaultValue={figure?.[name]?.toString() ?? ''} /></label>)}</div></>
}

function QuantityFields({ claim }: { claim: IncidentAnswer['claims'][number] }) {
  const [index, setIndex] = useState(0), quantity = claim.quantities[index]
  if (quantity === undefined) return <p class="quiet">{texts.decide.noNumber}</p>
  return <>{claim.quantities.length > 1 && <label class="field">{texts.decide.fields.quantity}<select value={index} onChange={(event) => { setIndex(Number(event.currentTarget.value)) }}>{claim.quantities.map((one, i) => <option key={i} value={i}>{spoken({ ...one, words: null })} {figureThing(one, one.value)}</option>)}</select></label>}
    <input type="hidden" name="index" value={index} />
    <div key={index}><div class="pair"><label class="field">{texts.decide.fields.value}<input name="value" inputMode="numeric" defaultValue={String(quantity.value)} /></label><BoundField bound={quantity.bound} /></div><div class="pair"><MeasureField measure={quantity.measure} /><OfField of={quantity.of} /></div></div></>
}

/** What it rests on: words of one of the incident's claims, or a source outside of the record. */
function EvidenceFields({ incident }: { incident: IncidentAnswer }) {
  return <fieldset class="evidence"><legend>{texts.decide.restsOn}</legend>
    <label class="field">{texts.decide.words}<select name="evidence-claim"><option value="">{texts.decide.none}</option>{incident.claims.slice(0, 200).map((one) => <option key={one.id} value={one.id}>{texts.decide.theClaim(claimVoice(one), one.sentence.words.slice(0, 60))}</option>)}</select></label>
    <label class="field">{texts.decide.source}<input name="evidence-source" maxLength={10_000} /></label></fieldset>
}

function evidenceOf({ one }: Values, incident: IncidentAnswer): Evidence | null {
  const claim = incident.claims.find(({ id }) => id === one('evidence-claim'))
  if (claim !== undefined) return { words: { report: claim.report.id, start: claim.start, end: claim.end, quote: claim.sentence.words } }
  return one('evidence-source') === '' ? null : { source: one('evidence-source') }
}

function plain({ one }: Values, field: Field, place: Place | null): IncidentCorrection & ClaimCorrection | null {
  switch (field) {
    case 'type': case 'by': case 'against': return { field, value: one(field) || null }
    case 'place': return { field, value: place }
    case 'date': return { field, value: daysOf(one('from'), one('to')) }
    case 'weapons': return { field, value: listOf(one('weapons')) }
    default: return null
  }
}

function ofIncident(values: Values, field: Field, place: Place | null): IncidentCorrection | string {
  const { one } = values, found = plain(values, field, place)
  if (found !== null) return placeTyped(values, found, place) ?? found
  const best = numberOf(one('best')), low = numberOf(one('low')) ?? best, high = numberOf(one('high')) ?? best
  if (low === null && high === null) return texts.decide.missing.number
  return { field: 'figure', value: { measure: asMeasure(one('measure')), of: asCounted(one('of')), low, best, high } }
}

function ofClaim(values: Values, field: Field, place: Place | null, claim: IncidentAnswer['claims'][number]): ClaimCorrection | string {
  const { one } = values, found = plain(values, field, place)
  if (found !== null) return placeTyped(values, found, place) ?? found
  if (field === 'stance') return { field, value: one('stance') as 'asserted' }
  if (field === 'claimant') return { field, value: one('claimant') === '' ? null : { name: one('claimant'), role: claim.claimant?.role ?? null, channel: claim.claimant?.channel ?? null } }
  const index = Number(one('index') || 0), was = claim.quantities[index], value = numberOf(one('value'))
  if (was === undefined || value === null) return texts.decide.missing.number
  return { field: 'quantity', index, value: { ...was, value, bound: asBound(one('bound')), measure: asMeasure(one('measure')), of: asCounted(one('of')) } }
}

/** A name that was typed but leads to no place is not the same as none. */
const placeTyped = ({ one }: Values, { field }: { field: string }, place: Place | null): string | null => (field === 'place' && place === null && one('place') !== '' ? texts.decide.missing.place : null)
