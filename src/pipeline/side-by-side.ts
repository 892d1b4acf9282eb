// Several runs at once whose words come out as one stream.

/**
 * Runs generators side by side, at most so many, and gives what they yield as it comes; each waits until its word was taken.
 * The first that throws ends all: the others are stopped at their next word, and waited for.
 */
export async function* sideBySide<Value>(runs: Iterable<() => AsyncGenerator<Value>>, most: number): AsyncGenerator<Value> {
  type Turn = { run: AsyncGenerator<Value>, next: IteratorResult<Value> }
  const waiting = runs[Symbol.iterator](), going = new Map<AsyncGenerator<Value>, Promise<Turn>>()
  const ask = (run: AsyncGenerator<Value>): void => {
    const turn = run.next().then((next) => ({ run, next }))
    turn.catch(() => {}) // it is thrown where it is waited for
    going.set(run, turn)
  }
  const fill = (): void => {
    while (going.size < most) {
      const next = waiting.next()
      if (next.done === true) return
      ask(next.value())
    }
  }
  try {
    for (fill(); going.size > 0; fill()) {
      const { run, next } = await Promise.race(going.values())
      if (next.done === true) { going.delete(run); continue }
      yield next.value
      ask(run)
    }
  } finally {
    await Promise.allSettled([...going].map(async ([run, turn]) => { await turn.catch(() => {}); await run.return(undefined) }))
  }
}
