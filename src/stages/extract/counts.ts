// Counted effects: which numbers of a sentence (and which single people and things) are killed, hurt, launched, shot down …
// One finding for each; who says it, where and when come later.
import { PEOPLE, type Bound, type Counted, type Measure, type Note } from '../../model/claim.ts'
import type { TokenTable } from '../../model/document.ts'
import { actorsIn, ARMED_GROUPS } from '../../languages/en/actors.ts'
import type { Chunk, NounPhrase } from '../../languages/en/chunks.ts'
import { governor, objectsOf, subjectOf, subsetsAfter } from '../../languages/en/clauses.ts'
import { measureOf, NOMINAL_SENSE, PEOPLE_SENSES } from '../../languages/en/measures.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { moodOf, type Mood } from './mood.ts'

export interface Finding {
  measure: Measure
  of: Counted
  value: number
  bound: Bound
  /** Tokens of the words that state it, and of the number itself. */
  first: number
  last: number
  numberFirst: number
  numberLast: number
  sentence: number
  /** The chunk that tells it (verb group, event noun) and that of the patient. */
  anchor: number
  patient: number
  sense: string
  mood: Mood
  /** The patient is one named person or thing, or "a …": no number in words. */
  implicit: boolean
  /** How one person or thing is told: by name, by "a …", or by words that point to what was told before. */
  single: 'name' | 'indefinite' | 'definite' | 'pronoun' | null
  /** A part of another finding of the sentence. */
  subset: boolean
  rule: string
}

export interface CountContext {
  tokens: TokenTable
  /** Kind counted last, by family: what an elided head stands for. */
  lastPeople: Counted | null
  lastThing: Counted | null
  peopleSentence: number
  lastSense: string | null
  notes: Note[]
}

const ONE = new Set(['a', 'an', 'another', 'one'])
const GENERIC_VERBS_OF_STRIKES = new Set(['carry', 'conduct', 'make', 'launch', 'stage', 'mount', 'perform'])
const HOLD = new Set(['hold', 'remain', 'keep'])
const LEVEL = /^(rise|climb|reach|stand|grow|increase|jump|soar|exceed|pass|top|surpass|hit|swell|put|surge|remain|bring)$/
const ORDINALS: ReadonlyMap<string, number> = new Map(Object.entries({ second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 }))
const STAYS = /^(remain|stay|live|hold|leave|shelter|hide)$/
const SIEGE = /^(besieged|siege|encircled|surrounded|trapped|basements?|cellars?|bunkers?|bombed-out|bombed|blockaded|steelworks|ruins)$/
const MOVES = /^(leave|depart|arrive|cross|exit|emerge|pour|stream|live|stay|settle)$/
const UPROOTED = /^(camps?|shelters?|buses|homes?|refugees?|fighting|bombardment|border|exodus|tents?)$/
const COLLECTIVE = /^(total|number|group|family|string|series|barrage|wave|salvo|crew|team|flurry|volley|fleet|swarm|convoy|couple|pair)$/
/** What only people suffer, so that a noun unknown to the tables is read as people. */
const SUFFERED: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'evacuate', 'rescue', 'displace'])
const ANIMALS = /^(dogs?|cats?|cows?|sheep|horses?|animals?|cattle|pigs?|birds?|livestock|goats?|camels?|chickens?)$/
const WEAPONS: ReadonlySet<string> = new Set(['drone', 'missile', 'munition'])
const HOSTAGES = /^(hostages?|captives?|prisoners?|detainees?)$/
const STATE_ADJECTIVES: Record<string, string> = { displaced: 'displace', injured: 'injure', wounded: 'injure', missing: 'miss', dead: 'kill', captured: 'capture', seized: 'capture', kidnapped: 'capture', abducted: 'capture', stranded: 'trap', trapped: 'trap', destroyed: 'destroy', damaged: 'damage', downed: 'intercept' }

