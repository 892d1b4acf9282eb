// Posts printed twice: the same post in an earlier wording, found by the words they share. Indexed by runs of words, so
// that a page of a thousand posts costs a thousand look-ups, not half a million comparisons.

export interface PostText {
  author: string | null
  heading: string | null
  /** Folded words of heading and body, in order. */
  words: string[]
  /** ISO, null if unknown. */
  time: string | null
}

const RUN = 3
const COMMON = 12 // a run of words that more posts than this share tells nothing
const ALIKE = 0.5
const ALIKE_SAME_HEADING = 0.3

function runsOf(words: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '))
  if (runs.size === 0 && words.length > 0) runs.add(words.join(' '))
  return runs
}

const fold = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Days of a month named in digits ("dec 30", "30 december"): two posts that name different ones are reports of different days. */
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
function namedDays(words: readonly string[]): Set<string> {
  const days = new Set<string>()
  for (let i = 0; i + 1 < words.length; i++) {
    const a = words[i]!, b = words[i + 1]!
    const month = MONTH.exec(a), after = MONTH.exec(b)
    if (month && /^\d{1,2}$/.test(b)) days.add(month[1]! + b)
    else if (after && /^\d{1,2}$/.test(a)) days.add(after[1]! + a)
  }
  return days
}

function sameDays(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === 0 || b.size === 0 || [...a].some((day) => b.has(day))
}

/**
 * For each post the index of the earlier version of it, or -1. Newest stands first, as live blogs print, unless the
 * posts' own times say otherwise; of several earlier copies the nearest is meant, so that three copies make a chain.
 */
export function earlierVersions(posts: readonly PostText[]): number[] {
  const runs = posts.map((post) => runsOf(post.words))
  const days = posts.map((post) => namedDays(post.words))
  const headings = posts.map((post) => fold(post.heading))
  const holders = new Map<string, number[]>()
  runs.forEach((set, i) => { for (const run of set) { const list = holders.get(run); if (!list) holders.set(run, [i]); else if (list.length <= COMMON) list.push(i) } })
  const order = printedOrder(posts)
  const rank = new Array<number>(posts.length)
  order.forEach((post, i) => { rank[post] = i })
  return posts.map((post, i) => {
    const shared = new Map<number, number>()
    for (const run of runs[i]!) {
      const list = holders.get(run)!
      if (list.length > COMMON) continue
      for (const other of list) if (rank[other]! > rank[i]!) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    let best = -1
    for (const [other, count] of shared) {
      const alike = count / (runs[i]!.size + runs[other]!.size - count)
      const same = headings[i] !== '' && headings[i] === headings[other]
      if (alike < (same ? ALIKE_SAME_HEADING : ALIKE) || !sameDays(days[i]!, days[other]!)) continue
      if (post.author !== null && posts[other]!.author !== null && fold(post.author) !== fold(posts[other]!.author) && alike < 0.8) continue
      if (best < 0 || rank[other]! < rank[best]!) best = other
    }
    return best
  })
}

/** Indexes of the posts, newest first. */
function printedOrder(posts: readonly PostText[]): number[] {
  const order = posts.map((_, i) => i)
  if (!posts.every((post) => post.time !== null)) return order
  return order.sort((a, b) => {
    const one = Date.parse(posts[a]!.time!), two = Date.parse(posts[b]!.time!)
    return one === two || Number.isNaN(one) || Number.isNaN(two) ? a - b : two - one
  })
}
