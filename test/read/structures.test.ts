// Pages built in ways of their own: the same five paragraphs come out, and what is around them does not.
import { describe, expect, it } from 'vitest'
import { read } from '../../src/stages/read/index.ts'
import { growthFourfold } from '../growth.ts'

const PROSE = [
  'Two people were killed and three injured when a missile struck the harbour district of Port Ellery on Monday, the mayor told reporters at the scene.',
  'Rescue workers searched the ruins of a nine-storey block until late in the evening while neighbours carried water and blankets to the stairwells, officials said.',
  'The general staff said that air defences had brought down eleven of fourteen drones launched overnight, a figure that could not be verified.',
  'A spokesman for the navy denied that any warship had been in the bay at the time of the strike.',
  'Power was out in four districts and trains to the coast were held for six hours, the railway said.',
]
const OTHER = [
  'The council of Sandholm voted on Tuesday to close two schools and open a third in the old mill, after a debate of nine hours.',
  'Teachers had asked for another year, and eleven of the twenty members of the council agreed with them until the last vote was taken.',
  'The new school is to open in September, with room for four hundred pupils and a garden behind the mill, the head of the council said.',
]
const paragraphs = (words: readonly string[] = PROSE): string => words.map((one) => `<p>${one}</p>`).join('\n')
const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><title>Harbour struck in the night | The Lantern</title>${head}</head><body>${body}</body></html>`
const H1 = '<h1>Harbour struck in the night</h1>'
const COOKIES = Array.from({ length: 8 }, (_, i) => `<p>We and our ${i * 100 + 7} partners store and access information on a device, such as unique IDs in cookies, to process personal data, and you may accept or manage your choices at any time in the privacy policy page.</p>`).join('')
const THREAD = Array.from({ length: 30 }, (_, i) => `<li><b>reader${i}</b> <i>6 May 2031</i><p>I think that this is a terrible thing and that ${i * 7} people have surely been killed by now, whatever the mayor says about it, and nobody tells us.</p></li>`).join('')
const json = (id: string, value: object): string => `<script id="${id}" type="application/json">${JSON.stringify(value)}</script>`
const readPage = (html: string): ReturnType<typeof read> => read({ id: 'x', html }, null, { raw: false })
const words = (html: string): string[] => { const { text, passages } = readPage(html); return passages.filter(({ kind }) => kind !== 'headline').map(({ start, end }) => text.slice(start, end)) }

describe('the same five paragraphs', () => {
  it.each<[why: string, html: string]>([
    ['no h1', page(`<nav><a href="/">Home</a></nav><div class="x">${paragraphs()}</div>`)],
    ['line breaks alone', page(`${H1}<div>${PROSE.join('<br><br>')}</div>`)],
    ['elements without meaning', page(`<div><div>Harbour struck in the night</div><div>${PROSE.map((one) => `<div><span>${one}</span></div>`).join('')}</div></div>`)],
    ['no html, head or body', `<title>Harbour struck in the night</title>${H1}${PROSE.join('<p>')}`],
    ['several sections', page(`<main><section>${H1}${paragraphs(PROSE.slice(0, 2))}</section><section class="ad">Advertisement</section><section>${paragraphs(PROSE.slice(2, 4))}</section><section>${paragraphs(PROSE.slice(4))}</section></main>`)],
    ['preformatted and wrapped by hand', page(`${H1}<pre>${PROSE.map((one) => one.replace(/(.{50}\S*) /g, '$1\n')).join('\n\n')}</pre>`)],
    ['a table that lays out the page', page(`<table><tr><td><a href="/">Home</a><br><a href="/w">World</a></td><td>${H1}${paragraphs()}</td><td><a href="/1">Another story of the day</a></td></tr></table>`)],
    ['a cookie wall longer than the article', page(`<div id="cookie-consent" role="dialog"><h2>We value your privacy</h2>${COOKIES}<button>Accept</button></div><main>${H1}${paragraphs()}</main>`)],
    ['a cookie wall that nothing names', page(`<div class="a1"><h2>We value your privacy</h2>${COOKIES}</div><div class="b7">${H1}${paragraphs()}</div>`)],
    ['comments longer than the article', page(`<article>${H1}${paragraphs()}</article><section id="comments"><h2>Comments (30)</h2><ol>${THREAD}</ol></section>`)],
    ['comments that only their heading names', page(`<div>${H1}<div>${paragraphs()}</div><h3>Comments</h3><ol>${THREAD}</ol></div>`)],
    ['AMP', page(`<amp-sidebar><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article>${H1}${paragraphs(PROSE.slice(0, 3))}<amp-ad>Buy now the best thing of all for the very small price of ten.</amp-ad>${paragraphs(PROSE.slice(3))}</article>`)],
    ['a prompt to subscribe with its heading', page(`<article>${H1}${paragraphs()}<div><h2>Subscribe to read on</h2><p>Already a subscriber? Log in. Get unlimited access from one a week, cancel any time, with the app and the newsletter and much more beside it.</p></div></article>`)],
    ['a shadow root in the page', page(`<news-article><template shadowrootmode="open"><article>${H1}${paragraphs()}</article></template></news-article>`)],
    ['XML with a section of characters', `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Harbour struck in the night</title></head><body>${H1}<p><![CDATA[${PROSE[0]}]]></p>${paragraphs(PROSE.slice(1))}</body></html>`],
    ['marks of where words may be broken', page(`${H1}${paragraphs(PROSE.map((one) => one.replace(/people|harbour|neighbours|verified|warship/g, (word) => `${word.slice(0, 3)}&shy;${word.slice(3)}`).replace('the ', 'th&#8203;e ')))}`)],
    ['an application: its state as JSON, the article as markup', page(`<div id="__next"></div>${json('__NEXT_DATA__', { props: { pageProps: { article: { title: 'Harbour struck', url: 'https://o.example/1', body: paragraphs() }, related: [{ teaser: 'The council of the port met about the budget of the year on Monday evening.' }] } } })}`)],
    ['its article as parts', page(`<div id="__next"></div>${json('__NEXT_DATA__', { props: { article: { content: [{ type: 'image', caption: 'A ruin in the harbour, seen on Monday. Two people were killed in it.' }, ...PROSE.map((text) => ({ type: 'paragraph', text }))] }, related: [{ teaser: 'The council of the port met about the budget of the year on Monday evening.' }] } })}`)],
    ['its article as rich text', page(`<div id="app"></div>${json('state', { story: { blocks: PROSE.map((text) => ({ type: 'block', children: [{ text: text.slice(0, 30) }, { text: text.slice(30, 40), marks: ['bold'] }, { text: text.slice(40) }] })) } })}`)],
    ['its state as a script', page(`<div id="__nuxt"></div><script>window.__NUXT__=${JSON.stringify({ data: [{ article: { body: paragraphs() } }] })};</script>`)],
    ['its article in schema.org data', page('<div id="root"></div>', `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Harbour struck in the night', articleBody: PROSE.join('\n\n') })}</script>`)],
    ['for readers without scripts', page(`<div id="app"></div><noscript><article>${H1}${paragraphs()}</article></noscript>`)],
    ['the next story after it', page(`<article>${H1}${paragraphs()}</article><article><h1>Council closes two schools</h1>${paragraphs(OTHER)}</article>`)],
    ['a longer story before it, which the title does not name', page(`<main><article><h1>Council closes two schools</h1>${paragraphs([...OTHER, ...OTHER])}</article><article>${H1}${paragraphs()}</article></main>`)],
  ])('%s', (_why, html) => {
    const report = readPage(html)
    expect(words(html)).toEqual(PROSE)
    expect(report.title).toMatch(/^Harbour struck in the night/)
    expect(report.trouble).toEqual([])
    expect(report.published).toBeNull() // a day in a comment is none of the report's
  })
})

