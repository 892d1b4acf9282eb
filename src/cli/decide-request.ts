// What stands after "dateline decide" as a request, its incidents and claims looked up in the store.
import { SOURCE_GRADES, type ClaimCorrection, type DecisionRequest, type Evidence, type IncidentCorrection } from '../model/decision.ts'
import { decisionSubject, incidentSubject, voiceSubject } from '../model/decision.ts'
import { BOUNDS, COUNTED, MEASURES, type Bound, type Claim, type Counted, type Measure, type Quantity } from '../model/claim.ts'
import type { Store } from '../store/store.ts'
import { UserError, type ParsedArgs } from './command.ts'
import type { PlaceFinder } from './decide-values.ts'
import { daysFrom, listFrom, oneOf, textFrom, valuesFrom } from './decide-values.ts'
import { safe } from './terminal.ts'

type On = { incident: string, state: string }

/** What the kinds of decision take, for help and errors. */
export const DECIDE_USES = {
  accept: 'INCIDENT', publish: 'INCIDENT', withdraw: 'INCIDENT', reopen: 'INCIDENT', note: 'INCIDENT TEXT', merge: 'INCIDENT INCIDENT …', split: 'INCIDENT CLAIM …', move: 'CLAIM INCIDENT',
  reject: 'CLAIM --reason TEXT', add: 'REPORT --words TEXT [--type TYPE] [--measure MEASURE --value N --number WORDS] [--incident ID]',
  correct: 'INCIDENT|CLAIM --field FIELD --value VALUE --reason TEXT', grade: 'CLAIM --grade 1…6, or --outlet NAME|--claimant NAME --grade A…F', undo: 'DECISION',
} as const
export type DecideUse = keyof typeof DECIDE_USES

/** Makes the request. Incidents get the state given with --on, else the one they have now. UserErrors say what is missing. */
export async function requestFrom(store: Store, use: DecideUse, operands: readonly string[], args: ParsedArgs, places: PlaceFinder): Promise<DecisionRequest> {
  const states = args.texts('on')
  const need = (count: number, exactly = true): void => {
    if (operands.length < count || (exactly && operands.length > count)) throw new UserError(`"decide ${use}" takes: ${DECIDE_USES[use]}.`, 'Run "dateline decide --help" to see it all.')
  }
  const on = async (asked: string, i = 0): Promise<On> => {
    const found = await store.incident(asked)
    if (found === null) throw new UserError(`There is no incident "${safe(asked)}" here.`, '"dateline incidents" lists them; the beginning of an id is enough (four digits or more).')
    const incident = found.incident.id
    return { incident, state: states[i] ?? await store.stateOf(incidentSubject(incident)) }
  }
  const claim = async (asked: string): Promise<string> => {
    const found = await store.claimsLike(asked)
    if (found.length === 0) throw new UserError(`There is no claim "${safe(asked)}" here.`, '"dateline incident ID" shows the ids of its claims; the beginning of one is enough (four digits or more).')
    if (found.length > 1) throw new UserError(`Several claims begin with "${safe(asked)}": ${found.slice(0, 8).join(', ')}.`, 'Give more of the id.')
    return found[0]!
  }
  const holder = async (id: string): Promise<On[]> => {
    const incident = (await store.incidentsOfClaims([id])).get(id)
    return incident === undefined ? [] : [await on(incident)]
  }
  const reason = args.text('reason') ?? null
  const why = (): string => { if (reason === null) throw new UserError(`"decide ${use}" needs a reason.`, 'Say why with --reason TEXT.'); return reason }

  switch (use) {
    case 'accept': case 'publish': case 'withdraw': case 'reopen':
      need(1)
      return { kind: use, on: [await on(operands[0]!)], reason }
    case 'note':
      need(2)
      return { kind: 'note', on: [await on(operands[0]!)], text: operands[1]!, reason }
    case 'merge':
      need(2, false)
      return { kind: 'merge', on: await Promise.all(operands.map(on)), reason }
    case 'split':
      need(2, false)
      return { kind: 'split', on: [await on(operands[0]!)], claims: [...new Set(await Promise.all(operands.slice(1).map(claim)))].sort(), reason }
    case 'move': {
      need(2)
      const id = await claim(operands[0]!), from = await holder(id)
      if (from.length === 0) throw new UserError(`Claim ${id} is of no incident, so it cannot be moved.`)
      return { kind: 'move', on: [from[0]!, await on(operands[1]!, 1)], claim: id, reason }
    }
    case 'reject': {
      need(1)
      const id = await claim(operands[0]!)
      return { kind: 'reject_claim', on: await holder(id), claim: id, reason: why() }
    }
    case 'add': {
      need(1)
      const incident = args.text('incident')
      const { report, added } = await claimFrom(store, operands[0]!, args)
      return { kind: 'add_claim', on: incident === undefined ? [] : [await on(incident)], report, claim: added, reason }
    }
    case 'correct': {
      need(1)
      const evidence = await evidenceFrom(store, args), field = args.text('field'), asked = operands[0]!
      if (field === undefined) throw new UserError('The field is missing.', 'Name it with --field, and what it should be with --value.')
      const incident = await store.incident(asked).catch(() => null)
      if (args.flag('claim') || incident === null) {
        const id = await claim(asked)
        return { kind: 'correct_claim', on: await holder(id), claim: id, correction: await claimCorrection(store, id, field, args, places), evidence, reason: why() }
      }
      return { kind: 'correct', on: [await on(asked)], correction: await incidentCorrection(field, args, places), evidence, reason: why() }
    }
    case 'grade': {
      const grade = args.text('grade') ?? '', outlet = args.text('outlet'), claimant = args.text('claimant')
      if (outlet !== undefined || claimant !== undefined) {
        need(0)
        const voice = { sort: outlet === undefined ? 'claimant' as const : 'outlet' as const, name: outlet ?? claimant! }
        return { kind: 'grade_source', on: [], voice, grade: oneOf(grade.toUpperCase(), SOURCE_GRADES, 'A source\'s grade'), state: states[0] ?? await store.stateOf(voiceSubject(voice)), reason }
      }
      need(1)
      const id = await claim(operands[0]!)
      return { kind: 'grade_information', on: await holder(id), claim: id, grade: Number(oneOf(grade, ['1', '2', '3', '4', '5', '6'], 'A piece of information\'s grade')) as 1, reason }
    }
    case 'undo': {
      need(1)
      if (!/^\d{1,15}$/.test(operands[0]!)) throw new UserError(`A decision is named by its number, not "${safe(operands[0]!)}".`, '"dateline decisions" lists them.')
      const decision = Number(operands[0])
      return { kind: 'undo', on: [], decision, state: states[0] ?? await store.stateOf(decisionSubject(decision)), reason }
    }
  }
}

