// One person or thing told of a second time.
import { PEOPLE, type Claim, type Place } from '../../model/claim.ts'
import type { LocatedMention, TokenTable } from '../../model/document.ts'
import type { Finding } from './counts.ts'

/** "the building", "the site": a school or a hospital told of before. */
const ANY_SITE: ReadonlySet<string> = new Set(['building', 'facility'])

/** A single one that was counted, and the claim that told of it. */
export interface ToldOne {
  finding: Finding
  claim: Claim
}

const isWide = ({ precision }: { precision: string | null }): boolean => precision === 'country' || precision === 'region'

/** Whether the places that a sentence names are all others than the one told before: another school, then. */
function elsewhere(mentions: readonly LocatedMention[], before: Place | null): boolean {
  if (before === null || isWide(before)) return false
  const here = mentions.filter((m) => !isWide(m))
  return here.length > 0 && here.every((m) => m.name !== before.name)
}

/** What anybody told of before may be called. */
const ANYBODY: ReadonlySet<string> = new Set(['man', 'woman', 'boy', 'girl', 'child', 'victim', 'person', 'suspect', 'teenager', 'youth', 'hostage', 'captive', 'prisoner', 'detainee', 'body', 'deceased', 'casualty'])

const WHOSE: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'our'])

/** "his wife", "their driver": told by whom they belong to. */
const isRelative = (tokens: TokenTable, f: Finding): boolean => WHOSE.has(tokens.lower[f.numberFirst]!)

/** Whether the words that told of somebody before name what `f` calls them. */
function saysAgain(tokens: TokenTable, finding: Finding, f: Finding): boolean {
  const word = tokens.lower[f.numberLast - 1]!
  for (let t = finding.first; t < finding.last; t++) if (tokens.lower[t] === word) return true
  return false
}

/** So many sentences on, nobody is told of again without a name. */
const RECALLED = 15

/** One person told of again ("he was killed", a surname after the full name): the claim that told of them first. `placesIn` gives the places that a sentence names. */
export function toldBefore(tokens: TokenTable, singles: readonly ToldOne[], f: Finding, placesIn: (sentence: number) => readonly LocatedMention[]): Claim | null {
  if (f.single === 'indefinite' && PEOPLE.has(f.of)) return null // "a man" is another
  for (let i = singles.length - 1; i >= 0; i--) {
    const { finding, claim } = singles[i]!
    if (f.single !== 'name' && f.sentence - finding.sentence > RECALLED) return null
    if (finding.sentence === f.sentence && finding.anchor === f.anchor && (PEOPLE.has(f.of) || tokens.lower[f.numberFirst - 1] === 'and')) continue // another of the same list, "was seized along with his wife"
    if (finding.measure !== f.measure || finding.value !== f.value || (finding.of !== f.of && finding.of !== 'person' && f.of !== 'person' && !(f.single === 'definite' && ANY_SITE.has(f.of)))) continue
    if (f.single === 'indefinite' && !PEOPLE.has(f.of) && finding.of === f.of && f.sentence - finding.sentence <= 12 && f.sentence !== finding.sentence && !elsewhere(placesIn(f.sentence), claim.place)) return claim
    if (f.single === 'definite' && isRelative(tokens, f) && !saysAgain(tokens, finding, f)) continue // "his wife was killed too": another than he
    if (f.single === 'definite' && PEOPLE.has(f.of) && finding.single === 'indefinite' && !ANYBODY.has(tokens.lower[f.numberLast - 1]!) && !saysAgain(tokens, finding, f)) continue // "a clerk was killed … the driver died"
    if (f.single === 'pronoun' || f.single === 'definite') return claim
    if (f.single === 'name') {
      const surname = tokens.lower[f.numberLast - 1]!
      for (let t = finding.first; t < finding.last; t++) if (tokens.lower[t] === surname) return claim
      if (finding.single !== 'name' && f.sentence - finding.sentence <= 6 && finding.of === f.of) return claim
    }
  }
  return null
}
