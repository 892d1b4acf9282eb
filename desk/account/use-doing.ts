import { useState } from 'preact/hooks'
import { recordChanged } from '../ask.ts'
import { inWords } from '../in-words.ts'

/** Does one thing at a time, says what went wrong or what was done, and asks anew what is shown. */
export function useDoing(): { busy: boolean, trouble: string | null, done: string | null, run: (work: () => Promise<string | null>) => void } {
  const [state, set] = useState<{ busy: boolean, trouble: string | null, done: string | null }>({ busy: false, trouble: null, done: null })
  const run = (work: () => Promise<string | null>): void => {
    set({ busy: true, trouble: null, done: null })
    work().then((done) => { set({ busy: false, trouble: null, done }); recordChanged() }, (error: unknown) => { set({ busy: false, trouble: inWords(error), done: null }) })
  }
  return { ...state, run }
}
