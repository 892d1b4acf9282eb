// Views that are seen now and then: their scripts are loaded when they are.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { texts } from './texts/texts.ts'

/** A component whose script is fetched when it is first drawn; its room is kept meanwhile. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function Later(props: Props) {
    const [failed, setFailed] = useState(false), [, draw] = useState(0)
    useEffect(() => {
      if (loaded === null) load().then((component) => { loaded = component; draw(1) }, () => { setFailed(true) })
    }, [])
    if (loaded !== null) { const Loaded = loaded; return <Loaded {...props} /> }
    return failed ? <p class="empty" role="alert">{texts.offline}</p> : <div class="skeleton" aria-busy="true" aria-label={texts.loading}><i /><i /><i /><i /></div>
  }
}
