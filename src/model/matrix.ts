// Who gives which figure: an incident's voices as rows, its figures as columns.
import type { Counted, Measure } from './claim.ts'
import type { Figure, Incident, Saying } from './incident.ts'

export interface MatrixRow {
  /** The claimant, else the outlet in its own voice, else the report's name. */
  voice: string
  isOutlet: boolean
  /** What it counts under: rows of one origin count once. */
  origin: string
  /** Outlets that carry it. */
  outlets: string[]
  /** What it says of each figure, in the matrix's order: what stands first, then what it replaced. */
  cells: Saying[][]
}

export interface Matrix {
  figures: { measure: Measure, of: Counted }[]
  /** Rows of one origin stand together. */
  rows: MatrixRow[]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The matrix of an incident. The same value said in several reports by one voice is one entry of its cell. */
export function matrixOf({ figures }: Pick<Incident, 'figures'>): Matrix {
  const rows = new Map<string, MatrixRow>()
  figures.forEach((figure, i) => { for (const says of figure.says) put(rows, figures, i, says) })
  for (const row of rows.values()) {
    row.outlets.sort(byText)
    for (const cell of row.cells) cell.sort((a, b) => Number(a.superseded_by !== null) - Number(b.superseded_by !== null))
  }
  return { figures: figures.map(({ measure, of }) => ({ measure, of })), rows: [...rows.values()].sort((a, b) => byText(a.origin, b.origin) || byText(a.voice, b.voice)) }
}

function put(rows: Map<string, MatrixRow>, figures: readonly Figure[], i: number, says: Saying): void {
  const voice = says.claimant ?? says.outlet ?? says.report, isOutlet = says.claimant === null
  const key = `${isOutlet} ${voice}`
  const row = rows.get(key) ?? { voice, isOutlet, origin: says.origin ?? voice, outlets: [], cells: figures.map(() => []) }
  rows.set(key, row)
  if (says.outlet && !row.outlets.includes(says.outlet)) row.outlets.push(says.outlet)
  const cell = row.cells[i]!
  if (!cell.some((one) => one.value === says.value && one.bound === says.bound && one.stance === says.stance && (one.superseded_by === null) === (says.superseded_by === null))) cell.push(says)
}

/** Origins of which more than one voice, or more than one outlet, speaks: each counts once. */
export function countedOnce({ rows }: Matrix): { origin: string, voices: string[], outlets: string[] }[] {
  return [...Map.groupBy(rows, ({ origin }) => origin)]
    .map(([origin, of]) => ({ origin, voices: of.map(({ voice }) => voice), outlets: [...new Set(of.flatMap(({ outlets }) => outlets))].sort(byText) }))
    .filter(({ voices, outlets }) => voices.length > 1 || outlets.length > 1)
}
