// Fits the weights by which a finding is placed (src/stages/extract/place-weights.tsv) on annotated reports.
//   node bench/fit-places.ts [--weights-only] GOLD_PREFIX=MANIFEST … > weights.tsv       e.g. ../shared/gold/dev=../shared/corpus/dev/manifest.jsonl
// A softmax over the candidates of each annotated fact and incident, with shrinkage; prints the share right on reports left
// out in turn (on standard error) and the weights fitted on all.
import { existsSync, readFileSync } from 'node:fs'
import { openGazetteer } from '../src/gazetteer/open.ts'
import { ABBREVIATIONS } from '../src/languages/en/abbreviations.ts'
import { gather } from '../src/stages/gather/index.ts'
import { read } from '../src/stages/read/index.ts'
import { featureName } from '../src/stages/extract/features.ts'
import { extract } from '../src/stages/extract/index.ts'
import { toDocument } from '../src/text/sentences.ts'
import { distanceKm } from '../src/geo/distance.ts'
import { foldPlaceName } from '../src/geo/fold.ts'

interface Gold { doc: string; quote: string; place: string | null; measure?: string; value?: number; type?: string }
interface Example { doc: string; candidates: string[][]; right: boolean[] }

const TAIL = /\b(oblast|region|province|governorate|state|city|district|county|town|village|neighbourhood|neighborhood)\b/g
const fold = (name: string): string => foldPlaceName(name).replace(TAIL, '').replace(/\s+/g, ' ').trim()
const rows = (path: string): Gold[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((l) => l !== '').map((l) => JSON.parse(l) as Gold) : [])

const gazetteer = openGazetteer()
const examples: Example[] = []
const covered = [0, 0]
const weightsOnly = process.argv[2] === '--weights-only'
for (const pair of process.argv.slice(weightsOnly ? 3 : 2)) {
  const [prefix, manifest] = pair.split('=') as [string, string]
  const gold = [...rows(`${prefix}.facts.jsonl`), ...rows(`${prefix}.incidents.jsonl`).filter((g) => g.type !== 'diplomacy')]
  for await (const { record, bytes } of gather({ manifest })) {
    const report = read(record, bytes, { raw: false })
    const own = gold.filter((g) => g.doc === report.doc)
    if (own.length === 0 || report.text === '') continue
    const document = toDocument(report, { abbreviations: ABBREVIATIONS })
    const { start, end } = document.tokens
    extract(document, gazetteer, { placed: (found, candidates) => {
      if (candidates.length < 2) return
      const from = start[found.first]!, to = end[found.last - 1]!
      const match = own.find((g) => {
        if (!g.place || (found.measure ? g.measure !== found.measure || g.value !== found.value : g.type !== found.type)) return false
        const at = report.text.indexOf(g.quote)
        return at >= 0 && at < to + 20 && at + g.quote.length > from - 20
      })
      if (!match) return
      const name = fold(match.place!)
      const point = gazetteer.lookup(match.place!)[0]
      const right = candidates.map((c) => c.places.some((p) => fold(p.name) === name || (point?.lat != null && p.place?.lat != null && p.precision !== 'country' && point.precision === p.precision && distanceKm({ lat: point.lat, lon: point.lon! }, { lat: p.place.lat, lon: p.place.lon! }) < 10)))
      covered[right.some(Boolean) ? 0 : 1]!++
      if (!right.some(Boolean) && process.env.SHOW) process.stderr.write(`${report.doc} ${match.place} not among ${candidates.map((c) => c.places[0]!.name).join('; ')}\n`)
      if (right.some(Boolean)) examples.push({ doc: report.doc, candidates: candidates.map((c) => c.features.map(featureName)), right })
    } })
  }
}

function fit(train: readonly Example[], shrink: number): Map<string, number> {
  const weights = new Map<string, number>()
  const score = (features: string[]): number => features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0)
  for (let epoch = 0; epoch < 60; epoch++) {
    const rate = 0.15 / (1 + epoch / 15)
    for (const e of train) {
      const scores = e.candidates.map(score)
      const top = Math.max(...scores)
      const mass = scores.map((x) => Math.exp(x - top))
      const all = mass.reduce((a, b) => a + b, 0), good = mass.reduce((a, b, i) => a + (e.right[i] ? b : 0), 0)
      for (const [i, features] of e.candidates.entries()) {
        const step = rate * ((e.right[i] ? mass[i]! / good : 0) - mass[i]! / all)
        if (Math.abs(step) > 1e-4) for (const f of features) weights.set(f, (weights.get(f) ?? 0) + step)
      }
    }
    for (const [f, w] of weights) weights.set(f, w * (1 - rate * shrink))
  }
  return weights
}

function share(test: readonly Example[], weights: ReadonlyMap<string, number>): number {
  let right = 0
  for (const e of test) {
    let best = -1, most = -Infinity
    for (const [i, features] of e.candidates.entries()) { const s = features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0); if (s > most) { most = s; best = i } }
    if (e.right[best]) right++
  }
  return right / Math.max(1, test.length)
}

process.stderr.write(`${covered[1]} of ${covered[0]! + covered[1]!} have their place among no candidates\n`)
const docs = [...new Set(examples.map((e) => e.doc))]
for (const shrink of weightsOnly ? [] : [4, 6, 9]) {
  let sum = 0
  for (let k = 0; k < 5; k++) {
    const held = new Set(docs.filter((_, i) => i % 5 === k))
    const test = examples.filter((e) => held.has(e.doc))
    sum += share(test, fit(examples.filter((e) => !held.has(e.doc)), shrink)) * test.length
  }
  process.stderr.write(`${examples.length} examples of ${docs.length} reports; shrinkage ${shrink}: ${(sum / examples.length).toFixed(3)} right on reports left out\n`)
}
const weights = fit(examples, Number(process.env.SHRINK ?? 6))
process.stderr.write(`${share(examples, weights).toFixed(3)} right on those fitted\n`)
process.stdout.write('# feature\tweight (fitted by bench/fit-places.ts)\n' + [...weights].filter(([, w]) => Math.abs(w) >= 0.01).sort(([a], [b]) => (a < b ? -1 : 1)).map(([f, w]) => `${f}\t${w.toFixed(2)}\n`).join(''))
