// How near the resolved incidents come to the truth of a made corpus.
import type { Incident } from '../src/model/incident.ts'
import { isoDay, type MadeCorpus } from './made-corpus.ts'

export interface MadeScore {
  claims: number
  incidents: number
  /** Over pairs of claims put together. */
  precision: number
  recall: number
  f1: number
  /** Share of figures of killed and injured whose low to high holds the true number. */
  contained: number
  figures: number
  /** Incidents counted from more origins than they had. */
  overcounted: number
}

const pairs = (counts: Iterable<number>): number => { let sum = 0; for (const n of counts) sum += n * (n - 1) / 2; return sum }

/** Scores incidents against the corpus they were resolved from. */
export function scoreMade({ incidents: truths, truth }: MadeCorpus, found: readonly Incident[]): MadeScore {
  const inTruth = new Map<number, number>(), inFound: number[] = [], inBoth = new Map<string, number>()
  let figures = 0, contained = 0, overcounted = 0
  const add = <K>(counts: Map<K, number>, key: K): void => { counts.set(key, (counts.get(key) ?? 0) + 1) }
  found.forEach((incident, i) => {
    inFound.push(incident.claims.length)
    const mine = new Map<number, number>()
    for (const claim of incident.claims) {
      const of = truth.get(claim)!
      add(inTruth, of)
      add(inBoth, `${i} ${of}`)
      add(mine, of)
    }
    const [main] = [...mine].sort((a, b) => b[1] - a[1])[0]!
    const real = truths[main]!
    if (incident.origins > real.origins.size && mine.size === 1) overcounted++
    // few voices cannot be held to what they never said
    for (const figure of incident.figures) {
      if (figure.of !== 'person' || (figure.measure !== 'killed' && figure.measure !== 'injured') || figure.says.length < 2) continue
      const { low, high } = figure
      if (low === null || high === null) continue
      figures++
      const number = figure.measure === 'killed' ? real.killed : real.injured
      if (low <= number && number <= high) contained++
    }
  })
  const together = pairs(inBoth.values()), precision = together / Math.max(1, pairs(inFound)), recall = together / Math.max(1, pairs(inTruth.values()))
  return { claims: truth.size, incidents: found.length, precision, recall, f1: 2 * precision * recall / Math.max(1e-9, precision + recall), contained: figures === 0 ? 1 : contained / figures, figures, overcounted }
}

export { isoDay }
