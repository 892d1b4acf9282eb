import Papa from 'papaparse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import type { Incident } from '../../src/model/incident.ts'
import { claimsById, type Chronology } from '../../src/exports/chronology.ts'
import { COLUMNS } from '../../src/exports/csv/rows.ts'
import { formatNames, loadFormat } from '../../src/exports/formats.ts'
import { madeClaim, madeIncident, madeReport } from '../store/made.ts'

const text = 'Two people were killed in Varnograd, its mayor said. "About a dozen" houses burn.'
const place = (precision: 'settlement' | 'region' | 'country' | 'district' | 'site', lat: number | null = 50.5): Claim['place'] => ({ name: 'Varnograd', country: 'UA', lat, lon: lat === null ? null : 30.5, precision, written: 'Varnohrad' })

function made(fields: Partial<Claim> = {}, incident: Partial<Incident> = {}): Chronology {
  const claim = madeClaim('c1', {
    quote: 'Two people were killed', claimant: { name: 'Olena Marchuk', role: 'mayor', channel: 'Telegram' }, place: place('settlement'), date: { from: '2031-04-01', to: '2031-04-02', written: 'overnight' },
    quantities: [{ measure: 'killed', of: 'person', value: 2, bound: 'at_least', cumulative: false, start: 0, end: 3 }], ...fields,
  })
  const other = madeClaim('c2', { quote: '"About a dozen" houses burn', start: 53, end: 80 })
  return {
    title: 'Made', generatedAt: null,
    incidents: [{
      ...madeIncident('i1', ['c1', 'c2']), place: claim.place,
      figures: [{ measure: 'killed', of: 'person', low: 2, best: 2, high: 2, rule: 'ucdp', says: [{ value: 2, bound: 'at_least', stance: 'asserted', cumulative: false, claimant: 'Olena Marchuk', claim: 'c1', report: 'one', published: '2031-04-02', quote: claim.quote, superseded_by: null }] }],
      ...incident,
    }],
    reports: [{ report: madeReport({ text, outlet: 'The Ledger', title: 'A night, and "a morning"' }), claims: [claim, other] }],
  }
}

const write = async (name: string, chronology: Chronology): Promise<string> => [...(await loadFormat(name)).write(chronology)].join('')
const parse = (csv: string): Record<string, string>[] => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data

describe('formats', () => {
  it('are the folders, each under its own name', async () => {
    expect(formatNames()).toEqual(expect.arrayContaining(['csv', 'geojson', 'html']))
    for (const name of formatNames()) {
      const format = await loadFormat(name)
      expect(format.name).toBe(name)
      expect([...format.write({ title: 'Nothing', generatedAt: null, incidents: [], reports: [] })].join('')).not.toBe('')
      expect(await write(name, made())).toBe(await write(name, made()))
    }
  })

  it('where several versions make a claim, the first handed in speaks', () => {
    const chronology = made()
    const earlier = { report: madeReport({ text: 'earlier' }), claims: chronology.reports[0]!.claims }
    expect(claimsById({ ...chronology, reports: [...chronology.reports, earlier] }).get('c1')!.report.text).toBe(text)
  })
})

