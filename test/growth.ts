// How work grows with its input, in time of the processor: what else the machine does changes nothing of it.

/** Milliseconds of the processor that a run took. */
export function cpuMs(run: () => unknown): number {
  const from = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

/** How many times as long four times the input takes, by the shortest of three runs each; small inputs count as a millisecond. */
export function growthFourfold(run: (times: number) => unknown, times: number): number {
  const best = (n: number): number => Math.max(1, Math.min(...[1, 2, 3].map(() => cpuMs(() => run(n)))))
  run(times)
  const small = best(times)
  return best(times * 4) / small
}
