// What an attribution is.
import type { Stance } from '../../../model/claim.ts'
import type { Speaker } from './speaker.ts'

/** Words attributed to a speaker. Tokens `first` to `last` (excluded) are what was said, without the speaker and the cue. */
export interface Attribution {
  first: number
  last: number
  speaker: Speaker
  cue: string
  cueFirst: number
  direct: boolean
  /** Index of the enclosing attribution or -1. */
  nestedIn: number
  /** What the cue itself says of the truth: "claimed" unconfirmed, "denied" denied; null if nothing. */
  stance: Stance | null
  rule: string
}
