// Live blogs in plain text and as pages: posts, their authors and headings, their ids, and posts printed twice.
import { describe, expect, test } from 'vitest'
import { read } from '../../src/stages/read/index.ts'
import { growthFourfold } from '../growth.ts'
import { earlierVersions, type PostText } from '../../src/stages/read/versions.ts'

const readText = (text: string, id = 'x'): ReturnType<typeof read> => read({ id, text, language: 'en', published: '2031-05-06' }, null, { raw: false })
const post = (author: string, heading: string, ...lines: string[]): string => [`  • ${author}`, `    ${heading}`, ...lines.map((line) => `    ${line}`)].join('\n\n')
const FERRY = post('Ann Lee', 'Ferry struck at the quay', 'A ferry was struck at the quay of Port Ellery on Monday evening.', 'Two people were killed, the governor wrote on his channel.', 'Credit: AFP')
const FERRY_LATER = post('Ann Lee', 'Ferry struck at the quay', 'A ferry was struck at the quay of Port Ellery on Monday evening.', 'Three people were killed, the governor wrote on his channel.')
const POWER = post('Bo Holm', 'Power cut in Sandholm', 'Half of Sandholm has been without power since noon.', '“We are working on it,” the mayor said.')
const TALKS = post('Bo Holm', 'In pictures: talks on the island', 'Both sides met on the island for a second day.')
const BLOG = ['War on the coast: latest from Port Ellery | The Courier', 'Fighting goes on along the coast for a third day.', 'Read our blog from the coast below for every update…', POWER, FERRY_LATER, TALKS, FERRY, 'Source: Read Full Article'].join('\n\n')

describe('a live blog in plain text', () => {
  const report = readText(BLOG)
  test('each post with author and heading, in order', () => {
    expect(report.kind).toBe('live_blog')
    expect(report.posts.map(({ author, heading }) => [author, heading])).toEqual([['Bo Holm', 'Power cut in Sandholm'], ['Ann Lee', 'Ferry struck at the quay'], ['Bo Holm', 'In pictures: talks on the island'], ['Ann Lee', 'Ferry struck at the quay']])
  })
  test('a post holds its lines and no more', () => {
    const { start, end } = report.posts[0]!
    expect(report.text.slice(start, end)).toBe('Bo Holm\n\nPower cut in Sandholm\n\nHalf of Sandholm has been without power since noon.\n\n“We are working on it,” the mayor said.')
    expect(report.text.slice(0, report.posts[0]!.start)).toContain('Fighting goes on')
    expect(report.credits).toEqual(['AFP'])
    expect(report.removed.map((one) => one.why)).toEqual(['related_links', 'source_line'])
  })
  test('the upper copy of a post printed twice is the later version', () => {
    expect(report.posts[1]!.supersedes).toBe(report.posts[3]!.id)
    expect(report.posts.map((one) => one.supersedes !== null)).toEqual([false, true, false, false])
  })
  test('ids: other furniture, a new post on top and a second run change none', () => {
    const ids = report.posts.map((one) => one.id)
    expect(readText(BLOG).posts.map((one) => one.id)).toEqual(ids)
    expect(readText(BLOG.replace('Source: Read Full Article', 'Share on Facebook').replace('Read our blog', 'Follow our blog')).posts.map((one) => one.id)).toEqual(ids)
    expect(readText(BLOG.replace(POWER, post('Bo Holm', 'Siren', 'A siren is sounding along the coast.') + '\n\n' + POWER)).posts.slice(1).map((one) => one.id)).toEqual(ids)
    expect(new Set(ids).size).toBe(4)
    expect(readText(BLOG, 'another').posts[0]!.id).not.toBe(ids[0])
  })
  test('the same post twice to the letter: two ids, the lower first', () => {
    const twice = readText([FERRY, POWER, TALKS, FERRY].join('\n\n'))
    expect(twice.posts[0]!.id).not.toBe(twice.posts[3]!.id)
    expect(twice.posts[3]!.id).toBe(report.posts[3]!.id)
    expect(twice.posts[0]!.supersedes).toBe(twice.posts[3]!.id)
  })
})

