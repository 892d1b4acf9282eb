// Diplomacy: the act of a state, a body of states or an armed group towards another, where the act itself is the news:
// talks, deals, sanctions, aid, threats, demands, accusations, and what a statesman says of another side.
import type { Claim } from '../../model/claim.ts'
import { TOKEN_NUMBER, TOKEN_OPEN_QUOTE, TOKEN_WORD, type Document, type TokenTable } from '../../model/document.ts'
import { HARMFUL } from './event-types.ts'
import { actorsIn, sideIn } from '../../languages/en/actors.ts'
import { TIME, type Chunk } from '../../languages/en/chunks.ts'
import { governor, objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import { classesOf, framesOf } from '../../languages/en/frames.ts'
import type { VerbSense } from '../../languages/en/lexicon.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Attribution } from './attribution/attribution.ts'
import type { EventFinding } from './events.ts'
import { frameFor, wholeOf } from './frame-matching.ts'
import { isInPassing } from './in-passing.ts'
import { moodOf } from './mood.ts'
import { findNamedActs } from './named-acts.ts'
import { findTalks, firstSide } from './talks.ts'
import { DWELLERS, LEAVES } from './seats.ts'

/** Who fights and what is fired press, call and send in the field, not between states; families, courts and newspapers do not act for their state. */
const FIELD = /^(troops?|soldiers?|forces?|fighters?|units?|brigades?|battalions?|tanks?|warplanes?|jets?|aircraft|missiles?|drones?|rockets?|attacks?|strikes?|airstrikes?|shelling|invasion|offensive|gunmen|militants|artillery|navy|fleet|helicopters?|bombers?|channels?|billionaire|media|newspapers?|daily|agency|famil(?:y|ies)|relatives|residents|villagers|protesters|protestors|demonstrators|activists|judges?|courts?|prosecutors?|doctors?|surgeons?|hostages?|prisoners?|victims|survivors|refugees|students|journalists?|lawyers?|analysts?|historians?|singers?|actors?|celebrities|athletes|players|fans|voters|economy|economies|currency|currencies|markets?|compan(?:y|ies)|firms?|airlines?|industry|farmers|workers|citizens|tourists|squad|exports?|imports?|public|opinion)$/
/** Who speaks for nobody, told by a word beside the name ("Kenyan businessman Name Surname"). */
const PRIVATE: ReadonlySet<string> = wordGroup('private_person')
/** Courts between states. */
const COURTS: ReadonlySet<string> = new Set(['International Criminal Court', 'International Court of Justice'])
/** Senses that are acts by themselves, whoever they are aimed at. */
const ACTS: ReadonlySet<string> = new Set(['condemn', 'accuse', 'call_on', 'threaten', 'sanction'])
/** Senses that need an object of diplomacy or a second side. */
const THEM: ReadonlySet<string> = new Set(['them', 'him', 'her'])
const ACTS_WITH_OBJECT: ReadonlySet<string> = new Set(['meet', 'agree', 'aid', 'reject', 'announce', 'recognise'])
const ACTS_OF_ANY_KIND: ReadonlySet<string> = new Set([...ACTS, ...ACTS_WITH_OBJECT])
const HOSTILE: ReadonlySet<string> = new Set(['condemn', 'accuse', 'threaten', 'sanction', 'call_on', 'reject', 'stop'])
/** Words that make "recognised" an adjective. */
const DEGREES: ReadonlySet<string> = wordGroup('degree')
/** What was said by whom, as the attribution gives it. */
export interface Saying {
  first: number
  last: number
  speakerFirst: number
  speakerLast: number
  side: string | null
  role: string | null
  cue: string
}

/** What was said, by the sentence that it begins in. */
export function sayingsOf({ tokens }: Document, attributions: readonly Attribution[]): Map<number, Saying[]> {
  const sayings = new Map<number, Saying[]>()
  for (const { first, last, speaker, cue } of attributions) {
    const saying = { first, last, speakerFirst: speaker.first, speakerLast: speaker.last, side: speaker.side, role: speaker.role, cue }
    const sentence = tokens.sentence[first]!, list = sayings.get(sentence)
    if (list) list.push(saying)
    else sayings.set(sentence, [saying])
  }
  return sayings
}

const isForce = (tokens: TokenTable, { np }: Chunk): boolean => np?.head != null && MEN.has(tokens.lower[np.head.last - 1]!)
const MEN: ReadonlySet<string> = new Set(['troops', 'soldiers', 'forces', 'fighters', 'peacekeepers', 'battalion', 'brigade', 'reinforcements', 'relations', 'signals', 'signal'])

/** "Kenyan businessman Name Surname", "an Iranian rights group". */
function isPrivate(tokens: TokenTable, c: Chunk): boolean {
  let rights = false
  for (let t = c.first; t < c.last; t++) {
    const word = tokens.lower[t]!
    if (PRIVATE.has(word) || rights && GROUPS.has(word)) return true
    if (word === 'rights') rights = true
  }
  return false
}
const GROUPS: ReadonlySet<string> = new Set(['group', 'groups', 'organisation', 'organization', 'organisations', 'organizations', 'watchdog', 'defenders', 'monitor'])

/** "many Kenyans", "thousands of Israelis": people of a land, who are not the state. */
function isCrowd(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  const np = chunks[i]!.np, whole = chunks[i + 1]?.word === 'of' ? chunks[i + 2] : undefined
  if (!np) return false
  if (np.number !== null && whole?.np?.head) return namesPeople(tokens, whole.np.head.last - 1)
  if (!np.head || !namesPeople(tokens, np.head.last - 1)) return false
  for (let t = chunks[i]!.first; t < chunks[i]!.last - 1; t++) if (SOME.has(tokens.lower[t]!)) return true
  return np.number !== null
}
const SOME: ReadonlySet<string> = new Set(['many', 'most', 'some', 'few', 'ordinary', 'young', 'other', 'thousands', 'millions'])
/** "Kenyans", "Israelis": a land's people by its name. */
const namesPeople = (tokens: TokenTable, t: number): boolean => tokens.lower[t]!.endsWith('s') && sideIn(tokens, t, t + 1) !== null

/** "Russia threatens all of Europe": how things stand; but "threatens to leave", "threatens the town with shelling", "threatened sanctions". */
function standsAsThreat(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k]!.vg!, next = chunks[k + 1]
  if (vg.past || vg.perfect || next?.vg || tokens.lower[vg.main] === 'threatened') return false
  const head = next?.np?.head
  if (head != null && (next!.np!.event !== null || classesOf(tokens.lower[head.last - 1]!).has('matter'))) return false
  for (let j = k + 2; j < Math.min(chunks.length, k + 5); j++) if (chunks[j]!.word === 'with' || chunks[j]!.vg?.infinitive) return false
  return true
}

