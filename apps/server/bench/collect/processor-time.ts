import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second of Linux, fixed at 100 for user space. */
const TICKS = 100

/**
 * Processor time that a process and all it started have used so far, in seconds: those that live, and those that ended
 * and were waited for. Linux only.
 *
 * @example processorSeconds(postmasterPid) // all backends of a PostgreSQL
 */
export function processorSeconds(pid: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)))
  const own = all.find((one) => one.pid === pid)
  if (own === undefined) return 0
  const children = all.filter((one) => one.parent === pid)
  return own.used + own.usedByEnded + children.reduce((sum, { used, usedByEnded }) => sum + used + usedByEnded, 0)
}

interface Stat {
  readonly pid: number
  readonly parent: number
  readonly used: number
  readonly usedByEnded: number
}

function statOf(pid: number): readonly Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const field = (place: number): number => Number(fields[place - 3])
    return [
      { pid, parent: field(4), used: (field(14) + field(15)) / TICKS, usedByEnded: (field(16) + field(17)) / TICKS },
    ]
  } catch {
    // It ended meanwhile.
    return []
  }
}
