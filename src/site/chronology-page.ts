// A chronology as one HTML file that needs no network, no server and no script to be read.
import { createHash } from 'node:crypto'
import type { Incident } from '../model/incident.ts'
import { BROWSER_SCRIPT } from './browser-script.ts'
import { arrange, type Chronology, type ChronologyReport, type Entry } from './chronology.ts'
import { escapeHtml } from './escape.ts'
import { incidentEntry } from './incident-entry.ts'
import { kindMark, kindRank, kindSymbols } from './kinds.ts'
import { mapSection, type Landmark } from './map.ts'
import { reportEntry } from './report-entry.ts'
import { STYLES } from './styles.ts'
import { timeline } from './timeline.ts'
import { counted, dayWords, kindLabel, kindOf, longDay, rangeWords } from './words.ts'

export type { ChronologyReport } from './chronology.ts'
export type { Landmark } from './map.ts'

/** All that a page is made from; the same input gives the same bytes. */
export interface ChronologyInput {
  title: string
  /** ISO date-time of the making, printed as given. */
  generatedAt: string
  incidents: readonly Incident[]
  reports: readonly ChronologyReport[]
  /** A sentence under the title that a reader must see, e.g. that the reports are invented. */
  note?: string
  /** Larger towns of the countries concerned; those inside the drawn extent are lettered. */
  landmarks?: readonly Landmark[]
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page: UTF-8 HTML, self-contained, everything from outside escaped. Pure; throws on nothing that the model allows. */
export function chronologyPage(input: ChronologyInput): string {
  const chronology = arrange(input.incidents, input.reports)
  const policy = `default-src 'none'; style-src ${hash(STYLES)}; script-src ${hash(BROWSER_SCRIPT)}; base-uri 'none'; form-action 'none'`
  const title = escapeHtml(input.title)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Dateline">
<title>${title}</title>
<style>${STYLES}</style>
</head>
<body>
<a class="skip" href="#incidents">To the incidents</a>
${kindSymbols()}${AGREEMENT_SYMBOLS}
<header class="top">${input.note ? `<p class="note">${escapeHtml(input.note)}</p>` : ''}
<h1>${title}</h1>
<p class="dek">${summary(chronology)}</p>
${filters(chronology)}</header>
<main class="col-wrap">
<section class="col overview" aria-label="Overview" tabindex="-1"><h2>Overview</h2>
${timeline(chronology)}
${legend(chronology)}
${mapSection(chronology, input.landmarks ?? [])}
${footer(input)}</section>
<section class="col incidents" id="incidents" aria-label="Incidents" tabindex="-1"><h2>Incidents</h2>
${incidentList(chronology)}</section>
<section class="col reports" id="reports" aria-label="Reports" tabindex="-1"><h2>Reports</h2>
${reportList(chronology)}</section>
</main>
<script>${BROWSER_SCRIPT}</script>
</body>
</html>
`
}

function summary(chronology: Chronology): string {
  const { entries, sources, first, last } = chronology
  const events = entries.filter((e) => e.incident.kind !== 'total').length
  const totals = entries.length - events
  const contested = entries.filter((e) => e.incident.agreement === 'contested' || e.incident.agreement === 'denied').length
  const span = first ? `, ${escapeHtml(rangeWords({ from: first, to: last }))}` : ''
  const dispute = contested > 0 ? ` On <b>${contested}</b> of them voices disagree.` : ''
  return `<b>${capital(counted(events, 'incident'))}</b>${totals > 0 ? ` and ${counted(totals, 'running total')}` : ''}${span}, from <b>${counted(sources.filter((s) => !s.superseded).length, 'report')}</b>.${dispute} Every number is a door to the words that say it.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const option = (value: string, words: string): string => `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`

function filters(chronology: Chronology): string {
  const incidents = chronology.entries.map((e) => e.incident)
  const kinds = [...new Set(incidents.map(kindOf))].toSorted((a, b) => kindRank(a) - kindRank(b))
  const sides = [...new Set(incidents.flatMap((i) => [i.by, i.against]).filter((side) => side !== null))].toSorted()
  return `<details class="filter-box" hidden><summary>Filter</summary><form class="filters" aria-label="Filter the incidents"><label>kind<select name="kind">${option('', 'all kinds')}${kinds.map((kind) => option(kind ?? 'count', kindLabel(kind))).join('')}</select></label>
<label>side<select name="side">${option('', 'all sides')}${sides.map((side) => option(side, side)).join('')}</select></label>
<label>agreement<select name="agreement">${option('', 'any')}${option('single', 'one origin')}${option('corroborated', 'voices agree')}${option('contested', 'voices disagree')}${option('denied', 'denied')}</select></label>
<label>from<input type="date" name="from"></label><label>to<input type="date" name="to"></label>
<label>words<input type="search" name="find" size="14"></label><button type="reset">Show all</button><output></output></form></details>`
}

const AGREEMENT_SYMBOLS = `<svg class="defs" width="0" height="0" aria-hidden="true"><defs>
<symbol id="a-single" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="none" stroke-width="1.6"/></symbol>
<symbol id="a-corroborated" viewBox="0 0 16 16"><circle cx="5.4" cy="8" r="4.4" stroke="none"/><circle cx="10.6" cy="8" r="4.4" stroke="none"/></symbol>
<symbol id="a-contested" viewBox="0 0 16 16"><path d="M6.8 2.5a5.6 5.6 0 0 0 0 11zM9.2 2.5a5.6 5.6 0 0 1 0 11z" stroke="none"/></symbol>
<symbol id="a-denied" viewBox="0 0 16 16"><path d="M6.8 2.5a5.6 5.6 0 0 0 0 11z" stroke="none"/><path d="M9.6 3.3a4.8 4.8 0 0 1 0 9.4z" fill="none" stroke-width="1.4"/></symbol>
</defs></svg>`

function legend(chronology: Chronology): string {
  const counts = Map.groupBy(chronology.entries, (e) => kindOf(e.incident))
  const items = [...counts].toSorted((a, b) => kindRank(a[0]) - kindRank(b[0])).map(([kind, list]) => `<li>${kindMark(kind)} ${escapeHtml(kindLabel(kind))} <span class="quiet">${list.length}</span></li>`).join('')
  return `<ul class="legend" aria-label="Kinds of incident">${items}</ul>`
}

function incidentList(chronology: Chronology): string {
  if (chronology.entries.length === 0) return '<p class="empty">No incident yet. Add reports that tell of one, and it stands here by its day.</p>'
  return [...Map.groupBy(chronology.entries, (e) => e.day ?? (e.long ? LONG : null))].map(([day, entries]) => dayGroup(day, entries, chronology)).join('\n')
}

const LONG = 'long'

function dayGroup(day: string | null, entries: readonly Entry[], chronology: Chronology): string {
  const fragment = day ? `d-${escapeHtml(day)}` : 'd-none'
  return `<div class="group"><h3 class="daily" id="${fragment}">${day === LONG ? 'Over more than a week' : day ? escapeHtml(longDay(day)) : 'Day not told'} <span class="quiet">${tally(entries)}</span></h3>
<ol>${entries.map((entry) => incidentEntry(entry, chronology)).join('\n')}</ol></div>`
}

function tally(entries: readonly Entry[]): string {
  const totals = entries.filter((e) => e.incident.kind === 'total').length
  const events = entries.length - totals
  return [events > 0 ? counted(events, 'incident') : '', totals > 0 ? counted(totals, 'running total') : ''].filter(Boolean).join(', ')
}

function reportList(chronology: Chronology): string {
  if (chronology.sources.length === 0) return '<p class="empty">No report was handed to this page; the words behind its numbers would stand here.</p>'
  const contents = chronology.sources.map((s) => `<li><a href="#${s.fragment}">${escapeHtml(s.report.title ?? s.report.doc)}</a><span class="quiet">${escapeHtml(s.report.outlet ?? '')}${s.superseded ? ', earlier version' : ''}</span></li>`).join('')
  return `<details class="contents"${chronology.sources.length <= 30 ? ' open' : ''}><summary>${counted(chronology.sources.length, 'report')}</summary><ol>${contents}</ol></details>
${chronology.sources.map((source) => reportEntry(source, chronology)).join('\n')}`
}

function footer(input: ChronologyInput): string {
  return `<footer><p>Made by Dateline${input.generatedAt ? ` on ${escapeHtml(dayWords(input.generatedAt))}` : ''}. A figure stands as lowest–best–highest of the voices that gave one; a dot is a voice, a hollow one did not confirm, a dotted one has been replaced since. Numbers that no voice gave are not shown, and a place that could not be told is not drawn.</p><p>Land: Natural Earth. No border is drawn.</p></footer>`
}
