// Words for weapons that reports use of one and the same attack.

/** Families of such words; a word may stand in several. */
export const LIKE_WEAPONS: readonly (readonly string[])[] = [['artillery', 'rocket', 'mortar', 'tank'], ['aircraft', 'bomb'], ['aircraft', 'missile'], ['rocket', 'missile'], ['small_arms', 'tank'], ['mine', 'bomb']]

/** true where two lists can be told of one attack: one is empty, or they share a word or a family. */
export function weaponsAllow(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  return a.some((one) => b.some((other) => one === other || LIKE_WEAPONS.some((family) => family.includes(one) && family.includes(other))))
}
