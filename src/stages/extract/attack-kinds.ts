// What kind of attack it was, where the words only say "attack": rebels and gunmen who are told to have neither guns nor
// aircraft came themselves, a bomber's bomb was brought there. Fire from afar stays a strike.
import { ARMED_GROUPS, hasGuns, hasPlanes } from '../../languages/en/actors.ts'
import { sideOf } from '../../languages/en/demonyms.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Claim } from '../../model/claim.ts'
import { FLAG_ALL_CAPS, type Document, type TokenTable } from '../../model/document.ts'
import { dayStart } from '../../time/days.ts'
import { WordColumn } from '../../text/vocabulary.ts'
import { takeToldKind } from './attack-told.ts'
import { OVER_A_DAY } from './borrowed-days.ts'
import { isNameless } from './parties.ts'

const FROM_AFAR = 1, PLANTED = 2, IRREGULAR = 4, FORCES = 8, CIVIL = 16, BOMBING = 32, FIGHT = 64, BOMB = 128, TAKING = 256, AIR = 512, STRUCK = 1024, ARMED = 2048
const words = new WordColumn((word) => {
  let bits = 0
  for (const [bit, group] of SORTS) if (group.has(word)) bits |= bit
  return bits
})
const SORTS: readonly (readonly [number, ReadonlySet<string>])[] = [[FROM_AFAR, wordGroup('from_afar')], [PLANTED, wordGroup('planted')], [IRREGULAR, wordGroup('irregular')], [FORCES, wordGroup('regular')], [CIVIL, wordGroup('civil_life')], [BOMBING, wordGroup('bombing')], [FIGHT, wordGroup('melee')], [BOMB, wordGroup('bomb_attack')], [TAKING, wordGroup('abducting')], [AIR, new Set(['air'])], [ARMED, new Set(['armed', 'resistance', 'cattle', 'pdf'])], [STRUCK, wordGroup('striking')]]
/** "armed |men|", "armed |robbers|" */
const BAND: ReadonlySet<string> = new Set(['men', 'man', 'robbers', 'youths', 'individuals', 'assailants', 'youth', 'persons', 'people', 'herders', 'herdsmen'])
const FLOWN: ReadonlySet<string> = new Set(['strike', 'strikes', 'raid', 'raids', 'attack', 'attacks', 'assault', 'bombardment', 'bombardments'])
const REACHES: ReadonlySet<string> = new Set(['missile', 'drone', 'rocket', 'aircraft', 'artillery'])
/** Where so many of a report's sentences tell of fire from afar, an attack without its weapon is most likely that. */
const SHELLED_SHARE = 0.2

/** Where so many sentences tell of gunmen and rebels, and hardly one of fire from afar, an attack is theirs. */
const IRREGULAR_SENTENCES = 2

/** Where hardly a sentence tells of fire from afar, a bomb was laid, not dropped. */
const AIRLESS_SHARE = 0.1

