// The five shared reports end to end: a live blog of two days and nights of attacks, drones on a capital, tolls of two armies.
// Skipped, and said so, where ../shared is absent.
import { existsSync } from 'node:fs'
import { join, resolve as path } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure, Incident } from '../../src/model/incident.ts'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { incidentsOf } from './incidents-of.ts'

const SEEDS = join(path(PROJECT, '../shared'), 'corpus/manifest.jsonl')

describe.skipIf(!existsSync(SEEDS))('the shared reports (skipped where ../shared is absent)', () => {
  let incidents: Incident[]
  beforeAll(async () => { incidents = await incidentsOf({ manifest: SEEDS }, false) }, 60_000)

  const find = (type: string, place: string, to: string, weapon: string): Incident => incidents.find((one) => one.kind !== 'total' && one.type === type && one.place?.name === place && one.date?.to === to && one.weapons.includes(weapon))!
  const figure = (incident: Incident, measure: string, of: string): Figure => incident.figures.find((one) => one.measure === measure && one.of === of)!
  const wave = (): Incident => find('strike', 'Ukraine', '2022-12-29', 'missile')
  const night = (): Incident => find('strike', 'Ukraine', '2022-12-30', 'drone')
  const shot = (): Incident => find('interception', 'Ukraine', '2022-12-30', 'drone')

  it('the day of missiles is one country-wide strike in ten regions, with parts', () => {
    expect(wave().date).toMatchObject({ from: '2022-12-29', to: '2022-12-29' })
    expect(figure(wave(), 'struck', 'region')).toMatchObject({ best: 10 })
    const parts = incidents.filter(({ part_of }) => part_of === wave().id)
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) expect(part.place?.precision).not.toBe('country')
  })
  it('its killed: two, revised to three; three by one outlet; at least four by an official', () => {
    const killed = figure(wave(), 'killed', 'person')
    const says = killed.says.map(({ value, bound, claimant, superseded_by }) => `${claimant ?? 'the outlet'}: ${bound === 'at_least' ? 'at least ' : ''}${value}${superseded_by === null ? '' : ', replaced'}`)
    expect(says).toEqual(expect.arrayContaining(['the outlet: 2, replaced', 'the outlet: 3', 'Kyiv Independent: 3', 'Kyrylo Tymoshenko: at least 4']))
    expect([killed.low, killed.best, killed.high]).toEqual([3, 3, 4])
    expect(wave().agreement).toBe('contested')
  })
  it('the night of drones is another: sixteen launched, sixteen shot down and linked, one official quoted twice one origin', () => {
    expect(night().id).not.toBe(wave().id)
    expect(night().date).toMatchObject({ from: '2022-12-29', to: '2022-12-30' })
    expect(figure(night(), 'launched', 'drone')).toMatchObject({ low: 16, best: 16, high: 16 })
    expect(figure(shot(), 'intercepted', 'drone')).toMatchObject({ low: 16, best: 16, high: 16 })
    expect(shot().links).toContainEqual({ as: 'interception_of', incident: night().id })
    expect([shot().origins, night().origins]).toEqual([1, 1])
    const origins = [shot(), night()].flatMap(({ figures }) => figures.flatMap(({ says }) => says.map(({ origin }) => origin)))
    expect(new Set(origins).size).toBe(1)
  })
  it('the sixteen missiles over the capital stay apart from the sixteen drones', () => {
    const missiles = find('interception', 'Kyiv', '2022-12-29', 'missile')
    expect(figure(missiles, 'intercepted', 'missile')).toMatchObject({ best: 16 })
    expect([shot().id, night().id]).not.toContain(missiles.id)
    expect(missiles.part_of).not.toBe(shot().id)
    expect(figure(shot(), 'intercepted', 'missile')).toBeUndefined()
  })
  it('drones on Moscow are contested', () => {
    const moscow = find('strike', 'Moscow', '2023-05-30', 'drone')
    expect(moscow.agreement).toBe('contested')
  })
  it('running totals of two armies stand under who counts them and their days, in no event', () => {
    const totals = incidents.filter(({ kind }) => kind === 'total').flatMap(({ date, figures }) => figures.flatMap(({ measure, of, says }) => says.map(({ value, claimant }) => `${date?.to} ${claimant ?? 'the outlet'}: ${value} ${of} ${measure}`)))
    expect(totals).toEqual(expect.arrayContaining(['2022-03-02 Volodymyr Zelenskyy: 6000 combatant killed', '2022-03-15 the outlet: 13500 combatant killed']))
    const events = incidents.filter(({ kind }) => kind !== 'total').flatMap(({ figures }) => figures.flatMap(({ high, says }) => [high, ...says.filter(({ cumulative }) => !cumulative).map(({ value }) => value)]))
    for (const value of [6000, 13500]) expect(events).not.toContain(value)
  })
})
