import { describe, expect, test } from 'vitest'
import { REFUSALS } from '../../src/api/refusals.ts'
import type { Decision, TakenDecision } from '../../src/model/decision.ts'
import type { Incident } from '../../src/model/incident.ts'
import { refusalOf, type Refusal } from '../../src/review/check.ts'
import { DECISION_REQUEST } from '../../src/review/schema.ts'
import { madeClaim, madeIncident } from '../store/made.ts'
import { seen, taken } from './made.ts'

const on = [seen('a', 'b')], open = madeIncident('a', ['a', 'b'])
const accepted: Incident = { ...open, review: 'accepted' }, published: Incident = { ...open, review: 'published' }, changed = { decision: 1, came: ['b'], went: [] }
const decision = (fields: object): Decision => ({ reason: null, ...fields }) as Decision
const TEXT = 'Two people were killed in Varnograd.'

describe('what is not taken', () => {
  const rows: [why: string, decision: Decision, incident: Incident, taken: TakenDecision[], code: Refusal['code'] | null][] = [
    ['accept', decision({ kind: 'accept', on }), open, [], null],
    ['accept twice', decision({ kind: 'accept', on }), accepted, [], 'nothing_to_do'],
    ['accept again what has changed', decision({ kind: 'accept', on }), { ...accepted, changed_since: changed }, [], null],
    ['publish what nobody accepted', decision({ kind: 'publish', on }), open, [], 'not_accepted'],
    ['publish what changed since', decision({ kind: 'publish', on }), { ...accepted, changed_since: changed }, [], 'not_accepted'],
    ['publish what another accepted', decision({ kind: 'publish', on }), accepted, taken({ kind: 'accept', on }), null],
    ['withdraw what is not published', decision({ kind: 'withdraw', on }), accepted, [], 'nothing_to_do'],
    ['withdraw', decision({ kind: 'withdraw', on }), published, [], null],
    ['reopen what is open', decision({ kind: 'reopen', on }), open, [], 'nothing_to_do'],
    ['merge with itself', decision({ kind: 'merge', on: [on[0], on[0]] }), open, [], 'one_incident'],
    ['split off all of it', decision({ kind: 'split', on, claims: ['a', 'b'] }), open, [], 'all_claims'],
    ['split off what it has not', decision({ kind: 'split', on, claims: ['c'] }), open, [], 'not_its_claim'],
    ['move what it has not', decision({ kind: 'move', on: [on[0], seen('c')], claim: 'c' }), open, [], 'not_its_claim'],
    ['add with words that stand there', decision({ kind: 'add_claim', on, report: 'r', claim: madeClaim('x') }), open, [], null],
    ['add with other words', decision({ kind: 'add_claim', on, report: 'r', claim: madeClaim('x', { quote: 'Ten people were killed' }) }), open, [], 'wrong_words'],
    ['add to a report that is not kept', decision({ kind: 'add_claim', on, report: 'q', claim: madeClaim('x') }), open, [], 'wrong_words'],
    ['evidence that does not stand there', decision({ kind: 'correct', on, correction: { field: 'by', value: null }, evidence: { words: { report: 'r', start: 0, end: 3, quote: 'Six' } } }), open, [], 'wrong_words'],
    ['a number that the claim does not give', decision({ kind: 'correct_claim', on, claim: 'a', correction: { field: 'quantity', index: 1, value: null }, evidence: null }), open, [], 'no_such_number'],
    ['a number whose words are not the claim\'s', decision({ kind: 'correct_claim', on, claim: 'a', correction: { field: 'quantity', index: 0, value: { measure: 'killed', of: 'person', value: 2, bound: 'exact', cumulative: false, start: 26, end: 30 } }, evidence: null }), open, [], 'wrong_words'],
    ['undo what was never decided', decision({ kind: 'undo', on: [], decision: 7, state: 's' }), open, taken({ kind: 'accept', on }), 'no_such_decision'],
    ['undo', decision({ kind: 'undo', on: [], decision: 1, state: 's' }), open, taken({ kind: 'accept', on }), null],
    ['undo twice', decision({ kind: 'undo', on: [], decision: 1, state: 's' }), open, taken({ kind: 'accept', on }, { kind: 'undo', on: [], decision: 1, state: 's' }), 'nothing_to_do'],
  ]
  test.each(rows)('%s', (_why, one, incident, log, code) => {
    const refusal = refusalOf(one, { by: 'Bo', incidents: [incident], taken: log, twoPeople: true, textOf: (report) => (report === 'r' ? TEXT : null), claimOf: () => madeClaim('a') })
    expect(refusal?.code ?? null).toBe(code)
    if (refusal !== null) expect(REFUSALS[refusal.code].safeParse(refusal.particulars).error, 'what the API promises to tell').toBeUndefined()
  })

  test('where two people are asked for, who accepted does not publish', () => {
    const around = { incidents: [accepted], taken: taken({ kind: 'accept', on }), textOf: () => null, claimOf: () => null }
    expect(refusalOf(decision({ kind: 'publish', on }), { ...around, by: 'Ada', twoPeople: true })?.code).toBe('own_decision')
    expect(refusalOf(decision({ kind: 'publish', on }), { ...around, by: 'Ada', twoPeople: false })).toBeNull()
  })
})

describe('the shape of what is asked for', () => {
  const at = { incident: 'a', state: 's' }
  const number = { measure: 'killed', of: 'person', low: 2, best: 3, high: 4 }
  const rows: [why: string, request: unknown, fits: boolean][] = [
    ['accept', { kind: 'accept', on: [at], reason: null }, true],
    ['accept two at once', { kind: 'accept', on: [at, at], reason: null }, false],
    ['without the state that was seen', { kind: 'accept', on: [{ incident: 'a' }], reason: null }, false],
    ['a kind that there is not', { kind: 'delete', on: [at], reason: null }, false],
    ['a field too many', { kind: 'accept', on: [at], reason: null, by: 'somebody else' }, false],
    ['rejecting says why', { kind: 'reject_claim', on: [at], claim: 'c', reason: null }, false],
    ['an empty reason is none', { kind: 'reject_claim', on: [at], claim: 'c', reason: '  ' }, false],
    ['a number says what it rests on', { kind: 'correct', on: [at], correction: { field: 'figure', value: number }, evidence: null, reason: 'r' }, false],
    ['a number with evidence', { kind: 'correct', on: [at], correction: { field: 'figure', value: number }, evidence: { source: 'list' }, reason: 'r' }, true],
    ['low above high', { kind: 'correct', on: [at], correction: { field: 'figure', value: { ...number, low: 9 } }, evidence: { source: 'list' }, reason: 'r' }, false],
    ['half a point', { kind: 'correct', on: [at], correction: { field: 'place', value: { name: 'X', country: null, lat: 1, lon: null, precision: 'settlement', written: 'X' } }, evidence: null, reason: 'r' }, false],
    ['grade 7', { kind: 'grade_information', on: [at], claim: 'c', grade: 7, reason: null }, false],
    ['grade B', { kind: 'grade_source', on: [], voice: { sort: 'outlet', name: 'X' }, grade: 'B', state: 's', reason: null }, true],
  ]
  test.each(rows)('%s', (_why, request, fits) => { expect(DECISION_REQUEST.safeParse(request).success).toBe(fits) })
})
