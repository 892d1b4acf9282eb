// Who does what to whom in an English clause: the subject and the objects of a verb group, found by walking the phrases.
import { TIME, type Chunk } from './chunks.ts'
import { beforeSort, behindOpener, countedPair, dashBefore, doneBefore, isAge, LOYAL, namesPerson, participleOver, peopleBehind, relatedBefore, suspectedBefore, thenBefore, toldBefore, withoutNames } from './beside-subjects.ts'

const CLAUSE_PREPOSITIONS = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'with', 'than', 'following', 'without', 'because'])
/** "footage that indicated troops had left": verbs with a clause behind them. */
const SHOWS = /^(?:indicat|show|suggest|confirm|reveal|mean|prov)/
/** "a war that saw a million people flee": verbs whose object does what the bare verb behind it tells. */
const SEES: ReadonlySet<string> = new Set(['see', 'watch', 'witness', 'make', 'let'])
const SELVES: ReadonlySet<string> = new Set(['themselves', 'itself', 'himself', 'herself', 'ourselves'])
/** What only its subject does: a form of these that may be a participle is none. */
const MOVES: ReadonlySet<string> = new Set(['pour', 'stream', 'arrive', 'return', 'emerge', 'remain', 'flow', 'march'])
/** Lists are followed so far, that every walk ends. */
export const LONGEST_LIST = 60
const SUBSET = new Set(['including', 'among', 'amongst', 'like', 'plus', 'excluding'])

/** A participle or infinitive inside an inserted phrase (", believed to be the head of …,"). */
const reduced = (c: Chunk): boolean => c.vg!.bare || c.vg!.infinitive || (c.vg!.ing && !c.vg!.progressive)
/** Whether a phrase only stands between others: an adverb or a quotation mark. */
export const skippable = (c: Chunk): boolean => c.kind === 'adv' || c.kind === 'quote'

/** Jumps left over a bracketed remark that closes at `i`; returns the index before its opening mark, or -1. */
function beforeBracket(chunks: readonly Chunk[], i: number): number {
  for (let k = i - 1, least = Math.max(0, i - 60); k >= least; k--) if (chunks[k]!.kind === 'open') return k - 1
  return -1
}

/** The preposition that governs the phrase at `i`, if any. */
export function governor(chunks: readonly Chunk[], i: number): string | null {
  let k = i - 1
  // "on Tuesday 12 people": the preposition governs the time
  while (k >= 0 && skippable(chunks[k]!)) { if (chunks[k]!.word === TIME && chunks[k + 1]!.np?.units[0]!.tag !== 'poss') return null; k-- } // but "in Tuesday's raid"
  return k >= 0 && chunks[k]!.kind === 'prep' ? chunks[k]!.word : null
}

/** Indexes of the noun phrases that are the subject of the verb group at `k`; the last one stands nearest to it. */
export function subjectOf(chunks: readonly Chunk[], k: number): readonly number[] {
  const me = chunks[k]!.vg!
  return me.subjects ??= findSubject(chunks, k, 0)
}

