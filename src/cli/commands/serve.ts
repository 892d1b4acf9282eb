import { DATA_OPTION, EXIT, UserError, type Command, type Io } from '../command.ts'
import { toUserError } from '../open-store.ts'
import { personNamed } from '../person.ts'
import { safe } from '../terminal.ts'

const PORT = 4180

/** `serve [--port N]`. */
export const command: Command = {
  name: 'serve',
  summary: 'Open the desk: the record as a web application on this machine',
  usage: '[--port N] [--host HOST --tls-cert FILE --tls-key FILE] [--demo]',
  about: `Serves the desk on this machine alone (port ${PORT}), until it is stopped with Ctrl-C: map and timeline of all incidents, every figure with its voices and words, every report, search, and adding. What another dateline adds meanwhile appears by itself. The API that the desk uses is described at /api.

Without accounts whoever sits at this machine may do everything, and no other machine can reach the desk. Once there are accounts ("dateline account add"), people sign in, and --host serves others too: with a certificate of your own, or behind a reverse proxy that settings.json names ("serve": {"public_url": "https://…"}); never in the open.`,
  options: [
    { name: 'port', value: 'N', summary: `the port (${PORT}); 0 takes any that is free` },
    { name: 'host', value: 'HOST', summary: 'the name or address to listen on, 0.0.0.0 for all; beyond this machine accounts are needed' },
    { name: 'tls-cert', value: 'FILE', summary: 'the certificate with its chain (PEM)' },
    { name: 'tls-key', value: 'FILE', summary: 'its key (PEM)' },
    { name: 'demo', summary: 'serve the record of "dateline demo" (invented reports), made first where it is not there' },
    DATA_OPTION,
  ],
  operands: { min: 0, max: 0 },
  examples: ['dateline serve', 'dateline serve --demo', 'dateline serve --port 0 --data north', 'dateline serve --host desk.example.org --port 443 --tls-cert cert.pem --tls-key key.pem'],
  async run(args, io) {
    const tls = await certificate(args.text('tls-cert'), args.text('tls-key'), io)
    const port = args.integer('port', { min: 0, max: 65_535 }) ?? PORT
    const demo = args.flag('demo')
    const folder = demo ? await demoFolder(io) : args.data()
    const [{ serveDesk }, { buildDesk, deskFolder }, { cacheFolder }, { openGazetteerFor }, { datelineVersion }, { readTowns }, { gazetteerFile, gazetteerFolder }, { existsSync }, { openServedStore }, { strictDoor }, { openReadingApart }, { exposureOf }, { readSettings }] = await Promise.all([
      import('../../api/serve.ts'), import('../../api/build-desk.ts'), import('../cache-folder.ts'), import('../open-gazetteer.ts'), import('../version.ts'), import('../../api/towns.ts'), import('../../gazetteer/build.ts'), import('node:fs'), import('../open-store.ts'), import('../open-door.ts'), import('../open-reading-apart.ts'), import('../../api/exposure.ts'), import('../../store/settings.ts'),
    ])
    const exposed = async (accounts: boolean) => {
      const { serve: { public_url: publicUrl, proxies, local_without_sign_in: localWithoutSignIn } } = (await readSettings(folder.path).catch((error: unknown) => { throw toUserError(error) })).settings
      const exposure = exposureOf({ host: args.text('host'), tls, publicUrl, proxies, localWithoutSignIn, accounts })
      if ('message' in exposure) throw new UserError(exposure.message, exposure.next)
      return exposure
    }
    if (!folder.exists) await exposed(false) // before anything is built or made
    const cache = cacheFolder(io.env)
    if (!existsSync(deskFolder(cache))) io.note('Building the desk, once (some seconds) …')
    const pages = await buildDesk(cache)
    const gazetteer = await openGazetteerFor(io, demo ? null : folder.path)
    try {
      await using apart = openReadingApart(gazetteer, io)
      const { store, readOnly } = await openServedStore(folder, io)
      try {
        const accounts = await store.accounts.any(), exposure = await exposed(accounts)
        if (accounts && readOnly) throw new UserError('The folder of the record cannot be written to, so nobody could sign in.', 'Serve a folder that can, with --data DIR.')
        const served = await serveDesk({
          store, gazetteer, apart, door: strictDoor(), towns: readTowns(gazetteerFile(gazetteerFolder(io.env))), pages, port, version: datelineVersion(), readOnly, localName: personNamed(io.env) ?? 'local', exposure,
          fault: (error) => { io.note(`A fault of Dateline: ${error instanceof Error ? error.stack ?? error.message : String(error)}`) },
        }).catch((error: unknown) => { throw portTrouble(error, port) })
        await io.line(`The desk is open at ${io.paint('bold', served.url)} (${exposure.beyond ? 'other machines can reach it' : 'this machine alone'}${accounts ? '; sign in' : ''}; Ctrl-C stops it)`)
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

/** The certificate and its key, read and seen to belong together. */
async function certificate(cert: string | undefined, key: string | undefined, io: Io): Promise<{ cert: string, key: string } | null> {
  if (cert === undefined && key === undefined) return null
  if (cert === undefined || key === undefined) throw new UserError('A certificate needs its key, and a key its certificate.', 'Give both: --tls-cert FILE --tls-key FILE.')
  const [{ readFile }, { resolve }, { certificateEnds }] = await Promise.all([import('node:fs/promises'), import('node:path'), import('../../api/exposure.ts')])
  const read = (file: string): Promise<string> => readFile(resolve(io.cwd, file), 'utf8').catch((error: Error) => { throw new UserError(`${safe(file)} cannot be read: ${safe(error.message)}.`, 'Name the file, and see that you may read it.') })
  const tls = { cert: await read(cert), key: await read(key) }
  try {
    const ends = certificateEnds(tls)
    if (ends.getTime() < Date.now()) io.note(`The certificate in ${safe(cert)} ran out on ${ends.toISOString().slice(0, 10)}: browsers will refuse it.`)
  } catch (error) {
    throw new UserError(`Certificate and key cannot be used: ${safe((error as Error).message)}.`, 'Both are PEM files, the key without a passphrase, and belong together.')
  }
  return tls
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
