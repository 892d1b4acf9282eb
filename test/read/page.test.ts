// A web page to a report: the article found, the frame left, what the page states of itself.
import { describe, expect, test } from 'vitest'
import type { Report, ReportRecord } from '../../src/model/report.ts'
import { parseDate, urlDate } from '../../src/sources/page/dates.ts'
import { parsePage } from '../../src/sources/page/tree.ts'
import { read } from '../../src/stages/read/index.ts'
import { cpuMs } from '../growth.ts'

const PROSE = ['The harbour of Port Ellery came under fire on Monday evening, the regional governor said.', 'Two people were killed when a drone struck a ferry at the quay, and three others were taken to hospital.', 'Rescue teams were still at work at midnight, a spokeswoman for the fire service added.']
const PARAGRAPHS = PROSE.map((text) => `<p>${text}</p>`).join('')
const readPage = (html: string, more: ReportRecord = {}): Report => read({ id: 'x', html, ...more }, null, { raw: false })
const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><title>Ferry struck at the quay | The Courier</title>${head}</head><body>${body}</body></html>`
const ARTICLE = `<article><h1>Ferry struck at the quay</h1>${PARAGRAPHS}</article>`

describe('the article stands, the frame goes', () => {
  const NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/coast">Coast</a></li></ul></nav>'
  const CARDS = '<div class="more"><h2>Also on the site</h2>' + ['Ferries sold to a bidder', 'Council meets again on Friday', 'Winter storms are coming'].map((head) => `<div class="card"><h3><a href="/x">${head}</a></h3><p>A short teaser says what the story is about, and no more than that.</p></div>`).join('') + '</div>'
  test.each<[why: string, body: string]>([
    ['an article element', NAVIGATION + ARTICLE + '<footer>About us</footer>'],
    ['nothing but paragraphs', `<h1>Ferry struck at the quay</h1>${PARAGRAPHS}`],
    ['divisions without names', `<div><div>${NAVIGATION}</div><div><h1>Ferry struck at the quay</h1><div>${PARAGRAPHS}</div></div></div>`],
    ['line breaks for paragraphs', `<h1>Ferry struck at the quay</h1><div>${PROSE.join('<br><br>')}</div>`],
    ['a layout table', `<table><tr><td>${NAVIGATION}</td></tr><tr><td><h1>Ferry struck at the quay</h1>${PARAGRAPHS}</td></tr></table>`],
    ['elements that nobody closed', `<h1>Ferry struck at the quay<div><p>${PROSE.join('<p>')}`],
    ['a side column with more words', `${ARTICLE}<aside>${'<p>Elsewhere on the site, much is written about other things that are not the ferry at all.</p>'.repeat(6)}</aside>`],
    ['comments below', `${ARTICLE}<section id="comments">${'<p>I have always said that the ferries of this coast are not safe, and nobody ever listens.</p>'.repeat(3)}</section>`],
    ['teasers of other stories', ARTICLE + CARDS],
    ['a share bar and a hidden line within', ARTICLE.replace('</p><p>', '</p><div class="share-bar"><button>Share</button></div><p style="display:none">Hidden words that no reader sees here.</p><p>')],
    ['a sign-up box within', ARTICLE.replace('</p><p>', '</p><div class="newsletter-box"><h3>The Bulletin</h3><p>Get it every morning.</p></div><p>')],
    ['scripts, styles and what no browser shows', ARTICLE.replace('</p><p>', '</p><script>var words = "The ferry sank."</script><style>p{}</style><noscript>Turn it on.</noscript><template><p>Not yet there.</p></template><p>')],
    ['a prompt in words alone', ARTICLE.replace('</p><p>', '</p><p>READ MORE: Ferries of the coast</p><p>')],
    ['a list of links', ARTICLE.replace('</p><p>', '</p><ul><li><a href="/1">How the ferries came to the coast</a></li><li><a href="/2">Who owns the quay</a></li></ul><p>')],
  ])('%s', (_why, body) => {
    const report = readPage(page(body))
    expect(report.text.split(/\n+/)).toEqual(['Ferry struck at the quay', ...PROSE])
    expect(report).toMatchObject({ title: 'Ferry struck at the quay', kind: 'article' })
    expect(report.passages.map((passage) => passage.kind)).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph'])
  })
  test('an element with a misleading name that holds the article is the article', () => {
    expect(readPage(page(`<div class="sidebar-layout related"><h1>Ferry struck at the quay</h1>${PARAGRAPHS}</div>`)).text).toContain(PROSE[1])
  })
  test('what was left out within the article is listed with its reason', () => {
    expect(readPage(page(ARTICLE.replace('</p><p>', '</p><div class="ad-slot"><p>Buy a boat of your own today.</p></div><p>'))).removed).toContainEqual({ text: 'Buy a boat of your own today.', why: 'advertisement' })
  })
})

test('kinds: standfirst, byline, subheading, list, quotation, table, caption, credit', () => {
  const report = readPage(page(`<article><h1>Ferry struck at the quay</h1><p class="standfirst">Two people are dead and the coast is without its ferries.</p><p class="byline">By Ann Lee</p><p>${PROSE[0]}</p><figure><img src="x"><figcaption>A ferry at the quay. Photograph: Jo Smith/Reuters</figcaption></figure><h2>A long night</h2><p>${PROSE[1]}</p><ul><li>The bridge is closed.</li></ul><blockquote>“We will rebuild the quay.”</blockquote><table><tr><td>Killed</td><td>2</td></tr></table><p>${PROSE[2]}</p></article>`))
  expect(report.passages.map(({ kind, start, end }) => [kind, report.text.slice(start, end)])).toEqual([
    ['headline', 'Ferry struck at the quay'], ['standfirst', 'Two people are dead and the coast is without its ferries.'], ['byline', 'By Ann Lee'], ['paragraph', PROSE[0]], ['caption', 'A ferry at the quay.'], ['credit', 'Jo Smith/Reuters'],
    ['subheading', 'A long night'], ['paragraph', PROSE[1]], ['list_item', 'The bridge is closed.'], ['quotation', '“We will rebuild the quay.”'], ['table', 'Killed | 2'], ['paragraph', PROSE[2]],
  ])
})

describe('what the page states of itself', () => {
  const ld = (more: object): string => `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Ferry struck at the quay', ...more })}</script>`
  test.each<[why: string, head: string, body: string, url: string | undefined, published: string | null]>([
    ['schema.org data', ld({ datePublished: '2031-05-06T20:10:00+02:00' }), '', undefined, '2031-05-06T20:10:00+02:00'],
    ['data in a graph', `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['NewsArticle'], datePublished: '2031-05-06' }] })}</script>`, '', undefined, '2031-05-06'],
    ['broken data beside good', '<script type="application/ld+json">{"@type":</script>' + ld({ datePublished: '2031-05-06' }), '', undefined, '2031-05-06'],
    ['a meta element', '<meta property="article:published_time" content="2031-05-06T18:10:00Z">', '', undefined, '2031-05-06T18:10:00Z'],
    ['a time element', '', '<time datetime="2031-05-06">on Tuesday</time>', undefined, '2031-05-06'],
    ['the address', '', '', 'https://o.example/2031/05/06/ferry', '2031-05-06'],
    ['words near the headline', '', '<p>Published May 6, 2031</p>', undefined, '2031-05-06'],
    ['UTC a day after the printed day', ld({ datePublished: '2031-05-07T03:00:00Z' }), '<p>May 6, 2031</p>', undefined, '2031-05-06'],
    ['a printed day of an update is not that of publication', '', '<p>Updated on May 9, 2031</p><p>May 6, 2031</p>', undefined, '2031-05-06'],
    ['but it is the day where no other is stated', '', '<p>Last updated: May 9, 2031</p>', undefined, '2031-05-09'],
    ['a date in the text is none', '', '', undefined, null],
    ['an impossible day', '<meta name="date" content="2031-02-31">', '', undefined, null],
  ])('published: %s', (_why, head, body, url, published) => {
    expect(readPage(page(`<h1>Ferry struck at the quay</h1>${body}${PARAGRAPHS}<p>The talks are to begin on July 1, 2031, if both sides come to the island at all by then.</p>`, head), { url }).published).toBe(published)
  })
  test.each<[why: string, head: string, body: string, modified: string | undefined, from: string | undefined]>([
    ['schema.org data', ld({ datePublished: '2031-05-06T20:10:00Z', dateModified: '2031-05-07T08:00:00Z' }), '', '2031-05-07T08:00:00Z', 'json_ld'],
    ['a meta element', '<meta property="article:modified_time" content="2031-05-07T08:00:00Z">', '', '2031-05-07T08:00:00Z', 'meta'],
    ['a time element that calls itself so', '', '<time itemprop="dateModified" datetime="2031-05-07">yesterday</time>', '2031-05-07', 'time_element'],
    ['one of publication', '', '<time datetime="2031-05-07">yesterday</time>', undefined, undefined],
    ['nothing', '', '', undefined, undefined],
  ])('modified: %s', (_why, head, body, modified, from) => {
    const report = readPage(page(`<h1>Ferry struck at the quay</h1>${body}${PARAGRAPHS}`, head))
    expect([report.modified, report.modifiedFrom]).toEqual([modified, from])
  })
  test.each<[why: string, head: string, body: string, byline: string | undefined]>([
    ['the data name them', ld({ author: [{ name: 'Ann Lee' }, { name: 'Jo Smith' }] }), '', 'Ann Lee, Jo Smith'],
    ['printed', '', '<p class="byline">By Ann Lee</p>', 'Ann Lee'],
    ['nobody is named', '', '<p class="byline">May 6, 2031</p>', undefined],
  ])('byline: %s', (_why, head, body, byline) => {
    expect(readPage(page(`<h1>Ferry struck at the quay</h1>${body}${PARAGRAPHS}`, head)).byline).toBe(byline)
  })
  test('what the record says of its change beats the page', () => {
    expect(readPage(page(ARTICLE, ld({ dateModified: '2031-05-07' })), { modified: '2031-05-08T00:00:00Z' })).toMatchObject({ modified: '2031-05-08T00:00:00Z', modifiedFrom: 'record' })
  })
  test('outlet, language and address; the record beats the page', () => {
    const html = page(ARTICLE, '<meta property="og:site_name" content="The Ellery Courier"><link rel="canonical" href="https://o.example/ferry">')
    expect(readPage(html)).toMatchObject({ outlet: 'The Ellery Courier', language: 'en', url: 'https://o.example/ferry', key: 'https://o.example/ferry' })
    expect(readPage(html, { outlet: 'Named', language: 'uk', url: 'http://other.example/a/?utm_source=x#top', published: '2031-01-01', title: 'Given' })).toMatchObject({ outlet: 'Named', language: 'uk', key: 'https://other.example/a', published: '2031-01-01', title: 'Given' })
  })
  test.each<[why: string, canonical: string, url: string | undefined, expected: string | undefined]>([
    ['another report', 'https://orig.example/story?utm_source=x', 'https://o.example/copy', 'https://orig.example/story'],
    ['another report of the site, without its host', '/story', 'https://o.example/copy', 'https://o.example/story'],
    ['itself', 'https://o.example/copy/', 'https://o.example/copy?ref=1', undefined],
    ['itself, under http', 'http://o.example/copy', 'https://o.example/copy', undefined],
    ['the site alone', 'https://orig.example/', 'https://o.example/copy', undefined],
    ['no address', 'nonsense', 'https://o.example/copy', 'https://o.example/nonsense'],
    ['a page without an address of its own is what it names', 'https://orig.example/story', undefined, undefined],
  ])('the report that a page says it is a copy of: %s', (_why, canonical, url, expected) => {
    expect(readPage(page(ARTICLE, `<link rel="canonical" href="${canonical}">`), url === undefined ? {} : { url }).canonical).toBe(expected)
  })
  test('an address that names only the site is no key', () => {
    expect(readPage(page(ARTICLE, '<link rel="canonical" href="https://o.example/">')).key).toBe('x')
  })
})