function findSubject(chunks: readonly Chunk[], k: number, depth: number): readonly number[] {
  if (depth > 6) return []
  const me = chunks[k]!.vg!
  if (me.bare && UNCOUNTED.has(chunks[k]!.word)) return [] // "8,000 are missing, many buried under debris"
  // "died", "fled" look like participles but tell what their subject did; "dead" tells a state as participles do
  const bare = me.bare && (me.verb?.patient !== 'subject' || STATES.has(chunks[k]!.word)) && !MOVES.has(me.verb?.lemma ?? '')
  let i = k - 1
  while (i >= 0) {
    const c = chunks[i]!
    if (skippable(c)) { i--; continue }
    if (c.kind === 'close') { i = beforeBracket(chunks, i); continue }
    // "have all fled": the auxiliary before it has the subject
    if (i === k - 1 && c.np && c.np.units.length === 1 && FLOATS.has(c.word) && chunks[i - 1]?.vg && !chunks[i - 1]!.vg!.verb) return findSubject(chunks, i - 1, depth + 1)
    if (i === k - 1 && c.np && c.np.units.length === 1 && FLOATS.has(c.word) && i > 0 && (chunks[i - 1]!.np || chunks[i - 1]!.kind === 'dash')) { i--; continue } // "his wife and two sons all died"
    if (c.kind === 'np') {
      if (c.np!.head === null && LOYAL.has(c.word) && chunks[i - 1]?.np) { i--; continue } // "forces |loyal to the president| took"
      if (bare && i === k - 1 && SELVES.has(c.np!.pronoun ?? c.word) && chunks[i - 1]?.vg) return findSubject(chunks, i - 1, depth + 1) // "900 people have found themselves trapped"
      const prep = governor(chunks, i)
      // "reports of 12 people being killed": whatever governs them
      if (i === k - 1 && prep !== null && chunks[k]!.word === 'being' && me.passive && (c.np!.number !== null || chunks[i - 2]?.np?.number == null)) return coordinated(chunks, i, k)
      // "residents of two buildings damaged in the attack": a participle right after its noun, whatever governs that
      if (bare && i === k - 1 && prep !== null && (chunks[k + 1]?.kind === 'prep' || (c.np!.number && (!c.np!.head || (c.np!.counted && (prep !== 'of' || opensClause(chunks, i - 1) || chunks[i - 2]?.kind === 'vg' || (chunks[i - 2]?.np?.number === null && chunks[k + 1]?.kind !== 'conj')))) && (ENDS.has(chunks[k + 1]?.kind ?? 'stop') || chunks[k + 1]!.vg?.bare)))) return [prep === 'of' && chunks[i - 2]?.np?.number && !(c.np!.number && !c.np!.number.masked && (chunks[i - 2]!.np!.number!.value === 1 || me.verb?.sense !== 'intercept')) ? i - 2 : i] // "one of the four men killed in": the four
      if (bare && me.verb?.sense === 'launch' && i === k - 1 && prep === 'of' && c.np!.number && c.np!.elided) return [i] // "16 of the 36 launched"
      // "for the 40,000 people living in the camp"
      if (me.ing && !me.progressive && i === k - 1 && prep !== null && (c.np!.number || (c.np!.event === 'strike' && me.verb?.lemma === 'target'))) return [i] // "in a strike targeting a clinic"
      if (prep === 'of' && bare && i === k - 1 && c.np!.pronoun === 'them' && chunks[i - 2]?.np?.number && chunks[i - 3]?.kind === 'comma') return [i - 2] // "318 tanks, 142 of them captured"
      if (depth === 0 && bare && i === k - 1 && prep === 'of' && c.word === 'those' && chunks[k + 1]?.vg?.passive && !chunks[k + 1]!.vg!.bare && TAKES.has(chunks[k + 1]!.vg!.verb?.sense ?? '')) return [] // "110 of those |pardoned| have been re-arrested"
      if (prep !== null) {
        const finite = !bare && !me.ing && !me.infinitive
        // "eight fighters with the rebel group were killed": whom they are with, or what
        if (prep === 'with' && finite && !c.np!.number && chunks[i - 2]?.np?.number && (chunks[i - 2]!.np!.counted || chunks[i - 2]!.np!.proper) && governor(chunks, i - 2) === null && (chunks[i - 3]?.kind !== 'vg' || chunks[i - 3]!.vg!.verb?.sense === 'say')) { i -= 2; continue }
        // "two clerks taken with him are missing": with whom they were taken
        if ((prep === 'with' || prep === 'as') && finite && !c.np!.number && chunks[i - 2]?.vg?.bare && (chunks[i - 3]?.np?.number && chunks[i - 3]!.np!.counted || governor(chunks, i - 3) === 'from' && chunks[i - 5]?.np?.counted)) { i -= 3; continue }
        if (CLAUSE_PREPOSITIONS.has(prep) && !(prep === 'with' && finite && me.passive && !c.np!.number && relatedBefore(chunks, i)) && (finite || prep === 'with' || bare) && !(prep === 'as' && !finite && !(i === k - 1 && (chunks[k + 1]?.np || me.verb?.sense === 'say')))) return coordinated(chunks, i, k) // "as jets bombed |the town|", "as the army claimed |hitting it|": what is done to it stands behind
        // go on left of "preposition + phrase", and of the whole list it belongs to
        let p = i - 1
        while (p >= 0 && chunks[p]!.kind !== 'prep') p--
        i = p - 1
        // what the subset is of: a list in full
        if (SUBSET.has(prep)) while (i >= 0 && (chunks[i]!.kind === 'comma' || chunks[i]!.kind === 'dash')) i--
        continue
      }
      const list = withoutNames(chunks, coordinated(chunks, i, k))
      // "two men working for Alba Works and Orion were freed": the names that end a reduced relative
      const inside = !bare && !me.ing && !me.infinitive && i === k - 1 && !c.np!.number ? participleOver(chunks, i) : -1
      if (inside > 0) { i = inside - 1; continue }
      let b = list[0]! - 1
      while (b >= 0 && skippable(chunks[b]!)) b--
      if (b > 2 && (chunks[b - 2]!.kind === 'comma' || chunks[b - 2]!.kind === 'dash') && chunks[b]!.np?.pronoun === 'them' && chunks[b - 1]!.kind === 'prep' && SUBSET.has(chunks[b - 1]!.word) && !bare) b-- // "among them a man who had fled, were killed"
      if (b >= 0 && chunks[b]!.kind === 'prep' && SUBSET.has(chunks[b]!.word)) {
        if (bare && list.length > 1 && chunks[b - 1]?.vg && list.every((p) => chunks[p]!.np!.number && chunks[p]!.np!.counted)) return list // "was among four women and 18 men freed"
        i = b - 1
        while (i >= 0 && (chunks[i]!.kind === 'comma' || chunks[i]!.kind === 'dash')) i--
        // "killed 26, including five children, and |32| were injured": no comma ends the parts before the verb, so that a new clause begins
        const own = list.at(-1)!
        if (own === k - 1 && (!bare || chunks[own]!.np!.elided) && !me.ing && !me.infinitive && list.length > 1 && chunks[own - 1]!.kind === 'conj' && (chunks[own - 2]?.kind === 'comma' || bare && chunks[own]!.np!.elided) && chunks[own]!.np!.number !== null && toldBefore(chunks, i)) return [own]
        continue
      }
      // "two men who entered the town are held": the object of a relative clause
      if (b >= 1 && chunks[b]!.kind === 'vg' && !SHOWS.test(chunks[b]!.word) && !(i === k - 1 && chunks[b]!.vg!.verb?.sense === 'say') && !(i === k - 1 && chunks[k]!.last - chunks[k]!.first === 1 && SEES.has(chunks[b]!.vg!.verb?.lemma ?? '')) && !me.ing && !me.infinitive && !bare) { const rel = relativeOf(chunks, b); if (rel > 0) { i = rel - 1; continue } }
      // "a theatre sheltering hundreds of people was bombed": the object of a reduced relative
      if (b >= 1 && chunks[b]!.kind === 'vg' && chunks[b]!.vg!.ing && !chunks[b]!.vg!.progressive && chunks[b]!.vg!.verb?.sense !== 'say' && chunks[b - 1]!.kind === 'np' && !me.ing && !me.infinitive && !bare) { i = b - 1; continue }
      const suspects = bare || me.ing || me.infinitive ? -1 : suspectedBefore(chunks, b)
      if (suspects >= 0) { i = suspects; continue }
      return list
    }
    if (c.kind === 'vg') {
      const inner = bare || me.ing || me.infinitive ? -1 : behindOpener(chunks, i)
      if (inner >= 0) { i = inner; continue }
      // "a school where 400 had been hiding had been flattened": two told verbs side by side, the first of a relative clause
      if (i === k - 1 && !me.infinitive && !bare && !me.ing && !reduced(c) && (me.passive || me.perfect)) { const opener = clauseOpener(chunks, i); if (opener > 0) { i = chunks[opener - 1]!.kind === 'prep' ? opener - 2 : opener - 1; continue } }
      const rel = me.infinitive || bare || me.ing ? -1 : relativeOf(chunks, i)
      if (rel > 0 && (i !== k - 1 || governor(chunks, rel - 1) === 'of')) { i = rel - 1; continue } // "a woman who was in the house was killed", "the sons of men who fled were killed"
      if (me.infinitive || i === k - 1) return findSubject(chunks, i, depth + 1)
      if (c.vg!.bare || c.vg!.ing) { i--; continue } // a reduced relative: "buildings damaged in the attack were …"
      return []
    }
    if (c.kind === 'rel') {
      let a = i - 1
      while (a >= 0 && (chunks[a]!.kind === 'comma' || chunks[a]!.kind === 'dash' || skippable(chunks[a]!) || chunks[a]!.kind === 'close')) a = chunks[a]!.kind === 'close' ? beforeBracket(chunks, a) : a - 1
      if (a < i - 1 && chunks[i - 1]!.kind === 'dash') { const from = dashBefore(chunks, a); if (from > 0) a = from - 1 } // "two hostages – a Kenyan and a Dane – who"
      if (a >= 0 && chunks[a]!.kind === 'prep') a-- // "all of whom", "two of whom"
      if (a >= 0 && chunks[a]!.kind === 'np') {
        if (chunks[i]!.word === 'who') a = peopleBehind(chunks, a)
        // "Name Surname, 24, who was …": the age stands between
        if (isAge(chunks, a)) return [a - 2]
        // "thousands of people who fled": the number counts them; "the deaths of two men who …": the nearest phrase
        if (governor(chunks, a) === 'of' && !chunks[a]!.np!.number && a >= 2 && chunks[a - 2]!.np?.number && !chunks[a - 2]!.np!.head && chunks[a - 2]!.np!.number!.value !== 1) return [a - 2]
        return me.passive && me.verb?.sense === 'capture' ? countedPair(chunks, a) : [a]
      }
      return []
    }
    // "who had been held since 2016 were released", "the army on Tuesday battled"
    if (c.kind === 'prep' && (me.passive || i === k - 2 && c.word === 'on' && !me.infinitive && !me.ing) && chunks[i + 1]!.word === TIME) { i--; continue }
    // "are registered as missing", "were presumed dead"
    if (c.kind === 'prep' && c.word === 'as' && i === k - 1 && bare && chunks[i - 1]?.vg?.passive) return findSubject(chunks, i - 1, depth + 1)
    if (c.kind === 'prep' && i === k - 1 && (me.ing || me.passive)) {
      // "caught fire after being hit": the clause before has the subject
      for (let p = i - 1, steps = 0; p >= 0 && steps < 12; p--, steps++) {
        if (chunks[p]!.kind === 'vg') return findSubject(chunks, p, depth + 1)
        if (chunks[p]!.kind === 'stop') return []
      }
      return []
    }
    if (c.kind === 'conj') {
      // "was hit and destroyed": the verb group before shares its subject
      let p = i - 1
      while (p >= 0 && (skippable(chunks[p]!) || chunks[p]!.kind === 'comma')) p--
      for (const least = Math.max(0, p - 60); p >= least; p--) {
        const x = chunks[p]!
        if (x.kind === 'vg') return findSubject(chunks, p, depth + 1)
        if (x.kind === 'sub' || x.kind === 'stop') return []
      }
      return []
    }
    if (c.kind === 'comma' || c.kind === 'dash') {
      if (c.kind === 'comma' && i === k - 1 && thenBefore(chunks, k) >= 0) return findSubject(chunks, thenBefore(chunks, k), depth + 1)
      if (c.kind === 'dash' && i === k - 1 && bare && chunks[i - 1]?.np?.number && chunks[i - 1]!.np!.elided) return [i - 1] // "one died, three – injured"
      // "nine people, among them a nurse and two guards, were killed": the parts stand between two marks; a headline leaves out its "were"
      const parts = i === k - 1 && !me.ing && (!bare || chunks[i - 2]?.kind === 'conj' && c.kind === 'comma') ? partsStart(chunks, i) : -1
      if (parts > 0) { i = beforeSort(chunks, parts - 1); continue }
      // "a howitzer, captured in the first days, …": what is counted right before it
      const own = i === k - 1 && bare && c.kind === 'comma' && chunks[i - 1]?.np && governor(chunks, i - 1) !== null ? peopleBehind(chunks, i - 1) : i - 1 // "a prisoner of that war, captured in May,"
      const near = chunks[own]?.np
      if (i === k - 1 && bare && c.kind === 'comma' && (chunks[k + 1]?.kind === 'prep' || chunks[k + 1]?.word === TIME) && near && ((near.counted && (near.number || near.article === 'a' || near.article === 'an' || me.verb?.sense === 'capture' && near.article === 'the' || own < i - 1)) || (near.proper && namesPerson(near))) && governor(chunks, own) === null) return [own]
      const opener = relativeStart(chunks, i)
      if (opener >= 0) { i = opener; continue }
      // an apposition or an inserted phrase: ", a local official," or ", in the east,"
      let p = i - 1, seen = 0
      while (p >= 0 && chunks[p]!.kind !== c.kind && !(chunks[p]!.kind === 'vg' && !reduced(chunks[p]!)) && chunks[p]!.kind !== 'stop' && (chunks[p]!.kind !== 'sub' || chunks[p]!.word === 'once') && seen < 12) { p--; seen++ }
      if (p >= 0 && chunks[p]!.kind === c.kind && i - p > 1) {
        const done = me.ing ? doneBefore(chunks, p, i) : -1; if (done >= 0) return findSubject(chunks, done, depth + 1)
        // "half of the children, around 4.3 million, have been displaced": the number set beside the whole
        if (i - p === 2 && chunks[p + 1]!.np?.number && !chunks[p + 1]!.np!.number!.masked && (!chunks[p + 1]!.np!.head || (chunks[p + 1]!.np!.counted !== null && governor(chunks, p - 1) === 'of')) && p > 0 && chunks[p - 1]!.np && !chunks[p - 1]!.np!.number && !bare) return [p + 1]
        // a name set beside its role: ", the group's leader," tells who; the name counts as well as the role
        if (i - p === 2 && chunks[p + 1]!.np?.proper && governor(chunks, p - 1) === 'of' && chunks[p - 3]?.np?.number) { i = p - 1; continue } // "ten relatives of its leader, Name Surname, were killed": the ten
        const listed = chunks[p - 2]?.word === 'and' && chunks[p - 3]?.np && (chunks[p - 4]?.kind === 'comma' || chunks[p - 3]!.np!.number) // "two cooks and a priest, Name Surname, were killed": all of the list
        if (!listed && i - p === 2 && chunks[p + 1]!.np?.proper && p > 0 && chunks[p - 1]!.np && !chunks[p - 1]!.np!.number && !chunks[p - 1]!.np!.proper && !(chunks[p - 2]?.kind === 'prep' && PLACING.has(chunks[p - 2]!.word))) return [p + 1]
        i = p - 1
        continue
      }
      if (bare || me.ing) { // ", killing three": the clause before does it
        for (p = i - 1; p >= Math.max(0, i - 60); p--) {
          if (chunks[p]!.kind === 'vg' && !chunks[p]!.vg!.ing) return findSubject(chunks, p, depth + 1)
          if (chunks[p]!.kind === 'stop') return []
        }
      }
      return []
    }
    return []
  }
  return []
}

