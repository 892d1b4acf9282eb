// Hand-made claims and reports for the tests of resolve and weigh.
import type { Claim, Place, Quantity } from '../../src/model/claim.ts'
import type { ResolveInput } from '../../src/stages/resolve/index.ts'

/** Places of an invented country whose code is user-assigned in ISO 3166-1. */
export const PLACES = {
  country: { name: 'Ostravia', country: 'XA', lat: 50, lon: 30, precision: 'country', written: 'Ostravia', gazetteerId: 'country:XA' },
  region: { name: 'Velm Oblast', country: 'XA', lat: 49.9, lon: 31, precision: 'region', written: 'Velm region', gazetteerId: 'region:XA-01' },
  velm: { name: 'Velm', country: 'XA', lat: 50, lon: 31, precision: 'settlement', written: 'Velm', gazetteerId: 'made:1' },
  port: { name: 'Port district', country: 'XA', lat: 50.02, lon: 31.02, precision: 'district', written: 'the Port district', gazetteerId: 'made:2' },
  tarn: { name: 'Tarn', country: 'XA', lat: 50.9, lon: 31.4, precision: 'settlement', written: 'Tarn', gazetteerId: 'made:3' },
  osk: { name: 'Osk', country: 'XA', lat: 46, lon: 35, precision: 'settlement', written: 'Osk', gazetteerId: 'made:4' },
} as const satisfies Record<string, Place>

export type Told = Partial<Omit<Claim, 'quantities' | 'claimant'>> & { counts?: (Partial<Quantity> & Pick<Quantity, 'measure' | 'value'>)[], who?: string, role?: string }

/** A claim; what is not given is unsaid. */
export function claim(id: string, told: Told = {}): Claim {
  const { counts = [], who, role = null, ...rest } = told
  const quote = rest.quote ?? `said in ${id}`
  return {
    id, also: [], type: null, quote, start: 0, end: quote.length, post: null, stance: 'asserted', place: null, date: null, by: null, against: null, weapons: [], contested: false, rule: 'made',
    ...rest,
    claimant: who === undefined ? null : { name: who, role, channel: null },
    quantities: counts.map((count) => ({ of: 'person', bound: 'exact', cumulative: false, start: 0, end: 1, ...count })),
  }
}

/** A report of one outlet. */
export function report(name: string, published: string, claims: Claim[], more: Partial<ResolveInput> = {}): ResolveInput {
  return { report: name, key: name, published, outlet: `Outlet of ${name}`, url: null, title: null, posts: [], claims, ...more }
}

/** A stated day or span. */
export const on = (from: string, to = from): Claim['date'] => ({ from, to, written: from, known: 'stated' })
