// Every command that the documents show is run, in order, in a folder of its own that holds the samples; where a document
// shows what a command prints, that is what it prints. DATELINE_UPDATE_DOCS=1 writes the output found into the documents.
import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cacheFolder, PROJECT } from '../../src/cli/cache-folder.ts'
import { shownCommands, withOutputs } from './blocks.ts'

const UPDATE = process.env.DATELINE_UPDATE_DOCS === '1'
const documents = ['README.md', ...globSync('docs/*.md', { cwd: PROJECT }).map((path) => path.replaceAll('\\', '/'))].sort()
const made: string[] = []
afterAll(() => { for (const folder of made) rmSync(folder, { recursive: true, force: true }) })

/** A folder as a reader has it after cloning: the script, the samples, nothing else. */
function readersFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-docs-'))
  made.push(folder)
  symlinkSync(join(PROJECT, 'dateline'), join(folder, 'dateline'))
  cpSync(join(PROJECT, 'samples'), join(folder, 'samples'), { recursive: true })
  return folder
}

function runShell(commands: string, cwd: string): Promise<{ code: number | null, out: string, err: string }> {
  const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`, HOME: cwd, NO_COLOR: '1', DATELINE_CACHE: cacheFolder(process.env), LANG: 'C.UTF-8' }
  const child = spawn('sh', ['-e', '-c', commands], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = '', err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { out += chunk })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { err += chunk })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => { resolve({ code, out, err }) })
  })
}

/** What is running these tests cannot be run by them. */
const withoutItself = (commands: string): string => commands.split('\n').filter((line) => !/^\.\/dateline test\b/.test(line) && !/^\.ci\/run\b/.test(line)).join('\n')

describe.skipIf(process.platform === 'win32')('the commands that the documents show', () => {
  it.each(documents)('%s', { timeout: 120_000 }, async (document) => {
    const path = join(PROJECT, document)
    const markdown = readFileSync(path, 'utf8')
    const printedAt = new Map<number, string>()
    const folder = readersFolder()
    for (const { line, notRun, commands, output } of shownCommands(markdown)) {
      if (notRun !== null) continue
      const ran = await runShell(withoutItself(commands), folder)
      expect(ran.code, `${document}:${line} ended with ${ran.code}:\n${commands}\n${ran.err}`).toBe(0)
      if (output === null) continue
      const printed = ran.out.replaceAll(folder, '…').trimEnd()
      printedAt.set(output.line, printed)
      if (!UPDATE) expect(printed, `${document}:${output.line} shows something else than is printed (DATELINE_UPDATE_DOCS=1 ./dateline test test/docs writes what is printed)`).toBe(output.text.trimEnd())
    }
    if (UPDATE && printedAt.size > 0) writeFileSync(path, withOutputs(markdown, printedAt))
  })
})

describe('reading the documents', () => {
  it('finds commands, outputs and what is not to be run', () => {
    const markdown = 'x\n```sh\n./dateline a\n```\n\nprints\n\n```text output\nA\nB\n```\n```sh not run: needs a browser\nopen x\n```\n````md\n```sh\nno\n```\n````\n```ts\nno\n```\n'
    expect(shownCommands(markdown)).toEqual([
      { line: 2, notRun: null, commands: './dateline a', output: { text: 'A\nB', line: 8 } },
      { line: 12, notRun: 'needs a browser', commands: 'open x', output: null },
    ])
  })
  it('puts other outputs into their places', () => {
    expect(withOutputs('```text output\n```\nx\n```text output\nold\nold\n```\ny', new Map([[1, 'a\nb'], [4, 'c']]))).toBe('```text output\na\nb\n```\nx\n```text output\nc\n```\ny')
  })
  it('every block of commands is marked sh, so that none escapes', () => {
    for (const document of documents) {
      const markdown = readFileSync(join(PROJECT, document), 'utf8')
      expect(markdown, document).not.toMatch(/^```(bash|shell|console)/m)
      for (const line of markdown.split('\n')) if (/^\s{4,}\.\/dateline /.test(line)) expect.fail(`${document} shows a command outside of a fenced block: ${line}`)
    }
  })
})
