// Fields that forms share: which claims, which other incident, which place.
import { useRef, useState } from 'preact/hooks'
import type { Place } from '../../src/model/claim.ts'
import type { PlacesAnswer } from '../../src/api/routes/drafts.ts'
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import type { FoundAnswer } from '../../src/api/routes/record.ts'
import type { RowAnswer } from '../../src/api/schemas/shared.ts'
import { ask } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { Sentence } from '../tip.tsx'
import { dayRange, figureNumbers, figureThing, grouped, headline } from '../words.ts'

const TYPING_MS = 150
const MOST_CLAIMS = 200

type ClaimAnswer = IncidentAnswer['claims'][number]

export const claimVoice = (claim: ClaimAnswer): string => claim.claimant?.name ?? claim.report.outlet ?? claim.report.doc

/** The claims of an incident, each with its words; one or several can be chosen. */
export function ClaimChoice({ incident, many = false, chosen, change }: { incident: IncidentAnswer, many?: boolean, chosen?: string | undefined, change?: (id: string) => void }) {
  return <fieldset class="choice"><legend>{many ? texts.decide.whichClaims : texts.decide.whichClaim}</legend>
    {incident.claims.slice(0, MOST_CLAIMS).map((claim, i) => <label key={claim.id}><input type={many ? 'checkbox' : 'radio'} name="claim" value={claim.id} data-first={i === 0 ? '' : undefined} defaultChecked={chosen === undefined ? !many && i === 0 : chosen === claim.id} onChange={() => { change?.(claim.id) }} />
      <span><b>{claimVoice(claim)}</b> <Sentence sentence={claim.sentence} /></span></label>)}
  </fieldset>
}

/** Another incident: the nearest that were kept apart, or one that is searched for. `choose` is handed it as it stands. */
export function IncidentChoice({ incident, choose }: { incident: IncidentAnswer, choose: (other: IncidentAnswer | null) => void }) {
  const [found, setFound] = useState<readonly RowAnswer[]>([]), [other, setOther] = useState<IncidentAnswer | null>(null), timer = useRef(0), latest = useRef('')
  const take = (id: string): void => {
    latest.current = id
    choose(null)
    ask<IncidentAnswer>(`/api/incidents/${id}`).then((answer) => { if (latest.current === id) { setOther(answer); choose(answer) } }, () => undefined)
  }
  const search = (event: { currentTarget: HTMLInputElement }): void => {
    const { value } = event.currentTarget
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => { if (value.trim() !== '') ask<FoundAnswer>(`/api/search?text=${encodeURIComponent(value.trim())}`).then(({ incidents }) => { setFound(incidents.filter(({ id }) => id !== incident.id).slice(0, 8)) }, () => undefined) }, TYPING_MS)
  }
  const rows = [...incident.nearest.map(({ row, km, days }) => ({ row, note: texts.incident.kept(km, days) })), ...found.filter(({ id }) => !incident.nearest.some(({ row }) => row.id === id)).map((row) => ({ row, note: '' }))]
  return <fieldset class="choice"><legend>{texts.decide.whichIncident}</legend>
    {rows.map(({ row, note }, i) => <label key={row.id}><input type="radio" name="other" value={row.id} data-first={i === 0 ? '' : undefined} onChange={() => { take(row.id) }} />
      <span><b>{headline(row)}</b> <span class="quiet">{[dayRange(row), ...row.figures.slice(0, 2).map((figure) => `${figureNumbers(figure)} ${figureThing(figure, figure.best)}`), note].filter((part) => part !== '').join(' · ')}</span>
        {other?.id === row.id && other.claims[0] !== undefined && <Sentence sentence={other.claims[0].sentence} />}</span></label>)}
    <label class="field">{texts.decide.findIncident}<input type="search" onInput={search} maxLength={400} data-first={rows.length === 0 ? '' : undefined} /></label>
  </fieldset>
}

/** A place of the gazetteer, found by name; where the name has namesakes they are told apart. Nothing is placed that it does not have. */
export function PlaceChoice({ place, choose }: { place: Place | null, choose: (place: Place | null) => void }) {
  const [found, setFound] = useState<PlacesAnswer['places'] | null>(null), [chosen, setChosen] = useState<Place | null>(place), timer = useRef(0), typed = useRef('')
  const onInput = (event: { currentTarget: HTMLInputElement }): void => {
    const name = typed.current = event.currentTarget.value.trim()
    clearTimeout(timer.current)
    if (name === '') { setFound(null); setChosen(null); choose(null); return }
    timer.current = window.setTimeout(() => { ask<PlacesAnswer>(`/api/places?name=${encodeURIComponent(name)}`).then(({ places }) => {
      if (typed.current !== name) return
      setFound(places)
      pick(places.length === 1 ? places[0]! : null)
    }, () => undefined) }, TYPING_MS)
  }
  const pick = (one: PlacesAnswer['places'][number] | null): void => {
    const { population: _, ...bare } = one ?? { population: 0 }
    const now = one === null ? null : bare as Place
    setChosen(now)
    choose(now)
  }
  return <div class="place-choice"><label class="field">{texts.decide.fields.place}<input name="place" defaultValue={place?.name ?? ''} onInput={onInput} maxLength={200} /></label>
    {found !== null && found.length === 0 && <p class="quiet" role="status">{texts.decide.noPlace}</p>}
    {found !== null && found.length > 0 && <fieldset class="choice"><legend>{texts.decide.whichPlace}</legend>{found.map((one) => <label key={one.gazetteerId}><input type="radio" name="which-place" checked={chosen?.gazetteerId === one.gazetteerId} onChange={() => { pick(one) }} /><span>{one.name} <span class="quiet">{[one.country, texts.precisions[one.precision ?? ''] ?? '', one.population > 0 ? texts.decide.people(grouped(one.population)) : ''].filter(Boolean).join(', ')}</span></span></label>)}</fieldset>}
    {found === null && place !== null && place.lat === null && place.precision !== 'region' && place.precision !== 'country' && <p class="quiet">{texts.untold(place.name || place.written)}</p>}
  </div>
}
