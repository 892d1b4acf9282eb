import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inBatches } from '../../src/pipeline/batches.ts'
import { inStep } from '../../src/stages/extract/in-step.ts'

async function batchesOf(coming: AsyncIterable<number>, sizeOf: (item: number) => number = () => 1): Promise<number[][]> {
  const batches: number[][] = []
  for await (const batch of inBatches(coming, sizeOf)) batches.push(batch)
  return batches
}

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i
}

describe('reports in batches', () => {
  it.each([
    [0, [], 'nothing comes'],
    [1, [1], 'the first is given alone'],
    [6, [1, 2, 3], 'the last batch is what is left'],
    [96, [1, 2, 4, 8, 16, 32, 32, 1], 'never more than thirty-two'],
  ])('%i give batches of %j: %s', async (count, lengths) => {
    const batches = await batchesOf(numbers(count))
    expect(batches.map((batch) => batch.length)).toEqual(lengths)
    expect(batches.flat()).toEqual([...Array(count).keys()])
  })

  it('gives long ones alone', async () => {
    expect(await batchesOf(numbers(4), () => 1e6)).toEqual([[0], [1], [2], [3]])
  })

  it('gives what is there where the next is late', async () => {
    const given: number[][] = []
    let let3: () => void = () => {}
    const told = new Promise<void>((resolve) => { let3 = resolve })
    async function* halting(): AsyncGenerator<number> { yield 0; yield 1; await told; yield 2 }
    for await (const batch of inBatches(halting(), () => 1)) { given.push(batch); if (batch.includes(1)) let3() }
    expect(given).toEqual([[0], [1], [2]])
  })

  it('throws what the source throws, after what came before it', async () => {
    async function* failing(): AsyncGenerator<number> { yield 0; yield 1; yield 2; await sleep(1); throw new Error('gone') }
    const given: number[] = []
    await expect((async () => { for await (const batch of inBatches(failing(), () => 1)) given.push(...batch) })()).rejects.toThrow('gone')
    expect(given).toEqual([0, 1, 2])
  })

  it('ends its source where nobody wants more', async () => {
    let ended = false
    async function* endless(): AsyncGenerator<number> { try { for (let i = 0; ; i++) yield i } finally { ended = true } }
    for await (const batch of inBatches(endless(), () => 1)) { expect(batch).toEqual([0]); break }
    expect(ended).toBe(true)
  })
})

describe('work in step', () => {
  it('takes each step of all before the next, and gives results in order', () => {
    const steps: string[] = []
    function* work(name: string, count: number): Generator<void, string, void> { for (let i = 0; i < count; i++) { steps.push(`${name}${i}`); yield } return name }
    expect(inStep([work('a', 2), work('b', 0), work('c', 3)])).toEqual(['a', 'b', 'c'])
    expect(steps).toEqual(['a0', 'c0', 'a1', 'c1', 'c2'])
  })
})
