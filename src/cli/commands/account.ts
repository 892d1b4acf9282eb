import { ROLES, type AccountChange, type Role } from '../../model/account.ts'
import type { Store } from '../../store/store.ts'
import { DATA_OPTION, EXIT, JSON_OPTION, UserError, type Command, type Io, type ParsedArgs } from '../command.ts'
import { nearest } from '../nearest.ts'
import { personNamed } from '../person.ts'
import { safe } from '../terminal.ts'

const USES = {
  add: ['NAME --role ROLE', 'make an account; the password is asked for'],
  list: ['', 'list accounts with their roles'],
  role: ['NAME ROLE', 'give it another role, from its next request on'],
  password: ['NAME', 'give it another password; its sessions end'],
  totp: ['NAME [--off]', 'ask for one-time codes, or no more (a lost phone)'],
  disable: ['NAME', 'let nobody sign in with it'],
  enable: ['NAME', 'let it sign in again'],
  sessions: ['[NAME]', 'list where accounts are signed in'],
  revoke: ['NAME [SESSION]', 'end one session, or all of them and forget the devices'],
} as const
type Use = keyof typeof USES

/** `account WHAT …`. */
export const command: Command = {
  name: 'account',
  summary: 'Accounts of the desk: who may read, decide, publish and run it',
  usage: 'WHAT …',
  about: `${Object.entries(USES).map(([use, [takes, does]]) => `  account ${`${use} ${takes}`.padEnd(26)} ${does}`).join('\n')}

Roles: a reader reads; an analyst adds and decides; an editor publishes; an admin runs the desk and its accounts. Decisions at the desk are signed with the account.

A password is typed on the terminal without being shown, or stands on the first line of standard input; it is never an argument. Every change goes into the log that "dateline verify" checks. Accounts are disabled, never taken away, for decisions are signed with them. The first account has to be an admin's; once there is one, whoever opens the desk signs in, at this machine too (unless "local_without_sign_in" in settings.json says otherwise).`,
  options: [
    { name: 'role', value: 'ROLE', choices: ROLES, summary: 'what it may do; without: analyst' },
    { name: 'off', summary: 'of totp: ask for no codes any more' },
    { name: 'by', value: 'NAME', summary: 'who does it (else $DATELINE_BY, else your user name)' },
    DATA_OPTION, JSON_OPTION,
  ],
  operands: { min: 1, max: 3 },
  examples: ['dateline account add ada --role admin', 'dateline account list', 'dateline account role bo editor', 'dateline account revoke bo'],
  async run(args, io) {
    const [what, ...operands] = args.positionals as [string, ...string[]]
    if (!Object.hasOwn(USES, what)) {
      const meant = nearest(what, Object.keys(USES))
      throw new UserError(`Nothing is done with accounts by "${safe(what)}".`, `${meant === null ? '' : `Did you mean ${meant}? `}It is one of: ${Object.keys(USES).join(', ')}.`)
    }
    const use = what as Use, [{ withStore }, folder] = [await import('../open-store.ts'), args.data()]
    if (!folder.exists && use !== 'add') throw new UserError(`Nothing is kept in ${safe(folder.path)} yet, so there are no accounts.`, 'Make one with "dateline account add NAME --role admin", or name the folder with --data DIR.')
    if (use === 'list') return withStore(folder, 'read', io, (store) => printAccounts(store, args, io))
    if (use === 'sessions') return withStore(folder, 'read', io, (store) => printSessions(store, operands[0], args, io))
    const name = await accountNamed(operands[0])
    return withStore(folder, 'write', io, async (store) => {
      const made = await changeAsked(use, name, operands[1], store, args, io)
      const { changeAccount, accountRefusalWords } = await import('../../pipeline/accounts.ts'), { readSettings } = await import('../../store/settings.ts')
      const person = personNamed(io.env, args.text('by')), by = person === null ? 'command line' : `${person} (command line)`
      const settings = await readSettings(folder.path)
      const changed = await changeAccount(store, made.change, { by, headFile: settings.settings.log.head_file })
      if (!changed.done) {
        const { message, next } = accountRefusalWords(changed.why, name)
        throw new UserError(message, next, EXIT.trouble)
      }
      if (changed.headTrouble !== null) io.note(`It is done, but the log's new head could not be written elsewhere: ${safe(changed.headTrouble)}`)
      if (args.flag('json')) await io.json({ entry: changed.entry.seq, by: changed.entry.by, ...(changed.entry.body as object), ...(made.codes === undefined ? {} : { recovery: made.codes }) })
      else {
        await io.line(made.said)
        for (const code of made.codes ?? []) await io.line(`  ${code}`)
      }
      await warnOfReaders(folder.path, io)
      return EXIT.ok
    })
  },
}

async function accountNamed(typed: string | undefined): Promise<string> {
  if (typed === undefined) throw new UserError('Which account is missing.', 'Name it: dateline account WHAT NAME.')
  const { ACCOUNT_NAME } = await import('../../review/account-name.ts'), parsed = ACCOUNT_NAME.safeParse(typed)
  if (!parsed.success) throw new UserError(`"${safe(typed)}" is no name for an account.`, 'A name has 2 to 40 small letters, digits, dots, dashes or underscores, and begins and ends with a letter or digit.')
  return parsed.data
}

interface Made {
  change: AccountChange
  said: string
  /** Recovery codes, to be shown this once. */
  codes?: string[]
}