test.each<[why: string, heads: [string, string, string]]>([
  ['a time', ['14:05', '13.20 GMT', '12:01pm']],
  ['a time and a name', ['14:05 Ann Lee', '13:20 Bo Holm', '12:01 Ann Lee']],
  ['a name and a time', ['By Ann Lee, 14:05', 'By Bo Holm, 13:20', 'By Ann Lee, 12:01']],
])('posts that begin with %s', (_why, [one, two, three]) => {
  const report = readText(`Coast live: third day\n\n${one}\n\nFerry struck\n\nA ferry was struck at the quay on Monday evening.\n\n${two}\n\nPower cut\n\nHalf of Sandholm has been without power since noon.\n\n${three}\n\nTalks\n\nBoth sides met on the island again today.`)
  expect(report.kind).toBe('live_blog')
  expect(report.posts.map((p) => p.heading)).toEqual(['Ferry struck', 'Power cut', 'Talks'])
})

describe('what is no live blog', () => {
  test.each([
    ['a list of names', 'The dead\n\nThe police named the dead on Monday.\n\n• Ann Lee\n• Bo Holm\n• Mara Voss\n• Jo Smith'],
    ['a list of sentences', 'What we know\n\n• The bridge at Sandholm is closed.\n\n• The ferries lie at the quay.\n\n• The school in Ellery is closed.'],
    ['a programme', 'The day of the talks\n\n09:00\n10:30\n12:00\n\nNobody knows when they will end, the ministry said.'],
  ])('%s', (_why, text) => {
    expect(readText(text)).toMatchObject({ kind: 'article', posts: [] })
  })
})

describe('versions of posts', () => {
  const words = (text: string): string[] => text.toLowerCase().split(/\W+/)
  const make = (heading: string, body: string, more: Partial<PostText> = {}): PostText => ({ author: 'A', heading, words: [...words(heading), ...words(body)], time: null, ...more })
  const LOSSES = 'The general staff put the losses of the enemy at 900 soldiers 12 tanks and 30 guns as of'
  test.each<[why: string, posts: PostText[], expected: number[]]>([
    ['another number in the same words', [make('Raid', 'Three people were killed in the raid on the quay in the evening'), make('Raid', 'Two people were killed in the raid on the quay in the evening')], [1, -1]],
    ['three copies are a chain', [make('Raid', 'three dead at the quay in the evening raid'), make('Raid', 'two dead at the quay in the evening raid'), make('Raid', 'one dead at the quay in the evening raid')], [1, 2, -1]],
    ['another heading over the same words', [make('Raid at night', 'People were killed in the raid on the quay in the evening and the ferry sank'), make('Ferry sunk', 'People were killed in the raid on the quay in the evening and the ferry sank')], [1, -1]],
    ['the same heading every day over other words', [make('Morning update', 'The mayor spoke of a quiet night in the town'), make('Morning update', 'Ferries are back in service after weeks of repairs')], [-1, -1]],
    ['a daily count of another day', [make('Losses', `${LOSSES} may 6`), make('Losses', `${LOSSES} may 5`)], [-1, -1]],
    ['different posts', [make('Raid', 'two dead at the quay in the evening'), make('Talks', 'both sides met on the island for a second day')], [-1, -1]],
    ['oldest first, as the times say', [make('Raid', 'two dead at the quay in the evening raid', { time: '2031-05-06T10:00:00Z' }), make('Raid', 'three dead at the quay in the evening raid', { time: '2031-05-06T11:00:00Z' })], [-1, 0]],
  ])('%s', (_why, posts, expected) => expect(earlierVersions(posts)).toEqual(expected))
  test('four times as many posts are compared in about four times the time', () => {
    const many = Array.from({ length: 2000 }, (_, i) => make(`Update ${i}`, `${LOSSES} place${i} road${i * 7} hill${i * 13} ${i % 3 === 0 ? 'north' : 'south'} of the river`))
    expect(earlierVersions(many)).toHaveLength(2000)
    expect(growthFourfold((times) => earlierVersions(many.slice(0, times)), 500)).toBeLessThan(10)
  }, 60_000)
})

