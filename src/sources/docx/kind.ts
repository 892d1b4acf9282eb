import { partInTrouble, type SourceKind } from '../kind.ts'
import { looksLikeZip } from '../zip/sniff.ts'

const NAME = /\.docx$/i
const BODY = 'word/document.xml'

/** A Word document, as the page that its styles make of it. */
export const kind: SourceKind = {
  names: NAME,
  async is(file) {
    if (!looksLikeZip(file.head)) return false
    const { zipOf } = await import('../zip/entries.ts')
    const zip = await zipOf(file)
    return 'fault' in zip ? NAME.test(file.name) : zip.names.includes(BODY)
  },
  async *open(file) {
    const [{ zipOf }, { documentPage }] = await Promise.all([import('../zip/entries.ts'), import('./page.ts')])
    const zip = await zipOf(file)
    if ('fault' in zip) { yield partInTrouble(file.record, 'bad_document', `${file.name}: ${zip.fault}`, zip.bytes); return }
    const html = await documentPage(zip), original = zip.bytes
    yield html instanceof Error ? partInTrouble(file.record, 'bad_document', `${file.name}: ${html.message}`, original) : { record: { ...file.record, html }, bytes: null, trouble: [], original }
  },
}
