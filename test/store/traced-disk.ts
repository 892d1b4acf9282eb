// What of a run would be on the disk had the power gone at a moment: told by the run's own system calls, which strace wrote
// down. The worst that POSIX allows is taken: bytes are there up to the last flush of their file, a name is there once its
// folder was flushed after it was given.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The calls that are asked for. Their data are not written down: files are looked at after the run. */
export const TRACING = ['-f', '-y', '-s', '0', '-e', 'trace=openat,creat,write,writev,pwrite64,pwritev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat'] as const

/** Whether system calls can be traced here. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
}

interface File { size: number, flushed: number, overwritten: boolean }

/** A disk that forgets what was not flushed. */
export class TracedDisk {
  readonly #files = new Map<string, File>()
  readonly #folders = new Set<string>()
  readonly #named = new Set<string>()

  #file(path: string): File {
    let file = this.#files.get(path)
    if (file === undefined) this.#files.set(path, file = { size: 0, flushed: 0, overwritten: false })
    return file
  }

  /** Takes one call, whole, without its process; calls that failed change nothing. */
  take(call: string): void {
    const [, name, rest] = /^(\w+)\((.*)$/.exec(call) ?? []
    const result = / = (-?\d+)/.exec(call.slice(call.lastIndexOf(')')))?.[1]
    if (name === undefined || rest === undefined || result === undefined || Number(result) < 0) return
    const path = /^\d+<([^>]*)>/.exec(rest)?.[1], names = Array.from(rest.matchAll(/"([^"]*)"/g), (match) => match[1]!)
    if ((name === 'openat' && rest.includes('O_CREAT')) || name === 'creat') { if (!this.#files.has(names[0]!)) { this.#file(names[0]!); this.#named.delete(names[0]!) } }
    else if (name.startsWith('mkdir')) this.#folders.add(names[0]!)
    else if (name.startsWith('rename')) {
      this.#files.set(names[1]!, this.#file(names[0]!))
      this.#files.delete(names[0]!)
      this.#named.delete(names[1]!)
    } else if (path === undefined) return
    else if (name === 'fsync' || name === 'fdatasync') {
      const file = this.#files.get(path)
      if (file !== undefined) { file.flushed = file.size; file.overwritten = false }
      for (const known of [...this.#files.keys(), ...this.#folders]) if (dirname(known) === path) this.#named.add(known)
    } else if (name === 'ftruncate') { const file = this.#file(path); file.size = Number(/, (\d+)\)/.exec(rest)?.[1] ?? 0); file.flushed = Math.min(file.flushed, file.size) }
    else if (name.startsWith('pwrite')) {
      const file = this.#file(path), at = Number(/, (\d+)\)\s+= /.exec(rest)?.[1] ?? 0)
      if (at < file.flushed) file.overwritten = true
      file.size = Math.max(file.size, at + Number(result))
    } else if (path.startsWith('/') && this.#files.has(path)) this.#file(path).size += Number(result)
  }

  /** Copies a folder as it would be after the power came back; files that were flushed and then overwritten are taken as lost. */
  after(from: string, to: string): void {
    mkdirSync(to, { recursive: true })
    if (!this.#named.has(from)) return
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name), file = this.#files.get(path)
      if (!entry.isFile() || file === undefined) continue
      let there = true
      for (let name = path; name !== from; name = dirname(name)) there &&= this.#named.has(name)
      const place = join(to, relative(from, path))
      if (!there) continue
      mkdirSync(dirname(place), { recursive: true })
      copyFileSync(path, place)
      truncateSync(place, file.overwritten ? 0 : Math.min(file.flushed, statSync(place).size))
    }
  }
}

/** The calls of a trace, in the order in which they ended, with the process taken off. */
export function* callsOf(trace: string): Generator<string> {
  const begun = new Map<string, string>()
  for (const line of trace.split('\n')) {
    const [, process, rest] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (process === undefined || rest === undefined) continue
    if (rest.endsWith('<unfinished ...>')) begun.set(process, rest.slice(0, -'<unfinished ...>'.length))
    else if (rest.startsWith('<...')) yield (begun.get(process) ?? '') + rest.slice(rest.indexOf('resumed>') + 'resumed>'.length)
    else yield rest
  }
}

/** Whether a call handed a line to whoever listens on standard output. */
export const saysSomething = (call: string): boolean => /^writev?\(1</.test(call)

