// An invented war told by invented outlets, with the truth known: incidents reported late, copied, mistold, corrected and
// disputed. For the tests of resolve and weigh (small) and for the bench (large). Everything follows from the seed.
import type { Bound, Claim, Place, Quantity } from '../src/model/claim.ts'
import type { ResolveInput } from '../src/stages/resolve/index.ts'

export interface MadeOptions {
  incidents: number
  reports: number
  seed?: number
  /** Days over which the incidents are spread; more incidents a day are harder to tell apart. */
  days?: number
  settlements?: number
}

/** What truly happened. */
export interface TrueIncident {
  type: string
  place: Place
  day: number
  weapon: string | null
  by: string
  killed: number
  injured: number
  /** Outlets and officials that were truly independent sources of it. */
  origins: Set<string>
}

export interface MadeCorpus {
  incidents: TrueIncident[]
  inputs: ResolveInput[]
  /** Claim id → index of the incident it is about. */
  truth: Map<string, number>
}

const EPOCH = Date.UTC(2031, 0, 1)
export const isoDay = (day: number): string => new Date(EPOCH + day * 86_400_000).toISOString().slice(0, 10)

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = state + 0x6d2b79f5 >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SYLLABLES = ['bra', 'dol', 'ven', 'tar', 'mok', 'sel', 'pri', 'gor', 'hal', 'nov', 'kes', 'lim', 'zar', 'ost', 'vel', 'run', 'dam', 'fer', 'jas', 'tik']
const ENDINGS = ['ava', 'ino', 'esk', 'orod', 'ivka', 'any', 'ets', 'ola']
const OBJECTS = ['market hall', 'grain store', 'tram depot', 'school yard', 'clinic', 'railway bridge', 'bakery', 'post office', 'block of flats', 'bus stop', 'boiler house', 'church square', 'cannery', 'library', 'brick works', 'water tower']
const KINDS: readonly { type: string, weapons: readonly string[], verb: string, noun: string, share: number }[] = [
  { type: 'strike', weapons: ['missile', 'drone', 'artillery', 'bomb'], verb: 'hit', noun: 'strike', share: 0.6 },
  { type: 'ground_combat', weapons: ['small_arms', 'tank'], verb: 'fought over', noun: 'fighting', share: 0.12 },
  { type: 'explosion', weapons: ['mine'], verb: 'tore through', noun: 'blast', share: 0.12 },
  { type: 'interception', weapons: ['drone', 'missile'], verb: 'came down over', noun: 'interception', share: 0.08 },
  { type: 'infrastructure_disruption', weapons: [], verb: 'cut power to', noun: 'blackout', share: 0.08 },
]
const SIDES = ['Northland', 'Southmark'] as const

interface World {
  country: Place
  regions: Place[]
  settlements: { place: Place, region: Place, spelling: string }[]
  outlets: { name: string, publisher: string, agency: boolean, host: string }[]
}

function makeWorld(random: () => number, settlements: number): World {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const used = new Set<string>()
  const name = (): string => {
    for (;;) {
      const made = pick(SYLLABLES) + (random() < 0.6 ? pick(SYLLABLES) : '') + pick(ENDINGS)
      const capital = made[0]!.toUpperCase() + made.slice(1)
      if (!used.has(capital)) { used.add(capital); return capital }
    }
  }
  const country: Place = { name: 'Ostravia', country: 'XA', lat: null, lon: null, precision: 'country', written: 'Ostravia', gazetteerId: 'country:XA' }
  const regions: Place[] = Array.from({ length: 16 }, (_, i) => ({ name: `${name()} Oblast`, country: 'XA', lat: 44 + Math.floor(i / 4) * 3, lon: 24 + (i % 4) * 4, precision: 'region', written: '', gazetteerId: `made:region:${i}` }))
  const places = Array.from({ length: settlements }, (_, i) => {
    const region = pick(regions), called = name()
    return { region, spelling: called.replace('v', 'w').replace('k', 'c'), place: { name: called, country: 'XA', lat: region.lat! + (random() - 0.5) * 1.8, lon: region.lon! + (random() - 0.5) * 2.6, precision: 'settlement', written: called, gazetteerId: `made:place:${i}` } satisfies Place }
  })
  const outlets = Array.from({ length: 70 }, (_, i) => {
    const publisher = `${name()} ${pick(['Post', 'Herald', 'News', 'Observer', 'Radio'])}`
    return { name: publisher, publisher, agency: i < 5, host: `${publisher.toLowerCase().replace(/[^a-z]/g, '')}.example` }
  })
  for (const outlet of outlets.slice(10, 20)) outlets.push({ ...outlet, name: `${outlet.name}: ${pick(['Evening edition', 'World service', 'Weekly'])}` })
  return { country, regions, settlements: places, outlets }
}

