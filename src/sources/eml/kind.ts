import { partInTrouble, type SourceKind } from '../kind.ts'
import { isSavedPage, mailHead } from './head.ts'

const MARKS = ['from', 'date', 'subject', 'message-id', 'mime-version', 'received', 'return-path', 'delivered-to', 'to']

/** A mail (RFC 5322), a newsletter for one: its HTML as a page, else its text. */
export const kind: SourceKind = {
  names: /\.eml(?:\.gz)?$/i,
  is({ head }) {
    const lines = mailHead(head)
    return lines !== null && !isSavedPage(lines) && lines.has('from') && MARKS.filter((mark) => lines.has(mark)).length >= 4
  },
  async *open(file) {
    const loaded = await file.bytes(), { bytes } = loaded
    if (bytes === null) { yield { ...loaded, record: file.record }; return }
    const original = loaded.original ?? bytes
    const { mailRecord } = await import('./mail.ts')
    try {
      yield { record: { ...await mailRecord(bytes), ...file.record }, bytes: null, trouble: [], original }
    } catch (error) {
      yield partInTrouble(file.record, 'bad_mail', `${file.name} could not be read as a mail: ${error instanceof Error ? error.message : String(error)}`, original)
    }
  },
}
