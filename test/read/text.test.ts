// Plain text to a report: headline, byline, captions, credits, outlet, day, kinds of lines, and what a text keeps.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PassageKind } from '../../src/model/report.ts'
import { read } from '../../src/stages/read/index.ts'
import { toDocument } from '../../src/text/sentences.ts'

const LEAD = 'The harbour of Port Ellery came under fire on Monday evening, the regional governor said.'
const END = 'Rescue teams were still at work at midnight, a spokeswoman for the fire service added.'
const readText = (text: string, more: object = {}): ReturnType<typeof read> => read({ id: 'x', text, ...more }, null, { raw: false })
const passagesOf = (text: string, more: object = {}): [PassageKind, string][] => {
  const report = readText(text, more)
  return report.passages.map(({ kind, start, end }) => [kind, report.text.slice(start, end)])
}

describe('the headline', () => {
  test.each<[why: string, first: string, title: string | null, outlet: string | null]>([
    ['a line without a full stop over paragraphs', 'Ferries burn at Ellery quay', 'Ferries burn at Ellery quay', null],
    ['the outlet at its tail', 'Ferries burn at Ellery quay as the war reaches the coast | The Courier', 'Ferries burn at Ellery quay as the war reaches the coast', 'The Courier'],
    ['title case with a full stop', 'Ferries Burn At Ellery Quay As War Reaches The Coast.', 'Ferries Burn At Ellery Quay As War Reaches The Coast.', null],
    ['a sentence is none', 'Ferries burned at the quay on Monday, and nobody came.', null, null],
    ['a dateline mark is none', 'WIRE —', null, null],
  ])('%s', (_why, first, title, outlet) => {
    const report = readText(`${first}\n\n${LEAD}\n\n${END}`)
    expect([report.title, report.outlet]).toEqual([title, outlet])
    expect(report.text).toContain(first) // whatever it is, it is kept
  })
  test('a date before it on its line', () => {
    const report = readText(` date 2031-05-06 Ferries Burn At Ellery Quay.\n\n${LEAD}\n\nThe Courier`, { outlet: 'The Courier' })
    expect(report).toMatchObject({ title: 'Ferries Burn At Ellery Quay.', published: '2031-05-06' })
    expect(report.removed).toEqual([{ text: 'The Courier', why: 'site_name' }])
  })
  test('what the record states beats the text', () => {
    expect(readText(` date 2031-05-06 Ferries Burn At Ellery Quay.\n\n${LEAD}`, { published: '2031-05-07', language: 'EN-gb', outlet: 'Named' })).toMatchObject({ published: '2031-05-07', language: 'en', outlet: 'Named' })
  })
  test('a text of one line is a paragraph', () => {
    expect(passagesOf('Two killed in Sandholm')).toEqual([['paragraph', 'Two killed in Sandholm']])
  })
})

describe('kinds of lines', () => {
  test.each<[why: string, line: string, expected: [PassageKind, string][]]>([
    ['a caption with its credit', 'A burned ferry lies at the quay of Port Ellery (AFP via Getty Images)', [['caption', 'A burned ferry lies at the quay of Port Ellery'], ['credit', 'AFP via Getty Images']]],
    ['a credit in the capitals of an office', 'The governor speaks at the harbour on Monday (COASTAL GOVERNORS PRESS OFF)', [['caption', 'The governor speaks at the harbour on Monday'], ['credit', 'COASTAL GOVERNORS PRESS OFF']]],
    ['a credit behind a label', 'A burned ferry lies at the quay. Photograph: Ann Lee/Reuters', [['caption', 'A burned ferry lies at the quay.'], ['credit', 'Ann Lee/Reuters']]],
    ['a credit on its own', 'Credit: Reuters', [['credit', 'Reuters']]],
    ['a photographer', 'Photo credit: Coastal Fire Service', [['credit', 'Coastal Fire Service']]],
    ['agencies at the foot', 'Source: PAP, Reuters', [['credit', 'PAP, Reuters']]],
    ['an agency alone', 'AFP', [['credit', 'AFP']]],
    ['a list item without its mark', '• The bridge at Sandholm is closed.', [['list_item', 'The bridge at Sandholm is closed.']]],
    ['who else wrote', 'Ann Lee in Rome contributed to this report.', [['byline', 'Ann Lee in Rome contributed to this report.']]],
    ['a sentence with its agency behind it', 'The quay was hit by three drones, he said. (AFP)', [['paragraph', 'The quay was hit by three drones, he said. (AFP)']]],
    ['brackets that are no credit', 'Two ships of the alliance were damaged in the raid (NATO)', [['subheading', 'Two ships of the alliance were damaged in the raid (NATO)']]],
    ['a subheading', 'A long night', [['subheading', 'A long night']]],
    ['words somebody says', '“We will rebuild', [['paragraph', '“We will rebuild']]],
  ])('%s', (_why, line, expected) => {
    const all = passagesOf(`Ferries burn at Ellery quay\n\n${LEAD}\n\n${line}\n\n${END}`)
    expect(all.slice(2, -1)).toEqual(expected)
  })
  test('captions and credits are listed too', () => {
    expect(readText(`Ferries burn at Ellery quay\n\n${LEAD}\n\nA burned ferry lies at the quay (Reuters)\n\nCredit: AFP`)).toMatchObject({ captions: ['A burned ferry lies at the quay'], credits: ['Reuters', 'AFP'] })
  })
  test('the label of a picture goes, its caption stays', () => {
    const report = readText(`Ferries burn at Ellery quay\n\n${LEAD}\n\nView image in fullscreen A burned ferry at the quay. Photograph: Ann Lee/Reuters\n\n${END}`)
    expect(report).toMatchObject({ captions: ['A burned ferry at the quay.'], credits: ['Ann Lee/Reuters'] })
    expect(report.text).not.toContain('fullscreen')
  })
})

