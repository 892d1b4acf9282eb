// Wars, ground and harm told as background or history: with their time, their place and who did it.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** The incidents of a report published on Thursday 8 May 2031: type, place, days, by whom against whom. */
const told = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.type !== null && c.type !== 'diplomacy').map((c) => `${c.type} at ${c.place?.name ?? '-'} on ${c.date?.from ?? '-'}${c.date?.to === c.date?.from ? '' : `..${c.date?.to}`} ${c.by ?? '-'}>${c.against ?? '-'}`)

describe('wars with their time', () => {
  it.each([
    ['behind its name', 'He lost two brothers in the Gaza war in 2014.', /^ground_combat at Gaza Strip on 2014-01-01..2014-12-31/],
    ['since when those who fight are in it', 'In Sudan, the Rapid Support Forces have been engaged in conflict with the Sudanese Armed Forces (SAF) since April 2023.', /^ground_combat at Sudan on 2023-04-01..2031-05-08 Rapid Support Forces>Sudan/],
    ['a land that is in one', 'Libya has been mired in a conflict between two governments since 2014.', /^ground_combat at Libya on 2014-01-01..2031-05-08/],
    ['to go to war', 'Ethiopian troops went to war with Tigrayan forces in Mekelle in November 2020.', /^ground_combat at Mekelle on 2020-11-01..2020-11-30/],
    ['a length that it goes into', 'The war in Sudan goes into its third year.', /^ground_combat at Sudan on 2031-05-08/],
    ['begun, behind a time that is set off', 'Baghdad began in 1990, a full-scale invasion of Kuwait.', /^ground_combat at Kuwait on 1990-01-01..1990-12-31 Iraq>Kuwait/],
    ['in answer', 'Kenya responded with an invasion of Somalia in 2011.', /^ground_combat at Somalia on 2011-01-01..2011-12-31 Kenya>Somalia/],
    ['decades ago', 'Two decades ago, Ethiopia invaded Somalia.', /^ground_combat at Somalia on 2011-01-01..2011-12-31/],
    ['a land plunged into it', 'Ethiopia was plunged into civil war in November 2020.', /^ground_combat at Ethiopia on 2020-11-01..2020-11-30/],
    ['told by its land', 'The Syrian civil war broke out in 2011.', /^ground_combat at Syria on 2011-01-01..2011-12-31 ->/],
    ['one who intervenes', 'NATO intervened in Kosovo in 1999.', /^ground_combat at Kosovo on 1999-01-01..1999-12-31 NATO>/],
    ['an intervention', 'Russia\'s intervention in Syria in 2015 saved the regime.', /^ground_combat at Syria on 2015-01-01..2015-12-31 Russia>/],
    ['where it began', 'Eight years ago, Rwandan aggression began with Goma.', /^ground_combat at Goma on 2023-01-01..2023-12-31 Rwanda>/],
    ['a year before what is counted', 'On 20 August 1968 tanks rolled into Prague.', /^ground_combat at Prague on 1968-08-20/],
    ['one that rages', 'This conflict has raged in Yemen since September 2014.', /^ground_combat at Yemen on 2014-09-01..2031-05-08/],
    ['how long it has lasted', 'The siege of Goma, which has lasted over 50 days, goes on.', /^ground_combat at Goma on 2031-03-20..2031-05-08/],
    ['from a year to another', 'Ethiopia fought a border war in Eritrea from 1998 to 2000 that killed 80,000 people.', /^ground_combat at Eritrea on 1998-01-01..2000-12-31 Ethiopia>/],
    ['a year and its event', 'Perhaps 2008 and the invasion of Georgia opened eyes.', /^ground_combat at Georgia on 2008-01-01..2008-12-31/],
    ['a state of the past', 'Soviet troops invaded Hungary in 1956.', /^ground_combat at Hungary on 1956-01-01..1956-12-31 Soviet Union>Hungary/],
  ])('%s', (_, text, expected) => expect(told(text).join('\n')).toMatch(expected))
  it.each([
    ['words in a debate', 'The president\'s intervention in the debate in Kenya in 2013 was noted.'],
    ['to come', 'Kenya may consider starting a war against Somalia in the coming days.'],
    ['taking part', 'He took part in military operations in Syria.'],
    ['a struggle for an idea', 'Somalia\'s battle for freedom is a noble one.'],
    ['counted from', 'On the fourth day of full invasion of Somalia, he spoke.'],
    ['without its time', 'The war in Sudan has ruined farmers.'],
    ['of prices', 'The price war in Kenya in 2014 ruined farmers.'],
    ['against a disease', 'The fight against cholera in Sudan since April has cost millions.'],
    ['with a party', 'He has been at war with his party since 2020.'],
    ['in a subordinate role to peace', 'There was no war in Sudan in 2014.'],
    ['the name that one side has for its war', 'Many in Chad support the "special military operation", as the junta calls it.'],
  ])('no war: %s', (_, text) => expect(told(text)).toEqual([]))
})

