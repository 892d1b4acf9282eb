// The small interface through which stages look places up; the gazetteer room implements it and the pipeline hands it in.
import type { Precision } from './claim.ts'

/** A place of the gazetteer. Regions and countries have the middle of their settlements' bounding area as a point only for measuring, never drawn as a pin. */
export interface GazetteerPlace {
  id: string
  name: string
  country: string | null
  lat: number | null
  lon: number | null
  precision: Precision
  population: number
  /** GeoNames feature code (PPLC, PPLA, PPL, ADM1, PCLI, …). */
  feature: string
  /** GeoNames admin1 code, to tell namesakes apart. */
  admin1: string | null
  /** How the name that was looked up belongs to it. Absent: a usual name. `alternate`: another language's, older or lesser-known; `bare`: meant only beside a word such as "region". */
  match?: 'alternate' | 'bare'
}

export interface Gazetteer {
  /** Every place of that name (any spelling; case, accents and apostrophes folded), most populous first. */
  lookup(name: string): readonly GazetteerPlace[]
  /** false: no name of two or more words begins with this word. Absent: it is not known. */
  beginsLonger?(word: string): boolean
}
