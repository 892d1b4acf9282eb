// What a state says: news in a report of politics, told in passing in a report of arms.
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { extract } from '../../src/stages/extract/index.ts'
import { documentOf } from './counts-of.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

const acts = (text: string): string[] => extract(documentOf(text), gazetteer).claims.filter((c) => c.type === 'diplomacy').map((c) => `${c.by} at ${c.place?.name ?? '-'}, against ${c.against ?? '-'}`)

const POLITICS = 'Talks on the border dispute went on for a second week. The Kenyan foreign minister, Musalia Odhiambo, said the ceasefire must hold. The Ugandan president, Peter Okello, told reporters that his army would stay out of the war. '
const ARMS = 'Shells hit Goma on Monday, killing three people. Rockets hit Beni, wounding six. A drone strike killed two soldiers in Rutshuru. Militants shot dead four farmers near Butembo. Artillery hit a school in Sake, injuring five. '

describe('statements of states', () => {
  it('each state speaks from its own place, in a report of politics', () => {
    expect(acts(POLITICS)).toEqual(expect.arrayContaining([expect.stringMatching(/^Kenya at Kenya/), expect.stringMatching(/^Uganda at Uganda/)]))
  })
  it('words in passing are no news of their own in a report of arms', () => {
    expect(acts(`${ARMS}The Kenyan foreign minister, Musalia Odhiambo, said the war was a tragedy.`)).toEqual([])
  })
  it('who tells reporters something advises nobody', () => {
    expect(acts(`${ARMS}Jordan's king told reporters in Amman that he was worried.`)).toEqual([])
    expect(acts(`${ARMS}Jordan told its citizens to leave Amman.`)).not.toEqual([])
  })
  it('what a state means to do is news wherever it says it', () => {
    expect(acts(`${ARMS}The Kenyan foreign minister, Musalia Odhiambo, said his country would close the border.`)).toEqual([expect.stringMatching(/^Kenya at Kenya/)])
  })
  it('soldiers and local offices report; they do not act for a state', () => {
    expect(acts('The commander of the Kenyan army said rebels had shelled the town. The Kenyan governor of the province said the bridge was hit.')).toEqual([])
  })
  it('commanders and militants report too', () => {
    expect(acts('Kenyan commanders said they were preparing for an assault on the town.')).toEqual([])
  })
  it('who counts the dead for a state does not act for it', () => {
    expect(acts('Somali officials said fighters ambushed a convoy in the south and killed 24 soldiers on Sunday.')).toEqual([])
  })
  it('a figure alone, or an answer that leaves its verb out, is no act', () => {
    expect(acts('Khartoum says 640, Cairo says 900, and nobody can count')).toEqual([])
    expect(acts('Chad says that its army holds the town; Libya says it does not')).toEqual([])
    expect(acts('Chad says it has kept to the truce with Libya.')).not.toEqual([])
  })
  it('a state that says what ground was taken reports it', () => {
    expect(acts('The Kenyan defence minister said its forces had captured Moyale on Monday.')).toEqual([])
  })
  it('a minister of defence is a statesman', () => {
    expect(acts('The Kenyan defence minister said the war with the rebels could last for years.')).toEqual([expect.stringMatching(/^Kenya at Kenya/)])
  })
  it('what others say of a war is said against the one who wages it', () => {
    expect(acts('Chadian troops invaded Libya on Monday and shelled Sebha. The Egyptian president said Chad must withdraw its troops from Libya.').some((a) => a.startsWith('Egypt') && a.endsWith('against Chad'))).toBe(true)
  })
})

