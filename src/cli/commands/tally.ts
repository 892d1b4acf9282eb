import { MEASURES, type Measure } from '../../model/claim.ts'
import type { Tally } from '../../model/tally.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command } from '../command.ts'

/** `tally`. */
export const command: Command = {
  name: 'tally',
  summary: 'Show running totals over time: who counts what, with each change and break',
  usage: '[--measure MEASURE] [--of TEXT] [--place TEXT] [--claimant TEXT] [--as csv]',
  about: `A running total is a number counted over longer than a day or night ("6,000 since the invasion began"). Each thing that is counted is a tally: what, where and, where it is said, whose; each claimant is a line in it, and what several say of the same thing stands side by side. Many outlets quoting one official are one line.

Between two days the change is printed; where a claimant begins to count another kind or from another day, or a total falls, the line breaks there and no change is counted across. With --as csv every point is a row with its words.`,
  options: [
    { name: 'measure', value: 'MEASURE', choices: MEASURES, summary: 'only what this befell ("killed", "destroyed")' },
    { name: 'of', value: 'TEXT', summary: 'only these kinds or this side ("tank", "Russia")' },
    { name: 'place', value: 'TEXT', summary: 'only this place' },
    { name: 'claimant', value: 'TEXT', summary: 'only things that this claimant counts' },
    { name: 'no-plot', summary: 'no drawing' },
    { name: 'as', value: 'FORMAT', choices: ['csv'], summary: 'every point as a row of a table' },
    DATA_OPTION, JSON_OPTION,
  ],
  operands: { min: 0, max: 0 },
  examples: ['dateline tally', 'dateline tally --measure destroyed --of tank', 'dateline tally --json', 'dateline tally --as csv > tally.csv'],
  async run(args, io) {
    const [{ withStore }, { talliesOfStore }] = await Promise.all([import('../open-store.ts'), import('../../pipeline/tallies.ts')])
    const tallies = await withStore(args.data(), 'read', io, talliesOfStore)
    const wanted = chosen(tallies, { measure: args.text('measure') as Measure | undefined, of: args.text('of'), place: args.text('place'), claimant: args.text('claimant') })
    if (args.text('as') === 'csv') {
      if (args.flag('json')) throw new UserError('--as csv and --json exclude each other.')
      const { tallyCsv } = await import('../../exports/csv/tally.ts')
      await io.write(tallyCsv(wanted))
    } else if (args.flag('json')) for (const tally of wanted) await io.json(tally)
    else if (wanted.length === 0) await io.line(tallies.length === 0 ? 'No running total yet. What reports count up will stand here.' : 'No running total is like that: "dateline tally" lists them all.')
    else {
      const { printTally } = await import('../tally-text.ts')
      for (const [i, tally] of wanted.entries()) {
        if (i > 0) await io.line()
        await printTally(tally, io, !args.flag('no-plot'))
      }
    }
    return EXIT.ok
  },
}

interface Choice { measure: Measure | undefined, of: string | undefined, place: string | undefined, claimant: string | undefined }

/** Tallies that all of what was asked for fits; case does not matter. */
function chosen(tallies: readonly Tally[], { measure, of, place, claimant }: Choice): Tally[] {
  const has = (text: string | null | undefined, part: string): boolean => text?.toLowerCase().includes(part.toLowerCase()) === true
  return tallies.filter((tally) => (measure === undefined || tally.measure === measure)
    && (of === undefined || tally.of.some((kind) => has(kind, of)) || has(tally.whose, of))
    && (place === undefined || has(tally.place?.name, place) || has(tally.place?.written, place))
    && (claimant === undefined || tally.lines.some((line) => has(line.claimant, claimant))))
}