/** The "including" or "among" that opens the list of parts which the mark at `i` ends, or -1. */
function partsStart(chunks: readonly Chunk[], i: number): number {
  for (let p = i - 1, least = Math.max(1, i - 24); p >= least; p--) {
    const c = chunks[p]!
    if (c.kind === 'stop' || c.kind === 'sub' || c.kind === 'rel' || c.kind === 'dash' || c.kind === 'vg' && !reduced(c)) return -1
    if (c.kind === 'prep' && p === i - 2 && chunks[i]!.kind === 'dash' && SUBSET.has(c.word) && chunks[p - 1]!.np && chunks[p - 2]?.kind === 'dash') return p - 1 // "– a nurse among them –"
    if (c.kind === 'prep' && SUBSET.has(c.word)) return c.word === 'including' || chunks[p + 1]?.np?.pronoun === 'them' ? p : -1
  }
  return -1
}

/** Whether nothing of its clause stands before the chunk at `i`. */
const opensClause = (chunks: readonly Chunk[], i: number): boolean => i <= 0 || chunks[i - 1]!.kind === 'stop' || chunks[i - 1]!.kind === 'quote' || chunks[i - 1]!.kind === 'sub'
const TAKES: ReadonlySet<string> = new Set(['capture', 'release'])
/** What may end a phrase. */
export const ENDS: ReadonlySet<string> = new Set(['stop', 'comma', 'conj', 'adv', 'close', 'quote', 'dash'])
const PLACING: ReadonlySet<string> = new Set(['over', 'in', 'near', 'on', 'above', 'within'])
/** What stands for a part that nobody counted. */
const UNCOUNTED: ReadonlySet<string> = new Set(['many', 'some', 'most', 'several', 'others', 'few'])
const STATES: ReadonlySet<string> = new Set(['dead', 'missing', 'stuck', 'homeless', 'unaccounted', 'hurt', 'alive']), FLOATS: ReadonlySet<string> = new Set(['all', 'both', 'each'])

