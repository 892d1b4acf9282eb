// ./dateline in small projects of their own, with an npm that installs what the test says.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import type { Ran } from './run-dateline.ts'

const TOOLS = ['sh', 'dirname', 'readlink', 'cmp', 'uname', 'cat', 'cp', 'mkdir', 'ln', 'rm', 'sleep', 'printf']
const made: string[] = []
afterAll(() => { for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true }) })

interface Machine {
  root: string
  /** The only folder on PATH. */
  bin: string
  run(args?: readonly string[], options?: { cwd?: string, script?: string, env?: Record<string, string> }): Promise<Ran>
  /** The command lines that npm was called with. */
  npmCalls(): string[]
}

const INSTALL = 'rm -rf node_modules; mkdir -p node_modules/node/bin; ln -s "$REAL_NODE" node_modules/node/bin/node; cp package-lock.json node_modules/.package-lock.json'
const LOCK = JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b-win32': { version: '1.0.0', integrity: 'y', optional: true } } })

/** A machine with a project, a Node that says it is `version` (null: none) and an npm whose "ci" does `ci` (null: no npm). */
function machine({ version = 'v20.5.0', ci = INSTALL, install = 'exit 1' }: { version?: string | null, ci?: string | null, install?: string } = {}): Machine {
  const top = mkdtempSync(join(tmpdir(), 'dateline-launch-'))
  made.push(top)
  const root = join(top, 'the project'), bin = join(top, 'bin')
  mkdirSync(join(root, 'src/cli'), { recursive: true })
  mkdirSync(join(root, 'src/gazetteer'), { recursive: true })
  mkdirSync(bin)
  cpSync(join(PROJECT, 'dateline'), join(root, 'dateline'))
  for (const file of ['launch.mjs', 'node-flags.txt']) cpSync(join(PROJECT, 'src/cli', file), join(root, 'src/cli', file))
  writeFileSync(join(root, 'src/cli/main.ts'), "process.stdout.write(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), node: process.execPath }))\nconst code: number = Number(process.env.EXIT_WITH ?? 0)\nprocess.exit(code)\n")
  writeFileSync(join(root, 'src/gazetteer/build.ts'), "import { writeFileSync } from 'node:fs'\nexport function buildGazetteer(): void { writeFileSync(new URL('../../gazetteer-built', import.meta.url), '') }\n")
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', dependencies: { node: '24.21.0' } }))
  writeFileSync(join(root, 'package-lock.json'), LOCK)
  const calls = join(top, 'npm-calls')
  writeFileSync(calls, '')
  const script = (name: string, text: string): void => { writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`); chmodSync(join(bin, name), 0o755) }
  for (const tool of TOOLS) {
    const found = ['/bin', '/usr/bin'].map((folder) => join(folder, tool)).find((path) => existsSync(path))
    if (found !== undefined) symlinkSync(found, join(bin, tool))
  }
  if (version !== null) {
    writeFileSync(join(top, 'version.cjs'), `Object.defineProperty(process, 'version', { value: '${version}' })`)
    script('node', `if [ "$1" = --version ]; then echo ${version}; else exec '${process.execPath}' --require '${join(top, 'version.cjs')}' "$@"; fi`)
  }
  if (ci !== null) script('npm', `echo "$@" >> '${calls}'\nREAL_NODE='${process.execPath}'\ncase $1 in ci) ${ci} ;; install) ${install} ;; esac`)
  return {
    root, bin,
    npmCalls: () => readFileSync(calls, 'utf8').split('\n').filter((line) => line !== ''),
    run(args = [], options = {}) {
      const child = spawn('/bin/sh', [options.script ?? join(root, 'dateline'), ...args], { cwd: options.cwd ?? top, env: { PATH: bin, HOME: top, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
      let out = '', err = ''
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk })
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
      return new Promise((resolve, reject) => {
        child.on('error', reject)
        child.on('close', (code) => { resolve({ code, out, err }) })
      })
    },
  }
}

describe.skipIf(process.platform === 'win32').concurrent('./dateline', () => {
  it('sets up once, says so, and is silent afterwards', async () => {
    const { root, run, npmCalls } = machine()
    const first = await run(['extract', 'a b.txt'])
    expect(first.code).toBe(0)
    expect(first.err).toContain('setting up, once')
    expect(JSON.parse(first.out)).toMatchObject({ args: ['extract', 'a b.txt'] })
    expect(existsSync(join(root, 'gazetteer-built'))).toBe(true)
    const second = await run(['--version'])
    expect(second).toMatchObject({ code: 0, err: '' })
    expect(npmCalls()).toHaveLength(1)
    expect(npmCalls()[0]).toContain('--include=dev')
  })

  it('works through symlinks and from any folder, and keeps the folder that it was called in', async () => {
    const { root, bin, run } = machine()
    symlinkSync(join(root, 'dateline'), join(bin, 'first'))
    symlinkSync('first', join(bin, 'second'))
    const { out } = await run(['x'], { script: join(bin, 'second'), cwd: bin })
    expect(JSON.parse(out)).toMatchObject({ args: ['x'], cwd: bin, node: process.execPath })
  })

  it('gives the exit code of the program', async () => {
    const { run } = machine()
    expect((await run([], { env: { EXIT_WITH: '3' } })).code).toBe(3)
    expect((await run([], { env: { EXIT_WITH: '3' } })).code).toBe(3)
  })

  it('fetches again when the lock file changed, and not when it was installed by hand', async () => {
    const { root, run, npmCalls } = machine()
    await run()
    const changed = LOCK.replace('1.0.0', '1.0.1')
    writeFileSync(join(root, 'package-lock.json'), changed)
    expect((await run()).err).toContain('the lock file changed')
    expect(npmCalls()).toHaveLength(2)
    writeFileSync(join(root, 'package-lock.json'), `${changed}\n`)
    writeFileSync(join(root, 'node_modules/.package-lock.json'), changed)
    expect((await run()).err).toBe('')
    expect(npmCalls()).toHaveLength(2)
  })

  it('begins again after an interruption half-way', async () => {
    const { root, run, npmCalls } = machine({ ci: `if [ -e tried ]; then ${INSTALL}; else mkdir -p node_modules/a; : > tried; kill -9 $$; fi` })
    const first = await run()
    expect(first).toMatchObject({ code: 130, out: '' })
    expect(first.err).toContain('interrupted')
    expect(existsSync(join(root, 'node_modules/a'))).toBe(true)
    expect((await run()).code).toBe(0)
    expect(npmCalls()).toHaveLength(2)
  })

  it('of two at once, one sets up and the other waits', async () => {
    const { run, npmCalls } = machine({ ci: `sleep 0.7; ${INSTALL}` })
    const ran = await Promise.all([run(['1']), run(['2']), run(['3'])])
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(npmCalls()).toHaveLength(1)
    expect(ran.filter(({ err }) => err.includes('waiting for it'))).toHaveLength(2)
  })

  it('takes over the lock of a setup that is dead', async () => {
    const { root, run } = machine()
    mkdirSync(join(root, '.cache'))
    writeFileSync(join(root, '.cache/setup.lock'), '999999999')
    expect((await run()).code).toBe(0)
    expect(existsSync(join(root, '.cache/setup.lock'))).toBe(false)
  })

  const refusals: [why: string, options: Parameters<typeof machine>[0], code: number, said: RegExp][] = [
    ['no Node', { version: null }, 127, /Node\.js is needed.*\n.*nodejs\.org/],
    ['a Node that is too old', { version: 'v18.19.0' }, 127, /20 or newer.*v18\.19\.0/],
    ['no npm', { ci: null }, 127, /npm is needed/],
    ['no network', { ci: 'echo "npm error code ENOTFOUND" >&2; exit 1' }, 1, /could not reach its registry[\s\S]*works offline/],
    ['no space', { ci: 'echo "npm error ENOSPC: no space left" >&2; exit 1' }, 1, /No space is left/],
    ['a changed package', { ci: 'echo "npm error code EINTEGRITY" >&2; exit 1' }, 1, /not the one that the lock file names/],
    ['anything else', { ci: 'echo odd >&2; exit 7' }, 1, /odd[\s\S]*npm failed with exit code 7/],
  ]
  it.each(refusals)('says what is wrong: %s', async (_why, options, code, said) => {
    const { root, run } = machine(options)
    const ran = await run()
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toMatch(said)
    expect(ran.err).not.toMatch(/^\s+at /m)
    expect(existsSync(join(root, 'node_modules/.dateline-ready'))).toBe(false)
    expect(existsSync(join(root, '.cache/setup.lock'))).toBe(false)
  })

  const withoutNode = 'mkdir -p node_modules; cp package-lock.json node_modules/.package-lock.json'
  const fetched = 'for word in "$@"; do last=$word; done; package=${last%@*}; mkdir -p "$3/node_modules/$package/bin"; ln -s "$REAL_NODE" "$3/node_modules/$package/bin/node"'
  it('fetches Node by itself where install scripts are not run', async () => {
    const { run, npmCalls } = machine({ ci: withoutNode, install: fetched })
    const first = await run()
    expect(first.err).toContain('fetching Node 24.21.0')
    expect(first.code).toBe(0)
    expect(npmCalls()[1]).toMatch(/^install .*--ignore-scripts.* node-.*@24\.21\.0$/)
    expect(await run()).toMatchObject({ code: 0, err: '' })
    expect(npmCalls()).toHaveLength(2)
  })
  it('says how to get Node where it cannot be fetched either', async () => {
    const { run } = machine({ ci: withoutNode, install: 'echo "npm error code E404" >&2; exit 1' })
    const ran = await run()
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/Node 24\.21\.0 is needed[\s\S]*install Node 24 yourself/)
  })
  it("takes the machine's own Node where it is new enough and the package has none", async () => {
    const { run, npmCalls } = machine({ version: process.version, ci: withoutNode })
    expect((await run()).code).toBe(0)
    expect(await run()).toMatchObject({ code: 0, err: '' })
    expect(npmCalls()).toHaveLength(1)
  })

  it('npm run dateline does the same, with names of files meant from where the user stands', async () => {
    const { root, bin, run } = machine()
    await run()
    const child = spawn(join(bin, 'node'), [join(root, 'src/cli/launch.mjs'), 'extract', 'x.txt'], { cwd: root, env: { PATH: bin, npm_lifecycle_event: 'dateline', INIT_CWD: bin, EXIT_WITH: '5' }, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk })
    expect(await new Promise((resolve) => { child.on('close', resolve) })).toBe(5)
    expect(JSON.parse(out)).toMatchObject({ args: ['extract', 'x.txt'], cwd: bin })
  })
})
