import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { constraintsOf, type Constraints } from '../../src/review/constraints.ts'
import { inForce, undoneBy } from '../../src/review/in-force.ts'
import type { TakenDecision } from '../../src/model/decision.ts'
import { seen, taken } from './made.ts'

const of = (decisions: TakenDecision[], exists?: (claim: string) => boolean): Constraints => constraintsOf(inForce(decisions), exists)

describe('what decisions say of which claims are one incident', () => {
  const rows: [why: string, decisions: TakenDecision[], expected: Partial<Constraints>][] = [
    ['nothing decided', [], { together: [], apart: [], removed: [] }],
    ['judging says nothing of it', taken({ kind: 'accept', on: [seen('a', 'b')] }, { kind: 'note', on: [seen('a')], text: 'x' }), { together: [], apart: [], removed: [] }],
    ['merged: all claims of both', taken({ kind: 'merge', on: [seen('a', 'b'), seen('c')] }), { together: [['a', 'b'], ['a', 'c']], apart: [] }],
    ['split: those named are one, and none of the rest', taken({ kind: 'split', on: [seen('a', 'b', 'c', 'd')], claims: ['c', 'd'] }), { together: [['c', 'd']], apart: [['c', 'a'], ['c', 'b'], ['d', 'a'], ['d', 'b']] }],
    ['moved: away from all of one, to the smallest of the other', taken({ kind: 'move', on: [seen('a', 'b'), seen('c', 'd')], claim: 'b' }), { together: [['b', 'c']], apart: [['b', 'a']] }],
    ['a claim added to an incident', taken({ kind: 'add_claim', on: [seen('c', 'd')], report: 'r', claim: { id: 'x', also: [], type: null, quote: 'q', start: 0, end: 1, post: null, claimant: null, stance: 'asserted', place: null, date: null, by: null, against: null, weapons: [], quantities: [], contested: false, rule: '' } }), { together: [['x', 'c']] }],
    ['rejected', taken({ kind: 'reject_claim', on: [seen('a', 'b')], claim: 'b', reason: 'r' }), { removed: ['b'] }],
    ['split after a merge: the later holds', taken({ kind: 'merge', on: [seen('a'), seen('b'), seen('c')] }, { kind: 'split', on: [seen('a', 'b', 'c')], claims: ['b'] }), { together: [['a', 'c']], apart: [['b', 'a'], ['b', 'c']] }],
    ['merge after a split: the later holds', taken({ kind: 'split', on: [seen('a', 'b', 'c')], claims: ['b'] }, { kind: 'merge', on: [seen('a'), seen('b')] }), { together: [['a', 'b']], apart: [['b', 'c']] }],
    ['moved back', taken({ kind: 'move', on: [seen('a', 'b'), seen('c')], claim: 'b' }, { kind: 'move', on: [seen('c', 'b'), seen('a')], claim: 'b' }), { together: [['b', 'a']], apart: [['b', 'c']] }],
    ['the target of a move split off: the claim stays with the rest', taken({ kind: 'move', on: [seen('a', 'b'), seen('c', 'd')], claim: 'b' }, { kind: 'split', on: [seen('b', 'c', 'd')], claims: ['c'] }), { together: [['b', 'd']], apart: [['b', 'a'], ['c', 'b'], ['c', 'd']] }],
    ['undone', taken({ kind: 'merge', on: [seen('a'), seen('b')] }, { kind: 'undo', on: [], decision: 1, state: 's' }), { together: [] }],
    ['an undoing undone', taken({ kind: 'merge', on: [seen('a'), seen('b')] }, { kind: 'undo', on: [], decision: 1, state: 's' }, { kind: 'undo', on: [], decision: 2, state: 's' }), { together: [['a', 'b']] }],
  ]
  test.each(rows)('%s', (_why, decisions, expected) => {
    const { together, apart, removed } = of(decisions)
    expect({ together, apart, removed }).toMatchObject(expected)
    expect(apart).toHaveLength(expected.apart?.length ?? apart.length)
  })

  test('a moved claim goes to the smallest of the claims that are still found', () => {
    expect(of(taken({ kind: 'move', on: [seen('a', 'b'), seen('c', 'd')], claim: 'b' }), (claim) => claim !== 'c').together).toEqual([['b', 'd']])
  })

  test('law: whatever is decided, no two claims are to be one and apart, and the last decision holds', () => {
    const claim = fc.constantFrom(...'abcdefgh')
    const claims = fc.uniqueArray(claim, { minLength: 1, maxLength: 4 })
    const decision = fc.oneof(
      fc.tuple(claims, claims).map(([one, other]) => ({ kind: 'merge' as const, on: [seen(...one), seen(...other)] })),
      fc.tuple(claims, claims).map(([rest, out]) => ({ kind: 'split' as const, on: [seen(...new Set([...rest, ...out]))], claims: out })),
      fc.tuple(claims, claims, claim).map(([from, to, one]) => ({ kind: 'move' as const, on: [seen(...new Set([...from, one])), seen(...to.filter((c) => c !== one))], claim: one })).filter(({ on }) => on[1]!.claims.length > 0),
      fc.integer({ min: 1, max: 6 }).map((n) => ({ kind: 'undo' as const, on: [], decision: n, state: 's' })),
    )
    fc.assert(fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
      const log = taken(...decisions).filter(({ id, decision: { kind, ...rest } }) => kind !== 'undo' || (rest as { decision: number }).decision < id)
      const { together, apart } = of(log)
      const root = unions(together)
      for (const [one, other] of apart) expect(root(one), `${one} and ${other} apart`).not.toBe(root(other))
      const last = inForce(log).at(-1)?.decision
      if (last?.kind === 'merge') expect(new Set(last.on.flatMap((on) => on.claims).map(root)).size).toBe(1)
      if (last?.kind === 'split') {
        const out = new Set(last.claims), pairs = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
        for (const rest of last.on[0]!.claims.filter((one) => !out.has(one))) for (const one of out) expect(pairs.has(`${one} ${rest}`)).toBe(true)
      }
    }), { numRuns: 2000 })
  })
})

function unions(pairs: readonly (readonly [string, string])[]): (claim: string) => string {
  const parent = new Map<string, string>()
  const root = (claim: string): string => { let at = claim; while (parent.get(at) !== undefined) at = parent.get(at)!; return at }
  for (const [one, other] of pairs) { const [a, b] = [root(one), root(other)]; if (a !== b) parent.set(a, b) }
  return root
}

describe('undoing', () => {
  const undo = (decision: number) => ({ kind: 'undo' as const, on: [], decision, state: 's' })
  const note = { kind: 'note' as const, on: [seen('a')], text: 'x' }
  const rows: [why: string, decisions: TakenDecision[], undone: number[]][] = [
    ['nothing', taken(note, note), []],
    ['one', taken(note, undo(1)), [1]],
    ['an undoing', taken(note, undo(1), undo(2)), [2]],
    ['the undoing of an undoing', taken(note, undo(1), undo(2), undo(3)), [1, 3]],
  ]
  test.each(rows)('%s', (_why, decisions, undone) => { expect([...undoneBy(decisions).keys()].sort()).toEqual(undone) })
})
