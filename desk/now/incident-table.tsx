// The list: a row an incident, only those in sight drawn, fetched a page at a time.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ListedAnswer } from '../../src/api/routes/overview.ts'
import type { RowAnswer } from '../../src/api/schemas/shared.ts'
import { toIncident } from '../address.ts'
import { ask } from '../ask.ts'
import { KindMark } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { briefRange, dayRange, figureNumbers, figureThing, headline, kindName } from '../words.ts'
import { listPath, PAGE, type Chosen } from './asked.ts'

/** Rows that are drawn beyond those in sight: so many once the list is moved, so many before. */
const SPARE = 12, SPARE_AT_REST = 2

/** Rows by place: the first page came with the selection, others are fetched as they come into sight. */
function useRows(chosen: Chosen): { row: (place: number) => RowAnswer | undefined, need: (from: number, to: number) => void } {
  const [, draw] = useState(0)
  const kept = useRef({ of: null as Chosen | null, pages: new Map<number, readonly RowAnswer[]>(), asked: new Set<number>() })
  if (kept.current.of !== chosen) {
    // where only the record has changed, rows of before stay in sight until the new ones are there
    const pages = kept.current.of?.query === chosen.query ? kept.current.pages : new Map<number, readonly RowAnswer[]>()
    kept.current = { of: chosen, pages: pages.set(0, chosen.listed.rows), asked: new Set([0]) }
  }
  const mine = kept.current
  return {
    row: (place) => mine.pages.get(Math.floor(place / PAGE))?.[place % PAGE],
    need(from, to) {
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
        if (mine.asked.has(page)) continue
        mine.asked.add(page)
        ask<ListedAnswer>(listPath(chosen.query, page)).then((listed) => {
          if (kept.current !== mine) return
          mine.pages.set(page, listed.rows)
          draw((n) => n + 1)
        }, () => { mine.asked.delete(page) })
      }
    },
  }
}

export function IncidentTable({ chosen, opened }: { chosen: Chosen, opened: string | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ from: 0, to: 20 }), [moved, setMoved] = useState(false), printing = usePrinting()
  const rows = useRows(chosen), { query, overview } = chosen, total = chosen.listed.total
  const year = overview.days.at(-1)?.slice(0, 4) ?? ''
  // on paper all that is there: the page of rows that came with the selection
  const spare = moved ? SPARE : SPARE_AT_REST, from = Math.max(0, Math.min(sight.from - spare, total)), to = Math.min(total, printing ? Math.max(sight.to, PAGE) : sight.to + spare)
  useLayoutEffect(() => { if (total > 0) rows.need(from, Math.max(from, to - 1)) }, [chosen, from, to])
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const look = (): void => {
      const height = rowHeight(element)
      setSight((before) => {
        const first = Math.floor(element.scrollTop / height), last = Math.ceil((element.scrollTop + element.clientHeight) / height)
        return before.from === first && before.to === last ? before : { from: first, to: last }
      })
    }
    const scrolled = (): void => { setMoved(true); look() }
    look()
    element.addEventListener('scroll', scrolled, { passive: true })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => { element.removeEventListener('scroll', scrolled); watch.disconnect() }
  }, [])
  useLayoutEffect(() => { if (box.current !== null && sight.from > 0) box.current.scrollTop = 0 }, [query])

  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key]
    const place = Number((event.target as Element).closest('[data-place]')?.getAttribute('data-place') ?? -1)
    if (step === undefined || place < 0) return
    event.preventDefault()
    const element = box.current!
    const next = Math.max(0, Math.min(total - 1, place + step)), height = rowHeight(element), top = next * height
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + 2 * height > element.scrollTop + element.clientHeight) element.scrollTop = top + 2 * height - element.clientHeight
    const focus = (): boolean => { const link = element.querySelector<HTMLElement>(`[data-place="${next}"] a`); link?.focus({ preventScroll: true }); return link !== null }
    if (!focus()) setTimeout(focus, 60) // its page of rows is being fetched or drawn
  }

  return <div class="list" ref={box} tabIndex={-1} onKeyDown={onKey}>
    {to - from < total && <p class="on-paper quiet">{texts.now.printed(from + 1, to, total)}</p>}
    {total === 0 ? <p class="empty">{texts.now.nothing}</p> : <table aria-rowcount={total + 1} aria-label={texts.now.title}>
      <thead><tr><th scope="col">{texts.now.columns.what}</th><th scope="col">{texts.now.columns.when}</th><th scope="col">{texts.now.columns.figures}</th><th scope="col">{texts.now.columns.agreement}</th></tr></thead>
      <tbody>
        {from > 0 && <Space rows={from} />}
        {Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).map((place) => <Line key={place} place={place} row={rows.row(place)} opened={opened} year={year} />)}
        {to < total && <Space rows={total - to} />}
      </tbody>
    </table>}
  </div>
}

function usePrinting(): boolean {
  const [printing, set] = useState(false)
  useEffect(() => {
    const begin = (): void => { set(true) }, end = (): void => { set(false) }
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => { removeEventListener('beforeprint', begin); removeEventListener('afterprint', end) }
  }, [])
  return printing
}

const rowHeight = (element: Element): number => Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 30

function Space({ rows }: { rows: number }) {
  return <tr class="space" aria-hidden="true"><td colSpan={4} style={{ height: `calc(var(--row) * ${rows})` }} /></tr>
}

function Line({ place, row, opened, year }: { place: number, row: RowAnswer | undefined, opened: string | undefined, year: string }) {
  if (row === undefined) return <tr class="line waiting" data-place={place} aria-rowindex={place + 2}><td colSpan={4}><i /></td></tr>
  return <tr class={`line${row.id === opened ? ' opened' : ''}`} data-place={place} aria-rowindex={place + 2}>
    <td class="what"><KindMark kind={row.kind} /><a href={toIncident(row.id)} aria-current={row.id === opened ? 'true' : undefined} title={headline(row)}><b>{kindName(row.kind)}</b> <span class={row.standing === 'point' ? '' : 'unresolved'}>{row.place ?? texts.placeNotTold}</span></a></td>
    <td class="when" title={dayRange(row, true)}>{briefRange(row, year)}</td>
    <td class="figures">{row.figures.slice(0, 3).map((figure) => <span key={`${figure.measure}${figure.of}`}><b>{figureNumbers(figure)}</b> {figureThing(figure, figure.best ?? figure.high)}</span>)}</td>
    <td class="agreement"><Agreement row={row} /></td>
  </tr>
}

/** How the voices stand, as a mark with words: split in two equal halves where they disagree. */
export function Agreement({ row }: { row: Pick<RowAnswer, 'agreement' | 'origins' | 'review'> }) {
  return <span class={`stand ${row.agreement}`} title={[texts.agreement[row.agreement], row.agreement === 'single' && row.origins === 1 ? '' : texts.incident.origins(row.origins), texts.review[row.review]].filter(Boolean).join(', ')}><i aria-hidden="true" />{texts.agreement[row.agreement]}{row.review !== 'unreviewed' && <span class="decided" aria-label={texts.review[row.review]}>✓</span>}</span>
}