/** Gives attacks told as strikes the kind that the words around them tell. */
export function settleAttackKinds(claims: readonly Claim[], document: Document, sentenceAt: (offset: number) => number): void {
  if (!claims.some((claim) => mayBeClose(claim) || saysMore(claim) || claim.type === 'capture_or_exchange' || claim.type === 'explosion')) return
  const sorts = sortsOf(document)
  const shelled = sorts.filter((bits) => (bits & FROM_AFAR) !== 0).length / Math.max(1, sorts.length)
  // "four guided bombs fell": bombs of this report come from the air, one told without a word for it, too
  const dropped = sorts.some((bits) => (bits & BOMBING) !== 0 && (bits & FROM_AFAR) !== 0)
  const irregular = shelled < AIRLESS_SHARE && sorts.filter((bits) => (bits & IRREGULAR) !== 0).length >= IRREGULAR_SENTENCES
  // "rebels killed 60 in a missile attack on X … the rebels attacked X": the same attack
  const afar = new Map<string, Claim>()
  for (const claim of claims) if (claim.type === 'strike' && claim.weapons.some((w) => REACHES.has(w))) afar.set(claim.place?.name ?? '', claim)
  if (afar.size > 0) for (const claim of claims) if (claim.type === 'violence_against_civilians' && claim.rule === 'verb-attack' && claim.weapons.length === 0 && isTold(claim, afar.get(claim.place?.name ?? ''), sentenceAt)) claim.type = 'strike'
  for (const claim of claims) if (claim.type === 'capture_or_exchange' && !claim.quantities.some((q) => q.measure === 'released')) {
    const own = sorts[sentenceAt(claim.start)] ?? 0
    if (claim.rule === 'split-verb' && (own & IRREGULAR) !== 0 && claim.quantities.some((q) => q.measure === 'captured' && q.of !== 'combatant') || (own & TAKING) !== 0 && (irregular || (own & IRREGULAR) !== 0 || KIDNAPPED.test(claim.quote) && claim.quantities.every((q) => q.of !== 'combatant'))) claim.type = 'violence_against_civilians'
  } else if (saysMore(claim)) {
    const own = sorts[sentenceAt(claim.start)] ?? 0
    if (claim.rule === 'frame-ambush') { if ((own & CIVIL) !== 0 && (own & FORCES) === 0) claim.type = 'violence_against_civilians' }
    else if (claim.type === 'ground_combat') { if ((own & (FROM_AFAR | FIGHT)) === FROM_AFAR && claim.rule !== 'frame-raid-on-ground' && claim.weapons.some((w) => REACHES.has(w))) claim.type = 'strike'; else if (claim.quantities[0]?.of !== 'combatant' && (own & IRREGULAR) !== 0 && (own & (FORCES | FROM_AFAR | FIGHT)) === 0) claim.type = 'violence_against_civilians' }
    else if ((own & FROM_AFAR) !== 0 || isState(claim.by) && OVER_A_DAY.test(claim.date?.written ?? '')) claim.type = 'strike' // whom an army has killed over a day, its fire has
  } else if (mayBeClose(claim) && !isTold(claim, afar.get(claim.place?.name ?? ''), sentenceAt)) claim.type = kindOf(claim, sorts, sentenceAt(claim.start), { shelled, dropped, irregular }) ?? claim.type
  takeToldKind(claims, document, sentenceAt, (sentence) => ((sorts[sentence] ?? 0) & (FROM_AFAR | STRUCK)) !== 0)
  // "a missile struck the port … 12 were hurt in the blast": the blast is the strike's
  if (!claims.some((claim) => claim.type === 'explosion')) return
  const struck = new Set<string>()
  for (const claim of claims) if (claim.type === 'strike' && (claim.weapons.some((w) => REACHES.has(w)) || (sorts[sentenceAt(claim.start)]! & FROM_AFAR) !== 0)) for (const day of daysAbout(claim)) struck.add(`${claim.post ?? ''}|${claim.place?.name ?? ''}|${day}`)
  for (const claim of claims) if (claim.type === 'explosion' && isFine(claim) && (sorts[sentenceAt(claim.start)]! & PLANTED) === 0 && !claim.weapons.includes('mine') && struck.has(`${claim.post ?? ''}|${claim.place!.name}|${claim.date?.to ?? ''}`)) claim.type = 'strike'
}

const isFine = ({ place }: Claim): boolean => place !== null && place.precision !== 'country' && place.precision !== 'region'

/** The day of a claim, the one before and the one after. */
function daysAbout({ date }: Claim): string[] {
  return date?.to == null ? [] : [-1, 0, 1].map((days) => new Date(dayStart(date.to!) + days * 864e5).toISOString().slice(0, 10))
}

/** Whether an attack is one told shortly before, with its weapon, of the same place. */
function isTold(claim: Claim, before: Claim | undefined, sentenceAt: (offset: number) => number): boolean {
  if (before === undefined || claim.by === null || before.start >= claim.start || before.by !== null && before.by !== claim.by) return false
  return sentenceAt(claim.start) - sentenceAt(before.start) <= SAME_ATTACK
}
/** Those whom nobody arrests. */
const KIDNAPPED = /\b(?:kidnapped|abducted)\b/
/** So many sentences on, an attack by the same on the same place is the one told before. */
const SAME_ATTACK = 3

/** Whether a side is a state. */
const isState = (by: string | null): boolean => by !== null && !ARMED_GROUPS.has(by) && sideOf(by) !== null

const BOMBED: ReadonlySet<string> = new Set(['verb-bomb', 'verb-shell'])
const mayBeClose = ({ type, rule, by, weapons }: Claim): boolean => type === 'strike' && !(BOMBED.has(rule) && by !== null && !ARMED_GROUPS.has(by)) && !(rule === 'verb-hit' && by !== null && hasGuns(by)) && !weapons.some((w) => REACHES.has(w))

const VILLAGE = /\b(?:villages?|communit(?:y|ies)|hamlets?|markets?|church|mosque|schools?|homes|houses|farms?)\b/
/** What men without a name invade, where an army would take it. */
const TOWN = /\b(?:towns?|settlements?|neighbou?rhoods?|area)\b/
const CLOSE_RULES: ReadonlySet<string> = new Set(['frame-shot-by-gunmen', 'count-verb', 'agent-verb-count'])

