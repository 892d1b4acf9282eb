import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { feedEntries, isoDate } from '../../src/sources/feed/entries.ts'
import { looksLikeFeed, looksLikeOtherXml } from '../../src/sources/feed/sniff.ts'
import { gather } from '../../src/stages/gather/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet</title><language>en</language><item><title>One &amp; two</title><link>https://o.example/1</link><guid>g1</guid><pubDate>Tue, 06 May 2031 23:30:00 +0300</pubDate><description><![CDATA[<p>Two were hurt.</p>]]></description></item><item><description>Plain words.</description></item></channel></rss>'
const ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title><entry><id>tag:1</id><title>Head</title><link rel="self" href="https://o.example/self"/><link href="https://o.example/1"/><published>2031-05-06T23:30:00+03:00</published><content type="html">&lt;p&gt;Two were hurt.&lt;/p&gt;</content></entry></feed>'
const JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","title":"Outlet","items":[{"id":"1","url":"https://o.example/1","content_text":"Two were hurt."}]}'

describe('what is a feed', () => {
  test.each([
    [RSS, true, 'RSS'], [ATOM, true, 'Atom'], [JSON_FEED, true, 'JSON Feed'],
    ['<html><body><p>About &lt;rss&gt;</p></body></html>', false, 'a page that writes of feeds'],
    ['The feed said two were hurt.', false, 'a text'], ['', false, 'nothing'], ['{"text":"<p>"}', false, 'another JSON'],
  ])('%.40s', (text, expected) => expect(looksLikeFeed(bytes(text))).toBe(expected))
})

describe('what is XML and nothing to read', () => {
  test.each([
    ['<?xml version="1.0"?><urlset><url><loc>x</loc></url></urlset>', true, 'a sitemap'], ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>', false, 'a page written as XML'],
    [RSS, false, 'a feed'], ['Two were hurt.', false, 'a text'], ['<html>', false, 'a page'],
  ])('%.60s', (text, expected) => expect(looksLikeOtherXml(bytes(text))).toBe(expected))
})

describe('entries', () => {
  test('RSS: one record an entry, with the entry\'s own day, title and address', () => {
    const { records, trouble } = feedEntries({ file: 'f.xml' }, bytes(RSS))
    expect(trouble).toEqual([])
    expect(records[0]).toMatchObject({ id: 'g1', url: 'https://o.example/1', title: 'One & two', published: '2031-05-06T23:30:00+03:00', outlet: 'Outlet', language: 'en' })
    expect(records[0]?.html).toContain('<h1>One &amp; two</h1><p>Two were hurt.</p>')
    expect(records[1]).toEqual({ id: 'f.xml#2', outlet: 'Outlet', language: 'en', text: 'Plain words.' })
  })
  test('Atom: the alternate link, escaped markup', () => {
    expect(feedEntries({ file: 'f.xml' }, bytes(ATOM)).records[0]).toMatchObject({ id: 'tag:1', url: 'https://o.example/1', published: '2031-05-06T23:30:00+03:00', outlet: 'Outlet' })
  })
  test('JSON Feed', () => {
    expect(feedEntries({ file: 'f.json' }, bytes(JSON_FEED)).records[0]).toMatchObject({ id: '1', text: 'Two were hurt.' })
  })
  test('what the record of the file states beats the feed', () => {
    expect(feedEntries({ file: 'f.xml', outlet: 'Named', language: 'uk' }, bytes(RSS)).records[0]).toMatchObject({ outlet: 'Named', language: 'uk' })
  })
  test('a declared entity is not expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}">]><rss version="2.0"><channel><item><title>&a;&a;</title><description>w</description></item></channel></rss>`
    expect(JSON.stringify(feedEntries({ file: 'f.xml' }, bytes(bomb)).records).length).toBeLessThan(500)
  })
  test('what only begins like a feed is trouble, not a throw', () => {
    expect(feedEntries({ file: 'f.xml' }, bytes('<rss')).trouble.map((t) => t.code)).toContainEqual(expect.stringMatching(/^(?:bad|empty)_feed$/))
  })
})

