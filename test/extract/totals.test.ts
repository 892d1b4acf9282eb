// Running totals told from one day's or one night's figure.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const totals = (text: string): boolean[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.flatMap((c) => c.quantities.map((q) => q.cumulative))

describe('running totals', () => {
  it.each<[string, string, boolean]>([
    ['since a day', 'Ninety medics have been killed since the invasion of Chad in March 2030.', true],
    ['so far', 'So far 60 people have been killed in the fighting in Goma.', true],
    ['more than one day reaches', 'The war in Chad has killed 41,000 people.', true],
    ['who are held at a time', 'The group is still holding 120 hostages in Goma.', true],
    ['freed on a day who were held since another', 'Two hundred men held by the rebels since 2028 were freed in Goma on Tuesday.', false],
    ['freed on a day who, by an inserted clause, were held since another', 'Forty hostages, who had been held since March, were freed in Goma on Tuesday.', false],
    ['killed on a day in a town that, by an inserted phrase, has been held since another', 'In Derna, under rebel control since February, air strikes killed three women on Tuesday.', false],
    ['what came on a day of history told right before', 'On 2 April 2019 rebels seized Derna. Some 60,000 people fled.', false],
    ['what has come since a day of history', 'On 2 April 2019 rebels seized Derna. Some 60,000 people have fled since then.', true],
    ['a war, behind one of its days', 'On 2 April 2019 rebels seized Derna. The war killed more than 30,000 people.', true],
    ['what a war that has gone on since then has cost', 'The war, which has raged since 2028, has killed 13,000 people.', true],
    ['one night', 'The army launched 16 drones at Goma overnight.', false],
    ['"since" that says afterwards', 'The air force has since said that the rebels launched 16 drones overnight.', false],
    ['one day in hours', 'Strikes on Goma killed 55 people over the past 24 hours.', false],
    ['what came of the raid that something has been since', 'Goma has been on edge since rebels raided the town, killing 40 people.', false],
    ['what a war that began then has done', 'Fighting has raged in Goma since the war began, killing 40 people.', true],
    ['the clashes of one day', 'Some 120 fighters were killed in the clashes yesterday.', false],
    ['the clashes of a month', 'Some 120 fighters were killed in the clashes last month.', true],
    ['what is told beside it since then', 'A raid on Goma killed 26 people on Sunday, as a rights group told of weeks of hunger since May.', false],
    ['from a day to a later one', 'Between 2 and 20 March 38 people were killed in Goma.', true],
    ['from a day to a later one, by a dash', 'From 2 March–20 April the office recorded 38 deaths in Goma.', true],
    ['things by the thousand', 'The rebels have destroyed 2,400 houses in Goma.', true],
    ['things by the thousand in one blast', 'The blast in Goma damaged 2,400 houses.', false],
    ['what fighting has left behind', 'The fighting in Sudan has left 600 people dead.', true],
    ['people by the thousand, no day and no event told', 'Officials in Sudan speak of 5,800 civilian deaths.', true],
    ['people by the thousand on a day', 'On 3 May 5,800 people were killed in Goma.', false],
    ['a week from one day to another', 'Seventeen soldiers were killed in Goma in the week of 28 April to 3 May.', true],
    ['a level of a year', 'He put the number of militants killed in 2029 in Goma at 290.', true],
    ['by a month', 'Over 500 children had been killed in Sudan by early February.', true],
    ['what one more death raised', 'Her death brings to 15 the number of reporters killed in Goma.', true],
    ['what one strike raised', 'The strike brought the number of people killed in Goma to nine.', false],
    ['in so many hours', 'Some 11,000 people fled Goma over the past 72 hours.', true],
    ['over so many days', 'Hospitals in Goma counted 28 deaths over the course of 12 days.', true],
    ['who fled on a day', 'Some 25,000 people fled Goma on Monday.', false],
    ['who fled on one day', 'About 700 people were displaced in Goma on Sunday.', false],
    ['by the hundred thousand', 'Some 900,000 people have been displaced in Sudan.', true],
    ['one strike', 'Shells killed nine people in Goma on Tuesday.', false],
  ])('%s: %s', (_, text, total) => expect(totals(text)).toEqual([total]))

  it.each<[string, string, boolean[]]>([
    ['what a toll is carried on to, and the day that carried it', 'Two soldiers were killed in Goma on Sunday, bringing the army\'s losses since the operation began to 280.', [false, true]],
    ['the day before the toll', 'Strikes on Goma killed 50 people in the past 24 hours, taking the toll since March to 4,100.', [false, true]],
    ['since three days ago', 'Rebels have carried out 30 strikes on Goma since Monday.', [true]],
    ['parts are counted over what their whole is', 'So far 600 people have died in the fighting in Goma, including 40 children.', [true, true]],
    ['parts of a toll that has risen', 'The number of people killed in Goma has risen to 812, including 52 nurses.', [true, true]],
    ['parts of a toll that rose that day', 'The number of people killed in the blast in Goma on Tuesday rose to 12, five of them children.', [false, false]],
    ['all that a sentence tells that opens with since when', 'Since 7 October, the office has recorded 800 attacks on villages round Goma in Sudan, including the killing of 31 people and the wounding of some 500, and damage to 450 houses.', [true, true, true, true]],
    ['who have since been killed', 'More than 1,070 people have since been killed in Goma.', [true]],
    ['who have since died of it', 'Two people have since died in Goma.', [false]],
    ['a toll before it rose', 'The number of people killed in Goma since March has risen to 85, up from 56 a week ago.', [true, true]],
    ['many in a quarter, no one event named', 'At least 1,500 people were killed in Haiti between January and March.', [true]],
    ['one event of a month', 'In January 60 people died in a blast in Goma.', [false]],
    ['some days, and a superlative', 'Fighters seized 12 villages near Goma in two days.', [true]],
    ['the deadliest in weeks', 'Shells killed 18 people in Goma on Tuesday, the deadliest attack in weeks.', [false]],
    ['a campaign', 'At least 190 children have been killed in the fighting in Sudan.', [true]],
    ['joined by "and" to a total', 'In the past three weeks 140 people have been killed and 150 wounded in Goma.', [true, true]],
    ['a part told in the next sentence', 'The office has recorded 900 civilian deaths in Goma since March 2030. About 60 were children.', [true, true]],
    ['who was among the dead of a total', 'Some 300 people have been killed in Goma since the war broke out. The dead included 61 soldiers and 24 civilians.', [true, true, true]],
    ['who was among the dead of one attack', 'Some 30 people were killed in Goma in an attack on Tuesday. The dead included six soldiers.', [false, false]],
    ['the violence of a week', 'Thirty-one people have died in the violence in Goma this week.', [true]],
    ['a few hours', 'Warplanes struck 60 sites in Goma in a few hours.', [false]],
    ['one week carried on to a year', 'Seventeen soldiers died in Goma on Sunday, which brings the number of troops killed this year to more than 1,100.', [false, true]],
    ['one day carried on to an attack\'s own toll', 'Two people died in Goma on Monday, raising the death toll from the blast to 17.', [false, false]],
    ['what attacks of a year did', 'Rebels in Sudan have carried out 856 attacks this year, killing 160 people.', [true, true]],
    ['a war, and its part of a day', 'The war in Sudan has killed more than 34,000 people, 66 of them in the past 24 hours.', [true, false]],
    ['one verb\'s list', 'In the past week the army has lost 40 tanks and a helicopter in Sudan.', [true, true]],
    ['one strike, told in the perfect', 'At least 60 people have been killed in an air strike on Goma.', [false]],
  ])('%s: %s', (_, text, each) => expect(totals(text)).toEqual(each))
})
