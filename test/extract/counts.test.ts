// The rules of counting: each has a sentence that it reads and one that it leaves alone; and laws over all of them.
import fc from 'fast-check'
import { growthFourfold } from '../growth.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../../src/gazetteer/open.ts'
import { COUNT_RULES, type CountRule } from '../../src/stages/extract/counts/finding.ts'
import { extract } from '../../src/stages/extract/index.ts'
import { countsOf, documentOf, findingsIn } from './counts-of.ts'

const gazetteer = openGazetteer()
afterAll(() => gazetteer.close())

/** For each rule: what it reads, what that counts, and the like of it that counts nothing by it. */
const RULES: Record<CountRule, [reads: string, counts: string, silent: string]> = {
  'count-verb': ['Nine miners were killed.', 'killed person 9', 'Nine miners were paid.'],
  'agent-verb-count': ['The blast killed nine miners.', 'killed person 9', 'The firm hired nine miners.'],
  subset: ['Nine miners were hurt, including two cooks and a nurse.', 'injured medic 1; injured person 2; injured person 9', 'Nine miners came, including two cooks.'],
  'harms-together': ['The army killed, wounded or captured 900 invaders.', 'casualties combatant 900', 'The army killed or wounded nobody.'],
  'one-by-one': ['A man and a woman were killed.', 'killed person 2', 'A man and a woman were married.'],
  alongside: ['A guard was killed, as well as two drivers.', 'killed person 1; killed person 2', 'A guard spoke, as well as two drivers.'],
  'among-victims': ['Among the dead were two children.', 'killed child 2', 'Among the guests were two children.'],
  'part-is': ['Twelve people died. Five of the dead were nurses.', 'killed medic 5; killed person 12', 'Twelve people came. Five of them were nurses.'],
  'claimed-lives': ['The fire claimed the lives of 24 people.', 'killed person 24', 'The film tells of the lives of 24 people.'],
  treated: ['Eighty people were treated for injuries.', 'injured person 80', 'Eighty people were treated for flu.'],
  'harm-noun': ['The clinic counted 20 injuries.', 'injured person 20', 'The clinic counted 20 visits.'],
  'harm-noun-of': ['He regretted the deaths of 12 pupils.', 'killed person 12', 'He regretted the marks of 12 pupils.'],
  cases: ['Monitors logged 40 cases of unlawful detention.', 'captured civilian 40', 'Monitors logged 40 cases of tax fraud.'],
  bodies: ['Divers found 14 bodies.', 'killed person 14', 'Divers found 14 crates after the attack.'],
  'bodies-of': ['Divers found the bodies of six miners.', 'killed person 6', 'They read the bodies of six letters.'],
  'harmed-noun': ['Doctors saw two injured soldiers.', 'injured combatant 2', 'Doctors saw two young soldiers.'],
  level: ['The death toll rose to 57.', 'killed person 57', 'The price of a death certificate rose to 57.'],
  'toll-at': ['The raid, with a death toll of 15, shook the town.', 'killed person 15', 'The road has a toll of 15 dollars.'],
  'taken-hostage': ['Militants took 30 villagers hostage.', 'captured person 30', 'The bus took 30 villagers home.'],
  held: ['Forty hostages are still being held.', 'captured person 40', 'Forty meetings are still being held.'],
  holding: ['The group is holding two reporters.', 'captured journalist 2', 'The group is holding two meetings.'],
  'prison-holds': ['The prison holds 800 fighters.', 'captured combatant 800', 'The hall holds 800 fighters.'],
  'in-captivity': ['Forty drivers are in captivity.', 'captured person 40', 'Forty drivers are in danger.'],
  hostages: ['There were 40 hostages in the tunnel.', 'captured person 40', 'There were 40 tourists in the tunnel.'],
  'moved-away': ['More than 2,000 people left the country.', 'displaced person 2000 at_least', 'More than 2,000 people left the stadium.'],
  'driven-from-home': ['The fighting forced 600 people from their homes.', 'displaced person 600', 'The fighting kept 600 people from their prayers.'],
  'camp-holds': ['The camp holds some 12,000 people.', 'displaced person 12000 about', 'The stadium holds some 12,000 people.'],
  'camp-home-to': ['The camp is home to 9,000 people.', 'displaced person 9000', 'The village is home to 9,000 people.'],
  'in-camp': ['Aid reached the 13,000 women and children in the camp.', 'displaced person 13000', 'Aid reached the 13,000 women and children in the town.'],
  'become-refugees': ['Some 6,000 children have become refugees.', 'displaced child 6000 about', 'Some 6,000 children have become pupils.'],
  refugees: ['The ministry spoke of 4,000 refugees.', 'displaced person 4000', 'The ministry spoke of 4,000 voters and an attack.'],
  besieged: ['About 900 civilians remain in the basements.', 'trapped civilian 900 about', 'About 900 civilians remain in the village.'],
  'under-rubble': ['Ten people are under the rubble.', 'trapped person 10', 'Ten bodies lie under the awning.'],
  'pulled-out': ['Crews pulled four people from the rubble.', 'rescued person 4', 'Crews pulled four carts from the rubble.'],
  'without-service': ['About 40,000 homes were left without power.', 'without_service household 40000 about', 'About 40,000 homes were built without cellars.'],
  'whole-launched': ['Crews shot down 12 of 15 drones.', 'intercepted drone 12; launched drone 15', 'Crews repaired 12 of 15 drones.'],
  'weapon-hits': ['Two missiles hit the square.', 'struck missile 2', 'Two missiles stood in the square.'],
  'weapons-counted': ['The raid involved nine drones and a balloon.', 'launched drone 9', 'The fair showed nine drones and a balloon.'],
  'attack-with-weapons': ['The army attacked the town with six missiles.', 'launched missile 6', 'The army paraded in the town with six missiles.'],
  'strikes-recorded': ['Seven strikes were reported in the port.', 'struck strike 7', 'Seven strikes were called by unions.'],
  'strikes-hit': ['Twenty strikes hit the port.', 'launched strike 20; struck facility 1', 'Twenty strikes by workers hit the port.'],
  'strikes-counted': ['At least 12 attacks shook the province.', 'launched strike 12 at_least', 'At least 12 concerts shook the province.'],
  'strikes-carried-out': ['Jets carried out 20 strikes.', 'launched strike 20', 'Jets carried out 20 tourists.'],
  'strike-on': ['The attack on a factory went on.', 'struck facility 1', 'The attack on the enemy went on.'],
  'damage-to': ['The photographs show damage to a hospital.', 'damaged hospital 1', 'The photographs show the way to a hospital.'],
  'as-before': ['Nine miners were killed, up from four on Friday.', 'killed person 4; killed person 9', 'Nine miners were killed, away from four lamps.'],
  label: ['Killed: 14.', 'killed person 14', 'Time: 14.'],
  share: ['Nine miners were killed in Ames and four in Boone.', 'killed person 4; killed person 9', 'Nine miners were killed in Ames and four in ten were paid.'],
  'struck-by-fall': ['Jets dropped bombs on a bakery.', 'struck building 1', 'Jets dropped leaflets on a bakery.'],
  'in-return': ['They gave him up in return for nine miners.', 'released person 9', 'They gave him up for nine miners.'],
  'split-verb': ['The guards beat three miners to death.', 'killed person 3', 'The guards beat three miners to the prize.'],
  'came-home': ['Eighty soldiers returned home in a prisoner swap.', 'released combatant 80', 'Eighty soldiers returned home after the drill.'],
  'in-care': ['Six miners are in a critical condition.', 'injured person 6', 'Six miners are in a hopeful condition after the blast.'],
  wounds: ['Five miners suffered shrapnel wounds.', 'injured person 5', 'Five miners suffered losses in the attack.'],
  throats: ['They slit the throats of five miners.', 'killed person 5', 'They sprayed the throats of five miners after the attack.'],
  'losses-are': ['Enemy losses amounted to 80 men and four tanks.', 'destroyed tank 4; killed combatant 80', 'Enemy forces amounted to 80 men and four tanks.'],
  'times-struck': ['The town was shelled twelve times.', 'struck strike 12', 'The town was renamed twelve times after the attack.'],
  'on-the-move': ['About 4,000 people are on the move.', 'displaced person 4000 about', 'About 4,000 people are on the committee.'],
  whereabouts: ['The whereabouts of nine miners are unknown after the attack.', 'missing person 9', 'The names of nine miners are unknown after the attack.'],
  buried: ['The town buried nine soldiers.', 'killed combatant 9', 'The town hired nine soldiers.'],
  fallen: ['Nine soldiers fell at the bridge.', 'killed combatant 9', 'Nine soldiers fell back at the bridge.'],
  minus: ['Minus nine invaders.', 'killed combatant 9', 'Nine invaders were there.'],
  ordinal: ['It was the fourth time the plant had been hit.', 'struck strike 4', 'It was the fourth time the plant had been sold.'],
}

