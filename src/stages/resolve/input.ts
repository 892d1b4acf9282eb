// What resolve is handed, put in one order that depends on nothing but the reports themselves.
import type { Claim } from '../../model/claim.ts'
import type { Post } from '../../model/report.ts'

/** A report with its claims. `report` is the name it is printed under (doc), `key` what it is known by across versions. */
export interface ResolveInput {
  report: string
  key: string
  /** ISO date or date-time. */
  published: string | null
  outlet: string | null
  url: string | null
  title: string | null
  /** The report that its page says it is a copy of, by key. */
  canonical?: string | undefined
  /** The clean text: near-copies are recognised by it, and claims lend words from around their quote. */
  text?: string
  posts: readonly Post[]
  claims: readonly Claim[]
  /** Place among the versions of its key, 1 the first; absent: told by the publication. */
  version?: number
}

/** A claim with its post and where it stands among the versions of its report. */
export interface Voiced {
  claim: Claim
  post: Post | null
  /** The first and the last of the report's versions that make it, counted from 0 among those handed in. */
  versions?: { first: number, last: number }
}

/** One version of a report with those of its claims that no later one makes. */
export interface Source {
  input: ResolveInput
  /** Place among the versions handed in, from 0. */
  version: number
  claims: Voiced[]
}

/** Code-unit order: the same on every machine, whatever its locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const stamp = (input: ResolveInput): string => `${input.published ?? ''}\u0000${input.report}\u0000${input.title ?? ''}\u0000${input.outlet ?? ''}\u0000${input.url ?? ''}`

function byVersion(a: ResolveInput, b: ResolveInput): number {
  if (a.version !== undefined && b.version !== undefined && a.version !== b.version) return a.version - b.version
  const stamped = byText(stamp(a), stamp(b))
  if (stamped !== 0) return stamped
  const text = byText(a.text ?? '', b.text ?? '')
  return text !== 0 ? text : byText(a.claims.map((claim) => claim.id).join(' '), b.claims.map((claim) => claim.id).join(' '))
}

/** Takes reports in any order, any batches and any repetition, and gives those of each key together. Of several inputs of one key the latest published speaks; claims of earlier ones that it does not repeat stay. Removed claims are left out. */
export function canonical(inputs: Iterable<ResolveInput>, isRemoved: (claim: string) => boolean = () => false): Source[][] {
  const byKey = Map.groupBy(inputs, ({ key }) => key)
  return [...byKey.keys()].sort(byText).map((key) => versionsOf(byKey.get(key)!, isRemoved))
}

/** The versions of one report, the latest first, each claim once. */
export function versionsOf(inputs: readonly ResolveInput[], isRemoved: (claim: string) => boolean = () => false): Source[] {
  const versions = inputs.length > 1 ? inputs.toSorted(byVersion) : inputs
  const first = new Map<string, number>()
  if (versions.length > 1) versions.forEach((version, i) => { for (const { id } of version.claims) if (!first.has(id)) first.set(id, i) })
  const sources: Source[] = []
  const seen = new Set<string>()
  for (let i = versions.length - 1; i >= 0; i--) {
    const input = versions[i]!
    const claims: Voiced[] = []
    for (const claim of input.claims) {
      if (seen.has(claim.id) || isRemoved(claim.id)) continue
      seen.add(claim.id)
      claims.push({ claim, post: claim.post === null ? null : input.posts[claim.post] ?? null, ...(versions.length > 1 ? { versions: { first: first.get(claim.id)!, last: i } } : {}) })
    }
    if (i === versions.length - 1 || claims.length > 0) sources.push({ input, version: i, claims })
  }
  return sources
}