async function changeAsked(use: Exclude<Use, 'list' | 'sessions'>, account: string, second: string | undefined, store: Store, args: ParsedArgs, io: Io): Promise<Made> {
  const there = await store.accounts.find(account)
  const known = (): void => { if (there === null) throw new UserError(`There is no account "${account}".`, '"dateline account list" lists them.') }
  switch (use) {
    case 'add': {
      const role = (args.text('role') ?? 'analyst') as Role
      if (there !== null) throw new UserError(`There is an account "${account}" already.`, 'Choose another name.')
      if (role !== 'admin' && !await store.accounts.any()) throw new UserError('The first account has to be an admin\'s, or nobody could run the desk.', `dateline account add ${account} --role admin`)
      return { change: { change: 'add', account, role, password: await newPassword(account, io), mustChange: false }, said: `${account} is an account now, as ${role}.` }
    }
    case 'role': {
      if (second === undefined || !(ROLES as readonly string[]).includes(second)) throw new UserError(second === undefined ? 'Which role is missing.' : `There is no role "${safe(second)}".`, `It is one of: ${ROLES.join(', ')}.`)
      return { change: { change: 'role', account, role: second as Role }, said: `${account} is ${second} from the next request on.` }
    }
    case 'password':
      known()
      return { change: { change: 'password', account, password: await newPassword(account, io), mustChange: false, keepSession: null, keepDevice: null }, said: `${account} has another password; its sessions have ended.` }
    case 'totp': {
      known()
      if (args.flag('off')) return { change: { change: 'totp_off', account }, said: `${account} is asked for no one-time codes any more.` }
      return confirmedTotp(account, io)
    }
    case 'disable': return { change: { change: 'disable', account }, said: `Nobody can sign in as ${account}; its sessions have ended.` }
    case 'enable': return { change: { change: 'enable', account }, said: `${account} can sign in again.` }
    case 'revoke': return { change: { change: 'revoke', account, session: second ?? null }, said: second === undefined ? `${account} is signed out everywhere, and its devices are forgotten.` : `That session of ${account} has ended.` }
  }
}

async function newPassword(account: string, io: Io): Promise<string> {
  const { hashPassword, passwordFault } = await import('../../review/password.ts')
  const password = await io.secret(`Password for ${account}: `), fault = passwordFault(password, account)
  if (fault !== null) throw new UserError(fault, io.stdinIsTty ? 'Run it again with another.' : 'It is read from the first line of standard input.')
  if (io.stdinIsTty && await io.secret('Once more: ') !== password) throw new UserError('The two are not alike, and nothing was changed.', 'Run it again.')
  return hashPassword(password)
}

async function confirmedTotp(account: string, io: Io): Promise<Made> {
  const { newRecoveryCodes, newTotpSecret, otpauth, totpStep } = await import('../../review/totp.ts')
  const secret = newTotpSecret()
  io.note(`The key of ${account}, for an authenticator app: ${secret}\n${otpauth(secret, account)}`)
  const step = totpStep(secret, await io.secret('The code that the app shows now: '), Date.now())
  if (step === null) throw new UserError('That code does not fit, and nothing was changed.', 'See that the clocks of phone and machine are right, and run it again.')
  const { codes, hashes } = newRecoveryCodes()
  return { change: { change: 'totp_on', account, secret, recovery: hashes, step }, said: `${account} is asked for a one-time code from now on. Codes for a lost phone, each good once; they are not shown again:`, codes }
}

async function printAccounts(store: Store, args: ParsedArgs, io: Io): Promise<number> {
  const accounts = await store.accounts.list()
  if (args.flag('json')) for (const account of accounts) await io.json(account)
  else if (accounts.length === 0) await io.line('There are no accounts: whoever sits at this machine may do everything, and no other machine can reach the desk.')
  else await io.table(accounts.map(({ name, role, disabled, mustChange, totp, createdAt }) => [name, role, disabled ? 'disabled' : mustChange ? 'has to change the password' : '', totp ? 'one-time codes' : '', createdAt.slice(0, 10)]), { head: ['name', 'role', '', '', 'since'] })
  return EXIT.ok
}

async function printSessions(store: Store, typed: string | undefined, args: ParsedArgs, io: Io): Promise<number> {
  const sessions = await store.accounts.sessions(typed === undefined ? undefined : await accountNamed(typed))
  const moment = (at: number): string => new Date(at).toISOString()
  if (args.flag('json')) for (const { createdAt, seenAt, ...session } of sessions) await io.json({ ...session, createdAt: moment(createdAt), seenAt: moment(seenAt) })
  else if (sessions.length === 0) await io.line('Nobody is signed in.')
  else await io.table(sessions.map(({ account, id, createdAt, seenAt, address, agent }) => [account, id, moment(createdAt).slice(0, 16), moment(seenAt).slice(0, 16), address, agent]), { head: ['account', 'session', 'since', 'last seen', 'from', 'browser'] })
  return EXIT.ok
}

/** The store holds hashes of passwords now. */
async function warnOfReaders(folder: string, io: Io): Promise<void> {
  if (process.platform === 'win32') return
  const [{ stat }, { join }] = await Promise.all([import('node:fs/promises'), import('node:path')])
  const [inside, file] = await Promise.all([stat(folder), stat(join(folder, 'store.sqlite'))])
  if ((inside.mode & 0o005) !== 0 && (file.mode & 0o004) !== 0) io.note(`Everybody with an account on this machine can read ${safe(folder)}, which holds hashes of passwords now. To keep others out: chmod o-rwx ${safe(folder)}`)
}
