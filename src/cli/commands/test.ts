import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { browserPath } from '../browser.ts'
import { PROJECT } from '../cache-folder.ts'
import { EXIT, UserError, type Command, type Io } from '../command.ts'

interface Step {
  label: string
  /** The npm package and the name of its program. */
  tool: string
  program: string
  args: readonly string[]
}

const require = createRequire(join(PROJECT, 'package.json'))

function programPath(tool: string, program: string): string {
  const at = join(PROJECT, 'node_modules', tool, 'package.json')
  if (!existsSync(at)) throw new UserError(`The package ${tool} is not installed.`, 'Run "npm ci" in the project\'s folder.')
  const description: unknown = require(at)
  const bin = typeof description === 'object' && description !== null && 'bin' in description ? description.bin : null
  const path = typeof bin === 'string' ? bin : typeof bin === 'object' && bin !== null ? Object.entries(bin).find(([name]) => name === program)?.[1] : undefined
  if (typeof path !== 'string') throw new Error(`the package ${tool} has no program ${program}`)
  return join(dirname(at), path)
}

/** Runs a step in the project's folder, on the terminal as it is; resolves to its exit code. */
function runStep({ tool, program, args }: Step, io: Io): Promise<number> {
  const child = spawn(process.execPath, [programPath(tool, program), ...args], { cwd: PROJECT, stdio: 'inherit', env: { ...io.env, DATELINE_DATA: '' } })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => { resolve(code ?? EXIT.trouble) })
  })
}

/** `test [VITEST OPTIONS]`. */
export const command: Command = {
  name: 'test',
  summary: 'Check the project itself: types, style, every test',
  usage: '[VITEST OPTIONS AND FILES]',
  about: 'Type-checks, lints and runs every test; what is given is handed on to vitest. What needs a package of the system that is missing here (a browser, for tests of pages) is skipped and named.',
  options: [],
  passThrough: true,
  examples: ['dateline test', 'dateline test test/cli', 'dateline test -t "unknown command"'],
  async run(args, io) {
    const steps: Step[] = [
      { label: 'types', tool: 'typescript', program: 'tsc', args: ['-p', '.'] },
      { label: 'style', tool: 'oxlint', program: 'oxlint', args: ['--deny-warnings'] },
      { label: 'tests', tool: 'vitest', program: 'vitest', args: ['run', ...args.positionals] },
    ]
    const failed: string[] = []
    for (const step of steps) {
      io.note(io.paintError('bold', `── ${step.label}: ${step.program} ${step.args.join(' ')}`))
      const code = await runStep(step, io)
      if (io.signal.aborted) return EXIT.interrupted
      if (code !== 0) failed.push(step.label)
    }
    if (browserPath() === null) {
      io.note(io.paintError('yellow', 'SKIPPED: the tests of pages need a browser, and none was found (apt-get install chromium, or DATELINE_BROWSER=/path/to/it).'))
      if (io.env.DATELINE_REQUIRE_BROWSER === '1') failed.push('browser')
    }
    io.note(failed.length === 0 ? io.paintError('green', 'All is well: types, style and tests.') : io.paintError('red', `Not well: ${failed.join(', ')}. What is wrong stands above.`))
    return failed.length === 0 ? EXIT.ok : EXIT.trouble
  },
}