/** Where a clause of place or a relative one ("where", "which") that the verb group at `i` ends was opened within six phrases, or -1. */
function clauseOpener(chunks: readonly Chunk[], i: number): number {
  for (let k = i - 1, steps = 0; k > 0 && steps < 6; k--, steps++) {
    const c = chunks[k]!
    if (c.kind === 'rel' || (c.kind === 'sub' && c.word === 'where')) return k
    if (c.kind === 'vg' || c.kind === 'stop' || c.kind === 'comma') return -1
  }
  return -1
}

/** The relative pronoun whose clause the verb group at `i` is, where it stands right before it. */
function relativeOf(chunks: readonly Chunk[], i: number): number {
  let k = i - 1, infinitive = chunks[i]!.vg?.infinitive === true // "who |attempted| to enter"
  while (k >= 0 && (skippable(chunks[k]!) || infinitive && chunks[k]!.kind === 'vg')) { if (chunks[k]!.kind === 'vg') infinitive = chunks[k]!.vg!.infinitive === true; k-- }
  return k < 0 ? -1 : chunks[k]!.kind === 'rel' ? k : chunks[k]!.np && chunks[k - 1]?.kind === 'rel' && chunks[k - 1]!.word === 'whose' ? k - 1 : -1 // "whose car hit a mine"
}