/** Finds every counted effect of one sentence, in order. */
export function findCounts(parsed: ParsedSentence, context: CountContext): Finding[] {
  const { chunks } = parsed
  const found: Finding[] = []
  if (chunks.length === 0) return found
  const usedNumbers = new Set<number>()
  const usedChunks = new Set<number>()
  const add = (patient: number, anchor: number, sense: string, rule: string, options: { subset?: boolean; of?: Counted; measure?: Measure; allowThe?: boolean } = {}): boolean => {
    // "a total of 54 drones", "a family of seven": the number stands in the phrase after "of"
    if (!chunks[patient]!.np!.number && COLLECTIVE.test(headWord(context.tokens, chunks[patient]!.np!))) {
      const inner = afterOf(chunks, patient)
      if (inner < 0 || !chunks[inner]!.np!.number) return false
      patient = inner
    }
    const c = chunks[patient]!, np = c.np!
    if (np.article === 'no') return false
    const mood = moodOf(context.tokens, chunks, anchor)
    const part = partOf(chunks, patient)
    let of: Counted | null = options.of ?? np.counted ?? (np.number && part ? part.counted : null)
    if (part && np.counted === null && part.counted) of = options.of ?? part.counted
    of = joined(chunks, patient, of)
    const number = np.number
    let value: number, implicit = false, single: Finding['single'] = null
    if (number) {
      if (number.masked) { context.notes.push(noteOf(context.tokens, c, 'counts', `${number.masked}: not a count`)); return false }
      value = number.value
      if (value === 1 && !np.head && !part && sense !== 'kill' && sense !== 'die' && sense !== 'injure') return false // "one" for somebody told before
    } else {
      // no number in words: "a hospital was hit", "another was killed", a person by name
      const reference = personReference(np, sense, context.tokens)
      const the = np.article === 'the' && !np.plural && (sense === 'intercept' || options.allowThe === true)
      if (!(ONE.has(np.article) && !np.plural) && !reference && !the && !(named(np) && (sense === 'hit' || sense === 'damage' || sense === 'destroy'))) return false
      if (!of && reference) of = roleOf(np) ?? (reference === 'pronoun' ? context.lastPeople ?? 'person' : 'person')
      single = reference ?? (the ? 'definite' : 'indefinite')
      if (sense === 'displace' || sense === 'flee' || of === 'strike' || of === 'settlement' || of === 'region' || of === 'munition' && sense !== 'intercept') return false // "an attack", "a city": nothing is counted
      if (chunks[anchor]!.vg?.verb?.lemma === 'target' && !chunks[anchor]!.vg!.passive) return false // aimed at, not said to be hit
      value = 1
      implicit = true
    }
    // a noun that no table knows is a person where only people suffer it ("three anaesthetists were killed")
    if (!of && np.head && np.head.tag === 'noun' && !np.head.lexeme && SUFFERED.has(sense) && (number || /(er|or|ist|ian|ant|ent|ee|man|woman)$/.test(headWord(context.tokens, np))) && !ANIMALS.test(headWord(context.tokens, np))) of = 'person'
    if (!of) {
      if (!np.elided && !(number && !np.head)) return false
      of = PEOPLE_SENSES.has(sense) ? (parsed.index - context.peopleSentence <= 1 ? context.lastPeople : null) ?? 'person' : context.lastThing
      if (!of) return false
    }
    if (of === 'munition' && /^targets?$/.test(headWord(context.tokens, np.head ? np : part ?? np)) && (sense === 'hit' || sense === 'attack' || sense === 'bomb' || sense === 'shell')) of = 'facility'
    if (of === 'person' && !options.of && ofArmedGroup(np, part, context.tokens)) of = 'combatant'
    const measure = options.measure ?? measureOf(sense, of)
    if (!measure) return false
    if (number && usedNumbers.has(number.numberFirst) && !sharesNumber(found, number.numberFirst, measure)) return false
    if (mood === 'negated' || mood === 'hypothetical') { context.notes.push(noteOf(context.tokens, c, 'mood', `${mood}: not something that happened`)); return false }
    const anchorChunk = chunks[anchor]!
    const first = Math.min(c.first, anchorChunk.first), last = Math.max(c.last, anchorChunk.last)
    const words: Pick<Finding, 'numberFirst' | 'numberLast'> = number ? { numberFirst: number.first, numberLast: number.last } : { numberFirst: c.first, numberLast: Math.min(c.last, c.first + 6) }
    const base = { measure, of, first, last, ...words, sentence: parsed.index, anchor, patient, sense, mood, implicit, single, subset: options.subset ?? false, rule }
    if (number?.high) {
      found.push({ ...base, value, bound: 'at_least' }, { ...base, value: number.high, bound: 'at_most' })
    } else found.push({ ...base, value, bound: number?.bound ?? 'exact' })
    if (number) usedNumbers.add(number.numberFirst)
    usedChunks.add(patient)
    // what is left out later stands for the whole that was counted, not for a part or for one person
    if (!PEOPLE.has(of)) context.lastThing = of
    else if (!options.subset && !implicit && of !== 'child') { context.lastPeople = of; context.peopleSentence = parsed.index }
    else if (of === 'child' && !options.subset && !implicit) context.lastPeople = null
    context.lastSense = sense
    return true
  }

  for (let k = 0; k < chunks.length; k++) {
    const c = chunks[k]!
    if (c.kind === 'vg') verbCounts(k)
    else if (c.kind === 'np') nounCounts(k)
  }
  for (let k = 0; k < chunks.length; k++) if (chunks[k]!.kind === 'np' && !usedChunks.has(k)) bareCounts(k)
  ordinals()

  /** "the fifth time the school has been hit", "the third attack this week": an ordinal counts strikes. */
  function ordinals(): void {
    const { lower } = context.tokens
    const s0 = chunks[0]?.first ?? 0, s1 = chunks.at(-1)?.last ?? 0
    for (let i = s0; i + 2 < s1; i++) {
      if (lower[i + 1] !== 'time' || lower[i - 1] !== 'the') continue
      const value = ORDINALS.get(lower[i]!)
      if (value === undefined) continue
      const k = chunks.findIndex((c) => c.first > i + 1 && c.vg?.verb !== undefined && c.vg.verb !== null && /^(hit|attack|shell|bomb)$/.test(c.vg.verb.sense))
      if (k < 0) continue
      const { vg } = chunks[k]!
      found.push({ measure: vg!.passive ? 'struck' : 'launched', of: 'strike', value, bound: 'exact', first: i - 1, last: chunks[k]!.last, numberFirst: i, numberLast: i + 1, sentence: parsed.index, anchor: k, patient: k, sense: 'hit', mood: moodOf(context.tokens, chunks, k), implicit: false, single: null, subset: false, rule: 'ordinal' })
    }
  }

  /** Numbers that no verb takes up but whose noun tells what happened: hostages, refugees, strikes, weapons in a telling of attacks. */
  function bareCounts(k: number): void {
    const np = chunks[k]!.np!
    if (!np.number || np.number.masked || usedNumbers.has(np.number.numberFirst)) return
    const part = np.head ? null : partOf(chunks, k)
    const word = headWord(context.tokens, np.head ? np : part ?? np)
    if (/^(hostages|captives)$/.test(word) && np.number.value >= 20) { add(k, k, 'capture', 'hostages'); return }
    if (/^(refugees|idps|displaced|evacuees)$/.test(word)) { add(k, k, 'displace', 'refugees'); return }
    const counted = np.counted ?? part?.counted ?? null
    // a camp that is home to a number of people counts the displaced
    if (counted && PEOPLE.has(counted) && governor(chunks, k) === 'to' && chunks[k - 2]?.np && headWord(context.tokens, chunks[k - 2]!.np!) === 'home' && chunks.some((c) => c.np && /^camps?$/.test(headWord(context.tokens, c.np)))) { add(k, k, 'displace', 'camp-home-to'); return }
    if (counted === 'strike' && np.number.value > (/^(attack|strike|airstrike|raid)s$/.test(word) ? 1 : 2)) { add(k, k, 'launch', 'strikes-counted', { measure: /^(explosion|blast|detonation|arrival|impact)s$/.test(word) ? 'struck' : 'launched' }); return }
    if (counted && WEAPONS.has(counted) && /^(drones?|uavs?|shaheds?|missiles?|rockets?|bombs?|projectiles?)$/.test(word) && chunks.some((c) => c.np?.event === 'strike' || (c.vg?.verb && /^(attack|hit|launch|bomb|shell)$/.test(c.vg.verb.sense)))) add(k, k, 'launch', 'weapons-counted', { measure: 'launched' })
  }

  function verbCounts(k: number): void {
    const vg = chunks[k]!.vg!
    if (!vg.verb || vg.verb.sense === 'be') copular(k)
    if (!vg.verb) return
    const lemma = vg.verb.lemma
    const together = harmTogether(k)
    if (together < 0) return
    if (together > 0) {
      for (const p of vg.passive || (vg.bare && objectsOf(chunks, k).length === 0) ? subjectOf(chunks, k) : objectsOf(chunks, k)) add(p, k, 'casualties', 'harms-together')
      return
    }
    for (const verb of vg.senses.length > 0 ? vg.senses : [vg.verb]) {
      if (verb.sense === 'common' || verb.sense === 'say') continue
      const objects = objectsOf(chunks, k)
      const active = verb.patient === 'object' && !vg.passive && (!vg.bare || objectFollows(k, objects)) && verb.sense !== 'state'
      const patients = verb.patient === 'subject' || !active ? subjectOf(chunks, k) : objects
      let any = false
      for (const p of patients) {
        const rule = active ? 'agent-verb-count' : 'count-verb'
        if (!active && verb.sense === 'hit' && vg.bare && chunks[p]!.np!.counted && WEAPONS.has(chunks[p]!.np!.counted!)) { if (add(p, k, 'hit', 'weapon-hits', { measure: 'struck' })) any = true }
        else if (add(p, k, verb.sense === 'collapse' && chunks[p]!.np!.counted !== 'building' ? 'none' : verb.sense, rule)) any = true
        else if (weaponMoves(p, k, verb.sense)) any = true
      }
      if (any) {
        for (const p of patients) for (const s of subsetsAfter(chunks, Math.max(p, k))) add(s, k, verb.sense, 'subset', { subset: true })
        if (vg.passive || verb.patient === 'subject') break
      } else if (patients.length > 0 && PEOPLE_SENSES.has(verb.sense) && (patients.some((p) => chunks[p]!.np!.plural || chunks[p]!.np!.elided))) {
        // "civilians were killed, including two children": the whole has no number, the parts have
        for (const s of subsetsAfter(chunks, Math.max(patients.at(-1)!, k))) add(s, k, verb.sense, 'subset', { subset: true })
      }
      if (active && weaponSubject(k, verb.sense)) any = true
    }
    // "carried out 20 strikes", "attacked with five drones", "three arrivals were recorded"
    if (GENERIC_VERBS_OF_STRIKES.has(lemma.split('_')[0]!) && !vg.passive) for (const p of objectsOf(chunks, k)) if (chunks[p]!.np!.counted === 'strike') add(p, k, 'launch', 'strikes-carried-out', { measure: 'launched' })
    if (vg.passive || vg.bare) for (const p of subjectOf(chunks, k)) if (chunks[p]!.np!.counted === 'strike' && chunks[p]!.np!.number) add(p, k, 'hit', 'strikes-recorded', { measure: /record|report|hear|register/.test(lemma) ? 'struck' : 'launched' })
    if ((vg.verb.sense === 'attack' || vg.verb.sense === 'hit' || lemma === 'use') && !vg.passive) withWeapons(k)
    if (HOLD.has(lemma)) held(k)
    if (/^(force|drive|push|expel|chase)$/.test(lemma)) driven(k)
    if (lemma === 'take' || lemma === 'bring' || lemma === 'drag') taken(k)
    if (LEVEL.test(lemma)) level(k)
    if (MOVES.test(lemma) && !vg.passive) moved(k)
    if (STAYS.test(lemma)) besieged(k)
  }

  /** "killed, injured or captured 5,000": verbs of harm with one number between them. -1: a later verb tells it; 1: this one does. */
  function harmTogether(k: number): number {
    const harm = (c: Chunk | undefined): boolean => c?.vg?.verb !== undefined && c.vg.verb !== null && (c.vg.verb.sense === 'kill' || c.vg.verb.sense === 'injure')
    const kin = (c: Chunk | undefined): boolean => harm(c) || c?.vg?.verb?.sense === 'capture'
    if (!kin(chunks[k])) return 0
    let next = k + 1
    while (chunks[next]?.kind === 'conj' || chunks[next]?.kind === 'comma') next++
    if (next > k + 1 && kin(chunks[next]) && chunks[next]!.vg!.verb!.sense !== chunks[k]!.vg!.verb!.sense && (harm(chunks[next]) || harm(chunks[k]))) return -1
    let before = k - 1
    while (chunks[before]?.kind === 'conj' || chunks[before]?.kind === 'comma') before--
    return before < k - 1 && kin(chunks[before]) && chunks[before]!.vg!.verb!.sense !== chunks[k]!.vg!.verb!.sense && (harm(chunks[before]) || harm(chunks[k])) ? 1 : 0
  }

  /** "took 250 others hostage", "taking 251 people as hostages", "111 hostages were taken". */
  function taken(k: number): void {
    const { vg } = chunks[k]!
    for (const p of vg!.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)) {
      const part = partOf(chunks, p)
      const own = HOSTAGES.test(headWord(context.tokens, chunks[p]!.np!)) || (part !== null && HOSTAGES.test(headWord(context.tokens, part)))
      let after = false
      for (let i = p + 1; i < Math.min(chunks.length, p + 6) && !after; i++) {
        if (chunks[i]!.kind === 'vg' || chunks[i]!.kind === 'stop' || chunks[i]!.kind === 'comma') break
        after = chunks[i]!.np !== null && HOSTAGES.test(headWord(context.tokens, chunks[i]!.np!)) || /hostages?|captive|prisoners?/.test(context.tokens.lower[chunks[i]!.last - 1]!)
      }
      if (own || after) add(p, k, 'capture', 'taken-hostage')
    }
  }

  /** "the death toll has risen to 23", "the number of displaced people climbed to 6.2 million". */
  function level(k: number): void {
    const subject = subjectOf(chunks, k).at(-1)
    if (subject === undefined) return
    const sense = levelSense(context.tokens, chunks, subject)
    if (!sense) return
    for (let i = k + 1; i < Math.min(chunks.length, k + 8); i++) {
      const c = chunks[i]!
      if (c.kind === 'stop' || (c.kind === 'vg' && !c.vg!.infinitive)) return
      if (c.kind === 'np' && c.np!.number && !c.np!.number.masked && c.np!.counted !== 'strike') {
        const prep = governor(chunks, i)
        if (prep === null || /^(to|at|by|over|past)$/.test(prep)) add(i, k, sense, 'level', { of: c.np!.counted && PEOPLE.has(c.np!.counted) ? c.np!.counted : 'person' })
      }
    }
  }

  /** "left 30 injured" has its object as the subject of the participle; an object right after makes a bare participle active. */
  function objectFollows(k: number, objects: readonly number[]): boolean {
    const next = objects[0]
    if (next === undefined) return false
    for (let i = k + 1; i < next; i++) if (chunks[i]!.kind === 'conj') return true
    const np = chunks[next]!.np!
    return !(np.proper && !np.number && chunks[next + 1]?.kind === 'vg' && false)
  }

  /** "two missiles hit a plant": the weapon is counted too. */
  function weaponSubject(k: number, sense: string): boolean {
    if (sense !== 'hit' && sense !== 'attack') return false
    let any = false
    for (const p of subjectOf(chunks, k)) {
      const np = chunks[p]!.np!
      const counted = np.counted ?? (np.number ? partOf(chunks, p)?.counted : null)
      if (counted && WEAPONS.has(counted) && np.number) any = add(p, k, sense, 'weapon-hits', { measure: /^(hit|strike|slam|crash|smash|tear)/.test(chunks[k]!.vg!.verb!.lemma) ? 'struck' : 'launched' }) || any
      else if (counted === 'strike' && np.number) any = add(p, k, sense, 'strikes-hit', { measure: 'launched' }) || any
    }
    return any
  }

  function weaponMoves(p: number, k: number, sense: string): boolean {
    const np = chunks[p]!.np!
    return sense === 'hit' && chunks[k]!.vg!.passive && np.counted === 'strike' ? add(p, k, 'launch', 'strikes-launched', { measure: 'launched' }) : false
  }

  function withWeapons(k: number): void {
    for (let i = k + 1; i < Math.min(chunks.length - 1, k + 8); i++) {
      const c = chunks[i]!
      if (c.kind === 'vg' || c.kind === 'stop') return
      if (chunks[k]!.vg!.verb!.lemma !== 'use' && !(c.kind === 'prep' && c.word === 'with')) continue
      const from = c.kind === 'np' ? i : i + 1
      if (chunks[from]?.kind !== 'np') continue
      for (let j = from; j < chunks.length && (chunks[j]!.kind === 'np' || chunks[j]!.kind === 'conj' || chunks[j]!.kind === 'comma'); j++) {
        const np = chunks[j]!.np
        if (np && (np.counted === 'missile' || np.counted === 'drone' || np.counted === 'munition') && (np.number || (ONE.has(np.article) && chunks[k]!.vg!.verb!.lemma !== 'use'))) add(j, k, 'launch', 'attack-with-weapons', { measure: 'launched' })
      }
      return
    }
  }

  /** "almost 7,000 people left the towns", "12,000 people have arrived at the camp", "live in camps": the moved count as displaced. */
  function moved(k: number): void {
    const all = chunks.some((c) => c.np?.head && UPROOTED.test(headWord(context.tokens, c.np)))
    if (!all) return
    for (const p of subjectOf(chunks, k)) {
      const np = chunks[p]!.np!
      const counted = np.counted ?? partOf(chunks, p)?.counted
      if (np.number && np.number.value >= 10 && counted && PEOPLE.has(counted) && counted !== 'combatant') add(p, k, 'displace', 'moved-away')
    }
  }

  /** "about 900 civilians remain in the basements", "107 people are left in the besieged town": those who cannot leave count as trapped. */
  function besieged(k: number): void {
    if (!besiegedHere()) return
    for (const p of subjectOf(chunks, k)) {
      const np = chunks[p]!.np!
      const counted = np.counted ?? partOf(chunks, p)?.counted
      if (np.number && np.number.value >= 5 && counted && PEOPLE.has(counted)) add(p, k, 'trap', 'besieged')
    }
  }

  function besiegedHere(): boolean {
    for (let i = chunks[0]!.first; i < chunks.at(-1)!.last; i++) if (SIEGE.test(context.tokens.lower[i]!)) return true
    return false
  }

  /** "forced 60,000 people from their homes". */
  function driven(k: number): void {
    const patients = chunks[k]!.vg!.passive ? subjectOf(chunks, k) : objectsOf(chunks, k)
    for (let i = k + 1; i < Math.min(chunks.length, k + 9); i++) {
      if (chunks[i]!.kind === 'stop' || chunks[i]!.kind === 'comma') return
      if (chunks[i]!.kind === 'prep' && (chunks[i]!.word === 'from' || chunks[i]!.word === 'of') && chunks[i + 1]?.np && /^(homes?|houses|villages?|lands?)$/.test(headWord(context.tokens, chunks[i + 1]!.np!))) { for (const p of patients) add(p, k, 'displace', 'driven-from-home'); return }
    }
  }

  /** "101 hostages are still being held", "109 hostages remain". */
  function held(k: number): void {
    const { vg } = chunks[k]!
    if (!vg!.passive && !(vg!.verb!.lemma !== 'hold') && objectsOf(chunks, k).length > 0) return // "held talks"
    for (const p of subjectOf(chunks, k)) {
      const np = chunks[p]!.np!, part = np.head ? null : partOf(chunks, p)
      const hostage = HOSTAGES.test(headWord(context.tokens, part ?? np))
      if (hostage || (vg!.verb!.lemma === 'hold' && (vg!.passive || vg!.bare) && (np.counted && PEOPLE.has(np.counted) || part?.counted && PEOPLE.has(part.counted) || np.proper || np.elided))) add(p, k, 'capture', 'held')
    }
  }

  /** "18 of them are residential buildings", "two of the dead were children", "12 were women". */
  function copular(k: number): void {
    const subject = subjectOf(chunks, k).at(-1)
    const object = objectsOf(chunks, k)[0]
    if (subject === undefined) return
    const np = chunks[subject]!.np!
    const under = chunks[k + 1]?.word === 'under' || chunks[k + 1]?.word === 'beneath' ? chunks[k + 2]?.np : null
    if (np.number && under && /^(rubble|debris|ruins|wreckage)$/.test(headWord(context.tokens, under))) { add(subject, k, 'trap', 'under-rubble'); return }
    // "remains in captivity", "is in detention"
    const held = chunks[k + 1]?.word === 'in' ? chunks[k + 2]?.np : null
    if (held && /^(captivity|detention|custody|prison|jail)$/.test(headWord(context.tokens, held))) { add(subject, k, 'capture', 'in-captivity'); return }
    if (!np.number || np.head) return
    const of = partOf(chunks, subject)
    const harm = of?.head ? partHarm(context.tokens, of) : null
    const sense = harm ?? (of?.pronoun === 'them' || of?.pronoun === 'whom' || !of ? context.lastSense : null)
    if (!sense || object === undefined || chunks[object]!.np!.counted === null) return
    if (add(subject, k, sense, 'part-is', { of: chunks[object]!.np!.counted!, subset: true })) { const f = found.at(-1)!; f.last = Math.max(f.last, chunks[object]!.last) }
  }

  function nounCounts(k: number): void {
    const np = chunks[k]!.np!, head = np.head
    if (!head) return
    const word = context.tokens.lower[head.last - 1]!
    const sense = NOMINAL_SENSE.get(word)
    if (sense) {
      // "three deaths", "20 injuries"
      if (np.number && (sense === 'kill' || sense === 'injure' || sense === 'casualties' || sense === 'capture')) {
        const of: Counted = np.units.some((u) => context.tokens.lower[u.first] === 'civilian') ? 'civilian' : np.units.some((u) => /^(military|troop|combat)$/.test(context.tokens.lower[u.first]!)) ? 'combatant' : 'person'
        const part = partOf(chunks, k)
        add(k, k, sense, 'harm-noun', { of: part?.counted && PEOPLE.has(part.counted) && !part.number ? part.counted : of })
      }
      // "the deaths of 12 people"
      const of = afterOf(chunks, k)
      if (of >= 0) for (const p of listAfter(chunks, of)) add(p, k, sense, 'harm-noun-of')
      return
    }
    // "75 cases of unlawful detention"
    if (np.number && /^(cases?|instances?|counts?|acts?)$/.test(word)) {
      const part = partOf(chunks, k)
      const harm = part?.head ? NOMINAL_SENSE.get(headWord(context.tokens, part)) : undefined
      if (harm === 'capture' || harm === 'kill' || harm === 'miss' || harm === 'injure') add(k, k, harm, 'cases', { of: 'civilian' })
      return
    }
    if (/^(body|bodies|corpse|corpses|remains)$/.test(word)) {
      if (np.number) { add(k, k, 'kill', 'bodies', { of: partOf(chunks, k)?.counted ?? 'person' }); return }
      const of = afterOf(chunks, k)
      if (of >= 0 && chunks[of]!.np!.number) add(of, k, 'kill', 'bodies-of')
      return
    }
    // "60,000 displaced people", "two injured soldiers"
    if (np.number && np.counted && !usedChunks.has(k)) {
      const state = np.units.find((u) => u.tag === 'adj' && STATE_ADJECTIVES[context.tokens.lower[u.first]!])
      if (state) add(k, k, STATE_ADJECTIVES[context.tokens.lower[state.first]!]!, 'harmed-noun')
    } else if (np.counted && !np.plural && ONE.has(np.article)) {
      const state = np.units.find((u) => u.tag === 'adj' && /^(destroyed|damaged|downed|collapsed|captured|seized)$/.test(context.tokens.lower[u.first]!))
      if (state) add(k, k, context.tokens.lower[state.first] === 'collapsed' ? 'destroy' : STATE_ADJECTIVES[context.tokens.lower[state.first]!]!, 'harmed-noun')
    }
    // "an attack on a school", "strikes on two hospitals"
    if (np.event === 'strike' && chunks[k + 1]?.kind === 'prep' && /^(on|at|against)$/.test(chunks[k + 1]!.word) && chunks[k + 2]?.kind === 'np') {
      for (const p of listAfter(chunks, k + 2)) if (chunks[p]!.np!.number || ONE.has(chunks[p]!.np!.article) || named(chunks[p]!.np!)) add(p, k, 'hit', 'strike-on')
    }
  }
  return found
}

