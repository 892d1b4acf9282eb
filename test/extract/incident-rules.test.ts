// Every rule by which words tell an incident: a sentence that it reads, and one that looks like it and tells none of that type.
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim.ts'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { readAndExtract } from '../../src/pipeline.ts'

const gazetteer = openGazetteer()
afterAll(() => { gazetteer.close() })

function incidents(text: string): Claim[] {
  return readAndExtract({ record: { id: 'case', text, published: '2031-05-06', language: 'en' }, bytes: null, path: null, trouble: [] }, { raw: true, gazetteer }).extraction.claims.filter((claim) => claim.type !== null)
}

/** Rule, type, a sentence that fires it, one in which the type stays silent. */
const ROWS: [string, string, string, string][] = [
  ['verb-hit', 'strike', 'Shells hit houses in Aleppo on Monday.', 'The minister struck a hopeful tone in Aleppo.'],
  ['verb-launch', 'strike', 'The rebels fired rockets at Marib.', 'The firm launched a new app in Marib.'],
  ['verb-bomb', 'strike', 'Warplanes bombed Sirte overnight.', 'Planes could bomb Sirte, the general said.'],
  ['verb-shell', 'strike', 'The army shelled Omdurman all morning.', 'The army did not shell Omdurman.'],
  ['verb-attack', 'strike', 'Warships attacked the port of Latakia.', 'He said they would attack the port of Latakia.'],
  ['verb-damage', 'strike', 'Hospitals in Gondar were damaged.', 'The talks in Gondar were damaged.'],
  ['verb-destroy', 'strike', 'The airports at Benina were destroyed by shells.', 'His hopes were destroyed in Benina.'],
  ['verb-land', 'strike', 'Missiles landed near Arbil.', 'A plane with pilgrims landed in Arbil.'],
  ['noun-strike', 'strike', 'Heavy shelling continued in Goma.', 'Dockers in Goma went on strike.'],
  ['verb-intercept', 'interception', 'Air defences shot down drones over Riyadh.', 'Police intercepted a call in Riyadh.'],
  ['verb-suppress', 'interception', 'The air force jammed drones over Gori.', 'The crowd jammed the streets of Gori.'],
  ['noun-territory_change', 'territory_change', 'The annexation of Crimea took place in 2014.', 'The threat of annexation worries people in Crimea.'],
  ['verb-invade', 'ground_combat', 'Troops invaded Kuwait on 2 August.', 'If troops invade Kuwait, prices will rise.'],
  ['verb-storm', 'ground_combat', 'Fighters stormed the barracks in Gao.', 'Fighters may never storm the barracks in Gao.'],
  ['verb-fight', 'ground_combat', 'Soldiers fought the militia in Baidoa.', 'Doctors fought the fever in Baidoa.'],
  ['verb-advance', 'ground_combat', 'Government troops advanced on Mekelle.', 'The vaccine work advanced in Mekelle.'],
  ['verb-repel', 'ground_combat', 'Soldiers repelled an assault on Sake.', 'Soldiers hope to repel an assault on Sake.'],
  ['noun-ground_combat', 'ground_combat', 'Fierce fighting raged in Kassala.', 'There are fears of an invasion of Kassala.'],
  ['frame-raid-on-ground', 'ground_combat', 'Soldiers raided the village of Dura.', 'Children raided the fridge in Dura.'],
  ['frame-ambush', 'ground_combat', 'Gunmen ambushed a patrol near Djibo.', 'They plan to ambush a patrol near Djibo.'],
  ['frame-surround', 'ground_combat', 'The rebels have surrounded Sanaa.', 'Hills surround the lake near Sanaa.'],
  ['frame-cross-into', 'ground_combat', 'Turkish troops crossed into Syria.', 'Turkish singers crossed into Syria.'],
  ['frame-shot-by-gunmen', 'violence_against_civilians', 'Gunmen killed farmers in Zamfara.', 'Gunmen killed time in Zamfara.'],
  ['frame-fire-on-civilians', 'violence_against_civilians', 'Soldiers opened fire on mourners in Gaborone.', 'Soldiers did not open fire on mourners in Gaborone.'],
  ['frame-rape', 'violence_against_civilians', 'The militia raped women in Zalingei.', 'The militia never raped women in Zalingei.'],
  ['frame-beat', 'violence_against_civilians', 'They beat prisoners in Minsk.', 'The home side beat Gomel in Minsk.'],
  ['frame-found-dead', 'violence_against_civilians', 'Bodies were found in a ditch in Beni.', 'Coins were found in a ditch in Beni.'],
  ['verb-kill', 'violence_against_civilians', 'Insurgents executed teachers in Mocimboa.', 'Clerks executed the plan in Mocimboa.'],
  ['noun-violence_against_civilians', 'violence_against_civilians', 'A massacre took place in Tadamon.', 'There is talk of a massacre of chickens on farms.'],
  ['verb-torture', 'violence_against_civilians', 'Guards maltreated civilians in Tripoli.', 'Guards tortured the truth in Tripoli.'],
  ['frame-blown-up', 'explosion', 'The bridges near Raqqa were blown up.', 'The bridge near Raqqa was not blown up.'],
  ['frame-blast-rocks', 'explosion', 'A blast rocked Jalalabad on Friday.', 'A scandal rocked Jalalabad on Friday.'],
  ['frame-blast-heard', 'explosion', 'Explosions were heard in Aden.', 'Songs were heard in Aden.'],
  ['verb-explode', 'explosion', 'A car bomb exploded in Kirkuk.', 'Sales exploded in Kirkuk.'],
  ['noun-explosion', 'explosion', 'There was a powerful explosion in Kirkuk on Sunday.', 'There was a possible explosion in Kirkuk.'],
  ['frame-troops-sent', 'deployment', 'Kenya sent 400 soldiers to Goma.', 'Kenya has no plans to send soldiers to Goma.'],
  ['frame-gear-sent', 'deployment', 'The army moved howitzers to Gori.', 'The shop moved sofas to Gori.'],
  ['frame-vessel-sent', 'deployment', 'India sent a frigate to the Gulf of Aden.', 'India sent a letter to the Gulf of Aden.'],
  ['frame-troops-arrive', 'deployment', 'Reinforcements have arrived in Bunia.', 'Tourists have arrived in Bunia.'],
  ['frame-troops-posted', 'deployment', 'Soldiers stood near the market in Bangui.', 'Cats stood near the market in Bangui.'],
  ['frame-sighted', 'deployment', 'Tanks were seen in Juba.', 'Storks were seen in Juba.'],
  ['frame-images-show', 'deployment', 'Satellite images showed tanks near Gori.', 'Satellite images showed clouds near Gori.'],
  ['frame-call-up', 'deployment', 'Eritrea called up reservists in Asmara.', 'Eritrea called up memories in Asmara.'],
  ['frame-mobilisation', 'deployment', 'Armenia declared general mobilisation in Yerevan.', 'Armenia declared a holiday in Yerevan.'],
  ['verb-deploy', 'deployment', 'Ships were mobilised near Gori.', 'Words were mobilised near Gori.'],
  ['noun-deployment', 'deployment', 'Military drills began in Belarus on Tuesday.', 'Any military drills in Belarus need notice.'],
  ['verb-seize', 'territory_change', 'The army reclaimed Wad Madani.', 'The firm seized the chance in Wad Madani.'],
  ['verb-capture', 'territory_change', 'Kindu was captured.', 'Painters captured the mood in Bukavu.'],
  ['verb-withdraw', 'territory_change', 'French troops withdrew from Gao.', 'The bidder withdrew in Gao.'],
  ['frame-taken', 'territory_change', 'The army retook the airport at Jebba.', 'The painter took the train at Jebba.'],
  ['in-hands', 'territory_change', 'Nubl is in Syrian hands.', 'Nubl is in good hands.'],
  ['under-siege', 'ground_combat', 'El Fasher is under siege.', 'El Fasher is under snow.'],
  ['frame-besiege', 'ground_combat', 'The army laid siege to Taiz.', 'The army did not lay siege to Taiz.'],
  ['frame-close-in', 'ground_combat', 'Rebels are closing in on Taiz.', 'Winter is closing in on Taiz.'],
  ['frame-shot', 'violence_against_civilians', 'A teacher was shot in Zaria.', 'A film was shot in Zaria.'],
  ['frame-deported', 'violence_against_civilians', 'Villagers were deported from Sarny.', 'Goods were shipped from Sarny.'],
  ['frame-fires-on', 'strike', 'Warships fired on the port of Aden.', 'Owners fired on the port of Aden.'],
  ['frame-flag-raised', 'territory_change', 'Soldiers raised the flag over Lyman.', 'Pupils raised a question in Lyman.'],
  ['frame-flag-flies', 'territory_change', 'A new flag flies over Goma.', 'A kite flies over Goma.'],
  ['frame-control-of', 'territory_change', 'The rebels took control of Goma.', 'The rebels will take control of Goma, he said.'],
  ['frame-control', 'territory_change', 'The army regained control of Jebel Aulia.', 'The driver lost his bag in Jebel Aulia.'],
  ['frame-place-falls', 'territory_change', 'The town of Azaz fell to the rebels.', 'Snow fell on Aleppo in November.'],
  ['frame-holds', 'territory_change', 'The rebels control Bukavu.', 'The traders control prices in Bukavu.'],
  ['frame-handed-over', 'territory_change', 'Armenia handed over the village of Voskepar.', 'Armenia handed over a letter in Voskepar.'],
  ['frame-withdraw-from', 'territory_change', 'The army left the city of Kherson.', 'The guests left the city of Kherson.'],
  ['under-control', 'territory_change', 'Nubl is under Syrian control.', 'The fire in Nubl is under control.'],
  ['frame-lost-service', 'infrastructure_disruption', 'Thousands of homes lost power in Sumy.', 'The minister lost power in Sumy.'],
  ['frame-service-cut', 'infrastructure_disruption', 'Electricity was cut in Mekelle.', 'Spending was cut in Mekelle.'],
  ['frame-service-out', 'infrastructure_disruption', 'The lights went out in Sumy.', 'The team went out in Sumy.'],
  ['frame-way-closed', 'infrastructure_disruption', 'The bridge at Deir ez-Zor was closed.', 'The shop at Deir ez-Zor was closed.'],
  ['frame-traffic-stopped', 'infrastructure_disruption', 'Airlines cancelled flights to Khartoum.', 'Airlines praised flights to Khartoum.'],
  ['frame-service-attacked', 'infrastructure_disruption', 'Hackers brought down the websites of banks in Tbilisi.', 'Critics brought down the mood in Tbilisi.'],
  ['without-service', 'infrastructure_disruption', 'Half of Sumy was without power.', 'Half of Sumy was without a coat.'],
  ['noun-infrastructure_disruption', 'infrastructure_disruption', 'Blackouts were reported in Sumy.', 'The threat of blackouts worries Sumy.'],
  ['frame-crowd', 'unrest', 'Demonstrators gathered in Tunis.', 'Pigeons gathered in Tunis.'],
  ['frame-power-seized', 'unrest', 'Officers seized power in Niamey.', 'Officers seized drugs in Niamey.'],
  ['verb-protest', 'unrest', 'Hundreds demonstrated in Tunis.', 'Teachers demonstrated the device in Tunis.'],
  ['noun-unrest', 'unrest', 'Riots broke out in Tunis.', 'Fears of riots in Tunis grew.'],
  ['verb-sound', 'air_raid_alert', 'Sirens wailed in Haifa.', 'The idea sounded odd in Haifa.'],
  ['frame-alert-declared', 'air_raid_alert', 'An air raid alert was declared in Lutsk.', 'A holiday was declared in Lutsk.'],
  ['noun-air_raid_alert', 'air_raid_alert', 'There were air raid sirens in Lutsk.', 'There were church bells in Lutsk.'],
  ['verb-release', 'capture_or_exchange', 'The rebels freed hostages in Jolo.', 'The band released an album in Jolo.'],
  ['verb-surrender', 'capture_or_exchange', 'Soldiers surrendered in Palmyra.', 'Soldiers did not surrender in Palmyra.'],
  ['noun-capture_or_exchange', 'capture_or_exchange', 'A prisoner exchange took place in Marib.', 'A possible prisoner exchange in Marib was discussed.'],
  ['act-accuse', 'diplomacy', 'Rwanda accused Belgium of meddling.', 'The teacher accused a boy of meddling.'],
  ['act-agree', 'diplomacy', 'Armenia signed a peace treaty in Moscow.', 'A singer signed a record in Moscow.'],
  ['act-aid', 'diplomacy', 'Norway donated ammunition to Moldova.', 'A baker donated bread to the fair.'],
  ['act-announce', 'diplomacy', 'Japan announced sanctions on Belarus.', 'A school announced its prizes.'],
  ['act-call_on', 'diplomacy', 'Egypt urged Israel to show restraint.', 'A trainer urged his runners on.'],
  ['act-condemn', 'diplomacy', 'Jordan condemned the raid by Israel.', 'The critic condemned the play.'],
  ['act-meet', 'diplomacy', 'The president of Kenya met the president of Rwanda in Nairobi.', 'Two old friends met in Nairobi.'],
  ['act-recognise', 'diplomacy', 'Syria recognised the independence of Abkhazia.', 'She recognised her uncle.'],
  ['act-reject', 'diplomacy', 'Iran rejected the proposal of France.', 'Voters rejected the new park.'],
  ['act-sanction', 'diplomacy', 'Canada imposed sanctions on Belarus.', 'The club imposed a fine on its goalkeeper.'],
  ['act-threaten', 'diplomacy', 'North Korea threatened South Korea with war.', 'Rain threatened the picnic.'],
  ['frame-advise', 'diplomacy', 'Sweden advised its citizens to leave Lebanon.', 'A doctor advised her to rest.'],
  ['frame-agree', 'diplomacy', 'Hamas accepted the ceasefire proposal.', 'The pupil accepted the prize.'],
  ['frame-deny', 'diplomacy', 'Rwanda denied arming the rebels.', 'The actor denied the rumour.'],
  ['frame-stop', 'diplomacy', 'Chile recalled its ambassador from Israel.', 'The maker recalled its toasters.'],
  ['frame-travel', 'diplomacy', 'The French president flew to Beirut.', 'The French tourist flew to Beirut.'],
  ['talks-held', 'diplomacy', 'Peace talks between Armenia and Azerbaijan began in Geneva.', 'Rehearsals for the opera began in Geneva.'],
  ['statement-acts', 'diplomacy', 'A bridge was closed. A road was closed. A port was closed. Kenyan President William Ruto is in town. Rwanda must withdraw its troops, he warned.', 'A bridge was shut. A road was shut. A port was shut. William the postman is in town. The dog must leave, he warned.'],
  ['statement-of-state', 'diplomacy', 'President Ruto of Kenya said Rwanda must withdraw its troops.', 'The postman said the dog must stay inside.'],
]

describe('rules of incidents', () => {
  for (const [rule, type, fires, silent] of ROWS) {
    it(`${rule}: ${fires}`, () => { expect(incidents(fires).map((c) => `${c.rule} ${c.type}`)).toContain(`${rule} ${type}`) })
    it(`${rule} not: ${silent}`, () => { expect(incidents(silent).map((c) => c.type)).not.toContain(type) })
  }
})

it('every frame of the table has a row', () => {
  const known = new Set(ROWS.map(([rule]) => rule))
  // what an act does first is told under its sense: these frames speak where no sense does
  const behind = new Set(['frame-sanction', 'frame-offer', 'frame-speak', 'frame-vote'])
  const rules = readFileSync(new URL('../../src/languages/en/frames.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => `frame-${line.split('\t')[0]!}`)
  expect([...new Set(rules)].filter((rule) => !known.has(rule) && !behind.has(rule))).toEqual([])
})
