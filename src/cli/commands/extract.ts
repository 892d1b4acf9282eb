import { EXIT, UserError, type Command } from '../command.ts'

/** `extract [--manifest FILE] [--raw] [--mentions] [--jobs N] [FILE …]`. */
export const command: Command = {
  name: 'extract',
  summary: 'Read reports and print what was found in them, keeping nothing',
  usage: '[--manifest FILE] [--raw] [--mentions] [--jobs N] [FILE …]',
  about: `Prints one JSON object a line (NDJSON) for each report, in the order given: its clean text, passages, posts, claims and statements, each with the exact words and where they stand. FILE is a text, a page, a feed, a web archive (WARC, WACZ), a saved page (MHTML), a mail (EML), an export of Telegram Desktop's, a Word document or a PDF, a folder of such, or a manifest (.jsonl). With neither FILE nor manifest it reads report records from standard input, one JSON object a line: {"id"?, "file"? or "html"? or "text"?, "url"?, "published"?, "outlet"?, "language"?, "title"?}.

A report that cannot be read still has its line, with the reason under "trouble" and an empty text. Exit code: 0 all reports were read whole, 1 some were not, 2 the command could not start.`,
  options: [
    { name: 'manifest', short: 'm', value: 'FILE', summary: 'read the reports that this file lists, a record a line' },
    { name: 'raw', summary: 'the text is reporting already: take it to the letter' },
    { name: 'mentions', summary: 'print every place and time expression found, not only those of claims' },
    { name: 'jobs', short: 'j', value: 'N', summary: 'read in N processes, each with some 300 MB of memory (many reports: one for each processor, at most 8)' },
  ],
  examples: ['dateline extract report.html', 'dateline extract --manifest reports.jsonl > claims.ndjson', 'dateline extract --raw --mentions < records.ndjson'],
  async run(args, io) {
    const manifest = args.text('manifest'), files = [...args.positionals]
    const fromStdin = manifest === undefined && files.length === 0
    if (fromStdin && io.stdinIsTty) throw new UserError('There is nothing to read.', 'Name files, a folder or a --manifest, or pipe report records into standard input.')
    const [{ openGazetteerFor }, { readLines }, { compiledFolder }] = await Promise.all([import('../open-gazetteer.ts'), import('../../pipeline/readers/read-lines.ts'), import('../cache-folder.ts')])
    const jobs = args.integer('jobs', { min: 1, max: 64 })
    const gazetteer = await openGazetteerFor(io)
    let unread = 0, done = 0
    try {
      const sources = fromStdin ? { stdin: io.stdin } : { files, ...(manifest === undefined ? {} : { manifest }) }
      for await (const { line, whole } of readLines(sources, { raw: args.flag('raw'), mentions: args.flag('mentions'), gazetteer, compiled: compiledFolder(io.env), ...(jobs === undefined ? {} : { jobs }) })) {
        io.signal.throwIfAborted()
        if (!whole) unread++
        await io.line(line)
        io.progress('reports read:', ++done, null)
      }
    } finally {
      gazetteer.close()
    }
    return unread > 0 ? EXIT.trouble : EXIT.ok
  },
}