/** "with the African Union |calling for| a truce": what a subject behind "with" does meanwhile. */
const isAbsolute = (chunks: readonly Chunk[], k: number): boolean => chunks[k - 1]?.np != null && chunks[k - 2]?.kind === 'prep' && chunks[k - 2]!.word === 'with'

const STATESMEN = new Set(['president', 'premier', 'minister', 'chancellor', 'secretary', 'secretary-general', 'leader', 'king', 'ambassador', 'envoy', 'chief', 'commissioner', 'kremlin', 'senator', 'spokesman', 'spokeswoman', 'spokesperson', 'official', 'officials', 'administration', 'department', 'diplomat', 'government', 'embassy', 'house', 'ministry', 'head', 'representative', 'mediator', 'chairman', 'chairwoman', 'speaker', 'negotiator', 'adviser', 'advisor', 'rapporteur'])
const SOLDIERS = new Set(['military', 'army', 'forces', 'defence', 'defense', 'staff', 'governor', 'mayor', 'police', 'regional', 'prosecutor', 'rescue', 'emergency', 'health', 'commander', 'general', 'colonel', 'idf', 'officer', 'soldier', 'doctor', 'resident', 'intelligence', 'commanders', 'generals', 'officers', 'soldiers', 'doctors', 'residents', 'prosecutors', 'militant', 'militants', 'fighter', 'fighters', 'media', 'scholar', 'historian', 'analyst', 'expert', 'experts', 'channel', 'television'])

