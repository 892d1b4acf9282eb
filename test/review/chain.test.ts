import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chainText, LOG_BEGINNING } from '../../src/model/log.ts'
import { checkChain, headLine, headsFrom, type KeptEntry } from '../../src/review/chain.ts'

function chain(count: number, from = ''): KeptEntry[] {
  const entries: KeptEntry[] = []
  for (let seq = 1; seq <= count; seq++) {
    const entry = { seq, at: '2031-05-06T00:00:00Z', by: 'Ada', what: 'decision', body: `{"n":${seq}${from}}`, previous: entries.at(-1)?.hash ?? LOG_BEGINNING }
    entries.push({ ...entry, hash: createHash('sha256').update(chainText(entry)).digest('hex') })
  }
  return entries
}
async function* each(entries: readonly KeptEntry[]) { yield* entries }
const whole = chain(5), head = { seq: 5, hash: whole[4]!.hash }

describe('the chain of the log', () => {
  const rows: [why: string, entries: KeptEntry[], heads: { seq: number, hash: string }[], faults: string[]][] = [
    ['empty', [], [], []],
    ['whole', whole, [head], []],
    ['a changed body', whole.map((entry) => (entry.seq === 3 ? { ...entry, body: '{"n":4}' } : entry)), [], ['changed 3']],
    ['a changed name', whole.map((entry) => (entry.seq === 1 ? { ...entry, by: 'Bo' } : entry)), [], ['changed 1']],
    ['changed and hashed anew: the next no longer follows', whole.map((entry) => (entry.seq === 2 ? { ...entry, by: 'Bo', hash: createHash('sha256').update(chainText({ ...entry, by: 'Bo' })).digest('hex') } : entry)), [], ['changed 3']],
    ['one taken out', whole.filter(({ seq }) => seq !== 3), [], ['gap 4']],
    ['the first taken out', whole.slice(1), [], ['gap 2']],
    ['two in each other\'s place', [whole[0]!, whole[2]!, whole[1]!, whole[3]!, whole[4]!], [], ['gap 3', 'gap 2', 'gap 4']],
    ['the end cut, and nobody kept the head', whole.slice(0, 4), [], []],
    ['the end cut, the head known', whole.slice(0, 4), [head], ['cut 5']],
    ['all of it gone, the head known', [], [head], ['cut 1']],
    ['written anew from the start', chain(5, '0'), [head], ['rewritten 5']],
    ['written anew, an older head known', chain(6, '0'), [{ seq: 2, hash: whole[1]!.hash }], ['rewritten 2']],
  ]
  test.each(rows)('%s', async (_why, entries, heads, faults) => { expect((await checkChain(each(entries), heads)).faults.map(({ fault, seq }) => `${fault} ${seq}`)).toEqual(faults) })

  test('heads are read from the lines that they are written as', () => {
    expect(headsFrom(`${headLine(head, '2031-05-06T00:00:00Z')}\n\n${head.seq}:${head.hash}\n`)).toEqual([head, head])
    for (const line of ['5', `x ${head.hash}`, `5 ${head.hash}0`, '5 nothing']) expect(headsFrom(line)).toBeNull()
  })
})