/** A relative clause that ends with the comma at `i` begins after the comma before its pronoun: that comma's left neighbour. */
function relativeStart(chunks: readonly Chunk[], i: number): number {
  for (let k = i - 1, seen = 0; k >= 0 && seen < 14; k--, seen++) {
    if (chunks[k]!.kind === 'rel') {
      let p = k - 1
      while (p >= 0 && (chunks[p]!.kind === 'prep' || skippable(chunks[p]!))) p--
      return p >= 0 && (chunks[p]!.kind === 'comma' || chunks[p]!.kind === 'dash') ? p - 1 : p
    }
    if (chunks[k]!.kind === 'comma' || chunks[k]!.kind === 'stop') return -1
  }
  return -1
}

/** "two women and a child were killed": the phrases joined to the one at `i`, unless they are another verb's object. */
function coordinated(chunks: readonly Chunk[], i: number, k: number): number[] {
  const list = [i]
  let at = i
  while (list.length < LONGEST_LIST) {
    let j = at - 1, joined = false
    while (j >= 0 && (chunks[j]!.kind === 'comma' || listGoesOn(chunks, j) || (chunks[j]!.kind === 'conj' && chunks[j]!.word === 'and') || skippable(chunks[j]!))) { if (chunks[j]!.kind !== 'adv' && chunks[j]!.kind !== 'quote') joined = true; j-- }
    if (joined && j >= 0 && chunks[j]!.kind === 'close') j = beforeBracket(chunks, j) // "27 vehicles (ACVs), one aircraft and two guns were lost"
    if (!joined || j < 0 || chunks[j]!.kind !== 'np') break
    // "Major Name, commander of the garrison, and 46 of his men were captured"
    if (at === i && governor(chunks, j) === 'of' && chunks[j - 3]?.kind === 'comma' && chunks[j - 4]?.np?.proper && !chunks[j - 2]!.np?.number && (j === 4 || chunks[j - 5]!.kind === 'stop')) return [j - 4, i]
    // "a child was among the injured, and 30 houses were damaged": a clause of its own
    if (at === i && chunks[i - 1]!.kind === 'conj' && chunks[i - 2]?.kind === 'comma' && chunks[i]!.np!.number && !chunks[j]!.np!.number && governor(chunks, j) !== null) break
    // "among them 10 civilians, and more than 400 were wounded": the parts end before the clause
    if (at === i && chunks[i - 1]!.kind === 'conj' && chunks[i - 2]?.kind === 'comma' && chunks[i]!.np!.number && chunks[j - 1]?.np?.pronoun === 'them' && SUBSET.has(chunks[j - 2]?.word ?? '')) break
    // 'according to the daily "Le Soir", four people were hurt': a name in quotation marks is none of those counted
    if (at === i && chunks[i - 1]!.kind === 'comma' && chunks[i]!.np!.number && chunks[j]!.np!.proper && chunks[j + 1]!.kind === 'quote' && chunks[j - 1]?.kind === 'quote') break
    let head = j
    // "two people in the city and a child": step over its prepositional tail
    for (let steps = 0; steps < 5; steps++) {
      if (chunks[head]!.np!.head === null && LOYAL.has(chunks[head]!.word) && chunks[head - 1]?.np) head-- // "five of the forces |loyal to the state| and nine rebels"
      const prep = governor(chunks, head)
      if (prep === null || CLAUSE_PREPOSITIONS.has(prep)) break
      if (SUBSET.has(prep)) { list.unshift(head); return list } // the list is a part of what stands before it
      let p = head - 1
      while (p >= 0 && chunks[p]!.kind !== 'prep') p--
      p--
      while (p >= 0 && skippable(chunks[p]!)) p--
      if (p < 0 || chunks[p]!.kind !== 'np') { head = -1; break }
      head = p
    }
    if (head < 0) break
    list.unshift(head)
    at = head
  }
  // the list is another verb's object where a verb group stands right before it
  let b = list[0]! - 1
  while (b >= 0 && skippable(chunks[b]!)) b--
  if (list.length > 1 && b >= 0 && chunks[b]!.vg?.verb?.lemma === 'leave' && chunks[k]!.vg!.bare && b > list[0]! - 2) return list // "left two men and a girl dead"
  if (list.length > 1 && b >= 0 && chunks[b]!.kind === 'vg' && (chunks[b]!.vg!.verb?.sense !== 'say' || (chunks[k]!.vg!.bare && chunks[k]!.vg!.verb?.patient !== 'subject'))) return [i] // "said two men and a woman were killed" says a clause
  const prep = list.length > 1 ? governor(chunks, list[0]!) : null
  if (prep !== null && !SUBSET.has(prep) && (!CLAUSE_PREPOSITIONS.has(prep) || list.length === 2 && chunks[i - 1]!.kind === 'comma' && prep !== 'with')) return [i] // "before the talks, troops took"
  return list
}

