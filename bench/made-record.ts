// A store of any size, written straight into its tables: incidents, each told by some claims of some reports. For bench/desk.ts.
// What it tells is invented and follows from the seed.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Claim } from '../src/model/claim.ts'
import type { Incident } from '../src/model/incident.ts'
import { readTowns } from '../src/api/towns.ts'
import { gazetteerFile } from '../src/gazetteer/build.ts'
import { sha256 } from '../src/store/identity.ts'
import { DATABASE_FILE, openSqliteStore } from '../src/store/sqlite/open.ts'

const CLAIMS_A_REPORT = 20
const DAYS = 1200
const FIRST_DAY = Date.UTC(2029, 0, 1)
const TYPES = ['strike', 'strike', 'strike', 'interception', 'ground_combat', 'territory_change', 'explosion', 'air_raid_alert', 'infrastructure_disruption', 'capture_or_exchange', 'diplomacy', 'unrest']
const VERBS = ['killed', 'injured', 'destroyed', 'damaged', 'captured'] as const
const SIDES = ['Ostland', 'Westmark', 'the Northern League', 'Sud']
const WEAPONS = ['drone', 'missile', 'bomb', 'artillery', 'rocket']

/** Numbers that look random and are the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const dayOf = (n: number): string => new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10)

/** Writes a record into an empty folder. `told` counts incidents along. */
export async function makeRecord(folder: string, { incidents, claims, seed = 7 }: { incidents: number, claims: number, seed?: number }, told: (done: number) => void = () => undefined): Promise<void> {
  const store = await openSqliteStore(folder, { access: 'write' })
  await store.close()
  const db = new DatabaseSync(join(folder, DATABASE_FILE))
  const random = numbers(seed), pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
  const towns = readTowns(gazetteerFile()).within([22, 44, 41, 53], 3000)
  const voices = Array.from({ length: 400 }, (_, i) => `${pick(['mayor', 'governor', 'spokesman', 'ministry', 'general staff'])} of ${towns[i]!.name}`), outlets = Array.from({ length: 120 }, (_, i) => `The ${towns[i]!.name} ${pick(['Post', 'Lantern', 'Courier', 'Tidings'])}`)
  db.exec('pragma synchronous = off; pragma cache_size = -200000; begin')
  const put = {
    bytes: db.prepare('insert or ignore into bytes values (?, 1, ?)'), report: db.prepare('insert into report values (?, ?, ?, ?)'), claim: db.prepare('insert into claim values (?, ?, ?, ?, ?, ?)'),
    version: db.prepare('insert into version (id, report, number, doc, sha256, content_hash, engine, raw, kind, title, outlet, language, published, text, body, record, claims, added_at) values (?, ?, 1, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    incident: db.prepare("insert into incident (id, state, type, day, listed, body) values (?, 'current', ?, ?, ?, ?)"), holds: db.prepare('insert into incident_claim values (?, ?)'), named: db.prepare('insert into incident_words_of (incident) values (?)'), words: db.prepare('insert into incident_words (rowid, words) values (?, ?)'),
  }
  const bytes = sha256('made'), each = claims / incidents
  put.bytes.run(bytes, '2031-01-01T00:00:00.000Z')
  let page: { claim: Claim, line: string }[] = [], reports = 0, owed = 0
  const close = (): void => {
    if (page.length === 0) return
    const id = sha256(`report ${reports}`).slice(0, 16), version = `${id}.1`, outlet = outlets[reports % outlets.length]!, published = page[0]!.claim.date!.from!
    let text = ''
    const passages = page.map(({ claim, line }) => {
      const start = text.length
      claim.start = start; claim.end = start + claim.quote.length
      claim.quantities = claim.quantities.map((one) => ({ ...one, start, end: start + String(one.value).length }))
      text += `${line}\n`
      return { kind: 'paragraph', start, end: start + line.length }
    })
    put.report.run(id, `made/${reports}`, version, '2031-01-01T00:00:00.000Z')
    const body = { key: `made/${reports}`, doc: `made-${reports}`, url: null, title: page[0]!.line.slice(0, 80), outlet, language: 'en', kind: 'article', published, passages, posts: [], removed: [], captions: [], credits: [], trouble: [] }
    put.version.run(version, id, `made-${reports}`, bytes, version, 'made', 'article', body.title, outlet, 'en', published, text, JSON.stringify(body), '{}', page.length, new Date(FIRST_DAY + reports * 60_000).toISOString())
    page.forEach(({ claim }, i) => put.claim.run(version, i, claim.id, claim.type, claim.stance, JSON.stringify(claim)))
    reports++
    page = []
  }
  for (let n = 0; n < incidents; n++) {
    const town = pick(towns), type = pick(TYPES), day = dayOf(Math.floor(random() ** 0.7 * DAYS)), by = pick(SIDES), against = pick(SIDES), weapon = pick(WEAPONS), verb = pick(VERBS), truth = Math.floor(random() ** 3 * 40) + 1
    const place = { name: town.name, country: 'UA', lat: town.lat, lon: town.lon, precision: 'settlement' as const, written: town.name }
    owed += each
    const made: Claim[] = []
    for (; owed >= 1; owed--) {
      const value = Math.max(1, truth + (random() < 0.3 ? Math.round(random() * 4 - 2) : 0)), claimant = pick(voices)
      const quote = `${value} people were ${verb} in ${town.name}`, line = `${quote} when a ${weapon} fell near the ${pick(['market', 'school', 'station', 'bridge', 'port', 'mill'])}, the ${claimant} said on ${day}.`
      const claim: Claim = { id: sha256(`${n} ${made.length}`).slice(0, 20), also: [], type, quote, start: 0, end: 0, post: null, claimant: { name: claimant, role: null, channel: null }, stance: 'asserted', place, date: { from: day, to: day, written: null }, by, against, weapons: [weapon], quantities: [{ measure: verb, of: 'person', value, bound: 'exact', cumulative: false, start: 0, end: 0 }], contested: false, rule: 'made' }
      made.push(claim)
      page.push({ claim, line })
      if (page.length === CLAIMS_A_REPORT) close()
    }
    if (made.length === 0) continue
    const values = made.map((claim) => claim.quantities[0]!.value).sort((a, b) => a - b), low = values[0]!, high = values.at(-1)!
    const incident: Incident = {
      id: made.map((claim) => claim.id).sort()[0]!, type, place, date: { from: day, to: day, written: null }, by, against, weapons: [weapon], agreement: low === high ? (made.length > 1 ? 'corroborated' : 'single') : 'contested', origins: made.length, part_of: null, claims: made.map((claim) => claim.id).sort(), reports: [`made-${reports}`], review: 'unreviewed',
      figures: [{ measure: verb, of: 'person', low, best: values[Math.floor(values.length / 2)]!, high, rule: 'ucdp', says: made.map((claim) => ({ value: claim.quantities[0]!.value, bound: 'exact', stance: 'asserted', cumulative: false, claimant: claim.claimant!.name, claim: claim.id, report: `made-${reports}`, published: day, quote: claim.quote, superseded_by: null, outlet: null })) }],
    }
    put.incident.run(incident.id, type, day, `${day} ${incident.id}`, JSON.stringify(incident))
    for (const claim of incident.claims) put.holds.run(incident.id, claim)
    put.words.run(put.named.run(incident.id).lastInsertRowid, [type, town.name, by, against, ...made.flatMap((claim) => [claim.quote, claim.claimant!.name])].join(' '))
    if (n % 1000 === 999) told(n + 1)
  }
  close()
  db.exec('commit')
  db.close()
}

/** Adds one incident, told by one claim of one report, as a process that adds and brings up to date would leave them; the town's name is new. */
export function addToRecord(folder: string, town: string): void {
  const db = new DatabaseSync(join(folder, DATABASE_FILE), { timeout: 5000 })
  try {
    const day = dayOf(DAYS + 1), now = new Date().toISOString(), key = `made/${town} ${now}`, report = sha256(key).slice(0, 16), version = `${report}.1`, id = sha256(`${key} claim`).slice(0, 20)
    const place = { name: town, country: 'UA', lat: 49, lon: 32, precision: 'settlement' as const, written: town }, quote = `3 people were killed in ${town}`, text = `${quote} when a drone fell, the mayor said.`
    const claim: Claim = { id, also: [], type: 'strike', quote, start: 0, end: quote.length, post: null, claimant: { name: 'mayor', role: null, channel: null }, stance: 'asserted', place, date: { from: day, to: day, written: null }, by: 'Ostland', against: null, weapons: ['drone'], quantities: [{ measure: 'killed', of: 'person', value: 3, bound: 'exact', cumulative: false, start: 0, end: 1 }], contested: false, rule: 'made' }
    const incident: Incident = {
      id, type: 'strike', place, date: claim.date, by: 'Ostland', against: null, weapons: ['drone'], agreement: 'single', origins: 1, part_of: null, claims: [id], reports: [key], review: 'unreviewed',
      figures: [{ measure: 'killed', of: 'person', low: 3, best: 3, high: 3, rule: 'ucdp', says: [{ value: 3, bound: 'exact', stance: 'asserted', cumulative: false, claimant: 'mayor', claim: id, report: key, published: day, quote, superseded_by: null, outlet: null }] }],
    }
    const body = { key, doc: key, url: null, title: text, outlet: null, language: 'en', kind: 'article', published: day, passages: [{ kind: 'paragraph', start: 0, end: text.length }], posts: [], removed: [], captions: [], credits: [], trouble: [] }
    const raised = (name: string): number => {
      const next = Number((db.prepare('select value from state where name = ?').get(name) as { value: string } | undefined)?.value ?? 0) + 1
      db.prepare('insert or replace into state values (?, ?)').run(name, String(next))
      return next
    }
    db.exec('begin immediate')
    db.prepare('insert into report values (?, ?, ?, ?)').run(report, key, version, now)
    db.prepare("insert into version (id, report, number, doc, sha256, content_hash, engine, raw, kind, title, outlet, language, published, text, body, record, claims, added_at) values (?, ?, 1, ?, ?, ?, 'made', 1, 'article', ?, null, 'en', ?, ?, ?, '{}', 1, ?)").run(version, report, key, sha256('made'), version, text, day, text, JSON.stringify(body), now)
    db.prepare('insert into claim values (?, 0, ?, ?, ?, ?)').run(version, id, 'strike', 'asserted', JSON.stringify(claim))
    raised('revision')
    db.prepare("insert into incident (id, state, type, day, listed, body, changed) values (?, 'current', 'strike', ?, ?, ?, ?)").run(id, day, `${day} ${id}`, JSON.stringify(incident), raised('incident_mark'))
    db.prepare('insert into incident_claim values (?, ?)').run(id, id)
    db.prepare('insert into incident_words (rowid, words) values (?, ?)').run(db.prepare('insert into incident_words_of (incident) values (?)').run(id).lastInsertRowid, `strike ${town} ${quote} mayor`)
    db.exec('commit')
  } finally {
    db.close()
  }
}
