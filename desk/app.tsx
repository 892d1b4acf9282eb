// The frame: head, the view, and what is opened beside it.
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { go, here, toClosed, toView, UNLISTED, useAddress, VIEWS, type Address } from './address.ts'
import { WhoHead } from './account/who-head.tsx'
import { theSession } from './ask.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { later } from './later.tsx'
import { useLive } from './live.ts'
import { Announcements } from './decide/announce.tsx'
import { DecisionDialog } from './decide/decision-dialog.tsx'
import { IncidentPane } from './incident/incident-pane.tsx'
import { NowView } from './now/now-view.tsx'
import { QueueView } from './queue/queue-view.tsx'
import { ReportPane } from './report/report-pane.tsx'
import { texts } from './texts/texts.ts'
import { Tip } from './tip.tsx'
import { SearchView } from './views/search-view.tsx'

const AccountView = later(async () => (await import('./account/account-view.tsx')).AccountView), AccountsView = later(async () => (await import('./account/accounts-view.tsx')).AccountsView), AddView = later(async () => (await import('./views/add-view.tsx')).AddView)
const ChangesView = later(async () => (await import('./views/changes-view.tsx')).ChangesView), TalliesView = later(async () => (await import('./views/tallies-view.tsx')).TalliesView), VoicesView = later(async () => (await import('./views/voices-view.tsx')).VoicesView)

export function App() {
  const address = useAddress()
  const { incident, report } = address.opened
  const depth = report !== undefined ? (incident !== undefined ? 'three' : 'two') : incident !== undefined ? 'two' : 'one'
  useKeys()
  useTitle(address)
  return <>
    <a class="skip" href="#content">{texts.skip}</a>
    <Head address={address} />
    <main id="content" class={`panes ${depth} in-${address.view}`}>
      <section class="pane overview" aria-label={texts.views[address.view]}><ViewOf address={address} /></section>
      {incident !== undefined && <Pane kind="incident" key={`i${incident}`} takesFocus={address.view !== 'queue'}><IncidentPane id={incident} /></Pane>}
      {report !== undefined && <Pane kind="report" key={`r${report}`}><ReportPane id={report} opened={address.opened} /></Pane>}
    </main>
    <Tip />
    <Announcements />
    <DecisionDialog />
  </>
}

function Head({ address }: { address: Address }) {
  const { connected } = useLive()
  return <header class="top">
    <a class="name" href="/">{texts.name}</a>
    <nav aria-label={texts.name}>{VIEWS.filter((view) => !UNLISTED.has(view) && (view !== 'add' || theSession().role !== 'reader')).map((view) => <a key={view} href={toView(view)} aria-current={view === address.view ? 'page' : undefined}>{texts.views[view]}</a>)}</nav>
    {address.view !== 'search' && <a class="to-search" href="/search"><kbd>/</kbd> {texts.search.label}</a>}
    <LanguageSwitch />
    <WhoHead />
    <p class="status" role="status">{connected ? '' : texts.offline}</p>
  </header>
}

function ViewOf({ address }: { address: Address }) {
  switch (address.view) {
    case 'now': return <NowView address={address} />
    case 'queue': return <QueueView address={address} />
    case 'search': return <SearchView address={address} />
    case 'voices': return <VoicesView />
    case 'tallies': return <TalliesView />
    case 'changes': return <ChangesView />
    case 'add': return <AddView />
    case 'account': return <AccountView />
    case 'accounts': return <AccountsView />
  }
}

/** A pane beside the view; when it opens it is given the focus, so that reading on goes on there. */
function Pane({ kind, takesFocus = true, children }: { kind: 'incident' | 'report', takesFocus?: boolean, children: ComponentChildren }) {
  const pane = useRef<HTMLElement>(null)
  useEffect(() => { if (takesFocus) pane.current?.focus({ preventScroll: false }) }, [])
  return <section class={`pane ${kind}`} ref={pane} tabIndex={-1} aria-label={texts.panes[kind]}>
    <p class="pane-head"><span>{texts.panes[kind]}</span><a href={toClosed(kind)} class="closes">{texts.close} <span class="unseen">{texts.panes[kind]}</span> <kbd aria-hidden="true">Esc</kbd></a></p>
    {children}
  </section>
}

/** Keys that work everywhere: Escape closes the innermost pane, / searches. */
function useKeys(): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement
      if (document.querySelector('dialog[open]') !== null) return
      const { opened } = here()
      if (event.key === 'Escape' && !typing && (opened.report ?? opened.incident) !== undefined) { event.preventDefault(); go(toClosed(opened.report === undefined ? 'incident' : 'report')) }
      if (event.key === '/' && !typing) { event.preventDefault(); go('/search') }
    }
    addEventListener('keydown', onKey)
    return () => { removeEventListener('keydown', onKey) }
  }, [])
}

function useTitle(address: Address): void {
  useEffect(() => { document.title = address.view === 'now' ? texts.name : `${texts.views[address.view]} · ${texts.name}` }, [address.view])
}