/** "130 tanks; six posts; and 55 lorries were destroyed": a semicolon at `j` between numbers that the clause opens with, no verb before. */
function listGoesOn(chunks: readonly Chunk[], j: number): boolean {
  if (chunks[j]!.word !== ';' || !chunks[j - 1]?.np?.number) return false
  let next = j + 1
  while (next < chunks.length && (skippable(chunks[next]!) || chunks[next]!.kind === 'conj')) next++
  if (!chunks[next]?.np?.number) return false
  for (let i = j - 1; i >= 0; i--) {
    const c = chunks[i]!
    if (c.kind === 'vg' || c.kind === 'sub' || c.kind === 'rel') return false
    if (c.kind === 'stop' && c.word === ':') return true
  }
  return true
}

/** Indexes of the noun phrases that are the objects of the verb group at `k`, a list in full. */
export function objectsOf(chunks: readonly Chunk[], k: number): readonly number[] {
  const group = chunks[k]!.vg
  return group === null ? findObjects(chunks, k) : group.objects ??= findObjects(chunks, k)
}

/** What has objects of its own: "left 20 people killed and forced thousands to flee". */
const CAUSES: ReadonlySet<string> = new Set(['force', 'leave', 'make', 'drive', 'send', 'prompt', 'cause', 'compel']), HIS: ReadonlySet<string> = new Set(['his', 'her'])

