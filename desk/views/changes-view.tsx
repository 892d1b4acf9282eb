// What is new since one last looked. When that was is remembered in this browser alone.
import { useState } from 'preact/hooks'
import type { ChangesAnswer } from '../../src/api/routes/record.ts'
import { toReport } from '../address.ts'
import { useAsk } from '../ask.ts'
import { RowList } from '../incident/incident-pane.tsx'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { RevisedList } from './revised-list.tsx'

const KEY = 'dateline.looked'
const HOUR = 3_600_000
const CHOICES = ['look', 'hour', 'day', 'week'] as const

function lastLooked(): string {
  const kept = localStorage.getItem(KEY)
  return kept !== null && !Number.isNaN(Date.parse(kept)) ? kept : new Date(Date.now() - 7 * 24 * HOUR).toISOString()
}

export function ChangesView() {
  const [choice, choose] = useState<(typeof CHOICES)[number]>('look'), [opened] = useState(() => Date.now()), [looked, setLooked] = useState(lastLooked)
  const since = choice === 'look' ? looked : new Date(opened - { hour: 1, day: 24, week: 168 }[choice] * HOUR).toISOString()
  const asked = useAsk<ChangesAnswer>(`/api/changes?since=${encodeURIComponent(since)}`)
  const { answer } = asked
  return <div class="view changes">
    <p class="tools"><label>{texts.changes.since} <select value={choice} onChange={(event) => { choose(event.currentTarget.value as typeof choice) }}>{CHOICES.map((one) => <option key={one} value={one}>{texts.changes[one]}{one === 'look' ? ` (${new Date(looked).toLocaleString(texts.locale)})` : ''}</option>)}</select></label>
      {answer !== null && <button type="button" onClick={() => { localStorage.setItem(KEY, answer.until); setLooked(answer.until); choose('look') }}>{texts.changes.seen}</button>}</p>
    {answer === null ? <Missing asked={asked} /> : answer.reports.length + answer.unread.length === 0 ? <p class="empty">{texts.changes.none}</p> : <>
      <RevisedList revised={answer.revised} more={answer.moreRevised} />
      {answer.reports.length > 0 && <section><h2>{texts.changes.reports} <span class="quiet">{answer.reports.length}</span></h2><ul class="rows">{answer.reports.map((report) => <li key={`${report.id}.${report.version}`}><a href={toReport(report.id, { version: report.version })}><b>{report.title ?? report.doc}</b></a> <span class="quiet">{[report.outlet, report.versions > 1 ? texts.changes.version(report.version) : '', texts.report.claims(report.claims), new Date(report.addedAt).toLocaleString(texts.locale)].filter(Boolean).join(' · ')}</span></li>)}</ul>{answer.more && <p class="quiet">{texts.changes.more}</p>}</section>}
      {answer.incidents.length > 0 && <RowList title={texts.changes.incidents} rows={answer.incidents.map((row) => ({ row, note: '' }))} />}
      {answer.unread.length > 0 && <section><h2>{texts.changes.unread}</h2><ul class="rows">{answer.unread.map((trouble) => <li key={`${trouble.doc}${trouble.code}`}><b>{trouble.doc}</b> <span class="quiet">{texts.trouble(trouble.code, trouble.message)}</span></li>)}</ul></section>}
    </>}
  </div>
}