test.each([
  ['2031-05-06T20:10:00.123Z', '2031-05-06T20:10:00Z'], ['2031-05-06T20:10:00+0200', '2031-05-06T20:10:00+02:00'], ['2031-05-06 20:10', '2031-05-06T20:10:00'], ['20310506', '2031-05-06'], ['2031/05/06', '2031-05-06'],
  ['6 May 2031', '2031-05-06'], ['Tuesday, May 6th, 2031 8:10 pm', '2031-05-06T20:10:00'], ['Tue, 06 May 2031 20:10:00 +0200', '2031-05-06T20:10:00+02:00'], ['1935792000', '2031-05-06T00:00:00Z'],
  ['2031-13-01', null], ['2031-05-062031-05-07', null], ['yesterday', null], ['May 2031', null], ['', null], [undefined, null],
])('the date %s', (given, expected) => expect(parseDate(given)).toBe(expected))
test.each([['https://o.example/2031/05/06/ferry', '2031-05-06'], ['/2031/may/6/ferry', '2031-05-06'], ['/ferry-2031-05-06.html', '2031-05-06'], ['/news/20310506-ferry', '2031-05-06'], ['/2031/99/06/x', null], ['/article/2031', null], [null, null]])('the day in %s', (url, day) => expect(urlDate(url)).toBe(day))

