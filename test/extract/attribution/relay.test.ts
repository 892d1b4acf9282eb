// Reports that hand on what one voice tells: whose the counts are that nobody is said to say.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../../src/gazetteer/open.ts'
import { readAndExtract } from '../../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

const voices = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.flatMap((c) => c.quantities.map((q) => `${q.value} ${c.claimant?.name ?? '-'}`))

const LEAD = 'Two people were killed in the Sumy region over the day.\n\n'

it.each<[why: string, text: string, expected: string[]]>([
  ['what follows is the voice\'s that the report hands on', `${LEAD}This was announced by the head of the RMA, Vadym Filin, the agency reports.\n\nKonotop district.\n\nThree houses were damaged in Konotop.`, ['2 Vadym Filin', '3 Vadym Filin']],
  ['a name behind the initials of a body', `${LEAD}This was announced by the head of the RMA Vadym Filin.\n\nThree houses were damaged in Konotop.`, ['2 Vadym Filin', '3 Vadym Filin']],
  ['a site with a dot in its name hands it on', `${LEAD}This was announced by the governor Vadym Filin, Wire.net reports.\n\nThree houses were damaged in Konotop.`, ['2 Vadym Filin', '3 Vadym Filin']],
  ['said on a channel, as an agency reports', 'Two people were killed in Sumy. Vadym Filin, head of the regional administration, said this on Facebook, Ukrwire reports.\n\nThree houses were damaged in Konotop.', ['2 Vadym Filin', '3 Vadym Filin']],
  ['not what was news before', `${LEAD}This was announced by the governor, Vadym Filin.\n\nEarlier, five people were killed in Konotop.\n\nSix houses were damaged.`, ['2 Vadym Filin', '5 -', '6 -']],
  ['not where another voice speaks', `${LEAD}This was announced by the governor, Vadym Filin.\n\nThe police said that three houses were damaged in Konotop.\n\nSix people were killed in Hlukhiv.`, ['2 Vadym Filin', '3 police', '6 -']],
  ['not where the voice is only one of a story\'s', 'Two people were killed in Sumy, Vadym Filin said. Three houses were damaged in Konotop.', ['2 Vadym Filin', '3 -']],
  ['not where it comes late', `${LEAD}It rained. It snowed. The road was wet. The wind blew. It was dark. Trains were late. Three houses were damaged in Konotop. This was announced by the governor, Vadym Filin.\n\nSix people were killed in Hlukhiv.`, ['2 -', '3 Vadym Filin', '6 -']],
])('%s: %s', (_, text, expected) => { expect(voices(text)).toEqual(expected) })