describe('posts that sum up others', () => {
  const first = 'A ferry was struck at the quay of Port Ellery on Monday evening.'
  const marked = (heading: string, line = first): boolean => readText(['Coast live: third day', POWER, post('Ann Lee', heading, line, 'Two people were killed, the governor wrote on his channel.'), TALKS].join('\n\n')).posts[1]!.summary === true
  test.each<[heading: string, line?: string]>([
    ['Summary'], ['Afternoon summary'], ['Closing summary'], ['Summary of the day’s events'], ['Key events'], ['What we know so far'], ['The day so far'], ['Here’s a recap'], ['The war on the coast at a glance'], ['What happened today, Monday 6 May'], ['Key developments of the third day'],
    ['Ferry struck at the quay', 'Here’s a recap of the day’s main events along the coast:'], ['It is now ten in Port Ellery', 'If you’re just joining us, here is where the fighting stands.'],
    ['Das Wichtigste im Überblick'], ['Was wir bisher wissen'], ['L’essentiel'], ['Ce que l’on sait'], ['Resumen'], ['Lo que se sabe hasta ahora'], ['Il punto'], ['Cosa sappiamo finora'], ['Podsumowanie dnia'], ['Co wiadomo'],
    ['Ponto de situação'], ['O que se sabe até agora'], ['Головне за добу'], ['Що відомо'], ['Главное к этому часу'], ['Итоги дня'], ['Ferry struck at the quay', 'Voici un résumé des principaux événements de la journée:'],
  ])('a summary: %s', (heading, line) => expect(marked(heading, line)).toBe(true))
  test.each<[heading: string, line?: string, why?: string]>([
    ['Ferry struck at the quay'], ['Six killed so far', first, 'a count'], ['What happened in Port Ellery', first, 'a report of one event'], ['Court gives summary judgment against the harbour', first], ['Mayor rejects the ministry’s summary of events', first], ['Ferry struck', 'The mayor gave a recap of the night to reporters at the quay.'],
    ['Підсумки референдуму в порту'], ['Итоги выборов на побережье'], ['Was am Montag im Hafen geschah'], ['El resumen del juez fue rechazado por el puerto'],
  ])('none: %s', (heading, line) => expect(marked(heading, line)).toBe(false))
})