describe('where a state speaks', () => {
  it.each([
    ['The Kenyan president told a press conference in Nairobi that the war with the rebels must end.', 'Kenya at Nairobi'],
    ['The Kenyan president announced in Kampala that the war with the rebels must end.', 'Kenya at Kampala'],
    ['At the Munich Security Conference the Kenyan president said the war with the rebels must end.', 'Kenya at Munich'],
    ['The Kenyan president said Uganda must withdraw its troops from Kampala.', 'Kenya at Kenya'],
    ['The Kenyan embassy in Kampala warned of missile attacks.', 'Kenya at Kampala'],
    ['Kenya urged its citizens to leave Sudan after the shelling.', 'Kenya at Sudan'],
    ['Kenya agreed to send weapons to Sudan in January.', 'Kenya at Kenya'],
    ['Kenyan, Ugandan and Qatari mediators are trying to broker a ceasefire in Sudan, where shells hit Khartoum.', 'Kenya at Sudan'],
    ['Shells hit Tyre in Lebanon. Hezbollah rejected the demand to give up its weapons in Lebanon.', 'Hezbollah at Lebanon'],
    ['The Kremlin condemned the missile attack.', 'Russia at Russia'],
    ['Macron flew to Moscow for talks about the troops on the border.', 'France at Moscow'],
    ['Foreign ministers from the EU are meeting in Luxembourg to discuss sanctions.', 'European Union at Luxembourg'],
    ['Macron addressed the parliament about the missiles.', 'France at France'],
    ['Washington accused Damascus of firing missiles.', 'United States at United States'],
    ['The Kenyan army ordered residents of Garissa to leave before the shelling.', 'Kenya at Garissa'],
    ['In Helsinki, U.S. officials said the troops would stay at the border.', 'United States at Helsinki'],
    ['The United Nations announced a ceasefire in Taiz on Monday.', 'United Nations at Taiz'],
    ['In Caracas, the Venezuelan president said the troops would stay at the border.', 'Venezuela at Caracas'],
    ['In Geneva, the Kenyan foreign minister said the troops would stay at the border.', 'Kenya at Geneva'],
    ['In Garissa, shells fell as the Kenyan president said the troops would stay.', 'Kenya at Kenya'],
    ['Kenya agreed on Thursday to a ceasefire and the return of prisoners after a week of talks in Kampala.', 'Kenya at Kampala'],
    ['The Kenyan president called the truce "a good day for all" after long talks in Kampala.', 'Kenya at Kampala'],
    ['The Kenyan president said the truce would hold if talks were held in Kampala.', 'Kenya at Kenya'],
    ['Speaking after talks between the leaders of Kenya, Uganda and Rwanda in the Ugandan capital Kampala, the Kenyan president said the truce would hold.', 'Kenya at Kampala'],
  ])('%s', (text, act) => expect(acts(text)).toEqual([expect.stringContaining(act)]))
})

describe('talks', () => {
  it.each([
    ['Talks between the Kenyan army and the rebels in Kampala, the Ugandan capital, have made progress over the truce.', ['Kampala'], 'the verb stands behind those who talk'],
    ['Talks on the border resumed in Kampala. Shells fell on Khartoum. The talks went on until late at night.', ['Kampala'], 'talks go on where they were told to be'],
    ['GENEVA, May 5 (Agency) - Peace talks on the war in Sudan resumed on Monday.', ['Geneva'], 'a report filed from where states meet'],
    ['NAIROBI, May 5 (Agency) - Peace talks on the war in Sudan resumed on Monday.', ['Sudan'], 'reporters sit in a capital'],
    ['In May, after negotiations in Oslo, Kenyan troops took the town of Beni.', ['Oslo'], 'the talks are told by their noun'],
    ['Just before the talks, Kenyan troops took the town of Beni.', [], 'the verb is of another clause'],
    ['The agreement calls for Kenya to open the border to the troops.', [], 'what a text calls for is no act'],
    ['Troops pulled back from Beni, meeting a deadline set in the ceasefire agreement.', [], 'a deadline is met, no agreement'],
  ])('%s', (text, places) => expect([...new Set(extract(documentOf(text), gazetteer).claims.filter((c) => c.type === 'diplomacy').map((c) => c.place?.name))]).toEqual(places))
  it('those who meet are named, not the house that they meet at', () => {
    expect(acts('Key talks over the truce in Sudan resume at a French barracks.').filter((a) => a.startsWith('France'))).toEqual([])
  })
})

it('states that act together act each from its own place', () => {
  expect(acts('Kenya, Uganda and Chad condemned Rwanda for its attack.')).toEqual(expect.arrayContaining([expect.stringMatching(/^Kenya at Kenya/), expect.stringMatching(/^Uganda at Uganda/), expect.stringMatching(/^Chad at Chad/)]))
})

describe('who does not act for a state', () => {
  it.each(['Kenyan families called for the bodies of the soldiers.', 'A Kenyan judge ordered his arrest over the killings.', 'Individual Kenyans accused of war crimes fled to Sudan.', 'Kenyan forces blasted the town of Goma with shells.', 'Dozens of Kenyan protesters demanded the release of the prisoners.'])('%s', (text) => expect(acts(text).filter((a) => a.startsWith('Kenya'))).toEqual([]))
})

describe('where forces stand', () => {
  const deployed = (text: string): (string | undefined)[] => extract(documentOf(text), gazetteer).claims.filter((c) => c.type === 'deployment').map((c) => c.place?.name)
  it.each([
    ['Ethiopia has massed troops on the Eritrean border.', 'Eritrea'],
    ['Ethiopian troops have been concentrated at the border with Eritrea for weeks.', 'Eritrea'],
    ['Fighters of the group were deployed to Mali after the coup.', 'Mali'],
    ['Ethiopian tanks were seen in Mekelle, near the border with Eritrea.', 'Mekelle'],
  ])('%s', (text, place) => expect(deployed(text)).toEqual([place]))
})
