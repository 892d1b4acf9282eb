// A Word document as a page.
import { strToU8, zipSync, type Zippable } from 'fflate'
import mammoth from 'mammoth'
import type { Zip } from '../zip/entries.ts'

const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w.-]{1,60}\.xml|word\/_rels\/[\w.-]{1,60}\.rels)$/i

/** The document's HTML, or what is wrong with it. Only parts with words are handed on, unpacked within limits: no picture, nothing from outside. */
export async function documentPage(zip: Zip): Promise<string | Error> {
  const parts: Zippable = {}
  for (const name of zip.names.filter((one) => NEEDED.test(one)).slice(0, 100)) {
    const bytes = zip.read(name)
    if (typeof bytes === 'string') return new Error(`its part ${name} is not read: ${bytes}`)
    if (/<!DOCTYPE|<!ENTITY/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))) return new Error(`its part ${name} declares entities, which no document does`)
    parts[name] = [bytes, { level: 0 }]
  }
  parts['[Content_Types].xml'] ??= strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(zipSync(parts)) }, { externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) })
    return `<!doctype html><html><body><article>${value}</article></body></html>`
  } catch (error) {
    return new Error(`it is a damaged document (${error instanceof Error ? error.message : String(error)})`)
  }
}
