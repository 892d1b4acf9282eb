// From what a verb or noun says happened, and to whom or what, to the measure that counts it (the guide's measures).
import { readFileSync } from 'node:fs'
import { PEOPLE, type Counted, type Measure } from '../../model/claim.ts'

const FLYING: ReadonlySet<string> = new Set(['drone', 'missile', 'munition'])
const TARGETS: ReadonlySet<string> = new Set(['building', 'school', 'hospital', 'facility', 'settlement', 'region', 'vehicle', 'ship', 'tank', 'armoured_vehicle', 'household', 'artillery', 'aircraft', 'helicopter'])
const MATERIEL: ReadonlySet<string> = new Set(['tank', 'armoured_vehicle', 'vehicle', 'artillery', 'ship', 'aircraft', 'helicopter', 'building', 'school', 'hospital', 'facility', 'household', 'settlement'])
/** What an army fights with, as things counted. */
export const ARMS: ReadonlySet<string> = new Set(['tank', 'armoured_vehicle', 'artillery', 'vehicle', 'ship', 'aircraft', 'helicopter'])
const people = (of: Counted): boolean => PEOPLE.has(of)

/** Senses whose patient is people when nothing is said, so that a number alone ("seven were hurt") is read. */
export const PEOPLE_SENSES: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'surrender', 'release', 'displace', 'flee', 'evacuate', 'rescue', 'trap', 'shelter', 'miss', 'casualties'])

/** The measure of a sense over a kind of patient; null where the pair counts nothing. */
export function measureOf(sense: string, of: Counted): Measure | null {
  switch (sense) {
    case 'kill': case 'die': return people(of) ? 'killed' : sense === 'kill' && FLYING.has(of) ? 'intercepted' : sense === 'kill' && ARMS.has(of) ? 'destroyed' : null
    case 'injure': return people(of) ? 'injured' : null
    case 'casualties': return people(of) ? 'casualties' : null
    case 'capture': case 'seize': return people(of) || of === 'settlement' || of === 'region' || of === 'facility' || ARMS.has(of) ? 'captured' : null
    case 'invade': return of === 'settlement' || of === 'facility' ? 'captured' : null
    case 'surrender': return people(of) ? 'captured' : null
    case 'release': return people(of) ? 'released' : of === 'settlement' || of === 'region' ? 'captured' : null
    case 'displace': case 'flee': return people(of) || of === 'household' ? 'displaced' : null
    case 'evacuate': return people(of) || of === 'settlement' ? 'evacuated' : null
    case 'rescue': return people(of) ? 'rescued' : null
    case 'trap': case 'shelter': return people(of) ? 'trapped' : null
    case 'miss': return people(of) ? 'missing' : null
    case 'explode': return of === 'drone' || of === 'missile' ? 'launched' : null
    case 'disconnect': return people(of) || of === 'building' || of === 'household' || of === 'settlement' || of === 'region' ? 'without_service' : null
    case 'launch': return FLYING.has(of) || of === 'strike' ? 'launched' : null
    case 'intercept': return FLYING.has(of) || of === 'aircraft' || of === 'helicopter' ? 'intercepted' : of === 'building' || of === 'facility' ? 'destroyed' : null
    case 'suppress': return FLYING.has(of) ? 'suppressed' : null
    case 'hit': case 'attack': case 'shell': case 'bomb': return TARGETS.has(of) ? 'struck' : null
    case 'land': return of === 'missile' || of === 'drone' || of === 'munition' ? 'launched' : null
    case 'damage': return TARGETS.has(of) ? 'damaged' : null
    case 'destroy': return FLYING.has(of) ? 'intercepted' : MATERIEL.has(of) ? 'destroyed' : of === 'combatant' ? 'killed' : null
    case 'collapse': return of === 'building' || ARMS.has(of) ? 'destroyed' : null
    case 'lose': return people(of) ? (of === 'combatant' || of === 'person' ? 'killed' : null) : of === 'drone' || ARMS.has(of) || of === 'facility' ? 'destroyed' : of === 'settlement' ? 'captured' : null
    default: return null
  }
}

/** What the sense stands for as one of the twelve incident types; null where it tells no incident by itself. */
export const NOMINAL_SENSE: ReadonlyMap<string, string> = new Map(readFileSync(new URL('nominals.tsv', import.meta.url), 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#')).map((l) => l.split('\t').slice(0, 2) as [string, string]))
