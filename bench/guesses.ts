// 10,000 guesses at one account's password over HTTP, each from another address, as through a proxy: how many are looked
// at in any hour, and whether the owner, on a device that was signed in before, ever has to wait. Hashes cost what they
// really cost; the clock that tries are counted by is moved on, so that the guesses take some hours.
//   node bench/guesses.ts [--guesses 10000] [--hours 4]
import { parseArgs } from 'node:util'
import { exposureOf, type Exposure } from '../src/api/exposure.ts'
import { TRIES, WINDOW_MS } from '../src/api/sign-in.ts'
import { PASSWORD_COST } from '../src/review/password.ts'
import { serveForTest } from '../test/api/served.ts'

const { values } = parseArgs({ options: { guesses: { type: 'string', default: '10000' }, hours: { type: 'string', default: '4' } } })
const guesses = Number(values.guesses), hours = Number(values.hours)
const AT_ONCE = 8, OWNER_EVERY = 500

let clock = Date.UTC(2031, 4, 6)
const exposure = exposureOf({ host: undefined, tls: null, publicUrl: 'https://desk.example', proxies: ['127.0.0.1'], localWithoutSignIn: false, accounts: true }) as Exposure
const desk = await serveForTest({ accounts: { ada: 'admin' }, now: () => clock, exposure, cost: PASSWORD_COST })
const token = await desk.token(), looked: number[] = [], told = new Map<number, number>(), waited: number[] = []

/** Gives the status. */
async function guess(i: number): Promise<number> {
  const headers = { origin: desk.url, 'x-dateline-token': token, 'content-type': 'application/json', 'x-forwarded-for': `198.${18 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}` }
  const answer = await fetch(`${desk.url}/api/sign-in`, { method: 'POST', headers, body: JSON.stringify({ name: 'ada', password: `guess number ${i}` }) })
  await answer.arrayBuffer()
  return answer.status
}

const began = performance.now()
let owner = await desk.as('ada'), ownerIn = 0, ownerOut = 0, next = 0
async function attack(): Promise<void> {
  while (next < guesses) {
    const i = next++, at = clock
    clock += hours * WINDOW_MS / guesses
    const from = performance.now(), status = await guess(i)
    told.set(status, (told.get(status) ?? 0) + 1)
    if (status === 401) looked.push(at)
    else waited.push(performance.now() - from)
    if (i % OWNER_EVERY === 0) {
      const again = await desk.as('ada', { device: owner.device })
      if (again.answer.status === 200) { ownerIn++; owner = again } else ownerOut++
    }
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, attack))
const seconds = (performance.now() - began) / 1000
looked.sort((a, b) => a - b)
let most = 0
for (let from = 0, to = 0; to < looked.length; to++) {
  while (looked[to]! - looked[from]! >= WINDOW_MS) from++
  most = Math.max(most, to - from + 1)
}
waited.sort((a, b) => a - b)
process.stdout.write(`${guesses.toLocaleString('en')} guesses from as many addresses in ${hours} h by the clock, ${seconds.toFixed(0)} s by the wall: ${[...told].sort((a, b) => a[0] - b[0]).map(([status, n]) => `${n.toLocaleString('en')} answered ${status}`).join(', ')}\n`)
process.stdout.write(`looked at: ${looked.length}, in any hour at most ${most} (allowed: ${TRIES.account}); a refusal takes ${waited[waited.length >> 1]?.toFixed(1)} ms (median)\n`)
process.stdout.write(`the owner, from a device that was signed in before: ${ownerIn} of ${ownerIn + ownerOut} sign-ins let in\n`)
await desk.drop()
process.exitCode = most <= TRIES.account && ownerOut === 0 ? 0 : 1
