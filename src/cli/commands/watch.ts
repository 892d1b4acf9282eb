import type { Watched } from '../../pipeline/watch.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, type Command, type Io } from '../command.ts'
import { personNamed } from '../person.ts'
import { safe } from '../terminal.ts'

/** `watch [--once]`. */
export const command: Command = {
  name: 'watch',
  summary: 'Keep sources fresh: ask them again when it is time, read what is new',
  usage: '[--once] [--json]',
  about: 'What is watched stands in watch.json in the data folder: {"sources": [{"url": …, "kind": "feed", "sitemap", "page" or "live_blog", "every_minutes": 15}]}. Servers are asked whether anything changed, no more often than is polite and only as their robots.txt allows; one that fails is left in peace for longer each time. What is printed as new is kept: a watch that was killed goes on where it was. A change of watch.json is an entry of the log before anything is asked under it ("dateline settings --history"). Exit code: 130 when it was stopped (SIGTERM, SIGINT), 0 after --once.',
  options: [{ name: 'once', summary: 'do what is due now and end' }, DATA_OPTION, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline watch', 'dateline watch --once --json'],
  async run(args, io) {
    const folder = args.data(), json = args.flag('json')
    const [{ withStore, toUserError }, { openGazetteerFor }, { watch }, { readWatchSettings }, { strictDoor }, { refreshIncidents }, { readSettings }, { openReadingApart }, { logWatch }] = await Promise.all([import('../open-store.ts'), import('../open-gazetteer.ts'), import('../../pipeline/watch.ts'), import('../../store/watch-settings.ts'), import('../open-door.ts'), import('../../pipeline/refresh-incidents.ts'), import('../../store/settings.ts'), import('../open-reading-apart.ts'), import('../../pipeline/settings-in-log.ts')])
    const kept = await readWatchSettings(folder.path).catch((error: unknown) => { throw toUserError(error) }), { settings, hash } = kept
    const gazetteer = await openGazetteerFor(io, folder.path), apart = openReadingApart(gazetteer, io)
    try {
      return await withStore(folder, 'write', io, async (store) => {
        await logWatch(store, kept, `${personNamed(io.env) ?? 'somebody'} (noticed by the watch)`, (await readSettings(folder.path)).settings)
        io.note(`Watching ${settings.sources.length} ${settings.sources.length === 1 ? 'source' : 'sources'} (watch.json ${hash.slice(0, 12)}).`)
        for await (const watched of watch(store, strictDoor(settings.pause_seconds * 1000), settings, { raw: false, gazetteer, apart, signal: io.signal, once: args.flag('once') })) {
          if (json) await io.json(watched)
          else await io.line(line(watched, io))
          if (watched.event === 'waiting') await refreshIncidents(store, await readSettings(folder.path), gazetteer)
        }
        return io.signal.aborted ? EXIT.interrupted : EXIT.ok
      })
    } finally {
      await apart.close()
      gazetteer.close()
    }
  },
}

function line(watched: Watched, io: Io): string {
  if (watched.event === 'waiting') return io.paint('dim', Number.isFinite(watched.until) ? `all done; next at ${new Date(watched.until).toISOString()}` : 'all done')
  if (watched.event === 'fetched') return `${io.paint(watched.trouble === null ? 'dim' : 'yellow', watched.trouble === null ? `asked (${watched.status})` : `not had: ${safe(watched.trouble)}`)} ${safe(watched.url)}`
  return `${io.paint(watched.what === 'unread' ? 'yellow' : 'green', watched.what.replace('_', ' '))} ${safe(watched.doc)}${watched.trouble.map(({ message }) => `  ${safe(message)}`).join('')}`
}
