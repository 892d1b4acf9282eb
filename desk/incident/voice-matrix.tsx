// Voices by figures: who says which number, side by side.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { texts } from '../texts/texts.ts'
import { figureThing, short } from '../words.ts'
import { SayingDoor } from './doors.tsx'
import type { SayingAnswer, Voices } from './voices.ts'

export function VoiceMatrix({ incident, voices }: { incident: IncidentAnswer, voices: Voices }) {
  const speakers = new Map<string, { name: string, claimant: string | null, cells: SayingAnswer[][] }>()
  incident.figures.forEach((figure, column) => {
    for (const say of figure.says) {
      const name = voices.name(say), key = `${say.claimant === null ? '\u0000' : ''}${name}`
      let row = speakers.get(key)
      if (row === undefined) speakers.set(key, row = { name, claimant: say.claimant, cells: incident.figures.map(() => []) })
      const cell = row.cells[column]!
      if (!cell.some((other) => other.value === say.value && other.stance === say.stance && (other.supersededBy === null) === (say.supersededBy === null))) cell.push(say)
    }
  })
  if (speakers.size < 2) return null
  return <section><h2>{texts.incident.matrix}</h2>
    <div class="wide" tabIndex={0} role="group" aria-label={texts.incident.matrix}><table class="matrix">
      <thead><tr><th scope="col">{texts.incident.voice}</th>{incident.figures.map((figure) => <th scope="col" key={`${figure.measure}${figure.of}`}>{figureThing(figure, 2)}</th>)}</tr></thead>
      <tbody>{[...speakers.values()].map((row) => <tr key={row.name}><th scope="row"><i class={`spot-hue ${voices.hue(row.claimant)}`} />{row.name}{row.claimant === null && <span class="quiet"> {texts.ownVoice}</span>}</th>
        {row.cells.map((cell, column) => <td key={column}>{cell.toSorted((a, b) => Number(a.supersededBy === null) - Number(b.supersededBy === null)).map((say, i) => <span key={i}>{i > 0 && ' '}<SayingDoor say={say} figure={incident.figures[column]!} incident={incident} voices={voices} kind={`door ${say.stance}`}>{say.supersededBy === null ? short(say) : <s>{short(say)}</s>}</SayingDoor>{say.stance !== 'asserted' && <small> {texts.stanceMarks[say.stance]}</small>}</span>)}</td>)}</tr>)}</tbody>
    </table></div></section>
}
