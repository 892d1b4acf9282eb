// The text of a PDF, page by page.
import { extractText, getDocumentProxy } from 'unpdf'
import type { Trouble } from '../../model/report.ts'

const LARGEST_PDF = 50 * 1024 * 1024
const MOST_PAGES = 1000

/** The text, pages apart by a blank line; or why there is none. */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string; trouble: Trouble[] } | Trouble> {
  if (bytes.length > LARGEST_PDF) return { code: 'too_large', message: `it is larger than ${LARGEST_PDF / 1024 / 1024} MiB, the most that is read of a PDF` }
  try {
    // the library takes the bytes it is given for its own
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      if (document.numPages > MOST_PAGES) return { code: 'too_large', message: `it has ${document.numPages} pages, and ${MOST_PAGES} are the most that is read` }
      const { text } = await extractText(document, { mergePages: false })
      const whole = text.map((page) => page.trim()).filter((page) => page !== '').join('\n\n')
      return whole === '' ? { code: 'no_text', message: 'it holds pictures of pages and no text' } : { text: whole, trouble: [] }
    } finally {
      await document.cleanup()
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
    return name === 'PasswordException' ? { code: 'encrypted', message: 'it is locked with a password: save a copy without one' } : { code: 'bad_pdf', message: `it is a damaged PDF (${message})` }
  }
}
