import { isSavedPage, mailHead } from '../eml/head.ts'
import { partInTrouble, type SourceKind } from '../kind.ts'

/** A page that a browser saved with all its parts in one file (RFC 2557). */
export const kind: SourceKind = {
  names: /\.mht(?:ml)?(?:\.gz)?$/i,
  is: ({ head }) => isSavedPage(mailHead(head)),
  async *open(file) {
    const loaded = await file.bytes(), { bytes } = loaded
    if (bytes === null) { yield { ...loaded, record: file.record }; return }
    const original = loaded.original ?? bytes
    const { savedPage } = await import('./saved-page.ts')
    try {
      const record = await savedPage(bytes)
      yield record === null ? partInTrouble(file.record, 'no_text', `${file.name} holds no page`, original) : { record: { ...record, ...file.record }, bytes: null, trouble: [], original }
    } catch (error) {
      yield partInTrouble(file.record, 'bad_mail', `${file.name} could not be read as a saved page: ${error instanceof Error ? error.message : String(error)}`, original)
    }
  },
}
