import type { Incident } from '../../model/incident.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type Io, type Row } from '../command.ts'

/** `incidents [--manifest FILE] [--raw]`. */
export const command: Command = {
  name: 'incidents',
  summary: 'List what happened: each incident once, with its figures',
  usage: '[--manifest FILE] [--raw] [--json]',
  about: `Lists the incidents of everything kept, merged over all reports. With --manifest those of the reports that the file lists alone, keeping nothing.

Exit code: 0, or 1 where a report of the manifest could not be read.`,
  options: [
    { name: 'manifest', short: 'm', value: 'FILE', summary: 'the incidents of these reports alone, keeping nothing' },
    { name: 'raw', summary: 'with --manifest: the texts are reporting already' },
    DATA_OPTION,
    JSON_OPTION,
  ],
  operands: { min: 0, max: 0 },
  examples: ['dateline incidents', 'dateline incidents --json', 'dateline incidents --manifest reports.jsonl --json'],
  async run(args, io) {
    const manifest = args.text('manifest'), json = args.flag('json')
    if (manifest === undefined && args.flag('raw')) throw new UserError('--raw goes with --manifest: kept reports were read already.')
    if (manifest !== undefined) return ofManifest(manifest, args.flag('raw'), json, io)
    const { withIncidents } = await import('../open-incidents.ts')
    await withIncidents(args.data(), io, async (_, incidents) => {
      if (json) for await (const incident of incidents.list()) await io.json(incident)
      else {
        const all: Incident[] = []
        for await (const incident of incidents.list()) all.push(incident)
        await printTable(all, io)
      }
    })
    return EXIT.ok
  },
}

async function ofManifest(manifest: string, raw: boolean, json: boolean, io: Io): Promise<number> {
  const [{ openGazetteerFor }, { readReports }, { incidentsOf }, { DEFAULT_SETTINGS_KEPT }] = await Promise.all([import('../open-gazetteer.ts'), import('../../pipeline.ts'), import('../../pipeline/refresh-incidents.ts'), import('../../store/settings.ts')])
  const gazetteer = await openGazetteerFor(io)
  let unread = 0, done = 0
  async function* reading() {
    for await (const read of readReports({ manifest }, { raw, gazetteer })) {
      io.signal.throwIfAborted()
      io.progress('reports read:', ++done, null)
      if (read.read !== 'whole') {
        unread++
        const { safe } = await import('../terminal.ts')
        for (const { message } of read.report.trouble) io.note(`${safe(read.report.doc)}: ${safe(message)}`)
      }
      yield read
    }
  }
  try {
    const incidents = await incidentsOf(reading(), DEFAULT_SETTINGS_KEPT, gazetteer)
    if (json) for (const incident of incidents) await io.json(incident)
    else await printTable(incidents, io)
  } finally {
    gazetteer.close()
  }
  return unread > 0 ? EXIT.trouble : EXIT.ok
}

async function printTable(incidents: readonly Incident[], io: Io): Promise<void> {
  if (incidents.length === 0) {
    await io.line('No incident yet. What reports tell will stand here: "dateline add FILE …" reads them.')
    return
  }
  const [{ kindLabel, placeWords, rangeWords, agreementWords }, { figuresCell }] = await Promise.all([import('../../site/words.ts'), import('../incident-words.ts')])
  const rows: Row[] = incidents.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)).map((incident) => [
    { text: incident.id.slice(0, 8), style: 'dim' },
    rangeWords(incident.date),
    { text: incident.kind === 'total' ? 'Running total' : kindLabel(incident.type), style: 'bold' },
    placeWords(incident.place),
    figuresCell(incident),
    { text: agreementWords(incident.agreement, voices(incident)), ...(incident.agreement === 'contested' || incident.agreement === 'denied' ? { style: 'yellow' as const } : {}) },
    incident.reports.length,
  ])
  await io.table(rows, { head: ['id', 'when', 'what', 'where', 'figures', 'voices', 'reports'], align: ['left', 'left', 'left', 'left', 'left', 'left', 'right'], elastic: 4, wrap: true })
}

/** The day it stands under: its first, of a running total its last; those without a day come last. */
function dayOf({ kind, date }: Incident): string {
  return (kind === 'total' ? date?.to : date?.from ?? date?.to) ?? 'never'
}

function voices(incident: Incident): number {
  return new Set(incident.figures.flatMap((figure) => figure.says.map((says) => `${says.claimant ?? says.outlet ?? says.report}`))).size
}
