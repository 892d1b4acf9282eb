// A mail as a report record.
import PostalMime from 'postal-mime'
import type { ReportRecord } from '../../model/report.ts'
import { parseDate } from '../page/dates.ts'

/** The record: who sent it as outlet, its subject as title, its day, its page or text. Throws where it is past reading. */
export async function mailRecord(bytes: Uint8Array): Promise<ReportRecord> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxRfc822NestingDepth: 0 })
  const published = parseDate(mail.headers.find(({ key }) => key === 'date')?.value)
  const outlet = mail.from?.name || mail.from?.address
  return {
    ...(mail.messageId ? { id: mail.messageId } : {}), ...(mail.subject ? { title: mail.subject } : {}), ...(outlet ? { outlet } : {}), ...(published === null ? {} : { published }),
    ...(mail.html ? { html: mail.html } : { text: mail.text ?? '' }),
  }
}
