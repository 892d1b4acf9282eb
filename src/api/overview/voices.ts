// What each voice said, how often it was later revised or stood against others.
import { SAID } from './draft.ts'
import type { Table } from './table.ts'

/** A claimant or an outlet. */
export interface Voice {
  name: string
  incidents: number
  /** Figures it gave, those of them it replaced later, and those where the voices do not agree. */
  figures: number
  revised: number
  disputed: number
  denied: number
  first: string | null
  last: string | null
}

/** Every voice of the table, those that speak of most incidents first. */
export function voicesOf(table: Table): { claimants: Voice[], outlets: Voice[] } {
  const { columns, names } = table, kinds = [new Map<number, Voice>(), new Map<number, Voice>()] as const
  const { starts, lengths, line: { numbers: said } } = columns.said
  for (const [kind, lists] of [columns.claimants, columns.outlets].entries()) {
    const known = kinds[kind]!, { numbers } = lists.line
    for (let i = 0; i < table.size; i++) {
      const day = columns.to[i]! >= 0 ? columns.to[i]! : columns.from[i]!, iso = names.name(day)
      for (let at = lists.starts[i]!, end = at + lists.lengths[i]!; at < end; at++) {
        const name = numbers[at]!
        let voice = known.get(name)
        if (voice === undefined) known.set(name, voice = { name: names.names[name]!, incidents: 0, figures: 0, revised: 0, disputed: 0, denied: 0, first: null, last: null })
        voice.incidents++
        if (iso === null) continue
        if (voice.first === null || iso < voice.first) voice.first = iso
        if (voice.last === null || iso > voice.last) voice.last = iso
      }
    }
  }
  for (let i = 0; i < table.size; i++) for (let at = starts[i]!, end = at + lengths[i]!; at < end; at += SAID) {
    const voice = kinds[said[at + 1]!]!.get(said[at]!)
    if (voice === undefined) continue
    voice.figures += said[at + 2]!
    voice.revised += said[at + 3]!
    voice.disputed += said[at + 4]!
    voice.denied += said[at + 5]!
  }
  const list = (known: ReadonlyMap<number, Voice>): Voice[] => [...known.values()].sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1))
  return { claimants: list(kinds[0]), outlets: list(kinds[1]) }
}