describe('what a feed writes in its own way', () => {
  const only = (text: string, url?: string): object | undefined => feedEntries({ file: 'f.xml', ...(url === undefined ? {} : { url }) }, bytes(text)).records[0]
  test.each<[string, string, object, string?]>([
    ['a prefix for the standard itself', '<r:rss version="2.0" xmlns:r="urn:x"><r:channel><r:item><r:title>Head</r:title><r:link>https://o.example/1</r:link><r:description>Two were hurt.</r:description></r:item></r:channel></r:rss>', { title: 'Head', url: 'https://o.example/1', text: 'Two were hurt.' }],
    ['a name borrowed by another vocabulary', '<r:rss version="2.0" xmlns:r="urn:x"><r:channel><r:item><z:description xmlns:z="urn:z">Not this.</z:description><rss:description xmlns:rss="urn:x">Two were hurt.</rss:description></r:item></r:channel></r:rss>', { text: 'Two were hurt.' }],
    ['base64', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">VHdvIHdlcmUgaHVydA==</title></entry></feed>', { title: 'Two were hurt' }],
    ['Dublin Core beside RSS', '<rss version="2.0" xmlns:dc="d" xmlns:dcterms="t"><channel><item><dc:title>Head</dc:title><dcterms:issued>2031-05-06T10:00:00Z</dcterms:issued><description>Two were hurt.</description></item></channel></rss>', { title: 'Head', published: '2031-05-06T10:00:00Z' }],
    ['an address relative to the feed', '<rss version="2.0"><channel><item><link>/1</link><description>Two were hurt.</description></item></channel></rss>', { url: 'https://o.example/1' }, 'https://o.example/feed.xml'],
    ['a permanent guid for an address', '<rss version="2.0"><channel><item><guid>https://o.example/1</guid><description>Two were hurt.</description></item></channel></rss>', { url: 'https://o.example/1' }],
    ['a guid that is no address', '<rss version="2.0"><channel><item><guid isPermaLink="false">https://o.example/1</guid><description>Two were hurt.</description></item></channel></rss>', { id: 'https://o.example/1', text: 'Two were hurt.' }],
    ['a feed from before the standards', '<CHANNEL><ITEM HREF="https://o.example/1" LASTMOD="2031-05-06"><TITLE>Head</TITLE><ABSTRACT>Two were hurt.</ABSTRACT></ITEM></CHANNEL>', { title: 'Head', url: 'https://o.example/1', published: '2031-05-06', text: 'Two were hurt.' }],
  ])('%s', (_, text, expected, url) => expect(only(text, url)).toMatchObject(expected))
})

describe('dates keep the writer\'s day', () => {
  test.each([
    ['Sun, 11 May 2031 12:10:00 GMT', '2031-05-11T12:10:00Z'], ['11 May 31', '2031-05-11'], ['Sun, 11 May 2031 00:10 -0400', '2031-05-11T00:10:00-04:00'],
    ['2031-05-11', '2031-05-11'], ['2031-05-11 10:00:00Z', '2031-05-11T10:00:00Z'], ['last Sunday', undefined], ['45 Foo 2031', undefined], ['', undefined],
  ])('%s', (given, expected) => expect(isoDate(given)).toBe(expected))
})

test('a feed in a manifest is gathered entry by entry', async () => {
  const samples = fileURLToPath(new URL('../../samples/manifest.jsonl', import.meta.url))
  const found = []
  for await (const { record } of gather({ manifest: samples })) if (record.id?.startsWith('hp-')) found.push(record.published)
  expect(found).toEqual(['2031-05-11T12:10:00Z', '2031-05-09T08:30:00Z', '2031-05-08T16:45:00Z'])
})

const hostile = fileURLToPath(new URL('../../../shared/data/hostile/naughty-strings.json', import.meta.url))
test.skipIf(!existsSync(hostile))('hostile strings in every field neither throw nor hang (skipped where ../shared is absent)', () => {
  const strings = JSON.parse(readFileSync(hostile, 'utf8')) as string[]
  const read = strings.map((text) => feedEntries({ file: 'f.xml' }, bytes(`<rss version="2.0"><channel><title>${text}</title><item><title>${text}</title><pubDate>${text}</pubDate><link>${text}</link><description>${text}</description></item></channel></rss>`)))
  expect(read).toHaveLength(strings.length)
})
