// Changes of reports for a terminal: a head for each report or post, the notice in its own words, then the claims.
import type { ChangedClaim, ChangedField, ReportChange } from '../model/change.ts'
import { kindLabel, placeWords, rangeWords } from '../site/words.ts'
import { quantityWords } from './incident-words.ts'
import type { Io, Row, Style } from './command.ts'
import { safe } from './terminal.ts'

/** Claim to incident. */
export type IncidentsOfClaims = ReadonlyMap<string, string>

const STYLES: Readonly<Record<'added' | 'dropped' | 'changed', Style>> = { added: 'green', dropped: 'red', changed: 'yellow' }
const POST_WORDS = { new: 'a new post', edited: 'a post', gone: 'a post that is there no longer' } as const

/** Prints one change. */
export async function printChange(change: ReportChange, incidents: IncidentsOfClaims, io: Io): Promise<void> {
  const { title, doc, outlet, post, from, to, at, told, notices, claims } = change
  const versions = from === null || from === to ? `version ${to}` : `version ${from} to ${to}`
  await io.line(io.paint('bold', safe(title ?? doc)))
  if (post !== null) await io.line(`${POST_WORDS[post.is]}${post.heading === null ? '' : `: ${safe(post.heading)}`}${post.time === null ? '' : ` (${safe(post.time)})`}`)
  await io.line(io.paint('dim', [outlet, doc, versions, told === null ? null : `told ${told}`, `kept ${at}`].filter((part) => part !== null).map(safe).join(' · ')))
  for (const { kind, words } of notices) await io.line(`  ${io.paint('magenta', kind)}  ${safe(words)}`)
  if (claims.length > 0) await io.table(claims.map((claim): Row => {
    const is = claim.after ?? claim.before
    return [{ text: `  ${claim.change}`, style: STYLES[claim.change] }, whatOf(claim), whoOf(claim, outlet), whereOf(claim), whenOf(claim), { text: incidents.get(is.id)?.slice(0, 8) ?? '', style: 'dim' }]
  }), { head: ['', 'what', 'according to', 'where', 'when', 'incident'], elastic: 1, wrap: true })
}

type Claims = ReportChange['claims'][number]

/** Both sides where this field differs, else the one that there is. */
function both({ before, after, fields }: Claims, of: readonly ChangedField[], words: (claim: ChangedClaim) => string): string {
  if (before === null || after === null) return words((after ?? before)!)
  const was = words(before), is = words(after)
  return was !== is && fields.some((field) => of.includes(field)) ? `${was} → ${is}` : is
}

const whatOf = (change: Claims): string => both(change, ['figure', 'counted', 'type', 'stance', 'sides', 'weapons'], (claim) => {
  const counts = claim.quantities.map((quantity) => quantityWords(quantity, null)).join(', ')
  const { fields } = change
  const sides = fields.some((field) => field === 'sides') ? `${claim.by === null ? '' : ` by ${claim.by}`}${claim.against === null ? '' : ` against ${claim.against}`}` : ''
  const weapons = fields.some((field) => field === 'weapons') ? ` with ${claim.weapons.join(', ').replaceAll('_', ' ') || 'no weapon named'}` : ''
  return `${[claim.type === null && counts !== '' ? '' : kindLabel(claim.type), counts].filter((part) => part !== '').join(': ')}${claim.stance === 'asserted' ? '' : ` (${claim.stance})`}${sides}${weapons}`
})
const whoOf = (change: Claims, outlet: string | null): string => both(change, ['claimant'], ({ claimant }) => claimant?.name ?? outlet ?? 'the report itself')
const whereOf = (change: Claims): string => both(change, ['place'], ({ place }) => placeWords(place))
const whenOf = (change: Claims): string => both(change, ['date'], ({ date }) => rangeWords(date))
