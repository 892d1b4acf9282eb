// What a page says of itself as schema.org data.

export interface LdPost {
  id: string | null
  headline: string | null
  author: string | null
  published: string | null
  modified: string | null
  body: string | null
}

export interface LdArticle {
  types: string[]
  headline: string | null
  published: string | null
  modified: string | null
  authors: string[]
  publisher: string | null
  language: string | null
  url: string | null
  body: string | null
  posts: LdPost[]
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Entry = { [key: string]: Json }

const LARGEST = 4 * 1024 * 1024
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|WebPage|CreativeWork|PodcastEpisode|SocialMediaPosting)$/

/** Marks by which old pages hide their data from older browsers. */
const OPENERS = ['<!--', '<![CDATA[', '//<![CDATA[', '// <![CDATA[', '/*<![CDATA[*/', '/* <![CDATA[ */']
const CLOSERS = [';', '-->', ']]>', '//', '/*]]>*/', '/* ]]> */']

function unwrapped(data: string): string {
  let text = data.trim()
  const opener = OPENERS.find((mark) => text.startsWith(mark))
  if (opener !== undefined) text = text.slice(opener.length).trimStart()
  for (let closer = CLOSERS.find((mark) => text.endsWith(mark)); closer !== undefined; closer = CLOSERS.find((mark) => text.endsWith(mark))) text = text.slice(0, -closer.length).trimEnd()
  return text
}

function parse(data: string): Json {
  if (data.length > LARGEST) return null
  const text = unwrapped(data)
  for (const reading of [text, text.replace(/[\0-\x1f]/g, ' ')]) {
    try { return JSON.parse(reading) as Json } catch { /* the other reading may do */ }
  }
  return null
}

const isEntry = (value: Json | undefined): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: Json | undefined): Json[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value])
const textOf = (value: Json | undefined): string | null => {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

/** The names in an author or publisher value: strings, things with a name, or lists of these. */
function namesOf(value: Json | undefined): string[] {
  const names: string[] = []
  for (const item of listOf(value)) {
    const name = isEntry(item) ? textOf(item['name']) : typeof item === 'string' && !/^https?:/.test(item) ? item.trim() : null
    if (name !== null && name !== '' && name.length < 120) names.push(name)
  }
  return names
}

const typesOf = (entry: Entry): string[] => listOf(entry['@type']).filter((type): type is string => typeof type === 'string').map((type) => type.replace(/^.*[/#]/, ''))

function toPost(entry: Entry): LdPost {
  return {
    id: textOf(entry['@id']) ?? textOf(entry['url']) ?? textOf(entry['mainEntityOfPage']), headline: textOf(entry['headline']), author: namesOf(entry['author']).join(', ') || null,
    published: textOf(entry['datePublished']) ?? textOf(entry['dateCreated']), modified: textOf(entry['dateModified']), body: textOf(entry['articleBody']),
  }
}

function toArticle(entry: Entry, types: string[]): LdArticle {
  const about = entry['mainEntityOfPage']
  return {
    types, headline: textOf(entry['headline']) ?? (types.includes('WebPage') ? null : textOf(entry['name'])), published: textOf(entry['datePublished']) ?? textOf(entry['dateCreated']), modified: textOf(entry['dateModified']),
    authors: namesOf(entry['author']), publisher: namesOf(entry['publisher'])[0] ?? null, language: textOf(entry['inLanguage']),
    url: textOf(entry['url']) ?? (isEntry(about) ? textOf(about['@id']) : textOf(about)), body: textOf(entry['articleBody']), posts: listOf(entry['liveBlogUpdate']).filter(isEntry).map(toPost),
  }
}

const rank = (article: LdArticle): number => {
  let points = article.published !== null ? 4 : 0
  if (article.headline !== null) points += 2
  if (article.types.includes('LiveBlogPosting')) points += 8
  if (article.types.some((type) => /Article|BlogPosting|Report/.test(type))) points += 4
  if (article.types.includes('WebPage')) points -= 4
  return points
}

/** The article among the page's data blocks: the fullest of them. Broken blocks are passed over. */
export function readData(data: readonly string[]): LdArticle | null {
  let best: LdArticle | null = null, seen = 0
  const waiting: Json[] = data.map(parse).reverse()
  while (waiting.length > 0 && seen < 5000) {
    const value = waiting.pop()!
    seen++
    if (Array.isArray(value)) { for (let i = value.length - 1; i >= 0; i--) waiting.push(value[i]!); continue }
    if (!isEntry(value)) continue
    const types = typesOf(value)
    if (types.some((type) => ARTICLE.test(type))) {
      const article = toArticle(value, types)
      if (best === null || rank(article) > rank(best)) best = article
    }
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart'] as const) if (typeof value[key] === 'object' && value[key] !== null) waiting.push(value[key]!)
  }
  return best
}
