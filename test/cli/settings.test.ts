import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere, type Ran } from './run-dateline.ts'

let data: string
beforeAll(() => { data = join(mkdtempSync(join(tmpdir(), 'dateline-settings-')), 'data') })
afterAll(() => { rmSync(join(data, '..'), { recursive: true, force: true }) })

const run = (...args: string[]): Promise<Ran> => runHere([...args, '--data', data], { env: { DATELINE_BY: 'root' } })
const settings = (...args: string[]): Promise<Ran> => run('settings', ...args)
const values = <Value>({ out }: Ran): Value[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Value)
const kept = (): object => JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8')) as object

describe('settings', () => {
  it('lists them with what they do, without a folder too', async () => {
    const listed = values<{ name: string, value: unknown, about: string }>(await settings('--json'))
    expect(listed.find(({ name }) => name === 'figures.rule')).toMatchObject({ value: 'ucdp', about: expect.stringMatching(/low, best and high/) })
    for (const { about, name } of listed) expect(about.length, name).toBeGreaterThan(20)
    expect((await settings('review.two_people')).out).toContain('false')
  })

  it('changes one: in the file, and in the log with who changed it and what it was', async () => {
    expect(await settings('review.two_people', 'true', '--by', 'Ada')).toMatchObject({ code: 0, out: 'review.two_people was false and is true now.\n' })
    expect(kept()).toMatchObject({ review: { two_people: true } })
    expect((await settings('review.two_people', 'true')).out).toBe('review.two_people was true already.\n')
    expect((await settings('review.analyst', 'Olena Kovalenko')).code).toBe(0)
    expect(values<object>(await settings('--history', '--json'))).toMatchObject([{ entry: 1, by: 'Ada (command line)', name: 'review.two_people', from: false, to: true }, { entry: 2, name: 'review.analyst', from: null, to: 'Olena Kovalenko' }])
    expect((await run('verify')).out).toContain('The log of 2 entries is as it was written')
  })

  it('refuses a value that will not do and a name that there is not, and changes nothing', async () => {
    const before = kept()
    for (const [name, value, told] of [['serve.idle_minutes', '0', /serve\.idle_minutes/], ['figures.rule', 'guess', /figures\.rule/], ['figures.rules', 'ucdp', /Did you mean figures\.rule\?/], ['review', '{}', /There is no setting/], ['__proto__.x', '1', /There is no setting/]] as const) {
      const { code, err } = await settings(name, value)
      expect([code, err], name).toEqual([2, expect.stringMatching(told)])
    }
    expect(kept()).toEqual(before)
  })

  it('what was edited by hand is in the log before the next thing that is written', async () => {
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ ...kept(), figures: { rule: 'acled' } }))
    const text = join(data, '..', 'a.txt')
    writeFileSync(text, 'Two people were killed in Kharkiv on Monday, the mayor said.')
    expect((await run('add', text)).code).toBe(0)
    expect((await settings('--history')).out).toMatch(/\(noticed at the command line\): figures\.rule from "ucdp" to "acled"\n$/)
  })

  it('what is watched is in the log before it is asked: a source that came, is asked otherwise, or went, each change once', async () => {
    const watched = async (...sources: object[]): Promise<unknown[]> => {
      writeFileSync(join(data, 'watch.json'), JSON.stringify({ sources }))
      await run('watch', '--once')
      return values<{ name: string, from: unknown, to: unknown }>(await settings('--history', '--json')).filter(({ name }) => name.startsWith('watch')).map(({ name, from, to }) => [name, from, to])
    }
    // port 9 of this machine: nothing is asked, for the door to the network is closed to it
    const [first, second] = ['http://127.0.0.1:9/rss', 'http://127.0.0.1:9/live'], how = { kind: 'feed', follow: true }, came = [`watch ${first}`, null, how]
    expect(await watched({ url: first, kind: 'feed' })).toEqual([came])
    expect(await watched({ url: first, kind: 'feed' }), 'as it was').toEqual([came])
    const slower = [`watch ${first}`, how, { ...how, every_minutes: 30 }], another = [`watch ${second}`, null, { kind: 'live_blog', follow: true }]
    expect(await watched({ url: first, kind: 'feed', every_minutes: 30 }, { url: second, kind: 'live_blog' })).toEqual([came, slower, another])
    expect(await watched({ url: second, kind: 'live_blog' })).toEqual([came, slower, another, [`watch ${first}`, { ...how, every_minutes: 30 }, null]])
    expect((await run('verify')).code).toBe(0)
  })
})
