/** Who speaks. `name` is the fullest form in the report; `side` the state or group that the words place the speaker in. */
export interface Speaker {
  name: string
  role: string | null
  channel: string | null
  side: string | null
  written: string
  first: number
  last: number
  /** true for a proper name; false for "officials", "a doctor". */
  named: boolean
}
