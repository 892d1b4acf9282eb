// A report that tells of one strike, made by as many claims as are named.
import type { Store } from '../../src/store/store.ts'
import { keep, madeClaim, madeReport } from './made.ts'

const PLACES = { Varnograd: [48.1, 37.2], Osterfeld: [49.9, 36.1], Kolvino: [50.4, 30.5], Tarnova: [46.6, 32.6] } as const
export type Town = keyof typeof PLACES

/** Keeps it as read by an engine; read again by another one, its claims are those that are named then. Two strikes in one town are one incident, of unlike towns they are not. */
export async function tellStrike(store: Store, doc: string, town: Town, claims: readonly string[], engine: string): Promise<void> {
  const report = madeReport({ key: doc, doc, outlet: `${doc} Post`, text: `Six people were killed in ${town} on 2 April. Nine more were hurt by glass.`, published: '2031-04-03' })
  const quote = report.text.slice(0, report.text.indexOf('.')), [lat, lon] = PLACES[town]
  await keep(store, report, claims.map((id) => madeClaim(id, { quote, start: 0, end: quote.length, place: { name: town, country: 'UA', lat, lon, precision: 'settlement', written: town, gazetteerId: `own:${town}`, known: 'stated' }, date: { from: '2031-04-02', to: '2031-04-02', written: '2 April', known: 'stated' }, quantities: [{ measure: 'killed', of: 'person', value: 6, bound: 'exact', cumulative: false, start: 0, end: 3 }] })), { engine, record: { file: doc } })
}
