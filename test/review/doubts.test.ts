// Decisions that need another look, each at the incidents where a person finds it.
import { describe, expect, test } from 'vitest'
import type { TakenDecision } from '../../src/model/decision.ts'
import { doubtsOf } from '../../src/review/doubts.ts'
import { needsIn, withAnotherLook, bitsOf, type Need } from '../../src/review/needs.ts'
import { standingOf } from '../../src/review/standing.ts'
import { seen, taken } from './made.ts'

const on = [seen('a', 'b')], merge = { kind: 'merge' as const, on: [seen('a', 'b'), seen('c')] }, note = { kind: 'note' as const, on, text: 'ask' }
const accept = { kind: 'accept' as const, on }, split = { kind: 'split' as const, on, claims: ['b'] }
const added = { id: 'x', also: [], type: null, quote: 'q', start: 0, end: 1, post: null, claimant: null, stance: 'asserted' as const, place: null, date: null, by: null, against: null, weapons: [], quantities: [], contested: false, rule: '' }
const undo = { kind: 'undo' as const, on: [], decision: 1, state: 's' }

describe('decisions in doubt', () => {
  const rows: [why: string, decisions: TakenDecision[], incidents: Record<string, string[]>, machine: string[], at: Record<string, number[]>, loose: number[]][] = [
    ['nothing was decided', [], { a: ['a', 'b'] }, [], {}, []],
    ['a note on what stands as it was', taken(note), { a: ['a', 'b'] }, [], {}, []],
    ['a claim of a note is gone: at the incident of the rest', taken(note), { a: ['a'] }, [], { a: [1] }, []],
    ['the rest went elsewhere: there', taken(note), { z: ['b', 'z'] }, [], { z: [1] }, []],
    ['all its claims are gone: at none', taken(note), { z: ['z'] }, [], {}, [1]],
    ['what was to be one is two: at both', taken(merge), { a: ['a', 'b'], c: ['c'] }, [], { a: [1], c: [1] }, []],
    ['what was to be apart is one', taken(split), { a: ['a', 'b'] }, [], { a: [1] }, []],
    ['an added claim whose words are gone, on an incident: at it', taken({ kind: 'add_claim', on, report: 'r', claim: added }), { a: ['a', 'b'] }, [], { a: [1] }, []],
    ['the same on none: at none', taken({ kind: 'add_claim', on: [], report: 'r', claim: added }), { a: ['a', 'b'] }, [], {}, [1]],
    ['an added claim that is found without it: where it is', taken({ kind: 'add_claim', on: [], report: 'r', claim: added }), { y: ['x'] }, ['x'], { y: [1] }, []],
    ['a rejected claim that nobody makes any more: another may say the same now', taken({ kind: 'reject_claim', on, claim: 'b', reason: 'r' }), { a: ['a'] }, [], { a: [1] }, []],
    ['two on one incident, the older first', taken(note, { ...note, text: 'again' }), { a: ['a'] }, [], { a: [1, 2] }, []],
    ['an acceptance whose claims changed: its incident says so itself', taken(accept), { a: ['a', 'c'] }, [], {}, []],
    ['an acceptance whose incident is gone', taken(accept), {}, [], {}, [1]],
    ['a reopening whose incident is gone leaves nothing to look at', taken({ kind: 'reopen', on }), {}, [], {}, []],
    ['undone: nobody need look', taken(note, undo), { a: ['a'] }, [], {}, []],
  ]
  test.each(rows)('%s', (_why, decisions, incidents, machine, at, loose) => {
    const held = new Map(Object.entries(incidents).flatMap(([id, claims]) => claims.map((claim) => [claim, id]))), incidentOf = (claim: string): string | undefined => held.get(claim)
    const doubts = doubtsOf(standingOf(decisions, { exists: (claim) => held.has(claim) || machine.includes(claim), incidentOf, claimsOf: () => [], byMachine: (claim) => machine.includes(claim) }), incidentOf)
    expect(Object.fromEntries([...doubts.at].map(([id, list]) => [id, list.map((one) => one.taken.id)]))).toEqual(at)
    expect(doubts.loose.map((one) => one.taken.id)).toEqual(loose)
  })
})

describe('whether an incident comes into the queue for them', () => {
  const rows: [why: string, before: Need[], review: 'unreviewed' | 'accepted' | 'published', after: Need[]][] = [
    ['nobody has judged it', ['unreviewed'], 'unreviewed', ['another_look', 'unreviewed']],
    ['judged, and changed since', ['changed'], 'published', ['another_look', 'changed']],
    ['judged as it is: somebody has looked', ['unpublished'], 'accepted', ['unpublished']],
    ['published as it is', [], 'published', []],
  ]
  test.each(rows)('%s', (_why, before, review, after) => { expect(needsIn(withAnotherLook(bitsOf(before), review))).toEqual(after) })
})
