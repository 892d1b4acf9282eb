// Contested: the report itself carries a denial or a contrary account of the event, in the same sentence or one of the next two.
import type { Document, TokenTable } from '../../model/document.ts'
import type { Claim } from '../../model/claim.ts'
import { WordColumn } from '../../text/vocabulary.ts'

const DENIALS: ReadonlySet<string> = new Set(['denied', 'denies', 'deny', 'denying', 'denial', 'denials', 'disputed', 'disputes', 'contradicted', 'contradicts', 'refuted', 'rebutted', 'fabricated', 'staged', 'hoax', 'disinformation'])
/** Words that contest together with what stands within three words after them. */
const PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['dismissed', new Set(['as', 'claims', 'claim', 'reports', 'accusations', 'allegations', 'it'])],
  ['rejected', new Set(['claims', 'claim', 'reports', 'accusations', 'accusation', 'allegations', 'allegation', 'responsibility'])],
  ['not', new Set(['true', 'responsible', 'involved'])],
  ['no', new Set(['involvement', 'truth'])],
  ['traded', new Set(['accusations', 'blame'])], ['trade', new Set(['accusations', 'blame'])], ['trading', new Set(['accusations', 'blame'])],
  ['blamed', new Set(['other'])], ['blame', new Set(['other'])], ['accused', new Set(['other'])], ['accuse', new Set(['other'])], ['blaming', new Set(['other'])],
  ['fake', new Set(['news', 'footage', 'video', 'report', 'reports'])],
  ['conflicting', new Set(['accounts', 'reports', 'claims', 'versions'])],
])
/** The attacker's own account of what it aimed at, told beside the harm to people. */
const AIMED: ReadonlySet<string> = new Set(['targeted', 'targeting', 'aimed', 'embedded', 'hiding', 'operating', 'operated', 'used', 'using', 'eliminated', 'conducted'])
const MILITARY: ReadonlySet<string> = new Set(['command', 'terrorist', 'terrorists', 'militants', 'militant', 'operatives', 'commanders', 'commander', 'mercenaries', 'weapons', 'compound', 'command-and-control'])
const SAID: ReadonlySet<string> = new Set(['said', 'says', 'claimed', 'claims', 'according', 'stated', 'insisted', 'maintains', 'confirmed', 'alleged'])
const REACH = 2, ACCOUNT_REACH = 4

const DENIES = 1, PAIRED = 2, OF_AIM = 4, OF_ARMS = 8, OF_SAYING = 16
const ACCOUNT = OF_AIM | OF_ARMS | OF_SAYING
/** What a word may be a part of here. */
const sorts = new WordColumn((word) => (DENIALS.has(word) ? DENIES : 0) | (PAIRS.has(word) ? PAIRED : 0) | (AIMED.has(word) ? OF_AIM : 0) | (MILITARY.has(word) ? OF_ARMS : 0) | (SAID.has(word) ? OF_SAYING : 0))
/** What is denied to somebody is no fact denied. */
const WITHHELD: ReadonlySet<string> = new Set(['access', 'entry', 'aid', 'visa', 'visas', 'medical'])

/** Whether a sentence says of something that it is not so. */
export function denialIn({ tokens, sentences }: Document, sentence: number): boolean {
  const { first, last } = sentences[sentence]!
  for (let i = sorts.next(tokens, first, last); i < last; i = sorts.next(tokens, i + 1, last)) if ((sorts.at(tokens, i) & (DENIES | PAIRED)) !== 0 && deniesAt(tokens, i, last)) return true
  return false
}

/** Whether the word at `i` is a denial, with what follows it before `last`. */
function deniesAt({ lower }: TokenTable, i: number, last: number): boolean {
  if (DENIALS.has(lower[i]!) && !WITHHELD.has(lower[i + 1] ?? '')) return true
  const after = PAIRS.get(lower[i]!)
  if (after) for (let j = i + 1; j < Math.min(last, i + 4); j++) if (after.has(lower[j]!)) return true
  return false
}

/** Marks the incidents among claims that the report contests. */
export function markContested(claims: readonly Claim[], document: Document): void {
  const { tokens, sentences } = document
  const denies = new Uint8Array(sentences.length), accounts = new Uint8Array(sentences.length)
  let some = false
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s]!
    let seen = 0
    for (let i = sorts.next(tokens, first, last); i < last; i = sorts.next(tokens, i + 1, last)) {
      const sort = sorts.at(tokens, i)
      seen |= sort
      if ((sort & (DENIES | PAIRED)) !== 0 && denies[s] === 0 && deniesAt(tokens, i, last)) denies[s] = 1
    }
    if ((seen & ACCOUNT) === ACCOUNT) accounts[s] = 1
    if (denies[s] === 1 || accounts[s] === 1) some = true
  }
  if (!some) return
  const contested = new Set<string>()
  const key = (c: Claim): string => `${c.type}|${c.place?.name ?? ''}|${c.date?.from ?? ''}|${c.date?.to ?? ''}`
  for (const c of claims) {
    if (!c.type || c.type === 'diplomacy') continue
    const at = sentenceAt(c.start)
    for (let s = at; s <= at + ACCOUNT_REACH && s < sentences.length; s++) if ((s <= at + REACH && denies[s] === 1 || c.type === 'strike' && c.place?.precision !== 'country' && c.place?.precision !== 'region' && accounts[s] === 1) && sentences[s]!.post === sentences[at]!.post) contested.add(key(c))
  }
  for (const c of claims) if (c.type && (c.stance === 'denied' || contested.has(key(c)))) c.contested = true

  function sentenceAt(offset: number): number {
    let low = 0, high = sentences.length - 1
    while (low < high) { const middle = (low + high + 1) >> 1; if (sentences[middle]!.start <= offset) low = middle; else high = middle - 1 }
    return low
  }
}
