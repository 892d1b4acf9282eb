// A logistic fit over named features, with shrinkage: what the weight tables of the extract stage are made by.

export interface Judged {
  doc: string
  features: string[]
  yes: boolean
}

/** Weights by feature after `epochs` passes in order; the same examples give the same weights. */
export function fitYesNo(examples: readonly Judged[], shrink: number, epochs = 150): Map<string, number> {
  const weights = new Map<string, number>()
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 0.02 / (1 + epoch / 30)
    for (const e of examples) {
      const step = rate * ((e.yes ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(e.features, weights))))
      for (const f of e.features) weights.set(f, (weights.get(f) ?? 0) + step)
    }
    for (const [f, w] of weights) weights.set(f, w * (1 - rate * shrink))
  }
  return weights
}

export const scoreOf = (features: readonly string[], weights: ReadonlyMap<string, number>): number => features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0)

/** Scores of every example by weights fitted without its report: five folds. */
export function leftOut(examples: readonly Judged[], shrink: number): number[] {
  const docs = [...new Set(examples.map((e) => e.doc))]
  const scores = new Array<number>(examples.length).fill(0)
  for (let k = 0; k < 5; k++) {
    const held = new Set(docs.filter((_, i) => i % 5 === k))
    const weights = fitYesNo(examples.filter((e) => !held.has(e.doc)), shrink)
    for (const [i, e] of examples.entries()) if (held.has(e.doc)) scores[i] = scoreOf(e.features, weights)
  }
  return scores
}

export function printWeights(by: string, weights: ReadonlyMap<string, number>): void {
  process.stdout.write(`# feature\tweight (fitted by ${by})\n` + [...weights].filter(([, w]) => Math.abs(w) >= 0.01).sort(([a], [b]) => (a < b ? -1 : 1)).map(([f, w]) => `${f}\t${w.toFixed(2)}\n`).join(''))
}
