import { resolve } from 'node:path'
import { EXIT, JSON_OPTION, UserError, type Command, type Io } from '../command.ts'
import type { Gold } from '../eval/gold.ts'
import type { Attribute, GivenReport, Miss, Rates, Score } from '../eval/score.ts'
import { safe } from '../terminal.ts'

/** `eval GOLD`. */
export const command: Command = {
  name: 'eval',
  summary: 'Score the reading against reports that you annotated by hand',
  usage: '[--manifest FILE | --from FILE] GOLD',
  about: `GOLD is a folder with annotated facts and incidents (*.facts.jsonl, *.incidents.jsonl; docs/annotation.md says how reports are annotated) and the manifest.jsonl of the reports, or what stands before ".facts.jsonl" in the name. Dateline reads the reports as "extract" does, keeps nothing, and counts, field by field, how often it read as you did, so that the error rate can be published beside the record.`,
  options: [
    { name: 'manifest', short: 'm', value: 'FILE', summary: 'the manifest of the reports, where it is not beside the annotation' },
    { name: 'from', value: 'FILE', summary: 'score what "dateline extract" printed into this file instead of reading the reports' },
    { name: 'raw', summary: 'the reports are clean reporting already, as for extract' },
    { name: 'misses', summary: 'list what was missed, invented or wrong' },
    JSON_OPTION,
  ],
  operands: { min: 1, max: 1 },
  examples: ['dateline eval samples', 'dateline eval annotated --misses', 'dateline eval annotated/first --from extracted.ndjson --json'],
  async run(args, io) {
    const [{ readGiven, readGold }, { score }] = await Promise.all([import('../eval/gold.ts'), import('../eval/score.ts')])
    const gold = readGold(args.positionals[0]!, io.cwd)
    const from = args.text('from')
    if (from !== undefined && args.text('manifest') !== undefined) throw new UserError('--manifest and --from exclude each other: reports are read, or what was printed is scored.')
    const given = from === undefined ? await readAnnotated(gold, args.text('manifest'), args.flag('raw'), io) : readGiven(from, io.cwd)
    const { score: made, misses } = score(gold.facts, gold.incidents, given)
    if (args.flag('json')) {
      await io.json(made)
      if (args.flag('misses')) for (const miss of misses) await io.json(miss)
    } else {
      if (args.flag('misses')) await printMisses(misses, io)
      await printScore(made, io)
    }
    return made.documents.read < made.documents.gold ? EXIT.trouble : EXIT.ok
  },
}

const MISS_LABELS: Readonly<Record<Miss['kind'], string>> = { missed_fact: 'missed', invented_fact: 'invented', wrong_attributes: 'wrong', missed_incident: 'missed incident', invented_incident: 'invented incident' }

async function printMisses(misses: readonly Miss[], io: Io): Promise<void> {
  for (const { kind, doc, what, quote, wrong } of misses) {
    await io.line(`${io.paint('bold', MISS_LABELS[kind])}  ${safe(doc)}  ${safe(what)}  ${io.paint('dim', `“${safe(quote)}”`)}`)
    for (const { attribute, gold, given } of wrong ?? []) await io.line(`  ${attribute}: ${safe(JSON.stringify(gold))} annotated, ${safe(JSON.stringify(given) ?? 'nothing')} read`)
  }
  if (misses.length > 0) await io.line()
}

const ATTRIBUTE_LABELS: Readonly<Record<Attribute, string>> = { of: 'kind of person or thing', bound: 'bound', claimant: 'claimant', stance: 'stance', place: 'place', date: 'day', cumulative: 'running total or not' }
const figure = (value: number): string => value.toFixed(3)
const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)}%`)

async function printScore(made: Score, io: Io): Promise<void> {
  const rates = (label: string, { precision, recall, f1 }: Rates, note: string): (string | { text: string, style: 'bold' })[] => [label, figure(precision), figure(recall), { text: figure(f1), style: 'bold' }, note]
  await io.line(`${made.documents.read} of ${made.documents.gold} annotated reports read`)
  await io.line()
  await io.table([
    rates('facts', made.facts, `${made.facts.gold} annotated, ${made.facts.got} read`),
    rates('complete facts', made.complete, 'every field right'),
    rates('incidents', made.incidents, `${made.incidents.gold} annotated, ${made.incidents.got} read`),
  ], { head: ['', 'precision', 'recall', 'F1', ''], align: ['left', 'right', 'right', 'right'] })
  await io.line()
  await io.table(Object.entries(ATTRIBUTE_LABELS).map(([attribute, label]) => [label, share(made.attributes[attribute as Attribute])]), { head: ['of the facts found', 'right'], align: ['left', 'right'] })
  await io.line()
  await io.table([['by whom', share(made.incidents.by)], ['against whom', share(made.incidents.against)], ['weapons', share(made.incidents.weapon)]], { head: ['of the incidents found', 'right'], align: ['left', 'right'] })
  if (made.ungrounded > 0) await io.line(`\n${made.ungrounded} claims or numbers whose words are not at their place in the text: counted as invented`)
}

/** Reads the annotated reports as `extract` does. */
async function readAnnotated(gold: Gold, named: string | undefined, raw: boolean, io: Io): Promise<GivenReport[]> {
  const manifest = named === undefined ? gold.manifest : resolve(io.cwd, named)
  if (manifest === null) throw new UserError('There is no manifest.jsonl beside the annotation.', 'Name the manifest of the annotated reports with --manifest FILE.')
  const [{ openGazetteerFor }, { readReports }] = await Promise.all([import('../open-gazetteer.ts'), import('../../pipeline.ts')])
  const gazetteer = await openGazetteerFor(io)
  const given: GivenReport[] = []
  try {
    for await (const { report, extraction } of readReports({ manifest }, { raw, gazetteer })) {
      io.signal.throwIfAborted()
      for (const { message } of report.trouble) io.note(`${safe(report.doc)}: ${safe(message)}`)
      given.push({ doc: report.doc, text: report.text, claims: extraction.claims })
      io.progress('reports read:', given.length, null)
    }
  } finally {
    gazetteer.close()
  }
  return given
}
