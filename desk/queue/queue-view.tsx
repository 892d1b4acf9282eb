// What wants a person's look, worst first, worked by keys alone.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { QueueAnswer } from '../../src/api/routes/decisions.ts'
import { filterQuery, go, here, toIncident, writeAddress, type Address } from '../address.ts'
import { theSession, useAsk } from '../ask.ts'
import { openForm } from '../decide/open-form.ts'
import { becameBy } from '../decide/taking.ts'
import { KindMark } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { dayRange, figureNumbers, figureThing, headline, kindName } from '../words.ts'
import { useQueueKeys } from './queue-keys.ts'

const PAGE = 100
/** Those that are looked at where no reason is chosen; the server has the same. */
const PRESSING: readonly string[] = ['contested', 'high_count', 'low_grade', 'unresolved_place', 'another_look', 'changed']

type QueueRow = QueueAnswer['rows'][number]
export interface Shown { row: QueueRow, left: boolean }

export function QueueView({ address }: { address: Address }) {
  const [offset, setOffset] = useState(0), query = filterQuery(address.filters), list = useRef<HTMLOListElement>(null)
  const asked = useAsk<QueueAnswer>(`/api/queue?${query}&offset=${offset}&limit=${PAGE}`), { answer } = asked
  const { incident } = address.opened
  const rows = useKeptInSight(answer, incident)
  const then = useRef<'first' | 'last' | null>(null)
  useEffect(() => { setOffset(0) }, [query])

  const choose = (row: QueueRow | undefined): void => {
    if (row === undefined) return
    go(toIncident(row.id), here().opened.incident !== undefined)
    focusOn(list.current, row.id)
  }
  useEffect(() => { // a page that was asked for by key is gone on with where one was
    if (then.current === null || answer === null || answer.offset !== offset) return
    const place = then.current === 'first' ? 0 : answer.rows.length - 1
    then.current = null
    choose(answer.rows[place])
  }, [answer])
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex(({ row }) => row.id === incident), next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by
    if (next < 0 && offset > 0) { then.current = 'last'; setOffset(Math.max(0, offset - PAGE)) }
    else if (next >= rows.length && answer !== null && offset + PAGE < answer.total) { then.current = 'first'; setOffset(offset + PAGE) }
    else choose(rows[next]?.row)
  }
  useQueueKeys(step)
  useEffect(() => { // a row that moved within the list has lost the focus on its way
    if (answer !== null && incident !== undefined && document.activeElement === document.body && document.querySelector('dialog[open]') === null) focusOn(list.current, incident)
  }, [answer])

  if (answer === null) return <Missing asked={asked} />
  const chosen = address.filters.why?.split(',') ?? PRESSING
  return <div class="view queue">
    <h1>{texts.views.queue}</h1>
    <p class="quiet" id="queue-help">{texts.queue.help} <span class="by-keys">{texts.queue.helpKeys}</span> {theSession().decides ? '' : texts.queue.readOnly} <button type="button" class="plain by-keys" onClick={() => { openForm({ form: 'help' }) }}>{texts.queue.keysTitle} <kbd aria-hidden="true">?</kbd></button></p>
    <Reasons answer={answer} chosen={chosen} address={address} />
    <p class="count"><b>{texts.queue.total(answer.total)}</b>{answer.total > PAGE && <span class="pages"> {texts.queue.page(offset + 1, Math.min(answer.total, offset + PAGE))} <button type="button" class="plain" disabled={offset === 0} onClick={() => { setOffset(Math.max(0, offset - PAGE)) }}>{texts.queue.before}</button> <button type="button" class="plain" disabled={offset + PAGE >= answer.total} onClick={() => { setOffset(offset + PAGE) }}>{texts.queue.after}</button></span>}</p>
    {rows.length === 0 ? <p class="empty">{answer.counts.every(({ count }) => count === 0) ? texts.queue.empty : texts.queue.nothing}</p>
      : <ol class="queue-list" ref={list} aria-describedby="queue-help" start={offset + 1}>{rows.map((shown) => <Line key={shown.row.id} shown={shown} opened={shown.row.id === incident} />)}</ol>}
    <Loose {...answer.loose} />
    {theSession().role !== 'reader' && <Cases />}
  </div>
}

/** Reasons as switches, each with how many there are. */
function Reasons({ answer, chosen, address }: { answer: QueueAnswer, chosen: readonly string[], address: Address }) {
  const set = (why: readonly string[], kind = address.filters.kind): void => { go(writeAddress({ ...address, filters: { ...address.filters, why: why.length === 0 || why.join() === PRESSING.join() ? '' : why.join(), kind } })) }
  return <div class="reasons" role="group" aria-label={texts.queue.reasonsLabel}>
    {answer.counts.map(({ why, count }) => <button key={why} type="button" class="chip" aria-pressed={chosen.includes(why)} onClick={() => { set(chosen.includes(why) ? chosen.filter((one) => one !== why) : answer.counts.map((one) => one.why).filter((one) => one === why || chosen.includes(one))) }}>{texts.queue.reasons[why] ?? why} <span>{count.toLocaleString(texts.locale)}</span></button>)}
    <label>{texts.now.filter.kind} <select value={address.filters.kind ?? ''} onChange={(event) => { set(chosen, event.currentTarget.value) }}><option value="">{texts.now.any}</option>{theSession().kinds.filter(({ kind }) => kind !== 'total').map(({ kind }) => <option key={kind} value={kind}>{kindName(kind)}</option>)}</select></label>
  </div>
}