describe('a live blog as a page', () => {
  const posts = [['a1', '10:20', 'Ferry struck', 'A ferry was struck at the quay of Port Ellery this morning, the governor said.', 'Ann Lee'], ['a2', '09:40', '', 'Half of Sandholm has been without power since six, the grid company wrote.', 'Bo Holm'], ['a3', '09:05', 'Talks', 'Both sides met on the island for a second day, diplomats said on Monday.', 'Ann Lee']] as const
  const at = (time: string): string => `2031-05-06T${time}:00+02:00`
  const article = ([id, time, heading, body, author]: readonly [string, string, string, string, string]): string => `<article id="post-${id}" class="entry"><time datetime="${at(time)}">${time}</time>${heading && `<h2>${heading}</h2>`}<span class="author">${author}</span><p>${body}</p><footer>Share</footer></article>`
  const page = (head: string, body: string): string => `<html lang="en"><head><title>Coast live</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>Coast live: third day of fighting</h1>${body}</main><footer>About us</footer></body></html>`
  const data = (full: boolean): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Coast live: third day of fighting', datePublished: at('08:00'), liveBlogUpdate: posts.map(([id, time, headline, articleBody, name]) => ({ '@type': 'BlogPosting', '@id': `https://o.example/live#post-${id}`, headline, datePublished: at(time), author: { name }, ...(full ? { articleBody } : {}) })) })}</script>`
  test.each<[why: string, html: string]>([
    ['data that names the elements', page(data(false), posts.map(article).join(''))],
    ['elements alike, each with its time', page('', `<div class="live-blog">${posts.map(article).join('')}</div>`)],
    ['elements with marks', page('', `<div itemscope itemtype="https://schema.org/LiveBlogPosting">${posts.map((one) => `<div itemprop="liveBlogUpdate">${article(one)}</div>`).join('')}</div>`)],
    ['data alone', page(data(true), '<div id="app"></div>')],
  ])('%s', (_why, html) => {
    const report = read({ id: 'x', html }, null, { raw: false })
    expect(report).toMatchObject({ kind: 'live_blog', title: 'Coast live: third day of fighting' })
    expect(report.posts.map(({ author, heading, time }) => [author, heading, time])).toEqual(posts.map(([, time, heading, , author]) => [author, heading || null, at(time)]))
    report.posts.forEach((one, i) => { expect(report.text.slice(one.start, one.end)).toContain(posts[i]![3]) })
    expect(report.text).not.toContain('Share')
  })
  const marked = (html: string): [string | null, boolean, boolean, string | undefined][] => read({ id: 'x', html }, null, { raw: false }).posts.map(({ heading, pinned, summary, anchor }) => [heading, pinned === true, summary === true, anchor])
  const LIST = `<div class="live-blog">${posts.map(article).join('')}</div>`
  const PLAIN = [['Ferry struck', false, false, 'post-a1'], [null, false, false, 'post-a2'], ['Talks', false, false, 'post-a3']]
  test.each<[why: string, html: string, expected: unknown[]]>([
    ['no post is marked', page('', LIST), PLAIN],
    ['a post pinned above the list is a post', page('', `<section class="pinned-post"><h2>Where the fronts run</h2><p>The front along the coast has not moved since Sunday, the general staff said.</p></section>${LIST}`), [['Where the fronts run', true, false, undefined], ...PLAIN]],
    ['one that is pinned in the list', page('', LIST.replace('id="post-a1" class="entry"', 'id="post-a1" class="entry entry--pinned"')), [['Ferry struck', true, false, 'post-a1'], ...PLAIN.slice(1)]],
    ['a pinned label in a post', page('', LIST.replace('<h2>Talks</h2>', '<p>Pinned</p><h2>Talks</h2>')), [...PLAIN.slice(0, 2), ['Talks', true, false, 'post-a3']]],
    ['a summary by its class', page('', LIST.replace('id="post-a1" class="entry"', 'id="post-a1" class="entry block--summary"')), [['Ferry struck', false, true, 'post-a1'], ...PLAIN.slice(1)]],
    ['a summary by its heading', page('', LIST.replace('<h2>Talks</h2>', '<h2>What we know so far</h2>')), [...PLAIN.slice(0, 2), ['What we know so far', false, true, 'post-a3']]],
    ['all posts in one pinned frame are no pinned posts', page('', `<div class="pinned">${LIST}</div>`), PLAIN],
  ])('%s', (_why, html, expected) => expect(marked(html)).toEqual(expected))
  test('data: each post with its own time of change; the page’s headline is none of a post', () => {
    const update = (n: number, headline: string): object => ({ '@type': 'BlogPosting', '@id': `block${n}`, headline, datePublished: at('10:00'), dateModified: at(`10:0${n}`), articleBody: `In part ${n} of the coast the ferries lie at the quay, the governor said.` })
    const html = page(`<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Coast live', datePublished: at('08:00'), liveBlogUpdate: [update(1, 'Coast live'), update(2, 'Ferries'), update(3, 'Coast live')] })}</script>`, '<div id="app"></div>')
    expect(read({ id: 'x', html }, null, { raw: false }).posts.map(({ heading, time, modified, anchor }) => [heading, time, modified, anchor])).toEqual([[null, at('10:00'), at('10:01'), 'block1'], ['Ferries', at('10:00'), at('10:02'), 'block2'], [null, at('10:00'), at('10:03'), 'block3']])
  })
  test('four times as many posts are read in about four times the time, by data and by likeness', () => {
    const many = (count: number): string => Array.from({ length: count }, (_, i) => article([`p${i}`, `1${i % 10}:20`, `Update ${i}`, `In place${i} near road${i * 7} a ferry with ${i} people came in after ${i % 60} minutes at sea, the governor said.`, 'Ann Lee'])).join('')
    const known = (count: number): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', liveBlogUpdate: Array.from({ length: count }, (_, i) => ({ '@id': `https://o.example/live#post-p${i}`, datePublished: at('08:00') })) })}</script>`
    expect(read({ id: 'x', html: page('', `<div class="live-blog">${many(1000)}</div>`) }, null, { raw: false }).posts).toHaveLength(1000)
    for (const data of [false, true]) expect(growthFourfold((times) => read({ id: 'x', html: page(data ? known(times) : '', `<div class="live-blog">${many(times)}</div>`) }, null, { raw: false }), 250)).toBeLessThan(10)
  }, 60_000)
  test('comments with times under an article are no posts', () => {
    const html = `<html><head><title>Ferry struck</title></head><body><article><h1>Ferry struck at the quay</h1>${'<p>A ferry was struck at the quay of Port Ellery on Monday, the governor said.</p>'.repeat(5)}</article><div id="comments">${posts.map((one) => article(one).replace('class="entry"', 'class="comment"')).join('')}</div></body></html>`
    expect(read({ id: 'x', html }, null, { raw: false })).toMatchObject({ kind: 'article', posts: [] })
  })
})
