// How much of a wire story was rewritten by those who printed it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runHere } from './run-dateline.ts'

const WIRE = ['A missile strike on Kharkiv killed two people and injured seven on Tuesday, the mayor, Ihor Lysenko, said.', ...Array.from({ length: 8 }, (_, n) => `Rescue workers searched the ruins of block number ${n} until the evening while neighbours carried water, blankets and lamps to stairwell ${n * 3}.`)]

it('is said by the report and its JSON; one of another origin is no copy', async () => {
  const data = mkdtempSync(join(tmpdir(), 'dateline-copies-'))
  try {
    const records = [
      { id: 'wire', outlet: 'The Lantern', text: WIRE.join('\n\n') },
      { id: 'whole', outlet: 'Harbour Post', text: WIRE.join('\n\n') },
      { id: 'half', outlet: 'Evening Compass', text: [...WIRE.slice(0, 7), 'In the council hall the session on the budget was put off, and the trams to the northern districts stood still until noon.'].join('\n\n') },
      { id: 'other', outlet: 'Morning Ledger', text: 'Two people were killed in Kharkiv on Tuesday, a hospital said. Nothing else was known of the attack by the evening, and the power was out.' },
    ]
    await runHere(['add', '--data', data], { stdin: records.map((record) => `${JSON.stringify({ published: '2031-05-06', ...record })}\n`).join('') })
    const shown = JSON.parse((await runHere(['report', '--data', data, '--json', 'wire'])).out) as { copies: { doc: string, shared: number }[] }
    expect(shown.copies.map(({ doc }) => doc)).toEqual(['half', 'whole'])
    expect(shown.copies[1]!.shared).toBe(1)
    expect(shown.copies[0]!.shared).toBeGreaterThan(0.7)
    expect(shown.copies[0]!.shared).toBeLessThan(1)
    expect((await runHere(['report', '--data', data, 'wire'])).out).toContain('Harbour Post, whole, about 100 % of the words in common, 0 % rewritten.')
    expect(JSON.parse((await runHere(['report', '--data', data, '--json', 'other'])).out)).toMatchObject({ copies: [] })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