/** Words of saying that are acts themselves. */
const CUES: ReadonlySet<string> = new Set(['warn', 'warned', 'warns', 'warning', 'urge', 'urged', 'urges', 'urging', 'accuse', 'accused', 'accuses', 'accusing', 'threatened', 'threatens', 'vowed', 'vows', 'vowing', 'demanded', 'demands', 'condemned', 'condemns', 'pledged', 'pledges', 'promised', 'promises', 'rejected', 'rejects', 'announced', 'announces', 'appealed', 'denounced', 'blamed', 'invited', 'presented'])

/** "said that it |would| leave", "we are |ready| to help": what a state means to do, or others ought to. */
function tellsIntent(tokens: TokenTable, first: number, last: number): boolean {
  for (let i = first; i < Math.min(last, first + INTENT_WITHIN); i++) if (INTENT.has(tokens.lower[i]!) || tokens.lower[i + 1] === 'to' && READY.has(tokens.lower[i]!)) return true
  return false
}
const INTENT: ReadonlySet<string> = new Set(['will', 'would', "'ll", 'wo', "won't", 'must', 'should', 'ought']), READY: ReadonlySet<string> = new Set(['going', 'ready', 'prepared', 'willing', 'determined', 'planned', 'plans', 'intends'])
/** So many tokens from the beginning of what is said its verb stands. */
const INTENT_WITHIN = 12

const CONDITION: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'until', 'had', 'should', 'would'])
/** What is made known may be harm done, which is report. */
const ANNOUNCES: ReadonlySet<string> = new Set(['announced', 'announces'])
/** 'called the raid "an outrage"', 'described it as "a crime"': who judges in words of its own. */
const LABELS: ReadonlySet<string> = new Set(['called', 'described', 'likened', 'labelled', 'labeled', 'dubbed', 'termed'])
const TELLS_OF: ReadonlySet<string> = new Set(['of', 'about']), SPEAKS: ReadonlySet<string> = new Set(['speak', 'talk'])
const TALLIES = wordGroup('keeps_tally')
function hasQuote(tokens: TokenTable, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (tokens.kind[i] === TOKEN_OPEN_QUOTE) return true
  return false
}

/** Statements of states and statesmen: one for each state that speaks in the sentence. `sayings`: those that begin in it. `told`: acts that it tells already. */
export function findStatements(parsed: ParsedSentence, tokens: TokenTable, sayings: readonly Saying[], learned: ReadonlyMap<string, string>, told: readonly EventFinding[]): EventFinding[] {
  const { chunks } = parsed
  const found: EventFinding[] = []
  if (chunks.length === 0) return found
  const to = chunks.at(-1)!.last
  for (const s of sayings) {
    const speaker = actorsIn(tokens, s.speakerFirst, s.speakerLast, learned)[0]
    const side = speaker?.side ?? s.side
    if (!side || told.some((act) => act.by === side) || found.some((f) => f.by === side) || !speaksForState(tokens, s, speaker)) continue
    const last = Math.min(s.last, to)
    if (saysLittle(tokens, s.first, last)) continue
    const anchor = chunks.findIndex((c) => c.first <= s.first && c.last > s.first)
    if (anchor < 0) continue
    const against = actorsIn(tokens, s.first, last, learned).find((a) => a.side !== side)?.side ?? null
    found.push({ type: 'diplomacy', sense: 'statement', sentence: parsed.index, anchor, first: s.first, last, by: side, against: HOSTILE_CUES.has(s.cue) ? against : null, weapons: [], mood: 'real', nominal: false, definite: false, rule: ANNOUNCES.has(s.cue) ? 'statement-announces' : CUES.has(s.cue) || LABELS.has(s.cue) && hasQuote(tokens, s.first, last) ? 'statement-acts' : tellsIntent(tokens, s.first, last) ? 'statement-of-intent' : 'statement-of-state' })
  }
  return found
}

/** "Kyiv says |1,350|, Moscow says |1,900|", "Russia says it holds the town; Ukraine says |it does not|": a figure alone, or an answer that leaves its verb out. */
function saysLittle({ lower, kind }: TokenTable, first: number, last: number): boolean {
  let at = first
  while (at < last && (kind[at] === TOKEN_NUMBER || LITTLE.has(lower[at]!))) at++
  return at > first && (at === last || kind[at] !== TOKEN_WORD)
}
const LITTLE: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she', 'has', 'have', 'had', 'is', 'are', 'was', 'were', 'did', 'does', 'do', 'not', "n't", 'no', 'yes', 'so', 'only', 'just', 'at', 'least', 'about'])