/** "gunmen raided the villages" is no fighting, "killed in a drone attack by rebels" no shooting. */
const saysMore = ({ type, rule, quote, by }: Claim): boolean => type === 'ground_combat' && (rule === 'frame-raid-on-ground' || rule === 'frame-ambush' || CLOSE_RULES.has(rule) || (rule === 'verb-storm' || rule === 'verb-invade') && (VILLAGE.test(quote) || (by === null || isNameless(by)) && TOWN.test(quote))) || type === 'violence_against_civilians' && CLOSE_RULES.has(rule)

/** "armed |men|", "resistance |fighters|", "a cattle |raid|", "the PDF": not "met resistance", "a cattle market", "a pdf of the report". */
function isBand({ lower, flags }: TokenTable, i: number): boolean {
  if (lower[i] === 'pdf') return (flags[i]! & FLAG_ALL_CAPS) !== 0
  return (lower[i] === 'armed' ? BAND : lower[i] === 'cattle' ? CATTLE_RAIDS : FIGHTERS).has(lower[i + 1] ?? '')
}
const FIGHTERS: ReadonlySet<string> = new Set(['fighter', 'fighters', 'group', 'groups', 'force', 'forces', 'member', 'members']), CATTLE_RAIDS: ReadonlySet<string> = new Set(['raid', 'raids', 'raider', 'raiders', 'rustler', 'rustlers', 'rustling', 'thieves'])

/** The sorts of words of each sentence. */
function sortsOf({ tokens, sentences }: Document): number[] {
  return sentences.map(({ first, last }) => {
    let bits = 0
    for (let i = words.next(tokens, first, last); i < last; i = words.next(tokens, i + 1, last)) {
      const sort = words.at(tokens, i)
      if (sort === ARMED) { if (isBand(tokens, i)) bits |= IRREGULAR; continue }
      bits |= sort !== AIR ? sort : i + 1 < last && FLOWN.has(tokens.lower[i + 1]!) ? FROM_AFAR : 0
    }
    return bits
  })
}

/** What a report tells of all in all: the share of its sentences that tell of fire from afar, whether its bombs fall, whether its attacks are those of gunmen and rebels. */
interface Reported { shelled: number; dropped: boolean; irregular: boolean }

/** A bomb that is dropped or falls comes from the air. */
const FALLS: ReadonlySet<string> = new Set(['verb-launch', 'struck-by-fall'])

function kindOf(claim: Claim, sorts: readonly number[], sentence: number, { shelled, dropped, irregular }: Reported): string | null {
  const own = sorts[sentence] ?? 0
  if ((own & FROM_AFAR) !== 0 || claim.by !== null && hasPlanes(claim.by)) return null
  const group = claim.by !== null && ARMED_GROUPS.has(claim.by)
  if (claim.weapons.includes('mine')) return 'explosion'
  if ((own & PLANTED) !== 0 || (own & BOMBING) !== 0 && (group || (own & IRREGULAR) !== 0) || (own & BOMB) !== 0 && claim.by === null && !dropped && !FALLS.has(claim.rule) && shelled < AIRLESS_SHARE) return 'explosion'
  if (claim.quantities[0]?.of === 'ship' && claim.quantities[0].measure === 'struck') return null // at sea nobody comes on foot
  const beside = (sorts[sentence - 1] ?? 0) | (sorts[sentence + 1] ?? 0)
  if (!group && (own & STRUCK) !== 0 && (claim.rule === 'noun-strike' || isState(claim.by))) return null // "strikes killed 18 militants": they are whom it hit
  if ((own & IRREGULAR) === 0) {
    if ((beside & FROM_AFAR) !== 0) return null
    if ((beside & PLANTED) !== 0) return 'explosion'
    if (!group && (own & STRUCK) !== 0) return null // "two died in a strike", whatever it was aimed at
    if (!group && (beside & IRREGULAR) === 0 && !(irregular && claim.by === null && (own & STRUCK) === 0)) return null
  }
  if (shelled >= SHELLED_SHARE) return null
  // whom they came for
  const counted = claim.quantities[0]?.of
  if (counted === 'combatant') return 'ground_combat'
  return (own & FORCES) !== 0 && (own & CIVIL) === 0 && counted !== 'civilian' && counted !== 'child' ? 'ground_combat' : 'violence_against_civilians'
}
