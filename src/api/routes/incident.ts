// One incident: its figures with every voice, the words, and what stands around it.
import { z } from 'zod'
import type { Claim, Quantity } from '../../model/claim.ts'
import { decisionSubject, incidentSubject } from '../../model/decision.ts'
import type { ToldMoment } from '../../model/course.ts'
import type { Figure, Saying } from '../../model/incident.ts'
import type { Report } from '../../model/report.ts'
import { decisionsStanding, reviewedIncident, sourcesOf, type IncidentsOf } from '../../pipeline/review.ts'
import { LOOK_CAUSES } from '../../review/standing.ts'
import { decisionWords, standingWords } from '../../review/words.ts'
import { reportSummary, rowAnswer, sentenceAnswer } from '../answers.ts'
import { kindOfIncident } from '../overview/draft.ts'
import { route, type Route } from '../route.ts'
import { TOLD_DECISION, toldDecision } from '../told-decision.ts'
import { AGREEMENT, BOUND, COUNTED_THING, DATE_RANGE, MEASURE, PLACE, REPORT_SUMMARY, REVIEW, ROW, SENTENCE, STANCE } from '../schemas/shared.ts'

const SAYING = z.object({
  value: z.number(), bound: BOUND, stance: STANCE, cumulative: z.boolean(), of: COUNTED_THING.nullable(), claimant: z.string().nullable(), outlet: z.string().nullable(), origin: z.string().nullable(),
  claim: z.string(), published: z.string().nullable(), supersededBy: z.string().nullable(), quote: z.string(),
  words: z.string().nullable().describe('the words of the number itself'), number: z.number().nullable().describe('which of its claim\'s numbers'),
})

const FIGURE = z.object({ measure: MEASURE, of: COUNTED_THING, low: z.number().nullable(), best: z.number().nullable(), high: z.number().nullable(), rule: z.string(), grade: z.string().nullable(), says: z.array(SAYING) })

const QUANTITY = z.object({ measure: MEASURE, of: COUNTED_THING, value: z.number(), bound: BOUND, cumulative: z.boolean(), start: z.number(), end: z.number() })

const CLAIM = z.object({
  id: z.string(), type: z.string().nullable(), claimant: z.object({ name: z.string(), role: z.string().nullable(), channel: z.string().nullable() }).nullable(), stance: STANCE,
  sentence: SENTENCE, language: z.string().nullable().describe('of its report'), start: z.number(), end: z.number(), quantities: z.array(QUANTITY), report: REPORT_SUMMARY, place: PLACE.nullable(), date: DATE_RANGE.nullable(), grade: z.number().nullable(), figures: z.boolean().describe('it gives one of the figures'),
})

const MOMENT = z.object({ at: z.string().nullable().describe('TIMEX3: an hour, a part of the day, a day, a length; null: not told'), quote: z.string(), claim: z.string(), partly: z.boolean() })

export const INCIDENT = z.object({
  id: z.string(), state: z.string().describe('to be named by a decision on it'), as: z.enum(['current', 'alias', 'gone']), kind: z.string(), place: PLACE.nullable(), date: DATE_RANGE.nullable(), by: z.string().nullable(), against: z.string().nullable(), weapons: z.array(z.string()),
  agreement: AGREEMENT, origins: z.number(), review: REVIEW, changed: z.object({ came: z.number(), went: z.number() }).nullable().describe('how many claims came and went since it was judged'), corrected: z.array(z.string()), voices: z.number(), figures: z.array(FIGURE), claims: z.array(CLAIM),
  disagreements: z.array(z.object({ over: z.enum(['figure', 'blame', 'account', 'denial']), measure: MEASURE.nullable(), of: COUNTED_THING.nullable(), claims: z.tuple([z.string(), z.string()]) })),
  course: z.object({ began: z.array(MOMENT), ended: z.array(MOMENT), lasted: z.array(MOMENT) }).nullable().describe('of an alert or an outage, as each claim tells it'),
  whole: ROW.nullable(), parts: z.array(ROW), links: z.array(z.object({ as: z.enum(['interception_of', 'under_alert', 'caused_by']), forward: z.boolean(), row: ROW })),
  nearest: z.array(z.object({ row: ROW, km: z.number().nullable(), days: z.number() })).describe('kept apart'),
  decisions: z.array(z.object({ id: z.string(), kind: z.string(), by: z.string(), at: z.string(), told: TOLD_DECISION, words: z.string(), reason: z.string().nullable(), causes: z.array(z.enum(LOOK_CAUSES)).describe('why it needs another look; none where it holds'), undoneBy: z.number().nullable(), standing: z.string().describe('both in words'), undone: z.boolean(), state: z.string() })).describe('taken on it, oldest first, undone ones too'),
})

