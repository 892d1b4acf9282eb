import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DATA_OPTION, JSON_OPTION, UserError, type Command } from '../../src/cli/command.ts'
import { editDistance, nearest } from '../../src/cli/nearest.ts'
import { findDataFolder, parseArguments } from '../../src/cli/parse.ts'

const command: Command = {
  name: 'sample', summary: 'A sample', usage: '', examples: [],
  options: [JSON_OPTION, DATA_OPTION, { name: 'raw', short: 'r', summary: 'raw' }, { name: 'manifest', short: 'm', value: 'FILE', multiple: true, summary: 'a manifest' }, { name: 'limit', value: 'N', summary: 'at most so many' }, { name: 'as', value: 'FORMAT', choices: ['geojson', 'csv', 'html'], summary: 'the format' }],
  operands: { min: 1, max: 2 },
  run: async () => 0,
}
const around = { env: {}, cwd: '/w' }
const parse = (line: string): ReturnType<typeof parseArguments> => parseArguments(command, line.split(' '), around)

describe('arguments', () => {
  it('options and operands in any order', () => {
    const { args } = parse('a --raw --manifest x -m y --limit=5 b')
    expect(args.positionals).toEqual(['a', 'b'])
    expect(args.flag('raw')).toBe(true)
    expect(args.flag('json')).toBe(false)
    expect(args.texts('manifest')).toEqual(['x', 'y'])
    expect(args.text('manifest')).toBe('y')
    expect(args.integer('limit')).toBe(5)
    expect(args.text('as')).toBeUndefined()
  })
  it('after -- everything is an operand, and a dash alone is one', () => {
    expect(parse('-- --raw -').args.positionals).toEqual(['--raw', '-'])
  })
  it('a value that begins with a dash is given with =', () => {
    expect(parse('a --manifest=-x').args.text('manifest')).toBe('-x')
  })
  it('help is seen before operands are counted', () => {
    expect(parse('--help').help).toBe(true)
  })
  it('asking for an undeclared option is a bug, not a user error', () => {
    expect(() => parse('a').args.flag('mentions')).toThrow(/does not declare/)
  })

  const refused: [line: string, message: RegExp, next: RegExp][] = [
    ['a --row', /no option --row/, /Did you mean --raw\?/],
    ['a --frobnicate', /no option --frobnicate/, /--help/],
    ['a -x', /no option -x/, /--help/],
    ['a --raw=yes', /--raw is a switch/, /./],
    ['a --manifest', /--manifest needs a value: FILE/, /./],
    ['a --manifest --raw', /--manifest needs a value/, /--manifest=VALUE/],
    ['a --limit 1.5', /whole number, not "1.5"/, /^$/],
    ['a --limit ten', /whole number/, /^$/],
    ['a --as geojsn', /cannot be "geojsn"/, /Did you mean geojson\?/],
    ['a --as kml', /cannot be "kml"/, /one of: geojson, csv, html/],
    ['--raw', /needs an operand/, /--help/],
    ['a b c', /at most 2 operands, but 3/, /--help/],
  ]
  it.each(refused)('%s', (line, message, next) => {
    let thrown: unknown
    try { parse(line).args.integer('limit') } catch (error) { thrown = error }
    expect(thrown).toBeInstanceOf(UserError)
    if (!(thrown instanceof UserError)) return
    expect(thrown.message).toMatch(message)
    expect(thrown.next).toMatch(next)
    expect(thrown.exitCode).toBe(2)
  })
  it('bounds of a whole number are said', () => {
    expect(() => parse('a --limit 0').args.integer('limit', { min: 1 })).toThrow('of at least 1')
  })
  it('a command that hands its arguments on does not look at them', () => {
    const { args, help } = parseArguments({ ...command, passThrough: true }, ['-t', '--odd', '--help'], around)
    expect(args.positionals).toEqual(['-t', '--odd', '--help'])
    expect(help).toBe(false)
  })
})

describe('the folder of the store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-parse-'))
  afterAll(() => { rmSync(folder, { recursive: true }) })
  it('--data before DATELINE_DATA before the default', () => {
    const env = { DATELINE_DATA: 'from-env' }
    expect(findDataFolder('given', { env, cwd: folder })).toEqual({ path: join(folder, 'given'), from: 'option', exists: false })
    expect(findDataFolder(undefined, { env, cwd: folder })).toEqual({ path: join(folder, 'from-env'), from: 'environment', exists: false })
    expect(findDataFolder(undefined, { env: { DATELINE_DATA: '' }, cwd: folder })).toEqual({ path: join(folder, 'dateline-data'), from: 'default', exists: false })
  })
  it('a file in its place is refused', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => findDataFolder('file', { env: {}, cwd: folder })).toThrow(/not a folder/)
    expect(() => findDataFolder('', { env: {}, cwd: folder })).toThrow(UserError)
  })
})

describe('the word that was meant', () => {
  it.each([['extrct', 'extract'], ['EXTRACT', 'extract'], ['incidnets', 'incidents'], ['rep', 'report'], ['xyz', null], ['', null], ['a'.repeat(1000), null]])('%s → %s', (word, meant) => {
    expect(nearest(word, ['extract', 'incidents', 'report'])).toBe(meant)
  })
  it.each([['', 'abc', 3], ['abc', 'abc', 0], ['abc', 'acb', 1], ['kitten', 'sitting', 3]] as const)('%s to %s is %d edits', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits)
  })
})
