import { EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'
import { isoDay } from '../../time/days.ts'
import { safe } from '../terminal.ts'

/** `explain FILE …`. */
export const command: Command = {
  name: 'explain',
  summary: 'Say sentence by sentence what was found, by which rule, and what was left alone and why',
  usage: '[--raw] FILE …',
  about: `Reads the file as "extract" does and keeps nothing. Under each sentence stand its claims with the rule that found them, who was taken to say it, the places and times that were seen, and what was seen and left alone, with the reason. FILE may be a folder or a manifest too.

Exit code: 0 all was read, 1 something could not be.`,
  options: [
    { name: 'raw', summary: 'the text is reporting already: take it to the letter' },
    { name: 'published', value: 'YYYY-MM-DD', summary: 'the day of publication, where the file does not say it' },
    { name: 'found', summary: 'leave out sentences in which nothing was seen' },
    JSON_OPTION,
  ],
  operands: { min: 1, max: Infinity },
  examples: ['dateline explain report.txt', 'dateline explain --found --published 2031-04-02 report.html', 'dateline explain --json report.txt'],
  async run(args, io) {
    const published = args.text('published')
    if (published !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(published) && isoDay(published) === published)) throw new UserError(`"${safe(published)}" is no day.`, 'Write it as 2031-04-02.')
    const [{ openGazetteerFor }, { readAndExtract }, { gather }, { explained, printExplained, printHead }] = await Promise.all([import('../open-gazetteer.ts'), import('../../pipeline.ts'), import('../../stages/gather/index.ts'), import('../explained.ts')])
    const gazetteer = await openGazetteerFor(io)
    let unread = 0
    try {
      for await (const gathered of gather({ files: [...args.positionals] })) {
        io.signal.throwIfAborted()
        if (published !== undefined) gathered.record.published ??= published
        const read = readAndExtract(gathered, { raw: args.flag('raw'), gazetteer })
        if (read.read !== 'whole') unread++
        if (!args.flag('json')) await printHead(read.report, io)
        for (const sentence of explained(read)) {
          if (args.flag('found') && sentence.empty) continue
          if (args.flag('json')) { const { empty: _, ...value } = sentence; await io.json({ doc: read.report.doc, ...value }) } else await printExplained(sentence, read.report, io)
        }
      }
    } finally {
      gazetteer.close()
    }
    return unread > 0 ? EXIT.trouble : EXIT.ok
  },
}
