// All incidents in short, as columns of numbers in the order of the list: a pass over them goes through memory in one line, and
// a hundred thousand take some ten megabytes. A table is never changed: another one is made of it where incidents came or went.
import { COUNTED, MEASURES } from '../../model/claim.ts'
import { DEGREES, FIGURE, SEVERAL, SMALL, WHOLE, type Draft } from './draft.ts'
import type { Names } from './names.ts'
import { AGREEMENTS, REVIEWS, STANDINGS, type Row, type ShortFigure } from './row.ts'
import type { TotalPoint } from './totals.ts'

type Several = Record<(typeof SEVERAL)[number], Lists>

export interface Columns extends Record<(typeof WHOLE)[number], Int32Array>, Record<(typeof SMALL)[number], Uint8Array>, Record<(typeof DEGREES)[number], Float64Array>, Several {}

/** Of each row a list of numbers, in one line of memory: those of row i from `starts[i]` on, `lengths[i]` of them. Tables share the line, and add to its end. */
interface Lists {
  starts: Int32Array
  lengths: Int32Array
  line: Line
}

/** Numbers that are only added to. What one table knows of it stays where it is. */
class Line {
  numbers: Float64Array | Int32Array
  end = 0
  constructor(numbers: Float64Array | Int32Array) { this.numbers = numbers }

  /** Where the numbers were put. */
  add(numbers: readonly number[]): number {
    const start = this.end
    if (start + numbers.length > this.numbers.length) {
      const Kind = this.numbers.constructor as typeof Float64Array, larger = new Kind(Math.max(1024, Math.ceil((start + numbers.length) * 1.3)))
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers.set(numbers, start)
    this.end += numbers.length
    return start
  }
}

/** A line is made anew where more of it than this is of rows that went. */
const MOST_WASTE = 0.5

/** Columns of voices by number. */
type VoiceColumn = 'claimants' | 'outlets'
const NO_ROWS = new Int32Array(0)

export class Table {
  readonly names: Names
  readonly ids: readonly string[]
  readonly columns: Columns
  /** Running totals, and the claims that decisions name, by incident: few have any. */
  readonly totals: ReadonlyMap<string, readonly TotalPoint[]>
  readonly decided: ReadonlyMap<string, readonly string[]>
  #places: Map<string, number> | null = null
  readonly #highest = new Map<string, Float64Array>()
  readonly #byVoice = new Map<VoiceColumn, { times: Int32Array, ends: Int32Array, rows: Int32Array }>()

  constructor(names: Names, ids: readonly string[], columns: Columns, totals: ReadonlyMap<string, readonly TotalPoint[]>, decided: ReadonlyMap<string, readonly string[]>) {
    this.names = names
    this.ids = ids
    this.columns = columns
    this.totals = totals
    this.decided = decided
  }

  get size(): number { return this.ids.length }

  /** The place of an incident in the list; -1 where it is not there. */
  placeOf(id: string): number {
    this.#places ??= new Map(this.ids.map((one, i) => [one, i]))
    return this.#places.get(id) ?? -1
  }

  byId(id: string): Row | undefined {
    const at = this.placeOf(id)
    return at < 0 ? undefined : this.row(at)
  }

  row(i: number): Row {
    const { columns, names } = this
    return {
      id: this.ids[i]!, kind: names.names[columns.kind[i]!]!, from: names.name(columns.from[i]!), to: names.name(columns.to[i]!), place: names.name(columns.place[i]!), country: names.name(columns.country[i]!),
      standing: STANDINGS[columns.standing[i]!]!, precision: names.name(columns.precision[i]!), lat: columns.lat[i]!, lon: columns.lon[i]!, by: names.name(columns.by[i]!), against: names.name(columns.against[i]!), weapons: names.list(columns.weapons[i]!),
      figures: this.figures(i), agreement: AGREEMENTS[columns.agreement[i]!]!, origins: columns.origins[i]!, review: REVIEWS[columns.review[i]!]!, claims: columns.claims[i]!, reports: columns.reports[i]!, needs: columns.needs[i]!,
    }
  }

