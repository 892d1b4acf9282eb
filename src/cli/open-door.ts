import { openDoor, type Door } from '../fetcher/door.ts'
import { datelineVersion } from './version.ts'

/** The door to the network as commands open it: strict, whatever settings and environment say. */
export function strictDoor(pauseMs?: number): Door {
  return openDoor({ fetcher: `dateline ${datelineVersion()}`, ...(pauseMs === undefined ? {} : { pauseMs }) })
}
