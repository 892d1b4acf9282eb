// Search over everything that is kept, as one types.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FoundAnswer } from '../../src/api/routes/record.ts'
import { go, toReport, writeAddress, type Address } from '../address.ts'
import { useAsk } from '../ask.ts'
import { RowList } from '../incident/incident-pane.tsx'
import { texts } from '../texts/texts.ts'
import { Sentence } from '../tip.tsx'
import { usualDay } from '../words.ts'

const TYPING_MS = 90

export function SearchView({ address }: { address: Address }) {
  const asked = address.filters.text ?? ''
  const [typed, set] = useState(asked), timer = useRef(0), field = useRef<HTMLInputElement>(null)
  const { answer } = useAsk<FoundAnswer>(asked.length < 2 ? null : `/api/search?text=${encodeURIComponent(asked)}`)
  useLayoutEffect(() => { field.current?.focus() }, []) // at once: what is typed right after "/" must not be lost
  const onInput = (event: { currentTarget: HTMLInputElement }): void => {
    const { value } = event.currentTarget
    set(value)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => { go(writeAddress({ ...address, filters: { text: value.trim() } }), true) }, TYPING_MS)
  }
  return <div class="view search">
    <form role="search" onSubmit={(event) => { event.preventDefault() }}><label for="words">{texts.search.label}</label><input id="words" ref={field} type="search" value={typed} onInput={onInput} maxLength={400} autocomplete="off" placeholder={texts.search.hint} /></form>
    {asked.length < 2 || answer === null ? <p class="empty">{texts.search.begin}</p> : answer.incidents.length + answer.reports.length === 0 ? <p class="empty" role="status">{texts.search.none}</p> : <>
      {answer.incidents.length > 0 && <RowList title={texts.search.incidents} rows={answer.incidents.map((row) => ({ row, note: '' }))} />}
      {answer.more && <p class="quiet">{texts.search.more}</p>}
      {answer.reports.length > 0 && <section><h2>{texts.search.reports}</h2><ul class="rows">{answer.reports.map(({ report, sentence }) => <li key={report.id}><a href={toReport(report.id, { version: report.version })}><b>{report.title ?? report.doc}</b></a> <span class="quiet">{[report.outlet, report.published === null ? null : usualDay(report.published)].filter(Boolean).join(', ')}</span>{sentence !== null && <p class="told"><Sentence sentence={sentence} /></p>}</li>)}</ul></section>}
    </>}
  </div>
}
