// The only door through which outside text enters a page.
const MARKUP = /[&<>"'`\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }

/** Text made safe as an element's content and inside a quoted attribute. Control characters and lone surrogates become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(MARKUP, (c) => ENTITY[c] ?? '\ufffd')
}

/** A web address that a link may carry, escaped; null for anything but http and https. */
export function safeHref(url: string | null | undefined): string | null {
  if (!url) return null
  try {
    const parsed = new URL(url)
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? escapeHtml(parsed.href) : null
  } catch {
    return null
  }
}

const PLAIN_ID = /^[A-Za-z0-9_.:-]{1,80}$/

/** A fragment identifier: `prefix-id` where the id is plain, else one made from its code points. The same id gives the same fragment. */
export function anchor(prefix: string, id: string): string {
  if (PLAIN_ID.test(id)) return `${prefix}-${id}`
  let hash = 0x811c9dc5
  let other = 0x1505
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0
    other = (Math.imul(other, 33) + id.charCodeAt(i)) >>> 0
  }
  return `${prefix}-x${hash.toString(36)}${other.toString(36)}`
}
