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
/** Runs as long as this together are disturbed too little to be tried again. */
const LONG_MS = 4000

/**
 * How many times as long four times the input takes, by the shortest run of each; small inputs count as a millisecond.
 * The two sizes take turns, so that a busy moment falls on both, and the rounds end as soon as the growth is plainly that of a line.
 */
export function growthFourfold(run: (times: number) => unknown, times: number): number {
  run(times)
  let small = Infinity
  let large = Infinity
  let spent = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const took = [cpuMs(() => run(times)), cpuMs(() => run(times * 4))] as const
    small = Math.min(small, took[0])
    large = Math.min(large, took[1])
    spent += took[0] + took[1]
    if (round >= 3 && (large / Math.max(1, small) < 7 || spent > LONG_MS)) break
  }
  return large / Math.max(1, small)
}
