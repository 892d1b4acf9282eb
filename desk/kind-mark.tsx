// The mark of a kind: a shape and a colour, so that neither alone carries it.
import { theSession } from './ask.ts'

const CLASSED = new Set(['strike', 'interception', 'ground_combat', 'territory_change', 'violence_against_civilians', 'explosion', 'air_raid_alert', 'infrastructure_disruption', 'capture_or_exchange', 'deployment', 'diplomacy', 'unrest', 'total'])

/** The class that gives the kind its colour as --k. */
export const kindClass = (kind: string): string => (CLASSED.has(kind) ? `k-${kind.replaceAll('_', '-')}` : 'k-other')

/** The outline within 16 by 16. */
export function kindShape(kind: string): string {
  const { kinds } = theSession()
  return (kinds.find((one) => one.kind === kind) ?? kinds.find((one) => one.kind === 'figures'))?.shape ?? ''
}

/** Where a kind stands in stacks and legends. */
export function kindRank(kind: string): number {
  const rank = theSession().kinds.findIndex((one) => one.kind === kind)
  return rank < 0 ? 99 : rank
}

export function KindMark({ kind, size = 14 }: { kind: string, size?: number }) {
  return <svg class={`mark ${kindClass(kind)}`} width={size} height={size} viewBox="-0.5 -0.5 17 17" aria-hidden="true"><path d={kindShape(kind)} fill-rule="evenodd" /></svg>
}
