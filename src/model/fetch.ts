/** One answer, or the lack of one, as it is kept for good. */
export interface Fetch {
  /** As asked for, in its one spelling. */
  url: string
  /** Where redirects led; the same as `url` without any. */
  finalUrl: string
  /** Each address on the way with its status, the last one left out. */
  redirects: { url: string, status: number }[]
  /** ISO, when it was asked for. */
  at: string
  /** null: no answer came. */
  status: number | null
  /** As received, in order, names as sent; nothing is left out. */
  headers: [name: string, value: string][]
  /** The IP address that answered. */
  address: string | null
  /** Name and version of what asked. */
  fetcher: string
  /** The decoded bytes' hash; null where none were taken. */
  sha256: string | null
  /** Why there is nothing, or not what was hoped for. */
  trouble: { code: string, message: string } | null
}

/** A header of what the server said, by its name in lower case; undefined where there is none. */
export function headerOf({ headers }: Pick<Fetch, 'headers'>, name: string): string | undefined {
  return headers.find(([sent]) => sent.toLowerCase() === name)?.[1]
}

/** What a web archive says of how the bytes of one of its records came. Names of headers in lower case, those of one name joined as HTTP allows; what is no header is not among them. */
export interface Archived {
  /** The archive's name, and that of the file in it where it holds several. */
  archive: string
  /** What stands at the record's head: its id, type and time, its digests, the address that answered. */
  record: [name: string, value: string][]
  /** null: the record holds no answer of a server. */
  status: number | null
  /** What the server said. */
  headers: [name: string, value: string][]
}
