// A figure as a line: its numbers, each a door to the words that say it, and a dot for each voice.
import type { Claim } from '../model/claim.ts'
import type { Figure, Saying } from '../model/incident.ts'
import { numberFragment, numberWords, quantityOf, type Chronology, type Standing } from './chronology.ts'
import { escapeHtml } from './escape.ts'
import { quotedSentence } from './sentence.ts'
import { countedWord, dayWords, grouped, measureWord, shortValue, spokenValue } from './words.ts'

/** A saying with the claim it rests on; `standing` is null where the report was not handed to the page. */
export interface Voice {
  saying: Saying
  standing: Standing | null
  /** Where its words stand in the page; null where they do not. */
  href: string | null
  spoken: string
  short: string
  name: string
  superseded: boolean
  /** The fragment of the row that prints its sentence, for whatever shows it on hovering. */
  row: string
}

/** The voices of a figure in the order of their values, superseded ones last. */
export function voicesOf(figure: Figure, chronology: Chronology, prefix: string): Voice[] {
  return figure.says.map((saying, i): Voice => {
    const standing = chronology.claims.get(saying.claim) ?? null
    const quantity = standing ? quantityOf(standing.claim, figure, saying) : null
    const own = standing ? numberWords(standing, quantity) : null
    return {
      saying,
      standing,
      href: standing ? `#${numberFragment(standing, quantity)}` : null,
      spoken: spokenValue(saying.value, saying.bound, own),
      short: shortValue(saying.value, saying.bound, own),
      name: voiceName(saying, standing?.claim ?? null, chronology),
      superseded: saying.superseded_by !== null,
      row: `${prefix}.s${i}`,
    }
  }).toSorted((a, b) => Number(a.superseded) - Number(b.superseded) || a.saying.value - b.saying.value)
}

/** Who speaks: the claimant, else the outlet itself. */
export function voiceName(saying: Saying, claim: Claim | null, chronology: Chronology): string {
  if (saying.claimant !== null) return saying.claimant
  if (claim?.claimant) return claim.claimant.name
  if (saying.outlet) return saying.outlet
  return chronology.sourceOfDoc.get(saying.report)?.report.outlet ?? 'the report itself'
}

const STANCE_WORDS = { asserted: 'said by', denied: 'denied by', unconfirmed: 'unconfirmed, from' } as const

/** "three people killed, said by the mayor": what a door says to who cannot see it. It begins with what who can see it reads (`shown`). */
export function doorLabel(voice: Voice, figure: Figure, shown = voice.spoken): string {
  const was = voice.superseded ? ', an earlier number, replaced since' : ''
  return `${shown} ${countedWord(voice.saying.of ?? figure.of, voice.saying.value)} ${measureWord(figure.measure, figure.of)}, ${STANCE_WORDS[voice.saying.stance]} ${voice.name}${was}`
}

/** A door with `shown` on it, or `markup` where that is more than text. */
function door(voice: Voice, figure: Figure, shown: string, kind: string, markup = escapeHtml(shown)): string {
  const label = escapeHtml(doorLabel(voice, figure, shown || voice.spoken))
  return voice.href
    ? `<a class="${kind}" href="${voice.href}" data-says="${voice.row}" aria-label="${label}">${markup}</a>`
    : `<span class="${kind}" title="${label}">${markup}</span>`
}

/** One figure of an incident: `2–3–4` with what is counted and a dot for each voice. */
export function figureLine(figure: Figure, voices: readonly Voice[], chronology: Chronology): string {
  const live = voices.filter((voice) => !voice.superseded)
  const shown = [...new Set([figure.low, figure.best, figure.high].filter((value) => value !== null))]
  const numbers = shown.map((value) => {
    const voice = live.find((v) => v.saying.value === value) ?? voices.find((v) => v.saying.value === value)
    const weight = value === figure.best ? 'n best' : 'n'
    const text = voice && shown.length === 1 ? voice.short : grouped(value)
    return voice ? door(voice, figure, text, weight) : `<span class="${weight}">${escapeHtml(text)}</span>`
  })
  const vague = live.filter((voice) => voice.saying.bound === 'vague' && !shown.includes(voice.saying.value))
  const words = [...new Map(vague.map((voice) => [voice.short, voice])).values()].map((voice) => door(voice, figure, `“${voice.short}”`, 'n'))
  const value = [numbers.join('<span class="dash">–</span>'), ...words].filter(Boolean).join(' ') || '<span class="none">no figure</span>'
  const seen = new Set<string>()
  const dots = voices.filter((voice) => isNew(seen, `${voice.name}|${voice.saying.value}|${voice.superseded}`)).map((voice) => door(voice, figure, '', `dot ${chronology.hue(voice.saying.claimant)} ${voice.superseded ? 'was' : voice.saying.stance}`, '<i></i>')
    .replace('<a ', '<a tabindex="-1" ')).join('')
  const thing = countedWord(figure.of, figure.best ?? figure.high ?? 2)
  return `<li><span class="value">${value}</span> <span class="thing">${thing} ${measureWord(figure.measure, figure.of)}</span> <span class="dots">${dots}</span></li>`
}

