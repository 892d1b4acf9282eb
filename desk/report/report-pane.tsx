// A report: its text with the claims marked in place, what was left out and why, its versions and its copies.
import { useEffect, useRef } from 'preact/hooks'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { here, toReport, writeAddress, type Address } from '../address.ts'
import { useAsk } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { dayAndTime, languageName, READ_AS } from '../words.ts'
import { ClaimBar } from './claim-bar.tsx'
import { ReportText } from './report-text.tsx'

type Opened = Address['opened']

const path = (id: string, version: string | undefined): string => `/api/reports/${encodeURIComponent(id)}${version === undefined ? '' : `?version=${version}`}`

export function ReportPane({ id, opened }: { id: string, opened: Opened }) {
  const asked = useAsk<ReportAnswer>(path(id, opened.version))
  const { answer } = asked
  if (answer === null) return <Missing asked={asked} notThere={texts.report.notThere} />
  return <Report report={answer} opened={opened} />
}

function Report({ report, opened }: { report: ReportAnswer, opened: Opened }) {
  const { summary } = report, article = useRef<HTMLElement>(null), text = useRef<HTMLDivElement>(null)
  const before = report.versions.findLast((version) => version.version < summary.version)
  const beside = opened.beside !== undefined && before !== undefined
  useEffect(() => {
    const hit = article.current?.querySelector('.hit')
    hit?.scrollIntoView({ block: 'center' })
  }, [summary.id, summary.version, opened.claim, opened.number])
  return <article class={`report${beside ? ' beside' : ''}`} ref={article}>
    <header>
      <p class="outlet">{summary.outlet !== null && <b>{summary.outlet}</b>}<span>{summary.published === null ? texts.dayNotTold : dayAndTime(summary.published)}</span>{report.kind === 'live_blog' && <span>{texts.report.posts(report.posts.length)}</span>}{report.language !== null && <span>{languageName(report.language)}</span>}<span>{texts.report.claims(report.claims.length)}</span></p>
      <Versions report={report} opened={opened} beside={beside} hasBefore={before !== undefined} />
      {report.url !== null && <p class="address" title={texts.report.address}>{report.url}</p>}
      <Provenance report={report} />
      {!summary.current && <p class="note">{texts.report.earlier}</p>}
      {report.trouble.map((trouble) => <p class="note" key={trouble.code}>{texts.trouble(trouble.code, trouble.message)}</p>)}
    </header>
    <ClaimBar report={report} claim={opened.claim} text={text} />
    <div class="columns">
      {beside && <Before id={summary.id} version={before.version} />}
      <div ref={text}><ReportText report={report} claim={opened.claim} number={opened.number} /></div>
    </div>
    {report.claims.length === 0 && <p class="quiet">{texts.report.noClaims}</p>}
    <footer>
      {report.removed.length > 0 && <details><summary>{texts.report.removed(report.removed.length)}</summary><ul class="removed">{report.removed.map((removal, i) => <li key={i}><b>{texts.report.why(removal.why)}</b> <span lang={report.language ?? READ_AS}>{removal.text}</span></li>)}</ul></details>}
      {report.captions.length + report.credits.length > 0 && <details><summary>{texts.report.captions}</summary><ul class="removed">{[...report.captions, ...report.credits].map((text, i) => <li key={i} lang={report.language ?? READ_AS}>{text}</li>)}</ul></details>}
      {report.copies.length > 0 && <section><h2>{texts.report.copies}</h2><ul class="rows">{report.copies.map((copy) => <li key={copy.id}><a href={toReport(copy.id)}>{copy.outlet ?? copy.doc}: {copy.title ?? copy.doc}</a>{copy.shared !== null && <span class="quiet"> {texts.report.shared(copy.shared)}</span>}</li>)}</ul></section>}
      <p class="bytes"><a download href={`/api/reports/${encodeURIComponent(summary.id)}/bytes?version=${summary.version}`}>{texts.report.bytes}</a> <span class="quiet"><span class="on-screen">{texts.report.bytesHelp} </span>SHA-256 <Hash of={report.sha256} /></span></p>
      {report.original !== null && <p class="bytes"><a download href={`/api/reports/${encodeURIComponent(summary.id)}/bytes?version=${summary.version}&original=1`}>{texts.report.original}</a> <span class="quiet">SHA-256 <Hash of={report.original} /></span></p>}
    </footer>
  </article>
}

/** How its day is known, and how it came: out of which web archive, recorded when. */
function Provenance({ report: { publishedFrom, archived, fetched, summary } }: { report: ReportAnswer }) {
  const recorded = archived?.at ?? fetched, told = [
    summary.published !== null && publishedFrom !== null && publishedFrom !== 'record' ? texts.report.dayFrom(publishedFrom) : '',
    archived !== null ? texts.report.archived(archived.archive, recorded === null ? null : dayAndTime(recorded), archived.status) : fetched === null ? '' : texts.report.fetched(dayAndTime(fetched)),
  ].filter((part) => part !== '')
  return told.length === 0 ? null : <p class="provenance quiet">{told.join(' · ')}{archived?.id != null && <> <code title={archived.id}>{archived.id.replace(/^<?urn:uuid:|>$/g, '')}</code></>}</p>
}

function Versions({ report, opened, beside, hasBefore }: { report: ReportAnswer, opened: Opened, beside: boolean, hasBefore: boolean }) {
  const { versions, summary } = report
  if (versions.length < 2) return null
  const { beside: _, ...alone } = opened
  return <nav class="versions" aria-label={texts.report.versions}>{versions.map((version) => <a key={version.version} href={toReport(summary.id, { version: version.version })} aria-current={version.version === summary.version ? 'true' : undefined}>{texts.report.version(version.version, versions.length)}</a>)}
    {hasBefore && <a href={writeAddress({ ...here(), opened: beside ? alone : { ...opened, beside: '1' } })}>{beside ? texts.report.single : texts.report.compare}</a>}</nav>
}

function Before({ id, version }: { id: string, version: number }) {
  const { answer } = useAsk<ReportAnswer>(path(id, String(version)))
  if (answer === null) return <div class="skeleton"><i /><i /><i /></div>
  return <ReportText report={answer} claim={undefined} number={undefined} />
}

/** A hash: its beginning on the screen, whole on paper, where it is all that leads back to the bytes. */
function Hash({ of }: { of: string }) {
  return <code title={of}>{of.slice(0, 16)}<span class="on-screen">…</span><span class="on-paper">{of.slice(16)}</span></code>
}