/** What a level counts: a death toll, the number of wounded or displaced people; null for other stocks. */
function levelSense(tokens: TokenTable, chunks: readonly Chunk[], i: number): string | null {
  const words = (c: Chunk): string => { let s = ''; for (let t = c.first; t < c.last; t++) s += ' ' + tokens.lower[t]!; return s }
  const own = words(chunks[i]!)
  if (/ (toll|deaths|fatalities)\b/.test(own)) return 'kill'
  if (/ injuries\b/.test(own)) return 'injure'
  if (/ casualties\b/.test(own)) return 'casualties'
  if (!/ (number|total|figure|count)\b/.test(own) && !/ (displaced|refugees)\b/.test(own)) return null
  let text = own
  for (let k = i + 1; k < Math.min(chunks.length, i + 5) && chunks[k]!.kind !== 'stop'; k++) text += words(chunks[k]!)
  if (/ (dead|deaths|killed|fatalities|victims)\b/.test(text)) return 'kill'
  if (/ (injured|wounded|injuries)\b/.test(text)) return 'injure'
  if (/ (displaced|refugees|displacement)\b/.test(text)) return 'displace'
  if (/ (missing)\b/.test(text)) return 'miss'
  if (/ (hostages|captives|prisoners)\b/.test(text)) return 'capture'
  return null
}

