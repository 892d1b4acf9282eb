// What a form of a decision is filled in from: the places of a name, a claim drafted from words, a voice as it stands.
import { z } from 'zod'
import { voiceSubject } from '../../model/decision.ts'
import { documentOf } from '../../pipeline.ts'
import { takenDecisions } from '../../pipeline/review.ts'
import { gradesOf } from '../../review/grades.ts'
import { inForce } from '../../review/in-force.ts'
import { draftClaim } from '../../stages/extract/draft.ts'
import { AskError, route, type Route } from '../route.ts'
import { BOUND, COUNTED_THING, DATE_RANGE, MEASURE, PLACE, STANCE } from '../schemas/shared.ts'

const MOST_PLACES = 12
/** A claim is a sentence or two, not a page. */
const LONGEST_WORDS = 2000

const FULL_PLACE = PLACE.extend({ gazetteerId: z.string().nullable().optional(), known: z.enum(['stated', 'implied']).optional() })
const CLAIMANT = z.object({ name: z.string(), role: z.string().nullable(), channel: z.string().nullable() })

export const PLACES = z.object({ places: z.array(FULL_PLACE.extend({ population: z.number() })) })
export const DRAFT = z.object({
  report: z.string().describe('the report\'s key'), start: z.number(), end: z.number(), quote: z.string(), type: z.string().nullable(), claimant: CLAIMANT.nullable(), stance: STANCE, place: FULL_PLACE.nullable(),
  date: DATE_RANGE.extend({ known: z.enum(['stated', 'implied']).optional() }).nullable(), weapons: z.array(z.string()),
  numbers: z.array(z.object({ measure: MEASURE.nullable(), of: COUNTED_THING.nullable(), value: z.number(), bound: BOUND, start: z.number(), end: z.number() })),
})
export const VOICE_STATE = z.object({ state: z.string(), grade: z.string().nullable() })

export const DRAFT_ROUTES: readonly Route[] = [
  route({
    method: 'get', path: '/api/places', role: 'reader', summary: 'Places of the gazetteer by name, most populous first', query: z.object({ name: z.string().trim().min(1).max(200) }), answer: PLACES,
    handle({ query: { name }, desk }) {
      return { places: desk.gazetteer.lookup(name).slice(0, MOST_PLACES).map(({ id, name: known, country, lat, lon, precision, population }) => {
        const point = precision !== 'region' && precision !== 'country'
        return { name: known, country, lat: point ? lat : null, lon: point ? lon : null, precision, written: name, gazetteerId: id, known: 'stated' as const, population }
      }) }
    },
  }),
  route({
    method: 'get', path: '/api/reports/:id/draft', role: 'reader', summary: 'A claim drafted from words of a report: what the parts of the reading tell of them', answer: DRAFT,
    params: z.object({ id: z.string().min(1).max(2000) }),
    query: z.object({ start: z.coerce.number().int().min(0).optional(), end: z.coerce.number().int().min(1).optional(), words: z.string().max(LONGEST_WORDS).optional().describe('instead of start and end: the words as they stand, once') }),
    async handle({ params: { id }, query, desk }) {
      const kept = await desk.store.report(id)
      if (kept === null) return null
      const { report } = kept, span = spanOf(report.text, query)
      const draft = draftClaim(documentOf(report), desk.gazetteer, span.start, span.end)
      if (draft === null) throw new AskError(400, 'no_words', {}, 'There is no word at that place of the report.')
      return { ...draft, report: report.key, quote: report.text.slice(draft.start, draft.end) }
    },
  }),
  route({
    method: 'get', path: '/api/voice', role: 'reader', summary: 'A voice\'s grade and state, as a decision on it names them', query: z.object({ sort: z.enum(['claimant', 'outlet']), name: z.string().trim().min(1).max(300) }), answer: VOICE_STATE,
    async handle({ query, desk }) {
      const subject = voiceSubject(query), grades = gradesOf(inForce(await takenDecisions(desk.store, { about: [subject] })))
      return { state: await desk.store.stateOf(subject), grade: grades.sources.get(subject) ?? null }
    },
  }),
]

function spanOf(text: string, { start, end, words }: { start?: number | undefined, end?: number | undefined, words?: string | undefined }): { start: number, end: number } {
  if (words !== undefined && words.trim() !== '') {
    const asked = words.trim(), at = text.indexOf(asked)
    if (at < 0) throw new AskError(400, 'wrong_words', { because: 'absent' }, 'The report does not have these words.', 'They must stand there exactly so.')
    if (text.indexOf(asked, at + 1) >= 0) throw new AskError(400, 'wrong_words', { because: 'several' }, 'These words stand several times in the report.', 'Give more of the sentence.')
    return { start: at, end: at + asked.length }
  }
  if (start === undefined || end === undefined || end <= start || end - start > LONGEST_WORDS || end > text.length) throw new AskError(400, 'wrong_words', { because: 'no_words' }, 'These are no words of the report.', 'Choose a sentence, or a part of one.')
  const chosen = text.slice(start, end)
  return { start: start + chosen.length - chosen.trimStart().length, end: end - (chosen.length - chosen.trimEnd().length) }
}

export type PlacesAnswer = z.output<typeof PLACES>
export type DraftAnswer = z.output<typeof DRAFT>
export type VoiceStateAnswer = z.output<typeof VOICE_STATE>
