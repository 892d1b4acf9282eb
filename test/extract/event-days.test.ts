// The days and places of incidents in reports of politics and histories: times that belong to one clause alone, plans, chronicles, acts of states.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** The incidents of a report published on Thursday 8 May 2031: type, place, days. */
const told = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.type !== null).map((c) => `${c.type} at ${c.place?.name ?? '-'} on ${c.date?.from ?? '-'}${c.date?.to === c.date?.from ? '' : `..${c.date?.to}`}`)

describe('a time of an inserted clause is that clause\'s alone', () => {
  it.each([
    ['a relative clause tells of long ago', 'Derna, which the army captured in 2019, was shelled on Tuesday.', ['territory_change at Derna on 2019-01-01..2019-12-31', 'strike at Derna on 2031-05-06']],
    ['a participle behind the name', 'Drones hit Derna, seized by the rebels in 2019, on Tuesday.', ['strike at Derna on 2031-05-06', 'territory_change at Derna on 2019-01-01..2019-12-31']],
    ['the clause around it has no time of its own', 'Hamas, which took Rafah in 2007, fired rockets at Ashkelon.', ['territory_change at Rafah on 2007-01-01..2007-12-31', 'strike at Ashkelon on 2031-05-08']],
    ['what is told of an event dates it', 'The attack on Derna, which came on Tuesday, destroyed a bridge.', ['strike at Derna on 2031-05-06']],
    ['when those were taken who are freed', 'Rebels released 40 pupils abducted in April in Derna on Tuesday.', ['capture_or_exchange at Derna on 2031-05-06', 'violence_against_civilians at Derna on 2031-04-01..2031-04-30']],
    ['the release has the report\'s own day', 'Rebels in Derna freed two nurses who were kidnapped last month.', ['capture_or_exchange at Derna on 2031-05-08']],
    ['when a truce was made, not when it was broken', 'Rebels attacked Derna on Tuesday, breaking a truce brokered in Luanda on 2 April.', ['violence_against_civilians at Derna on 2031-05-06', 'diplomacy at Luanda on 2031-04-02']],
    ['how a town has stood since a time', 'In Derna, under rebel control since 4 February, air strikes hit a school on Tuesday.', ['strike at Derna on 2031-05-06']],
    ['a truce that was established, not signed', 'Rebels attacked Derna on Tuesday, violating a truce agreement established in December.', ['violence_against_civilians at Derna on 2031-05-06']],
    ['a clause right behind its noun', 'Chad lost the desert towns it captured in 2019 when rebels stormed Derna on Tuesday.', ['ground_combat at Derna on 2031-05-06']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expect.arrayContaining(expected)))
  it('the day of who was killed then stays theirs', () => {
    expect(told('Two men who were killed in Derna in 2019 were honoured.').join()).not.toContain('2031')
  })
})

it.each([
  ['the day stands in the phrase of the attack', 'Rebels ambushed a column in Derna, killing nine soldiers, the army said today. The ambush Tuesday was one of the worst.', 'ground_combat at Derna on 2031-05-06'],
  ['the attack took place', 'Rebels ambushed a column in Derna, killing nine soldiers, the army said today. The ambush took place on Tuesday.', 'ground_combat at Derna on 2031-05-06'],
  ['other things took place', 'Rebels ambushed a column in Derna, killing nine soldiers, the army said today. The elections took place on Tuesday.', 'ground_combat at Derna on 2031-05-08'],
])('a day that an attack is said to have been on: %s', (_, text, expected) => expect(told(text)).toContain(expected))

it('a campaign of a day is over', () => {
  expect(told('Chad retook Derna in a one-day offensive in March 2031.')).toEqual(expect.arrayContaining(['ground_combat at Derna on 2031-03-01..2031-03-31']))
})

it('leaving a land after a truce leaves no pact', () => {
  expect(told('Chad withdrew from southern Libya after a ceasefire on Tuesday.').join()).not.toContain('diplomacy')
  expect(told('Chad withdrew from the grain deal on Tuesday.').join()).toContain('diplomacy')
})

it('an army told by its land does what its verb says', () => {
  expect(told("Sudan's military shelled Derna on Tuesday.")).toEqual(['strike at Derna on 2031-05-06'])
  expect(told("Myanmar's military overthrew Sana Ko's elected government in February 2021.")).toEqual(['unrest at Myanmar on 2021-02-01..2021-02-28'])
})

describe('a month or a year of the past is gone on about', () => {
  const days = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
    .extraction.claims.filter((c) => c.quantities.length > 0).map((c) => `${c.quantities[0]!.value} on ${c.date?.from}..${c.date?.to}`)
  it.each([
    ['by the next sentence, in the simple past', 'Troops took Derna in September 2022. More than 200 soldiers died.', ['200 on 2022-09-01..2022-09-30']],
    ['and by what follows from its verb', 'In 1992 a bomb struck the port of Derna. It flattened a mosque, killing nine people.', ['9 on 1992-01-01..1992-12-31']],
    ['not by what has happened since', 'Troops took Derna in September 2022. Rebels have killed 200 soldiers.', ['200 on null..2031-05-08']],
    ['nor in another paragraph', 'Troops took Derna in September 2022.\n\nRebels killed nine soldiers in Sirte.', ['9 on 2031-05-08..2031-05-08']],
    ['nor where a sentence has a time of its own', 'Troops took Derna in September 2022. Rebels killed nine soldiers on Tuesday.', ['9 on 2031-05-06..2031-05-06']],
  ])('%s', (_, text, expected) => expect(days(text)).toEqual(expect.arrayContaining(expected)))
})

describe('entries of a chronicle have the day that opens them', () => {
  it.each([
    ['a day before a dash', 'Nov. 4, 2020 – The army enters Derna.\n\nJune 29, 2021 – Rebels take control of Sirte.', ['territory_change at Sirte on 2021-06-29']],
    ['several days joined, in the year of all entries', 'May 3-5: Jets bomb Benghazi.\n\nJune 6-8: Jets bomb Sirte.\n\nAugust 9-10: Jets bomb Derna.', ['strike at Benghazi on 2030-05-03..2030-05-05', 'strike at Sirte on 2030-06-06..2030-06-08', 'strike at Derna on 2030-08-09..2030-08-10']],
    ['one of them alone joined', 'May 3: Jets bomb Benghazi.\n\nJune 6-8: Jets bomb Sirte.\n\nAugust 9: Jets bomb Derna.', ['strike at Benghazi on 2030-05-03', 'strike at Sirte on 2030-06-06..2030-06-08', 'strike at Derna on 2030-08-09']],
    ['all that an entry tells has all its days', 'May 3: Jets bomb Benghazi.\n\nJune 6 to 8: Fire.\n\nRebels take control of Sirte.\n\nAugust 9: Jets bomb Derna.', ['territory_change at Sirte on 2030-06-06..2030-06-08']],
    ['of the year of writing, where all came before', 'February 3-5: Jets bomb Benghazi.\n\nMarch 6-8: Jets bomb Sirte.\n\nApril 9-10: Jets bomb Derna.', ['strike at Benghazi on 2031-02-03..2031-02-05', 'strike at Derna on 2031-04-09..2031-04-10']],
    ['a dateline that ends with its agency gives none', 'Beirut, May 1 (NNA) Rebels took control of Derna.', ['territory_change at Derna on 2031-05-08']],
    ['a dateline gives none', 'SIRTE, May 5 (Agency) – Rebels took control of Derna.', ['territory_change at Derna on 2031-05-08']],
    ['so long after the event told before, not after what is told by the way', 'Chad launched an offensive in Libya on 4 November 2020. Sudan, which fought a war with Chad from 1998 to 2000, sent troops. Two weeks later, Derna fell to government forces.', ['territory_change at Derna on 2020-11-18']],
    ['how long after another it was', 'Clashes in Goma on Monday killed nine people, a year after rebels seized Sake.', ['ground_combat at Goma on 2031-05-05', 'territory_change at Sake on 2030-05-05']],
    ['what followed the next day', 'The war began on 2 April 2020, when Chad invaded Libya, followed by the capture of Derna the next day.', ['territory_change at Derna on 2020-04-03']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expect.arrayContaining(expected)))
})

describe('days of acts of states', () => {
  it.each([
    ['not that of the event that they are about', 'Kenya condemned Monday\'s attack on Derna.', 'diplomacy at Kenya on 2031-05-08'],
    ['not that of what they tell', 'The Kenyan foreign minister said that the truce of last year was dead.', 'diplomacy at Kenya on 2031-05-08'],
    ['that of the words, where another clause has another day', 'Uganda denounced on Monday a blockade of Derna, and crowds marched in Sirte on Tuesday.', 'diplomacy at Uganda on 2031-05-05'],
    ['a meeting told behind "before"', 'The Kenyan president visited Kampala on Sunday before meeting Sudanese envoys in Cairo on Tuesday.', 'diplomacy at Cairo on 2031-05-06'],
    ['a truce that took hold', 'A ceasefire came into effect in Libya last April.', 'diplomacy at Libya on 2031-04-01..2031-04-30'],
    ['marks of quotation before talks', 'The Kenyan envoy held "useful" talks in Cairo on Sunday.', 'diplomacy at Cairo on 2031-05-04'],
    ['a call', 'The Kenyan president had a telephone conversation with his Ugandan counterpart on Monday.', 'diplomacy at Kenya on 2031-05-05'],
    ['the town that a clause with "where" tells more of', 'The Kenyan envoy was in Cairo on Monday, where he met Sudanese negotiators.', 'diplomacy at Cairo on 2031-05-05'],
    ['a capital by its country', 'The Kenyan foreign minister travelled to Uganda\'s capital for talks on Monday.', 'diplomacy at Kampala on 2031-05-05'],
    ['envoys who are sent', 'Uganda sent a delegation to the Saudi port city of Jeddah on Monday.', 'diplomacy at Jeddah on 2031-05-05'],
    ['several who agree to stop', 'Kenyan government and rebel forces agreed on Monday to cease fire.', 'diplomacy at Kenya on 2031-05-05'],
  ])('%s', (_, text, expected) => expect(told(text)).toContain(expected))
  it.each([
    ['possible', 'Kenya may veto the resolution.'],
    ['left undone', 'Uganda has failed to condemn the coup.'],
    ['done again and again', 'Uganda has frequently criticised Kenya.'],
    ['attacks that are stepped up', 'Hezbollah stepped up its attacks.'],
    ['what a truce is like', 'The ceasefire is a relief for families in Libya.'],
  ])('no act: %s', (_, text) => expect(told(text).filter((one) => one.startsWith('diplomacy'))).toEqual([]))
  it('troops that are sent to help are no aid besides', () => {
    expect(told('Uganda sent troops into Libya on Monday to help the army.')).toEqual(['deployment at Libya on 2031-05-05'])
  })
})

describe('days of other clauses and of what is to be', () => {
  it.each([
    ['each clause behind a joint has its own', 'Rebels captured Derna on Monday, and the army retook Sirte on Tuesday.', 'territory_change at Sirte on 2031-05-06'],
    ['what came before such a joint', 'Rebels captured Derna on Monday, and the army retook Sirte on Tuesday.', 'territory_change at Derna on 2031-05-05'],
    ['not the day of what is ahead', 'Rebels captured Derna ahead of a conference in Cairo on Friday.', 'territory_change at Derna on 2031-05-08'],
    ['not the day for which a meeting is called', 'Egypt called for an urgent meeting on Tuesday of the Arab League.', 'diplomacy at Egypt on 2031-05-08'],
    ['a pact by its name', 'The Algiers Accords were signed in the French capital on 27 January 1973.', 'diplomacy at Paris on 1973-01-27'],
    ['a month behind a war that goes back to a year', 'Libya has been at war since an uprising toppled its ruler in 2011.\n\nIn April rebels captured Derna.', 'territory_change at Derna on 2031-04-01..2031-04-30'],
    ['an offensive to take control', 'The marshal launched an offensive in April to take control of Tripoli.', 'ground_combat at Tripoli on 2031-04-01..2031-04-30'],
    ['talks that were broken off', 'Kenyan mediators suspended talks between the army and the rebels in the Saudi port city of Jeddah on Monday.', 'diplomacy at Jeddah on 2031-05-05'],
    ['in the capital by its name', 'The Kenyan and Ugandan ministers met in the capital of Angola, Luanda, on Monday.', 'diplomacy at Luanda on 2031-05-05'],
    ['who heads for a town', 'A Kenyan delegation headed to Doha on Sunday.', 'diplomacy at Doha on 2031-05-04'],
    ['in the suburbs of a town', 'The Kenyan and Ugandan ministers met in the suburbs of Cairo on Monday.', 'diplomacy at Cairo on 2031-05-05'],
    ['who went there for talks', 'The Kenyan president went to Uganda for talks on Monday.', 'diplomacy at Uganda on 2031-05-05'],
    ['a state that is no more', 'Yugoslavia agreed to the peace plan on 3 June 1999.', 'diplomacy at Yugoslavia on 1999-06-03'],
  ])('%s', (_, text, expected) => expect(told(text)).toContain(expected))
  it.each([
    ['a vote on sending troops', 'Turkey is preparing to hold a vote on deploying troops in Libya.', 'deployment'],
    ['a deployment that is only allowed', 'The parliament authorised the deployment of troops to Libya.', 'deployment'],
    ['what sanctions are made for', 'The union agreed on measures with a view to targeting the junta in Libya.', 'strike'],
    ['what somebody fails at beside a truce', 'The army accused the rebels of breaking a truce and failing to leave.', 'ground_combat'],
    ['what people are protected from', 'The rebels fight to protect villagers from being massacred in Derna.', 'violence_against_civilians'],
    ['what was headed off', 'The accord of last year forestalled airstrikes against Libya.', 'strike'],
    ['who is willing to keep a truce', 'The marshal is willing to observe the ceasefire.', 'diplomacy'],
  ])('not told as done: %s', (_, text, type) => expect(told(text).filter((one) => one.startsWith(type))).toEqual([]))
})

describe('where and when of what befalls a place', () => {
  it.each([
    ['a town by what it is the capital of', 'Ramadi, capital of Anbar province, was recaptured on Tuesday.', 'territory_change at Ramadi on 2031-05-06'],
    ['a town that falls, with no other word of war', 'Derna, capital of the district, fell on Monday.', 'territory_change at Derna on 2031-05-05'],
    ['so long after the beginning of what is told', 'On May 3, some 18 days after it began, rebels captured Derna.', 'territory_change at Derna on 2031-05-03'],
    ['what began so long before has its own day', 'On May 3, a week after shelling began in Sirte, talks were held.', 'strike at Sirte on 2031-04-26'],
    ['a pull-out', 'Chadian soldiers began a pullout from Derna on Monday.', 'territory_change at Derna on 2031-05-05'],
  ])('%s', (_, text, expected) => expect(told(text)).toContain(expected))
  it.each([
    ['an attack on what cannot be struck', 'The president opened a new attack on the economy of Libya.'],
    ['strikes by those who back who acts', 'Kurdish forces backed by US air strikes entered talks in Derna.'],
    ['what is answered by what the sentence dates', 'The minister spoke on Tuesday in response to the attack on Derna.'],
    ['an operation that nobody will join', 'Kenyan troops would not take part in a Ugandan operation in Libya.'],
  ])('nothing struck or fought for: %s', (_, text) => expect(told(text).filter((one) => !one.startsWith('diplomacy') && !one.startsWith('deployment'))).toEqual([]))
  it('months joined by a hyphen are no place', () => {
    expect(told('Fighting raged in Derna in September-November 2030.').map((one) => one.split(' on ')[0])).toEqual(['ground_combat at Derna'])
  })
  it('a meeting that is shunned is none of the shunner\'s', () => {
    expect(told('The Kenyan minister was boycotting a meeting in Cairo.')).toEqual([])
  })
})

describe('what only says which is meant, or is planned', () => {
  it.each([
    ['a participle before its noun', 'The law would force them to withdraw from seized territory in Libya.', []],
    ['the time of a plan', 'Rebels captured Derna after the junta delayed the vote that it had pledged to hold in June.', ['territory_change at Derna on 2031-05-08']],
  ])('%s', (_, text, expected) => expect(told(text).filter((one) => !one.startsWith('diplomacy'))).toEqual(expected))
  it.each([
    ['a land that slid into war', 'Libya descended into civil war in 2014.', 'ground_combat at Libya on 2014-01-01..2014-12-31'],
    ['forces that step in', 'French forces intervened in Mali in January 2013.', 'ground_combat at Mali on 2013-01-01..2013-01-31'],
    ['forces by whom they follow', 'Forces loyal to the president recaptured Derna on Monday.', 'territory_change at Derna on 2031-05-05'],
    ['rockets that a group "fires"', 'The group fires rockets at Derna.', 'strike at Derna on 2031-05-08'],
  ])('%s', (_, text, expected) => expect(told(text)).toContain(expected))
})

describe('a time that opens a clause is that clause\'s', () => {
  it.each([
    ['behind a semicolon', 'On 2 May, a plane bombed Derna; on 3 May, a plane bombed Derna again.', ['strike at Derna on 2031-05-02', 'strike at Derna on 2031-05-03']],
    ['behind a comma and a joint', 'On Tuesday, a plane bombed Derna, and on Wednesday a jet bombed the town.', ['strike at Derna on 2031-05-06', 'strike at Derna on 2031-05-07']],
    ['what follows goes on about the last of them', 'On Monday, a plane bombed Derna, and on Tuesday a jet bombed the town. Four people were killed in Tobruk.', ['strike at Derna on 2031-05-05', 'strike at Derna on 2031-05-06', 'strike at Tobruk on 2031-05-06']],
    ['times of one clause are its own, wherever they stand', 'A plane bombed Derna on Tuesday, and crowds fled.', ['strike at Derna on 2031-05-06']],
  ])('%s', (_, text, expected) => { expect(told(text)).toEqual(expected) })
})

it('the toll of another day, that a newer one is measured against, dates nothing else', () => {
  const { claims } = readAndExtract({ record: { id: 'case', text: 'Fighting went on in Sirte during the day. The force put its losses at two dead. The hospital received five bodies, up from yesterday’s toll of three dead and 29 injured.', published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
  expect(claims.flatMap((c) => c.quantities.map((q) => `${q.value} on ${c.date?.to}`))).toEqual(['2 on 2031-05-08', '5 on 2031-05-08', '3 on 2031-05-07', '29 on 2031-05-07'])
})
