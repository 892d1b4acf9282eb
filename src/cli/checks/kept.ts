// The store: whether it opens, what is in it, and what of it wants a look.
import type { DataFolder } from '../command.ts'
import { safe } from '../terminal.ts'
import type { Store } from '../../store/store.ts'
import { counted, sizeWords, type Check } from './check.ts'

/** All checks of the store in a folder. Makes nothing. `deep`: every byte kept is hashed again, `seen` counts along. */
export async function checkStore(folder: DataFolder, deep: boolean, seen?: (count: number, total: number) => void): Promise<Check[]> {
  const [{ openSqliteStore }, { StoreError }] = await Promise.all([import('../../store/sqlite/open.ts'), import('../../store/store.ts')])
  let store: Store
  try {
    store = await openSqliteStore(folder.path, { access: 'read' })
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    if (error.fault === 'absent') return [{ about: 'store', state: 'note', found: `Nothing is kept in ${folder.path} yet.`, next: 'Add reports with "dateline add FILE …".', details: { folder: folder.path, from: folder.from, exists: false } }]
    return [{ about: 'store', state: 'bad', found: safe(error.message), next: error.next === '' ? null : safe(error.next), details: { folder: folder.path, from: folder.from, fault: error.fault } }]
  }
  try {
    const checks = [await checkContents(store, folder), await checkSettings(store, folder), await checkTrouble(store)]
    if (deep) checks.push(await checkBytes(store, seen))
    return checks
  } finally {
    await store.close()
  }
}

async function checkContents(store: Store, folder: DataFolder): Promise<Check> {
  const [counts, { MIGRATIONS }] = await Promise.all([store.counts(), import('../../store/sql/migrate.ts')])
  return {
    about: 'store', state: 'good',
    found: `${counted(counts.reports, 'report')} in ${counted(counts.versions, 'version')}, ${counted(counts.claims, 'claim')}, ${counted(counts.incidents, 'incident')}, ${sizeWords(counts.bytes)} of reports as they came, in ${folder.path} (schema ${MIGRATIONS.length}).`, next: null,
    details: { folder: folder.path, from: folder.from, exists: true, schema: MIGRATIONS.length, reports: counts.reports, versions: counts.versions, claims: counts.claims, statements: counts.statements, incidents: counts.incidents, bytes: counts.bytes },
  }
}

async function checkSettings(store: Store, folder: DataFolder): Promise<Check> {
  const [{ readSettings }, { StoreError }, { incidentsAreFresh }] = await Promise.all([import('../../store/settings.ts'), import('../../store/store.ts'), import('../../pipeline/refresh-incidents.ts')])
  try {
    const kept = await readSettings(folder.path)
    const fresh = await incidentsAreFresh(store, kept)
    return {
      about: 'settings', state: 'good', found: `${kept.file === null ? 'No settings of your own: those that come with Dateline hold.' : `The settings in ${kept.file} are valid.`}${fresh ? '' : ' Incidents are older than reports or settings and are computed anew when they are next asked for.'}`, next: null,
      details: { file: kept.file, hash: kept.hash, incidents_fresh: fresh },
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { about: 'settings', state: 'bad', found: safe(error.message), next: safe(error.next), details: { fault: error.fault } }
  }
}

async function checkTrouble(store: Store): Promise<Check> {
  const troubles = await store.troubles()
  const docs = troubles.map(({ doc }) => doc)
  return {
    about: 'unread', state: troubles.length === 0 ? 'good' : 'note',
    found: troubles.length === 0 ? 'Every report that was added could be read.' : `${counted(troubles.length, 'report')} could not be read, or not wholly: ${troubles.slice(0, 3).map(({ doc, message }) => `${safe(doc)} (${safe(message)})`).join('; ')}${troubles.length > 3 ? ' …' : ''}`,
    next: troubles.length === 0 ? null : 'Correct what is said of them and add them again; what was read of them is kept.', details: { count: troubles.length, docs },
  }
}

async function checkBytes(store: Store, seen?: (count: number, total: number) => void): Promise<Check> {
  const faults: string[] = []
  for await (const { sha256, fault } of store.verifyBytes(seen)) faults.push(`${sha256} ${fault}`)
  return {
    about: 'evidence', state: faults.length === 0 ? 'good' : 'bad',
    found: faults.length === 0 ? 'Everything kept is byte for byte what was added.' : `${counted(faults.length, 'kept report')} missing or changed: ${faults.slice(0, 3).join(', ')}${faults.length > 3 ? ' …' : ''}`,
    next: faults.length === 0 ? null : 'Restore the folder from a copy, or add these reports again.', details: { faults },
  }
}