/** Whether a voice is a state's own or a statesman's; what its soldiers, police and local offices say is report, no act between states. */
function speaksForState(tokens: TokenTable, s: Saying, speaker: { first: number; last: number } | undefined): boolean {
  if (FIELD.test(tokens.lower[s.speakerLast - 1]!)) return false
  const before = tokens.lower[s.speakerFirst - 1] ?? ''
  if (TALLIES.has(s.cue) || before === 'as' && (LABELS.has(s.cue) || s.cue === 'put')) return false // "raised its budget", "or, as the premier called it, a march"
  if (CONDITION.has(before) || SOME.has(tokens.lower[s.speakerFirst]!)) return false // "if Iran agrees", "many Kenyans reject"
  let statesman = speaker !== undefined && s.speakerLast - s.speakerFirst <= speaker.last - speaker.first + 1, soldier = false
  const weigh = (word: string, next: string): void => {
    if (STATESMEN.has(word)) statesman = true
    if (SOLDIERS.has(word) && !((word === 'defence' || word === 'defense') && (next === 'minister' || next === 'secretary'))) soldier = true
  }
  for (let i = s.speakerFirst; i < s.speakerLast; i++) weigh(tokens.lower[i]!, tokens.lower[i + 1] ?? '')
  const role = (s.role ?? '').toLowerCase().split(' ')
  for (const [i, word] of role.entries()) weigh(word, role[i + 1] ?? '')
  return statesman && !soldier
}

