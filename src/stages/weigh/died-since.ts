// The wounded who die move from one count to the other: "one of the injured died" adds one to that voice's dead, and takes one
// from those it had counted as injured. It is neither a new toll nor a number of injured.
import { diedOfWounds, isPartOfInjured } from '../../languages/en/died-since.ts'
import { isPeople, type Said } from './said.ts'

/** Marks in each voice's values those that only tell of wounded who died, or count some of the injured. Before later values replace earlier ones. */
export function markParts(all: readonly Said[]): void {
  for (const said of all) {
    if (!isPeople(said.of) || said.quantity.cumulative) continue
    const { quote } = said.voice.of.claim
    if (said.measure === 'injured' && isPartOfInjured(quote)) said.aside = 'part'
    else if (said.measure === 'killed' && diedOfWounds(quote)) said.aside = 'died_since'
  }
}

/** Moves them, after later values replaced earlier ones. A toll that the same voice gives then or later has them in it; so has a number of injured said later. */
export function moveDied(all: readonly Said[]): void {
  const died = all.filter((said) => said.aside === 'died_since' && said.stance === 'asserted' && said.bound !== 'vague')
  if (died.length === 0) return
  const byVoice = Map.groupBy(all, ({ voice }) => voice.voice)
  const counted = new Set<string>()
  for (const one of died) {
    const key = `${one.voice.voice} ${one.voice.of.key} ${one.value} ${one.quantity.start}`
    if (counted.has(key)) continue
    counted.add(key)
    const own = byVoice.get(one.voice.voice)!.filter((said) => said !== one && said.aside === null && said.supersededBy === null && isPeople(said.of) && !said.quantity.cumulative && said.stance === 'asserted' && said.bound !== 'vague')
    const tolls = own.filter(({ measure }) => measure === 'killed')
    // an exact toll of the same day or later that is no smaller has them in it
    if (!tolls.some((toll) => toll.at >= one.at && toll.value > one.value)) for (const toll of tolls) if (toll.at < one.at && toll.value >= one.value) move(toll, one.value, one)
    for (const injured of own) if (injured.measure === 'injured' && injured.at <= one.at && injured.value >= one.value && (injured.of === 'person' || injured.of === one.of)) move(injured, -one.value, one)
  }
  // where nobody gives a toll, those who died are all that is told
  const toll = all.some((said) => said.measure === 'killed' && said.aside === null && isPeople(said.of) && !said.quantity.cumulative && said.stance !== 'denied')
  if (!toll) for (const one of died) one.aside = null
}

function move(said: Said, by: number, because: Said): void {
  said.moved = { by: (said.moved?.by ?? 0) + by, claims: [...said.moved?.claims ?? [], because.voice.of.claim.id] }
}
