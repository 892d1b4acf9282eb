// Every value that a voice gives of a figure, and which of them a later one by the same voice replaces.
import { markParts, moveDied } from './died-since.ts'
import type { Said } from './said.ts'
import type { Voice } from './voices.ts'

/** All values of a set of claims, in order of time, then of claim and place in it. */
export function sayingsOf(voices: readonly Voice[]): Said[] {
  const all: Said[] = []
  for (const voice of voices) {
    const { claim } = voice.of
    for (const quantity of claim.quantities) all.push({ voice, quantity, measure: quantity.measure, of: quantity.of, value: quantity.value, bound: quantity.bound, stance: claim.stance, at: voice.at, supersededBy: null, aside: null, moved: null })
  }
  all.sort((a, b) => compare(a.at, b.at) || compare(a.voice.of.claim.id, b.voice.of.claim.id) || a.quantity.start - b.quantity.start)
  markParts(all)
  supersede(all)
  moveDied(all)
  return all
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sameThing = (a: Said, b: Said): boolean => a.aside === b.aside && a.measure === b.measure && a.of === b.of && a.quantity.cumulative === b.quantity.cumulative

function supersede(all: Said[]): void {
  // a printed version of a post replaces the earlier one whatever the clock says
  const inPost = new Map<string, Said[]>()
  for (const said of all) {
    const { post, key } = said.voice.of
    if (!post) continue
    const at = `${key}\u0000${post.id}`
    list(inPost, at).push(said)
  }
  for (const said of all) {
    const { post, key } = said.voice.of
    if (!post?.supersedes) continue
    for (const earlier of inPost.get(`${key}\u0000${post.supersedes}`) ?? []) if (sameThing(earlier, said) && earlier.value !== said.value) earlier.supersededBy ??= said.voice.of.claim.id
  }
  // a report that was changed: what its later version newly says replaces what only the earlier one said
  const inReport = new Map<string, Said[]>()
  for (const said of all) {
    const { post, key, versions } = said.voice.of
    if (post || !versions) continue
    const at = `${key}\u0000${said.voice.voice}`
    list(inReport, at).push(said)
  }
  for (const series of inReport.values()) {
    for (const earlier of series) {
      const later = series.find((said) => said.voice.of.versions!.first > earlier.voice.of.versions!.last && sameThing(earlier, said) && earlier.value !== said.value)
      if (later) earlier.supersededBy ??= later.voice.of.claim.id
    }
  }
  const byVoice = new Map<string, Said[]>()
  for (const said of all) list(byVoice, `${said.voice.voice}\u0000${said.measure}\u0000${said.of}\u0000${said.quantity.cumulative}\u0000${said.aside}`).push(said)
  for (const series of byVoice.values()) {
    // from the last back: of equal values only the latest need be looked at
    const later: Said[] = [], seen = new Set<string>()
    for (let i = series.length - 1; i >= 0; i--) {
      const said = series[i]!
      if (said.supersededBy === null && said.at !== '') said.supersededBy = later.find((one) => one.at > said.at && replaces(one, said))?.voice.of.claim.id ?? null
      const key = `${said.value} ${said.bound} ${said.stance}`
      if (said.supersededBy === null && !seen.has(key)) { seen.add(key); later.push(said) }
    }
  }
}

/** The list under a key, made where there is none. */
function list<K, T>(lists: Map<K, T[]>, key: K): T[] {
  let found = lists.get(key)
  if (!found) lists.set(key, found = [])
  return found
}

/** A later value replaces an earlier one unless it only says less of the same: "dozens" after 31, "at least 2" after 3. */
function replaces(later: Said, earlier: Said): boolean {
  if (later.value === earlier.value && later.bound === earlier.bound) return false
  if (later.stance === 'denied' || (later.stance === 'unconfirmed' && earlier.stance === 'asserted')) return false
  if (later.bound === 'vague') return earlier.bound === 'vague'
  if (later.bound === 'at_least') return later.value > earlier.value || earlier.bound === 'vague'
  return true
}
