// Tellings that are one from the start: they agree in settlement, kind, days, doer and weapons, however many tell it.
import type { Place } from '../../model/claim.ts'
import { byText } from './input.ts'
import { hashOf, listsOf, type ListKey } from './lists.ts'
import { profileOfAll, type Profile } from './profile.ts'
import type { Telling } from './telling.ts'

/** A group of tellings that is compared and joined as one; what is compared of them, without themselves. */
export interface Node {
  /** The same whatever else is told: the signature of its tellings, or the id of its only one. */
  name: string
  /** Decides which of many are compared with all. */
  hash: number
  /** How many tellings. */
  size: number
  profile: Profile
  /** The settlement, or the site within one; null where none is known. */
  settled: Place | null
  /** Settled, on one stated day: what is not leans on what is likest to it (see hang.ts). */
  firm: boolean
  lists: readonly ListKey[]
  /** Names of what it is one incident with by decision. */
  decided: readonly string[]
  /** Claims that it is not one incident with by decision. */
  apartFrom: ReadonlySet<string>
  /** Ids of its claims. */
  claims: readonly string[]
}

/**
 * What tellings share that are one from the start, and else the telling's own id. Of a region or country those that state the
 * day and agree in weapons and numbers too; what decisions keep apart from something stands alone.
 */
export function nodeName(telling: Telling): string {
  const { placeKey, level, type, days, by, weapons, hours, another, counts, headline, apartFrom, id } = telling
  if (placeKey === null || type === null || !days || apartFrom.size > 0) return `t ${id}`
  const signature = `s ${placeKey} ${type} ${days.from} ${days.to} ${by} ${[...weapons].sort().join()}${hours === 0 && !another ? '' : ` ${hours}${another ? ' another' : ''}`}`
  if (level >= 3) return signature
  if (headline || !days.said || days.to - days.from > 1 || type === 'diplomacy' || (weapons.size === 0 && counts.length === 0)) return `t ${id}`
  return `${signature} ${counts.map(({ measure, family, value }) => `${measure} ${family} ${value}`).sort().join()}`
}

/** The node of tellings that share a name; their order does not matter. */
export function nodeOf(name: string, tellings: readonly Telling[]): Node {
  const ordered = tellings.length > 1 ? tellings.toSorted((a, b) => byText(a.id, b.id)) : tellings
  const first = ordered[0]!, profile = profileOfAll(ordered)
  const decided = [...new Set(ordered.flatMap((telling) => telling.decided))].sort(byText)
  const settled = first.level >= 3 ? first.place : null
  return {
    name, hash: hashOf(name), size: ordered.length, profile, settled, firm: settled !== null && first.days !== null && first.days.said && first.days.from === first.days.to,
    lists: listsOf(first, profile.words, profile.counts, decided), decided, apartFrom: first.apartFrom, claims: ordered.flatMap(({ claims }) => claims.map(({ claim }) => claim.id)),
  }
}

/** Tellings by the name of their node, in order of name. */
export function byNode(tellings: Iterable<Telling>): Map<string, Telling[]> {
  return new Map([...Map.groupBy(tellings, nodeName)].sort(([a], [b]) => byText(a, b)))
}
