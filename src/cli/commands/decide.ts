import type { Place } from '../../model/claim.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { Decided } from '../../pipeline/decide.ts'
import type { Store } from '../../store/store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type Io } from '../command.ts'
import { DECIDE_USES, requestFrom, type DecideUse } from '../decide-request.ts'
import type { PlaceFinder } from '../decide-values.ts'
import { nearest } from '../nearest.ts'
import { personNamed } from '../person.ts'
import { safe } from '../terminal.ts'

/** `decide WHAT …`. */
export const command: Command = {
  name: 'decide',
  summary: 'Judge and correct the record: accept, merge, split, correct, grade, publish, undo',
  usage: 'WHAT …',
  about: `${Object.entries(DECIDE_USES).map(([use, takes]) => `  decide ${use.padEnd(9)} ${takes}`).join('\n')}

A decision is appended to a log and never edited; another can undo it. It names the claims that it is about, so that it holds when reports are read again by better rules; "dateline decisions --look" lists those that need another look.

Two people may decide on one incident at once: with --on STATE ("dateline incident ID" prints the state) a decision is only taken where the incident is still as you saw it; otherwise you are told what the other decided, and nothing is overwritten. Exit code: 0 taken, 1 not taken because the incident has changed.

Fields to correct: type, place, date, by, against, weapons, of an incident also a measure ("killed", with --words and --report or --evidence), of a claim also stance, claimant and number. A place is a name or an id of the gazetteer. "none" takes a value away.`,
  options: [
    { name: 'by', value: 'NAME', summary: 'who decides (else $DATELINE_BY, else your user name)' },
    { name: 'reason', value: 'TEXT', summary: 'why' },
    { name: 'on', value: 'STATE', multiple: true, summary: 'the state of the incident as you saw it, one for each incident' },
    { name: 'field', value: 'FIELD', summary: 'what to correct' },
    { name: 'value', value: 'VALUE', summary: 'what it should be; a number may be LOW..BEST..HIGH' },
    { name: 'words', value: 'TEXT', summary: 'the exact words of a report' },
    { name: 'report', value: 'ID', summary: 'the report that has the words' },
    { name: 'evidence', value: 'TEXT', summary: 'what a corrected value rests on outside of the record' },
    { name: 'claim', summary: 'what is corrected is a claim (where its id is an incident\'s too)' },
    { name: 'index', value: 'N', summary: 'which number of the claim (1)' },
    { name: 'number', value: 'WORDS', summary: 'the number\'s own words, within the claim\'s' },
    { name: 'measure', value: 'MEASURE', summary: 'what befell what is counted ("killed")' },
    { name: 'of', value: 'KIND', summary: 'what is counted (person)' },
    { name: 'bound', value: 'BOUND', summary: 'exact, at_least, at_most, about or vague (exact)' },
    { name: 'cumulative', summary: 'the number is a running total' },
    { name: 'type', value: 'TYPE', summary: 'the kind of incident that an added claim tells of' },
    { name: 'incident', value: 'ID', summary: 'the incident that an added claim belongs to' },
    { name: 'grade', value: 'GRADE', summary: 'A to F for a source, 1 to 6 for a claim' },
    { name: 'outlet', value: 'NAME', summary: 'the outlet that is graded' },
    { name: 'claimant', value: 'NAME', summary: 'the claimant that is graded, or who says an added claim' },
    DATA_OPTION, JSON_OPTION,
  ],
  operands: { min: 1, max: 1000 },
  examples: ['dateline decide accept 3fa81c02', 'dateline decide merge 3fa81c02 90b1d2ee --reason "one night, one depot"', 'dateline decide reject 77c0ffee --reason "the sentence speaks of 2014"', 'dateline decide undo 17'],
  async run(args, io) {
    const [what, ...operands] = args.positionals as [string, ...string[]]
    if (!Object.hasOwn(DECIDE_USES, what)) {
      const meant = nearest(what, Object.keys(DECIDE_USES))
      throw new UserError(`Nobody can decide "${safe(what)}".`, `${meant === null ? '' : `Did you mean ${meant}? `}It is one of: ${Object.keys(DECIDE_USES).join(', ')}.`)
    }
    const [{ withStore }, { incidentsAreFresh, refreshIncidents }, { readSettings }, { openGazetteerFor }, { decide }, { DECISION_REQUEST }] = await Promise.all([
      import('../open-store.ts'), import('../../pipeline/refresh-incidents.ts'), import('../../store/settings.ts'), import('../open-gazetteer.ts'), import('../../pipeline/decide.ts'), import('../../review/schema.ts'),
    ])
    const folder = args.data()
    if (!folder.exists) throw new UserError(`Nothing is kept in ${safe(folder.path)} yet, so there is nothing to decide.`, 'Add reports with "dateline add FILE …", or name the folder with --data DIR.')
    const by = personNamed(io.env, args.text('by'))
    if (by === null) throw new UserError('It is not known who decides.', 'Say it with --by NAME or DATELINE_BY.')
    return withStore(folder, 'write', io, async (store) => {
      const settings = await readSettings(folder.path)
      const refresh = async (): Promise<void> => {
        if (await incidentsAreFresh(store, settings)) return
        const gazetteer = await openGazetteerFor(io, folder.path)
        await refreshIncidents(store, settings, gazetteer).finally(() => { gazetteer.close() })
      }
      await refresh()
      const request = await requestFrom(store, what as DecideUse, operands, args, placeFinder(io, folder.path))
      const checked = DECISION_REQUEST.safeParse(request)
      if (!checked.success) throw new UserError(`That cannot be decided: ${checked.error.issues[0]!.path.join('.')}: ${checked.error.issues[0]!.message}.`)
      const { review, log } = settings.settings
      const decided = await decide(store, checked.data, { by, twoPeople: review.two_people, headFile: log.head_file })
      await refresh()
      return tell(decided, checked.data, store, args.flag('json'), io)
    })
  },
}