describe('rules of counting', () => {
  it.each(COUNT_RULES.map((rule) => [rule, ...RULES[rule]] as const))('%s', (rule, reads, counts, silent) => {
    expect(countsOf(reads)).toBe(counts)
    expect(findingsIn(reads).findings.map((f) => f.rule), reads).toContain(rule)
    expect(findingsIn(silent).findings.map((f) => f.rule), silent).not.toContain(rule)
  })
})

/** Words that look like counts of harm and are none: with the reason. */
const SILENT: [sentence: string, why: string][] = [
  ['The gunner, 45, was promoted after the attack.', 'an age'],
  ['The 54-year-old saw the strike.', 'an age in one word'],
  ['The 93rd Brigade attacked at dawn.', 'a unit'],
  ['Brigade 93 attacked at dawn.', 'a unit'],
  ['The shelling was heard 40 kilometres away.', 'a distance'],
  ['Rebuilding after the raids will take 40 million dollars.', 'money'],
  ['The raids cost $40m.', 'money'],
  ['About 30% of houses were damaged.', 'a share'],
  ['Two thirds of the town was destroyed.', 'a share'],
  ['Around 50 soldiers are killed every day.', 'a rate'],
  ['Shells kill 20 people a week.', 'a rate'],
  ['The army plans to destroy 40 depots.', 'a plan'],
  ['If the dam breaks, 4,000 people could die.', 'a condition'],
  ['The mission would rescue 40 divers.', 'not yet'],
  ['The drones will be launched by 300 operators.', 'not the patient'],
  ['No one was killed when the roof fell.', 'nobody'],
  ['Nobody was hurt in the two towns.', 'nobody'],
  ['The war ended in 1945.', 'a year'],
  ['The attack came at 5:40.', 'a time of day'],
  ['The rocket has a range of 300 km.', 'a range'],
  ['They sought help in evacuating 200 people.', 'not done yet'],
  ['A tank that is hit burns for days.', 'tanks in general'],
  ['The court released a statement.', 'another sense'],
  ['Talks were held by three ministers.', 'another sense'],
  ['Nobody has been held accountable.', 'another sense'],
  ['It was one of the largest raids of the war.', 'an idiom'],
  ['The blockade traps millions of tonnes of grain.', 'a weight'],
  ['Three countries condemned the strike.', 'who speaks'],
]

