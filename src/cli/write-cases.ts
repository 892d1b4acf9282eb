// Cases as files of annotation.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CASE_FILES, type AnnotatedCases } from '../pipeline/cases.ts'
import { UserError, type Io } from './command.ts'
import { safe } from './terminal.ts'
import { writeWhole } from './write-whole.ts'

/** Writes them into a folder, each file whole, and says how many there are. UserError where that cannot be done. */
export async function writeCases(folder: string, cases: AnnotatedCases, io: Io): Promise<void> {
  const { facts, incidents, wrong, reports } = cases
  const path = resolve(io.cwd, folder)
  try {
    await mkdir(path, { recursive: true })
    for (const [name, part] of Object.entries(CASE_FILES)) await writeWhole(join(path, name), cases[part].map((record) => `${JSON.stringify(record)}\n`))
  } catch (error) {
    throw new UserError(`The cases could not be written into ${safe(folder)}: ${safe(error instanceof Error ? error.message : String(error))}.`, 'Name a folder that can be written to.')
  }
  await io.line(`${facts.length + incidents.length} to be found and ${wrong.length} not to be found, in ${reports.length} report${reports.length === 1 ? '' : 's'}: ${safe(folder)}.`)
}
