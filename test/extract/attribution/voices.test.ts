import { describe, expect, test } from 'vitest'
import { attribute } from '../../../src/stages/extract/attribution/index.ts'
import { documentOf, voiceAt } from './documents.ts'

// text, the words asked about, whose they are (null: the outlet's own), why
type Row = [string, string, string | null, string]

const claimants: Row[] = [
  ['The governor of Varnia, Pavlo Dorn, said four farmers were hurt.', 'four farmers', 'Pavlo Dorn', 'apposition before the verb'],
  ['Dorn Petrak, the mayor of Ost, said on Friday that two bridges were hit.', 'two bridges', 'Dorn Petrak', 'apposition after the name'],
  ['Two bridges were hit near Ost, the mayor said.', 'Two bridges', 'mayor', 'the speaker stands after'],
  ['“Two bridges were hit,” said Dorn Petrak, the mayor of Ost.', 'Two bridges', 'Dorn Petrak', 'inverted after a quotation'],
  ['Two bridges were hit, according to Varnia’s acting governor.', 'Two bridges', 'Varnia’s acting governor', 'one who acts for another'],
  ['Acting on orders, the mayor of Ost said, two bridges were blown up.', 'two bridges', 'mayor of Ost', 'who acts on orders is no such'],
  ['Varnian Forces Shell Volna, Three Communities In Ost Region\nDorn Petrak, the head of the district, said this on Facebook.\n“Two bridges were hit today,” he said.', 'Two bridges', 'Dorn Petrak', 'a deed in a title is no given name'],
  ['The harbour authority put losses over the past day at 1,110 barges.', '1,110', 'harbour authority', 'a figure far behind its verb'],
  ['The Ost monitor gave a higher toll of 35.', '35', 'Ost monitor', 'who gives a toll says it'],
  ['Two bridges were hit, resident Dorn Petrak said by telephone.', 'Two bridges', 'Dorn Petrak', 'how it was said stands behind'],
  ['Two bridges were hit, the army said in a statement posted on its website.', 'Two bridges', 'army', 'where the statement stands, too'],
  ['“Two bridges were hit,” Petrak said in a video shared on Facebook.', 'Two bridges', 'Petrak', 'where the video stands, too'],
  ['Varnia downplayed the raid, saying two bridges were hit.', 'two bridges', 'Varnia', 'a verb that nobody has listed, before saying'],
  ['On May 25 harbour police said two bridges were hit.', 'two bridges', 'harbour police', 'the day before the speaker'],
  ['According to the harbour authority, three ships sank.', 'three ships', 'harbour authority', 'the source stands before'],
  ['Three ships sank, according to the harbour authority.', 'Three ships', 'harbour authority', 'the source stands after'],
  ['Since May 630 farmers have been killed, by the Observatory’s reckoning.', '630 farmers', 'Observatory', 'by somebody’s count, after the words'],
  ['By the army’s own figures, two bridges were hit.', 'two bridges', 'army', 'by somebody’s count, before the words'],
  ['In the army’s account of the raid two bridges are missing.', 'two bridges', null, 'an account spoken of is no source'],
  ['Nine miners died, according to a Volna tally based on police reports.', 'Nine miners', 'Volna', 'who reckons, by what others tell'],
  ['Nine miners died, according to harbour authority figures.', 'Nine miners', 'harbour authority', 'whose figures they are'],
  ['Nine miners died, according to a count by the harbour authority.', 'Nine miners', 'harbour authority', 'who counted'],
  ['Nine miners died, according to a count by hand.', 'Nine miners', 'count', 'a hand counts nothing'],
  ['Nine miners were trapped (source: Harbour Board).', 'Nine miners', 'Harbour Board', 'a source with its label'],
  ['The local police are more cautious: nine miners are missing.', 'nine miners', 'local police', 'how somebody speaks, then a colon'],
  ['The streets are clear: nine miners came home.', 'nine miners', null, 'streets do not speak'],
  ['Nine miners have died, the agency Volna quoted an unnamed doctor as saying.', 'Nine miners', 'unnamed doctor', 'an agency that quotes, after the words'],
  ['Nine miners were hurt, the mayor, Ana Brill, wrote; two are in hospital.', 'Nine miners', 'Ana Brill', 'the sentence goes on after a semicolon'],
  ['The separatist authorities raised their toll to 46 dead.', '46 dead', 'separatist authorities', 'a toll raised'],
  ['The governor, Vlad Sald, spoke of eight deaths on Friday.', 'eight deaths', 'Vlad Sald', 'spoke of'],
  ['The president reminded lawmakers that nine miners had been killed.', 'nine miners', 'president', 'reminded'],
  ['Nine miners were hurt, a rescuer who reached the pit told this news service.', 'Nine miners', 'rescuer', 'a clause of the speaker stands before the verb'],
  ['They hold nine miners who the mayor says are ill.', 'nine miners', 'mayor', 'a clause of others whose subject speaks'],
  ['A doctor quoted by the daily Volna said nine miners were hurt.', 'nine miners', 'doctor', 'who is quoted, not who quotes'],
  ['Nine miners were hurt, the mayor was quoted as saying by the Volna agency.', 'Nine miners', 'mayor', 'the same in the passive'],
  ['WHO pointed out that nine miners had died.', 'nine miners', 'WHO', 'an initialism that is spelled like a word of grammar, without an article'],
  ['The miners, who said nine of them had died, went home.', 'nine', 'miners', 'the word of grammar'],
  ['Nine miners died, a source close to the mine said.', 'Nine miners', 'source close to the mine', 'what describes a source stands behind it'],
  ['Radio Free Ost said nine miners died.', 'nine miners', 'Radio Free Ost', 'a broadcaster, by its whole name'],
  ['The governor said nine miners died, Volna reported.', 'nine miners', 'governor', 'who is reported, not who reports it'],
  ['Ana Brill said Monday that nine miners died, according to Radio Ost.', 'nine miners', 'Ana Brill', 'the same with a source behind'],
  ['Nine miners died, Volna reported.', 'Nine miners', 'Volna', 'nobody else says it'],
  ['Nine miners died, according to Petrak Jan Dorn, the mayor.', 'Nine miners', 'Petrak Jan Dorn', 'a month that is a name, between two names'],
  ['Nine miners died, the mayor said in Ost Jan 14.', 'Nine miners', 'mayor', 'a month'],
  ['A new Volna report said nine miners died.', 'nine miners', 'Volna', 'how old the report is does not belong to whose it is'],
  ['A member of a brigade whose men were digging for people in the pit told us nine miners died.', 'nine miners', 'member of a brigade', 'a clause of the speaker that ends with others'],
  ['The farmer, who had fled from the army, and the mayor said nine miners died.', 'nine miners', 'mayor', 'a clause between commas'],
  ['Nine miners were killed by the Rapid Support Forces, the newspaper said.', 'Nine miners', 'newspaper', 'a newspaper is no armed group that was told of'],
  ['Nine miners were killed by the Rapid Support Forces, the group said.', 'Nine miners', 'Rapid Support Forces', 'a group may be'],
  ['The Ost National Front said nine miners died.', 'nine miners', 'Ost National Front', 'a front is a body, by its whole name'],
  ['Amnesty International said nine miners had died.', 'nine miners', 'Amnesty International', 'a body whose name begins with an everyday word'],
  ['The director of the clinic, Marwan Sultan, said nine miners had died.', 'nine miners', 'Marwan Sultan', 'a family name that is an office too'],
  ['Nine miners were moved, per the Harbour Board.', 'Nine miners', 'Harbour Board', 'per a source'],
  ['Nine miners die in Ost, per head the most in the land.', 'Nine miners', null, 'per head is no source'],
  ['The police told little. Armenia has not named its dead. It says nine soldiers have died.', 'nine soldiers', 'Armenia', '"it" is the subject of the sentence before'],
  ['The junta admits to 60 dead.', '60 dead', 'junta', 'admits to'],
  ['Figures compiled by Harbour Watch show nine miners were killed.', 'nine miners', 'Harbour Watch', 'whoever compiled them'],
  ['Nine miners died, the state agency VOX said.', 'Nine miners', 'state agency VOX', 'a name in capitals after what it is'],
  ['The army, a spokeswoman said, has lost nine tanks.', 'nine tanks', 'spokeswoman', 'in parenthesis, the sentence goes on'],
  ['Nine miners were hurt, according to a union official, Northern Wire reported.', 'Nine miners', 'union official', 'the outlet that passes it on is no name of the official'],
  ['Nine miners were hurt, according to the union official, Tessa Moor.', 'Nine miners', 'Tessa Moor', 'a name of the official is'],
  ['A doctor at a clinic treating miners said that nine were hurt.', 'nine were hurt', 'doctor at a clinic', 'whom one treats is not who speaks'],
  ['A police major stationed in a nearby town said that nine were hurt.', 'nine were hurt', 'police major', 'where one is stationed does not speak'],
  ['Tessa Moor, the deputy mayor, placed the number of the hurt at nine.', 'number of the hurt at nine', 'Tessa Moor', 'who places a toll says it'],
  ['Lt. Col. Hassan al-Wadi of the coastal army said that nine were hurt.', 'nine were hurt', 'Hassan al-Wadi', 'a name that opens with an article, with a rank before and an army behind'],
  ['Colonel Ben Moor of the coastal army said that nine were hurt.', 'nine were hurt', 'Ben Moor', 'where he serves is no part of his name'],
  ['The officer in charge of the harbour said that nine were hurt.', 'nine were hurt', 'officer in charge of the harbour', 'what one is in charge of does not speak'],
  ['Two bombing survivors said that nine were hurt.', 'nine were hurt', 'bombing survivors', 'what they survived is part of their name'],
  ['Seven miners, according to the union, were trapped in the shaft.', 'were trapped', 'union', 'a source in parenthesis'],
  ['Rescuers reported six deaths in the valley.', 'six deaths', 'Rescuers', 'a noun phrase is what was said'],
  ['The air force has announced that ten drones were shot down.', 'ten drones', 'air force', 'perfect tense'],
  ['Ministry officials are warning that 300 families face a second winter in tents.', '300 families', 'Ministry officials', 'progressive'],
  ['Mayor Ana Brill told the Herald that five houses burned.', 'five houses', 'Ana Brill', 'someone told stands between'],
  ['In a post on Telegram, Ana Brill wrote: “Five houses burned.”', 'Five houses', 'Ana Brill', 'colon'],
  ['Ana Brill wrote on Telegram:\n“Five houses burned.”', 'Five houses', 'Ana Brill', 'the quotation on the next line'],
  ['The release of the pilots was confirmed by the Marlan state agency.', 'release of the pilots', 'Marlan state agency', 'agent of a passive'],
  ['He was told by Tessa Moor that the road was mined.', 'road was mined', 'Tessa Moor', 'told by: what follows'],
  ['As Colonel Ivo Marek said, four guns were lost.', 'four guns', 'Ivo Marek', 'as X said'],
  ['A shell killed a shepherd, with officials warning that more would follow.', 'more would follow', 'officials', 'a phrase with its own verb'],
  ['Relief Watch Foundation said nine people died. Another 20 were hurt, the rights group said.', 'Another 20', 'Relief Watch Foundation', 'a body told by what it does'],
  ['The army said nine people died. Another 20 were hurt, the rights group said.', 'Another 20', 'rights group', 'an army is no such body'],
  ['The Daily Post cited hospital staff saying nine people had died.', 'nine people', 'hospital staff', 'the one cited, by what they were saying'],
  ['The Daily Post quoted hospital staff as saying nine people had died.', 'nine people', 'hospital staff', 'the one quoted, not the paper'],
  ['Coastguard chief Ida Lund said that the police had counted eleven bodies.', 'eleven bodies', 'Ida Lund', 'a tally told within is told by the teller'],
  ['The Tribune said that doctors had estimated forty casualties.', 'forty casualties', 'doctors', 'the innermost source'],
  ['“Nine miners were hurt,” the Harbour Times reported, citing the fire service.', 'Nine miners', 'fire service', 'whom a paper cites'],
  ['Nine miners were hurt, local media reported, citing police.', 'Nine miners', 'police', 'whom media cite'],
  ['Nine miners were hurt, the Harbour Times reported, citing remarks by mayor Odo Kast.', 'Nine miners', 'Odo Kast', 'whose words a paper cites'],
  ['According to the Pit Data Centre, Kenya, Chad and Mali hurt nine miners.', 'nine miners', 'Pit Data Centre', 'a list of lands behind who is cited'],
  ['According to the owner, Odo Kast, nine miners were hurt.', 'nine miners', 'Odo Kast', 'the name of who is cited'],
  ['State media said a hill was taken. Nine miners were hurt, the Observatory said.', 'Nine miners', 'Observatory', 'a name of its own is not the body told last'],
  ['A monitor said shells fell. The aid agency said 300 people fled. Nine miners were hurt, according to the monitor.', 'Nine miners', 'monitor', 'who keeps watch is told from an agency'],
  ['The aid agency said 300 people fled. Nine miners were hurt, the agency said.', 'Nine miners', 'aid agency', 'a body by what it is'],
  ['Between the morning of 15 April and 10:30 on 17 April, according to the fire service, nine miners were hurt.', 'nine miners', 'fire service', 'behind the span of time that opens the sentence'],
  ['The Government of National Concord said nine miners were hurt.', 'nine miners', 'Government of National Concord', 'a government by what it is of'],
  ['Nine miners were hurt, the agency reported citing the fire service.', 'Nine miners', 'fire service', 'and without a comma'],
  ['Nine miners were hurt, Odo Kast said on his Telegram channel.', 'Nine miners', 'Odo Kast', 'a channel of his own'],
  ['Nine miners were hurt, the mayor wrote on her official Facebook page on Monday.', 'Nine miners', 'mayor', 'and a page'],
  ['Nine miners were hurt, Odo Kast wrote on the social media platform X.', 'Nine miners', 'Odo Kast', 'and a platform by its name'],
  ['Nine miners hurt in a collapse – governor', 'Nine miners', 'governor', 'who says it behind the dash of a line'],
  ['“Nine miners were hurt,” minister Odo Kast said, citing the fire service.', 'Nine miners', 'Odo Kast', 'who speaks vouches for what he cites'],
  ['The Mine Board, while confirming the collapse said nine miners were hurt.', 'nine miners', 'Mine Board', 'who does something else while saying it'],
  ['The fire service, while regretting the delay, said nine miners were hurt.', 'nine miners', 'fire service', 'the same between commas'],
  ['At least nine miners died, a military spokesman said. Harbour Guard spokesman Brig. Gen. Odo Kast said they were digging.', 'nine miners', 'Odo Kast', 'named with office and rank in the next sentence'],
  ['Two mills were hit, according to a spokesman for the fire service. Nine miners died, Odo Kast said.', 'Two mills', 'Odo Kast', 'named at the end of the next sentence'],
  ['Two mills were hit, according to a spokesman for the fire service. Nine miners died, mayor Odo Kast said.', 'Two mills', 'spokesman for the fire service', 'another office is another voice'],
  ['Nine farmers were killed, a monitoring group said. The raids hit Ost, the Marla-based Varnian Observatory for Labour said.', 'Nine farmers', 'Marla-based Varnian Observatory for Labour', 'a body named after the general word'],
  ['Nine farmers were killed, a monitoring group said. Two mills burned, the Labour Ministry said.', 'Nine farmers', 'monitoring group', 'a ministry is no group'],
  ['Nine farmers died in a valley where Arakan Army rebels hold the road, the group said.', 'Nine farmers', 'Arakan Army', 'the group that the sentence names'],
  ['Nine farmers died in a valley where the road is shut, the group said.', 'Nine farmers', 'group', 'no group is named'],
  ['The Harbour Army, or HA, fled. Nine farmers died, the HA said.', 'Nine farmers', 'Harbour Army', 'a short form behind "or"'],
  ['Maj. Odo Kast Jr., spokesman of the coastal command, said nine were hurt. Kast said six were burned.', 'six were burned', 'Odo Kast', 'his father’s name'],
  ['“Nine farmers were hurt,” Odo Kast, from the army’s press office, told the Herald.', 'Nine farmers', 'Odo Kast', 'where he is from, set beside his name'],
  ['The Armenian defence ministry said it was calm. Its government said nine farmers were hurt.', 'nine farmers', 'Armenia government', 'the government of whoever was spoken of'],
  ['The harbour authority says 10 of the victims were burned.', '10 of the victims', 'harbour authority', 'victims that are told of, not claimed'],
  ['Odo Kast told HarbourNews.com Tuesday that nine farmers were hurt.', 'nine farmers', 'Odo Kast', 'an outlet by its address'],
  ['The ministry said troops had killed eight -- raising an earlier toll of seven -- and hurt nine farmers.', 'nine farmers', 'ministry', 'a toll raised between dashes'],
  ['They hold 39 hostages who the army says are dead.', '39 hostages', 'army', 'the noun that a relative clause of speech hangs on'],
  ['The ministry of defence (MoD) issued its report. The MoD said two pilots were lost.', 'two pilots', 'ministry of defence', 'an abbreviation explained'],
  ['The Varnian Observatory for Detainees keeps lists. The Observatory said 80 were freed.', '80 were freed', 'Varnian Observatory for Detainees', 'a body in its fullest form'],
  ['Ana Brill, mayor of Ost, visited the ward. She said six were burned.', 'six were burned', 'Ana Brill', 'a pronoun for the subject before'],
  ['Health ministry officials gave no names. They said six were burned.', 'six were burned', 'Health ministry officials', 'they'],
  ['The fire service sent nine crews, it said. It said six were burned.', 'six were burned', 'fire service', 'it'],
  ['Lieutenant Ivo Marek spoke at dawn. Mr Marek said six were burned.', 'six were burned', 'Ivo Marek', 'the short name'],
  ['Prime Minister Olga Reth met envoys. The prime minister said six were burned.', 'six were burned', 'Olga Reth', 'the office for its holder'],
  ['A senior official in Marla has promised a truce. Foreign Minister Odo Kast said 40 captives would go home.', '40 captives', 'Odo Kast', 'named after the general word'],
  ['His mother wept as Ivo Marek came home. His office said six were burned.', 'six were burned', "Ivo Marek's office", 'an owner'],
  ['A statement from the Harbour Board said six were burned.', 'six were burned', 'Harbour Board', 'the author of a paper'],
  ['Odo Kast, the governor, said six were burned and blamed the rebels.', 'six were burned', 'Odo Kast', 'a second verb of the same subject'],
  ['Odo Kast and the rescue service said six were burned.', 'six were burned', 'Odo Kast and the rescue service', 'two sources'],
  ['The police said six were burned, while hospital staff said nine were burned.', 'nine were burned', 'hospital staff', 'the nearer of two'],
  ['The police said six were burned, while hospital staff said nine were burned.', 'six were burned', 'police', 'the first of two'],
  ['- Six were burned in the fire - says Odo Kast, head of the brigade.', 'Six were burned', 'Odo Kast', 'dashes for marks'],
  ['The raid hit a mill.”Six were burned,” he said.', 'The raid', null, 'a stray mark makes no speaker'],
  ['At least 40 people were freed, the Red Crescent said. Of those, nine were children.', 'nine were children', 'Red Crescent', 'a part of the number'],
  ['At least 40 people were freed, the Red Crescent said. Four were later hurt.', 'Four were', 'Red Crescent', 'a part of the number without its noun'],
  ['The indictment describes the killing of two drivers.', 'two drivers', 'indictment', 'a paper that tells'],
  ['This is the toll: eight dead. That is according to the Harbour Board.', 'eight dead', 'Harbour Board', 'the sentence before'],
]

