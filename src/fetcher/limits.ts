/** How much one fetch may take. */
export interface Limits {
  /** Bytes over the network, redirects not counted. */
  wireBytes: number
  /** Bytes after decoding. */
  decodedBytes: number
  /** Decoded bytes for one over the network, looked at from `ratioFromBytes` decoded bytes on. */
  ratio: number
  ratioFromBytes: number
  redirects: number
  /** From the first look-up to the last byte, redirects included. */
  totalMs: number
}

/** What holds unless code says otherwise. */
export const LIMITS: Limits = { wireBytes: 15 * 1024 * 1024, decodedBytes: 50 * 1024 * 1024, ratio: 100, ratioFromBytes: 1024 * 1024, redirects: 8, totalMs: 30_000 }
