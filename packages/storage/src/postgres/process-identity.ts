import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * One run of a program. Process ids are used again, sometimes at once (the first process of a container is
 * always 1), so the moment of starting belongs to the name.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, in words of the system; null where the system does not tell. */
  readonly started: string | null
}

/** This very process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) }
}

/** Whether that very run of a program is still going. */
export function isRunning(identity: ProcessIdentity): boolean {
  if (!hasProcess(identity.pid)) return false
  return identity.started === null || identity.started === startOf(identity.pid)
}

/** Whether there is any process with this id, also one of another user. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process started, or null when there is none or the system does not tell. */
function startOf(pid: number): string | null {
  if (process.platform === 'win32') return null
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim()
    }
    // Field 22 counts from boot; the name in field 2 may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
  } catch {
    // Gone while it was looked at.
    return null
  }
}
