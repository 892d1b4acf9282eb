// What a command reads from and writes to. Commands never touch `process` or `console`: tests hand in an Io of their own.

export type Style = 'bold' | 'dim' | 'italic' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'
/** Paints text where colour is on, else gives it back as it is. */
export type Painter = (style: Style | readonly Style[], text: string) => string

/** A cell: outside text is made safe for a terminal (control characters and direction marks taken out) before it is painted. */
export type Cell = string | number | null | undefined | { text: string, style?: Style | readonly Style[] }
export type Row = readonly Cell[]

export interface TableOptions {
  /** The heading of each column. */
  head?: readonly string[]
  /** 'right' for columns of numbers; left is the rule. */
  align?: readonly ('left' | 'right')[]
  /** Index of the column that is cut (with …) or wrapped when the terminal is too narrow; the widest by rule. */
  elastic?: number
  /** Wrap the elastic column over several lines instead of cutting it. */
  wrap?: boolean
}

/** Where the store is and why there. */
export interface DataFolder {
  /** Absolute. */
  path: string
  from: 'option' | 'environment' | 'default'
  /** false: the folder is not there yet, this is its first use. */
  exists: boolean
}

export interface Io {
  /** Bytes of standard input. */
  readonly stdin: AsyncIterable<Uint8Array>
  /** true: standard input is a terminal, so nobody piped anything in. */
  readonly stdinIsTty: boolean
  /** A line that nobody is to see: typed on the terminal without being shown, else the first line of standard input. Throws what aborted it on Ctrl-C. */
  secret(prompt: string): Promise<string>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path of the folder that the command was called in. */
  readonly cwd: string
  /** true: standard output is a terminal. */
  readonly isTty: boolean
  /** Columns of the terminal; where there is none, COLUMNS or 100. */
  readonly width: number
  /** Aborts on SIGINT and SIGTERM: long loops look at it between reports (`io.signal.throwIfAborted()`). */
  readonly signal: AbortSignal
  /** Colour for standard output. */
  readonly paint: Painter
  /** Colour for standard error. */
  readonly paintError: Painter
  /** Writes to standard output as it is; resolves when the stream can take more. Throws OutputClosed once the reader is gone. */
  write(text: string): Promise<void>
  /** A line on standard output. */
  line(text?: string): Promise<void>
  /** One value as one NDJSON line on standard output. */
  json(value: unknown): Promise<void>
  /** Rows on standard output, columns aligned to the terminal's width; where that is no terminal nothing is cut or wrapped. */
  table(rows: readonly Row[], options?: TableOptions): Promise<void>
  /** A line on standard error, for people: what is being done, what was left out. Outside text goes through `safe` first. */
  note(text: string): void
  /** The state of a long run: one line on standard error, redrawn, only on a terminal and at most ten times a second. `total` null: unknown. */
  progress(label: string, done: number, total: number | null): void
  /** Says on standard error where a new store is made; nothing where the folder exists. Call it before making the store. */
  sayDataFolder(folder: DataFolder): void
}
