import { join, relative, resolve } from 'node:path'
import type { Incident } from '../../model/incident.ts'
import type { Store } from '../../store/store.ts'
import { EXIT, JSON_OPTION, UserError, type Command, type DataFolder, type Io } from '../command.ts'
import { safe } from '../terminal.ts'

/** The demo's own store, in the current folder: invented reports never enter a user's. */
const FOLDER = 'dateline-demo'
const PAGE = 'dateline-demo.html'
const TITLE = 'Dateline: a chronology from invented reports'
const NOTE = 'Every report here is invented: the towns are real, the events, figures, officials and outlets are not. They are bundled to show what Dateline does.'
const TOWNS_OF_A_COUNTRY = 40

/** `demo`. */
export const command: Command = {
  name: 'demo',
  summary: 'See it work: read the bundled sample reports, print and draw the chronology',
  usage: '[--out FILE]',
  about: `Reads the bundled reports (invented ones, and marked so) into a store of its own, ${FOLDER} in the current folder, prints the chronology and writes it as one page that needs no network. Your own record is not touched, whatever DATELINE_DATA says.`,
  options: [{ name: 'out', short: 'o', value: 'FILE', summary: `the page to write (${PAGE})` }, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline demo', 'dateline demo --out chronology.html'],
  async run(args, io) {
    const page = resolve(io.cwd, args.text('out') ?? PAGE)
    await makeDemoRecord(io, (store) => writePage(store, page, io))
    await printChronology(args.flag('json'), io)
    if (args.flag('json')) return EXIT.ok
    const called = io.env.DATELINE_CALLED ?? 'dateline', data = `--data ${FOLDER}`
    await io.line()
    await io.line(`The same as a page, every number a door to its words: ${io.paint('bold', relative(io.cwd, page) || page)} (open it in a browser; it needs no network)`)
    await io.line(`One incident with every voice:    ${called} incident ID ${data}`)
    await io.line(`A report with its claims marked:  ${called} report harbour-live-kharkiv ${data}`)
    await io.line(`Your own reports:                 ${called} add FILE …`)
    return EXIT.ok
  },
}

/** Reads the bundled reports into the demo's own store in the current folder, where they are not there yet, and gives that folder. `then` works with the store. */
export async function makeDemoRecord(io: Io, then: (store: Store) => Promise<void> = async () => undefined): Promise<DataFolder> {
  const [{ PROJECT }, { openGazetteerFor }, { withStore }, { addReports }, { refreshIncidents }, { readSettings }] = await Promise.all([
    import('../cache-folder.ts'), import('../open-gazetteer.ts'), import('../open-store.ts'), import('../../pipeline/add-reports.ts'), import('../../pipeline/refresh-incidents.ts'), import('../../store/settings.ts'),
  ])
  const folder: DataFolder = { path: resolve(io.cwd, FOLDER), from: 'option', exists: true }
  const manifest = join(PROJECT, 'samples', 'manifest.jsonl')
  const gazetteer = await openGazetteerFor(io, null)
  try {
    await withStore(folder, 'write', io, async (store) => {
      io.note(`Reading the bundled sample reports (all invented) into ${FOLDER} …`)
      let read = 0
      for await (const { what, doc, trouble } of addReports(store, { manifest }, { raw: false, gazetteer }, io.signal)) {
        io.progress('reports read:', ++read, null)
        if (what === 'unread') for (const { message } of trouble) io.note(`${safe(doc)}: ${safe(message)}`)
      }
      io.signal.throwIfAborted()
      await refreshIncidents(store, await readSettings(folder.path), gazetteer)
      await then(store)
    })
  } finally {
    gazetteer.close()
  }
  return folder
}

/** The chronology as `dateline incidents` prints it. */
async function printChronology(json: boolean, io: Io): Promise<void> {
  const [{ loadCommand }, { parseArguments }] = await Promise.all([import('../commands.ts'), import('../parse.ts')])
  const incidents = await loadCommand('incidents')
  await incidents.run(parseArguments(incidents, ['--data', FOLDER, ...(json ? ['--json'] : [])], io).args, io)
}

async function writePage(store: Store, page: string, io: Io): Promise<void> {
  const [{ chronologyPage }, { chronologyOfStore }, { writeWhole }, { gazetteerFile, gazetteerFolder }, { largestTowns }] = await Promise.all([
    import('../../site/chronology-page.ts'), import('../../pipeline/chronology.ts'), import('../write-whole.ts'), import('../../gazetteer/build.ts'), import('../../gazetteer/largest.ts'),
  ])
  const incidents: Incident[] = []
  for await (const incident of store.incidents()) incidents.push(incident)
  const { reports } = await chronologyOfStore(store, TITLE, incidents)
  const landmarks = largestTowns(gazetteerFile(gazetteerFolder(io.env)), incidents.flatMap(({ place }) => place?.country ?? []), TOWNS_OF_A_COUNTRY)
  const html = chronologyPage({ title: TITLE, generatedAt: new Date().toISOString(), incidents, reports, note: NOTE, landmarks })
  try {
    await writeWhole(page, [html])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(`The page could not be written: ${reason}.`, 'Choose another file with --out FILE.')
  }
}
