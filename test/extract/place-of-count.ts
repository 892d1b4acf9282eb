// Where a report's count is put, for rows of a text and a place.
import type { Gazetteer } from '../../src/model/gazetteer.ts'
import { readAndExtract } from '../../src/pipeline.ts'

/** The place of the last count of a text published on Thursday 8 May 2031; null where it has none. */
export function placeOfCount(text: string, gazetteer: Gazetteer): string | null {
  const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
  return claims.findLast((claim) => claim.quantities.length > 0)?.place?.name ?? null
}