  figures(i: number): ShortFigure[] {
    const { starts, lengths, line: { numbers } } = this.columns.figures, figures: ShortFigure[] = []
    const orNone = (value: number): number | null => (Number.isNaN(value) ? null : value)
    for (let at = starts[i]!, end = at + lengths[i]!; at < end; at += FIGURE) figures.push({ measure: MEASURES[numbers[at]!]!, of: COUNTED[numbers[at + 1]!]!, low: orNone(numbers[at + 2]!), best: orNone(numbers[at + 3]!), high: orNone(numbers[at + 4]!), voices: numbers[at + 5]! })
    return figures
  }

  /** How often each name stands in the lists of voices of all rows; counted when it is first asked for. */
  timesOf(sort: VoiceColumn): Int32Array { return this.#voices(sort).times }

  /** The rows in whose list of voices a name stands. */
  rowsOf(sort: VoiceColumn, name: number): Int32Array {
    const { times, ends, rows } = this.#voices(sort), n = times[name] ?? 0 // a name may have come after the lists were gone through
    return n === 0 ? NO_ROWS : rows.subarray(ends[name]! - n, ends[name]!)
  }

  #voices(sort: VoiceColumn): { times: Int32Array, ends: Int32Array, rows: Int32Array } {
    let known = this.#byVoice.get(sort)
    if (known !== undefined) return known
    const { starts, lengths, line: { numbers } } = this.columns[sort], times = new Int32Array(this.names.names.length), ends = new Int32Array(times.length)
    for (let i = 0; i < this.size; i++) for (let at = starts[i]!, end = at + lengths[i]!; at < end; at++) times[numbers[at]!]!++
    for (let name = 0, sum = 0; name < times.length; name++) { ends[name] = sum; sum += times[name]! }
    const rows = new Int32Array(times.reduce((sum, n) => sum + n, 0))
    for (let i = 0; i < this.size; i++) for (let at = starts[i]!, end = at + lengths[i]!; at < end; at++) rows[ends[numbers[at]!]!++] = i
    this.#byVoice.set(sort, known = { times, ends, rows })
    return known
  }

  /** The highest value of a measure among a row's figures, -1 where it has none of it; made when a measure is first asked for. */
  highest(measure: string): Float64Array {
    let known = this.#highest.get(measure)
    if (known === undefined) {
      const wanted = (MEASURES as readonly string[]).indexOf(measure), { starts, lengths, line: { numbers } } = this.columns.figures
      known = new Float64Array(this.size).fill(-1)
      for (let i = 0; i < this.size; i++) for (let at = starts[i]!, end = at + lengths[i]!; at < end; at += FIGURE) {
        if (numbers[at] !== wanted) continue
        const high = numbers[at + 4]!, best = numbers[at + 3]!
        known[i] = Math.max(known[i]!, Number.isNaN(high) ? (Number.isNaN(best) ? 0 : best) : high)
      }
      this.#highest.set(measure, known)
    }
    return known
  }