describe('a page run into one paragraph', () => {
  const many = 'The governor said that rescue teams had worked through the night at the quay and that nobody was missing any more. '
  test('pictures and link boxes between its sentences', () => {
    const report = readText(`${many.repeat(3)}A ferry burns at the quay in Ellery on August 14. Jo Smith/Reuters Related article How the ferries of the coast were lost In the town itself two people were killed. ${many}`)
    expect(report.removed).toEqual([{ text: 'Related article How the ferries of the coast were lost', why: 'related_links' }])
    expect(report).toMatchObject({ credits: ['Jo Smith/Reuters'], captions: ['A ferry burns at the quay in Ellery on August 14.'] })
    expect(report.text).toContain('\n\nIn the town itself two people were killed.')
  })
  test('where a box ends cannot be told, nothing is cut', () => {
    const report = readText(`${many.repeat(3)}Related article How ferries burned Ellery counts its dead: two people. ${many}`)
    expect(report.removed).toEqual([])
  })
  test('a heading run into it stands alone again', () => {
    expect(passagesOf(`${many.repeat(4)}Deaths in the south In the port of Ellery two people were killed. ${many}`).map(([kind]) => kind)).toEqual(['paragraph', 'subheading', 'paragraph'])
  })
  test('a sentence in it does not', () => {
    expect(passagesOf(`${many.repeat(4)}Residents told the Herald, On Monday, that two people were killed. ${many}`)).toHaveLength(1)
  })
})

test('lines wrapped by hand are one paragraph', () => {
  const wrapped = 'The harbour of Port Ellery came under fire on Monday evening, the\nregional governor said, and rescue teams were still at work there\nwhen the second wave of drones came in from the sea at midnight.'
  expect(passagesOf(wrapped)).toEqual([['paragraph', wrapped.replaceAll('\n', ' ')]])
})

test('paragraphs wrapped by hand without a blank line between them part where a short line ends a sentence', () => {
  const first = 'The harbour of Port Ellery came under fire on Monday evening, the\nregional governor said, and two people were killed.'
  const second = 'Rescue teams were still at work there at noon on Tuesday when the\nsecond wave of drones came in from the sea, residents said, and a\nwarehouse burned down.'
  expect(passagesOf(`${first}\n${second}`)).toEqual([['paragraph', first.replaceAll('\n', ' ')], ['paragraph', second.replaceAll('\n', ' ')]])
})

test('lines that go on in lower case are one paragraph, however ragged', () => {
  const ragged = 'At least six people were killed in Sandholm\non Monday when an air strike hit a house near\nthe harbour of the town, residents and medics said.'
  expect(passagesOf(ragged)).toEqual([['paragraph', ragged.replaceAll('\n', ' ')]])
})

test('lists in lower case stay lists', () => {
  const losses = 'personnel – 830\ntanks – 12\nother armoured fighting vehicles of all kinds – 32\nartillery – 40'
  expect(passagesOf(`Losses of the day as told by the army.\n${losses}`)).toHaveLength(5)
})

test.each([
  ['headline and byline', 'Six killed in raid on Sandholm\n\nBy Ann Lee\n\nSix people were killed in Sandholm on Monday, the mayor said.', ['headline', 'byline', 'paragraph']],
  ['the town from which somebody wrote', 'Six killed in raid on Sandholm\nFrom Ann Lee, Ellery\nSix people were killed in Sandholm on Monday, the mayor said.', ['headline', 'byline', 'paragraph']],
  ['a first sentence is none', 'Six people were killed in Sandholm on Monday.\n\nThe mayor said so.', ['paragraph', 'paragraph']],
  ['one line alone is none', 'Six killed in raid on Sandholm', ['paragraph']],
  ['"from" opens a sentence too', 'Six killed in raid on Sandholm\nFrom Sandholm, smoke could be seen\nThe mayor said so.', ['headline', 'paragraph', 'paragraph']],
])('raw: %s', (_why, text, kinds) => {
  expect(read({ text }, null, { raw: true }).passages.map(({ kind }) => kind)).toEqual(kinds)
})

