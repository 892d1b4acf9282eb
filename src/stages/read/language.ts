// The language of a text. Common cases are told by letters and small words; only the others load the detector's tables.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const SAMPLE = 4000
const ENGLISH = new Set('the of and to in a is that for it as was with be by on he has have from at are were which this had not but his they who said an or after their its will been more one about when we out would'.split(' '))

type Detector = { detect(text: string): { language: string; isReliable(): boolean } }
let detector: Detector | null = null

function detect(sample: string): string | null {
  // loaded when first asked for: its tables take a fifth of a second, which the command line would pay on every start
  if (!detector) detector = (createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as { eld: Detector }).eld
  const found = detector.detect(sample)
  return found.language !== '' && found.isReliable() ? found.language : null
}

/** "en-GB", "EN_us" as "en"; null for what is no language tag. */
export function languageTag(tag: string | null | undefined): string | null {
  const found = /^([a-z]{2,3})(?:[-_].*)?$/i.exec((tag ?? '').trim())
  return found && found[1]!.toLowerCase() !== 'und' ? found[1]!.toLowerCase() : null
}

/** The language of the text as a two-letter code; null where it is too short or too mixed to tell. */
export function languageOf(text: string): string | null {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text
  if (/[іїєґ]/.test(sample) && /[а-щ]/.test(sample) && !/[ыэё]/.test(sample)) return 'uk'
  const words = sample.toLowerCase().split(/[^a-z']+/)
  let english = 0, total = 0
  const distinct = new Set<string>() // "in … in" is German as well
  for (const word of words) if (word !== '') { total++; if (ENGLISH.has(word)) { english++; distinct.add(word) } }
  if (total >= 8 && distinct.size >= 2 && english >= total * 0.2 && total * 3 > sample.length * 0.3) return 'en'
  return sample.trim().length < 12 ? null : detect(sample)
}
