// Diplomacy: the act of a state, a body of states or an armed group towards another, where the act itself is the news:
// talks, deals, sanctions, aid, threats, demands, accusations. Plain talk about the war is none.
import type { TokenTable } from '../../model/document.ts'
import { actorsIn } from '../../languages/en/actors.ts'
import { governor, objectsOf, subjectOf } from '../../languages/en/clauses.ts'
import type { ParsedSentence } from '../../languages/en/parse.ts'
import type { EventFinding } from './events.ts'
import { moodOf } from './mood.ts'

/** Senses that are acts by themselves, whoever they are aimed at. */
const ACTS: ReadonlySet<string> = new Set(['condemn', 'accuse', 'call_on', 'threaten', 'sanction'])
/** Senses that need an object of diplomacy or a second side. */
const ACTS_WITH_OBJECT: ReadonlySet<string> = new Set(['meet', 'agree', 'aid', 'reject', 'announce', 'recognise'])
const MATTERS = /^(sanctions?|aid|assistance|package|weapons?|arms|talks|negotiations?|deal|agreement|ceasefire|truce|summit|treaty|resolution|support|ambassadors?|embassy|visit|meeting|proposal|plan|peace|independence|membership|tariffs|embargo|supplies|ammunition|missiles?|tanks?|systems?|jets?|aircraft|defences?|defenses?|demands?|independence|sovereignty|annexation|restraint|hostages?|investigation|mediators?|delegation)$/
const HOSTILE = new Set(['condemn', 'accuse', 'threaten', 'sanction'])

/** What was said by whom, as the attribution gives it. */
export interface Saying {
  first: number
  last: number
  speakerFirst: number
  speakerLast: number
  side: string | null
  role: string | null
}

const STATESMEN = /\b(president|prime minister|premier|foreign minister|foreign secretary|secretary of state|chancellor|minister|secretary-general|secretary general|leader|king|ambassador|envoy|chief|white house|kremlin|state department|foreign ministry|commissioner)\b/i
const SOLDIERS = /\b(military|army|air force|air defence|defence ministry|ministry of defence|general staff|governor|mayor|police|regional|prosecutor|rescue|emergency|health|commander|spokesman|spokesperson)\b/i

/** Statements of states and statesmen to or about another side that promise, demand, threaten or judge. */
export function findStatements(parsed: ParsedSentence, tokens: TokenTable, sayings: readonly Saying[], learned: ReadonlyMap<string, string>): EventFinding[] {
  const found: EventFinding[] = []
  if (parsed.chunks.length === 0) return found
  const from = parsed.chunks[0]!.first, to = parsed.chunks.at(-1)!.last
  for (const s of sayings) {
    if (s.first < from || s.first >= to) continue
    const named = tokens.text.slice(tokens.start[s.speakerFirst]!, tokens.end[s.speakerLast - 1]!)
    const speaker = actorsIn(tokens, s.speakerFirst, s.speakerLast, learned)[0]
    const side = speaker?.side ?? s.side
    if (!side) continue
    const itself = speaker !== undefined && s.speakerLast - s.speakerFirst <= speaker.last - speaker.first + 1
    const who = `${s.role ?? ''} ${named}`
    if (!(STATESMEN.test(who) || itself) || SOLDIERS.test(who)) continue
    let other: string | null = null, resolve = false, matter = false
    for (let i = s.first; i < Math.min(s.last, to); i++) {
      const w = tokens.lower[i]!
      if (/^(will|must|should|would|ready|prepared|needs?|demand|never|vowed?|want|support|retaliat|unacceptable|condemn)/.test(w)) resolve = true
      if (MATTERS.test(w)) matter = true
    }
    other = actorsIn(tokens, s.first, Math.min(s.last, to), learned).find((a) => a.side !== side)?.side ?? null
    if (!(resolve && (other || matter))) continue
    found.push({ type: 'diplomacy', sense: 'statement', sentence: parsed.index, anchor: parsed.chunks.findIndex((c) => c.first <= s.first && c.last > s.first), first: s.first, last: Math.min(s.last, to), by: side, against: null, weapons: [], mood: 'real', nominal: false, definite: false, rule: 'statement-of-state' })
    break
  }
  return found
}

