// Annotated reports as a user keeps them: which files, read and checked line by line.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { UserError } from '../command.ts'
import { safe } from '../terminal.ts'
import type { GivenReport, GoldFact, GoldIncident } from './score.ts'

const day = z.string().nullable()
const days = z.union([z.tuple([day, day]), z.object({ from: day, to: day }), z.null()])
const place = { place: z.string().nullish(), country: z.string().nullish(), lat: z.number().nullish(), lon: z.number().nullish() }
const name = z.string().nullish().transform((value) => value ?? null)

const goldFact = z.object({
  doc: z.string(), measure: z.string(), of: z.string(), value: z.number(), bound: z.string(), claimant: name, stance: z.string().optional(),
  ...place, date: days.optional().transform((value) => value ?? null), cumulative: z.boolean().default(false), quote: z.string().default(''),
})
const goldIncident = z.object({
  doc: z.string(), type: z.string(), ...place, date: days.optional().transform((value) => value ?? null), by: name, against: name,
  weapon: z.array(z.string()).default([]), quote: z.string().default(''),
})
const givenPlace = z.object({ name: z.string().nullish(), lat: z.number().nullish(), lon: z.number().nullish() }).nullish().transform((value) => value ?? null)
const givenClaim = z.object({
  type: name, quote: z.string().default(''), start: z.number().default(-1), end: z.number().default(-1),
  claimant: z.object({ name: z.string() }).nullish().transform((value) => value ?? null), stance: z.string().default('asserted'),
  place: givenPlace, date: days.optional().transform((value) => value ?? null), by: name, against: name, weapons: z.array(z.string()).default([]),
  quantities: z.array(z.object({ measure: z.string(), of: z.string(), value: z.number(), bound: z.string(), cumulative: z.boolean().default(false), start: z.number().default(-1), end: z.number().default(-1) })).default([]),
})
const givenReport = z.object({ doc: z.string(), text: z.string().optional(), claims: z.array(givenClaim).default([]) })

/** What was annotated, and where the reports are. */
export interface Gold {
  facts: GoldFact[]
  incidents: GoldIncident[]
  /** The manifest of the annotated reports; null where none stands beside the annotation. */
  manifest: string | null
}

/** Reads GOLD: a folder with `*.facts.jsonl`, `*.incidents.jsonl` and `manifest.jsonl`, or a prefix as in `annotated/first` for `annotated/first.facts.jsonl`. */
export function readGold(given: string, cwd: string): Gold {
  const path = resolve(cwd, given)
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const folder = isFolder ? path : dirname(path)
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const ofKind = (kind: string): string[] => names.filter((file) => (isFolder ? file.endsWith(`.${kind}.jsonl`) || file === `${kind}.jsonl` : file === `${basename(path)}.${kind}.jsonl`)).map((file) => join(folder, file))
  const facts = ofKind('facts'), incidents = ofKind('incidents')
  if (facts.length + incidents.length === 0) throw new UserError(`There is no annotation at ${safe(given)}: neither *.facts.jsonl nor *.incidents.jsonl.`, 'Name the folder that holds them, or what stands before ".facts.jsonl". docs/annotation.md says how reports are annotated.')
  const manifest = [isFolder ? null : `${path}.manifest.jsonl`, join(folder, 'manifest.jsonl')].find((file) => file !== null && existsSync(file)) ?? null
  return { facts: facts.flatMap((file) => readLines(file, goldFact)), incidents: incidents.flatMap((file) => readLines(file, goldIncident)), manifest }
}

/** Reads what `dateline extract` printed into a file. */
export function readGiven(given: string, cwd: string): GivenReport[] {
  return readLines(resolve(cwd, given), givenReport)
}

function check<T>(value: unknown, schema: z.ZodType<T>, where: string): T {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw new UserError(`${where}: ${issue!.path.join('.') || 'the record'}: ${issue!.message}.`, 'docs/annotation.md names the fields and their values.')
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) throw new UserError(`There is no file ${safe(file)}.`)
    throw error
  }
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    let parsed: unknown
    try { parsed = JSON.parse(line) } catch { throw new UserError(`${safe(file)}, line ${i + 1} is not JSON.`) }
    return [check(parsed, schema, `${safe(file)}, line ${i + 1}`)]
  })
}
