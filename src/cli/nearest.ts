// The word that was probably meant.

/** Edits (insert, drop, change, swap of neighbours) between two short words. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [], previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = previous; previous = row
  }
  return previous[b.length]!
}

/** The candidate nearest to `word`, if it is near enough to have been meant: at most a third of its letters differ, or one begins the other. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word === '' || word.length > 64) return null
  const given = word.toLowerCase()
  let found: string | null = null, least = Infinity
  for (const candidate of candidates) {
    const begins = given.length >= 3 && (candidate.startsWith(given) || given.startsWith(candidate))
    const distance = begins ? 1 : editDistance(given, candidate)
    if (distance < least && distance <= Math.max(1, Math.floor(candidate.length / 3))) { found = candidate; least = distance }
  }
  return found
}