describe('pages broken on purpose', () => {
  test.each<[why: string, html: string]>([
    ['nested 50,000 deep', `${'<div>'.repeat(50_000)}${PARAGRAPHS}`],
    ['50,000 inline elements deep', `${'<b>'.repeat(50_000)}${PARAGRAPHS}`],
    ['end tags that nothing opened', `${'</div></p></td>'.repeat(50_000)}${PARAGRAPHS}`],
    ['a table in the way of every end tag', `<div><table><td>${'<i>'.repeat(20_000)}${'</div>'.repeat(20_000)}${PARAGRAPHS}`],
    ['twenty thousand links', `${'<li><a href="x">One more of many links</a>'.repeat(20_000)}</ul>${PARAGRAPHS}`],
    ['a class of a megabyte', `<div class="${'a '.repeat(500_000)}">${PARAGRAPHS}</div>`],
    ['data nested deep', `<script type="application/ld+json">${'['.repeat(500_000)}</script>${PARAGRAPHS}`],
    ['half-open tags', `${PARAGRAPHS}${'<'.repeat(1_000_000)}`],
  ])('%s: read within two seconds of the processor', (_why, html) => {
    readPage(PARAGRAPHS) // the tables are loaded once
    let text = ''
    expect(cpuMs(() => { ({ text } = readPage(html)) })).toBeLessThan(2000)
    expect(text).toContain(PROSE[1])
  })
  test('no tag makes its way into the text', () => {
    const report = readPage(page(`<article><h1>Ferry</h1><p>${PROSE[0]}<img src=x onerror="alert(1)"><script>alert(2)</script></p>${PARAGRAPHS}</article>`))
    expect(report.text).not.toMatch(/[<>]|alert/)
  })
  test('the tree: every element ends after its children', () => {
    const tree = parsePage('<p>a<p>b<ul><li>c<li>d</ul><table><tr><td>e<td>f</table></div><br></p>x')
    for (let i = 0; i < tree.count; i++) {
      expect(tree.end[i]).toBeGreaterThan(i)
      if (tree.parent[i]! >= 0) expect(tree.end[i]).toBeLessThanOrEqual(tree.end[tree.parent[i]!]!)
    }
    expect(tree.tag.filter((tag) => tag === 'li' || tag === 'td')).toHaveLength(4)
  })
})
