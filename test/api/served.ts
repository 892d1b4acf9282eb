// A desk over the invented samples, or over reports of a test's own, served for a test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDesk } from '../../src/api/build-desk.ts'
import { serveDesk, type Served } from '../../src/api/serve.ts'
import { readTowns } from '../../src/api/towns.ts'
import { cacheFolder, PROJECT } from '../../src/cli/cache-folder.ts'
import { gazetteerFile } from '../../src/gazetteer/build.ts'
import type { Door } from '../../src/fetcher/door.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import type { Gazetteer } from '../../src/model/gazetteer.ts'
import { addReports } from '../../src/pipeline/add-reports.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import type { Store } from '../../src/store/store.ts'

export interface ServedDesk extends Served {
  folder: string
  store: Store
  gazetteer: Gazetteer
  /** Faults of ours that the server met: always to be empty. */
  faults: unknown[]
  token(): Promise<string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>
  drop(): Promise<void>
}

/** Serves a new folder. `samples`: with the bundled reports in it. `fill` puts in others. */
export async function serveForTest(options: { samples?: boolean, door?: Door, fill?: (store: Store, gazetteer: Gazetteer) => Promise<void> } = {}): Promise<ServedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-desk-'))
  const store = await openSqliteStore(folder, { access: 'write' })
  const gazetteer = openGazetteer()
  if (options.samples === true) for await (const _ of addReports(store, { manifest: join(PROJECT, 'samples/manifest.jsonl') }, { raw: false, gazetteer })) { /* kept */ }
  await options.fill?.(store, gazetteer)
  const faults: unknown[] = []
  const served = await serveDesk({ store, gazetteer, towns: readTowns(gazetteerFile()), pages: await buildDesk(cacheFolder(process.env)), port: 0, version: '0', readOnly: false, localName: 'Olena', ...(options.door === undefined ? {} : { door: options.door }), fault: (error) => { faults.push(error) }, checkAnswers: true })
  const origin = served.url.replace(/\/$/, '')
  const token = async (): Promise<string> => (await (await fetch(`${origin}/api/session`)).json() as { token: string }).token
  return {
    ...served, url: origin, folder, store, gazetteer, faults, token,
    get: (path, headers = {}) => fetch(origin + path, { headers }),
    post: async (path, body, headers = {}) => fetch(origin + path, { method: 'POST', body, headers: { origin, 'x-dateline-token': await token(), ...headers } }),
    async drop() {
      await served.close()
      await store.close()
      gazetteer.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