describe('numbers that count no harm', () => {
  it.each(SILENT)('%s (%s)', (sentence) => expect(countsOf(sentence)).toBe(''))
})

describe('what is left out', () => {
  it.each([
    ['Two soldiers were killed and a third was wounded.', 'injured combatant 1; killed combatant 2', 'the kind is copied'],
    ['At least five people died and six were hurt.', 'injured person 6; killed person 5 at_least', 'the bound is not'],
    ['Of the 60 fighters, 20 were killed.', 'killed combatant 20', 'the whole told before its part'],
    ['The death toll stood at 40. It has risen to 52.', 'killed person 40; killed person 52', 'what goes on about a level'],
    ['The rent stood at 40 crowns. It has risen to 52.', '', 'no level of harm'],
    ['The reporter Ann Teller spoke. Teller was killed.', 'killed journalist 1', 'what she is was told before'],
  ])('%s (%s) %s', (text, counts) => expect(countsOf(text)).toBe(counts))
})

describe('laws', () => {
  const SENTENCES = [...Object.values(RULES).flatMap(([reads, , silent]) => [reads, silent]), ...SILENT.map(([s]) => s)]
  it('a quote is the text at its span and its numbers lie inside', () => {
    fc.assert(fc.property(fc.shuffledSubarray(SENTENCES, { minLength: 3, maxLength: 12 }), fc.constantFrom(' ', '\n\n', ' “'), (picked, glue) => {
      const text = picked.join(glue)
      const { claims } = extract(documentOf(text), gazetteer)
      for (const claim of claims) {
        expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
        for (const q of claim.quantities) expect(q.start >= claim.start && q.end <= claim.end && q.end > q.start && q.end - q.start <= 60).toBe(true)
      }
    }), { numRuns: 60 })
  })

  it('the same sentence counts the same wherever it stands among sentences of peace', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.values(RULES).map(([reads]) => reads)), fc.integer({ min: 0, max: 3 }), (sentence, before) => {
      expect(countsOf('The weather was mild. '.repeat(before) + sentence)).toBe(countsOf(sentence))
    }), { numRuns: 60 })
  })

  it.each<[string, (n: number) => string, number]>([
    ['a sentence without an end', (n) => 'the army killed three men and '.repeat(n), 4000],
    ['digits', (n) => `The blast killed ${'9'.repeat(n)} people.`, 200_000],
    ['quotation marks', (n) => `The blast killed ${'"'.repeat(n)} 12 people.`, 60_000],
    ['brackets', (n) => `The blast ${'('.repeat(n)}killed 12 people${')'.repeat(n)} and hurt six.`, 2500],
    ['commas', (n) => 'Two men, '.repeat(n) + 'were killed.', 10_000],
    ['and', (n) => 'two men and '.repeat(n) + 'were killed', 10_000],
    ['of', (n) => 'Two of '.repeat(n) + 'them were killed.', 10_000],
    ['numbers', (n) => '12 '.repeat(n) + 'were killed', 20_000],
    ['relatives', (n) => 'a man who was hit and '.repeat(n), 4000],
    ['parts after a dash', (n) => `The office counted 90 cases of detention – ${'three men, '.repeat(n)}and a boy.`, 4000],
  ])('reads %s in time that grows with the text', (_, text, times) => {
    expect(growthFourfold((n) => findingsIn(text(n)), times)).toBeLessThan(9)
  })
})
