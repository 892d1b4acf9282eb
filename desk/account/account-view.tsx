// One's own account, or for admins another's: password, one-time codes, where it is signed in.
import { useRef } from 'preact/hooks'
import type { NewPasswordAnswer, OneAccountAnswer } from '../../src/api/routes/accounts.ts'
import { send, theSession, useAsk } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { momentInWords } from './in-words.ts'
import { Outcome } from './outcome.tsx'
import { TotpSection } from './totp-section.tsx'
import { useDoing } from './use-doing.ts'
import { WhoHead } from './who-head.tsx'

const words = texts.account

export function AccountView() {
  const { name, account } = theSession()
  if (!account) return <div class="view account"><h1>{words.title(name)}</h1><p class="quiet">{words.local}</p></div>
  return <OwnAccount name={name} />
}

/** All there is until a first password was replaced by one's own. */
export function FirstPassword() {
  return <><header class="top"><span class="name">{texts.name}</span><WhoHead /></header><main class="panes one"><section class="pane overview"><AccountView /></section></main></>
}

function OwnAccount({ name }: { name: string }) {
  const asked = useAsk<OneAccountAnswer>(`/api/accounts/${encodeURIComponent(name)}`), { mustChange, role } = theSession()
  if (asked.answer === null) return <Missing asked={asked} />
  const { account, sessions, recoveryCodes } = asked.answer
  return <div class="view account">
    <h1>{words.title(account.name)}</h1>
    <p class="quiet">{words.roles[role]}</p>
    {mustChange && account.mustChange && <p class="note" role="status">{words.mustChange}</p>}
    <PasswordForm name={account.name} />
    {!account.mustChange && <TotpSection account={account} recoveryCodes={recoveryCodes} />}
    <Sessions name={account.name} sessions={sessions} />
  </div>
}

function PasswordForm({ name }: { name: string }) {
  const form = useRef<HTMLFormElement>(null), { busy, trouble, done, run } = useDoing()
  const onSubmit = (event: Event): void => {
    event.preventDefault()
    const { current, next, again } = Object.fromEntries(new FormData(form.current!)) as Record<string, string>
    run(async () => {
      if (next !== again) return Promise.reject(new Error(words.notAlike))
      await send<NewPasswordAnswer>(`/api/accounts/${encodeURIComponent(name)}/password`, { current, next })
      form.current!.reset()
      if (theSession().mustChange) location.assign('/')
      return words.passwordChanged
    })
  }
  return <section><h2>{words.changePassword}</h2>
    <form class="sheet-form" ref={form} onSubmit={onSubmit}>
      <input class="unseen" name="username" autocomplete="username" value={name} readOnly tabIndex={-1} aria-hidden="true" />
      <label>{words.current}<input name="current" type="password" required autocomplete="current-password" /></label>
      <label>{words.next}<input name="next" type="password" required minLength={12} autocomplete="new-password" aria-describedby="password-help" /></label>
      <label>{words.again}<input name="again" type="password" required minLength={12} autocomplete="new-password" /></label>
      <p class="quiet" id="password-help">{words.passwordHelp}</p>
      <p><button type="submit" class="main" disabled={busy}>{words.changePassword}</button></p>
      <Outcome trouble={trouble} done={done} />
    </form>
  </section>
}

function Sessions({ name, sessions }: { name: string, sessions: OneAccountAnswer['sessions'] }) {
  const { busy, trouble, done, run } = useDoing(), base = `/api/accounts/${encodeURIComponent(name)}/sessions`
  return <section><h2>{words.sessions}</h2>
    <div class="wide" tabIndex={0} role="group" aria-label={words.sessions}><table class="plain-table"><thead><tr><th scope="col">{words.since}</th><th scope="col">{words.lastSeen}</th><th scope="col">{words.from}</th><th scope="col">{words.browser}</th><th scope="col"><span class="unseen">{words.revoke}</span></th></tr></thead>
      <tbody>{sessions.map((session) => <tr key={session.id}>
        <th scope="row">{momentInWords(session.createdAt)}</th><td>{momentInWords(session.seenAt)}</td><td>{session.address}</td><td class="agent">{session.agent}</td>
        <td>{session.own ? words.thisOne : <button class="plain" disabled={busy} onClick={() => { run(async () => { await send(`${base}/${session.id}/revoke`, {}); return words.revoked }) }}>{words.revoke}<span class="unseen"> {momentInWords(session.createdAt)}</span></button>}</td>
      </tr>)}</tbody></table></div>
    <p><button disabled={busy} onClick={() => { run(async () => { await send(`${base}/revoke`, {}); return null }) }}>{words.revokeAll}</button></p>
    <Outcome trouble={trouble} done={done} />
  </section>
}
