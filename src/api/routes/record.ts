// Everything else that is read of the record: search, voices, totals, what is new, what was not read.
import { z } from 'zod'
import { SOURCE_GRADES, voiceSubject } from '../../model/decision.ts'
import { takenDecisions } from '../../pipeline/review.ts'
import { gradesOf } from '../../review/grades.ts'
import { inForce } from '../../review/in-force.ts'
import { dayNumber } from '../../site/day-columns.ts'
import type { Row } from '../overview/row.ts'
import { reportSummary, rowAnswer, sentenceAnswer } from '../answers.ts'
import { REVISED, revisedSince } from '../revised.ts'
import { route, type Route } from '../route.ts'
import { BOUND, COUNTED_THING, MEASURE, REPORT_SUMMARY, ROW, SENTENCE, TROUBLE } from '../schemas/shared.ts'

const FOUND_INCIDENTS = 40
const FOUND_REPORTS = 30
const MOST_NEW = 150
/** Of as many reports that arrived the incidents are told. */
const MOST_LOOKED_AT = 60

export const FOUND = z.object({ incidents: z.array(ROW), more: z.boolean(), reports: z.array(z.object({ report: REPORT_SUMMARY, sentence: SENTENCE.nullable() })) })

const VOICE = z.object({ name: z.string(), incidents: z.number(), figures: z.number(), revised: z.number(), disputed: z.number(), denied: z.number(), grade: z.enum(SOURCE_GRADES).nullable().describe('that people gave it'), first: z.string().nullable(), last: z.string().nullable() })
export const VOICES = z.object({ claimants: z.array(VOICE), outlets: z.array(VOICE), all: z.object({ claimants: z.number(), outlets: z.number() }) })

const POINT = z.object({ day: z.string(), value: z.number(), bound: BOUND, incident: z.string(), claim: z.string(), quote: z.string(), report: z.string() })
export const TALLIES = z.object({ panels: z.array(z.object({ measure: MEASURE, of: COUNTED_THING, place: z.string(), lines: z.array(z.object({ claimant: z.string(), points: z.array(POINT) })) })) })

export const CHANGES = z.object({ until: z.string(), more: z.boolean(), reports: z.array(REPORT_SUMMARY), incidents: z.array(ROW), revised: z.array(REVISED).describe('what their versions changed, the latest first'), moreRevised: z.boolean(), unread: z.array(TROUBLE.extend({ doc: z.string(), at: z.string() })) })

