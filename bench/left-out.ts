// What extraction finds in annotated reports whose own annotations its weights have not seen: the reports are parted in five, the weights
// fitted on four parts (fit-places.ts, fit-totals.ts) and the fifth extracted with them; beside it, all with weights fitted on all.
//   node bench/left-out.ts FOLDER GOLD_PREFIX=MANIFEST …      writes FOLDER/NAME.left-out.ndjson and FOLDER/NAME.fitted.ndjson for each, for a scorer
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PARTS = 5
const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** The tables that are fitted, by what fits them. */
const FITTED: Readonly<Record<string, string>> = { 'fit-places.ts': 'place-weights.tsv', 'fit-totals.ts': 'total-weights.tsv' }

const [folder, ...pairs] = process.argv.slice(2)
if (folder === undefined || pairs.length === 0) throw new Error('usage: node bench/left-out.ts FOLDER GOLD_PREFIX=MANIFEST …')
mkdirSync(folder, { recursive: true })
const sets = pairs.map((pair) => { const [prefix, manifest] = pair.split('=') as [string, string]; return { prefix, manifest, name: basename(prefix) } })

const lines = (path: string): string[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((line) => line !== '') : [])
const docOf = (line: string): string => (JSON.parse(line) as { doc: string }).doc
const node = (args: string[]): string => {
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { encoding: 'utf8', maxBuffer: 1e9 })
  if (ran.error) throw ran.error
  if (ran.status !== 0 && ran.status !== 1) throw new Error(`${args.join(' ')} failed: ${ran.stderr}`) // 1: a report was not read whole
  return ran.stdout
}

const docs = [...new Set(sets.flatMap(({ prefix }) => ['facts', 'incidents'].flatMap((kind) => lines(`${prefix}.${kind}.jsonl`).map(docOf))))].sort()
const partOf = new Map(docs.map((doc, i) => [doc, i % PARTS]))
const work = mkdtempSync(join(tmpdir(), 'left-out-'))
try {
  const left = new Map(sets.map(({ name }) => [name, new Map<string, string>()]))
  for (let part = 0; part <= PARTS; part++) {
    const whole = part === PARTS // nothing left out
    process.stderr.write(whole ? 'fitted on all\n' : `part ${part + 1} of ${PARTS} left out\n`)
    const program = join(work, String(part)), gold = join(work, `gold-${part}`)
    for (const at of ['src', 'package.json']) cpSync(join(ROOT, at), join(program, at), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'))
    mkdirSync(gold)
    for (const { prefix, name } of sets) for (const kind of ['facts', 'incidents']) writeFileSync(join(gold, `${name}.${kind}.jsonl`), lines(`${prefix}.${kind}.jsonl`).filter((line) => whole || partOf.get(docOf(line)) !== part).map((line) => `${line}\n`).join(''))
    for (const [by, table] of Object.entries(FITTED)) writeFileSync(join(program, 'src/stages/extract', table), node([join(ROOT, 'bench', by), '--weights-only', ...sets.map(({ name, manifest }) => `${join(gold, name)}=${manifest}`)]))
    for (const { name, manifest } of sets) {
      const printed = node([join(program, 'src/cli/main.ts'), 'extract', '--manifest', manifest])
      if (whole) writeFileSync(join(folder, `${name}.fitted.ndjson`), printed)
      else for (const line of printed.split('\n')) if (line !== '' && partOf.get(docOf(line).replace(/\.[a-z]+$/, '')) === part) left.get(name)!.set(docOf(line), line)
    }
  }
  for (const [name, found] of left) writeFileSync(join(folder, `${name}.left-out.ndjson`), [...found.values()].map((line) => `${line}\n`).join(''))
} finally {
  rmSync(work, { recursive: true, force: true })
}
