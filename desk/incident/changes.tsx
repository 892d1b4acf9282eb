// How a voice's number changed: two, then three.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { texts } from '../texts/texts.ts'
import { dayAndTime, figureThing, spoken } from '../words.ts'
import { SayingDoor } from './doors.tsx'
import { voicesOf, type FigureAnswer, type SayingAnswer } from './voices.ts'

interface Chain { figure: FigureAnswer, says: SayingAnswer[] }

/** Chains of sayings, each replaced by the next; oldest first. */
function chainsOf(figure: FigureAnswer): Chain[] {
  const byClaim = new Map(figure.says.map((say) => [say.claim, say])), replaced = new Set(figure.says.map((say) => say.supersededBy))
  return figure.says.filter((say) => say.supersededBy !== null && !replaced.has(say.claim)).map((first) => {
    const says = [first], seen = new Set([first.claim])
    for (let next = byClaim.get(first.supersededBy!); next !== undefined && !seen.has(next.claim); next = next.supersededBy === null ? undefined : byClaim.get(next.supersededBy)) { seen.add(next.claim); says.push(next) }
    return { figure, says: says.filter((say, i) => i === 0 || say.value !== says[i - 1]!.value) }
  }).filter(({ says }) => says.length > 1)
}

export function Changes({ incident }: { incident: IncidentAnswer }) {
  const voices = voicesOf(incident), chains = incident.figures.flatMap(chainsOf)
  if (chains.length === 0) return null
  const once = [...new Map(chains.map((chain) => [`${chain.figure.measure}|${chain.figure.of}|${chain.says.map((say) => `${voices.name(say)} ${say.value}`).join('|')}`, chain])).values()]
  return <section><h2>{texts.incident.versions}</h2><ul class="chains">{once.map((chain, i) => <li key={i}><b>{figureThing(chain.figure, 2)}</b> {chain.says.map((say, n) => <span key={n}>{n > 0 && <span class="arrow" aria-hidden="true"> → </span>}<SayingDoor say={say} figure={chain.figure} incident={incident} voices={voices} kind={n < chain.says.length - 1 ? 'door was' : 'door best'}>{spoken(say)}</SayingDoor></span>)} <span class="quiet">{voices.name(chain.says.at(-1)!)}{chain.says.at(-1)!.published === null ? '' : `, ${dayAndTime(chain.says.at(-1)!.published!)}`}</span></li>)}</ul></section>
}
