// Notices by which outlets say that they changed something, and words that only sound like one.
import { describe, expect, it } from 'vitest'
import { noticesIn } from '../../src/stages/read/corrections.ts'
import { read } from '../../src/stages/read/index.ts'
import { growthFourfold } from '../growth.ts'

const BEFORE = 'Two people were killed in Port Ellery on Monday, the mayor said.'
const noticesOf = (...passages: string[]): string[] => noticesIn(read({ id: 'x', text: [BEFORE, ...passages].join('\n\n') }, null, { raw: true })).map(({ kind, words }) => `${kind}: ${words}`)

describe('a notice', () => {
  it.each<[why: string, passage: string, kind: string, words?: string]>([
    ['a label', 'Correction: The strike was on Monday, not on Sunday.', 'correction'],
    ['a label in capitals', 'CORRECTION: The strike was on Monday.', 'correction'],
    ['a label with a day', 'Correction, 6 May 2031: the strike was on Monday.', 'correction'],
    ['a label with a day in brackets', 'Correction (May 6, 2031): the strike was on Monday.', 'correction'],
    ['a label with a dash', 'Correction — the strike was on Monday.', 'correction'],
    ['a label with a mark before it', '• Correction: the strike was on Monday.', 'correction'],
    ['a clarification', 'Clarification: the mayor spoke of both towns.', 'clarification'],
    ['several', 'Corrections and clarifications: the strike was on Monday.', 'correction'],
    ['amended on a day', 'This article was amended on 6 May 2031 to say that three people were killed.', 'amendment'],
    ['of a live blog', 'This live blog was amended on 6 May.', 'amendment'],
    ['of a headline', 'The headline of this article was amended on 6 May.', 'amendment'],
    ['has been corrected', 'This story has been corrected to show that three people died.', 'amendment'],
    ['updated to correct', 'This report was updated at 14:20 on Tuesday to correct the number of the dead.', 'amendment'],
    ['an earlier version', 'An earlier version of this article said five people were killed.', 'correction'],
    ['an earlier version, later in the sentence', 'Because of an editing error, an earlier version of this story gave another toll.', 'correction'],
    ['an agency\'s', 'This story corrects the number of the dead to three.', 'correction'],
    ['an agency\'s, in brackets', '(Corrects paragraph 2 to say three, not two)', 'correction'],
    ['in brackets, of the story', '(This May 6 story has been corrected to fix the toll in paragraph 2)', 'amendment'],
    ['after other words of the passage: from its sentence on', 'The search went on. An earlier version of this post gave another toll.', 'correction', 'An earlier version of this post gave another toll.'],
    ['we', 'We have corrected the toll.', 'correction'],
  ])('%s', (_why, passage, kind, words) => { expect(noticesOf(passage)).toEqual([`${kind}: ${words ?? passage}`]) })

  it('whose label stands on a line of its own has the words of the next', () => {
    expect(noticesOf('Correction', 'The strike was on Monday.', 'The search went on.')).toEqual(['correction: Correction The strike was on Monday.'])
  })

  it('may be several', () => { expect(noticesOf('Correction: one.', 'Clarification: two.')).toHaveLength(2) })

  it('slices to its words', () => {
    const report = read({ id: 'x', text: `${BEFORE}\n\nThis article was amended on 6 May.` }, null, { raw: false }), [notice] = noticesIn(report)
    expect(report.text.slice(notice!.start!, notice!.end!)).toBe('This article was amended on 6 May.')
  })
})

describe('no notice', () => {
  it.each([
    BEFORE,
    'Corrections officers: nine of them were killed, the union said.',
    'Correctional facilities were struck.',
    'Correction of the border is not on the table, he said.',
    'Clarification of the terms is expected on Tuesday.',
    'The ministry issued a correction: three soldiers were killed, not two.',
    'An earlier version of the bill said otherwise.',
    'An earlier version of the missile was used.',
    'The article of the constitution was amended on 6 May.',
    'This village was amended to the list.',
    'This story was told by three witnesses.',
    'This report was published on 6 May.',
    'This article was updated at 14:20.',
    'He corrects maps for a living.',
    '(He corrects maps for a living)',
    'We have corrected our aim, the gunner said.'.replace('We have corrected our aim', 'Our aim has been corrected'),
  ])('%s', (passage) => { expect(noticesOf(passage)).toEqual([]) })
})

it('a text of nothing but beginnings of notices takes time in step with its length', () => {
  const made = (n: number): ReturnType<typeof read> => read({ id: 'x', text: 'this earlier version of this this article was updated this headline of this '.repeat(n) }, null, { raw: true })
  const texts = new Map([500, 2000].map((n) => [n, made(n)]))
  expect(growthFourfold((n) => noticesIn(texts.get(n)!), 500)).toBeLessThan(9)
})
