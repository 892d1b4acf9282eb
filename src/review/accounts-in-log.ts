// Whether accounts are what the log says of them: a role that was changed around it is found out.
import type { Account, LoggedAccountChange, Role } from '../model/account.ts'

/** An account that is not what the log says; null: it is not there, or not in the log. */
export interface AccountFault {
  account: string
  logged: { role: Role, disabled: boolean, totp: boolean } | null
  found: { role: Role, disabled: boolean, totp: boolean } | null
}

/** Compares accounts with all entries of the log, oldest first. */
export async function checkAccounts(entries: AsyncIterable<{ what: string, body: string }>, accounts: readonly Account[]): Promise<AccountFault[]> {
  const logged = new Map<string, { role: Role, disabled: boolean, totp: boolean }>()
  for await (const { what, body } of entries) {
    if (what !== 'account') continue
    const change = JSON.parse(body) as LoggedAccountChange, one = logged.get(change.account)
    switch (change.change) {
      case 'add': logged.set(change.account, { role: change.role, disabled: false, totp: false }); break
      case 'role': if (one !== undefined) one.role = change.role; break
      case 'disable': case 'enable': if (one !== undefined) one.disabled = change.change === 'disable'; break
      case 'totp_on': case 'totp_off': if (one !== undefined) one.totp = change.change === 'totp_on'; break
      default: // a password or a session, which the log says nothing more of
    }
  }
  const found = new Map(accounts.map(({ name, role, disabled, totp }) => [name, { role, disabled, totp }]))
  return [...new Set([...logged.keys(), ...found.keys()])].sort().flatMap((account): AccountFault[] => {
    const [says, is] = [logged.get(account) ?? null, found.get(account) ?? null]
    return says !== null && is !== null && says.role === is.role && says.disabled === is.disabled && says.totp === is.totp ? [] : [{ account, logged: says, found: is }]
  })
}
