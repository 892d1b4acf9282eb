// Each incident type's own proof: its examples are read as that type, its counter-examples are not.
import { afterAll, describe, expect, it } from 'vitest'
import { INCIDENTS } from '../../src/events/incident-types.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { INCIDENT_TYPES } from '../../src/model/claim.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

function typesOf(text: string): (string | null)[] {
  const read = readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  return read.extraction.claims.map((claim) => claim.type)
}

describe.each(INCIDENTS)('$type', ({ type, examples, counterExamples }) => {
  for (const text of examples) it(`so: ${text}`, () => { expect(typesOf(text)).toContain(type) })
  for (const text of counterExamples) it(`not: ${text}`, () => { expect(typesOf(text)).not.toContain(type) })
})

it('every type of the model is shipped, and each has examples of both sorts', () => {
  expect(INCIDENTS.map(({ type }) => type).sort()).toEqual([...INCIDENT_TYPES].sort())
  for (const { type, examples, counterExamples } of INCIDENTS) expect([type, examples.length > 0, counterExamples.length > 0]).toEqual([type, true, true])
})
