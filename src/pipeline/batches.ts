// Reports taken a few at a time, so that they can go through the stages side by side; none waits for one that is not at hand.

/** So many reports at most go side by side: fewer run the same code seldom enough that it leaves the processor's cache, more have data that does not fit in a young heap. */
export const MOST = 32
/** Characters or bytes from which on a batch is full: long reports go alone. */
const FULL_FROM = 120_000
/** So long a report that is read already waits for the next. */
const PATIENCE_MS = 3

const LATE = Symbol('late')

function late(): { came: Promise<typeof LATE>; cancel(): void } {
  let timer: NodeJS.Timeout
  return { came: new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE_MS, LATE) }), cancel: () => clearTimeout(timer) }
}

/**
 * What comes, in order, in batches of at most MOST: the first alone, that it is there at once, then two, four, eight and so on. A
 * batch is given as soon as it is full, or the next is not there within a moment. `sizeOf`: in characters or bytes.
 */
export async function* inBatches<Item>(coming: AsyncIterable<Item>, sizeOf: (item: Item) => number): AsyncGenerator<Item[]> {
  const items = coming[Symbol.asyncIterator]()
  let most = 1, size = 0, batch: Item[] = []
  try {
    for (let pending: Promise<IteratorResult<Item>> | null = null; ;) {
      pending ??= items.next()
      const timer = batch.length > 0 ? late() : null
      let next: IteratorResult<Item> | typeof LATE
      try {
        next = timer === null ? await pending : await Promise.race([pending, timer.came])
      } catch (error) {
        if (batch.length > 0) yield batch // what came before it is not lost
        throw error
      } finally {
        timer?.cancel()
      }
      if (next !== LATE) pending = null
      if (next !== LATE && !next.done) { batch.push(next.value); size += sizeOf(next.value) }
      if (batch.length > 0 && (next === LATE || next.done === true || batch.length >= most || size >= FULL_FROM)) {
        most = Math.min(MOST, most * 2)
        size = 0
        yield batch
        batch = []
      }
      if (next !== LATE && next.done === true) return
    }
  } finally {
    await items.return?.()
  }
}
