// What speaks for and against two tellings being of one event, how much, and in which words it is explained.

/** Natural log-odds for reports in full: by judgement, so that one real contradiction outweighs a shared place, tried on made corpora of known truth (bench/made-corpus.ts). */
export const WEIGHTS = {
  samePlace: 3, sameRegion: 0.4, sameCountry: 0.1, near: -1.5, nested: -0.5, inCountry: -2.5, otherPlace: -100, otherCountry: -4,
  /** Two tellings of one day where little else is told are more often one event than not. */
  sameDay: 0.4,
  statedDay: 0.8, shiftedStatedDay: -0.3, shiftedDay: -1.2, dayApart: -3, statedDayApart: -5.5, daysApart: -4, statedDaysApart: -100, otherSpan: -4, nextBulletin: -0.5,
  /** Morning and evening of one day; a first attack and a second. */
  otherHour: -6, another: -2, toldAsAnother: -9,
  sameKind: 0.2, kindred: -0.2, kindredAtLarge: -1.5, otherKind: -9,
  sameDoer: 0.2, sameTarget: 0.3, otherDoer: -0.7, otherTarget: -1,
  sameWeapon: 0.6, likeWeapon: -0.3, otherWeapon: -9,
  /** By the rarity of the number (one death is on every day, seventeen are not); close numbers too, for tolls change. */
  sameCount: 1, closeCount: 0.4, otherCount: -1,
  /** One report told them as two. */
  toldApart: -3,
  sameHarmed: 0.3, otherHarmed: -1.5,
  /** By the weight of the words shared, up to three. */
  sharedWords: 0.9, words: -0.3, wordlessTitle: -6,
  /** Where no settlement holds them together, two tellings must agree in more than country, kind and day. */
  nothingAlike: -1.5,
}

/**
 * What weighs otherwise where both are headlines alone. A headline names one side of what happened, a death, the fighting or the
 * talks about it, often with no place but the nearest known city, so that its day is most of what it says. Near the coefficients
 * of a logistic fit over pairs of headlines whose events are known (in halves, one fitted and the other checked), rounded, so
 * that no number is finer than the data.
 */
export const HEADLINE_WEIGHTS: { [weight in Weight]?: number } = {
  samePlace: 1.1, sameRegion: 0.1, nested: 0, inCountry: 0, otherCountry: 0,
  sameDay: 1, shiftedDay: -1.1,
  sameKind: 0, kindred: -0.4, kindredAtLarge: -0.4, otherKind: -0.8, sameDoer: 0, otherDoer: -1, sameWeapon: 0.3,
  sameCount: 1.2, closeCount: 0.6, otherCount: -0.2, sameHarmed: 0, otherHarmed: -3,
  sharedWords: 0.5, words: 0, wordlessTitle: -0.5, nothingAlike: 0,
}
export type Weight = keyof typeof WEIGHTS

/** The parts of an explanation. */
export type Part = 'place' | 'time' | 'kind' | 'sides' | 'weapons' | 'counts' | 'people' | 'words' | 'report'

type Says = (a: string, b: string) => string

/** Each weight's part and its words; the names of what was compared come in. */
export const REASONS: Readonly<Record<Weight, readonly [Part, Says]>> = {
  samePlace: ['place', (a) => `the same place: ${a}`], sameRegion: ['place', (a) => `the same region: ${a}`], sameCountry: ['place', (a) => `the same country: ${a}`],
  near: ['place', (a, b) => `${a} and ${b} are next to each other`], nested: ['place', (a, b) => `${a} and ${b}: one lies in the other`], inCountry: ['place', (a, b) => `${a} and ${b}: one is told for the whole country`], otherPlace: ['place', (a, b) => `different places: ${a} and ${b}`], otherCountry: ['place', (a, b) => `different countries: ${a} and ${b}`],
  sameDay: ['time', () => 'days that allow one event'],
  statedDay: ['time', (a) => `both say the day: ${a}`], shiftedStatedDay: ['time', () => 'stated days that overlap'], shiftedDay: ['time', () => 'published a day apart'],
  dayApart: ['time', () => 'a day apart'], statedDayApart: ['time', (a, b) => `stated days that differ: ${a} and ${b}`], daysApart: ['time', () => 'days apart'], statedDaysApart: ['time', (a, b) => `stated days far apart: ${a} and ${b}`],
  otherHour: ['time', () => 'different hours of the day'], another: ['time', () => 'one is told as one more attack'], toldAsAnother: ['report', () => 'one report tells one after the other'],
  otherSpan: ['time', () => 'a day and a longer time'], nextBulletin: ['time', (a) => `${a} published both, on different days`],
  sameKind: ['kind', (a) => `both tell of ${a}`], kindred: ['kind', (a, b) => `${a} and ${b} can be one event`], kindredAtLarge: ['kind', (a, b) => `${a} and ${b}, in no known settlement`], otherKind: ['kind', (a, b) => `different kinds of event: ${a} and ${b}`],
  sameDoer: ['sides', () => 'the same side did it'], sameTarget: ['sides', () => 'the same side was hit'], otherDoer: ['sides', () => 'different sides are said to have done it'], otherTarget: ['sides', () => 'different sides were hit'],
  sameWeapon: ['weapons', (a) => `the same weapon: ${a}`], likeWeapon: ['weapons', (a, b) => `${a} and ${b} are told of one attack`], otherWeapon: ['weapons', (a, b) => `different weapons: ${a} and ${b}`],
  sameCount: ['counts', (a) => `both say ${a}`], closeCount: ['counts', (a, b) => `close counts: ${a} and ${b}`], otherCount: ['counts', (a, b) => `different counts: ${a} and ${b}`],
  sameHarmed: ['people', () => 'the same people were harmed'], otherHarmed: ['people', () => 'other people were harmed'],
  toldApart: ['report', () => 'one report tells them as two'],
  sharedWords: ['words', (a) => `shared words: ${a}`], words: ['words', () => 'words compared'], nothingAlike: ['words', () => 'no number, weapon or telling word in common'], wordlessTitle: ['words', () => 'a title without claims that shares no telling word'],
}