/** Makes a corpus. */
export function makeCorpus({ incidents: count, reports, seed = 1, days = Math.max(30, Math.round(count / 14)), settlements = 400 }: MadeOptions): MadeCorpus {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const chance = (share: number): boolean => random() < share
  const world = makeWorld(random, settlements)
  const incidents: TrueIncident[] = []
  const scenes: { object: string, spelling: string, region: Place, kind: (typeof KINDS)[number] }[] = []
  const taken = new Set<string>()
  while (incidents.length < count) {
    let share = random()
    const kind = KINDS.find((one) => (share -= one.share) < 0) ?? KINDS[0]!
    const { place, region, spelling } = pick(world.settlements)
    const day = Math.floor(random() * days), weapon = kind.weapons.length > 0 ? pick(kind.weapons) : null
    // two events of one kind and weapon in one town on one day are one event to any reader
    if (taken.has(`${place.name} ${day} ${kind.type} ${weapon}`)) continue
    taken.add(`${place.name} ${day} ${kind.type} ${weapon}`)
    const harm = kind.type === 'interception' || kind.type === 'infrastructure_disruption' ? 0 : Math.floor(-Math.log(1 - random()) * 5)
    incidents.push({ type: kind.type, place, day, weapon, by: chance(0.75) ? SIDES[0] : SIDES[1], killed: harm, injured: harm === 0 ? 0 : harm + Math.floor(random() * 12), origins: new Set() })
    scenes.push({ object: pick(OBJECTS), spelling, region, kind })
  }
  const truth = new Map<string, number>()
  const inputs: ResolveInput[] = []
  const wires: { input: ResolveInput, incident: number, origin: string }[] = []
  for (let r = 0; r < reports; r++) {
    // every incident is told at least once, some by very many
    const at = r < count ? r : Math.floor(random() ** 1.6 * count)
    const wire = wires.length > 0 && chance(0.15) ? wires.findLast((one) => one.incident === at) : undefined
    if (wire) { inputs.push(copyOf(wire.input, pick(world.outlets).name, `r${r}`, truth, at, chance(0.5))); continue }
    const outlet = pick(world.outlets)
    const { input, origins } = tell(r, at, outlet)
    inputs.push(input)
    for (const origin of origins) incidents[at]!.origins.add(origin)
    if (outlet.agency || chance(0.1)) wires.push({ input, incident: at, origin: origins[0]! })
  }
  return { incidents, inputs, truth }

  function tell(r: number, at: number, outlet: World['outlets'][number]): { input: ResolveInput, origins: string[] } {
    const incident = incidents[at]!, { object, spelling, region, kind } = scenes[at]!
    const delay = chance(0.7) ? 0 : chance(0.6) ? 1 : 2
    const published = incident.day + delay
    const claims: Claim[] = []
    let text = ''
    const key = `r${r}`
    const official = chance(0.5) ? { name: `${region.name.split(' ')[0]} governor`, role: 'governor', channel: null } : chance(0.4) ? { name: `Mayor of ${incident.place.name}`, role: 'mayor', channel: null } : null
    const say = (sentence: string, told: Partial<Claim>, quantities: Quantity[] = []): string => {
      if (text !== '') text += ' '
      const start = text.length
      text += sentence
      const id = `${key}.${claims.length}`
      truth.set(id, at)
      claims.push({ id, also: [], type: null, quote: sentence, start, end: text.length, post: null, claimant: null, stance: 'asserted', place: null, date: null, by: null, against: null, weapons: [], contested: false, rule: 'made', ...told, quantities })
      return id
    }
    const stated = delay > 1 || chance(0.7)
    const wrongDay = chance(0.02) ? (chance(0.5) ? 1 : -1) : 0
    const date = stated ? { from: isoDay(incident.day + wrongDay), to: isoDay(incident.day + wrongDay), written: 'on that day', known: 'stated' as const } : null
    const where: Place | null = chance(0.06) ? { ...region, written: `the ${region.name.split(' ')[0]} region` } : chance(0.02) ? null : { ...incident.place, written: chance(0.2) ? spelling : incident.place.name }
    const weapons = incident.weapon !== null && chance(0.65) ? [incident.weapon] : []
    const by = chance(0.6) ? incident.by : null
    const title = `${kind.noun[0]!.toUpperCase()}${kind.noun.slice(1)} near ${object} in ${where?.written ?? 'the east'}`
    say(`A ${weapons[0] ?? ''} ${kind.noun} ${kind.verb} the ${object} in ${where?.written ?? 'the east'}.`, { type: incident.type, place: where, date, by, against: by === null ? null : SIDES[by === SIDES[0] ? 1 : 0], weapons, claimant: chance(0.3) ? official : null })
    const known = delay === 0 && chance(0.25) ? 0.6 : 1 // early tolls are too low
    const counted = (measure: 'killed' | 'injured', true_: number): void => {
      const mistaken = chance(0.02) ? Math.floor(random() * 4) - 1 : 0
      const value = Math.max(1, Math.round(true_ * known) + mistaken)
      const bound: Bound = known < 1 ? 'at_least' : chance(0.1) ? 'at_least' : 'exact'
      const quote = `${bound === 'at_least' ? 'At least ' : ''}${value} people were ${measure}`
      say(`${quote}${official ? `, ${official.name} said` : ''}.`, { place: chance(0.5) ? where : null, date: chance(0.3) ? date : null, claimant: official }, [{ measure, of: 'person', value, bound, cumulative: false, start: text.length + 1, end: text.length + 2 }])
    }
    if (incident.killed > 0 && chance(0.85)) counted('killed', incident.killed)
    if (incident.injured > 0 && chance(0.6)) counted('injured', incident.injured)
    if (chance(0.04)) say(`The ministry of ${SIDES[incident.by === SIDES[0] ? 1 : 0]} blamed the other side.`, { type: incident.type, place: where, date, by: SIDES[incident.by === SIDES[0] ? 1 : 0], claimant: { name: `Ministry of ${incident.by}`, role: null, channel: null } })
    if (chance(0.03)) say(`${incident.by} denied it.`, { type: incident.type, place: where, date, by: incident.by, stance: 'denied', claimant: { name: `Army of ${incident.by}`, role: null, channel: null } })
    if (chance(0.08)) background(say, outlet.publisher)
    const reaction = Array.from({ length: 45 }, () => pick(SYLLABLES) + pick(ENDINGS)).join(' ')
    text += ` ${reaction}.`
    const origins = [...new Set(claims.filter((claim) => truth.get(claim.id) === at && claim.stance !== 'denied').map((claim) => claim.claimant?.name ?? outlet.publisher))]
    return { input: { report: key, key, published: isoDay(published), outlet: outlet.name, url: `https://${outlet.host}/${r}`, title, text, posts: [], claims }, origins }
  }

  /** A sentence on what happened before, somewhere else. */
  function background(say: (sentence: string, told: Partial<Claim>) => string, publisher: string): void {
    const other = Math.floor(random() * count), { place, day, type, weapon } = incidents[other]!
    const id = say(`Earlier, on ${isoDay(day)}, ${place.name} saw a ${scenes[other]!.kind.noun}.`, { type, place: { ...place }, date: { from: isoDay(day), to: isoDay(day), written: isoDay(day), known: 'stated' }, weapons: weapon === null ? [] : [weapon] })
    truth.set(id, other)
    incidents[other]!.origins.add(publisher)
  }
}

/** Another outlet's print of a wire story, with a word changed and sometimes the end cut. */
function copyOf(wire: ResolveInput, outlet: string, key: string, truth: Map<string, number>, at: number, cut: boolean): ResolveInput {
  const claims = (cut && wire.claims.length > 2 ? wire.claims.slice(0, -1) : wire.claims).map((claim, i) => {
    const id = `${key}.${i}`
    truth.set(id, truth.get(claim.id) ?? at)
    return { ...claim, id }
  })
  return { ...wire, report: key, key, outlet, url: `https://${outlet.toLowerCase().replace(/[^a-z]/g, '')}.example/${key}`, text: cut ? wire.text!.slice(0, Math.round(wire.text!.length * 0.85)) : wire.text!, claims }
}
