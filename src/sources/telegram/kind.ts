import { partInTrouble, type SourceKind } from '../kind.ts'

const CHAT = /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"/

/** What Telegram Desktop exports: `result.json`, of one chat or of an account, and `messages*.html`. */
export const kind: SourceKind = {
  names: /^result\.json$/i,
  is({ head }) {
    const text = Buffer.from(head).toString('utf8')
    return isExportedPage(text) || (/^\s*\{/.test(text) && CHAT.test(text) && /"messages"\s*:\s*\[|"chats"\s*:\s*\{/.test(text))
  },
  async *open(file) {
    const loaded = await file.bytes(), { bytes } = loaded
    if (bytes === null) { yield { ...loaded, record: file.record }; return }
    const original = loaded.original ?? bytes
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    let count = 0
    try {
      const messages = isExportedPage(text.slice(0, 4096)) ? (await import('./page.ts')).pageMessages(text) : (await import('./json.ts')).jsonMessages(text)
      for (const record of messages) { count++; yield { record: { ...record, ...stated(file.record) }, bytes: null, trouble: [], original } }
    } catch (error) {
      yield partInTrouble(file.record, 'bad_telegram', `${file.name} could not be read as an export of Telegram's: ${error instanceof Error ? error.message : String(error)}`, original)
      return
    }
    if (count === 0) yield partInTrouble(file.record, 'empty_archive', `${file.name} holds no message with words`, original)
  },
}

function isExportedPage(head: string): boolean {
  return /<title>Exported Data<\/title>/i.test(head) && /page_wrap|CheckLocation/.test(head)
}

/** Of the file's record what holds for each message. */
function stated({ outlet, language }: { outlet?: string | undefined; language?: string | undefined }): { outlet?: string; language?: string } {
  return { ...(outlet === undefined ? {} : { outlet }), ...(language === undefined ? {} : { language }) }
}
