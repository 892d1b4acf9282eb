// The desk as a server on loopback.
import { randomBytes } from 'node:crypto'
import { serve, type ServerType } from '@hono/node-server'
import type { Door } from '../fetcher/door.ts'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Apart } from '../pipeline.ts'
import { refreshIncidents } from '../pipeline/refresh-incidents.ts'
import { readSettings } from '../store/settings.ts'
import { StoreError, type Store } from '../store/store.ts'
import { createApp } from './app.ts'
import { decidingOver } from './deciding.ts'
import type { Desk } from './desk.ts'
import { allowedHosts } from './guard.ts'
import { Intake } from './intake.ts'
import { Listeners } from './listeners.ts'
import { readPages } from './pages.ts'
import { watchRecord } from './record-watch.ts'
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
}

export interface Served {
  url: string
  port: number
  /** Resolves when all that was taken in is read. */
  idle(): Promise<void>
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** Starts serving; resolves when the overview is read and the port is open. The system's error where the port is taken. */
export async function serveDesk(options: ServeOptions): Promise<Served> {
  const { store, gazetteer } = options
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
  const localName = (await readSettings(store.folder ?? '')).settings.review.analyst ?? options.localName ?? 'local'
  const desk: Desk = { store, overview: () => watch.overview(), listeners, intake, decide: options.readOnly ? null : decidingOver(store, settle), gazetteer, towns: options.towns, token: randomBytes(24).toString('base64url'), version: options.version, localName }
  let hosts: ReadonlySet<string> = new Set()
  const app = createApp(desk, { hosts: () => hosts, pages: readPages(options.pages), fault: options.fault, ...(options.checkAnswers === undefined ? {} : { checkAnswers: options.checkAnswers }) })
  let server: ServerType
  try {
    server = await new Promise<ServerType>((resolve, reject) => {
      const starting = serve({ fetch: app.fetch, port: options.port, hostname: LOOPBACK }, () => { resolve(starting) })
      starting.once('error', reject)
    })
  } catch (error) {
    await watch.stop()
    throw error
  }
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  hosts = allowedHosts(port)
  return {
    url: `http://localhost:${port}/`, port,
    idle: async () => { await intake?.idle() },
    async close() {
      await intake?.stop()
      await watch.stop()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>((resolve) => { server.close(() => { resolve() }) })
    },
  }
}
