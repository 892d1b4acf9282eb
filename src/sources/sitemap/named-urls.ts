// The addresses that a sitemap names. Nothing else of it is read but when each was published or changed.
import { Parser } from 'htmlparser2'
import { decode } from '../bytes/decode.ts'

const MOST = 50_000
const LONGEST = 10_000

interface Entry { of: 'pages' | 'sitemaps', loc: string, published: string, changed: string }
type Field = 'loc' | 'published' | 'changed'

/** Where a sitemap says it: the schemas of sitemaps.org and of Google's news sitemaps. */
const FIELDS: Readonly<Record<string, Field>> = { loc: 'loc', lastmod: 'changed', 'news:publication_date': 'published' }

/** `pages`: of a sitemap; `sitemaps`: those that an index names. The newest first as far as they say when they are of, else as they stand. Entities declared in the file are not expanded. */
export function namedUrls(bytes: Uint8Array): { pages: string[], sitemaps: string[] } {
  const entries: Entry[] = []
  let entry: Entry | null = null, field: Field | null = null
  const parser = new Parser({
    onopentagname(name) {
      if (name === 'url' || name === 'sitemap') entry = { of: name === 'url' ? 'pages' : 'sitemaps', loc: '', published: '', changed: '' }
      field = FIELDS[name] ?? null
    },
    ontext(piece) { if (entry !== null && field !== null && entry[field].length < LONGEST) entry[field] += piece },
    onclosetag(name) {
      field = null
      if (name !== 'url' && name !== 'sitemap') return
      if (entry !== null && entry.loc.trim() !== '' && entries.length < MOST) entries.push(entry)
      entry = null
    },
  }, { xmlMode: true })
  parser.end(decode(bytes).text)
  const dated = entries.map(({ of, loc, published, changed }) => ({ of, loc: loc.trim(), at: Date.parse(published.trim() || changed.trim()) || 0 })).sort((a, b) => b.at - a.at)
  const named = (of: Entry['of']): string[] => dated.filter((one) => one.of === of).map(({ loc }) => loc)
  return { pages: named('pages'), sitemaps: named('sitemaps') }
}
