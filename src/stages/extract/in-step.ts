// Work in steps, done side by side: each piece of work takes a step before any takes the next. The steps of extraction run
// much code each; taken together by several reports, that code stays in the processor's cache.

/** Does one piece of work to its end. */
export function atOnce<Result>(work: Generator<void, Result, void>): Result {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Does all of the work, step by step, and gives what each piece gave. What one throws ends all. */
export function inStep<Result>(work: readonly Generator<void, Result, void>[]): Result[] {
  const results: Result[] = []
  let going = work.map((piece, at) => ({ piece, at }))
  while (going.length > 0) going = going.filter(({ piece, at }) => {
    const step = piece.next()
    if (step.done === true) results[at] = step.value
    return step.done !== true
  })
  return results
}
