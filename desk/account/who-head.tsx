// Who is signed in, at the head of every page, with the way out.
import { send, signedOut, theSession } from '../ask.ts'
import { texts } from '../texts/texts.ts'

export function WhoHead() {
  const { name, role, account } = theSession()
  if (!account) return null
  const leave = (): void => { send('/api/sign-out', {}).catch(() => undefined).finally(() => { signedOut(false) }) }
  return <p class="who">{role === 'admin' && <a href="/accounts">{texts.account.accounts}</a>}<a href="/account" aria-label={texts.account.signedInAs(name)}>{name}</a><button class="plain" onClick={leave}>{texts.account.signOut}</button></p>
}
