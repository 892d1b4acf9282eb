// A native dialog: it keeps the focus within, Escape closes it, and the focus goes back to where it was.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { texts } from '../texts/texts.ts'

export function Dialog({ title, close, children }: { title: string, close: () => void, children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current!, before = document.activeElement
    element.showModal()
    const first = element.querySelector<HTMLElement>('[data-first]') ?? element.querySelector<HTMLElement>('form :is(input, select, textarea):not([type=hidden])')
    first?.focus()
    return () => {
      if (element.open) element.close()
      // what had it may have gone while the dialog was open: the row that one is at has it then
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.querySelector<HTMLElement>('.queue-list a[aria-current=true]')
      back?.focus({ preventScroll: true })
    }
  }, [])
  return <dialog ref={dialog} class="decide" aria-labelledby="dialog-title" onClose={close} onCancel={(event) => { event.preventDefault(); close() }} onClick={(event) => { if (event.target === dialog.current) close() }}>
    <div class="dialog-body">
      <p class="dialog-head"><b id="dialog-title">{title}</b><button type="button" class="plain" onClick={close}>{texts.close} <kbd aria-hidden="true">Esc</kbd></button></p>
      {children}
    </div>
  </dialog>
}
