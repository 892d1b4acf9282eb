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
 * How many times as long four times the input takes: by the shortest run of each size, or by the median of the rounds where
 * that is less; small inputs count as a millisecond. The two sizes take turns, so that a busy moment falls on both, and the
 * rounds end as soon as the growth is plainly that of a line.
 */
export function growthFourfold(run: (times: number) => unknown, times: number): number {
  run(times)
  const small: number[] = [], large: number[] = []
  let growth = Infinity
  for (let round = 1; round <= ROUNDS; round++) {
    small.push(Math.max(1, cpuMs(() => run(times))))
    large.push(cpuMs(() => run(times * 4)))
    const rounds = large.map((ms, i) => ms / small[i]!).sort((a, b) => a - b)
    growth = Math.min(Math.min(...large) / Math.min(...small), rounds[rounds.length >> 1]!)
    const spent = [...small, ...large].reduce((a, b) => a + b)
    if (round >= 3 && (growth < 7 || spent > LONG_MS)) break
  }
  return growth
}
