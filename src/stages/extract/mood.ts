// Whether a clause tells something that happened: negated, planned, feared or conditional clauses do not.
import type { TokenTable } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'
import type { Chunk, NounPhrase } from '../../languages/en/chunks.ts'
import { ordinalValue } from '../../languages/en/ordinals.ts'
import { helpedBy, isInverted, isSpokenOf } from './spoken-of.ts'

/** `passing`: it happened, and the sentence speaks of something else (in-passing.ts). */
export type Mood = 'real' | 'possible' | 'hypothetical' | 'negated' | 'passing'

const NOT_YET = wordGroup('help')
const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest', 'should'])
/** Verbs before an infinitive that leave it real: "were forced to flee", "managed to shoot down". */
const IMPLICATIVE: ReadonlySet<string> = new Set('force compel manage cause lead begin start continue able go seem appear believe say report know understand claim estimate think confirm allege suppose get oblige have come prove happen drive be use'.split(' '))
/** What those who command forces do, and what they have forces do: told as done once it is ordered. */
const DECIDES: ReadonlySet<string> = new Set(['decide', 'order', 'instruct']), MOVES: ReadonlySet<string> = new Set(['send', 'deploy', 'redeploy', 'dispatch', 'station', 'withdraw', 'pull_out', 'pull_back', 'move', 'strengthen', 'reinforce', 'bolster', 'beef_up', 'mobilise', 'mobilize', 'leave', 'return'])
/** Verbs that begin what their object names, not what it is for. */
const BEGINS: ReadonlySet<string> = new Set(['begin', 'start', 'continue'])
/** Verbs and nouns before an infinitive or a clause that leave it open: plans, fears, orders. */
const EXPECTED: ReadonlySet<string> = new Set(['expect', 'fear', 'likely'])
const OPEN: ReadonlySet<string> = new Set(['may', 'might'])
const OPEN_PERFECT: ReadonlySet<string> = new Set(['may', 'might', 'could', 'must'])

/** Nouns whose infinitive has not happened: "plans to send". */
const OPEN_NOUN: ReadonlySet<string> = new Set(['plan', 'plans', 'intention', 'intentions', 'threat', 'threats', 'vow', 'pledge', 'pledges', 'promise', 'readiness', 'willingness', 'desire', 'right', 'pretext', 'excuse', 'ability', 'chance', 'proposal', 'proposals', 'refusal', 'calls', 'call', 'ambition', 'ambitions'])

/** What is said to be possible, ready or hard "to do" is not said to be done. */
const OPEN_STATE: ReadonlySet<string> = new Set(['possible', 'impossible', 'likely', 'unlikely', 'ready', 'prepared', 'willing', 'unwilling', 'poised', 'set', 'eager', 'reluctant', 'unable', 'easy', 'easier', 'hard', 'harder', 'difficult', 'determined', 'necessary', 'capable', 'incapable'])
const AIMED: ReadonlySet<string> = new Set(['aimed', 'aiming', 'directed', 'bent'])
/** Verbs whose "-ing" object has not happened: "does not exclude sending". */
const OPEN_DOING: ReadonlySet<string> = new Set(['exclude', 'rule_out', 'consider', 'avoid', 'prevent', 'oppose', 'discuss', 'contemplate', 'risk', 'suggest', 'propose', 'advocate', 'favour', 'favor', 'deter', 'preclude', 'mean', 'allow', 'permit', 'imagine', 'miss', 'escape', 'stop_short_of', 'fall_short_of'])
/** Verbs after which a clause with a bare verb is wanted, not told: "demanded that it withdraw". */
const WANTS: ReadonlySet<string> = new Set(['demand', 'urge', 'request', 'ask', 'require', 'recommend', 'propose', 'insist', 'suggest', 'call_for'])

/** Verbs of no table behind which an infinitive tells what somebody or something is for, not what was done. */
const LEAVES_OPEN = wordGroup('leaves_open')
/** So many chunks behind what one does stands what comes of it. */
const BY_REACH = 6

