// Harm that no arms did: floods, diseases, collisions, storms, blasts of gas.
import type { Measure } from '../../../model/claim.ts'
import { saidGroup } from '../../../languages/en/count-words.ts'
import { tellsCollision } from '../collisions.ts'
import { isAccidentalBlast } from '../without-arms.ts'
import type { Search } from './finding.ts'
import { sentenceHas } from './phrases.ts'

const NATURAL = saidGroup('natural'), WEATHER = saidGroup('weather'), CONFLICT = saidGroup('conflict_said'), CUTS_POWER = saidGroup('cuts_power')
/** What nature and accidents do as war does. */
const CAUSED: ReadonlySet<Measure> = new Set<Measure>(['killed', 'destroyed', 'damaged', 'injured', 'casualties', 'missing', 'rescued', 'trapped', 'struck'])
/** "rebels shelled the town, killing six, as doctors fought cholera": what is done with arms. */
const ARMS: ReadonlySet<string> = new Set(['bomb', 'shell', 'attack', 'storm', 'launch'])

/** "tried to storm the base" is no storm. */
const armed = (s: Search): boolean => s.chunks.some((c) => ARMS.has(c.vg?.verb?.sense ?? ''))

/** A collision on the road, or a blast of gas. */
export const isAccident = (s: Search): boolean => (s.collision ??= tellsCollision(s.tokens, s.chunks) || s.chunks.some((_, k) => isAccidentalBlast(s.tokens, s.chunks, k)))

/** What kills in the sentence is no arm: an earthquake, a disease; a storm or an outbreak where no arms are told. */
const natural = (s: Search): boolean => isAccident(s) || sentenceHas(s, NATURAL) && !armed(s) && !s.chunks.some((c) => (c.np?.weapons.length ?? 0) > 0) || (sentenceHas(s, WEATHER) && !sentenceHas(s, CONFLICT) && !armed(s) && !s.chunks.some((c) => c.np?.event || (c.np?.weapons.length ?? 0) > 0 || c.np?.counted === 'combatant'))

/** Whether a count of `measure` in the sentence is of nature or an accident. */
export function isByNature(s: Search, measure: Measure): boolean {
  if (measure === 'displaced' || measure === 'evacuated') return (sentenceHas(s, NATURAL) || sentenceHas(s, WEATHER)) && !armed(s) && !s.chunks.some((c) => c.np?.event) && !sentenceHas(s, CONFLICT)
  return (CAUSED.has(measure) || measure === 'without_service' && sentenceHas(s, CUTS_POWER)) && natural(s)
}
