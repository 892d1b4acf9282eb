// How work grows with its input, in time of the processor: what else the machine does changes little of it.

/** Milliseconds of the processor that a run took. */
export function cpuMs(run: () => unknown): number {
  const from = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

/** Rounds at the most: what grows as the square shows it in every one of them, what was only disturbed (a collection, a compilation, a neighbour) does not. */
const ROUNDS = 8

/**
 * How many times as long four times the input takes, by the shortest run of each; small inputs count as a millisecond.
 * The two sizes take turns, so that a busy moment falls on both, and the rounds end as soon as the growth is plainly that of a line.
 */
export function growthFourfold(run: (times: number) => unknown, times: number): number {
  run(times)
  let small = Infinity
  let large = Infinity
  for (let round = 1; round <= ROUNDS; round++) {
    small = Math.min(small, cpuMs(() => run(times)))
    large = Math.min(large, cpuMs(() => run(times * 4)))
    if (round >= 3 && large / Math.max(1, small) < 7) break
  }
  return large / Math.max(1, small)
}