/** The diplomatic acts of one sentence. `learned`: surnames and their sides; `from`: its first token behind a dateline. */
export function findDiplomacy(parsed: ParsedSentence, tokens: TokenTable, learned: ReadonlyMap<string, string>, placeAt: Uint8Array, from = 0): EventFinding[] {
  const { chunks } = parsed
  const found: EventFinding[] = []
  if (chunks.length === 0) return found
  for (let k = 0; k < chunks.length; k++) {
    const vg = chunks[k]!.vg
    if (!vg?.verb) continue
    if (vg.passive) { const told = orderedOut(tokens, chunks, k, parsed.index); if (told) found.push(told); continue }
    const act = actOf(vg.senses)
    if (!act && framesOf(vg.verb, true).length === 0) continue
    const subjects = subjectOf(chunks, k)
    const frame = frameFor(tokens, chunks, k, vg.verb, subjects, objectsOf(chunks, k), placeAt, learned, true)
    if (!act && !frame) continue
    const sense = act?.sense ?? frame!.rule
    if (vg.ing && !vg.progressive && k > 0 && chunks[k - 1]!.kind !== 'comma' && !(act !== null && ACTS.has(act.sense) && isAbsolute(chunks, k)) && !(sense === 'meet' && (chunks[k - 1]!.word === 'after' || chunks[k - 1]!.word === 'before'))) continue
    if (sense === 'meet' && chunks[k + 1]?.kind === 'prep' && TELLS_OF.has(chunks[k + 1]!.word) && SPEAKS.has(vg.verb.lemma)) continue // "spoke of 40 attacks"
    if (act?.sense === 'recognise' && vg.bare && !vg.perfect && chunks[k + 1]?.kind === 'np' && DEGREES.has(tokens.lower[vg.main - 1] ?? '')) continue // "the internationally recognised government"
    if (act?.sense === 'aid' && vg.verb.lemma === 'provide' && chunks[k + 1]?.kind === 'prep' && chunks[k + 1]!.word === 'for') continue // "the treaty provides for a truce"
    const subject = subjects.at(-1)
    if (subject === undefined || vg.infinitive && (subject === k - 1 || sense === 'meet' && chunks[k - 1]?.np != null)) continue // "urged Israel to sign": asked of it, not done
    if (sense === 'meet' && chunks[subjects[0]! - 1]?.word === 'where' && !chunks[k + 1]?.np) continue // "the zone where Niger, Mali and Chad meet"
    const head = chunks[subject]!.np?.head
    if (head && frame?.rule !== 'draw' && FIELD.test(tokens.lower[head.last - 1]!) && !COURTS.has(sideIn(tokens, chunks[subject]!.first, chunks[subject]!.last) ?? '') && !(act?.sense === 'agree' && subjects.length > 1 && agreesToDo(chunks, k))) continue
    if (frame?.rule === 'advise' && !act && objectsOf(chunks, k).some((i) => PRESS.has(tokens.lower[chunks[i]!.last - 1]!))) continue // "told reporters": what is said tells whether the state acts
    if (staysUnnamed(tokens.lower, chunks[k]!.last)) continue
    if (head && frame?.rule !== 'draw' && isPrivate(tokens, chunks[subject]!) || isCrowd(tokens, chunks, subject)) continue
    if (vg.verb.lemma === 'threaten' && standsAsThreat(tokens, chunks, k)) continue
    if (chunks[subject - 1]?.vg?.verb === null && tokens.lower[chunks[subject - 1]!.first] === 'had') continue // "had Kenya condemned the raid"
    const whole = wholeOf(tokens, chunks, subject)
    if (whole >= 0 && frame?.rule !== 'draw' && chunks[whole]!.np!.head && FIELD.test(tokens.lower[chunks[whole]!.np!.head!.last - 1]!)) continue
    if (act?.sense === 'accuse' && vg.bare && !vg.perfect && chunks[k + 1]?.kind === 'prep' && (chunks[k + 1]!.word === 'of' || chunks[k + 1]!.word === 'by' || chunks[k + 1]!.word === 'on')) continue // "Russians accused of crimes"
    const by = frame?.rule === 'draw' ? drawnFrom(tokens, chunks, learned, k) : (tailOf(tokens, chunks, learned, subjects[0]!) ?? firstSide(tokens, chunks, learned, subjects)) ?? tailSide(tokens, chunks, learned, subject, k) ?? ofPronoun(tokens, chunks, learned, subject)
    if (!by) continue
    let against: string | null = null, matter = false, last = chunks[k]!.last
    for (let j = k + 1; j < Math.min(chunks.length, k + 9); j++) {
      const c = chunks[j]!
      if (c.kind === 'stop' || c.kind === 'sub') break
      if (c.kind === 'vg' && !c.vg!.infinitive && !c.vg!.ing && j > k + 1) break
      if (c.np) {
        const side = otherThan(by, actorsIn(tokens, c.first, c.last, learned))
        if (side && !against) { against = side; last = c.last }
        if (c.np.head && (c.np.event === null || c.np.event === 'diplomacy') && classesOf(tokens.lower[c.np.head.last - 1]!).has('matter') && (act !== null || frame?.towards == null || !BEHIND.has(governor(chunks, j) ?? ''))) { matter = true; last = c.last }
      }
    }
    if (frame !== null && !act && opensWords(tokens, chunks, k)) continue
    if (frame?.towards != null && !act && !matter && frame.rule !== 'draw' && !(frame.rule === 'travel' && goesTo(chunks, placeAt, k))) continue
    const self = act !== null && ACTS.has(act.sense)
    const agreedTo = act?.sense === 'agree' && subjects.length > 1 && agreesToDo(chunks, k) // "India and China agreed to pull back"
    if (!frame && !self && !matter && !against && !agreedTo) continue
    if (act?.sense === 'aid' && objectsOf(chunks, k).some((i) => isForce(tokens, chunks[i]!) || vg.verb!.lemma === 'send' && THEM.has(chunks[i]!.np!.pronoun ?? ''))) continue // "the troops that Kenya sent", "freed three prisoners and sent them to Doha"
    if (!frame && self && !matter && !against && objectsOf(chunks, k).length === 0 && chunks[k + 1]?.kind !== 'vg' && chunks[k + 1]?.kind !== 'sub' && chunks[k + 1]?.kind !== 'prep') continue
    if (act !== null && presses(tokens, chunks, k, vg.verb.lemma)) continue
    if (isOpenAct(tokens, chunks, k) || GATHERS.has(sense) && isPlanned(tokens, chunks, k)) continue
    const told: EventFinding = { type: 'diplomacy', sense: sense === 'aid' && sendsEnvoys(tokens, chunks, k) ? 'travel' : sense, sentence: parsed.index, anchor: k, first: chunks[subject]!.first, last, by, against: HOSTILE.has(sense) ? against : null, weapons: [], mood: 'real', nominal: false, definite: false, rule: act ? `act-${sense}` : `frame-${frame!.rule}` }
    found.push(told)
    // "the US, Britain and France condemned": each for itself
    if (subjects.length > 1 && self) for (const i of subjects) {
      const other = sideIn(tokens, chunks[i]!.first, chunks[i]!.last, learned) ?? tailOf(tokens, chunks, learned, i)
      if (other !== null && other !== against && !found.some((f) => f.anchor === k && f.by === other)) found.push({ ...told, by: other })
    }
  }
  for (const talks of findTalks(parsed, tokens, learned, from, found)) found.push(talks)
  for (const named of findNamedActs(parsed, tokens, learned, placeAt, found)) found.push(named)
  for (const e of found) if (!e.nominal && isInPassing(tokens, chunks, e)) e.mood = 'passing'
  return found
}