const headWord = (tokens: TokenTable, np: NounPhrase): string => (np.head ? tokens.lower[np.head.last - 1]! : '')

/** "300 drones and missiles", "200 troops and civilians": one number over two kinds counts what holds both. */
function joined(chunks: readonly Chunk[], i: number, of: Counted | null): Counted | null {
  if (!chunks[i]!.np!.number) return of
  // "19 Hamas and Islamic Jihad fighters": the noun stands at the end of the pair
  if (!of && chunks[i]!.np!.head?.tag === 'proper' && chunks[i + 1]?.kind === 'conj') { const tail = chunks[i + 2]?.np; return tail && !tail.number && tail.counted && PEOPLE.has(tail.counted) ? tail.counted : of }
  if (!of) return of
  const at = chunks[i]!.np!.counted ? i : afterOf(chunks, i)
  if (at < 0 || chunks[at + 1]?.kind !== 'conj' || chunks[at + 1]!.word !== 'and') return of
  const next = chunks[at + 2]?.np
  if (!next || next.number || next.article !== '' || !next.counted || next.counted === of || !next.plural) return of
  if (WEAPONS.has(of) && WEAPONS.has(next.counted)) return 'munition'
  if (PEOPLE.has(of) && PEOPLE.has(next.counted)) return 'person'
  return of
}

