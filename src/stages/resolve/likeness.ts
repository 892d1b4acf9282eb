// How likely two tellings are of one event: parts that add up. Positive speaks for one event.
import { gap, isoOf, type Days } from './day.ts'
import { sameHarmed } from './harmed.ts'
import { hoursClash } from './hours.ts'
import { levelOf, relate, type Containment, type PlaceRelation } from './place-relation.ts'
import type { Profile } from './profile.ts'
import type { Count } from './telling.ts'
import { HEADLINE_WEIGHTS, REASONS, WEIGHTS, type Part, type Weight } from './weights.ts'
import { LIKE_WEAPONS } from './weapon-words.ts'
import { sharedWeight, sharedWords } from './words.ts'

/** One reason for or against, in words. */
export interface Reason {
  weight: Weight
  part: Part
  times: number
  score: number
  says: string
}

/** Names of what was compared are made up only where a reason is put into words. */
type Name = string | (() => string)
type Add = (weight: Weight, times: number, a?: Name, b?: Name) => void
const named = (name: Name): string => (typeof name === 'string' ? name : name())

/** The log-odds that two profiles are of one event. */
export function likeness(a: Profile, b: Profile, containment?: Containment): number {
  let score = 0
  const headlines = a.headline && b.headline
  compare(a, b, containment, (weight, times) => { score += weightOf(weight, headlines) * times })
  return score
}

const weightOf = (weight: Weight, headlines: boolean): number => (headlines ? HEADLINE_WEIGHTS[weight] : undefined) ?? WEIGHTS[weight]

/** The same with every reason in words, the strongest first. */
export function reasonsFor(a: Profile, b: Profile, containment?: Containment): Reason[] {
  const reasons: Reason[] = []
  compare(a, b, containment, (weight, times, left = '', right = '') => {
    const [part, says] = REASONS[weight]
    reasons.push({ weight, part, times, score: weightOf(weight, a.headline && b.headline) * times, says: says(named(left), named(right)) })
  })
  return reasons.sort((x, y) => Math.abs(y.score) - Math.abs(x.score))
}

function compare(a: Profile, b: Profile, containment: Containment | undefined, add: Add): void {
  const settled = place(a, b, add, containment) >= 3
  time(a, b, add)
  kind(a, b, add, settled)
  sides(a, b, add)
  const armed = weapons(a, b, add), counted = counts(a, b, add)
  const harmed = sameHarmed(a.harmed, b.harmed)
  if (harmed !== null) add(harmed ? 'sameHarmed' : 'otherHarmed', 1)
  // words of one report are its own, whatever it tells
  const told = haveInCommon(a.reports, b.reports)
  if (told && a.types.size > 0 && b.types.size > 0) add('toldApart', 1) // a bare count is no second event
  const spoken = !told && words(a, b, add)
  if (settled) return
  if (!armed && !counted && !spoken) add('nothingAlike', 1)
  add('sameDay', 1)
}


const ORDER: Readonly<Record<PlaceRelation, number>> = { unknown: 0, apart: 1, holds: 2, within: 2, near: 3, same: 4 }

/** The closest relation of any two of their places; where both know a settlement, of their settlements alone. */
function place(a: Profile, b: Profile, add: Add, containment?: Containment): number {
  if (a.places.length === 0 || b.places.length === 0) return 0
  const fineA = a.places.filter((place) => levelOf(place) >= 3), fineB = b.places.filter((place) => levelOf(place) >= 3)
  const [left, right] = fineA.length > 0 && fineB.length > 0 ? [fineA, fineB] : [a.places, b.places]
  let relation: PlaceRelation = 'unknown', level = 0, one = left[0]!, other = right[0]!
  for (const mine of left) for (const theirs of right) {
    const found = relate(mine, theirs, containment), finer = Math.min(levelOf(mine), levelOf(theirs))
    if (ORDER[found] > ORDER[relation] || (found === relation && finer > level)) { relation = found; level = finer; one = mine; other = theirs }
  }
  if (relation === 'same') add(level >= 3 ? 'samePlace' : level === 2 ? 'sameRegion' : 'sameCountry', 1, one.name)
  else if (relation === 'near') add('near', 1, one.name, other.name)
  else if (relation === 'within' || relation === 'holds') add(levelOf(one) === 1 || levelOf(other) === 1 ? 'inCountry' : 'nested', 1, one.name, other.name)
  // a country alone is often the one the report is from or about: its difference is no proof
  else if (relation === 'apart') add(levelOf(one) === 1 || levelOf(other) === 1 ? 'otherCountry' : 'otherPlace', 1, one.name, other.name)
  return relation === 'same' ? level : 0
}

const length = (days: Days): number => days.to - days.from + 1
const LONGER_DAYS = 3