describe('days of background', () => {
  it.each([
    ['a year in brackets before', 'Treaty of Kars (1921). Armenia ceded Kars to Turkey.', 'territory_change at Kars on 1921-01-01..1921-12-31 Turkey>Armenia'],
    ['and two sentences on', 'Treaty of Kars (1921). Armenia agreed to the terms. Its army ceded Kars to Turkey.', 'territory_change at Kars on 1921-01-01..1921-12-31 Turkey>-'],
    ['what followed almost immediately', 'The leaders had met at the Bucharest summit in 2008. Russia reacted almost immediately with an invasion of Georgia.', 'ground_combat at Georgia on 2008-01-01..2008-12-31 Russia>Georgia'],
    ['an anniversary', 'Kuwait marks the first anniversary of the Iraqi invasion.', 'ground_combat at Kuwait on 2030-05-08 Iraq>Kuwait'],
    ['years in a word', 'Kuwait marks the ten-year anniversary of the Iraqi invasion.', 'ground_combat at Kuwait on 2021-05-08 Iraq>Kuwait'],
  ])('%s', (_, text, expected) => expect(told(text)).toContain(expected))
  it.each([
    ['news after a year told by the way', 'The party won the vote in 2008. Rebels stormed Derna.', 'ground_combat at Derna on 2031-05-08'],
    ['a sentence in the present', 'The leaders met at the summit in 2008. Rebels are now immediately storming Derna.', 'ground_combat at Derna on 2031-05-08'],
  ])('not carried: %s', (_, text, expected) => expect(told(text).join()).toContain(expected))
  it('an anniversary to come dates nothing', () => expect(told('Kuwait prepares ahead of the first anniversary of the Iraqi invasion.')).toEqual([]))
})

describe('ground told as background', () => {
  it.each([
    ['land without a name, taken in a year', 'Sudan is poor. Areas seized by the RSF in 2023 remain cut off in Sudan.', 'territory_change at Sudan on 2023-01-01..2023-12-31 Rapid Support Forces>Sudan'],
    ['in a relative clause', 'In Syria, Israel should leave the land that it occupied in 1967.', 'territory_change at Syria on 1967-01-01..1967-12-31 Israel>Syria'],
    ['an occupation since a year', 'The minister deplored Rwanda\'s temporary occupation of Goma since 2025.', 'territory_change at Goma on 2025-01-01..2025-12-31 Rwanda>Democratic Republic of the Congo'],
    ['who is forced to leave', 'Israel was forced to evacuate Sinai in 1957.', 'territory_change at Sinai on 1957-01-01..1957-12-31 ->Israel'],
    ['who loses and who gets it', 'Syria lost the Golan Heights to Israel in 1967.', 'territory_change at Golan Heights on 1967-01-01..1967-12-31 Israel>Syria'],
    ['from a year to another', 'The Japanese occupation of Manchuria from 1931 to 1945 left scars.', 'territory_change at Manchuria on 1931-01-01..1945-12-31 Japan>China'],
    ['a part of another', 'Russia\'s 2014 occupation of Crimea and part of Ukraine\'s Donbas shocked Europe.', 'territory_change at Donbas on 2014-01-01..2014-12-31 Russia>Ukraine'],
    ['one place in and another', 'The army\'s seizure in 2020 of ports in Eritrea and in Somalia was condemned.', 'territory_change at Somalia on 2020-01-01..2020-12-31 ->-'],
    ['most of a town', 'Rebels seized most of Aleppo and half of Homs in 2012.', 'territory_change at Aleppo on 2012-01-01..2012-12-31 ->-'],
    ['who is driven out of it', 'In May 2000, Hezbollah drove Israel out of southern Lebanon.', 'territory_change at southern Lebanon on 2000-05-01..2000-05-31 Hezbollah>Israel'],
    ['held from a year to another', 'Mosul was under Islamic State control from 2014 to 2017.', 'territory_change at Mosul on 2014-01-01..2017-12-31 Islamic State>Iraq'],
    ['a town that it befell', 'Aden was captured on Monday.', 'territory_change at Aden on 2031-05-05 ->-'],
    ['"took in" a year', 'The enclave lies in Shusha, which Azerbaijan took in 2020.', 'territory_change at Shusha on 2020-01-01..2020-12-31 Azerbaijan>-'],
  ])('%s', (_, text, expected) => expect(told(text)).toContain(expected))
  it.each([
    ['land that is held, without a time', 'In Syria they live in areas seized by the rebels.'],
    ['which land', 'Slain men were found in Derna and other occupied territories on Monday.'],
    ['how things stand', 'Kenya is occupying lands of others, he said.'],
    ['an adjective', 'They live under the sky of free Belarus.'],
    ['people forced to leave', 'Two thousand residents were forced to leave Derna in 2019.'],
  ])('no ground taken: %s', (_, text) => expect(told(text).filter((one) => one.startsWith('territory_change'))).toEqual([]))
})

