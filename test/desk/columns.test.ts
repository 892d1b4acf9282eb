import { describe, expect, it } from 'vitest'
import { columnsOf, type Days } from '../../desk/now/columns.ts'

const rank = (kind: string): number => ['strike', 'unrest'].indexOf(kind)
const days = (...rows: [day: string, strikes: number, unrest: number][]): Days => ({ days: rows.map(([day]) => day), kinds: ['unrest', 'strike'], counts: [rows.map(([, , unrest]) => unrest), rows.map(([, strikes]) => strikes)] })
const every = (first: string, count: number): Days => days(...Array.from({ length: count }, (_, i): [string, number, number] => [new Date(Date.parse(`${first}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10), 1, 0]))

describe('columns of the time axis', () => {
  const ROWS: [given: Days, room: number, step: string, columns: string[], why: string][] = [
    [days(['2031-05-06', 2, 0]), 900, 'day', ['2031-05-06 strike 2'], 'a day alone'],
    [days(['2031-05-06', 2, 1], ['2031-05-08', 0, 3]), 900, 'day', ['2031-05-06 strike 2 unrest 1', '2031-05-07', '2031-05-08 unrest 3'], 'kinds in their order, none left out that is silent for a short while'],
    [days(['2031-05-06', 1, 0], ['2031-06-06', 1, 0]), 900, 'day', ['2031-05-06 strike 1', '2031-05-07–2031-06-05 silent 30', '2031-06-06 strike 1'], 'a long silence is one break'],
    [every('2031-01-01', 100), 200, 'week', Array.from({ length: 15 }, (_, i) => `${new Date(Date.UTC(2030, 11, 30 + 7 * i)).toISOString().slice(0, 10)}–${new Date(Date.UTC(2031, 0, 5 + 7 * i)).toISOString().slice(0, 10)} strike ${i === 0 ? 5 : i === 14 ? 4 : 7}`), 'more days than have room'],
    [every('2031-01-01', 59), 10, 'month', ['2031-01-01–2031-01-31 strike 31', '2031-02-01–2031-02-28 strike 28'], 'nor are weeks narrow enough'],
    [days(), 900, 'day', [], 'nothing'],
  ]
  it.each(ROWS)('%#', (given, room, step, columns, why) => {
    const made = columnsOf(given, room, rank)
    expect(made.columns.map(({ from, to, silent, kinds }) => [from === to ? from : `${from}–${to}`, ...(silent > 0 ? [`silent ${silent}`] : kinds.map(([kind, n]) => `${kind} ${n}`))].join(' ')), why).toEqual(columns)
    expect(made.step, why).toBe(step)
  })
})
