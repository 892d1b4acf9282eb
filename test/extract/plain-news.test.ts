// Wordings of agency copy, channels and summaries of a day at war, each beside one that looks like it and must stay silent.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** Each claim in short, published on Thursday 8 May 2031: its incident, its count, its voice, its place, its day, its sides. */
const told = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.map((c) => `${c.type ?? 'count'}${c.quantities.map((q) => ` ${q.measure} ${q.of} ${q.value}${q.cumulative ? ' total' : ''}`).join('')} | ${c.claimant?.name ?? 'outlet'} | ${c.place?.name ?? 'nowhere'} | ${c.date?.to?.slice(5) ?? 'no day'} | ${c.by ?? '-'} on ${c.against ?? '-'}`)

/** Why, a text, what some claim of it says, what none says. */
const ROWS: [why: string, text: string, says: RegExp | null, never: RegExp | null][] = [
  ['the source stands behind words set before the sentence', 'In total, according to Nela Varga, the deputy governor, 381 people were evacuated from Lyman on Monday.', /evacuated person 381 \| Nela Varga/, null],
  ['what stands before "according to" is a clause of its own', 'In Lyman two fighters died, according to activists, and five soldiers were hurt.', /killed combatant 2 \| activists/, /injured combatant 5 \| activists/],
  ['the report goes back to who made it; the name after its comma does something', 'Iran has lost 439 soldiers in Iraq, the General Staff of the Iraqi Army reported.\n\nAccording to the report, Iran also lost 69 tanks.', /destroyed tank 69 \| General Staff of the Iraqi Army/, /\| Iran \|/],
  ['an adverb that opens a sentence is nobody and nowhere', 'Furthermore, the ministry issued a statement saying that troops destroyed a bridge in Lyman. Moreover, three people died there.', /destroyed facility 1 \| ministry/, /Furthermore|Moreover/],
  ['who announced it stands at the end', 'Air defences shot down 26 drones over the Odesa and Kharkiv regions, announced the commander of the air force, Nela Varga.', /intercepted drone 26 \| Nela Varga/, null],
  ['whom an agency cites said it', 'Two people died in Lyman, the Nova agency reported, citing hospital officials.', /killed person 2 \| hospital officials/, /\| Nova agency/],
  ['whom an agency cites between its verb and its words', 'The Nova agency reported, citing hospital officials, that two people had died in Lyman.', /killed person 2 \| hospital officials/, /\| Nova agency/],
  ['whom an agency cites before its verb', 'The Nova agency, citing hospital officials, reported that two people had died in Lyman.', /killed person 2 \| hospital officials/, /\| Nova agency/],
  ['since the dawn of the day of the report', 'Since dawn, 28 people have been killed in Lyman.', /killed person 28 \| outlet \| Lyman \| 05-08/, /total/],
  ['those told beside an inserted part were in the place too', 'One person was killed and three others, including a child, were injured in Lyman.', /killed person 1 \| outlet \| Lyman/, null],
  ['others are told in a clause set against the first', 'Sixty-two people were killed in strikes, while 15 were killed in Lyman.', /killed person 15 \| outlet \| Lyman/, /killed person 62 \| outlet \| Lyman/],
  ['the dead who are brought in are no exchange', 'In the past day 52 bodies had arrived at hospitals in Lyman.', /killed person 52/, /capture_or_exchange/],
  ['who is accused did it in the attack told', 'Kenya accused Rwanda of killing 30 people in an air strike on Goma.', /strike killed person 30 .*Rwanda on/, /strike killed person 30 .*Kenya on/],
  ['each side puts its own losses', 'The rebels said they had killed 40 soldiers; the army put its losses at seven.', /killed combatant 7 \| army/, /killed combatant 7 \| rebels/],
  ['a voice set against another is its own', 'The rebels said they had killed 40 soldiers, while the army put its losses at seven.', /killed combatant 7 \| army/, /killed combatant 7 \| rebels/],
  ['a number of another day', 'Five soldiers were killed on Monday and three more on Tuesday near Lyman.', /killed combatant 3 \| outlet \| Lyman \| 05-06/, null],
  ['a number of another day, not a clause of its own', 'Five soldiers were killed on Monday and three on Tuesday said they had fled Lyman.', /killed combatant 5/, /killed combatant 3/],
  ['bombs that are dropped come from the air', 'Jets dropped bombs on a market in Gao.', /strike struck facility 1/, /explosion/],
  ['a bomb that was dropped comes from the air', 'A bomb was dropped on a school in Gao.', /strike struck school 1/, /explosion/],
  ['who sets fire on a day', 'Settlers set fire to homes in Lyman on Sunday.', /Lyman \| 05-04/, /05-11/],
  ['whom an agency cites first', 'Citing hospital officials, the Nova agency said two people had died in Lyman.', /killed person 2 \| hospital officials/, /\| Nova agency/],
  ['what came of it is told by the same voice', 'The Nova agency reported that shells hit a school in Lyman. As a result, four people were injured.', /injured person 4 \| Nova agency/, null],
  ['one who says it is not among those killed', 'According to the regional governor, Arkan Doru, two villagers were killed in Lyman.', /killed person 2 \| Arkan Doru/, /killed person 1/],
  ['an agency between strokes, behind a town and a day', 'MINSK, May 6. /NOVA/. Iraqi troops have destroyed 31 Iranian tanks, the ministry said. Iraqi troops stand at Basra.', /destroyed tank 31/, /Minsk/],
  ['several kinds, the last of which takes in the first', 'Some 40 tanks and other armoured vehicles were destroyed near Lyman.', /destroyed armoured_vehicle 40/, /tank 40/],
  ['kinds of one noun', 'The army hit 43 command and communications centres near Lyman.', /struck facility 43/, null],
  ['a number before a word in marks', 'Air defences shot down 38 "kamikazes" over Lyman.', /38/, null],
  ['what they were able to do, they did', 'Twenty-two civilians were able to evacuate from Lyman on Monday.', /evacuated civilian 22/, null],
  ['what they will be able to do is not done', 'Twenty-two civilians will be able to evacuate from Lyman on Monday.', null, /evacuated/],
  ['a toll, and its figure between dashes', 'The council reported a much higher toll in Lyman — more than 2,000 — on Monday.', /killed person 2000/, null],
  ['new people after the parts of others', 'The strike killed 26 people in Lyman, including five children, and 32 were injured.', /injured person 32/, /injured person 26|injured child/],
  ['wounded, left beside the dead', 'The blast in Lyman left 12 people dead, including two officers, and more than 40 wounded.', /injured person 40/, /injured person 12/],
  ['parts in a list before the verb are of those before them', 'Nine people, among them a nurse, a teacher, and two guards, were killed in Lyman.', /killed person 9/, null],
  ['a long list of losses is counted over one time', 'Iran lost 6,900 tanks, 340 aircraft, 26 boats and a submarine in Iraq, the staff said.', /destroyed ship 26 total/, /destroyed ship 26 \|/],
  ['a short list of one night is not', 'Iran lost six tanks, four aircraft, two boats and a submarine in Iraq overnight, the staff said.', /destroyed ship 2 \|/, /total/],
  ['a region in a list that a town before it does not lie in', 'Shelling was reported in Sievierodonetsk, Kherson, Mykolaiv and Sumy regions on Monday.', /strike \| outlet \| Kherson Oblast/, null],
  ['a region behind its town says where the town is', 'Shelling was reported in Izium, Kharkiv region, on Monday.', /strike \| outlet \| Izium/, /Kharkiv Oblast/],
  ['a governor tells of shelling, of no other place', 'The governor of Kherson said the situation was getting worse amid heavy shelling. Iraq is far.', /strike \| governor of Kherson \| Kherson/, null],
  ['a day from which something goes on is not that of what is told next', 'Dymer has been occupied since the first day of the war, from April 24. Shells hit a school in Lyman.', /struck school 1 \| outlet \| Lyman \| 05-08/, null],
  ['what a town remains under', 'Mariupol and Kherson remain under heavy blockade by the Russian forces.', /ground_combat \| outlet \| Kherson/, null],
  ['where they talk is not where they fight', 'Fighting surged on Monday ahead of talks in Minsk.', null, /ground_combat \| outlet \| Minsk/],
  ['a deal by somebody is not there', 'The two sides exchanged 95 prisoners in a swap mediated by Qatar.', /released person 95 \| outlet \| nowhere/, null],
  ['what comes every day came on none', 'Drone attacks are a daily occurrence in Ukraine.', null, /strike/],
  ['missiles of several kinds, launched', 'Russian troops launched cruise and ballistic missiles at Sumy.', /strike \| outlet \| Sumy/, /deployment/],
  ['missiles are launched at a land, not put to its council', 'Russia launched two missiles and 19 drones, the Ukrainian air force said.', /launched missile 2/, /diplomacy/],
  ['an address is no journey', 'Ukrainian President Rolf Hansen said in a video address on Tuesday that a child died in Lyman.', /killed child 1 \| Rolf Hansen/, /diplomacy/],
  ['a statement that says what follows is no act', 'The Ukrainian Defence Ministry issued a statement saying that troops destroyed a bridge in Lyman.', /destroyed facility 1/, /diplomacy/],
  ['rockets from a land are not that land\'s', 'Hezbollah struck Haifa on Monday. A barrage of 25 rockets from Lebanon hit a grove in Haifa, killing two people.', /launched missile 25 \| outlet \| Haifa \| 05-05 \| Hezbollah on Israel/, /Lebanon/],
  ['the attack comes after another: its place is the other\'s', 'Iran launched 42 drones overnight across Iraq. The attack comes five days after a strike on a block of flats in Basra killed 12 people.', /launched drone 42 \| outlet \| Iraq/, /launched drone 42 \| outlet \| Basra/],
  ['what a bus hits goes off under it', 'A bus hit a mine near Lyman on Monday, killing nine.', /explosion killed person 9/, /strike/],
  ['a works that makes bombs does not', 'Jets struck a bomb factory in Lyman on Monday.', /strike struck facility 1/, /explosion/],
  ['who kills in an attack makes it', 'Hamas fighters killed nine people in an attack on the village of Nir Oz on Monday.', /killed person 9 \| outlet \| Nir Oz \| 05-05 \| Hamas/, null],
  ['a land\'s own group is the group', 'Sudan\'s paramilitary Rapid Support Forces shelled Omdurman on Monday.', /strike \| outlet \| Omdurman \| 05-05 \| Rapid Support Forces on Sudan/, null],
  ['a part stands where it is told, the whole does not', 'The ministry said its units destroyed 70 Ukrainian drones over Russian territory overnight, including 25 over the Volgograd region.', /intercepted drone 70 \| ministry \| Russia \|/, /intercepted drone 70 \| ministry \| Volgograd/],
  ['the part beside it', 'The ministry said its units destroyed 70 Ukrainian drones over Russian territory overnight, including 25 over the Volgograd region.', /intercepted drone 25 \| ministry \| Volgograd Oblast/, null],
  ['each number of a list at its own place', 'The ministry reported intercepting six drones over Moscow, 20 in Ryazan, and others elsewhere.', /intercepted drone 20 \| ministry \| Ryazan/, null],
  ['a town told behind its land and "city of"', 'Strikes on three houses in the southern Gaza city of Rafah have killed 13 people.', /killed person 13 \| outlet \| Rafah/, /Gaza City/],
  ['where something is, in words before who says it', 'At least 36 people were killed in northern Sudan, officials said. Nine died in a strike on Atbara.', /killed person 36 \| officials \| northern Sudan/, null],
  ['where words are spoken, told first', 'In Baku, officials said nine soldiers had died in Shusha.', /killed combatant 9 \| officials \| Shusha/, null],
  ['a share is nobody', 'Hamas holds 110 hostages, about a third of whom are dead.', /captured person 110/, /killed/],
  ['a hospital that tells of the dead is not where they died', 'Strikes hit Khan Younis on Monday. Al-Aqsa Martyrs Hospital said it had received three bodies.', /killed person 3/, /\| Al-Aqsa Martyrs Hospital \| Al-Aqsa/],
  ['soldiers withdrawn from a land were there', 'France withdrew its soldiers from Niger on Monday.', /territory_change \| outlet \| Niger/, null],
  ['soldiers from a land are of it', 'Nine soldiers from Niger were killed in Gao on Monday.', /killed combatant 9/, /Niger \|/],
  ['aid that is blocked', 'Hungary blocked a €50bn aid package for Ukraine on Friday.', /diplomacy \| outlet \| Hungary/, null],
  ['two states agree to do something', 'India and China agreed to pull back troops from two points on their border.', /diplomacy \| outlet \| India/, null],
  ['a governor of one region, a town of another', 'Shells hit a shop in Nikopol, Kherson regional governor Serhii Lysak said.', /struck facility 1 \| Serhii Lysak \| Nikopol/, /\| Kherson/],
  ['the largest so far is compared with those before it', 'A total of 230 soldiers were freed in the largest exchange so far.', /released combatant 230 \|/, /total/],
  ['who is freed so far is counted over longer', 'So far 230 soldiers have been freed.', /released combatant 230 total/, null],
  ['a region by its land and its kind', 'A shell hit a house in the Russian region of Belgorod on Monday.', /Belgorod Oblast/, null],
  ['far from the front', 'In the Samara region, 1,000 kilometres away from the front lines in eastern Ukraine, drones hit a refinery on Monday.', /struck facility 1 \| outlet \| Samara Oblast/, /eastern Ukraine/],
  ['a downing is an interception', 'The strikes on Tyre followed the downing of an Israeli drone over Lebanon on Monday.', /interception/, null],
  ['the army beside its enemy’s forces is the state’s', 'The Rapid Support Forces said that two people were killed in Gao. The army said five were injured there.', /injured person 5 \| army/, /injured person 5 \| Rapid/],
  ['the military beside a rebel army', 'The Arakan Army said two people were killed in Sittwe. The military said five were injured there.', /injured person 5 \| military/, /injured person 5 \| Arakan/],
  ['the army of the state that spoke', 'Israel Defense Forces said two people were killed in Gao. The army said five were injured there.', /injured person 5 \| Israel Defense Forces/, null],
  ['an abbreviation that nobody wrote out', 'The Rapid Support Forces attacked Gao. The RSF said that three people were killed.', /killed person 3 \| Rapid Support Forces/, null],
  ['two letters are the beginnings of too much', 'The Amhara Armed Militia attacked Gao. The AM said that three people were killed.', /killed person 3/, /\| Amhara Armed Militia/],
  ['a name that opens with a verb', 'Free Burma Rangers said five people were killed in Loikaw.', /killed person 5/, /capture_or_exchange/],
  ['a body whose name opens with a verb', 'Amnesty International said nine people were killed in Lyman.', /killed person 9 \| Amnesty International/, /released|capture_or_exchange/],
  ['a street whose name opens with a verb', 'Downing Street said three Britons were killed in Lyman.', /killed person 3 \| Downing Street/, /interception/],
  ['what somebody does to a town opens the sentence', 'Bombing Gaza City killed 40 people on Monday.', /killed person 40 \| outlet \| Gaza City/, null],
  ['a small word within a name', 'Save the Children said five people were killed in Lyman.', /killed person 5 \| Save the Children/, null],
  ['an order is not done', 'Free the Nigerian schoolgirls, mothers told gunmen.', null, /capture_or_exchange/],
  ['an order to an army is not done', '“Bombard Kyiv and they will answer,” an official said.', null, /strike/],
  ['who disputes it says so', 'The government disputes this, saying three people died in Lyman.', /killed person 3 \| government \|/, /disputes/],
  ['what is disputed has its own name', 'Officials in the disputed region said nine people died.', /killed person 9 \| Officials in the disputed region/, /\| region/],
  ['a capital that disputes it is no place', 'Moscow disputes the figure, saying 40 people were killed.', /killed person 40 \| Moscow \| nowhere/, null],
  ['where words are spoken nobody died', 'Speaking in Geneva, Tom Kell said five people were killed.', /killed person 5 \| Tom Kell \| nowhere/, null],
  ['where it was said, at the end', 'Five people were killed, Tom Kell said in Geneva.', /killed person 5 \| Tom Kell \| nowhere/, null],
  ['where those are who say it', 'Five people were killed, doctors in Gao said.', /killed person 5 \| doctors in Gao \| Gao/, null],
  ['lives that were lost in a land', 'The war cost hundreds of lives in Mali.', /Mali/, null],
]

describe('plain news', () => {
  it.each(ROWS)('%s: %s', (_, text, says, never) => {
    const claims = told(text)
    expect(says === null ? 'silent' : claims.find((claim) => says.test(claim)), claims.join('\n')).toBeDefined()
    expect(claims.filter((claim) => never?.test(claim))).toEqual([])
  })
})
