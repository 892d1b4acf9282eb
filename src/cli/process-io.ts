// The Io of a real process.
import { styleText } from 'node:util'
import { OutputClosed, UserError } from './command.ts'
import type { DataFolder, Io, Painter, Row, TableOptions } from './io.ts'
import { layTable } from './table.ts'
import { readSecret, type SecretInput } from './secret.ts'
import { cut } from './terminal.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What of a process an Io is made of; tests hand in streams of their own. */
export interface Streams {
  /** Asked for only when a command reads it. */
  stdin(): NodeJS.ReadableStream & SecretInput
  stdout: NodeJS.WritableStream & { isTTY?: boolean, columns?: number, writableNeedDrain?: boolean }
  stderr: NodeJS.WritableStream & { isTTY?: boolean, columns?: number }
  env: Env
  cwd: string
  signal: AbortSignal
}

/** An Io, and what only the frame does with it. */
export interface ProcessIo extends Io {
  /** Resolves when all that was written has been handed on; throws what went wrong with standard output. */
  finish(): Promise<void>
}

/** Whether a stream gets colour: NO_COLOR refuses, FORCE_COLOR asks (0 and false refuse), else a terminal that is not "dumb". */
export function wantsColour(env: Env, isTty: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTty && env.TERM !== 'dumb'
}

function painter(on: boolean): Painter {
  return on ? (style, text) => styleText(typeof style === 'string' ? style : [...style], text, { validateStream: false }) : (_style, text) => text
}

const REDRAW_MS = 100
const BREATHE_MS = 50

/** Makes the Io of a process. */
export function makeIo({ stdin, stdout, stderr, env, cwd, signal }: Streams): ProcessIo {
  let failure: NodeJS.ErrnoException | null = null
  stdout.on('error', (error: NodeJS.ErrnoException) => { failure ??= error })
  stderr.on('error', () => { /* nobody is left to tell */ })
  const isTty = stdout.isTTY === true, errorIsTty = stderr.isTTY === true
  let drawn = false, drawnAt = 0, breathedAt = Date.now()
  const clear = (): void => { if (drawn) { stderr.write('\r\u001b[2K'); drawn = false } }
  const check = (): void => {
    if (failure === null) return
    if (failure.code === 'EPIPE' || failure.code === 'ERR_STREAM_DESTROYED') throw new OutputClosed()
    if (failure.code === 'ENOSPC') throw new UserError('The output could not be written: no space is left on the device.', 'What was written so far is incomplete. Free some space and run it again.', 1)
    throw new UserError(`The output could not be written: ${failure.message}.`, '', 1)
  }
  const write = async (text: string): Promise<void> => {
    check()
    clear()
    const taken = stdout.write(text)
    if (!taken && stdout.writableNeedDrain !== false) {
      await new Promise<void>((resolve) => {
        const done = (): void => { stdout.off('drain', done); stdout.off('error', done); stdout.off('close', done); resolve() }
        stdout.on('drain', done); stdout.on('error', done); stdout.on('close', done)
      })
    }
    // signals and errors of the stream are told only between turns of the event loop
    if (Date.now() - breathedAt > BREATHE_MS) { await new Promise((resolve) => { setImmediate(resolve) }); breathedAt = Date.now() }
    check()
  }
  const width = (): number => {
    if (stdout.columns !== undefined && stdout.columns > 0) return stdout.columns
    const said = Number(env.COLUMNS)
    return Number.isInteger(said) && said >= 20 ? said : 100
  }
  const paint = painter(wantsColour(env, isTty))
  return {
    get stdin() { return stdin() as AsyncIterable<Uint8Array> },
    get stdinIsTty() { return stdin().isTTY === true },
    async secret(prompt) {
      clear()
      return readSecret(stdin(), (text) => { stderr.write(text) }, prompt, signal)
    },
    env, cwd, isTty, signal, paint,
    get width() { return width() },
    paintError: painter(wantsColour(env, errorIsTty)),
    write,
    line: (text = '') => write(text + '\n'),
    json: (value) => write(JSON.stringify(value) + '\n'),
    table: (rows: readonly Row[], options: TableOptions = {}) => write(layTable(rows, options, isTty || env.COLUMNS !== undefined ? width() : null, paint)),
    note(text) { clear(); stderr.write(text + '\n') },
    progress(label, done, total) {
      if (!errorIsTty) return
      const now = Date.now()
      if (now - drawnAt < REDRAW_MS) return
      drawnAt = now
      const count = total === null ? done.toLocaleString('en') : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
      stderr.write(`\r\u001b[2K${cut(`${label} ${count}`, (stderr.columns ?? 80) - 1)}`)
      drawn = true
    },
    sayDataFolder(folder: DataFolder) {
      if (folder.exists) return
      clear()
      const why = folder.from === 'default' ? ' (--data DIR or DATELINE_DATA names another folder)' : ''
      stderr.write(`The record is kept in ${folder.path}, a new folder${why}.\n`)
    },
    async finish() {
      clear()
      if (failure === null) await new Promise<void>((resolve) => { stdout.write('', () => { resolve() }) })
      check()
    },
  }
}
