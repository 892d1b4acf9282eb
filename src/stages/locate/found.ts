// What recognition hands to resolution: a stretch of tokens that names a place, and everything its wording says of it.
import type { GazetteerPlace } from '../../model/gazetteer.ts'
import { foldPlaceName } from '../../geo/fold.ts'

/** What the words beside a name say it is: "the Kharkiv region", "Holosiiv district", "the village of X", "Kharkiv airport". */
export type Head = 'region' | 'district' | 'settlement' | 'site' | null

/**
 * `name`: the name alone, without generic words and directions. `offer`: what the gazetteer has of that name.
 * `direction`: "western" where a part of it is meant. `nationality`: a demonym or adjective. `container`: the place that
 * the wording puts it in or near. `unknown`: recognised by its wording alone. `weak`: only where the rest of the report speaks for it; `worded`: the wording says that a weak one is a place, whichever it is.
 */
export interface Found {
  first: number
  last: number
  start: number
  end: number
  name: string
  offer: readonly GazetteerPlace[]
  head: Head
  direction: string | null
  nationality: boolean
  associative: boolean
  weak: boolean
  worded: boolean
  unknown: boolean
  /** Called a village: no city of that name elsewhere. */
  village: boolean
  /** The words beside it leave no doubt that it is a place. */
  certain: boolean
  container: Found | null
  near: boolean
  /** What the wording leaves open of the offer; filled in by `eligible` once the wording is read. */
  left: GazetteerPlace[] | null
  /** See `nameKey`. */
  key: string | null
}

/** A Found without anything said beside it. */
export function foundAt(first: number, last: number, start: number, end: number, name: string, offer: readonly GazetteerPlace[]): Found {
  return { first, last, start, end, name, offer, head: null, direction: null, nationality: false, associative: false, weak: false, worded: false, unknown: false, village: false, certain: false, container: null, near: false, left: null, key: null }
}

/** What mentions of one place share: its folded name, and the kind that the wording gives it. */
export function nameKey(found: Found): string {
  return found.key ??= `${found.direction !== null ? 'part' : found.head ?? ''} ${foldPlaceName(found.name)}`
}
