// "Fighters stormed a hotel. Five soldiers were killed in the attack": what the attack was has been told.
import type { Claim } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { wordGroup } from '../../languages/en/count-words.ts'

/** So many sentences back the attack was told. */
const BACK = 3
const ATTACKS = wordGroup('attack_word'), ONE_TOLD: ReadonlySet<string> = new Set(['the', 'this', 'that'])
/** What an attack may have been that is no fire from afar. */
const CLOSE: ReadonlySet<string> = new Set(['ground_combat', 'violence_against_civilians', 'explosion'])

/** Gives counts of "the attack" that say nothing of its kind the kind of the one told right before, of the same place and days. */
export function takeToldKind(claims: readonly Claim[], document: Document, sentenceAt: (offset: number) => number, isFromAfar: (sentence: number) => boolean): void {
  for (const claim of claims) {
    if (claim.type !== 'strike' || claim.quantities.length === 0 || claim.weapons.length > 0) continue
    const sentence = sentenceAt(claim.start)
    if (isFromAfar(sentence) || !speaksOfAttack(document, sentence)) continue
    let told: Claim | null = null
    for (const one of claims) {
      if (one.start >= claim.start || one.type === null || one.post !== claim.post || one.place?.name !== claim.place?.name || one.date?.to !== claim.date?.to) continue
      const at = sentenceAt(one.start)
      if (at < sentence && sentence - at <= BACK && (told === null || one.start > told.start)) told = one
    }
    if (told !== null && CLOSE.has(told.type!)) claim.type = told.type
  }
}

/** "in the attack", "after this raid" */
function speaksOfAttack({ tokens: { lower }, sentences }: Document, sentence: number): boolean {
  const { first, last } = sentences[sentence]!
  for (let i = first + 1; i < last; i++) if (ATTACKS.has(lower[i]!) && ONE_TOLD.has(lower[i - 1]!)) return true
  return false
}
