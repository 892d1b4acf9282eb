// "released from hospital", "captured on camera", "released a video": nobody was held.
import type { TokenTable } from '../../../model/document.ts'
import type { Chunk } from '../../../languages/en/chunks.ts'
import { wordGroup } from '../../../languages/en/count-words.ts'
import type { Finding } from './finding.ts'

const CARE = wordGroup('patient_care'), PICTURES = wordGroup('picture'), CARRIES_WORDS = wordGroup('carries_words')

const DATA: ReadonlySet<string> = new Set(['figures', 'data', 'statistics', 'study', 'survey', 'footage', 'bulletin', 'toll'])

/** Whether a finding of people freed or taken is of patients who went home, or of people who were filmed. */
export const isNoCaptivity = (tokens: TokenTable, chunks: readonly Chunk[], { measure, anchor }: Finding): boolean => anchor >= 0 && (measure === 'released' || measure === 'captured') && isOfNoCaptivity(tokens, chunks, anchor)

/** The same of the verb group at `k` that tells it. */
export function isOfNoCaptivity({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1]?.np?.head
  if (before != null && chunks[k]!.vg?.bare === true && (CARRIES_WORDS.has(lower[before.last - 1]!) || DATA.has(lower[before.last - 1]!))) return true // "in a report |released today|"
  const prep = chunks[k + 1], np = chunks[k + 2]?.np
  if (prep?.np?.head != null && CARRIES_WORDS.has(lower[prep.last - 1]!)) return true
  if (prep?.kind !== 'prep' || np == null) return false
  const word = lower[chunks[k + 2]!.last - 1]!
  return prep.word === 'from' ? np.article === '' && CARE.has(word) : (prep.word === 'on' || prep.word === 'in') && PICTURES.has(word)
}
