// One change of an account with its entry in the log, within one transaction.
import type { Transaction } from 'kysely'
import { accountSubject, loggedChange, type AccountChange } from '../../model/account.ts'
import type { AccountChanged, AccountRefusal } from '../accounts.ts'
import { append } from './keep-log.ts'
import type { Tables } from './tables.ts'

/** Makes the change, or says why not. */
export async function changeAccount(db: Transaction<Tables>, change: AccountChange, by: string, now: string): Promise<AccountChanged> {
  const why = await refusalOf(db, change)
  if (why !== null) return { done: false, why }
  const endedSessions = await make(db, change, now)
  const appended = await append(db, { by, what: 'account', body: loggedChange(change), basedOn: [], subjects: [accountSubject(change.account)], shapes: false }, now)
  if (!appended.appended) throw new Error('an entry that is based on nothing was refused')
  return { done: true, entry: appended.entry, endedSessions }
}

async function refusalOf(db: Transaction<Tables>, change: AccountChange): Promise<AccountRefusal | null> {
  const accounts = await db.selectFrom('account').select(['name', 'role', 'disabled', 'totp_secret']).execute()
  const known = accounts.find(({ name }) => name === change.account)
  if (change.change === 'add') return known !== undefined ? 'exists' : accounts.length === 0 && change.role !== 'admin' ? 'first_admin' : null
  if (known === undefined) return 'no_such_account'
  const onlyAdmin = known.role === 'admin' && known.disabled === 0 && !accounts.some(({ name, role, disabled }) => name !== known.name && role === 'admin' && disabled === 0)
  switch (change.change) {
    case 'role': return change.role === known.role ? 'nothing_to_do' : onlyAdmin ? 'last_admin' : null
    case 'disable': return known.disabled === 1 ? 'nothing_to_do' : onlyAdmin ? 'last_admin' : null
    case 'enable': return known.disabled === 0 ? 'nothing_to_do' : null
    case 'totp_off': return known.totp_secret === null ? 'nothing_to_do' : null
    case 'revoke': {
      let query = db.selectFrom('session').select('id').where('account', '=', change.account)
      if (change.session !== null) query = query.where('id', '=', change.session)
      const some = await query.limit(1).executeTakeFirst() !== undefined
      return some ? null : change.session === null ? 'nothing_to_do' : 'no_such_session'
    }
    default: return null
  }
}

/** Gives the ids of sessions that ended with it. */
async function make(db: Transaction<Tables>, change: AccountChange, now: string): Promise<string[]> {
  const { account } = change
  const set = (values: Partial<Tables['account']>) => db.updateTable('account').set(values).where('name', '=', account).execute()
  switch (change.change) {
    case 'add':
      await db.insertInto('account').values({ name: account, role: change.role, password: change.password, must_change: change.mustChange ? 1 : 0, disabled: 0, totp_secret: null, totp_pending: null, totp_step: 0, created_at: now }).execute()
      return []
    case 'role': await set({ role: change.role }); return []
    case 'password':
      await set({ password: change.password, must_change: change.mustChange ? 1 : 0 })
      return endSessions(db, account, change.keepSession, change.keepDevice)
    case 'totp_on':
      await set({ totp_secret: change.secret, totp_pending: null, totp_step: change.step })
      await db.deleteFrom('recovery_code').where('account', '=', account).execute()
      if (change.recovery.length > 0) await db.insertInto('recovery_code').values(change.recovery.map((hash) => ({ account, hash }))).execute()
      return []
    case 'totp_off':
      await set({ totp_secret: null, totp_pending: null })
      await db.deleteFrom('recovery_code').where('account', '=', account).execute()
      return []
    case 'disable': await set({ disabled: 1 }); return endSessions(db, account, null, null)
    case 'enable': await set({ disabled: 0 }); return []
    case 'revoke':
      if (change.session === null) return endSessions(db, account, null, null)
      await db.deleteFrom('session').where('id', '=', change.session).execute()
      return [change.session]
  }
}

/** Ends the account's sessions and forgets its devices, but for one of each. */
async function endSessions(db: Transaction<Tables>, account: string, keepSession: string | null, keepDevice: string | null): Promise<string[]> {
  const ended = (await db.selectFrom('session').select('id').where('account', '=', account).where('id', '!=', keepSession ?? '').execute()).map(({ id }) => id)
  await db.deleteFrom('session').where('account', '=', account).where('id', '!=', keepSession ?? '').execute()
  await db.deleteFrom('device').where('account', '=', account).where('id', '!=', keepDevice ?? '').execute()
  return ended
}
