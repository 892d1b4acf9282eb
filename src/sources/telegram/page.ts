// Telegram's `messages*.html`.
import { Parser } from 'htmlparser2'
import type { ReportRecord } from '../../model/report.ts'
import { parseDate } from '../page/dates.ts'
import { messageRecord, type Message } from './message.ts'

type Caught = 'chat' | 'from' | 'forwarded' | 'text'

/** The messages with words, in the page's order. */
export function pageMessages(html: string): ReportRecord[] {
  const messages: Message[] = []
  let chat = '', from: string | null = null, message: Message | null = null
  let depth = 0, caught: { what: Caught; depth: number; text: string } | null = null, forwardedAt = 0, messageAt = 0
  const parser = new Parser({
    onopentag(tag, { class: names = '', id = '', title = '' }) {
      if (tag === 'br') { if (caught !== null) caught.text += '\n'; return }
      if (tag !== 'div' && tag !== 'span') return
      depth++
      const classes = new Set(names.split(/\s+/))
      if (tag === 'div' && classes.has('message')) {
        const number = /^message(-?\d{1,15})$/.exec(id)
        message = number && classes.has('default') ? { id: number[1]!, chat, chatId: chat, from, forwardedFrom: null, time: null, edited: null, text: '' } : null
        if (message !== null) { messages.push(message); messageAt = depth; forwardedAt = 0 }
      } else if (message !== null && classes.has('forwarded')) forwardedAt = depth
      else if (message !== null && classes.has('date') && forwardedAt === 0) message.time ??= timeOf(title)
      else if (caught === null && classes.has('from_name')) caught = { what: forwardedAt > 0 ? 'forwarded' : 'from', depth, text: '' }
      else if (caught === null && classes.has('text') && (message !== null || chat === '')) caught = { what: message === null ? 'chat' : 'text', depth, text: '' }
    },
    ontext(text) { if (caught !== null) caught.text += caught.what === 'text' ? text.replace(/[\r\n]+/g, ' ') : text },
    onclosetag(tag) {
      if (tag !== 'div' && tag !== 'span') return
      if (caught?.depth === depth) {
        const text = caught.text.split('\n').map((line) => line.trim()).join('\n').trim()
        if (caught.what === 'chat') chat = text
        else if (message !== null && caught.what === 'from') { from = text; message.from = text }
        else if (message !== null && caught.what === 'forwarded') message.forwardedFrom = text.replace(/\s*\d\d\.\d\d\.\d{4}[ \d:]*$/, '')
        else if (message !== null) message.text += (message.text === '' ? '' : '\n\n') + text
        caught = null
      }
      if (depth === forwardedAt) forwardedAt = 0
      if (depth === messageAt) { message = null; messageAt = 0 }
      depth--
    },
  }, { decodeEntities: true })
  parser.end(html)
  return messages.filter(({ text }) => text !== '').map(messageRecord)
}

/** "06.05.2031 10:00:00 UTC+03:00". */
function timeOf(title: string): string | null {
  const found = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?/.exec(title)
  return found ? parseDate(`${found[3]}-${found[2]}-${found[1]}T${found[4]}${found[5] ?? ''}`) : null
}
