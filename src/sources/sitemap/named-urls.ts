// The addresses that a sitemap names, in its order. Nothing else of it is read.
import { Parser } from 'htmlparser2'
import { decode } from '../bytes/decode.ts'

const MOST = 50_000

/** `pages`: of a sitemap; `sitemaps`: those that an index names. Entities declared in the file are not expanded. */
export function namedUrls(bytes: Uint8Array): { pages: string[], sitemaps: string[] } {
  const found = { pages: [] as string[], sitemaps: [] as string[] }
  let within: 'pages' | 'sitemaps' | null = null, inLoc = false, text = ''
  const parser = new Parser({
    onopentagname(name) {
      const local = name.slice(name.indexOf(':') + 1)
      if (name === 'url') within = 'pages'
      else if (name === 'sitemap') within = 'sitemaps'
      inLoc = local === 'loc' && name === 'loc'
      if (inLoc) text = ''
    },
    ontext(piece) { if (inLoc && text.length < 10_000) text += piece },
    onclosetag(name) {
      if (name === 'loc' && inLoc && within !== null && found[within].length < MOST) found[within].push(text.trim())
      inLoc = false
      if (name === 'url' || name === 'sitemap') within = null
    },
  }, { xmlMode: true })
  parser.end(decode(bytes).text)
  return found
}
