// Who speaks in the record, and how what they said held.
import { useState } from 'preact/hooks'
import type { VoicesAnswer } from '../../src/api/routes/record.ts'
import { toFiltered } from '../address.ts'
import { useAsk } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { dayRange, grouped } from '../words.ts'

type Voice = VoicesAnswer['claimants'][number]
const COLUMNS = ['incidents', 'figures', 'revised', 'disputed', 'denied'] as const

export function VoicesView() {
  const [find, setFind] = useState('')
  const asked = useAsk<VoicesAnswer>(`/api/voices${find === '' ? '' : `?text=${encodeURIComponent(find)}`}`)
  const { answer } = asked
  if (answer === null) return <Missing asked={asked} />
  if (answer.all.claimants + answer.all.outlets === 0) return <p class="empty">{texts.voices.empty}</p>
  return <div class="view">
    <p class="tools"><label>{texts.voices.find} <input type="search" maxLength={200} value={find} onInput={(event) => { setFind(event.currentTarget.value) }} /></label> <span class="quiet">{texts.voices.help}</span></p>
    <VoiceTable title={texts.voices.claimants} of="claimant" voices={answer.claimants} all={answer.all.claimants} />
    <VoiceTable title={texts.voices.outlets} of="outlet" voices={answer.outlets} all={answer.all.outlets} />
  </div>
}

function VoiceTable({ title, of, voices, all }: { title: string, of: 'claimant' | 'outlet', voices: readonly Voice[], all: number }) {
  const [by, setBy] = useState<(typeof COLUMNS)[number]>('incidents')
  const sorted = voices.toSorted((a, b) => b[by] - a[by] || (a.name < b.name ? -1 : 1))
  return <section><h2>{title} <span class="quiet">{grouped(all)}</span></h2>
    <div class="wide" tabIndex={0} role="group" aria-label={title}><table class="plain-table"><thead><tr><th scope="col">{texts.voices.name}</th>{COLUMNS.map((column) => <th scope="col" class="n" key={column} aria-sort={by === column ? 'descending' : undefined}><button type="button" class="plain" onClick={() => { setBy(column) }}>{texts.voices[column]}</button></th>)}<th scope="col">{texts.decide.grade}</th><th scope="col">{texts.voices.span}</th></tr></thead>
      <tbody>{sorted.map((voice) => <tr key={voice.name}><th scope="row"><a href={toFiltered({ [of]: voice.name })}>{voice.name}</a></th>{COLUMNS.map((column) => <td class="n" key={column}>{voice[column] === 0 ? <span class="quiet">0</span> : grouped(voice[column])}</td>)}<td title={voice.grade === null ? undefined : texts.decide.sourceGrades[voice.grade]}>{voice.grade ?? ''}{voice.grade !== null && <span class="unseen">: {texts.decide.sourceGrades[voice.grade]}</span>}</td><td class="quiet">{dayRange({ from: voice.first, to: voice.last })}</td></tr>)}</tbody></table></div></section>
}
