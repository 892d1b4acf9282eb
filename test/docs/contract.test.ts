// docs/contract.md names every field that is printed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { runProcess } from '../cli/run-dateline.ts'

const contract = readFileSync(join(PROJECT, 'docs/contract.md'), 'utf8')
const named = new Set([...contract.matchAll(/`([a-z_A-Z]+)`/g)].map((match) => match[1]!))
const MANIFEST = 'samples/manifest.jsonl'

function keysOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) keysOf(one, into)
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) { into.add(key); keysOf(inner, into) }
  return into
}

const lines = (out: string): unknown[] => out.trim().split('\n').map((line): unknown => JSON.parse(line))

describe.skipIf(!existsSync(join(PROJECT, MANIFEST)))('docs/contract.md', () => {
  it.each([['extract', ['extract', '--mentions', '--manifest', MANIFEST]], ['incidents', ['incidents', '--json', '--manifest', MANIFEST]]] as const)('names every field that %s prints', { timeout: 120_000 }, async (_name, argv) => {
    const { out } = await runProcess(argv)
    const printed = [...keysOf(lines(out))]
    expect(printed.length).toBeGreaterThan(20)
    expect(printed.filter((key) => !named.has(key))).toEqual([])
  })
})