describe('what is thought and said of ground and battles', () => {
  it.each([
    ['a dream', 'They dream of retaking Shusha.'],
    ['what must not be', 'The West must not allow the fall of Kharkiv.'],
    ['a lesson', 'The lesson of the siege of Sarajevo is that the world waits too long.'],
    ['recognition', 'Recognition of the annexation of Abkhazia is out of the question.'],
    ['a party', 'The party captured Thuringia in 2019.'],
    ['its advance', 'The advance of the far right in Saxony in 2019 worried Berlin.'],
    ['an office', 'The battle for the White House in 2024 was fierce.'],
    ['freedom', 'In Hargeisa she is sure that Somalia is winning back its freedom.'],
    ['survival', 'Macron fights for his political survival in France.'],
    ['before a year', 'The aggression against Somalia began long before 2022.'],
  ])('silent: %s', (_, text) => expect(told(text)).toEqual([]))
  it('a siege that goes on is told', () => expect(told('The siege of Goma continues.')).toEqual(['ground_combat at Goma on 2031-05-08 ->-']))
})

describe('forces that go', () => {
  it('from ground that is pointed to', () => expect(told('Rebels seized Goma on Monday. The rebels withdrew from the city on Tuesday.').join()).toContain('territory_change at Goma on 2031-05-06'))
  it.each([
    ['to nowhere told', 'Fighting raged in Goma on Monday. When the army retreated, medics came.', 'territory_change'],
    ['who stand on the ground of others', 'It was founded to fight Israeli troops occupying Lebanon.', 'territory_change'],
    ['a struggle with a problem', 'The Sahel country is grappling with a campaign by jihadists.', 'ground_combat'],
    ['a campaign that is pointed to', 'In Nairobi, Kenya\'s envoy spoke of the invasion of 2029.', 'ground_combat'],
  ])('silent: %s', (_, text, type) => expect(told(text).filter((one) => one.startsWith(type) && !one.includes('at Goma on 2031-05-05'))).toEqual([]))
  it('the head of a district is no ground', () => expect(told('Bandits abduct district head in Zamfara.').join()).not.toContain('territory_change'))
})

describe('places joined to one another', () => {
  it('not those of another event', () => expect(told('Rebels took Goma and talks in Nairobi ended on Monday.')).toEqual(['territory_change at Goma on 2031-05-05 ->-']))
})

describe('harm to civilians told as a whole', () => {
  const LEAD = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix men met.\n\n'
  it.each([
    ['who committed it', 'Atrocities committed by the RSF in Darfur are ignored.', /^violence_against_civilians at Darfur on .* Rapid Support Forces>/],
    ['who commits it', 'Serb forces committed atrocities against civilians in Bosnia.', /^violence_against_civilians at Bosnia and Herzegovina on .* Serbia>/],
    ['who is blamed', 'The Wagner fighters in Mali have been blamed for multiple human rights abuses.', /^violence_against_civilians at Mali on .* Wagner Group>/],
    ['measures', 'We deplore the increase in repressive measures by the Burmese junta in Rakhine State.', /^violence_against_civilians at Rakhine State on .* Myanmar>/],
    ['forcible transfer', 'Reports of forcible transfer by Israel of Palestinian residents from Gaza alarm us.', /^violence_against_civilians at Gaza Strip on .* Israel>/],
    ['a genocide with its year', 'He fled the genocide in Rwanda in 1994.', /^violence_against_civilians at Rwanda on 1994-01-01..1994-12-31/],
    ['homes that soldiers burn', 'Soldiers have torched homes in Sagaing since 2021.', /^violence_against_civilians at Sagaing on 2021-01-01..2031-05-08/],
    ['raids on those who bear no arms', 'Mercenaries have mounted lethal raids on goldmines in Darfur.', /^violence_against_civilians at Darfur/],
  ])('%s', (_, text, expected) => expect(told(LEAD + text).join('\n')).toMatch(expected))
  it.each([
    ['a court', 'The court is to try war crimes in Bosnia.'],
    ['a charge', 'The report accuses the army of human rights abuses in Kachin State.'],
    ['nobody named for it', 'Abuses in Kenyan prisons must end.'],
    ['other crimes', 'Crimes by gangs of youths in Kenya must end.'],
  ])('silent: %s', (_, text) => expect(told(LEAD + text)).toEqual([]))
})
