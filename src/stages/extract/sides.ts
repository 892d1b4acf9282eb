// By whom and against whom: what the clause says, else what the report tells of the same country, else the pair of sides
// that the report itself tells most.
import type { Claim } from '../../model/claim.ts'
import { FLAG_CAPITAL, type Document, type LocatedMention, type TokenTable } from '../../model/document.ts'
import { actorsIn, ARMED_GROUPS, groupsAtHome, homesOf, sideOfWord, hasGuns, hasPlanes } from '../../languages/en/actors.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Stranger } from './clause-sides.ts'
import type { EventFinding } from './events.ts'
import { isNameless } from './parties.ts'

/** The two sides a report is about: who mostly attacks, who is mostly attacked. */
export interface War {
  attacker: string | null
  attacked: string | null
  /** How often the report names each side. */
  named: ReadonlyMap<string, number>
  /** The land that the report is about (an alpha-2 code), where it tells one. */
  country: string | null
  /** Nobody has said that an attack was theirs. */
  unclaimed: boolean
  /** Those told to have sent what flies, or blamed for it, by whatever words. */
  senders: ReadonlySet<string>
  /** The attacker is no more than the land that is named most besides the one attacked. */
  onlyNamed: boolean
}

const HOSTILE: ReadonlySet<string> = new Set(['strike', 'ground_combat', 'territory_change', 'interception', 'violence_against_civilians', 'explosion'])
/** A side that a report names so often besides the land it is about is taken for the other of its war, where nothing else tells it. */
const NAMED_OFTEN = 2
/** Bodies and states that speak in reports of wars that are not theirs. */
export const NEUTRAL: ReadonlySet<string> = new Set(['United Nations', 'European Union', 'NATO', 'African Union', 'United States', 'United Kingdom', 'France', 'Germany', 'China', 'Egypt', 'Qatar'])

/** Learns the pair from the events whose clause names a side, and from how often each side is named. */
export function warOf(document: Document, events: readonly EventFinding[], country: string | null, countryName: (code: string) => string | null): War {
  const { tokens } = document, unclaimed = isUnclaimed(tokens.lower), senders = sendersIn(tokens)
  const named = new Map<string, number>(), by = new Map<string, number>()
  for (const a of actorsIn(tokens, 0, tokens.count)) if (!helps(tokens.lower, a)) named.set(a.side, (named.get(a.side) ?? 0) + 1)
  for (const e of events) {
    if (!HOSTILE.has(e.type) || !e.by || e.rule === 'verb-withdraw') continue // who leaves attacks nobody
    by.set(e.by, (by.get(e.by) ?? 0) + (e.type === 'interception' ? 0 : 1))
  }
  const here = country === null ? null : countryName(country)
  const foreign = new Map([...named].filter(([side, n]) => n >= NAMED_OFTEN && side !== here && !NEUTRAL.has(side)))
  // peacekeepers and victims have their states, too: a group that is at home there comes first
  const groups = new Map([...named].filter(([side]) => country !== null && ARMED_GROUPS.has(side) && homesOf(side).includes(country)))
  for (const [side, n] of by) if (n < NAMED_OFTEN && NEUTRAL.has(side) && side !== here) by.delete(side) // "French forces intervened"
  const told = top(by, here) ?? top(by, null) ?? top(aggressors(document), here)
  const attacker = told ?? (here !== null && named.has(here) ? top(groups, here) ?? top(foreign, here) : null)
  if (!attacker) return { attacker: null, attacked: null, named, country, unclaimed, senders, onlyNamed: false }
  // the land that a state strikes is the one attacked, also where its towns alone are named
  const attacked = attacker !== here && here && (named.has(here) || by.has(attacker) && !ARMED_GROUPS.has(attacker)) ? here : top(new Map([...named].filter(([side, n]) => !NEUTRAL.has(side) && (n >= NAMED_OFTEN || ARMED_GROUPS.has(side)))), attacker)
  return { attacker, attacked, named, country, unclaimed, senders, onlyNamed: told === null && !ARMED_GROUPS.has(attacker) }
}

const NOBODY = wordGroup('nobody'), OWNS_TO: ReadonlySet<string> = new Set(['claim', 'claims', 'claimed', 'claiming'])
/** So many tokens before "responsibility" stands who has claimed it. */
const CLAIMED_WITHIN = 8

