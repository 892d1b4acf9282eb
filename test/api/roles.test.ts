// Who may call what: every declared route by every role and by nobody, on one's own things and on another's, with every
// value that takes a higher role. The rows are made from the declarations; nothing is listed by hand.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/api/app.ts'
import type { Desk } from '../../src/api/desk.ts'
import { route, type Route, type Who } from '../../src/api/route.ts'
import { ROUTES } from '../../src/api/routes.ts'
import { ROLES, type Role } from '../../src/model/account.ts'

const TOKEN = 't'
/** Nothing behind it: whoever gets past the roles meets a fault of ours (500) or is told that the question is wrong (400). */
const HOLLOW = { version: '0', token: TOKEN, localName: 'local' } as Desk
const whoIs = (role: Role | null): Who | null => (role === null ? null : { name: 'ada', role, session: 's', mustChange: false })

async function statusOf(routes: readonly Route[], { method, path }: Route, role: Role | null, fills: Record<string, string>, body: object): Promise<number> {
  const app = createApp(HOLLOW, { places: () => new Map([['localhost', 'http://localhost']]), pages: { answer: () => new Response() }, asker: () => ({ who: whoIs(role), token: TOKEN }), routes })
  const address = path.replace(/:(\w+)/g, (_, name: string) => fills[name] ?? 'x')
  const headers = { host: 'localhost', origin: 'http://localhost', 'x-dateline-token': TOKEN, 'content-type': 'application/json' }
  return (await app.request(`http://localhost${address}`, { method: method.toUpperCase(), headers, ...(method === 'get' ? {} : { body: JSON.stringify(body) }) })).status
}

interface Row { name: string, route: Route, role: Role | null, fills: Record<string, string>, body: object, least: Role | 'anyone' | 'nobody' }

/** What a declaration says, spelled out. */
function rowsOf(routes: readonly Route[]): Row[] {
  const higher = (a: Role, b: Role): Role => (ROLES.indexOf(a) > ROLES.indexOf(b) ? a : b)
  return routes.flatMap((one) => [null, ...ROLES].flatMap((role) => ['own', 'another\'s'].flatMap((whose) => [null, ...Object.entries(one.raises?.roles ?? {})].flatMap((raise): Row[] => {
    if (whose === 'another\'s' && one.own === undefined) return []
    let least: Row['least'] = one.role
    if (least !== 'anyone' && whose === 'another\'s') least = one.own!.others === 'nobody' ? 'nobody' : higher(least, one.own!.others)
    if (least !== 'anyone' && least !== 'nobody' && raise !== null) least = higher(least, raise[1])
    return [{
      name: `${one.method} ${one.path}${one.own === undefined ? '' : ` (${whose})`}${raise === null ? '' : ` ${raise[0]}`} by ${role ?? 'nobody'}`,
      route: one, role, fills: one.own === undefined ? {} : { [one.own.param]: whose === 'own' ? 'ada' : 'bo' }, body: raise === null ? {} : { [one.raises!.field]: raise[0] }, least,
    }]
  }))))
}

const expected = ({ role, least }: Row): 'taken' | 401 | 403 => (least === 'anyone' ? 'taken' : role === null ? 401 : least === 'nobody' ? 403 : ROLES.indexOf(role) < ROLES.indexOf(least) ? 403 : 'taken')
const seen = (status: number): 'taken' | 401 | 403 => (status === 401 || status === 403 ? status : 'taken')

describe('routes by roles', () => {
  const rows = rowsOf(ROUTES)

  test('every route states a role that exists', () => {
    for (const { path, role } of ROUTES) expect([...ROLES, 'anyone'], path).toContain(role)
    expect(rows.length).toBeGreaterThanOrEqual(ROUTES.length * (ROLES.length + 1))
  })

  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    expect(seen(await statusOf(ROUTES, row.route, row.role, row.fills, row.body))).toBe(expected(row))
  })

  test('what changes something and is for less than an analyst is about one\'s own things, or is open to all', () => {
    const loose = ROUTES.filter(({ method, role, own }) => method !== 'get' && role === 'reader' && own === undefined)
    expect(loose.map(({ path }) => path)).toEqual([])
  })

  test('whose things a route is about stands in its path', () => {
    expect(ROUTES.filter(({ path, own }) => own !== undefined && !path.split('/').includes(`:${own.param}`))).toEqual([])
  })
})

describe('a declaration', () => {
  const answer = z.object({}), handle = () => ({})
  test('without a role is refused by its type', () => {
    // @ts-expect-error every route states its role
    const silent = route({ method: 'get', path: '/api/none', summary: '', answer, handle })
    // @ts-expect-error "anyone" is for openRoute alone, whose handler knows that nobody may have signed in
    const open = route({ method: 'get', path: '/api/none', role: 'anyone', summary: '', answer, handle })
    expect(rowsOf([silent]).filter(({ least }) => least !== undefined)).toEqual([])
    expect(open.role).toBe('anyone')
  })

  const made = route({ method: 'post', path: '/api/things/:account', role: 'reader', own: { param: 'account', others: 'editor' }, raises: { field: 'kind', roles: { publish: 'editor', burn: 'admin' } }, summary: '', params: z.object({ account: z.string() }), body: z.object({}), answer, handle })
  test.each(rowsOf([made]).map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    expect(seen(await statusOf([made], row.route, row.role, row.fills, row.body))).toBe(expected(row))
  })
  test.each([['a name of every object', 'toString', 200], ['a value that is no text', 1, 200], ['another value', 'note', 200], ['one for admins', 'burn', 403]])('%s as the value: %s', async (_why, kind, status) => {
    expect(await statusOf([made], made, 'reader', { account: 'ada' }, { kind })).toBe(status)
  })
})
