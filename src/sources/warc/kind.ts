import type { SourceKind } from '../kind.ts'

const beginsWith = (head: Uint8Array, words: string): boolean => Buffer.from(head.subarray(0, words.length)).toString('latin1') === words

const NAMES = /\.w?arc(?:\.gz)?$/i

/** Web archives (WARC 1.0 and 1.1), packed or not. The older ARC is recognised and refused. */
export const kind: SourceKind = {
  names: NAMES,
  is: ({ head, packed, name }) => beginsWith(head, 'WARC/') || beginsWith(head, 'filedesc://') || (packed && head.length < 5 && NAMES.test(name)),
  async *open(file) {
    if (beginsWith(file.head, 'filedesc://')) {
      yield { record: file.record, bytes: null, trouble: [{ code: 'old_archive', message: `${file.name} is an ARC file, the form before WARC, which is not read: convert it ("warcio recompress")` }] }
      return
    }
    const { warcParts } = await import('./parts.ts')
    yield* warcParts(file)
  },
}
