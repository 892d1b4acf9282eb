/** Trouble of one fetch: told as a record, never as a crash. */
export class FetchFault extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'FetchFault'
    this.code = code
  }
}
