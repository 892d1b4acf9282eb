// Adding: a text that is pasted, files that are dropped; both are seen being read.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { IntakeAnswer, IntakeStateAnswer } from '../../src/api/routes/intake.ts'
import { toReport } from '../address.ts'
import { send, useAsk } from '../ask.ts'
import { useLive } from '../live.ts'
import { inWords } from '../in-words.ts'
import { texts } from '../texts/texts.ts'

export function AddView() {
  const { answer } = useAsk<IntakeAnswer>('/api/intake'), { intake } = useLive()
  const [trouble, setTrouble] = useState<string | null>(null)
  const tell = (error: unknown): void => { setTrouble(inWords(error)) }
  const pieces = [...new Map([...answer?.pieces ?? [], ...intake.values()].map((piece) => [piece.id, intake.get(piece.id) ?? piece])).values()]
  const fresh = pieces.filter((piece) => !(answer?.pieces ?? []).some((known) => known.id === piece.id)).reverse()
  const listed = [...fresh, ...pieces.filter((piece) => !fresh.includes(piece))]
  if (answer !== null && !answer.able) return <p class="empty">{texts.add.unable}</p>
  return <div class="view add">
    <h1>{texts.add.title}</h1>
    <p class="quiet">{texts.add.help}</p>
    {trouble !== null && <p class="note" role="alert">{trouble}</p>}
    {answer?.fetches === true && <Link tell={tell} clear={() => { setTrouble(null) }} />}
    <div class="ways"><Paste tell={tell} clear={() => { setTrouble(null) }} /><Files tell={tell} clear={() => { setTrouble(null) }} /></div>
    {listed.length > 0 && <section><h2>{texts.add.recent}</h2><ul class="rows pieces" aria-live="polite">{listed.map((piece) => <Piece key={piece.id} piece={piece} />)}</ul></section>}
  </div>
}

function Link({ tell, clear }: { tell: (error: unknown) => void, clear: () => void }) {
  const onSubmit = (event: Event): void => {
    event.preventDefault()
    clear()
    const form = event.currentTarget as HTMLFormElement
    send<IntakeAnswer>('/api/intake/link', { url: String(new FormData(form).get('link') ?? '').trim() }).then(() => { form.reset() }, tell)
  }
  return <form class="link" onSubmit={onSubmit} autocomplete="off"><h2>{texts.add.link}</h2>
    <div class="link-row"><label class="unseen" for="link">{texts.add.url}</label><input id="link" name="link" type="url" required maxLength={8192} placeholder="https://" /><button type="submit" class="main">{texts.add.fetch}</button></div>
    <p class="quiet">{texts.add.linkHelp}</p></form>
}

function Paste({ tell, clear }: { tell: (error: unknown) => void, clear: () => void }) {
  const form = useRef<HTMLFormElement>(null), [busy, setBusy] = useState(false)
  const onSubmit = (event: Event): void => {
    event.preventDefault()
    clear()
    setBusy(true)
    const given = Object.fromEntries([...new FormData(form.current!)].filter(([, value]) => typeof value === 'string' && value.trim() !== ''))
    send<IntakeAnswer>('/api/intake/text', given).then(() => { form.current!.reset() }, tell).finally(() => { setBusy(false) })
  }
  return <form class="paste" ref={form} onSubmit={onSubmit}>
    <h2>{texts.add.paste}</h2>
    <label>{texts.add.text}<textarea name="text" required rows={10} maxLength={2_000_000} /></label>
    <div class="fields"><label>{texts.add.heading}<input name="title" maxLength={1000} /></label><label>{texts.add.outlet}<input name="outlet" maxLength={300} /></label><label>{texts.add.published}<input name="published" maxLength={40} pattern="\d{4}-\d{2}-\d{2}.*" /></label><label>{texts.add.url}<input name="url" type="url" maxLength={2000} /></label></div>
    <p><button type="submit" class="main" disabled={busy}>{texts.add.read}</button></p>
  </form>
}

function Files({ tell, clear }: { tell: (error: unknown) => void, clear: () => void }) {
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined): void => {
    if (files === null || files === undefined || files.length === 0) return
    clear()
    const form = new FormData()
    for (const file of files) form.append('file', file, file.name)
    send<IntakeAnswer>('/api/intake/files', form).catch(tell)
  }
  useEffect(() => {
    const stop = (event: DragEvent): void => { event.preventDefault() } // a file dropped beside the field must not replace the page
    addEventListener('dragover', stop)
    addEventListener('drop', stop)
    return () => { removeEventListener('dragover', stop); removeEventListener('drop', stop) }
  }, [])
  return <div class={`drop${over ? ' over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => { setOver(false) }} onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer?.files) }}>
    <h2>{over ? texts.add.drop : texts.add.files}</h2>
    <label class="choose">{texts.add.choose}<input type="file" multiple onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = '' }} /></label>
  </div>
}

function Piece({ piece }: { piece: IntakeStateAnswer }) {
  return <li class={piece.state}><span class="state">{texts.add.states[piece.state]}</span> <b>{piece.name}</b>{piece.trouble !== null && <span class="quiet"> {texts.trouble(piece.trouble.code, piece.trouble.message)}</span>}
    {piece.added.map((added) => <span class="added" key={`${added.doc}${added.version}`}> {added.id === null ? added.doc : <a href={toReport(added.id)}>{added.doc}</a>} <span class="quiet">{texts.add.what[added.what]}{added.what === 'unread' ? '' : `, ${texts.add.claims(added.claims)}`}</span></span>)}</li>
}