const noteOf = (tokens: TokenTable, c: Chunk, rule: string, note: string): Note => ({ start: tokens.start[c.first]!, end: tokens.end[c.last - 1]!, rule, note })

/** One number may be told by two verbs ("40 drones launched … were shot down"): one finding a measure. */
function sharesNumber(found: readonly Finding[], numberFirst: number, measure: Measure): boolean {
  return !found.some((f) => f.numberFirst <= numberFirst && f.numberLast > numberFirst && f.measure === measure)
}

/** The phrase after "of" that a number or noun is a part of: "three of the soldiers", "hundreds of people". */
export function partOf(chunks: readonly Chunk[], i: number): NounPhrase | null {
  const at = afterOf(chunks, i)
  return at >= 0 ? chunks[at]!.np : null
}

function afterOf(chunks: readonly Chunk[], i: number): number {
  if (chunks[i + 1]?.kind !== 'prep' || (chunks[i + 1]!.word !== 'of' && !(chunks[i + 1]!.word === 'among'))) return -1
  let k = i + 2
  while (chunks[k]?.kind === 'quote' || chunks[k]?.kind === 'adv') k++
  return chunks[k]?.kind === 'np' ? k : -1
}

function listAfter(chunks: readonly Chunk[], i: number): number[] {
  const list = [i]
  for (let j = i + 1; j < chunks.length; j++) {
    const c = chunks[j]!
    if (c.kind === 'comma' || c.kind === 'conj') continue
    if (c.kind === 'np' && (chunks[j - 1]!.kind === 'conj' || chunks[j - 1]!.kind === 'comma') && chunks[j + 1]?.kind !== 'vg') { list.push(j); continue }
    break
  }
  return list
}

