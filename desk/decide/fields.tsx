// Choices of the vocabulary: kinds, measures, what is counted, bounds, days.
import type { Bound, Counted, Measure } from '../../src/model/claim.ts'
import { theSession } from '../ask.ts'
import { texts } from '../texts/texts.ts'
import { kindName, measureName } from '../words.ts'

const NO_TYPES: ReadonlySet<string> = new Set(['figures', 'total'])

export function TypeField({ type }: { type: string | null }) {
  return <label class="field">{texts.decide.fields.type}<select name="type"><option value="">{texts.decide.none}</option>{theSession().kinds.filter(({ kind }) => !NO_TYPES.has(kind)).map(({ kind }) => <option key={kind} value={kind} selected={kind === type}>{kindName(kind)}</option>)}</select></label>
}

export function MeasureField({ measure, optional = false }: { measure: string | null, optional?: boolean }) {
  return <label class="field">{texts.decide.fields.measure}<select name="measure" required={!optional}>{(optional || measure === null) && <option value="">{texts.decide.none}</option>}{theSession().measures.map((one) => <option key={one} value={one} selected={one === measure}>{measureName(one)}</option>)}</select></label>
}

export function OfField({ of }: { of: string | null }) {
  return <label class="field">{texts.decide.fields.of}<select name="of">{theSession().counted.map((thing) => <option key={thing} value={thing} selected={thing === (of ?? 'person')}>{texts.thing(thing, null)}</option>)}</select></label>
}

export function BoundField({ bound }: { bound: string }) {
  return <label class="field">{texts.decide.fields.bound}<select name="bound">{Object.entries(texts.decide.bounds).map(([one, words]) => <option key={one} value={one} selected={one === bound}>{words}</option>)}</select></label>
}

export function DaysField({ from, to }: { from: string | null, to: string | null }) {
  return <div class="pair"><label class="field">{texts.decide.fields.from}<input type="date" name="from" defaultValue={from ?? ''} /></label><label class="field">{texts.decide.fields.to}<input type="date" name="to" defaultValue={to ?? ''} /></label></div>
}

export function TextField({ name, value, label, list }: { name: string, value: string | null, label: string, list?: string }) {
  return <label class="field">{label}<input name={name} defaultValue={value ?? ''} maxLength={300} list={list} /></label>
}

/** "drone, missile" as a list of kinds. */
export const listOf = (text: string): string[] => text.split(',').map((one) => one.trim().toLowerCase().replace(/\s+/g, '_')).filter((one) => one !== '')

/** Two days as a range; null where neither was given. */
export const daysOf = (from: string, to: string): { from: string | null, to: string | null } | null => (from === '' && to === '' ? null : { from: from || null, to: to || from || null })

export const asMeasure = (text: string): Measure => text as Measure
export const asCounted = (text: string): Counted => text as Counted
export const asBound = (text: string): Bound => text as Bound

/** A number as it was typed; null for none. */
export const numberOf = (text: string): number | null => { const value = Number(text.replace(/[\s,]/g, '')); return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value }