/** "Nobody has claimed responsibility", "no claim of responsibility": whether a report says that an attack is nobody's. */
function isUnclaimed(lower: readonly string[]): boolean {
  for (let i = lower.indexOf('responsibility'); i >= 0; i = lower.indexOf('responsibility', i + 1)) {
    let claims = false
    for (let k = i - 1; k >= 0 && k > i - CLAIMED_WITHIN && lower[k] !== '.'; k--) { if (OWNS_TO.has(lower[k]!)) claims = true; else if (claims && NOBODY.has(lower[k]!)) return true }
  }
  return false
}

const SENDS: ReadonlySet<string> = new Set(['launch', 'launches', 'launched', 'fire', 'fires', 'fired', 'fly', 'flew', 'flown', 'send', 'sends', 'sent']), SENT: ReadonlySet<string> = new Set(['launched', 'fired', 'flown', 'sent', 'came', 'coming'])
const FLIES: ReadonlySet<string> = new Set(['drones', 'missiles', 'rockets', 'uavs', 'shaheds', 'them']), AT: ReadonlySet<string> = new Set(['at', 'against', 'over', 'into', 'across', 'towards', 'toward'])
const BLAMES: ReadonlySet<string> = new Set(['blame', 'blames', 'blamed', 'accuse', 'accuses', 'accused'])
const SENDING: ReadonlySet<string> = new Set(['launching', 'firing', 'flying', 'sending', 'violating', 'attacking', 'incursion', 'incursions', 'drones', 'missiles', 'attack', 'attacks', 'provocation'])
/** So many tokens from the side stands what it did, and as many from there what it did that with. */
const SENDS_WITHIN = 5

/** "Russia launched them", "drones fired from Iran", "blamed Moscow for the incursion": sides told to have sent what flies; who sends condolences, jets of its own or drones as aid is none. */
function sendersIn(tokens: TokenTable): Set<string> {
  const { lower } = tokens, found = new Set<string>()
  for (const { side, first, last } of actorsIn(tokens, 0, tokens.count)) {
    const before = lower[first - 1] === 'the' ? first - 2 : first - 1
    if ((lower[before] === 'by' || lower[before] === 'from') && SENT.has(lower[before - 1] ?? '')) { found.add(side); continue }
    if (lower[last] !== 'them' && FLIES.has(lower[last] ?? '')) { found.add(side); continue } // "Russian drones"
    const blamed = BLAMES.has(lower[before] ?? '')
    for (let i = last, verb = -1; i < tokens.count && i < (verb < 0 ? last : verb) + SENDS_WITHIN && lower[i] !== '.' && lower[i] !== ','; i++) {
      if (blamed ? SENDING.has(lower[i]!) : verb >= 0 && FLIES.has(lower[i]!) && (!lower[verb]!.startsWith('sen') || AT.has(lower[i + 1] ?? ''))) { found.add(side); break }
      if (!blamed && verb < 0 && SENDS.has(lower[i]!)) verb = i
    }
  }
  return found
}

const HELPERS: ReadonlySet<string> = new Set(['ally', 'allies', 'backers', 'backer', 'mercenaries', 'advisers', 'advisors', 'partners', 'peacekeeper', 'peacekeepers', 'national', 'nationals', 'tourist', 'tourists', 'hostage', 'hostages', 'contingent', 'embassy', 'ambassador', 'citizen', 'citizens'])
const HELPED: ReadonlySet<string> = new Set(['backed', 'supported', 'armed', 'funded', 'sponsored', 'supplied', 'trained'])

/** "its Russian allies", "rebels backed by Rwanda": a side named for the help that it gives another. */
function helps(lower: readonly string[], { first, last }: { first: number; last: number }): boolean {
  return HELPERS.has(lower[last] ?? '') || lower[first - 1] === 'by' && HELPED.has(lower[first - 2] ?? '')
}

const AGGRESSION: ReadonlySet<string> = new Set(['invasion', 'aggression', 'war', 'attack', 'offensive', 'occupation', 'annexation', 'threat', 'threats', 'troops', 'forces'])

/** Sides named as those who wage a war ("Russian aggression", "Russia's war"), where no event tells it. */
function aggressors({ tokens }: Document): Map<string, number> {
  const found = new Map<string, number>()
  for (const a of actorsIn(tokens, 0, tokens.count)) {
    const next = tokens.lower[a.last] === "'s" || tokens.lower[a.last] === '’s' ? a.last + 1 : a.last
    if (AGGRESSION.has(tokens.lower[next] ?? '')) found.set(a.side, (found.get(a.side) ?? 0) + 1)
  }
  return found
}

function top(map: ReadonlyMap<string, number> | undefined, not: string | null): string | null {
  let best: string | null = null, most = 0
  if (map === undefined) return null
  for (const [side, n] of map) if (side !== not && n > most) { best = side; most = n }
  return best
}