  /** The table without some incidents and with others: O(all), without a look at any but those. */
  with(gone: ReadonlySet<string>, drafts: readonly Draft[]): Table {
    const order = this.#merged(gone, drafts), { columns: before } = this
    const filled = <Column extends Int32Array | Uint8Array | Float64Array>(column: Column, old: Column, of: (draft: Draft) => number): Column => {
      for (let i = 0; i < order.length; i++) { const from = order[i]!; column[i] = from >= 0 ? old[from]! : of(drafts[~from]!) }
      return column
    }
    const columns = {
      ...each(WHOLE, (name) => filled(new Int32Array(order.length), before[name], ({ numbers }) => numbers[name])),
      ...each(SMALL, (name) => filled(new Uint8Array(order.length), before[name], ({ numbers }) => numbers[name])),
      ...each(DEGREES, (name) => filled(new Float64Array(order.length), before[name], ({ numbers }) => numbers[name])),
      ...each(SEVERAL, (name) => {
        const { starts, lengths, line } = before[name], put = drafts.map((draft) => line.add(draft.several[name]))
        const lists = { starts: new Int32Array(order.length), lengths: new Int32Array(order.length), line }
        for (let i = 0; i < order.length; i++) {
          const from = order[i]!
          lists.starts[i] = from >= 0 ? starts[from]! : put[~from]!
          lists.lengths[i] = from >= 0 ? lengths[from]! : drafts[~from]!.several[name].length
        }
        return thrifty(lists)
      }),
    }
    const others = <Value>(kept: ReadonlyMap<string, Value>, of: (draft: Draft) => Value | null): ReadonlyMap<string, Value> => {
      if (![...gone].some((id) => kept.has(id)) && drafts.every((draft) => of(draft) === null)) return kept
      const now = new Map(kept)
      for (const id of gone) now.delete(id)
      for (const draft of drafts) { const value = of(draft); if (value !== null) now.set(draft.id, value) }
      return now
    }
    const ids = Array.from(order, (from) => (from >= 0 ? this.ids[from]! : drafts[~from]!.id))
    return new Table(this.names, ids, columns, others(this.totals, ({ totals }) => totals), others(this.decided, ({ decided }) => decided))
  }

  /** For each row to be: the place of a row of now, or ~ the place of a draft. */
  #merged(gone: ReadonlySet<string>, drafts: readonly Draft[]): Int32Array {
    const kept: number[] = [], { names: { names }, ids, columns } = this
    for (let i = 0; i < ids.length; i++) if (!gone.has(ids[i]!)) kept.push(i)
    const compare = (dayA: number, kindA: number, idA: string, dayB: number, kindB: number, idB: string): number => dayB - dayA || (kindA === kindB ? 0 : names[kindA]! < names[kindB]! ? -1 : 1) || (idA < idB ? -1 : 1)
    const come = drafts.map((_, i) => i).sort((a, b) => compare(drafts[a]!.numbers.day, drafts[a]!.numbers.kind, drafts[a]!.id, drafts[b]!.numbers.day, drafts[b]!.numbers.kind, drafts[b]!.id))
    const order = new Int32Array(kept.length + come.length)
    for (let i = 0, k = 0, c = 0; i < order.length; i++) {
      const row = kept[k], draft = come[c] === undefined ? undefined : drafts[come[c]!]
      const first = draft === undefined || (row !== undefined && compare(columns.day[row]!, columns.kind[row]!, ids[row]!, draft.numbers.day, draft.numbers.kind, draft.id) < 0)
      order[i] = first ? kept[k++]! : ~come[c++]!
    }
    return order
  }
}

/** The same lists, in a line of their own where much of the line is of others. */
function thrifty({ starts, lengths, line }: Lists): Lists {
  const used = lengths.reduce((sum, length) => sum + length, 0)
  if (used >= line.end * MOST_WASTE || line.end < 4096) return { starts, lengths, line }
  const anew = new Line(new (line.numbers.constructor as typeof Float64Array)(Math.ceil(used * 1.1)))
  return { starts: starts.map((start, i) => anew.add(line.numbers.subarray(start, start + lengths[i]!) as unknown as number[])), lengths, line: anew }
}

const each = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> => Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>

/** A table without rows. */
export function emptyTable(names: Names): Table {
  const lists = (name: (typeof SEVERAL)[number]): Lists => ({ starts: new Int32Array(0), lengths: new Int32Array(0), line: new Line(name === 'figures' ? new Float64Array(0) : new Int32Array(0)) })
  const columns = {
    ...each(WHOLE, () => new Int32Array(0)), ...each(SMALL, () => new Uint8Array(0)), ...each(DEGREES, () => new Float64Array(0)), ...each(SEVERAL, lists),
  }
  return new Table(names, [], columns, new Map(), new Map())
}
