// The head of a mail or of a saved page, by its first bytes.

/** The header lines at the beginning, names in lower case; null where the bytes begin otherwise. */
export function mailHead(head: Uint8Array): Map<string, string> | null {
  const found = new Map<string, string>()
  let last = ''
  for (const [i, line] of Buffer.from(head).toString('latin1').replace(/^\ufeff|^ï»¿/, '').split(/\r?\n/).entries()) {
    if (line === '') break
    if (i === 0 && line.startsWith('From ')) continue // a mailbox's mark
    const named = /^([!-9;-~]{1,76}):[ \t]?(.{0,2000})/.exec(line)
    if (named) { last = named[1]!.toLowerCase(); found.set(last, named[2]!) }
    else if (/^[ \t]/.test(line) && last !== '') found.set(last, `${found.get(last)!} ${line.trim()}`)
    else return null
  }
  return found.size > 0 ? found : null
}

/** true for a page that a browser saved whole: a web page and its parts in one MIME file. */
export function isSavedPage(head: Map<string, string> | null): boolean {
  return head !== null && (head.has('snapshot-content-location') || (/^multipart\/related/i.test(head.get('content-type') ?? '') && !head.has('to') && !head.has('received') && !head.has('message-id')))
}
