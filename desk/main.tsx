// The desk: opened once the session is there.
import { render } from 'preact'
import { App } from './app.tsx'
import { openSession } from './ask.ts'
import { listen } from './live.ts'
import './styles/base.css'
import './styles/now.css'
import './styles/incident.css'
import './styles/report.css'
import './styles/views.css'
import './styles/decide.css'
import './styles/print.css'

const root = document.getElementById('desk')!

async function start(): Promise<void> {
  try {
    await openSession()
  } catch {
    setTimeout(() => { void start() }, 1000)
    return
  }
  listen()
  render(<App />, root)
}

void start()
