// What the operating system and SQLite refuse, as sentences of the store's.
import { StoreError, type StoreFault } from './store.ts'

const NEXT: { [fault in StoreFault]?: string } = {
  full: 'Make room and run the same command again: what was kept so far stays, and it goes on from there.',
  no_permission: 'Choose a folder that you may write to, with --data DIR.',
  read_only: 'Choose a folder that can be written to, with --data DIR.',
  busy: 'Wait for the other dateline to end, then run the same command again.',
  damaged: 'Bring the folder back from a backup, or begin a new one with --data DIR and add the reports again.',
}

const SYSTEM: { [code: string]: readonly [StoreFault, string] } = {
  ENOSPC: ['full', 'the disk is full'],
  EDQUOT: ['full', 'the quota is used up'],
  EACCES: ['no_permission', 'permission is denied'],
  EPERM: ['no_permission', 'permission is denied'],
  EROFS: ['read_only', 'the disk is read-only'],
  EEXIST: ['not_a_store', 'a file is in its place'],
  ENOTDIR: ['not_a_store', 'a part of that path is a file'],
}

// https://www.sqlite.org/rescode.html
const SQLITE: { [code: number]: readonly [StoreFault, string] } = {
  5: ['busy', 'another dateline is writing to it'],
  8: ['read_only', 'it is read-only'],
  10: ['damaged', 'the disk does not answer as it should'],
  11: ['damaged', 'the database is damaged'],
  13: ['full', 'the disk is full'],
  14: ['no_permission', 'the database cannot be opened'],
  26: ['not_a_store', 'the file is not a database'],
}

/** The error as a StoreError where it is the surroundings' doing, else as it was. `doing` goes into "Could not … ." */
export function faultOfSystem(error: unknown, doing: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  const { code, errcode } = error as { code?: unknown, errcode?: unknown }
  const known = code === 'ERR_SQLITE_ERROR' ? SQLITE[Number(errcode) & 0xff] : typeof code === 'string' ? SYSTEM[code] : undefined
  if (known === undefined) return error
  return new StoreError(known[0], `Could not ${doing}: ${known[1]}.`, NEXT[known[0]] ?? '', error)
}
