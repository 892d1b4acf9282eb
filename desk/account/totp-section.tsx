// One-time codes of one's own account: a key for an app, to be scanned or typed, confirmed by its first code; recovery codes shown once.
import { useRef, useState } from 'preact/hooks'
import type { NewTotpAnswer, OneAccountAnswer, RecoveryAnswer } from '../../src/api/routes/accounts.ts'
import { send } from '../ask.ts'
import { later } from '../later.tsx'
import { texts } from '../texts/texts.ts'
import { Outcome } from './outcome.tsx'
import { useDoing } from './use-doing.ts'

const words = texts.account
const QrCode = later(async () => (await import('./qr-code.tsx')).QrCode)

export function TotpSection({ account: { name, totp }, recoveryCodes }: { account: OneAccountAnswer['account'], recoveryCodes: number }) {
  const { busy, trouble, done, run } = useDoing()
  const [key, setKey] = useState<NewTotpAnswer | null>(null), [codes, setCodes] = useState<string[] | null>(null)
  const form = useRef<HTMLFormElement>(null), base = `/api/accounts/${encodeURIComponent(name)}/totp`
  const typed = (field: string): string => String(new FormData(form.current!).get(field) ?? '')
  const step = (work: () => Promise<string | null>) => (event: Event): void => { event.preventDefault(); run(work) }
  const begin = step(async () => { setKey(await send<NewTotpAnswer>(`${base}/begin`, { password: typed('password') })); return null })
  const confirm = step(async () => { setCodes((await send<RecoveryAnswer>(`${base}/confirm`, { code: typed('code') })).codes); setKey(null); return words.totpOn })
  const off = step(async () => { await send(`${base}/off`, { password: typed('password') }); setCodes(null); return words.totpOff })
  const copy = (secret: string) => (): void => { run(async () => { await navigator.clipboard.writeText(secret); return words.copied }) }
  return <section><h2>{words.totp}</h2>
    <p class="quiet">{totp ? words.totpIsOn(recoveryCodes) : words.totpHelp}</p>
    {codes !== null && <div class="once"><p>{words.recovery}</p><ul class="codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul></div>}
    {key === null
      ? <form class="sheet-form" key="password" ref={form} onSubmit={totp ? off : begin}>
        <label>{words.password}<input name="password" type="password" required autocomplete="current-password" /></label>
        <p><button type="submit" disabled={busy}>{totp ? words.totpTurnOff : words.totpTurnOn}</button></p>
      </form>
      : <form class="sheet-form" key="code" ref={form} onSubmit={confirm}>
        <p>{words.totpKey}</p>
        <QrCode text={key.address} label={words.totpQr} />
        <p>{words.totpByHand}</p>
        <p class="key"><code>{key.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code> <button type="button" class="plain" onClick={copy(key.secret)}>{words.copy}</button></p>
        <p><a href={key.address}>{words.totpLink}</a></p>
        <label>{words.totpFirst}<input name="code" required maxLength={20} inputMode="numeric" autocomplete="one-time-code" /></label>
        <p><button type="submit" class="main" disabled={busy}>{words.totpConfirm}</button></p>
      </form>}
    <Outcome trouble={trouble} done={done} />
  </section>
}
