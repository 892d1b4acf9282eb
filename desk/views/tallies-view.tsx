// Running totals as each claimant told them: a line a claimant, every point a door.
import { useEffect, useRef } from 'preact/hooks'
import type { TalliesAnswer } from '../../src/api/routes/record.ts'
import { go, toReport } from '../address.ts'
import { useAsk } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { Missing } from '../trouble.tsx'
import { figureThing, hueOf, shortDay, spoken } from '../words.ts'

type Panel = TalliesAnswer['panels'][number]

/** A point leads to the words that say it. */
const toWords = ({ report, claim, incident }: Panel['lines'][number]['points'][number]): string => toReport(report, { claim, incident })

export function TalliesView() {
  const asked = useAsk<TalliesAnswer>('/api/tallies')
  const { answer } = asked
  if (answer === null) return <Missing asked={asked} />
  if (answer.panels.length === 0) return <p class="empty">{texts.tallies.empty}</p>
  return <div class="view tallies"><p class="quiet">{texts.tallies.help}</p>{answer.panels.map((panel) => <PanelOf key={`${panel.measure}${panel.of}${panel.place}`} panel={panel} />)}</div>
}

function PanelOf({ panel }: { panel: Panel }) {
  const names = panel.lines.map((line) => line.claimant)
  const drawn = panel.lines.some((line) => line.points.length > 1)
  return <section class="panel-of"><h2>{figureThing(panel, 2)}{panel.place !== '' && <span class="quiet"> · {panel.place}</span>}</h2>
    {drawn && <Chart panel={panel} names={names} />}
    <ul class="points">{panel.lines.map((line) => <li key={line.claimant} class={hueOf(names, line.claimant)}><i class="spot-hue" /><b>{line.claimant}</b> {line.points.map((point, i) => <a key={i} href={toWords(point)} title={point.quote}>{spoken({ ...point, words: null })} <span class="quiet">{shortDay(point.day)}</span></a>)}</li>)}</ul>
  </section>
}

function Chart({ panel, names }: { panel: Panel, names: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let gone = false, remove = (): void => undefined
    void import('./tally-chart.ts').then(({ drawTallies }) => { if (!gone && box.current !== null) remove = drawTallies(box.current, panel, names, (point) => { go(toWords(point)) }) })
    return () => { gone = true; remove() }
  }, [panel])
  return <div class="chart drawn" ref={box} aria-hidden="true" />
}
