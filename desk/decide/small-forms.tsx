// Forms of few fields: publish, withdraw, reopen, note, merge, split, move, wrong claim, take back.
import { READ_AS } from '../words.ts'
import { useState } from 'preact/hooks'
import type { DecisionRequest } from '../../src/model/decision.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { texts } from '../texts/texts.ts'
import { ClaimChoice, IncidentChoice } from './choices.tsx'
import { DecisionForm } from './decision-form.tsx'
import type { LooseDecision } from './open-form.ts'
import { seen } from './taking.ts'

type Incident = { incident: IncidentAnswer }

export function JudgeForm({ incident, kind }: Incident & { kind: 'publish' | 'withdraw' | 'reopen' }) {
  return <DecisionForm submit={texts.decide.does[kind]} reason="asked" on={[incident]} build={(_values, [one], reason) => ({ kind, on: [seen(one!)], reason })}>
    <p>{texts.decide.about[kind]}</p>
  </DecisionForm>
}

export function NoteForm({ incident }: Incident) {
  return <DecisionForm submit={texts.decide.does.note} reason="none" on={[incident]} build={({ one }, [it]) => (one('text') === '' ? texts.decide.missing.text : { kind: 'note', on: [seen(it!)], text: one('text'), reason: null })}>
    <label class="why">{texts.decide.note}<textarea name="text" rows={4} maxLength={10_000} required data-first="" /></label>
  </DecisionForm>
}

export function MergeForm({ incident }: Incident) {
  const [other, choose] = useState<IncidentAnswer | null>(null)
  return <DecisionForm submit={texts.decide.does.merge} reason="asked" on={other === null ? [incident] : [incident, other]} build={(_values, on, reason) => (on.length < 2 ? texts.decide.missing.other : { kind: 'merge', on: on.map(seen), reason })}>
    <p>{texts.decide.about.merge}</p><IncidentChoice incident={incident} choose={choose} />
  </DecisionForm>
}

export function SplitForm({ incident }: Incident) {
  return <DecisionForm submit={texts.decide.does.split} reason="asked" on={[incident]} build={({ all }, [one], reason) => {
    const claims = all('claim').sort()
    return claims.length === 0 ? texts.decide.missing.claims : claims.length >= one!.claims.length ? texts.decide.missing.rest : { kind: 'split', on: [seen(one!)], claims, reason }
  }}><p>{texts.decide.about.split}</p><ClaimChoice incident={incident} many /></DecisionForm>
}

export function MoveForm({ incident, claim }: Incident & { claim?: string | undefined }) {
  const [other, choose] = useState<IncidentAnswer | null>(null)
  return <DecisionForm submit={texts.decide.does.move} reason="asked" on={other === null ? [incident] : [incident, other]} build={({ one }, on, reason) => (on.length < 2 ? texts.decide.missing.other : { kind: 'move', on: on.map(seen), claim: one('claim'), reason })}>
    <p>{texts.decide.about.move}</p><ClaimChoice incident={incident} chosen={claim} /><IncidentChoice incident={incident} choose={choose} />
  </DecisionForm>
}

export function RejectForm({ incident, claim }: Incident & { claim?: string | undefined }) {
  return <DecisionForm submit={texts.decide.does.reject} reason="needed" on={[incident]} build={({ one }, [it], reason) => (reason === null ? texts.decide.missing.reason : { kind: 'reject_claim', on: [seen(it!)], claim: one('claim'), reason })}>
    <p>{texts.decide.about.reject}</p><ClaimChoice incident={incident} chosen={claim} />
  </DecisionForm>
}

/** The same where one stands in a report: `holder` is the incident of the claim. */
export function RejectInReportForm({ claim, holder }: { claim: ReportAnswer['claims'][number], holder: IncidentAnswer | null }) {
  return <DecisionForm submit={texts.decide.does.reject} reason="needed" on={holder === null ? [] : [holder]} build={(_values, on, reason) => (reason === null ? texts.decide.missing.reason : { kind: 'reject_claim', on: on.map(seen), claim: claim.id, reason })}>
    <blockquote><q lang={READ_AS}>{claim.quote}</q></blockquote><p>{texts.decide.about.reject}</p>
  </DecisionForm>
}

export function UndoForm({ incident, decision }: Incident & { decision?: string | undefined }) {
  const standing = incident.decisions.filter((one) => !one.undone), offered = decision === undefined ? standing.filter(({ kind }) => kind !== 'undo').toReversed() : standing.filter(({ id }) => id === decision)
  if (offered.length === 0) return <p>{texts.decide.nothingToUndo}</p>
  return <DecisionForm submit={texts.decide.does.undo} reason="asked" on={[incident]} build={({ one }, [it], reason): DecisionRequest | string => {
    const taken = it!.decisions.find(({ id }) => id === one('decision'))
    return taken === undefined ? texts.decide.nothingToUndo : { kind: 'undo', on: [], decision: Number(taken.id), state: taken.state, reason }
  }}>
    <fieldset class="choice"><legend>{texts.decide.whichDecision}</legend>{offered.slice(0, 20).map((one, i) => <label key={one.id}><input type="radio" name="decision" value={one.id} defaultChecked={i === 0} data-first={i === 0 ? '' : undefined} /><span>{texts.decidedBy(one.by, texts.decided(one.told, one.words))} <time class="quiet">{one.at.slice(0, 16).replace('T', ' ')}</time>{one.causes.length > 0 && <span class="quiet"> ({texts.standing(one.causes)})</span>}</span></label>)}</fieldset>
  </DecisionForm>
}

/** The same for a decision whose incidents are found no more. */
export function TakeBackForm({ taken: { decision, state, by, told, words, causes } }: { taken: LooseDecision }) {
  return <DecisionForm submit={texts.decide.does.undo} reason="asked" on={[]} build={(_values, _on, reason) => ({ kind: 'undo', on: [], decision, state, reason })}>
    <p>{texts.decidedBy(by, texts.decided(told, words))} <span class="quiet">({texts.standing(causes)})</span></p>
  </DecisionForm>
}
