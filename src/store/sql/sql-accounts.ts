// Accounts, sessions, devices and tries in any SQL engine that kysely speaks to.
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Account, AccountChange, AccountSecrets, Role } from '../../model/account.ts'
import type { AccountChanged, Accounts, Budget, NewSession, SessionRecord, Try } from '../accounts.ts'
import { changeAccount } from './change-account.ts'
import type { AccountTable, SessionTable, Tables } from './tables.ts'

/** Does a piece of work whole or not at all; throws StoreErrors. */
export type Writing = <Result>(doing: string, work: (db: Transaction<Tables>) => Promise<Result>) => Promise<Result>

const LONGEST_AGENT = 200

export class SqlAccounts implements Accounts {
  readonly #reader: Kysely<Tables>
  readonly #writing: Writing

  constructor(reader: Kysely<Tables>, writing: Writing) {
    this.#reader = reader
    this.#writing = writing
  }

  async any(): Promise<boolean> {
    return await this.#reader.selectFrom('account').select('name').limit(1).executeTakeFirst() !== undefined
  }

  async list(): Promise<Account[]> {
    return (await this.#reader.selectFrom('account').selectAll().orderBy('name').execute()).map(toAccount)
  }

  async find(name: string): Promise<(Account & AccountSecrets) | null> {
    const row = await this.#reader.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()
    return row === undefined ? null : { ...toAccount(row), password: row.password, totpSecret: row.totp_secret, totpPending: row.totp_pending }
  }

  change(change: AccountChange, by: string): Promise<AccountChanged> {
    return this.#writing('keep an account', (db) => changeAccount(db, change, by, new Date().toISOString()))
  }

  async rehash(account: string, before: string, after: string): Promise<void> {
    await this.#writing('keep an account', (db) => db.updateTable('account').set({ password: after }).where('name', '=', account).where('password', '=', before).execute())
  }

  async keepPendingTotp(account: string, secret: string): Promise<void> {
    await this.#writing('keep an account', (db) => db.updateTable('account').set({ totp_pending: secret }).where('name', '=', account).execute())
  }

  takeTotpStep(account: string, step: number): Promise<boolean> {
    return this.#writing('keep a sign-in', async (db) => Number((await db.updateTable('account').set({ totp_step: step }).where('name', '=', account).where('totp_step', '<', step).executeTakeFirst()).numUpdatedRows) === 1)
  }

  takeRecoveryCode(account: string, hash: string): Promise<boolean> {
    return this.#writing('keep a sign-in', async (db) => Number((await db.deleteFrom('recovery_code').where('account', '=', account).where('hash', '=', hash).executeTakeFirst()).numDeletedRows) === 1)
  }

  async recoveryCodesLeft(account: string): Promise<number> {
    return Number((await this.#reader.selectFrom('recovery_code').select(({ fn }) => fn.countAll().as('n')).where('account', '=', account).executeTakeFirstOrThrow()).n)
  }

  openSession({ id, token, account, address, agent, at, device }: NewSession, password: string): Promise<boolean> {
    return this.#writing('keep a sign-in', async (db) => {
      const still = await db.selectFrom('account').select('name').where('name', '=', account).where('password', '=', password).where('disabled', '=', 0).executeTakeFirst()
      if (still === undefined) return false
      // the cookie of a device changes with every sign-in, for all accounts that know it
      if (device.before !== null) await db.updateTable('device').set({ token: device.token }).where('token', '=', device.before).execute()
      await db.insertInto('device').values({ token: device.token, account, id: device.id, used_at: at }).onConflict((conflict) => conflict.columns(['token', 'account']).doUpdateSet({ used_at: at })).execute()
      await db.insertInto('session').values({ id, token, account, device: device.id, created_at: at, seen_at: at, address, agent: agent?.slice(0, LONGEST_AGENT) ?? null }).execute()
      return true
    })
  }

  session(token: string): Promise<{ session: SessionRecord, account: Account } | null> {
    return this.#sessionBy('token', token)
  }

  sessionOf(id: string): Promise<{ session: SessionRecord, account: Account } | null> {
    return this.#sessionBy('id', id)
  }

  async #sessionBy(column: 'token' | 'id', value: string): Promise<{ session: SessionRecord, account: Account } | null> {
    const row = await this.#reader.selectFrom('session').selectAll().where(column, '=', value).executeTakeFirst()
    if (row === undefined) return null
    const account = await this.#reader.selectFrom('account').selectAll().where('name', '=', row.account).executeTakeFirstOrThrow()
    return { session: toSession(row), account: toAccount(account) }
  }

