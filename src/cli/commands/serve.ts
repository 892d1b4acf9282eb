import { DATA_OPTION, EXIT, UserError, type Command, type Io } from '../command.ts'
import { personNamed } from '../person.ts'

const PORT = 4180
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

/** `serve [--port N]`. */
export const command: Command = {
  name: 'serve',
  summary: 'Open the desk: the record as a web application on this machine',
  usage: '[--port N] [--demo]',
  about: `Serves the desk on this machine alone (port ${PORT}), until it is stopped with Ctrl-C: map and timeline of all incidents, every figure with its voices and words, every report, search, and adding. What another dateline adds meanwhile appears by itself. The API that the desk uses is described at /api.

Other machines cannot reach it. --host beyond loopback is refused as long as there are no accounts.`,
  options: [
    { name: 'port', value: 'N', summary: `the port (${PORT}); 0 takes any that is free` },
    { name: 'host', value: 'NAME', summary: 'the name to serve under; only this machine itself for now' },
    { name: 'demo', summary: 'serve the record of "dateline demo" (invented reports), made first where it is not there' },
    DATA_OPTION,
  ],
  operands: { min: 0, max: 0 },
  examples: ['dateline serve', 'dateline serve --demo', 'dateline serve --port 0 --data north'],
  async run(args, io) {
    const host = args.text('host')
    if (host !== undefined && !LOOPBACK.has(host.toLowerCase())) throw new UserError(`The desk cannot be served under "${host.replace(/[^\x20-\x7e]/g, '?')}": beyond this machine it needs accounts, and there are none.`, 'Leave --host out and open it on this machine; to reach it from another, tunnel to it (ssh -L 4180:localhost:4180 THIS-MACHINE).')
    const port = args.integer('port', { min: 0, max: 65_535 }) ?? PORT
    const demo = args.flag('demo')
    const folder = demo ? await demoFolder(io) : args.data()
    const [{ serveDesk }, { buildDesk, deskFolder }, { cacheFolder }, { openGazetteerFor }, { datelineVersion }, { readTowns }, { gazetteerFile, gazetteerFolder }, { existsSync }, { openServedStore }, { strictDoor }, { openReadingApart }] = await Promise.all([
      import('../../api/serve.ts'), import('../../api/build-desk.ts'), import('../cache-folder.ts'), import('../open-gazetteer.ts'), import('../version.ts'), import('../../api/towns.ts'), import('../../gazetteer/build.ts'), import('node:fs'), import('../open-store.ts'), import('../open-door.ts'), import('../open-reading-apart.ts'),
    ])
    const cache = cacheFolder(io.env)
    if (!existsSync(deskFolder(cache))) io.note('Building the desk, once (some seconds) …')
    const pages = await buildDesk(cache)
    const gazetteer = await openGazetteerFor(io, demo ? null : folder.path)
    try {
      await using apart = openReadingApart(gazetteer, io)
      const { store, readOnly } = await openServedStore(folder, io)
      try {
        const served = await serveDesk({
          store, gazetteer, apart, door: strictDoor(), towns: readTowns(gazetteerFile(gazetteerFolder(io.env))), pages, port, version: datelineVersion(), readOnly, localName: personNamed(io.env) ?? 'local',
          fault: (error) => { io.note(`A fault of Dateline: ${error instanceof Error ? error.stack ?? error.message : String(error)}`) },
        }).catch((error: unknown) => { throw portTrouble(error, port) })
        await io.line(`The desk is open at ${io.paint('bold', served.url)} (this machine alone; Ctrl-C stops it)`)
        if (readOnly) io.note('The folder of the record cannot be written to: it can be read here, not added to.')
        await new Promise<void>((resolve) => { if (io.signal.aborted) resolve(); else io.signal.addEventListener('abort', () => { resolve() }, { once: true }) })
        await served.close()
      } finally {
        await store.close()
      }
    } finally {
      gazetteer.close()
    }
    return EXIT.ok
  },
}

async function demoFolder(io: Io) {
  const { makeDemoRecord } = await import('./demo.ts')
  return makeDemoRecord(io)
}

function portTrouble(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return new UserError(`Port ${port} is taken; perhaps the desk is open already.`, `Open http://localhost:${port}/, or choose another with --port N (0 takes any that is free).`)
  if (code === 'EACCES') return new UserError(`Port ${port} may not be used by you.`, 'Choose another with --port N.')
  return error
}
