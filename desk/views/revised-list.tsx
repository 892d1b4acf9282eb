// What reports changed: each with its notices in the outlet's words and its claims as they were and as they are.
import type { ChangesAnswer } from '../../src/api/routes/record.ts'
import { toIncident, toReport } from '../address.ts'
import { texts } from '../texts/texts.ts'
import { dayAndTime, dayRange, figureThing, kindName, sidesOf, spoken, READ_AS } from '../words.ts'

type Revised = ChangesAnswer['revised'][number]
type Change = Revised['claims'][number]
type Says = NonNullable<Change['after']>

export function RevisedList({ revised, more }: { revised: readonly Revised[], more: boolean }) {
  if (revised.length === 0) return null
  return <section class="revised"><h2>{texts.changes.revised} <span class="quiet">{revised.length}</span></h2><p class="quiet">{texts.changes.revisedHelp}</p>
    <ul>{revised.map((one, i) => <li key={i}>
      <p><a href={toReport(one.report, { version: one.to })}><b>{one.title}</b></a> <span class="quiet">{headOf(one)}</span></p>
      {one.notices.map(({ kind, words }, n) => <blockquote key={n}><b>{texts.changes.notice[kind]}</b> <span lang={READ_AS}>{words}</span></blockquote>)}
      {one.claims.length > 0 && <table><tbody>{one.claims.map((change, n) => <Line key={n} change={change} outlet={one.outlet} />)}</tbody></table>}
    </li>)}</ul>{more && <p class="quiet">{texts.changes.moreRevised}</p>}</section>
}

function headOf({ outlet, post, from, to, at, told }: Revised): string {
  return [post === null ? '' : `${texts.changes.post[post.is] ?? ''}${post.heading === null ? '' : `: ${post.heading}`}`, outlet, from === null || from === to ? texts.changes.version(to) : texts.changes.versions(from, to), told === null ? '' : texts.changes.told(dayAndTime(told)), new Date(at).toLocaleString(texts.locale, { dateStyle: 'medium', timeStyle: 'short' })].filter(Boolean).join(' · ')
}

function Line({ change: { change, fields, before, after, incident }, outlet }: { change: Change, outlet: string | null }) {
  const is = after ?? before!
  return <tr class={change}>
    <th scope="row">{texts.changes.change[change]}</th>
    <td>{before !== null && after !== null && <><del>{what(before, fields, outlet)}</del> <span aria-hidden="true">→</span> </>}{after === null ? <del>{what(is, fields, outlet)}</del> : <ins>{what(is, fields, outlet)}</ins>}
      {fields.length > 0 && <span class="quiet"> ({fields.map((field) => texts.changes.fields[field] ?? field).join(', ')})</span>}<q class="quiet" lang={READ_AS}>{is.quote}</q></td>
    <td>{incident !== null && <a href={toIncident(incident)}>{kindName(is.type ?? 'figures')}</a>}</td>
  </tr>
}

/** What a claim says; of one that changed what did not change is left out. */
function what({ type, claimant, stance, place, date, by, against, weapons, quantities }: Says, fields: Change['fields'], outlet: string | null): string {
  const all = fields.length === 0, some = (...names: Change['fields']): boolean => all || names.some((name) => fields.includes(name))
  const counts = quantities.map((quantity) => `${spoken({ ...quantity, words: null })} ${figureThing(quantity, quantity.value)}`).join(', ')
  return [
    some('type') && type !== null ? kindName(type) : '', some('figure', 'counted') ? counts : '', some('place') ? place ?? texts.placeNotTold : '', some('date') ? dayRange(date) : '', some('stance') ? texts.stanceMarks[stance] ?? '' : '',
    some('sides', 'weapons') ? sidesOf({ by, against, weapons }) : '', some('claimant') ? claimant ?? outlet ?? '' : '',
  ].filter((part) => part !== '').join(' · ')
}
