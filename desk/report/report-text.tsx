// The words of a report with what was found in them marked. Whatever the text holds is text: nothing of it becomes markup.
import type { ComponentChildren } from 'preact'
import type { ReportAnswer } from '../../src/api/routes/report.ts'
import { here, writeAddress } from '../address.ts'
import { kindClass } from '../kind-mark.tsx'
import { texts } from '../texts/texts.ts'
import { dayAndTime, figureThing, kindName, spoken, READ_AS } from '../words.ts'

type Run = ReportAnswer['runs'][number]
type Piece = Run['pieces'][number]

export function ReportText({ report, claim, number }: { report: ReportAnswer, claim: string | undefined, number: string | undefined }) {
  const asked = claim === undefined ? -1 : report.claims.findIndex((one) => one.id === claim)
  const groups: { post: number | null, runs: Run[] }[] = []
  for (const run of report.runs) {
    const last = groups.at(-1)
    if (last !== undefined && last.post === run.post) last.runs.push(run)
    else groups.push({ post: run.post, runs: [run] })
  }
  const headed = report.runs.some((run) => run.kind === 'headline')
  return <div class="text" lang={report.language ?? READ_AS}>
    {!headed && report.summary.title !== null && <h1>{report.summary.title}</h1>}
    {groups.map(({ post, runs }, i) => {
      const body = runs.map((run, n) => <RunText key={n} run={run} report={report} asked={asked} number={number} />)
      if (post === null) return <div key={i}>{body}</div>
      const about = report.posts[post]!
      const notes = [about.time === null ? '' : dayAndTime(about.time), runs.some((run) => run.kind === 'byline') ? '' : about.author ?? '', about.pinned ? texts.report.pinned : '', about.summary ? texts.report.sumsUp : '', about.replaced ? texts.report.again : '', about.supersedes === null ? '' : texts.report.replaces].filter((note) => note !== '')
      return <section key={i} class={`post${about.replaced ? ' was' : ''}`}>{notes.length > 0 && <p class="post-head">{notes.join(' · ')}</p>}{body}</section>
    })}
  </div>
}

function RunText({ run, report, asked, number }: { run: Run, report: ReportAnswer, asked: number, number: string | undefined }) {
  const pieces = run.pieces.map((piece, i) => <PieceText key={i} piece={piece} report={report} asked={asked} number={number} />)
  switch (run.kind) {
    case 'headline': return run === report.runs.find((one) => one.kind === 'headline') ? <h1 data-at={run.start}>{pieces}</h1> : <h3 data-at={run.start}>{pieces}</h3>
    case 'subheading': case 'post_heading': return <h3 data-at={run.start}>{pieces}</h3>
    case 'quotation': return <blockquote data-at={run.start}>{pieces}</blockquote>
    case 'paragraph': return <p data-at={run.start}>{pieces}</p>
    default: return <p class={run.kind.replaceAll('_', '-')} data-at={run.start}>{pieces}</p>
  }
}

function PieceText({ piece, report, asked, number }: { piece: Piece, report: ReportAnswer, asked: number, number: string | undefined }): ComponentChildren {
  if (piece.claims.length === 0) return <>{piece.text}</>
  const here_ = piece.claims.includes(asked) ? asked : piece.claims.at(-1)!
  const claim = report.claims[here_]!
  const hit = piece.claims.includes(asked)
  const exact = hit && piece.number !== null && piece.number.claim === asked && number !== undefined && piece.number.number === Number(number)
  const words = <mark class={`${kindClass(claim.type ?? 'figures')} ${claim.stance}${hit ? ' hit' : ''}${exact ? ' exact' : ''}`}>{piece.number === null ? piece.text : <b>{piece.text}</b>}</mark>
  if (claim.incident === null) return words
  const what = claim.quantities.length > 0 ? claim.quantities.map((quantity) => `${spoken(quantity)} ${figureThing(quantity, quantity.value)}`).join(', ') : kindName(claim.type ?? 'figures')
  const label = texts.report.claim(what, claim.claimant?.name ?? report.summary.outlet ?? report.summary.doc)
  return <a class="mark" title={label} href={writeAddress({ ...here(), opened: { ...here().opened, incident: claim.incident, claim: claim.id } })}>{words}</a>
}
