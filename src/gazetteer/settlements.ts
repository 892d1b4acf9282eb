// Lines of GeoNames' own table format (cities500.txt, UA.txt, allCountries.txt): 19 columns without a heading.
import type { Precision } from '../model/claim.ts'
import { foldPlaceName, withoutArticle } from '../geo/fold.ts'
import { officialUkrainianName } from './ukrainian-romanisation.ts'

/** One place of a GeoNames table, with its folded names; `usual` are the first ones, known beyond doubt. */
export interface GeonamesRow {
  id: number
  name: string
  country: string
  admin1: string
  admin2: string
  lat: number
  lon: number
  feature: string
  precision: Precision
  population: number
  usual: string[]
  alternates: string[]
}

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]+$/u
const CODE = /^[A-Z]{2,4}$/
const HAS_UPPER = /\p{Lu}/u
const HAS_DIGIT = /\d/
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]/

// What a place of each GeoNames class is here. Streams, hills and roads are left out: reports name settlements and sites.
function precisionOf(featureClass: string, feature: string): Precision | null {
  switch (featureClass) {
    case 'P': return feature === 'PPLX' ? 'district' : feature === 'PPLH' || feature === 'PPLQ' || feature === 'PPLW' || feature === 'PPLCH' ? 'site' : 'settlement'
    case 'A': return feature === 'ADM1' ? 'region' : feature.startsWith('ADM') ? 'district' : null
    case 'S': return feature === 'AIRB' || feature === 'AIRP' || feature === 'MILB' || feature === 'NUKE' || feature === 'PS' || feature === 'DAM' || feature === 'PRT' || feature === 'CMP' || feature === 'CMPRF' || feature === 'HSP' || feature === 'MN' || feature === 'BDG' || feature === 'AIRF' ? 'site' : null
    case 'L': return feature === 'PRT' || feature === 'MILB' || feature === 'CMPRF' || feature === 'INDS' ? 'site' : null
    default: return null
  }
}

/** The shape of a place's name in English running text: without the marks of transliteration. "Khān Yūnis" → "Khan Yunis", "Hostomel’" → "Hostomel". */
export function plainName(name: string): string {
  const bare = name.replace(/[’'ʼ‘ʻʿʾ`]+$/u, '')
  // Macrons and dots below come from transliteration tables; the accents of "São Paulo" are spelling.
  if (!/[ĀāĒēĪīŌōŪūḨḩḤḥŞşṢṣŢţṬṭẔẕẒẓḐḑḌḍḲḳḶḷ‘ʻʿ]/u.test(bare)) return bare
  return bare.normalize('NFKD').replace(/[\p{M}‘ʻʿ’ʼ]/gu, '').normalize('NFC')
}

/** Reads one line; null where it is no place that a report could name, or no whole line of such a table. */
export function readGeonamesLine(line: string): GeonamesRow | null {
  const cells = line.split('\t')
  if (cells.length < 15) return null
  const precision = precisionOf(cells[6]!, cells[7]!)
  if (precision === null) return null
  const id = Number(cells[0]), lat = Number(cells[4]), lon = Number(cells[5])
  if (!Number.isInteger(id) || id <= 0 || cells[1] === '' || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return null
  const usual = new Set<string>(), alternates = new Set<string>()
  const official = cells[8] === 'UA' ? officialUkrainianName(cells[1]!, cells[3]!.split(',')) : null
  for (const name of official === null ? [cells[1]!, cells[2]!] : [official, cells[1]!, cells[2]!]) { const folded = foldPlaceName(name); if (folded.length > 1) usual.add(folded) }
  for (const name of cells[3]!.split(',')) {
    if (name.length < 2 || name.length > 80 || CODE.test(name) || HAS_DIGIT.test(name) || WIDE.test(name)) continue
    const latin = LATIN.test(name)
    if (latin && !HAS_UPPER.test(name)) continue // a letter-by-letter transliteration ("bwltafa")
    const folded = foldPlaceName(name)
    if (folded.length < (latin ? 3 : 2) || usual.has(folded)) continue
    alternates.add(folded)
  }
  for (const name of [...usual]) { const bare = withoutArticle(name); if (bare !== null && bare.length > 3 && !usual.has(bare)) alternates.add(bare) }
  return {
    id, name: official ?? plainName(cells[1]!), country: cells[8]!, admin1: cells[10]!, admin2: cells[11]!, lat, lon, feature: cells[7]!, precision,
    population: Math.max(0, Number(cells[14]) || 0), usual: [...usual], alternates: [...alternates],
  }
}