/** The one side besides another that a report names, leaving out bodies that speak everywhere; null where there are several. */
function onlyOther(named: ReadonlyMap<string, number>, side: string): string | null {
  const others = [...named.keys()].filter((one) => one !== side && !NEUTRAL.has(one))
  return others.length === 1 ? others[0]! : null
}

/** A claim with what its clause says of the sides. */
export interface Told {
  claim: Claim
  by: string | null
  against: string | null
  /** The side whose land the place is, or that holds it: null where none is told. */
  land: string | null
  counter: boolean
  /** An attack of long ago that somebody owned to: what is told beside it may be another's. */
  past?: boolean
  /** Who did it, where that is told and is no side of the war. */
  stranger: Stranger | null
  /** The sides that the sentence of a diplomatic act names; of a meeting, those that its own words do. */
  speaksOf: readonly string[]
}

/** States from whose land armed groups fire where it is said to come from there, with their codes. */
const FIGHTS_BY_GROUPS: ReadonlyMap<string, string> = new Map([['Lebanon', 'LB'], ['Palestine', 'PS'], ['Yemen', 'YE']])
/** Who fights in a land on the side of its state. */
const GUESTS: ReadonlySet<string> = new Set(['US-led coalition', 'Saudi-led coalition'])
/** A group that is named so often is the one that fights in its land. */
const TOLD_OFTEN = 2
/** Armed groups by the state that they fight for in another land: neither is against the other. */
const FIGHTS_FOR: ReadonlyMap<string, string> = new Map([["Donetsk People's Republic", 'Russia'], ["Luhansk People's Republic", 'Russia'], ['Russian-backed separatists', 'Russia'], ['South Ossetia', 'Russia'], ['Abkhazia', 'Russia'], ['Nagorno-Karabakh', 'Armenia']])
const ofOneCamp = (group: string, side: string | null): boolean => side !== null && FIGHTS_FOR.has(group) && (FIGHTS_FOR.get(side) ?? side) === FIGHTS_FOR.get(group)
/** Territories without a state that fights as one. */
const STATELESS: ReadonlySet<string> = new Set(['Palestine'])

/** Acts that are done for somebody or with somebody: words beside them that name who wages the war do not aim them. */
const FRIENDLY: ReadonlySet<string> = new Set(['act-aid', 'act-announce', 'frame-offer', 'frame-permit', 'frame-hand-over', 'frame-travel', 'frame-inform', 'named-pact', 'named-visit', 'named-decision'])

