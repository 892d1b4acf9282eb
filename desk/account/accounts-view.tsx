// All accounts, for admins: make one, give another role, a first password, disable, end sessions.
import { useRef, useState } from 'preact/hooks'
import type { AccountsAnswer, NewPasswordAnswer } from '../../src/api/routes/accounts.ts'
import type { Role } from '../../src/model/account.ts'
import { send, theSession, useAsk } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { Outcome } from './outcome.tsx'
import { useDoing } from './use-doing.ts'

const words = texts.account
const ROLES = Object.keys(words.roles) as Role[]
type Account = AccountsAnswer['accounts'][number]

/** A first password is shown this once. */
interface First {
  name: string
  password: string
}

export function AccountsView() {
  const asked = useAsk<AccountsAnswer>('/api/accounts'), [first, setFirst] = useState<First | null>(null)
  if (asked.answer === null) return <Missing asked={asked} />
  const { accounts } = asked.answer
  return <div class="view account">
    <h1>{words.accounts}</h1>
    {accounts.length === 0 ? <p class="empty">{words.none}</p> : <>
      <p class="quiet">{words.accountsHelp}</p>
      {first !== null && <div class="once" role="status"><p>{words.first(first.name)}</p><p class="key"><code>{first.password}</code></p></div>}
      <div class="wide" tabIndex={0} role="group" aria-label={words.accounts}><table class="plain-table accounts"><thead><tr><th scope="col">{words.name}</th><th scope="col">{words.role}</th><th scope="col">{words.state}</th><th scope="col" class="n">{words.sessionsShort}</th><th scope="col"><span class="unseen">{words.does}</span></th></tr></thead>
        <tbody>{accounts.map((account) => <Row key={account.name} account={account} first={setFirst} />)}</tbody></table></div>
      <NewAccount first={setFirst} />
    </>}
  </div>
}

function Row({ account, first }: { account: Account, first: (shown: First) => void }) {
  const { busy, trouble, run } = useDoing(), { name } = account, own = name === theSession().name
  const base = `/api/accounts/${encodeURIComponent(name)}`
  const post = (what: string, body: object = {}) => (): void => { run(async () => { await send(`${base}/${what}`, body); return null }) }
  const reset = (): void => { run(async () => { const { password } = await send<NewPasswordAnswer>(`${base}/password`, {}); if (password !== null) first({ name, password }); return null }) }
  return <>
    <tr class={account.disabled ? 'disabled' : ''}>
      <th scope="row">{name}</th>
      <td><select aria-label={words.roleOf(name)} value={account.role} disabled={busy} onChange={(event) => { post('role', { role: event.currentTarget.value })() }}>{ROLES.map((role) => <option key={role} value={role}>{words.roleNames[role]}</option>)}</select></td>
      <td>{[account.disabled ? words.disabled : account.mustChange ? words.hasToChange : '', account.totp ? words.withCodes : ''].filter((part) => part !== '').join(', ')}</td>
      <td class="n">{account.sessions}</td>
      <td class="does">
        {own ? <a href="/account">{words.own}</a> : <>
          <button class="plain" disabled={busy} onClick={reset}>{words.reset}<span class="unseen"> {name}</span></button>
          {account.totp && <button class="plain" disabled={busy} onClick={post('totp/off')}>{words.totpTurnOff}<span class="unseen"> {name}</span></button>}
          {account.sessions > 0 && <button class="plain" disabled={busy} onClick={post('sessions/revoke')}>{words.revokeTheirs}<span class="unseen"> {name}</span></button>}
          <button class="plain" disabled={busy} onClick={post(account.disabled ? 'enable' : 'disable')}>{account.disabled ? words.enable : words.disable}<span class="unseen"> {name}</span></button>
        </>}
      </td>
    </tr>
    {trouble !== null && <tr><td colSpan={5}><p class="note" role="alert">{trouble}</p></td></tr>}
  </>
}

function NewAccount({ first }: { first: (shown: First) => void }) {
  const form = useRef<HTMLFormElement>(null), { busy, trouble, done, run } = useDoing()
  const onSubmit = (event: Event): void => {
    event.preventDefault()
    const { account, role } = Object.fromEntries(new FormData(form.current!)) as Record<string, string>
    run(async () => {
      const { password } = await send<NewPasswordAnswer>('/api/accounts', { account, role })
      if (password !== null) first({ name: account!, password })
      form.current!.reset()
      return null
    })
  }
  return <section><h2>{words.make}</h2>
    <form class="sheet-form" ref={form} onSubmit={onSubmit}>
      <label>{words.name}<input name="account" required minLength={2} maxLength={40} autocomplete="off" autocapitalize="none" spellcheck={false} /></label>
      <label>{words.role}<select name="role">{ROLES.map((role) => <option key={role} value={role} selected={role === 'analyst'}>{words.roles[role]}</option>)}</select></label>
      <p><button type="submit" class="main" disabled={busy}>{words.make}</button></p>
      <Outcome trouble={trouble} done={done} />
    </form>
  </section>
}
