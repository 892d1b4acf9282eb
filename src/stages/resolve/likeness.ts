// How likely two tellings are of one event: parts that add up, each with its reason in words. Positive speaks for one event.
import type { Count, Telling } from './telling.ts'
import type { Containment, PlaceRelation } from './place-relation.ts'
import { levelOf, placeKey, relate } from './place-relation.ts'
import { gap, type Days } from './day.ts'
import { overlap, type Words } from './words.ts'
import type { Place } from '../../model/claim.ts'

/** What is compared: a telling, or several taken together. */
export interface Profile {
  types: ReadonlySet<string>
  places: readonly Place[]
  days: Days | null
  by: ReadonlySet<string>
  against: ReadonlySet<string>
  weapons: ReadonlySet<string>
  counts: readonly Count[]
  words: Words
}

/** One reason for or against. */
export interface Reason {
  part: 'place' | 'time' | 'kind' | 'sides' | 'weapons' | 'counts' | 'words' | 'rarity'
  score: number
  says: string
}

export interface Likeness {
  score: number
  reasons: Reason[]
}

/** A score that no other part makes up for. */
const NEVER = -100

const KIN: readonly (readonly string[])[] = [
  ['strike', 'explosion'], ['strike', 'ground_combat'], ['ground_combat', 'territory_change'], ['strike', 'violence_against_civilians'],
  ['explosion', 'violence_against_civilians'], ['ground_combat', 'explosion'], ['ground_combat', 'violence_against_civilians'], ['unrest', 'violence_against_civilians'], ['unrest', 'ground_combat'],
]
const kin = (a: string, b: string): boolean => KIN.some((pair) => pair.includes(a) && pair.includes(b))

/** A telling as a profile. */
export function profileOf(telling: Telling): Profile {
  return {
    types: new Set(telling.type === null ? [] : [telling.type]), places: telling.place ? [telling.place] : [], days: telling.days,
    by: new Set(telling.by === null ? [] : [telling.by]), against: new Set(telling.against === null ? [] : [telling.against]),
    weapons: telling.weapons, counts: telling.counts, words: telling.words,
  }
}

const joined = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> => (b.size === 0 ? a : a.size === 0 ? b : new Set([...a, ...b]))

/** Two profiles as one. Days narrow to what both allow, so that a chain of days does not grow together. */
export function together(a: Profile, b: Profile): Profile {
  let words: Words = a.words
  if (b.words.size > 0) {
    const all = new Map(a.words)
    addWords(all, b.words)
    words = all
  }
  return {
    types: joined(a.types, b.types), places: distinct(a.places, b.places, (place) => placeKey(place) ?? ''), days: narrowed(a.days, b.days),
    by: joined(a.by, b.by), against: joined(a.against, b.against), weapons: joined(a.weapons, b.weapons),
    counts: distinct(a.counts, b.counts, (count) => `${count.measure} ${count.family} ${count.value} ${count.bound}`), words,
  }
}

/** The profile of tellings that are one from the start. */
export function profileOfAll(tellings: readonly Telling[]): Profile {
  const words = new Map<string, number>()
  for (const telling of tellings) if (words.size < MOST_WORDS) addWords(words, telling.words)
  return { ...tellings.map((telling) => ({ ...profileOf(telling), words: NO_WORDS })).reduce(together), words }
}

const NO_WORDS: Words = new Map()
/** What many voices say of one event soon repeats; more than this is not needed to know it again. */
const MOST = 24
const MOST_WORDS = 120

function addWords(all: Map<string, number>, more: Words): void {
  for (const [word, weight] of more) {
    const known = all.get(word)
    if (known === undefined ? all.size < MOST_WORDS : known < weight) all.set(word, weight)
  }
}

function distinct<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): readonly T[] {
  if (b.length === 0) return a
  const seen = new Set(a.map(key)), all = [...a]
  for (const one of b) if (!seen.has(key(one)) && all.length < MOST) { seen.add(key(one)); all.push(one) }
  return all
}

function narrowed(a: Days | null, b: Days | null): Days | null {
  if (!a || !b) return a ?? b
  if (gap(a, b) === 0) return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to), said: a.said || b.said }
  if (a.said !== b.said) return a.said ? a : b
  return a.to <= b.to ? a : b
}

