// When an answer counts as the annotated one: names, places and days written differently, and what is no difference.
import { readFileSync } from 'node:fs'

/** Days as annotated: `[from, to]`, or as extracted: `{from, to}`. */
export type Days = { from: string | null, to: string | null } | readonly [string | null, string | null] | null

/** A place as annotated. */
export interface GoldPlace {
  place?: string | null | undefined
  lat?: number | null | undefined
  lon?: number | null | undefined
}

/** A place as extracted. */
export interface GivenPlace {
  name?: string | null | undefined
  lat?: number | null | undefined
  lon?: number | null | undefined
}

/** Lower case, without accents and apostrophes, words parted by one space. */
export function foldName(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’'`ʼ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Words that do not tell one person or body from another: titles, and the little words of names. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'president', 'mayor', 'governor', 'general', 'lieutenant', 'major', 'colonel', 'spokesperson', 'spokesman', 'spokeswoman', 'minister', 'the', 'of', 's'])

function nameWords(name: string): string[] {
  const spelled = foldName(name).replace(/defence/g, 'defense').replace(/ministry of defense|defense ministry/g, 'mod').replace(/\bprime minister\b/g, ' ')
  return spelled.split(/\s+/).filter((word) => word !== '' && !TITLES.has(word))
}

/** Whether two names are of one voice: equal without titles, or one's words within the other's, or half of all words shared; a shared word of three letters or more there must be. */
export function sameClaimant(a: string, b: string): boolean {
  const x = nameWords(a), y = nameWords(b)
  if (x.join(' ') === y.join(' ')) return true
  const xs = new Set(x), ys = new Set(y)
  const shared = [...ys].filter((word) => xs.has(word))
  if (!shared.some((word) => word.length >= 3)) return false
  return shared.length === Math.min(xs.size, ys.size) || shared.length / Math.max(xs.size, ys.size) >= 0.5
}

const KINDS_OF_PLACE = /\b(oblast|region|province|governorate|state|city|district|raion|rayon|county|municipality|town|village)\b/g

/** Spellings of one place, from spellings.tsv: other spelling → the one used for comparing. */
const SPELLINGS = new Map(readFileSync(new URL('spellings.tsv', import.meta.url), 'utf8').split('\n')
  .filter((line) => line.includes('\t') && !line.startsWith('#')).map((line) => line.split('\t') as [string, string]))

/** A place's name for comparing: folded, without the kind of place, in one spelling. */
export function placeName(name: string | null | undefined): string {
  const folded = foldName(name).replace(KINDS_OF_PLACE, '').replace(/\s+/g, ' ').trim()
  return SPELLINGS.get(folded) ?? folded
}

const NEAR_KM = 25
const EARTH_KM = 12_742

function distanceKm(a: { lat: number, lon: number }, b: { lat: number, lon: number }): number {
  const radians = Math.PI / 180
  const h = Math.sin((b.lat - a.lat) * radians / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin((b.lon - a.lon) * radians / 2) ** 2
  return EARTH_KM * Math.asin(Math.sqrt(h))
}

function point(place: { lat?: number | null | undefined, lon?: number | null | undefined }): { lat: number, lon: number } | null {
  return typeof place.lat === 'number' && typeof place.lon === 'number' ? { lat: place.lat, lon: place.lon } : null
}

/** The same name, or points at most 25 km apart; where no place is annotated, none may be given. */
export function samePlace(gold: GoldPlace, given: GivenPlace | null | undefined): boolean {
  const named = given?.name
  if (gold.place === null || gold.place === undefined || gold.place === '') return named === null || named === undefined || named === ''
  if (given === null || given === undefined || named === null || named === undefined || named === '') return false
  if (placeName(gold.place) === placeName(named)) return true
  const a = point(gold), b = point(given)
  return a !== null && b !== null && distanceKm(a, b) <= NEAR_KM
}

/** Days in one form. */
export function asRange(days: Days | undefined): { from: string | null, to: string | null } | null {
  if (days === null || days === undefined) return null
  return 'from' in days ? days : { from: days[0], to: days[1] }
}

function apart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}

/**
 * Whether the days given answer the days annotated: overlapping, each end at most one day off, and not wider; of a running
 * total only the last day counts. null: nothing is annotated and something is given, which is not scored.
 */
export function sameDays(gold: Days | undefined, given: Days | undefined, runningTotal: boolean): boolean | null {
  const g = asRange(gold), p = asRange(given)
  if (g === null || (!g.from && !g.to)) return p === null || (!p.from && !p.to) ? true : null
  if (p === null || !p.to) return false
  if (runningTotal) return g.to !== null && apart(g.to, p.to) <= 1
  const goldFrom = g.from ?? g.to!, goldTo = g.to ?? g.from!, givenFrom = p.from ?? p.to
  if (apart(givenFrom, p.to) > apart(goldFrom, goldTo)) return false
  return givenFrom <= goldTo && p.to >= goldFrom && apart(givenFrom, goldFrom) <= 1 && apart(p.to, goldTo) <= 1
}

const SIDES = new Map([['russian', 'russia'], ['russian forces', 'russia'], ['ukrainian', 'ukraine'], ['ukrainian forces', 'ukraine'], ['israeli', 'israel'], ['idf', 'israel']])

/** Whether two sides of an incident are one; nothing said on both sides is the same too. */
export function sameSide(gold: string | null | undefined, given: string | null | undefined): boolean {
  const of = (side: string | null | undefined): string => { const folded = foldName(side); return SIDES.get(folded) ?? folded }
  return of(gold) === of(given)
}