const own: Row[] = [
  ['Six farmers were burned near Ost.', 'Six farmers', null, 'nobody is said to say it'],
  ['Reports say six farmers were burned.', 'six farmers', null, 'reports without a source'],
  ['Reports from Varnistan said six farmers were burned.', 'six farmers', null, 'where reports are from does not speak'],
  ['According to reports, six farmers were burned.', 'six farmers', null, 'reports without a source'],
  ['It is believed that six farmers were burned.', 'six farmers', null, 'nobody believes it'],
  ['The mayor said the road was shut. Six farmers were burned elsewhere.', 'Six farmers', null, 'no carry over a full stop'],
  ['The mayor condemned a raid that killed six farmers.', 'six farmers', null, 'a reaction vouches for nothing'],
  ['The envoy denied responsibility for the raid that killed six farmers.', 'six farmers', null, 'what is presupposed is not denied'],
  ['The army did not say whether six farmers were burned.', 'six farmers', null, 'not said'],
  ['The mayor would say that six farmers were burned.', 'six farmers', null, 'not said yet'],
  ['Six farmers were burned in what the mayor called a massacre.', 'Six farmers', null, 'only the name is the mayor’s'],
  ['The so-called “people’s court” sentenced six farmers.', 'six farmers', null, 'a word in marks'],
  ['Six farmers were confirmed dead after the fire.', 'Six farmers', null, 'confirmed by nobody'],
  ['The road runs according to the old plan past six farmers.', 'six farmers', null, 'a plan is no speaker'],
  ['Footage showed six farmers in the mud.', 'six farmers', null, 'a picture of nobody’s'],
  ['The mayor said the road was shut, as six farmers were burned elsewhere.', 'six farmers', null, 'the outlet goes on after ", as"'],
  ['Minutes after the mayor said the road was shut, six farmers were burned.', 'six farmers', null, 'the main clause is the outlet’s, so long after'],
  ['When the mayor said the road was shut, six farmers were burned.', 'six farmers', null, 'the main clause is the outlet’s'],
  ['Nobody spoke of the six farmers.', 'six farmers', null, 'nobody is no voice'],
  ['The army said it would look into the deaths, which come a week after a raid killed six farmers.', 'six farmers', null, 'what news comes after is the outlet’s'],
  ['The bomb claimed six farmers.', 'six farmers', null, 'a bomb says nothing'],
  ['A raid claimed by the rebels killed six farmers.', 'six farmers', null, 'claimed is not said'],
]

