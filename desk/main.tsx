// The desk: opened once the session is there, and somebody signed in where that is asked for.
import './ahead.ts'
import { render } from 'preact'
import { App } from './app.tsx'
import { onSignedOut, openSession } from './ask.ts'
import { listen, stopListening } from './live.ts'
import './styles/base.css'
import './styles/now.css'
import './styles/incident.css'
import './styles/report.css'
import './styles/views.css'
import './styles/decide.css'
import './styles/account.css'
import './styles/print.css'

const root = document.getElementById('desk')!

// the theme that maps and charts were drawn in: paper is light whatever it was, and asks before it is one
const dark = matchMedia('(prefers-color-scheme: dark)')
const tellTheme = (): void => { if (!matchMedia('print').matches) document.documentElement.classList.toggle('in-dark', dark.matches) }
dark.addEventListener('change', tellTheme)
tellTheme()

/** Asks who is here until the server answers; then the desk, or signing in first. */
async function start(ended = false): Promise<void> {
  let session
  try {
    session = await openSession()
  } catch {
    setTimeout(() => { void start(ended) }, 1000)
    return
  }
  if (session.name === null) { const { SignInPage } = await import('./account/sign-in-page.tsx'); render(<SignInPage ended={ended} done={() => { void start() }} />, root); return }
  if (session.mustChange) { const { FirstPassword } = await import('./account/account-view.tsx'); render(<FirstPassword />, root); return }
  listen()
  render(<App />, root)
}

onSignedOut((ended) => { stopListening(); void start(ended) })
void start()
