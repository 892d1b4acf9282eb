// A desk over the invented samples, or over reports of a test's own, served for a test.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDesk } from '../../src/api/build-desk.ts'
import type { Exposure } from '../../src/api/exposure.ts'
import { serveDesk, type Served } from '../../src/api/serve.ts'
import { readTowns } from '../../src/api/towns.ts'
import { cacheFolder, PROJECT } from '../../src/cli/cache-folder.ts'
import { gazetteerFile } from '../../src/gazetteer/build.ts'
import type { Door } from '../../src/fetcher/door.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import type { Role } from '../../src/model/account.ts'
import type { Gazetteer } from '../../src/model/gazetteer.ts'
import { addReports } from '../../src/pipeline/add-reports.ts'
import { hashPassword, type PasswordCost } from '../../src/review/password.ts'
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
  /** Signs in as one of the made accounts; what comes back asks as they do. */
  as(name: string, options?: { password?: string, code?: string, device?: string, headers?: Record<string, string> }): Promise<SignedInFor>
  drop(): Promise<void>
}

/** Somebody who signed in, or tried to. */
export interface SignedInFor {
  answer: Response
  /** The cookies as a browser sends them; '' where there are none. */
  cookie: string
  device: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>
}

/** The password of every account that `serveForTest` makes. */
export const PASSWORD = 'correct horse battery'
/** A hash as cheap as it gets. */
export const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 }

/** Serves a new folder. `samples`: with the bundled reports in it. `fill` puts in others. `accounts`: with these, the first an admin's. `now`: the clock that sessions and tries go by. `cost`: of a password's hash, else next to nothing. */
export async function serveForTest(options: { samples?: boolean, door?: Door, fill?: (store: Store, gazetteer: Gazetteer) => Promise<void>, accounts?: Readonly<Record<string, Role>>, settings?: object, now?: () => number, exposure?: Exposure, cost?: PasswordCost } = {}): Promise<ServedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-desk-'))
  const store = await openSqliteStore(folder, { access: 'write' })
  const gazetteer = openGazetteer()
  if (options.samples === true) for await (const _ of addReports(store, { manifest: join(PROJECT, 'samples/manifest.jsonl') }, { raw: false, gazetteer })) { /* kept */ }
  await options.fill?.(store, gazetteer)
  const cost = options.cost ?? CHEAP, hash = await hashPassword(PASSWORD, cost)
  for (const [account, role] of Object.entries(options.accounts ?? {})) await store.accounts.change({ change: 'add', account, role, password: hash, mustChange: false }, 'test')
  if (options.settings !== undefined) writeFileSync(join(folder, 'settings.json'), JSON.stringify(options.settings))
  const faults: unknown[] = []
  const served = await serveDesk({ store, gazetteer, towns: readTowns(gazetteerFile()), pages: await buildDesk(cacheFolder(process.env)), port: 0, version: '0', readOnly: false, localName: 'Olena', ...(options.door === undefined ? {} : { door: options.door }), fault: (error) => { faults.push(error) }, checkAnswers: true, cost, ...(options.exposure === undefined ? {} : { exposure: options.exposure }), ...(options.now === undefined ? {} : { now: options.now }) })
  const origin = `http://localhost:${served.port}`
  const token = async (cookie = ''): Promise<string> => (await (await fetch(`${origin}/api/session`, { headers: cookie === '' ? {} : { cookie } })).json() as { token: string }).token
  return {
    ...served, url: origin, folder, store, gazetteer, faults, token,
    get: (path, headers = {}) => fetch(origin + path, { headers }),
    post: async (path, body, headers = {}) => fetch(origin + path, { method: 'POST', body, headers: { origin, 'x-dateline-token': await token(), ...headers } }),
    async as(name, { password = PASSWORD, code, device = '', headers = {} } = {}) {
      const answer = await fetch(`${origin}/api/sign-in`, { method: 'POST', headers: { origin, 'x-dateline-token': await token(device), 'content-type': 'application/json', ...(device === '' ? {} : { cookie: device }), ...headers }, body: JSON.stringify({ name, password, ...(code === undefined ? {} : { code }) }) })
      const given = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]!)
      const cookie = given.join('; '), get: SignedInFor['get'] = (path, more = {}) => fetch(origin + path, { headers: { cookie, ...more } })
      return {
        answer, cookie, device: given.find((one) => one.startsWith('__Host-dateline-device=')) ?? device, get,
        post: async (path, body, more = {}) => fetch(origin + path, { method: 'POST', headers: { origin, cookie, 'content-type': 'application/json', 'x-dateline-token': ((await (await get('/api/session')).json()) as { token: string }).token, ...more }, body: JSON.stringify(body) }),
      }
    },
    async drop() {
      await served.close()
      await store.close()
      gazetteer.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
