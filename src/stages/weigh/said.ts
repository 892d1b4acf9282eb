// One value that a voice gives of a figure.
import { PEOPLE, type Bound, type Counted, type Measure, type Quantity, type Stance } from '../../model/claim.ts'
import type { Voice } from './voices.ts'

/** One value of one voice. `measured` is what the voice counted. */
export interface Said {
  voice: Voice
  quantity: Quantity
  measure: Measure
  of: Counted
  value: number
  bound: Bound
  stance: Stance
  at: string
  supersededBy: string | null
  /** Why it is no value of its figure though the voice stands by it; null: it is one. */
  aside: 'part' | 'died_since' | null
  /** How many of the wounded died since: added to the dead, taken from the injured. */
  moved: { by: number, claims: string[] } | null
}

/** People are counted together; each kind of thing by itself. */
export const isPeople = (of: Counted): boolean => PEOPLE.has(of)
