// Contested: the report itself carries a denial or a contrary account of the event, in the same sentence or one of the next two.
import type { Document } from '../../model/document.ts'
import type { Claim } from '../../model/claim.ts'

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

/** Marks the incidents among claims that the report contests. */
export function markContested(claims: readonly Claim[], document: Document): void {
  const { tokens, sentences } = document
  const denies: boolean[] = sentences.map((s) => {
    for (let i = s.first; i < s.last; i++) {
      const word = tokens.lower[i]!
      if (DENIALS.has(word) && !/^(access|entry|aid|visas?|medical)$/.test(tokens.lower[i + 1] ?? '')) return true
      const after = PAIRS.get(word)
      if (after) for (let j = i + 1; j < Math.min(s.last, i + 4); j++) if (after.has(tokens.lower[j]!)) return true
    }
    return false
  })
  const accounts: boolean[] = sentences.map((s) => {
    let aimed = false, military = false, said = false
    for (let i = s.first; i < s.last; i++) { const word = tokens.lower[i]!; aimed ||= AIMED.has(word); military ||= MILITARY.has(word); said ||= SAID.has(word) }
    return aimed && military && said
  })
  if (!denies.includes(true) && !accounts.includes(true)) return
  const contested = new Set<string>()
  const key = (c: Claim): string => `${c.type}|${c.place?.name ?? ''}|${c.date?.from ?? ''}|${c.date?.to ?? ''}`
  for (const c of claims) {
    if (!c.type || c.type === 'diplomacy') continue
    const at = sentenceAt(c.start)
    for (let s = at; s <= at + ACCOUNT_REACH && s < sentences.length; s++) if ((s <= at + REACH && denies[s] || c.type === 'strike' && c.place?.precision !== 'country' && c.place?.precision !== 'region' && accounts[s]) && sentences[s]!.post === sentences[at]!.post) contested.add(key(c))
  }
  for (const c of claims) if (c.type && (c.stance === 'denied' || contested.has(key(c)))) c.contested = true

  function sentenceAt(offset: number): number {
    let low = 0, high = sentences.length - 1
    while (low < high) { const middle = (low + high + 1) >> 1; if (sentences[middle]!.start <= offset) low = middle; else high = middle - 1 }
    return low
  }
}
