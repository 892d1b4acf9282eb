// How much of a wire story was rewritten by those who printed it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runHere } from './run-dateline.ts'

const WIRE = ['A missile strike on Kharkiv killed two people and injured seven on Tuesday, the mayor, Ihor Lysenko, said.', ...Array.from({ length: 8 }, (_, n) => `Rescue workers searched the ruins of block number ${n} until the evening while neighbours carried water, blankets and lamps to stairwell ${n * 3}.`)]

it('all of a store: what was first with its copies, their shares and whose they say they are; what is nobody\'s copy is not listed', async () => {
  const data = mkdtempSync(join(tmpdir(), 'dateline-copies-'))
  try {
    const page = (head: string, words: string): string => `<html><head>${head}</head><body><article><h1>Bridge hit</h1><p>${words}</p></article></body></html>`
    const records = [
      { id: 'late', outlet: 'Harbour Post', published: '2031-05-07', text: WIRE.join('\n\n') },
      { id: 'wire', outlet: 'Reuters', published: '2031-05-05', text: `VELM, May 5 (Reuters) - ${WIRE.join('\n\n')}` },
      { id: 'half', outlet: 'Evening Compass', text: [...WIRE.slice(0, 7), 'In the council hall the session on the budget was put off, and the trams to the northern districts stood still until noon.'].join('\n\n') },
      { id: 'other', outlet: 'Morning Ledger', text: 'Two people were killed in Kharkiv on Tuesday, a hospital said. Nothing else was known of the attack by the evening, and the power was out.' },
      { id: 'elsewhere', outlet: 'Coast Mirror', text: 'Three people were hurt in Port Ellery on Monday, the governor said.\n\nThe harbour was closed until the morning, and ships waited in the roads.\n\nSource: Read Full Article' },
      { url: 'https://mirror.example/1', outlet: 'Mirror', html: page('<link rel="canonical" href="https://orig.example/story/1">', 'The bridge at Port Ellery was hit on Monday night, the governor said, and three people were hurt in it.') },
      { url: 'https://orig.example/story/1', outlet: 'Original', published: '2031-05-08', html: page('<link rel="canonical" href="https://orig.example/story/1">', 'Officials of the port spoke on Tuesday of three injured when the bridge of Port Ellery was struck by a drone.') },
    ]
    await runHere(['add', '--data', data], { stdin: records.map((record) => `${JSON.stringify({ published: '2031-05-06', ...record })}\n`).join('') })
    const listed = (await runHere(['copies', '--data', data, '--json'])).out.trim().split('\n').map((line) => JSON.parse(line) as { origin: Record<string, unknown>, copies: Record<string, unknown>[] })
    expect(listed.map(({ origin, copies }) => [origin.doc, copies.map(({ doc }) => doc)])).toEqual([['wire', ['half', 'late']], ['https://orig.example/story/1', ['https://mirror.example/1']], ['elsewhere', []]])
    const [wire, named, elsewhere] = listed
    expect(wire!.origin).toMatchObject({ outlet: 'Reuters', credit: 'reuters' })
    expect(wire!.copies[1]).toMatchObject({ doc: 'late', credit: null, names_origin: false })
    expect(wire!.copies[1]!.rewritten).toBeLessThan(0.05)
    expect(wire!.copies[0]!.rewritten).toBeGreaterThan(0.05)
    expect(named!.copies[0]).toMatchObject({ names_origin: true, credit: 'https://orig.example/story/1' })
    expect(elsewhere!.origin).toMatchObject({ credit: 'Source: Read Full Article' })
    const shown = (await runHere(['copies', '--data', data])).out
    expect(shown).toContain('3 copies of 2 texts; 1 of what is not here.')
    expect(shown).not.toContain('Morning Ledger')
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})

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
