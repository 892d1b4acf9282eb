import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { runProcess, type Ran } from './run-dateline.ts'

const OWN = join(PROJECT, 'test/cli/fixtures/own-commands.ts')

/** Starts a command of the fixture, waits for its first line, does something to it and waits for its end. */
function startThen(name: string, act: (child: ReturnType<typeof spawn>) => void): Promise<Ran & { ms: number }> {
  const child = spawn(process.execPath, [OWN, name], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' } })
  let out = '', err = '', began = 0
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { if (out === '') { began = Date.now(); act(child) } out = (out + chunk).slice(0, 1000) })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => { resolve({ code: signal === null ? code : null, out, err, ms: Date.now() - began }) })
  })
}

describe('the process', () => {
  it('prints its version', async () => {
    expect(await runProcess(['--version'])).toMatchObject({ code: 0, err: '' })
  })
  it('does not wait for a standard input that nobody reads', async () => {
    const child = spawn(process.execPath, [join(PROJECT, 'src/cli/main.ts'), '--version'], { stdio: ['pipe', 'ignore', 'ignore'] })
    expect(await new Promise((resolve) => { child.on('exit', resolve) })).toBe(0)
  })
  it('SIGINT: a command that looks tidies up, and the exit code is 130', async () => {
    const ran = await startThen('polite', (child) => { child.kill('SIGINT') })
    expect(ran.code).toBe(130)
    expect(ran.err).toBe('tidied up\n')
  })
  it('SIGINT: a command that does not look is ended all the same', async () => {
    const ran = await startThen('deaf', (child) => { child.kill('SIGINT') })
    expect(ran.code).toBe(130)
    expect(ran.ms).toBeLessThan(4000)
  })
  it('a reader that goes away ends it quietly', async () => {
    const ran = await startThen('polite', (child) => { child.stdout?.destroy() })
    expect(ran).toMatchObject({ code: 0, err: '' })
  })
  it.skipIf(!existsSync('/dev/full'))('a full device is said, and the exit code is not 0', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [OWN, 'polite'], { stdio: ['ignore', full, 'pipe'] })
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
    expect(await new Promise((resolve) => { child.on('close', resolve) })).toBe(1)
    expect(err).toContain('no space is left on the device')
  })
})
