// Command lines run for a test: within this process, or as a process of its own.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import type { Commands } from '../../src/cli/commands.ts'
import { dispatch } from '../../src/cli/dispatch.ts'
import { makeIo } from '../../src/cli/process-io.ts'

export interface Ran {
  code: number | null
  out: string
  err: string
}

export interface Around {
  cwd?: string
  env?: Record<string, string>
  stdin?: string | Uint8Array
  tty?: boolean
  columns?: number
  commands?: Commands
  signal?: AbortSignal
}

/** Runs a command line within this process, its streams caught. */
export async function runHere(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const out = catching(around), err = catching(around)
  const io = makeIo({
    stdin: () => Readable.from(around.stdin === undefined ? [] : [Buffer.from(around.stdin)]),
    stdout: out.stream, stderr: err.stream, env: around.env ?? {}, cwd: around.cwd ?? PROJECT, signal: around.signal ?? new AbortController().signal,
  })
  const code = await dispatch(argv, io, around.commands)
  return { code, out: out.text(), err: err.text() }
}

function catching({ tty = false, columns = 80 }: Around): { stream: PassThrough & { isTTY?: boolean, columns?: number }, text: () => string } {
  const stream: PassThrough & { isTTY?: boolean, columns?: number } = new PassThrough()
  if (tty) { stream.isTTY = true; stream.columns = columns }
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => { chunks.push(chunk) })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

/** Starts Node on a script (the program itself by rule) and waits for its end. */
export function runProcess(argv: readonly string[], around: Around & { script?: string } = {}): Promise<Ran> {
  const script = around.script ?? join(PROJECT, 'src/cli/main.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...argv], { cwd: around.cwd ?? PROJECT, env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NO_COLOR: '1', ...around.env }, stdio: 'pipe' })
  let out = '', err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
  child.stdin.on('error', () => { /* it did not read what it was given */ })
  child.stdin.end(around.stdin ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => { resolve({ code, out, err }) })
  })
}