/** "three officials, who spoke |on condition of anonymity|": how an outlet has its words. */
function staysUnnamed(lower: readonly string[], at: number): boolean {
  for (let i = at; i < at + UNNAMED_WITHIN; i++) if (lower[i] === 'anonymity' || lower[i] === 'anonymously') return true
  return false
}
const UNNAMED_WITHIN = 9

/** "residents of Garissa were urged to evacuate": nobody is told to have said it. */
function orderedOut(tokens: TokenTable, chunks: readonly Chunk[], k: number, sentence: number): EventFinding | null {
  if (!ORDERS.has(chunks[k]!.vg!.verb!.lemma) || chunks[k]!.vg!.negated || !chunks[k + 1]?.vg?.infinitive || !LEAVES.has(chunks[k + 1]!.vg!.verb?.lemma ?? '')) return null
  for (const i of subjectOf(chunks, k)) {
    const np = chunks[i]!.np
    if (np?.head && DWELLERS.has(tokens.lower[np.head.last - 1]!) && moodOf(tokens, chunks, k) === 'real') return { type: 'diplomacy', sense: 'call_on', sentence, anchor: k, first: chunks[i]!.first, last: chunks[k + 1]!.last, by: null, against: null, weapons: [], mood: 'real', nominal: false, definite: false, rule: 'ordered-out' }
  }
  return null
}
/** What stands behind these is another thing: "withdrew from the land |after a ceasefire|". */
const BEHIND: ReadonlySet<string> = new Set(['after', 'before', 'following', 'since', 'despite', 'amid', 'under', 'during'])
const ORDERS: ReadonlySet<string> = new Set(['urge', 'order', 'tell', 'advise', 'warn', 'ask', 'instruct', 'call_on'])

/** "pressed its offensive", "renewed attacks": what is pressed is fighting. */
function presses(tokens: TokenTable, chunks: readonly Chunk[], k: number, lemma: string): boolean {
  if (lemma !== 'press' && lemma !== 'renew' && lemma !== 'order' && lemma !== 'step_up') return false
  if (lemma === 'press' && chunks[k + 1]?.np?.units.length === 1 && OF_PRESS.has(chunks[k + 1]!.word)) return true // "the government press office"
  for (const i of objectsOf(chunks, k)) { const head = chunks[i]!.np?.head; if (lemma === 'order' && head != null && OWN.has(tokens.lower[head.last - 1]!)) return true }
  if (lemma === 'order' && chunks[k + 1]?.vg?.infinitive === true && objectsOf(chunks, k + 1).some((i) => isForce(tokens, chunks[i]!))) return true // "ordered to mobilise 1,000 troops"
  for (const i of objectsOf(chunks, k)) { const event = chunks[i]!.np?.event ?? null; if (event !== null && event !== 'diplomacy') return true }
  return false
}