async function claimFrom(store: Store, asked: string, args: ParsedArgs): Promise<{ report: string, added: Claim }> {
  const { report, quote, start } = await wordsIn(store, asked, args.text('words') ?? '')
  const number = numberFrom(args, quote, start), claimant = textFrom(args.text('claimant') ?? 'none')
  const added: Claim = {
    id: 'new', also: [], type: textFrom(args.text('type') ?? 'none'), quote, start, end: start + quote.length, post: null, claimant: claimant === null ? null : { name: claimant, role: null, channel: null },
    stance: 'asserted', place: null, date: null, by: null, against: null, weapons: [], quantities: number === null ? [] : [number], contested: false, rule: '',
  }
  return { report, added }
}

/** The number that --measure, --value, --of, --bound and --number give, its words within the quote. */
function numberFrom(args: ParsedArgs, quote: string, start: number): Quantity | null {
  const measure = args.text('measure'), value = args.text('value'), own = args.text('number')
  if (measure === undefined) return null
  if (value === undefined || own === undefined) throw new UserError('A number needs its value and its own words.', 'Give --value N and --number WORDS, as in --measure killed --value 3 --number three.')
  const at = quote.indexOf(own)
  if (own === '' || at < 0) throw new UserError(`"${safe(own)}" does not stand in the words "${safe(quote)}".`, 'Give the number\'s words as they stand there.')
  return {
    measure: oneOf(measure, MEASURES, 'The measure') as Measure, of: oneOf(args.text('of') ?? 'person', COUNTED, 'What is counted') as Counted, value: valuesFrom(value)[0], bound: oneOf(args.text('bound') ?? 'exact', BOUNDS, 'The bound') as Bound,
    cumulative: args.flag('cumulative'), start: start + at, end: start + at + own.length,
  }
}