async function tell(decided: Decided, request: DecisionRequest, store: Store, json: boolean, io: Io): Promise<number> {
  const [{ decisionWords }, { decisionOf }] = await Promise.all([import('../../review/words.ts'), import('../../review/in-force.ts')])
  if (decided.what === 'refused') throw new UserError(safe(decided.refusal.message), safe(decided.refusal.next))
  if (decided.what === 'moved') {
    if (json) await io.json({ taken: false, moved: decided.moved })
    for (const { subject, state, since } of decided.moved) {
      io.note(`Not taken: ${safe(subject)} has changed since you looked at it (its state is now ${state}).`)
      for (const entry of since) { const one = decisionOf(entry); if (one !== null) io.note(`  ${one.id}: ${safe(`${one.by} ${decisionWords(one.decision)}`)}`) }
      if (since.length === 0) io.note('  Reports came in, or were read again.')
    }
    io.note('Look at it again, then decide with its new state.')
    return EXIT.trouble
  }
  const { taken, headTrouble } = decided
  const incidents: string[] = []
  for (const { incident } of taken.decision.on) { const found = await store.incident(incident); if (found !== null && found.as !== 'gone' && !incidents.includes(found.incident.id)) incidents.push(found.incident.id) }
  if (json) await io.json({ taken: true, id: taken.id, by: taken.by, at: taken.at, ...taken.decision, incidents, head_trouble: headTrouble })
  else await io.line(`Decision ${taken.id}: ${safe(`${taken.by} ${decisionWords(taken.decision)}`)}.${request.kind === 'merge' || request.kind === 'split' || request.kind === 'move' ? ` Incident ${incidents.join(' and ')}.` : ''}`)
  if (headTrouble !== null) io.note(`The decision is kept, but the log's head could not be written elsewhere: ${safe(headTrouble)}`)
  return EXIT.ok
}

/** Looks a place up by name or id: nothing is placed that the gazetteer does not have. */
function placeFinder(io: Io, data: string): PlaceFinder {
  return async (asked) => {
    if (asked === 'none') return null
    const { openGazetteerFor } = await import('../open-gazetteer.ts')
    const gazetteer = await openGazetteerFor(io, data)
    try {
      const [name, id] = asked.includes('=') ? asked.split('=') as [string, string] : [asked, null]
      const found = gazetteer.lookup(name).filter((place) => id === null || place.id === id)
      if (found.length === 0) throw new UserError(`The gazetteer has no place "${safe(asked)}".`, '"dateline gazetteer NAME" says what it has; a place that cannot be told has no point.')
      if (found.length > 1) throw new UserError(`Several places are called "${safe(name)}".`, `Say which: ${found.slice(0, 6).map((place) => `"${safe(name)}=${place.id}" (${place.name}, ${place.country ?? 'no country'}, ${place.precision}${place.population > 0 ? `, ${place.population.toLocaleString('en')} people` : ''})`).join('; ')}.`)
      const [place] = found
      return { name: place!.name, country: place!.country, lat: place!.lat, lon: place!.lon, precision: place!.precision, written: name, gazetteerId: place!.id, known: 'stated' } satisfies Place
    } finally {
      gazetteer.close()
    }
  }
}
