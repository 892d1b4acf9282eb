// The filters: what may be chosen, how often it occurs under the others, and what is chosen.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { OverviewAnswer } from '../../src/api/routes/overview.ts'
import { FILTER_NAMES, setFilters, type Address, type FilterName } from '../address.ts'
import { theSession } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { grouped, kindName, measureName, shortDay, weaponName } from '../words.ts'

type Filters = Address['filters']
const SELECTS = ['kind', 'place', 'side', 'weapon', 'claimant', 'outlet', 'agreement', 'review'] as const
const TYPING_MS = 180
const UNSEEN_MS = 120

const nameOf = (filter: FilterName, value: string): string => {
  if (filter === 'kind') return value.split(',').map(kindName).join(', ')
  if (filter === 'weapon') return weaponName(value)
  if (filter === 'agreement') return value.split(',').map((one) => texts.agreement[one] ?? one).join(', ')
  if (filter === 'review') return texts.review[value] ?? value
  if (filter === 'measure') return measureName(value)
  if (filter === 'from' || filter === 'to') return shortDay(value)
  if (filter === 'within') return texts.now.onlyHere
  return value
}

export function FilterBar({ filters, overview }: { filters: Filters, overview: OverviewAnswer }) {
  const chosen = FILTER_NAMES.filter((name) => filters[name] !== undefined)
  const wide = matchMedia('(min-width: 700px)').matches
  return <form class="filters" autocomplete="off" aria-label={texts.now.filters} onSubmit={(event) => { event.preventDefault() }}>
    <details open={wide}>
      <summary>{texts.now.filters}{chosen.length > 0 ? ` (${chosen.length})` : ''}</summary>
      <div class="fields">
        <Words value={filters.text ?? ''} />
        {SELECTS.map((name) => <Select key={name} name={name} value={filters[name] ?? ''} options={overview.facets[name]} />)}
        <Counts filters={filters} />
      </div>
    </details>
    <p class="chosen">
      <output aria-live="polite"><b>{texts.now.chosen(overview.chosen, overview.all)}</b>{overview.undated > 0 && <span class="quiet"> · {texts.now.undated(overview.undated)}</span>}</output>
      {chosen.map((name) => <button key={name} type="button" class="chip" aria-label={texts.now.take(`${texts.now.filter[name] ?? name}: ${nameOf(name, filters[name]!)}`)} onClick={() => { setFilters({ [name]: '' }) }}><span>{texts.now.filter[name]}</span> {name === 'within' ? '' : nameOf(name, filters[name]!)} <i aria-hidden="true">×</i></button>)}
      {chosen.length > 1 && <button type="button" class="plain" onClick={() => { setFilters(Object.fromEntries(FILTER_NAMES.map((name) => [name, '']))) }}>{texts.now.clear}</button>}
    </p>
  </form>
}

type Options = readonly { value: string, count: number }[]

/** What a closed list offers is not in sight: it is brought up to date when the page has been drawn, and at once where one turns to it. */
function useUnseen<Value>(now: Value): { value: Value, turnTo: () => void } {
  const [value, set] = useState(now), latest = useRef(now)
  latest.current = now
  useEffect(() => {
    if (value === now) return
    const timer = setTimeout(() => { set(latest.current) }, UNSEEN_MS)
    return () => { clearTimeout(timer) }
  }, [now])
  return { value, turnTo: () => { set(latest.current) } }
}

function Select({ name, value, options }: { name: FilterName, value: string, options: Options }) {
  const { value: unseen, turnTo } = useUnseen(options), offeredTo = (offered: Options) => offered.map((option, i) => <option key={i} value={option.value}>{nameOf(name, option.value)} ({grouped(option.count)})</option>)
  const chosen = value === '' ? undefined : options.find((option) => option.value === value), known = unseen.some((option) => option.value === value)
  const offered = useMemo(() => offeredTo(chosen === undefined ? unseen : unseen.map((option) => (option.value === value ? chosen : option))), [unseen, chosen])
  return <label class={value === '' ? '' : 'set'}><span>{texts.now.filter[name]}</span>
    <select name={name} value={value} disabled={options.length < 2 && value === ''} onFocus={turnTo} onPointerDown={turnTo} onChange={(event) => { setFilters({ [name]: event.currentTarget.value }) }}>
      <option value="">{texts.now.any}</option>
      {!known && value !== '' && <option value={value}>{nameOf(name, value)}{chosen === undefined ? '' : ` (${grouped(chosen.count)})`}</option>}
      {offered}
    </select>
  </label>
}

/** A field that tells the first key after a pause at once, and further ones when one has stopped typing. */
function useTyped(value: string, then: (value: string) => void): { value: string, onInput: (event: { currentTarget: HTMLInputElement }) => void } {
  const [typed, set] = useState(value), timer = useRef(0), last = useRef(value), typedAt = useRef(-Infinity)
  useEffect(() => { if (value !== last.current) { last.current = value; set(value) } }, [value])
  return { value: typed, onInput: ({ currentTarget }) => {
    set(currentTarget.value)
    clearTimeout(timer.current)
    const tell = (): void => { last.current = currentTarget.value.trim(); then(last.current) }, paused = performance.now() - typedAt.current > TYPING_MS
    typedAt.current = performance.now()
    if (paused) tell()
    else timer.current = window.setTimeout(tell, TYPING_MS)
  } }
}

function Words({ value }: { value: string }) {
  const field = useTyped(value, (text) => { setFilters({ text }, true) })
  return <label class={value === '' ? '' : 'set'}><span>{texts.now.filter.text}</span><input type="search" name="text" maxLength={400} autocomplete="off" {...field} /></label>
}

function Counts({ filters }: { filters: Filters }) {
  const field = useTyped(filters.least ?? '', (least) => { setFilters({ least: /^\d+$/.test(least) ? least : '' }, true) })
  return <label class={filters.measure === undefined && filters.least === undefined ? 'counts' : 'counts set'}><span>{texts.now.filter.measure}</span>
    <select name="measure" aria-label={texts.now.filter.measure} value={filters.measure ?? ''} onChange={(event) => { setFilters({ measure: event.currentTarget.value }) }}>
      <option value="">{texts.now.any}</option>
      {theSession().measures.map((measure) => <option key={measure} value={measure}>{measureName(measure)}</option>)}
    </select>
    <span>{texts.now.filter.least}</span><input name="least" inputMode="numeric" size={4} maxLength={7} autocomplete="off" aria-label={texts.now.filter.least} {...field} />
  </label>
}