/** Scores two profiles. `crowd`: how many other tellings the days and country hold; the more, the less a shared day says. */
export function likeness(a: Profile, b: Profile, crowd: number, containment?: Containment): Likeness {
  const reasons: Reason[] = []
  const add = (part: Reason['part'], score: number, says: string): void => { reasons.push({ part, score, says }) }
  const settled = place(a, b, add, containment) >= 3
  time(a, b, add)
  kind(a, b, add)
  sides(a, b, add)
  weapons(a, b, add)
  counts(a, b, add)
  words(a, b, add)
  if (!settled) add('rarity', WEIGHTS.sameDay - WEIGHTS.crowded * Math.log(Math.max(1, crowd / WEIGHTS.few)), crowd <= WEIGHTS.few ? 'little else is told of these days there' : `${crowd} other tellings of these days there`)
  return { score: reasons.reduce((sum, reason) => sum + reason.score, 0), reasons }
}

/**
 * What the parts weigh, in natural log-odds: set by hand near the coefficients of a logistic fit over pairs of headlines whose
 * events are known (in halves, one fitted and the other checked), rounded, so that no number is finer than the data.
 */
export const WEIGHTS = {
  /** Two tellings of one day where little else is told are more often one event than not. */
  sameDay: 0.6,
  /** Other tellings of the day that cost nothing; from there each doubling halves the odds' root. */
  few: 4, crowded: 0.5,
  samePlace: 3, sameRegion: 0.4, sameCountry: 0.1, near: 0.5, nested: -0.3,
  statedDay: 0.8, shiftedStatedDay: -0.3, shiftedDay: -1.2, dayApart: -2, statedDayApart: -4,
  sameKind: 0.2, kindred: -0.2, otherKind: -6,
  sameDoer: 0.2, sameTarget: 0.3, otherDoer: -0.7, otherTarget: -1,
  sameWeapon: 0.6, likeWeapon: -0.3, otherWeapon: -6,
  closeCounts: -0.1, otherCounts: -0.8, vagueCounts: 0.4,
  words: 0.9, mostWords: 3, noWords: -0.3,
}

type Add = (part: Reason['part'], score: number, says: string) => void

const ORDER: Readonly<Record<PlaceRelation, number>> = { unknown: 0, apart: 1, holds: 2, within: 2, near: 3, same: 4 }

/** The closest relation of any two of their places; where both know a settlement, of their settlements alone. */
export function placesRelate(a: Profile, b: Profile, containment?: Containment): { relation: PlaceRelation, level: number } {
  const fineA = a.places.filter((place) => levelOf(place) >= 3), fineB = b.places.filter((place) => levelOf(place) >= 3)
  const [left, right] = fineA.length > 0 && fineB.length > 0 ? [fineA, fineB] : [a.places, b.places]
  let relation: PlaceRelation = 'unknown', level = 0
  for (const one of left) for (const other of right) {
    const found = relate(one, other, containment), finer = Math.min(levelOf(one), levelOf(other))
    if (ORDER[found] > ORDER[relation] || (found === relation && finer > level)) { relation = found; level = finer }
  }
  return { relation, level }
}

function place(a: Profile, b: Profile, add: Add, containment?: Containment): number {
  const { relation, level } = placesRelate(a, b, containment)
  if (relation === 'same') add('place', level >= 3 ? WEIGHTS.samePlace : level === 2 ? WEIGHTS.sameRegion : WEIGHTS.sameCountry, level >= 3 ? 'the same place' : level === 2 ? 'the same region' : 'the same country')
  else if (relation === 'near') add('place', WEIGHTS.near, 'places next to each other')
  else if (relation === 'within' || relation === 'holds') add('place', WEIGHTS.nested, 'one place lies in the other')
  else if (relation === 'apart') add('place', NEVER, 'different places')
  return relation === 'same' ? level : 0
}

function time(a: Profile, b: Profile, add: Add): void {
  if (!a.days || !b.days) return
  const apart = gap(a.days, b.days)
  const said = a.days.said && b.days.said
  if (apart === 0) {
    const shift = Math.abs(a.days.to - b.days.to)
    if (shift === 0) add('time', said ? WEIGHTS.statedDay : 0, 'the same day')
    else add('time', said ? WEIGHTS.shiftedStatedDay : shift === 1 ? WEIGHTS.shiftedDay : WEIGHTS.dayApart, 'days that overlap')
  } else if (apart === 1) add('time', said ? WEIGHTS.statedDayApart : WEIGHTS.dayApart, 'a day apart')
  else add('time', said ? NEVER : -3 - apart, `${apart} days apart`)
}