test('raw: what was wrapped by hand is one passage and its lines one sentence', () => {
  const text = 'At least six people were killed in Sandholm\non Monday when an air strike hit a house near\nthe harbour of the town, residents and medics said.\n'
  const report = read({ text, language: 'en' }, null, { raw: true })
  expect(report.text).toBe(text)
  expect(report.passages.map(({ start, end }) => text.slice(start, end))).toEqual([text.trim()])
  expect(toDocument(report, { abbreviations: new Set() }).sentences).toHaveLength(1)
})

test.each([['windows', 'One line here.\r\nAnother line here.'], ['old Macintosh', 'One line here.\rAnother line here.'], ['line separators', 'One line here.\u2028Another line here.'], ['control characters', 'One\0 line here.\nAnother\u0007 line here.']])('line ends and control characters: %s', (_why, text) => {
  expect(readText(text).text.split(/\n+/)).toEqual(['One line here.', 'Another line here.'])
})

test('raw: the text is exactly the text given', () => {
  const text = '  Advertisement \r\n\r\n• Two\u00a0killed\tin Sandholm \n'
  const report = read({ text }, null, { raw: true })
  expect(report.text).toBe(text)
  expect(report.removed).toEqual([])
  expect(report.passages.map(({ start, end }) => text.slice(start, end))).toEqual(['Advertisement', '• Two\u00a0killed\tin Sandholm'])
})

describe('laws', () => {
  const line = fc.oneof(fc.constantFrom('', 'Advertisement', '• Ann Lee', '14:05', 'READ MORE: x y z', 'Don’t miss…', 'Two killed in Sandholm', LEAD, 'A ferry at the quay (AFP)', 'Source: Read Full ArticleX', '“Quote', '[VIDEO]', 'By Ann Lee'), fc.string({ maxLength: 60 }))
  test('passages are in order, apart, within the text and without spaces at their ends; posts hold whole lines', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const report = readText(lines.join('\n'), { language: 'en' })
      let at = 0
      for (const { start, end } of report.passages) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(report.text.slice(start, end)).toBe(report.text.slice(start, end).trim())
        at = end
      }
      expect(at).toBeLessThanOrEqual(report.text.length)
      for (const post of report.posts) expect(post.end).toBeGreaterThan(post.start)
    }), { numRuns: 300 })
  })
  test('no letter is lost: each stands in the text or among what was removed', () => {
    const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('')
    fc.assert(fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const report = readText(lines.join('\n'), { language: 'en' })
      expect(letters([report.text, ...report.removed.map((one) => one.text)].join('\n'))).toBe(letters(lines.join('\n').replace(/[\0-\x08\x0e-\x1f\x7f]/g, '').toWellFormed()))
    }), { numRuns: 300 })
  })
  test('the same bytes give the same report', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(read({ id: 'x', language: 'en' }, bytes, { raw: false })).toEqual(read({ id: 'x', language: 'en' }, bytes, { raw: false }))
    }), { numRuns: 200 })
  })
})

describe('a title that the record states', () => {
  const BODY = `${LEAD}\n\n${END}`
  test.each<[why: string, title: string, text: string, expected: string]>([
    ['the text has it', 'Ferries burn at Ellery quay', `Ferries burn at Ellery quay\n\n${BODY}`, `Ferries burn at Ellery quay\n\n${BODY}`],
    ['the text has it in other quotation marks and case', 'Ferries ‘burn’ at Ellery quay', `FERRIES 'BURN' AT ELLERY QUAY\n\n${BODY}`, `FERRIES 'BURN' AT ELLERY QUAY\n\n${BODY}`],
    ['the text does not: it is read before it', 'Ferries burn at Ellery quay', BODY, `Ferries burn at Ellery quay\n\n${BODY}`],
    ['the text is nothing but the title', 'Two killed in Sandholm', 'Two killed in Sandholm', 'Two killed in Sandholm'],
  ])('%s', (_why, title, text, expected) => {
    const report = readText(text, { title })
    expect(report.text).toBe(expected)
    expect(report.passages[0]!.kind).toBe('headline')
  })
})

test.each<[published: string, day: string | null]>([['garbage', null], ['6 May 2031', null], ['2031-02-30', null], ['2031-02-28', '2031-02-28'], ['2031-02-28T10:00:00Z', '2031-02-28T10:00:00Z']])('a day that the record states is one of the calendar, taken raw too: %s', (published, day) => {
  for (const raw of [false, true]) {
    const report = read({ id: 'x', text: LEAD, published }, null, { raw })
    expect([report.published, report.trouble.map(({ code }) => code)]).toEqual([day, day === null ? ['bad_date'] : []])
  }
})

test.each<[why: string, text: string]>([['a mark of direction', 'Two\u200e people were killed in Lyman\u200f.'], ['an embedding', 'Two people were killed in \u202aLyman\u202c.'], ['an isolate', 'Two people were killed in \u2067Lyman\u2069.'], ['a soft hyphen', 'Two people were killed in Ly\u00adman.']])('%s is no part of a word', (_why, text) => {
  expect(readText(text).text).toBe('Two people were killed in Lyman.')
})
