// What looks like an attack and is none by who does it or to what: animals, players, the weather, drivers on the road.
import { FLAG_CAPITAL } from '../../model/document.ts'
import { ARMED_GROUPS, sideIn } from '../../languages/en/actors.ts'
import type { Chunk } from '../../languages/en/chunks.ts'
import { groupsSaid, saidGroup, wordGroup } from '../../languages/en/count-words.ts'
import { isOfClass } from '../../languages/en/frames.ts'
import { isRunOver, tellsCollision } from './collisions.ts'
import { isAbstract } from './participles.ts'
import { isArmy, isCalamity, type Clause } from './verb-types.ts'

const UNARMED = wordGroup('bears_no_arms'), PLAYED = wordGroup('of_a_game'), WEATHER_KIND = wordGroup('weather_kind'), SAID_HARD = wordGroup('said_hard')
/** Types that are done with arms. */
const WITH_ARMS: ReadonlySet<string> = new Set(['strike', 'ground_combat', 'violence_against_civilians', 'territory_change', 'interception'])

const head = ({ tokens }: Clause, c: Chunk): string => (c.np?.head ? tokens.lower[c.np.head.last - 1]! : '')
const armed = (clause: Clause, list: readonly number[]): boolean => list.some((i) => clause.chunks[i]!.np != null && (clause.chunks[i]!.np!.weapons.length > 0 || isArmy(clause.tokens, clause.chunks[i]!) || ARMED_GROUPS.has(sideIn(clause.tokens, clause.chunks[i]!.first, clause.chunks[i]!.last) ?? '')))

/** "a Tiger struck a convoy": a machine by the name of an animal. */
const isModel = ({ tokens }: Clause, { np }: Chunk): boolean => np!.article === 'a' && np!.head !== null && (tokens.flags[np!.head.first]! & FLAG_CAPITAL) !== 0

/** Whether a verb told as `type` is done by who bears no arms ("sharks attacked"), or to what is none to strike ("bombarded the goal", "sterling came under attack"). */
export function isWithoutArms(clause: Clause, k: number, type: string, agents: readonly number[], patients: readonly number[]): boolean {
  if (!WITH_ARMS.has(type) || armed(clause, agents) || armed(clause, patients)) return false
  const { chunks, tokens } = clause
  if (isRunOver(tokens, chunks, k)) return true
  if (agents.some((i) => UNARMED.has(head(clause, chunks[i]!)) && !isModel(clause, chunks[i]!) || isCalamity(tokens, chunks[i]!))) return true
  if (patients.some((i) => PLAYED.has(head(clause, chunks[i]!)) && !(chunks[k]!.vg!.verb!.sense !== 'hit' && isOfClass(tokens, chunks[i]!.last - 1, chunks[i]!.last, 'post')) && sideIn(tokens, chunks[i]!.first, chunks[i]!.last) === null)) return true
  if (!chunks[k]!.vg!.passive && chunks[k]!.vg!.verb!.sense === 'hit' && patients.some((i) => i > k && isFigure(clause, chunks[i]!))) return true
  return chunks[k]!.vg!.verb!.lemma.startsWith('come_under') && patients.some((i) => isAbstract(tokens, chunks[i]!))
}

/** "inflation hit 10 per cent", "gold hit $2,000", "the population hit two million", "hit the shelves": a figure that is reached, not a thing. */
function isFigure(clause: Clause, c: Chunk): boolean {
  const number = c.np!.number
  return REACHED.has(head(clause, c)) || number !== null && (number.masked !== null && FIGURES.has(number.masked) && !clause.tokens.lower[number.last]?.startsWith('time') || c.np!.head === null && number.value >= LARGE)
}
const REACHED = wordGroup('reached_figure'), FIGURES: ReadonlySet<string> = new Set(['money', 'a share', 'a measure']) // "hit eight times" is none
/** So many are not told of without what they are, but as a level. */
const LARGE = 1000

/** "under siege by mosquitoes", "from old age": by who or what no town is surrounded by. */
export const bearsNoArms = ({ lower }: Clause['tokens'], c: Chunk | undefined): boolean => c?.np?.head != null && (UNARMED.has(lower[c.last - 1]!) || LASTING.has(lower[c.last - 1]!))
const LASTING = wordGroup('wears_down')

/** "a barrage of criticism", "a volley of complaints": words, by what the event noun at `k` is of. */
export const isHailOfWords = ({ lower }: Clause['tokens'], chunks: readonly Chunk[], k: number): boolean => chunks[k + 1]?.word === 'of' && chunks[k + 2]?.np?.head != null && SAID_HARD.has(lower[chunks[k + 2]!.last - 1]!)

const BY_ITSELF = wordGroup('blows_by_itself')
/** "a gas blast", "a boiler explosion": an accident by what blew up, in a sentence without arms. */
export function isAccidentalBlast(tokens: Clause['tokens'], chunks: readonly Chunk[], k: number): boolean {
  const { np, first, last } = chunks[k]!
  if (np === null || np.event !== 'explosion' || np.weapons.length > 0) return false
  for (let t = first; t + 1 < last; t++) if (BY_ITSELF.has(tokens.lower[t]!)) return !tellsOfArms(tokens, chunks)
  return false
}

/** "a flood alert": of the weather, not of an air raid. */
export const isOfWeather = (clause: Clause, patients: readonly number[]): boolean => patients.some((i) => clause.chunks[i]!.np!.units.some((unit) => WEATHER_KIND.has(clause.tokens.lower[unit.first]!)))

const CUTS_POWER = saidGroup('cuts_power'), CONFLICT = saidGroup('conflict_said')
/** Whether a sentence has a word of the group. */
function says(tokens: Clause['tokens'], chunks: readonly Chunk[], { lane, bit }: typeof CONFLICT): boolean {
  return (groupsSaid(tokens, chunks[0]!.first, chunks[chunks.length - 1]!.last, lane) & bit) !== 0
}
const tellsOfArms = (tokens: Clause['tokens'], chunks: readonly Chunk[]): boolean => says(tokens, chunks, CONFLICT)

/** "a storm left homes without power", "a lorry hit a bridge, halting trains": whether a sentence without arms says what cut a service. */
export function isCutByNature(tokens: Clause['tokens'], chunks: readonly Chunk[]): boolean {
  if (tellsCollision(tokens, chunks)) return true
  return says(tokens, chunks, CUTS_POWER) && !tellsOfArms(tokens, chunks) && !chunks.some(({ np }) => np !== null && (np.event === 'strike' || np.event === 'explosion' || np.weapons.length > 0))
}
