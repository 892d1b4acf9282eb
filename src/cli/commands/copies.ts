import type { CopiedReport } from '../../pipeline/copies-of-store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, type Command, type Row } from '../command.ts'

/** `copies`. */
export const command: Command = {
  name: 'copies',
  summary: 'List reports that tell the same text: who had it first, how much each copy rewrote',
  usage: '[--json]',
  about: 'Copies are known by their words, however they were cut, put in another order or under another headline, and by a page that names another report as its own address. The first of each group is what the others name, else what was published first; under it stand its copies, with about how much of the words was rewritten, and whose story each says it is. A report that stands alone and says that it is another\'s ("(Reuters) –", "Source: …") is listed too: what it was copied from is not here. Copies count as one origin.',
  options: [DATA_OPTION, JSON_OPTION],
  operands: { min: 0, max: 0 },
  examples: ['dateline copies', 'dateline copies --json'],
  async run(args, io) {
    const [{ withStore }, { copiesOfStore }] = await Promise.all([import('../open-store.ts'), import('../../pipeline/copies-of-store.ts')])
    return withStore(args.data(), 'read', io, async (store) => {
      const texts = await copiesOfStore(store, (reports) => { io.signal.throwIfAborted(); io.progress('reports looked at:', reports, null) })
      if (args.flag('json')) {
        for (const { origin, copies } of texts) await io.json({ origin: line(origin), copies: copies.map((copy) => ({ ...line(copy), shared: copy.shared, rewritten: rewrittenOf(copy.shared), names_origin: copy.names })) })
        return EXIT.ok
      }
      if (texts.length === 0) { await io.line('No report tells the same text as another, and none says that it is another\'s.'); return EXIT.ok }
      await io.table(texts.flatMap(({ origin, copies }): Row[] => [
        row(origin, '', 'bold', ''),
        ...copies.map((copy) => row(copy, '  ', 'dim', copy.shared === null ? '' : `${Math.round((1 - copy.shared) * 100)} %`)),
      ]), { head: ['report', 'outlet', 'published', 'rewritten', 'says it is of'], elastic: 0 })
      const copied = texts.reduce((sum, { copies }) => sum + copies.length, 0), alone = texts.filter(({ copies }) => copies.length === 0).length
      await io.line(`${copied.toLocaleString('en')} ${copied === 1 ? 'copy' : 'copies'} of ${(texts.length - alone).toLocaleString('en')} ${texts.length - alone === 1 ? 'text' : 'texts'}${alone === 0 ? '' : `; ${alone.toLocaleString('en')} of what is not here`}.`)
      return EXIT.ok
    })
  },
}

const row = ({ summary: { doc, outlet, published }, credit }: CopiedReport, indent: string, style: 'bold' | 'dim', rewritten: string): Row => [{ text: `${indent}${doc}`, style }, outlet ?? '', published?.slice(0, 10) ?? '', rewritten, credit ?? '']
const line = ({ summary: { id, doc, key, outlet, title, published }, url, credit }: CopiedReport): object => ({ report: id, doc, key, outlet, title, published, url, credit })
const rewrittenOf = (shared: number | null): number | null => (shared === null ? null : Math.round((1 - shared) * 100) / 100)
