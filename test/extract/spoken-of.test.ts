// Deeds that are only spoken of, and words of war in another sense, each beside a sentence that tells of one.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const incidents = (text: string): string[] => readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer })
  .extraction.claims.filter((c) => c.type !== null).map((c) => `${c.type} ${c.place?.name ?? '-'} ${c.date?.to ?? '-'}`)

/** Why, the incident, a sentence that tells it, one that does not. */
const ROWS: [string, string, string, string][] = [
  ['a judgement of an event', 'ground_combat Rwanda 2031-05-06', 'Uganda’s invasion of Rwanda is under way.', 'Uganda’s invasion of Rwanda is a warning to us all.'],
  ['a deed that is the subject of a judgement', 'strike Adré 2031-05-06', 'Jets were striking the airfield of Adré.', 'Striking the airfield of Adré is the only way to stop them, he said.'],
  ['driving out as a wish', 'territory_change Bunia 2031-05-06', 'The army forced the militia out of Bunia.', 'Forcing the militia out of Bunia would not be easy.'],
  ['to help in', 'ground_combat Tigray Region 2031-05-06', 'Eritrea helped Ethiopia in repelling the rebels in Tigray.', 'It is in Eritrea’s interest to assist Ethiopia in repelling the rebels in Tigray.'],
  ['hired to help fight', 'ground_combat Palma 2031-05-06', 'The army fights the rebels in Palma.', 'A firm was hired to help the army fight the rebels in Palma.'],
  ['the prospect of sending', 'deployment Haiti 2031-05-06', 'Kenya is sending troops to Haiti.', 'The envoy raised the prospect of Kenya sending troops to Haiti.'],
  ['a task', 'territory_change Bor 2031-05-06', 'The general marched north, capturing Bor.', 'The general tasked his men with capturing Bor.'],
  ['a demand', 'territory_change Abyei 2031-05-06', 'Reports say that Sudan withdraws all its forces from Abyei.', 'A key demand of the elders is that Sudan withdraws all its forces from Abyei.'],
  ['what one has in general', 'explosion Homs 2031-05-06', 'Residents heard bombs going off in Homs.', 'When you have bombs going off in Homs, nobody repairs a pipe.'],
  ['feared', 'violence_against_civilians Beni 2031-05-06', 'Villagers told of an attack on Beni by gunmen.', 'Villagers are afraid of an attack on Beni by gunmen.'],
  ['on alert for', 'strike Eilat 2031-05-06', 'Eilat was hit by drone attacks.', 'Eilat is on high alert for drone attacks.'],
  ['perhaps such', 'strike Port Sudan 2031-05-06', 'The town faced a devastating drone attack on Port Sudan.', 'The town faced a possibly devastating drone attack on Port Sudan.'],
  ['an end to', 'strike Red Sea 2031-05-06', 'Ships met drone attacks in the Red Sea.', 'The resolution demands an end to drone attacks in the Red Sea.'],
  ['what might come', 'strike Chad 2031-05-06', 'It led to the arrival of pilots and air strikes on camps in Chad.', 'It might lead to the arrival of pilots and air strikes on camps in Chad.'],
  ['once it ends', 'ground_combat Rafah 2031-05-06', 'Fighting broke out in Rafah.', 'Families will return to Rafah once fighting ends.'],
  ['a ban on using', 'strike Eritrea 2031-05-06', 'They used long-range rockets to hit targets in Eritrea.', 'They lifted a ban on using long-range rockets to hit targets in Eritrea.'],
  ['which parts are meant', 'territory_change Georgia 2031-05-06', 'Rebels occupied parts of Georgia.', 'He spoke of plans to integrate occupied parts of Georgia.'],
  ['a degree', 'strike Hodeidah 2031-05-06', 'Jets were striking depots in Hodeidah.', 'The most striking result came from Hodeidah.'],
  ['targeted by law', 'strike Minsk 2031-05-06', 'Drones targeted reporters in Minsk.', 'Reporters in Minsk were targeted with prosecutions.'],
  ['a land that lies around', 'ground_combat Mekelle 2031-05-06', 'Troops are surrounding Mekelle.', 'The hills surrounding Mekelle are dry.'],
  ['what falls into no hands', 'territory_change Libya 2031-05-06', 'Derna in Libya fell into the hands of the militia. Libya fell.', 'Libya fell into chaos.'],
  ['people who stand about', 'unrest Mekelle 2031-05-06', 'Crowds gathered to denounce the mayor in Mekelle.', 'People gathered around the wreck in Mekelle.'],
  ['services of an office', 'infrastructure_disruption Beirut 2031-05-06', 'Train services in Beirut were suspended.', 'Consular services in Beirut were suspended.'],
  ['states that fail', 'infrastructure_disruption Syria 2031-05-06', 'The power in Syria failed.', 'The great powers in Syria failed.'],
  ['a protest of a state', 'unrest London 2031-05-06', 'Britain saw a protest in London.', 'Britain lodged a strong protest in London.'],
  ['what an ambush was', 'ground_combat Gao 2031-05-06', 'The ambush targeted an army convoy in Gao.', 'The massacre targeted a village in Gao.'],
  ['drones that are aimed at', 'interception Odesa 2031-05-06', 'Air defences targeted drones over Odesa.', 'Gunners targeted depots in Odesa.'],
  ['a war that began long ago', 'strike El Obeid 2031-05-06', '700 days ago, the war in Sudan began. Drones hit El Obeid.', 'On 3 May the war in Sudan began. Drones hit El Obeid.'],
  ['a war told by what it began with', 'ground_combat Gaza Strip 2030-10-07', 'The war in Gaza broke out on 7 October 2030, he said.', 'The war in Gaza began on 7 October 2030, when gunmen attacked Sderot.'],
  ['known for', 'strike Mopti 2031-05-06', 'Militants carried out drone attacks in Mopti.', 'He led a cell responsible for planning and carrying out drone attacks in Mopti.'],
  ['a frequent target', 'strike Kharkiv 2031-05-06', 'Kharkiv came under Russian attacks.', 'Kharkiv has been a frequent target for Russian attacks.'],
  ['two parts of a land are the land', 'strike Sudan 2031-05-05', 'Air raids hit northern and central Sudan on Monday.', 'Air raids hit northern Sudan on Monday.'],
  ['a part of a land told alone', 'strike central Sudan 2031-05-05', 'Air raids hit central Sudan on Monday.', 'Air raids hit northern and central Sudan on Monday.'],
  ['whose installations were hit', 'strike Ukraine 2031-05-05', 'Russia unleashed a string of attacks on Ukrainian rail and fuel installations on Monday.', 'Russia unleashed a string of attacks on Monday.'],
  ['no state strikes itself', 'strike Russia 2031-05-05', 'Ukraine unleashed attacks on Russian oil refineries on Monday.', 'Russia unleashed attacks on Ukrainian oil refineries on Monday.'],
  ['a place by its name', 'strike Aley 2031-05-06', 'The raid hit an area known as Aley, near the port of Sidon.', 'The raid hit an area near the port of Sidon.'],
  ['drones destroyed in attacks are no strike', 'interception Kursk Oblast 2031-05-06', 'The ministry said it had destroyed 54 drones in overnight attacks across the regions of Kursk and Bryansk.', 'Drones flew in overnight attacks across the regions of Kursk and Bryansk.'],
  ['drones destroyed in attacks, told once', 'strike Kursk Oblast 2031-05-06', 'Drones hit the region of Kursk overnight.', 'The ministry said it had destroyed 54 drones in overnight attacks across the regions of Kursk and Bryansk.'],
  ['a year behind a day, whatever follows', 'strike Sderot 2023-10-07', 'On 7 October 2023 rockets hit Sderot.', 'On 7 October 500 rockets hit Sderot.'],
  ['the day of the strike told before', 'strike Dahieh 2031-05-02', 'A commander was killed in an air strike in Beirut on 2 May 2031. Rockets killed 12 children in Haifa on 27 April 2031. The strike targeted a building in Dahiyeh.', 'A commander was killed in an air strike in Beirut on 2 May 2031. A strike targeted a building in Dahiyeh on 3 May.'],
  ['whose a place is', 'territory_change Uvira 2031-05-06', 'The town of Uvira is now under rebel control.', 'Uvira remains under rebel control.'],
  ['areas by who holds them', 'territory_change Uvira 2031-05-06', 'Uvira came under rebel control.', 'Lorries reached the areas of Uvira under rebel control.'],
  ['when it was', 'territory_change Sirte 2031-05-06', 'Residents told of the fall of Sirte on Tuesday.', 'Residents remembered what they saw during the fall of Sirte.'],
  ['who fights there', 'ground_combat Bunia 2031-05-06', 'The militia is fighting in Bunia.', 'The envoy met a militia which is fighting in Bunia.'],
  ['more and more', 'strike Goma 2031-05-06', 'Drones are hitting Goma.', 'Drones are increasingly hitting Goma.'],
  ['an adjective that looks like a verb', 'territory_change Belarus 2031-05-06', 'They free Belarus.', 'They dream of free Belarus.'],
  ['to what end', 'ground_combat Mekelle 2031-05-06', 'Ethiopian troops stormed Mekelle.', 'Ethiopian troops were hired to storm Mekelle.'],
  ['targeted strikes', 'strike Luhansk 2031-05-06', 'Reports told of targeted air strikes in Luhansk.', 'He denied carrying out targeted killings in Luhansk.'],
  ['what suffers', 'strike Kachin State 2031-05-06', 'The unit was hit by drones in Kachin State.', 'The unit was impacted by losses in Kachin State.'],
  ['details of a withdrawal', 'territory_change Kosovo 2031-05-06', 'Reports told of a Serb pullout from Kosovo on Tuesday.', 'Officers discussed details of a Serb pullout from Kosovo on Tuesday.'],
  ['what a war is called', 'ground_combat Ukraine 2031-05-06', 'Russia began a special military operation in Ukraine on Tuesday.', 'Many in Russia back the special military operation, as it is called, in Ukraine on Tuesday.'],
  ['a campaign by its own day', 'strike Yemen 2030-03-26', 'On 26 March 2030, a coalition began an air campaign in Yemen.', 'Since 26 March 2030, a coalition has waged an air campaign in Yemen.'],
  ['a story', 'strike Tiraspol 2031-05-06', 'Residents told of a drone attack on Tiraspol.', 'No one believes the story of a drone attack on Tiraspol.'],
  ['talk of it', 'ground_combat Idlib 2031-05-06', 'The army began a new offensive in Idlib.', 'There is talk of a new offensive in Idlib.'],
  ['a named storm', 'strike Havana 2031-05-05', 'Jets battered Havana on Monday.', 'Storm Elsa battered Havana on Monday.'],
  ['under fire for words', 'strike London 2031-05-06', 'The convoy came under fire in London.', 'The minister came under fire in London over his remarks.'],
  ['politicians who attack', 'strike Warsaw 2031-05-05', 'Drones attacked the government in Warsaw on Monday.', 'The opposition attacked the government in Warsaw on Monday.'],
  ['a war of words', 'ground_combat Paris 2031-05-05', 'A war broke out in Paris on Monday.', 'A war of words broke out in Paris on Monday.'],
  ['struck down', 'strike Delhi 2031-05-06', 'The rocket struck the court in Delhi.', 'The court struck down the law in Delhi.'],
  ['ailments and beasts', 'strike Delhi 2031-05-06', 'Drone attacks killed 12 people in Delhi.', 'Heart attacks killed 12 people in Delhi.'],
  ['visitors', 'ground_combat Venice 2031-05-03', 'Troops invaded Venice on Saturday.', 'Tourists invaded Venice on Saturday.'],
  ['to victory', 'ground_combat Budapest 2031-05-06', 'The rebels stormed the city of Budapest.', 'The party stormed to victory in Budapest.'],
  ['with votes', 'territory_change Istanbul 2031-05-06', 'The rebels captured Istanbul in the night.', 'The party captured Istanbul in the local elections.'],
  ['a body that is ruled', 'territory_change Birmingham 2031-05-06', 'The rebels seized control of Birmingham.', 'The rebels seized control of the council of Birmingham.'],
  ['an explosion of feelings', 'explosion Pakistan 2031-05-06', 'The remarks came after an explosion of gas in Pakistan.', 'His remarks sparked an explosion of anger in Pakistan.'],
  ['what an exercise will see', 'ground_combat Estonia 2031-05-06', 'Villagers saw troops storm a village in Estonia.', 'The exercise will see troops storm a village in Estonia.'],
  ['what must stop', 'strike Kharkiv 2031-05-06', 'Russia is bombing Kharkiv.', 'Russia must stop bombing Kharkiv.'],
  ['what a plan provides for', 'capture_or_exchange Idlib 2031-05-06', 'The two sides carried out a prisoner exchange in Idlib.', 'The plan provides for the evacuation of Aleppo and a prisoner exchange in Idlib.'],
  ['from hospital', 'capture_or_exchange Gaza Strip 2031-05-06', 'Ten hostages were freed from a hospital in Gaza.', 'Ten patients were released from hospital in Gaza.'],
  ['on camera', 'capture_or_exchange Tbilisi 2031-05-06', 'Two men were captured in Tbilisi.', 'Two men were captured on camera in Tbilisi.'],
  ['where they were launched from', 'strike Caspian Sea 2031-05-06', 'The missiles were launched at ships in the Caspian Sea.', 'The missiles were launched from bombers over the Caspian Sea.'],
  ['people of an event before', 'violence_against_civilians Srebrenica 2031-05-05', 'Survivors told of a massacre in Srebrenica on Monday.', 'Survivors of the massacre in Srebrenica met in The Hague on Monday.'],
  ['those behind it', 'strike Quetta 2031-05-05', 'Drones hit the mosque in Quetta on Monday.', 'Those behind the drone attack on the mosque in Quetta spoke on Monday.'],
  ['despite it', 'strike Odesa 2031-05-05', 'Russia carried out drone strikes on Odesa on Monday.', 'Despite the drone strikes on Odesa, prices fell on Monday.'],
  ['the day of what came after', 'strike Abqaiq 2031-05-05', 'The drone attack on Abqaiq on Monday shook the market.', 'Oil prices jumped on Monday after the drone attack on Abqaiq.'],
  ['such as these', 'strike Karachi 2031-05-06', 'New drone attacks on ships in Karachi began.', 'Such drone attacks on ships in Karachi are no news.'],
  ['heard from afar', 'explosion Haifa 2031-05-06', 'The blast was heard in Haifa.', 'The blast was heard as far as Haifa.'],
  ['rebels by what they once did', 'unrest Mali 2031-05-06', 'The rebels seized power in Mali.', 'The rebels who seized power in Mali promised elections.'],
  ['what any army does', 'ground_combat Kharkiv 2031-05-06', 'The army advanced on Kharkiv.', 'An army that advances on Kharkiv needs fuel.'],
  ['the fall as a shock', 'territory_change Kherson 2031-05-06', 'Officials announced the fall of Kherson.', 'The fall of Kherson was a shock to the generals.'],
  ['how they lived', 'territory_change Kherson 2031-05-06', 'Russia began its occupation of Kherson on Tuesday.', 'The people of Kherson live under occupation.'],
  ['what is forbidden', 'unrest Minsk 2031-05-06', 'Protests began in Minsk.', 'Protests are banned in Minsk.'],
  ['what is common', 'infrastructure_disruption Lagos 2031-05-06', 'Power cuts are reported in Lagos.', 'Power cuts are common in Lagos.'],
  ['a condition without if', 'strike Narva 2031-05-06', 'Drones attacked Narva.', 'Were drones to attack Narva, the alliance would answer.'],
  ['what would have been', 'strike Goris 2031-05-06', 'Azerbaijan shelled Goris.', 'Had Azerbaijan shelled Goris, Iran would have acted.'],
  ['a blast is the strike’s', 'strike Izmail 2031-05-05', 'A missile struck the port of Izmail on Monday. Twelve people were hurt in the blast, the mayor of Izmail said.', 'Twelve people were hurt in a blast in Izmail on Monday.'],
  ['a blast where nothing struck', 'explosion Izmail 2031-05-05', 'Twelve people were hurt in a blast in Izmail on Monday.', 'A missile struck the port of Izmail on Monday. Twelve people were hurt in the blast, the mayor of Izmail said.'],
]

describe('spoken of', () => {
  for (const [why, incident, tells, silent] of ROWS) {
    it(`${why}: told`, () => { expect(incidents(tells)).toContain(incident) })
    it(`${why}: spoken of`, () => { expect(incidents(silent)).not.toContain(incident) })
  }
})
