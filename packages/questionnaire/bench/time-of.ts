/**
 * What one call costs, in milliseconds: the lesser of wall clock and processor time. A busy machine adds to the one by
 * making the call wait, garbage collection and compiling beside the call add to the other.
 */
export function timeOf(call: () => unknown): number {
  const [started, used] = [performance.now(), process.cpuUsage()]
  call()
  const { user, system } = process.cpuUsage(used)
  return Math.min(performance.now() - started, (user + system) / 1000)
}
