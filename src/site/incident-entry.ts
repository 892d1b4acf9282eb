// One incident in the list: what, where, when, by whom against whom, its figures, and who says what.
import type { IncidentLink } from '../model/incident.ts'
import type { Chronology, Entry, Standing } from './chronology.ts'
import { courseWords } from './course-words.ts'
import { escapeHtml } from './escape.ts'
import { figureLine, isNew, voiceMatrix, voicesOf } from './figure-line.ts'
import { kindMark } from './kinds.ts'
import { quotedSentence } from './sentence.ts'
import { agreementWords, counted, kindOf, rangeWords, sentenceParts } from './words.ts'

/** How many different voices speak of an incident, the outlets' own among them. */
export function voiceCount(entry: Entry, chronology: Chronology): number {
  const names = new Set<string>()
  for (const id of entry.incident.claims) {
    const standing = chronology.claims.get(id)
    if (standing) names.add(standing.claim.claimant?.name ?? `\0${standing.source.report.outlet ?? standing.source.report.doc}`)
  }
  for (const figure of entry.incident.figures) for (const saying of figure.says) if (saying.claimant !== null) names.add(saying.claimant)
  return names.size
}

/** A list item with everything the chronology knows of one incident. */
export function incidentEntry(entry: Entry, chronology: Chronology): string {
  const { incident, fragment, number } = entry
  const { what, where, rest } = sentenceParts(incident)
  const voices = incident.figures.map((figure, i) => voicesOf(figure, chronology, `${fragment}.f${i}`))
  const figures = incident.figures.map((figure, i) => figureLine(figure, voices[i] ?? [], chronology)).join('')
  const course = incident.course ? ` <span class="when">${escapeHtml(courseWords(incident.course, incident.type === 'air_raid_alert' ? 'until' : 'restored'))}</span>` : ''
  const spread = incident.date && incident.date.from !== incident.date.to ? ` <span class="when">${rangeWords(incident.date)}</span>` : ''
  const whole = incident.part_of === null ? undefined : chronology.entryOfIncident.get(incident.part_of)
  const agreement = `<span class="agreement ${incident.agreement}"><svg width="16" height="16" aria-hidden="true"><use href="#a-${incident.agreement}"/></svg>${agreementWords(incident.agreement, voiceCount(entry, chronology))}</span>`
  const notes = [
    agreement,
    ` <span class="quiet">${counted(incident.reports.length, 'report')}${incident.reports.length > 1 && incident.origins > 0 ? `, ${counted(incident.origins, 'independent origin')}` : ''}</span>`,
    ...(incident.links ?? []).map((link) => linkWords(link, chronology)),
    whole ? ` <a class="quiet" href="#${whole.fragment}">part of no. ${whole.number}</a>` : '',
    incident.review === 'unreviewed' ? '' : ` <span class="reviewed">${incident.review} by a person</span>`,
  ].join('')
  const said = incident.figures.length > 0 ? `<details class="voices"><summary>Who says what</summary>${voiceMatrix(incident.figures, voices, chronology)}</details>` : ''
  const search = [what, where, rest, ...incident.figures.flatMap((f) => f.says.map((s) => s.claimant ?? ''))].join(' ').toLowerCase()
  return `<li class="incident" id="${fragment}" data-kind="${escapeHtml(kindOf(incident) ?? 'count')}" data-sides="${escapeHtml([incident.by, incident.against].filter(Boolean).join('|'))}" data-agreement="${incident.agreement}" data-day="${escapeHtml(entry.day ?? '')}" data-find="${escapeHtml(search)}">
<p class="sentence">${kindMark(kindOf(incident))}<a class="no" href="#${fragment}" aria-label="Incident ${number}">${number}</a> <b>${escapeHtml(what)}</b> <b class="where">${escapeHtml(where)}</b>${rest ? ` ${escapeHtml(rest)}` : ''}${spread}${course}</p>
${figures ? `<ul class="figures">${figures}</ul>` : ''}${disagreement(entry, chronology) || quotation(entry, chronology)}<p class="notes">${notes}</p>${said}</li>`
}

const LINK_WORDS = { interception_of: 'shot down of', under_alert: 'under the alert', caused_by: 'after' } as const

function linkWords(link: IncidentLink, chronology: Chronology): string {
  const other = chronology.entryOfIncident.get(link.incident)
  return other ? ` <a class="quiet" href="#${other.fragment}">${LINK_WORDS[link.as]} no. ${other.number}</a>` : ''
}

/** The two accounts that disagree, side by side and equally large; '' where none is named. */
function disagreement(entry: Entry, chronology: Chronology): string {
  const first = entry.incident.disagreements?.[0]
  if (!first) return ''
  const sides = first.claims.map((id, i) => {
    const standing = chronology.claims.get(id)
    const quote = standing ? quotedSentence(standing.source.report.text, standing.claim.start, standing.claim.end) : `<q>${escapeHtml(first.quotes[i] ?? '')}</q>`
    const who = standing?.claim.claimant?.name ?? standing?.source.report.outlet ?? standing?.source.report.doc ?? ''
    return `<div>${standing ? `<a href="#${standing.fragment}">${quote}</a>` : quote}<span class="from">${escapeHtml(who)}${standing && standing.claim.stance !== 'asserted' ? `, ${standing.claim.stance}` : ''}</span></div>`
  })
  const more = (entry.incident.disagreements?.length ?? 1) - 1
  return `<div class="told split">${sides.join('')}</div>${more > 0 ? `<p class="notes quiet">and ${counted(more, 'disagreement')} more</p>` : ''}`
}

/** The words that tell the incident: the first claim's that carries its type, and doors to all the others. */
function quotation(entry: Entry, chronology: Chronology): string {
  const standing = entry.incident.claims.flatMap((id) => chronology.claims.get(id) ?? [])
  if (standing.length === 0) return ''
  const main = standing.find((s) => s.claim.type === entry.incident.type && !s.source.superseded) ?? standing[0]
  if (!main) return ''
  const { claim, source } = main
  const who = claim.claimant ? `${claim.claimant.name}, in ${source.report.outlet ?? source.report.doc}` : source.report.outlet ?? source.report.doc
  const seen = new Set<string>()
  const teller = (s: Standing): string => `${s.source.fragment}|${s.claim.claimant?.name ?? ''}`
  isNew(seen, teller(main))
  const others = standing.filter((s) => isNew(seen, teller(s)))
  const doors = others.slice(0, 20).map((s, i) => `<a href="#${s.fragment}" aria-label="${escapeHtml(`${i + 2}: also told by ${s.claim.claimant?.name ?? s.source.report.outlet ?? s.source.report.doc}${s.claim.stance === 'denied' ? ', who denies it' : ''}`)}">${i + 2}</a>`).join(' ')
  return `<p class="told"><a href="#${main.fragment}">${quotedSentence(source.report.text, claim.start, claim.end)}</a> <span class="from">${escapeHtml(who)}${claim.stance === 'asserted' ? '' : `, ${claim.stance}`}</span>${doors ? ` <span class="also">also told ${doors}${others.length > 20 ? ' …' : ''}</span>` : ''}</p>`
}
