// A figure: its numbers as doors, and a scale with a dot for each voice.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { texts } from '../texts/texts.ts'
import { figureThing, figureValues, grouped, spoken } from '../words.ts'
import { SayingDoor } from './doors.tsx'
import type { FigureAnswer, SayingAnswer, Voices } from './voices.ts'

const WIDTH = 168
const EDGE = 7

export function FigureLine({ figure, incident, voices }: { figure: FigureAnswer, incident: IncidentAnswer, voices: Voices }) {
  const live = figure.says.filter((say) => say.supersededBy === null)
  const values = figureValues(figure)
  const vague = live.filter((say) => say.bound === 'vague' && !values.includes(say.value))
  const vagueOnce = [...new Map(vague.map((say) => [say.words?.toLowerCase() ?? '', say])).values()]
  const sayOf = (value: number): SayingAnswer | undefined => live.find((say) => say.value === value) ?? figure.says.find((say) => say.value === value)
  return <li class="figure">
    <span class="value">
      {values.map((value, i) => {
        const say = sayOf(value), text = values.length === 1 && say !== undefined && say.bound !== 'vague' ? spoken(say) : grouped(value)
        return <span key={value}>{i > 0 && <span class="dash">–</span>}{say === undefined ? <b>{text}</b> : <SayingDoor say={say} figure={figure} incident={incident} voices={voices} kind={value === figure.best ? 'door best' : 'door'}>{text}</SayingDoor>}</span>
      })}
      {vagueOnce.map((say) => <span key={say.claim}>{values.length > 0 ? ', ' : ''}<SayingDoor say={say} figure={figure} incident={incident} voices={voices} kind="door">“{say.words?.toLowerCase() ?? texts.some}”</SayingDoor></span>)}
      {values.length === 0 && vague.length === 0 && <span class="quiet">{texts.noFigure}</span>}
    </span>
    <span class="thing">{figureThing(figure, figure.best ?? figure.high ?? 2)}</span>
    <Scale figure={figure} incident={incident} voices={voices} />
  </li>
}

/** The range as a bar, the best as a tick, each voice as a dot of its hue at its value; superseded ones hollow. */
function Scale({ figure, incident, voices }: { figure: FigureAnswer, incident: IncidentAnswer, voices: Voices }) {
  const seen = new Set<string>()
  const dots = figure.says.filter((say) => { const key = `${voices.name(say)}|${say.value}|${say.supersededBy === null}|${say.stance}`; return seen.size < seen.add(key).size })
    .toSorted((a, b) => Number(a.supersededBy === null) - Number(b.supersededBy === null))
  const numbers = figure.says.filter((say) => say.bound !== 'vague').map((say) => say.value)
  const least = Math.min(...numbers), most = Math.max(...numbers)
  const x = (value: number): number => (numbers.length === 0 ? WIDTH / 2 : most === least ? WIDTH / 2 : EDGE + (Math.min(most, Math.max(least, value)) - least) / (most - least) * (WIDTH - 2 * EDGE))
  const stacked = new Map<number, number>()
  const { low, high, best } = figure
  return <span class="scale" role="group" aria-label={low === null || high === null ? undefined : texts.incident.scale(grouped(low), grouped(high), dots.length)}>
    <svg width={WIDTH} height={22} aria-hidden="true"><line class="rail" x1={EDGE} x2={WIDTH - EDGE} y1={11} y2={11} />{low !== null && high !== null && low !== high && <line class="range" x1={x(low)} x2={x(high)} y1={11} y2={11} />}{best !== null && <line class="tick" x1={x(best)} x2={x(best)} y1={3} y2={19} />}</svg>
    {dots.map((say, i) => {
      const at = Math.round(x(say.value)), level = stacked.get(at) ?? 0
      stacked.set(at, level + 1)
      return <span key={i} class="at" style={{ left: `${at + (level % 2 === 0 ? 1 : -1) * Math.ceil(level / 2) * 8}px` }}><SayingDoor say={say} figure={figure} incident={incident} voices={voices} quiet kind={`dot ${voices.hue(say.claimant)} ${say.stance}${say.supersededBy === null ? '' : ' was'}${say.bound === 'vague' ? ' vague' : ''}`}><i /></SayingDoor></span>
    })}
  </span>
}
