// Which day a finding is given: said in its sentence, carried from before, or borrowed from where the report says it.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** The days of the claims that count `measure`, published on Thursday 8 May 2031. */
const days = (text: string, measure = 'killed'): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.quantities.some((q) => q.measure === measure)).map((c) => `${c.quantities[0]!.value} on ${c.date?.from ?? '-'}..${c.date?.to ?? '-'}`)

describe('days', () => {
  it.each([
    ['the lead takes the day that the report says of the same place', 'At least nine people have been killed in a strike on Sirte. Rescuers searched the ruins. The missile hit a market in Sirte on Tuesday, killing three traders.', ['9 on 2031-05-06..2031-05-06', '3 on 2031-05-06..2031-05-06']],
    ['two days said of one place leave the day open: it stays that of publication', 'At least nine people have been killed in a strike on Sirte. On Monday shells killed two people in Sirte. On Tuesday a rocket killed three people in Sirte.', ['9 on 2031-05-08..2031-05-08', '2 on 2031-05-05..2031-05-05', '3 on 2031-05-06..2031-05-06']],
    ['a day of another place is not borrowed', 'At least nine people have been killed in a strike on Sirte. On Monday shells killed two people in Benghazi.', ['9 on 2031-05-08..2031-05-08', '2 on 2031-05-05..2031-05-05']],
    ['background of long ago does not date what follows it after a paragraph', 'In March 2019 a raid killed 40 people in Sirte.\n\nA drone killed two drivers near Benghazi.', ['40 on 2019-03-01..2019-03-31', '2 on 2031-05-08..2031-05-08']],
    ['what a date\'s "when" tells is of that date, what stands before it is not', 'At least 170 people have been killed in Sirte since 7 October 2030, when gunmen stormed Benghazi and killed 1,200 people.', ['170 on 2030-10-07..2031-05-08', '1200 on 2030-10-07..2030-10-07']],
    ['when it was said dates it only where nothing else does', 'The army said on Wednesday that nine people had been killed in Sirte last month.', ['9 on 2031-04-01..2031-04-30']],
    ['the day of an accusation gives way to that of the deed', 'The army on Wednesday accused rebels of killing nine farmers in Sirte. The gunmen came to Sirte on Sunday evening, killing the nine farmers.', ['9 on 2031-05-04..2031-05-04', '9 on 2031-05-04..2031-05-04']],
    ['what was told on a day is of the day by which the report calls the attack', 'A missile killed nine people in Sirte, officials said Wednesday. At least another 11 houses were damaged in Tuesday\'s attack.', ['9 on 2031-05-06..2031-05-06']],
    ['the day on which the attack is said to have happened', 'A missile killed nine people in Sirte, two nurses said on Wednesday. The strike on the port, near the customs house, happened late on Monday, the nurses said.', ['9 on 2031-05-05..2031-05-05']],
    ['the day on which the attack is said to have been carried out, for what was told of the week', 'Gunmen killed nine people in Sirte this week. The mayor said unknown men carried out the attack on Tuesday.', ['9 on 2031-05-06..2031-05-06']],
    ['the day of another thing', 'A missile killed nine people in Sirte, two nurses said on Wednesday. The harvest began on Monday, the nurses said.', ['9 on 2031-05-07..2031-05-07']],
    ['what is told behind it is not of its day', 'The attack in Sirte happened on Monday. Drones killed nine people in Benghazi, nurses said on Wednesday.', ['9 on 2031-05-07..2031-05-07']],
    ['the day of a burial is not that of the deaths', 'The killings were carried out on Tuesday by gunmen, the mayor of Sirte said.\n\nResidents of Sirte buried nine people today.', ['9 on 2031-05-06..2031-05-06']],
    ['a burial without a day of the deaths', 'Residents of Sirte buried nine people today.', ['9 on 2031-05-08..2031-05-08']],
    ['the clashes that something followed', 'Nine soldiers were killed in Sirte following Tuesday clashes.', ['9 on 2031-05-06..2031-05-06']],
    ['two days in a row', 'Strikes on Monday and Tuesday killed nine people in Sirte.', ['9 on 2031-05-05..2031-05-06']],
    ['two days that are none in a row', 'Strikes on Sunday and Tuesday killed nine people in Sirte.', ['9 on 2031-05-06..2031-05-06']],
    ['a total of the days just past', 'Over the past three days, 60 people have been killed in Sirte.', ['60 on 2031-05-05..2031-05-08']],
    ['a sentence that sets the day for the next', 'The guards answered a call from Sirte at about 7 pm on Monday. They killed nine gunmen.', ['9 on 2031-05-05..2031-05-05']],
    ['not for the next paragraph', 'The harbour was busy on Monday.\n\nShells killed nine people in Sirte.', ['9 on 2031-05-08..2031-05-08']],
    ['attacks of two days leave it open', 'A missile killed nine people in Sirte, officials said Wednesday. After Monday\'s attack the market closed, after Tuesday\'s raid the port.', ['9 on 2031-05-07..2031-05-07']],
    ['whatever follows a year\'s "when" is of that year', 'Libya has been at war since 2014 when militias killed 40 soldiers in Sirte.', ['40 on 2014-01-01..2014-12-31']],
    ['whatever follows a season\'s "when" is of the whole season', 'Libya has been at war since the winter, when militias killed 40 soldiers in Sirte.', ['40 on 2030-12-01..2031-02-28']],
    ['a day on which an army said what it did stays', 'The army on Wednesday said that it had killed nine rebels in Sirte. On Sunday gunmen killed two farmers in Sirte.', ['9 on 2031-05-07..2031-05-07', '2 on 2031-05-04..2031-05-04']],
    ['what was over before is of the past, and leaves what follows alone', 'A banker who led the council until September was killed in Sirte on 3 May.', ['1 on 2031-05-03..2031-05-03']],
    ['a war that broke out then has been killing since', 'The war in Libya, which broke out in April 2030, has killed 14,000 people.', ['14000 on 2030-04-01..2031-05-08']],
    ['a war dated after "since" has been killing since', 'Some 13,000 people have been killed in Libya since the war broke out in April 2029.', ['13000 on 2029-04-01..2031-05-08']],
    ['a total from one time to another', 'Some 5,800 people were killed in Libya between July 1 and August 5, 2030.', ['5800 on 2030-07-01..2030-08-05']],
    ['what a total is held against is not its span', 'Mines have killed 130 people in Libya since January, compared with 40 in the same months of 2029.', ['130 on 2031-01-01..2031-05-08', '40 on 2029-01-01..2029-12-31']],
    ['what a total goes back to does not date what is told next', 'Shells have killed 1,200 people in Libya since October 2029. The army said a mine in March killed four drivers.', ['1200 on 2029-10-01..2031-05-08', '4 on 2031-03-01..2031-03-31']],
    ['the one day that an article is about is that of its counts without a day', 'Shells killed two people in Sirte on Tuesday. On Tuesday rockets killed three people in Benghazi. Drones killed four people in Derna on Tuesday.\n\nThe health minister listed the dead. In Tobruk six people were killed.', ['2 on 2031-05-06..2031-05-06', '3 on 2031-05-06..2031-05-06', '4 on 2031-05-06..2031-05-06', '6 on 2031-05-06..2031-05-06']],
    ['two days told as often leave it open', 'Shells killed two people in Sirte on Tuesday. On Monday rockets killed three people in Benghazi.\n\nThe health minister spoke of the war. He left. He slept. He woke. He ate. In Tobruk six people were killed.', ['2 on 2031-05-06..2031-05-06', '3 on 2031-05-05..2031-05-05', '6 on 2031-05-08..2031-05-08']],
    ['a day that describes another event is that event’s', 'Two pilots were killed on Tuesday in a raid on gunmen blamed for a 14 February bombing in Sirte.', ['2 on 2031-05-06..2031-05-06']],
    ['a day behind its noun is told', 'Two pilots were killed in a bombing of Sirte on 14 February.', ['2 on 2031-02-14..2031-02-14']],
    ['one killed here and one killed there', 'A shell killed a girl in Sirte on Tuesday. Rebels accused the army on Monday of a raid on Derna that killed four people, including a boy.', ['1 on 2031-05-06..2031-05-06', '4 on 2031-05-05..2031-05-05', '1 on 2031-05-05..2031-05-05']],
    ['what the sentence tells of an earlier day is aside', 'A guard was killed in Sirte on Tuesday, the latest in attacks that killed six people over the weekend. Three drivers were killed in Derna.', ['1 on 2031-05-06..2031-05-06', '6 on 2031-05-03..2031-05-04', '3 on 2031-05-06..2031-05-06']],
    ['the attacks were on a day, whenever they are spoken of', 'At least 42 people were killed in raids on Sirte, a monitor said on Monday. The raids hit the harbour on Sunday.', ['42 on 2031-05-04..2031-05-04']],
    ['another attack on another day leaves it', 'At least 42 people were killed in raids on Sirte, a monitor said on Monday. Ships were hit on Sunday.', ['42 on 2031-05-05..2031-05-05']],
    ['as long as what did it lasted', 'Three days of shelling in Sirte have killed nine people.', ['9 on 2031-05-06..2031-05-08']],
    ['the first days of a war are over', 'The first three days of shelling in Sirte killed nine people.', ['9 on 2031-05-08..2031-05-08']],
    ['what lasted is in another clause', 'After three days of shelling in Sirte, a mine killed nine people.', ['9 on 2031-05-08..2031-05-08']],
    ['"when" without a date before it', 'Nine people were killed on Monday in Sirte. It was dark when two others were killed.', ['9 on 2031-05-05..2031-05-05', '2 on 2031-05-05..2031-05-05']],
  ])('%s', (_, text, expected) => expect(days(text)).toEqual(expected))
})