export const INCIDENT_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/incidents/:id', role: 'reader', summary: 'An incident by any id it ever had', params: z.object({ id: z.string().min(4).max(80) }), answer: INCIDENT,
    async handle({ params: { id }, desk }) {
      const found = await desk.store.incident(id)
      if (found === null) return null
      const overview = desk.overview(), holders: IncidentsOf = (claims) => desk.store.incidentsOfClaims(claims)
      const incident = await reviewedIncident(desk.store, found.incident, holders)
      const sources = await sourcesOf(desk.store, incident.claims)
      const grades = new Map(incident.figures.flatMap(({ says }) => says.flatMap(({ claim, information_grade: grade }) => (grade === undefined ? [] : [[claim, grade] as const]))))
      const counting = new Set(incident.figures.flatMap((figure) => figure.says.map((say) => say.claim)))
      const rows = (ids: Iterable<string>) => [...ids].flatMap((one) => { const known = overview.byId(one); return known === undefined ? [] : [rowAnswer(known)] })
      const voices = new Set([...sources.values()].map(({ claim, summary }) => claim.claimant?.name ?? summary.outlet ?? summary.doc))
      return {
        id: incident.id, state: await desk.store.stateOf(incidentSubject(incident.id)), as: found.as, kind: kindOfIncident(incident), place: incident.place, date: incident.date, by: incident.by, against: incident.against, weapons: incident.weapons,
        agreement: incident.agreement, origins: incident.origins, review: incident.review, changed: incident.changed_since === undefined ? null : { came: incident.changed_since.came.length, went: incident.changed_since.went.length }, corrected: incident.corrected ?? [], voices: voices.size,
        figures: incident.figures.map((figure) => ({ measure: figure.measure, of: figure.of, low: figure.low, best: figure.best, high: figure.high, rule: figure.rule, grade: figure.grade ?? null, says: figure.says.map((say) => sayingAnswer(figure, say, sources.get(say.claim))) })),
        claims: incident.claims.flatMap((one) => {
          const source = sources.get(one)
          if (source === undefined) return []
          const { claim, report, summary } = source
          return [{ id: claim.id, type: claim.type, claimant: claim.claimant, stance: claim.stance, sentence: sentenceAnswer(report.text, claim.start, claim.end), language: report.language, start: claim.start, end: claim.end, quantities: claim.quantities, report: reportSummary(summary), place: claim.place, date: claim.date, grade: grades.get(claim.id) ?? null, figures: counting.has(one) }]
        }),
        disagreements: (incident.disagreements ?? []).map(({ over, measure, of, claims }) => ({ over, measure, of, claims })),
        course: incident.course === undefined ? null : { began: incident.course.began.map(momentAnswer), ended: incident.course.ended.map(momentAnswer), lasted: incident.course.lasted.map(momentAnswer) },
        whole: incident.part_of === null ? null : rows([incident.part_of])[0] ?? null,
        parts: overview.partsOf(incident.id).map(rowAnswer),
        links: (incident.links ?? []).flatMap((link) => rows([link.incident]).map((linked) => ({ as: link.as, forward: true, row: linked }))),
        nearest: overview.nearest(incident.id).map((near) => ({ row: rowAnswer(near.row), km: near.km === null ? null : Math.round(near.km * 10) / 10, days: near.days })),
        decisions: await Promise.all((await decisionsStanding(desk.store, holders, incident.claims)).map(async (one) => ({ undone: one.state === 'undone', state: await desk.store.stateOf(decisionSubject(one.taken.id)), id: String(one.taken.id), kind: one.taken.decision.kind, by: one.taken.by, at: one.taken.at, told: toldDecision(one.taken.decision), words: decisionWords(one.taken.decision), reason: one.taken.decision.reason ?? null, causes: one.looks.map(({ why }) => why), undoneBy: one.undoneBy, standing: standingWords(one) }))),
      }
    },
  }),
]

const momentAnswer = ({ at, quote, claim, partly }: ToldMoment): z.input<typeof MOMENT> => ({ at, quote, claim, partly: partly === true })

function sayingAnswer(figure: Figure, say: Saying, source: { claim: Claim, report: Report } | undefined): z.input<typeof SAYING> {
  const number = source === undefined ? -1 : numberOf(source.claim.quantities, figure, say)
  const quantity = source?.claim.quantities[number]
  return {
    value: say.value, bound: say.bound, stance: say.stance, cumulative: say.cumulative, of: say.of ?? null, claimant: say.claimant, outlet: say.outlet ?? null, origin: say.origin ?? null, claim: say.claim,
    published: say.published, supersededBy: say.superseded_by, quote: say.quote, words: quantity === undefined ? null : source!.report.text.slice(quantity.start, quantity.end), number: number < 0 ? null : number,
  }
}

/** Which of a claim's numbers a saying is. */
function numberOf(quantities: readonly Quantity[], figure: Figure, say: Saying): number {
  const exact = quantities.findIndex((one) => one.measure === figure.measure && one.of === (say.of ?? figure.of) && one.value === say.value)
  return exact >= 0 ? exact : quantities.findIndex((one) => one.measure === figure.measure && one.value === say.value)
}

export type IncidentAnswer = z.output<typeof INCIDENT>
