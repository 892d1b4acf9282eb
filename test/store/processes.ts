// Processes of their own, for the tests of the embedded engine.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'

const NOBODY = 65_534
export const ROOT = process.getuid?.() === 0
const FLAGS = ['--disable-warning=ExperimentalWarning']
const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)

/** Starts adding; `lines` grows as it goes. */
export function startAdding(into: string, prefix: string, count: number): { child: ChildProcess, lines: string[], ended: Promise<void> } {
  const child = spawn(process.execPath, [...FLAGS, fixture('adding.ts'), into, prefix, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  let rest = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
  })
  return { child, lines, ended: new Promise((resolve) => { child.on('close', () => { resolve() }) }) }
}

/** Runs a fixture as somebody without rights; root stays root where the process may not change. */
export function asNobody(script: string, args: string[]): string {
  const ran = spawnSync(process.execPath, [...FLAGS, fixture(script), ...args], { encoding: 'utf8', ...(ROOT ? { uid: NOBODY, gid: NOBODY } : {}) })
  return ran.stdout + ran.stderr
}

/** The docs that a folder's store lists. */
export async function docsIn(folder: string): Promise<string[]> {
  const store = await openSqliteStore(folder, { access: 'read' })
  const found: string[] = []
  for await (const report of store.reports()) found.push(report.doc)
  await store.close()
  return found
}