/** true the first time that `key` is asked for. */
export function isNew(seen: Set<string>, key: string): boolean {
  return seen.size < seen.add(key).size
}

/** The table of voices by figures, and under each voice its sentences. */
export function voiceMatrix(figures: readonly Figure[], voices: readonly (readonly Voice[])[], chronology: Chronology): string {
  const speakers = new Map<string, { name: string; claimant: string | null; cells: Voice[][] }>()
  voices.forEach((list, column) => {
    for (const voice of list) {
      const key = voice.saying.claimant ?? `\0${voice.name}`
      let row = speakers.get(key)
      if (!row) speakers.set(key, row = { name: voice.name, claimant: voice.saying.claimant, cells: figures.map(() => []) })
      row.cells[column]?.push(voice)
    }
  })
  const head = figures.map((figure) => `<th scope="col">${countedWord(figure.of, 2)} ${measureWord(figure.measure, figure.of)}</th>`).join('')
  const rows = [...speakers.values()].map((row) => {
    const cells = row.cells.map((cell, column) => {
      const figure = figures[column]
      return `<td>${figure ? cell.toSorted((a, b) => Number(b.superseded) - Number(a.superseded)).map((voice) => door(voice, figure, mark(voice), 'n', voice.superseded ? `<s>${escapeHtml(mark(voice))}</s>` : escapeHtml(mark(voice)))).join(' ') : ''}</td>`
    }).join('')
    const sentences = row.cells.flatMap((cell, column) => cell.map((voice) => sentence(voice, figures[column]))).join('')
    return `<tr><th scope="row"><i class="spot ${chronology.hue(row.claimant)}"></i>${escapeHtml(row.name)}${row.claimant === null ? ' <span class="quiet">in its own voice</span>' : ''}</th>${cells}</tr><tr class="words"><td colspan="${figures.length + 1}"><ul>${sentences}</ul></td></tr>`
  }).join('')
  return `<div class="wide" role="group" aria-label="Voices and figures" tabindex="0"><table class="matrix"><thead><tr><th scope="col">voice</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
}

const SIGNS = { asserted: '', denied: 'not ', unconfirmed: '' } as const

function mark(voice: Voice): string {
  return SIGNS[voice.saying.stance] + voice.short + (voice.saying.stance === 'unconfirmed' ? '?' : '')
}

function sentence(voice: Voice, figure: Figure | undefined): string {
  const { saying, standing } = voice
  const claimant = standing?.claim.claimant
  const about = [claimant?.role, claimant?.channel && `on ${claimant.channel}`].filter(Boolean).join(', ')
  const report = standing?.source.report
  const from = [report?.outlet ?? report?.doc ?? saying.report, saying.published ? dayWords(saying.published) : null].filter(Boolean).join(', ')
  const notes = [voice.superseded ? 'an earlier number, replaced since' : '', saying.stance === 'asserted' ? '' : saying.stance, saying.cumulative ? 'a running total' : ''].filter(Boolean)
  const what = figure ? `${voice.spoken} ${countedWord(saying.of ?? figure.of, saying.value)} ${measureWord(figure.measure, figure.of)}` : voice.spoken
  const link = voice.href ? `<a href="${voice.href}">${escapeHtml(from)}</a>` : escapeHtml(from)
  const words = standing ? quotedSentence(standing.source.report.text, standing.claim.start, standing.claim.end) : `<q>${escapeHtml(saying.quote)}</q>`
  return `<li id="${voice.row}"><span class="what">${escapeHtml(what)}</span> <span class="who">${escapeHtml(voice.name)}${about ? ', ' : ''}</span>${about ? `<span class="role">${escapeHtml(about)}</span>` : ''}${notes.length > 0 ? ` <span class="quiet">(${notes.join('; ')})</span>` : ''} ${words} <span class="from">${link}</span></li>`
}
