// The posts of a real outlet's live blogs: each with its author, heading, times and id, by the page's structure and by its
// data alone. Skipped where ../shared is absent.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Post } from '../../src/model/report.ts'
import { read } from '../../src/stages/read/index.ts'

interface Block { id: string; title?: string; attributes: { pinned: boolean; summary: boolean }; blockFirstPublished: number; blockLastUpdated: number; contributors: { name: string }[]; elements: { _type: string; html?: string }[] }
interface Blog { headline: string; blocks: Block[]; pinnedPost?: Block; linkedData: { '@type': string; author?: { name: string }[] }[] }

const folder = fileURLToPath(new URL('../../../shared/data/live-blogs/', import.meta.url))
const iso = (ms: number): string => new Date(ms).toISOString()
const blogOf = (name: string): Blog => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Blog

const blockAs = (block: Block, frame = ''): string => `<article id="block-${block.id}"><header><a href="#block-${block.id}"><time datetime="${iso(block.blockFirstPublished)}">${iso(block.blockFirstPublished).slice(11, 16)}</time></a>${block.title ? `<h2>${block.title}</h2>` : ''}${block.contributors.map(({ name }) => `<address class="contributor"><a rel="author" href="/p">${name}</a></address>`).join('')}</header>${block.elements.map(({ html }) => html ?? '').join('')}<footer>Updated at <time datetime="${iso(block.blockLastUpdated)}">${iso(block.blockLastUpdated).slice(11, 16)}</time>${frame}</footer></article>`
const pageOf = (blog: Blog, data: boolean): string => `<html lang="en"><head><title>${blog.headline}</title>${data ? `<script type="application/ld+json">${JSON.stringify(blog.linkedData)}</script>` : ''}</head><body><nav><a href="/">Home</a></nav><main><h1>${blog.headline}</h1>${blog.pinnedPost ? `<div class="pinned-post">${blockAs(blog.pinnedPost)}</div>` : ''}<div class="live-blog-blocks">${blog.blocks.map((block) => blockAs(block)).join('')}</div></main></body></html>`

const expectedOf = ({ blocks, linkedData }: Blog, named: boolean): unknown[] => {
  const authors = linkedData.find((one) => one['@type'] === 'LiveBlogPosting')?.author ?? []
  return blocks.map((block) => ({ anchor: block.id, author: block.contributors[0]?.name ?? (named && authors.length === 1 ? authors[0]!.name : null), heading: block.title ?? null, time: Date.parse(iso(block.blockFirstPublished)), modified: Date.parse(iso(block.blockLastUpdated)), summary: block.attributes.summary, pinned: false }))
}
const found = ({ anchor, author, heading, time, modified, summary, pinned }: Post): unknown => ({ anchor: anchor?.replace('block-', ''), author, heading, time: Date.parse(time!), modified: Date.parse(modified!), summary: summary === true, pinned: pinned === true })

describe.skipIf(!existsSync(folder))('live blogs of a real outlet (skipped: ../shared is absent)', () => {
  test.each(['Live.json', 'LiveBlogSingleContributor.json'])('%s', (name) => {
    const blog = blogOf(name)
    for (const data of [true, false]) {
      const { posts } = read({ id: 'x', html: pageOf(blog, data) }, null, { raw: false })
      const pinned = posts.filter((post) => post.pinned)
      expect(pinned.map((post) => [post.heading, post.anchor])).toEqual(blog.pinnedPost ? [[blog.pinnedPost.title, `block-${blog.pinnedPost.id}`]] : [])
      expect(posts.filter((post) => !post.pinned).map(found)).toEqual(expectedOf(blog, data))
      for (const block of blog.blocks) if (block.elements.some(({ html }) => (html?.replace(/<[^>]*>/g, '').length ?? 0) > 200)) expect(posts.filter((post) => post.anchor?.endsWith(block.id) && post.end - post.start > 100), block.id).toHaveLength(1)
    }
  })
  test('LiveBlogSingleContributor.json, its data alone', () => {
    const blog = blogOf('LiveBlogSingleContributor.json')
    const html = `<html><head><title>${blog.headline}</title><script type="application/ld+json">${JSON.stringify(blog.linkedData)}</script></head><body><div id="app"></div></body></html>`
    const { posts } = read({ id: 'x', html }, null, { raw: false })
    expect(posts.map(({ anchor }) => anchor)).toEqual(blog.blocks.map(({ id }) => id))
    expect(posts.every(({ author, heading, time, modified }) => author !== null && heading === null && time !== null && modified !== null)).toBe(true)
  })
})
