// A small chronology made by hand: what the page's tests print.
import type { Claim, Counted, Measure, Place, Quantity, Stance } from '../../src/model/claim.ts'
import type { Agreement, Figure, Incident, Saying } from '../../src/model/incident.ts'
import type { Report } from '../../src/model/report.ts'
import type { ChronologyInput, ChronologyReport } from '../../src/site/chronology-page.ts'

/** A report whose paragraphs are the lines of its text. */
export function report(doc: string, outlet: string, published: string, lines: readonly string[], more: Partial<Report> = {}): Report {
  const text = lines.join('\n')
  let at = 0
  const passages = lines.map((line) => {
    const passage = { kind: 'paragraph' as const, start: at, end: at + line.length }
    at += line.length + 1
    return passage
  })
  return { key: doc, doc, url: `https://${doc}.example/report`, title: `Report ${doc}`, outlet, language: 'en', kind: 'article', published, text, passages, posts: [], removed: [], captions: [], credits: [], trouble: [], ...more }
}

export const town = (name: string, country: string, lat: number, lon: number): Place => ({ name, country, lat, lon, precision: 'settlement', written: name })

export interface Count { measure: Measure; of: Counted; value: number; words: string; bound?: Quantity['bound']; cumulative?: boolean }

/** A claim at the words of `quote` in the report; its numbers at their words inside. Throws where either is not there. */
export function claim(id: string, of: Report, quote: string, more: Partial<Claim>, counts: readonly Count[] = []): Claim {
  const start = of.text.indexOf(quote)
  if (start < 0) throw new Error(`no «${quote}» in ${of.doc}`)
  const quantities = counts.map((count): Quantity => {
    const at = quote.indexOf(count.words)
    if (at < 0) throw new Error(`no «${count.words}» in «${quote}»`)
    return { measure: count.measure, of: count.of, value: count.value, bound: count.bound ?? 'exact', cumulative: count.cumulative ?? false, start: start + at, end: start + at + count.words.length }
  })
  return { id, also: [], type: 'strike', quote, start, end: start + quote.length, post: null, claimant: null, stance: 'asserted', place: null, date: null, by: null, against: null, weapons: [], contested: false, rule: 'hand', ...more, quantities }
}

/** An incident over claims, its figures gathered from their numbers. */
export function incident(id: string, claims: readonly (readonly [Claim, Report])[], agreement: Agreement, more: Partial<Incident> = {}): Incident {
  const figures = new Map<string, Figure>()
  for (const [c, from] of claims) {
    for (const q of c.quantities) {
      const key = `${q.measure}|${q.of}`
      const figure = figures.get(key) ?? { measure: q.measure, of: q.of, low: null, best: null, high: null, rule: 'ucdp', says: [] }
      figures.set(key, figure)
      const saying: Saying = { value: q.value, bound: q.bound, stance: c.stance as Stance, cumulative: q.cumulative, claimant: c.claimant?.name ?? null, claim: c.id, report: from.doc, published: from.published, quote: c.quote, superseded_by: null }
      figure.says.push(saying)
      if (q.bound === 'vague') continue
      figure.low = Math.min(figure.low ?? q.value, q.value)
      figure.high = Math.max(figure.high ?? q.value, q.value)
    }
  }
  for (const figure of figures.values()) {
    const values = figure.says.filter((s) => s.bound !== 'vague').map((s) => s.value).sort((a, b) => a - b)
    figure.best = values[Math.floor(values.length / 2)] ?? null
  }
  const first = claims[0]?.[0]
  return {
    id, type: first?.type ?? null, place: first?.place ?? null, date: first?.date ?? null, by: first?.by ?? null, against: first?.against ?? null, weapons: first?.weapons ?? [],
    figures: [...figures.values()], agreement, origins: claims.length, part_of: null, claims: claims.map(([c]) => c.id), reports: [...new Set(claims.map(([, r]) => r.doc))], review: 'unreviewed', ...more,
  }
}

const day = (from: string, to = from, written: string | null = null): { from: string; to: string; written: string | null } => ({ from, to, written })
const voice = (name: string, role: string | null = null, channel: string | null = null): { name: string; role: string | null; channel: string | null } => ({ name, role, channel })

