// What kind of attack it was where the words only say "attack": by who came, for whom, and with what.
import { afterAll, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** The kinds of incident that a text tells, each once. */
const kinds = (text: string): string[] => [...new Set(readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.map((c) => c.type).filter((type) => type !== null))]

it.each<[why: string, text: string, expected: string[]]>([
  ['bandits came for villagers', 'Bandits attacked Tsauwa village in Katsina state on Monday, killing nine residents.', ['violence_against_civilians']],
  ['militants came for soldiers', 'Militants attacked an army base in Mopti on Monday, killing nine soldiers.', ['ground_combat']],
  ['resistance fighters come on foot', 'Resistance forces launched an attack on a convoy in Bago on Monday, killing seven soldiers.', ['ground_combat']],
  ['who is shot and killed in an attack', 'An official was shot and killed by two men in a drive-by attack in Yarang on Monday.', ['violence_against_civilians']],
  ['shot, and shelled as well', 'Two traders were shot dead and a shop was hit by mortars in an attack in Yarang on Monday.', ['strike']],
  ['gunmen who raid villages', 'Nine people were killed when gunmen raided six villages in Zurmi district on Monday.', ['violence_against_civilians']],
  ['a bomber brought the bomb', 'A suicide bomber attacked a bus in Kabul on Monday, killing nine people. The ministry said 12 others were wounded in the attack.', ['explosion']],
  ['attackers who storm a village', 'Attackers on motorbikes stormed the village of Gaigor on Monday.', ['violence_against_civilians']],
  ['attackers without a name who invade a town', 'Attackers invaded the town of Gaigor on Monday.', ['violence_against_civilians']],
  ['armed men who storm a village', 'A group of armed men stormed the village of Yagha on Monday.', ['violence_against_civilians']],
  ['an armed group that takes a town on', 'Boko Haram insurgents invaded the town of Gwoza on Monday.', ['ground_combat']],
  ['soldiers who storm a village', 'Soldiers stormed the village of Gaigor on Monday.', ['ground_combat']],
  ['one of the bombs that fall', 'Four guided bombs fell on Sumy on Sunday, injuring nine people. One bomb killed two workers near the station at Lebedyn.', ['strike']],
  ['a bomb in a report without aircraft', 'A bomb killed two workers near the station at Lebedyn on Monday.', ['explosion']],
  ['rebels with rockets fire from afar', 'Rebels attacked Aleppo with rockets on Monday, killing nine people.', ['strike']],
  ['aircraft of a state', 'Warplanes attacked Idlib on Monday, killing nine people.', ['strike']],
  ['a state attacks, and no one says how', 'Russia attacked Sumy on Monday, killing nine people.', ['strike']],
  ['attacks of a report of gunmen are theirs, wherever it tells them', 'Gunmen on motorbikes shot nine traders dead in Menaka on Monday. The insurgents were silent.\n\nThe mayor prayed. It rained.\n\nIn February 51 soldiers were killed in an attack on Tessit.\n\nThe mayor prayed. In March 40 villagers died in an attack on Talataye.', ['violence_against_civilians', 'ground_combat']],
  ['not what struck, whoever else comes in the report', 'Rebels spoke of a truce. The insurgents were silent.\n\nThe mayor prayed. It rained.\n\nIn February 51 people were killed in a strike on Tessit.', ['strike']],
  ['those whom bandits take are no exchange', 'Bandits abducted 40 traders in Zurmi on Monday.', ['violence_against_civilians']],
  ['those whom soldiers take', 'Soldiers captured 40 rebels in Zurmi on Monday.', ['capture_or_exchange']],
  ['those whom gunmen take', 'Gunmen took 40 women in Zurmi on Monday.', ['violence_against_civilians']],
  ['those whom police take', 'Police took 40 women into custody in Zurmi on Monday.', ['capture_or_exchange']],
  ['rebels who lie in wait for farmers', 'Rebels ambushed farmers near Bama on Monday.', ['violence_against_civilians']],
  ['rebels who lie in wait for soldiers', 'Rebels ambushed soldiers near Bama on Monday.', ['ground_combat']],
  ['a mine was laid', 'Five travellers were killed in Sekota on Monday when a bus hit a mine.', ['explosion']],
  ['soldiers killed are no civilians, whatever else was attacked that day', 'Four soldiers were killed in an attack on a post in Bama on Monday. The insurgents were silent. Gunmen attacked a village near Gwoza on Monday.', ['ground_combat', 'violence_against_civilians']],
  ['rebels who kill with a missile strike', 'Rebels killed nine soldiers in a missile attack on a barracks in Idlib on Monday.', ['strike']],
  ['what was attacked with a missile was so when told again', 'Houthis killed nine soldiers in a missile attack on a mosque in Marib on Monday. The Houthis attacked the mosque in Marib during prayers, a guard said.', ['strike']],
  ['another attack is not', 'Houthis killed nine soldiers in a missile attack on a barracks in Marib on Monday. The Houthis shot nine farmers dead in Taiz on Monday, a guard said.', ['strike', 'violence_against_civilians']],
  ['an attack told again is the storming told before', 'Fighters stormed a hotel in Mogadishu on Friday. Five soldiers and nine civilians were killed in the attack, police said.', ['ground_combat']],
  ['and the ambush', 'Fighters ambushed a convoy near Mopti on Monday. Nine soldiers died in the attack.', ['ground_combat']],
  ['another attack elsewhere is its own', 'Fighters ambushed a convoy near Mopti on Monday. A missile attack on Gao killed nine soldiers on Monday.', ['ground_combat', 'strike']],
  ['soldiers who raid a camp', 'Soldiers raided a camp in Jenin on Monday.', ['ground_combat']],
  ['jets that raid a camp', 'Jets raided a camp in Jenin on Monday.', ['strike']],
  ['police who raid an office', 'Police raided the office of a newspaper in Jenin on Monday.', []],
  ['what soldiers did in a raid is told by their shot', 'Soldiers shot dead a man during a raid in Jenin on Monday.', ['violence_against_civilians']],
  ['a launched assault is fighting', 'Russian troops launched an assault on Avdiivka on Monday.', ['ground_combat']],
  ['a launched drone assault is none', 'Russian troops launched a drone assault on Avdiivka on Monday.', ['strike']],
  ['bombs that planes drop', 'Planes dropped bombs on a feast in Katha on Monday.', ['strike']],
  ['a strike on those whom a state calls terrorists', 'The army said its planes hit terrorists near Goma on Monday. Two clerks were killed in a strike at Sake on Monday.', ['strike']],
  ['shot dead among bombs', 'A bomb exploded in Kirkuk on Monday, killing four people. In Mosul on Monday two clerks were shot dead.', ['explosion', 'violence_against_civilians']],
  ['killed by bombs among bombs', 'A bomb exploded in Kirkuk on Monday, killing four people. In Mosul on Monday a bomb exploded near a shop and two clerks were killed.', ['explosion']],
  ['an air raid in two words', 'Rebels spoke of an air raid on Monday that killed nine people in Sekota.', ['strike']],
])('%s', (_, text, expected) => { expect(kinds(text)).toEqual(expected) })
