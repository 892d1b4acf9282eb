// A message of a channel or chat as a report record.
import type { ReportRecord } from '../../model/report.ts'

export interface Message {
  id: string
  /** Name of the channel or chat, and what it is known by in the export. */
  chat: string
  chatId: string
  from: string | null
  forwardedFrom: string | null
  /** ISO. */
  time: string | null
  edited: string | null
  text: string
}

/** A report of its own, known by chat and number, so that an edited one becomes a new version. */
export function messageRecord({ id, chat, chatId, from, forwardedFrom, time, edited, text }: Message): ReportRecord {
  const writer = forwardedFrom === null ? (from === null || from === chat ? chat : `${from}, in ${chat}`) : `${forwardedFrom}, forwarded by ${chat}`
  return { id: `telegram/${chatId}/${id}`, text, outlet: writer, ...(time === null ? {} : { published: time }), ...(edited === null ? {} : { modified: edited }) }
}
