// A small web on loopback, and a door that leads to it: what the strict one refuses.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDoor, type Door } from '../../src/fetcher/door.ts'

export interface Web { origin: string, asked: string[], close(): void }

/** Serves until it is closed; `answer` gives what it does not know a 404. */
export async function openWeb(answer: (request: IncomingMessage, response: ServerResponse) => boolean): Promise<Web> {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (!answer(request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close() { server.closeAllConnections(); server.close() } }
}

export const loopbackDoor = (): Door => openDoor({ fetcher: 'dateline test', mayConnect: (address) => address === '127.0.0.1', pauseMs: 0 })

const sentences = (n: number, killed: number): [string, string, string] => [`Missile strike on Kharkiv, report ${n}`, `A missile strike on Kharkiv killed ${killed} people and injured ${n + 3} on Tuesday, the mayor said.`, `Rescue workers searched the ruins of block number ${n} until the evening, officials said.`]

/** A page of reporting in our own words. */
export function page(n: number, killed = 2): string {
  const [title, first, second] = sentences(n, killed)
  return `<!doctype html><html lang="en"><head><title>Strike ${n}</title></head><body><article><h1>${title}</h1><p>${first}</p><p>${second}</p></article></body></html>`
}

/** The same as plain text. */
export const pageText = (n: number, killed = 2): string => `${sentences(n, killed).join('\n\n')}\n`

/** A feed of so many pages, from a number on. */
export const feed = (origin: string, count: number, from = 0): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Test News</title><link>${origin}/</link><description>x</description>${Array.from({ length: count }, (_, n) => `<item><title>Strike ${n + from}</title><link>${origin}/page/${n + from}</link><description>In short.</description></item>`).join('')}</channel></rss>`
