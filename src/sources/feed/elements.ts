// The entries of a feed by the plain names of their elements: for what the feed library refuses (a prefix it does not
// know, an element from before the standards) or leaves out (Dublin Core beside RSS, base64, addresses relative to a base).
// Entities that the file declares stay as they are written.
import { Parser } from 'htmlparser2'

/** One element of an entry: its name without a prefix, what is in it as text and as markup, the address it is relative to. */
export interface EntryElement {
  name: string
  prefix: string
  attributes: Readonly<Record<string, string>>
  /** Its text, decoded; of markup in it the markup. */
  content: string
  base: string | null
}

const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry'])
const LARGEST_ENTRY = 4_000_000

/** The elements of every entry (`<item>`, `<entry>`) in order, at most `most` entries. Never throws: what is broken ends early. */
export function entryElements(text: string, most: number): EntryElement[][] {
  const entries: EntryElement[][] = []
  const bases: (string | null)[] = [null]
  let entry: EntryElement[] | null = null, element: EntryElement | null = null, depth = 0, parts: string[] = [], size = 0
  const parser = new Parser({
    onopentag(tag, attributes) {
      const colon = tag.indexOf(':')
      const name = tag.slice(colon + 1).toLowerCase(), prefix = colon < 0 ? '' : tag.slice(0, colon).toLowerCase()
      const own = attributes['xml:base']
      bases.push(own === undefined ? bases.at(-1)! : resolved(own, bases.at(-1)!))
      if (element) { depth++; add(`<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${quoted(value)}"`).join('')}>`); return }
      if (entry) { element = { name, prefix, attributes, content: '', base: bases.at(-1)! }; depth = 0; parts = []; size = 0; return }
      if (ENTRIES.has(name) && entries.length < most) { entry = Object.entries(attributes).filter(([key, value]) => value !== '' && !key.includes(':')).map(([key, value]) => ({ name: key.toLowerCase() === 'href' ? 'link' : key.toLowerCase(), prefix, attributes: {}, content: value, base: bases.at(-1)! })); entries.push(entry) } // old feeds state an address and a day as attributes
    },
    ontext(written) {
      if (element) add(depth > 0 ? escaped(written) : written)
    },
    onclosetag(tag) {
      bases.pop()
      const name = tag.slice(tag.indexOf(':') + 1).toLowerCase()
      if (element && depth > 0) { depth--; add(`</${name}>`) }
      else if (element) { element.content = decoded(parts.join('').trim(), element.attributes); entry!.push(element); element = null }
      else if (entry && ENTRIES.has(name)) entry = null
    },
  }, { xmlMode: true, decodeEntities: true })
  parser.write(text)
  parser.end()
  return entries

  function add(written: string): void {
    size += written.length
    if (size <= LARGEST_ENTRY) parts.push(written)
  }
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
const quoted = (text: string): string => escaped(text).replace(/"/g, '&quot;')

const TEXTUAL = /^(?:text|html|xhtml|escaped|xml)?$|^text\/|[/+]xml$/i

/** Content that says it is base64 (Atom 0.3's mode, Atom 1.0's type that is neither text nor markup), as the text it stands for. */
function decoded(content: string, attributes: Readonly<Record<string, string>>): string {
  const base64 = attributes['mode']?.toLowerCase() === 'base64' || (attributes['mode'] === undefined && attributes['src'] === undefined && !TEXTUAL.test(attributes['type']?.trim() ?? ''))
  if (!base64 || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(content)) return content
  return new TextDecoder('utf-8').decode(Buffer.from(content, 'base64')).trim()
}

/** An address made whole by what it is relative to; as written where that is nothing. */
export function resolved(address: string, base: string | null): string {
  try { return base === null ? address : new URL(address, base).href } catch { return address }
}
