// Named features as small numbers, so that a choice is weighed without making or hashing a string, and can still be told
// in words.
import { readFileSync } from 'node:fs'

const LARGEST = 2048
const names: string[] = ['']
const ids = new Map<string, number>()
/** Pairs made before, by open addressing: few of all that could be. */
const PAIRS = 1 << 13, PAIR_SHIFT = 32 - 13
const pairKeys = new Int32Array(PAIRS), pairs = new Int16Array(PAIRS)

/** The number of a feature; made where it is new. */
export function feature(name: string): number {
  let id = ids.get(name)
  if (id === undefined) {
    id = names.length
    if (id >= LARGEST) throw new Error(`more than ${LARGEST} features`)
    ids.set(name, id)
    names.push(name)
  }
  return id
}

/** Some features, as a column that has 1 at their numbers: asked of every finding, faster than a Set. */
export function featureSet(ids: Iterable<number>): Uint8Array {
  const set = new Uint8Array(LARGEST)
  for (const id of ids) set[id] = 1
  return set
}

/** Two features as one: "prep inside" and "after" give "prep inside after". */
export function pair(a: number, b: number): number {
  const key = a * LARGEST + b
  for (let at = Math.imul(key, 0x9e3779b1) >>> PAIR_SHIFT; ; at = (at + 1) & (PAIRS - 1)) {
    const kept = pairKeys[at]!
    if (kept === key) return pairs[at]!
    if (kept !== 0) continue
    const id = feature(`${names[a]} ${names[b]}`)
    pairKeys[at] = key // LARGEST features leave most of the table free
    return (pairs[at] = id)
  }
}

/** A feature's name, as the tables of weights have it. */
export const featureName = (id: number): string => names[id]!

/** A table of weights (feature, weight) beside this file, by the features' numbers. */
export function weightsOf(table: string): Float64Array {
  const weights = new Float64Array(LARGEST)
  for (const line of readFileSync(new URL(table, import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [name, weight] = line.split('\t') as [string, string]
    weights[feature(name)] = Number(weight)
  }
  return weights
}

export function weigh(features: readonly number[], weights: Float64Array): number {
  let score = 0
  for (let i = 0; i < features.length; i++) score += weights[features[i]!]!
  return score
}
