// One thing that doctor looks at.

/** `note`: nothing is wrong, but it is worth knowing. `bad`: something does not work until `next` is done. */
export type State = 'good' | 'note' | 'bad'

export interface Check {
  /** "store", "gazetteer", …; several checks may share one. */
  about: string
  state: State
  /** What was found, a sentence for a person. */
  found: string
  /** What to do, a sentence; null where there is nothing to do. */
  next: string | null
  /** The same in figures, for programs. */
  details: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

/** Bytes for a person: "3.2 GB". */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let value = bytes, unit = 0
  while (value >= 1000 && unit < units.length - 1) { value /= 1000; unit++ }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]!}`
}

/** "1 report", "2,000 reports". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
