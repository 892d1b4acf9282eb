// The versions of one report, and the wordings of its posts, set beside each other.
import type { CorrectionNotice, ReportChange } from '../../model/change.ts'
import type { Claim } from '../../model/claim.ts'
import type { Post, Report } from '../../model/report.ts'
import { noticesIn } from '../../stages/read/corrections.ts'
import type { KeptReading } from '../../store/store.ts'
import { inOrder, linkPosts } from '../versions.ts'
import { compareClaims } from './compare.ts'

type Version = Pick<KeptReading, 'summary' | 'report' | 'claims'>

/** A version taken apart: what it claims and which notices it brings, for the report itself (null) and for each post by its id. */
interface Taken {
  version: Version
  posts: readonly Post[]
  claims: Map<string | null, Claim[]>
  notices: Map<string | null, CorrectionNotice[]>
}

/** The changes from each version of a report to the next, oldest first. Versions that change nothing that is reported give none. */
export function changesBetween(versions: readonly Version[]): ReportChange[] {
  const ordered = inOrder(versions), posts = linkPosts(ordered.map(({ report }) => report))
  const changes: ReportChange[] = []
  let before: Taken | null = null
  for (const [i, version] of ordered.entries()) {
    const after = takeApart(version, posts[i]!)
    changes.push(...stepBetween(before, after).filter(({ notices, claims }) => notices.length + claims.length > 0))
    before = after
  }
  return changes
}

function takeApart(version: Version, posts: readonly Post[]): Taken {
  const { report, claims: all } = version
  const claims = new Map<string | null, Claim[]>(), notices = new Map<string | null, CorrectionNotice[]>()
  const put = <Value>(map: Map<string | null, Value[]>, key: string | null, value: Value): void => { const known = map.get(key); if (known) known.push(value); else map.set(key, [value]) }
  const found = noticesIn(report)
  for (const { kind, words, start } of found) put(notices, start === null ? null : posts[postAt(report, start)]?.id ?? null, { kind, words })
  for (const claim of all) {
    // what a notice tells is what was said before: it is no saying of this version's
    const spans = [claim, ...claim.also].filter(({ start }) => !found.some((notice) => notice.start !== null && start >= notice.start && start < notice.end!))
    for (const key of new Set(spans.map(({ start }) => posts[postAt(report, start)]?.id ?? null))) put(claims, key, claim)
  }
  return { version, posts, claims, notices }
}

/** Index of the post that an offset stands in, -1 for none. Posts stand one after another. */
function postAt({ posts }: Report, offset: number): number {
  let low = 0, high = posts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1, { start, end } = posts[middle]!
    if (offset < start) high = middle - 1
    else if (offset >= end) low = middle + 1
    else return middle
  }
  return -1
}

function* stepBetween(before: Taken | null, after: Taken): Generator<ReportChange> {
  const there = new Map((before?.posts ?? []).map((post) => [post.id, post])), here = new Map(after.posts.map((post) => [post.id, post]))
  const known = new Set([...before?.notices.values() ?? []].flat().map(({ words }) => folded(words)))
  const change = (from: Taken | null, about: { post: Post, is: 'new' | 'edited' | 'gone' } | null, claims: ReportChange['claims']): ReportChange =>
    ({ ...changeOf(from, after, about, claims), notices: about?.is === 'gone' ? [] : (after.notices.get(about?.post.id ?? null) ?? []).filter(({ words }) => !known.has(folded(words))) })
  // an article that became a live blog, or the other way round, is looked at as a whole
  const asWhole = before !== null && (before.posts.length === 0) !== (after.posts.length === 0)
  const claimsOf = (taken: Taken): Claim[] => (asWhole ? [...taken.version.claims] : taken.claims.get(null) ?? [])
  yield change(before, null, before === null ? [] : compareClaims(claimsOf(before), claimsOf(after)))
  for (const post of after.posts) {
    const claims = after.claims.get(post.id) ?? [], earlier = there.has(post.id) ? post.id : post.supersedes
    if (earlier !== null && earlier !== post.id && here.has(earlier)) yield change(after, { post, is: 'edited' }, compareClaims(after.claims.get(earlier) ?? [], claims))
    else if (earlier !== null && there.has(earlier)) yield change(before, { post, is: 'edited' }, compareClaims(before!.claims.get(earlier) ?? [], claims))
    else yield change(before, { post, is: 'new' }, before === null || asWhole ? [] : compareClaims([], claims))
  }
  if (before === null) return
  const replaced = new Set(after.posts.map(({ supersedes }) => supersedes))
  for (const post of stillToBeShown(before.posts, here)) if (!here.has(post.id) && !replaced.has(post.id)) yield change(before, { post, is: 'gone' }, compareClaims(before.claims.get(post.id) ?? [], []))
}

/** Posts of the version before that a page shows as long as they stand: the oldest drop off its end without having been taken back. */
function stillToBeShown(posts: readonly Post[], here: ReadonlyMap<string, Post>): readonly Post[] {
  const last = posts.findLastIndex(({ id }) => here.has(id)), first = posts.findIndex(({ id }) => here.has(id))
  const times = [...here.values()].flatMap(({ time }) => (time === null ? [] : [Date.parse(time)])).filter((time) => !Number.isNaN(time))
  const oldest = times.length === 0 ? null : times.reduce((least, time) => Math.min(least, time))
  return first < 0 ? [] : posts.filter(({ time }, i) => (time !== null && oldest !== null ? Date.parse(time) >= oldest : i > first && i < last))
}

function changeOf(from: Taken | null, to: Taken, about: { post: Post, is: 'new' | 'edited' | 'gone' } | null, claims: ReportChange['claims']): Omit<ReportChange, 'notices'> {
  const { summary, report } = to.version
  const post = about === null ? null : { id: about.post.id, author: about.post.author, heading: about.post.heading, time: about.post.time, is: about.is }
  const published = from !== null && from.version.report.published !== report.published ? report.published : null
  return {
    report: summary.id, doc: summary.doc, key: summary.key, title: summary.title, outlet: summary.outlet, url: report.url, post,
    from: from?.version.summary.version ?? null, to: summary.version, at: summary.addedAt,
    told: about === null || about.is === 'gone' ? report.modified ?? published : about.post.modified ?? about.post.time, claims,
  }
}

const folded = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
