// A claim's id: what it is made of, and what must not change it.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const BODY = [
  'Two people were killed and at least nine injured when rockets hit a market in Izium on Monday, the town council said.',
  'Air defence units shot down four drones over the region overnight, according to the air force.',
  'The governor later said three people had been killed.',
]

function claims(text: string, id = 'paper-1'): { id: string; quote: string }[] {
  const { report, extraction } = readAndExtract({ record: { id, text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: false, gazetteer })
  for (const claim of extraction.claims) {
    expect(report.text.slice(claim.start, claim.end), 'a quote is the text at its span').toBe(claim.quote)
    for (const q of claim.quantities) expect(q.start >= claim.start && q.end <= claim.end && q.end > q.start, 'a number lies inside its claim').toBe(true)
  }
  return extraction.claims.map(({ id: claim, quote }) => ({ id: claim, quote }))
}

const plain = claims(BODY.join('\n\n'))

describe('ids of claims', () => {
  it('are found at all, each once', () => {
    expect(plain.length).toBeGreaterThanOrEqual(4)
    expect(new Set(plain.map((c) => c.id)).size).toBe(plain.length)
  })

  const same: [why: string, text: string][] = [
    ['a re-run', BODY.join('\n\n')],
    ['furniture of the page around it', ['Sign up to our newsletter to get the news every morning', ...BODY, 'READ MORE: What to see in the hills this summer', 'Share this article'].join('\n\n')],
    ['other line ends and blank lines', BODY.join('\r\n\r\n\r\n')],
    ['typographic marks for plain ones', BODY.join('\n\n').replaceAll("'", '’')],
    ['a paragraph of other news before it', ['The harbour festival opens on Saturday with a concert.', ...BODY].join('\n\n')],
  ]
  it.each(same)('survive %s', (_why, text) => {
    expect(claims(text).map((c) => c.id)).toEqual(plain.map((c) => c.id))
  })

  it('change with the number that is said', () => {
    const changed = claims(BODY.join('\n\n').replace('Two people', 'Five people'))
    expect(changed[0]!.id).not.toBe(plain[0]!.id)
    expect(changed.slice(1).map((c) => c.id)).toEqual(plain.slice(1).map((c) => c.id))
  })

  it('are those of their report: the same words elsewhere are another claim', () => {
    const other = claims(BODY.join('\n\n'), 'paper-2').map((c) => c.id)
    expect(other.filter((id) => plain.some((c) => c.id === id))).toEqual([])
  })
})