function partHarm(tokens: TokenTable, np: NounPhrase): string | null {
  const word = np.head ? tokens.lower[np.head.last - 1]! : ''
  return /^(dead|victims?|killed|deaths|fatalities)$/.test(word) ? 'kill' : /^(wounded|injured)$/.test(word) ? 'injure' : null
}

/** "three Hamas members", "a Hezbollah commander", "members of the Wagner Group". */
function ofArmedGroup(np: NounPhrase, part: NounPhrase | null, tokens: TokenTable): boolean {
  const member = (x: NounPhrase): boolean => x.units.some((u) => /^(members?|leaders?|chiefs?|operatives?|figures?|commanders?|founders?|masterminds?|men)$/.test(tokens.lower[u.first]!))
  const group = (x: NounPhrase): boolean => x.units.some((u) => ARMED_GROUPS.has(actorsIn(tokens, u.first, u.last)[0]?.side ?? ''))
  return member(np) && (group(np) || (part !== null && group(part)))
}

/** A building or site with a name of its own: "al-Noor school", "the Central hospital". */
function named(np: NounPhrase): boolean {
  return !np.plural && np.counted !== null && /^(school|hospital|building|ship)$/.test(np.counted) && np.units.some((u) => u.tag === 'proper') && !np.units.some((u) => u.tag === 'poss')
}