/** Settles the sides of a report's incidents, once all are placed. */
export function settleSides(told: readonly Told[], war: War): void {
  const attackers = new Map<string, Map<string, number>>(), foes = new Map<string, Map<string, number>>()
  const count = (book: Map<string, Map<string, number>>, key: string, side: string): void => {
    const tally = book.get(key) ?? new Map<string, number>()
    tally.set(side, (tally.get(side) ?? 0) + 1)
    book.set(key, tally)
  }
  for (const t of told) {
    const { type, place } = t.claim
    if (!type || !HOSTILE.has(type) || type === 'interception' || !t.by || t.past) continue
    // a state that bombs its own towns does so in a war with its own armed groups; one that destroys what they attack it with does not
    if (place?.country && (t.by !== t.land || type === 'strike' && !t.claim.quantities.some((q) => q.measure === 'destroyed' || q.of === 'combatant') && groupsAtHome(place.country).some((group) => war.named.has(group)))) { count(attackers, place.country, t.by); count(attackers, `${place.country}|${type}`, t.by) }
    if (t.against && t.against !== t.by) { count(foes, t.by, t.against); count(foes, t.against, t.by) }
  }
  const interceptors = new Map<string, number>()
  for (const t of told) if (t.claim.type === 'interception' && t.by !== null) interceptors.set(t.by, (interceptors.get(t.by) ?? 0) + 1)
  // what is shot down over a sea is by those who shoot it down elsewhere
  const atSea = (t: Told): boolean => t.claim.type === 'interception' && t.land === null
  for (const sea of [false, true]) for (const t of told) if (atSea(t) === sea) {
    const sides = t.by === null && t.stranger !== null && (HOSTILE.has(t.claim.type ?? '') || t.claim.type === 'capture_or_exchange') ? ofStranger(t, complete(t)) : complete(t)
    const guessed = t.by === null && sides.by !== null && t.claim.type !== 'interception' && mayNotBe(sides.by, t.claim)
    t.claim.by = guessed ? null : sides.by
    t.claim.against = guessed ? t.against : sides.against
  }

  /** Whether an armed group that no clause names is not to be taken for who did it: an attack that nobody owns to, from the air without aircraft, by drone without an army's arms. */
  function mayNotBe(by: string, { type, weapons }: Claim): boolean {
    return ARMED_GROUPS.has(by) && (war.unclaimed && (type === 'explosion' || type === 'violence_against_civilians' || type === 'strike' || type === 'ground_combat') || weapons.includes('aircraft') && !hasPlanes(by) || weapons.includes('drone') && !hasGuns(by))
  }

  /** "shot by unknown gunmen", "killed by a man": nobody is blamed for what somebody else is told to have done; gunmen may be those of an armed group of the war. */
  function ofStranger({ claim, stranger, against, land }: Told, settled: { by: string | null; against: string | null }): { by: string | null; against: string | null } {
    // "the troops killed 18 insurgents": soldiers are no armed group; whose they are is told where the report names their land
    if (stranger === 'regular') {
      if (settled.by === null || !ARMED_GROUPS.has(settled.by)) return settled
      return { by: land !== null && war.named.has(land) && !STATELESS.has(land) ? land : null, against: against ?? (claim.type === 'ground_combat' || claim.quantities.some((q) => q.of === 'combatant') ? settled.by : null) }
    }
    if (stranger === 'police' && told.some((t) => t.claim.type === 'territory_change' && t.by !== null && t.by !== land && t.claim.place !== null && t.claim.place.name === claim.place?.name)) return { by: null, against: against === land ? null : against } // whose police they are where another holds the town
    if (stranger === 'police') return { by: land !== null && !STATELESS.has(land) ? land : null, against: against === land ? null : against }
    return settled.by === null || stranger === 'irregular' && ARMED_GROUPS.has(settled.by) ? settled : { by: null, against }
  }

  function complete({ claim, by: told, against: hit, land, counter, speaksOf }: Told): { by: string | null; against: string | null } {
    const code = claim.place?.country ?? null
    let by = told, against = hit
    switch (claim.type) {
      case 'diplomacy': {
        // what is said of a war by others than the one who wages it is said against that one
        if (war.attacker === null || by === null || against === null && FRIENDLY.has(claim.rule)) return { by, against }
        if (by !== war.attacker && (against === war.attacked || against === null) && speaksOf.includes(war.attacker)) against = war.attacker
        else if (by === war.attacker && against === null && war.attacked !== null && speaksOf.includes(war.attacked)) against = war.attacked
        return { by, against: against === by ? null : against }
      }
      case 'deployment':
        // forces without a name that set out or are called up in a land are its own
        if (by === null && against === null && land !== null && (land === war.attacker || land === war.attacked)) by = land
        return { by, against: against && against !== land ? against : by === war.attacker ? war.attacked : by === war.attacked ? war.attacker : null }
      case 'infrastructure_disruption': return claim.rule === 'frame-traffic-stopped' && by === null ? { by: null, against: null } : struck() // airlines stay away by themselves
      case 'unrest': return { by: by === (against ?? land) ? null : by, against: against ?? land } // the junta that seized power was not yet the state
      case 'air_raid_alert': return { by: null, against: land }
      case 'interception': {
        by ??= against ? opposite(against) ?? (land === null ? top(interceptors, against) : null) : land && (land === war.attacked || land === war.attacker) ? land : land === null ? top(interceptors, null) ?? war.attacked : war.attacked
        // a report of one night's drones alone: those shot down over a land that is named come from the other one named, if that is told to have sent any
        if (by === null && war.attacker === null && land !== null && war.named.has(land)) { by = land; const sender = onlyOther(war.named, land); if (sender !== null && war.senders.has(sender)) against ??= sender }
        if (by !== null) interceptors.set(by, (interceptors.get(by) ?? 0) + 1)
        // where a drone was made is not who sent it
        if (against && against !== war.attacker && against !== war.attacked && by !== null && (by === war.attacker || by === war.attacked)) against = null
        if (against && against !== by) return { by, against }
        const other = opposite(by)
        return { by, against: other !== null && other === war.attacker && war.onlyNamed && !war.senders.has(other) ? null : other } // who only speaks of it shot at nobody
      }
      case 'explosion':
        // bombs that nobody is named for, in a report of no war, are against nobody told
        by ??= code === null ? null : top(attackers.get(`${code}|explosion`), against)
        if (by === null && war.attacker === null) return { by, against }
        return { by, against: against ?? (land !== by && land !== null && !STATELESS.has(land) ? land : null) }
      default: return struck()
    }

    function struck(): { by: string | null; against: string | null } {
      if (by !== null && FIGHTS_BY_GROUPS.has(by)) by = atHome(FIGHTS_BY_GROUPS.get(by)!, null) ?? by
      if (counter && !by && land === war.attacked) by = land
      if (against && STATELESS.has(against)) against = null
      // a state named where an armed group of its land fights stands for the land alone
      if (against && against === land && by && by !== land) against = atHome(code, by) ?? against
      if (!by) {
        if (against && against !== land) by = opposite(against)
        if (!by && code) by = top(attackers.get(`${code}|${claim.type!}`), against) ?? top(attackers.get(code), against)
        by ??= against ? opposite(against) : land !== null && land === war.attacked ? war.attacker : land !== null && land === war.attacker ? war.attacked : null
      }
      if (!by && code === null && claim.type === 'strike') by = war.attacker
      // who fights the armed men of a land, where none is named, is the land itself, if it is spoken of
      if (!by && against && claim.type === 'ground_combat' && land !== null && war.named.has(land) && !STATELESS.has(land) && fightsAtHome(against, code)) by = land
      // a post of the land that is attacked, by whomever, is the land's
      if (!by && !against && claim.rule === 'frame-attacks-post' && land !== null && war.named.has(land) && !STATELESS.has(land)) against = land
      if (!by) return { by, against }
      // those whom armed men kill in their own land are no party of the war
      if ((!against || against === land || code === null && hit === null) && claim.type === 'violence_against_civilians' && by && (by === land || fightsAtHome(by, code))) return { by, against: null }
      if (!against) {
        if (by !== land && land !== null) against = atHome(code, by, GUESTS.has(by) ? 1 : TOLD_OFTEN) ?? (STATELESS.has(land) || GUESTS.has(by) ? null : land)
        else against = opposite(by)
        if (against !== null && claim.type === 'strike' && land !== null && STATELESS.has(land) && by !== land) against = null
      }
      return { by, against: against === by ? null : against }
    }
  }

  /** Whether a side is an armed group in its own land, or fighters without a name. */
  function fightsAtHome(side: string, code: string | null): boolean {
    const where = code ?? war.country
    return isNameless(side) || where !== null && ARMED_GROUPS.has(side) && homesOf(side).includes(where)
  }

  function opposite(side: string | null): string | null {
    if (side === null) return null
    return top(foes.get(side), side) ?? (side === war.attacker ? war.attacked : side === war.attacked ? war.attacker : null)
  }

  /** The armed group of a land that the report names most, if it does `least` times. */
  function atHome(code: string | null, not: string | null, least = TOLD_OFTEN): string | null {
    if (code === null) return null
    let best: string | null = null, most = least - 1
    for (const group of groupsAtHome(code)) if (group !== not && !ofOneCamp(group, not) && (war.named.get(group) ?? 0) > most) { best = group; most = war.named.get(group)! }
    return best
  }
}

