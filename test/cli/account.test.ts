// Accounts through the commands: what is changed, what is refused, what stands in the log, what is found out.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSecret } from '../../src/cli/secret.ts'
import { runHere, type Ran } from './run-dateline.ts'

const PASSWORD = 'correct horse battery'
let folder: string, data: string, heads: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-accounts-'))
  data = join(folder, 'data')
  heads = join(folder, 'heads.txt')
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const run = (args: string[], stdin = ''): Promise<Ran> => runHere([args[0]!, '--data', data, ...args.slice(1)], { env: { DATELINE_BY: 'root' }, stdin })
const account = (...args: string[]): Promise<Ran> => run(['account', ...args], `${PASSWORD}\n`)
const values = <Value>({ out }: Ran): Value[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Value)

describe('account', () => {
  it('makes accounts, the first an admin\'s, with a password from standard input', async () => {
    expect(await account('list')).toMatchObject({ code: 2 })
    expect((await account('add', 'ada', '--role', 'editor')).err).toContain('The first account has to be an admin\'s')
    expect(await run(['account', 'add', 'ada', '--role', 'admin'], 'short\n')).toMatchObject({ code: 2, out: '' })
    expect(await account('add', 'Ada', '--role', 'admin')).toMatchObject({ code: 0, out: 'ada is an account now, as admin.\n' })
    expect((await account('add', 'bo')).out).toBe('bo is an account now, as analyst.\n')
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ log: { head_file: heads } }))
    expect((await account('list')).out).toMatch(/ada +admin .*\nbo +analyst/)
    expect(values<object>(await account('list', '--json'))).toMatchObject([{ name: 'ada', role: 'admin', disabled: false }, { name: 'bo', role: 'analyst' }])
  })

  it('notices that the settings are others than the log last had, once', async () => {
    expect((await account('role', 'bo', 'reader')).code).toBe(0)
    expect((await account('role', 'bo', 'analyst')).code).toBe(0)
    const database = new DatabaseSync(join(data, 'store.sqlite'))
    try {
      const rows = database.prepare("select by_whom, body from log where what = 'setting'").all() as { by_whom: string, body: string }[]
      expect(rows.map(({ by_whom }) => by_whom)).toEqual(['root (noticed at the command line)'])
      expect(JSON.parse(rows[0]!.body)).toMatchObject({ settings: { log: { head_file: heads } } })
    } finally { database.close() }
  })

  it('never prints a password or its hash', async () => {
    const said = await Promise.all([account('list', '--json'), account('sessions', '--json'), run(['decisions', '--json']), account('role', 'bo', 'reader', '--json'), account('role', 'bo', 'analyst')])
    for (const { out, err } of said) expect(out + err).not.toMatch(/argon2|correct horse/)
  })

  it('changes the role, the password; disables and enables; writes the log\'s head elsewhere', async () => {
    expect((await account('role', 'bo', 'editor')).out).toContain('bo is editor from the next request on')
    expect((await run(['account', 'password', 'bo'], 'another horse battery')).out).toContain('another password')
    expect((await account('disable', 'bo')).code).toBe(0)
    expect((await account('enable', 'bo')).code).toBe(0)
    expect(readFileSync(heads, 'utf8').trim().split('\n').length).toBeGreaterThanOrEqual(4)
    expect((await run(['verify'])).out).toMatch(/The log of \d+ entries is as it was written/)
  })

  const refused: [why: string, args: string[], code: number, says: RegExp][] = [
    ['a word that is none', ['zap', 'ada'], 2, /It is one of/], ['no name', ['disable'], 2, /Which account/], ['nobody', ['disable', 'nobody'], 1, /no account "nobody"/], ['a name that cannot be', ['add', 'a b'], 2, /no name for an account/],
    ['a role that is none', ['role', 'bo', 'king'], 2, /no role "king"/], ['no role', ['role', 'bo'], 2, /Which role/], ['the same again', ['add', 'ada'], 2, /already/], ['the only admin', ['disable', 'ada'], 1, /only admin/],
    ['the only admin, otherwise', ['role', 'ada', 'reader'], 1, /only admin/], ['codes off where there are none', ['totp', 'bo', '--off'], 1, /Nothing had to be changed/], ['nobody signed in', ['revoke', 'bo'], 1, /Nothing had to be changed/], ['no such session', ['revoke', 'bo', 'x'], 1, /no such session/],
    ['a code that does not fit', ['totp', 'bo'], 2, /does not fit/],
  ]
  it.each(refused)('refuses %s', async (_why, args, code, says) => {
    const ran = await account(...args)
    expect(ran.code).toBe(code)
    expect(ran.err).toMatch(says)
  })

  it('serves other machines only with accounts and over TLS', async () => {
    expect((await runHere(['serve', '--data', join(folder, 'none'), '--host', '0.0.0.0'], {})).err).toContain('it needs accounts, and there are none')
    expect(await run(['serve', '--host', '0.0.0.0', '--port', '0'])).toMatchObject({ code: 2, err: expect.stringContaining('in the open') })
    expect(await run(['serve', '--tls-cert', 'x.pem'])).toMatchObject({ code: 2, err: expect.stringContaining('needs its key') })
    expect(await run(['serve', '--tls-cert', join(folder, 'x.pem'), '--tls-key', heads])).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') })
    expect(await run(['serve', '--tls-cert', heads, '--tls-key', heads])).toMatchObject({ code: 2, err: expect.stringContaining('cannot be used') })
  })

  it('finds a role that was changed around the log, and an account that was put in', async () => {
    const database = new DatabaseSync(join(data, 'store.sqlite'))
    try {
      expect(() => database.exec("delete from account where name = 'bo'")).toThrow(/never deleted/)
      database.exec("update account set role = 'admin' where name = 'bo'")
      database.exec("insert into account values ('eve', 'reader', '$', 0, 0, null, null, 0, '2031-01-01')")
    } finally { database.close() }
    const ran = await run(['verify'])
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('account bo is admin; by the log it is editor')
    expect(ran.out).toContain('account eve is reader; by the log it is not there')
    expect(values<{ fault: string, account?: string }>(await run(['verify', '--json'])).filter(({ fault }) => fault === 'account').map((one) => one.account)).toEqual(['bo', 'eve'])
  })

  it('finds an entry of an account that was changed, or is gone', async () => {
    const database = new DatabaseSync(join(data, 'store.sqlite'))
    try {
      database.exec('drop trigger log_no_update; drop trigger log_no_delete')
      database.exec("update log set body = replace(body, '\"role\":\"analyst\"', '\"role\":\"admin\"') where seq = 2")
      expect((await run(['verify'])).out).toContain('entry 2 of the log is not what was written')
      database.exec('pragma foreign_keys = off')
      database.exec('delete from log where seq = (select max(seq) from log)')
    } finally { database.close() }
    expect((await run(['verify'])).out).toMatch(/entry \d+ of the log and what followed it is missing/)
  })
})