function Line({ shown: { row, left }, opened }: { shown: Shown, opened: boolean }) {
  return <li class={`${opened ? 'opened' : ''}${left ? ' left' : ''}`}><a href={toIncident(row.id)} data-id={row.id} aria-current={opened ? 'true' : undefined}>
    <KindMark kind={row.kind} /><span class="what"><b class={row.standing === 'point' ? '' : 'unresolved'}>{headline(row)}</b> <span class="quiet">{[dayRange(row), ...row.figures.slice(0, 2).map((figure) => `${figureNumbers(figure)} ${figureThing(figure, figure.best ?? figure.high)}`)].join(' · ')}</span></span>
    <span class="needs">{left ? <span class="done">{texts.queue.left}</span> : row.needs.filter(({ why }, i) => i === 0 || why !== 'unreviewed').map(({ why, words }) => <span key={why} class={`need ${why}`}>{texts.queue.because(why, words, figureOf(why, row), row.looks)}</span>)}</span>
  </a></li>
}

/** Decisions whose incidents are found no more: no line of the list can hold them, and each can be taken back. */
function Loose({ total, decisions }: QueueAnswer['loose']) {
  if (total === 0) return null
  return <section class="loose decisions"><h2>{texts.queue.loose(total)}</h2><p class="quiet">{texts.queue.looseHelp}</p><ul>{decisions.map((one) => <li key={one.decision}>{texts.decidedBy(one.by, texts.decided(one.told, one.words))} <time class="quiet">{one.at.slice(0, 16).replace('T', ' ')}</time> <span class="quiet">({texts.standing(one.causes)})</span>
    {theSession().decides && <button type="button" class="plain" aria-label={`${texts.decide.takeBack}: ${texts.decidedBy(one.by, texts.decided(one.told, one.words))}`} onClick={() => { openForm({ form: 'take_back', taken: one }) }}>{texts.decide.takeBack}</button>}</li>)}</ul></section>
}

/** What people found the reading to have missed or made up, to be saved. */
function Cases() {
  return <details class="cases"><summary>{texts.queue.cases}</summary><p class="quiet">{texts.queue.casesHelp}</p><ul>{Object.entries(texts.queue.caseFiles).map(([file, what]) => <li key={file}><a href={`/api/cases/${file}`} download={file}>{what}</a></li>)}</ul></details>
}

/** The figure that a reason rests on: that on which voices disagree, or the highest of people; '' where it rests on none. */
function figureOf(why: string, { figures }: QueueRow): string {
  const people = figures.filter(({ measure }) => ['killed', 'missing', 'casualties', 'injured', 'captured', 'trapped'].includes(measure)).toSorted((a, b) => (b.high ?? b.best ?? 0) - (a.high ?? a.best ?? 0))
  const figure = why === 'contested' ? figures.find(({ low, high }) => low !== null && high !== null && low !== high) : people[0]
  return figure === undefined ? '' : `${figureNumbers(figure)} ${figureThing(figure, figure.best ?? figure.high)}`
}

/** The rows, and the one that is in sight even when it has just left the queue: it goes when one goes on. */
function useKeptInSight(answer: QueueAnswer | null, incident: string | undefined): Shown[] {
  const kept = useRef<{ row: QueueRow, at: number } | null>(null)
  const rows = (answer?.rows ?? []).map((row): Shown => ({ row, left: false })), at = rows.findIndex(({ row }) => row.id === incident)
  if (kept.current !== null && incident !== undefined && becameBy(kept.current.row.id, incident)) kept.current = { ...kept.current, row: { ...kept.current.row, id: incident } }
  if (at >= 0) kept.current = { row: rows[at]!.row, at }
  else if (kept.current !== null && kept.current.row.id === incident) rows.splice(Math.min(kept.current.at, rows.length), 0, { row: kept.current.row, left: true })
  else if (answer !== null) kept.current = null
  return rows
}

/** The focus goes along with the choice; where the list is out of sight its pane takes it. */
function focusOn(list: HTMLElement | null, id: string): void {
  requestAnimationFrame(() => {
    const link = list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
    if (link != null && link.offsetParent !== null) { link.focus({ preventScroll: true }); link.scrollIntoView({ block: 'nearest' }) }
    else document.querySelector<HTMLElement>('.pane.incident')?.focus({ preventScroll: true })
  })
}