function roleOf(np: NounPhrase): Counted | null {
  for (const unit of np.units) if (unit.lexeme?.counted && PEOPLE.has(unit.lexeme.counted)) return unit.lexeme.counted
  return null
}

/** Senses that happen to one person: a name, "he" or "the driver" as their patient is a count of one. */
const PERSONAL: ReadonlySet<string> = new Set(['kill', 'die', 'injure', 'capture', 'surrender', 'release', 'rescue', 'miss'])

/** How a phrase points to one person; null where it does not. */
function personReference(np: NounPhrase, sense: string, tokens: TokenTable): 'name' | 'definite' | 'pronoun' | null {
  if (np.proper && PEOPLE_SENSES.has(sense) && isPersonName(np, tokens)) return 'name'
  if (!PERSONAL.has(sense)) return null
  if (np.pronoun !== null) return /^(he|she|him|her)$/.test(np.pronoun) ? 'pronoun' : null
  if (np.counted !== null && PEOPLE.has(np.counted) && !np.plural && np.head !== null && /^(the|his|her|my|their|its)$/.test(np.article)) return 'definite'
  return np.proper && np.units.length === 1 && np.event === null && np.head?.tag === 'proper' && actorsIn(tokens, np.head.first, np.head.last).length === 0 ? 'name' : null
}

/** A person's name: two capitalised words or a role with one, and no word that names a body or a place. */
function isPersonName(np: NounPhrase, _tokens: TokenTable): boolean {
  // "the group's leader Name Surname": the name stands after the possessor
  const own = np.units.slice(np.units.findLastIndex((u) => u.tag === 'poss') + 1)
  const names = own.filter((u) => u.tag === 'proper').length
  const role = own.some((u) => u.lexeme?.counted && PEOPLE.has(u.lexeme.counted))
  return names >= 2 || (role && names >= 1)
}

/** "according to", "of" … that govern a phrase. */
export const governedBy = governor