  async seeSession(id: string, at: number): Promise<void> {
    await this.#writing('keep a sign-in', (db) => db.updateTable('session').set({ seen_at: at }).where('id', '=', id).where('seen_at', '<', at).execute())
  }

  async sessions(account?: string): Promise<SessionRecord[]> {
    let query = this.#reader.selectFrom('session').selectAll().orderBy('seen_at', 'desc').orderBy('id')
    if (account !== undefined) query = query.where('account', '=', account)
    return (await query.execute()).map(toSession)
  }

  async endSession(id: string): Promise<void> {
    await this.#writing('keep a sign-out', (db) => db.deleteFrom('session').where('id', '=', id).execute())
  }

  async forgetBefore({ seen, created, device }: { seen: number, created: number, device: number }): Promise<void> {
    await this.#writing('keep a sign-in', async (db) => {
      await db.deleteFrom('session').where(({ or, eb }) => or([eb('seen_at', '<', seen), eb('created_at', '<', created)])).execute()
      await db.deleteFrom('device').where('used_at', '<', device).execute()
    })
  }

  async device(token: string, account: string): Promise<string | null> {
    return (await this.#reader.selectFrom('device').select('id').where('token', '=', token).where('account', '=', account).executeTakeFirst())?.id ?? null
  }

  async takeTry(one: Try, budgets: readonly Budget[], windowMs: number): Promise<{ seq: number } | { againAt: number }> {
    const since = one.at - windowMs
    const againAt = await roomAt(this.#reader, budgets, since)
    if (againAt !== null) return { againAt: againAt + windowMs } // told without waiting for whoever writes
    return this.#writing('keep a sign-in', async (db) => {
      const full = await roomAt(db, budgets, since)
      if (full !== null) return { againAt: full + windowMs }
      await db.deleteFrom('sign_in').where('at', '<=', since).execute()
      return { seq: Number((await db.insertInto('sign_in').values({ ...one, good: 0 }).returning('seq').executeTakeFirstOrThrow()).seq) }
    })
  }

  async settleTry(seq: number, how: 'right' | 'dropped'): Promise<void> {
    await this.#writing('keep a sign-in', async (db) => {
      if (how === 'right') await db.updateTable('sign_in').set({ good: 1 }).where('seq', '=', seq).execute()
      else await db.deleteFrom('sign_in').where('seq', '=', seq).execute()
    })
  }
}

/** null where every budget has room; else the moment of the try that has to grow old first. */
async function roomAt(db: Kysely<Tables>, budgets: readonly Budget[], since: number): Promise<number | null> {
  let latest: number | null = null
  for (const { by, key, step, account, most } of budgets) {
    let query = db.selectFrom('sign_in').select('at').where(by, '=', key).where('at', '>', since).where('step', '=', step).where('good', '=', 0)
    if (by !== 'device') query = query.where('device', 'is', null)
    if (account !== undefined) query = query.where('account', '=', account)
    const full = await query.orderBy('at', 'desc').offset(most - 1).limit(1).executeTakeFirst()
    if (full !== undefined) latest = Math.max(latest ?? 0, Number(full.at))
  }
  return latest
}

function toAccount(row: Selectable<AccountTable>): Account {
  return { name: row.name, role: row.role as Role, disabled: row.disabled === 1, mustChange: row.must_change === 1, totp: row.totp_secret !== null, createdAt: row.created_at }
}

function toSession(row: Selectable<SessionTable>): SessionRecord {
  return { id: row.id, account: row.account, device: row.device, createdAt: Number(row.created_at), seenAt: Number(row.seen_at), address: row.address, agent: row.agent }
}