describe('what goes on', () => {
  it.each([
    ['a fight by the number of its day', 'The battle to retake Sirte city entered its 21st day on Tuesday.', ['2031-04-16..2031-05-06']],
    ['a siege by the number of its week', 'The siege of Sirte entered its third week on Tuesday.', ['2031-04-22..2031-05-06']],
    ['something else is entered', 'The battle for Sirte entered its final stage on Tuesday.', ['2031-05-06..2031-05-06']],
    ['what a fight will be for', 'The battle to retake Sirte city was planned on Tuesday.', []],
  ])('%s', (_, text, expected) => {
    const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction
    expect(claims.filter((c) => c.type === 'ground_combat').map((c) => `${c.date?.from}..${c.date?.to}`)).toEqual(expected)
  })
})

describe('the words of a day', () => {
  it('stand with what the lead tells, though a headline told it before without them', () => {
    const text = 'Glide bomb kills three in Sirte\n\nAt least three people were killed on Thursday when a glide bomb struck a block in Sirte, officials said.'
    const { claims } = readAndExtract({ record: { id: 'case', text, published: '2031-05-08', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: false, gazetteer }).extraction
    expect(claims.filter((c) => c.quantities.some((q) => q.measure === 'killed')).map((c) => c.date?.written)).toEqual(['Thursday'])
  })
})
