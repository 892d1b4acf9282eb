// Schemas that several answers share.
import { z } from 'zod'
import { BOUNDS, COUNTED, MEASURES } from '../../model/claim.ts'

export const ISO_DAY = z.string().describe('ISO day')
export const STANCE = z.enum(['asserted', 'denied', 'unconfirmed'])
export const BOUND = z.enum(BOUNDS)
export const MEASURE = z.enum(MEASURES)
export const COUNTED_THING = z.enum(COUNTED)
export const AGREEMENT = z.enum(['single', 'corroborated', 'contested', 'denied'])
export const REVIEW = z.enum(['unreviewed', 'accepted', 'published'])
export const TROUBLE = z.object({ code: z.string(), message: z.string() })

export const PLACE = z.object({
  name: z.string(), country: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(),
  precision: z.enum(['site', 'settlement', 'district', 'region', 'country']).nullable(), written: z.string(),
})

export const DATE_RANGE = z.object({ from: ISO_DAY.nullable(), to: ISO_DAY.nullable(), written: z.string().nullable() })

/** A figure in short: `best` is null where only vague values are known. */
export const SHORT_FIGURE = z.object({ measure: MEASURE, of: COUNTED_THING, low: z.number().nullable(), best: z.number().nullable(), high: z.number().nullable(), voices: z.number() })

/** An incident in a list. */
export const ROW = z.object({
  id: z.string(), kind: z.string().describe('incident type, "figures" or "total"'), from: ISO_DAY.nullable(), to: ISO_DAY.nullable(),
  place: z.string().nullable(), country: z.string().nullable(), standing: z.enum(['point', 'area', 'untold', 'none']), precision: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(),
  by: z.string().nullable(), against: z.string().nullable(), weapons: z.array(z.string()), figures: z.array(SHORT_FIGURE),
  agreement: AGREEMENT, origins: z.number(), review: REVIEW, claims: z.number(), reports: z.number(),
})

/** A report's version in short. */
export const REPORT_SUMMARY = z.object({
  id: z.string(), doc: z.string(), title: z.string().nullable(), outlet: z.string().nullable(), published: z.string().nullable(),
  version: z.number(), versions: z.number(), current: z.boolean(), claims: z.number(), addedAt: z.string(),
})

/** Words in their sentence. */
export const SENTENCE = z.object({ before: z.string(), words: z.string(), after: z.string() })

export type RowAnswer = z.output<typeof ROW>
export type ReportSummary = z.output<typeof REPORT_SUMMARY>
export type SentenceAnswer = z.output<typeof SENTENCE>