export const RECORD_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/search', role: 'reader', summary: 'Incidents and reports that hold all of the words', query: z.object({ text: z.string().max(400) }), answer: FOUND,
    async handle({ query: { text }, desk }) {
      const overview = desk.overview()
      const ids = await desk.store.searchIncidents(text, FOUND_INCIDENTS + 1)
      const rows = latestFirst(ids.flatMap((id) => overview.byId(id) ?? []))
      const reports = await desk.store.searchReports(text, FOUND_REPORTS)
      return { incidents: rows.slice(0, FOUND_INCIDENTS).map(rowAnswer), more: ids.length > FOUND_INCIDENTS, reports: reports.map(({ summary, text: words }) => ({ report: reportSummary(summary), sentence: sentenceWith(words, text) })) }
    },
  }),
  route({
    method: 'get', path: '/api/voices', role: 'reader', summary: 'Claimants and outlets: what each said, how often it revised it, how often others said otherwise', query: z.object({ text: z.string().max(200).optional() }), answer: VOICES,
    async handle({ query: { text }, desk }) {
      const { claimants, outlets } = desk.overview().voices()
      const asked = text?.trim().toLowerCase() ?? ''
      const some = (voices: typeof claimants) => (asked === '' ? voices : voices.filter((voice) => voice.name.toLowerCase().includes(asked))).slice(0, 300)
      const listed = { claimant: some(claimants), outlet: some(outlets) }, sorts = ['claimant', 'outlet'] as const
      const subjects = sorts.flatMap((sort) => listed[sort].map(({ name }) => voiceSubject({ sort, name })))
      const { sources } = gradesOf(inForce(await takenDecisions(desk.store, { about: subjects })))
      const withGrades = (sort: (typeof sorts)[number]) => listed[sort].map((voice) => ({ ...voice, grade: sources.get(voiceSubject({ sort, name: voice.name })) ?? null }))
      return { claimants: withGrades('claimant'), outlets: withGrades('outlet'), all: { claimants: claimants.length, outlets: outlets.length } }
    },
  }),
  route({
    method: 'get', path: '/api/tallies', role: 'reader', summary: 'Running totals as each claimant told them', answer: TALLIES,
    handle({ desk }) {
      const panels = new Map<string, z.input<typeof TALLIES>['panels'][number] & { known: Map<string, z.input<typeof POINT>[]> }>()
      for (const { claimant, measure, of, place, day, value, bound, incident, claim, quote, report } of desk.overview().totals()) {
        const key = `${measure}|${of}|${place}`
        let panel = panels.get(key)
        if (panel === undefined) panels.set(key, panel = { measure, of, place, lines: [], known: new Map() })
        let points = panel.known.get(claimant)
        if (points === undefined) { panel.known.set(claimant, points = []); panel.lines.push({ claimant, points }) }
        if (!points.some((point) => point.day === day && point.value === value)) points.push({ day, value, bound, incident, claim, quote, report })
      }
      const weight = (panel: { lines: { points: unknown[] }[] }): number => panel.lines.reduce((sum, line) => sum + line.points.length, 0)
      return { panels: [...panels.values()].sort((a, b) => weight(b) - weight(a)).slice(0, 40).map(({ known: _known, ...panel }) => ({ ...panel, lines: panel.lines.map((line) => ({ ...line, points: line.points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.value - b.value)) })) })) }
    },
  }),
  route({
    method: 'get', path: '/api/changes', role: 'reader', summary: 'What arrived since a moment: reports, the incidents they tell of, and what could not be read', query: z.object({ since: z.iso.datetime() }), answer: CHANGES,
    async handle({ query: { since }, desk }) {
      const until = new Date().toISOString()
      const arrived = await desk.store.arrivedSince(since, MOST_NEW + 1), overview = desk.overview()
      const ids = await desk.store.incidentsOfReports([...new Set(arrived.slice(0, MOST_LOOKED_AT).map(({ id }) => id))])
      const { revised, more: moreRevised } = await revisedSince(desk.store, since, arrived)
      const rows = latestFirst(ids.flatMap((id) => overview.byId(id) ?? []))
      const unread = (await desk.store.troubles()).filter((trouble) => trouble.lastAt >= since).slice(-100)
      return { until, more: arrived.length > MOST_NEW, reports: arrived.slice(0, MOST_NEW).map(reportSummary), incidents: rows.slice(0, MOST_NEW).map(rowAnswer), revised, moreRevised, unread: unread.map(({ code, message, doc, lastAt }) => ({ code, message, doc, at: lastAt })) }
    },
  }),
]

/** By the day that an incident is told for, those without one last. */
const latestFirst = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => (dayNumber(b.to ?? b.from) ?? -Infinity) - (dayNumber(a.to ?? a.from) ?? -Infinity))

/** The first sentence of a text that holds the longest of the words asked for; null where they stand nowhere as they are. */
function sentenceWith(text: string, asked: string): z.input<typeof SENTENCE> | null {
  const words = (asked.match(/[\p{L}\p{N}]+/gu) ?? []).sort((a, b) => b.length - a.length), lower = text.toLowerCase()
  if (lower.length !== text.length) return null // a letter that is longer in lower case: places would be wrong
  for (const word of words) {
    const at = lower.indexOf(word.toLowerCase())
    if (at >= 0) return sentenceAnswer(text, at, at + word.length)
  }
  return null
}

export type FoundAnswer = z.output<typeof FOUND>
export type VoicesAnswer = z.output<typeof VOICES>
export type TalliesAnswer = z.output<typeof TALLIES>
export type ChangesAnswer = z.output<typeof CHANGES>
