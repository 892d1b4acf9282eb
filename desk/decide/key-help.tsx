// The keys of the queue.
import { texts } from '../texts/texts.ts'

export function KeyHelp() {
  return <div><dl class="keys">{texts.queue.keys.map(([key, does]) => <div key={key}><dt>{key.split(' ').map((one) => <kbd key={one}>{one}</kbd>)}</dt><dd>{does}</dd></div>)}</dl><p class="quiet">{texts.queue.keysHelp}</p></div>
}
