// The program and the machine under it.
import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { datelineVersion } from '../version.ts'
import { sizeWords, type Check } from './check.ts'

const OLDEST_NODE = 24
/** A store of ten thousand reports with its bytes takes about this much. */
const LITTLE_SPACE = 1e9
const NO_SPACE = 50e6

/** Dateline, Node and SQLite. */
export function checkVersions(): Check {
  const { node, sqlite } = process.versions
  const old = Number(node.split('.')[0]) < OLDEST_NODE
  return {
    about: 'versions', state: old ? 'bad' : 'good',
    found: `Dateline ${datelineVersion()} on Node ${node}, SQLite ${sqlite ?? 'missing'}, ${process.platform} ${process.arch}.`,
    next: old ? `Run it through ./dateline, which brings Node ${OLDEST_NODE}.` : null,
    details: { dateline: datelineVersion(), node, sqlite: sqlite ?? null, platform: process.platform, arch: process.arch },
  }
}

/** Space, and whether the folder can be written; a folder that is not there yet stands for the nearest one above it. */
export async function checkDisk(what: string, folder: string): Promise<Check> {
  let there = folder
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  const { bavail, bsize } = await statfs(there)
  const free = bavail * bsize
  const writable = await access(there, constants.W_OK).then(() => true, () => false)
  const state = !writable || free < NO_SPACE ? 'bad' : free < LITTLE_SPACE ? 'note' : 'good'
  return {
    about: 'disk', state,
    found: `${sizeWords(free)} free for ${what} in ${folder}${writable ? '' : ', which cannot be written'}.`,
    next: !writable ? `Make ${there} writable for you, or name another folder.` : state === 'good' ? null : 'Free some space before adding many reports.',
    details: { what, folder, free_bytes: free, writable },
  }
}
