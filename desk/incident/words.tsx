// The sentences themselves, by voice, each with its report one click away.
import type { IncidentAnswer } from '../../src/api/routes/incident.ts'
import { toReport } from '../address.ts'
import { texts } from '../texts/texts.ts'
import { Sentence } from '../tip.tsx'
import { usualDay, READ_AS } from '../words.ts'
import type { ClaimAnswer, Voices } from './voices.ts'

const FIRST = 40

interface Told { claims: ClaimAnswer[] }

export function Words({ incident, voices }: { incident: IncidentAnswer, voices: Voices }) {
  const byVoice = new Map<string, { name: string, role: string, claimant: string | null, told: Map<string, Told> }>()
  for (const claim of incident.claims.slice(0, FIRST * 10)) {
    const name = claim.claimant?.name ?? claim.report.outlet ?? claim.report.doc
    let voice = byVoice.get(name)
    if (voice === undefined) byVoice.set(name, voice = { name, role: [claim.claimant?.role, claim.claimant?.channel].filter(Boolean).join(', '), claimant: claim.claimant?.name ?? null, told: new Map() })
    // claims of one sentence stand once, and so do copies of it
    const key = `${claim.sentence.before}${claim.sentence.words}${claim.sentence.after}`.toLowerCase()
    const told = voice.told.get(key)
    if (told === undefined) voice.told.set(key, { claims: [claim] })
    else told.claims.push(claim)
  }
  return <section><h2>{texts.incident.words}</h2>
    {[...byVoice.values()].map((voice) => <div class={`voice ${voices.hue(voice.claimant)}`} key={voice.name}>
      <h3><i class="spot-hue" />{voice.name}{voice.claimant === null ? <span class="quiet"> {texts.ownVoice}</span> : voice.role !== '' && voice.role !== voice.name && <span class="quiet"> {voice.role}</span>}</h3>
      {[...voice.told.values()].map(({ claims }) => <p class={`told ${claims[0]!.stance}`} key={claims[0]!.id}><Marked claims={claims} /> <Sources claims={claims} incident={incident} /></p>)}
    </div>)}
  </section>
}

/** The sentence with the words of all its claims marked. */
function Marked({ claims }: { claims: readonly ClaimAnswer[] }) {
  const [first] = claims as [ClaimAnswer]
  if (claims.length === 1) return <Sentence sentence={first.sentence} lang={first.language ?? READ_AS} />
  const whole = first.sentence.before + first.sentence.words + first.sentence.after
  const spans = claims.map(({ sentence }) => [sentence.before.length, sentence.before.length + sentence.words.length] as [number, number]).sort((a, b) => a[0] - b[0])
  const pieces: { text: string, marked: boolean }[] = []
  let at = 0
  for (const [from, to] of spans) {
    if (to <= at) continue
    if (from > at) pieces.push({ text: whole.slice(at, from), marked: false })
    pieces.push({ text: whole.slice(Math.max(at, from), to), marked: true })
    at = to
  }
  pieces.push({ text: whole.slice(at), marked: false })
  return <q lang={first.language ?? READ_AS}>{pieces.map((piece, i) => (piece.marked ? <em key={i}>{piece.text}</em> : piece.text))}</q>
}

function Sources({ claims, incident }: { claims: readonly ClaimAnswer[], incident: IncidentAnswer }) {
  const once = [...new Map(claims.map((claim) => [claim.report.id, claim])).values()]
  return <span class="from">{claims[0]!.stance !== 'asserted' && <span class="stance">{texts.stanceMarks[claims[0]!.stance]} · </span>}{once.map((claim, i) => <span key={claim.id}>{i > 0 && ', '}<a href={toReport(claim.report.id, { version: claim.report.version, claim: claim.id, incident: incident.id })}>{claim.report.outlet ?? claim.report.doc}{claim.report.published === null ? '' : `, ${usualDay(claim.report.published)}`}</a></span>)}</span>
}
