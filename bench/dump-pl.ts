// Fits the weights by which a finding is placed (src/stages/extract/place-weights.tsv) on annotated reports.
//   node bench/fit-places.ts GOLD_PREFIX=MANIFEST … > weights.tsv       e.g. ../shared/gold/dev=../shared/corpus/dev/manifest.jsonl
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
for (const pair of process.argv.slice(2)) {
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

import { writeFileSync } from 'node:fs'
writeFileSync('/tmp/pl.json', JSON.stringify(examples))
