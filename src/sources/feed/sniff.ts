// Telling a feed from its first bytes.
import { decode } from '../bytes/decode.ts'

const SNIFFED = 4096

/** true where the bytes begin like a feed. Only their head is looked at. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const { text } = decode(bytes.subarray(0, SNIFFED))
  return /<(?:rss|rdf:RDF)[\s>]|<(?:atom:)?feed[\s>][^>]*(?:2005\/Atom|purl\.org\/atom)/i.test(text) || /^\s*\{[^]{0,400}?"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(text)
}
