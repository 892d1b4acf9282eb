import { partInTrouble, type SourceKind } from '../kind.ts'
import { looksLikeZip } from '../zip/sniff.ts'

const NAME = /\.wacz$/i
const ARCHIVE = /^archive\/[^\0]{1,300}\.warc(?:\.gz)?$/i

/** A packed web archive (WACZ): a zip file with WARC files in its folder `archive`. */
export const kind: SourceKind = {
  names: NAME,
  async is(file) {
    if (!looksLikeZip(file.head)) return false
    const { zipOf } = await import('../zip/entries.ts')
    const zip = await zipOf(file)
    return 'fault' in zip ? NAME.test(file.name) : zip.names.some((name) => ARCHIVE.test(name))
  },
  async *open(file) {
    const [{ zipOf }, { warcParts }] = await Promise.all([import('../zip/entries.ts'), import('../warc/parts.ts')])
    const zip = await zipOf(file)
    if ('fault' in zip) { yield partInTrouble(file.record, 'bad_zip', `${file.name}: ${zip.fault}`, zip.bytes); return }
    for (const name of zip.names.filter((one) => ARCHIVE.test(one))) {
      const bytes = zip.read(name)
      if (typeof bytes === 'string') { yield partInTrouble(file.record, 'bad_zip', `${file.name}: ${name} is not read: ${bytes}`, zip.bytes); continue }
      yield* warcParts({
        record: file.record, name: `${file.name}: ${name}`, packed: bytes[0] === 0x1f && bytes[1] === 0x8b,
        async *stream() { for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536) },
      })
    }
  },
}
