import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../../src/cli/cache-folder.ts'
import { importFaults, importsOf } from './import-graph.ts'

describe('imports', () => {
  it('point one way in the whole of src, without a cycle', () => {
    const paths = globSync('src/**/*.{ts,mjs}', { cwd: PROJECT }).map((path) => path.replaceAll('\\', '/')).sort()
    expect(paths.length).toBeGreaterThan(20)
    expect(importFaults(new Map(paths.map((path) => [path, readFileSync(`${PROJECT}/${path}`, 'utf8')])))).toEqual([])
  })
})

describe('the checker of imports', () => {
  const rows: [why: string, files: Record<string, string>, fault: RegExp | null][] = [
    ['a kernel may use the model', { 'src/text/tokens.ts': "import type { Span } from '../model/claim.ts'" }, null],
    ['a way in may use everything', { 'src/cli/commands/add.ts': "import { open } from '../../store/store.ts'\nimport { run } from '../../pipeline.ts'" }, null],
    ['siblings of one floor may meet', { 'src/languages/en/demonyms.ts': "import { table } from '../../gazetteer/table.ts'" }, null],
    ['upwards is refused', { 'src/text/tokens.ts': "import { x } from '../stages/read.ts'" }, /text must not import stages/],
    ['a type import counts like any other', { 'src/geo/grid.ts': "import type { X } from '../exports/csv.ts'" }, /geo must not import exports/],
    ['an import over several lines is seen', { 'src/time/days.ts': "import {\n  a,\n  b,\n} from '../languages/en/x.ts'" }, /time must not import languages/],
    ['a re-export is an import', { 'src/model/all.ts': "export * from '../text/tokens.ts'" }, /model must not import text/],
    ['a dynamic import is an import', { 'src/stages/read.ts': "const { open } = await import('../store/store.ts')" }, /stages must not import store/],
    ['the store knows the model alone', { 'src/store/sqlite.ts': "import { fold } from '../text/fold.ts'" }, /store must not import text/],
    ['stages do not know the store', { 'src/stages/weigh.ts': "import { s } from '../store/store.ts'" }, /stages must not import store/],
    ['the model imports nothing, not even Node', { 'src/model/id.ts': "import { createHash } from 'node:crypto'" }, /the model imports nothing/],
    ['a kernel does not read files', { 'src/geo/grid.ts': "import { readFileSync } from 'node:fs'" }, /geo is pure/],
    ['only the fetcher opens the network', { 'src/sources/feed/poll.ts': "import { get } from 'node:https'" }, /only the fetcher/],
    ['a room that the house does not have', { 'src/misc/x.ts': '' }, /no room "misc"/],
    ['nothing outside of src', { 'src/cli/x.ts': "import { y } from '../../test/y.ts'" }, /outside of src/],
    ['two files that import each other', { 'src/text/a.ts': "import { b } from './b.ts'", 'src/text/b.ts': "import { a } from './a.ts'" }, /import cycle: src\/text\/a.ts → src\/text\/b.ts → src\/text\/a.ts/],
    ['two rooms of one floor that import each other', { 'src/time/a.ts': "import { b } from '../text/b.ts'", 'src/text/b.ts': '', 'src/text/c.ts': "import { d } from '../time/d.ts'", 'src/time/d.ts': '' }, /rooms import each other/],
    ['an import in a comment is none', { 'src/model/x.ts': "// import { x } from '../cli/main.ts'" }, null],
  ]
  it.each(rows)('%s', (_why, files, fault) => {
    const faults = importFaults(new Map(Object.entries(files)))
    if (fault === null) expect(faults).toEqual([])
    else expect(faults.join('\n')).toMatch(fault)
  })

  it('finds every way to import', () => {
    expect(importsOf("import a from 'a'\nimport 'b'\nimport type { C } from 'c'\nexport { d } from 'd'\nconst e = import('e')")).toEqual(['a', 'c', 'd', 'b', 'e'])
  })
})
