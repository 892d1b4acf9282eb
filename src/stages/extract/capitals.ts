// "Ukraine's capital", "the Syrian capital", "the capital": words that stand for a capital city, resolved through the country
// they name, or that of the report's theatre.
import type { Document, LocatedMention } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import { countries } from '../../gazetteer/countries.ts'

const OWNS: ReadonlySet<string> = new Set(["'s", '’s'])
/** "the country's capital" is that of the land that the report is about. */
const LAND: ReadonlySet<string> = new Set(['country', 'nation'])

/** Mentions of capitals by description, in text order. `mentions` are those found by name. */
export function capitalsOf(document: Document, mentions: readonly LocatedMention[], gazetteer: Gazetteer): LocatedMention[] {
  const { tokens } = document
  if (!tokens.lower.includes('capital')) return []
  const byEnd = new Map<number, LocatedMention>()
  const tally = new Map<string, number>()
  for (const m of mentions) {
    byEnd.set(m.last, m)
    if (m.country && m.use === 'literal') tally.set(m.country, (tally.get(m.country) ?? 0) + 1)
  }
  const theatre = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
  const found: LocatedMention[] = []
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.lower[i] !== 'capital' || tokens.lower[i + 1] === 'of' || byEnd.has(i + 2)) continue
    const owned = OWNS.has(tokens.lower[i - 1]!)
    const before = owned ? byEnd.get(i - 1) : byEnd.get(i)
    if (tokens.lower[i - 1] !== 'the' && !before && !(owned && LAND.has(tokens.lower[i - 2] ?? ''))) continue
    if (before && before.precision !== 'country' && (!before.demonym || before.precision === 'region')) continue // "the Chechen capital" is no state's
    const code = before ? before.country : theatre
    const capital = code ? countries().get(code)?.capital : null
    const place = capital ? gazetteer.lookup(capital).find((p) => p.country === code && p.precision === 'settlement') : undefined
    if (!place || /^(city|town|letter|letters|punishment|markets?|investment|gains?|flight)$/.test(tokens.lower[i + 1] ?? '')) continue
    // "the capital Kyiv", "the Chechen capital, Grozny" name it
    if (mentions.some((m) => m.first === i + 1 || tokens.lower[i + 1] === ',' && m.first === i + 2 && m.precision === 'settlement')) continue
    const first = i
    found.push({ use: 'literal', start: tokens.start[first]!, end: tokens.end[i]!, written: tokens.text.slice(tokens.start[first]!, tokens.end[i]!), name: place.name, country: place.country, lat: place.lat, lon: place.lon, precision: 'settlement', first, last: i + 1, place, demonym: false })
  }
  return found
}
