// Changing an account: kept with its entry in the log, whose head is told elsewhere as that of a decision is.
import type { AccountChange } from '../model/account.ts'
import { headLine } from '../review/chain.ts'
import type { AccountChanged, AccountRefusal } from '../store/accounts.ts'
import { appendLine } from '../store/head-file.ts'
import type { Store } from '../store/store.ts'

/** As AccountChanged; `headTrouble`: the change is kept, and why the log's head could not be written elsewhere. */
export type ChangedAccount = (Extract<AccountChanged, { done: true }> & { headTrouble: string | null }) | Extract<AccountChanged, { done: false }>

/** Makes the change, signed by `by`; nothing is kept where it is refused. */
export async function changeAccount(store: Store, change: AccountChange, { by, headFile = null }: { by: string, headFile?: string | null }): Promise<ChangedAccount> {
  const changed = await store.accounts.change(change, by)
  if (!changed.done) return changed
  const { entry } = changed
  const headTrouble = headFile === null ? null : await appendLine(headFile, headLine(entry, entry.at)).then(() => null, (error: unknown) => (error instanceof Error ? error.message : String(error)))
  return { ...changed, headTrouble }
}

/** Why a change was not made, in words, and what to do next. */
export function accountRefusalWords(why: AccountRefusal, account: string): { message: string, next: string } {
  switch (why) {
    case 'exists': return { message: `There is an account "${account}" already.`, next: 'Choose another name; accounts are never taken away, for decisions are signed with them.' }
    case 'no_such_account': return { message: `There is no account "${account}".`, next: '"dateline account list" lists them.' }
    case 'no_such_session': return { message: `${account} has no such session.`, next: '"dateline account sessions" lists them.' }
    case 'last_admin': return { message: `${account} is the only admin, and nobody could run the desk afterwards.`, next: 'Make somebody else an admin first.' }
    case 'first_admin': return { message: 'The first account has to be an admin\'s, or nobody could run the desk.', next: 'Add it with the role "admin".' }
    case 'nothing_to_do': return { message: `Nothing had to be changed for ${account}.`, next: '' }
  }
}
