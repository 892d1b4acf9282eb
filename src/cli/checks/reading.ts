// What reading needs: the gazetteer and the languages.
import { existsSync, readdirSync } from 'node:fs'
import type { Check } from './check.ts'
import { counted } from './check.ts'

/** The built gazetteer, whether it finds a place that every gazetteer has, and the tables added to the data folder. Builds nothing. */
export async function checkGazetteer(env: Readonly<Record<string, string | undefined>>, dataFolder: string): Promise<Check> {
  const [{ gazetteerFile, gazetteerFolder }, { openGazetteer }, { addedTables }] = await Promise.all([import('../../gazetteer/build.ts'), import('../../gazetteer/open.ts'), import('../../gazetteer/add.ts')])
  const folder = gazetteerFolder(env)
  const file = gazetteerFile(folder)
  const about = 'gazetteer', added = addedTables(dataFolder)
  if (!existsSync(file)) return { about, state: 'note', found: `The gazetteer is not built yet; it will be ${file}.`, next: 'Nothing needs to be done: the first command that reads reports builds it, in some seconds.', details: { file, built: false } }
  const damaged = (why: string): Check => ({ about, state: 'bad', found: `The gazetteer ${file} cannot be used: ${why}.`, next: 'Delete this file; the next command that reads reports builds it anew.', details: { file, built: true } })
  try {
    const gazetteer = openGazetteer({ folder })
    try {
      const [info] = gazetteer.info()
      if (gazetteer.lookup('Kyiv')[0]?.country !== 'UA') return damaged('it does not know Kyiv')
      return {
        about, state: 'good', found: `${counted(info!.places, 'place')} under ${counted(info!.names, 'name')}, built ${info!.built.slice(0, 10)} from ${info!.source}.${added.length === 0 ? '' : ` ${counted(added.length, 'table')} of your own looked in as well.`}`, next: null,
        details: { file, built: true, places: info!.places, names: info!.names, source: info!.source, built_at: info!.built, added },
      }
    } finally {
      gazetteer.close()
    }
  } catch (error) {
    return damaged(error instanceof Error ? error.message : String(error))
  }
}

/** The languages that claims are looked for in, and those whose pages are only rid of their frame: the folders of src/languages. */
export async function checkLanguages(): Promise<Check> {
  const { LANGUAGES_READ } = await import('../../pipeline.ts'), names = new Intl.DisplayNames('en', { type: 'language' })
  const named = (codes: readonly string[]): string => codes.map((code) => `${names.of(code) ?? code} (${code})`).join(', ')
  const frames = readdirSync(new URL('../../languages/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !LANGUAGES_READ.has(entry.name)).map((entry) => entry.name).sort()
  const languages = [...LANGUAGES_READ].sort()
  return {
    about: 'languages', state: 'good',
    found: `Claims are looked for in ${named(languages)}. A report in another language is kept, and that nothing was looked for in it is said; the frame of its page, its corrections and summaries are known in ${named(frames)}.`,
    next: null, details: { languages, frames },
  }
}
