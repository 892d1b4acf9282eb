// Which claims and reports decisions concern, and which of them another set of decisions concerns otherwise.
import { createHash } from 'node:crypto'
import type { Shaping } from './review.ts'

/** What is decided of each claim (by id) and added to each report (by key), as hashes in order of name. */
export interface Concerns {
  claims: [string, string][]
  reports: [string, string][]
}

const shortHash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)

/** The same for the same decisions, whatever order they are handed in. */
export function concernsOf({ constraints: { together, apart, removed }, claims: { added, corrections } }: Shaping): Concerns {
  const said = new Map<string, string[]>()
  const say = (claim: string, what: string): void => { said.set(claim, [...said.get(claim) ?? [], what]) }
  const groups = groupsOf(together)
  for (const [claim, group] of groups) say(claim, `with ${group}`)
  for (const [one, other] of apart) { say(one, `apart ${other}`); say(other, `apart ${one}`) }
  for (const claim of removed) say(claim, 'removed')
  for (const [claim, changes] of corrections) say(claim, `corrected ${JSON.stringify(changes)}`)
  return {
    claims: [...said].map(([claim, all]): [string, string] => [claim, shortHash([...new Set(all)].sort())]).sort(byName),
    reports: [...added].map(([key, claims]): [string, string] => [key, shortHash(claims)]).sort(byName),
  }
}

/** Each claim of a pair with the smallest claim that pairs tie it to. */
function groupsOf(together: Shaping['constraints']['together']): Map<string, string> {
  const tied = new Map<string, Set<string>>()
  for (const [one, other] of together) for (const [a, b] of [[one, other], [other, one]] as const) tied.set(a, (tied.get(a) ?? new Set()).add(b))
  const groups = new Map<string, string>()
  for (const first of [...tied.keys()].sort()) {
    if (groups.has(first)) continue
    const found = [first]
    groups.set(first, first)
    for (const claim of found) for (const other of tied.get(claim)!) if (!groups.has(other)) { groups.set(other, first); found.push(other) }
  }
  return groups
}

/** The claims and reports that are concerned now and were not before, no longer, or otherwise. */
export function concernedOtherwise(before: Concerns, now: Concerns): { claims: string[], keys: string[] } {
  const differing = (one: Concerns['claims'], other: Concerns['claims']): string[] => {
    const a = new Map(one), b = new Map(other)
    return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name))
  }
  return { claims: differing(before.claims, now.claims), keys: differing(before.reports, now.reports) }
}