/** The diplomatic acts of one sentence. `learned`: surnames and their sides. */
export function findDiplomacy(parsed: ParsedSentence, tokens: TokenTable, learned: ReadonlyMap<string, string>): EventFinding[] {
  const { chunks } = parsed
  const found: EventFinding[] = []
  if (chunks.length === 0) return found
  for (let k = 0; k < chunks.length; k++) {
    const vg = chunks[k]!.vg
    if (!vg?.verb || vg.passive) continue
    const sense = (vg.senses.find((v) => ACTS.has(v.sense) || ACTS_WITH_OBJECT.has(v.sense)) ?? vg.verb).sense
    const act = ACTS.has(sense)
    if (!act && !ACTS_WITH_OBJECT.has(sense)) continue
    if (vg.ing && !vg.progressive && k > 0 && chunks[k - 1]!.kind !== 'comma') continue
    const subject = subjectOf(chunks, k).at(-1)
    if (subject === undefined) continue
    const by = actorsIn(tokens, chunks[subject]!.first, chunks[subject]!.last, learned).at(0)?.side ?? tailSide(subject, k)
    if (!by) continue
    let against: string | null = null, matter = false, last = chunks[k]!.last
    for (let j = k + 1; j < Math.min(chunks.length, k + 9); j++) {
      const c = chunks[j]!
      if (c.kind === 'stop' || c.kind === 'sub') break
      if (c.kind === 'vg' && !c.vg!.infinitive && !c.vg!.ing && j > k + 1) break
      if (c.np) {
        const side = actorsIn(tokens, c.first, c.last, learned).find((a) => a.side !== by)?.side ?? null
        if (side && !against) { against = side; last = c.last }
        if (c.np.head && MATTERS.test(tokens.lower[c.np.head.last - 1]!)) { matter = true; last = c.last }
      }
    }
    if (!act && !matter && !against) continue
    if (act && !matter && !against && objectsOf(chunks, k).length === 0 && chunks[k + 1]?.kind !== 'vg' && chunks[k + 1]?.kind !== 'sub' && chunks[k + 1]?.kind !== 'prep') continue
    const mood = moodOf(tokens, chunks, k)
    // what a state says it will do is news as an act of saying
    if (mood === 'negated' || (mood === 'hypothetical' && vg.modal !== 'will' && !(vg.infinitive && act))) continue
    found.push({ type: 'diplomacy', sense, sentence: parsed.index, anchor: k, first: chunks[subject]!.first, last, by, against: HOSTILE.has(sense) || sense === 'call_on' || sense === 'reject' ? against : null, weapons: [], mood: 'real', nominal: false, definite: false, rule: `act-${sense}` })
  }
  // "talks between A and B", "a meeting of …" where the sentence tells that they are held
  for (let k = 0; k < chunks.length; k++) {
    const np = chunks[k]!.np
    if (np?.event !== 'diplomacy' || found.some((f) => f.first <= chunks[k]!.first && f.last >= chunks[k]!.last)) continue
    if (!np.head || !/^(talks|summit|negotiations|meeting|sanctions|truce|ceasefire)$/.test(tokens.lower[np.head.last - 1]!)) continue
    const held = chunks.find((c, j) => c.vg?.verb !== undefined && c.vg.verb !== null && Math.abs(j - k) <= 3 && /^(hold|begin|start|resume|continue|stall|collapse|take|attend|host|impose|announce|lift|agree|convene|end|broker)$/.test(c.vg.verb.lemma.split('_')[0]!) && !c.vg.modal && !c.vg.negated)
    if (!held) continue
    const sides = actorsIn(tokens, chunks[0]!.first, chunks.at(-1)!.last, learned)
    if (sides.length === 0) continue
    found.push({ type: 'diplomacy', sense: 'meet', sentence: parsed.index, anchor: k, first: Math.min(chunks[k]!.first, held.first), last: Math.max(chunks[k]!.last, held.last), by: sides[0]!.side, against: null, weapons: [], mood: 'real', nominal: true, definite: false, rule: 'talks-held' })
  }
  return found

  /** "the leader of Hezbollah accused": the side stands in the phrase after "of". */
  function tailSide(subject: number, k: number): string | null {
    for (let j = subject + 1; j < k; j++) if (chunks[j]!.np && governor(chunks, j) === 'of') return actorsIn(tokens, chunks[j]!.first, chunks[j]!.last, learned)[0]?.side ?? null
    return null
  }
}
