import { describe, expect, test } from 'vitest'
import type { TakenDecision } from '../../src/model/decision.ts'
import type { Incident } from '../../src/model/incident.ts'
import { gradesOf } from '../../src/review/grades.ts'
import { inForce } from '../../src/review/in-force.ts'
import { byIncident, homeOf, reviewed } from '../../src/review/overlay.ts'
import { standingOf, type Look } from '../../src/review/standing.ts'
import { madeIncident } from '../store/made.ts'
import { seen, taken } from './made.ts'

const UNGRADED = gradesOf([])
const accept = { kind: 'accept' as const, on: [seen('a', 'b')] }, publish = { kind: 'publish' as const, on: [seen('a', 'b')] }
const undo = (decision: number) => ({ kind: 'undo' as const, on: [], decision, state: 's' })

describe('the review of an incident', () => {
  const rows: [why: string, decisions: TakenDecision[], review: Incident['review']][] = [
    ['accepted', taken(accept), 'accepted'],
    ['a note judges nothing', taken({ kind: 'note', on: [seen('a', 'b')], text: 'x' }), 'unreviewed'],
    ['published', taken(accept, publish), 'published'],
    ['accepted anew while published stays published', taken(accept, publish, accept), 'published'],
    ['withdrawn is what it was before', taken(accept, publish, { kind: 'withdraw', on: [seen('a', 'b')] }), 'accepted'],
    ['reopened', taken(accept, { kind: 'reopen', on: [seen('a', 'b')] }), 'unreviewed'],
    ['the publishing undone', taken(accept, publish, undo(2)), 'accepted'],
    ['all undone', taken(accept, undo(1)), 'unreviewed'],
  ]
  test.each(rows)('%s', (_why, decisions, review) => { expect(reviewed(madeIncident('a', ['a', 'b']), inForce(decisions), UNGRADED).review).toBe(review) })

  test('says how its claims have changed since it was judged', () => {
    expect(reviewed(madeIncident('a', ['a', 'c']), taken(accept), UNGRADED)).toMatchObject({ review: 'accepted', changed_since: { decision: 1, came: ['c'], went: ['b'] } })
    expect(reviewed(madeIncident('a', ['a', 'b']), taken(accept), UNGRADED)).not.toHaveProperty('changed_since')
  })

  test('corrections stand with the decision that made them; the voices stay', () => {
    const says = { value: 3, bound: 'exact' as const, stance: 'asserted' as const, cumulative: false, claimant: 'Mayor', claim: 'a', report: 'r', published: null, quote: 'three', superseded_by: null }
    const incident: Incident = { ...madeIncident('a', ['a', 'b']), figures: [{ measure: 'killed', of: 'person', low: 3, best: 3, high: 3, rule: 'ucdp', says: [says] }] }
    const decisions = taken(
      { kind: 'correct', on: [seen('a', 'b')], correction: { field: 'figure', value: { measure: 'killed', of: 'person', low: 3, best: 4, high: 4 } }, evidence: { source: 'list of names' }, reason: 'names' },
      { kind: 'correct', on: [seen('a', 'b')], correction: { field: 'type', value: 'explosion' }, evidence: null, reason: 'gas' },
    )
    expect(reviewed(incident, decisions, UNGRADED)).toMatchObject({ type: 'explosion', corrected: ['killed person', 'type'], figures: [{ low: 3, best: 4, high: 4, rule: 'decision 1', says: [says] }] })
    expect(incident.figures[0]!.best).toBe(3)
  })

  test('grades of sources and of information stand apart, the newest of each', () => {
    const saying = (claim: string, claimant: string | null) => ({ value: 3, bound: 'exact' as const, stance: 'asserted' as const, cumulative: false, claimant, outlet: 'Harbour Post', claim, report: 'r', published: null, quote: 'three', superseded_by: null })
    const incident: Incident = { ...madeIncident('a', ['a', 'b']), figures: [{ measure: 'killed', of: 'person', low: 3, best: 3, high: 3, rule: 'ucdp', says: [saying('a', 'The mayor'), saying('b', null)] }] }
    const grades = gradesOf(taken(
      { kind: 'grade_source', on: [], voice: { sort: 'claimant', name: 'the Mayor' }, grade: 'C', state: 's' }, { kind: 'grade_source', on: [], voice: { sort: 'claimant', name: 'The mayor' }, grade: 'B', state: 's' },
      { kind: 'grade_information', on: [seen('a', 'b')], claim: 'b', grade: 2 },
    ))
    const [mayor, outlet] = reviewed(incident, [], grades).figures[0]!.says
    expect([mayor!.source_grade, mayor!.information_grade, outlet!.source_grade, outlet!.information_grade]).toEqual(['B', undefined, undefined, 2])
  })
})

