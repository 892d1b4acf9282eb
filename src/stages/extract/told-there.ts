// "Air strikes pounded homes there, killing 18": which place told before a sentence means by "there".
import type { Document, LocatedMention } from '../../model/document.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import type { Scene } from './scene.ts'
import { PREPOSITION } from './scene.ts'
import type { ToPlace } from './to-place.ts'

const THERE = new WordColumn((word) => (word === 'there' ? 1 : 0))
/** "there were": nothing is pointed to; "from there": where somebody comes from. */
const NOT_BEHIND: ReadonlySet<string> = new Set(['is', 'was', 'were', 'are', 'has', 'have', 'had', 'will', 'would', 'may', 'might', 'can', 'could', 'should', 'remains', 'remained', "'s", '’s', 'to', 'too'])
const NOT_BEFORE: ReadonlySet<string> = new Set(['from', 'said', 'that', 'is', 'was', 'and', 'but', ',', '.', '"', '“', 'because', 'if', 'as', 'when', 'where', 'while'])
/** So many sentences back the place was told. */
const BACK = 2
/** So near the finding stands the word. */
const REACH = 12

/** The place that "there" stands for beside a finding; null where its sentence says no such word of it, or nothing was told before. `best` is the place weighed best. */
export function placeToldThere({ tokens, sentences }: Document, scene: Scene, { sentence, first, last, speech }: ToPlace, best: LocatedMention): LocatedMention | null {
  const { lower } = tokens, own = sentences[sentence]!
  let at = -1
  for (let i = THERE.next(tokens, Math.max(own.first, first - REACH), Math.min(own.last, last + REACH)); i < Math.min(own.last, last + REACH); i = THERE.next(tokens, i + 1, Math.min(own.last, last + REACH))) if (i > own.first && !NOT_BEFORE.has(lower[i - 1]!) && !NOT_BEHIND.has(lower[i + 1] ?? '')) { at = i; break }
  if (at < 0) return null
  for (let s = sentence; s >= 0 && sentence - s <= BACK && sentences[s]!.post === own.post; s--) {
    let found: LocatedMention | null = null
    for (const [m] of scene.groups(s)) {
      if (m!.first >= at) break
      const traits = scene.traits(m!)
      if (traits.origin || traits.filed || traits.seat || speech[m!.first] === 1) continue
      if (s < sentence && m!.name === best.name) return best // one of several that it may mean
      if (found === null || traits.preposition === PREPOSITION.inside || scene.traits(found).preposition !== PREPOSITION.inside) found = m!
    }
    if (found !== null) return found
  }
  return null
}
