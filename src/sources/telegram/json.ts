// Telegram's `result.json`: one chat, or all of an account's.
import type { ReportRecord } from '../../model/report.ts'
import { parseDate } from '../page/dates.ts'
import { messageRecord } from './message.ts'

type Fields = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const word = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null)

/** The messages with words, chat by chat. Throws for what is not JSON. */
export function* jsonMessages(text: string): Generator<ReportRecord> {
  const whole: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
  if (!isObject(whole)) return
  for (const chat of Array.isArray(whole['messages']) ? [whole] : list(isObject(whole['chats']) ? whole['chats']['list'] : null)) {
    if (!isObject(chat)) continue
    const name = word(chat['name']) ?? 'Telegram'
    for (const message of list(chat['messages'])) {
      if (!isObject(message) || message['type'] !== 'message') continue
      const words = textOf(message['text'])
      if (words.trim() === '') continue
      yield messageRecord({
        id: word(message['id']) ?? '', chat: name, chatId: word(chat['id']) ?? name, from: word(message['from']), forwardedFrom: word(message['forwarded_from']),
        time: timeOf(message, 'date'), edited: timeOf(message, 'edited'), text: words,
      })
    }
  }
}

/** The moment in UTC where the export has it; its local time says no zone. */
function timeOf(message: Fields, field: string): string | null {
  return parseDate(word(message[`${field}_unixtime`])) ?? parseDate(word(message[field]))
}

/** Words are a text, or runs of text and of links, mentions and bold. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return list(value).map((run) => (typeof run === 'string' ? run : isObject(run) && typeof run['text'] === 'string' ? run['text'] : '')).join('')
}
