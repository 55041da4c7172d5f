import type { SavingClock } from '../../src/saving/ports.ts'

/** Time that passes as fast as everything that is waited for is done. */
export interface VirtualTime extends SavingClock {
  /** Waits for something real, during which no time passes. */
  real<Result>(work: Promise<Result>): Promise<Result>
  wait(milliseconds: number): Promise<void>
  /** Lets time pass until this is fulfilled. */
  runUntil(end: Promise<unknown>): Promise<void>
}

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** A clock of its own, so that many hours can pass side by side. */
export function virtualTime(start = Date.UTC(2026, 10, 22, 10)): VirtualTime {
  let now = start
  let timers: readonly Timer[] = []
  const underWay = new Set<Promise<unknown>>()
  const after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: now + Math.max(0, milliseconds), run }
    timers = [...timers, timer].toSorted((a, b) => a.at - b.at)
    return () => {
      timers = timers.filter((one) => one !== timer)
    }
  }
  return {
    now: () => now,
    after,
    wait: (milliseconds) => new Promise((resolve) => void after(milliseconds, resolve)),
    real: (work) => {
      const quiet = work.catch(() => undefined).finally(() => underWay.delete(quiet))
      underWay.add(quiet)
      return work
    },
    runUntil: async (end) => {
      let isOver = false
      void end.finally(() => (isOver = true)).catch(() => undefined)
      for (;;) {
        await new Promise((resolve) => void setImmediate(resolve))
        if (isOver) return
        if (underWay.size > 0) await Promise.race(underWay)
        else {
          const [next] = timers
          if (next === undefined) throw new Error('everybody waits for something that never comes')
          timers = timers.slice(1)
          now = next.at
          next.run()
        }
      }
    },
  }
}
