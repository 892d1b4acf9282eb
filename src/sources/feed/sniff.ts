// Telling a feed from its first bytes.
import { decode } from '../bytes/decode.ts'

const SNIFFED = 4096

/** true where the bytes begin like a feed. Only their head is looked at. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const { text } = decode(bytes.subarray(0, SNIFFED))
  return /<(?:rss|rdf:RDF)[\s>]|<(?:atom:)?feed[\s>][^>]*(?:2005\/Atom|purl\.org\/atom)/i.test(text) || /^\s*\{[^]{0,400}?"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(text)
}

/** true where the bytes begin like XML that is neither a feed nor a page: its tags would be read as reporting. */
export function looksLikeOtherXml(bytes: Uint8Array): boolean {
  const { text } = decode(bytes.subarray(0, SNIFFED))
  return /^\s*<\?xml\s/i.test(text) && !looksLikeFeed(bytes) && !/<(?:!doctype\s+html|html)[\s>]/i.test(text)
}
