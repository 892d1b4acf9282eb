import { partInTrouble, type SourceKind } from '../kind.ts'

/** A PDF with text in it; one of pictures of pages says so. */
export const kind: SourceKind = {
  names: /\.pdf(?:\.gz)?$/i,
  is: ({ head }) => Buffer.from(head.subarray(0, 1024)).toString('latin1').includes('%PDF-') && head[0] !== 0x3c,
  async *open(file) {
    const loaded = await file.bytes(), { bytes } = loaded
    if (bytes === null) { yield { ...loaded, record: file.record }; return }
    const original = loaded.original ?? bytes
    const { pdfText } = await import('./text.ts')
    const found = await pdfText(bytes)
    if ('code' in found) yield partInTrouble(file.record, found.code, `${file.name}: ${found.message}`, original)
    else yield { record: { ...file.record, text: found.text }, bytes: null, trouble: found.trouble, original }
  },
}
