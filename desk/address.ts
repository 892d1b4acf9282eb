// Where one is: the view, its filters and what is opened, all of it in the address, so that a view can be sent.
import { useLayoutEffect, useState } from 'preact/hooks'

export const VIEWS = ['now', 'queue', 'search', 'voices', 'tallies', 'changes', 'add', 'account', 'accounts'] as const
/** Views that the head's navigation does not list. */
export const UNLISTED: ReadonlySet<string> = new Set(['account', 'accounts'])
export type View = (typeof VIEWS)[number]

/** Parameters that choose incidents; the server knows the same names. */
export const FILTER_NAMES = ['from', 'to', 'kind', 'side', 'weapon', 'place', 'claimant', 'outlet', 'agreement', 'review', 'measure', 'least', 'text', 'within', 'why'] as const
export type FilterName = (typeof FILTER_NAMES)[number]
/** What is opened beside the view. */
const OPENED = ['incident', 'report', 'version', 'claim', 'number', 'beside'] as const
type Opened = (typeof OPENED)[number]

export interface Address {
  view: View
  filters: Partial<Record<FilterName, string>>
  opened: Partial<Record<Opened, string>>
}

/** Reads an address; what it does not know is left out. */
export function readAddress(location: { pathname: string, search: string }): Address {
  const name = location.pathname.replace(/^\//, '')
  const view = VIEWS.find((one) => one === name) ?? 'now'
  const params = new URLSearchParams(location.search)
  const some = <Name extends string>(names: readonly Name[]): Partial<Record<Name, string>> => Object.fromEntries(names.flatMap((one) => { const value = params.get(one); return value === null || value === '' ? [] : [[one, value]] })) as Partial<Record<Name, string>>
  return { view, filters: some(FILTER_NAMES), opened: some(OPENED) }
}

/** The address as it stands in a link. */
export function writeAddress({ view, filters, opened }: Address): string {
  const params = new URLSearchParams()
  for (const name of FILTER_NAMES) if (filters[name] !== undefined && filters[name] !== '') params.set(name, filters[name])
  for (const name of OPENED) if (opened[name] !== undefined && opened[name] !== '') params.set(name, opened[name])
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return `/${view === 'now' ? '' : view}${query === '' ? '' : `?${query}`}`
}

/** Filters as the server's query. */
export function filterQuery(filters: Address['filters']): string {
  const params = new URLSearchParams()
  for (const name of FILTER_NAMES) if (filters[name]) params.set(name, filters[name])
  return params.toString()
}

const changed = new Set<() => void>()
let current = readAddress(window.location)

function tell(): void {
  current = readAddress(window.location)
  for (const one of changed) one()
}

addEventListener('popstate', tell)
// Links of ours change the view in place; with a key held they open as the browser does it.
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a[href^="/"]')
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download') || link.target !== '' || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(link.getAttribute('href')!)
})

/** Goes to an address. `replace`: without a step back of its own, for what changes at every key. */
export function go(to: string, replace = false): void {
  if (to === location.pathname + location.search) return
  if (replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  tell()
}

/** Where one is, kept up to date from the first drawing on: a key pressed before the first frame is painted changes it already. */
export function useAddress(): Address {
  const [, draw] = useState(0), drawn = current
  useLayoutEffect(() => {
    const again = (): void => { draw((n) => n + 1) }
    changed.add(again)
    if (current !== drawn) again()
    return () => { changed.delete(again) }
  }, [])
  return current
}

/** Where one is now. */
export const here = (): Address => current

/** Filters changed; an empty value takes one away. */
export function setFilters(change: Address['filters'], replace = false): void {
  go(writeAddress({ ...current, view: 'now', filters: { ...current.filters, ...change } }), replace)
}

/** The link to an incident from where one is. */
export function toIncident(id: string): string {
  return writeAddress({ ...current, opened: { incident: id } })
}

/** The link to a report, at a claim's words where one is named; the incident stays open beside it. */
export function toReport(id: string, at: { version?: number, claim?: string, number?: number | null, incident?: string } = {}): string {
  const { incident = current.opened.incident } = at
  return writeAddress({ ...current, opened: {
    ...(incident === undefined ? {} : { incident }), report: id, ...(at.version === undefined ? {} : { version: String(at.version) }), ...(at.claim === undefined ? {} : { claim: at.claim }), ...(at.number == null ? {} : { number: String(at.number) }),
  } })
}

/** The link that closes what is opened, from one pane on. */
export function toClosed(pane: 'incident' | 'report'): string {
  const { incident } = current.opened
  return writeAddress({ ...current, opened: pane === 'report' && incident !== undefined ? { incident } : {} })
}

/** The link to a view, with the filters kept. */
export function toView(view: View): string {
  const { why: _, ...filters } = current.filters
  return writeAddress({ view, filters: view === 'now' ? filters : {}, opened: {} })
}

/** The link to all incidents of one filter. */
export function toFiltered(filters: Address['filters']): string {
  return writeAddress({ view: 'now', filters, opened: {} })
}