function time(a: Profile, b: Profile, add: Add): void {
  if (!a.days || !b.days) return
  if (hoursClash(a.hours, b.hours)) add('otherHour', 1)
  if (a.another !== null && b.another !== null && a.another !== b.another) add(haveInCommon(a.reports, b.reports) ? 'toldAsAnother' : 'another', 1)
  if (a.bulletin && b.bulletin && a.bulletin.publisher === b.bulletin.publisher && a.bulletin.day !== b.bulletin.day) add('nextBulletin', 1, a.bulletin.publisher)
  if (Math.abs(length(a.days) - length(b.days)) > LONGER_DAYS) add('otherSpan', 1)
  const apart = gap(a.days, b.days), said = a.days.said && b.days.said
  if (apart === 0) {
    const shift = Math.abs(a.days.to - b.days.to)
    if (said) { if (shift === 0 && a.days.from === b.days.from) add('statedDay', 1, () => isoOf(a.days!.to)); else add('shiftedStatedDay', 1) }
    // a stated day and a publication that allows it
    else if (!a.days.said && !b.days.said && shift > 0) add(shift === 1 ? 'shiftedDay' : 'dayApart', 1)
  } else {
    const weight = apart === 1 ? (said ? 'statedDayApart' : 'dayApart') : said ? 'statedDaysApart' : 'daysApart'
    add(weight, 1, () => isoOf(a.days!.to), () => isoOf(b.days!.to))
  }
}

/** Kinds that reports use of one and the same event. */
const KIN: readonly (readonly string[])[] = [
  ['strike', 'explosion'], ['strike', 'ground_combat'], ['ground_combat', 'territory_change'], ['strike', 'violence_against_civilians'],
  ['explosion', 'violence_against_civilians'], ['ground_combat', 'explosion'], ['ground_combat', 'violence_against_civilians'], ['unrest', 'violence_against_civilians'], ['unrest', 'ground_combat'],
]
/** Whether two sets share a value, hold two that may stand for each other, or contradict; `null` where one is empty. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>, alike: readonly (readonly string[])[]): { how: 'same' | 'alike' | 'other', left: string, right: string } | null {
  let like: { how: 'alike', left: string, right: string } | null = null, left = '', right = ''
  for (const one of a) for (const other of b) {
    if (one === other) return { how: 'same', left: one, right: other }
    left = one; right = other
    if (!like && alike.some((family) => family.includes(one) && family.includes(other))) like = { how: 'alike', left: one, right: other }
  }
  return a.size === 0 || b.size === 0 ? null : like ?? { how: 'other', left, right }
}

function kind(a: Profile, b: Profile, add: Add, settled: boolean): void {
  const types = shared(a.types, b.types, KIN)
  if (types) add(types.how === 'same' ? 'sameKind' : types.how === 'alike' ? (settled ? 'kindred' : 'kindredAtLarge') : 'otherKind', 1, types.left, types.right)
}

function sides(a: Profile, b: Profile, add: Add): void {
  const by = shared(a.by, b.by, []), against = shared(a.against, b.against, [])
  if (by) add(by.how === 'same' ? 'sameDoer' : 'otherDoer', 1)
  if (against) add(against.how === 'same' ? 'sameTarget' : 'otherTarget', 1)
}

/** Gives whether they share a weapon. */
function weapons(a: Profile, b: Profile, add: Add): boolean {
  const weapon = shared(a.weapons, b.weapons, LIKE_WEAPONS)
  if (weapon) add(weapon.how === 'same' ? 'sameWeapon' : weapon.how === 'alike' ? 'likeWeapon' : 'otherWeapon', 1, weapon.left, weapon.right)
  return weapon?.how === 'same'
}

const rarity = (value: number): number => (value <= 1 ? 0.2 : value === 2 ? 0.4 : value <= 4 ? 0.9 : value <= 9 ? 1.8 : 2.6)
const VAGUE = 0.4
/** Counts this close may be one toll at two times. */
const CLOSE = 4 / 3

/** Counts of the same thing, as far as the words tell: soldiers and civilians are not, soldiers and people may be. */
const comparable = (a: Count, b: Count): boolean => a.measure === b.measure && (a.of === b.of || (a.family === b.family && (a.of === a.family || b.of === b.family)))

/** Gives whether they share a number. */
function counts(a: Profile, b: Profile, add: Add): boolean {
  let best = 0, equal: Count | null = null
  let worst: [Count, Count] | null = null, close = true
  for (const left of a.counts) for (const right of b.counts) {
    if (!comparable(left, right)) continue
    if (left.value === right.value) {
      const score = rarity(left.value) * (left.bound === 'vague' ? VAGUE : 1)
      if (score > best) { best = score; equal = left }
    } else if (left.bound !== 'vague' && right.bound !== 'vague') {
      const near = Math.max(left.value, right.value) <= CLOSE * Math.min(left.value, right.value)
      if (!worst || (close && !near)) { worst = [left, right]; close = near }
    }
  }
  const say = ({ value, measure }: Count) => (): string => `${value} ${measure}`
  if (equal) add('sameCount', best, say(equal))
  else if (worst) add(close ? 'closeCount' : 'otherCount', close ? rarity(Math.min(worst[0].value, worst[1].value)) : 1, say(worst[0]), say(worst[1]))
  return equal !== null
}

function haveInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const one of small) if (large.has(one)) return true
  return false
}

/** What two tellings must share at least to be said to share words. */
const LEAST_SHARED = 0.4
const MOST_SHARED = 3.3

/** Gives whether they share telling words. */
function words(a: Profile, b: Profile, add: Add): boolean {
  if (a.words.size === 0 || b.words.size === 0) return false
  const shared = sharedWeight(a.words, b.words)
  if ((!a.claimed || !b.claimed) && shared < LEAST_SHARED) { add('wordlessTitle', 1); return false }
  add('words', 1)
  if (shared > 0) add('sharedWords', Math.min(MOST_SHARED, shared * (0.3 + shared / Math.min(a.wordsWeight, b.wordsWeight))), () => sharedWords(a.words, b.words, 6).join(', '))
  return shared >= LEAST_SHARED
}
