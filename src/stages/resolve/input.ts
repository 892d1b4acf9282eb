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
  /** The clean text: near-copies are recognised by it, and claims lend words from around their quote. */
  text?: string
  posts: readonly Post[]
  claims: readonly Claim[]
  /** Place among the versions of its key, 1 the first; absent: told by the publication. */
  version?: number
}

/** A claim with the report that makes it. */
export interface Voiced {
  claim: Claim
  /** Index into `Sources.reports`. */
  report: number
  /** The first and the last of the report's versions that make it, counted from 0 among those handed in. */
  versions?: { first: number, last: number }
}

/** Reports by key and claims by id, each once, in canonical order. `versions`: how many inputs were the same report. */
export interface Sources {
  reports: ResolveInput[]
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

/** Takes reports in any order, any batches and any repetition. Of several inputs of one key the latest published speaks; claims of earlier ones that it does not repeat stay. Removed claims are left out. */
export function canonical(inputs: Iterable<ResolveInput>, isRemoved: (claim: string) => boolean = () => false): Sources {
  const byKey = new Map<string, ResolveInput[]>()
  for (const input of inputs) {
    const known = byKey.get(input.key)
    if (known) known.push(input)
    else byKey.set(input.key, [input])
  }
  const reports: ResolveInput[] = []
  const claims: Voiced[] = []
  const seen = new Set<string>()
  for (const key of [...byKey.keys()].sort(byText)) {
    const versions = byKey.get(key)!
    if (versions.length > 1) versions.sort(byVersion)
    const first = new Map<string, number>()
    if (versions.length > 1) versions.forEach((version, i) => { for (const { id } of version.claims) if (!first.has(id)) first.set(id, i) })
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i]!
      const fresh = version.claims.filter((claim) => !seen.has(claim.id) && !isRemoved(claim.id))
      if (i < versions.length - 1 && fresh.length === 0) continue
      for (const claim of fresh) {
        seen.add(claim.id)
        claims.push({ claim, report: reports.length, ...(versions.length > 1 ? { versions: { first: first.get(claim.id)!, last: i } } : {}) })
      }
      reports.push(version)
    }
  }
  return { reports, claims }
}