function findObjects(chunks: readonly Chunk[], k: number): readonly number[] {
  const group = chunks[k]!.vg
  let i = k + 1
  while (i < chunks.length && skippable(chunks[i]!)) i++
  if (chunks[i]?.word === ':' && chunks[i + 1]?.np?.number && chunks[i + 1]!.np!.head) i++ // "destroyed: 4 tanks, 12 vehicles"
  if (i < chunks.length && chunks[i]!.kind === 'conj' && chunks[i + 1]?.kind === 'vg' && !CAUSES.has(chunks[i + 1]!.vg!.verb?.lemma ?? '')) return findObjects(chunks, i + 1) // "killed or injured five"
  // "abducted, and later freed, a young man": one object after both, between marks
  const pair = i < chunks.length && chunks[i]!.kind === 'comma' ? (chunks[i + 1]?.kind === 'conj' && chunks[i + 2]?.vg && !chunks[i + 2]!.vg!.passive && chunks[i + 3]?.kind === 'comma' ? i + 4 : chunks[k - 1]?.kind === 'conj' && chunks[k - 2]?.kind === 'comma' && chunks[k - 3]?.vg ? i + 1 : -1) : -1
  if (pair > 0 && chunks[pair]?.np && !chunks[pair]!.np!.proper && (chunks[pair]!.np!.number || chunks[pair]!.np!.article !== '') && chunks[pair + 1]?.kind !== 'vg') i = pair
  // "killed on Tuesday 12 rebels"; not "killed in night shelling", "in Tuesday's raid"
  if (chunks[i]?.kind === 'prep' && chunks[i + 1]?.word === TIME && chunks[i + 2]?.np && (chunks[i + 2]!.np!.number || chunks[i + 2]!.np!.article !== '')) i += 2
  // "shot down over the region 15 drones"
  if (chunks[i]?.kind === 'prep' && PLACING.has(chunks[i]!.word) && !chunks[k]!.vg!.passive && chunks[i + 1]?.np && !chunks[i + 1]!.np!.number && chunks[i + 2]?.np?.number) i += 2
  if (i >= chunks.length || chunks[i]!.kind !== 'np') return antecedent(chunks, k)
  const list = [i]
  let at = i
  const opening = group?.ing === true && !group.progressive && (k === 0 || chunks[k - 1]!.kind === 'stop' || ((chunks[k - 1]!.kind === 'prep' || chunks[k - 1]!.kind === 'sub') && (k === 1 || chunks[k - 2]!.kind === 'stop')))
  while (list.length < LONGEST_LIST) {
    let j = at + 1
    // over prepositional tails and remarks in brackets
    for (let steps = 0; steps < 8 && j < chunks.length; steps++) {
      if (skippable(chunks[j]!)) j++
      else if (chunks[j]!.kind === 'comma' && chunks[j + 1]?.np?.number?.masked === 'an age' && chunks[at]!.np!.proper) j += 2 // "Name Surname, 27, and Name Surname"
      // "destroyed two boats lying at anchor and three guns": what the first were doing
      else if (j === at + 1 && (chunks[at]!.np!.number || chunks[at]!.np!.counted === 'person' && chunks[at]!.np!.article === 'a') && chunks[j]!.vg?.ing && !chunks[j]!.vg!.progressive && (chunks[j]!.vg!.verb?.sense ?? 'common') === 'common' && (chunks[j + 1]?.kind === 'prep' || chunks[j + 1]?.kind === 'adv' || chunks[j + 1]?.word === 'next')) j += chunks[j + 1]!.word === 'next' ? 2 : 1
      else if (chunks[j]!.kind === 'prep' && !SUBSET.has(chunks[j]!.word) && !CLAUSE_PREPOSITIONS.has(chunks[j]!.word) && (chunks[j + 1]?.kind === 'np' || chunks[j + 1]?.word === TIME)) j += 2
      else if (chunks[j]!.kind === 'open') { let e = j; const most = Math.min(chunks.length, j + 60); while (e < most && chunks[e]!.kind !== 'close') e++; if (e >= most) break; j = e + 1 }
      else break
    }
    let joined = false
    while (j < chunks.length && (chunks[j]!.kind === 'comma' || (chunks[j]!.kind === 'conj' && chunks[j]!.word !== 'but') || (chunks[j]!.kind === 'prep' && (chunks[j]!.word === 'plus')) || skippable(chunks[j]!))) { joined = true; j++ }
    if (!joined || j >= chunks.length || chunks[j]!.kind !== 'np') break
    // "one of its leaders, Name Surname", "and hurt five,” Name Surname said": a name set beside what it names or one who speaks, no second object
    if (chunks[j]!.np!.proper && !chunks[j]!.np!.number && !chunks[at]!.np!.proper && chunks[chunks[j - 1]!.kind === 'quote' ? j - 2 : j - 1]!.kind === 'comma') { if (chunks[j + 1]?.kind === 'comma' && (chunks[j + 2]?.kind === 'conj' && chunks[j + 3]?.np?.number || HIS.has(chunks[j + 2]?.np?.article ?? '')) && !speaksNext(chunks, j)) { at = j; continue } break } // "a major, Name Surname, and three guards"
    // "killed 124 rebels near the Mosul Dam and Tal Keif": a name joined to that of a place
    if (chunks[j]!.np!.proper && !chunks[j]!.np!.number && !chunks[at]!.np!.proper && joint(chunks, at, j)) break
    if (speaksNext(chunks, j)) break
    let after = j + 1
    while (after < chunks.length && (skippable(chunks[after]!) || (chunks[after]!.kind === 'prep' && chunks[after + 1]?.kind === 'np'))) after += chunks[after]!.kind === 'prep' ? 2 : 1
    if (after < chunks.length && chunks[after]!.kind === 'vg' && !(chunks[after]!.vg!.bare || chunks[after]!.vg!.ing)) break // it begins a clause of its own
    // "after losing the city, a group of 700 soldiers fled": what opens the sentence ends at its comma
    if (after < chunks.length && chunks[after]!.kind === 'vg' && opening && chunks[j - 1]!.kind === 'comma' && list.length === 1) break
    // "killed five and 12 injured"; not "captured two tanks and a gun abandoned by the enemy", "downed 20 drones and two missiles launched overnight"
    if (after < chunks.length && chunks[after]!.kind === 'vg' && chunks[after]!.vg!.bare && (after === j + 1 || chunks[j]!.np!.elided) && chunks[after + 1]?.word !== 'by' && !(group?.verb?.sense === 'intercept' && chunks[after]!.vg!.verb?.sense === 'launch')) break
    list.push(j)
    at = j
  }
  return list
}

