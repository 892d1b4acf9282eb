// Grading what is said, or who says it.
import { useEffect, useState } from 'preact/hooks'
import type { InformationGrade, SourceGrade } from '../../src/model/decision.ts'
import type { VoiceStateAnswer } from '../../src/api/routes/drafts.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { ask } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { ClaimChoice } from './choices.tsx'
import { DecisionForm } from './decision-form.tsx'
import { seen } from './taking.ts'

type Voice = { sort: 'claimant' | 'outlet', name: string }

export function GradeForm({ incident, claim: first }: { incident: IncidentAnswer, claim?: string | undefined }) {
  const [what, setWhat] = useState<'claim' | 'voice'>('claim'), voices = voicesOf(incident), [at, setAt] = useState(0), voice = voices[at], [state, setState] = useState<VoiceStateAnswer | null>(null)
  useEffect(() => {
    setState(null)
    if (what === 'voice' && voice !== undefined) ask<VoiceStateAnswer>(`/api/voice?sort=${voice.sort}&name=${encodeURIComponent(voice.name)}`).then(setState, () => undefined)
  }, [what, at])
  const grades = Object.entries(what === 'claim' ? texts.decide.informationGrades : texts.decide.sourceGrades)
  return <DecisionForm submit={texts.decide.does.grade} reason="asked" on={[incident]} build={({ one }, [it], reason) => {
    if (one('grade') === '') return texts.decide.missing.grade
    if (what === 'claim') return { kind: 'grade_information', on: [seen(it!)], claim: one('claim'), grade: Number(one('grade')) as InformationGrade, reason }
    return voice === undefined || state === null ? texts.decide.missing.voice : { kind: 'grade_source', on: [], voice, grade: one('grade') as SourceGrade, state: state.state, reason }
  }}>
    <fieldset class="choice inline"><legend>{texts.decide.gradeWhat}</legend>{(['claim', 'voice'] as const).map((one, i) => <label key={one}><input type="radio" name="what" checked={what === one} data-first={i === 0 ? '' : undefined} onChange={() => { setWhat(one) }} /><span>{texts.decide.gradeOf[one]}</span></label>)}</fieldset>
    {what === 'claim' ? <ClaimChoice incident={incident} chosen={first} /> : <label class="field">{texts.incident.voice}<select value={at} onChange={(event) => { setAt(Number(event.currentTarget.value)) }}>{voices.map((one, i) => <option key={i} value={i}>{one.name} ({texts.now.filter[one.sort]})</option>)}</select></label>}
    {what === 'voice' && state?.grade != null && <p class="quiet">{texts.decide.gradedNow(state.grade)}</p>}
    <label class="field" key={what}>{texts.decide.grade}<select name="grade" required><option value="" />{grades.map(([grade, words]) => <option key={grade} value={grade}>{grade}: {words}</option>)}</select></label>
  </DecisionForm>
}

function voicesOf(incident: IncidentAnswer): Voice[] {
  const voices = new Map<string, Voice>()
  for (const { claimant, report } of incident.claims) {
    const voice: Voice | null = claimant !== null ? { sort: 'claimant', name: claimant.name } : report.outlet !== null ? { sort: 'outlet', name: report.outlet } : null
    if (voice !== null) voices.set(`${voice.sort} ${voice.name}`, voice)
  }
  return [...voices.values()]
}
