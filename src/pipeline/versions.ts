// Versions of one report beside each other: their order, and posts of a live blog that an earlier version worded otherwise.
import type { Post, Report } from '../model/report.ts'
import { earlierVersions, type PostText } from '../stages/read/versions.ts'
import { asOf, oldestFirst } from '../store/identity.ts'

/** Versions of one report, oldest first; the last is the current one. */
export function inOrder<Version extends { report: Report, summary: { version: number } }>(versions: readonly Version[]): Version[] {
  return oldestFirst(versions, ({ report, summary }) => ({ number: summary.version, asOf: asOf(report) }))
}

/** The posts of each version, oldest version first, with `supersedes` filled in where the post stood in the version before in other words. */
export function linkPosts(reports: readonly Report[]): Post[][] {
  return reports.map((report, i) => {
    const before = reports[i - 1]
    if (before === undefined || report.posts.length === 0 || before.posts.length === 0) return report.posts
    const here = new Set(report.posts.map((post) => post.id)), there = new Set(before.posts.map((post) => post.id))
    const fresh = report.posts.filter((post) => !there.has(post.id) && post.supersedes === null)
    const gone = before.posts.filter((post) => !here.has(post.id))
    if (fresh.length === 0 || gone.length === 0) return report.posts
    // printed newest first: what is fresh stands before what was there
    const earlier = earlierVersions([...fresh.map((post) => wordsOf(post, report)), ...gone.map((post) => wordsOf(post, before))])
    const supersedes = new Map<string, string>()
    fresh.forEach((post, n) => {
      const found = earlier[n]! - fresh.length
      if (found >= 0) supersedes.set(post.id, gone[found]!.id)
    })
    return report.posts.map((post) => (supersedes.has(post.id) ? { ...post, supersedes: supersedes.get(post.id)! } : post))
  })
}

function wordsOf(post: Post, { text }: Report): PostText {
  return { author: post.author, heading: post.heading, words: text.slice(post.start, post.end).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''), time: null }
}