/** Whether the words right before the joining of the phrase at `j` are a name that a preposition brings in, after the phrase at `at`. */
function joint(chunks: readonly Chunk[], at: number, j: number): boolean {
  let k = j - 1
  while (k > at && (chunks[k]!.kind === 'conj' || chunks[k]!.kind === 'comma' || skippable(chunks[k]!))) k--
  return k > at + 1 && chunks[k]!.np?.units.some((unit) => unit.tag === 'proper') === true && chunks[k - 1]!.kind === 'prep'
}

/** "four tanks that they had captured", "the 40 drones Russia launched": the number before a relative clause that has no object of its own. */
function antecedent(chunks: readonly Chunk[], k: number): readonly number[] {
  const me = chunks[k]!.vg
  if (!me || me.passive || me.infinitive || (me.ing && !me.progressive)) return []
  const subject = subjectOf(chunks, k)[0]
  if (subject === undefined || subject >= k || k - subject > 3) return []
  let i = subject - 1
  while (i >= 0 && skippable(chunks[i]!)) i--
  if (i < 0) return []
  const related = chunks[i]!.kind === 'rel' || (chunks[i]!.kind === 'sub' && chunks[i]!.word === 'that')
  if (related && --i < 0) return []
  const np = chunks[i]?.np
  if (!np?.number || !np.head || np.number.masked || (i > 0 && chunks[i - 1]!.vg?.verb?.sense === 'say')) return []
  // with no pronoun between them the two phrases stand side by side, the second a known one
  return related || (i === subject - 1 && chunks[subject]!.np!.number === null && (chunks[subject]!.np!.proper || chunks[subject]!.np!.pronoun !== null || chunks[subject]!.np!.article === 'the')) ? [i] : []
}

/** ", a militia leader, Name Surname, said": the phrase at `j` is whoever says it, no further part of a list. */
export function speaksNext(chunks: readonly Chunk[], j: number): boolean {
  if (chunks[j]!.np!.number) return false
  let i = j + 1
  for (let steps = 0; steps < 3 && chunks[i]?.kind === 'prep' && chunks[i + 1]?.np; steps++) i += 2
  if (chunks[i]?.kind === 'comma' && chunks[i + 1]?.np?.proper) i += 2
  if (chunks[i]?.kind === 'comma') i++
  while (i < chunks.length && skippable(chunks[i]!)) i++
  const vg = chunks[i]?.vg
  return vg?.verb?.sense === 'say' && !vg.ing && !vg.infinitive && !vg.passive
}