describe('whose words', () => {
  test.each(claimants)('%s | %s → %s (%s)', (text, words, name) => { expect(voiceAt(text, words)).toBe(name) })
})

describe('the outlet’s own voice', () => {
  test.each(own)('%s | %s (%s%s)', (text, words) => { expect(voiceAt(text, words)).toBeNull() })
})

test('a quotation runs on over paragraphs that open it again', () => {
  const text = '“The bridge is gone,” Odo Kast said.\n\nThe mayor, Ana Brill, said: “We counted four shells.\n“Two of them did not burst.\n“Six farmers were burned.”\nNobody else spoke.'
  expect(voiceAt(text, 'Two of them')).toBe('Ana Brill')
  expect(voiceAt(text, 'Six farmers')).toBe('Ana Brill')
  expect(voiceAt(text, 'Nobody else')).toBeNull()
})

test('a quotation that stands right after another is the same speaker’s', () => {
  const text = '“The bridge is gone,” Odo Kast said. “Six farmers were burned.” The road is shut.'
  expect(voiceAt(text, 'Six farmers')).toBe('Odo Kast')
  expect(voiceAt(text, 'The road')).toBeNull()
})

test('a mark that is never closed does not swallow the page', () => {
  const text = `Odo Kast said: “The bridge is gone. ${'It rained. '.repeat(40)}Six farmers were burned.`
  expect(voiceAt(text, 'Six farmers')).toBeNull()
})

describe('a headline with a colon', () => {
  test.each<[string, string | null, string]>([
    ['Harbour police: nine miners killed in raid', 'Harbour police', 'a body before it speaks'],
    ['Marla war: nine miners were killed in raid', null, 'what it is about does not'],
    ['Police: the long road home', null, 'nothing is told'],
  ])('%s → %s (%s)', (text, name) => {
    const { speakerAt } = attribute(documentOf(text, [{ kind: 'headline', start: 0, end: text.length }]))
    expect(speakerAt(text.includes('nine') ? 4 : 3)?.speaker.name ?? null).toBe(name)
  })
})