const PRESS = wordGroup('the_press')
const OF_PRESS: ReadonlySet<string> = new Set(['office', 'officer', 'service', 'secretary', 'academy', 'agency', 'conference', 'release', 'statement', 'department', 'corps', 'club', 'freedom'])
/** Whom a state orders as its own. */
const OWN: ReadonlySet<string> = new Set(['troops', 'forces', 'army', 'military', 'soldiers', 'division', 'brigade', 'units', 'police', 'authorities', 'officials', 'commanders', 'government', 'ministry', 'ministers', 'agencies', 'fleet', 'navy', 'reservists'])

/** "agreed on Wednesday to pull back". */
function agreesToDo(chunks: readonly Chunk[], k: number): boolean {
  let j = k + 1
  while (chunks[j]?.kind === 'adv' || chunks[j]?.kind === 'prep' && chunks[j + 1]?.word === TIME) j++
  return chunks[j]?.vg?.infinitive === true
}

/** "The Russian envoy was in Paris, where |he| met": who the sentence is about. */
function ofPronoun(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, subject: number): string | null {
  const { pronoun } = chunks[subject]!.np!
  if (pronoun === 'it') {
    const at = chunks[subject - 1]?.word === 'that' ? subject - 2 : subject - 1, said = chunks[at]?.vg
    return said?.verb?.sense === 'say' && !said.passive ? firstSide(tokens, chunks, learned, subjectOf(chunks, at)) : null // "the ministry said |it| had supplied"
  }
  if (pronoun !== 'he' && pronoun !== 'she') return null
  const first = chunks.findIndex((c) => c.np !== null)
  return first < subject && governor(chunks, first) === null ? sideIn(tokens, chunks[first]!.first, chunks[first]!.last, learned) : null
}

/** "headed to Doha": the phrase behind the verb names a place. */
const goesTo = (chunks: readonly Chunk[], placeAt: Uint8Array, k: number): boolean => chunks[k + 1]?.kind === 'prep' && chunks[k + 2]?.np != null && placeAt[chunks[k + 2]!.last - 1] === 1

/** "has sent a delegation to Jeddah": who is sent goes there. */
const sendsEnvoys = (tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean => objectsOf(chunks, k).some((i) => ENVOYS.has(tokens.lower[chunks[i]!.last - 1]!))
const ENVOYS: ReadonlySet<string> = new Set(['delegation', 'delegations', 'envoy', 'envoys', 'negotiators', 'team', 'mediators', 'emissary', 'emissaries', 'diplomats', 'officials'])

/** Whether an act is only possible ("may veto") or left undone ("failed to condemn"). What a state says it will do is news as an act of saying. */
function isOpenAct(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k]!.vg!, mood = moodOf(tokens, chunks, k)
  if (mood === 'negated' || mood === 'possible' && POSSIBLE.has(vg.modal ?? '') && !vg.perfect) return true
  if (mood !== 'hypothetical') return false
  return vg.infinitive ? UNDONE.has(chunks[k - 1]?.vg?.verb?.lemma ?? '') : vg.modal !== 'will' && vg.modal !== 'would'
}
const POSSIBLE: ReadonlySet<string> = new Set(['may', 'might'])

/** "plans to meet", "was expected to visit", "would speak": nobody has met, and nobody says that they will. */
function isPlanned(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k]!.vg!
  if (!vg.infinitive) return vg.modal !== null && WOULD.has(vg.modal) && !vg.perfect
  const before = chunks[k - 1]?.kind === 'adv' ? chunks[k - 2] : chunks[k - 1]
  return PLANS.has(before?.vg?.verb?.lemma ?? '') || PLANS.has(tokens.lower[chunks[k]!.first - 1] ?? '')
}
const GATHERS: ReadonlySet<string> = new Set(['meet', 'travel', 'speak']), WOULD: ReadonlySet<string> = new Set(['would', 'should', 'could', 'can'])
const PLANS: ReadonlySet<string> = new Set(['plan', 'plans', 'planned', 'expect', 'expected', 'intend', 'hope', 'schedule', 'scheduled', 'due', 'want', 'wish', 'seek', 'ask', 'set', 'ready', 'likely'])
const UNDONE: ReadonlySet<string> = new Set(['fail', 'decline', 'neglect', 'hesitate'])

