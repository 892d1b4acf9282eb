import { describe, expect, it } from 'vitest'
import { EXIT, JSON_OPTION, UserError, type Command } from '../../src/cli/command.ts'
import { commandNames, loadCommand, type Commands } from '../../src/cli/commands.ts'
import { runHere } from './run-dateline.ts'

const frame = { summary: 'A command of a test', usage: '[FILE]', options: [JSON_OPTION], examples: [] }
const withRun = (run: Command['run']): Commands => ({ names: () => ['sample', 'other'], load: async () => ({ ...frame, name: 'sample', run }) })

describe('a command line', () => {
  const rows: [line: string, code: number, out: RegExp | null, err: RegExp | null, why: string][] = [
    ['--version', 0, /^dateline \d+\.\d+\.\d+\n$/, null, 'the version alone'],
    ['', 0, /Usage {2}dateline COMMAND/, null, 'nothing given: help'],
    ['--help', 0, /dateline demo/, null, 'help names the way to begin'],
    ['help', 0, /Usage {2}dateline COMMAND/, null, 'help as a command'],
    ['help doctor', 0, /Usage {2}dateline doctor/, null, 'help of one command'],
    ['doctor --help', 0, /Usage {2}dateline doctor/, null, 'the same as an option'],
    ['help nothing', 2, null, /no command "nothing"/, 'help of what is not there'],
    ['hepl', 2, null, /Did you mean "dateline help"\?/, 'swapped letters'],
    ['incid', 2, null, /Did you mean "dateline incident/, 'a beginning'],
    ['zzzzzz', 2, null, /no command "zzzzzz"\.\nRun "dateline --help"/, 'nothing near: no guess'],
    ['--frobnicate', 2, null, /no option --frobnicate before a command/, 'an option where a command is due'],
    ['../../etc/passwd', 2, null, /no command/, 'a name is never a path'],
    ['help --jsom', 2, null, /no option --jsom/, 'an unknown option'],
    ['help a b', 2, null, /at most 1 operand/, 'too many operands'],
  ]
  it.each(rows)('dateline %s', async (line, code, out, err) => {
    const ran = await runHere(line.split(' ').filter((word) => word !== ''))
    expect(ran).toMatchObject({ code })
    if (out === null) expect(ran.out).toBe('')
    else expect(ran.out).toMatch(out)
    if (err === null) expect(ran.err).toBe('')
    else expect(ran.err).toMatch(err)
  })

  it('shows no control characters of an unknown command', async () => {
    const { err } = await runHere(['\u001b[31mx\u202e'])
    expect(err).not.toContain('\u001b')
    expect(err).not.toContain('\u202e')
  })
})

describe('what a command throws', () => {
  it('a UserError is a sentence and what to do next, with its exit code', async () => {
    const ran = await runHere(['sample'], { commands: withRun(async () => { throw new UserError('There is no such file: x.txt.', 'Name one that is there.', 3) }) })
    expect(ran).toEqual({ code: 3, out: '', err: 'dateline: There is no such file: x.txt.\nName one that is there.\n' })
  })
  it('a bug is told shortly, with how to report it and without its stack', async () => {
    const ran = await runHere(['sample'], { commands: withRun(async () => { throw new TypeError('x is undefined') }) })
    expect(ran.code).toBe(EXIT.bug)
    expect(ran.err).toContain('fault of Dateline: x is undefined')
    expect(ran.err).toContain('DATELINE_DEBUG=1')
    expect(ran.err).not.toContain('.ts:')
  })
  it('DATELINE_DEBUG adds the stack', async () => {
    const ran = await runHere(['sample'], { env: { DATELINE_DEBUG: '1' }, commands: withRun(async () => { throw new TypeError('x is undefined') }) })
    expect(ran.err).toContain('dispatch.test.ts:')
  })
  it('trouble of the file system is no bug', async () => {
    const ran = await runHere(['sample'], { commands: withRun(async () => { throw Object.assign(new Error('EACCES: x'), { code: 'EACCES', path: '/a/b' }) }) })
    expect(ran).toMatchObject({ code: EXIT.usage, err: 'dateline: Permission was refused: /a/b\n' })
  })
  it('an aborted run exits 130, whatever the command made of it', async () => {
    const stop = new AbortController()
    const ran = await runHere(['sample'], { signal: stop.signal, commands: withRun(async () => { stop.abort(); throw new Error('half-way') }) })
    expect(ran).toMatchObject({ code: EXIT.interrupted, err: '' })
  })
  it('what was printed before stays printed', async () => {
    const ran = await runHere(['sample'], { commands: withRun(async (_args, io) => { await io.json({ a: 1 }); throw new UserError('No more.') }) })
    expect(ran).toMatchObject({ code: 2, out: '{"a":1}\n' })
  })
})

describe('every command', () => {
  it.each(commandNames())('%s says what it is', async (name) => {
    const command = await loadCommand(name)
    expect(command.name).toBe(name)
    expect(command.summary).toMatch(/^[A-Z][^\n]{5,90}[^.\n]$/)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(example).toMatch(new RegExp(`\\bdateline ${name}\\b`))
    const names = command.options.map((option) => option.name)
    expect(new Set(names).size).toBe(names.length)
    for (const option of command.options) {
      expect(option.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(option.summary).not.toMatch(/\.$/)
    }
  })
})
