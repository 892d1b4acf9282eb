// Fits what tells a running total (src/stages/extract/total-weights.tsv):  node bench/fit-totals.ts [--weights-only] GOLD_PREFIX=MANIFEST … > weights.tsv
import { openGazetteer } from '../src/gazetteer/open.ts'
import { featureName } from '../src/stages/extract/features.ts'
import { extract } from '../src/stages/extract/index.ts'
import { annotated, touches } from './annotated.ts'
import { fitYesNo, leftOut, printWeights, type Judged } from './fit-yes-no.ts'

const weightsOnly = process.argv[2] === '--weights-only'
const gazetteer = openGazetteer()
const examples: Judged[] = []
for await (const { document, facts } of annotated(process.argv.slice(weightsOnly ? 3 : 2))) {
  extract(document, gazetteer, { counted: (found, features) => {
    const match = facts.find((g) => g.measure === found.measure && g.value === found.value && touches(document, g, found.first, found.last)) ?? facts.find((g) => g.measure === found.measure && g.value === found.value && found.value > 9)
    if (match) examples.push({ doc: document.report.doc, features: features.map(featureName), yes: match.cumulative === true })
  } })
}
for (const shrink of weightsOnly ? [] : [0.3, 1, 3, 8]) {
  const scores = leftOut(examples, shrink)
  process.stderr.write(`${examples.length} examples; shrinkage ${shrink}: ${(examples.filter((e, i) => scores[i]! > 0 === e.yes).length / examples.length).toFixed(3)} right on reports left out\n`)
}
printWeights('bench/fit-totals.ts', fitYesNo(examples, 6))
