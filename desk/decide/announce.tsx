// What happened, read aloud where a screen is read aloud, and shown for a while.
import { useEffect, useState } from 'preact/hooks'

const SHOWN_MS = 8000
let say: (words: string) => void = () => undefined

/** Tells what happened. The same words said again are read again. */
export const announce = (words: string): void => { say(words) }

export function Announcements() {
  const [said, set] = useState({ words: '', n: 0 })
  say = (words) => { set((before) => ({ words, n: before.n + 1 })) }
  useEffect(() => {
    if (said.words === '') return
    const timer = setTimeout(() => { set((now) => (now.n === said.n ? { words: '', n: now.n } : now)) }, SHOWN_MS)
    return () => { clearTimeout(timer) }
  }, [said.n])
  return <p class="announced" role="status" aria-live="polite" aria-atomic="true"><span key={said.n}>{said.words}</span></p>
}