const HELD = /^(occupied|annexed|controlled|held|seized|captured)$/

/** Places that the report says another side holds ("Russian-occupied Crimea", "occupied Melitopol": the one that wages the war), by name. */
export function heldPlaces(document: Document, mentions: readonly LocatedMention[], attacker: string | null): Map<string, string> {
  const { tokens } = document
  const held = new Map<string, string>()
  for (const m of mentions) {
    if (m.use !== 'literal' || m.precision === 'country') continue
    const after = tokens.lower[m.last] === ',' && (tokens.lower[m.last + 1] === 'a' || tokens.lower[m.last + 1] === 'the') ? tokens.lower[m.last + 2] ?? '' : '', joint = after.indexOf('-')
    if (joint > 0 && HELD.test(after.slice(joint + 1))) { const side = sideOfWord(after.slice(0, joint)); if (side) { held.set(m.name, side); continue } } // "Melitopol, a Russian-held town"
    for (let i = m.first - 1; i >= 0 && i >= m.first - 4; i--) {
      const word = tokens.lower[i]!, hyphen = word.indexOf('-')
      if (attacker !== null && i >= m.first - 2 && (word === 'occupied' || word === 'annexed')) { held.set(m.name, attacker); break }
      if (hyphen > 0 && HELD.test(word.slice(hyphen + 1)) && (tokens.flags[i]! & FLAG_CAPITAL) !== 0) { const side = sideOfWord(word.slice(0, hyphen)); if (side) held.set(m.name, side); break }
    }
  }
  return held
}