describe('figures', () => {
  it('a table gives a row at a time, so that a figure keeps the words at the head of its row', () => {
    const table = '<table><caption>Toll by district</caption><thead><tr><th>District</th><th>Killed</th><th>Injured</th></tr></thead><tbody><tr><td>Harbour</td><td>2</td><td>3</td></tr><tr><td>Old town</td><td>4</td><td>17</td></tr></tbody></table>'
    expect(words(page(`<article>${H1}${paragraphs(PROSE.slice(0, 2))}${table}${paragraphs(PROSE.slice(2))}</article>`))).toEqual([...PROSE.slice(0, 2), 'Toll by district', 'District | Killed | Injured', 'Harbour | 2 | 3', 'Old town | 4 | 17', ...PROSE.slice(2)])
  })
  it('a list gives its items', () => {
    expect(words(page(`<article>${H1}${paragraphs(PROSE.slice(0, 2))}<ul><li>Harbour district: 2 killed, 3 injured</li><li>Old town: 4 killed, 17 injured</li></ul>${paragraphs(PROSE.slice(2))}</article>`))).toEqual([...PROSE.slice(0, 2), 'Harbour district: 2 killed, 3 injured', 'Old town: 4 killed, 17 injured', ...PROSE.slice(2)])
  })
})

describe('what stays', () => {
  it('a page with a text of its own is not read from its data', () => {
    const other = 'Quite another text stands in the data of this page, of which nothing may be taken. '.repeat(20)
    expect(words(page(`<article>${H1}${paragraphs()}</article>${json('state', { body: other })}`))).toEqual(PROSE)
  })
  it('a short report is not taken for the longer story that the data hold, but goes on where they go on from it', () => {
    const brief = PROSE[3]!, state = (words: readonly string[]): string => page(`<article>${H1}<p>${brief}</p></article>${json('state', { story: { body: paragraphs(words) } })}`)
    const other = Array.from({ length: 12 }, (_, n) => `Quite another story of the year ${n} stands in the data of this page, and nothing of it may be taken.`)
    expect(words(state(other))).toEqual([brief])
    expect(words(state([brief, ...other]))).toEqual([brief, ...other])
  })
  it('a page of nothing but settings has no text', () => {
    expect(readPage(page(`<div id="app"></div>${json('config', { features: Array.from({ length: 50 }, (_, i) => ({ key: `feature-${i}`, url: `https://o.example/feature/number/${i}/of/all?with=parameters` })) })}<noscript>You need to enable JavaScript to run this app.</noscript>`)).trouble.map(({ code }) => code)).toEqual(['no_text'])
  })
  it('the only heading of a page without a title is its headline, in any script', () => {
    expect(readPage('<html dir="rtl" lang="he"><body><h1>פגיעה בנמל</h1><p>שני בני אדם נהרגו ושבעה נפצעו בפגיעת טיל ברובע הנמל ביום שני, כך מסר ראש העיר לעיתונאים במקום האירוע.</p></body></html>').title).toBe('פגיעה בנמל')
  })
  it('first headings within one article part it and nothing more', () => {
    expect(words(page(`<article>${H1}${paragraphs()}<section><h1>The council</h1>${paragraphs(OTHER)}</section></article>`)).filter((one) => one.length > 40)).toEqual([...PROSE, ...OTHER])
  })
  it('a heading over text stays where an advertisement stands between', () => {
    expect(words(page(`<article>${H1}${paragraphs(PROSE.slice(0, 2))}<h2>A long night</h2><p>Advertisement</p>${paragraphs(PROSE.slice(2))}</article>`))).toEqual([...PROSE.slice(0, 2), 'A long night', ...PROSE.slice(2)])
  })
})

it('hostile data neither throws nor takes long: deep, wide, cut off', () => {
  const deep = (n: number): string => page(`<div id="app"></div><script type="application/json">${'{"a":['.repeat(n)}"${PROSE[0]}"${']}'.repeat(n)}</script>`)
  for (const html of [deep(100_000), page(`<script type="application/json">{"a": "${PROSE[0]}`), page('<script>window.__X__ = {"a": function() {}}</script>'), page('<noscript><noscript><p>')]) expect(() => readPage(html)).not.toThrow()
  const wide = new Map([2000, 8000].map((n) => [n, page(json('state', { parts: Array.from({ length: n }, (_, i) => ({ text: `Part ${i} of it all says that the harbour was struck once more in the night.` })) }))]))
  expect(growthFourfold((n) => readPage(wide.get(n)!), 2000)).toBeLessThan(9)
})
