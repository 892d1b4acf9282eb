import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/model/claim.ts'
import type { GazetteerPlace } from '../../src/model/gazetteer.ts'
import { containmentOf } from '../../src/stages/resolve/containment.ts'
import { dayOf, daysOf, gap, isoOf } from '../../src/stages/resolve/day.ts'
import { harmedIn, sameHarmed } from '../../src/stages/resolve/harmed.ts'
import { placeKey, relate, stemOf } from '../../src/stages/resolve/place-relation.ts'
import { sharedWords, wordsOf } from '../../src/stages/resolve/words.ts'
import { PLACES, on } from './made.ts'

describe('places', () => {
  const bare = (name: string, more: Partial<Place> = {}): Place => ({ name, country: 'XA', lat: null, lon: null, precision: 'settlement', written: name, ...more })
  const rows: { a: Place | null, b: Place | null, expected: string, why: string }[] = [
    { a: PLACES.velm, b: { ...PLACES.velm, written: 'Welm' }, expected: 'same', why: 'one gazetteer id' },
    { a: PLACES.velm, b: PLACES.osk, expected: 'apart', why: 'two towns' },
    { a: PLACES.velm, b: PLACES.country, expected: 'within', why: 'a town in its country' },
    { a: PLACES.country, b: PLACES.velm, expected: 'holds', why: 'a country with its town' },
    { a: PLACES.velm, b: PLACES.region, expected: 'within', why: 'the town that the region is named for' },
    { a: PLACES.osk, b: PLACES.region, expected: 'apart', why: 'too far from the middle of the region' },
    { a: PLACES.port, b: PLACES.velm, expected: 'within', why: 'a district of the town' },
    { a: PLACES.velm, b: { ...PLACES.tarn, lat: 50.05, lon: 31.03 }, expected: 'near', why: 'two villages next to each other' },
    { a: PLACES.velm, b: bare('Velm', { country: 'XB' }), expected: 'apart', why: 'namesakes in two countries' },
    { a: bare('Ghen'), b: bare('Ghen'), expected: 'same', why: 'a name that no gazetteer has, twice' },
    { a: bare('Ghen'), b: bare('Dorl'), expected: 'apart', why: 'two names that no gazetteer has' },
    { a: bare('Ghen'), b: { ...PLACES.region, lat: null, lon: null }, expected: 'unknown', why: 'nobody knows whether it lies there' },
    { a: null, b: PLACES.velm, expected: 'unknown', why: 'no place' },
  ]
  it.each(rows)('$why: $expected', ({ a, b, expected }) => expect(relate(a, b)).toBe(expected))
  it('keys are the gazetteer’s, else country, kind and folded name', () => {
    expect([placeKey(PLACES.velm), placeKey(bare('Ghén')), placeKey(null)]).toEqual(['made:1', 'XA:3:ghen', null])
    expect(stemOf('Velm Oblast')).toBe('velm')
  })
  it('the gazetteer’s divisions tell what lies in a region', () => {
    const entry = (id: string, name: string, admin1: string, region = false): GazetteerPlace => ({ id, name, country: 'XA', lat: 0, lon: 0, precision: region ? 'region' : 'settlement', population: 1, feature: region ? 'ADM1' : 'PPL', admin1 })
    const { within } = containmentOf({ lookup: (name) => [entry('made:1', 'Velm', '07'), entry('made:4', 'Osk', '03'), entry('region:XA-01', 'Velm Oblast', '07', true)].filter((place) => place.name === name) })
    expect([within(PLACES.velm, PLACES.region), within(PLACES.osk, PLACES.region), within(PLACES.tarn, PLACES.region), within(PLACES.port, PLACES.velm)]).toEqual([true, false, null, null])
  })
})

describe('days', () => {
  it('are whole and counted', () => {
    expect(isoOf(dayOf('2031-03-02T23:59:00Z')!)).toBe('2031-03-02')
    expect([dayOf(null), dayOf(''), dayOf('yesterday')]).toEqual([null, null, null])
  })
  const day = dayOf('2031-03-02')!
  const rows = [
    { why: 'stated', date: on('2031-03-01', '2031-03-02'), expected: { from: day - 1, to: day, said: true } },
    { why: 'of an open span its end', date: { from: null, to: '2031-03-02', written: 'so far' }, expected: { from: day, to: day, said: true } },
    { why: 'nothing said', date: null, expected: { from: day - 1, to: day, said: false } },
    { why: 'worked out to be the day of publication', date: { from: '2031-03-02', to: '2031-03-02', written: null, known: 'implied' as const }, expected: { from: day - 1, to: day, said: false } },
    { why: 'carried from an earlier sentence', date: { from: '2031-02-27', to: '2031-02-27', written: null, known: 'implied' as const }, expected: { from: day - 3, to: day - 3, said: true } },
  ]
  it.each(rows)('$why', ({ date, expected }) => expect(daysOf(date, '2031-03-02')).toEqual(expected))
  it('nothing is known', () => expect(daysOf(null, null)).toBeNull())
  it('the gap between spans', () => {
    const span = (from: number, to: number) => ({ from, to, said: true })
    expect([gap(span(1, 2), span(2, 3)), gap(span(1, 1), span(3, 4)), gap(span(5, 6), span(1, 2))]).toEqual([0, 2, 3])
  })
})

describe('who a headline says was harmed', () => {
  const rows: { title: string, expected: string[], why: string }[] = [
    { title: 'Iranian soldier killed on the border', expected: ['killed combatant IR -'], why: 'a passive without its verb' },
    { title: 'Shells kill three children in Velm', expected: ['killed child - 3'], why: 'an active verb' },
    { title: 'Two rebels dead, six civilians wounded', expected: ['killed combatant rebels 2', 'injured civilian - 6'], why: 'two groups' },
    { title: 'Journalist dies of wounds', expected: ['killed journalist - -'], why: 'dying is the subject’s' },
    { title: 'Woman hurt as tram depot burns', expected: ['injured civilian - -'], why: 'a woman is no soldier' },
    { title: 'Soldiers march through the capital', expected: [], why: 'nobody is harmed' },
    { title: 'Talks on the killed law', expected: [], why: 'no person near' },
  ]
  it.each(rows)('$why', ({ title, expected }) => expect(harmedIn(title).map(({ measure, of, whose, value }) => `${measure} ${of} ${whose ?? '-'} ${value ?? '-'}`)).toEqual(expected))
  it('tells two events by other victims', () => {
    const same = (a: string, b: string) => sameHarmed(harmedIn(a), harmedIn(b))
    expect(same('Iranian soldier killed', 'Rebel fighter killed')).toBe(false)
    expect(same('Soldier killed', 'Child killed')).toBe(false)
    expect(same('Iranian soldier killed', 'Two soldiers killed')).toBe(true)
    expect(same('Iranian soldier killed', 'Bridge struck')).toBeNull()
  })
})

describe('telling words', () => {
  it('are shared through their endings, without the words of every report', () => {
    expect(sharedWords(wordsOf('Shelling of the cannery kills two in Velm'), wordsOf('Two dead as canneries burn, troops say'), 9)).toEqual(['canne…'])
  })
  it('names weigh more than other words', () => {
    const words = wordsOf('Shells hit the cannery near Velm')
    expect(words.get('velm')!).toBeGreaterThan(words.get('canne')!)
  })
})
