import type { Io } from '../command.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'
import { safe } from '../terminal.ts'
import type { Added } from '../../pipeline/add-reports.ts'

const WEB = /^https?:/i
const WORDS: Readonly<Record<Added['what'], string>> = { new: 'new', unchanged: 'unchanged', new_version: 'new version', reread: 'read again', unread: 'not read' }

/** `add [--manifest FILE] [--raw] [FILE …]`. */
export const command: Command = {
  name: 'add',
  summary: 'Read reports and keep them, with what was found in them',
  usage: '[--manifest FILE] [--raw] [--reread] [FILE or URL …]',
  about: `FILE is a text, a page, a feed, a web archive (WARC, WACZ), a saved page (MHTML), a mail (EML), an export of Telegram Desktop's, a Word document or a PDF, a folder of such, or a manifest (.jsonl); a URL (http, https) is fetched, as its robots.txt allows, and kept with what the server said; with neither FILE nor manifest, report records are read from standard input (see "dateline help extract"). The bytes are kept as they are. A report that is there already is left as it is; one that has changed becomes a new version, and the old one stays. A run that was stopped is begun again with the same command and goes on where it was.

A report that cannot be read is recorded with the reason. Exit code: 0 all reports were read whole, 1 some were not, 2 the command could not start or go on, 130 it was stopped.`,
  options: [
    { name: 'manifest', short: 'm', value: 'FILE', summary: 'add the reports that this file lists, a record a line' },
    { name: 'raw', summary: 'the text is reporting already: take it to the letter' },
    { name: 'reread', summary: 'read what is kept again with the rules of this Dateline, where others read it' },
    DATA_OPTION,
    JSON_OPTION,
  ],
  examples: ['dateline add reports', 'dateline add --manifest reports.jsonl', 'dateline add --raw --data north < records.ndjson'],
  async run(args, io) {
    const manifest = args.text('manifest'), named = [...args.positionals], urls = named.filter((name) => WEB.test(name)), files = named.filter((name) => !WEB.test(name)), reread = args.flag('reread'), json = args.flag('json'), raw = args.flag('raw')
    const fromStdin = manifest === undefined && named.length === 0 && !reread
    if (fromStdin && io.stdinIsTty) throw new UserError('There is nothing to add.', 'Name files, a folder or a --manifest, or pipe report records into standard input.')
    const [{ withStore, toUserError }, { openGazetteerFor }, { addReports, rereadReports }] = await Promise.all([import('../open-store.ts'), import('../open-gazetteer.ts'), import('../../pipeline/add-reports.ts')])
    const folder = args.data()
    const gazetteer = await openGazetteerFor(io, folder.path)
    try {
      return await withStore(folder, 'write', io, async (store) => {
        const tally = new Map<Added['what'], number>()
        let unread = false
        const tell = async (added: Added): Promise<void> => {
          tally.set(added.what, (tally.get(added.what) ?? 0) + 1)
          unread ||= !added.whole
          await (json ? io.json(added) : io.line(line(added, io)))
          io.progress('reports:', [...tally.values()].reduce((sum, n) => sum + n, 0), null)
        }
        try {
          if (reread) for await (const added of rereadReports(store, gazetteer, io.signal)) await tell(added)
          const sources = fromStdin ? { stdin: io.stdin } : { files, ...(manifest === undefined ? {} : { manifest }) }
          for await (const added of addReports(store, sources, { raw, gazetteer }, io.signal)) await tell(added)
          if (urls.length > 0) {
            const [{ addUrls }, { strictDoor }, { openReadingApart }] = await Promise.all([import('../../pipeline/add-fetched.ts'), import('../open-door.ts'), import('../open-reading-apart.ts')])
            await using apart = openReadingApart(gazetteer, io)
            for await (const added of addUrls(store, strictDoor(), urls, { raw, gazetteer, apart }, io.signal)) await tell(added)
          }
        } catch (error) {
          if (tally.size > 0) io.note(`Before that: ${summary(tally)}. All of it is kept.`)
          throw toUserError(error)
        }
        if (io.signal.aborted) {
          io.note(`Stopped. ${summary(tally)}: all of it is kept. Run the same command again to go on.`)
          return EXIT.interrupted
        }
        const [{ refreshIncidents }, { readSettings }] = await Promise.all([import('../../pipeline/refresh-incidents.ts'), import('../../store/settings.ts')])
        await refreshIncidents(store, await readSettings(folder.path), gazetteer)
        if (!json) {
          const counts = await store.counts()
          await io.line(`${summary(tally)}. The record now: ${plural(counts.reports, 'report')}, ${plural(counts.claims, 'claim')}, ${plural(counts.incidents, 'incident')}.`)
        }
        return unread ? EXIT.trouble : EXIT.ok
      })
    } finally {
      gazetteer.close()
    }
  },
}

function line({ what, doc, version, claims, trouble }: Added, io: Io): string {
  const word = (what === 'new_version' ? `version ${version}` : WORDS[what]).padEnd(11)
  const painted = io.paint(what === 'unread' ? 'yellow' : what === 'unchanged' ? 'dim' : 'green', word)
  const found = what === 'unread' || what === 'unchanged' ? '' : `  ${io.paint('dim', plural(claims, 'claim'))}`
  const why = trouble.map(({ message }) => `  ${io.paint('yellow', safe(message))}`).join('')
  return `${painted} ${safe(doc)}${found}${why}`
}

function summary(tally: ReadonlyMap<Added['what'], number>): string {
  const parts = (Object.keys(WORDS) as Added['what'][]).filter((what) => tally.has(what)).map((what) => `${tally.get(what)} ${WORDS[what]}`)
  return parts.length === 0 ? 'Nothing to read was found' : parts.join(', ')
}

const plural = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
