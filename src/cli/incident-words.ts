// Claims and incidents in words for a terminal.
import type { Claim, Quantity } from '../model/claim.ts'
import type { Figure, Incident } from '../model/incident.ts'
import { countedWord, grouped, kindLabel, measureWord, spokenValue } from '../site/words.ts'

/** The values by which vague words are kept (docs/annotation.md), as the words. */
const VAGUE: readonly (readonly [number, string])[] = [[2_000_000, 'millions'], [20_000, 'tens of thousands'], [2000, 'thousands'], [200, 'hundreds'], [40, 'scores'], [24, 'dozens']]

function vagueWords(value: number): string {
  return VAGUE.find(([least]) => value >= least)?.[1] ?? 'some'
}

/** "2–3–4 killed", "16 drones intercepted"; a figure of vague values alone says so. */
export function figureWords(figure: Figure): string {
  if (figure.best === null && figure.says.length > 0 && figure.says.every((says) => says.bound === 'vague')) return `${vagueWords(figure.says[0]!.value)}${figure.of === 'person' ? '' : ` ${countedWord(figure.of, 2)}`} ${measureWord(figure.measure, figure.of)}`
  const values = [...new Set([figure.low, figure.best, figure.high].filter((value) => value !== null))]
  const [only] = figure.says
  const range = values.length > 0 ? values.map(grouped).join('–') : only === undefined ? 'no number' : spokenValue(only.value, only.bound, null)
  return `${range}${figure.of === 'person' ? '' : ` ${countedWord(figure.of, values.at(-1) ?? 2)}`} ${measureWord(figure.measure, figure.of)}`
}

/** "at least 3 people killed", with its own words where the number is vague. `text` is the report's. */
export function quantityWords(quantity: Quantity, text: string | null): string {
  const own = text === null ? null : text.slice(quantity.start, quantity.end)
  return `${spokenValue(quantity.value, quantity.bound, own)} ${countedWord(quantity.of, quantity.value)} ${measureWord(quantity.measure, quantity.of)}${quantity.cumulative ? ' (running total)' : ''}`
}

/** "Strike: 2 people killed". */
export function claimWords(claim: Claim, text: string | null): string {
  const counts = claim.quantities.map((quantity) => quantityWords(quantity, text)).join(', ')
  if (counts === '') return kindLabel(claim.type)
  return claim.type === null ? counts : `${kindLabel(claim.type)}: ${counts}`
}

/** The incident's figures in one cell. */
export function figuresCell(incident: Incident): string {
  return incident.figures.map(figureWords).join(', ')
}
