// The desk as a server: on loopback, or where its exposure says.
import { randomBytes } from 'node:crypto'
import { createServer as createTlsServer } from 'node:https'
import { serve, type ServerType } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Door } from '../fetcher/door.ts'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Apart } from '../pipeline.ts'
import { refreshIncidents } from '../pipeline/refresh-incidents.ts'
import type { PasswordCost } from '../review/password.ts'
import { readSettings } from '../store/settings.ts'
import { StoreError, type Store } from '../store/store.ts'
import { createApp, localAsker, type Asker } from './app.ts'
import { askerAddress } from './asker-address.ts'
import { decidingOver } from './deciding.ts'
import type { Desk } from './desk.ts'
import { exposureOf, type Exposure } from './exposure.ts'
import { BY_ITSELF_HEADER } from './guard.ts'
import { Intake } from './intake.ts'
import { Listeners } from './listeners.ts'
import { readPages } from './pages.ts'
import { walkNow } from './routes/overview.ts'
import { watchRecord } from './record-watch.ts'
import { Sessions } from './sessions.ts'
import { keepSettingsLogged } from './settings-logged.ts'
import { SignIn } from './sign-in.ts'
import type { Towns } from './towns.ts'

export interface ServeOptions {
  store: Store
  gazetteer: Gazetteer
  /** Where what is added is read; absent: here. */
  apart?: Apart
  towns: Towns
  /** Fetches addresses that are added; absent: none is. */
  door?: Door
  /** The folder of the built pages. */
  pages: string
  /** 0: any that is free. */
  port: number
  version: string
  /** Who decides where there are no accounts. */
  localName?: string
  /** true: the store is open for reading alone, and nothing can be added. */
  readOnly: boolean
  fault: (error: unknown) => void
  checkAnswers?: boolean
  /** Where and under which names; absent: this machine alone. */
  exposure?: Exposure
  /** For tests: another clock, and a password's hash that costs less. */
  now?: () => number
  cost?: PasswordCost
}

export interface Served {
  url: string
  port: number
  /** Resolves when all that was taken in is read. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** This machine alone, without TLS. */
const LOCAL = exposureOf({ host: undefined, tls: null, publicUrl: null, proxies: [], localWithoutSignIn: false, accounts: false }) as Exposure
const MINUTE_MS = 60_000

/** Starts serving; resolves when the overview is read and the port is open. The system's error where the port is taken. */
export async function serveDesk(options: ServeOptions): Promise<Served> {
  const { store, gazetteer } = options
  const pages = readPages(options.pages) // before the record, which takes its time: another process may build newer pages meanwhile and clear these away
  const listeners = new Listeners()
  const refresh = async (): Promise<void> => {
    if (options.readOnly) return
    try {
      await refreshIncidents(store, await readSettings(store.folder ?? ''), gazetteer)
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault !== 'busy') throw error
    }
  }
  const watch = await watchRecord(store, listeners, refresh, options.fault)
  const intake = options.readOnly ? null : new Intake({ store, reading: { gazetteer, ...(options.apart === undefined ? {} : { apart: options.apart }) }, listeners, door: options.door ?? null, settled: () => watch.settle() })
  const settle = (): Promise<void> => watch.settle()
  const exposure = options.exposure ?? LOCAL, now = options.now ?? Date.now
  const keeper = keepSettingsLogged(store, { by: `${options.localName ?? 'local'} (noticed by the desk)`, readOnly: options.readOnly, fault: options.fault }), settings = keeper.settings
  const { review: { analyst }, serve: { idle_minutes: idle, session_hours: longest, local_without_sign_in: localWithoutSignIn } } = await settings()
  const sessions = new Sessions(store.accounts, { idleMs: idle * MINUTE_MS, longestMs: longest * 60 * MINUTE_MS, now })
  const addressOf = (context: Context): string | null => askerAddress(getConnInfo(context).remote.address ?? null, (name) => context.req.header(name), exposure.proxies)
  const desk: Desk = {
    store, overview: () => watch.overview(), listeners, intake, decide: options.readOnly ? null : decidingOver(store, settle, settings), gazetteer, towns: options.towns, token: randomBytes(24).toString('base64url'), version: options.version, localName: analyst ?? options.localName ?? 'local',
    sessions, signIn: new SignIn(store.accounts, { now, ...(options.cost === undefined ? {} : { cost: options.cost }) }), addressOf, headFile: async () => (await settings()).log.head_file,
  }
  await walkNow(desk)
  let signInNeeded = false
  const asker = async (context: Context): Promise<Asker> => {
    addressOf(context) // refuses what comes another way than it should
    // once there are accounts there always are
    signInNeeded ||= (exposure.beyond || !localWithoutSignIn) && await store.accounts.any()
    if (!signInNeeded) return localAsker(desk)
    return await sessions.whoAsks(context, context.req.header(BY_ITSELF_HEADER) !== undefined) ?? { who: null, token: desk.token }
  }
  let places: ReadonlyMap<string, string> = new Map()
  const app = createApp(desk, { places: () => places, pages, asker, near: !exposure.beyond, fault: options.fault, ...(options.checkAnswers === undefined ? {} : { checkAnswers: options.checkAnswers }) })
  let server: ServerType
  try {
    server = await new Promise<ServerType>((resolve, reject) => {
      const tls = exposure.tls === null ? {} : { createServer: createTlsServer, serverOptions: { ...exposure.tls, minVersion: 'TLSv1.2' as const } }
      const starting = serve({ fetch: app.fetch, port: options.port, hostname: exposure.bind, ...tls }, () => { resolve(starting) })
      starting.once('error', reject)
    })
  } catch (error) {
    await Promise.all([watch.stop(), keeper.stop()])
    throw error
  }
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  places = exposure.places(port)
  return {
    url: exposure.url(port), port,
    idle: async () => { await intake?.idle() },
    async close() {
      await intake?.stop()
      await Promise.all([watch.stop(), keeper.stop()])
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>((resolve) => { server.close(() => { resolve() }) })
    },
  }
}