async function wordsIn(store: Store, asked: string, quote: string): Promise<{ report: string, quote: string, start: number }> {
  const kept = await store.report(asked)
  if (kept === null) throw new UserError(`There is no report "${safe(asked)}" here.`, 'A report is asked for by the name that "dateline add" printed, its address, or the beginning of its id.')
  if (quote === '') throw new UserError('The words are missing.', 'Give them with --words, exactly as they stand in the report.')
  const start = kept.report.text.indexOf(quote)
  if (start < 0) throw new UserError(`The report ${safe(kept.report.doc)} does not have the words "${safe(quote)}".`, 'They must stand there exactly so: "dateline report ID" shows its text.')
  if (kept.report.text.indexOf(quote, start + 1) >= 0) throw new UserError(`The words "${safe(quote)}" stand several times in ${safe(kept.report.doc)}.`, 'Give more of the sentence.')
  return { report: kept.report.key, quote, start }
}

async function evidenceFrom(store: Store, args: ParsedArgs): Promise<Evidence | null> {
  const source = args.text('evidence'), words = args.text('words'), report = args.text('report')
  if (source !== undefined) return { source }
  if (words === undefined) return null
  if (report === undefined) throw new UserError('The report that has the words is missing.', 'Name it with --report ID.')
  const found = await wordsIn(store, report, words)
  return { words: { report: found.report, start: found.start, end: found.start + found.quote.length, quote: found.quote } }
}

async function plainCorrection(field: string, value: string, places: PlaceFinder) {
  switch (field) {
    case 'type': case 'by': case 'against': return { field, value: textFrom(value) } as const
    case 'place': return { field, value: await places(value) } as const
    case 'date': return { field, value: daysFrom(value) } as const
    case 'weapons': return { field, value: listFrom(value) } as const
    default: return null
  }
}

async function incidentCorrection(field: string, args: ParsedArgs, places: PlaceFinder): Promise<IncidentCorrection> {
  const value = valueOf(args), plain = await plainCorrection(field, value, places)
  if (plain !== null) return plain
  const measure = oneOf(field, MEASURES, 'The field of an incident is type, place, date, by, against, weapons or a measure, and a measure') as Measure
  const [low, best, high] = valuesFrom(value)
  return { field: 'figure', value: { measure, of: oneOf(args.text('of') ?? 'person', COUNTED, 'What is counted') as Counted, low, best, high } }
}

async function claimCorrection(store: Store, id: string, field: string, args: ParsedArgs, places: PlaceFinder): Promise<ClaimCorrection> {
  const value = valueOf(args), plain = await plainCorrection(field, value, places)
  if (plain !== null) return plain
  if (field === 'stance') return { field, value: oneOf(value, ['asserted', 'denied', 'unconfirmed'], 'The stance') as 'asserted' }
  if (field === 'claimant') { const name = textFrom(value); return { field, value: name === null ? null : { name, role: null, channel: null } } }
  if (field !== 'number') throw new UserError(`A claim has no field "${safe(field)}".`, 'It is one of: type, place, date, by, against, weapons, stance, claimant, number.')
  const { sourcesOf } = await import('../pipeline/review.ts')
  const claim = (await sourcesOf(store, [id])).get(id)?.claim, index = (args.integer('index', { min: 1 }) ?? 1) - 1
  if (value === 'none') return { field: 'quantity', index, value: null }
  const was = claim?.quantities[index]
  if (claim === undefined || was === undefined) throw new UserError(`The claim has no number ${index + 1}.`)
  const own = args.text('number'), at = own === undefined ? -1 : claim.quote.indexOf(own)
  if (own !== undefined && at < 0) throw new UserError(`"${safe(own)}" does not stand in the claim's words.`)
  const place = own === undefined ? { start: was.start, end: was.end } : { start: claim.start + at, end: claim.start + at + own.length }
  return { field: 'quantity', index, value: { ...was, value: valuesFrom(value)[0], bound: oneOf(args.text('bound') ?? was.bound, BOUNDS, 'The bound') as Bound, of: oneOf(args.text('of') ?? was.of, COUNTED, 'What is counted') as Counted, measure: oneOf(args.text('measure') ?? was.measure, MEASURES, 'The measure') as Measure, ...place } }
}

function valueOf(args: ParsedArgs): string {
  const value = args.text('value')
  if (value === undefined) throw new UserError('The value is missing.', 'Say what it should be with --value; "none" takes a value away.')
  return value
}
