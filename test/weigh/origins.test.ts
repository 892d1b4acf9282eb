import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../bench/made-corpus.ts'
import { copiesOf } from '../../src/stages/weigh/copy-index.ts'
import { creditedAgency, hostOf, originGroups, publisherOf, type OriginReport } from '../../src/stages/weigh/origins.ts'
import { growthFourfold } from '../growth.ts'

/** A text of invented words, the same for the same seed. */
function text(seed: number, words = 120): string {
  const random = randomFrom(seed)
  return Array.from({ length: words }, () => `w${Math.floor(random() * 5000)}`).join(' ')
}
const report = (key: string, more: Partial<OriginReport> = {}): OriginReport => ({ key, outlet: `Outlet ${key}`, url: null, title: null, published: '2031-03-02', text: text(key.charCodeAt(0)), ...more })

describe('near-copies', () => {
  const wire = text(1)
  const rows: { why: string, texts: string[], expected: number[] }[] = [
    { why: 'the same text', texts: [wire, wire], expected: [0, 0] },
    { why: 'a sentence put before and the end cut', texts: [wire, `Our reporter adds this line. ${wire.slice(0, -80)}`], expected: [0, 0] },
    { why: 'a few words changed', texts: [wire, wire.split(' ').map((word, i) => (i % 40 === 7 ? 'other' : word)).join(' ')], expected: [0, 0] },
    { why: 'another text', texts: [wire, text(2)], expected: [0, 1] },
    { why: 'one sentence in common', texts: [wire, `${text(3)} ${wire.slice(0, 60)}`], expected: [0, 1] },
    { why: 'short texts only where they are the same', texts: ['Market hall hit in Velm', 'Market hall hit in Velm!', 'Market hall hit in Tarn'], expected: [0, 0, 2] },
    { why: 'three words are nobody’s copy', texts: ['Three dead', 'Three dead'], expected: [0, 1] },
    { why: 'nothing', texts: [], expected: [] },
  ]
  it.each(rows)('$why', ({ texts, expected }) => expect(copiesOf(texts)).toEqual(expected))

  it('finds no copies among a thousand texts of the same words, in time that grows with them', () => {
    const texts = Array.from({ length: 1000 }, (_, i) => text(i + 10))
    expect(new Set(copiesOf(texts)).size).toBe(1000)
  })
})

describe('publishers', () => {
  const rows: { outlet: string | null, url: string | null, expected: string, why: string }[] = [
    { outlet: 'Interfax: Military Weekly', url: null, expected: 'interfax', why: 'an edition' },
    { outlet: 'The Harbour Post', url: 'https://elsewhere.example/1', expected: 'the harbour post', why: 'what the record states' },
    { outlet: 'Agence France-Presse', url: null, expected: 'afp', why: 'an agency by its short name' },
    { outlet: 'Reuters Pictures', url: null, expected: 'reuters', why: 'a service of an agency' },
    { outlet: 'AP Hill Gazette', url: null, expected: 'ap hill gazette', why: 'two letters are too few to tell' },
    { outlet: null, url: 'https://news.harbour.co.uk/a/1', expected: 'harbour.co.uk', why: 'the host, without its branch' },
    { outlet: null, url: 'not a url', expected: 'report k', why: 'nothing is known' },
  ]
  it.each(rows)('$why', ({ outlet, url, expected }) => expect(publisherOf({ outlet, url, key: 'k' })).toBe(expected))
  it('hosts of no name stay whole', () => expect([hostOf('http://127.0.0.1:80/x'), hostOf(null), hostOf('https://a.b.example')]).toEqual(['127.0.0.1', null, 'b.example']))
})

describe('credited agencies', () => {
  const rows: { text: string, expected: string | null, why: string }[] = [
    { text: 'VELM, March 2 (Reuters) - A hall burned.', expected: 'reuters', why: 'a date line' },
    { text: 'A hall burned.\nSource: AFP', expected: 'afp', why: 'a credit at the end' },
    { text: 'A hall burned, Reuters reported.', expected: null, why: 'an agency quoted is not an agency printed' },
    { text: 'A hall burned (in part) - and more.', expected: null, why: 'brackets of something else' },
    { text: 'A hall burned.\nSource: Read Full Article', expected: null, why: 'no agency' },
  ]
  it.each(rows)('$why', ({ text, expected }) => expect(creditedAgency(text)).toBe(expected))
  it('stays linear on a long line without an end', () => {
    expect(growthFourfold((n) => creditedAgency('Source:'.repeat(n)), 250_000)).toBeLessThan(9)
  })
})

describe('origin groups', () => {
  it('a page that names another report as its own address is one with it, whatever its words; so are two that name the same', () => {
    const groups = originGroups([
      report('a', { canonical: 'https://o.example/1' }), report('https://o.example/1', { outlet: 'Origin', published: '2031-03-09' }),
      report('b', { canonical: 'https://gone.example/1', published: '2031-03-03' }), report('c', { canonical: 'https://gone.example/1' }), report('d', { canonical: 'https://gone.example/2' }),
    ])
    expect(groups).toEqual(['origin', 'origin', 'outlet c', 'outlet c', 'outlet d'])
  })
  it('an agency and those who print it are one; an edition is its publisher; a copy is what was published first', () => {
    const groups = originGroups([
      report('a', { outlet: 'Reuters' }), report('b', { text: `VELM (Reuters) - ${text(50)}` }), report('c', { outlet: 'Coast News: Evening' }), report('d', { outlet: 'Coast News' }),
      report('e', { text: text(60), published: '2031-03-03' }), report('f', { text: text(60), published: '2031-03-02' }), report('g'),
    ])
    expect(groups).toEqual(['reuters', 'reuters', 'coast news', 'coast news', 'outlet f', 'outlet f', 'outlet g'])
  })
})
