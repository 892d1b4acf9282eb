// How far the voices of an incident agree, and the pair of sentences that shows where they do not.
import type { Claim } from '../../model/claim.ts'
import type { Agreement, Disagreement } from '../../model/incident.ts'
import { isPeople, type Said } from './said.ts'
import type { Voice } from './voices.ts'

/** About: within a tenth. */
const ABOUT = 0.1

/** The numbers that a saying allows. */
function range({ value, bound }: Said): [number, number] {
  switch (bound) {
    case 'at_least': return [value, Infinity]
    case 'at_most': return [0, value]
    case 'about': return [value * (1 - ABOUT), value * (1 + ABOUT)]
    case 'vague': return [value / 2, Infinity]
    default: return [value, value]
  }
}

/**
 * Two sayings that cannot both be true: of one thing, or of people one of whom are among the other (at least four civilians,
 * exactly three people). A lower number of an earlier day may have been true when it was said: tolls rise.
 */
export function conflict(a: Said, b: Said): boolean {
  if (a.of !== b.of && (!isPeople(a.of) || !isPeople(b.of) || (a.of !== 'person' && b.of !== 'person'))) return false
  let [lowA, highA] = range(a), [lowB, highB] = range(b)
  // of a kind of people, people are at least as many
  if (a.of === 'person' && b.of !== 'person') highB = Infinity
  else if (b.of === 'person' && a.of !== 'person') highA = Infinity
  if (lowA <= highB && lowB <= highA) return false
  const lower = highA < lowB ? a : b, higher = lower === a ? b : a
  const dayLower = lower.at.slice(0, 10), dayHigher = higher.at.slice(0, 10)
  return !(isPeople(a.of) && dayLower !== '' && dayHigher !== '' && dayLower < dayHigher)
}

/** Weighs agreement. Superseded, cumulative and unconfirmed values do not contradict; one origin cannot contradict itself but in rival accounts. */
export function agreementOf(voices: readonly Voice[], sayings: readonly Said[], total: boolean): { agreement: Agreement, origins: number, disagreements: Disagreement[] } {
  const live = voices.filter(({ of }) => of.claim.stance !== 'denied')
  const origins = new Set((live.length > 0 ? live : voices).map((voice) => voice.origin)).size
  const disagreements = [...figureDisagreements(sayings, total), ...blame(live), ...accounts(voices)]
  const denials = voices.filter(({ of }) => of.claim.stance === 'denied')
  if (denials.length > 0) {
    const asserted = live.find(({ of }) => of.claim.stance === 'asserted') ?? live[0]
    if (asserted) disagreements.push(pair('denial', asserted.of.claim, denials[0]!.of.claim))
  }
  const standing = live.some(({ of }) => of.claim.stance === 'asserted')
  const agreement: Agreement = denials.length > 0 && !standing ? 'denied' : disagreements.length > 0 || live.some(({ of }) => of.claim.contested) ? 'contested' : origins >= 2 ? 'corroborated' : 'single'
  return { agreement, origins, disagreements }
}

const pair = (over: Disagreement['over'], a: Claim, b: Claim, said?: Said): Disagreement => ({ over, measure: said?.measure ?? null, of: said?.of ?? null, claims: [a.id, b.id], quotes: [a.quote, b.quote] })

function figureDisagreements(sayings: readonly Said[], total: boolean): Disagreement[] {
  const found: Disagreement[] = []
  const live = sayings.filter((said) => said.supersededBy === null && said.aside === null && said.stance === 'asserted' && said.quantity.cumulative === total)
  const groups = Map.groupBy(live, (said) => `${said.measure} ${isPeople(said.of) ? 'people' : said.of}`)
  for (const group of groups.values()) {
    // sayings that allow the same numbers need no second look
    const distinct = [...new Map(group.map((said) => [`${said.of} ${said.value} ${said.bound} ${said.voice.origin} ${said.at.slice(0, 10)}`, said])).values()].slice(0, 64)
    search: for (let i = 0; i < distinct.length; i++) for (let j = i + 1; j < distinct.length; j++) {
      const a = distinct[i]!, b = distinct[j]!
      if (a.voice.origin === b.voice.origin || !conflict(a, b)) continue
      found.push(pair('figure', a.voice.of.claim, b.voice.of.claim, a))
      break search
    }
  }
  return found
}

/** Two sides named as having done it. */
function blame(voices: readonly Voice[]): Disagreement[] {
  const blamed = voices.filter(({ of }) => of.claim.by !== null && of.claim.stance === 'asserted')
  const first = blamed[0]
  const rival = first && blamed.find(({ of }) => of.claim.by !== first.of.claim.by && of.claim.type === first.of.claim.type)
  return first && rival ? [pair('blame', first.of.claim, rival.of.claim)] : []
}

/** Claims whose own report carries a contrary account. */
function accounts(voices: readonly Voice[]): Disagreement[] {
  const told = voices.find(({ of }) => of.claim.contested)
  const other = told && voices.find(({ of }) => of.claim.id !== told.of.claim.id && of.claim.by !== told.of.claim.by && of.claim.by !== null)
  return told && other ? [pair('account', told.of.claim, other.of.claim)] : []
}
