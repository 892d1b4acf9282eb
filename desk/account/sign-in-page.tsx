// Signing in: name and password, and a code where the account asks for one.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SignedInAnswer } from '../../src/api/routes/sign-in.ts'
import { openSession, send } from '../ask.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { texts } from '../texts/texts.ts'
import { inWords } from '../in-words.ts'

/** The whole page while nobody is signed in. `ended`: somebody was, until now. */
export function SignInPage({ ended, done }: { ended: boolean, done: () => void }) {
  const [trouble, setTrouble] = useState<string | null>(null), [busy, setBusy] = useState(false), [needsCode, setNeedsCode] = useState(false)
  const form = useRef<HTMLFormElement>(null), code = useRef<HTMLInputElement>(null)
  useEffect(() => { document.title = `${texts.account.signIn} · ${texts.name}`; form.current?.querySelector('input')?.focus() }, [])
  useLayoutEffect(() => { if (needsCode) code.current?.focus() }, [needsCode])
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    try {
      await openSession() // another server may have been started since the page was loaded
      const { what } = await send<SignedInAnswer>('/api/sign-in', Object.fromEntries(new FormData(form.current!)))
      if (what === 'in') done()
      else setNeedsCode(true)
    } catch (error) {
      setTrouble(inWords(error))
      form.current?.querySelector<HTMLInputElement>(needsCode ? 'input[name=code]' : 'input[name=password]')?.select()
    } finally {
      setBusy(false)
    }
  }
  return <main class="sign-in pane">
    <h1>{texts.name}</h1>
    <p class="quiet">{ended ? texts.account.ended : texts.account.signInHelp}</p>
    <form class="sheet-form" ref={form} onSubmit={(event) => { void onSubmit(event) }}>
      <label>{texts.account.name}<input name="name" required maxLength={200} autocomplete="username" autocapitalize="none" spellcheck={false} /></label>
      <label>{texts.account.password}<input name="password" type="password" required maxLength={4000} autocomplete="current-password" /></label>
      {needsCode && <label>{texts.account.code}<input ref={code} name="code" required maxLength={100} autocomplete="one-time-code" autocapitalize="none" spellcheck={false} aria-describedby="code-help" /></label>}
      {needsCode && <p class="quiet" id="code-help">{texts.account.codeHelp}</p>}
      <p><button type="submit" class="main" disabled={busy}>{busy ? texts.account.signingIn : texts.account.signIn}</button></p>
    </form>
    <p class="note" role="alert" hidden={trouble === null}>{trouble}</p>
    <p><LanguageSwitch /></p>
  </main>
}