/** Two theatres, one town told by three voices, a total over three days, an alert, an outage, a denial, a place that cannot be told. */
export function chronology(): ChronologyInput {
  const poltava = town('Poltava', 'UA', 49.59, 34.55)
  const harbour = report('harbour', 'Harbour', '2031-05-06', [
    'Two people were killed in Poltava on Tuesday, the mayor said.', 'Three people were killed and dozens injured in Poltava on Tuesday, the mayor said later.',
    'Four people are dead, the governor said.', 'An air raid alert lasted four hours in Sumy.', 'A bridge fell at Springfield.',
  ], {
    kind: 'live_blog', posts: [
      { id: 'one', author: 'N. F.', heading: null, time: '2031-05-06T09:00', modified: null, supersedes: null, start: 0, end: 61 },
      { id: 'two', author: 'N. F.', heading: null, time: '2031-05-06T15:00', modified: null, supersedes: 'one', start: 62, end: 150 },
    ], removed: [{ text: 'Sign up for our <b>newsletter</b>', why: 'newsletter_signup' }],
  })
  const later = report('ledger', 'Ledger', '2031-05-08', ['The ministry denied that it had struck Poltava.', 'Some 40,000 households in Odesa lost power.', 'The staff counted 410 soldiers killed.', 'Twelve died in Kosti, doctors said.', 'A drone was shot down over Poltava.'])
  const third = report('compass', 'Compass', '2031-05-10', ['The staff now counts 890 soldiers killed.', 'Talks went on somewhere in Ukraine.'])
  const base = { place: poltava, date: day('2031-05-06'), by: 'Russia', against: 'Ukraine', weapons: ['bomb'] }
  const two = claim('aa1', harbour, 'Two people were killed in Poltava on Tuesday', { ...base, claimant: voice('the mayor', 'mayor of Poltava', 'Telegram'), post: 0 }, [{ measure: 'killed', of: 'person', value: 2, words: 'Two' }])
  const three = claim('aa2', harbour, 'Three people were killed and dozens injured in Poltava on Tuesday', { ...base, claimant: voice('the mayor'), post: 1 }, [{ measure: 'killed', of: 'person', value: 3, words: 'Three' }, { measure: 'injured', of: 'person', value: 24, words: 'dozens', bound: 'vague' }])
  const four = claim('aa3', harbour, 'Four people are dead', { ...base, claimant: voice('the governor') }, [{ measure: 'killed', of: 'person', value: 4, words: 'Four' }])
  const denial = claim('aa4', later, 'The ministry denied that it had struck Poltava', { ...base, claimant: voice('The ministry'), stance: 'denied' })
  const alert = claim('bb1', harbour, 'An air raid alert lasted four hours in Sumy', { type: 'air_raid_alert', place: town('Sumy', 'UA', 50.91, 34.8), date: day('2031-05-05', '2031-05-06', 'overnight') })
  const nowhere = claim('bb2', harbour, 'A bridge fell at Springfield', { type: 'explosion', place: { name: 'Springfield', country: null, lat: null, lon: null, precision: null, written: 'Springfield' } })
  const power = claim('cc1', later, 'Some 40,000 households in Odesa lost power', { type: 'infrastructure_disruption', place: town('Odesa', 'UA', 46.48, 30.73), date: day('2031-05-07', '2031-05-08') }, [{ measure: 'without_service', of: 'household', value: 40000, bound: 'about', words: '40,000' }])
  const region: Place = { name: 'Kharkiv Oblast', country: 'UA', lat: 49.5, lon: 36.5, precision: 'region', written: 'Kharkiv region' }
  const total1 = claim('dd1', later, 'The staff counted 410 soldiers killed', { type: 'ground_combat', place: region, date: day('2031-05-01', '2031-05-08'), claimant: voice('The staff') }, [{ measure: 'killed', of: 'combatant', value: 410, words: '410', cumulative: true }])
  const total2 = claim('dd2', third, 'The staff now counts 890 soldiers killed', { type: 'ground_combat', place: region, date: day('2031-05-01', '2031-05-10'), claimant: voice('The staff') }, [{ measure: 'killed', of: 'combatant', value: 890, words: '890', cumulative: true }])
  const kosti = claim('ee1', later, 'Twelve died in Kosti', { place: town('Kosti', 'SD', 13.16, 32.66), date: day('2031-05-07'), by: 'Rapid Support Forces', claimant: voice('doctors') }, [{ measure: 'killed', of: 'person', value: 12, words: 'Twelve' }])
  const downed = claim('gg1', later, 'A drone was shot down over Poltava', { type: 'interception', place: poltava, date: day('2031-05-07'), by: 'Ukraine', against: 'Russia' }, [{ measure: 'intercepted', of: 'drone', value: 1, words: 'A' }])
  const talks = claim('ff1', third, 'Talks went on somewhere in Ukraine', { type: 'diplomacy', place: { name: 'Ukraine', country: 'UA', lat: 49, lon: 32, precision: 'country', written: 'Ukraine' }, date: day('2031-05-30') })
  const main = incident('inc-a', [[two, harbour], [three, harbour], [four, harbour], [denial, later]], 'contested')
  const says = main.figures[0]?.says[0]
  if (says) says.superseded_by = 'aa2'
  const reports: ChronologyReport[] = [
    { report: harbour, claims: [two, three, four, alert, nowhere] },
    { report: later, claims: [denial, power, total1, kosti, downed] },
    { report: third, claims: [total2, talks] },
    { report: { ...third, text: 'The staff counted 700 soldiers killed.', passages: [] }, claims: [], superseded: true },
  ]
  return {
    title: 'A chronology made by hand', generatedAt: '2031-05-12T08:00:00Z', note: 'Invented.', reports,
    incidents: [
      main, incident('inc-b', [[alert, harbour]], 'single'), incident('inc-c', [[nowhere, harbour]], 'single'), incident('inc-d', [[power, later]], 'single', { part_of: 'inc-a' }),
      incident('inc-e', [[total1, later]], 'single'), incident('inc-g', [[total2, third]], 'single'), incident('inc-h', [[kosti, later]], 'denied'), incident('inc-l', [[downed, later]], 'single'), incident('inc-k', [[talks, third]], 'single', { review: 'accepted' }),
    ],
    landmarks: [{ name: 'Kyiv', lat: 50.45, lon: 30.52, population: 2_900_000 }, { name: 'Dnipro', lat: 48.45, lon: 34.98, population: 980_000 }],
  }
}