describe('which incident a decision is about today', () => {
  const rows: [why: string, held: Record<string, string>, home: string | null][] = [
    ['as it was', { a: 'a', b: 'a', c: 'a' }, 'a'],
    ['most of its claims are elsewhere', { a: 'a', b: 'x', c: 'x' }, 'x'],
    ['of equals the smallest', { a: 'y', b: 'x' }, 'x'],
    ['none is found any more', {}, null],
  ]
  test.each(rows)('%s', (_why, held, home) => { expect(homeOf(['a', 'b', 'c'], (claim) => held[claim])).toBe(home) })

  test('a judgement follows most of its claims; a split is about both', () => {
    const decisions = taken(accept, { kind: 'split', on: [seen('a', 'b')], claims: ['b'] })
    const homes = byIncident(decisions, (claim) => ({ a: 'a', b: 'b' })[claim])
    expect([...homes].map(([id, list]) => [id, list.map((one) => one.id)])).toEqual([['a', [1, 2]], ['b', [2]]])
  })
})

describe('which decisions need another look', () => {
  const world = (incidents: Record<string, string[]>, machine?: string[]) => {
    const held = new Map(Object.entries(incidents).flatMap(([id, claims]) => claims.map((claim) => [claim, id])))
    return { exists: (claim: string) => held.has(claim) || machine?.includes(claim) === true, incidentOf: (claim: string) => held.get(claim), claimsOf: (id: string) => incidents[id] ?? [], byMachine: (claim: string) => machine?.includes(claim) ?? false }
  }
  const merge = { kind: 'merge' as const, on: [seen('a', 'b'), seen('c')] }
  const added = { id: 'x', also: [], type: null, quote: 'q', start: 0, end: 1, post: null, claimant: null, stance: 'asserted' as const, place: null, date: null, by: null, against: null, weapons: [], quantities: [], contested: false, rule: '' }
  const rows: [why: string, decisions: TakenDecision[], incidents: Record<string, string[]>, machine: string[], looks: Look['why'][][]][] = [
    ['an acceptance whose claims are as they were', taken(accept), { a: ['a', 'b'] }, [], [[]]],
    ['a claim came', taken(accept), { a: ['a', 'b', 'c'] }, [], [['claims_changed']]],
    ['a claim is found no more', taken(accept), { a: ['a'] }, [], [['claims_gone']]],
    ['a merge that holds', taken(merge), { a: ['a', 'b', 'c'] }, [], [[]]],
    ['a merge of which a claim is gone and the rest holds', taken(merge), { a: ['a', 'b'] }, [], [['claims_gone']]],
    ['a merge that the record does not follow', taken(merge), { a: ['a', 'b'], c: ['c'] }, [], [['not_one']]],
    ['a merge of which a later split took a claim out', taken(merge, { kind: 'split', on: [seen('a', 'b', 'c')], claims: ['c'] }), { a: ['a', 'b'], c: ['c'] }, [], [[], []]],
    ['a split that holds', taken({ kind: 'split', on: [seen('a', 'b')], claims: ['b'] }), { a: ['a'], b: ['b'] }, [], [[]]],
    ['a split that does not', taken({ kind: 'split', on: [seen('a', 'b')], claims: ['b'] }), { a: ['a', 'b'] }, [], [['not_apart']]],
    ['a move that holds', taken({ kind: 'move', on: [seen('a', 'b'), seen('c')], claim: 'b' }), { a: ['a'], b: ['b', 'c'] }, [], [[]]],
    ['a rejected claim is gone because it was rejected', taken({ kind: 'reject_claim', on: [seen('a', 'b')], claim: 'b', reason: 'r' }), { a: ['a'] }, ['b'], [[]]],
    ['a rejected claim that nobody makes any more', taken({ kind: 'reject_claim', on: [seen('a', 'b')], claim: 'b', reason: 'r' }), { a: ['a'] }, [], [['claims_gone']]],
    ['an acceptance before a claim was rejected: changed, not lost', taken(accept, { kind: 'reject_claim', on: [seen('a', 'b')], claim: 'b', reason: 'r' }), { a: ['a'] }, ['b'], [['claims_changed'], []]],
    ['an added claim whose words stand', taken({ kind: 'add_claim', on: [], report: 'r', claim: added }), { x: ['x'] }, [], [[]]],
    ['an added claim whose words are gone', taken({ kind: 'add_claim', on: [], report: 'r', claim: added }), {}, [], [['words_gone']]],
    ['an added claim that the machine finds by now', taken({ kind: 'add_claim', on: [], report: 'r', claim: added }), { x: ['x'] }, ['x'], [['found_by_itself']]],
    ['undone: nobody need look', taken(accept, undo(1)), { a: ['a', 'b', 'c'] }, [], [[], []]],
  ]
  test.each(rows)('%s', (_why, decisions, incidents, machine, looks) => { expect(standingOf(decisions, world(incidents, machine)).map((standing) => standing.looks.map(({ why }) => why))).toEqual(looks) })
})
