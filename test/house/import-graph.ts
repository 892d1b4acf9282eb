// Which room a source file stands in, what it imports, and what of that the house does not allow (ARCHITECTURE.md).
import { dirname, join, normalize } from 'node:path/posix'

/** From below to above: a room imports rooms below it and of its own floor, never above. */
const FLOORS: readonly (readonly string[])[] = [
  ['model'],
  ['text', 'geo', 'time'],
  ['languages', 'events', 'gazetteer', 'sources', 'imports', 'exports', 'site'],
  ['stages'],
  ['pipeline'],
  ['cli', 'api'],
]
/** Rooms that stand apart: they import the model alone, and only the pipeline and the ways in import them. */
const APART: readonly string[] = ['store', 'fetcher', 'review']
const MAY_IMPORT_APART: readonly string[] = ['pipeline', 'cli', 'api']
/** Rooms that touch neither files nor processes nor the network. */
const PURE: readonly string[] = ['model', 'text', 'geo', 'time']
const OUTSIDE_WORLD = /^node:(fs|net|tls|http|https|http2|dgram|dns|child_process|worker_threads|cluster|sqlite)(\/|$)/
const NETWORK = /^(node:(net|tls|http|https|http2|dgram|dns)|undici)(\/|$)/
const MAY_USE_NETWORK: readonly string[] = ['fetcher', 'api']

/** "src/languages/en/tag.ts" stands in "languages", "src/pipeline.ts" in "pipeline". */
export function roomOf(path: string): string {
  return path.split('/')[1]!.replace(/\.(ts|mjs)$/, '')
}

/** The specifiers that a module imports or re-exports, types included, static and dynamic ones with a literal. */
export function importsOf(source: string): string[] {
  const code = source.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line)).join('\n')
  const found: string[] = []
  for (const match of code.matchAll(/^\s*(?:import|export)\s[^'";]*?\sfrom\s+'([^']+)'/gm)) found.push(match[1]!)
  for (const match of code.matchAll(/^\s*import\s+'([^']+)'/gm)) found.push(match[1]!)
  for (const match of code.matchAll(/\bimport\(\s*'([^']+)'/g)) found.push(match[1]!)
  return found
}

/** Every fault of the imports of `files` (path below the project → source), a sentence each. */
export function importFaults(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  const graph = new Map<string, string[]>()
  for (const [path, source] of files) {
    const room = roomOf(path), targets: string[] = []
    if (!isKnown(room)) faults.push(`${path}: the house has no room "${room}"`)
    for (const specifier of importsOf(source)) {
      if (!specifier.startsWith('.')) {
        const fault = outsideFault(room, specifier)
        if (fault !== null) faults.push(`${path}: ${fault}`)
        continue
      }
      const target = normalize(join(dirname(path), specifier))
      if (!target.startsWith('src/')) {
        if (!target.endsWith('.json')) faults.push(`${path}: imports ${target}, which is outside of src`)
        continue
      }
      targets.push(target)
      const to = roomOf(target)
      if (to !== room && !mayImport(room, to)) faults.push(`${path}: ${room} must not import ${to} (${specifier})`)
      if (!/\.(ts|mjs|json|js)$/.test(specifier)) faults.push(`${path}: the import of ${specifier} lacks its ending`)
    }
    graph.set(path, targets)
  }
  for (const cycle of cycles(graph)) faults.push(`import cycle: ${cycle.join(' → ')}`)
  const rooms = new Map<string, string[]>()
  for (const [path, targets] of graph) {
    const room = roomOf(path)
    const known = rooms.get(room) ?? []
    for (const target of targets) if (roomOf(target) !== room && !known.includes(roomOf(target))) known.push(roomOf(target))
    rooms.set(room, known)
  }
  for (const cycle of cycles(rooms)) faults.push(`rooms import each other: ${cycle.join(' → ')}`)
  return faults
}

function isKnown(room: string): boolean {
  return APART.includes(room) || FLOORS.some((floor) => floor.includes(room))
}

function mayImport(from: string, to: string): boolean {
  if (APART.includes(from)) return to === 'model'
  if (APART.includes(to)) return MAY_IMPORT_APART.includes(from)
  const floor = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room))
  return floor(to) >= 0 && floor(to) <= floor(from)
}

function outsideFault(room: string, specifier: string): string | null {
  if (room === 'model') return `the model imports nothing, and it imports ${specifier}`
  if (PURE.includes(room) && OUTSIDE_WORLD.test(specifier)) return `${room} is pure and must not import ${specifier}`
  if (NETWORK.test(specifier) && !MAY_USE_NETWORK.includes(room)) return `only the fetcher opens the network, and ${room} imports ${specifier}`
  return null
}

/** One cycle for each knot of the graph, as the nodes along it, the first repeated at the end. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [], done = new Set<string>(), path: string[] = []
  const visit = (node: string): void => {
    const at = path.indexOf(node)
    if (at >= 0) { found.push([...path.slice(at), node]); return }
    if (done.has(node)) return
    path.push(node)
    for (const next of graph.get(node) ?? []) visit(next)
    path.pop()
    done.add(node)
  }
  for (const node of graph.keys()) visit(node)
  return found
}
