// What a decision must look like to be taken: checked whole before anything of it is kept, whoever asks.
import { z } from 'zod'
import { BOUNDS, COUNTED, MEASURES, type Claim, type Place, type Quantity } from '../model/claim.ts'
import { INFORMATION_GRADES, SOURCE_GRADES, type Decision, type DecisionRequest } from '../model/decision.ts'

const LONGEST_TEXT = 10_000
const id = z.string().min(1).max(200)
const words = z.string().trim().min(1).max(LONGEST_TEXT)
const name = z.string().trim().min(1).max(300)
const day = z.iso.date()
const offset = z.int().min(0)
const kindName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)

const span = z.strictObject({ start: offset, end: offset }).refine(({ start, end }) => end > start, 'the end must come after the start')
const known = z.enum(['stated', 'implied'])
const place: z.ZodType<Place> = z.strictObject({
  name, country: z.string().regex(/^[A-Z]{2}$/).nullable(), lat: z.number().min(-90).max(90).nullable(), lon: z.number().min(-180).max(180).nullable(),
  precision: z.enum(['site', 'settlement', 'district', 'region', 'country']).nullable(), written: z.string().max(300), gazetteerId: id.nullable().exactOptional(), known: known.exactOptional(),
}).refine(({ lat, lon }) => (lat === null) === (lon === null), 'a point needs both lat and lon')
const days = z.strictObject({ from: day.nullable(), to: day.nullable() }).refine(({ from, to }) => from === null || to === null || from <= to, 'the first day must not come after the last')
const quantity: z.ZodType<Quantity> = z.strictObject({
  measure: z.enum(MEASURES), of: z.enum(COUNTED), value: z.number().min(0), bound: z.enum(BOUNDS), cumulative: z.boolean(), start: offset, end: offset,
}).refine(({ start, end }) => end > start, 'a number needs its words')
const claimant = z.strictObject({ name, role: name.nullable(), channel: name.nullable() })
const stance = z.enum(['asserted', 'denied', 'unconfirmed'])
const weapons = z.array(kindName).max(30)

/** A claim as somebody adds it. */
export const CLAIM: z.ZodType<Claim> = z.strictObject({
  id, also: z.array(span).max(100), type: kindName.nullable(), quote: z.string().min(1).max(LONGEST_TEXT), start: offset, end: offset, post: offset.nullable(), claimant: claimant.nullable(), stance, place: place.nullable(),
  date: z.strictObject({ from: day.nullable(), to: day.nullable(), written: z.string().max(300).nullable(), known: known.exactOptional() }).nullable(),
  by: name.nullable(), against: name.nullable(), weapons, quantities: z.array(quantity).max(50), contested: z.boolean(), rule: z.string().max(100),
}).refine(({ start, end, quote }) => end - start === quote.length, 'the quote must be as long as its span').refine(({ quantities, start, end }) => quantities.every((one) => one.start >= start && one.end <= end), 'the words of a number must stand in the quote')

const evidence = z.union([
  z.strictObject({ words: z.strictObject({ report: id, start: offset, end: offset, quote: z.string().min(1).max(LONGEST_TEXT) }).refine(({ start, end, quote }) => end - start === quote.length, 'the quote must be as long as its span') }),
  z.strictObject({ source: words }),
])
const number = z.number().min(0).nullable()
const ordered = ({ low, best, high }: { low: number | null, best: number | null, high: number | null }): boolean => {
  const said = [low, best, high].filter((value) => value !== null)
  return said.length > 0 && said.every((value, i) => i === 0 || said[i - 1]! <= value)
}
const plainFields = [
  z.strictObject({ field: z.enum(['type', 'by', 'against']), value: name.nullable() }),
  z.strictObject({ field: z.literal('place'), value: place.nullable() }),
  z.strictObject({ field: z.literal('date'), value: days.nullable() }),
  z.strictObject({ field: z.literal('weapons'), value: weapons }),
] as const
const correction = z.union([
  ...plainFields,
  z.strictObject({ field: z.literal('figure'), value: z.strictObject({ measure: z.enum(MEASURES), of: z.enum(COUNTED), low: number, best: number, high: number }).refine(ordered, 'low, best and high must rise') }),
])
const claimCorrection = z.union([
  ...plainFields,
  z.strictObject({ field: z.literal('stance'), value: stance }),
  z.strictObject({ field: z.literal('claimant'), value: claimant.nullable() }),
  z.strictObject({ field: z.literal('quantity'), index: offset, value: quantity.nullable() }),
])

/** The kinds of decision over incidents named as `on` has them. Who rejects or corrects says why; a number says what it rests on. */
function kinds<On extends z.ZodType>(on: On) {
  const one = z.array(on).length(1), some = z.array(on).max(1), reason = words.nullable(), why = words
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['accept', 'publish', 'withdraw', 'reopen']), on: one, reason }),
    z.strictObject({ kind: z.literal('note'), on: one, text: words, reason }),
    z.strictObject({ kind: z.literal('merge'), on: z.array(on).min(2).max(100), reason }),
    z.strictObject({ kind: z.literal('split'), on: one, claims: z.array(id).min(1).max(100_000), reason }),
    z.strictObject({ kind: z.literal('move'), on: z.array(on).length(2), claim: id, reason }),
    z.strictObject({ kind: z.literal('reject_claim'), on: some, claim: id, reason: why }),
    z.strictObject({ kind: z.literal('add_claim'), on: some, report: id, claim: CLAIM, reason }),
    z.strictObject({ kind: z.literal('correct'), on: one, correction, evidence: evidence.nullable(), reason: why }).refine(({ correction: { field }, evidence: given }) => field !== 'figure' || given !== null, { path: ['evidence'], message: 'a number needs the words or the evidence that it rests on' }),
    z.strictObject({ kind: z.literal('correct_claim'), on: some, claim: id, correction: claimCorrection, evidence: evidence.nullable(), reason: why }),
    z.strictObject({ kind: z.literal('grade_source'), on: z.array(on).length(0), voice: z.strictObject({ sort: z.enum(['claimant', 'outlet']), name }), grade: z.enum(SOURCE_GRADES), state: id, reason }),
    z.strictObject({ kind: z.literal('grade_information'), on: some, claim: id, grade: z.literal(INFORMATION_GRADES), reason }),
    z.strictObject({ kind: z.literal('undo'), on: z.array(on).max(100), decision: z.int().min(1), state: id, reason }),
  ])
}

/** What somebody asks to have decided: each incident with the state that they saw. */
export const DECISION_REQUEST: z.ZodType<DecisionRequest> = kinds(z.strictObject({ incident: id, state: id }))

/** A decision as the log keeps it. */
export const DECISION: z.ZodType<Decision> = kinds(z.strictObject({ incident: id, state: id, claims: z.array(id).max(1_000_000) }))
