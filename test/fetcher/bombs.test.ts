// Answers that are made to fill the memory or to never end: each is a record of trouble.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchOnce, type Ground } from '../../src/fetcher/fetch.ts'
import { BOMBS, LONGEST_MS, openBombs } from './bombs.ts'

let bombs: Awaited<ReturnType<typeof openBombs>>
beforeAll(async () => { bombs = await openBombs() })
afterAll(() => { bombs.close() })

describe('bombs and hangs', () => {
  const ground: Ground = { fetcher: 'dateline test', mayConnect: () => true, limits: { totalMs: LONGEST_MS } }
  it.each(BOMBS.map(([name, , code], i) => [name, i, code] as const))('%s', async (_name, i, code) => {
    const answer = await fetchOnce(`${bombs.origin}/${i}`, ground)
    expect(answer.trouble?.code).toBe(code)
    expect(answer.bytes).toBeNull()
  })
})
