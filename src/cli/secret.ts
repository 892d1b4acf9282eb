// A line that is not shown while it is typed.
import { UserError } from './command.ts'

/** What of standard input is needed. */
export interface SecretInput {
  isTTY?: boolean
  setRawMode?(on: boolean): unknown
}

const LONGEST = 8192
const END = /[\r\n\u0004]/
const BACK = /[\u0008\u007f]/

/** Reads it from a terminal without showing it, else the first line as it comes. The terminal is as before afterwards, whatever happens. */
export async function readSecret(input: NodeJS.ReadableStream & SecretInput, show: (text: string) => void, prompt: string, signal: AbortSignal): Promise<string> {
  if (input.isTTY !== true || input.setRawMode === undefined) return firstLine(input)
  show(prompt)
  input.setRawMode(true)
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed: string[] = []
      const done = (): void => { input.off('data', onData); signal.removeEventListener('abort', onAbort); input.pause() }
      const onAbort = (): void => { done(); reject(signal.reason as Error) }
      const onData = (chunk: Buffer | string): void => {
        for (const char of String(chunk)) {
          if (char === '\u0003') { done(); reject(new UserError('Nothing was typed, and nothing was changed.')); return }
          if (END.test(char)) { done(); resolve(typed.join('')); return }
          if (BACK.test(char)) typed.pop()
          else if (char === '\u0015') typed = []
          else if (typed.length < LONGEST && char >= ' ') typed.push(char)
        }
      }
      signal.addEventListener('abort', onAbort, { once: true })
      input.on('data', onData)
      input.resume()
    })
  } finally {
    input.setRawMode(false)
    show('\n')
  }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Uint8Array)
    chunks.push(bytes)
    if ((size += bytes.length) > LONGEST || bytes.includes(0x0a)) break
  }
  return Buffer.concat(chunks).toString('utf8').split('\n', 1)[0]!.replace(/\r$/, '')
}