/** "sends troops into the region to help its ally", "sent 70 drones at the capital": the words tell a movement of forces or an attack, which is no aid besides. `told`: what else the sentence tells. */
export const sendsForces = (act: EventFinding, told: readonly EventFinding[]): boolean => act.sense === 'aid' && told.some((e) => e.anchor === act.anchor && (e.type === 'deployment' || e.type === 'strike') && e.mood === 'real')

/** "issued a statement |saying that …": it says what follows, and does nothing besides. */
function opensWords(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const object = chunks[k + 1]?.np, said = chunks[k + 2]?.vg
  return object?.head != null && said?.ing === true && said.verb?.sense === 'say' && classesOf(tokens.lower[object.head.last - 1]!).has('paper')
}

/** The first side that is another. */
function otherThan(side: string, actors: readonly { side: string }[]): string | null {
  for (const actor of actors) if (actor.side !== side) return actor.side
  return null
}

/** The first sense of a verb that is an act of a state. */
function actOf(senses: readonly VerbSense[]): VerbSense | null {
  for (let i = 0; i < senses.length; i++) if (ACTS_OF_ANY_KIND.has(senses[i]!.sense)) return senses[i]!
  return null
}

/** "drew condemnation from the UN": who is heard. */
function drawnFrom(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, k: number): string | null {
  for (let j = k + 1; j < Math.min(chunks.length, k + 6); j++) if (chunks[j]!.np && governor(chunks, j) === 'from') return sideIn(tokens, chunks[j]!.first, chunks[j]!.last, learned)
  return null
}

/** "the leaders of |Kenya|, Uganda and Tanzania": whose they are, where the phrase itself names no side. */
function tailOf(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, subject: number): string | null {
  if (!chunks[subject + 2]?.np || chunks[subject + 1]!.kind !== 'prep') return null
  const head = chunks[subject]!.np?.head, seated = chunks[subject + 1]!.word === 'in' && head != null && RULES.has(tokens.lower[head.last - 1]!) // "the government in Khartoum"
  if (!seated && (chunks[subject + 1]!.word !== 'of' || sideIn(tokens, chunks[subject]!.first, chunks[subject]!.last, learned) !== null)) return null
  return sideIn(tokens, chunks[subject + 2]!.first, chunks[subject + 2]!.last, learned)
}

/** "the leader of Hezbollah accused": the side stands in the phrase after "of". */
function tailSide(tokens: TokenTable, chunks: readonly Chunk[], learned: ReadonlyMap<string, string>, subject: number, k: number): string | null {
  for (let j = subject + 1; j < k; j++) if (chunks[j]!.np && (governor(chunks, j) === 'of' || governor(chunks, j) === 'from')) return sideIn(tokens, chunks[j]!.first, chunks[j]!.last, learned)
  return null
}

const RULES: ReadonlySet<string> = new Set(['government', 'governments', 'authorities', 'leadership', 'regime', 'parliament', 'ministry', 'junta', 'administration'])

const HOSTILE_CUES: ReadonlySet<string> = new Set(['warn', 'warned', 'warns', 'accuse', 'accused', 'accuses', 'threatened', 'threatens', 'demanded', 'demands', 'condemned', 'condemns', 'denounced', 'blamed', 'urged', 'urges', 'rejected', 'rejects', 'vowed', 'vows'])

/** How often a report of arms comes back to the acts and words of a state on one day before the words alone are news. */
const RETURNS = 3

/**
 * Drops what statesmen say in passing. In a report of politics what a state says is the news; in one of arms, words without
 * an act or an intention count where the lead tells them or the report comes back to that state.
 */
export function withoutPassingWords(claims: readonly Claim[], leadEnd: number): Claim[] {
  const told = new Map<string, number>()
  let harms = 0
  const key = (c: Claim): string => `${c.place?.name ?? ''}|${c.date?.from ?? ''}|${c.date?.to ?? ''}`
  for (const c of claims) {
    if (c.type === 'diplomacy') told.set(key(c), (told.get(key(c)) ?? 0) + 1)
    else if (c.quantities.length > 0 || (c.type !== null && HARMFUL.has(c.type))) harms++
  }
  if (told.size >= harms) return [...claims]
  return claims.filter((c) => c.rule !== 'statement-of-state' || c.type !== 'diplomacy' || c.start < leadEnd || told.get(key(c))! >= RETURNS)
}