/** So many phrases a subject takes. */
const SUBJECT = 9
const AT_LEAST: ReadonlySet<string> = new Set(['fewer', 'less', 'more', 'longer', 'doubt', 'sooner', 'matter'])

/** "Not a single ship or submarine at the base |was damaged|", "no house |was hit|": nothing happened to any. */
function isOfNone({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  let at = k - 1, first = -1
  for (; at >= 0 && k - at <= SUBJECT; at--) {
    const { kind, np, vg, word } = chunks[at]!
    if (np !== null) first = at
    else if (vg !== null ? !vg.bare || vg.perfect || vg.passive : kind !== 'prep' && kind !== 'adv' && !(kind === 'conj' && word === 'or')) break
  }
  if (first < 0) return false
  const from = chunks[first]!.first, not = lower[from] === 'not' ? from : from - 1
  if (lower[from] === 'no') return !AT_LEAST.has(lower[from + 1] ?? '')
  return lower[not] === 'not' && (lower[not + 1] === 'one' || lower[not + 1] === 'a' && lower[not + 2] === 'single')
}

/** The mood of the verb group (or event noun) at `k`. */
export function moodOf(tokens: TokenTable, chunks: readonly Chunk[], k: number): Mood {
  const c = chunks[k]!
  let possible = false
  if (c.vg) {
    const { vg } = c
    if (vg.negated || isOfNone(tokens, chunks, k)) return 'negated'
    if (tokens.lower[c.first] === 'be' && vg.passive && !vg.modal) return 'hypothetical' // "would plead guilty and |be sent| home"
    // "to plan and carry out attacks": open as the verb that it is joined to
    // "should admit errors and demonstrate", "than to hold it and later occupy": a plain verb joined to one that is open
    const open = vg.infinitive || vg.past || vg.bare || vg.ing || vg.modal || vg.passive || tokens.lower[vg.main] !== vg.verb?.lemma ? -1 : openBefore(chunks, k)
    if (open >= 0) return moodOf(tokens, chunks, open)
    if (k > 0 && chunks[0]!.vg?.verb === null && chunks[0]!.vg.modal !== null && tokens.lower[chunks.at(-1)!.first] === '?') return 'hypothetical' // "Will they give it up?"
    if (isSpokenOf(tokens, chunks, k) || isInverted(tokens, chunks, k)) return 'hypothetical'
    const helped = helpedBy(tokens, chunks, k)
    if (helped >= 0) { if (chunks[helped]!.vg!.infinitive && chunks[helped - 1]?.vg?.verb == null) return 'hypothetical'; const mood = moodOf(tokens, chunks, helped); if (mood !== 'real') return mood }
    const joined = chunks[k - 1]?.kind === 'adv' && chunks[k - 2]?.kind === 'conj' ? k - 3 : chunks[k - 1]?.kind === 'conj' ? k - 2 : -1
    if (joined >= 0 && !vg.infinitive && !vg.past && !vg.bare && !vg.ing && !vg.modal && chunks[joined]?.vg?.infinitive) return moodOf(tokens, chunks, joined)
    if (joined >= 0 && vg.ing && !vg.progressive && chunks[joined]?.vg?.progressive && chunks[joined]!.vg!.modal !== null) return moodOf(tokens, chunks, joined) // "will be deploying and sending"
    if (vg.modal) {
      if (vg.perfect && OPEN_PERFECT.has(vg.modal)) possible = true
      else if (OPEN.has(vg.modal)) possible = true
      else return 'hypothetical'
    }
    if (vg.infinitive && !vg.perfect) {
      let i = k - 1
      const noun = chunks[i]?.np?.head
      if (RANKED.has(tokens.lower[c.first - 1] ?? '')) return 'real' // "became the latest to suspend"
      if (chunks[i]?.np?.article === 'the' && (i === 0 || chunks[i - 1]!.kind === 'comma' || tellsWhatIs(chunks[i - 1]!.vg)) && isRanked(tokens, chunks[i]!.np!) && !chunks.some((x) => x.vg !== null && x.vg.modal !== null)) return 'real' // "the fifth general to be killed"
      if (tokens.lower[c.first - 1] === 'possible' && tokens.lower[c.first - 2] === 'was' && tokens.lower[c.first - 3] === 'it') return 'real' // "it was possible to shoot down 40": done
      if (OPEN_STATE.has(tokens.lower[c.first - 1] ?? '')) return 'hypothetical'
      if (noun && OPEN_NOUN.has(tokens.lower[noun.last - 1]!)) return 'hypothetical'
      const whose = chunks[i - 1]?.word === 'of' ? chunks[i - 2]?.np?.head : null // "the intention of the rebels to attack"
      if (noun && whose && OPEN_NOUN.has(tokens.lower[whose.last - 1]!)) return 'hypothetical'
      while (i >= 0 && (chunks[i]!.kind === 'adv' || chunks[i]!.kind === 'quote' || (chunks[i]!.kind === 'np' && i === k - 1))) i--
      while (i > 0 && i === k - 2 && chunks[i]!.kind === 'conj' && chunks[i - 1]?.np != null) i -= 2 // "used jets and guns to pound the town"
      const before = i >= 0 ? chunks[i]!.vg : null
      if (!before) return 'hypothetical'
      if (before.verb === null && LEAVES_OPEN.has(tokens.lower[before.main]!)) return 'hypothetical' // "hired to guard", "preferring to hold": what for
      const lemma = before.verb?.lemma ?? 'be'
      if (before.negated) return 'negated'
      if (DECIDES.has(lemma) && MOVES.has(vg.verb?.lemma ?? '') && !before.modal && !before.infinitive) return 'real' // "decided to withdraw its soldiers", "ordered the brigade to deploy"
      if (!IMPLICATIVE.has(lemma) || (lemma === 'use' && !before.passive && i === k - 1)) return 'hypothetical'
      if (BEGINS.has(lemma) && chunks[k - 1]!.np?.event != null) return 'hypothetical' // "began a push to capture the town"
      if (lemma === 'use' && (before.infinitive || isLet(tokens, chunks, i))) { if (isLet(tokens, chunks, i)) return 'hypothetical'; const mood = moodOf(tokens, chunks, i); if (mood !== 'real') return mood } // "wants to use them to hit airfields"
      if (before.ing && !before.progressive) { const mood = moodOf(tokens, chunks, i); if (mood !== 'real') return mood } // "a ban on using such weapons to hit the harbour"
      // "will be forced to flee", "plans to begin to …": open as the verb before it
      if (before.modal && !before.perfect) { if (!OPEN.has(before.modal)) return 'hypothetical'; possible = true }
    }
    if (!vg.infinitive && !vg.passive && !vg.ing && (modalApart(chunks, k) || isLet(tokens, chunks, k))) return 'hypothetical'
    // "could next invade", "might one day attack": a modal parted from its verb by a time or an adverb
    if (!vg.infinitive && !vg.past && !vg.ing && !vg.modal && chunks[k - 1]?.kind === 'adv' && tokens.lower[vg.main] === vg.verb?.lemma) { const apart = chunks[k - 2]?.vg; if (apart != null && apart.verb === null && apart.modal !== null) return 'hypothetical' }
    // "until it regains all of its land": still to come
    if (!vg.infinitive && !vg.past && !vg.bare && !vg.ing && !vg.modal && !vg.passive && !vg.perfect) for (let i = k - 1; i >= 0 && i >= k - 3; i--) { if (chunks[i]!.word === 'until' || chunks[i]!.word === 'till' || chunks[i]!.word === 'once' && chunks[i]!.kind === 'sub') return 'hypothetical'; if (chunks[i]!.np === null) break }
    // "by returning the land we will restore peace"
    if (vg.ing && !vg.progressive && chunks[k - 1]?.word === 'by') for (let i = k + 1; i < chunks.length && i < k + BY_REACH; i++) { const main = chunks[i]!.vg; if (main && !main.ing && !main.infinitive) { if (main.modal === 'will' || main.modal === 'would' || main.modal === "'ll") return 'hypothetical'; break } }
    if (vg.bare && heldOpen(chunks, k)) return 'hypothetical'
    if (!vg.bare && !vg.past && !vg.infinitive && !vg.ing && !vg.modal && !vg.passive && !vg.perfect && (k === 0 || k === 1 && chunks[0]!.kind === 'quote') && tokens.lower[vg.main] === vg.verb?.lemma) return 'hypothetical' // "Free the prisoners": somebody is told to
    if (chunks[k - 1]?.np && chunks[k - 2]?.vg?.verb?.lemma === 'demand' && !vg.infinitive && !vg.ing) return 'hypothetical' // "demanded Kenya withdrew"
    if (vg.ing && !vg.progressive && chunks[k - 1]?.word === 'of' && DREAMS.has(chunks[k - 2]?.vg?.verb?.lemma ?? chunks[k - 2]?.word ?? '')) return 'hypothetical' // "dream of retaking the city"
    if (vg.ing && !vg.progressive && chunks[k - 1]?.kind === 'prep' && AIMS.has(chunks[k - 2]?.vg?.verb?.lemma ?? '')) return 'hypothetical' // "aimed at halting"
    if (vg.ing && !vg.progressive && OPEN_DOING.has(chunks[k - 1]?.vg?.verb?.lemma ?? '')) return 'hypothetical'
    if (!vg.modal && !vg.infinitive && !vg.ing && vg.verb && vg.verb.sense !== 'say' && wanted(tokens, chunks, k)) return 'hypothetical'
    if (c.word === 'being' && (chunks[k - 1]?.word === 'from' || chunks[k - 1]?.word === 'without')) return 'negated' // "protect them from being massacred"
    if (vg.ing && !vg.progressive && (k === 0 || OPENS.has(chunks[k - 1]!.kind)) && isWeighed(chunks, k)) return 'hypothetical'
    if (vg.ing && !vg.progressive && chunks[k - 1]?.np && isProspect(tokens, chunks, k - 1)) return 'hypothetical'
    if (vg.ing && !vg.progressive && k > 0 && chunks[k - 1]!.kind === 'prep') {
      const prep = chunks[k - 1]!.word
      if (prep === 'to' && tokens.lower[chunks[k - 1]!.first - 1] === 'view') return 'hypothetical' // "with a view to targeting"
      if ((prep === 'on' || prep === 'about') && DEBATED.has(tokens.lower[(chunks[k - 2]?.last ?? 1) - 1]!)) return 'hypothetical' // "a vote on sending troops"
      if (prep === 'without' || prep === 'against' || prep === 'from') return 'negated'
      // "help in evacuating 200", "the risk of killing civilians": not done yet
      const noun = chunks[k - 2]?.np?.head
      if (prep === 'at' && AIMED.has(tokens.lower[chunks[k - 1]!.first - 1] ?? '')) return 'hypothetical' // "an offensive aimed at recapturing the town"
      if (prep === 'of' && OPEN_STATE.has(tokens.lower[chunks[k - 1]!.first - 1] ?? '')) return 'hypothetical' // "capable of firing"
      if ((prep === 'in' || prep === 'of' || prep === 'for') && noun && NOT_YET.has(tokens.lower[noun.last - 1]!)) return 'hypothetical'
    }
  }
  // a condition that opens the clause, or a verb of fear or plan that governs it
  for (let i = k - 1, steps = 0; i >= 0 && steps < 10; i--, steps++) {
    const x = chunks[i]!
    if (x.kind === 'stop' || (x.kind === 'conj' && x.word === 'but')) break
    if (x.kind === 'sub' || x.kind === 'prep') {
      if (CONDITIONS.has(x.word)) return 'hypothetical'
    }
    if (x.kind === 'vg' && x.vg!.modal === 'should' && !x.vg!.verb && chunks[i + 1]?.np) return 'hypothetical' // "should it invade"
    if (x.kind === 'vg' && x.vg!.verb && EXPECTED.has(x.vg!.verb.lemma)) possible = true
    if (x.kind === 'comma' && i > 0 && steps > 2) break
  }
  if (c.np?.article === 'no') return 'negated'
  return possible ? 'possible' : 'real'
}

const LETS = wordGroup('lets')

/** "let Chad |use| its bases", "allowed Chad |to use| them": what somebody only may do. */
function isLet({ lower }: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const { vg } = chunks[k]!, leave = chunks[k - 2]?.vg
  if (chunks[k - 1]?.np == null || leave == null) return false
  return LETS.has(lower[leave.main]!) && (lower[leave.main]!.startsWith('let') ? lower[chunks[k]!.first] === lower[vg!.main] : vg!.infinitive)
}

const OPENS: ReadonlySet<string> = new Set(['stop', 'sub', 'quote'])
/** So many chunks behind a doing stands the verb that weighs it. */
const WEIGHED_WITHIN = 8

/** "Sending troops to Chad would be a mistake": whether what the clause with the doing at `k` says of it leaves it open. */
function isWeighed(chunks: readonly Chunk[], k: number): boolean {
  for (let i = k + 1; i < chunks.length && i <= k + WEIGHED_WITHIN; i++) {
    const { kind, vg } = chunks[i]!
    if (vg && !vg.ing && !vg.infinitive) return vg.modal !== null && !vg.perfect
    if (kind === 'stop' || kind === 'comma' || kind === 'sub' || kind === 'rel' || kind === 'dash') return false
  }
  return false
}

const PROSPECTS: ReadonlySet<string> = new Set(['prospect', 'prospects', 'possibility', 'risk', 'risks', 'fear', 'fears', 'threat', 'danger', 'idea', 'chance', 'chances', 'likelihood', 'talk', 'scenario', 'event'])

/** "the prospect of Kenya and its allies sending troops": whether the phrases up to the one at `i` are of what may come. */
function isProspect(tokens: TokenTable, chunks: readonly Chunk[], i: number): boolean {
  let at = i
  while (at > 0 && (chunks[at]!.np !== null && chunks[at - 1]!.kind === 'conj' || chunks[at]!.kind === 'conj')) at--
  const head = chunks[at - 1]?.kind === 'prep' && (chunks[at - 1]!.word === 'of' || chunks[at - 1]!.word === 'about') ? chunks[at - 2]?.np?.head : null
  return head != null && PROSPECTS.has(tokens.lower[head.last - 1]!)
}

const DEBATED: ReadonlySet<string> = new Set(['vote', 'decision', 'talks', 'debate', 'agreement', 'deal', 'bill', 'proposal', 'motion', 'discussions', 'negotiations', 'referendum', 'plan', 'plans', 'work', 'ban', 'bans', 'restriction', 'restrictions', 'limit', 'limits', 'curb', 'curbs', 'prohibition'])

/** The verb with "to" or a modal that a plain verb behind "and" is joined to; -1 where it has a subject of its own. */
function openBefore(chunks: readonly Chunk[], k: number): number {
  const conj = chunks[k - 1]?.kind === 'adv' ? k - 2 : k - 1
  if (chunks[conj]?.kind !== 'conj') return -1
  for (let i = conj - 1; i >= 0 && i >= conj - JOINED_REACH; i--) {
    const { kind, vg } = chunks[i]!
    if (vg) return vg.infinitive && !TRIES.has(chunks[i - 1]?.vg?.verb?.lemma ?? '') || vg.modal !== null && vg.verb !== null && !vg.perfect ? i : -1
    if (kind !== 'np' && kind !== 'adv' && kind !== 'prep') return -1
  }
  return -1
}
const JOINED_REACH = 11
/** "attempt to encircle X and bombard Y": Y is bombarded. */
const TRIES: ReadonlySet<string> = new Set(['attempt', 'try', 'seek', 'struggle', 'begin', 'start', 'continue'])

/** What a fight does that goes on. */
const GOES_ON: ReadonlySet<string> = new Set(['enter', 'begin', 'start', 'continue', 'rage', 'last', 'drag', 'drag_on', 'go_on', 'intensify', 'resume', 'grind'])
/** So many chunks behind an event noun and its aim the verb stands that tells of it. */
const AIM_REACH = 7

/** "the battle to retake the town entered its fourth week": the verb that tells of the event at `k`, behind the one that says what it is for; null where there is none. */
export function behindAim(chunks: readonly Chunk[], k: number): number | null {
  const aim = chunks[k + 1]?.vg
  if (aim == null || !aim.infinitive || aim.passive) return null
  for (let j = k + 2; j < chunks.length && j <= k + AIM_REACH; j++) {
    const { kind, vg } = chunks[j]!
    if (kind === 'stop' || kind === 'sub' || kind === 'rel') return null
    if (vg) return !vg.infinitive && !vg.ing && GOES_ON.has(vg.verb?.lemma ?? '') ? j : null
  }
  return null
}

/** Who is the first to do a thing does it. */
const RANKED: ReadonlySet<string> = new Set(['latest', 'first', 'second', 'third'])
/** "is", "was", "became". */
const tellsWhatIs = (vg: Chunk['vg']): boolean => vg !== null && !vg.infinitive && !vg.ing && !vg.negated && (vg.verb === null || vg.verb.lemma === 'become')
/** Whether a phrase tells whose turn it was ("the third city"). */
const isRanked = (tokens: TokenTable, np: NounPhrase): boolean => np.units.some((u) => RANKED.has(tokens.lower[u.first]!) || ordinalValue(tokens.lower[u.first]!) !== null)
const DREAMS: ReadonlySet<string> = new Set(['dream', 'dreams', 'dreamed', 'dreamt', 'dreaming', 'think', 'talk', 'speak', 'boast', 'despair', 'fantasise', 'fantasize'])
const AIMS: ReadonlySet<string> = new Set(['aim', 'intend', 'design'])
const WANTED: ReadonlySet<string> = new Set(['want', 'need', 'demand', 'seek'])

/** "want 1,200 of their men freed": a participle that tells what is wanted of the phrase before it. */
function heldOpen(chunks: readonly Chunk[], k: number): boolean {
  for (let i = k - 1, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const c = chunks[i]!
    if (c.vg) return WANTED.has(c.vg.verb?.lemma ?? '') && i < k - 1
    if (c.kind !== 'np' && !(c.kind === 'prep' && c.word === 'of')) return false
  }
  return false
}

/** 'will "ultimately" take': a modal parted from its verb by a word in quotes. */
function modalApart(chunks: readonly Chunk[], k: number): boolean {
  if (chunks[k - 1]?.kind !== 'quote' || chunks[k - 3]?.kind !== 'quote' || chunks[k - 2]!.last - chunks[k - 2]!.first !== 1) return false
  const vg = chunks[k - 4]?.vg
  return vg != null && vg.verb === null && vg.modal !== null && !OPEN.has(vg.modal)
}

/** Whether a word is a lemma, or the first word of one ("carry_out"). */
const begins = (lemma: string, word: string): boolean => lemma === word || (lemma.length > word.length && lemma[word.length] === '_' && lemma.startsWith(word))

/** "demanded that Russia withdraw": a bare verb after "that" and a verb of wanting. */
function wanted(tokens: TokenTable, chunks: readonly Chunk[], k: number): boolean {
  const vg = chunks[k]!.vg!
  if (chunks[k]!.last - chunks[k]!.first !== 1 || !begins(vg.verb!.lemma, tokens.lower[chunks[k]!.first]!)) return false
  for (let i = k - 1, steps = 0; i > 0 && steps < 8; i--, steps++) {
    const x = chunks[i]!
    if (x.kind === 'vg' || x.kind === 'stop') return false
    if (x.kind !== 'sub' && x.kind !== 'rel') continue
    for (let j = i - 1; j >= 0 && j > i - 5; j--) if (chunks[j]!.kind === 'vg') return WANTS.has(chunks[j]!.vg!.verb?.lemma ?? '')
    return false
  }
  return false
}