function kind(a: Profile, b: Profile, add: Add): void {
  if (a.types.size === 0 || b.types.size === 0) return
  for (const type of a.types) if (b.types.has(type)) { add('kind', WEIGHTS.sameKind, `both tell of ${type}`); return }
  for (const left of a.types) for (const right of b.types) if (kin(left, right)) { add('kind', WEIGHTS.kindred, `${left} and ${right} can be one event`); return }
  add('kind', WEIGHTS.otherKind, 'different kinds of event')
}

function sides(a: Profile, b: Profile, add: Add): void {
  const share = (x: ReadonlySet<string>, y: ReadonlySet<string>): number => (x.size === 0 || y.size === 0 ? 0 : [...x].some((side) => y.has(side)) ? 1 : -1)
  const by = share(a.by, b.by), against = share(a.against, b.against)
  if (by === 1) add('sides', WEIGHTS.sameDoer, 'the same side did it')
  if (against === 1) add('sides', WEIGHTS.sameTarget, 'the same side was hit')
  if (by === -1) add('sides', WEIGHTS.otherDoer, 'different sides are said to have done it')
  if (against === -1) add('sides', WEIGHTS.otherTarget, 'different sides were hit')
}

/** Words for weapons that reports use of one and the same attack. */
const LIKE_WEAPONS: readonly (readonly string[])[] = [['artillery', 'rocket', 'mortar', 'tank'], ['aircraft', 'bomb'], ['aircraft', 'missile'], ['rocket', 'missile'], ['small_arms', 'tank'], ['mine', 'bomb']]

function weapons(a: Profile, b: Profile, add: Add): void {
  if (a.weapons.size === 0 || b.weapons.size === 0) return
  let like = false
  for (const left of a.weapons) for (const right of b.weapons) {
    if (left === right) { add('weapons', WEIGHTS.sameWeapon, `the same weapon: ${left}`); return }
    like ||= LIKE_WEAPONS.some((family) => family.includes(left) && family.includes(right))
  }
  if (like) add('weapons', WEIGHTS.likeWeapon, 'weapons that are told of one attack')
  else add('weapons', WEIGHTS.otherWeapon, 'different weapons')
}

/** A number tells more the rarer it is: one death is on every day, seventeen are not. */
const rarity = (value: number): number => (value <= 1 ? 0.2 : value === 2 ? 0.4 : value <= 4 ? 0.9 : value <= 9 ? 1.8 : 2.6)

/** Counts of the same thing, as far as the words tell: soldiers and civilians are not, soldiers and people may be. */
const comparable = (a: Count, b: Count): boolean => a.measure === b.measure && (a.of === b.of || (a.family === b.family && (a.of === a.family || b.of === b.family)))

function counts(a: Profile, b: Profile, add: Add): void {
  let best = 0, says = ''
  let worst = 0, against = ''
  for (const left of a.counts) for (const right of b.counts) {
    if (!comparable(left, right)) continue
    if (left.value === right.value) {
      const score = rarity(left.value) * (left.bound === 'vague' ? WEIGHTS.vagueCounts : 1)
      if (score > best) { best = score; says = `${left.value} ${left.measure} in both` }
    } else if (left.bound !== 'vague' && right.bound !== 'vague') {
      const ratio = Math.max(left.value, right.value) / Math.max(1, Math.min(left.value, right.value))
      const score = ratio <= 1.34 ? WEIGHTS.closeCounts : WEIGHTS.otherCounts
      if (score < worst) { worst = score; against = `${left.value} and ${right.value} ${left.measure}` }
    }
  }
  if (best > 0) add('counts', best, says)
  else if (worst < 0) add('counts', worst, against)
}

function words(a: Profile, b: Profile, add: Add): void {
  if (a.words.size === 0 || b.words.size === 0) return
  const { shared, ofSmaller, words: common } = overlap(a.words, b.words)
  const score = Math.min(WEIGHTS.mostWords, WEIGHTS.words * shared * (0.3 + ofSmaller)) + WEIGHTS.noWords
  add('words', score, common.length > 0 ? `shared words: ${common.slice(0, 6).join(', ')}` : 'no telling word shared')
}
