import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sideBySide } from '../../src/pipeline/side-by-side.ts'

describe('runs side by side', () => {
  it('give all that each says, each in its own order, never more at once than allowed', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.nat(3), { maxLength: 5 }), { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), async (runs, most) => {
      let going = 0, highest = 0
      const said: [number, number][] = []
      const makers = runs.map((waits, run) => async function* (): AsyncGenerator<[number, number]> {
        highest = Math.max(highest, ++going)
        for (const [at, turns] of waits.entries()) {
          for (let turn = 0; turn < turns; turn++) await Promise.resolve()
          yield [run, at]
        }
        going--
      })
      for await (const one of sideBySide(makers, most)) said.push(one)
      expect(highest).toBeLessThanOrEqual(most)
      runs.forEach((waits, run) => { expect(said.filter(([of]) => of === run).map(([, at]) => at)).toEqual(waits.map((_, at) => at)) })
      expect(said.length).toBe(runs.flat().length)
    }))
  })

  it('the first that throws ends all, and the others have come to their end when it is told', async () => {
    const ended: string[] = []
    const endless = async function* (): AsyncGenerator<string> { try { for (;;) { await new Promise((resolve) => { setImmediate(resolve) }); yield 'x' } } finally { ended.push('endless') } }
    const failing = async function* (): AsyncGenerator<string> { yield 'once'; await new Promise((resolve) => { setImmediate(resolve) }); throw new Error('no') }
    await expect((async () => { for await (const _ of sideBySide([endless, failing], 2)); })()).rejects.toThrow('no')
    expect(ended).toEqual(['endless'])
  })

  it('whoever listens no longer stops them', async () => {
    const ended: number[] = []
    const makers = [1, 2].map((n) => async function* (): AsyncGenerator<number> { try { for (;;) yield n } finally { ended.push(n) } })
    for await (const _ of sideBySide(makers, 2)) break
    expect(ended.sort()).toEqual([1, 2])
  })
})