describe('a password on a terminal', () => {
  const typed = async (keys: string, abort = false): Promise<{ got: string, shown: string, raw: boolean[] }> => {
    const input = new PassThrough() as PassThrough & { isTTY: boolean, setRawMode(on: boolean): void }, raw: boolean[] = [], stop = new AbortController()
    let shown = ''
    input.isTTY = true
    input.setRawMode = (on) => { raw.push(on) }
    const reading = readSecret(input, (text) => { shown += text }, 'Password: ', stop.signal).catch((error: Error) => `! ${error.message}`)
    if (abort) stop.abort(new Error('stopped'))
    else input.write(keys)
    return { got: await reading, shown, raw }
  }
  it.each([['plain', 'secret\r', 'secret'], ['mended', 'sexx\u007f\u007fcret\n', 'secret'], ['begun anew', 'wrong\u0015secret\r', 'secret'], ['letters of more than one byte', 'пароль🙂\r', 'пароль🙂'], ['with keys that are no letters', 'se\u0001c\u001bret\r', 'secret'], ['taken back', 'sec\u0003', '! Nothing was typed, and nothing was changed.']])('%s', async (_why, keys, got) => {
    expect(await typed(keys)).toEqual({ got, shown: 'Password: \n', raw: [true, false] })
  })
  it('is let go of when the command is stopped', async () => { expect(await typed('', true)).toMatchObject({ got: '! stopped', raw: [true, false] }) })
})
