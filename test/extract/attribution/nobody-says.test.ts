// Words of saying by which nothing is said, and sources that are nobody.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../../src/gazetteer/open.ts'
import { readAndExtract } from '../../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** Each count with who says it. */
const voiced = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.quantities.length > 0).map((c) => `${c.quantities[0]!.value} ${c.claimant?.name ?? '-'}`)

it.each<[why: string, text: string, expected: string[]]>([
  ['who claims an attack gives no number of its dead', 'The Taliban claimed responsibility for an attack in Kabul that killed 24 people on Monday.', ['24 -']],
  ['a coalition that owns up to a strike', 'The coalition acknowledged responsibility for an air strike that killed 140 people in Sanaa on Monday.', ['140 -']],
  ['lives are claimed by a bomb', 'A suicide bombing in Quetta claimed 26 lives on Monday.', ['26 -']],
  ['data are nobody’s', 'The ministry reports that the army, according to preliminary data, has lost 16 soldiers in Shusha.', ['16 ministry']],
  ['who claims a number says it', 'The Taliban claimed that 24 soldiers were killed in Kabul on Monday.', ['24 Taliban']],
  ['figures of somebody are his', 'According to the ministry’s preliminary data, 16 soldiers were killed in Shusha on Monday.', ['16 ministry’s preliminary data']],
  ['whom the statement was made to stands behind', 'The raid on Sarmin left 22 dead, a medical source said on Monday in a statement to reporters.', ['22 medical source']],
  ['what the update is of stands behind', 'The raid on Sarmin left 22 dead, a medical source said Monday in an update to the toll announced hours earlier.', ['22 medical source']],
  ['who is said to be something says nothing', 'The raid on Sarmin on Monday left 22 people dead in a street said to be busy.', ['22 -']],
  ['who saw a report did not write it', 'Gunmen killed 15 people in Sarmin on Monday, according to a police report seen by Reuters.', ['15 police report']],
  ['who compiled a report did', 'Gunmen killed 15 people in Sarmin on Monday, according to a report compiled by the ministry.', ['15 ministry']],
  ['reports that nobody confirmed are no speaker', 'Unconfirmed reports spoke of 12 dead in Sarmin on Monday.', ['12 -']],
  ['two of one list with the same number are two counts', 'Five soldiers and five gunmen were killed in Sarmin on Monday, the ministry said.', ['5 ministry', '5 ministry']],
  ['the same number told again is one count', 'Five soldiers were killed in Sarmin on Monday, the ministry said. The ministry said the five soldiers were killed at dawn.', ['5 ministry']],
  ['a body whose initials are a word', 'Fighting killed 40 people in Sarmin on Monday, the WHO says.', ['40 WHO']],
  ['the word itself is none', 'Fighting killed 40 people in Sarmin on Monday, says the man who counts them.', ['40 man']],
  ['a date in brackets behind the day of saying', 'Shells killed 12 people in Sarmin, two nurses said on Tuesday (May 6), citing neighbours.', ['12 nurses']],
  ['a speaker with a second name', 'Shells killed 12 people in Sarmin, a nurse with the Harbour Clinics, or HC, told the Herald on Tuesday.', ['12 nurse with the Harbour Clinics']],
  ['a title within a name', 'Ana Mohamed, a nurse, said 12 people died in Sarmin. Shells wounded 40 others in Sarmin, said Varnian President Hassan Sheikh Mohamud.', ['12 Ana Mohamed', '40 Hassan Sheikh Mohamud']],
  ['a statement between the auxiliary and its verb', 'The governor, Ana Brill, has in a statement said that 12 people were killed in Sarmin.', ['12 Ana Brill']],
  ['who somebody is identified as', 'Gunmen killed a trader identified as Omar Said in Sarmin.', ['1 -']],
  ['states are no saying', 'Bandits struck in Kogi, Katsina and Niger states on Monday, killing 65 persons.', ['65 -']],
  ['who disclosed this said what stands before', 'Shells killed 12 people in Sarmin. Colonel Ana Brill disclosed this in a statement on Tuesday.', ['12 Ana Brill']],
  ['in a statement signed by somebody', 'Shells killed 12 people in Sarmin. This was disclosed in a statement signed by Colonel Ana Brill.', ['12 Ana Brill']],
  ['who denied this did not say it', 'Shells killed 12 people in Sarmin. Colonel Ana Brill denied this in a statement on Tuesday.', ['12 -']],
  ['who confirmed something else', 'Shells killed 12 people in Sarmin. Colonel Ana Brill confirmed this week’s talks.', ['12 -']],
  ['an apposition that no comma closes', '“Shells killed 12 people in Sarmin,” Jamal Mbusa, spokesman for the network of harbour clinics told AFP.', ['12 Jamal Mbusa']],
  ['an abbreviated rank behind the verb', 'Shells killed 12 people in Sarmin, said Capt. Yusuf Barre, a police officer.', ['12 Yusuf Barre']],
  ['one apposition in another', '“Shells killed 12 people in Sarmin,” Lionel Dahl, owner of Dahl Group (DG), a private company hired to guard the port, told AFP on Friday.', ['12 Lionel Dahl']],
  ['a hotel is no person', 'Hundreds slept in the Amara Palma Hotel. A policeman pointed to where he said 12 people were killed in Sarmin.', ['12 -']],
  ['who is dead does not tell it', 'The chairman, Lawal Isah, recalled the raid. He said shells killed 12 people in Sarmin. Siddi Barre was also killed in Sarmin, he said.', ['12 Lawal Isah', '1 Lawal Isah']],
  ['who tells of himself', 'Siddi Barre lost 12 cousins in Sarmin, he said.', ['12 Siddi Barre']],
  ['two speakers behind a dateline', 'AMMAN — (AP) — A nurse and a village group in Syria said shells killed 12 people in Sarmin.', ['12 nurse and a village group in Syria']],
  ['what goes on behind a source named within', 'Shells killed 12 people, according to the Harbour Clinics, wounding 40 others in Sarmin.', ['12 Harbour Clinics', '40 Harbour Clinics']],
  ['a clause of its own behind a source', 'Shells killed 12 people, according to the Harbour Clinics, and mines wounded 40 others in Sarmin.', ['12 Harbour Clinics', '40 -']],
  ['who is named by others says nothing', 'The pilot, named as Lt Odo Kast, was killed in Sarmin, where mines wounded 40 others.', ['1 -', '40 -']],
  ['an outlet is an it', 'Shells killed 12 people in Sarmin, according to the news outlet Gazeta de Lunda. Mines also killed 19 drivers in Sarmin, it added.', ['12 Gazeta de Lunda', '19 Gazeta de Lunda']],
])('%s', (_, text, expected) => { expect(voiced(text)).toEqual(expected) })

/** Each count with its stance. */
const believed = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.quantities.length > 0).map((c) => `${c.quantities[0]!.value} ${c.stance}`)

it.each<[why: string, text: string, expected: string[]]>([
  ['who has said it tells it', 'The mayor has said at least 18 people were killed in Sarmin.', ['18 asserted']],
  ['who did it is suspected, not that it was done', 'Suspected rebels killed 12 traders in Sarmin.', ['12 asserted']],
  ['men of a group who are suspected', 'Twelve traders were killed by suspected Harbour Front members in Sarmin.', ['12 asserted']],
  ['what is suspected was done', 'Twelve traders are suspected dead in Sarmin.', ['12 unconfirmed']],
  ['those of whom it is said', 'Twelve traders are said to be dead in Sarmin.', ['12 unconfirmed']],
])('%s', (_, text, expected) => { expect(believed(text)).toEqual(expected) })
