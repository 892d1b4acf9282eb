// The sentence behind a number: shown on hovering and on focus, for every door on the page.
import { READ_AS } from './words.ts'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SentenceAnswer } from '../src/api/schemas/shared.ts'

/** What a door says: who, what, and the words. */
export interface Said {
  what: string
  who: string
  sentence: SentenceAnswer | null
  /** Of the sentence. */
  lang?: string | undefined
  note?: string
}

let show: (said: { said: Said, at: DOMRect } | null) => void = () => undefined

const HOVER_MS = 90

/** A link to the words of a number. */
export function Door({ href, said, label, kind = 'door', children, quiet = false }: { href: string, said: Said, label: string, kind?: string, children?: ComponentChildren, quiet?: boolean }) {
  const timer = useRef(0)
  const open = (event: { currentTarget: EventTarget | null }): void => { show({ said, at: (event.currentTarget as Element).getBoundingClientRect() }) }
  const close = (): void => { clearTimeout(timer.current); show(null) }
  useEffect(() => close, [])
  return <a class={kind} href={href} aria-label={label} tabIndex={quiet ? -1 : undefined}
    onPointerEnter={(event) => { if (event.pointerType === 'mouse') { const { currentTarget } = event; timer.current = window.setTimeout(() => { open({ currentTarget }) }, HOVER_MS) } }}
    onPointerLeave={close} onFocus={(event) => { if ((event.currentTarget as Element).matches(':focus-visible')) open(event) }} onBlur={close} onClick={close}>{children}</a>
}

/** A claim's words in their sentence. */
export function Sentence({ sentence, lang }: { sentence: SentenceAnswer, lang?: string | undefined }) {
  return <q lang={lang ?? READ_AS}>{sentence.before}<em>{sentence.words}</em>{sentence.after}</q>
}

export function Tip() {
  const [shown, set] = useState<{ said: Said, at: DOMRect } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  show = set
  useEffect(() => {
    const hide = (event: Event): void => { if (!(event instanceof KeyboardEvent) || event.key === 'Escape') set(null) }
    addEventListener('scroll', hide, true)
    addEventListener('keydown', hide)
    return () => { removeEventListener('scroll', hide, true); removeEventListener('keydown', hide) }
  }, [])
  useLayoutEffect(() => {
    const tip = box.current
    if (tip === null || shown === null) return
    const { at } = shown
    tip.style.left = `${Math.max(8, Math.min(innerWidth - tip.offsetWidth - 12, at.left))}px`
    tip.style.top = `${at.bottom + 6 + tip.offsetHeight > innerHeight ? Math.max(8, at.top - tip.offsetHeight - 6) : at.bottom + 6}px`
  }, [shown])
  if (shown === null) return null
  const { said } = shown
  return <div class="tip" ref={box} aria-hidden="true"><p><b>{said.what}</b> {said.who}</p>{said.sentence !== null && <Sentence sentence={said.sentence} lang={said.lang} />}{said.note !== undefined && said.note !== '' && <p class="quiet">{said.note}</p>}</div>
}
