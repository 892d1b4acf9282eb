/** The little of jsdom that bench/read.ts uses; the package brings no types. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { virtualConsole?: VirtualConsole })
    readonly window: { readonly document: Document; close(): void }
  }
}
