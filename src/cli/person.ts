import type { Io } from './command.ts'

/** Who decides on this machine: as stated, else $DATELINE_BY, else the user's name; null where none of them is a name. */
export function personNamed(env: Io['env'], stated?: string): string | null {
  const name = (stated ?? env.DATELINE_BY ?? env.USER ?? env.LOGNAME ?? env.USERNAME ?? '').trim()
  return name === '' || name.length > 200 ? null : name
}