describe('CSV', () => {
  it('gives a row to each value and to each claim without one, with claimant and exact words', async () => {
    const csv = await write('csv', made())
    expect(csv.split('\r\n')[0]).toBe(COLUMNS.join(','))
    expect(csv.endsWith('\r\n')).toBe(true)
    const [first, second, ...more] = parse(csv)
    expect(more).toEqual([])
    expect(first).toMatchObject({ incident: 'i1', measure: 'killed', value: '2', bound: 'at_least', best: '2', rule: 'ucdp', claimant: 'Olena Marchuk', claimant_role: 'mayor', channel: 'Telegram', quote: 'Two people were killed', place: 'Varnograd', place_written: 'Varnohrad', latitude: '50.5', date_from: '2031-04-02', date_written: 'overnight', report: 'one', report_title: 'A night, and "a morning"', outlet: 'The Ledger', claim: 'c1', superseded_by: '' })
    expect(second).toMatchObject({ measure: '', value: '', claimant: 'The Ledger', claim: 'c2' })
  })

  it('quotes as RFC 4180 has it', async () => {
    expect(await write('csv', made({ quote: 'a "b", c\nd' }))).toContain('"a ""b"", c\nd"')
  })

  const formulas: [why: string, quote: string, expected: string][] = [
    ['a sum', '=1+1', "'=1+1"],
    ['a sign', '+49 reports', "'+49 reports"],
    ['a minus', '-2+3', "'-2+3"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tabulator before it', '\t=cmd', "'\t=cmd"],
    ['a line end before it', '\r=cmd', "'\r=cmd"],
    ['a space before it', '  =HYPERLINK("http://x")', "'  =HYPERLINK(\"http://x\")"],
    ['a quotation mark before it', '"=1+1"', "'\"=1+1\""],
    ['the sign in full width', '\uff1d1+1', "'\uff1d1+1"],
    ['a bar, for DDE', '|calc', "'|calc"],
    ['ordinary words stay', 'two - or three', 'two - or three'],
    ['a quotation stays', '"About a dozen" houses', '"About a dozen" houses'],
    ['a null character is replaced', 'a\0b', 'a\ufffdb'],
  ]
  it.each(formulas)('no formula: %s', async (_why, quote, expected) => {
    expect(parse(await write('csv', made({ quote })))[0]!.quote).toBe(expected)
  })

  it('numbers stay numbers, below zero too', async () => {
    const west = { ...place('settlement')!, lon: -3.25 }
    expect(parse(await write('csv', made({}, { place: west })))[0]!.longitude).toBe('-3.25')
  })

  it('any words come back as they were, but for the apostrophe', async () => {
    const format = await loadFormat('csv')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (quote) => {
      const back = parse([...format.write(made({ quote }))].join(''))[0]!.quote!
      const expected = quote.replaceAll('\0', '\ufffd')
      expect([expected, `'${expected}`]).toContain(back)
    }))
  })
})

describe('GeoJSON', () => {
  interface Feature { type: string, geometry: { coordinates: number[] } | null, properties: Record<string, unknown> }
  const features = async (chronology: Chronology): Promise<Feature[]> => (JSON.parse(await write('geojson', chronology)) as { features: Feature[] }).features

  const rows: [why: string, place: Claim['place'], coordinates: number[] | null][] = [
    ['a site', place('site'), [30.5, 50.5]],
    ['a settlement', place('settlement'), [30.5, 50.5]],
    ['a district', place('district'), [30.5, 50.5]],
    ['a region is never a point', place('region'), null],
    ['a country is never a point', place('country'), null],
    ['a place that could not be told', { ...place('settlement', null)!, precision: null }, null],
    ['no place', null, null],
  ]
  it.each(rows)('%s', async (_why, where, coordinates) => {
    const [feature] = await features(made({}, { place: where }))
    expect(feature!.geometry).toEqual(coordinates === null ? null : { type: 'Point', coordinates })
    expect(feature!.properties.precision).toBe(where?.precision ?? null)
  })

  it('carries every voice with its words', async () => {
    const [feature] = await features(made())
    expect(feature!.properties.claims).toMatchObject([{ claim: 'c1', claimant: 'Olena Marchuk', quote: 'Two people were killed', report: 'one' }, { claim: 'c2', claimant: 'The Ledger' }])
    expect(feature!.properties.figures).toMatchObject([{ best: 2, says: [{ claimant: 'Olena Marchuk' }] }])
  })
})

describe('HTML', () => {
  it('escapes what comes from outside', async () => {
    const page = await write('html', { ...made(), title: '<script>alert(1)</script>', reports: [{ report: madeReport({ title: '<img src=x onerror=alert(1)>' }), claims: [] }] })
    expect(page).not.toMatch(/<script>alert|<img src=x/)
  })
})
